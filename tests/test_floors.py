"""Whole pages: the fixtures' scores must not fall below the floors, and the floors can only rise."""

from pathlib import Path

import pytest
from bench import floors, table

FIXTURES = Path(__file__).parents[1] / "fixtures"
PINNED = floors.load(FIXTURES / "floors.json")


@pytest.fixture(scope="module")
def means() -> floors.Means:
    return table.means(table.rows(FIXTURES, table.cleaner()), "reading")


def test_floors_belong_to_these_fixtures() -> None:
    assert PINNED["fixtures"] == floors.fingerprint(FIXTURES)


def test_every_reading_has_floors(means: floors.Means) -> None:
    assert set(PINNED["floors"]) == set(means)


def test_no_score_below_its_floor(means: floors.Means) -> None:
    assert floors.below(PINNED["floors"], means) == []


def test_a_worse_score_is_seen() -> None:
    pinned = {"stream": {"exact": 0.9, "furniture_leak": 0.02}}
    assert floors.below(pinned, {"stream": {"exact": 0.9, "furniture_leak": 0.02}}) == []
    assert len(floors.below(pinned, {"stream": {"exact": 0.89, "furniture_leak": 0.03}})) == 2
    assert len(floors.below(pinned, {})) == 2


def test_raising_keeps_the_better_of_both() -> None:
    pinned = {"stream": {"exact": 0.9, "furniture_leak": 0.02}}
    better = {"stream": {"exact": 0.8, "furniture_leak": 0.01, "banner": 1.0}}
    assert floors.raised(pinned, better) == {"stream": {"exact": 0.9, "furniture_leak": 0.01, "banner": 1.0}}
