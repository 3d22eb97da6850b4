"""Bylines and credits that are sure by their form alone."""

import pytest

from ocrfix import signed
from ocrfix.foreign import read_by
from ocrfix.lines import measure
from ocrfix.model import Source

SURE = [
    "记者郑岚报道",
    "本报记者 郑岚 摄",
    "□ 本报记者 周敏 通讯员 吴立",
    "（本报记者 周敏 文/图）",
    "見習記者 周敏",
    "（周敏 吴立）",
    "■周敏",
    "By Martha Quill",
    "By Martha Quill and Anna Birch",
    "Martha Quill | Staff Writer",
    "Martha Quill / Of the Tribune",
]
UNSURE = [
    "记者走进吴家湾",
    "本报记者 张某某报道全县",
    "【記者周敏／濱江報導】",
    "（图片）",
    "□夜市",
    "王家湾的水渠",
    "By the way",
    "by Martha Quill.",
    "by Martha Quill",
    "Martha Quill, a technical writer",
    "The bridge was built by Martha Quill",
]


@pytest.mark.parametrize(("line", "sure"), [*((s, True) for s in SURE), *((s, False) for s in UNSURE)])
def test_sure_bylines(line: str, sure: bool) -> None:
    galley = measure(Source(line))
    signed.mark(galley)
    assert [s.lean is not None for s in galley.lines] == [sure]


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        ("The bridge gets its lamps back\nBy Martha Quill\n", True),
        ("Nobody knows who put them there.\nBy Martha Quill\n", False),  # a sentence
        ("and are back in their places\nBy Martha Quill\n", False),  # it goes on from a line above
        ("The bridge gets its lamps back\nThey were lit on Monday.\n", False),
    ],
)
def test_what_stands_above_a_sure_byline_is_no_text(lines: str, sure: bool) -> None:
    galley = measure(Source(lines))
    signed.mark(galley)
    first = galley.lines[0].lean
    assert (first is not None and "B" not in first.kinds) is sure


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Wiremu Te Hurihanga", True),
        ("OYELARAN ADESHINA", True),
        ("Wiremu Sutherland Bridge", False),  # a word of the language
        ("Oyelaran", False),  # may be a town
        ("Oyelaran adeshina", False),
        ("Oyelaran Adeshina.", False),
        ("Bürgermeister Eröffnet Brücke", False),  # the page tells: its language is another
    ],
)
def test_strange_words_with_capitals_are_a_name(line: str, known: bool) -> None:
    page = "Die Brücke wurde am Montag vom Bürgermeister eröffnet und ist nun wieder für alle frei, sagte er.\n" * 8
    text = f"The council met on Monday, and nobody spoke.\n{line}\nThe bridge is open."
    galley = measure(Source(page + line if "ü" in line else text))
    galley.news = read_by(galley.news, galley.text)
    signed.mark(galley)
    assert any(s.lean is not None and s.lean.evidence.rule == "strange-names" for s in galley.lines) is known
