"""A table whose cells came out each on a line of its own, row after row or column after column.

Figures alone on their lines, and between them hardly anything but short words, are no text, and no headlines either.

Wrong when: the figures are those of a chart, which are no text of a story.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ocrfix.late import late
from ocrfix.lines import Slug
from ocrfix.shapes import small_print

TABLE = 4  # figures, at least
APART = 3  # lines from one figure to the next, at most
FIGURE, ROW, WORD = "figure", "row", "word"  # a ROW is a word with figures behind it
LONG = {False: 10, True: 24}  # code points of a cell, at most, in Han and in Latin script
NUMBER = late(  # a range is one, with what it counts behind it; a date is none
    r"[-+±—]?[$£€¥￥]?\d[\d.,:：/]*(?:[-–—~～]\d[\d.,:：]*)?(?P<unit>\s?(?:[^\w\s]|(?![年月日])[^\W\d_]{1,2}))?"
)
_END = ("han", "latin", "close", "digit")


def tables(lines: Sequence[Slug], latin: bool) -> Iterator[range]:
    """The lines of each table that came out cell by cell."""
    forms = [cell(s, latin) for s in lines]
    for is_cell, run in groupby(range(len(lines)), lambda k: forms[k] != ""):
        places = list(run) if is_cell else []
        for found in _near(places, forms):
            if _is_table(lines, found, forms):
                yield range(found[0] - _above(places[0], found), found[-1] + 1)


def cell(s: Slug, latin: bool) -> str:
    """What a line is in a table: FIGURE, ROW, WORD, or nothing, as all that share their printed lines with others."""
    if s.cut or s.more:
        return ""
    if NUMBER.fullmatch(s.text):
        return FIGURE
    first, *more = s.text.split()
    if more and sum(map(bool, map(NUMBER.fullmatch, more))) * 2 > len(more) and len(first) <= LONG[latin]:
        return ROW
    return WORD if s.end in _END and 1 < len(s.text) <= LONG[latin] and not small_print(s.text) else ""


def _near(places: Sequence[int], forms: Sequence[str]) -> Iterator[list[int]]:
    """The figures of each stretch in which one is near the next."""
    found: list[int] = []
    for k in places:
        if forms[k] in (FIGURE, ROW):
            if found and k - found[-1] > APART:
                yield found
                found = []
            found.append(k)
    if found:
        yield found


def _is_table(lines: Sequence[Slug], found: Sequence[int], forms: Sequence[str]) -> bool:
    """Are there figures enough, half of them alone on their lines, and most of these of more than one digit?"""
    alone = [lines[k].text for k in found if forms[k] == FIGURE]
    long = sum(len(text) > 1 for text in alone)
    return len(found) >= TABLE and len(alone) * 2 >= TABLE and long * 2 > len(alone)


def _above(top: int, found: Sequence[int]) -> int:
    """How many lines above the first figure, and not above line ``top``, are of the table: the words of its row, and as many heads
    as a row has cells."""
    runs = [(k, len(list(run))) for k, run in groupby(range(found[0], found[-1] + 1), found.__contains__)]
    figures, words = (_middle([n for is_figure, n in runs if is_figure is wanted]) for wanted in (True, False))
    return min(found[0] - top, words + words + figures) if figures < TABLE else 0


def _middle(lengths: list[int]) -> int:
    return sorted(lengths)[len(lengths) // 2] if lengths else 0
