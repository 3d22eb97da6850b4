"""Where an article goes on, the lines before and after share words; where another begins, hardly any."""

import pytest

from ocrfix.cohesion import LINES, Cohesion

RARITY = {"the": 5, "ferry": 40, "ramp": 45, "harbour": 42, "goal": 38, "match": 36, "league": 44, "rain": 30}
FERRY = [{"the", "ferry"}, {"ramp", "the"}, {"harbour", "ferry"}, {"ramp", "rain"}]
LEAGUE = [{"the", "match"}, {"goal", "league"}, {"the", "match", "rain"}, {"goal"}]


def between(lines: list[set[str]], i: int, body: list[bool] | None = None) -> float:
    return Cohesion(lines, body or [True] * len(lines), RARITY.__getitem__).between(i, i + 1)


def test_within_an_article_lines_cohere_more_than_across_two() -> None:
    page = FERRY + LEAGUE
    within = [between(page, i) for i in (1, 5)]
    assert min(within) > 4 * between(page, 3) > 0


def test_common_words_and_lines_that_are_no_text_bind_nothing() -> None:
    assert between([{"the"}, {"the"}], 0) == 0
    page, body = [*FERRY[:2], {"goal"}, *LEAGUE[:2]], [True, True, False, True, True]
    assert between(page, 2, body) == 0


def test_only_lines_near_by_are_compared() -> None:
    page = [{"ferry"}, *[{"goal"}] * LINES, *[{"match"}] * LINES, {"ferry"}]
    assert between(page, LINES) == 0


def test_alike_texts_cohere_wholly() -> None:
    assert between([{"ferry", "ramp"}, {"ramp", "ferry"}], 0) == pytest.approx(1)
