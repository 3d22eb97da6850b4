"""What looks like text, and is display type all the same."""

import pytest

from ocrfix.blocks import Block
from ocrfix.compose import demote
from ocrfix.lines import measure
from ocrfix.model import Source

HAN = ["渡口复航在即", "河口镇把停航三年", "的渡口修好了"]
LATIN = ["The ferry returns", "to the harbour after", "three years"]


@pytest.mark.parametrize(
    ("lines", "beside", "kind"),
    [
        pytest.param(HAN[:2], "B", "H", id="two lines"),
        pytest.param(HAN, "H", "H", id="three beside display type"),
        pytest.param(HAN, "B", "B", id="three beside text"),
        pytest.param(["《渡口的灯》"], "H", "H", id="it ends with a bracket, beside display type"),
        pytest.param(["《渡口的灯》"], "B", "B", id="and beside text"),
        pytest.param(["渡口昨日复航。", "船票两元"], "H", "B", id="a sentence"),
        pytest.param(LATIN, "H", "B", id="three in Latin"),
        pytest.param(LATIN[:2], "B", "H", id="two in Latin"),
    ],
)
def test_scraps_that_go_on_nowhere(lines: list[str], beside: str, kind: str) -> None:
    g = measure(Source("\n".join(["The lamps are lit." if lines[0].isascii() else "桥头的灯亮了。", *lines])))
    blocks = [Block([0], [0.0] * 5, beside, set()), Block([*range(1, len(lines) + 1)], [0.0] * 5, "B", set())]
    demote(g, blocks, [0, *[1] * len(lines)], {})
    assert blocks[1].kind == kind
