"""Paragraphs that stand below one another are mostly parted alike: in a column of briefs each is a story of its own, within an
article none is. How well each goes on in the next, as it was weighed before, speaks for those around.

Wrong when: an article ends above a column of briefs.

>>> pairs = [(0, 1), (1, 2), (2, 3)]
>>> around(pairs, {pair: -9.0 for pair in pairs})[1, 2] < around(pairs, {pair: 9.0 for pair in pairs})[1, 2]
True
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ocrfix.roles import bucket

REACH = 3  # paragraph ends before and after that are looked at
LEAST, MOST = -20.0, 30.0  # decibans that one tells, at most
MEANS = (-8, -4, -1, 2, 5, 8, 11, 15, 20)  # decibans
ALONE, FAR = "-", "f"  # no other around; not below one another
Pair = tuple[int, int]  # two blocks


def around(pairs: Iterable[Pair], weights: Mapping[Pair, float]) -> dict[Pair, str]:
    """For ``pairs`` of body blocks of which the second begins below the first, in the order of the page: the mean of the
    ``weights`` (decibans) of those around, the near ones more. A pair without a weight tells nothing."""
    found: dict[Pair, str] = {}
    for run in _runs(pairs):
        told = [max(LEAST, min(MOST, weights[pair])) if pair in weights else None for pair in run]
        found.update((pair, _mean(told, x)) for x, pair in enumerate(run))
    return found


def _runs(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    run: list[Pair] = []
    for pair in pairs:
        if run and run[-1][1] != pair[0]:
            yield run
            run = []
        run.append(pair)
    yield run


def _mean(told: Sequence[float | None], x: int) -> str:
    near = [(w, 1 / abs(x - y)) for y, w in enumerate(told) if w is not None and 0 < abs(x - y) <= REACH]
    return str(bucket(sum(w * k for w, k in near) / sum(k for _, k in near), MEANS)) if near else ALONE
