"""Columns that share their lines are parted at the gutter, not at the spaces between words."""

import pytest

from ocrfix.model import Source, Verb
from ocrfix.pipeline import clean

LEFT = [
    "The council voted on Tuesday to",
    "repair the old stone bridge over",
    "the river before winter comes, at",
    "a cost of two hundred thousand.",
    "Work is to begin in late August",
]
RIGHT = [
    "Two goals in the last ten minutes",
    "gave the home side a win over its",
    "oldest rivals on Saturday, before",
    "a crowd of four thousand people.",
    "The keeper saved a penalty early",
]


def cuts(lines: list[str]) -> list[str]:
    """What stands before each cut on its line."""
    text = "\n".join(lines)
    page = clean(Source(text))
    at = [d.spans[0].start for d in page.decisions if d.verb is Verb.CUT]
    return [text[text.rfind("\n", 0, k) + 1 : k].rstrip() for k in at]


@pytest.mark.parametrize("spaces", [1, 2])
def test_lines_are_cut_at_the_gutter_only(spaces: int) -> None:
    left = [line.replace(" ", " " * spaces, 3) for line in LEFT]
    assert cuts([f"{a:<44}{b}" for a, b in zip(left, RIGHT, strict=True)]) == left
