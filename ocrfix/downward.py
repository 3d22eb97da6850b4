"""A headline set downwards beside a column: its glyphs come at the head or the end of the column's printed lines.

A glyph that stands before a line, or behind one, with some space between, is of such a headline where others stand right
above and below it, alone or beside lines as well, and where most lines around it begin (or end) on the far side of the space.

Wrong when: a word of running text was torn from its line by a space again and again at the same place.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ocrfix.articles import LINE_BREAK
from ocrfix.late import late
from ocrfix.lines import HAN
from ocrfix.model import Span

FIRST = late(r"(?P<glyph>\S)[^\S\n]+(?=\S{2})")
LAST = late(r"(?<=\S{2})[^\S\n]+(?P<glyph>\S)$")
LEAST = 3  # glyphs of a headline
NEAR = 12  # printed lines from one of them to the next, at most
ASKEW = 1  # code points by which they stand further left or right


class Stand(NamedTuple):
    """A glyph on its own: its printed line and its place there in code points; where text stands beside it, the place that this
    begins at or ends before, whether it ``follows`` the glyph, and the offset of the gap between them."""

    row: int
    x: int
    far: int = 0
    follows: bool = True
    at: int = -1


def cuts(text: str, pieces: Sequence[Span]) -> list[int]:
    """Offsets at which to cut glyphs of headlines that are set downwards from the lines beside them. ``pieces`` are the slugs."""
    breaks = [0, *(m.end() for m in LINE_BREAK.finditer(text))]
    glyphs: list[Stand] = []
    lines: list[tuple[int, int, int]] = []
    for start, end in pieces:
        row = bisect_right(breaks, start) - 1
        top = breaks[row]
        found = [Stand(row, start - top)] if end - start == 1 else list(_loose(text, start, end, row, top))
        glyphs += found
        if not found:
            lines.append((row, start - top, end - top))
    return sorted(s.at for s in glyphs if s.at >= 0 and _in_line(s, glyphs) and not _usual(s, lines))


def _loose(text: str, start: int, end: int, row: int, top: int) -> Iterator[Stand]:
    """Han glyphs at the head and the end of a line that space parts from it."""
    if (m := FIRST.match(text, start, end)) and HAN.match(m["glyph"]):
        yield Stand(row, start - top, m.end() - top, True, m.end())
    if (m := LAST.search(text, start, end)) and HAN.match(m["glyph"]):
        yield Stand(row, end - 1 - top, m.start() - top, False, m.start("glyph"))


def _in_line(s: Stand, glyphs: Sequence[Stand]) -> bool:
    """Is the glyph one of several that stand above each other, one of them alone?"""
    alike = [g for g in glyphs if abs(g.x - s.x) <= ASKEW]
    rows = sorted({g.row for g in alike})
    k = rows.index(s.row)
    first = last = k
    while first and rows[first] - rows[first - 1] <= NEAR:
        first -= 1
    while last + 1 < len(rows) and rows[last + 1] - rows[last] <= NEAR:
        last += 1
    return last - first + 1 >= LEAST and any(g.at < 0 and rows[first] <= g.row <= rows[last] for g in alike)


def _usual(s: Stand, lines: Sequence[tuple[int, int, int]]) -> bool:
    """Do as many lines around the glyph begin (or end) with its place as on the far side of the space?"""
    edges = [x if s.follows else end for row, x, end in lines if abs(row - s.row) <= NEAR]
    own = s.x if s.follows else s.x + 1
    return sum(abs(x - own) <= ASKEW for x in edges) >= sum(abs(x - s.far) <= ASKEW for x in edges)
