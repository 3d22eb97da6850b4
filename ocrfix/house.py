"""A paper keeps to its house style; a page that mixes styles was read by a machine.

Printed Chinese sets its marks full width, but pages typed for the web may print ASCII commas or brackets throughout,
and that is their style. What no typist and no paper does is to open a bracket in one width and close it in the other,
or to letter-space the figures of a year. Such traces tell a page that went through character recognition.
"""

import re
from collections import Counter
from functools import lru_cache

from ocrfix.glyphs import AFTER, BEFORE, HAN, KANA
from ocrfix.late import late
from ocrfix.units import page_fold

SURPLUS = 3  # closing quotes that nothing opened
COMMAS = 3  # half-width, that show a habit
STRAY = 2  # lines with an apostrophe or backtick where a mark should be
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
_COMMA = late(rf"(?<=[{HAN}”’》]) ?, ?(?=[{HAN}“‘《])")
_STRAY = late(rf"^[^'`\n]*[{HAN}]['`][{HAN}][^'`\n]*$", re.MULTILINE)


@lru_cache(maxsize=8)
def parts_commas(text: str) -> bool:
    """Does the page put a space after most of its half-width commas between Han characters?"""
    forms = _commas(text)
    return 2 * forms[", "] > forms.total() >= COMMAS


def _commas(text: str) -> Counter[str]:
    """How often each form of a half-width comma stands between Han characters."""
    return Counter(m[0] for m in _COMMA.finditer(text))


@lru_cache(maxsize=8)
def misreads_commas(text: str) -> str:
    """Why half-width commas between Han characters are no house style, in words; nothing where they may be.

    Print knows no half-width commas with a space; where they have one here and none there, or apostrophes and backticks take
    their place, full-width ones were read, which are half blank.
    """
    forms = _commas(text)
    if forms.total() < COMMAS:
        return ""
    if parts_commas(text):
        return "half-width commas with a space, as no press sets"
    if len(forms) > 1 and forms.total() >= 2 * COMMAS:
        return "half-width commas with spaces here and there"
    return "apostrophes and backticks for commas" if len(_STRAY.findall(text)) >= STRAY else ""


@lru_cache(maxsize=8)
def sets_full(text: str) -> str:
    """Why the marks of a Chinese page are full width, in words; nothing where they may be half width.

    One case of type has one width of marks: of 7,927 articles with full-width commas none has another mark half width between
    Han characters, 5 have such a comma or bracket.
    """
    if prints_full(text, "，"):
        return "the page prints ， between Han characters"
    machine = read_by_machine(text) and text.count("，") + _commas(text).total() >= COMMAS
    return misreads_commas(text) or ("the page was read by a machine" if machine else "")


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
    if commas := misreads_commas(text):
        found.append(commas)
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
