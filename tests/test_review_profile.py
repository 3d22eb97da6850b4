"""A house memory: what verdicts teach, what a profile changes, and that people can read and write it."""

from pathlib import Path

import pytest
from editors import DECISIONS, FIRST, PAGE, RADICAL, SECOND, SIX, THIRD, TREES, accept, mine, reject
from test_cli import desk, run  # noqa: F401  (a fixture)
from test_review import page, said  # noqa: F401  (a fixture)

from ocrfix import Page, Verb
from ocrfix.check import check
from ocrfix.decisions import APPLY
from ocrfix.model import Decision, Status
from ocrfix.profile import MOST, Shift, learn, profile_text, read_profile, with_profile
from ocrfix.read import BadInput
from ocrfix.verdicts import Verdict, Word, judge

J, M, D, P = Verb.JOIN, Verb.MEND, Verb.DROP, Verb.PART


def verdicts(rule: str, weight: int, accepted: int, rejected: int, word: Word = Word.REJECT) -> list[Verdict]:
    rows = [Word.ACCEPT] * accepted + [word] * rejected
    return [Verdict(f"{rule}{k}", w, weight=weight, rules=(rule,)) for k, w in enumerate(rows)]


# weight, accepted, rejected; then the least and the greatest shift that will do.
TAUGHT = [
    (30, 0, 1, -12, -4),  # one word changes little
    (30, 0, 3, -25, -10),
    (30, 0, 10, -45, -25),
    (30, 10, 0, 0, 0),  # as the weight says
    (30, 99, 1, -10, -1),
    (5, 5, 0, 1, 8),
    (5, 30, 0, 4, 14),
    (-10, 20, 0, 12, 30),
    (0, 8, 8, -1, 1),
    (10, 50, 50, -11, -8),  # as often right as wrong: all of the weight goes
]


@pytest.mark.parametrize(("weight", "accepted", "rejected", "least", "most"), TAUGHT)
def test_what_verdicts_teach(weight: int, accepted: int, rejected: int, least: int, most: int) -> None:
    got = learn(verdicts("mend-x", weight, accepted, rejected))
    shift = got.get("mend-x", Shift(0)).decibans
    assert least <= shift <= most
    if shift:
        assert got == {"mend-x": Shift(shift, accepted, rejected)}


def test_an_edit_teaches_what_a_rejection_does() -> None:
    assert learn(verdicts("r", 20, 2, 3, Word.EDIT)) == learn(verdicts("r", 20, 2, 3))


def test_what_editors_do_on_their_own_teaches_nothing() -> None:
    assert learn([mine(P, SECOND), mine(M, RADICAL, text="x")]) == {}


def test_parts_of_one_rule_learn_together() -> None:
    rows = [Verdict(str(k), Word.REJECT, weight=12, rules=("reads-on/turn", "reads-on/base")) for k in range(4)]
    assert list(learn(rows)) == ["reads-on"]


def test_blame_goes_to_the_rule_that_is_always_there() -> None:
    rows = [Verdict(f"a{k}", Word.REJECT, weight=25, rules=("bad",)) for k in range(6)]
    rows += [Verdict(f"b{k}", Word.REJECT, weight=25, rules=("bad", "fair")) for k in range(2)]
    rows += [Verdict(f"c{k}", Word.ACCEPT, weight=25, rules=("fair",)) for k in range(6)]
    got = learn(rows)
    assert got["bad"].decibans < -10
    assert got.get("fair", Shift(0)).decibans > got["bad"].decibans + 10


def test_a_shift_is_bounded() -> None:
    assert abs(learn(verdicts("r", 300, 0, 500))["r"].decibans) <= MOST


# What a profile changes.


def now(proof: Page, d: Decision) -> Decision:
    return next(x for x in proof.decisions if (x.verb, x.spans) == (d.verb, d.spans))


def test_a_rule_that_is_distrusted_is_no_longer_applied() -> None:
    got = with_profile(PAGE, {"mend-radicals": Shift(-25)})
    mend = now(got, judged(M, RADICAL))
    assert (mend.weight, mend.status) == (15, Status.PROPOSED)
    assert mend.evidence[-1].rule == "profile"
    assert sum(e.weight for e in mend.evidence) == mend.weight
    check(got)


def test_a_rule_that_is_trusted_is_applied() -> None:
    got = with_profile(PAGE, {"by-hand": Shift(15)})
    mend = now(got, judged(M, SIX))
    assert (mend.weight, mend.status) == (20, Status.APPLIED)
    assert "如今每天有四十多人来。" in [got.text(r) for r in got.articles[0].paragraphs]


def judged(verb: Verb, *spans: object) -> Decision:
    return next(d for d in DECISIONS if (d.verb, d.spans) == (verb, spans))


@pytest.mark.parametrize(
    ("shift", "status"),
    [(-14, Status.APPLIED), (-15, Status.PROPOSED), (-60, Status.PROPOSED), (40, Status.APPLIED)],
)
def test_a_join_is_applied_from_even_odds(shift: int, status: Status) -> None:
    got = with_profile(PAGE, {"reads-on": Shift(shift)})
    assert now(got, judged(J, FIRST, SECOND)).status is status


def test_what_depends_on_it_falls() -> None:
    got = with_profile(PAGE, {"reads-on": Shift(-30)})  # the hyphen of a line that is joined no more
    assert now(got, DECISIONS[2]).status is Status.PROPOSED
    check(got)


def test_a_part_of_a_rule_is_shifted_alone() -> None:
    assert now(with_profile(PAGE, {"reads-on/turn": Shift(3)}), judged(J, FIRST, SECOND)).weight == 17
    assert now(with_profile(PAGE, {"reads-on/tur": Shift(3)}), judged(J, FIRST, SECOND)).weight == 14
    assert now(with_profile(PAGE, {"reads": Shift(3)}), judged(J, SECOND, THIRD)).weight == 3


def test_a_profile_that_says_nothing_changes_nothing() -> None:
    assert with_profile(PAGE, {}) == PAGE
    assert with_profile(PAGE, {"mend-ligatures": Shift(-40)}) == PAGE


def test_the_threshold_is_that_of_all_pages() -> None:
    assert APPLY == 20  # the numbers above are by it


# The file.


def test_a_profile_comes_back_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(profile_text({"mend-radicals": Shift(-12, 1, 5), "reads-on/turn": Shift(3, 9, 0)}), "utf-8")
    assert read_profile(path) == {"mend-radicals": Shift(-12), "reads-on/turn": Shift(3)}
    assert "mend-radicals = -12  # accepted 1, rejected 5\n" in path.read_text("utf-8")
    assert '"reads-on/turn" = +3  # accepted 9, rejected 0\n' in path.read_text("utf-8")


BAD = {
    "a = ": "no TOML",
    "\xff": "no TOML",
    'schema = "x"': "not a profile",
    'schema = "ocrfix/profile/1"': "not a profile",
    'schema = "ocrfix/profile/1"\nrules = 1': "not a profile",
    'schema = "ocrfix/profile/1"\n[rules]\na = 1.5': "a: a whole number of decibans from -60 to 60",
    'schema = "ocrfix/profile/1"\n[rules]\na = true': "a: a whole number",
    'schema = "ocrfix/profile/1"\n[rules]\na = 61': "a: a whole number",
    'schema = "ocrfix/profile/1"\n[rules.a]\nb = 1': "a: a whole number",
}


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_bad_profiles(text: str, tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(BadInput) as e:
        read_profile(path)
    assert BAD[text] in str(e.value)


def test_from_review_to_a_profile_to_a_page(page: Page) -> None:  # noqa: F811
    mends = [d for d in page.decisions if d.verb is M]
    assert mends, "the demo page has a radical to mend"
    rows = verdicts(mends[0].evidence[0].rule, mends[0].weight, 0, 8)
    said(judge(mends[0], page.source.sha256, Word.REJECT), *rows)
    code, out, _ = run("learn", "verdicts.jsonl")
    assert (code, b"mend-radicals = -" in out) == (0, True)
    assert run("learn", "verdicts.jsonl", "-o", "house.toml")[0] == 0
    assert Path("house.toml").read_bytes() == out
    assert run("learn", "verdicts.jsonl", "-o", "house.toml")[0] == 4
    plain, shifted = (
        run("clean", "page.txt")[1].decode(),
        run("clean", "page.txt", "--profile", "house.toml")[1].decode(),
    )
    assert shifted == plain.replace("老粮仓又", "⽼粮仓又")
    assert run("apply", "page.txt", "--verdicts", "verdicts.jsonl", "--profile", "house.toml")[1].decode() == shifted


def test_the_rows_of_a_review_hold_what_learning_needs() -> None:
    got = learn([reject(J, FIRST, SECOND), reject(J, SECOND, THIRD), accept(P, TREES)])
    assert got["reads-on"].rejected == 2
