"""The bench itself: pages lose no line, lines lose no letter, and the scorer scores what it says."""

import json
import random
import re
from itertools import permutations
from pathlib import Path

import pytest
from bench import desk, order, wording
from bench.compose import han_line, latin_line, level
from bench.forme import Box, Cell, Cut, Grid, around, cut_up
from bench.match import pair
from bench.score import METRICS, score
from hypothesis import given, settings
from hypothesis import strategies as st

SHARED = Path(__file__).parents[1].parent / "shared"
NEWS = sorted((Path(__file__).parent / "bench/news").glob("[!R]*.md"))


class Even:
    """Type in which Latin letters are half as wide as everything else."""

    def width(self, text: str) -> float:
        return sum(0.5 if c.isascii() else 1.0 for c in text)


def article(*paragraphs: str, title: str | None = None, byline: str | None = None) -> dict[str, object]:
    return {"title": title, "byline": byline, "paragraphs": list(paragraphs)}


TRUTH = {
    "articles": [
        article("清晨的江面起了雾，渡船没有开。", "十点钟，雾散了。", title="大雾锁江", byline="记者 江水平"),
        article("两名少年拾到手提包，在原地等候失主。", title="少年拾金不昧"),
    ],
    "banners": ["家家户户 平平安安"],
    "reduplications": ["家家户户"],
    "furniture": ["第3版", "望江日报"],
}
SOURCE = "".join(json.dumps(TRUTH, ensure_ascii=False).split('"'))


def test_the_truth_scores_full_marks() -> None:
    found = score(TRUTH, TRUTH, SOURCE)
    best = [m for m in METRICS if m not in ("missing", "invented", "furniture_leak", "cer")]
    assert {m: found[m] for m in best} == dict.fromkeys(best, 1.0)
    assert (found["furniture_leak"], found["cer"]) == (0.0, 0.0)


WORSE = {
    "a break lost": (
        "para_f1",
        lambda t: t["articles"][0].update(paragraphs=["".join(t["articles"][0]["paragraphs"])]),
    ),
    "titles swapped": ("title_acc", lambda t: t["articles"][0].update(title="少年拾金不昧")),
    "kicker and title are one": ("title_alone", lambda t: t["articles"][0].update(title="本报专稿\n大雾锁江")),
    "byline lost": ("byline_acc", lambda t: t["articles"][0].update(byline=None)),
    "article lost": ("article_f1", lambda t: t["articles"].pop()),
    "text changed": ("exact", lambda t: t["articles"][1].update(paragraphs=["两名少年拾到手提包，交给了警察叔叔。"])),
    "banner thinned": ("banner", lambda t: t.update(banners=["家户 平安"])),
    "reduplication lost": ("reduplication_kept", lambda t: t.update(banners=["家户 平安"])),
}


@pytest.mark.parametrize("metric, harm", WORSE.values(), ids=WORSE)
def test_what_is_worse_scores_less(metric: str, harm: object) -> None:
    pred = json.loads(json.dumps(TRUTH))
    harm(pred)  # type: ignore[operator]
    assert score(TRUTH, pred)[metric] < 1.0  # type: ignore[operator]


def test_furniture_in_a_body_leaks() -> None:
    pred = json.loads(json.dumps(TRUTH))
    pred["articles"][0]["paragraphs"][0] += "望江日报"
    assert score(TRUTH, pred)["furniture_leak"] == 0.5


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(st.floats(0, 1), min_size=n, max_size=n), min_size=1, max_size=5)
    )
)
def test_no_pairing_is_worth_more(worth: list[list[float]]) -> None:
    rows, columns = len(worth), len(worth[0])
    short, long = sorted((rows, columns))
    best = max(
        sum(worth[k][o[k]] if rows <= columns else worth[o[k]][k] for k in range(short))
        for o in permutations(range(long), short)
    )
    found = pair(worth)
    assert len(found) == len({r for r, _ in found}) == len({c for _, c in found}) == short
    assert sum(worth[r][c] for r, c in found) == pytest.approx(best)


HAN = st.text(st.sampled_from("江水平记者说，。：“”《》（）、年月日12.5%—…… ab"), min_size=1, max_size=80)


@given(HAN, st.floats(8, 24), st.booleans())
def test_chinese_lines_lose_nothing(text: str, measure: float, push_in: bool) -> None:
    rest, printed = text.strip(), ""
    while rest:
        before = rest
        line, rest = han_line(rest, measure, Even(), 0.0, push_in)  # type: ignore[arg-type]
        printed += line.text
        assert len(rest) < len(before)
        assert line.last == (not rest)
    assert re.sub(r"\s", "", printed) == re.sub(r"\s", "", text)


@given(
    st.lists(
        st.sampled_from("the ferry, co-op 7:30 p.m. “Well unfortunately commissioner".split()), min_size=1, max_size=30
    ),
    st.floats(6, 30),
)
def test_latin_lines_lose_nothing_but_hyphens(words: list[str], measure: float) -> None:
    rest, lines = " ".join(words), []
    while rest:
        line, rest = latin_line(rest, measure, Even(), 0.0, None)  # type: ignore[arg-type]
        lines.append(line.text)
        assert line.text
    assert "".join(lines).replace(" ", "") == "".join(words)


@given(st.text(st.sampled_from("江水平日报一二三"), min_size=1, max_size=40), st.integers(1, 5))
def test_headline_lines_are_level(text: str, n: int) -> None:
    lines = level(text, n, False)
    assert "".join(lines) == text
    assert len(lines) <= n


@given(st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_every_order_tells_every_line_once(seed: int) -> None:
    r = random.Random(seed)
    roles = ["kicker", "title", "deck", "byline", "body", "body", "caption", "furniture", "banner"]
    blocks = [
        order.Block(
            role, cell, [order.Op(cell * 20.0, k * 1.5, f"{cell}{role}{k}", 9, "x") for k in range(r.randint(1, 4))], n
        )
        for cell in range(3)
        for n, role in enumerate(roles)
    ]
    told = order.arrange(r, blocks, order.draw(r))
    assert sorted(o.text for o in told) == sorted(o.text for b in blocks for o in b.ops)


@given(st.integers(0, 2**32), st.integers(1, 8))
def test_cells_cover_every_column(seed: int, columns: int) -> None:
    def widths(part: Cell | Cut) -> set[int]:
        if isinstance(part, Cell):
            return {part.columns}
        a, b = map(widths, part.parts)
        return a & b if part.across else {x + y for x in a for y in b}

    grid = Grid(0, 12, 1.5, columns)
    assert widths(cut_up(random.Random(seed), grid, Cell(0, columns, 110), 900, 2)) == {columns}


@given(*[st.floats(0, 40)] * 4)
def test_nothing_is_set_on_a_picture(x: float, y: float, w: float, h: float) -> None:
    picture = Box(x, y, w + 1, h + 1)
    free = around(Box(0, 0, 20, 60), [picture], 0.5, 3)
    assert not any(piece.meets(picture) for piece in free)


def test_stories_are_whole() -> None:
    stories = desk.read(NEWS)
    langs = [s.lang for s in stories if s.kind == "article"]
    assert langs.count("zh-Hans") >= 60 and langs.count("zh-Hant") >= 20 and langs.count("en") >= 25
    assert len({s.title for s in stories}) == len(stories)
    assert all(any(w in p for p in s.paragraphs) for s in stories for w in s.keep)


@pytest.mark.parametrize("lang", wording.WORDS)
def test_furniture_leaves_no_placeholder(lang: str) -> None:
    for seed in range(200):
        r = random.Random(seed)
        words = [w for _, w in wording.furniture(r, wording.masthead(r, lang))]
        assert not any(re.search(r"[{}#]", w) for w in words)


@pytest.mark.skipif(not SHARED.exists(), reason="needs the pages beside the repository")
def test_agrees_with_the_scores_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("scipy")
    monkeypatch.syspath_prepend(str(SHARED / "bench"))
    import baselines  # type: ignore[import-not-found]
    import score as theirs  # type: ignore[import-not-found]

    folder = SHARED / "pages/dev"
    for path in sorted(folder.glob("*.pdftotext.txt"))[::6]:
        truth = json.loads((folder / f"{path.name.split('.')[0]}.truth.json").read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
        for name in ("identity", "blank", "measure"):
            pred = getattr(baselines, name)(text)
            want, got = theirs.score(truth, pred, text), score(truth, pred, text)
            both = [m for m in METRICS if m in want]
            assert {m: got[m] for m in both} == pytest.approx({m: want[m] for m in both}, abs=1e-6)
