"""Names the editor knows: near misses that print alike, and people who only have nearly the same name."""

from pathlib import Path

import pytest

from ocrfix.decisions import settle
from ocrfix.lexicon import BadLexicon, Lexicon, read_lexicon
from ocrfix.lines import measure
from ocrfix.model import Source, Status
from ocrfix.rules import mend_lexicon

NAMES = Lexicon(
    frozenset(
        {"朱志杰", "习近平", "王士奎", "李未央", "永康经济开发区", "石桥镇中心小学", "林怡君"}
        | {"Springfield Courier", "Whitfield", "Burnham", "Clermont"}
    )
)


def misses(text: str, lexicon: Lexicon = NAMES) -> list[tuple[str, str, str]]:
    """What is misread, how it reads, and whether that is applied."""
    galley = measure(Source(text))
    galley.lexicon = lexicon
    found = settle(mend_lexicon.look(galley))
    return [(text[slice(*d.spans[0])], d.text, d.status.value) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王士奎说，王土奎也来了", ("土", "士", "applied")),
        ("走进永康经济开友区", ("友", "发", "applied")),
        ("石桥镇中心小字的孩子", ("字", "学", "applied")),
        ("the Springfleld Courier said", ("Springfleld Courier", "Springfield Courier", "applied")),
        ("Mr. Whitfie1d agreed", ("Whitfie1d", "Whitfield", "applied")),
        ("Mr. Bumham agreed", ("Bumham", "Burnham", "applied")),
        ("the Clerrnont fair", ("Clerrnont", "Clermont", "applied")),
        ("刁近平同志", ("刁", "习", "proposed")),
        ("王土奎也来了", ("土", "士", "proposed")),
        ("the Burnham and Bunham families", ("Bunham", "Burnham", "proposed")),
    ],
)
def test_near_misses(text: str, expected: tuple[str, str, str]) -> None:
    assert misses(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "市长朱志杰和副市长朱志昂出席",
        "王士奎、李未央、林怡君",
        "王士奎、王土奎、王土奎三人",
        "Whitfield, Burnham and Clermont",
        "WHITFIELD BURNHAM",
        "The Whitfields of Millbrook",
        "一句与名单无关的话。",
    ],
)
def test_other_people_and_right_names(text: str) -> None:
    assert [m for m in misses(text) if m[2] == Status.APPLIED] == []
    assert misses(text, Lexicon()) == []


def test_people_of_nearly_the_same_name_are_not_even_compared() -> None:
    assert misses("副市长朱志昂出席") == []


def test_a_form_that_the_lexicon_has_is_right() -> None:
    both = Lexicon(frozenset({"王士奎", "王土奎"}))
    assert misses("王士奎和王土奎都来了", both) == []


def test_a_lexicon_is_one_name_a_line(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("\ufeff# people\n朱志杰\n\n  Whitfield  \n", "utf-8")
    assert read_lexicon(path).names == {"朱志杰", "Whitfield"}
    path.write_text("# nobody\n\n", "utf-8")
    with pytest.raises(BadLexicon, match="no names in it"):
        read_lexicon(path)
