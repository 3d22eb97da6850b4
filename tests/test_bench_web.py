"""The second press: its pages print what their truths say, nothing twice and nothing else."""

import json
import random
import re
from collections import Counter
from pathlib import Path

import pytest
from bench import desk
from bench.web import chrome, press
from bench.web.check import characters, differences, words
from bench.web.order import PLANS, told
from bench.web.papers import PAPERS
from bench.web.radicals import mend_table
from bench.web.sheet import Frame
from bench.web.speech import WORDS, Speech

pytest.importorskip("pyphen")
NEWS = sorted((Path(__file__).parent / "bench/news").glob("[!R]*.md"))
STORIES = desk.read(NEWS)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_holds_what_its_truth_says(paper: str) -> None:
    for number in range(12):
        html, truth, _ = press.draw(paper, number, 5, STORIES)
        assert differences(words(html), truth) == ("", ""), truth["page_id"]
        assert sum(a["kind"] == "article" for a in truth["articles"]) >= 3
        assert all(a["title"] or a["kind"] in ("brief", "photo") for a in truth["articles"])
        assert all(all(a["paragraphs"]) for a in truth["articles"])


@pytest.mark.parametrize("paper", PAPERS)
def test_the_same_seed_gives_the_same_page(paper: str) -> None:
    again = [press.draw(paper, 3, seed, STORIES) for seed in (1, 1, 2)]
    assert again[0] == again[1] != again[2]


def test_headlines_stand_apart_on_few_pages() -> None:
    orders = [press.draw(p, n, 5, STORIES).truth["order"] for p in PAPERS for n in range(20)]
    assert sum("heads_" in o for o in orders) <= len(orders) / 5


@pytest.mark.parametrize("plan", PLANS)
def test_every_order_tells_every_frame_once(plan: str) -> None:
    roles = ["furniture", "banner", *["head", "caption", "body"] * 4, "ad", "furniture"]
    frames = [Frame(role, k // 3 if role in ("head", "caption", "body") else -1) for k, role in enumerate(roles)]
    for seed in range(20):
        assert sorted(told(random.Random(seed), frames, plan, "split")) == list(range(len(frames)))


@pytest.mark.parametrize("lang", WORDS)
def test_words_leave_no_placeholder(lang: str) -> None:
    speech = Speech(random.Random(1), lang, "The {home} Test")
    for form in re.findall(r'"((?:[^"\\]|\\.)*)"', json.dumps(WORDS[lang], ensure_ascii=False)):
        said = speech.fill(form.replace("{word}", ""))
        assert not re.search(r"[{}#]", said), form


def test_the_check_sees_what_is_lost_and_what_is_added() -> None:
    truth = {
        "articles": [{"title": "Early ice", "paragraphs": ["The pond is safe."]}],
        "banners": ["BIG"],
        "furniture": [],
    }
    assert differences("BIG BIG Early ice The po-\nnd is safe.", truth) == ("", "")
    assert differences("BIG Early ice The pond is safe. X", truth) == ("", "X")
    assert Counter("pond") == characters(differences("BIG Early ice The is safe.", truth)[0])


@pytest.mark.skipif(not chrome.browser(), reason="needs Chromium")
@pytest.mark.parametrize("paper", ["prairie", "banyan"])
def test_print_says_what_the_truth_says(paper: str) -> None:
    pymupdf = pytest.importorskip("pymupdf")
    pdf, truth, _ = press.set_page(paper, 0, 4, STORIES)
    with pymupdf.open(stream=pdf) as doc:
        assert len(doc) == 1
        assert differences(doc[0].get_text(), truth) == ("", "")


def test_fonts_tables_are_rid_of_radicals() -> None:
    table = b"2 beginbfchar\n<01> <2F00>\n<02> <20142014>\nendbfchar\n1 beginbfrange\n<03> <04> <2F64>\nendbfrange\n"
    want = (
        b"2 beginbfchar\n<01> <4E00>\n<02> <20142014>\nendbfchar\n2 beginbfchar\n<03> <7528>\n<04> <7530>\nendbfchar\n"
    )
    assert mend_table(table) == want
