"""Headlines are sold to stories: the segments of stacks of lines that together weigh most, no line in two, no story with two.

Where several segments bid for one story, its price rises until one is left; each stack is then cut into the segments that
weigh most over their prices, whatever the others do (Lagrangian relaxation, Held & Karp 1970; Fisher 1981). Where prices do
not settle, the heaviest choice that was met is taken.

>>> best([Segment(9, 0, 0, 1, 7), Segment(8, 0, 0, 0, 7), Segment(5, 0, 1, 1, 8)])
[Segment(weight=8, stack=0, first=0, last=0, story=7), Segment(weight=5, stack=0, first=1, last=1, story=8)]
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

ROUNDS = 40
FIRST_RISE, LEAST_RISE = 6.0, 0.3  # decibans by which prices rise, less with every round


class Segment(NamedTuple):
    """Lines ``first`` to ``last`` of a stack may head a story, which weighs so many decibans."""

    weight: float
    stack: int
    first: int
    last: int
    story: int


def best(segments: Iterable[Segment]) -> list[Segment]:
    """The segments that together weigh most; of equal ones the later in the order of their fields."""
    ranked = sorted((s for s in segments if s.weight > 0), reverse=True)
    found = _filled([], ranked)
    stacks = _by_ends(ranked)
    prices: dict[int, float] = {}
    for k in range(ROUNDS):
        wanted = [s for ends in stacks.values() for s in _cut(ends, prices)]
        bids = Counter(s.story for s in wanted)
        first = {s.story: s for s in sorted(wanted)}
        found = max(found, _filled(first.values(), ranked), key=_total)
        if len(first) == len(wanted):
            break
        rise = max(LEAST_RISE, FIRST_RISE / (1 + k / 4))
        for story in prices.keys() | bids.keys():
            change = rise if bids[story] > 1 else -rise / 2 if not bids[story] else 0.0
            prices[story] = max(0.0, prices.get(story, 0.0) + change)
    return sorted(found, key=lambda s: (s.stack, s.first))


def _by_ends(segments: Iterable[Segment]) -> dict[int, dict[int, list[Segment]]]:
    """Segments by stack and last line."""
    stacks: dict[int, dict[int, list[Segment]]] = {}
    for s in segments:
        stacks.setdefault(s.stack, {}).setdefault(s.last, []).append(s)
    return stacks


def _cut(ends: Mapping[int, Sequence[Segment]], prices: Mapping[int, float]) -> list[Segment]:
    """The segments of one stack that weigh most over their prices."""
    sums: list[tuple[float, Segment | None]] = [(0.0, None)]
    for last in range(max(ends) + 1):
        top: tuple[float, Segment | None] = (sums[last][0], None)
        for s in ends.get(last, ()):
            total = sums[s.first][0] + s.weight - prices.get(s.story, 0.0)
            if total > top[0]:
                top = (total, s)
        sums.append(top)
    found: list[Segment] = []
    k = len(sums) - 1
    while k:
        taken = sums[k][1]
        found += [taken] if taken else []
        k = taken.first if taken else k - 1
    return found


def _filled(chosen: Iterable[Segment], ranked: Iterable[Segment]) -> list[Segment]:
    """The chosen segments, and of the others, the heaviest first, those that none of these bars."""
    found: list[Segment] = []
    stories: set[int] = set()
    lines: set[tuple[int, int]] = set()
    for s in (*chosen, *ranked):
        own = {(s.stack, k) for k in range(s.first, s.last + 1)}
        if s.story not in stories and lines.isdisjoint(own):
            stories.add(s.story)
            lines |= own
            found.append(s)
    return found


def _total(segments: Iterable[Segment]) -> float:
    return sum(s.weight for s in segments)
