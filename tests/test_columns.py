"""Columns on shared printed lines: what is right below, what stands at the head of the next column."""

import pytest

from ocrfix.columns import Columns
from ocrfix.lines import Slug
from ocrfix.model import Span


def page(*rows: str) -> Columns:
    """Two, three columns of lines, a letter each, at so many code points; a capital is no body."""
    found = [(c, float(x), r) for r, row in enumerate(rows) for x, c in enumerate(row) if c != " "]
    lines = [Slug(Span(k, k + 1), c, 1.0, x=x, row=r) for k, (c, x, r) in enumerate(found)]
    return Columns(lines, [c.islower() for c, _, _ in found])


SIDE_BY_SIDE = page(
    "a           e           h",
    "  b         f           i",
    "c           g",
    "d",
)
STEPS = page(
    "T",
    "a           d",
    "b           e",
    "",
    "",
    "",
    "U           g",
    "f           h",
)


@pytest.mark.parametrize(
    ("columns", "pair", "found"),
    [
        (SIDE_BY_SIDE, "ab", "below"),
        (SIDE_BY_SIDE, "bc", "below"),
        (SIDE_BY_SIDE, "ac", "mmsamed"),
        (SIDE_BY_SIDE, "de", "fhnext0"),
        (SIDE_BY_SIDE, "gh", "fhnext0"),
        (SIDE_BY_SIDE, "dh", "fhover0"),
        (SIDE_BY_SIDE, "df", "fmnext0"),
        (SIDE_BY_SIDE, "be", "mhnext0"),
        (SIDE_BY_SIDE, "ia", "fhleftu"),
        (STEPS, "bd", "fhnext0"),
        (STEPS, "bg", "fhnext2"),
        (STEPS, "ef", "fhleftd"),
        (STEPS, "bf", "fhsamed"),
        (STEPS, "eg", "fhsamed"),
    ],
)
def test_places(columns: Columns, pair: str, found: str) -> None:
    i, j = (next(k for k, s in enumerate(columns.lines) if s.text == c) for c in pair)
    assert columns.bin(i, j) == found


def test_a_line_stands_below_one_other_only() -> None:
    columns = page("a   b", "  c")
    assert (columns.below, columns.above) == ({0: 2}, {2: 0})
