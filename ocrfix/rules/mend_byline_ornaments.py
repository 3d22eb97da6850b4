"""The ornament before a byline is no glyph of a script; recognition reads □ as 口, 囗 or 曰, and ■, ● and ◆ as whatever is as black.

Papers put an ornament before who wrote a story: □ or ■ before 记者 and 通讯员, a bullet before By. A line that is a byline but for its
first glyph, which does not read on in it, began with the ornament. Which it was is not known, so □ stands for all.

Wrong when: a line of running text happens to begin with the second half of 人口 or 出口 before 记者; a byline is a line of
its own, so lines longer than one are left alone, and 文记者 and 图记者 tell who wrote and who took the picture.
"""

import re
from collections.abc import Iterator

from ocrfix.english import AUTHOR, CUT_SHORT, WRITTEN
from ocrfix.glyphs import HAN
from ocrfix.house import traces
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend
from ocrfix.shapes import small_print
from ocrfix.signed import is_reporter

VERB = Verb.MEND
FIRES = (
    ("口通讯员 徐洋红 记者 彭勇慧", "□通讯员 徐洋红 记者 彭勇慧"),
    ("囗首席记者 邓建志", "□首席记者 邓建志"),
    ("@本报记者 邓建志\n（2 0 2 5年)", "□本报记者 邓建志\n（2 0 2 5年)"),
    ("全记者 邓建志\n（2 0 2 5年)", "□记者 邓建志\n（2 0 2 5年)"),
    ("= By Mary Aldous, Staff Writer", "□ By Mary Aldous, Staff Writer"),
    ("e By Mary Aldous, Staff Writer", "□ By Mary Aldous, Staff Writer"),
    ("= By Mary Aldous /\nStaff Writer", "□ By Mary Aldous /\nStaff Writer"),
)
SILENT = (
    "口记者会上，发言人回答了大家的提问，并介绍了情况。",
    "□首席记者 邓建志",
    "国记者 今天采访了代表",
    "国记者 邓建志",
    "文记者 邓建志\n（2 0 2 5年)",
    "a Mary Aldous, Staff Writer",
    "* By Mary Aldous, Staff Writer",
)

SQUARE, SYMBOL, GLYPH = 24, 22, 20  # decibans, by what stands for it; of 96 such glyphs on recognised pages all did
_SQUARES, _SYMBOLS, _WHO = "口囗曰", r"@®©¢=+°*~&#$£€«»<>", "文图圖摄攝女男老新名原"
_LINE = re.compile(
    rf"^[ \t\u3000]*([{HAN}]?[{_SYMBOLS}]{{1,2}}|[{HAN}]|[b-hj-z](?= ))[ \u3000]?(\w.{{2,58}}?)[ \t\u3000]*$",
    re.MULTILINE,
)


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of the first glyph of a slug."""
    for m, slug in matches(_LINE, galley):
        if (m.start(1), m.end(2)) == slug and (weight := _weight(galley, m[1], m[2])):
            yield mend(__name__, *m.span(1), "□", weight, f"{m[1]} for the ornament before a byline")


def _weight(galley: Galley, glyph: str, rest: str) -> int:
    """Decibans that a glyph stands for an ornament before ``rest``; 0 where that is no byline."""
    if not (_author(glyph, rest) if rest.isascii() else is_reporter(rest)):
        return 0
    if glyph in _SQUARES:
        return SQUARE
    if rest.isascii():
        return (SYMBOL if glyph in _SYMBOLS else GLYPH) if glyph.isascii() else 0
    if not traces(galley.text):
        return 0
    if glyph[-1] in _SYMBOLS:
        return SYMBOL
    return 0 if glyph in _WHO or galley.news.affinity(glyph, rest) >= 0 else GLYPH


def _author(glyph: str, rest: str) -> bool:
    """Is a Latin line a byline, or one that breaks off, and would be none with the glyph?"""
    broken = CUT_SHORT.search(rest) and (WRITTEN.match(rest) or rest.endswith("/"))
    return bool(AUTHOR.match(rest) or broken) and small_print(f"{glyph} {rest}") != "byline"
