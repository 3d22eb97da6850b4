"""Each line goes on in one other at most, and one at most goes on in it: the links that weigh most together.

An assignment by shortest augmenting paths (Jonker & Volgenant 1987) over the few pairs that are likely at all; a line may
stay without a link.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from types import MappingProxyType

Links = dict[int, int]
Score = tuple[float, int, int]


def assign(
    scores: Sequence[Score], n: int, least: float = 0.0, kept: Mapping[int, int] = MappingProxyType({})
) -> Links:
    """Links (earlier to later of ``n`` lines) with the greatest sum of weights, at most one from and one to each line, and no
    ring: of a ring the lightest link is left out.

    ``scores`` holds (weight, i, j); what weighs less than ``least`` is left out; ``kept`` are links that stand.
    """
    after, taken = dict(kept), set(kept.values())
    free = [s for s in scores if s[0] >= least and s[1] not in after and s[2] not in taken]
    best = _best(free, least)
    root = list(range(n))

    def find(x: int) -> int:
        while root[x] != x:
            root[x] = root[root[x]]
            x = root[x]
        return x

    for i, j in after.items():
        root[find(i)] = find(j)
    for _, i, j in sorted(free, key=lambda s: (best.get(s[1]) == s[2], *s), reverse=True):
        if i not in after and j not in taken and find(i) != find(j):
            after[i] = j
            taken.add(j)
            root[find(i)] = find(j)
    return after


def comes_to(after: Mapping[int, int], first: int, last: int) -> bool:
    """Does what goes on from the first come to the last? ``after`` holds no ring."""
    while first != last and first in after:
        first = after[first]
    return first == last


def _best(scores: Iterable[Score], least: float) -> Links:
    """The assignment with the greatest sum of weights over ``least``."""
    costs: dict[int, dict[int, float]] = {}
    for w, i, j in scores:
        row = costs.setdefault(i, {})
        row[j] = min(least - w, row.get(j, 0.0))
    search = _Search(costs)
    for i in costs:
        search.augment(i)
    return search.after


class _Search:
    """The cheapest assignment of the lines so far. ``costs`` of their links are negative or nought, that of no link is nought;
    ``high`` and ``low`` are the dual variables of the lines as first and as second ones."""

    def __init__(self, costs: Mapping[int, Mapping[int, float]]):
        self.costs = costs
        self.after: Links = {}
        self.before: Links = {}
        self.high: dict[int, float] = {}
        self.low: dict[int, float] = {}

    def augment(self, start: int) -> None:
        """Give ``start`` its link at the least cost: others may make way, or one of them stay without."""
        low = self.low
        self.high[start] = min(0.0, min(c - low.get(j, 0.0) for j, c in self.costs[start].items()))
        ways, reached, via = {start: 0.0}, dict[int, float](), dict[int, int]()
        heap: list[tuple[float, int, int]] = []
        row, end, loser, shortest = start, -1, start, -self.high[start]
        while end < 0:
            here = ways[row] - self.high[row]
            if here < shortest:
                loser, shortest = row, here
            for j, c in self.costs[row].items():
                if j not in reached:
                    heappush(heap, (here + c - low.get(j, 0.0), j, row))
            while heap and heap[0][1] in reached:
                heappop(heap)
            if not heap or heap[0][0] >= shortest:
                break
            way, j, row = heappop(heap)
            reached[j], via[j] = way, row
            if j in self.before:
                row = self.before[j]
                ways[row] = way
            else:
                end, shortest = j, way
        for i, way in ways.items():
            self.high[i] += max(0.0, shortest - way)
        for j, way in reached.items():
            low[j] = low.get(j, 0.0) - max(0.0, shortest - way)
        self._shift(via, start, end if end >= 0 else self.after.pop(loser, -1))

    def _shift(self, via: Mapping[int, int], start: int, end: int) -> None:
        """Every line on the way from ``start`` to ``end`` takes the link that the next gives up."""
        while end >= 0:
            row = via[end]
            given_up = self.after.get(row, -1)
            self.after[row], self.before[end] = end, row
            end = -1 if row == start else given_up
