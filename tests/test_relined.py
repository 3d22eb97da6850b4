"""Lines torn at every mark are whole again; verse, and pages that are torn at some marks only, are left alone."""

import re

import pytest

from ocrfix.lines import Slug, measure
from ocrfix.model import Source, Verb
from ocrfix.pipeline import clean
from ocrfix.relined import relined, torn_at_marks

PARAGRAPHS = [
    "镇里的老石桥昨天重新通车，附近三个村的村民，不用再绕道上游的水库。这座桥建于清代，桥面在去年夏天的洪水中，被冲开一个四米宽的缺口。",
    "施工队用了四个月时间，从河床里捞起散落的条石，编号以后，一块一块归位。负责修缮的工程师说：新补的石料只有十一块，其余都是原物。",
    "新学期第一天，实验小学的操场边，多了一排木头工具箱。每个班分到一块三米见方的菜地，种什么，由学生自己投票决定。五年级二班选了萝卜和菠菜，理由是长得快，放寒假以前就能吃上。",
    "早市搬进大棚以后，卖菜的摊位从八十个增加到一百二十个。棚顶装了采光板，雨天不再需要撑伞；管理处每天清晨抽检蔬菜，结果写在入口的黑板上。",
    "“租金没有涨，客人却多了不少。”卖豆腐的摊主说，过去一个上午卖两板，现在能卖三板。对面的停车场腾出一半给三轮车，早上六点以前，进货的车可以停到棚边。",
]
VERSE = "\n".join(
    f"{a}，\n{b}。"
    for a, b in [
        ("山路上来了一个人", "背着一筐青菜"),
        ("露水打湿了布鞋", "他还在往上走"),
        ("桥头有一棵老树", "树下坐着两位老人"),
    ]
    * 6
)


def lines(text: str, em: int) -> list[str]:
    """The lines of a paragraph, the first of them indented by two em; a mark that may not begin a line hangs on the one above."""
    found, room = [], em - 2
    while text:
        end = room
        while text[end : end + 1] and text[end] in "，。、；：！？”":
            end += 1
        found.append(text[:end])
        text, room = text[end:], em
    return found


def torn(printed: list[str]) -> list[str]:
    """The lines as a reader leaves them that ends one behind each mark, and before each that opens."""
    return [
        piece
        for line in printed
        for piece in re.split(r"(?<=[，。、；：！？”])(?![，。、；：！？”])|(?=“)", line)
        if piece
    ]


def measured(printed: list[str]) -> list[Slug]:
    return measure(Source("\n".join(printed))).lines


def again(pieces: list[str], joined: set[int]) -> list[str]:
    """The lines with their pieces joined."""
    found: list[str] = []
    for k, piece in enumerate(pieces):
        if k - 1 in joined:
            found[-1] += piece
        else:
            found.append(piece)
    return found


@pytest.mark.parametrize("em", [12, 15, 18, 23])
def test_pieces_are_lines_again(em: int) -> None:
    printed = [line for text in PARAGRAPHS for line in lines(text, em)]
    pieces = torn(printed)
    assert len(pieces) > 1.4 * len(printed)
    assert torn_at_marks(measured(pieces))
    whole = again(pieces, relined(measured(pieces)))
    assert sum(line in whole for line in printed) >= 0.9 * len(printed)


def test_the_measure_may_change() -> None:
    printed = [line for text in PARAGRAPHS[:2] for line in lines(text, 22)]
    printed += [line for text in PARAGRAPHS[2:] for line in lines(text, 13)]
    pieces = torn(printed)
    whole = again(pieces, relined(measured(pieces)))
    assert sum(line in whole for line in printed) >= 0.9 * len(printed)


def test_paragraphs_end_where_they_did() -> None:
    page = clean("\n".join(torn([line for text in PARAGRAPHS for line in lines(text, 15)])))
    text = page.source.text
    made = [
        "".join(text[p.start : p.end] if p.text is None else p.text for p in x)
        for a in page.articles
        for x in a.paragraphs
    ]
    assert set(PARAGRAPHS) <= set(made)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(line for text in PARAGRAPHS for line in lines(text, 15)),
        VERSE,
        "\n".join(torn(lines(PARAGRAPHS[0], 15))),
    ],
    ids=["whole lines", "verse", "too few marks to tell"],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert not torn_at_marks(measured(text.split("\n")))
    assert not any(d.verb is Verb.JOIN and d.evidence[0].rule == "torn-at-every-mark" for d in clean(text).decisions)
