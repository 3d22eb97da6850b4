"""The command line as a user meets it: what it prints where, and how it ends."""

import gc
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ocrfix import Orders, Page, Source, __version__, cli, formats
from ocrfix.check import BrokenPromise
from ocrfix.pipeline import clean
from ocrfix.read import PIECE, read

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "fixtures" / "demo.txt"
OCRFIX = [sys.executable, "-m", "ocrfix"]
runner = CliRunner()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one page, with two pages in one file, and with clean text."""
    monkeypatch.chdir(tmp_path)
    demo = DEMO.read_text("utf-8")
    (tmp_path / "page.txt").write_text(demo, "utf-8")
    (tmp_path / "two.txt").write_text(demo + "\f" + demo, "utf-8")
    (tmp_path / "clean.txt").write_text("本报讯 小城昨日下了今年第一场雪，孩子们在操场上堆起了雪人。\n", "utf-8")
    return tmp_path


def run(*args: str, stdin: bytes | None = None) -> tuple[int, bytes, str]:
    """Exit code, standard output, standard error."""
    got = runner.invoke(cli.app, list(args), input=stdin)
    return got.exit_code, got.stdout_bytes, got.stderr


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["--version"], 0, ""),
        (["--help"], 0, ""),
        (["clean", "--help"], 0, ""),
        (["clean", "page.txt"], 0, ""),
        (["clean", "page.txt", "-q"], 0, ""),
        (["clean", "page.txt", "-v"], 0, "ocrfix: page.txt, page 1 (utf-8): articles "),
        (["clean", "page.txt", "--encoding", "utf-8"], 0, ""),
        (["clean", "page.txt", "--check"], 1, "ocrfix: page.txt, page 1: would change\n"),
        (["clean", "clean.txt", "--check"], 0, ""),
        (["clean", "page.txt", "--format", "pdf"], 2, "--format"),
        (["clean", "page.txt", "page.txt"], 2, "page.txt is named twice"),
        (["clean", "--frobnicate"], 2, "--frobnicate"),
        (["wash"], 2, "wash"),
        ([], 2, ""),
        (["rules"], 0, ""),
        (["rules", "no-such-rule"], 2, "no rule is called no-such-rule"),
        (["clean", "none.txt"], 3, "ocrfix: none.txt: No such file or directory\n"),
        (["clean", "."], 3, "ocrfix: .: Is a directory\n"),
        (["clean", "page.txt", "--encoding", "klingon"], 3, "no text encoding is called 'klingon'"),
        (["clean", "page.txt", "-o", "page.txt"], 4, "ocrfix: page.txt: "),
    ],
)
def test_exit_codes(desk: Path, args: list[str], code: int, said: str) -> None:
    got, _, err = run(*args)
    assert (got, said in err) == (code, True), err
    assert "Traceback" not in err
    assert said or not err or code == 2


def test_one_bad_input_does_not_stop_the_others(desk: Path) -> None:
    code, out, err = run("clean", "none.txt", "page.txt")
    assert (code, out) == (3, run("clean", "page.txt")[1])
    assert err.count("\n") == 1


def test_the_version() -> None:
    assert run("--version")[1].decode() == f"ocrfix {__version__}\n"


@pytest.mark.parametrize("args", [["--help"], ["clean", "--help"], ["edition", "--help"], ["rules", "--help"]])
def test_help_has_examples(args: list[str]) -> None:
    assert b"Examples:" in run(*args)[1]


def test_a_summary_counts_what_could_not_be_read(desk: Path) -> None:
    (desk / "page.txt").write_text("会议在\ue123举行，(cid:12)(cid:3)出席了会议。\n", "utf-8")
    got = runner.invoke(cli.app, ["clean", "page.txt", "-v"])
    assert "(cid:12)(cid:3)" in got.stdout
    assert "unreadable 2" in got.stderr


def test_json_of_one_page_is_one_object(desk: Path) -> None:
    _, out, _ = run("clean", "page.txt", "--format", "json")
    [source] = read("page.txt")
    assert json.loads(out) == json.loads(formats.dump(formats.page_json(clean(source))))


def test_json_of_several_pages_is_a_line_each(desk: Path) -> None:
    _, out, _ = run("clean", "two.txt", "page.txt", "--format", "json")
    rows = [json.loads(row) for row in out.splitlines()]
    assert [(r["source"]["name"], r["source"]["page"]) for r in rows] == [
        ("two.txt", 1),
        ("two.txt", 2),
        ("page.txt", 1),
    ]
    assert rows[0]["articles"] == rows[1]["articles"] == rows[2]["articles"]


def test_json_lines_are_an_article_a_line(desk: Path) -> None:
    _, out, _ = run("clean", "two.txt", "--format", "jsonl")
    rows = [json.loads(row) for row in out.splitlines()]
    assert {r["schema"] for r in rows} == {"ocrfix/article/1"}
    assert [r["page"] for r in rows] == sorted(r["page"] for r in rows)


def test_text_of_several_pages_is_parted_as_it_was(desk: Path) -> None:
    one, two = run("clean", "page.txt")[1], run("clean", "two.txt")[1]
    assert two == one + b"\f" + one


@pytest.mark.parametrize("form", ["txt", "jsonl"])
def test_a_long_stream_is_never_held(desk: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[int] = []
    real = cli.clean_page

    def count(source: Source, orders: Orders) -> Page:
        gc.collect()
        held.append(sum(isinstance(o, Source) for o in gc.get_objects()))
        return real(source, orders)

    before = sum(isinstance(o, Source) for o in gc.get_objects())
    monkeypatch.setattr(cli, "clean_page", count)
    demo = DEMO.read_bytes() + b"\f"
    assert run("clean", "-", "--format", form, stdin=demo * 12)[0] == 0
    assert len(held) == 12
    assert max(held) - before <= 4  # the one at work, the one before it, the one behind it


@pytest.mark.parametrize("args", [["clean"], ["clean", "-"]])
def test_standard_input(desk: Path, args: list[str]) -> None:
    assert run(*args, stdin=DEMO.read_bytes()) == run("clean", "page.txt")


def test_a_page_in_every_encoding_and_line_end_gives_the_same_articles(desk: Path) -> None:
    text = DEMO.read_text("utf-8")
    want = run("clean", "page.txt")[1]
    copies = {
        "gb18030": text.encode("gb18030"),
        "utf-16": text.encode("utf-16"),
        "utf-16-be": text.encode("utf-16-be"),
        "bom": text.encode("utf-8-sig"),
        "crlf": text.replace("\n", "\r\n").encode(),
        "cr": text.replace("\n", "\r").encode(),
        "form feed at the end": text.encode() + b"\f",
    }
    for name, data in copies.items():
        Path("copy.txt").write_bytes(data)
        assert run("clean", "copy.txt")[:2] == (0, want), name


@pytest.mark.parametrize("command", ["clean", "edition"])
def test_a_dash_is_standard_output(command: str, desk: Path) -> None:
    before = sorted(desk.iterdir())
    assert run(command, "page.txt", "-o", "-") == run(command, "page.txt")
    assert sorted(desk.iterdir()) == before


def test_a_folder_of_articles(desk: Path) -> None:
    assert run("clean", "page.txt", "-o", "out")[0] == 0
    manifest = json.loads(Path("out/page.json").read_bytes())
    assert sorted(os.listdir("out")) == sorted([*manifest["files"], "page.json"])
    assert len(manifest["files"]) == len(manifest["articles"]) + 1
    before = {p.name: p.read_bytes() for p in Path("out").iterdir()}
    code, _, err = run("clean", "page.txt", "-o", "out")
    assert (code, "--force" in err) == (4, True)
    assert run("clean", "page.txt", "-o", "out", "--force")[0] == 0
    assert {p.name: p.read_bytes() for p in Path("out").iterdir()} == before


@pytest.mark.parametrize(
    ("pages", "folders"),
    [
        (["page.txt"], ["."]),
        (["two.txt"], ["p001", "p002"]),
        (["page.txt", "two.txt"], ["page", "two/p001", "two/p002"]),
        (["page.txt", "sub/page.txt"], ["page", "page-2"]),
    ],
)
def test_each_page_has_its_folder(desk: Path, pages: list[str], folders: list[str]) -> None:
    Path("sub").mkdir()
    Path("sub/page.txt").write_bytes(DEMO.read_bytes())
    assert run("clean", *pages, "-o", "out")[0] == 0
    found = [p.parent.relative_to("out").as_posix() for p in Path("out").rglob("page.json")]
    assert sorted(found) == folders


@pytest.mark.parametrize("args", [["--check"], ["--diff"], ["--check", "--diff"]])
def test_check_and_diff_write_nothing(desk: Path, args: list[str]) -> None:
    run("clean", "page.txt", "-o", "out", *args)
    assert not Path("out").exists()


def test_diff_shows_corrections(desk: Path) -> None:
    _, out, _ = run("clean", "page.txt", "--diff")
    assert "[-⽼-]粮仓" in out.decode()
    assert "村的{+老+}粮仓" in out.decode()


@pytest.mark.parametrize("error", [BrokenPromise("lost: characters 1 to 2"), RecursionError("too deep")])
def test_a_bug_writes_nothing_and_says_so(desk: Path, error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: object, orders: object) -> object:
        raise error

    monkeypatch.setattr(cli, "clean_page", broken)
    code, out, err = run("clean", "page.txt", "-o", "out")
    assert (code, out) == (5, b"")
    assert "page.txt, page 1: a bug of ocrfix, nothing written" in err
    assert "Traceback" not in err
    assert not Path("out").exists()


def test_undecodable_bytes_come_out_again(desk: Path) -> None:
    Path("bad.txt").write_bytes("小城昨日下雪".encode() + b"\xff\xfe" + "，孩子们堆雪人。\n".encode())
    code, out, err = run("clean", "bad.txt")
    assert (code, out) == (0, Path("bad.txt").read_bytes())
    assert "bytes that are not utf-8, kept as they are: 2, the first 0xff in line 1" in err
    assert run("clean", "bad.txt", "-q")[2] == ""


# What follows needs a process of its own.


def default_signals() -> None:
    """Whoever runs the tests may have them ignored, which children inherit."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def popen(*args: str, **kw: object) -> "subprocess.Popen[bytes]":
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}  # output is seen at once
    kw = {"env": env, "stderr": subprocess.PIPE, "preexec_fn": default_signals, **kw}
    return subprocess.Popen([*OCRFIX, *args], **kw)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away(desk: Path, unbuffered: str) -> None:
    Path("long.txt").write_text("长篇连载的一行。\n" * 20_000, "utf-8")
    with popen("clean", "long.txt", stdout=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": unbuffered}) as p:
        assert p.stdout and p.stderr
        p.stdout.read(10)
        p.stdout.close()
        assert (p.stderr.read(), p.wait()) == (b"", 141)


def test_control_c(desk: Path) -> None:
    text = "甲。\f乙。\f".encode()
    with popen("clean", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE) as p:
        assert p.stdin and p.stdout and p.stderr
        p.stdin.write(text + b"." * (PIECE - len(text)))  # as much as is read at a time: then it waits for more
        p.stdin.flush()
        p.stdout.read(6)
        p.send_signal(signal.SIGINT)
        p.stdin.close()  # wakes a read that began just when the signal came
        assert (p.stderr.read(), p.wait()) == (b"", 130)


def test_a_full_disk() -> None:
    with open("/dev/full", "wb") as full, popen("clean", str(DEMO), stdout=full) as p:
        assert p.stderr
        assert p.stderr.read() == b"ocrfix: standard output: No space left on device\n"
        assert p.wait() == 4


def on_a_screen(*args: str) -> str:
    """What the command prints on a terminal."""
    pid, handle = pty.fork()
    if not pid:
        os.execv(sys.executable, [*OCRFIX, *args])
    out = b""
    while True:
        try:
            part = os.read(handle, 4096)
        except OSError:
            break
        if not part:
            break
        out += part
    os.waitpid(pid, 0)
    os.close(handle)
    return out.decode().replace("\r\n", "\n")


def test_the_progress_of_an_archive_stays_on_one_line(desk: Path) -> None:
    out = on_a_screen("clean", "page.txt", "two.txt", "none.txt", "-o", "out", "--jobs", "1")
    *bars, end = out.split("\r\x1b[K")
    assert any(
        re.fullmatch(r"\[#*-*\] \d+%, \d pages, [\d.]+ a second(, \d:\d\d:\d\d left)?(, 1 in quarantine)?", b)
        for b in bars
    )
    assert "none.txt: No such file or directory\n" in out
    assert end.startswith("ocrfix: pages 3 (1 in quarantine), articles ")
    assert end.count("\n") == 1


@pytest.mark.parametrize("args", [[], ["--format", "json"], ["--format", "md"], ["--diff"], ["-v"]])
def test_page_text_cannot_steer_a_screen(desk: Path, args: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    Path("evil\x1b[2J.txt").write_bytes("红\x1b[31m色\x07\u202e文\u200b字\x9b和⽼".encode() + b"\xff\n[bold]b[/b]\n")
    out = on_a_screen("clean", "evil\x1b[2J.txt", *args)
    assert not set(out) & set("\x1b\x07\u202e\u200b\x9b\udcff")
    assert "\\u001b[2J" in out  # the remark on the undecodable byte names the file


def test_no_page_on_a_screen_is_a_question() -> None:
    assert "name a text file, or pipe a page in" in on_a_screen("clean")
