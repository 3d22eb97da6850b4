"""A subhead announces what the next lines say; a headline parts two articles."""

import pytest

from ocrfix.blocks import Block
from ocrfix.lines import measure
from ocrfix.matter import UNIT
from ocrfix.memo import Memo
from ocrfix.model import Source
from ocrfix.subheads import NONE, subhead_bins
from ocrfix.subjects import terms

ABOVE = ["县里的水渠修到了家门口，村民们", "都说这是十年来头一回，今年的春", "耕用水不再发愁了。"]
BELOW = ["技术员说，今年要把渠岸再加固一", "遍，沿渠的老树一棵也不许砍，水", "闸由各村轮流看守。"]


def bins(display: list[str], kind: str = "H") -> tuple[str, str]:
    """Of the display type between the two columns."""
    g = measure(Source("\n".join([*ABOVE, *display, *BELOW])))
    n = len(display)
    groups = [range(3), range(3, 3 + n), range(3 + n, 6 + n)]
    texts = ["".join(g.lines[i].text for i in group) for group in groups]
    blocks = [
        Block([*group], [0.0] * 5, k, terms(text, False))
        for group, k, text in zip(groups, ("B", kind, "B"), texts, strict=True)
        if group
    ]
    home = [k for k, b in enumerate(blocks) for _ in b.lines]
    lead = texts[2][:30], terms(texts[2][:30], False)
    weight = Memo[str, int](lambda term: UNIT)
    return subhead_bins(g, blocks, home, weight, 2, 3 + n, blocks[0].terms, lead)


@pytest.mark.parametrize(
    ("display", "form", "echo"),
    [
        pytest.param(["技术员说"], "1i1", "0=1", id="word for word what follows"),
        pytest.param(["加固渠岸看守水闸"], "1i1", "012", id="in other words"),
        pytest.param(["市足球队昨晚在主场迎战劲旅三球大胜"], "1o1", "002", id="wider than the column"),
        pytest.param(["村民不再愁用水", "县里修水渠"], "2i1", "202", id="of what stands above"),
    ],
)
def test_display_type_between_paragraphs(display: list[str], form: str, echo: str) -> None:
    assert bins(display) == (form, echo)


@pytest.mark.parametrize(
    ("display", "kind"),
    [
        pytest.param([], "H", id="nothing between"),
        pytest.param(["记者 方小敏"], "Y", id="a byline"),
        pytest.param(["渠岸加固"] * 6, "H", id="too many lines"),
    ],
)
def test_no_subhead(display: list[str], kind: str) -> None:
    assert bins(display, kind) == NONE
