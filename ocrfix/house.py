"""A paper keeps to its house style; a page that mixes styles was read by a machine.

Printed Chinese sets its marks full width, but pages typed for the web may print ASCII commas or brackets throughout,
and that is their style. What no typist and no paper does is to open a bracket in one width and close it in the other,
or to letter-space the figures of a year. Such traces tell a page that went through character recognition.
"""

import re
from functools import lru_cache

from ocrfix.glyphs import AFTER, BEFORE, HAN, KANA
from ocrfix.late import late
from ocrfix.units import page_fold

SURPLUS = 3  # closing quotes that nothing opened
SAMPLE = 2000  # characters that show the script of a page

HALF_OF = dict(zip("，；：！？（）", ",;:!?()", strict=True))
_TRACES = {
    "brackets of two widths": late(r"（[^（）()\n]{1,40}\)|\([^（）()\n]{1,40}）|[〈《][^()（）〈〉《》\n]{1,30}\)"),
    "quotes of two kinds": late(r"“[^“”\"\n]{1,40}\"(?![^“”\n]*”)|\"[^“”\"\n]{1,40}”"),
    "letter-spaced figures": late(rf"[0-9] [0-9]{{1,2}} [0-9](?: [0-9])*(?= ?[{HAN}])"),
    "a mark of both widths side by side": late("，,|,，|。[,;:]|[,;:]。"),
    "a space before a half-width mark": late(rf" [,;:!?] (?<=[{HAN}]...)(?=[{HAN}])"),
    "a Han character for the square before a byline": late(
        "^[口囗曰](?=(?:首席|本[报報]|特[约約]|[见見實实][习習])?(?:[记記]者|通[讯訊][员員]))", re.MULTILINE
    ),
    "letters within figures": late(
        rf"[lIOo|\]](?:(?<=\d.)(?=\d[\d{HAN}％%])|(?<=[{HAN}\d]\d.)(?= ?[年月日时時個个人亿億万萬元]))"
    ),
}
_BETWEEN = {
    half: late(rf"(?<=[{HAN}{KANA}{BEFORE}”’]) ?{re.escape(half)} ?(?=[{HAN}{KANA}{AFTER}“‘])")
    for half in HALF_OF.values()
}


@lru_cache(maxsize=8)
def traces(text: str) -> tuple[str, ...]:
    """What shows that the page was read by a machine, in words; nothing for a page that was typed."""
    found = [name for name, pattern in _TRACES.items() if pattern.search(text)]
    if any(
        text.count(full) >= 2 and len(_BETWEEN[half].findall(text)) >= 2
        for full, half in HALF_OF.items()
        if half in ",;:!?"
    ):
        found.append("one mark in both widths")
    if text.count("”") - text.count("“") >= SURPLUS:
        found.append("more quotes closed than opened")
    return tuple(found)


def read_by_machine(text: str) -> bool:
    """Does the page bear at least two kinds of traces of character recognition?"""
    return len(traces(text)) >= 2


@lru_cache(maxsize=8)
def traditional(text: str) -> bool:
    """Does the page print Han characters in their traditional forms?"""
    fold = page_fold()
    han = [c for c in text[:SAMPLE] if c >= "\u3400"]
    return sum(ord(c) in fold for c in han) * 10 > len(han)


@lru_cache(maxsize=64)
def prints_full(text: str, mark: str) -> bool:
    """Is the full-width ``mark`` the one that this page prints?"""
    full = text.count(mark)
    return full >= 3 and full >= 2 * len(_BETWEEN[HALF_OF[mark]].findall(text))
