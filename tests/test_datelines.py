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
