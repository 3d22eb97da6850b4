"""Text set downwards that came glyph by glyph is strung on lines; headlines set downwards, and figures, are not."""

import pytest

import ocrfix
from ocrfix.formats import page_json
from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.strung import DEPTH, strung

TEXT = "昨日清晨，石門村的老渡口恢復通航，首班船坐滿了人。渡口停航三年，船工老鄭說，他等這一天等了很久。"


def lines(page: str) -> list[str]:
    g, _ = strung(measure(Source(page)))
    return [s.text for s in g.lines]


def test_dozens_of_glyphs_are_text() -> None:
    found = lines("\n".join(TEXT))
    assert "".join(found) == TEXT
    assert [len(t) for t in found[:-1]] == [DEPTH, DEPTH]


def test_a_dateline_begins_a_line() -> None:
    found = lines("\n".join("老渡口復航" + "（本報記者周敏石門報導）" + TEXT))
    assert found[0] == "老渡口復航"
    assert found[1].startswith("（本報記者周敏")


def test_figures_stand_across_the_column() -> None:
    assert "12月" in lines("\n".join([*TEXT, "12", "月", *TEXT]))[2]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("\n".join(TEXT[:20]), id="a headline"),
        pytest.param("\n\n".join(TEXT), id="a blank line after each"),
        pytest.param("\n".join(["12", "7%", "305"] * 12), id="the cells of a table"),
        pytest.param("\n".join("abcdefgh" * 5), id="Latin letters"),
    ],
)
def test_what_is_no_such_text_stays(page: str) -> None:
    assert lines(page) == [s.text for s in measure(Source(page)).lines]


def test_the_page_is_made_of_it() -> None:
    (article,) = page_json(ocrfix.clean("\n".join(TEXT * 4) + "\n"))["articles"]
    assert "".join(article["paragraphs"]) == TEXT * 4
    assert len(article["paragraphs"]) <= 2
