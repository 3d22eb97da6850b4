"""How the text of a page flows: in which order its columns are read.

What is above comes before what is below, what is left before what is right, unless something that spans both parts them, be
it a headline or a bar of white (Breuel 2003, High performance document layout analysis). By this alone the columns of two
stories, one below the other, come mixed. So where a column ends, its text goes on below, or at the head of the next column to
the right, wherever that fits better: where the last line reads on, and where columns begin, or end, at one height.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ocrfix.assign import comes_to
from ocrfix.lay import runs_on
from ocrfix.standing import DOWN, PLAY, Box, Sheet

# decibans that a column goes on right below, or below some white,
BELOW, BELOW_WHITE = 6, 3
# and in the next column: both begin at one height, or it begins with the headline of the first, or both end at one height,
HEADS, HEAD_LINE, FEET = 6, 4, 2
# or none of these; less where they are of different widths
ASKEW, OTHER_WIDTH = -6, -4
ENOUGH = 2  # decibans that are asked
READS_ON, READS_OFF = 20, -10  # decibans that the last line reads on in the first of the other, at most and at least
LEVEL = 3  # printed lines between two heights that are one
WIDER = 4  # code points
CLOSE = 4  # printed lines from a headline to what it heads, at most
TIERS = 3  # of a headline and its column


class Turn(NamedTuple):
    """Column ``a`` may go on in column ``b`` (indices)."""

    decibans: int
    a: int
    b: int


def flow(sheet: Sheet, columns: Sequence[Box]) -> list[Box]:
    """The columns of a page in the order in which they are read."""
    head, foot = ([b for b in columns if b.slugs[0] in edge] for edge in (sheet.head, sheet.foot))
    found = [b for b in columns if b not in head and b not in foot]
    goes_on = Flow(sheet, found).goes_on()
    begun = set(goes_on.values())
    order = head
    for first in ordered(found, sheet):
        k: int | None = None if first in begun else first
        while k is not None:
            order.append(found[k])
            k = goes_on.get(k)
    return [*order, *foot]


class Flow:
    """The columns of a page, ``found``, and what stands around each."""

    def __init__(self, sheet: Sheet, found: Sequence[Box]):
        self.sheet, self.found = sheet, found
        self.below: dict[int, int] = {}
        self.above: dict[int, int] = {}
        self.level: dict[int, list[Box]] = {}
        for b in found:
            for row in range(int(b.top), int(b.foot) + 1):
                self.level.setdefault(row, []).append(b)
        for k, here in enumerate(found):
            level = [(j, b) for j, b in enumerate(found) if b.over(here)]
            if under := [(b.top, b.left, j) for j, b in level if b.top > here.foot]:
                self.below[k] = min(under)[2]
            if over := [(b.foot, -b.left, j) for j, b in level if b.foot < here.top]:
                self.above[k] = max(over)[2]

    def goes_on(self) -> dict[int, int]:
        """Which column each goes on in, the surest first, each in one and after one."""
        turns = (turn for k in range(len(self.found)) for turn in self._turns(k))
        goes_on: dict[int, int] = {}
        begun: set[int] = set()
        for turn in sorted((t for t in turns if t.decibans >= ENOUGH), reverse=True):
            if turn.a not in goes_on and turn.b not in begun and not comes_to(goes_on, turn.b, turn.a):
                goes_on[turn.a] = turn.b
                begun.add(turn.b)
        return goes_on

    def _turns(self, k: int) -> Iterator[Turn]:
        """The columns that column k may go on in."""
        here = self.found[k]
        last = self.sheet.lines[here.slugs[-1]]
        for j, decibans in (*self._down(k), *self._right(k)):
            if runs_on(last):
                reads = self.sheet.reads_on[last.text, self.sheet.lines[self.found[j].slugs[0]].text]
                decibans += max(READS_OFF, min(READS_ON, reads))
            yield Turn(decibans, k, j)

    def _down(self, k: int) -> Iterator[tuple[int, int]]:
        """The column below column k."""
        if k in self.below and not self._parted(k, self.below[k]):
            j = self.below[k]
            usual = self.sheet.usual[self.found[k].slugs[-1]]
            white = self.found[j].top - self.found[k].foot > usual + DOWN
            yield j, BELOW_WHITE if white else BELOW

    def _right(self, k: int) -> Iterator[tuple[int, int]]:
        """The columns next to the right of column k that begin no lower than it ends."""
        here, heads = self.found[k], self._heads(k)
        for j, b in enumerate(self.found):
            if j != k and b.left >= here.right - PLAY and b.top <= here.foot + LEVEL and not self._between(here, b):
                yield j, _beside(here, b, heads)

    def _heads(self, k: int) -> list[float]:
        """Where column k begins, and the headline that stands close above it."""
        tops = [self.found[k].top]
        while len(tops) < TIERS and k in self.above:
            up = self.above[k]
            if self.found[k].top - self.found[up].foot > CLOSE:
                break
            tops.append(self.found[up].top)
            k = up
        return tops

    def _between(self, a: Box, b: Box) -> bool:
        """Does another column stand between a and b, on the printed line where b begins?"""
        level = (c for c in self.level[int(b.top)] if c is not a and c is not b)
        return any(c.left >= a.right - PLAY and c.right <= b.left + PLAY for c in level)

    def _parted(self, k: int, j: int) -> bool:
        return any(self.sheet.parts(bar, self.found[k], self.found[j]) for bar in self.sheet.bars)


def _beside(a: Box, b: Box, heads: Sequence[float]) -> int:
    """Decibans that column a goes on in b to the right of it; ``heads`` are where a and its headline begin."""
    alike = abs((b.right - b.left) - (a.right - a.left)) <= WIDER
    width = 0 if alike else OTHER_WIDTH
    if abs(b.top - a.top) <= LEVEL:
        return HEADS + width
    if any(abs(b.top - top) <= LEVEL for top in heads):
        return HEAD_LINE + width
    return (FEET if abs(b.foot - a.foot) <= LEVEL else ASKEW) + width


def ordered(found: Sequence[Box], sheet: Sheet) -> list[int]:
    """Columns (indices) from the top left to the foot."""
    parted: set[tuple[int, int]] = set()
    for c in (*found, *sheet.bars):
        near = [k for k, b in enumerate(found) if b is not c and b.over(c)]
        above = [k for k in near if found[k].foot < c.top]
        parted.update((a, b) for a in above for b in near if found[b].top > c.foot)

    def before(i: int, j: int) -> bool:
        a, b = found[i], found[j]
        if (i, j) in parted or (j, i) in parted:
            return (i, j) in parted
        return i != j and (a.top < b.top if a.over(b) else a.left < b.left)

    from_top = sorted(range(len(found)), key=lambda k: (found[k].top, found[k].left))
    firsts = [[i for i in from_top if before(i, j)] for j in range(len(found))]
    order: dict[int, None] = {}
    seen: set[int] = set()

    def visit(k: int) -> None:
        if k not in seen:
            seen.add(k)
            for i in firsts[k]:
                visit(i)
            order[k] = None

    for k in sorted(from_top, key=lambda k: found[k].left):
        visit(k)
    return list(order)
