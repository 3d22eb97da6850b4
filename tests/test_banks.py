"""Which lines of a headline are kicker, title and deck."""

import math

import pytest

import ocrfix
from ocrfix.banks import likeliest
from ocrfix.formats import page_json
from ocrfix.model import Role

K, T, D = Role.KICKER, Role.TITLE, Role.DECK

BODY = """\
本报讯 三月的清晨，白石村的老
粮仓又亮起了灯。这座建于1958年的
砖木仓房，去年冬天被改成了村里的第
一座图书馆，如今每天有六十多人来看
书。镇长林守成说，茶园的茶农也常来
借种茶的书，茶香书香，日子有滋味。
图书馆的八千多册书，一半由市民
捐赠，一半由市图书馆按月轮换。白石
村党支部书记何立群介绍，粮仓改造只
花了二十三万元，木梁和青砖都留了下
来，墙上的旧标语也原样保存。
"""
ENGLISH = """\
The old granary at the edge of the village was lit again
on a cold morning in March. Built of brick in 1958, it was
made into the first library of the village last winter, and
some sixty readers now come every day to sit and read.
The mayor said that half of its eight thousand books were
given by readers, and half come from the city library each
month. The work cost no more than a new van, he said.
"""


@pytest.mark.parametrize(
    ("odds", "joined", "roles"),
    [
        ([{K: 0, T: 9, D: 3}], [], [T]),
        ([{K: 9, T: 0, D: 0}], [], [T]),
        ([{K: 9, T: 0, D: 0}, {K: 0, T: 5, D: 4}], [0], [K, T]),
        ([{K: 0, T: 9, D: 0}, {K: 0, T: 3, D: 5}], [0], [T, D]),
        ([{K: 0, T: 9, D: 0}, {K: 0, T: 3, D: 5}], [4], [T, T]),
        ([{K: 0, T: 9, D: 0}, {K: 4, T: 0, D: 0}, {K: 0, T: 3, D: 1}], [0, 0], [T, K, D]),
        ([{K: 0, T: 2, D: 0}, {K: 0, T: 0, D: 9}, {K: 0, T: 9, D: 0}], [0, 0], [K, D, T]),
    ],
    ids=[
        "one line",
        "what has no other line is the title",
        "kicker and title",
        "title and deck",
        "a title in two lines",
        "no second title, though its last line looks like one",
        "what stands above the title is none",
    ],
)
def test_the_lines_of_a_title_stand_together(
    odds: list[dict[Role, float]], joined: list[float], roles: list[Role]
) -> None:
    assert likeliest(odds, joined)[1] == roles


def test_what_is_likeliest_weighs_most() -> None:
    odds = [{K: 1.0, T: 2.0, D: -3.0}, {K: 0.0, T: 4.0, D: 5.0}]
    assert likeliest(odds, [-2.0])[0] == 7
    assert likeliest([{**odds[0], T: -math.inf}, odds[1]], [-2.0]) == (5, [K, T])


@pytest.mark.parametrize(
    ("head", "body", "wanted"),
    [
        ("老粮仓里开起图书馆\n", BODY, (None, "老粮仓里开起图书馆", None)),
        ("老粮仓里开起图书馆\n茶农也来借书\n", BODY, (None, "老粮仓里开起图书馆\n茶农也来借书", None)),
        (
            "镇长林守成在白石村茶园调研时强调\n把旧粮仓改成\n图书馆\n",
            BODY,
            ("镇长林守成在白石村茶园调研时强调", "把旧粮仓改成\n图书馆", None),
        ),
        (
            "老粮仓里亮起灯\n——白石村图书馆夜读记\n",
            BODY,
            (None, "老粮仓里亮起灯", "——白石村图书馆夜读记"),
        ),
        (
            "Old granary of the\nvillage opens\nas a library\n",
            ENGLISH,
            (None, "Old granary of the\nvillage opens\nas a library", None),
        ),
    ],
    ids=["one line", "two lines of one size", "a kicker leads in", "a deck begins with a dash", "three lines, Latin"],
)
def test_a_headline_has_its_banks(head: str, body: str, wanted: tuple[str | None, str, str | None]) -> None:
    (article,) = page_json(ocrfix.clean(head + body))["articles"]
    assert (article["kicker"], article["title"], article["deck"]) == wanted
