"""What lines are about: the terms of running text, and how rare they are."""

import pytest

from ocrfix.slogans import slogan_bin
from ocrfix.statistics import bundled
from ocrfix.subjects import running, terms


@pytest.mark.parametrize(
    ("lines", "latin", "expected"),
    [
        (["small, incre-", "mental changes", "to the site"], True, "small, incremental changes to the site"),
        (["a well-known", "site"], True, "a well-known site"),
        (["pages 10 -", "12 and"], True, "pages 10 - 12 and"),
        (["县里组织三百多名干", "部下到村组"], False, "县里组织三百多名干部下到村组"),
    ],
)
def test_lines_run_on(lines: list[str], latin: bool, expected: str) -> None:
    assert running(lines, latin) == expected


@pytest.mark.parametrize(
    ("text", "latin", "expected"),
    [
        ("The FEC and 18F shut 24 bridges", True, {"fec", "18f", "bridge", "shut", "24"}),
        ("It is a day of no ire", True, set()),  # short words in lower case tell nothing
        ("縣里 24 人", False, {"县里", "24"}),
    ],
)
def test_terms(text: str, latin: bool, expected: set[str]) -> None:
    assert terms(text, latin) >= expected if expected else terms(text, latin) == expected


def test_a_latin_term_is_as_common_as_the_commonest_word_that_begins_so() -> None:
    news = bundled()
    assert news.idf("govern") == news.words["government"] <= news.words["govern"]
    assert news.idf("insect") > news.idf("throug")
    assert news.idf("zzzzzz") == 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不忘初心 牢记使命", "2=40"),
        ("■家家户户　平平安安", "2=42"),
        ("红红火火中国年", "1=72"),
        ("扎实推进移民搬迁 各县进展顺利", "2<80"),
        ("编辑：王小明 校对：李立", "-"),  # marks
        ("第 12 版 要闻", "-"),  # figures
        ("A Week of Storms", "-"),
        ("县里组织三百多名干部下到各个村组", "-"),  # too long for a slogan
    ],
)
def test_a_slogan_shows_in_its_groups(text: str, expected: str) -> None:
    assert slogan_bin(text) == expected
