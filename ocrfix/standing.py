"""Where slugs stand on a page whose printed lines hold several: which are above each other, in columns, and where white is.

Each piece of a line stands above the next of its column, though other columns' pieces come between them in the text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ocrfix.downward import NEAR
from ocrfix.lay import READS_OFF, READS_ON, runs_on
from ocrfix.lines import Slug

PLAY = 1.5  # code points by which slugs may overlap that stand side by side
SPACE = 2  # code points between words, at most
DOWN = 2  # printed lines more than usual from a slug to the one below it, at most
FURTHEST = 40  # printed lines to look up and down
AROUND = 12  # slugs that tell what is usual
DEEP = 3  # lines of a column, at least, that ends above a bar of white

ReadsOn = Mapping[tuple[str, str], int]  # decibans that the first line reads on in the second


@dataclass(slots=True)
class Box:
    """What takes up some code points of some printed lines: a column of slugs (indices), or white."""

    left: float
    right: float
    top: float
    foot: float
    slugs: list[int] = field(default_factory=list)

    def over(self, other: "Box") -> bool:
        """Do both take up some of one width: more than PLAY, or half of the narrower?"""
        shared = min(self.right, other.right) - max(self.left, other.left)
        return shared > min(PLAY, (self.right - self.left) / 2, (other.right - other.left) / 2)


class Sheet:
    """The slugs of a page where they stand."""

    def __init__(self, lines: Sequence[Slug], reads_on: ReadsOn):
        self.lines, self.reads_on = lines, reads_on
        self.slugs = [Box(s.x, s.x + s.foot.end - s.span.start, s.row, s.row, [k]) for k, s in enumerate(lines)]
        self.rows: dict[int, list[int]] = {}
        for k, s in enumerate(lines):
            self.rows.setdefault(s.row, []).append(k)
        under = [self.next(k, range(s.row + 1, s.row + FURTHEST)) for k, s in enumerate(lines)]
        upper = [self.next(k, range(s.row - 1, s.row - FURTHEST, -1)) for k, s in enumerate(lines)]
        self.steps = [lines[found[0]].row - lines[k].row if found else 0 for k, found in enumerate(under)]
        self.usual = usual(self.steps)
        self.under = {k: found[0] for k, found in enumerate(under) if len(found) == 1}
        self.below = {k: j for k, j in self.under.items() if upper[j] == [k] and self.steps[k] <= self.most(k, j)}
        self.above = {j: k for k, j in self.below.items()}
        self.head, self.foot = self.edges()
        edges = {*self.head, *self.foot}
        self.below = {k: j for k, j in self.below.items() if k not in edges and j not in edges}
        self.bars = self.white()
        for bar in self.bars:
            self.below = {k: j for k, j in self.below.items() if not self.parts(bar, self.slugs[k], self.slugs[j])}

    def edges(self) -> tuple[list[int], list[int]]:
        """The slugs of the first printed line where it holds several, white below each, and those of the last where there
        is white between them and all columns: they are of the page."""
        if not self.rows:
            return [], []
        head, foot = self.rows[min(self.rows)], self.rows[max(self.rows)]
        below_head = all(not self.steps[k] or self.steps[k] > self.usual[k] for k in head)
        above_foot = all(k not in self.above or self.steps[self.above[k]] > self.usual[self.above[k]] for k in foot)
        return head if below_head and len(head) > 1 else [], foot if above_foot and foot is not head else []

    def kept(self) -> float:
        """How many of the slugs that stand right of another begin right below the one above, of those that have one in their column."""
        columns = [(k, j) for k, j in self.below.items() if self.lines[k].cut and not self.lines[k].butted]
        exact = sum(self.slugs[k].left == self.slugs[j].left for k, j in columns)
        return exact / len(columns) if columns else 0.0

    def most(self, k: int, j: int) -> int:
        """How many printed lines below slug k, at most, slug j stands if both are of one column, or of one headline set downwards."""
        lone = len(self.lines[k].text) == len(self.lines[j].text) == 1
        return NEAR if lone else self.usual[k] + DOWN

    def next(self, k: int, rows: Iterable[int]) -> list[int]:
        """The slugs that take up some of the width of slug k on the first of these printed lines that has any."""
        for row in rows:
            if found := [j for j in self.rows.get(row, ()) if self.slugs[j].over(self.slugs[k])]:
                return found
        return []

    def parts(self, bar: Box, above: Box, below: Box) -> bool:
        """Does white part two that stand above each other?"""
        return above.foot < bar.top < below.top and bar.over(above)

    def white(self) -> list[Box]:
        """Bars of white below columns that stand side by side and end at one height."""
        ends = [k for k, step in enumerate(self.steps) if step > self.usual[k] and self.deep(k)]
        found: list[Box] = []
        for k in sorted(ends, key=lambda k: self.slugs[k].left):
            here = self.slugs[k]
            foot = here.foot + self.steps[k]
            for bar in found:
                top, least = max(bar.top, here.foot), min(bar.foot, foot)
                if top + 1 < least and here.left >= bar.right - PLAY and self.clear(bar.right, here.left, int(top) + 1):
                    bar.right, bar.top, bar.foot = here.right, top, least
                    bar.slugs.append(k)
                    break
            else:
                found.append(Box(here.left, here.right, here.foot, foot, [k]))
        parted = [b for b in found if len(b.slugs) > 1 and not self.read_on(b.slugs)]
        return [Box(b.left, b.right, b.top + 0.5, b.top + 0.5) for b in parted]

    def read_on(self, ends: Iterable[int]) -> bool:
        """Does the text go on below white, as where a picture stands in a story?"""
        pairs = ((self.lines[k], self.lines[self.under[k]]) for k in ends if k in self.under)
        on, off = tally(pairs, self.reads_on)
        return on >= off

    def clear(self, left: float, right: float, row: int) -> bool:
        """Does nothing stand between two places of a printed line?"""
        return all(not left - PLAY < self.slugs[j].left < right - PLAY for j in self.rows.get(row, ()))

    def deep(self, k: int) -> bool:
        """Do some lines of its column stand above slug k?"""
        for _ in range(DEEP - 1):
            if k not in self.above:
                return False
            k = self.above[k]
        return True

    def columns(self) -> list[Box]:
        """The columns of a page, cut where something above or below them is wider, stands askew, or is white."""
        begun = set(self.below.values())
        found: list[Box] = []
        for k in range(len(self.lines)):
            if k in begun:
                continue
            chain = [k]
            while chain[-1] in self.below:
                chain.append(self.below[chain[-1]])
            box = self.box(chain)
            if len(chain) == 1 and found and self.beside(found[-1], box):
                box = self.box([*found.pop().slugs, k])
            found.append(box)
        return found

    def box(self, slugs: list[int]) -> Box:
        """What some slugs take up together."""
        parts = [self.slugs[k] for k in slugs]
        left, right = min(b.left for b in parts), max(b.right for b in parts)
        return Box(left, right, parts[0].top, parts[-1].foot, slugs)

    def beside(self, a: Box, b: Box) -> bool:
        """Do two stand on one printed line with a space between that parts words, not columns?"""
        return a.top == a.foot == b.top == b.foot and 0 <= b.left - a.right <= SPACE

    def spaced(self, found: Iterable[Box]) -> list[Slug]:
        """The slugs of columns in this order, each with the blank lines above it, those that are usual left out; none where a
        column stands beside the one before."""
        made: list[Slug] = []
        before = Box(0, 0, 0, 0)
        for k, here in ((k, self.slugs[k]) for box in found for k in box.slugs):
            above = here.over(before) and before.foot < here.top
            white = here.top - before.foot - self.usual[before.slugs[0]] if above else 0
            made.append(replace(self.lines[k], gap=max(0, int(white))))
            before = here
        return made


def usual(steps: Sequence[int]) -> list[int]:
    """How many printed lines most slugs around each stand above the next of their column."""
    found = []
    for k in range(len(steps)):
        around = sorted(s for s in steps[max(0, k - AROUND) : k + AROUND + 1] if s)
        found.append(around[len(around) // 2] if around else 1)
    return found


def tally(pairs: Iterable[tuple[Slug, Slug]], reads_on: ReadsOn) -> tuple[int, int]:
    """How many sentences go on in the second line of a pair, and how many surely do not."""
    odds = [reads_on[a.text, b.text] for a, b in pairs if runs_on(a)]
    return sum(o >= READS_ON for o in odds), sum(o < READS_OFF for o in odds)
