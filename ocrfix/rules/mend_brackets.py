"""A bracket is closed by its own kind: a pair of two kinds or widths was misread.

Character recognition reads （ as ( or 〈 or 《 and ） as ), now so and now so. Around Han text the pair reads （…） where its
two halves differ, and where both are ASCII on a page that prints full-width marks, has pairs whose halves differ, or bears
the traces of a machine. Spaces beside the brackets go with them. On a page that prints full-width marks an ASCII bracket
between Han characters that lost its other half, to another line or to a misreading, reads full width, too.

Wrong when: 《 or 〈 is right and its closing mark was misread, as in 《红楼梦); where nothing inside speaks of a reporter,
a date, a photo or another page, 《…) is proposed only.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import HAN
from ocrfix.house import read_by_machine, sets_full
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("本报讯 〈记者许勇洋) 当地时间9月", "本报讯 （记者许勇洋）当地时间9月"),
    ("昨天（10月31日)，中欧班列", "昨天（10月31日），中欧班列"),
    ("《下转第12版)", "（下转第12版）"),
)
SILENT = (
    "本报讯（记者许勇洋）当地时间9月",
    "今天(4月4日)我们出发",
    "《红楼梦》(插图本)",
    "调用 f(x) 得到（结果）",
)

MIXED, ASCII, UNSURE = 26, 24, 10  # decibans
_PAIR = re.compile(r"( ?)([（(〈《])([^()（）〈〉《》\n]{1,40})([）)])( ?)(?=(.?))")
_NOT_A_TITLE = re.compile(
    "记者|記者|通讯员|通訊員|作者|首席|[上下][转轉接]|附图|图[片为]|[月年日]|摄|攝|[据來来]源|[见見]"
)
_LONE = re.compile(rf"(?<=[{HAN}]) ?\((?=[{HAN}])|(?<=[{HAN}])\) ?(?=[{HAN}，。、；,;])")
_HAN = re.compile(f"[{HAN}]")


def look(galley: Galley) -> Iterator[Decision]:
    """Two mends a pair, each with the spaces on its side."""
    text = galley.text
    pairs = [m for m, _ in matches(_PAIR, galley) if m[2] + m[4] != "（）" and _around_han(text, m)]
    mixed = any(m[2] + m[4] != "()" for m in pairs)
    prints = min(text.count("（"), text.count("）")) >= max(3, 2 * text.count("("))
    marks = sets_full(text)
    full = "the page prints full-width brackets" if prints else marks or "the page was read by a machine"
    lone = [m for m, _ in matches(_LONE, galley) if not any(p.start() <= m.start() < p.end() for p in pairs)]
    for m in lone if marks else ():
        yield mend(__name__, *m.span(), "（" if "(" in m[0] else "）", ASCII, marks)
    for m in pairs:
        opening, closing = m[2], m[4]
        weight, because = MIXED, f"{opening} closed by {closing}"
        if opening + closing == "()":
            if not (prints or mixed or marks or read_by_machine(text)):
                continue
            weight, because = ASCII, full
        elif opening == "《" and not _NOT_A_TITLE.search(m[3]):
            weight = UNSURE
        if opening != "（":
            parted = opening == "(" and _HAN.match(text[m.start() - 1 : m.start()])
            yield mend(__name__, m.start() if parted else m.start(2), m.end(2), "（", weight, because)
        if closing != "）":
            parted = closing == ")" and m[6].strip()
            yield mend(__name__, m.start(4), m.end() if parted else m.end(4), "）", weight, because)


def _around_han(text: str, m: re.Match[str]) -> bool:
    """Does a pair hold Han characters, or stand between them?"""
    return bool(_HAN.search(m[3])) or bool(_HAN.match(text[m.start() - 1 : m.start()]) and _HAN.match(m[6]))
