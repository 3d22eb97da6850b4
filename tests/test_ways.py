"""All ways through steps that keep their order, against every way written out."""

from itertools import combinations, pairwise
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrfix.ways import Step, through

STEPS = st.lists(
    st.builds(Step, st.integers(0, 6), st.integers(0, 6), st.floats(0.01, 100)), max_size=7, unique_by=lambda s: s[:2]
)


def written_out(steps: list[Step]) -> tuple[float, list[float]]:
    """The same, way by way."""
    whole, parts = 0.0, [0.0] * len(steps)
    for n in range(1, len(steps) + 1):
        for way in combinations(range(len(steps)), n):
            ordered = sorted((steps[k] for k in way), key=lambda s: s.i)
            if all(a.i < b.i and a.j < b.j for a, b in pairwise(ordered)):
                odds = prod(s.odds for s in ordered)
                whole += odds
                for k in way:
                    parts[k] += odds
    return whole, parts


@given(STEPS)
def test_ways_are_summed_up(steps: list[Step]) -> None:
    whole, parts = through(steps)
    known, known_parts = written_out(steps)
    assert whole == pytest.approx(known)
    assert parts == pytest.approx(known_parts)
