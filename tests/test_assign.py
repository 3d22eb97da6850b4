"""Links one to one: the heaviest sum of them, no ring, and how far each is ahead of its rivals."""

import random
from itertools import permutations

import pytest

from ocrfix.assign import assign, comes_to
from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.rivals import ALONE, leads
from ocrfix.ties import tied

Score = tuple[float, int, int]


@pytest.mark.parametrize(
    ("scores", "links"),
    [
        pytest.param([(9, 0, 1), (8, 0, 2), (8, 3, 1)], {0: 2, 3: 1}, id="two fair links outweigh the best one"),
        pytest.param([(20, 0, 1), (8, 0, 2), (8, 3, 1)], {0: 1}, id="a strong one outweighs two fair ones"),
        pytest.param([(-1, 0, 1)], {}, id="what weighs too little is no link"),
        pytest.param([(9, 0, 1), (8, 1, 2), (7, 2, 0)], {0: 1, 1: 2}, id="a ring loses its lightest link"),
        pytest.param([(9, 0, 0)], {}, id="no line goes on in itself"),
        pytest.param([], {}, id="nothing to link"),
    ],
)
def test_links(scores: list[Score], links: dict[int, int]) -> None:
    assert assign(scores, 4) == links


def test_links_that_stand_are_kept() -> None:
    assert assign([(30, 0, 1), (30, 2, 3), (5, 2, 0)], 4, kept={0: 3}) == {0: 3, 2: 0}


@pytest.mark.parametrize(
    ("first", "last", "comes"), [(0, 2, True), (0, 0, True), (2, 0, False), (0, 4, False), (3, 4, True)]
)
def test_where_links_lead(first: int, last: int, comes: bool) -> None:
    assert comes_to({0: 1, 1: 2, 3: 4}, first, last) is comes


@pytest.mark.parametrize(("after", "found"), [({}, {0: 1}), ({1: 0}, {1: 0})])
def test_a_mark_that_closes_a_line_makes_no_ring(after: dict[int, int], found: dict[int, int]) -> None:
    assert tied(measure(Source("村里的粮仓亮起了灯\n。路也通了")), after) == found


def heaviest(scores: list[Score], least: float) -> float:
    """The greatest sum over ``least`` of links from lines below 10 to lines from 10 on, all orders tried."""
    weight = {(i, j): w - least for w, i, j in scores if w > least}
    rows, columns = ({ends[k] for ends in weight} for k in (0, 1))
    places = [*columns, *(-k for k in range(1, len(rows) + 1))]
    ways = permutations(places, len(rows))
    return max(sum(weight.get((i, j), 0) for i, j in zip(rows, way, strict=True)) for way in ways)


@pytest.mark.parametrize("seed", range(60))
def test_no_other_links_weigh_more(seed: int) -> None:
    r = random.Random(seed)
    scores = [(float(r.randint(-6, 20)), i, 10 + j) for i in range(4) for j in range(4) if r.random() < 0.6]
    least = r.choice([0.0, -4.0])
    found = assign(scores, 20, least)
    weight = {(i, j): w - least for w, i, j in scores}
    assert len(set(found.values())) == len(found)
    assert sum(weight[link] for link in found.items()) == heaviest(scores, least)


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([(9.0, 0, 1), (5.0, 0, 2), (7.0, 3, 1)], [(4.0, 2.0), (-4.0, 5.0 - ALONE), (7.0 - ALONE, -2.0)]),
        ([(9.0, 0, 1), (9.0, 0, 2)], [(0.0, 9.0 - ALONE), (0.0, 9.0 - ALONE)]),
        ([(3.0, 0, 1)], [(3.0 - ALONE, 3.0 - ALONE)]),
        ([], []),
    ],
)
def test_leads_over_rivals(pairs: list[Score], found: list[tuple[float, float]]) -> None:
    assert leads(pairs) == found
