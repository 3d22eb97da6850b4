"""Archives as they are found on disks: trees, links in a ring, patterns, names that are alike."""

import os
from pathlib import Path

import pytest
from batching import SHORT, clean, desk, tree

from ocrfix.batch.inputs import Input, expanded, inputs

__all__ = ["desk"]
OUT = Path("out")


def lay(*paths: str) -> None:
    for name in paths:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(SHORT, "utf-8")


def found(*names: str) -> list[tuple[str, str]]:
    return [(i.path, i.place) for i in inputs(list(names), OUT)]


def test_a_folder_is_read_in_the_order_of_its_names(desk: Path) -> None:
    lay("in/b.txt", "in/a/z.txt", "in/a/y.text", "in/c.jsonl.gz", "in/d.parquet", "in/c.txt.zst")
    assert found("in") == [
        ("in/a/y.text", "a/y"),
        ("in/a/z.txt", "a/z"),
        ("in/b.txt", "b"),
        ("in/c.jsonl.gz", "c"),
        ("in/c.txt.zst", "c-2"),
        ("in/d.parquet", "d"),
    ]
    assert [Input(p, "").kind for p, _ in found("in")] == ["text", "text", "text", "jsonl", "text", "parquet"]


@pytest.mark.parametrize(
    ("names", "places"),
    [
        (["in"], ["x/1", "y"]),
        (["in/x"], ["1"]),
        (["in/x", "in"], ["x/1", "in/y"]),
        (["in/y.txt", "in/x"], ["y", "x/1"]),
        (["in/y.txt", "in/x/1.txt", "-"], ["y", "1", "stdin"]),
    ],
)
def test_what_is_named_has_a_place_of_its_own(desk: Path, names: list[str], places: list[str]) -> None:
    lay("in/x/1.txt", "in/y.txt")
    assert [place for _, place in found(*names)] == places


@pytest.mark.parametrize(
    ("paths", "places"),
    [
        (["a.txt", "A.txt"], ["A", "a-2"]),
        (["a.txt", "a/b.txt"], ["a/b", "a-2"]),
        (["a.txt", "a.text", "a.jsonl"], ["a", "a-2", "a-3"]),
        (["quarantine.jsonl", "x/quarantine.jsonl"], ["quarantine-2", "x/quarantine"]),
        (["..a.txt"], []),
        (["a..b.txt", "a-b.txt"], ["a-b", "a-b-2"]),
        (["con.txt", "\x1b[2J.txt", "x\ny.txt", "\u202ex.txt"], ["2J", "con-", "x-y", "x"]),
        (["\udcff.txt"], ["untitled"]),
        (["长" * 60 + ".txt"], ["长" * 26]),
    ],
)
def test_names_stay_apart_and_inside(desk: Path, paths: list[str], places: list[str]) -> None:
    lay(*(f"in/{p}" for p in paths))
    assert [place for _, place in found("in")] == places


def test_links_in_a_ring(desk: Path) -> None:
    lay("in/a/1.txt")
    os.symlink("..", "in/a/up")
    os.symlink(desk / "in", "in/self")
    os.symlink("a", "in/same")
    os.symlink("x.txt", "in/x.txt")
    os.symlink("gone", "in/gone.txt")
    assert found("in") == [("in/a/1.txt", "a/1"), ("in/gone.txt", "gone"), ("in/x.txt", "x")]


def test_each_folder_is_read_once_whatever_it_is_called(desk: Path) -> None:
    lay("in/a/1.txt")
    os.symlink("in", "other")
    assert found("in/a", "other") == [("in/a/1.txt", "a/1")]


def test_what_is_deep(desk: Path) -> None:
    deep = "in" + "/d" * 300
    os.makedirs(deep)
    lay(f"{deep}/1.txt")
    assert [p for p, _ in found("in")] == [f"{deep}/1.txt"]


def test_the_output_is_no_input(desk: Path) -> None:
    lay("in/1.txt", "in/out/old.txt", "in/out.jsonl")
    assert [i.path for i in inputs(["in"], Path("in/out"))] == ["in/1.txt", "in/out.jsonl"]
    assert [i.path for i in inputs(["in"], Path("in/out.jsonl"))] == ["in/1.txt", "in/out/old.txt"]
    Path("in/out.jsonl").unlink()
    for _ in range(2):
        assert clean("in", "-o", "in/out2")[0] == 0
    assert len([name for name in tree("in/out2") if name.endswith("page.json")]) == 2


def test_what_is_passed_over_is_told(desk: Path) -> None:
    lay("in/1.txt", "in/1.pdf", "in/2.PDF", "in/README", "in/.hidden.txt", "in/.git/x.txt", "in/x/3.jpg")
    os.mkfifo("in/pipe.txt")
    told: list[str] = []
    assert [i.path for i in inputs(["in"], OUT, told.append)] == ["in/1.txt"]
    assert told == [
        "in: files that are neither text nor rows by their names, passed over: .jpg 1, .pdf 2, .txt 1, README 1"
    ]


@pytest.mark.parametrize(
    ("names", "want"),
    [
        (["in/*.txt"], ["in/1.txt", "in/2.txt"]),
        (["in/**/*.txt"], ["in/1.txt", "in/2.txt", "in/x/3.txt"]),
        (["in/?.txt", "other.txt"], ["in/1.txt", "in/2.txt", "other.txt"]),
        (["in/[2-9].txt"], ["in/2.txt"]),
        (["in/[a].txt"], ["in/[a].txt"]),
        (["none*.txt"], ["none*.txt"]),
        (["-"], ["-"]),
    ],
)
def test_patterns_are_expanded(desk: Path, names: list[str], want: list[str]) -> None:
    lay("in/1.txt", "in/2.txt", "in/x/3.txt", *(["in/[a].txt"] if "in/[a].txt" in names else []))
    assert expanded(names) == want
