"""Typed indents begin paragraphs."""

import pytest

from ocrfix import indents
from ocrfix.formats import page_json
from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.pipeline import clean

PAGE = """老渡口复航
　　停航三年的老渡口昨日复航，
首班船坐满了人，船工老郑说，
他等这一天等了很久。
　　复航以后每天往返八班船，
票价两元，老人和孩子不要钱，
自行车随人免费上船
　　镇上说，渡口两岸的路也修
好了，下月还要装上路灯，夜里
过江的人从此不用摸黑走路。
"""


@pytest.mark.parametrize(
    ("text", "indented"),
    [
        (PAGE, 3),
        (PAGE.replace("\u3000\u3000", "\u3000"), 3),
        (PAGE.replace("\u3000", ""), 0),
        ("\n".join("\u3000\u3000" + line.strip() for line in PAGE.splitlines()), 0),  # the page is set in
        (PAGE.replace("\u3000\u3000停", "停").replace("\u3000\u3000复", "复"), 0),  # one line is no habit
        (PAGE.replace("\u3000", " "), 0),
    ],
)
def test_lines_with_a_typed_indent(text: str, indented: int) -> None:
    galley = measure(Source(text))
    indents.mark(galley)
    assert sum(s.indented for s in galley.lines) == indented


def test_a_line_with_an_indent_goes_on_no_sentence() -> None:
    (article,) = page_json(clean(PAGE))["articles"]
    assert [p[:3] for p in article["paragraphs"]] == ["停航三", "复航以", "镇上说"]
