"""Blank lines say something only beside those that running text has on the same page."""

import pytest

from ocrfix.leading import set_leading
from ocrfix.lines import measure
from ocrfix.model import Source

LINE = "县里的水利站长昨天在会上说"
ON = [20]  # decibans: reads on


def leads(gaps: list[int]) -> list[int]:
    """Leads of lines that all read on, with so many blank lines above each."""
    g = measure(Source("".join("\n" * (gap + 1) + LINE for gap in gaps)))
    for s, gap in zip(g.lines, gaps, strict=True):
        s.gap = gap
    set_leading(g, ON * len(gaps))
    return [s.lead for s in g.lines]


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ([0] * 40 + [1, 2], [0] * 40 + [1, 2]),  # none in running text: one parts
        ([1] * 40 + [2, 0], [0] * 40 + [1, -1]),  # one above every line
        ([0, 1] * 20 + [2, 3], [0, 0] * 20 + [1, 2]),  # here and there: neither says anything
        ([0, 0, 0, 1], [0, 0, 0, 1]),  # a few lines: most of them are usual
    ],
)
def test_leading(gaps: list[int], expected: list[int]) -> None:
    assert leads(gaps) == expected
