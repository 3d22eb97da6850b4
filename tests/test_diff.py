"""The diff, in every format: what it shows, that a patch applies, and that page text stays text."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from editors import DECISIONS, GRAN, PAGE, SECOND, TEXT, THIRD, decision, mine
from test_cli import desk, on_a_screen, run  # noqa: F401  (a fixture)

import ocrfix
from ocrfix import Page, Source, Span, Verb
from ocrfix.articles import apply, slugs
from ocrfix.diff import diagnostics, diff_json, diff_text, rdjson
from ocrfix.formats import page_text
from ocrfix.model import Kind, Role
from ocrfix.patch import unified
from ocrfix.read import read
from ocrfix.review.html import diff_page

ROOT = Path(__file__).parents[1]

SHOWN = """\
--- page.txt, page 1
@@ banner, line 2
-  2 书香[-书香-]
+    书香
     banner: 30 dB, it looks like it +28; it often is +2
     drop, line 2: 90 dB, it looks like it +88; it often is +2

=== article 1: 老粮仓里开起图书馆
@@ title, line 3
>  3 老粮仓里开起图书馆
     title: 30 dB, it looks like it +28; it often is +2
@@ deck, from line 6 to above the body of line 4
>  6 孩子们在看书。
     deck: 30 dB, it looks like it +28; it often is +2
@@ paragraph 1, lines 4-5
-  4 本报讯 三月的清晨，白石⏎
-  5 村的[-⽼-]粮仓又亮起了灯。
+    本报讯 三月的清晨，白石村的{+老+}粮仓又亮起了灯。
     join: 14 dB, it looks like it +12; it often is +2
     mend, line 5: 40 dB, it looks like it +38; it often is +2
@@ paragraph 2, line 7
>  7 如今每天有六十多人来。
     goes on from line 5: 3 dB, it looks like it +1; it often is +2
@@ credit, from line 6 to below the body of line 4
>  6 ┊陈默 摄
     credit: 30 dB, it looks like it +28; it often is +2
     cut, line 6: 21 dB, it looks like it +19; it often is +2

=== article 2: 全城补种三千株行道树
@@ title, line 8
>  8 全城补种三千株行道树
     title: 8 dB, it looks like it +6; it often is +2
@@ paragraph 1, lines 9-10
-  9 今年开春以来，青溪市园林⏎
- 10 部门在补种行道树。
+    今年开春以来，青溪市园林部门在补种行道树。
     join: 17 dB, it looks like it +15; it often is +2
@@ paragraph 2, lines 11-12
- 11 The old gran[---]⏎
- 12 ary reads again.
+    The old granary reads again.
     join: 28 dB, it looks like it +26; it often is +2
     mend, line 11: 22 dB, it looks like it +20; it often is +2

=== left out of the articles, on record
@@ left out, line 1
-  1 [-青溪晚报 03-]
     furniture: 30 dB, it looks like it +28; it often is +2

=== proposed, not applied
@@ mend, line 7
-  7 如今每天有六十多人来。
?    如今每天有四十多人来。
     5 dB, it looks like it +3; it often is +2
"""


def test_the_stacked_diff() -> None:
    assert diff_text(PAGE, proposed=True) == SHOWN
    assert diff_text(PAGE) == SHOWN.partition("\n=== proposed")[0]


def test_colour_changes_nothing_else() -> None:
    coloured = diff_text(PAGE, proposed=True, colour=True)
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert plain == re.sub(r"\[-(.*?)-\](?!-)|\{\+(.*?)\+\}", r"\1\2", SHOWN)
    assert "\x1b[9;31m⏎\x1b[0m" in coloured  # the line break that is joined is struck


def test_a_page_as_it_should_be_has_no_hunks() -> None:
    page = apply(Source("一行。\n又一行。\n", "p"), [])
    assert diff_text(page) == "--- p, page 1\n\n=== article 1: 一行。\n"
    assert unified([page]) == ""


def test_a_line_dropped_whole_and_a_jump() -> None:
    page = PAGE.with_verdicts([mine(Verb.DROP, THIRD), mine(Verb.JOIN, SECOND, GRAN, glue="\n")])
    got = diff_text(page)
    assert "@@ dropped, line 7\n-  7 [-如今每天有六十多人来。-]\n" in got
    assert "     goes on from line 5: 0 dB, edited\n" in got


def test_many_joins_are_one_reason_and_long_text_is_cut_short() -> None:
    text = "长" * 9000 + "\n" + "短\n" * 3
    lines = slugs(text)
    joins = [decision(Verb.JOIN, a, b, weight=7 + k) for k, (a, b) in enumerate(pairwise(lines))]
    got = diff_text(apply(Source(text), joins))
    assert "join 3 times: 7 to 9 dB" in got
    assert f"- 1 {'长' * 60} … 8880 characters … {'长' * 60}⏎\n" in got


# A patch is applied by the program of that name.

PATCH = shutil.which("patch")


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "fixtures").glob("*.txt"))[::6] + sorted((ROOT / "tests/samples").glob("*.txt")),
    ids=lambda p: p.name,
)
def test_a_patch_gives_the_clean_page(path: Path, tmp_path: Path) -> None:
    pages = [ocrfix.clean(source) for source in read(path)]
    patched("\f".join(p.source.text for p in pages), pages, tmp_path)


TRICKY = {
    "no newline at the end": ("一\n二", ((0, 1), (2, 3))),
    "nothing but lines to join": ("一\n二\n三\n", ((0, 1), (2, 3))),
    "CRLF": ("一\r\n二\r\n三\r\n", ((0, 1), (3, 4))),
    "CR": ("一\r二\r三\r", ((0, 1), (2, 3))),
    "blank lines": ("\n\n一\n\n\n二\n\n三\n\n", ((2, 3), (6, 7))),
    "one line": ("一", None),
    "no text": ("", None),
    "space at the ends": ("  一  \n 二\t\n", ((2, 3), (7, 8))),
}


@pytest.mark.parametrize("name", TRICKY)
def test_a_patch_of_tricky_text(name: str, tmp_path: Path) -> None:
    text, joined = TRICKY[name]
    decisions = [decision(Verb.JOIN, *(Span(*s) for s in joined))] if joined else []
    patched(text, [apply(Source(text, "f"), decisions)], tmp_path)


def test_a_patch_of_several_pages(tmp_path: Path) -> None:
    rest = "末页\n没有换行"
    pages = [PAGE, PAGE, apply(Source(rest, "page.txt", page=3), [])]
    patched("\f".join([TEXT, TEXT, rest]), pages, tmp_path)


def patched(text: str, pages: list[Page], tmp_path: Path) -> None:
    """Checks that a diff turns a text into its clean pages."""
    if not PATCH:
        pytest.skip("no program called patch")
    file = tmp_path / "f"
    file.write_bytes(text.encode())
    diff = unified(pages)
    done = subprocess.run([PATCH, "--binary", "-s", "-F0", file], input=diff.encode(), capture_output=True)
    assert done.returncode == 0 or not diff, done.stdout.decode()
    assert file.read_bytes().decode() == "\f".join(map(page_text, pages))


def test_moved_lines_stand_once() -> None:
    diff = unified([PAGE])
    assert diff.startswith("--- a/page.txt\n+++ b/page.txt\n@@ -1,12 +1,15 @@\n-青溪晚报 03\n")
    assert " 老粮仓里开起图书馆\n" in diff  # stands where it stood


# Programs.


def test_json_lists_every_decision_with_its_lines() -> None:
    got = json.loads(diff_json(PAGE, proposed=True))
    assert got["schema"] == "ocrfix/diff/1"
    assert len(got["changes"]) == len(DECISIONS)
    assert {tuple(c["lines"]) for c in got["changes"] if c["verb"] == "join"} == {
        (4, 5),
        (5, 7),
        (9, 10),
        (10, 11),
        (11, 12),
    }
    assert len(json.loads(diff_json(PAGE))["changes"]) == len(DECISIONS) - 1


def test_diagnostics_name_bytes_and_suggest_what_can_be_replaced() -> None:
    row = next(r for r in diagnostics(PAGE) if r["code"]["value"] == "mend-radicals")
    place = {"start": {"line": 5, "column": 7}, "end": {"line": 5, "column": 10}}
    assert row["location"] == {"path": "page.txt", "range": place}
    assert row["suggestions"] == [{"range": place, "text": "老"}]
    join = next(r for r in diagnostics(PAGE) if r["code"]["value"] == "reads-on/turn")
    assert join["suggestions"][0]["range"] == {"start": {"line": 4, "column": 35}, "end": {"line": 5, "column": 1}}
    jump = [r for r in diagnostics(PAGE) if "suggestions" not in r]
    assert {r["message"].split(" ")[0].strip(":") for r in jump} == {"join", "part", "place"}


def test_suggestions_make_the_lines_that_are_printed() -> None:
    text = TEXT
    found = [r["suggestions"][0] for r in diagnostics(PAGE) if "suggestions" in r]
    for s in sorted(found, key=lambda s: (-s["range"]["start"]["line"], -s["range"]["start"]["column"])):
        start, end = (_offset(text, s["range"][side]) for side in ("start", "end"))
        text = text[:start] + s["text"] + text[end:]
    assert "本报讯 三月的清晨，白石村的老粮仓又亮起了灯。\n" in text
    assert "The old granary reads again.\n" in text


def _offset(text: str, at: dict[str, int]) -> int:
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: at["line"] - 1])
    return before + len(lines[at["line"] - 1].encode()[: at["column"] - 1].decode())


def test_positions_on_later_pages_of_a_file(desk: Path) -> None:  # noqa: F811
    Path("two.txt").write_text("甲页。\n\f乙⽼页。\n⽼。\n", "utf-8")
    rows = json.loads(run("diff", "two.txt", "--format", "rdjson", "--proposed")[1])["diagnostics"]
    starts = {tuple(r["location"]["range"]["start"].values()) for r in rows if r["code"]["value"] == "mend-radicals"}
    assert starts == {(2, 5), (3, 1)}
    assert json.loads(rdjson([])) == {"source": {"name": "ocrfix"}, "diagnostics": []}


# Page text stays text.

EVIL = (
    "</script><script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<!-- <b> &lt; ]]>",
    "\x1b[31mred\x1b]0;owned\x07\x9b31m",
    "\u202eevil\u2066\u200b\U000e0041\ufeff",
    "[bold]x[/bold] {a} %s $data ${x}",
    "\udcff\udc80",
    "长" * 1_000_000,
)
STEERING = set("\x1b\x07\x9b\u202e\u2066\u200b\U000e0041\ufeff\udcff\udc80")


def evil() -> Page:
    """A page of evil lines, joined, mended and cut."""
    text = "\n".join(EVIL) + "\n" + "".join(f"{line}\n" for line in EVIL[:-1])
    lines = slugs(text)
    joins = [decision(Verb.JOIN, a, b, rule=EVIL[3]) for a, b in pairwise(lines[:10])]
    mend = decision(Verb.MEND, Span(lines[1].start, lines[1].start + 4), text="<i>\u202e\x1b[2J")
    more = [
        decision(Verb.PART, lines[0], kind=Kind.ARTICLE),
        decision(Verb.PLACE, lines[10], lines[0], role=Role.TITLE),
        decision(Verb.DROP, lines[11], role=Role.COPY),
        decision(Verb.PLACE, lines[12], role=Role.FURNITURE),
    ]
    return apply(Source(text, "e</title>\x1b[2J\u202e.txt"), [mend, *joins, *more])


@pytest.mark.parametrize("colour", [False, True])
def test_the_diff_steers_no_screen(colour: bool) -> None:
    got = diff_text(evil(), proposed=True, colour=colour)
    assert not set(re.sub(r"\x1b\[(?:[1-9]|9;31|1;32|3\d)?(?:0)?m", "", got)) & STEERING
    assert len(got) < 10_000
    assert colour or "\\u001b[31mred" in got


class Tags(HTMLParser):
    """The elements of a page, and its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_the_html_diff_holds_page_text_as_text() -> None:
    got = diff_page([evil()], proposed=True)
    page = Tags()
    page.feed(got)
    assert page.tags <= set("html head meta title style body main h1 h2 h3 section p span del ins b ul li".split())
    assert page.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class"}
    assert "</script><script>alert(1)</script>" in "".join(page.text)
    assert not set(got) & STEERING
    assert "default-src 'none'" in got
    assert "script-src" not in got


@pytest.mark.parametrize("form", ["json", "rdjson"])
def test_json_formats_keep_evil_text(form: str) -> None:
    got = diff_json(evil()) if form == "json" else rdjson(diagnostics(evil()))
    assert not set(got) & STEERING
    told = json.loads(got)
    found = told["changes"][0]["text"] if form == "json" else told["diagnostics"][0]["suggestions"][0]["text"]
    assert found == "<i>\u202e\x1b[2J"


@pytest.mark.parametrize("form", ["text", "unified", "json", "rdjson", "html"])
def test_every_format_on_the_command_line(desk: Path, form: str) -> None:  # noqa: F811
    code, out, err = run("diff", "page.txt", "--format", form)
    assert (code, err) == (0, "")
    assert "老".encode() in out
    if form == "text":
        assert out == run("clean", "page.txt", "--diff")[1]


def test_the_diff_on_a_screen_has_colour_and_no_border(desk: Path) -> None:  # noqa: F811
    out = on_a_screen("diff", "page.txt")
    assert "\x1b[9;31m⽼\x1b[0m" in out
    assert "\x1b[1;32m老\x1b[0m" in out
    assert not re.search(r"[│|┃]\s*$", out, re.M)
