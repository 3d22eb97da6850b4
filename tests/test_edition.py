"""A whole edition: what recurs, which page is which, what goes on where, and the promises over all pages."""

import json
import pickle
import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ocrfix
from ocrfix import Edition, Orders, Source, clean_edition
from ocrfix.check import article_runs
from ocrfix.edition.numbers import labels
from ocrfix.edition.record import edition_files, edition_json
from ocrfix.edition.recurrence import Recurrence, masked
from ocrfix.jumps import Jump, cuts, read_jump
from ocrfix.lines import measure
from ocrfix.model import Page, Role, Status, Verb

FIXTURES = Path(__file__).parents[1] / "fixtures" / "editions"
EDITIONS = {d.name: sorted(d.glob("*.txt")) for d in sorted(FIXTURES.iterdir()) if d.is_dir()}
TRUTHS = {name: json.loads((FIXTURES / name / "truth.json").read_text("utf-8")) for name in EDITIONS}
CACHE: dict[str, Edition] = {}


def sources(name: str) -> list[Source]:
    return [Source(p.read_text("utf-8"), p.name) for p in EDITIONS[name]]


def edition(name: str) -> Edition:
    if name not in CACHE:
        CACHE[name] = clean_edition(sources(name), name=name)
    return CACHE[name]


def solid(text: str | None) -> str:
    return "".join((text or "").split())


# --- what recurs ------------------------------------------------------------------------------------------------------

NEWS = [
    "老街修了八个月，前天重新开街", "石板还是从前的石板，木门一块块", "编了号，卸下来补好又装了回去。", "渡口换了新船，比旧船宽两米，加",
    "了扶手和雨棚，老人上下方便多了", "连日晴好，山里的头茬茶比去年早", "采六天，收青的车已经排到村口。", "校园操场傍晚六点以后向居民开放",
    "登记一次，凭身份证就能进场锻炼", "夜班公交的末班车推迟了一个小时", "桥头两端的公交站也在同步建设。", "认养的银杏树上挂着一块小木牌。",
]  # fmt: skip


def page(head: list[str], middle: list[str], foot: list[str], n: int) -> str:
    """A page with given lines at its head, in its middle and at its foot, and text that no other page has."""
    shuffled = random.Random(n)
    body = ["".join(shuffled.sample(line[:-1], len(line) - 1)) + line[-1] for line in NEWS]
    return "\n".join([*head, *body[:6], *middle, *body[6:], *foot])


FOLIOS = ["青溪晚报 2026年3月12日 星期四 第{}版", "第{}版 2026年3月12日 星期四 青溪晚报"]
RECURS: list[tuple[str, list[str], str, str]] = [  # what, pages' lines, where, kinds that the first line leans to
    ("folios of left and right pages", [FOLIOS[n % 2].format(n + 1) for n in range(4)], "head", "FR"),
    ("folios at the foot", [f"A{n + 1} 2026年3月12日 周四" for n in range(3)], "foot", "FR"),
    ("two pages of small print", ["青溪晚报 第1版 要闻", "青溪晚报 第2版 民生"], "head", "FR"),
    (
        "editors that change",
        ["责任编辑：周禾 版式：陈默", "责任编辑：温启明 版式：贾思源", "责任编辑：唐露 版式：陈默"],
        "foot",
        "FR",
    ),
    ("a running head", ["青溪晚报"] * 3, "head", "F"),
    ("an English running head", ["Mill River Gazette"] * 3, "head", "F"),
    ("an English date", [f"Thursday, March {n}, 2026 A{n}" for n in (1, 2, 3)], "head", "FR"),
    ("a banner", ["文明花开 满城芬芳"] * 4, "head", "R"),
    (
        "a banner read with a slip",
        ["争创全国文明城市 共建美好家园"] * 3 + ["争创全国文明城巿 共建美好家园"],
        "head",
        "R",
    ),
    ("a banner at the foot", ["节水有我 点滴做起"] * 3, "foot", "R"),
]
SILENT: list[tuple[str, list[str], str]] = [
    ("a sentence of text, again", ["欢迎市民拨打热线反映身边的烦心事。"] * 4, "middle"),
    ("a sentence at the head of pages", ["欢迎市民拨打热线反映身边的烦心事。"] * 4, "head"),
    ("the title of a column above other stories", ["走基层看变化"] * 4, "middle"),
    ("the title of a column at the head of two pages of four", ["走基层看变化", "走基层看变化", "", ""], "head"),
    ("a banner on two pages only", ["文明花开 满城芬芳"] * 2, "head"),
    ("a byline", ["本报记者 林晓棠"] * 4, "middle"),
    ("bylines below headlines", ["□本报记者 林晓棠"] * 4, "head2"),
    ("datelines", ["新华社北京3月12日电"] * 4, "middle"),
    ("jump lines", ["（下转第3版）"] * 4, "foot"),
    ("numbers of a table", ["12 35 8"] * 4, "middle"),
    ("other headlines at the head", ["望江大桥合龙", "老街重新开街", "操场晚间开放", "夜班公交延时"], "head"),
]


def leans(lines: list[str], where: str) -> list[str]:
    """The kinds that each of ``lines`` leans to where it stands on its page of an edition."""
    heads = {"head": 0, "head2": 2}
    pages = []
    for n, line in enumerate(lines):
        given = [line] if line else []
        above = ["".join(random.Random(f"{n}{k}").sample("".join(NEWS[:4]), 9)) for k in range(heads.get(where, 0))]
        pages.append(
            page([*above, *given] if where in heads else [], given * (where == "middle"), given * (where == "foot"), n)
        )
    recurs = Recurrence(pages)
    found = []
    for text, line in zip(pages, lines, strict=True):
        galley = measure(Source(text))
        recurs.mark(galley)
        found += [s.lean.kinds if s.lean else "" for s in galley.lines if s.text == line]
        assert not any(s.lean for s in galley.lines if s.text != line)
    return found


@pytest.mark.parametrize(("lines", "where", "kinds"), [r[1:] for r in RECURS], ids=[r[0] for r in RECURS])
def test_what_recurs_at_the_edge_is_the_papers(lines: list[str], where: str, kinds: str) -> None:
    assert set(leans(lines, where)) == {kinds}


@pytest.mark.parametrize(("lines", "where"), [r[1:] for r in SILENT], ids=[r[0] for r in SILENT])
def test_what_recurs_and_is_not(lines: list[str], where: str) -> None:
    assert set(leans(lines, where)) == {""}


def test_a_notice_with_sentences_is_no_furniture() -> None:
    notice = ["征稿启事", "本报副刊长期征集老照片和老故事，", "来稿请附姓名、地址和电话。"]
    pages = [page([], [], notice, n) for n in range(4)]
    galley = measure(Source(pages[0]))
    Recurrence(pages).mark(galley)
    assert not any(s.lean for s in galley.lines)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("青溪晚报　２０２６年３月１２日　第1版", "第12版 2026年3月13日 青溪晚报"),
        ("星期四 第三版", "第十一版 星期五"),
        ("Page 3 Friday, March 13", "Sunday, April 5 Page 12"),
    ],
)
def test_figures_days_and_sides_do_not_count(a: str, b: str) -> None:
    assert masked(a) == masked(b)


# --- jump lines -------------------------------------------------------------------------------------------------------

ON, FROM = True, False
JUMPS: list[tuple[str, Jump]] = [
    ("（下转第3版）", Jump(ON, "3")), ("下转第３版", Jump(ON, "3")), ("（下转A6版）", Jump(ON, "A6")), ("▶▶下转12版", Jump(ON, "12")),
    ("下转A7版·综合", Jump(ON, "A7")), ("（未完，转第4版）", Jump(ON, "4")), ("（下转第十二版）", Jump(ON, "12")), ("（下转3版①）", Jump(ON, "3")),
    ("（下轉A3版）", Jump(ON, "A3")), ("下轉第3版", Jump(ON, "3")), ("【文轉B4】", Jump(ON, "B4")), ("►續見A3版", Jump(ON, "A3")),
    ("（上接第1版）", Jump(FROM, "1")), ("◀◀上接2版", Jump(FROM, "2")), ("（上接一版）", Jump(FROM, "1")), ("（上接头版）", Jump(FROM, "1")),
    ("【文接A14】", Jump(FROM, "A14")), ("（上接第1版《大桥合龙》）", Jump(FROM, "1", "大桥合龙")), ("（紧接第3版）", Jump(None, "3")),
    ("Continued on A6", Jump(ON, "A6")), ("See STORM, Page 4", Jump(ON, "4", "STORM")), ("(Continued on Page 6)", Jump(ON, "6")),
    ("Turn to Page 4", Jump(ON, "4")), ("STORM, from A1", Jump(FROM, "A1", "STORM")), ("From Page 1", Jump(FROM, "1")),
    ("Continued from A01", Jump(FROM, "A1")), ("Storm: Continued from Page 1", Jump(FROM, "1", "Storm")),
]  # fmt: skip
NO_JUMPS = [
    "见第3版图", "3版图。施工期间", "详见第3版", "（更多报道见3版）", "下转第3版的读者来信很多", "转3", "上接天光", "第3版",
    "from 1942 are back in", "From 12 to 15", "see page 4 for details", "See you on page 4", "continued on page 4 of the report",
    "Page A6", "The best places are marked on the map on Page A6.",
]  # fmt: skip


@pytest.mark.parametrize(("line", "jump"), JUMPS)
def test_a_jump_line_is_read(line: str, jump: Jump) -> None:
    assert read_jump(line) == jump


@pytest.mark.parametrize("line", NO_JUMPS)
def test_running_text_is_no_jump_line(line: str) -> None:
    assert read_jump(line) is None


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("家长已有两百（下转第6版）", ["家长已有两百", "（下转第6版）"]),
        ("（上接第1版）一本蓝皮册子里", ["（上接第1版）", "一本蓝皮册子里"]),
        ("was hurt. (Continued on A6)", ["was hurt. ", "(Continued on A6)"]),
        ("管线经过的街道，见（第3版）图", ["管线经过的街道，见（第3版）图"]),
        ("（下转第6版）", ["（下转第6版）"]),
        ("the size of a Continued on Page 8", ["the size of a ", "Continued on Page 8"]),
        ("for the harCONTINUED ON P3", ["for the har", "CONTINUED ON P3"]),  # with nothing between
        ("for the harTurn to Page 9", ["for the har", "Turn to Page 9"]),
        ("it took a Turn to the left", ["it took a Turn to the left"]),
        ("Continued from A10 The leader of", ["Continued from A10", " The leader of"]),
        ("the tour continued on 8", ["the tour continued on 8"]),
        ("Continued from here to the sea", ["Continued from here to the sea"]),
    ],
)
def test_a_jump_line_is_cut_off(line: str, parts: list[str]) -> None:
    at = [0, *cuts(line, 0, len(line)), len(line)]
    assert [line[a:b] for a, b in pairwise(at)] == parts


# --- which page is which ----------------------------------------------------------------------------------------------

NUMBERS: list[tuple[str, list[tuple[str, str]], list[str]]] = [  # what, (file, line at the head) of each page, numbers
    ("folios", [("a.txt", "第3版 要闻"), ("b.txt", "第4版 民生")], ["3", "4"]),
    ("folios before names", [("g-1.txt", "2026年3月12日 A1"), ("g-2.txt", "A5 2026年3月12日")], ["A1", "A5"]),
    ("bare folios", [("a.txt", "03 要闻"), ("b.txt", "要闻 08")], ["3", "8"]),
    ("Chinese numerals", [("a.txt", "第三版"), ("b.txt", "第十一版")], ["3", "11"]),
    ("names of files", [("20260312-05.txt", ""), ("20260312-06.txt", "")], ["5", "6"]),
    ("letters in names", [("qx-A05.txt", ""), ("qx-B01.txt", "")], ["A5", "B1"]),
    ("order", [("x.txt", ""), ("x.txt", "")], ["1", "2"]),
    ("one folio unread", [("p1.txt", "第1版 要闻"), ("p2.txt", ""), ("p3.txt", "第3版 要闻")], ["1", "2", "3"]),
    ("one number twice", [("p1.txt", "第1版 要闻"), ("p2.txt", "第1版 要闻")], ["1", "2"]),
    ("dates are no numbers", [("x.txt", "2026年3月12日 星期四"), ("x.txt", "2026年3月12日 星期四")], ["1", "2"]),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "numbers"), [n[1:] for n in NUMBERS], ids=[n[0] for n in NUMBERS])
def test_each_page_has_its_number(pages: list[tuple[str, str]], numbers: list[str]) -> None:
    made = [
        Page(Source(page([line] if line else [], [], [], n), name, page=n + 1)) for n, (name, line) in enumerate(pages)
    ]
    assert [found.text for found in labels(made)] == numbers


# --- stories over several pages ---------------------------------------------------------------------------------------


def told(e: Edition) -> dict[str, Any]:
    """What is on record of the stories of an edition, apart from where the pages stand in it."""
    got = edition_json(e)
    keys = ("title", "paragraphs", "pages", "jump_heads")
    return {
        "stories": sorted(([a[k] for k in keys] for a in got["articles"] if len(a["pages"]) > 1), key=str),
        "open": [(o["page"], o["text"]) for o in got["open"]],
    }


@pytest.mark.parametrize("name", EDITIONS)
def test_numbers_and_stories_are_those_of_the_paper(name: str) -> None:
    e, truth = edition(name), TRUTHS[name]
    got = edition_json(e)
    assert [p["page"] for p in got["pages"]] == truth["labels"]
    assert [o["text"] for o in got["open"]] == truth["open"]
    wanted = [a for a in truth["articles"] if len(a["jump_heads"])]
    found = {solid(a["title"]): a for a in got["articles"] if len(a["pages"]) > 1}
    assert set(found) == {solid(a["title"]) for a in wanted}
    for a in wanted:
        story = found[solid(a["title"])]
        assert solid("".join(story["paragraphs"])) == solid("".join(a["paragraphs"]))
        assert story["pages"] == a["pages"]
        assert story["jump_heads"] == a["jump_heads"]
        assert a["paragraphs"][1] in story["paragraphs"]  # the one that the page broke, whole


@pytest.mark.parametrize("name", EDITIONS)
def test_furniture_and_banners_are_out_of_the_articles(name: str) -> None:
    got, truth = edition_json(edition(name)), TRUTHS[name]
    assert got["banners"].count(truth["banner"]) == len(got["pages"])
    furniture = Counter(got["furniture"])
    assert not Counter(line for lines in truth["furniture"].values() for line in lines) - furniture
    text = solid("".join(p for a in got["articles"] for p in [a["title"] or "", *a["paragraphs"]]))
    assert not [line for line in (truth["banner"], *truth["advertisement"][1:]) if solid(line) in text]


@pytest.mark.parametrize("name", EDITIONS)
def test_text_that_is_printed_again_stays(name: str) -> None:
    text = [p for a in edition_json(edition(name))["articles"] for p in a["paragraphs"]]
    for again, times in TRUTHS[name]["again"].items():
        assert sum(again in p for p in text) == times
    for d in edition(name).whole.decisions:
        recurs = any(e.rule == "recurs" for e in d.evidence)
        assert not (recurs and edition(name).whole.source.text[slice(*d.spans[0])] in TRUTHS[name]["columns"])


@pytest.mark.parametrize("name", EDITIONS)
def test_a_file_of_several_pages_is_an_edition_too(name: str) -> None:
    text = "\f".join(p.read_text("utf-8") for p in EDITIONS[name])
    again = clean_edition(text.split("\f"))
    assert again.whole.articles == edition(name).whole.articles
    assert told(again) == told(edition(name))


@pytest.mark.parametrize("name", EDITIONS)
def test_the_order_of_pages_does_not_matter_where_folios_stand(name: str) -> None:
    again = told(clean_edition(reversed(sources(name))))
    assert again == told(edition(name))


def without(name: str, *words: str, pages: slice = slice(None)) -> Edition:
    """The edition with lines that hold one of ``words`` taken out of some pages."""
    texts = [s.text for s in sources(name)]
    chosen = range(len(texts))[pages]
    return clean_edition(
        "\n".join(x for x in t.split("\n") if n not in chosen or not any(w in x for w in words)) + "\n"
        for n, t in enumerate(texts)
    )


def test_a_story_whose_page_is_missing_stays_open() -> None:
    e = clean_edition(sources("qingxi")[:2])
    assert not e.stitches
    assert [p.jump.page for p in e.open] == ["3", "3", "6", "4"]
    assert all(len(story) == 1 for story in e.stories)


def test_one_jump_line_and_a_sentence_that_reads_on_are_enough() -> None:
    e = without("qingxi", "（上接", pages=slice(2, 3))
    assert [(s.first.page, s.then.page) for s in e.stitches if s.status is Status.APPLIED and s.jumps[1] is None]


def test_jump_lines_that_name_other_pages_stitch_nothing() -> None:
    texts = [s.text.replace("下转第3版", "下转第8版").replace("上接第1版", "上接第9版") for s in sources("qingxi")]
    e = clean_edition(texts)
    assert {(s.first.page, s.then.page) for s in e.stitches} == {(1, 3)}


def test_where_two_stories_would_fit_alike_none_is_stitched_for_sure() -> None:
    first, second, third, fourth = (s.text for s in sources("qingxi"))
    part = third[third.index("（上接第1版）\n望江") : third.index("一线传真")]
    e = clean_edition([first, second, f"{third}{part}", fourth])
    bridge = [
        s
        for s in e.stitches
        if s.first.page == 0
        and s.glue == ""
        and "望江" in e.pages[0].text(e.pages[0].articles[s.first.article].title[0])
    ]
    assert bridge
    assert all(s.status is Status.PROPOSED for s in bridge)


def test_a_word_that_the_page_broke_loses_the_hyphen() -> None:
    pages = [s.text for s in sources("millriver")]
    pages[0] = pages[0].replace("too tired to\nContinued", "too tired\nfor the evening practice of the com-\nContinued")
    pages[2] = pages[2].replace("hold a bow.", "mittee of bows.")
    e = clean_edition(pages)
    assert any(
        "too tired for the evening practice of the committee of bows." in p
        for a in edition_json(e)["articles"]
        for p in a["paragraphs"]
    )


# --- promises ---------------------------------------------------------------------------------------------------------


def promised(e: Edition) -> None:
    """The whole replays from its decisions, and every article of every page stands in exactly one story."""
    whole = e.whole
    assert ocrfix.apply(whole.source, whole.decisions) == whole
    assert len(e.stories) == len(whole.articles)
    for parts, article in zip(e.stories, whole.articles, strict=True):
        text = "".join(e.pages[r.page].text(p) for r in parts for p in e.pages[r.page].articles[r.article].paragraphs)
        got = "".join(whole.text(p) for p in article.paragraphs)
        assert solid(got).replace("-", "") == solid(text).replace("-", "")
    alone = Counter(r for parts in e.stories for r in parts)
    assert alone == Counter((n, k) for n, p in enumerate(e.pages) for k in range(len(p.articles)))


LINES = [line for name in EDITIONS for s in sources(name) for line in s.text.split("\n")]
JUMP_LINES = [
    f.format(n) for f in ("（下转第{}版）", "（上接第{}版）", "Continued on Page {}", "第{}版") for n in (1, 2, 3)
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.sampled_from(LINES + JUMP_LINES * 4), max_size=25).map("\n".join), max_size=4))
def test_any_pages_keep_the_promises(pages: list[str]) -> None:
    promised(clean_edition(pages))


@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_keeps_the_promises(name: str) -> None:
    promised(edition(name))


def test_weights_add_up() -> None:
    for name in EDITIONS:
        e = edition(name)
        for d in e.whole.decisions:
            assert d.weight == sum(x.weight for x in d.evidence) or d.verb in (Verb.MEND, Verb.DROP, Verb.CUT)
        for s in e.stitches:
            assert s.weight == sum(x.weight for x in s.evidence)


def test_an_edition_of_one_page_is_that_page() -> None:
    text = (FIXTURES.parent / "demo.txt").read_text("utf-8")
    assert clean_edition([text]).whole == replace(ocrfix.clean(text), source=Source(text))
    assert clean_edition([]).whole.articles == ()


def test_workers_make_the_same_edition() -> None:
    with ProcessPoolExecutor(2) as pool:
        assert clean_edition(sources("millriver"), name="millriver", run=pool.map) == edition("millriver")


def test_orders_travel_with_what_recurs() -> None:
    orders = Orders(edition=Recurrence([s.text for s in sources("qingxi")]))
    text = sources("qingxi")[0].text
    assert ocrfix.clean(text, pickle.loads(pickle.dumps(orders))) == ocrfix.clean(text, orders)


def test_heads_of_parts_are_on_record_as_jump_lines_are() -> None:
    whole = edition("qingxi").whole
    assert "望江大桥合龙" in [whole.text(run) for run in whole.furniture]
    assert not any("望江大桥合龙" in whole.text(run) for a in whole.articles for run in article_runs(a))
    assert any(d.role is Role.JUMP and whole.source.text[slice(*d.spans[0])] == "望江大桥合龙" for d in whole.decisions)


def test_the_files_hold_every_article_once() -> None:
    files = edition_files(edition("qingxi"))
    assert list(files)[-1] == "edition.json"
    assert "page.json" not in files
    assert (
        sum(
            "上门谈了三轮，把每家的想法都记在一本蓝皮册子里" in text
            for name, text in files.items()
            if name.endswith(".txt")
        )
        == 1
    )
    assert json.loads(files["edition.json"])["files"] == list(files)[:-1]
    assert '"pages": ["1", "3"]' in edition_files(edition("qingxi"), "jsonl")["articles.jsonl"]
