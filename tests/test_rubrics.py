"""What stands over a run of paragraphs."""

import pytest

from ocrfix.blocks import Block
from ocrfix.lines import measure
from ocrfix.matter import UNIT
from ocrfix.memo import Memo
from ocrfix.model import Source
from ocrfix.rubrics import under
from ocrfix.shapes import small_print
from ocrfix.subjects import terms

BRIEFS = "渡口今起恢复通航。", "稻田公园昨日开园。", "图书馆延时开放。"


def over(lines: list[str], kinds: str) -> list[str]:
    """What stands over each two paragraphs that follow one another."""
    g = measure(Source("\n".join(lines)))
    blocks = [
        Block([i], [0.0] * 5, kind, terms(line, latin=False))
        for i, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    ]
    found = under(
        blocks, range(len(lines)), [s.width for s in g.lines], [*map(small_print, lines)], Memo(lambda term: UNIT)
    )
    return [found[pair] for pair in sorted(found)]


@pytest.mark.parametrize(
    ("lines", "kinds", "found"),
    [
        pytest.param(["乡镇动态", *BRIEFS], "HBBB", ["r1", "r1"], id="a rubric"),
        pytest.param(["乡镇动态", *BRIEFS], "FBBB", ["r1", "r1"], id="a rubric taken for furniture"),
        pytest.param(["七日谈", *BRIEFS], "HBBB", ["s1", "s1"], id="a short line that shares no word"),
        pytest.param(["渡口恢复通航", *BRIEFS], "HBBB", ["h1", "h1"], id="a headline of its words"),
        pytest.param(
            ["全县人民齐心协力共同建设家园", *BRIEFS], "HBBB", ["h1", "h1"], id="a line too wide for a rubric"
        ),
        pytest.param([*BRIEFS], "BBB", ["-1", "-1"], id="nothing"),
        pytest.param(
            ["简讯", BRIEFS[0], BRIEFS[1], "图书馆", BRIEFS[2]], "HBBHB", ["r0"], id="a headline ends the run"
        ),
        pytest.param(["简讯", BRIEFS[0], "第3版", BRIEFS[1]], "HBFB", ["r0"], id="furniture does not"),
    ],
)
def test_what_stands_over_paragraphs(lines: list[str], kinds: str, found: list[str]) -> None:
    assert over(lines, kinds) == found


@pytest.mark.parametrize(
    ("line", "is_rubric"),
    [
        *[
            (t, True)
            for t in (
                "城事速览",
                "一句话新闻",
                "10秒读报",
                "新聞快線",
                "State Digest",
                "Around Town",
                "News in brief",
                "市井快拍",
            )
        ],
        *[(t, True) for t in ("Briefing", "News Wrap", "Police Log", "Parish Pump", "Village News")],
        *[
            (t, False)
            for t in ("动态清零", "扫描仪降价", "要闻编辑部搬家了", "Digest this", "The briefs were filed late")
        ],
        *[(t, False) for t in ("Police report theft", "Briefing room reopens", "Village newsagent to close")],
    ],
)
def test_rubrics(line: str, is_rubric: bool) -> None:
    assert (small_print(line) == "rubric") is is_rubric
