"""Corrections as people and programs read them: stacked lines, HTML, JSON, and diagnostics for code review.

Page text is shown with its steering characters escaped, whatever it is written to.
"""

from bisect import bisect_right
from collections.abc import Callable
from html import escape
from typing import Any

from ocrfix import __version__
from ocrfix.articles import line_spans
from ocrfix.formats import decision_json, dump
from ocrfix.hunks import Change, Hunk, Mark, Part, Row, hunks, line_numbers, reason
from ocrfix.model import Decision, Page, Status, Verb
from ocrfix.terminal import shown

SCHEMA = "ocrfix/diff/1"
PLAIN = {Change.GONE: "[-{}-]", Change.NEW: "{{+{}+}}"}  # the marks of a word diff
COLOUR = {Change.GONE: "9;31", Change.BREAK: "9;31", Change.NEW: "1;32", Change.CUT: "33"}  # struck red, green, yellow
ROWS = {Mark.FOUND: "31", Mark.PRINTED: "32", Mark.MOVED: "36", Mark.PROPOSED: "33", Mark.CONTEXT: "2"}

Paint = Callable[[str, str], str]  # text, select graphic rendition -> text


def painter(colour: bool) -> Paint:
    """Puts text in colour, or leaves it as it is."""
    return (lambda text, sgr: f"\x1b[{sgr}m{text}\x1b[0m") if colour else lambda text, _: text


def diff_text(page: Page, proposed: bool = False, colour: bool = False) -> str:
    """A page's corrections as stacked lines: - what stood, + what is printed, > what moved, with the reasons below.

    Line breaks that were joined are shown, what was struck or put in is marked within its line. ``colour`` is for a
    terminal: the text holds its escape sequences, and none of the page's.
    """
    paint = painter(colour)
    width = len(str(len(line_spans(page.source.text))))
    head = paint(f"--- {one_line(page.source.name)}, page {page.source.page}", "1") + "\n"
    return head + "".join(stacked(h, width, colour) for h in hunks(page, proposed))


def stacked(h: Hunk, width: int, colour: bool) -> str:
    """One hunk as lines; ``width`` is that of the column of line numbers."""
    paint = painter(colour)
    if not h.rows:
        return "\n" + paint(f"=== {one_line(h.title)}", "1") + "\n"
    lines = [paint(f"@@ {one_line(h.title)}", "36")]
    for row in h.rows:
        text = "".join(_part(part, paint, colour) for part in row.parts)
        head = f"{row.mark} {row.line or '':>{width}}"
        lines.append(f"{paint(head, ROWS[row.mark])} {text}")
    lines += [paint(f"  {' ' * width} {one_line(r)}", "2") for r in h.reasons]
    return "\n".join(lines) + "\n"


def _part(part: Part, paint: Paint, colour: bool) -> str:
    text = one_line(part.text)
    if colour:
        return paint(text, COLOUR[part.change]) if part.change else text
    return PLAIN.get(part.change, "{}").format(text)


def one_line(text: str) -> str:
    """Page text on one line, steering characters escaped."""
    return shown(text).replace("\n", "⏎").replace("\t", " ")


def diff_html(page: Page, proposed: bool = False) -> str:
    """The same as the body of an HTML page; see review.html for the page around it."""
    return "".join(_html_hunk(h) for h in hunks(page, proposed))


def _html_hunk(h: Hunk) -> str:
    if not h.rows:
        return f"<h2>{escape(one_line(h.title))}</h2>\n"
    rows = "".join(_html_row(row) for row in h.rows)
    reasons = "".join(f"<li>{escape(one_line(r))}</li>" for r in h.reasons)
    return f"<section><h3>{escape(one_line(h.title))}</h3>\n{rows}<ul>{reasons}</ul></section>\n"


def _html_row(row: Row) -> str:
    tags = {Change.GONE: "del", Change.BREAK: "del", Change.NEW: "ins", Change.CUT: "b"}
    text = "".join(
        f"<{tag}>{escape(one_line(p.text))}</{tag}>" if (tag := tags.get(p.change)) else escape(one_line(p.text))
        for p in row.parts
    )
    return f'<p class="{row.mark.name.lower()}"><span>{row.mark} {row.line or ""}</span> {text}</p>\n'


def diff_json(page: Page, proposed: bool = False) -> str:
    """Every decision with the lines it names, schema ``ocrfix/diff/1``; steering characters are escaped."""
    source = page.source
    about = {"name": source.name, "sha256": source.sha256, "page": source.page}
    changes = [
        {**decision_json(page, d), "lines": line_numbers(source.text, d)}
        for d in page.decisions
        if proposed or d.status is Status.APPLIED
    ]
    return shown(dump({"schema": SCHEMA, "version": __version__, "source": about, "changes": changes})) + "\n"


def diagnostics(page: Page, proposed: bool = False, line: int = 0, column: int = 0) -> list[dict[str, Any]]:
    """Decisions as diagnostics in rdjson, the format of reviewdog, with a suggestion where characters change in place.

    Lines and columns count from 1, columns in bytes of UTF-8. ``line`` lines and, on the first line, ``column`` bytes
    stand before the page in its file.
    """
    text = page.source.text
    starts = [0] + [n + 1 for n, c in enumerate(text) if c == "\n"]

    def position(at: int) -> dict[str, int]:
        n = bisect_right(starts, at) - 1
        before = len(text[starts[n] : at].encode("utf-8", "surrogatepass"))
        return {"line": line + n + 1, "column": before + 1 + (0 if n else column)}

    found = []
    for d in page.decisions:
        if not proposed and d.status is not Status.APPLIED:
            continue
        span = d.spans[0]
        message = f"{d.verb}{f' ({d.role})' if d.role else ''}: {reason(d)}"
        row: dict[str, Any] = {
            "message": message,
            "location": {"path": page.source.name, "range": {"start": position(span.start), "end": position(span.end)}},
            "severity": "INFO" if d.status is Status.APPLIED else "WARNING",
            "code": {"value": max(d.evidence, key=lambda e: abs(e.weight)).rule if d.evidence else d.verb.value},
        }
        if change := _suggestion(text, d):
            start, end, new = change
            row["suggestions"] = [{"range": {"start": position(start), "end": position(end)}, "text": new}]
        found.append(row)
    return found


def _suggestion(text: str, d: Decision) -> tuple[int, int, str] | None:
    """A decision as a replacement of source characters, where it is one."""
    first, last = d.spans[0], d.spans[-1]
    match d.verb:
        case Verb.MEND:
            return (*first, d.text)
        case Verb.DROP:
            return (*first, d.glue)
        case Verb.CUT:
            return (*first, "\n")
        case Verb.JOIN if first.end <= last.start and not text[first.end : last.start].strip():
            return (first.end, last.start, d.glue)
    return None


def rdjson(rows: list[dict[str, Any]]) -> str:
    """Diagnostics of all pages as one document."""
    return shown(dump({"source": {"name": "ocrfix"}, "diagnostics": rows})) + "\n"
