"""Verdicts: their file, what stands and falls with them, and that no editor can break a page."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from editors import (
    ARY,
    BANNER,
    CAPTION,
    COPY,
    DECISIONS,
    FIRST,
    FOLIO,
    GAP,
    GRAN,
    PAGE,
    RADICAL,
    SECOND,
    SHA,
    SIX,
    THIRD,
    TITLE,
    TITLE2,
    TREES,
    TREES2,
    accept,
    anything,
    edit,
    mine,
    reject,
    span,
)
from hypothesis import given, settings
from hypothesis import strategies as st

import ocrfix
from ocrfix import Page, Source, Span, Verb
from ocrfix.articles import apply
from ocrfix.check import check
from ocrfix.formats import page_text, would_change
from ocrfix.model import Kind, Role, Status
from ocrfix.read import BadInput, read
from ocrfix.revise import Fall, revise
from ocrfix.verdict_file import SCHEMA, parse_verdicts, read_verdicts, section_lines, verdict_json
from ocrfix.verdicts import Section, Verdict, Word, judge

ROOT = Path(__file__).parents[1]
DEV = ROOT.parent / "shared" / "pages" / "dev"
J, P, L, D, M, C = Verb.JOIN, Verb.PART, Verb.PLACE, Verb.DROP, Verb.MEND, Verb.CUT
NIGHT = span("亮起了灯")

# What an editor says; then lines that the page has now, and how many times; then what falls, by verb and reason.
CASES: dict[str, tuple[list[Verdict], dict[str, int], list[tuple[Verb, Fall]]]] = {
    "nothing": ([], {"本报讯 三月的清晨，白石村的老粮仓又亮起了灯。": 1, "The old granary reads again.": 1}, []),
    "no mend": ([reject(M, RADICAL)], {"本报讯 三月的清晨，白石村的⽼粮仓又亮起了灯。": 1}, []),
    "another mend": ([edit(M, RADICAL, text="旧")], {"本报讯 三月的清晨，白石村的旧粮仓又亮起了灯。": 1}, []),
    "no drop": ([reject(D, COPY)], {"书香书香": 1}, []),
    "print this, drop nothing": ([edit(D, COPY, text="满")], {"书香满": 1}, []),
    "no join": ([reject(J, FIRST, SECOND)], {"本报讯 三月的清晨，白石": 1, "村的老粮仓又亮起了灯。": 1}, []),
    "a new paragraph": ([edit(J, FIRST, SECOND, glue="\n")], {"本报讯 三月的清晨，白石": 1}, []),
    "no hyphen taken out where nothing is joined": (
        [reject(J, GRAN, ARY)],
        {"The old gran-": 1, "ary reads again.": 1},
        [(M, Fall.HYPHEN)],
    ),
    "nor where a space stands": (
        [edit(J, GRAN, ARY, glue=" ")],
        {"The old gran- ary reads again.": 1},
        [(M, Fall.HYPHEN)],
    ),
    "no cut: the line goes where its beginning went": (
        [reject(C, GAP)],
        {"孩子们在看书。 陈默 摄": 1, "陈默 摄": 0},
        [(L, Fall.LINE)],
    ),
    "a line of a body cut: its beginning stays": (
        [mine(C, Span(NIGHT.start, NIGHT.start))],
        {"本报讯 三月的清晨，白石村的老粮仓又": 1, "亮起了灯。": 1},
        [],
    ),
    "no part": (
        [reject(P, TREES)],
        {"全城补种三千株行道树": 1, "今年开春以来，青溪市园林部门在补种行道树。": 1},
        [(L, Fall.ARTICLE)],
    ),
    "another role": ([edit(L, CAPTION, FIRST, role=Role.CREDIT)], {"孩子们在看书。": 1}, []),
    "a headline to another article": (
        [edit(L, TITLE, FIRST, role=Role.TITLE, spans=(TITLE, TREES))],
        {"老粮仓里开起图书馆": 1},
        [],
    ),
    "a headline to the page": ([edit(L, TITLE, FIRST, role=Role.BANNER)], {"老粮仓里开起图书馆": 1}, []),
    "a proposal applied": (
        [accept(M, SIX)],
        {"如今每天有四十多人来。": 1},
        [],
    ),
    "a line dropped from a body: the body closes": (
        [mine(D, SECOND, role=Role.FURNITURE)],
        {"本报讯 三月的清晨，白石": 1, "如今每天有六十多人来。": 1},
        [(M, Fall.TAKEN), (J, Fall.LIFTED)],
    ),
    "the last line of a body dropped": ([mine(D, ARY)], {"The old gran-": 1}, [(M, Fall.HYPHEN), (J, Fall.LIFTED)]),
    "the first line of a body placed: the next one begins it": (
        [mine(L, FIRST, FIRST, role=Role.DECK)],
        {"本报讯 三月的清晨，白石": 1, "村的老粮仓又亮起了灯。": 1, "老粮仓里开起图书馆": 1},
        [(J, Fall.LIFTED)],
    ),
    "a line placed out of a body": (
        [mine(L, TREES2, role=Role.BANNER)],
        {"今年开春以来，青溪市园林": 1},
        [(J, Fall.LIFTED)],
    ),
    "an article begun in the middle of a body": (
        [mine(P, SECOND)],
        {"本报讯 三月的清晨，白石": 1, "村的老粮仓又亮起了灯。": 1},
        [(J, Fall.ELSEWHERE)],
    ),
    "two articles made one": (
        [mine(J, THIRD, TREES, glue="\n")],
        {"今年开春以来，青溪市园林部门在补种行道树。": 1},
        [(P, Fall.ELSEWHERE), (L, Fall.ARTICLE)],
    ),
    "a body's end moved into another": (
        [mine(J, SECOND, TREES2)],
        {"本报讯 三月的清晨，白石村的老粮仓又亮起了灯。部门在补种行道树。": 1, "今年开春以来，青溪市园林": 1},
        [(J, Fall.ELSEWHERE), (J, Fall.ELSEWHERE)],
    ),
    "lines in a circle": (
        [mine(J, ARY, TREES)],
        {"ary reads again.今年开春以来，青溪市园林部门在补种行道树。": 1, "The old gran-": 1},
        [(J, Fall.RING), (P, Fall.ELSEWHERE), (L, Fall.ARTICLE), (M, Fall.HYPHEN)],
    ),
    "text corrected by hand": ([mine(M, NIGHT, text="点亮")], {"本报讯 三月的清晨，白石村的老粮仓又点亮。": 1}, []),
    "a correction over a correction": (
        [mine(M, Span(RADICAL.start - 1, RADICAL.end), text="那座老")],
        {"本报讯 三月的清晨，白石村那座老粮仓又亮起了灯。": 1},
        [(M, Fall.TAKEN)],
    ),
    "a cut inside a correction": (
        [mine(C, Span(NIGHT.start + 2, NIGHT.start + 2)), mine(M, NIGHT, text="点亮")],
        {},
        [(C, Fall.TAKEN)],
    ),
    "a correction over a cut": (
        [mine(M, NIGHT, text="点亮"), mine(C, Span(NIGHT.start + 2, NIGHT.start + 2))],
        {},
        [(M, Fall.TAKEN)],
    ),
    "a correction over a line break": (
        [mine(M, Span(FIRST.end - 1, SECOND.start + 1), text="x")],
        {},
        [(M, Fall.LINE)],
    ),
    "a cut where no type is": ([mine(C, Span(FIRST.end, FIRST.end))], {}, [(C, Fall.LINE)]),
    "a join of half a line": ([mine(J, FIRST, Span(TREES.start + 1, TREES.end))], {}, [(J, Fall.LINE)]),
    "a correction of nothing": ([mine(M, Span(4, 4), text="x")], {}, [(M, Fall.SHAPE)]),
    "a drop that is a headline": ([mine(D, TREES, role=Role.TITLE)], {}, [(D, Fall.SHAPE)]),
    "a join of one line": ([mine(J, FIRST)], {}, [(J, Fall.SHAPE)]),
    "spans outside the page": ([mine(M, Span(0, 10_000), text="x")], {}, [(M, Fall.SHAPE)]),
    "the last word counts": (
        [reject(M, RADICAL), accept(M, RADICAL)],
        {"本报讯 三月的清晨，白石村的老粮仓又亮起了灯。": 1},
        [],
    ),
    "the later of two is the stronger": (
        [mine(P, SECOND), accept(J, FIRST, SECOND)],
        {"本报讯 三月的清晨，白石村的老粮仓又亮起了灯。": 1},
        [(P, Fall.ELSEWHERE)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_stands_and_falls(name: str) -> None:
    verdicts, lines, falls = CASES[name]
    got = revise(PAGE, verdicts)
    printed = page_text(got.page).splitlines()
    assert {line: printed.count(line) for line in lines} == lines, page_text(got.page)
    assert sorted((f.decision.verb, f.because) for f in got.fallen) == sorted(falls)
    assert not got.unmatched


def test_a_verdict_touches_nothing_but_what_depends_on_it() -> None:
    for d in DECISIONS:
        got = revise(PAGE, [judge(d, SHA, Word.REJECT)])
        fallen = {f.decision.spans for f in got.fallen} | {d.spans}
        for before, after in zip(DECISIONS, got.page.decisions, strict=True):
            assert after == before or before.spans in fallen


def test_a_place_edit_moves_a_headline() -> None:
    page = PAGE.with_verdicts(
        [edit(L, TITLE2, TREES, role=Role.TITLE, spans=(TITLE2, FIRST)), edit(P, TREES, kind=Kind.LIST)]
    )
    assert [page.text(run) for run in page.articles[0].title] == ["老粮仓里开起图书馆", "全城补种三千株行道树"]
    assert page.articles[1].title == ()
    assert page.articles[1].kind is Kind.LIST


def test_a_block_goes_to_another_article() -> None:
    def bodies(*verdicts: Verdict) -> list[list[str]]:
        page = PAGE.with_verdicts(verdicts)
        return [[page.text(run) for run in a.paragraphs] for a in page.articles]

    first, second = bodies()
    *trees, granary = second
    assert granary == "The old granary reads again."
    assert bodies(mine(J, THIRD, GRAN, glue="\n")) == [[*first, granary], trees]
    assert bodies(mine(P, GRAN, kind=Kind.BRIEF)) == [first, trees, [granary]]
    assert bodies(edit(J, TREES2, GRAN, spans=(THIRD, GRAN))) == [[*first, granary], trees]
    headline = edit(L, TITLE2, TREES, role=Role.KICKER, spans=(TITLE2, FIRST))
    assert bodies(reject(P, TREES), mine(J, THIRD, TREES, glue="\n"), headline) == [[*first, *trees, granary]]


def test_the_record_says_what_was_the_editors() -> None:
    page = PAGE.with_verdicts([edit(M, RADICAL, text="旧"), reject(P, TREES), mine(M, NIGHT, text="点亮")])
    said = {d.spans: d.evidence[-1].because for d in page.decisions if d.evidence[-1].rule == "editor"}
    assert said == {
        (RADICAL,): "edited",
        (TREES,): "rejected",
        (TITLE2, TREES): "the article it names is gone",
        (NIGHT,): "edited",
    }
    for d in page.decisions:
        assert sum(e.weight for e in d.evidence) == d.weight  # an editor's word is no odds


def test_verdicts_that_match_nothing_are_named() -> None:
    stranger = Verdict("0123456789ab", Word.REJECT)
    unknown = Verdict("0123456789ab", Word.EDIT, Verb.PART, (FIRST,))  # its id is not that decision's
    assert revise(PAGE, [stranger]).unmatched == (stranger,)
    assert revise(PAGE, [unknown]).unmatched == (unknown,)


def test_verdicts_on_verdicts() -> None:
    once = PAGE.with_verdicts([reject(M, RADICAL)])
    assert page_text(once.with_verdicts([accept(M, RADICAL)])) == page_text(PAGE)


# The file.

ROWS = [
    accept(J, FIRST, SECOND),
    reject(L, FOLIO),
    edit(M, RADICAL, text="\udcff\x1b\x7f"),
    edit(J, FIRST, SECOND, glue="\n"),
    edit(L, TITLE, FIRST, role=Role.BANNER, spans=(TITLE,)),
    edit(P, TREES, kind=Kind.PHOTO),
    mine(D, BANNER, role=Role.JUMP),
]


def test_verdicts_come_back_from_their_file(tmp_path: Path) -> None:
    sections = [Section(SHA, "page.txt", 1, tuple(ROWS)), Section("f" * 64, "page.txt", 2, (ROWS[0],))]
    path = tmp_path / "verdicts.jsonl"
    path.write_bytes("".join(map(section_lines, sections)).encode())
    assert read_verdicts(path) == sections
    assert path.read_bytes().count(b"\n") == len(ROWS) + 3


def test_a_file_written_by_hand() -> None:
    head = json.dumps({"schema": SCHEMA, "sha256": SHA})
    [section] = parse_verdicts([head, "", '{"id": "a", "verdict": "reject"}'], "v")
    assert section == Section(SHA, verdicts=(Verdict("a", Word.REJECT),))


HEAD = json.dumps({"schema": SCHEMA, "sha256": SHA})
BAD = {
    "": "holds no verdicts",
    "{": "line 1: no JSON",
    "[]": "line 1: not a JSON object",
    "[" * 100_000: "line 1: no JSON",
    '{"id": "a", "verdict": "accept"}': "line 1: the first line must name the source",
    '{"schema": "ocrfix/decisions/1", "sha256": "x"}': "'ocrfix/decisions/1' where 'ocrfix/verdicts/1' is expected",
    f'{{"schema": "{SCHEMA}"}}': "sha256 of the source is missing",
    f'{{"schema": "{SCHEMA}", "sha256": "x", "author": "y"}}': "unknown key 'author'",
    HEAD + '\n{"verdict": "accept"}': "line 2: id of the decision is missing",
    HEAD + '\n{"id": "a"}': "line 2: verdict None: one of accept, reject, edit is expected",
    HEAD + '\n{"id": "a", "verdict": "maybe"}': "verdict 'maybe'",
    HEAD + '\n{"id": "a", "verdict": "edit", "txt": ""}': "unknown key 'txt'",
    HEAD + '\n{"id": "a", "verdict": "edit", "text": 1}': "text must be text",
    HEAD + '\n{"id": "a", "verdict": "edit", "text": "a\\nb"}': "text is one line",
    HEAD + '\n{"id": "a", "verdict": "edit", "glue": "-"}': "joined by nothing, a space or a line break",
    HEAD + '\n{"id": "a", "verdict": "edit", "role": "king"}': "role 'king'",
    HEAD + '\n{"id": "a", "verdict": "edit", "spans": 1}': "spans must be a list",
    HEAD + '\n{"id": "a", "verdict": "edit", "spans": [[2, 1]]}': "span [2, 1]",
    HEAD + '\n{"id": "a", "verdict": "edit", "spans": [[0, true]]}': "no whole number",
}


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_bad_files(text: str, tmp_path: Path) -> None:
    path = tmp_path / "v.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput) as e:
        read_verdicts(path)
    assert BAD[text] in str(e.value)
    assert "\n" not in str(e.value)


@pytest.mark.parametrize("make", [lambda p: p.write_bytes(b"\xff\xfe\xff"), lambda p: None, lambda p: p.mkdir()])
def test_files_that_cannot_be_read(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "v.jsonl")
    with pytest.raises(BadInput):
        read_verdicts(tmp_path / "v.jsonl")


# No editor can break a page.


def every_promise(page: Page, verdicts: list[Verdict]) -> None:
    got = revise(page, verdicts)
    check(got.page)
    assert apply(page.source, got.page.decisions) == got.page
    assert (
        revise(page, parse_verdicts(section_lines(Section("x", verdicts=tuple(verdicts))).split("\n"), "v")[0].verdicts)
        == got
    )


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 2**32), st.integers(0, 40), st.sampled_from((0.2, 0.5, 0.9)))
def test_any_verdicts_on_the_page_set_by_hand(seed: int, n: int, share: float) -> None:
    every_promise(PAGE, anything(PAGE, Random(seed), n, share))


def sample() -> list[Path]:
    """Forty pages as they come: of the bench where it is at hand, of the fixtures elsewhere."""
    found = sorted(DEV.glob("*.txt")) or sorted((ROOT / "fixtures").glob("*.*.txt"))
    return found[:: max(1, len(found) // 40)][:40]


@pytest.mark.parametrize("path", sample(), ids=lambda p: p.name)
def test_round_trips(path: Path) -> None:
    r = Random(path.name)
    for source in read(path, tell=lambda _: None):
        page = ocrfix.clean(source)
        all_ = {word: [judge(d, source.sha256, word) for d in page.decisions] for word in Word}
        assert revise(page, []) == (page, (), ())
        refused = revise(page, all_[Word.REJECT])
        assert not refused.fallen
        assert not would_change(refused.page)  # the source's own lines
        applied = [v for v, d in zip(all_[Word.ACCEPT], page.decisions, strict=True) if d.status is Status.APPLIED]
        accepted = revise(page, applied)
        assert not accepted.fallen
        assert (accepted.page.articles, accepted.page.banners) == (page.articles, page.banners)
        assert (accepted.page.furniture, accepted.page.removed) == (page.furniture, page.removed)
        every_promise(page, [v for v in all_[Word.REJECT] if r.random() < 0.5])
        every_promise(page, anything(page, r, 60))


def test_a_text_without_lines() -> None:
    every_promise(ocrfix.clean(Source("")), [])
    assert json.dumps(verdict_json(Verdict("a", Word.ACCEPT))) == '{"id": "a", "verdict": "accept"}'
