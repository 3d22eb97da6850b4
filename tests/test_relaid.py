"""A page whose lines came out of order is laid in the order of its stories, and read again; one in order is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_lay import ALTERNATING, COLUMNS, DOUBLE_SPACED, ONE_BY_ONE, PARTED, ROW_BY_ROW

from ocrfix.assign import assign
from ocrfix.compose import make_up
from ocrfix.lay import RELAID
from ocrfix.lines import Galley, measure
from ocrfix.model import Decision, Source, Verb
from ocrfix.pipeline import prepare
from ocrfix.relaid import relaid

ASKEW = "\n".join(" ".join((a[k % 5 :], b, c)) for k, (a, b, c) in enumerate(zip(*COLUMNS, strict=False)))


def galley(text: str) -> Galley:
    return measure(Source(text))


@pytest.mark.parametrize(
    ("page", "after", "expected"),
    [
        pytest.param(
            "a1 b1 a2 b2 a3 b3", {0: 2, 2: 4, 1: 3, 3: 5}, "a1 a2 a3 b1 b2 b3", id="two columns, a line each in turn"
        ),
        pytest.param("a2 a3 a1", {2: 0, 0: 1}, "a1 a2 a3", id="a story that begins below its end"),
        pytest.param(
            "a1 H1 a2 a3 b1 H2 b2", {0: 2, 2: 3, 4: 6}, "a1 a2 a3 H1 b1 b2 H2", id="lines between stay in order"
        ),
        pytest.param("a1 a2 b1 b2", {0: 1, 2: 3}, None, id="in order"),
        pytest.param("a1 b1 c1", {}, None, id="nothing goes on"),
        pytest.param(
            "a1 a2 H1 a3 b1 b2 b3 b4 b5 b6 b7 b8",
            {1: 3, **{i: i + 1 for i in range(4, 11)}},
            None,
            id="one line between",
        ),
        pytest.param("", {}, None, id="no line"),
    ],
)
def test_lines_are_laid_before_those_they_go_on_in(page: str, after: dict[int, int], expected: str | None) -> None:
    made = relaid(galley("\n".join(page.split())), after)
    assert (made and " ".join(s.text for s in made.lines)) == expected


def test_blank_lines_stay_with_lines_that_stay() -> None:
    made = relaid(galley("a1\n\nb1\n\na2\n\n\na3\n\nb2"), {0: 2, 2: 3, 1: 4})
    assert made is not None
    assert [(s.text, s.gap) for s in made.lines] == [("a1", 0), ("a2", 0), ("a3", 2), ("b1", 0), ("b2", 0)]


def test_ties_go_with_their_lines() -> None:
    g = galley("a1\nb1\na2\nb2")
    tie = Decision(Verb.JOIN, (g.lines[1].span, g.lines[3].span), 30)
    g.ties[1] = 3, tie
    made = relaid(g, {0: 2, 1: 3})
    assert made is not None and made.ties == {2: (3, tie)}


@given(
    st.integers(2, 20).flatmap(
        lambda n: st.lists(st.tuples(st.floats(0, 30), *[st.integers(0, n - 1)] * 2)).map(lambda s: (n, s))
    )
)
def test_no_line_is_lost_or_laid_twice(case: tuple[int, list[tuple[float, int, int]]]) -> None:
    n, scores = case
    g = galley("\n".join(f"line {i}" for i in range(n)))
    made = relaid(g, assign([s for s in scores if s[1] != s[2]], n))
    assert made is None or sorted(made.slugs) == g.slugs


@pytest.mark.parametrize(
    ("text", "again"),
    [
        pytest.param(ALTERNATING, True, id="columns take turns, a line each"),
        pytest.param(ONE_BY_ONE, False, id="column by column"),
        pytest.param(DOUBLE_SPACED, False, id="a blank line after every line"),
        pytest.param(PARTED, False, id="in order, blank lines between some lines"),
        pytest.param("\n".join(ROW_BY_ROW), False, id="row by row, the places of the columns kept"),
        pytest.param(ASKEW, True, id="row by row, a space between columns, each row begins elsewhere"),
        pytest.param("\n".join(COLUMNS[0][:3]), False, id="three lines"),
    ],
)
def test_pages_out_of_order_are_read_again(text: str, again: bool) -> None:
    (g,) = prepare(Source(text))[2]
    assert (make_up(g).reading.sort.lay == RELAID) is again
