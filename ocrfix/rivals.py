"""How far each pair of a matching is ahead of its rivals, the other pairs of either of its two.

Line a may go on in b or c, and b may follow a or d: what pairs weigh alone does not say which of them hold, their leads
over each other do.
"""

from collections.abc import Iterable

from ocrfix.roles import bucket

Lead = tuple[float, float]
ALONE = -30.0  # decibans of the best rival where there is none
CLEAR = (-24, -16, -10, -6, -3, -1, 2, 5, 8, 12, 18, 26)  # decibans


def leads(pairs: Iterable[tuple[float, int, int]], alone: float = ALONE) -> list[Lead]:
    """For each pair (weight, a, b) how far its weight is above the best of the other pairs of a, and of those of b.

    ``alone`` is the least that a best rival weighs.
    """
    found = list(pairs)
    ours: dict[int, Lead] = {}
    theirs: dict[int, Lead] = {}
    for w, a, b in found:
        _enter(ours, a, w, alone)
        _enter(theirs, b, w, alone)
    return [(_lead(ours[a], w), _lead(theirs[b], w)) for w, a, b in found]


def _enter(best: dict[int, Lead], key: int, w: float, alone: float) -> None:
    first, second = best.get(key, (alone, alone))
    best[key] = (w, first) if w > first else (first, max(second, w))


def _lead(best: Lead, w: float) -> float:
    return w - (best[1] if w == best[0] else best[0])


def clear_bin(lead: float) -> str:
    """How clear a lead is."""
    return str(bucket(lead, CLEAR))
