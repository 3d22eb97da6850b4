"""Segments of stacks to stories: no line in two, no story with two, and no lighter than the heaviest first."""

import random
from itertools import combinations

import pytest

from ocrfix.auction import Segment, best

BRIDGE, SCHOOL, HARVEST = range(3)  # stories


@pytest.mark.parametrize(
    ("segments", "sold"),
    [
        pytest.param(
            [Segment(9, 0, 0, 1, BRIDGE), Segment(8, 0, 0, 0, BRIDGE), Segment(5, 0, 1, 1, SCHOOL)],
            [(0, 0, BRIDGE), (1, 1, SCHOOL)],
            id="two headlines outweigh one of two lines",
        ),
        pytest.param(
            [Segment(19, 0, 0, 1, BRIDGE), Segment(8, 0, 0, 0, BRIDGE), Segment(5, 0, 1, 1, SCHOOL)],
            [(0, 1, BRIDGE)],
            id="one headline of two lines outweighs two",
        ),
        pytest.param(
            [Segment(9, 0, 0, 0, BRIDGE), Segment(7, 0, 0, 0, SCHOOL), Segment(8, 1, 0, 0, BRIDGE)],
            [(0, 0, SCHOOL), (0, 0, BRIDGE)],
            id="whoever has another story yields",
        ),
        pytest.param(
            [Segment(9, 0, 0, 0, BRIDGE), Segment(8, 0, 1, 1, BRIDGE), Segment(7, 0, 1, 1, HARVEST)],
            [(0, 0, BRIDGE), (1, 1, HARVEST)],
            id="within one stack too",
        ),
        pytest.param([Segment(0, 0, 0, 0, BRIDGE), Segment(-3, 0, 1, 1, SCHOOL)], [], id="what weighs nothing"),
        pytest.param([], [], id="nothing to sell"),
    ],
)
def test_sales(segments: list[Segment], sold: list[tuple[int, int, int]]) -> None:
    assert [(s.first, s.last, s.story) for s in best(segments)] == sold


def legal(segments: list[Segment]) -> bool:
    lines = [(s.stack, k) for s in segments for k in range(s.first, s.last + 1)]
    stories = [s.story for s in segments]
    return len(set(lines)) == len(lines) and len(set(stories)) == len(stories)


def total(segments: list[Segment]) -> float:
    return sum(s.weight for s in segments)


def heaviest(segments: list[Segment]) -> float:
    """The greatest sum of all legal choices, all tried."""
    choices = (list(c) for k in range(len(segments) + 1) for c in combinations(segments, k))
    return max(total(c) for c in choices if legal(c))


def drawn(seed: int) -> list[Segment]:
    """A few segments of two stacks of three lines, and three stories."""
    r = random.Random(seed)
    places = [(s, a, b) for s in range(2) for a in range(3) for b in range(a, 3)]
    return [Segment(r.randint(1, 20), *r.choice(places), r.choice((BRIDGE, SCHOOL, HARVEST))) for _ in range(9)]


@pytest.mark.parametrize("seed", range(40))
def test_sales_are_legal_and_no_lighter_than_the_heaviest_first(seed: int) -> None:
    segments = drawn(seed)
    first: list[Segment] = []
    for s in sorted(segments, reverse=True):
        if legal([*first, s]):
            first.append(s)
    found = best(segments)
    assert legal(found)
    assert total(first) <= total(found) <= heaviest(segments)


def test_hardly_any_choice_weighs_more() -> None:
    found = [(total(best(segments)), heaviest(segments)) for segments in map(drawn, range(100))]
    assert sum(a == b for a, b in found) >= 95


def test_the_order_of_segments_does_not_matter() -> None:
    for seed in range(20):
        segments = drawn(seed)
        assert best(segments) == best(reversed(segments))
