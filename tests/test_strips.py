"""Pages whose columns came out one after the other, whatever stories they hold, and texts that only look so."""

import math
from itertools import chain, pairwise

import pytest

from ocrfix import weights
from ocrfix.compose import read_off
from ocrfix.formats import page_json
from ocrfix.links import LINK_BINS
from ocrfix.model import Source
from ocrfix.pipeline import clean, prepare
from ocrfix.strips import Strips, Turn, outlook, probabilities, stepped
from ocrfix.ways import Step

# Three stories of three legs each; all but the last break off in a word.
FIELDS = """
本报讯 眼下正是春耕备耕的关键
时节，青河县各乡镇的田野上一派
繁忙景象。县农业农村局组织农业
技术人员下到田间地头，指导农民
科学种植。今年全县粮食播种面
/积预计达到三十二万亩，良种覆盖
率超过百分之九十六。在石门镇的
水稻育秧基地，工人们正在播种，
一盘盘秧苗整齐排列。基地负责人
说，他们为周边的种粮大户提供服
/务，从育秧到收割实行全程机械化
作业，每亩可以节约成本一百多元
。下一步，县里将继续加大农业投
入，推进高标准农田建设，让农民
种粮更有奔头。
"""
VISIT = """
新华社北京电 外交部发言人昨天
在例行记者会上说，应中方邀请，
两国外长将于下周举行会谈，就双
边关系和共同关心的国际和地区问
题交换意见。发言人表示，中方愿
/同各国一道，坚持多边主义，推动
构建人类命运共同体。有记者问到
贸易谈判的进展，发言人说，双方
团队一直保持着密切沟通，希望通
过平等对话和磋商解决各自的合
/理关切，维护全球产业链供应链稳
定。发言人还就地区局势回答了提
问，呼吁有关各方保持克制，避免
局势进一步升级，通过政治途径解
决争端。
"""
CLINIC = """
本报讯 市卫生健康委员会近日公
布，全市已有四十六家社区卫生服
务中心开设了夜间门诊，方便居民
下班以后就近看病。家住东湖街道
的王女士前天晚上带着发烧的孩
/子来到社区医院，挂号、检查、取
药前后不到半个小时。值班医生介
绍，夜间门诊以常见病和慢性病为
主，遇到急危重症的患者，可以通
过绿色通道转到市人民医院治
/疗。市卫健委负责人表示，今年还
将为基层医疗机构补充全科医生二
百名，并把高血压、糖尿病的用药
目录与大医院统一起来，让群众在
家门口就能看好病。
"""
HEADLINES = "良种下田春耕忙", "两国外长下周会谈", "社区医院夜里也看病"
STORIES = [[leg.split() for leg in story.split("/")] for story in (FIELDS, VISIT, CLINIC)]
for _story in STORIES:
    _story[0][:2] = [" ".join(_story[0][:2])]  # the dateline and what follows it
COLUMNS = [[line for story in STORIES for line in story[k]] for k in range(3)]
COLUMNS[0] = [line for head, story in zip(HEADLINES, STORIES, strict=True) for line in (head, *story[0])]
TURNS = {(a[-1], b[0]) for story in STORIES for a, b in pairwise(story)}
IN_ORDER = [line for head, story in zip(HEADLINES, STORIES, strict=True) for line in (head, *chain(*story))]


def found(text: str) -> set[tuple[str, str]]:
    """Where the lines of a page that break off are found to go on, far off."""
    (g,) = prepare(Source(text))[2]
    r = read_off(g)
    links = Strips(r.linker, r.terms, weights.scale(r.sort, "strides", LINK_BINS)).links()
    return {(g.lines[i].text, g.lines[j].text) for i, j in links}


def text_of(columns: list[list[str]]) -> str:
    return "\n".join(line for column in columns for line in column) + "\n"


@pytest.mark.parametrize("step", [1, -1], ids=["from the left", "from the right"])
def test_turns_of_such_a_page_are_found(step: int) -> None:
    assert found(text_of(COLUMNS[::step])) == TURNS


@pytest.mark.parametrize("step", [1, -1], ids=["from the left", "from the right"])
def test_such_a_page_comes_out_in_its_stories(step: int) -> None:
    articles = page_json(clean(text_of(COLUMNS[::step])))["articles"]
    bodies = ["".join("".join(a["paragraphs"]).split()) for a in articles]
    assert sorted(bodies) == sorted("".join("".join(leg) for leg in story).replace(" ", "") for story in STORIES)


@pytest.mark.parametrize(
    "lines",
    [IN_ORDER, IN_ORDER[: len(IN_ORDER) // 3], COLUMNS[0], [*COLUMNS[0], *IN_ORDER]],
    ids=["in order", "one story", "one column", "a column of beginnings, and all of it"],
)
def test_other_pages_are_left_alone(lines: list[str]) -> None:
    assert found("\n".join(lines)) == set()


def test_a_turn_takes_the_place_of_other_links_and_makes_no_ring() -> None:
    assert stepped({0: 1, 1: 2, 2: 3}, [(0, 2)]) == {0: 2, 2: 3}
    assert stepped({0: 1, 1: 2}, [(2, 0)]) == {0: 1, 1: 2}


@pytest.mark.parametrize(
    ("ways", "page", "likely"),
    [
        ([[]], 0, [[]]),
        ([[Step(1, 40, 9.0)]], 0, [[0.9]]),
        ([[Step(1, 40, 90.0)]], 10, [[0.9]]),  # the page must be told so
        ([[Step(1, 40, 4.0), Step(2, 30, 5.0)]], 0, [[0.4, 0.5]]),  # out of order: one or the other
        ([[Step(1, 40, 2.0), Step(2, 50, 2.0)]], 0, [[6 / 9, 6 / 9]]),  # in order: either makes the other likely
        ([[Step(1, 40, 4.0)], [Step(50, 2, 5.0)]], 0, [[0.4], [0.5]]),  # from the left or from the right
    ],
)
def test_turns_of_one_page_make_each_other_likely(
    ways: list[list[Step]], page: float, likely: list[list[float]]
) -> None:
    assert [pytest.approx(p) for p in probabilities(ways, page)] == likely


def test_the_outlook_is_no_less_than_any_way_tells() -> None:
    turns = [Turn(1, 40, 20.0, -5.0), Turn(2, 30, 15.0, 0.0), Turn(60, 5, 10.0, 0.0)]
    assert outlook([]) == 0
    assert outlook(turns) == pytest.approx(10 * math.log10(1 + 10**1.5) * 2)
