"""Rows in, the same rows out: JSON lines and tables of Parquet, with a field of the clean text and not a byte changed."""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from batching import SHORT, clean, desk, shuffled, tree
from bench.archive import page
from pyarrow import parquet

from ocrfix import clean as clean_page
from ocrfix.batch import rows, run
from ocrfix.formats import page_markdown, page_text
from ocrfix.storage import opened, packed

__all__ = ["desk"]
CLEAN = page_text(clean_page(SHORT))


def lines(path: str) -> list[bytes]:
    with opened(path) as f:
        return f.read().splitlines(keepends=True)


def quarantine(path: str) -> list[tuple[int, str, str]]:
    return [(r["page"], r["id"], r["reason"]) for r in map(json.loads, Path(path).read_text("utf-8").splitlines())]


def row(**fields: object) -> str:
    return json.dumps({"text": SHORT, **fields}, ensure_ascii=False) + "\n"


@pytest.mark.parametrize(
    "line",
    [
        row(id="a", n=1),
        row(id=7, deep={"x": [1.0, 1e400, 12345678901234567890, None, True]}),
        '{"text":"小城下雪了。","text2":"\\u4e00\\/"}\n',
        '  {"text" : "\\ud800 half", "e": "\\u0000\\ud83d\\ude00" }  \n',
        '{"n": 1, "n": 2, "text": ""}\n',
        '{"text": null}\n',
        '{"x": {}, "text": null, "y": {}}\n',
        '{"text": "one line and no newline at the end"}',
        '{"text": "carriage return"}\r\n',
        '{"text": "a form feed \\f within"}\n',
    ],
)
def test_a_row_passes_as_it_is(desk: Path, line: str) -> None:
    Path("in.jsonl").write_bytes(line.encode())
    assert clean("in.jsonl", "-o", "out.jsonl")[0] == 0
    [got] = lines("out.jsonl")
    assert got.startswith(line.strip()[:-1].rstrip().encode() + b', "cleaned": ')
    known = json.loads(line)
    text = known["text"]
    assert json.loads(got)["cleaned"] == (None if text is None else page_text(clean_page(text)))


@pytest.mark.parametrize(
    ("form", "want"),
    [
        ("txt", CLEAN),
        ("md", page_markdown(clean_page(SHORT))),
        ("json", {"name": "in.jsonl", "page": 1}),
        ("jsonl", [{"kind": "brief"}]),
    ],
)
def test_what_the_field_holds(desk: Path, form: str, want: Any) -> None:
    Path("in.jsonl").write_text(row(), "utf-8")
    assert clean("in.jsonl", "-o", "out.jsonl", "--format", form, "--field", "page")[0] == 0
    got = json.loads(lines("out.jsonl")[0])["page"]
    if form == "json":
        got = {key: got["source"][key] for key in want}
    if form == "jsonl":
        got = [{"kind": article["kind"]} for article in got]
    assert got == want


def test_rows_keep_their_order_whoever_is_first(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "ROWS", 4)
    Path("in.jsonl").write_text("".join(row(text=page(n), id=n) for n in range(22)), "utf-8")
    assert clean("in.jsonl", "-o", "out.jsonl")[0] == 0
    assert [json.loads(line)["id"] for line in lines("out.jsonl")] == list(range(22))
    for seed in range(4):
        monkeypatch.setattr(run, "run", shuffled(seed))
        assert clean("in.jsonl", "-o", f"{seed}.jsonl")[0] == 0
        assert lines(f"{seed}.jsonl") == lines("out.jsonl")
    assert sorted(tree(".")) == ["0.jsonl", "1.jsonl", "2.jsonl", "3.jsonl", "in.jsonl", "out.jsonl"]


@pytest.mark.parametrize("suffix", ["jsonl", "ndjson", "jsonl.gz", "jsonl.zst"])
def test_compressed_rows_stay_compressed(desk: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "ROWS", 2)
    text = "".join(row(id=n) for n in range(5))
    Path("in").mkdir()
    Path(f"in/x.{suffix}").write_bytes(packed(text.encode(), suffix))
    assert clean("in", "-o", "out")[0] == 0
    assert clean(f"in/x.{suffix}", "-o", f"x.{suffix}")[0] == 0
    assert [json.loads(line)["id"] for line in lines(f"out/x.{suffix}")] == list(range(5))
    assert Path(f"out/x.{suffix}").read_bytes() == Path(f"x.{suffix}").read_bytes()


def test_pages_of_text_become_rows(desk: Path) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(f"{SHORT}\f{SHORT}", "utf-8")
    Path("in/b.txt").write_bytes(SHORT.encode("gb18030") * 9)
    Path("in/c.jsonl").write_text(row(id="c", by="me"), "utf-8")
    Path("in/d.png.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    code, err = clean("in", "-o", "out.jsonl")
    assert (code, "pages 4 (1 in quarantine)" in err) == (3, True)
    found = [json.loads(line) for line in lines("out.jsonl")]
    assert [(r["id"], r.get("page"), r.get("encoding")) for r in found] == [
        ("in/a.txt#1", 1, "utf-8"),
        ("in/a.txt#2", 2, "utf-8"),
        ("in/b.txt#1", 1, "gb18030"),
        ("c", None, None),
    ]
    assert found[0]["cleaned"] == found[3]["cleaned"] == CLEAN
    assert quarantine("out.quarantine.jsonl")[0][2] == "in/d.png.txt: a PNG picture: run OCR on it first"


BAD = {
    "no JSON": (b"{text", "no JSON object"),
    "no object": (b'["text"]', "no JSON object"),
    "cut": (b'{"text": "a', "no JSON object"),
    "two objects": (b'{"text": "a"} {"text": "b"}', "no JSON object"),
    "too deep": (b'{"text": "a", "x": ' + b"[" * 100_000, "no JSON object"),
    "not UTF-8": ('{"text": "雪人们"}'.encode("gb18030"), "no JSON object"),
    "UTF-16": ('{"text": "a"}'.encode("utf-16"), "no JSON object"),
    "a huge number": (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "no JSON object"),
    "NUL bytes": (b"\0\0\0", "no JSON object"),
    "no text": (b'{"id": 1, "body": "a"}', "no field 'text' but 'id', 'body'; --text-field names another"),
    "no fields": (b"{}", "no field 'text' but no fields; --text-field names another"),
    "clean already": (b'{"text": "a", "cleaned": 1}', "a field 'cleaned' is there already; --field names another"),
}
ODD = {"a number": (b'{"text": 5, "id": "n"}', "the field 'text' is no text")}


@pytest.mark.parametrize("name", BAD)
def test_a_file_whose_first_row_is_bad_is_refused(desk: Path, name: str) -> None:
    line, reason = BAD[name]
    Path("in.jsonl").write_bytes(line + b"\n" + row().encode())
    code, err = clean("in.jsonl", "-o", "out")
    assert (code, err.startswith(f"ocrfix: in.jsonl: row 1: {reason}\n")) == (3, True)
    assert set(tree("out")) == {"quarantine.jsonl"}


@pytest.mark.parametrize("name", [*BAD, *ODD])
def test_a_bad_row_is_put_aside(desk: Path, name: str) -> None:
    line, reason = (BAD | ODD)[name]
    Path("in.jsonl").write_bytes(row(id=1).encode() + line + b"\n" + row(id=3).encode())
    code, err = clean("in.jsonl", "-o", "out.jsonl")
    assert (code, f"ocrfix: in.jsonl, page 2: {reason}\n" in err) == (3, True)
    kept = [json.loads(row) for row in lines("out.jsonl")]
    assert [r["cleaned"] for r in kept if r.get("text") == SHORT] == [CLEAN, CLEAN]
    assert [r["cleaned"] for r in kept if r.get("text") != SHORT] in ([], [None])
    assert [q[0] for q in quarantine("out.quarantine.jsonl")] == [2]


def test_a_row_without_end(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "LONGEST", 200)
    Path("in.jsonl").write_text(row(id=1) + row(id=2, text="a" * 200), "utf-8")
    code, err = clean("in.jsonl", "-o", "out.jsonl")
    assert (code, "ocrfix: in.jsonl: row 2: longer than any row (200 bytes)\n" in err) == (3, True)
    assert [json.loads(line)["id"] for line in lines("out.jsonl")] == [1]


def test_an_empty_file_of_rows(desk: Path) -> None:
    Path("in.jsonl").write_bytes(b"\xef\xbb\xbf\n\n")
    assert clean("in.jsonl", "-o", "out")[0] == 0
    assert tree("out") == {"in.jsonl": b""}


def test_a_mark_before_the_first_row(desk: Path) -> None:
    Path("in.jsonl").write_bytes(b"\xef\xbb\xbf" + row().encode())
    assert clean("in.jsonl", "-o", "out.jsonl")[0] == 0
    assert json.loads(lines("out.jsonl")[0])["cleaned"] == CLEAN


def test_finished_rows_are_kept_and_changed_ones_done_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "ROWS", 2)
    Path("in").mkdir()
    Path("in/x.jsonl").write_text("".join(row(id=n) for n in range(5)) + "bad\n", "utf-8")
    for told in ("pages 5 (1 in quarantine)", "pages 5 (5 done earlier, 1 in quarantine)"):
        assert told in clean("in", "-o", "out")[1]
        assert quarantine("out/quarantine.jsonl") == [(6, "", "no JSON object")]
    Path("in/x.jsonl").write_text("".join(row(id=n) for n in range(4)), "utf-8")
    assert "pages 4, " in clean("in", "-o", "out")[1]
    assert [json.loads(line)["id"] for line in lines("out/x.jsonl")] == list(range(4))
    assert not Path("out/.ocrfix/parts").exists()


def test_a_file_of_rows_is_not_written_over_unasked(desk: Path) -> None:
    Path("in.jsonl").write_text(row(), "utf-8")
    assert clean("in.jsonl", "-o", "out.jsonl")[0] == 0
    assert clean("in.jsonl", "-o", "out.jsonl") == (4, "ocrfix: out.jsonl: exists; --force overwrites it\n")
    assert clean("in.jsonl", "-o", "out.jsonl", "--force")[0] == 0


# Tables.


def table(path: str, **columns: Any) -> Any:
    made = pa.table(columns)
    Path(path).parent.mkdir(exist_ok=True)
    parquet.write_table(made, path, row_group_size=3)
    return made


def test_a_table_gets_a_column(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocrfix.batch.columns.ROWS", 4)
    monkeypatch.setattr("ocrfix.batch.columns.TOGETHER", 2)
    texts = [page(n) if n != 5 else None for n in range(11)]
    made = table("in/x.parquet", id=list(range(11)), text=texts, more=[{"a": [n, None]} for n in range(11)])
    for seed in range(2):
        monkeypatch.setattr(run, "run", shuffled(seed))
        assert clean("in", "-o", f"out{seed}")[0] == 0
        got = parquet.read_table(f"out{seed}/x.parquet")
        assert got.drop_columns("cleaned").equals(made)
        assert got["cleaned"].to_pylist() == [t and page_text(clean_page(t)) for t in texts]
        assert "(11 done earlier)" in clean("in", "-o", f"out{seed}")[1].replace("(10", "(11")
    assert tree("out0") == tree("out1")


def test_tables_into_one(desk: Path) -> None:
    table("in/a.parquet", text=[SHORT], n=[1])
    table("in/b.parquet", text=[SHORT], n=[2])
    table("in/c.parquet", text=[SHORT], n=["other"])
    Path("in/d.txt").write_text(SHORT, "utf-8")
    code, err = clean("in", "-o", "out.parquet", "--format", "jsonl")
    assert code == 3
    assert "in/c.parquet: its columns are not those of the tables before it\n" in err
    assert "in/d.txt: only tables go into a .parquet file\n" in err
    got = parquet.read_table("out.parquet")
    assert got["n"].to_pylist() == [1, 2]
    assert json.loads(got["cleaned"][1].as_py())[0]["kind"] == "brief"


def test_an_empty_table(desk: Path) -> None:
    table("in/a.parquet", text=pa.array([], pa.string()))
    assert clean("in", "-o", "out")[0] == 0
    assert parquet.read_table("out/a.parquet").schema.names == ["text", "cleaned"]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"body": ["a"]}, "no column 'text' but 'body'; --text-field names another"),
        ({"text": [1]}, "the column 'text' is no text but int64"),
        ({"text": ["a"], "cleaned": ["b"]}, "a column 'cleaned' is there already; --field names another"),
    ],
)
def test_tables_that_do_not_fit(desk: Path, columns: dict[str, Any], said: str) -> None:
    table("x.parquet", **columns)
    code, err = clean("x.parquet", "-o", "out")
    assert (code, err.startswith(f"ocrfix: x.parquet: {said}\n")) == (3, True)
    assert set(tree("out")) == {"quarantine.jsonl"}


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"x" * 100 + b"PAR1", SHORT.encode()])
def test_what_is_no_table(desk: Path, data: bytes) -> None:
    Path("x.parquet").write_bytes(data)
    code, err = clean("x.parquet", "-o", "out")
    assert (code, err.count("\n")) == (3, 2)
    assert err.startswith("ocrfix: x.parquet: ")


def test_a_table_among_lines(desk: Path) -> None:
    table("x.parquet", text=["a"])
    Path("y.jsonl").write_text(row(), "utf-8")
    code, err = clean("x.parquet", "y.jsonl", "-o", "out.jsonl")
    assert (code, "x.parquet: a table goes into a .parquet file\n" in err, len(lines("out.jsonl"))) == (3, True, 1)


def test_without_pyarrow(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table("x.parquet", text=["a"])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, err = clean("x.parquet", "-o", "out")
    said = "ocrfix: x.parquet: pyarrow is not installed: pip install 'ocrfix[parquet]'\n"
    assert (code, err.startswith(said)) == (3, True), err


def test_damaged_rows(desk: Path) -> None:
    Path("x.jsonl.gz").write_bytes(gzip.compress(row().encode()) + gzip.compress(row(text=page(3)).encode())[:-9])
    code, err = clean("x.jsonl.gz", "-o", "out")
    assert (code, "x.jsonl.gz: damaged: Compressed file ended" in err) == (3, True)
