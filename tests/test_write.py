"""Writing: names that every file system takes, files that appear whole or not at all, shapes that are documented."""

import errno
import json
import os
from pathlib import Path

import pytest

from ocrfix import Decision, Evidence, Page, Role, Source, Span, Verb, apply
from ocrfix import formats as f
from ocrfix import write as w
from ocrfix.model import Kind, Status

TEXT = "新闻 新闻\n老仓开馆\n副题\n记者 林晓\n本报讯 三月\n的清晨。\n第二段。\n林晓 摄\n03版\n"


def line(n: int) -> Span:
    """The n-th line of TEXT, from 0."""
    lines = TEXT.split("\n")
    start = sum(len(x) + 1 for x in lines[:n])
    return Span(start, start + len(lines[n]))


def place(n: int, role: Role, of: int | None = 4) -> Decision:
    return Decision(Verb.PLACE, (line(n),) if of is None else (line(n), line(of)), 30, role=role)


DECISIONS = (
    Decision(Verb.DROP, (Span(3, 5),), 41, role=Role.COPY, evidence=(Evidence("twice", 41, "printed twice"),)),
    place(0, Role.BANNER, None),
    place(1, Role.TITLE),
    place(2, Role.DECK),
    place(3, Role.BYLINE),
    Decision(Verb.PART, (line(4),), 30, kind=Kind.ARTICLE),
    Decision(Verb.JOIN, (line(4), line(5)), 25),
    Decision(Verb.JOIN, (line(5), line(6)), 22, glue="\n"),
    place(7, Role.CREDIT),
    place(8, Role.FURNITURE, None),
    Decision(Verb.MEND, (line(6),), 3, status=Status.PROPOSED, text="另一段。"),
)
PAGE = apply(Source(TEXT, "p.txt"), DECISIONS)


def test_json_has_the_documented_shape() -> None:
    got = f.page_json(PAGE)
    assert got["articles"] == [
        {
            "kind": "article",
            "kicker": None,
            "title": "老仓开馆",
            "deck": "副题",
            "byline": "记者 林晓",
            "paragraphs": ["本报讯 三月的清晨。", "第二段。"],
            "credit": "林晓 摄",
        }
    ]
    assert (got["banners"], got["furniture"], got["removed"]) == (["新闻"], ["03版"], ["新闻"])
    assert got["schema"] == "ocrfix/page/1"
    assert got["source"] == {
        "name": "p.txt",
        "encoding": "utf-8",
        "sha256": PAGE.source.sha256,
        "page": 1,
        "undecoded": [],
    }
    assert json.loads(f.dump(got)) == json.loads(f.dump_rows(got)) == json.loads(json.dumps(got))


def test_decisions_carry_evidence_and_excerpts() -> None:
    header, first, *rest = map(json.loads, f.decision_lines(PAGE).splitlines())
    assert header["schema"] == "ocrfix/decisions/1"
    assert header["sha256"] == PAGE.source.sha256
    assert len(rest) == len(DECISIONS) - 1
    assert first == {
        "id": DECISIONS[0].id(PAGE.source.sha256),
        "verb": "drop",
        "status": "applied",
        "spans": [[3, 5]],
        "role": "copy",
        "kind": None,
        "glue": "",
        "text": "",
        "weight": 41,
        "evidence": [{"rule": "twice", "weight": 41, "because": "printed twice"}],
        "before": "新闻 新闻",
        "after": "新闻 ",
    }


@pytest.mark.parametrize(
    ("n", "before", "after"),
    [
        (2, "老仓开馆\n本报讯 三月", None),
        (6, "本报讯 三月\n的清晨。", "本报讯 三月的清晨。"),
        (10, "第二段。", "另一段。"),
    ],
)
def test_excerpts(n: int, before: str, after: str | None) -> None:
    assert f.excerpts(TEXT, DECISIONS[n]) == (before, after)


def test_excerpts_stay_in_their_line() -> None:
    for end in ("\n", "\r\n", "\r", "\u2028"):
        text = f"上一行{end}这⽼行{end}下一行"
        at = text.index("⽼")
        assert f.excerpts(text, Decision(Verb.MEND, (Span(at, at + 1),), text="老")) == ("这⽼行", "这老行")


def test_text_and_markdown() -> None:
    assert f.page_text(PAGE) == "新闻\n\n\n老仓开馆\n副题\n记者 林晓\n\n本报讯 三月的清晨。\n第二段。\n林晓 摄\n"
    assert f.page_markdown(PAGE) == (
        "**新闻**\n\n---\n\n## 老仓开馆\n\n*副题*\n\n*记者 林晓*\n\n本报讯 三月的清晨。\n\n第二段。\n\n*林晓 摄*\n"
    )


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# no title", "\\# no title"),
        ("1. no list", "1\\. no list"),
        ("- no item", "\\- no item"),
        ("---", "--\\-"),
        ("a *b* [c](d) `e` <f> g_h", "a \\*b\\* \\[c\\](d) \\`e\\` \\<f\\> g\\_h"),
        ("3.5% and 12-1", "3.5% and 12-1"),
    ],
)
def test_markdown_shows_text_as_it_stands(text: str, markdown: str) -> None:
    assert f.page_markdown(apply(Source(text), ())) == markdown + "\n"


def test_json_lines_hold_one_article_a_line_whatever_breaks_lines() -> None:
    page = apply(
        Source("甲\x85乙\x1c\u0085\n"), (Decision(Verb.PART, (Span(0, 1),)), Decision(Verb.PART, (Span(2, 3),)))
    )
    rows = [json.loads(row) for row in f.article_lines(page).splitlines()]
    assert [r["article"] for r in rows] == [1, 2]
    assert [r["paragraphs"] for r in rows] == [["甲"], ["乙"]]
    assert "\u2028" not in f.dump("a\u2028b")
    assert json.loads(f.dump("a\u2028b\udcff")) == "a\u2028b\udcff"


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("老仓开馆", "老仓开馆"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "untitled"),
        ("", "untitled"),
        ("C:\\Windows\\x", "C-Windows-x"),
        ('what? <now> | "then": it\'s *so*.', "what-now-then-its-so"),
        ("NUL", "NUL-"),
        ("com¹", "com¹-"),
        ("trailing dots...", "trailing-dots"),
        ("\u202etxt.exe\x00\x1b[31m", "txt-exe-31m"),
        ("a\udcffb", "a-b"),
        ("“全省‘双抢’”开镰", "全省-双抢-开镰"),
        ("cafe\u0301", "café"),
        ("长" * 200, "长" * 26),
        ("é" * 41, "é" * 40),
    ],
)
def test_names(headline: str, name: str) -> None:
    assert w.safe_name(headline) == name


def test_folders_of_several_inputs_do_not_clash() -> None:
    names = ["a/page.txt", "b/page.txt", "PAGE.md", "-", "stdin.txt", "con.txt"]
    assert w.folders(names) == ["page", "page-2", "PAGE-3", "stdin", "stdin-2", "con-"]


def test_articles_with_the_same_headline_are_numbered() -> None:
    page = apply(Source("同题\n同题\n"), (Decision(Verb.PART, (Span(0, 2),)), Decision(Verb.PART, (Span(3, 5),))))
    assert list(w.page_files(page)) == ["01-同题.txt", "02-同题.txt", "decisions.jsonl", "page.json"]


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("txt", ["01-老仓开馆.txt", "decisions.jsonl"]),
        ("md", ["01-老仓开馆.md", "decisions.jsonl"]),
        ("jsonl", ["articles.jsonl", "decisions.jsonl"]),
        ("json", ["decisions.jsonl"]),
    ],
)
def test_the_manifest_lists_the_files(form: str, names: list[str]) -> None:
    files = w.page_files(PAGE, form)
    assert list(files) == [*names, "page.json"]
    assert json.loads(files["page.json"])["files"] == names


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "page.json").write_text("mine")
    with pytest.raises(w.CannotWrite, match="exists; --force overwrites it"):
        w.write_folder(tmp_path, w.page_files(PAGE))
    assert contents(tmp_path) == {"page.json": b"mine"}


def test_force_replaces_an_earlier_run_and_only_that(tmp_path: Path) -> None:
    w.write_folder(tmp_path, {"01-old.txt": "x", "page.json": '{"files": ["01-old.txt", "notes.txt", "../a.txt"]}'})
    (tmp_path / "notes.txt").write_text("mine")
    w.write_folder(tmp_path, w.page_files(PAGE), force=True)
    assert set(contents(tmp_path)) == {"notes.txt", *w.page_files(PAGE)}


def test_undecodable_bytes_are_written_back(tmp_path: Path) -> None:
    w.write_folder(tmp_path, w.page_files(apply(Source("甲\udcff乙\n"), ())))
    assert (tmp_path / "01-甲-乙.txt").read_bytes() == "甲".encode() + b"\xff" + "乙\n".encode()
    assert json.loads((tmp_path / "page.json").read_text("utf-8"))["articles"][0]["paragraphs"] == ["甲\udcff乙"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    real = getattr(os, call)

    def full(*args: object) -> object:
        calls.append(args)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*args)

    monkeypatch.setattr(os, call, full)
    with pytest.raises(w.CannotWrite, match="No space left on device"):
        w.write_folder(tmp_path, w.page_files(PAGE))
    assert contents(tmp_path) == {}


def test_an_interrupted_forced_run_keeps_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    w.write_folder(tmp_path, w.page_files(PAGE))
    before = contents(tmp_path)
    monkeypatch.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        w.write_folder(tmp_path, {**w.page_files(PAGE), "01-老仓开馆.txt": "new"}, force=True)
    assert contents(tmp_path) == before


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(w.CannotWrite, match="out: "):
        w.write_folder(tmp_path / "out", w.page_files(PAGE))


def test_would_change() -> None:
    def page(text: str) -> Page:
        return apply(Source(text), ())

    assert not f.would_change(page("甲。\n\n  乙。\r\n丙。"))
    assert f.would_change(PAGE)
