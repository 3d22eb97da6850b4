"""How weights are learnt: towards what is known, and for each page without what has seen it."""

from collections.abc import Sequence
from typing import Any

import pytest
from bench.regression import in_parts, which, yes_or_no

NAMES = ("end", "start")
ROWS = [["stop", "upper"], ["run", "lower"]] * 40
ANSWERS = [False, True] * 40


def test_bins_that_part_the_answers_weigh() -> None:
    table = yes_or_no(ROWS, ANSWERS, NAMES, {})
    assert table["end"]["run"] > 3 and table["end"]["stop"] < -3 and abs(table["base"][""]) <= 1


def test_what_few_examples_do_not_tell_stays_as_it_was_known() -> None:
    known = {"end": {"run": 12, "close": 7}, "start": {}, "base": {"": -3}}
    table = yes_or_no([["run", "upper"], ["run", "upper"]], [True, True], NAMES, known)
    assert table["end"]["close"] == 7
    assert 12 <= table["end"]["run"] <= 15


def test_many_examples_overrule_what_was_known() -> None:
    known = {"end": {"run": -20}, "start": {"lower": -20}, "base": {"": 0}}
    table = yes_or_no(ROWS, ANSWERS, NAMES, known)
    assert table["base"][""] + table["end"]["run"] + table["start"]["lower"] > 0


def test_one_of_many() -> None:
    rows = [["stop", "upper"], ["run", "lower"], ["none", "digit"]] * 30
    tables = which(rows, list("BHF") * 30, NAMES, "BHYF", {})
    assert [max(range(4), key=tables["end"][b].__getitem__) for b in ("stop", "run", "none")] == [0, 1, 3]
    assert tables["base"][""][2] < min(tables["base"][""][k] for k in (0, 1, 3))  # no line was a Y


def learnt(rows: Sequence[list[str]], answers: Sequence[Any]) -> set[str]:
    return {bin_ for row in rows for bin_ in row}


@pytest.mark.parametrize(
    ("families", "seen"),
    [
        ("abc", ["bc", "ac", "ab"]),
        ("aab", ["b", "b", "a"]),
        ("abcd", ["bc", "acd", "abd", "bc"]),  # a fourth family shares a part with the first
        ("aa", ["a", "a"]),  # nothing else to learn from
    ],
)
def test_a_page_is_told_by_what_has_not_seen_it(families: str, seen: list[str]) -> None:
    shown = [[([family], True)] for family in families]
    whole, apart = in_parts(families, shown, learnt)
    assert whole == set(families)
    assert apart == [set(s) for s in seen]
