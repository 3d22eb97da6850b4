"""Datelines and folios: what is text, and what is furniture, by its form alone."""

import pytest

from ocrfix import datelines, folios
from ocrfix.compose import read_off
from ocrfix.lines import measure
from ocrfix.model import Source


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("本报讯 （记者周敏 通", True),
        ("滨江讯 记者周敏 通讯", True),
        ("（滨江12日讯）", True),
        ("新华社滨江6月6日电 渡", True),
        ("【本报讯】渡口昨日复航", True),
        ("本报讯飞评测", False),
        ("【体坛快讯】", False),
        ("滨江讯问处新址启用", False),
        ("新华社长篇通讯：渡口", False),
        ("渡口昨日复航", False),
        ("●【本报讯】渡口昨日复航", True),
        ("本报滨江 6 月 6 日讯", True),
        ("滨江日报长堤电 渡口昨", True),
        ("滨江晚报 6月6日讯（记者周敏）", True),
        ("滨江报社来电 读者说", False),
        ("滨江市市长致新华社贺电 全文", False),
        ("滨江日报简讯 一周要闻", False),
    ],
)
def test_datelines_are_text(line: str, found: bool) -> None:
    galley = measure(Source(line))
    datelines.mark(galley)
    assert [datelines.is_dateline(s) for s in galley.lines] == [found]


def test_text_goes_on_below_a_dateline() -> None:
    galley = measure(
        Source("滨江讯 记者周敏 通讯\n员吴立 渡口昨日复航，首\n班船坐满了从各村来的人，\n长堤上一早就站满了人。\n")
    )
    datelines.mark(galley)
    assert read_off(galley).after[0] == 1


TEXT = "渡口昨日复航，首班船坐满了从各村来的人，岸上站满了人。"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["（滨江晚报记者 周敏 吴", "立）渡口昨日复航，首班船坐", TEXT], [(0, 1)]),
        (["●【滨江晚报记者 周敏 长堤报", "道】渡口昨日复航，首班船", TEXT], [(0, 1)]),
        (["滨江晚报长堤讯", "（记者 周敏）渡口昨日复航", TEXT], [(0, 1)]),
        (["滨江晚报长堤讯", "（记者 周敏 通讯员 吴立）", TEXT], [(0, 1), (1, 2)]),
        (["（滨江晚报记者 周敏", "吴立）", TEXT], []),  # a byline of two lines
        (["（渡口昨日复航，首班船坐满", "了从各村来的人）岸上站满了人", TEXT], []),  # nobody reports
        (["渡口复航后的第一封贺电", "（记者 周敏）渡口昨日复航", TEXT], []),
        (["滨江晚报长堤讯", "渡口昨日复航，首班船坐满了人。", TEXT], []),
    ],
)
def test_broken_datelines_go_on_in_the_text(lines: list[str], joined: list[tuple[int, int]]) -> None:
    galley = measure(Source("\n".join(lines)))
    at = {s.span: k for k, s in enumerate(galley.lines)} | {s.foot: k for k, s in enumerate(galley.lines)}
    assert [(at[a], at[b]) for a, b in (d.spans for d in datelines.joins(galley))] == joined
    datelines.mark(galley)
    assert {i for i, _ in joined} <= {k for k, s in enumerate(galley.lines) if datelines.is_dateline(s)}


def test_a_byline_with_a_dateline_is_none() -> None:
    galley = measure(Source(f"本报长堤6月6日讯 记者周敏\n{TEXT * 2}\n{TEXT * 2}\n{TEXT * 2}"))
    datelines.mark(galley)
    assert not datelines.is_dateline(galley.lines[0])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("滨江晚报 2015年6月8日 星期一 第3版", True),
        ("05 文化 Culture 2012-6-17", True),
        ("Vale Gazette Tuesday, October 20, 2015 B4", True),
        ("□ 责任编辑／周敏 □ 美术编辑／吴立 □ 校对／郑岚", True),
        ("news@harbourherald.example", True),
        ("读者热线 5550137 欢迎订阅 每份一元", True),
        ("编辑部请读者来信", False),
        ("报社开通读者热线，市民每天来电", False),
        ("当地时间 6月8日", False),  # no year, no page
        ("滨江晚报昨天改版", False),
        ("On Tuesday, October 20, 2015, the ferry ran", False),
    ],
)
def test_folios_are_furniture(line: str, found: bool) -> None:
    latin = line.isascii()
    galley = measure(
        Source(("The ferry ran again on Monday at noon.\n" if latin else "渡口昨日复航，船上坐满了人。\n") * 3 + line)
    )
    folios.mark(galley)
    assert [s.lean is not None for s in galley.lines] == [False, False, False, found]


@pytest.mark.parametrize(
    ("text", "end"),
    [("比上月升0.", "digit"), ("升至52．", "digit"), ("渡口复航。", "stop"), ("It rose to 52.", "stop")],
)
def test_a_decimal_point_ends_no_chinese_sentence(text: str, end: str) -> None:
    assert measure(Source(text)).lines[0].end == end
