"""Columns that stand on one line with nothing between are parted where they end; text set over two columns is not."""

import pytest

from ocrfix.model import Source, Verb
from ocrfix.pipeline import clean

MEASURE = 12
BRIDGE = (
    "镇里的老石桥昨天重新通车，附近三个村的村民不用再绕道上游的水库。这座桥建于清代，桥面在去年夏天的洪水中被冲开一个缺口，"
    "施工队用了四个月时间，从河床里捞起散落的条石，编号以后一块一块归位。负责修缮的工程师说，新补的石料只有十一块，"
    "其余都是原物。桥头立了一块碑，记下捐款的人家。"
)
SCHOOL = (
    "新学期第一天，实验小学的操场边多了一排木头工具箱。每个班分到一块三米见方的菜地，种什么由学生自己投票决定。五年级二班选了萝卜和菠菜，"
    "理由是长得快，放寒假以前就能吃上。教科学课的老师把测量面积和记录温度都搬到了地里，家长轮流来教孩子翻土。"
    "收成的一半送给敬老院，另一半由食堂做成午餐。"
)
MARKET = (
    "早市搬进大棚以后，卖菜的摊位从八十个增加到一百二十个。棚顶装了采光板，雨天不再需要撑伞。管理处每天清晨抽检蔬菜，"
    "结果写在入口的黑板上。有摊主说，租金没有涨，客人却多了不少。对面的停车场腾出一半给三轮车，早上六点以前进货的车可以停到棚边。"
    "附近小区的居民说，过去买菜要走二十分钟，现在下楼就到。"
)


def lines(text: str, measure: int = MEASURE) -> list[str]:
    """The lines of a paragraph; a mark that may not begin a line hangs on the one above."""
    found = []
    while text:
        end = measure + (text[measure : measure + 1] in "，。、")
        found.append(text[:end])
        text = text[end:]
    return found


def cuts(text: str) -> list[str]:
    """What stands before each cut on its line."""
    at = [d.spans[0].start for d in clean(Source(text)).decisions if d.verb is Verb.CUT]
    return [text[text.rfind("\n", 0, k) + 1 : k] for k in at]


def test_butted_lines_are_cut_where_the_column_ends() -> None:
    left, right = lines(BRIDGE), lines(SCHOOL)
    text = "\n".join([*lines(MARKET), *(a + b for a, b in zip(left, right, strict=False))])
    found = cuts(text)
    assert len(found) >= 0.6 * min(len(left), len(right))
    assert sum(piece in left for piece in found) >= 0.9 * len(found)


@pytest.mark.parametrize("wide", [BRIDGE, SCHOOL, BRIDGE + SCHOOL])
def test_text_set_over_two_columns_is_left_alone(wide: str) -> None:
    assert cuts("\n".join([*lines(MARKET), *lines(wide, 2 * MEASURE)])) == []


def test_few_butted_lines_are_left_alone() -> None:
    butted = [a + b for a, b in zip(lines(BRIDGE)[:2], lines(SCHOOL)[:2], strict=True)]
    assert cuts("\n".join([*lines(MARKET), *butted, *lines(SCHOOL)[2:]])) == []


def test_wide_lists_of_names_are_left_alone() -> None:
    names = "周禾林晓棠陈默孙广何立群吴桂兰韩雪高峰梁燕许文马骏罗平宋佳"
    rows = [(names[k:] + names)[: 2 * MEASURE] for k in range(12)]
    assert cuts("\n".join([*lines(MARKET), *lines(BRIDGE), *rows])) == []
