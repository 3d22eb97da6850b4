"""Display type in a row that heads no story is the text of a poem or list; the lines of headlines are not."""

from types import SimpleNamespace

import pytest

from ocrfix import rolls
from ocrfix.blocks import Block
from ocrfix.heads import Matcher
from ocrfix.lines import measure
from ocrfix.memo import Memo
from ocrfix.model import Source
from ocrfix.stories import set_lists, stories, thread_rows

POEM = "河埠头的灯亮了\n母亲还在洗衣裳\n雾从对岸走过来\n轻轻推开半扇窗\n外婆的船没有名字\n只在春天靠岸\n橹声落进水里\n月亮碎成一地"
NAMES = "一等奖\n周禾 林晓棠 陈默\n二等奖\n孙广 何立群 吴桂\n韩雪 高峰 梁燕\n三等奖\n许文 马骏 罗平\n宋佳 唐明 冯远"
HEADLINE = "青溪市召开全市\n水利工作会议强\n调加快推进农村\n供水保障工程建\n设让群众喝上放\n心水用上便宜水\n市长孙立群出席\n会议并发表讲话"
DOWNWARDS = "喜\n迎\n新\n春\n回\n家\n过\n年"


def rows(text: str, kinds: str, heads: tuple[int, ...] = (), shared: bool = False) -> tuple[str, dict[int, int]]:
    """The kinds of the lines, each a block, and the threads, once lists are set."""
    g = measure(Source(text))
    blocks = [Block([i], [0.0] * 5, kind, set()) for i, kind in enumerate(kinds)]
    threads = set_lists(SimpleNamespace(g=g, shared=shared), blocks, range(len(kinds)), heads)
    return "".join(b.kind for b in blocks), threads


ALL, TEXT = "H" * 8, "B" * 8
CHAIN = {k: k + 1 for k in range(7)}


@pytest.mark.parametrize(
    ("text", "kinds", "heads", "after", "threads"),
    [
        (POEM, ALL, (), TEXT, CHAIN),
        (POEM + "\n春天走得慢", "HHBHHHHHH", (), "B" * 9, {**CHAIN, 7: 8}),  # a line of it was text already
        (NAMES, ALL, (), TEXT, CHAIN),
        (
            "征文比赛获奖名单\n" + NAMES,
            "H" * 9,
            (),
            "H" + TEXT,
            {k + 1: j + 1 for k, j in CHAIN.items()},
        ),  # it announces the list
        ("小贴士\n幸运读者名单\n" + NAMES, "H" * 10, (), "HH" + TEXT, {k + 2: j + 2 for k, j in CHAIN.items()}),
        (POEM + "\n新华社北京6月6日电", "H" * 8 + "B", (), TEXT + "B", CHAIN),  # text begins there
        (POEM, "HHFHHHHH", (), "HHFHHHHH", {}),
        (POEM, ALL, (2,), ALL, {}),  # one heads a story
        (POEM[:23], "HHH", (), "HHH", {}),
        (HEADLINE, ALL, (), ALL, {}),  # the lines read on
        (DOWNWARDS, ALL, (), ALL, {}),
    ],
)
def test_lists(text: str, kinds: str, heads: tuple[int, ...], after: str, threads: dict[int, int]) -> None:
    assert rows(text, kinds, heads) == (after, threads)


def test_known_rows_end_a_row_of_display_type() -> None:
    g = measure(Source("桥头\n" + NAMES + "\n渡口"))
    rolls.mark(g)
    blocks = [Block([i], [0.0] * 5, "B" if rolls.is_row(s) else "H", set()) for i, s in enumerate(g.lines)]
    assert set_lists(SimpleNamespace(g=g, shared=False), blocks, range(len(g.lines)), ()) == {}
    assert [b.kind for b in blocks][:: len(blocks) - 1] == ["H", "H"]


@pytest.mark.parametrize(
    ("name", "row"), [("张平　冯勇　曹杰　冯伟文", True), ("记者　冯勇　曹杰", False)], ids=["names", "an office"]
)
def test_a_row_of_names_is_no_byline(name: str, row: bool) -> None:
    g = measure(
        Source(
            "\n".join(
                [
                    "会议昨天开了一天。",
                    name,
                    "梁娟　马建　邓峰　何勇",
                    "程兰　孙丽　程文　唐国",
                    "吴立　周敏　林秀　郑岚",
                ]
            )
        )
    )
    rolls.mark(g)
    assert rolls.is_row(g.lines[1]) is row


def test_zipped_columns_are_left_alone() -> None:
    assert rows(POEM, ALL, shared=True) == (ALL, {})


TEXT_BELOW = "河埠头的灯昨天亮了，母亲们来洗衣裳。"


@pytest.mark.parametrize(
    ("page", "head", "sure"),
    [
        pytest.param("今年的灯\n去年的窗\n" + TEXT_BELOW, 0, {0}, id="next to it, and of its words"),
        pytest.param("河埠头亮灯\n无题\n又一首\n再一首\n末一首\n" + TEXT_BELOW, 0, {0}, id="far off, of its words"),
        pytest.param("青山\n无题\n又一首\n再一首\n末一首\n" + TEXT_BELOW, 0, set(), id="far off, not of its words"),
        pytest.param("河埠头的灯亮了\n" + POEM, 0, set(), id="of one row with a poem"),
        pytest.param("河埠头的灯亮了\n河埠头的灯昨天亮了", 0, {0}, id="text begins without marks"),
    ],
)
def test_headlines_are_sure_of_their_stories(page: str, head: int, sure: set[int]) -> None:
    g = measure(Source(page))
    text = len(g.lines) - 1 if POEM in page else 1
    kinds = ["H"] * (len(g.lines) - text) + ["B"] * text
    blocks = [Block([k], [0.0] * 5, kind, set()) for k, kind in enumerate(kinds)]
    told = stories(g, blocks, {k: k + 1 for k in range(len(kinds) - text, len(kinds) - 1)})
    m = Matcher(g, kinds, told, Memo(lambda term: 1), {})
    m.set_heads({head: 0})
    assert m.sure() == sure


WINNERS = ["Linda Hollis Carl Frost", "Second", "Anna Birch Peter Moss"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["Winners of the flower show", *WINNERS], WINNERS),
        (["Honor Roll", "First", *WINNERS], ["First", *WINNERS]),  # it announces the list
        (["Name Total", "Linda Hollis 640", "Carl Frost 71"], ["Name Total", "Linda Hollis 640", "Carl Frost 71"]),
        (["Linda Hollis Carl Frost", "Second"], []),  # too few
        (["Wexcombe Daily News", "Saturday, May 5, 2018", "Page 12"], []),  # small print
        (["City approves", "new budget for", "schools this year"], []),
        ([*WINNERS, "Harvest home"], WINNERS),  # a label has rows below
    ],
)
def test_rows_of_lists_in_latin_are_text(lines: list[str], rows: list[str]) -> None:
    g = measure(Source("\n".join(["The council met on Monday, and nobody spoke.", *lines])))
    rolls.mark(g)
    assert [s.text for s in g.lines if s.lean and s.lean.kinds == "B"] == rows


PRICES = [
    "Angus heifer 376kg €1,140",
    "Hoist R 4.9t €62,500",
    "Stak 900 3.9t €40,800",
    "Yardling 4.2t €27,700",
    "Tugmate 5.0t €79,700",
]
WEATHER = ["南江 晴 18-28℃ 50%", "北岭 多云 21-32℃ 10%", "西坪 阴 19-28℃ 80%", "东港 晴 16-26℃ 10%"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (WEATHER, WEATHER),
        (["各地天气", *WEATHER], WEATHER),
        (["地区 天气 湿度", *WEATHER], ["地区 天气 湿度", *WEATHER]),
        (["地区和天气都在变化", *WEATHER], WEATHER),
        (WEATHER[:3], []),  # too few
        (PRICES, PRICES),
        (["他说全长 19 公里", "另有 23 座桥", "和 41 处涵洞", "共用 2 年 6 个月"], []),  # running text
    ],
)
def test_rows_with_figures_of_one_form_are_a_table(lines: list[str], rows: list[str]) -> None:
    g = measure(
        Source(
            "\n".join(
                ["The council met on Monday, and nobody spoke." if lines == PRICES else "会议昨天开了一天。", *lines]
            )
        )
    )
    rolls.mark(g)
    assert [s.text for s in g.lines if s.lean and s.lean.kinds == "B"] == rows


TEXT = "会议昨天开了一天。"
PRIZES = ["一等奖", "周禾　林晓棠　陈默", "二等奖", "孙广　何立群　吴桂"]


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        ([TEXT, "各地天气", *WEATHER, "新茶上市", TEXT], ["", "H", *"BBBB", "HYFR", ""]),
        ([TEXT, "好人榜", *PRIZES, "新茶上市", TEXT], ["", "H", *"BBBB", "HYFR", ""]),
        ([TEXT, *WEATHER, TEXT], ["", *"BBBB", ""]),  # sentences
        ([TEXT, "本报记者 周禾 摄", *PRIZES], ["", "", *"BBBB"]),  # small print
        ([TEXT, "新茶上市，茶农昨天一早就忙着把头一批明前茶装车", *WEATHER], ["", "", *"BBBB"]),  # too long
        ([TEXT, "好人榜", "周禾 林晓棠", TEXT], ["", "", "", ""]),  # no rows
    ],
)
def test_what_stands_above_rows_heads_them_and_they_end_with_a_row(lines: list[str], kinds: list[str]) -> None:
    g = measure(Source("\n".join(lines)))
    rolls.mark(g)
    assert [s.lean.kinds if s.lean else "" for s in g.lines] == kinds


def test_rows_are_one_list_and_go_on_in_no_other_line() -> None:
    lines = [TEXT, "好人榜", *PRIZES, TEXT]
    g = measure(Source("\n".join(lines)))
    rolls.mark(g)
    blocks = [Block([i], [0.0] * 5, "B", set()) for i in range(len(lines))]
    assert thread_rows(g, blocks, range(len(lines))) == {2: 3, 3: 4, 4: 5}
    assert [rolls.is_row(s) for s in g.lines] == [False, False, True, True, True, True, False]


@pytest.mark.parametrize(
    ("headline", "is_announced"),
    [
        *[
            (t, True)
            for t in ("征文比赛获奖名单", "各镇完成情况一览", "二手房成交榜", "得獎名單", "秋粮入库进度表", "主要指标")
        ],
        *[(t, False) for t in ("全国人大代表会见各界代表", "名单之外", "成绩背后是汗水和坚持", "表彰大会举行")],
        *[(t, True) for t in ("Science Fair Winners", "Vote by Precinct", "Young Writers’ Prize: Roll of Honour")],
        *[(t, False) for t in ("Results matter less than effort now", "Winning is not everything", "Table manners")],
    ],
)
def test_headlines_that_announce_a_list(headline: str, is_announced: bool) -> None:
    assert rolls.announced(headline, latin=headline.isascii() or "’" in headline) is is_announced
