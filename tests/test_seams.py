"""Lines that extraction surely tore: which are sewn up, and which stay as they are."""

import re
from itertools import pairwise

import pytest

from ocrfix.lines import measure
from ocrfix.model import Source, Verb
from ocrfix.pipeline import clean, prepare
from ocrfix.seams import sew

DROUGHT = (
    "入夏以来全县少雨各水库蓄水普遍不足，县里组织三百多名干部下到各个村组逐户登记水井并且清理淤塞的渠道，"
    "又从邻县调来十二台抽水机分给缺水最重的五个村，白天抽水浇地而夜里由村里的青年轮流值守，"
    "村民自己也凑钱打井到月底已经打成十七眼，浇上水的地有四千多亩都是眼下最要紧的玉米和大豆，"
    "县里的水利站长说照这样干下去秋粮还能保住七成，只要再下一场透雨今年的收成就不会比往年差多少"
)
COUNCIL = """the council said on Monday that the
bridge over the river would be shut
for at least six weeks this summer,
and the mayor added yesterday
that the works would be finished in
time for the harvest, and that both
roads would stay open to the buses.
"""
TABLE = "各乡植树一览\n单位\n数量\n同比\n{}\n林业站负责人介绍说，今年春天全县\n的植树面积比去年有明显的增加。"
ROWS = [("青山乡", "680", "9.1%"), ("白沙镇", "428", "3.2%"), ("河口乡", "574", "3.1%"), ("石桥镇", "99", "14.9%")]


def columns(text: str, em: int = 12) -> list[str]:
    """Text set to a measure, with no comma at the head of a line."""
    lines = []
    while text:
        at = em + (text[em : em + 1] == "，")
        lines.append(text[:at])
        text = text[at:]
    return lines


def torn(lines: list[str]) -> list[str]:
    """The lines, torn behind each comma within."""
    return [piece for line in lines for piece in re.split("(?<=，)(?=.)", line)]


def sewn(text: str) -> list[str]:
    return [s.text for s in sew(measure(Source(text)))[0].lines]


def test_lines_torn_at_commas_are_whole_again() -> None:
    lines = columns(DROUGHT)
    pieces = torn(lines)
    assert len(pieces) > len(lines) + 4
    assert sewn("\n".join(pieces)) == lines


def test_a_closing_mark_at_the_head_of_a_line_shows_a_seam() -> None:
    lines = columns(DROUGHT.replace("，", "”，"), 13)
    pieces = [piece for line in lines for piece in re.split("(?=，)", line)]
    assert sewn("\n".join(pieces)) == lines


@pytest.mark.parametrize("torn_lines", [0, 1, 2])
def test_a_page_is_torn_at_commas_by_habit_or_not_at_all(torn_lines: int) -> None:
    lines = columns(DROUGHT)
    last = [k for k, line in enumerate(lines) if "，" in line[:-1]][torn_lines] if torn_lines else 0
    pieces = torn(lines[:last]) + [line for line in lines[last:] if "，" not in line[:-1]]
    assert sewn("\n".join(pieces)) == pieces


def test_what_follows_a_full_stop_is_sewn_where_both_fill_a_line() -> None:
    lines = columns(DROUGHT)
    at = 10
    lines[at] = "地里又有了水。" + "村里人说"
    pieces = torn(lines)
    k = pieces.index(lines[at])
    split = [*pieces[:k], "地里又有了水。", "村里人说了", *pieces[k + 1 :]]
    assert "地里又有了水。村里人说了" in sewn("\n".join(split))
    short = [*pieces[:k], "地里又有了水。", "村里", *pieces[k + 1 :]]
    assert "地里又有了水。" in sewn("\n".join(short))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (COUNCIL.replace("mayor added yesterday", "mayor \nadded \nyesterday"), "and the mayor added yesterday"),
        (COUNCIL.replace("mayor added yesterday", "mayor\nadded\nyesterday"), ""),  # no space kept
        (
            COUNCIL.replace("mayor added yesterday", "mayor \nadded \nyesterday").replace("\n", " \n"),
            "",
        ),  # all keep one
        (
            COUNCIL.replace("mayor added", "mayor \nadded")
            .replace("the council", "the  council")
            .replace("e b", "e  b"),
            "",
        ),
        (COUNCIL.replace("yesterday", "yesterday \nthat six of the bridges"), ""),  # more than a line holds
    ],
)
def test_a_space_kept_at_the_end_shows_a_seam_where_full_lines_keep_none(text: str, line: str) -> None:
    found = sewn(text)
    assert line in found if line else found == [s.strip() for s in text.splitlines()]


def test_cells_that_come_one_a_line_are_rows() -> None:
    text = TABLE.format("\n".join(cell for row in ROWS for cell in row))
    assert sewn(text)[1:6] == ["单位 数量 同比", *map(" ".join, ROWS)]


def test_a_headline_may_stand_below_a_table_with_heads() -> None:
    text = TABLE.format("\n".join([*(cell for row in ROWS for cell in row), "渡口今日复航"]))
    assert sewn(text)[1:6] == ["单位 数量 同比", *map(" ".join, ROWS)]


@pytest.mark.parametrize(
    "cells",
    [
        [cell for row in ROWS[:2] for cell in row],  # two rows only
        [row[k] for k in range(3) for row in ROWS],  # column by column, without heads
        [cell for row in ROWS for cell in row[::-1]],  # the figure first: where rows begin, it does not show
        ["本站讯，", "680", "据悉，", "428", "日前，", "574"],  # not cells but text
    ],
)
def test_what_shows_no_rows_stays(cells: list[str]) -> None:
    text = TABLE.format("\n".join(cells))
    assert sewn(text) == text.split("\n")


def test_the_joins_are_on_record_and_the_page_replays() -> None:
    text = "一场透雨保秋粮\n" + "\n".join(torn(columns(DROUGHT))) + "。"
    _, made, (galley,) = prepare(Source(text))
    joins = [d for d in made if d.verb is Verb.JOIN]
    assert joins and all(d.evidence[0].rule == "torn-at-mark" and not d.glue for d in joins)
    assert sum(len(s.rest) for s in galley.lines) == len(joins)
    page = clean(text)
    assert page.text(page.articles[0].paragraphs[0]) == DROUGHT + "。"
    assert {d.spans for d in joins} <= {d.spans for d in page.decisions}


def test_pieces_stand_where_they_stood() -> None:
    lines = prepare(Source("\n".join(torn(columns(DROUGHT)))))[2][0].lines
    assert all(a.foot.end < b.span.start for a, b in pairwise(lines))
