"""Columns that share their lines are parted at the gutter, not at the spaces between words."""

import pytest

from ocrfix.articles import slugs
from ocrfix.gutters import in_rows
from ocrfix.model import Source, Verb
from ocrfix.pipeline import clean

LEFT = [
    "The council voted on Tuesday to",
    "repair the old stone bridge over",
    "the river before winter comes, at",
    "a cost of two hundred thousand.",
    "Work is to begin in late August",
]
RIGHT = [
    "Two goals in the last ten minutes",
    "gave the home side a win over its",
    "oldest rivals on Saturday, before",
    "a crowd of four thousand people.",
    "The keeper saved a penalty early",
]


def cuts(lines: list[str]) -> list[str]:
    """What stands before each cut on its line."""
    text = "\n".join(lines)
    page = clean(Source(text))
    at = [d.spans[0].start for d in page.decisions if d.verb is Verb.CUT]
    return [text[text.rfind("\n", 0, k) + 1 : k].rstrip() for k in at]


@pytest.mark.parametrize("spaces", [1, 2])
def test_lines_are_cut_at_the_gutter_only(spaces: int) -> None:
    left = [line.replace(" ", " " * spaces, 3) for line in LEFT]
    assert cuts([f"{a:<44}{b}" for a, b in zip(left, RIGHT, strict=True)]) == left


COLUMN = [
    "入夏以来全县少雨，各水库",
    "蓄水普遍不足，县里组织三",
    "百多名干部下到各个村组，",
    "逐户登记水井并清理渠道，",
    "又从邻县调来十二台抽水机",
]
FIGURES = [
    "清河乡    574    3.1%",
    "云峰镇     99   14.9%",
    "白沙镇    977   50.1%",
    "石桥镇    321   29.7%",
    "东岭镇    831   57.1%",
]
NAMES = [
    "孙洋娟 李杰 黄秀思 沈子静",
    "周文伟 萧平 董子 林小雨",
    "彭伟超 袁宇林 李桂霞 陈建",
    "吴磊 朱磊 唐勇磊 李静思",
    "于玉 程军敏 傅涵涛 马超",
]


@pytest.mark.parametrize("rows", [FIGURES, NAMES])
def test_rows_are_cut_from_the_text_beside_them_and_stay_whole(rows: list[str]) -> None:
    assert cuts([f"{a}        {b}" for a, b in zip(COLUMN, rows, strict=True)]) == COLUMN
    assert cuts([f"{b}        {a}" for a, b in zip(COLUMN, rows, strict=True)]) == rows


@pytest.mark.parametrize("rows", [FIGURES, NAMES])
def test_two_rows_are_no_table(rows: list[str]) -> None:
    text = "\n".join([*COLUMN, *rows[:2]])
    assert in_rows(text, slugs(text), False) == set()
