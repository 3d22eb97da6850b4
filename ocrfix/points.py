"""The points of a list stand below one another, each behind the same mark, or behind numbers that count up: where three and more of
a line or two do, they are one list.

Briefs stand behind a mark as well, each an article of its own; but they are longer.

Wrong when: the briefs of a page are no longer than a line or two.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ocrfix.blocks import Block
from ocrfix.late import late
from ocrfix.lines import ORNAMENTS, Galley, Lean, Slug
from ocrfix.model import Evidence
from ocrfix.shapes import small_print

LEAST = 3  # points
LONGEST = 2  # lines of a point
MARKS = ORNAMENTS + "•▪‣·✓–"
SHORTEST = 4  # characters of a point, mark and all
POINT = "point"  # the rule
HEADING = 9, 15  # em of a headline over points, at most: Chinese, Latin
HEADS = "points-heading"  # the rule
_HEADING = Evidence(HEADS, 12, "a short line without a stop above several points")
_POINT = Evidence(POINT, 30, "one of several points behind the same mark, or behind numbers that count up")
_NUMBERED = late(r"([(（]?)(\d{1,2})([.．](?!\d)|[、)）])")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def mark(galley: Galley) -> None:
    """Marks the first lines of points, and the second ones between them, as text, and a short line above as a headline."""
    for points in lists(galley.lines):
        for s in galley.lines[points[0] : points[-1] + 1]:
            s.lean = s.lean or Lean("B", _POINT)
        above = galley.lines[points[0] - 1] if points[0] else None
        if above and not above.lean and _heads(above, galley.latin):
            above.lean = Lean("H", _HEADING)


def lists(lines: Sequence[Slug]) -> list[list[int]]:
    """The first lines of the points of each list."""
    found = []
    i = 0
    while i < len(lines):
        points = _points(lines, i)
        if len(points) >= LEAST:
            found.append(points)
        i = points[-1] + 1 if points else i + 1
    return found


def _points(lines: Sequence[Slug], i: int) -> list[int]:
    """The lines that begin with the mark of line ``i``, or with the numbers after its own, each right below the point above."""
    sign = _sign(lines[i])
    points = [i] if sign else []
    k = i + 1
    while sign and k < len(lines) and k - points[-1] <= LONGEST:
        if found := _sign(lines[k]):
            if found != sign.next():
                break
            sign = found
            points.append(k)
        k += 1
    return points


class Sign(NamedTuple):
    """The mark of a point, or the form of its number and the number."""

    form: str
    number: int = 0

    def next(self) -> "Sign":
        """The sign of the point below."""
        return Sign(self.form, self.number + 1) if self.number else self


def _sign(s: Slug) -> Sign | None:
    """The sign that the point begins with; None for a line that is no point."""
    if m := _NUMBERED.match(s.text):
        sign = Sign(m[1] + m[3], int(m[2]))
    elif s.text[0] in CIRCLED:
        sign = Sign(CIRCLED[0], CIRCLED.index(s.text[0]) + 1)
    elif s.text[0] in MARKS:
        sign = Sign(s.text[0])
    else:
        return None
    point = len(s.text) >= SHORTEST and not s.doubled and any(map(str.isalnum, s.text))
    return sign if point and small_print(s.text) not in ("byline", "credit") else None


def _heads(s: Slug, latin: bool) -> bool:
    plain = s.end in ("han", "latin", "digit") and s.start in ("han", "upper")
    return plain and s.width <= HEADING[latin] and not small_print(s.text)


def heads_points(s: Slug) -> bool:
    """Is this the short line above points?"""
    return s.lean is not None and s.lean.evidence.rule == HEADS


def begins(s: Slug) -> bool:
    """Is this the first line of a point?"""
    return s.lean is not None and s.lean.evidence.rule == POINT and _sign(s) is not None


def threaded(lines: Sequence[Slug], blocks: Sequence[Block], home: Sequence[int]) -> dict[int, int]:
    """The block that each block of a list goes on in."""
    threads: dict[int, int] = {}
    for points in lists(lines):
        rows = dict.fromkeys(home[i] for i in points)
        threads.update(pairwise(k for k in rows if blocks[k].kind == "B"))
    return threads
