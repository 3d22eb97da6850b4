"""Where the two halves of a broken word stand apart, and where nothing tells that they do."""

import pytest

from ocrfix import halves
from ocrfix.lines import measure
from ocrfix.model import Source

A1 = ["The council met on Monday", "to hear of the govern-"]
B1 = ["Rain fell on the fields and", "the farmers are happy with"]
A2 = ["ment and what it wants of", "the towns of the valley."]
B2 = ["the year so far, they say."]


@pytest.mark.parametrize(
    ("lines", "pairs"),
    [
        pytest.param([*A1, *B1, *A2, *B2], [("to hear of the govern-", "ment and what it wants of")], id="apart"),
        pytest.param([*A1, *A2, *B1, *B2], [], id="in order"),
        pytest.param([*A1, *B1, *A2, *B2, *A2], [], id="two that fit"),
        pytest.param([*A1, "Xylo-", *A2, *B1, *B2], [], id="the line above may claim it"),
        pytest.param(
            [A1[0], "to hear of the self-", *B1, "made men and what they want", A2[1]], [], id="both are words"
        ),
    ],
)
def test_halves_that_stand_apart(lines: list[str], pairs: list[tuple[str, str]]) -> None:
    galley = measure(Source("\n".join(lines)))
    joins = halves.joins(galley)
    assert [tuple(galley.text[slice(*span)] for span in d.spans) for d in joins] == pairs
