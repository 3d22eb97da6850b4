"""Bylines and credits that are sure by their form alone."""

import pytest

from ocrfix import signed
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
