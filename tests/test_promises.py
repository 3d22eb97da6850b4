"""The promises, through the public door: nothing lost, nothing new, replayed, stable, the same every time."""

import hashlib
import os
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import STRAY, mutated

import ocrfix
from ocrfix import Page, Source, Verb, pipeline
from ocrfix.formats import page_json, page_text, would_change
from ocrfix.model import Status

ROOT = Path(__file__).parents[1]
FIXTURES = {p.name.removesuffix(".txt"): p.read_text("utf-8") for p in sorted((ROOT / "fixtures").glob("*.txt"))}
SAMPLES = {p.stem: p.read_text("utf-8") for p in sorted((ROOT / "tests" / "samples").glob("*.txt"))}
PAGES = list((FIXTURES | SAMPLES).values())
ROUNDS, EACH = 40, 50  # 2,000 damaged pages


def letters(*texts: str) -> Counter[str]:
    """Characters that are no white space."""
    return Counter(c for text in texts for c in text if not c.isspace())


def printed(page: Page) -> Counter[str]:
    """Every character of the output, wherever it stands."""
    got = page_json(page)
    found = letters(*got["banners"], *got["furniture"], *got["removed"])
    for a in got["articles"]:
        found += letters(*a["paragraphs"], *(a[k] or "" for k in ("kicker", "title", "deck", "byline", "credit")))
    return found


def kept(page: Page) -> None:
    """What was read is what is printed, but for recorded mends."""
    source = page.source.text
    want = letters(source)
    for d in page.decisions:
        if d.verb is Verb.MEND and d.status is Status.APPLIED:
            found = source[slice(*d.spans[0])]
            want += letters(d.text)
            if len(d.text) >= len(found):  # else the mended characters are listed as removed
                want -= letters(found)
    assert printed(page) == want


def every_promise(text: str) -> Page:
    page = ocrfix.clean(text)
    assert page.source.text == text
    kept(page)
    assert ocrfix.apply(Source(text), page.decisions) == page
    proposed = tuple(replace(d, status=Status.PROPOSED) for d in page.decisions)
    plain = ocrfix.apply(page.source, proposed)  # all refused: the source's own lines
    assert not would_change(plain)
    return page


@settings(deadline=None, max_examples=150)
@given(
    st.text(
        st.sampled_from("的人不忘初心天研究新闻。，、！？：“”（）《》　 \n\n本报讯记者12３ab-A.x\r" + STRAY),
        max_size=300,
    )
)
def test_any_text_keeps_the_promises(text: str) -> None:
    every_promise(text)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from([line for page in PAGES for line in page.split("\n")]), max_size=30).map("\n".join))
def test_any_lines_of_pages_in_any_order_keep_the_promises(text: str) -> None:
    every_promise(text)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_all_of_unicode_keeps_the_promises(text: str) -> None:
    every_promise(text)


@pytest.mark.parametrize("start", range(0, ROUNDS * EACH, EACH))
def test_damaged_pages_keep_the_promises(start: int) -> None:
    for seed in range(start, start + EACH):
        text = mutated(PAGES[seed % len(PAGES)], seed)
        try:
            every_promise(text)
        except Exception as e:
            pytest.fail(f"seed {seed}: {type(e).__name__}: {e}\n{text!r}")


@pytest.mark.parametrize("name", FIXTURES)
def test_whole_pages_keep_the_promises(name: str) -> None:
    every_promise(FIXTURES[name])


# Known failures, as data: where a page's headlines or lists were read wrongly, its output has too few full stops to be
# known as whole, and is set in order once more. Strict: a page that comes to hold must be taken off the list.
UNSTABLE = (
    "county-15.tess-psm3",
    "county-2.pdftotext-layout",
    "county-2.tess-psm1",
    "county-21.pdfminer",
    "county-21.tess-psm4",
    "county-3.pdftotext-layout",
    "harbour-15.tess-psm6",
    "harbour-21.pdfminer",
    "metro-6.tess-psm4",
    "metro-9.pdftotext",
    "metro-9.pdftotext-layout",
    "metro-9.tess-psm6",
    "weekly-12.tess-psm1",
    "weekly-15.pdfminer",
    "weekly-15.tess-psm3",
    "weekly-21.tess-psm4",
)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(n, marks=pytest.mark.xfail(reason="its output is not yet known as whole")) if n in UNSTABLE else n
        for n in FIXTURES
    ],
)
def test_cleaning_the_output_changes_nothing(name: str) -> None:
    once = page_text(ocrfix.clean(FIXTURES[name]))
    assert page_text(ocrfix.clean(once)) == once


@pytest.mark.parametrize("name", SAMPLES)
def test_clean_text_comes_back_byte_for_byte(name: str) -> None:
    assert page_text(ocrfix.clean(SAMPLES[name])) == SAMPLES[name]


def test_the_order_of_rules_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = list(FIXTURES.values())[::7]
    want = [ocrfix.clean(p).articles for p in pages]
    rules = list(pipeline.all_rules())
    random.Random(3).shuffle(rules)
    monkeypatch.setattr(pipeline, "all_rules", lambda: tuple(rules))
    assert [ocrfix.clean(p).articles for p in pages] == want


def test_the_hash_seed_and_the_order_of_pages_do_not_matter() -> None:
    code = (
        "import sys; from ocrfix.read import read; from ocrfix.formats import dump, page_json; import ocrfix\n"
        "out = {p: dump(page_json(ocrfix.clean(next(read(p))))) for p in sys.argv[1:]}\n"
        "for p in sorted(out): print(out[p])"
    )
    paths = sorted(map(str, (ROOT / "fixtures").glob("*.txt")))[::7]
    digests = set()
    for seed, order in (("0", paths), ("1", paths[::-1])):
        run = subprocess.run(
            [sys.executable, "-c", code, *order],
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )
        assert run.returncode == 0, run.stderr.decode()
        digests.add(hashlib.sha256(run.stdout).hexdigest())
    assert len(digests) == 1
