"""Headlines that stand in a stack, and columns that stand side by side: what tells where one ends."""

import pytest

from ocrfix.blocks import Block
from ocrfix.claims import Claims, claim_bins
from ocrfix.compose import make_up
from ocrfix.depths import depth_bin, depths
from ocrfix.formats import page_json
from ocrfix.heads import Matcher
from ocrfix.lines import measure
from ocrfix.matching import match
from ocrfix.matter import UNIT
from ocrfix.memo import Memo
from ocrfix.model import Source
from ocrfix.pipeline import clean, prepare
from ocrfix.runs import head_runs
from ocrfix.stacks import labels, pairs, stack
from ocrfix.stories import stories

FIRM, LOOSE = 8.0, -8.0
BRIDGE, SCHOOL = 0, 1  # stories


@pytest.mark.parametrize(
    ("scores", "joints", "heads"),
    [
        pytest.param(
            {(0, BRIDGE): 20.0, (1, BRIDGE): -9.0, (1, SCHOOL): -8.0, (2, SCHOOL): 20.0},
            (FIRM, LOOSE),
            {0: BRIDGE, 1: BRIDGE, 2: SCHOOL},
            id="a line that shares no word goes with the firmer joined",
        ),
        pytest.param(
            {(0, BRIDGE): 20.0, (1, BRIDGE): -9.0, (1, SCHOOL): -8.0, (2, SCHOOL): 20.0},
            (LOOSE, FIRM),
            {0: BRIDGE, 1: SCHOOL, 2: SCHOOL},
            id="the same, joined to the one below",
        ),
        pytest.param(
            {(0, BRIDGE): 20.0, (2, SCHOOL): 20.0},
            (LOOSE, LOOSE),
            {0: BRIDGE, 2: SCHOOL},
            id="what is joined to neither heads no story",
        ),
        pytest.param(
            {(0, BRIDGE): 9.0, (1, BRIDGE): 9.0, (1, SCHOOL): 8.0, (2, SCHOOL): 9.0},
            (LOOSE, FIRM),
            {0: BRIDGE, 1: SCHOOL, 2: SCHOOL},
            id="a break outweighs a word",
        ),
    ],
)
def test_a_stack_is_parted(
    scores: dict[tuple[int, int], float], joints: tuple[float, float], heads: dict[int, int]
) -> None:
    assert match(scores, [[0, 1, 2]], {(0, 1): joints[0], (1, 2): joints[1]}) == heads


@pytest.mark.parametrize(
    ("runs", "joined", "stacks"),
    [
        pytest.param([[0, 1]], {(0, 1): FIRM}, [[0, 1]], id="one headline"),
        pytest.param([[0, 1]], {(0, 1): LOOSE}, [[0, 1]], id="two in one stack, that the words may yet join"),
        pytest.param([[0, 1]], {(0, 1): 2 * LOOSE}, [[0], [1]], id="two that nothing joins"),
        pytest.param(
            [[0, 1], [6, 7]],
            {(0, 1): LOOSE, (0, 6): FIRM, (0, 7): LOOSE, (1, 6): LOOSE, (1, 7): FIRM, (6, 7): LOOSE},
            [[0, 6], [1, 7]],
            id="two side by side, each of two lines, the text of a third column between",
        ),
        pytest.param([[0], [30]], {}, [[0], [30]], id="two far apart"),
    ],
)
def test_stacks(runs: list[list[int]], joined: dict[tuple[int, int], float], stacks: list[list[int]]) -> None:
    assert stack(runs, joined, 40) == stacks


@pytest.mark.parametrize(
    ("runs", "found"),
    [
        ([[0, 1, 20]], [(0, 1), (1, 20)]),  # nothing but folios between
        ([[0, 1], [6]], [(0, 1), (0, 6), (1, 6)]),
        ([[0], [6], [12]], [(0, 6), (0, 12), (6, 12)]),
        ([[0], [13]], []),
        ([list(range(6))], [(i, j) for i in range(6) for j in range(i + 1, min(6, i + 5))]),
    ],
)
def test_pairs_of_a_stack(runs: list[list[int]], found: list[tuple[int, int]]) -> None:
    assert [(i, j) for i, j, _ in pairs(runs)] == found


@pytest.mark.parametrize(
    ("lines", "down", "on"),
    [
        ("xxx", [1, 2, 3], [3, 2, 1]),
        ("xHx", [1, 1, 1], [1, 1, 1]),
        ("x x", [1, 1, 2], [1, 2, 1]),
        ("x.x", [1, 2, 3], [3, 2, 1]),
        ("x,x", [1, 2, 1], [2, 1, 1]),
    ],
)
def test_depths(lines: str, down: list[int], on: list[int]) -> None:
    """x reads on in the next line; "." ends with a full stop, "," breaks off; a space has white above it, H is display."""
    n = len(lines)
    parted = [c == " " for c in lines]
    after = {k: k + 1 for k in range(n - 1) if lines[k] in "x "}
    assert depths([c != "H" for c in lines], [c == "." for c in lines], parted, after, [1] * n) == (down, on)


def test_depths_of_zipped_columns() -> None:
    """Two columns of three lines and two, on alternate lines."""
    n = 5
    assert depths([True] * n, [False] * n, [False] * n, {0: 2, 2: 4, 1: 3}, [2] * n) == (
        [1, 1, 2, 2, 3],
        [3, 2, 2, 1, 1],
    )


@pytest.mark.parametrize(
    ("above", "below", "found"),
    [(7, 7, "3="), (7, 8, "31"), (8, 6, "3>0"), (6, 13, "3<1"), (1, 1, "0="), (30, 14, "5>1")],
)
def test_depth_bins(above: int, below: int, found: str) -> None:
    assert depth_bin(above, below) == found


STORY = (
    "全县的水渠修到了家门口，吴家湾的人说，\n这是十年来头一回。新渠从北山水库引水，\n流过四个村子，春耕用水不再发愁。"
)


@pytest.mark.parametrize("mark", ["●", "▲", "■ ", "·", "• "])
def test_an_ornament_opens_a_story(mark: str) -> None:
    page = clean(f"水渠修到家门口\n{mark}{STORY}")
    text = "".join(page_json(page)["articles"][0]["paragraphs"])
    assert text.startswith("全县的水渠")
    assert [d.text for d in page.decisions if d.verb == "mend" and page.source.text[slice(*d.spans[0])] in mark] == [""]


def test_an_ornament_opens_a_line_that_is_letter_spaced() -> None:
    page = clean(
        "食疗小方\n■ 冬 瓜 薏 米 汤   冬 瓜 连 皮\n切块，薏米先泡两小时，一同\n煮沸后小火熬四十分钟，生津\n开胃，胃酸过多的人少喝。\n"
    )
    assert page_json(page)["articles"][0]["paragraphs"][0].startswith("冬瓜薏米汤")


@pytest.mark.parametrize("mark", ["“", "（", "1. ", "《"])
def test_what_is_text_stays(mark: str) -> None:
    page = clean(f"水渠修到家门口\n{mark}{STORY}")
    assert not any(d.verb == "mend" for d in page.decisions)
    assert f"{mark}全县的水渠" in "".join(page_json(page)["articles"][0]["paragraphs"])


@pytest.mark.parametrize(
    ("first", "second", "bins"),
    [
        ({"水渠", "北山"}, {"水渠"}, ("30", "30")),  # one headline tells of both
        ({"水渠", "北山"}, {"足球"}, ("03", "43")),  # each has a headline of its own
        ({"水渠", "北山"}, {"天气"}, ("00", "40")),
        ({"天气"}, {"天气"}, ("00", "00")),
    ],
)
def test_headlines_bind_and_part(first: set[str], second: set[str], bins: tuple[str, str]) -> None:
    claims = Claims([{"水渠", "北山"}, {"足球", "联赛"}, {"的"}], Memo(lambda term: 0 if term == "的" else UNIT))
    assert claim_bins(claims.shares(first), claims.shares(second)) == bins


BODIES = "桥上的灯昨天亮了。", "学校的操场铺好了。", "村里的井挖到水了。", "山上的果树开花了。"


@pytest.mark.parametrize(
    ("heads", "line", "off"),
    [
        (["灯", "操场", "井", "果树"], 0, ["00", "30", "50", "50"]),  # the first of four is nearest to the first
        (["灯", "操场", "井", "果树"], 3, ["50", "50", "30", "00"]),
        (["灯", "操场", "井"], 0, ["-"] * 4),  # three make no stack
    ],
)
def test_headlines_in_a_stack_come_in_the_order_of_their_stories(heads: list[str], line: int, off: list[str]) -> None:
    g = measure(Source("\n".join([*heads, *BODIES])))
    n = len(heads)
    blocks = [Block([k], [0.0] * 5, "H" if k < n else "B", set()) for k in range(n + len(BODIES))]
    m = Matcher(g, [b.kind for b in blocks], stories(g, blocks, {}), Memo(lambda term: 1), {})
    assert [m.order(line, story) for story in range(len(BODIES))] == off


BODY = """昨日，石门村的老渡口恢复
通航，首班船坐满了人。渡口
停航三年，船工老郑说，他等
这一天等了很久。
"""


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        pytest.param(["山乡新貌", "石门村渡口恢复通航", "山乡新貌", "稻田公园开园迎客"], {0, 2}, id="a series"),
        pytest.param(["山乡新貌", "石门村渡口恢复通航", "稻田公园开园迎客"], set(), id="no series"),
        pytest.param(
            ["稻田公园开园迎客", "石门村渡口恢复通航", "稻田公园开园迎客"], set(), id="a title and its teaser"
        ),
    ],
)
def test_the_words_of_a_series_open_headlines(heads: list[str], found: set[int]) -> None:
    m = make_up(prepare(Source("\n".join([*heads, BODY])))[2][0])
    assert m.kinds[: len(heads)] == ["H"] * len(heads)
    assert labels(m.threads.matcher, head_runs(m.kinds, m.after)) == found
