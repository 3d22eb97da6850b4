"""Mends: every rule on cases of its own, text that must not change, and misreadings put into clean pages."""

import json
import random
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from bench import noise, repair
from hypothesis import given, settings
from hypothesis import strategies as st

import ocrfix
from ocrfix.decisions import settle
from ocrfix.formats import page_text
from ocrfix.house import traces
from ocrfix.lines import measure
from ocrfix.model import Decision, Source, Status, Verb
from ocrfix.rules import Rule, all_rules, name, on_request

TESTS = Path(__file__).parent
RULES = {name(r): r for r in all_rules() if r.VERB is Verb.MEND and name(r).startswith("mend-")}
CASES = {
    rule: table
    for path in sorted((TESTS / "cases").glob("mends_*.toml"))
    for rule, table in tomllib.loads(path.read_text("utf-8")).items()
}
UNTOUCHED = [
    pytest.param(text, id=f"{path.stem} {k}")
    for path in sorted((TESTS / "must_not_change").glob("*.txt"))
    for k, text in enumerate(path.read_text("utf-8").removesuffix("\n").split("\n%%\n"))
]
PAGES = [p.read_text("utf-8") for p in sorted((TESTS.parent / "fixtures").glob("*.txt"))]
MISREAD = sorted(p for reader in ("tess", "rapid") for p in (TESTS.parent / "fixtures").glob(f"*.{reader}*.txt"))
CLEAN = [p.read_text("utf-8") for p in sorted((TESTS.parent / "fixtures").glob("*.pypdf.txt"))]


def found(text: str, rules: Iterable[Rule]) -> list[Decision]:
    galley = measure(Source(text))
    return settle(d for rule in rules for d in rule.look(galley))


def made(text: str, decisions: Iterable[Decision], *status: Status) -> str:
    return noise.mended(text, [d for d in decisions if d.status in (status or (Status.APPLIED,))])


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, *([case] if isinstance(case, str) else case), id=f"{rule} {k}")
        for rule, table in CASES.items()
        for k, case in enumerate(table.get(kind, []))
    ]


def test_there_are_cases_enough() -> None:
    assert sum(len(group) for table in CASES.values() for group in table.values()) >= 300
    assert len(UNTOUCHED) >= 200
    assert set(CASES) <= set(RULES)
    assert set(RULES) - set(CASES) == {"mend-lexicon"}  # tests/test_lexicon.py


@pytest.mark.parametrize(("rule", "before", "after"), cases("fires"))
def test_fires(rule: str, before: str, after: str) -> None:
    assert made(before, found(before, [RULES[rule]])) == after


@pytest.mark.parametrize(("rule", "before", "after"), cases("proposes"))
def test_proposes(rule: str, before: str, after: str) -> None:
    decisions = found(before, [RULES[rule]])
    assert made(before, decisions) == before
    assert made(before, decisions, Status.APPLIED, Status.PROPOSED) == after


@pytest.mark.parametrize(("rule", "text"), cases("silent"))
def test_stays_silent(rule: str, text: str) -> None:
    assert made(text, found(text, [RULES[rule]])) == text


@pytest.mark.parametrize("rule", RULES)
def test_examples_of_the_rule_itself(rule: str) -> None:
    for before, after in RULES[rule].FIRES:
        assert made(before, found(before, [RULES[rule]])) == after
    for text in RULES[rule].SILENT:
        assert made(text, found(text, [RULES[rule]])) == text


@pytest.mark.parametrize("text", UNTOUCHED)
def test_clean_text_comes_back_byte_for_byte(text: str) -> None:
    assert noise.mended(text, noise.mends(text)).encode() == text.encode()


@pytest.mark.parametrize("text", UNTOUCHED)
def test_clean_text_is_printed_line_for_line(text: str) -> None:
    printed = page_text(ocrfix.clean(text))
    assert [line.strip() for line in printed.split("\n") if line] == [s.strip() for s in text.split("\n") if s.strip()]


# A known failure: figures set apart by justification are told from cells only once the lines around them are set solid.
UNSTEADY = (TESTS.parent / "fixtures" / "weekly-15.pdfminer.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "text", [pytest.param(t, marks=pytest.mark.xfail(strict=True)) if t == UNSTEADY else t for t in PAGES]
)
def test_mending_twice_is_mending_once(text: str) -> None:
    once = noise.mended(text, noise.mends(text))
    assert noise.mends(once) == []


@pytest.mark.parametrize("rate", [0.01, 0.03, 0.05])
def test_what_is_applied_on_misread_pages_is_right(rate: float) -> None:
    result = noise.total(noise.score(page, rate, seed) for seed, page in enumerate(CLEAN))
    assert result.precision >= 0.99
    assert result.recall >= 0.1


@pytest.mark.parametrize("path", MISREAD, ids=lambda p: p.name.removesuffix(".txt"))
def test_no_body_of_a_recognised_page_is_worse_for_its_mends(path: Path) -> None:
    truth = path.with_name(f"{path.name.split('.')[0]}.truth.json")
    done = repair.change(path.read_text("utf-8"), json.loads(truth.read_text("utf-8")), path.stem)
    assert done is None or done.mended <= done.without


def test_unreadable_characters_are_reported_as_they_stand() -> None:
    text = "会议在\ue123\ue124举行，(cid:12)(cid:3)出席\ufffd。"
    decisions = found(text, [RULES["mend-unreadable"]])
    assert [d.text for d in decisions] == ["\ue123\ue124", "(cid:12)(cid:3)", "\ufffd"]
    assert {d.status for d in decisions} == {Status.PROPOSED}
    assert made(text, decisions, Status.PROPOSED) == text


def test_what_serves_a_house_style_runs_on_request_only() -> None:
    assert [n for n, r in RULES.items() if on_request(r)] == ["mend-fullwidth-latin"]


def test_typed_text_bears_no_trace_of_a_machine() -> None:
    assert [text for p in UNTOUCHED if len(traces(text := str(p.values[0]))) > 1] == []


PIECES = '永康市的 王芳，。：；（）〈《》)(",“”··．.一1０2Ol]%— \u3000\u200b\u00ad⼀ﬁ\ue123\n口记者士土ab E'


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(PIECES), max_size=60), st.randoms(use_true_random=False))
def test_mends_lie_within_a_line_and_need_no_order(text: str, rng: random.Random) -> None:
    rules = [r for r in RULES.values() if not on_request(r)]
    decisions = found(text, rules)
    slugs = measure(Source(text)).slugs
    for d in decisions:
        (span,) = d.spans
        assert any(s.start <= span.start < span.end <= s.end for s in slugs)
        assert d.evidence
        assert all(e.rule in RULES and e.because for e in d.evidence)
    rng.shuffle(rules)
    shuffled = found(text, rules)
    assert [(d.spans, d.text, d.weight, d.status) for d in shuffled] == [
        (d.spans, d.text, d.weight, d.status) for d in decisions
    ]
