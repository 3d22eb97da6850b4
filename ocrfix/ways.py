"""How likely things are that keep one order: each begins and ends behind the one before.

All ways through them are summed up, forward and back, as in a linear chain (Lafferty, McCallum & Pereira 2001,
*Conditional random fields*): a way weighs the product of its odds.
"""

from collections.abc import Sequence
from itertools import accumulate, groupby
from typing import NamedTuple


class Step(NamedTuple):
    """From ``i`` to ``j``, with the odds of its own."""

    i: int
    j: int
    odds: float


def through(steps: Sequence[Step]) -> tuple[float, list[float]]:
    """What all ways through the steps weigh together, those of no step left out, and of that the ways through each.

    Of two steps of a way, the later has the greater ``i`` and the greater ``j``.

    >>> through([Step(3, 40, 2.0), Step(9, 50, 3.0), Step(9, 30, 1.0)])
    (12.0, [8.0, 9.0, 1.0])
    """
    places = {j: n for n, j in enumerate(sorted({s.j for s in steps}))}
    order = sorted(range(len(steps)), key=lambda k: steps[k].i)
    groups = [list(group) for _, group in groupby(order, key=lambda k: steps[k].i)]
    at = [places[s.j] for s in steps]
    up_to = _sums(steps, groups, at, len(places))
    beyond = _sums(steps, groups[::-1], [len(places) - 1 - n for n in at], len(places))
    return sum(up_to), [a * b / s.odds for a, b, s in zip(up_to, beyond, steps, strict=True)]


def _sums(steps: Sequence[Step], groups: Sequence[list[int]], at: Sequence[int], places: int) -> list[float]:
    """What all ways weigh that end with each step; ``groups`` of steps, by number, come one after the other, ``at`` a place each."""
    found = [0.0] * len(steps)
    ending = [0.0] * places  # ways, by the place of their last step
    for group in groups:
        before = list(accumulate(ending, initial=1.0))
        for k in group:
            found[k] = steps[k].odds * before[at[k]]
        for k in group:
            ending[at[k]] += found[k]
    return found
