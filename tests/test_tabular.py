"""Rows of one form are a table or list, whatever they tell; what names it stands beside it, and its parts go on in one another."""

import pytest

from ocrfix import rolls
from ocrfix.lines import Galley, measure
from ocrfix.model import Source

TEXT = {False: "会议昨天开了一天。", True: "The council met on Monday, and nobody spoke."}
SKY = ["3日 木星合月 黎明前低空", "9日 水星东大距 日落后西方", "17日 土星冲日 整夜可见", "21日 上弦月 约持续四分钟"]
RACES = ["第一場 追風少年 何國強 4.5", "第二場 金秋喜報 孟琪 13.7", "第三場 快意人生 賴國 20.1", "第四場 飛躍 梁志 6.0"]
OFFERS = [
    "榕和纺织 质检员 38 6600 起",
    "海达电子 钳工 53 5900 起",
    "青山印务 装订工 12 4800 起",
    "南塘物流 司机 6 面议",
]
SCORES = ["Annan 0 Stranraer 4", "Forfar 0 Alloa 1", "Queen’s Park 3 Elgin 0", "Peterhead 4 Cowdenbeath 3"]
DIARY = [
    "Minor hockey registration 6 p.m. Wednesday, arena",
    "Town council 7 p.m. Tuesday, Legion hall",
    "Food bank drop-off 4 p.m. Monday",
    "Quilting circle 7 to 9 p.m. Tuesday",
]
FIRST, SECOND = (
    ["06:30 早间新闻", "07:01 秦腔戏台", "07:52 法治时空（13）", "08:35 动画剧场"],
    ["07:10 丝路", "08:36 大河", "09:47 养生"],
)


def page(lines: list[str]) -> Galley:
    latin = lines[0].isascii()
    g = measure(Source("\n".join([TEXT[latin], *lines, TEXT[latin]])))
    rolls.mark(g)
    return g


def marked(g: Galley, kinds: str) -> list[str]:
    return [s.text for s in g.lines if s.lean and s.lean.kinds == kinds]


@pytest.mark.parametrize("rows", [SKY, RACES, OFFERS, SCORES, DIARY], ids=lambda rows: rows[0])
def test_rows_of_one_form_are_text(rows: list[str]) -> None:
    assert marked(page(rows), "B") == rows
    assert marked(page(rows[:3]), "B") == []  # too few


@pytest.mark.parametrize(
    "lines",
    [
        ["粮食总产量达到 700 亿斤", "比上年增长 3", "再创历史新高", "其中稻谷 291 亿斤"],  # of no one form
        ["今年 3 月，全县开工", "新修水渠 12 公里", "惠及 5 个村的农户", "年增产 40 吨粮食"],  # a mark
        ["同 心 同 行 共 建", "同 心 同 行 共 建", "美 好 家 园 在 前", "美 好 家 园 在 前"],  # glyphs set apart
        ["the bill passed 51 to 49", "and was sent to 8 members", "of the panel in 2015 for", "a vote of 20 senators"],
    ],
)
def test_running_text_and_display_type_are_no_rows(lines: list[str]) -> None:
    assert marked(page(lines), "B") == []


@pytest.mark.parametrize(
    ("lines", "headlines", "rows"),
    [
        (["本月星空看点", *SKY], ["本月星空看点"], SKY),
        (["日期 天象 提示", *SKY], [], ["日期 天象 提示", *SKY]),  # it heads their columns
        (["观星指南", "日期 天象 提示（时）", *SKY], ["观星指南"], ["日期 天象 提示（时）", *SKY]),
        (["天象预报（本月）", *SKY], ["天象预报（本月）"], SKY),
        (["观看要找开阔地方，", *SKY], [], SKY),
        (["Weekend results", *SCORES], ["Weekend results"], SCORES),
        (
            ["电视节目预告", "卫视频道", *FIRST, "公共频道", *SECOND],
            ["电视节目预告"],
            ["卫视频道", *FIRST, "公共频道", *SECOND],
        ),
        (["公共频道", *FIRST], ["公共频道"], FIRST),  # it is the only one
        ([*SKY, "天象预报"], ["天象预报"], SKY),  # it says so
        (["本周菜价", "青菜 1.6 3.0", "白菜 0.9 2.0", "番茄 3.2 5.5", "土豆 1.8 3.2"], ["本周菜价"], None),
    ],
    ids=lambda x: x[0] if isinstance(x, list) and x else None,
)
def test_what_names_a_list_is_its_headline(lines: list[str], headlines: list[str], rows: list[str] | None) -> None:
    g = page(lines)
    assert (marked(g, "H"), marked(g, "B")) == (headlines, lines[1:] if rows is None else rows)
    first = [k for k, s in enumerate(g.lines) if rolls.is_row(s)]
    named = [k for k in range(len(g.lines)) if rolls.names(g.lines, k, first)]
    assert [g.lines[k].text for k in named] == headlines


@pytest.mark.parametrize(
    ("above", "between", "below", "goes_on"),
    [
        (FIRST, [], SECOND, True),
        (FIRST, ["两会特别报道"], SECOND, False),  # another list, with a headline of its own
        (
            ["时间 节目", *FIRST],
            ["两会特别报道"],
            SECOND,
            True,
        ),  # the heads of its columns stand above the first part only
        (FIRST, [], RACES, False),
        (
            ["青菜 1.6 3.0", "白菜 0.9 2.0", "番茄 3.2 5.5", "土豆 1.8 3.2"],
            [],
            ["高潮 7.5", "低潮 0.2", "高潮 7.1", "低潮 0.4"],
            False,
        ),
    ],
)
def test_a_table_goes_on_in_its_next_part(
    above: list[str], between: list[str], below: list[str], goes_on: bool
) -> None:
    g = page([*above, TEXT[False], *between, *below])
    n = len(above)
    parts = range(1, n + 1), range(n + 2 + len(between), n + 2 + len(between) + len(below))
    assert all(rolls.is_row(g.lines[k]) for part in parts for k in part)
    assert rolls.goes_on(g, *parts) is goes_on
