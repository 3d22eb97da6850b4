"""What the paragraphs around say of a paragraph's end."""

import pytest

from ocrfix.around import ALONE, LEAST, MOST, REACH, Pair, around

COLUMN = [(k, k + 1) for k in range(2 * REACH + 3)]  # blocks that stand below one another
MIDST = COLUMN[REACH + 1]

CASES: dict[str, tuple[dict[Pair, float], dict[Pair, float]]] = {  # less is said in the first than in the second
    "those around part": (dict.fromkeys(COLUMN, -9.0), dict.fromkeys(COLUMN, 9.0)),
    "its own weight says nothing, one around does": (
        {**dict.fromkeys(COLUMN, 9.0), COLUMN[REACH]: -9.0},
        {**dict.fromkeys(COLUMN, 9.0), MIDST: -9.0},
    ),
    "the near ones say more": (
        {**dict.fromkeys(COLUMN, 9.0), COLUMN[REACH]: -20.0},
        {**dict.fromkeys(COLUMN, 9.0), COLUMN[1]: -20.0},
    ),
}
SAME: dict[str, tuple[dict[Pair, float], dict[Pair, float]]] = {
    "its own weight": ({**dict.fromkeys(COLUMN, 9.0), MIDST: -9.0}, dict.fromkeys(COLUMN, 9.0)),
    "too far": ({**dict.fromkeys(COLUMN, 9.0), COLUMN[0]: -9.0}, dict.fromkeys(COLUMN, 9.0)),
    "no more than so much": (dict.fromkeys(COLUMN, MOST), dict.fromkeys(COLUMN, MOST + 50)),
    "no less than so much": (dict.fromkeys(COLUMN, LEAST), dict.fromkeys(COLUMN, LEAST - 50)),
}


@pytest.mark.parametrize(("less", "more"), CASES.values(), ids=CASES)
def test_paragraphs_around_tell(less: dict[Pair, float], more: dict[Pair, float]) -> None:
    assert int(around(COLUMN, less)[MIDST]) < int(around(COLUMN, more)[MIDST])


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_this_tells_no_more(one: dict[Pair, float], other: dict[Pair, float]) -> None:
    assert around(COLUMN, one)[MIDST] == around(COLUMN, other)[MIDST] != ALONE


def test_a_run_ends_where_something_lies_between() -> None:
    parted = [(0, 1), (1, 2), (3, 4)]
    found = around(parted, dict.fromkeys(parted, 9.0))
    assert found[3, 4] == ALONE != found[0, 1]


def test_nothing_is_said_before_anything_was_weighed() -> None:
    assert set(around(COLUMN, {}).values()) == {ALONE} and around([], {}) == {}
