"""Captions wider than the columns are body; display type and decks of that width are not."""

import pytest

from ocrfix import captions
from ocrfix.formats import page_json
from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.pipeline import clean

COLUMN = """The ferry will run again, the har-
bour board said on Tuesday after a
long debate about the costs of it,
and the first boat leaves at noon.
"""
NEXT = """The fare stays at two crowns for a
grown passenger, and children will
be taken across for nothing at all,
as the board had promised in March.
"""
WIDE = "Passengers wait on the old pier at Wexcombe for the first boat in three years"


@pytest.mark.parametrize(
    ("lines", "caption"),
    [
        pytest.param([WIDE + "."], 1, id="a sentence"),
        pytest.param([WIDE, "of waiting for it."], 2, id="a sentence over two lines"),
        pytest.param([WIDE, "Harbour, as they do each morning.", "Photo by Anna Birch"], 2, id="a credit below"),
        pytest.param([WIDE, "Photo by Anna Birch"], 1, id="a credit below, no full stop"),
        pytest.param([WIDE + ". (Photo: Anna Birch)"], 1, id="a credit at its end"),
        pytest.param([WIDE], 0, id="display type"),
        pytest.param([WIDE, "Harbour board gives in."], 0, id="display type above a sentence"),
        pytest.param(["Ferry to run again", WIDE + "."], 0, id="a deck below its headline"),
        pytest.param(["The pier at Wexcombe."], 0, id="no wider than the columns"),
    ],
)
def test_captions(lines: list[str], caption: int) -> None:
    galley = measure(Source(COLUMN + "\n".join(lines) + "\n" + NEXT))
    joins = list(captions.joins(galley))
    marked = [s.text for s in galley.lines if s.lean]
    assert marked == lines[:caption]
    assert all(s.lean.kinds == "B" for s in galley.lines if s.lean)
    assert len(joins) == max(0, caption - 1) and all(d.glue == " " for d in joins)


def test_a_credit_tells_a_caption_below_any_line() -> None:
    ragged = COLUMN + "and so it went on all\n"
    for credit, found in (("Photo by Anna Birch\n", 1), ("", 0)):
        galley = measure(Source(ragged + WIDE + ".\n" + credit + NEXT))
        list(captions.joins(galley))
        assert sum(map(captions.is_caption, galley.lines)) == found


def test_a_caption_is_an_article_of_its_own() -> None:
    page = page_json(clean(COLUMN + "and so it went on all\n" + WIDE + ". Photo by Anna Birch\n" + NEXT))
    assert [WIDE + "."] in [a["paragraphs"] for a in page["articles"]]


def test_chinese_pages_are_left_alone() -> None:
    page = (
        "渡口昨日复航，首班船坐满了人。\n" * 6
        + "旅客们在老码头上等候三年来的第一班船，天还没有亮，长堤上已经站满了从各村赶来的人。\n"
    )
    galley = measure(Source(page))
    assert not list(captions.joins(galley))
    assert not any(s.lean for s in galley.lines)
