"""The review in a terminal: what is asked, what keys do, what is kept; through a terminal of its own at the end."""

import json
import os
import pty
import re
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from editors import CREDIT, DECISIONS, FIRST, GAP, PAGE, RADICAL, SECOND, SHA, TREES, accept, edit, reject
from test_cli import OCRFIX, desk, run  # noqa: F401  (a fixture)
from test_diff import STEERING, evil

import ocrfix
from ocrfix import Page, Source, Verb
from ocrfix.formats import page_text
from ocrfix.hunks import Type
from ocrfix.model import Kind, Role
from ocrfix.read import BadInput
from ocrfix.review.docket import docket, lines_about, question
from ocrfix.review.screen import Screen
from ocrfix.review.session import Record, Session
from ocrfix.verdict_file import read_verdicts

J, P, L, D, M, C = Verb.JOIN, Verb.PART, Verb.PLACE, Verb.DROP, Verb.MEND, Verb.CUT
NOTICE = "ocrfix: page.txt"


# What is asked.


def test_the_least_sure_come_first() -> None:
    weights = [d.weight for d in docket(PAGE)]
    assert weights == sorted(weights)
    assert [d.spans for d in docket(PAGE, in_page_order=True)] == sorted(d.spans for d in DECISIONS)


@pytest.mark.parametrize(
    ("wanted", "n"),
    [
        ({"verb": J}, 5),
        ({"rule": "reads-on"}, 5),
        ({"rule": "reads-on/turn"}, 5),
        ({"rule": "reads"}, 0),
        ({}, len(DECISIONS)),
    ],
)
def test_only_what_is_wanted_is_asked(wanted: dict[str, object], n: int) -> None:
    assert len(docket(PAGE, **wanted)) == n  # type: ignore[arg-type]


QUESTIONS = [
    (M, "Does “⽼” in line 5 read “老”?"),
    (D, "Is “书香” in line 2 left out (copy)?"),
    (C, "Do two columns share line 6?"),
    (J, "Does line 4 go on in line 5?"),
    (P, "Does an article (article) begin in line 4?"),
    (L, "Is line 1 of no article (furniture)?"),
]


@pytest.mark.parametrize(("verb", "asked"), QUESTIONS)
def test_questions(verb: Verb, asked: str) -> None:
    assert question(Type(PAGE), next(d for d in DECISIONS if d.verb is verb)) == asked


def test_other_questions() -> None:
    asked = {question(Type(PAGE), d) for d in DECISIONS}
    assert "Does the article go on after line 5 with a new paragraph in line 7?" in asked
    assert "Is “-” in line 11 left out?" in asked
    assert "Is line 3 the title of the article that begins in line 4?" in asked


def test_the_weights_add_up() -> None:
    for d in DECISIONS:
        *evidence, total = lines_about(Type(PAGE), d).reasons
        assert sum(int(e.split()[0]) for e in evidence) == int(total.split()[0])


def test_every_decision_of_a_page_can_be_shown() -> None:
    for page in (PAGE, evil()):
        for d in page.decisions:
            assert lines_about(Type(page), d).rows


# What keys do.


def go(tmp_path: Path, keys: Iterable[str], lines: Iterable[str] = (), page: Page = PAGE) -> tuple[Session, str]:
    """A review of ``page`` by these keys, with these lines typed where they are asked for: the session, what was shown."""
    out: list[str] = []
    key, line = iter(keys), iter(lines)
    session = Session(page, Record(tmp_path / "verdicts.jsonl", [page.source]))
    decisions = docket(page, in_page_order=True)
    Screen(session, decisions, lambda: next(key, ""), lambda: next(line, "") + "\n", out.append).run()
    return session, "".join(out)


ORDER = docket(PAGE, in_page_order=True)
AT = {d.spans: n for n, d in enumerate(ORDER)}


def test_y_and_n(tmp_path: Path) -> None:
    session, out = go(tmp_path, "ynq")
    assert [(v.id, v.word) for v in session.said] == [(ORDER[0].id(SHA), "accept"), (ORDER[1].id(SHA), "reject")]
    assert f"(3/{len(ORDER)}) " in out
    assert f"(4/{len(ORDER)}) " not in out


def test_a_and_d_go_to_the_end(tmp_path: Path) -> None:
    session, out = go(tmp_path, "na")
    assert [v.word for v in session.said] == ["reject"] + ["accept"] * (len(ORDER) - 1)
    assert out.endswith("17 accepted, 1 rejected\n")
    (tmp_path / "verdicts.jsonl").unlink()
    session, _ = go(tmp_path, "d")
    assert page_text(PAGE.with_verdicts(session.said)).splitlines()[0] == "青溪晚报 03"
    assert {v.word for v in session.said} == {"reject"}


def test_j_and_k_leave_open(tmp_path: Path) -> None:
    session, out = go(tmp_path, "jjkkkyq")
    assert [v.id for v in session.said] == [ORDER[0].id(SHA)]
    assert out.count(f"(1/{len(ORDER)})") == 3


def test_undo(tmp_path: Path) -> None:
    session, out = go(tmp_path, "ynuuuq")
    assert session.said == []
    assert "nothing to undo" in out
    assert read_verdicts(tmp_path / "verdicts.jsonl")[0].verdicts == ()


def test_undo_of_many(tmp_path: Path) -> None:
    session, _ = go(tmp_path, "ya")
    assert len(session.undo()) == len(ORDER) - 1
    assert [v.word for v in session.said] == ["accept"]


def test_help_and_unknown_keys(tmp_path: Path) -> None:
    _, out = go(tmp_path, ["?", "\x1b", "7", "q"])
    assert out.count("y  accept this decision") == 3
    assert "\x1b" not in out


def test_what_falls_is_named(tmp_path: Path) -> None:
    n = AT[(TREES,)]
    _, out = go(tmp_path, "j" * n + "nq")
    assert "  with that falls: place, line 8 and 9: the article it names is gone\n" in out


EDITS: list[tuple[Verb, tuple[object, ...], list[str], dict[str, object]]] = [
    (M, (RADICAL,), ["旧"], {"text": "旧"}),
    (M, (RADICAL,), [""], {}),
    (J, (FIRST, SECOND), ["3"], {"glue": "\n"}),
    (J, (FIRST, SECOND), ["9"], {}),
    (J, (FIRST, SECOND), ["x"], {}),
    (P, (TREES,), ["2"], {"kind": Kind.PHOTO}),
    (L, (CREDIT, FIRST), ["2", "2"], {"role": Role.TITLE, "spans": (CREDIT, TREES)}),
    (L, (CREDIT, FIRST), ["6"], {"role": Role.BANNER, "spans": (CREDIT,)}),
    (C, (GAP,), [], {}),
]


@pytest.mark.parametrize(("verb", "spans", "lines", "changes"), EDITS)
def test_edits(
    verb: Verb, spans: tuple[object, ...], lines: list[str], changes: dict[str, object], tmp_path: Path
) -> None:
    session, _ = go(tmp_path, "j" * AT[spans] + "eq", lines)  # type: ignore[index]
    want = [edit(verb, *spans, **changes)] if changes else []  # type: ignore[arg-type]
    assert session.said == want


def test_a_review_is_taken_up_again(tmp_path: Path) -> None:
    go(tmp_path, "ynq")
    session, out = go(tmp_path, "yq")
    assert out.startswith(f"(3/{len(ORDER)})")
    assert len(session.said) == 3


def test_verdicts_on_nothing_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.jsonl"
    head = json.dumps({"schema": "ocrfix/verdicts/1", "sha256": SHA})
    path.write_text(f'{head}\n{{"id": "000000000000", "verdict": "reject"}}\n')
    go(tmp_path, "yq")
    assert [v.id for v in read_verdicts(path)[0].verdicts] == ["000000000000", ORDER[0].id(SHA)]


def test_verdicts_on_another_text_are_neither_used_nor_lost(tmp_path: Path) -> None:
    go(tmp_path, "yq")
    before = (tmp_path / "verdicts.jsonl").read_bytes()
    with pytest.raises(BadInput, match=r"on page.txt, page 1 as it was .* names another file"):
        go(tmp_path, "yq", page=ocrfix.clean(Source("甲。\n")))
    assert (tmp_path / "verdicts.jsonl").read_bytes() == before


def test_page_text_steers_no_screen(tmp_path: Path) -> None:
    _, out = go(tmp_path, ["j"] * 50, page=evil())
    assert not set(out) & STEERING
    assert len(out) < 50_000


# The commands.


def said(*verdicts: object, name: str = "verdicts.jsonl") -> None:
    """A file of verdicts on the page that is on the desk."""
    from ocrfix.verdict_file import section_lines
    from ocrfix.verdicts import Section

    source = Source(Path("page.txt").read_text("utf-8"))
    Path(name).write_text(section_lines(Section(source.sha256, "page.txt", 1, tuple(verdicts))), "utf-8")  # type: ignore[arg-type]


@pytest.fixture
def page(desk: Path) -> Page:  # noqa: F811
    """The page that is on the desk, cleaned."""
    return ocrfix.clean(Source((desk / "page.txt").read_text("utf-8"), "page.txt"))


def test_review_by_a_pipe(page: Page) -> None:
    code, out, err = run("review", "page.txt", "--in-order", stdin=b"y\nn\nq\n")
    assert (code, err) == (0, "")
    assert out.decode().count("Accept [y,n,a,d,e,j,k,u,q,?]? ") == 3
    words = [v.word for v in read_verdicts("verdicts.jsonl")[0].verdicts]
    assert words == ["accept", "reject"]


def test_apply_gives_the_page_with_the_verdicts(page: Page) -> None:
    run("review", "page.txt", "--verb", "join", stdin=b"n\nn\ny\nn\nd\n")
    verdicts = read_verdicts("verdicts.jsonl")[0].verdicts
    want = page_text(page.with_verdicts(verdicts))
    code, out, _ = run("apply", "page.txt", "--verdicts", "verdicts.jsonl")
    assert (code, out.decode()) == (0, want)
    assert run("clean", "page.txt", "--verdicts", "verdicts.jsonl")[1] == out
    assert run("apply", "page.txt", "--verdicts", "verdicts.jsonl", "-o", "out")[0] == 0
    manifest = json.loads(Path("out/page.json").read_bytes())
    rejected = [d for d in manifest["decisions"] if any(e["because"] == "rejected" for e in d["evidence"])]
    assert len(rejected) == sum(v.word == "reject" for v in verdicts)


@pytest.mark.parametrize("command", [["apply"], ["clean"], ["diff"], ["review"]])
def test_verdicts_on_another_text_are_refused(command: list[str], page: Page) -> None:
    said()
    Path("other.txt").write_text("另一页。\n", "utf-8")
    code, out, err = run(
        *command, "other.txt", "--verdicts", "verdicts.jsonl", *(["-o", "out"] if command == ["apply"] else [])
    )
    assert (code, out, Path("out").exists()) == (3, b"", False)
    assert "verdicts.jsonl: the verdicts are on page.txt, page 1 as it was with the SHA-256" in err


def test_verdicts_that_cannot_be_followed_are_named(page: Page) -> None:
    from ocrfix.verdicts import Verdict, Word, judge

    part = next(d for d in page.decisions if d.verb is P)
    said(Verdict("0" * 12, Word.ACCEPT), judge(part, page.source.sha256, Word.REJECT))
    code, _, err = run("apply", "page.txt", "--verdicts", "verdicts.jsonl")
    assert code == 0
    assert f"{NOTICE}, page 1: verdict on 000000000000 (accept): there is no such decision\n" in err
    assert f"{NOTICE}, page 1: does not stand: place, line " in err
    assert run("apply", "page.txt", "--verdicts", "verdicts.jsonl", "-q")[2] == ""


def test_pages_of_one_file(page: Page) -> None:
    Path("two.txt").write_text("甲页⽼行，\n甲页第二行。\n\f乙页⽼行，\n乙页第二行。\n", "utf-8")
    run("review", "two.txt", stdin=b"d\nd\n")
    assert [s.page for s in read_verdicts("verdicts.jsonl")] == [1, 2]
    plain = run("apply", "two.txt", "--verdicts", "verdicts.jsonl")[1].decode()
    assert plain == "甲页⽼行，\n甲页第二行。\n\f乙页⽼行，\n乙页第二行。\n"
    code, _, err = run("review", "two.txt", "--html", "out.html")
    assert (code, err) == (2, "ocrfix: two.txt: has 2 pages; --page names one for the browser\n")
    assert run("review", "two.txt", "--html", "out.html", "--page", "2")[0] == 0
    assert run("review", "two.txt", "--page", "3")[0] == 2


BAD: list[tuple[list[str], int, str]] = [
    (["review"], 2, "Missing argument"),
    (["review", "-"], 2, "name a file"),
    (["review", "none.txt"], 3, "none.txt: No such file"),
    (["review", "page.txt", "--html", "no/such/folder.html"], 4, "No such file or directory"),
    (["review", "page.txt", "--html", "page.txt"], 4, "page.txt: exists; --force overwrites it"),
    (["review", "page.txt", "--verb", "shout"], 2, "shout"),
    (["apply", "page.txt"], 2, "--verdicts"),
    (["apply", "page.txt", "--verdicts", "none.jsonl"], 3, "none.jsonl: No such file"),
    (["apply", "page.txt", "--verdicts", "page.txt"], 3, "page.txt, line 1: no JSON"),
    (["clean", "page.txt", "--profile", "none.toml"], 3, "none.toml: No such file"),
    (["clean", "page.txt", "--profile", "page.txt"], 3, "page.txt: no TOML"),
    (["diff", "page.txt", "--format", "pdf"], 2, "pdf"),
    (["learn"], 2, "Missing argument"),
    (["learn", "page.txt"], 3, "page.txt, line 1: no JSON"),
]


@pytest.mark.parametrize(("args", "code", "said_"), BAD)
def test_mistakes(args: list[str], code: int, said_: str, page: Page) -> None:
    got, _, err = run(*args)
    assert (got, said_ in err, "Traceback" in err) == (code, True, False), err


@pytest.mark.parametrize("command", ["diff", "review", "apply", "learn"])
def test_help_has_examples(command: str) -> None:
    assert b"Examples:" in run(command, "--help")[1]


# A terminal of its own.


class Terminal:
    """A command on a terminal: what it shows is read until it says something, keys are pressed one by one."""

    def __init__(self, *args: str):
        self.pid, self.handle = pty.fork()
        if not self.pid:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            os.environ.pop("NO_COLOR", None)
            os.execv(sys.executable, [*OCRFIX, *args])
        self.out = ""

    def until(self, ready: Callable[[str], bool]) -> str:
        """What is shown from here on, as soon as it is enough."""
        start, end = len(self.out), time.monotonic() + 60
        while not ready(self.out[start:]):
            assert time.monotonic() < end, self.out[start:]
            if not select.select([self.handle], [], [], 1)[0]:
                continue
            try:
                part = os.read(self.handle, 65536)
            except OSError:
                break
            if not part:
                break
            self.out += part.decode("utf-8", "replace")
        return self.out[start:]

    def press(self, keys: str) -> str:
        os.write(self.handle, keys.encode())
        return self.until(lambda shown: shown.rstrip().endswith("]?") or shown.rstrip().endswith("]:"))

    def end(self) -> int:
        self.until(lambda _: False)
        os.close(self.handle)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_a_review_on_a_terminal(page: Page) -> None:
    terminal = Terminal("review", "page.txt", "--in-order")
    first = terminal.until(lambda shown: "]? " in shown)
    assert "(1/" in first
    assert "\x1b[1m(1/" in first  # in colour
    decisions = docket(page, in_page_order=True)
    second = terminal.press("y")  # one key, no return
    assert f"(2/{len(decisions)})" in second
    assert f"(3/{len(decisions)})" in terminal.press("n")
    assert f"(2/{len(decisions)})" in terminal.press("u")
    mend = next(n for n, d in enumerate(decisions) if d.verb is M)
    for _ in range(mend - 1):
        terminal.press("j")
    assert "reads [老]: " in terminal.press("e")
    terminal.press("旧\n")
    os.write(terminal.handle, b"q")
    assert terminal.end() == 0
    [section] = read_verdicts("verdicts.jsonl")
    assert [(v.word, v.text) for v in section.verdicts] == [("accept", None), ("edit", "旧")]
    assert "村的旧粮仓" in run("apply", "page.txt", "--verdicts", "verdicts.jsonl")[1].decode()


def test_control_c_keeps_what_was_said(page: Page) -> None:
    terminal = Terminal("review", "page.txt")
    terminal.until(lambda shown: "]? " in shown)
    terminal.press("y")
    os.write(terminal.handle, b"\x03")
    assert terminal.end() == 130
    assert len(read_verdicts("verdicts.jsonl")[0].verdicts) == 1


def test_page_text_cannot_steer_the_terminal(desk: Path) -> None:  # noqa: F811
    Path("evil.txt").write_bytes("红\x1b]0;owned\x07色，\x1b[31m与\u202e\n下一行⽼\x9b31m连。\n".encode() + b"\xff\n")
    terminal = Terminal("review", "evil.txt")
    terminal.until(lambda shown: "]? " in shown)
    os.write(terminal.handle, b"d")
    assert terminal.end() == 0
    rest = re.sub(r"\x1b\[(?:0|1|2|31|32|33|36|9;31|1;32)m", "", terminal.out)
    assert not set(rest) & STEERING
    assert "\x1b[31m与" not in terminal.out


def test_the_record_holds_what_was_judged() -> None:
    assert accept(J, FIRST, SECOND).rules == ("reads-on/turn", "habit")
    assert reject(J, FIRST, SECOND).weight == 14
