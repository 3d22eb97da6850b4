"""Archives through the command line: what comes out where, exactly once, whatever happens on the way."""

import gzip
import json
import os
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR
from typing import Any

import pytest
from batching import SHORT, archive, clean, desk, serial, shuffled, tree
from bench.archive import page

from ocrfix import write
from ocrfix.batch import journal, run, work
from ocrfix.batch.pool import Lost
from ocrfix.training import train

__all__ = ["desk"]


def manifests(folder: str) -> list[str]:
    return sorted(name.rpartition("/")[0] for name in tree(folder) if name.endswith("page.json"))


def test_a_folder_becomes_a_folder(desk: Path) -> None:
    archive(Path("in"), 4)
    Path("in/two.txt").write_text(f"{page(0)}\f{page(1)}", "utf-8")
    Path("in/three.txt.gz").write_bytes(gzip.compress(page(2).encode("gb18030")))
    code, err = clean("in", "-o", "out")
    assert (code, err.splitlines()[:-1]) == (0, [])
    assert err.startswith("ocrfix: pages 7, articles ")
    assert manifests("out") == ["a/001", "a/003", "b/000", "b/002", "three", "two/p001", "two/p002"]


@pytest.mark.parametrize("form", ["txt", "md", "json", "jsonl"])
def test_pages_come_out_as_they_do_alone(desk: Path, form: str) -> None:
    archive(Path("in"), 3)
    assert clean("in", "-o", "out", "--format", form)[0] == 0
    for n, name in [(0, "b/000"), (1, "a/001"), (2, "b/002")]:
        assert clean(f"in/{name}.txt", "-o", f"alone/{name}", "--format", form) == (0, "")
        assert tree(f"out/{name}") == tree(f"alone/{name}"), n


def test_several_files_and_standard_input(desk: Path) -> None:
    Path("x.txt").write_text(SHORT, "utf-8")
    Path("sub").mkdir()
    Path("sub/x.txt").write_text(SHORT, "utf-8")
    assert clean("x.txt", "sub/x.txt", "-", "-o", "out", stdin=f"{SHORT}\f{SHORT}".encode())[0] == 0
    assert manifests("out") == ["stdin/p001", "stdin/p002", "x", "x-2"]


def test_the_summary(desk: Path) -> None:
    archive(Path("in"), 6)
    code, err = clean("in", "-o", "out", "--summary", "sums.json")
    sums = json.loads(Path("sums.json").read_bytes())
    assert (code, sums["schema"], sums["pages"], sums["earlier"], sums["quarantine"]) == (
        0,
        "ocrfix/summary/1",
        6,
        0,
        0,
    )
    found = [json.loads(data) for name, data in tree("out").items() if name.endswith("page.json")]
    verbs = [d["verb"] for p in found for d in p["decisions"] if d["status"] == "applied"]
    assert sums["articles"] == sum(len(p["articles"]) for p in found)
    assert sums["bytes"] == sum(len(page(n).encode()) for n in range(6))
    for name, verb in [("joins", "join"), ("mends", "mend"), ("drops", "drop"), ("cuts", "cut")]:
        assert sums[name] == verbs.count(verb)
        assert f"{name} {sums[name]}, " in err
    assert sums["proposals"] == sum(d["status"] == "proposed" for p in found for d in p["decisions"])
    assert clean("in", "-o", "other", "-q") == (0, "")


# Interrupted, and taken up again.


class Stop(BaseException):
    """The end of a run that nobody expects."""


def stopped(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, after: int) -> Any:
    """Let a function stop the run the n-th time that it is called."""
    real, calls = getattr(module, name), 0

    def call(*args: Any, **kw: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == after:
            raise Stop
        return real(*args, **kw)

    monkeypatch.setattr(module, name, call)
    return real


STOPS = [(write.os, "replace"), (write.os, "fsync"), (run, "dump"), (journal, "dump"), (work, "clean")]


@pytest.mark.parametrize("after", [1, 2, 3, 5, 8, 13])
@pytest.mark.parametrize(("module", "name"), STOPS, ids=lambda s: getattr(s, "__name__", s))
def test_a_run_that_is_stopped_anywhere_goes_on(
    desk: Path, module: Any, name: str, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive(Path("in"), 6)
    Path("in/rows.jsonl").write_text("".join(f'{{"text": {json.dumps(page(n))}}}\n' for n in range(5)))
    Path("in/bad.txt").write_bytes(b"\x89PNG\r\n")
    assert clean("in", "-o", "calm")[0] == 3
    monkeypatch.setattr(run, "run", shuffled(after))
    real = stopped(monkeypatch, module, name, after)
    with suppress(Stop):
        clean("in", "-o", "out")
    monkeypatch.setattr(module, name, real)
    assert clean("in", "-o", "out")[0] == 3
    assert tree("out") == tree("calm")


def test_what_is_done_is_not_done_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive(Path("in"), 8)
    done: list[str] = []
    real = work.clean

    def count(source: Any, orders: Any) -> Any:
        done.append(source.name)
        if len(done) == 5:
            raise KeyboardInterrupt
        return real(source, orders)

    monkeypatch.setattr(work, "clean", count)
    code, err = clean("in", "-o", "out")
    assert (code, err) == (130, "ocrfix: stopped; the same command goes on from here\n")
    code, err = clean("in", "-o", "out", "--summary", "sums.json")
    assert (code, "pages 8 (4 done earlier), " in err) == (0, True)
    assert sorted(done) == sorted([*(f"in/{'a' if n % 2 else 'b'}/{n:03}.txt" for n in range(8)), done[4]])
    assert clean("in", "-o", "out")[1].startswith("ocrfix: pages 8 (8 done earlier), articles ")
    assert len(done) == 9


@pytest.mark.parametrize("cut", [1, 2, 40, 150, 400, 700, 5000])
def test_a_journal_that_was_cut_short(desk: Path, cut: int) -> None:
    archive(Path("in"), 5)
    assert clean("in", "-o", "out")[0] == 0
    before = tree("out")
    path = Path("out/.ocrfix/journal.jsonl")
    path.write_bytes(path.read_bytes()[:-cut])
    assert clean("in", "-o", "out")[0] == 0
    assert tree("out") == before
    assert clean("in", "-o", "out")[1].startswith("ocrfix: pages 5 (5 done earlier)")


def test_changed_input_is_done_again_and_told(desk: Path) -> None:
    archive(Path("in"), 4)
    assert clean("in", "-o", "out")[0] == 0
    Path("in/a/001.txt").write_text(page(100), "utf-8")
    Path("in/a/new.txt").write_text(page(101), "utf-8")
    code, err = clean("in", "-o", "out")
    assert (code, err.partition(",")[0]) == (0, "ocrfix: pages 5 (3 done earlier")
    assert ", 1 changed since)" in err
    assert clean("in", "-o", "calm")[0] == 0
    assert tree("out") == tree("calm")


def test_output_that_was_removed_is_made_again(desk: Path) -> None:
    archive(Path("in"), 3)
    assert clean("in", "-o", "out")[0] == 0
    before = tree("out")
    Path("out/b/000/page.json").unlink()
    assert "(2 done earlier)" in clean("in", "-o", "out")[1]
    assert tree("out") == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "md"], "--format"),
        (["--unsafe"], "--unsafe"),
        (["--no-rules", "mend-quotes", "--encoding", "utf-8"], "--encoding and set of rules"),
        (["--field", "text2"], "field"),
        (["--lexicon", "names.txt"], "--lexicon"),
        (["--profile", "house.toml"], "--profile"),
        (["--statistics", "own.stats"], "--statistics"),
    ],
)
def test_other_options_are_noticed(desk: Path, options: list[str], said: str) -> None:
    archive(Path("in"), 2)
    Path("names.txt").write_text("周禾\n", "utf-8")
    Path("house.toml").write_text('schema = "ocrfix/profile/1"\n[rules]\nmend-quotes = -14\n')
    if "--statistics" in options:
        train([Path("in/a/001.txt")], Path("own.stats"))
    assert clean("in", "-o", "out")[0] == 0
    before = tree("out")
    assert clean("in", "-o", "out", *options) == (4, f"ocrfix: out: begun with another {said}; --force begins anew\n")
    assert tree("out") == before
    assert clean("in", "-o", "out", *options, "--force")[0] == 0
    assert clean("in", "-o", "out", *options)[1].startswith("ocrfix: pages 2 (2 done earlier)")


def test_other_numbers_of_workers_are_no_other_options(desk: Path) -> None:
    archive(Path("in"), 2)
    assert clean("in", "-o", "out", "--jobs", "1")[0] == 0
    assert "(2 done earlier)" in clean("in", "-o", "out", "--jobs", "2", "--time-limit", "5")[1]


def test_one_run_at_a_time(desk: Path) -> None:
    archive(Path("in"), 1)
    Path("out").mkdir()
    held = journal.Journal(Path("out/.ocrfix"), {})
    code, err = clean("in", "-o", "out")
    held.close()
    assert (code, err) == (4, "ocrfix: out/.ocrfix/lock: another run is writing here\n")


@pytest.mark.parametrize("name", ["out/mine.txt", "out/b/000/page.json"])
def test_what_was_there_is_not_written_over_unasked(desk: Path, name: str) -> None:
    archive(Path("in"), 1)
    Path(name).parent.mkdir(parents=True)
    Path(name).write_text("mine")
    said = "ocrfix: out: holds other files; --force writes among them, and over them\n"
    for _ in range(2):
        assert clean("in", "-o", "out") == (4, said)
        assert tree("out") == {name.removeprefix("out/"): b"mine"}
    assert clean("in", "-o", "out", "--force")[0] == 0


# What cannot be cleaned.


def quarantine(path: str = "out/quarantine.jsonl") -> list[tuple[str, int, str, str]]:
    rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    return [(r["name"], r["page"], r["kind"], r["reason"]) for r in rows]


def test_what_cannot_be_read_is_named_and_the_others_are_cleaned(desk: Path) -> None:
    archive(Path("in"), 2)
    Path("in/a/000.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    Path("in/gone.txt").symlink_to("nowhere")
    code, err = clean("in", "none.txt", "-o", "out", "--summary", "sums.json")
    assert code == 3
    assert "ocrfix: in/a/000.txt: a PNG picture: run OCR on it first\n" in err
    assert "2 in quarantine" not in err and "pages 2 (3 in quarantine)" in err
    assert err.endswith("; see out/quarantine.jsonl\n")
    assert quarantine() == [
        ("in/a/000.txt", 0, "input", "in/a/000.txt: a PNG picture: run OCR on it first"),
        ("in/gone.txt", 0, "input", "in/gone.txt: No such file or directory"),
        ("none.txt", 0, "input", "none.txt: No such file or directory"),
    ]
    assert json.loads(Path("sums.json").read_bytes())["quarantine"] == 3
    Path("in/a/000.txt").unlink()
    Path("in/gone.txt").unlink()
    Path("none.txt").write_text(SHORT, "utf-8")
    assert clean("in", "none.txt", "-o", "out")[0] == 0
    assert not Path("out/quarantine.jsonl").exists()


def test_pages_before_the_damage_are_cleaned(desk: Path) -> None:
    whole = gzip.compress(b"The first page of two.\n\f") + gzip.compress(SHORT.encode())[:-9]
    Path("in").mkdir()
    Path("in/x.txt.gz").write_bytes(whole)
    assert clean("in", "-o", "out")[0] == 3
    assert [name for name, *_ in quarantine()] == ["in/x.txt.gz"]


def test_a_bug_puts_one_page_aside_and_the_next_run_tries_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive(Path("in"), 3)
    real = work.clean

    def broken(source: Any, orders: Any) -> Any:
        if source.name.endswith("001.txt"):
            raise RecursionError("too deep")
        return real(source, orders)

    monkeypatch.setattr(work, "clean", broken)
    code, err = clean("in", "-o", "out")
    assert code == 5
    assert "ocrfix: in/a/001.txt, page 1: a bug of ocrfix, nothing written: RecursionError: too deep\n" in err
    assert quarantine() == [("in/a/001.txt", 1, "bug", "a bug of ocrfix, nothing written: RecursionError: too deep")]
    assert manifests("out") == ["b/000", "b/002"]
    monkeypatch.setattr(work, "clean", real)
    assert clean("in", "-o", "out")[1].startswith("ocrfix: pages 3 (2 done earlier)")
    assert manifests("out") == ["a/001", "b/000", "b/002"]


@pytest.mark.parametrize("output", ["out", "out.jsonl"])
def test_a_page_that_is_given_up(desk: Path, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def one_lost(*args: Any) -> Any:
        for n, (key, got) in enumerate(serial(*args)):
            yield key, Lost("not done in 60 seconds") if n == 1 else got

    archive(Path("in"), 3)
    monkeypatch.setattr(run, "run", one_lost)
    code, err = clean("in", "-o", output)
    assert (code, "in/b/000.txt, page 1: not done in 60 seconds\n" in err) == (6, True)
    [lost] = quarantine("out/quarantine.jsonl" if output == "out" else "out.quarantine.jsonl")
    assert lost == ("in/b/000.txt", 1, "lost", "not done in 60 seconds")
    if output == "out":
        assert manifests("out") == ["a/001", "b/002"]
    else:
        cleaned = [json.loads(line)["cleaned"] for line in Path("out.jsonl").read_text("utf-8").splitlines()]
        assert [text is None for text in cleaned] == [False, True, False]


def test_where_many_are_refused_not_all_are_said(desk: Path) -> None:
    for n in range(30):
        Path(f"{n:02}.txt").symlink_to("nowhere")
    code, err = clean(*(f"{n:02}.txt" for n in range(30)), "-o", "out")
    assert (code, err.count("No such file")) == (3, 20)
    assert "19.txt: No such file or directory; the quarantine will name the others\n" in err
    assert len(quarantine()) == 30


def test_a_full_disk_stops_the_run_and_it_goes_on_later(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive(Path("in"), 4)
    left = 8  # writes that the disk has room for
    real = write.os.fsync

    def full(handle: int) -> None:
        nonlocal left
        left -= 1
        if left < 0 and not S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(write.os, "fsync", full)
    code, err = clean("in", "-o", "out")
    assert (code, err.count("\n")) == (4, 1)
    assert "No space left on device" in err
    assert not [name for name in tree("out") if name.endswith(".tmp")]
    monkeypatch.setattr(write.os, "fsync", real)
    assert clean("in", "-o", "out")[0] == 0
    assert clean("in", "-o", "calm")[0] == 0
    assert tree("out") == tree("calm")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["x.txt", "--jobs", "2"], "only with -o"),
        (["x.txt", "-o", "out", "--jobs", "2", "--check"], "only with -o"),
        (["x.txt", "--summary", "s.json"], "only with -o"),
        (["x.txt", "-o", "out", "--jobs", "0"], "--jobs"),
        (["x.txt", "-o", "out", "--time-limit", "0"], "--time-limit"),
        (["*.txt", "x.txt", "-o", "out"], "x.txt is named twice"),
    ],
)
def test_usage(desk: Path, args: list[str], said: str) -> None:
    Path("x.txt").write_text(SHORT, "utf-8")
    code, err = clean(*args)
    assert (code, said in err) == (2, True), err
    assert not Path("out").exists()
