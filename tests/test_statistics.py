"""Language statistics: what reads on beside what does not, rarity, words, the page's n-grams, training, bad tables."""

import hashlib
import json
import random
import re
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from ocrfix import training
from ocrfix.cli import app
from ocrfix.ngrams import STEP, UNKNOWN, Ngrams, pairs, planes
from ocrfix.read import BadInput
from ocrfix.statistics import MAGIC, STANDING, BadTable, PageGrams, Statistics, bundled, load
from ocrfix.subjects import Gist, agree, terms
from ocrfix.training import Text
from ocrfix.units import LEAST, MOST, shape, table_fold

NEWS = bundled()
DATA = Path(training.__file__).parent / "data"
STORIES = Path(__file__).parent / "bench" / "news"

# A line's end, how the next line truly begins, and how one from another article does.
READS_ON = [
    ("昨天上午，副市长到社区慰问困难群", "众，送去米面油等生活", "，预计明年六月建成通"),
    ("记者从市教育局了解到，今年秋季学", "期全市中小学将于九月", "展的新路子，村民的日"),
    ("据气象部门预报，未来三天我市将有大", "到暴雨，请市民注意防", "场的蔬菜价格有所回落"),
    ("他说，企业要抓住机遇，加快转型升", "级，提高产品质量。", "人，其中女生占三成。"),
    ("本次比赛共有来自全国各地的2", "30名选手参加，", "子们高兴地跳了起来，"),
    ("去年冬天，圖書館改造工程正式開", "工，總投資三百萬元", "的老師都說他很用功"),
    ("市議會昨日三讀通過明年度總預", "算案，刪減幅度為百", "客在碼頭等了兩個小"),
    ("The council will have to decide", "whether the plan should be", "and children who had been"),
    ("She said that the company had", "been working on the bridge for", "of the river near the old mill"),
    ("The minister announced a new pro-", "gramme for schools in the north", "the river near the old mill"),
    ("Residents of the valley have com-", "plained about the noise for years", "Thursday to discuss the plan"),
    ("for the evening practice of the com-", "mittee that he had brought to life", "A storm that nobody had forecast"),
]


@pytest.mark.parametrize(("left", "true", "other"), READS_ON)
def test_reads_on(left: str, true: str, other: str) -> None:
    assert NEWS.affinity(left, true) >= 5
    assert NEWS.affinity(left, other) < 0


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        (("推动高质量发", "展取得成效"), ("推動高質量發", "展取得成效")),
        (("老百姓关心的", "问题"), ("老百姓關心的", "問題")),
        (("他说：“这里", "的人”"), ("他說：「這裡", "的人」")),
        (("共有1", "2人"), ("共有１", "２人")),
    ],
)
def test_scripts_and_widths_are_one(simplified: tuple[str, str], traditional: tuple[str, str]) -> None:
    assert NEWS.affinity(*simplified) == NEWS.affinity(*traditional)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("", ""),
        ("", "的"),
        ("的", ""),
        ("   ", "发展"),
        ("龘靐", "齉爩"),
        ("…", "—"),
        ("ไทย", "ภาษา"),
        ("\ud800", "𠮷"),
    ],
)
def test_what_is_unknown_says_little(left: str, right: str) -> None:
    assert abs(NEWS.affinity(left, right)) <= 5


@given(st.text(), st.text())
def test_any_text_may_be_asked(left: str, right: str) -> None:
    weight = NEWS.affinity(left, right)
    assert LEAST <= weight <= MOST
    assert NEWS.affinity(left, right) == weight
    assert PageGrams([left, right]).reads_on(left, right, weight) >= weight


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("中国", "永康"),
        ("发展", "朱志杰"),
        ("的人", "砻糠"),
        ("the", "ferry"),
        ("ferry", "zwiebelmarkt"),
        ("8人", "2137"),
    ],
)
def test_rarity(common: str, rare: str) -> None:
    assert NEWS.idf(common) < NEWS.idf(rare)


@pytest.mark.parametrize("word", ["government", "Ferry", "colour", "color", "well-known"])
def test_words(word: str) -> None:
    assert NEWS.is_word(word)


@pytest.mark.parametrize("word", ["governm", "ment", "qzx", "wellknown", "", "-", "的"])
def test_no_words(word: str) -> None:
    assert not NEWS.is_word(word)


def stories(*names: str) -> list[list[str]]:
    """The paragraphs of the bench's own stories."""
    parts = [p for name in names for p in re.split("(?m)^# .*$", (STORIES / name).read_text("utf-8"))[1:]]
    plain = re.compile(r"[a-z]+:|#|.* \| ")
    found = [[line for line in part.splitlines() if len(line) > 40 and not plain.match(line)] for part in parts]
    return [s for s in found if s]


def lines(paragraph: str, width: int) -> list[str]:
    """A paragraph in lines: Latin text between words, Han text so that no line begins with a comma or the like."""
    cut = (
        rf"\S.{{0,{width - 1}}}(?!\S)\s*"
        if paragraph.isascii() or " " in paragraph[:40]
        else rf".{{{width}}}[，。、；：？！”》）]*|.+"
    )
    return [m[0].strip() for m in re.finditer(cut, paragraph)]


def auc(articles: list[list[str]], width: int) -> float:
    """How often the line that truly follows is thought likelier than another of the same page of six articles."""
    draw = random.Random(1)
    better = asked = 0.0
    for _ in range(30):
        page = [lines(p, width) for a in draw.sample(articles, min(6, len(articles))) for p in a[:4]]
        every = [line for paragraph in page for line in paragraph]
        for left, true in [pair for paragraph in page for pair in pairwise(paragraph)]:
            right, wrong = NEWS.affinity(left, true), NEWS.affinity(left, draw.choice(every))
            better += (right > wrong) + (right == wrong) / 2
            asked += 1
    return better / asked


@pytest.mark.parametrize(
    ("names", "width", "floor"),
    [
        (("hans-county.md", "hans-life.md", "hans-town.md", "hans-work.md"), 15, 0.76),
        (("hant.md",), 15, 0.74),
        (("en.md",), 36, 0.70),
    ],
)
def test_stories_it_never_saw(names: tuple[str, ...], width: int, floor: float) -> None:
    assert auc(stories(*names), width) >= floor


PAGE = PageGrams(
    ["永康市举行工业设计大赛，", "市领导朱志杰出席。", "會上，朱志杰説", "the Marlow Reach ferry", "of Marlow Reach"]
)
STANDS = [
    (("在永", "康市"), 3),
    (("朱志", "杰说"), 4),
    (("由朱志", "杰主持"), 3),
    (("举行工", "业设计"), 4),
    (("永", "康"), 2),
    (("在永", "远的"), 0),
    (("", "康市"), 0),
    (("near Marlow", "Reach on"), 2),
    (("on the Marlow", "Reach ferry"), 4),
    (("on the", "ferry"), 0),
]


@pytest.mark.parametrize(("ends", "found"), STANDS)
def test_page_grams(ends: tuple[str, str], found: int) -> None:
    assert PAGE.stands(*ends) == found
    assert PAGE.reads_on(*ends, -9) == max(-9, STANDING[found])
    assert PAGE.reads_on(*ends, 30) == 30


# Training


SMALL = ["绿水青山就是金山银山。"] * 9 + ["青山绿水好风光"] * 3 + ["The ferry left the old quay at six."] * 9


def test_trained_table_knows_its_texts() -> None:
    own = Statistics(training.table([Text(SMALL, True)]))
    assert own.affinity("绿水青", "山就是") > own.affinity("绿水青", "水好风")
    assert own.affinity("The ferry left", "the old quay") > own.affinity("The ferry left", "six at quay")
    assert own.is_word("quay") and not own.is_word("金山")


# Two texts of one subject that share no word, and one of another subject.
OF_ONE_SUBJECT = [
    ("气象台发布暴雨预警，江河水位上涨", "防汛抢险队转移受灾群众", "运动员在世锦赛上夺得金牌"),
    ("法院公开审理了这起贪污案件", "检察机关依法提起公诉，被告人受贿", "剧院上演新编京剧和芭蕾"),
    ("以军空袭加沙地带，造成平民伤亡", "停火谈判再次破裂，双方交火", "小麦播种面积扩大，农民增收"),
    ("颱風登陸沿海，暴雨轉移群眾", "气象台发布预警，防汛抢险", "演员在剧院演出京剧"),
]


@pytest.mark.parametrize("text, like, unlike", OF_ONE_SUBJECT)
def test_texts_of_one_subject_agree(text: str, like: str, unlike: str) -> None:
    subjects = NEWS.subjects(False)
    lies, near, far = (subjects.direction(subjects.gist(terms(t, False))) for t in (text, like, unlike))
    assert agree(lies, near) > agree(lies, far) + 0.2


@pytest.mark.parametrize("text", ["", "7654321", "Ω≈ç√"])
def test_a_text_without_known_words_has_no_subject(text: str) -> None:
    for latin in (False, True):
        subjects = NEWS.subjects(latin)
        assert subjects.direction(subjects.gist(terms(text, latin))) == ()
        assert agree((), subjects.direction(subjects.gist({"防汛", "govern"}))) == 0


@given(st.lists(st.sets(st.sampled_from(["防汛", "金牌", "法院", "小麦", "预警"])), max_size=6))
def test_gists_add(found: list[set[str]]) -> None:
    subjects = NEWS.subjects(False)
    whole = sum((subjects.gist(f) for f in found), Gist())
    assert whole.number == sum(len(f) for f in found)
    assert whole == sum((subjects.gist(f) for f in reversed(found)), Gist())


LEADS = ["记者从市教育局获悉，近日", "近日，全国各地", "8月19日，第三届", "日前，国家统计局发布"]
NO_LEADS = ["他还表示，这些措施", "据介绍，该项目", "会议强调，要", "同时，各地还", "此外，"]


@pytest.mark.parametrize("text", LEADS)
def test_so_begins_an_article(text: str) -> None:
    assert NEWS.leads(False).weigh(text) > -8


@pytest.mark.parametrize("text", NO_LEADS)
def test_so_an_article_goes_on(text: str) -> None:
    assert NEWS.leads(False).weigh(text) < -10


WORDED = [  # a headline, running text as long
    ("全市秋粮收购工作启动", "的粮食都已经晒好，他们"),
    ("山城夜市点亮消费新活力", "在那里摆了一个小摊，每"),
    ("北江大橋提前通車 兩岸居民出行更便捷", "從前要坐船過河的人說，現在走路就到了"),
    ("City council approves new budget", "said it was the first of its kind in the"),
    ("Storm closes schools across county", "and they have been waiting for it to be"),
]


@pytest.mark.parametrize(("headline", "text"), WORDED)
def test_headlines_are_worded_otherwise_than_running_text(headline: str, text: str) -> None:
    titles = NEWS.titles(headline.isascii())
    assert titles.weigh(headline) > titles.weigh(text) + 5


ARTICLES = [
    Text(
        [f"记者昨日获悉，{where}的{what}已经开始。", f"据介绍，{what}将持续三个月。", f"他说，{where}会更好。"],
        True,
        f"{where}启动{what}",
    )
    for where in ("东岭", "白沙", "清河", "石桥", "云峰")
    for what in ("防汛演练", "小麦收割", "道路维修", "校舍改造", "图书展览")
]


def test_leads_are_learnt_from_articles() -> None:
    leads = Statistics(training.table(ARTICLES)).leads(False)
    assert leads.weigh("记者昨日在") > 0 > leads.weigh("据介绍，")


def test_titles_are_learnt_from_articles() -> None:
    titles = Statistics(training.table(ARTICLES)).titles(False)
    assert titles.weigh("南山启动人口普查") > 0 > titles.weigh("他说的人口普查将持续")


def test_articles_without_titles_teach_none() -> None:
    own = Statistics(training.table([Text(a.lines, True) for a in ARTICLES]))
    assert own.titles(False).weigh("南山启动人口普查") == 0


def test_lines_that_are_no_articles_teach_no_leads() -> None:
    lines = Statistics(training.table([Text(a.lines, False) for a in ARTICLES]))
    assert lines.leads(False).weigh("记者昨日在") == 0


def test_few_texts_tell_their_subjects_by_their_parts() -> None:
    matters = [
        [f"q{a}{b}{b}{b}" for b in "bcdfghjklmnp"] for a in "bcdfghjklmnp"
    ]  # made-up words, a row for each matter
    both = [[" ".join(matter) + "." for matter in (one, one, other, other)] for one, other in combinations(matters, 2)]
    subjects = Statistics(training.table([Text(lines, False) for lines in both])).subjects(True)
    one, like, unlike = (
        subjects.direction(subjects.gist(terms(" ".join(words), True)))
        for words in (matters[0][:3], matters[0][3:], matters[1])
    )
    assert agree(one, like) > 0.9 and agree(one, unlike) < 0.5


def test_without_scipy_a_table_has_no_subjects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.sparse", None)
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    told: list[str] = []
    own = Statistics(training.table(ARTICLES * 20, told.append))
    assert told == ["subjects, leads and titles need scipy: pip install 'ocrfix[train]'"]
    assert own.subjects(False).gist({"防汛"}) == Gist() and own.leads(False).weigh("记者昨日") == 0


def test_nothing_is_counted_across_lines() -> None:
    broken = Statistics(
        training.table([Text(["他们在海", "边散步回"] * 50 + ["the long gov-", "ernment meeting"] * 50, False)])
    )
    assert broken.affinity("在海", "边散") <= 0
    assert broken.is_word("meeting")
    assert not broken.is_word("gov") and not broken.is_word("ernment") and not broken.is_word("government")


def test_a_word_list_counts() -> None:
    own = Statistics(training.table([Text(["quay", "ferry", "well-known", "the words once only met"], False)]))
    assert own.is_word("quay") and own.is_word("well-known") and not own.is_word("once")


def test_same_texts_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join(SMALL), "utf-8")
    code = "import sys, pathlib as p, ocrfix.training as t; t.train([p.Path('a.txt')], p.Path(sys.argv[1]))"
    digests = set()
    for seed in ("0", "1", "2"):
        subprocess.run([sys.executable, "-c", code, seed], cwd=tmp_path, env={"PYTHONHASHSEED": seed}, check=True)
        digests.add(hashlib.sha256((tmp_path / seed).read_bytes()).digest())
    assert len(digests) == 1


def test_kinds_of_files(tmp_path: Path) -> None:
    text, gb, articles = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.jsonl"
    text.write_text("\n".join(SMALL), "utf-8")
    gb.write_text("\n".join(SMALL), "gb18030")
    half = len(SMALL) // 2
    rows = [{"paragraphs": SMALL[:half]}, {"text": "\n".join(SMALL[half:]), "title": "无"}]
    articles.write_text("\n\n".join(json.dumps(row) for row in rows) + "\n", "utf-8")
    tables = set()
    for path in (text, gb, articles):
        training.train([path], tmp_path / "out")
        tables.add((tmp_path / "out").read_bytes())
        assert load(tmp_path / "out").is_word("ferry")
    assert len(tables) == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", "\n \n", "no running text"),
        ("a.txt", "123\n", "no running text"),
        ("a.jsonl", "{", "line 1: no article"),
        ("a.jsonl", '{"text": "海边"}\n[1]\n', "line 2: no article"),
        ("a.jsonl", '{"paragraphs": 3}\n', "line 1: no article"),
        ("none.txt", None, "none.txt"),
    ],
)
def test_nothing_to_learn_from(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(BadInput, match=message):
        training.train([tmp_path / name], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_train_command(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join(SMALL), "utf-8")

    def run(*args: str) -> tuple[int, str]:
        done = CliRunner().invoke(app, ["train", *(str(tmp_path / a) if not a.startswith("-") else a for a in args)])
        return done.exit_code, done.output

    assert run("a.txt", "-o", "own.stats") == (0, "")
    assert load(tmp_path / "own.stats").is_word("quay")
    assert run("a.txt", "-o", "own.stats") == (4, f"ocrfix: {tmp_path}/own.stats: exists; --force overwrites it\n")
    assert run("a.txt", "-o", "own.stats", "--force") == (0, "")
    code, said = run("none.txt", "-o", "b.stats")
    assert code == 3 and "none.txt" in said and said.count("\n") == 1
    code, said = run("a.txt", "-o", "none/b.stats")
    assert code == 4 and "none/b.stats" in said and said.count("\n") == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "own.stats"]


def test_rare_n_grams_are_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "ROOM", 60)
    draw = random.Random(5)
    noise = ["".join(draw.choices("天地玄黄宇宙洪荒日月盈昃辰宿列张", k=12)) for _ in range(60)]
    own = Statistics(training.table([Text([*noise, *SMALL, *noise[::-1]], False)]))
    assert own.affinity("绿水青", "山就是") > 5


# Tables


@given(st.lists(st.text("甲乙丙丁", min_size=1, max_size=9), min_size=1, max_size=30))
def test_across_is_the_sum_of_the_n_grams(texts: list[str]) -> None:
    table = Ngrams(training.grams(texts, 40))
    for text in texts:
        for k in range(1, len(text)):
            left, right = text[max(0, k - 3) : k], text[k : k + 3]
            grams = [left[i:] + right[:j] for i in range(len(left)) for j in range(1, len(right) + 1)]
            total = sum(table.weight(g) for g in grams if len(g) <= 4)
            assert table.across(table.tail(left), [right]) == [total]


def test_weights_are_kept_to_a_level() -> None:
    texts = ["甲乙丙", "甲乙丁", "丙乙甲", "丁丁丁丁"] * 20
    model, table = training._Model(texts), Ngrams(training.grams(texts, 1000))
    for n in (2, 3, 4):
        for gram in model.counts[n]:
            assert abs(table.weight(gram) - model.weight(gram)) <= STEP / 2 + 1e-9
    assert table.weight("甲" + UNKNOWN) < 0
    assert table.weight(UNKNOWN + "甲") == 0


@given(st.lists(st.tuples(st.integers(1, 0xD7FF), st.integers(0xE000, 0xE07F)), max_size=20))
def test_planes(rows: list[tuple[int, int]]) -> None:
    text = "".join(chr(a) + chr(b) for a, b in rows)
    assert pairs(planes(text)) == text


TABLE = training.table([Text(SMALL, True)])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a table"),
        (b"%PDF-1.4", "not a table"),
        (MAGIC[:-2] + b"9\n" + TABLE[len(MAGIC) :], "another version"),
        (MAGIC, "damaged"),
        (MAGIC + b"{}\n", "damaged"),
        (MAGIC + b"[1, 2]\n", "damaged"),
        (MAGIC + b'{"han": 3}\n', "damaged"),
        (TABLE[:-1], "damaged"),
        (TABLE[: len(TABLE) // 2], "damaged"),
    ],
)
def test_bad_tables(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "own.stats").write_bytes(data)
    with pytest.raises(BadTable, match=rf"own\.stats: .*{message}") as e:
        load(tmp_path / "own.stats")
    assert "\n" not in str(e.value)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(TABLE) - 1), st.integers(1, 255))
def test_no_damage_goes_unseen(at: int, change: int) -> None:
    damaged = bytearray(TABLE)
    damaged[at] ^= change
    try:
        table = Statistics(bytes(damaged))
    except BadTable:
        return
    assert damaged.split(b"\n")[2:] == TABLE.split(b"\n")[2:]  # only white space of the index may differ
    assert table.affinity("绿水青", "山就是") == Statistics(TABLE).affinity("绿水青", "山就是")


def test_bundled_data_is_small() -> None:
    assert sum((DATA / name).stat().st_size for name in ("news.stats", "simplified.txt")) <= 2_000_000


@given(st.text(min_size=1).filter(str.strip))
def test_folds_keep_the_place_of_every_character(text: str) -> None:
    assert len(text.translate(table_fold())) <= len(text)
    assert shape(text)
