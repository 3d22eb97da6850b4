"""Printed lines that were torn at wide spaces: which lines are pieces of one."""

import pytest

from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.torn import joints, torn

ABOVE = (
    "the council said on Monday that the\nbridge over the river would be shut\nfor at least six weeks this summer,\n"
)
BELOW = (
    "\nthat the works would be finished in\ntime for the harvest, and that both\nroads would stay open to the buses."
)


@pytest.mark.parametrize(
    ("pieces", "marks"),
    [
        (("and the mayor", "added", "yesterday"), "(+)"),
        (("and the mayor", "added yesterday"), "()"),
        (("and", "the", "Environment", "Agency,", "which", "oversees", "the river,"), "(+)(++)"),
        (("and the mayor added yesterday then",), "-"),
        (("and then",), "-"),
        (("and then", "he", "left."), "---"),
    ],
)
def test_pieces_that_fill_the_measure_are_of_one_line(pieces: tuple[str, ...], marks: str) -> None:
    lines = measure(Source(ABOVE + "\n".join(pieces) + BELOW)).lines
    assert "".join(mark[0] for mark in torn(lines)) == f"---{marks}---"


def test_a_joint_is_within_a_line_or_between_two() -> None:
    lines = measure(Source(ABOVE + "and the mayor\nadded\nyesterday\nalong with\nher two deputies" + BELOW)).lines
    assert "".join(found[0] for found in joints(lines)) == "---eiieie--"


def test_pieces_after_a_full_stop_are_told_from_those_of_a_sentence() -> None:
    runs, stands = (
        torn(measure(Source(ABOVE.replace("summer,", end) + "and the mayor\nadded\nyesterday" + BELOW)).lines)[3]
        for end in ("summer,", "summer.")
    )
    assert runs == "(111" and stands == "(011"
