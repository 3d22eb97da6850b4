"""Stories that stand side by side may come out leg by leg in turn: a column of the one, a column of the next, A1 B1 A2 B2.

Where a leg ends in mid-sentence, the text breaks off, and it goes on behind the next leg of the other story. The legs of one
story are as deep as each other, but for a line and for the last; and they tell of one matter, those between them of another.
So a chain of breaks in such a rhythm is looked for, and weighed by how badly the text reads on at each, how well it does
in the leg after the next, and how much more the legs of one story share than those of two.

Wrong when: a story is cut by boxes of one depth that tell of another matter, and begins anew below each.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from ocrfix.assign import comes_to
from ocrfix.links import Linker, side_bins
from ocrfix.subjects import Direction, agree
from ocrfix.weights import Scale

BROKEN = -4  # decibans of affinity with which a line that ends in mid-sentence does not read on
LEAST, MOST = 5, 70  # lines of a leg
LONGEST = 10  # breaks of a chain
MOST_TOLD, LEAST_TOLD = 20, -15  # decibans that one link tells, at most and at least
SEEN = "head", "quote", "split"  # and how the lines end and begin
STANDS = 3  # decibans for each unit across the break that stands elsewhere on the page
ASKEW = 2  # decibans less for a leg that is a line longer or shorter than another of its story
STOPPED, SHORT = 3, 5  # less for one that ends with a full stop, and for a last one that is shorter
SEED = 4  # decibans of two breaks with which a chain may begin
EACH = 5  # decibans less for each link of a chain
SUBJECT, MOST_APART = (
    38,
    50,
)  # decibans for a cosine by which the legs of one story agree more than those of two, and at most
RARE = 35  # decibans against a chain: few pages have legs in turn
LEGS = 12  # decibans that a chain which is taken tells of each of its links: one in fourteen was wrong
WHY = "the legs of two stories side by side come out in turn: where it breaks off, this one goes on behind one of the other"


class Chain(NamedTuple):
    """Breaks after these of the body lines, the first before the first leg, and what goes on where; in decibans how sure."""

    weight: float
    breaks: tuple[int, ...]
    links: tuple[tuple[int, int], ...]


LOST = Chain(-99.0, (), ())  # where there is no way on


class Legs:
    """The body lines of a page in a row. ``found`` are the terms of each line of it; ``scale`` weighs its links."""

    def __init__(self, linker: Linker, found: Sequence[set[str]], scale: Scale):
        self.linker, self.found, self.scale = linker, found, scale
        self.body = [i for i, kind in enumerate(linker.kinds) if kind in "Bbm"]
        self.last = len(self.body) - 1
        self.reads: Callable[[int, int], int] = cache(self._reads)
        self.stops = [linker.stops[i] for i in self.body]
        self.next = [b - a == 1 for a, b in pairwise(self.body)] + [False]
        self.gaps = list(accumulate((not n for n in self.next), initial=0))
        self.own = [self.reads(k, k + 1) if self.next[k] else BROKEN for k in range(self.last)]
        self.direction: Callable[[int, int], Direction] = cache(self._direction)

    def links(self) -> list[tuple[int, int]]:
        """Which lines, the last ones of legs, go on in which."""
        taken: set[int] = set()
        links: list[tuple[int, int]] = []
        for _, breaks, turns in sorted(self._told(), reverse=True):
            inside = set(range(breaks[0] + 1, breaks[-1] + 1))
            if taken.isdisjoint(inside):
                taken |= inside
                links += [(self.body[k], self.body[n]) for k, n in turns]
        return links

    def _told(self) -> Iterator[Chain]:
        """All chains that are likelier than not, by what their legs tell of, too."""
        for chain in self._chains():
            weight = chain.weight - EACH * len(chain.links) - RARE
            if weight > -MOST_APART and (told := weight + self._contrast(chain.breaks)) >= 0:
                yield chain._replace(weight=told)

    def _chains(self) -> Iterator[Chain]:
        """All chains that two breaks in mid-sentence begin: the first leg ends at the one, the next at the other."""
        loose = [k for k in range(self.last) if self._broken(k)]
        ends = [k for k in range(self.last) if self.stops[k] or self._broken(k)]
        for first in loose:
            for second in ends[bisect_right(ends, first) :]:
                depth = second - first
                if depth > MOST or not self._leg(first, second):
                    break
                begun = (
                    self.reads(first, second + 1) - self.own[first] - (0 if self.stops[second] else self.own[second])
                )
                if depth < LEAST or begun < SEED or not self.next[second]:
                    continue
                for before in self._starts(first):
                    on = self._grow(second, (first - before, depth), LONGEST)
                    yield Chain(begun + on.weight, (before, first, *on.breaks), ((first, second + 1), *on.links))

    def _starts(self, first: int) -> Iterator[int]:
        """The lines behind which the leg that ends with line ``first`` may begin: -1 at the top of the page."""
        for before in range(max(-1, first - MOST), first - LEAST + 1):
            opens = before < 0 or not self.next[before] or self.stops[before]
            if opens and self._leg(before, first):
                yield before

    def _grow(self, at: int, depths: tuple[int, int], most: int) -> Chain:
        """The best way on from a leg that ends with line ``at``; the next one is ``depths[0]`` lines deep, that after it
        ``depths[1]``. Where a leg ends with a full stop, the chain may end."""
        ways = [Chain(0.0, (at,), ())] if self.stops[at] else list(self._short(at, depths[0]))
        for off in (0, -1, 1) if most else ():
            ways += self._full(at, at + depths[0] + off, (depths[1], depths[0]), most, abs(off) * ASKEW)
        return max(ways, key=lambda way: way.weight, default=LOST)

    def _full(self, at: int, end: int, depths: tuple[int, int], most: int, less: int) -> Iterator[Chain]:
        """On in a leg that ends with line ``end``, for so many decibans ``less``."""
        loose = not self.stops[at]
        if end < self.last and (self.stops[end] or self._broken(end)) and self._leg(at, end, loose):
            on = self._grow(end, depths, most - 1)
            weight = (self.reads(at, end + 1) if loose else 0) - less - (STOPPED if self.stops[end] else self.own[end])
            turn = ((at, end + 1),) if loose or on.links else ()
            yield Chain(weight + on.weight, (at, *on.breaks), turn + on.links)

    def _short(self, at: int, depth: int) -> Iterator[Chain]:
        """The last leg of one story, which may be shorter, and what goes on behind it."""
        for end in range(at + 1, min(self.last, at + depth + 2)):
            if self.stops[end] and self._leg(at, end, True):
                yield Chain(self.reads(at, end + 1) - SHORT, (at, end), ((at, end + 1),))

    def _contrast(self, breaks: Sequence[int]) -> float:
        """Decibans for how far each leg is of one subject with the one after the next, beyond the next."""
        told = [self.direction(a + 1, b + 1) for a, b in pairwise(breaks)]
        if len(told) < 3:
            return 0.0
        ours = [agree(a, b) for a, b in zip(told, told[2:], strict=False)]
        others = [agree(a, b) for a, b in pairwise(told)]
        return SUBJECT * (sum(ours) / len(ours) - sum(others) / len(others))

    def _direction(self, start: int, end: int) -> Direction:
        """Where the subjects of some lines lie."""
        subjects = self.linker.news.subjects(self.linker.g.latin)
        return subjects.direction(subjects.gist(set().union(*(self.found[i] for i in self.body[start:end]))))

    def _broken(self, k: int) -> bool:
        """Does the text break off after line ``k``?"""
        return k < self.last and not self.stops[k] and self.own[k] <= BROKEN

    def _leg(self, at: int, end: int, goes_on: bool = False) -> bool:
        """Do only body lines stand in the leg behind line ``at`` that ends with line ``end``, and, if text ``goes_on`` below it,
        right there?"""
        return self.gaps[end] == self.gaps[at + 1] and (self.next[end] or not goes_on)

    def _reads(self, k: int, n: int) -> int:
        """Decibans that line ``k`` reads on in line ``n``."""
        i, j = self.body[k], self.body[n]
        if self.linker.stops[i]:
            return 0
        ((affinity, units),) = self.linker.reads(i, (j,))
        sides = side_bins(self.linker.left[i], self.linker.right[j])
        seen = sum(self.scale.weight(kind, sides[kind]) for kind in SEEN)
        return max(LEAST_TOLD, min(MOST_TOLD, affinity + STANDS * min(units, 3) + seen))


def stepped(after: Mapping[int, int], links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The ``links`` of legs in turn put in the place of others."""
    found = dict(after)
    for i, j in links:
        if not comes_to(found, j, i):
            found = {a: b for a, b in found.items() if a != i and b != j} | {i: j}
    return found
