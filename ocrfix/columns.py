"""Columns on printed lines that hold several: what stands above and below each line, and what at the head of the next column.

An article's columns mostly stand side by side and begin at one height: where one ends, the article goes on at the head of
the next to the right.
"""

from collections.abc import Sequence
from functools import lru_cache

from ocrfix.lines import Slug

ASKEW = 4.0  # code points by which the lines of a column begin further left or right, indents among them
DOWN = (1, 2)  # printed lines from one of a column to the next
LEVEL = 1, 4  # printed lines between the heads of two columns


class Columns:
    """The columns of a page, of its body lines only."""

    def __init__(self, lines: Sequence[Slug], body: Sequence[bool]):
        self.lines = lines
        self.rows: dict[int, list[int]] = {}
        for k, s in enumerate(lines):
            if body[k]:
                self.rows.setdefault(s.row, []).append(k)
        self.below: dict[int, int] = {}
        self.above: dict[int, int] = {}
        for k, s in enumerate(lines):
            if body[k] and (j := self._next(s)) is not None and j not in self.above:
                self.below[k], self.above[j] = j, k
        self.head = lru_cache(None)(self._head)

    def _next(self, s: Slug) -> int | None:
        """The line below in the same column."""
        for step in DOWN:
            near = [(abs(self.lines[k].x - s.x), k) for k in self.rows.get(s.row + step, ())]
            if near and min(near)[0] <= ASKEW:
                return min(near)[1]
        return None

    def _head(self, k: int) -> int:
        """The first line of the column of line k."""
        while k in self.above:
            k = self.above[k]
        return k

    def bin(self, i: int, j: int) -> str:
        """How line j stands to line i: right below it, or whether one is the foot and the other the head of a column, which of
        them stands where, and whether their columns begin at one height."""
        if self.below.get(i) == j:
            return "below"
        place = ("m" if i in self.below else "f") + ("m" if j in self.above else "h")
        a, b = self.lines[i], self.lines[j]
        if abs(b.x - a.x) <= ASKEW:
            return place + "same" + "ud"[b.row > a.row]
        if b.x < a.x:
            return place + "left" + "ud"[b.row > a.row]
        between = any(a.x + ASKEW < self.lines[k].x < b.x - ASKEW for k in self.rows.get(b.row, ()))
        apart = abs(self.lines[self.head(i)].row - b.row)
        return place + ("over" if between else "next") + str(sum(apart > most for most in LEVEL))
