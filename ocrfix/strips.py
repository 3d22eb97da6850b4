"""The columns of a page may come out one after the other, whatever stories they hold: where a story's column ends, another story's
begins, and the first goes on far off, ahead or, on a page told from the right, back.

Seen one by one, such turns are not likely enough. But where lines read on badly in the next and well in lines that the ones
above read on badly in, and the text before is of one subject with what stands there, and that several times on one page and in
order, the first of two going on before the second, the page is told so, and each of the turns is likely.

Wrong when: a page of many short items of one subject breaks lines where any goes on with any.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Any, NamedTuple

from ocrfix.assign import comes_to
from ocrfix.links import Linker, side_bins
from ocrfix.subjects import Direction, agree
from ocrfix.weights import Scale

UNSURE = 8  # less where the line is text only perhaps
UNITS = 3  # across the break that stand elsewhere on the page
SEEN = "turn", "head"  # and how the lines end and begin
LEAST_OWN = -15  # decibans, that a line reads on in the next, at least
HOPELESS = -20  # decibans that no subject makes up for,
MOST_SIDES = 16  # nor the ends of the lines
SIGHT = 8  # lines before and after that tell what the text is about
NEAREST, REACH = 10, 200  # lines ahead and back: few columns are shorter
STRIPS = 12  # decibans that a turn which is taken tells: one in fourteen was wrong
WHY = "the columns of the page come out one after the other: where it breaks off, this text goes on far off, and another stands next"


class Worth(NamedTuple):
    """Decibans, as a logistic regression on pages so told has them: against any turn (``pair``); for each of the affinity; against
    a next line that is text (``next``), and one ``above`` the other line, and for each by which these do not read on (``own``,
    ``theirs``); for what stands on the page across the break; for a cosine of ``subject`` beyond that with the next; how often
    what the ends of lines tell of links (``sides``). All turns of a page weigh ``page`` at least."""

    pair: float
    affinity: float
    next: float
    own: float
    above: float
    theirs: float
    stands: float
    subject: float
    sides: float
    page: float


HAN = Worth(28, 1.0, 8, 1.2, 12, 0.8, 5, 14, 2.0, 28)
LATIN = Worth(19, 1.5, 13, 1.4, 13, 1.4, 6, 10, 0.6, 14)


class Turn(NamedTuple):
    """Line ``i`` may go on in line ``j``, which weighs so many decibans."""

    i: int
    j: int
    weight: float


Way = tuple[float, Turn | None, Any]  # what it weighs, its last turn, and the way up to that
NO_WAY: Way = 0.0, None, None


def heaviest(turns: Iterable[Turn]) -> tuple[float, list[tuple[int, int]]]:
    """The turns, each behind the one before with both its lines, that together weigh most, and what they weigh.

    >>> heaviest([Turn(3, 40, 5.0), Turn(9, 30, 7.0), Turn(12, 50, 4.0)])
    (11.0, [(9, 30), (12, 50)])
    """
    ends: list[int] = []  # second lines of ways that none which ends before outweighs,
    ways: list[Way] = []  # and these
    for t in sorted(turns, key=lambda t: (t.i, -t.j)):
        at = behind = bisect_left(ends, t.j)
        before = ways[at - 1] if at else NO_WAY
        way: Way = before[0] + t.weight, t, before
        while behind < len(ends) and ways[behind][0] <= way[0]:
            behind += 1
        ends[at:behind], ways[at:behind] = [t.j], [way]
    weight, last, before = ways[-1] if ways else NO_WAY
    found = []
    while last:
        found.append((last.i, last.j))
        _, last, before = before
    return weight, found[::-1]


class Strips:
    """The text of a page. ``found`` are the terms of each line, ``scale`` weighs links."""

    def __init__(self, linker: Linker, found: Sequence[Set[str]], scale: Scale):
        self.linker, self.found, self.scale = linker, found, scale
        self.worth = LATIN if linker.g.latin else HAN
        self.body = [*(kind in "Bbm" for kind in linker.kinds), False]  # and none is behind the last
        self.direction: Callable[[int, int], Direction] = cache(self._direction)

    def links(self) -> dict[int, int]:
        """Which lines that break off go on in which, far off; none on a page that is not told so."""
        turns = [t._replace(weight=w) for t in self._turns() if (w := t.weight + self._subject(t)) > 0]
        weight, way = max(heaviest(t for t in turns if (t.j > t.i) is ahead) for ahead in (True, False))
        return dict(way) if weight >= self.worth.page else {}

    def _turns(self) -> Iterator[Turn]:
        """All turns that their subjects, which are not weighed yet, may make likely."""
        lines, w = range(len(self.found)), self.worth
        ends = {i: self._ends(i) for i in lines if self._breaks_off(i)}
        starts = {j: self._starts(j) for j in lines if self._begins(j)}
        begins = list(starts)
        for i, end in ends.items():
            near = begins[bisect_left(begins, i - REACH) : bisect_left(begins, i + REACH)]
            for j, (affinity, units) in zip(near, self.linker.reads(i, near), strict=True):
                weight = w.affinity * affinity + end + starts[j] + (w.stands if units >= UNITS else 0) - w.pair
                if abs(j - i) < NEAREST or weight <= HOPELESS - MOST_SIDES:
                    continue
                if (weight := weight + self._sides(i, j)) > HOPELESS:
                    yield Turn(i, j, weight)

    def _breaks_off(self, i: int) -> bool:
        """Does line ``i`` end in mid-sentence, and not go on in the next?"""
        return self.body[i] and not self.linker.stops[i] and (not self.body[i + 1] or self._own(i) < 0)

    def _begins(self, j: int) -> bool:
        """May line ``j`` go on from elsewhere than the line above?"""
        return self.body[j] and (self._free(j) or self._own(j - 1) < 0)

    def _free(self, j: int) -> bool:
        """Is the line above no text, or the end of a sentence?"""
        return not self.body[j - 1] or self.linker.stops[j - 1]

    def _ends(self, i: int) -> float:
        """Decibans for line ``i`` going on elsewhere than in the next."""
        sure = 0 if self.linker.kinds[i] in "Bb" else -UNSURE
        return sure - self.worth.next - self.worth.own * self._own(i) if self.body[i + 1] else sure

    def _starts(self, j: int) -> float:
        """Decibans for line ``j`` going on from another than the one above."""
        return 0.0 if self._free(j) else -self.worth.above - self.worth.theirs * self._own(j - 1)

    def _own(self, i: int) -> int:
        return max(LEAST_OWN, self.linker.onward[i])

    def _sides(self, i: int, j: int) -> float:
        """Decibans for how line ``i`` ends and line ``j`` begins."""
        sides = side_bins(self.linker.left[i], self.linker.right[j])
        return self.worth.sides * sum(self.scale.weight(kind, sides[kind]) for kind in SEEN)

    def _subject(self, t: Turn) -> float:
        """Decibans for what the text before the break and that behind it are about."""
        before = self.direction(t.i, -1)
        other = agree(before, self.direction(t.i + 1, 1)) if self.body[t.i + 1] else 0.0
        return self.worth.subject * (agree(before, self.direction(t.j, 1)) - other)

    def _direction(self, i: int, step: int) -> Direction:
        """Where the subject of line ``i`` and the lines before or after it lies."""
        first = max(0, i - SIGHT + 1) if step < 0 else i
        lines = range(first, i + 1 if step < 0 else min(len(self.found), i + SIGHT))
        subjects = self.linker.news.subjects(self.linker.g.latin)
        return subjects.direction(subjects.gist(set().union(*(self.found[k] for k in lines if self.body[k]))))


def stepped(after: Mapping[int, int], turns: Mapping[int, int]) -> dict[int, int]:
    """The links of ``turns`` put in the place of others; none that closes a ring."""
    found = dict(after)
    for i, j in turns.items():
        if not comes_to(found, j, i):
            found = {a: b for a, b in found.items() if a != i and b != j} | {i: j}
    return found
