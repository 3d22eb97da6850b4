"""Lines that were run together at a hyphen are taken apart again, and stay one paragraph."""

from itertools import pairwise
from pathlib import Path

import pytest

from ocrfix.model import Source, Verb
from ocrfix.pipeline import Orders, clean, prepare

COLUMN = """The harbour council voted on Tues-
day to repair the old breakwater be-
fore the winter storms, after three
years of letters from the fishing fam-
ilies who moor their boats behind it.
The work will cost nine million dol-
lars, of which the state pays half."""


def swallowed(text: str, mark: str) -> str:
    """The text as pdfium reads it: a mark for each hyphen at a line's end, and no line break there."""
    return text.replace("-\n", mark)


@pytest.mark.parametrize("mark", ["\x02", "\ufffe"])
def test_lines_have_the_width_they_were_set_to(mark: str) -> None:
    printed = prepare(Source(COLUMN), Orders())[2][0].lines
    read = prepare(Source(swallowed(COLUMN, mark)), Orders())[2][0].lines
    assert [(s.text, s.width, s.measure, s.end) for s in read] == [(s.text, s.width, s.measure, s.end) for s in printed]
    assert not any(s.cut for s in read), "none of them shares a printed line with another"


def test_what_was_run_together_is_one_paragraph_and_one_word() -> None:
    (article,) = clean(swallowed(COLUMN, "\x02")).articles
    assert len(article.paragraphs) == 1
    page = clean(swallowed(COLUMN, "\x02"))
    text = "".join(page.source.text[p.start : p.end] if p.text is None else p.text for p in article.paragraphs[0])
    for word in ("Tuesday", "before", "families", "dollars"):
        assert word in text


def test_the_pieces_are_cut_apart_and_joined_on_record() -> None:
    page = clean(swallowed(COLUMN, "\x02"))
    cuts = [d.spans[0].start for d in page.decisions if d.verb is Verb.CUT]
    joins = {d.spans[1].start for d in page.decisions if d.verb is Verb.JOIN and d.evidence[0].rule == "hyphen-mark"}
    assert len(cuts) == 4 and set(cuts) == joins


@pytest.mark.parametrize("text", ["a mark \x02 alone", "42\x02 and more", "the last line ends in a mar\x02"])
def test_other_marks_cut_nothing(text: str) -> None:
    edits_cuts = prepare(Source("\n".join([COLUMN.replace("-\n", "\n"), text])), Orders())[1]
    assert [d for d in edits_cuts if d.verb is Verb.CUT] == []


def test_a_line_before_a_tied_one_reads_on_into_it() -> None:
    page = clean(swallowed(COLUMN, "\x02"))
    joined = {(d.spans[0].start, d.spans[1].start) for d in page.decisions if d.verb is Verb.JOIN}
    starts = [s.span.start for s in prepare(page.source, Orders())[2][0].lines]
    assert joined == set(pairwise(starts))


def test_other_cuts_hold_nothing_together() -> None:
    demo = Path(__file__).parent.parent / "fixtures" / "demo.txt"
    text = demo.read_text("utf-8").replace("看书。 陈默", "看书。陈默")
    page = clean(text)
    assert [text[d.spans[0].start :][:4] for d in page.decisions if d.verb is Verb.CUT] == ["陈默 摄"]
    assert not any(e.rule == "hyphen-mark" for d in page.decisions for e in d.evidence)
