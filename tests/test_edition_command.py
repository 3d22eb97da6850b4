"""The command edition: which files are an edition, where its articles go, how it ends."""

import gzip
import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ocrfix import cli
from ocrfix.edition.issues import in_order, issues
from ocrfix.read import BadInput

FIXTURES = Path(__file__).parents[1] / "fixtures" / "editions"
runner = CliRunner()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two days of pages in folders, all of them in one folder, and one day in one file."""
    monkeypatch.chdir(tmp_path)
    for day, name in (("12", "qingxi"), ("13", "millriver")):
        (tmp_path / "archive" / day).mkdir(parents=True)
        pages = sorted((FIXTURES / name).glob("*.txt"))
        for n, page in enumerate(pages, 1):
            shutil.copy(page, tmp_path / "archive" / day / f"p{n}.txt")
        (tmp_path / f"{name}.txt").write_text("\f".join(p.read_text("utf-8") for p in pages), "utf-8")
    (tmp_path / "flat").mkdir()
    for page in (tmp_path / "archive").rglob("*.txt"):
        shutil.copy(page, tmp_path / "flat" / f"202603{page.parent.name}-{page.name}")
    return tmp_path


def run(*args: str) -> tuple[int, str, str]:
    got = runner.invoke(cli.app, ["edition", *args])
    return got.exit_code, got.stdout, got.stderr


GROUPS: list[tuple[list[str], str, list[tuple[str, int]]]] = [  # what is named, --by, place and pages of each edition
    (["archive"], "", [("12", 4), ("13", 3)]),
    (["archive/12"], "", [("12", 4)]),
    (["archive/12", "archive/13"], "", [("12", 4), ("13", 3)]),
    (["archive/12/p1.txt", "archive/12/p2.txt"], "", [("12", 2)]),
    (["qingxi.txt", "millriver.txt"], "", [("millriver", 3), ("qingxi", 4)]),
    (["flat"], r"\d{8}", [("20260312", 4), ("20260313", 3)]),
    (["flat"], r"2026(\d\d)\d\d", [("03", 7)]),
    (["archive", "flat"], "", [("archive/12", 4), ("archive/13", 3), ("flat", 7)]),
]


@pytest.mark.parametrize(("names", "by", "found"), GROUPS)
def test_which_files_are_an_edition(desk: Path, names: list[str], by: str, found: list[tuple[str, int]]) -> None:
    got = issues(names, re.compile(by) if by else None)
    assert [(issue.place, len(issue.pages)) for issue in got] == found


def test_pages_are_in_the_order_of_their_numbers(desk: Path) -> None:
    assert sorted(["p10.txt", "p9.txt", "P1.txt"], key=in_order) == ["P1.txt", "p9.txt", "p10.txt"]


def test_other_files_are_passed_over_and_compressed_ones_read(desk: Path) -> None:
    folder = desk / "archive" / "13"
    (folder / "scan.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text("x", "utf-8")
    page = folder / "p2.txt"
    (folder / "p2.txt.gz").write_bytes(gzip.compress(page.read_bytes()))
    page.unlink()
    assert [len(issue.pages) for issue in issues([str(folder)])] == [3]


def test_a_file_that_no_pattern_fits_is_named(desk: Path) -> None:
    with pytest.raises(BadInput, match="by finds nothing"):
        list(issues(["qingxi.txt"], re.compile(r"\d{8}")))


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_an_edition_becomes_a_folder(desk: Path) -> None:
    assert run("archive/12", "-o", "out", "-q") == (0, "", "")
    record = json.loads((desk / "out" / "edition.json").read_text("utf-8"))
    assert [p["name"] for p in record["pages"]] == [f"archive/12/p{n}.txt" for n in (1, 2, 3, 4)]
    assert set(record["files"]) == {p.name for p in (desk / "out").iterdir()} - {"edition.json"}
    code, _, said = run("archive/12", "-o", "out")
    assert code == 4
    assert "exists; --force overwrites it" in said
    assert run("archive/12", "-o", "out", "--force")[0] == 0


def test_what_an_earlier_edition_left_goes(desk: Path) -> None:
    assert run("archive/12", "-o", "out")[0] == 0
    assert run("archive/13", "-o", "out", "--force")[0] == 0
    record = json.loads((desk / "out" / "edition.json").read_text("utf-8"))
    assert {p.name for p in (desk / "out").iterdir()} == {*record["files"], "edition.json"}


def test_workers_change_nothing(desk: Path) -> None:
    assert run("archive", "-o", "one")[0] == 0
    assert run("archive", "-o", "two", "--jobs", "2")[0] == 0
    assert files(desk / "one") == files(desk / "two")
    assert {Path(name).parts[0] for name in files(desk / "one")} == {"12", "13"}


def test_a_file_and_a_folder_give_the_same_articles(desk: Path) -> None:
    _, folder, _ = run("archive/12", "--format", "jsonl")
    _, file, _ = run("qingxi.txt", "--format", "jsonl")
    rows = [[json.loads(x) for x in out.splitlines()] for out in (folder, file)]
    assert [{**row, "name": ""} for row in rows[0]] == [{**row, "name": ""} for row in rows[1]]
    assert rows[0][0]["pages"] == ["1", "3"]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["archive/13", "-v"], 0, "13: pages A1, A2, A6; articles"),
        (["archive", "--by", "("], 2, "no regular expression"),
        (["qingxi.txt", "--by", r"\d{8}"], 3, "--by finds nothing in its name"),
        (["nothing"], 3, "nothing: No such file or directory"),
        (["archive", "--format", "pdf"], 2, "--format"),
        (["--help"], 0, ""),
    ],
)
def test_how_it_ends(desk: Path, args: list[str], code: int, said: str) -> None:
    got = run(*args)
    assert got[0] == code
    assert said in got[2]
