"""Bad input of every kind, each with what is said and how the command ends: never a traceback, never a lost byte."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from batching import serial
from typer.testing import CliRunner

from ocrfix import cli
from ocrfix.batch import run as batch_run

runner = CliRunner()
HAN = "小城昨日下了今年第一场雪，孩子们在操场上堆起了雪人。"
# name: (bytes, exit code, what standard error says)
FILES: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 0, "no text"),
    "only a byte order mark": (b"\xef\xbb\xbf", 0, "no text"),
    "only a UTF-16 mark": (b"\xff\xfe", 0, "no text"),
    "only newlines": (b"\n" * 1000, 0, "no text"),
    "only spaces": (b" \t \r\n" * 1000, 0, "no text"),
    "only ideographic spaces": ("\u3000".encode() * 50, 0, "no text"),
    "only form feeds": (b"\f" * 2, 0, "no text"),
    "one character": (b"a", 0, ""),
    "one Han character": ("雪".encode(), 0, ""),
    "one foreign byte": (b"\xff", 0, "kept as they are: 1"),
    "no newline at the end": (HAN.encode(), 0, ""),
    "one long line": ((HAN * 2000).encode(), 0, ""),
    "a line of five million characters": ((HAN * 192_308).encode(), 0, ""),
    "one long line of spaces": (b" " * 100_000 + b"a", 0, ""),
    "one long line of one character": ("雪".encode() * 20_000, 0, ""),
    "one long word": (b"a" * 100_000, 0, ""),
    "many short lines": (("雪\n" * 20_000).encode(), 0, ""),
    "many blank lines": (b"\n" * 50_000 + HAN.encode(), 0, ""),
    "mixed line ends": (f"{HAN}\r\n{HAN}\n{HAN}\r{HAN}".encode(), 0, ""),
    "odd line breaks": (f"{HAN}\v{HAN}\x85{HAN}\u2028{HAN}\u2029{HAN}\x1c{HAN}".encode(), 0, ""),
    "a NUL byte": (f"{HAN}\0{HAN}".encode(), 0, ""),
    "mostly NUL bytes": (b"a\0\0\0" * 100, 3, "not text"),
    "control characters": ("".join(f"{HAN}{chr(c)}" for c in range(1, 32)).encode(), 0, ""),
    "escape sequences": (f"\x1b[31m{HAN}\x1b]0;owned\x07".encode(), 0, ""),
    "bidirectional overrides": (f"\u202e{HAN}\u2066abc".encode(), 0, ""),
    "markup": (f"<script>{HAN}</script> [b]x[/b] {{}}%s$HOME".encode(), 0, ""),
    "combining marks": (b"a" + "\u0301".encode() * 5000, 0, ""),
    "beyond the basic plane": (("𠀀𠮷😀" * 100).encode(), 0, ""),
    "a cut UTF-8 character": (HAN.encode()[:-1], 0, "bytes that are not utf-8"),
    "a cut GB18030 character": (HAN.encode("gb18030")[:-1], 0, "bytes that are not gb18030"),
    "half a UTF-16 unit": (HAN.encode("utf-16")[:-1], 0, "bytes that are not utf-16"),
    "a lone UTF-16 surrogate": (HAN.encode("utf-16") + b"\x00\xd8", 0, "bytes that are not utf-16"),
    "surrogates in UTF-8": (HAN.encode() + b"\xed\xa0\x80", 0, "bytes that are not utf-8"),
    "overlong UTF-8": (HAN.encode() + b"\xc0\xaf", 0, "bytes that are not utf-8"),
    "two encodings": (HAN.encode() * 5 + HAN.encode("gb18030"), 0, "bytes that are not utf-8"),
    "UTF-8 after a wrong mark": (b"\xff\xfe" + b"plain text here.", 0, ""),
    "an unknown encoding": ("Мост".encode("cp866"), 0, "is a guess"),
    "random bytes": (bytes(i * i * 7919 >> 7 & 255 for i in range(5000)), 3, "not text"),
    "a PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 3, "a PNG picture"),
    "a JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF", 3, "a JPEG picture"),
    "a PDF": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3", 3, "a PDF"),
    "a ZIP": (b"PK\x03\x04\x14\0", 3, "a ZIP archive"),
    "gzip": (b"\x1f\x8b\x08\0", 3, "gzip"),
    "a program": (b"\x7fELF\x02\x01\x01\0", 3, "a program"),
}
PLACES: dict[str, tuple[Callable[[], object], list[str], int, str]] = {
    "no such file": (lambda: None, ["none.txt"], 3, "none.txt: No such file or directory"),
    "a folder": (lambda: os.mkdir("folder"), ["folder"], 3, "folder: Is a directory"),
    "an empty name": (lambda: None, [""], 3, "No such file or directory"),
    "a very long name": (lambda: None, ["x" * 5000], 3, "File name too long"),
    "a ring of links": (lambda: os.symlink("ring", "ring"), ["ring"], 3, "ring: "),
    "a dangling link": (lambda: os.symlink("gone", "link"), ["link"], 3, "link: No such file or directory"),
    "a name with escapes": (lambda: None, ["\x1b[2J.txt"], 3, "\\u001b[2J.txt: No such file"),
    "output is a file": (lambda: Path("out").write_text("x"), ["ok.txt", "-o", "out"], 4, "out: "),
    "output under a file": (lambda: None, ["ok.txt", "-o", "ok.txt/out"], 4, "ok.txt"),
    "output in no place": (lambda: None, ["ok.txt", "-o", "/proc/none/out"], 4, "/proc/none/out: "),
    "output exists": (lambda: _output("page.json"), ["ok.txt", "-o", "out"], 4, "page.json: exists; --force"),
    "a folder for a file": (lambda: _output("page.json/x"), ["ok.txt", "-o", "out", "--force"], 4, "out: "),
    "an unreadable file": (lambda: None, ["/proc/self/mem"], 3, "/proc/self/mem: Input/output error"),
    "nothing at all": (lambda: None, ["/dev/null"], 0, "/dev/null, page 1: no text"),
    "zeros without end": (lambda: None, ["/dev/zero"], 3, "/dev/zero: not text"),
    "a pattern for nothing": (lambda: None, ["no*.txt"], 3, "no*.txt: No such file or directory"),
    "no gzip": (lambda: _text("x.txt.gz"), ["x.txt.gz"], 3, "x.txt.gz: Not a gzipped file"),
    "no zstd": (lambda: _text("x.txt.zst"), ["x.txt.zst"], 3, "x.txt.zst: damaged: "),
    "a gzip bomb": (lambda: _bomb("x.txt.gz"), ["x.txt.gz"], 3, "x.txt.gz, page 1: no page has over "),
    "no such encoding": (lambda: None, ["ok.txt", "--encoding", "klingon"], 3, "no text encoding is called"),
    "the wrong encoding": (lambda: None, ["ok.txt", "--encoding", "ascii"], 0, "bytes that are not ascii"),
}


# The same for archives; what is said comes before the summary.
ARCHIVES: dict[str, tuple[Callable[[], object], list[str], int, str]] = {
    "an empty folder": (lambda: os.mkdir("in"), ["in"], 0, "pages 0, "),
    "a folder of other kinds": (lambda: _text("in/x.pdf"), ["in"], 0, "passed over: .pdf 1"),
    "no such folder": (lambda: None, ["in", "ok.txt"], 3, "in: No such file or directory"),
    "a picture called text": (lambda: _text("in/x.txt", b"\x89PNG\r\n"), ["in"], 3, "in/x.txt: a PNG picture"),
    "an empty page": (lambda: _text("in/x.txt", b""), ["in"], 0, "pages 1, articles 0, "),
    "rows without text": (
        lambda: _text("x.jsonl", b'{"a": 1}\n'),
        ["x.jsonl"],
        3,
        "x.jsonl: row 1: no field 'text' but 'a'",
    ),
    "rows that are none": (lambda: _text("x.jsonl"), ["x.jsonl"], 3, "x.jsonl: row 1: no JSON object"),
    "an array of rows": (lambda: _text("x.jsonl", b'[{"text": "a"}]'), ["x.jsonl"], 3, "row 1: no JSON object"),
    "lone surrogates": (lambda: _text("x.jsonl", b'{"text": "\\ud800a\\udfff"}'), ["x.jsonl"], 0, "pages 1, "),
    "an id that climbs": (lambda: _text("x.jsonl", b'{"text": "a", "id": "../../x"}'), ["x.jsonl"], 0, "pages 1, "),
    "a table that is none": (lambda: _text("x.parquet"), ["x.parquet"], 3, "x.parquet: "),
    "a name that climbs": (lambda: _text("in/x\\..\\..\\x.txt"), ["in"], 0, "pages 1, "),
    "a folder in a ring": (lambda: _ring("in/in"), ["in"], 0, "pages 0, "),
    "the output within": (lambda: _text("in/x.txt"), ["in", "-o", "in/out"], 0, "pages 1, "),
    "the output itself": (lambda: _text("in/x.txt"), ["in", "-o", "in"], 4, "in: holds other files; --force"),
    "output is a file": (lambda: _text("in/x.txt"), ["in", "-o", "ok.txt"], 4, "ok.txt: File exists"),
    "output under a file": (lambda: _text("in/x.txt"), ["in", "-o", "ok.txt/x"], 4, "ok.txt/x: Not a directory"),
    "output in no place": (lambda: _text("in/x.txt"), ["in", "-o", "/proc/none/x"], 4, "/proc/none/x: "),
    "a file in no place": (lambda: _text("in/x.txt"), ["in", "-o", "/proc/none/x.jsonl"], 4, "/proc/none/x.jsonl: "),
    "summary in no place": (lambda: _text("in/x.txt"), ["in", "--summary", "/proc/none/s"], 4, "/proc/none/s: "),
    "no worker": (lambda: _text("in/x.txt"), ["in", "--jobs", "0"], 2, "--jobs"),
    "no profile": (lambda: _text("in/x.txt"), ["in", "--profile", "none.toml"], 3, "none.toml: No such file"),
}


def _text(name: str, data: bytes = HAN.encode()) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data)


def _bomb(name: str) -> None:
    with gzip.open(name, "wb", compresslevel=1) as f:
        for _ in range(40):
            f.write(b"boom " * 200_000)


def _ring(name: str) -> None:
    os.makedirs(Path(name).parent)
    os.symlink(".", name)


def _output(name: str) -> None:
    path = Path("out") / name
    path.parent.mkdir(parents=True)
    path.write_text("mine")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ok.txt").write_text(HAN, "utf-8")


def ends(args: list[str], code: int, said: str) -> None:
    got = runner.invoke(cli.app, ["clean", *args])
    assert got.exit_code == code, got.stderr
    assert said in got.stderr
    assert bool(got.stderr) == bool(said), got.stderr
    assert got.stderr.count("\n") <= 2
    assert "Traceback" not in got.stderr


@pytest.mark.parametrize("form", ["txt", "json"])
@pytest.mark.parametrize("name", FILES)
def test_files(name: str, form: str) -> None:
    data, code, said = FILES[name]
    Path("f.txt").write_bytes(data)
    ends(["f.txt", "--format", form], code, said)


@pytest.mark.parametrize("name", ARCHIVES)
def test_archives(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, args, code, said = ARCHIVES[name]
    monkeypatch.setattr(batch_run, "run", serial)
    make()
    before = {p: p.read_bytes() for p in Path().rglob("*") if p.is_file()}
    got = runner.invoke(cli.app, ["clean", *args, *([] if "-o" in args else ["-o", "out"])])
    assert (got.exit_code, got.stdout_bytes) == (code, b""), got.stderr
    assert said in got.stderr
    assert "Traceback" not in got.stderr
    assert {p: p.read_bytes() for p in before} == before
    assert not os.path.lexists("../x") and not os.path.lexists("../../x")


@pytest.mark.parametrize("name", PLACES)
def test_places(name: str) -> None:
    make, args, code, said = PLACES[name]
    make()
    before = {p: p.read_bytes() for p in Path().rglob("*") if p.is_file()}
    ends(args, code, said)
    assert {p: p.read_bytes() for p in Path().rglob("*") if p.is_file()} == before
