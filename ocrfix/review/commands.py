"""The commands of editors: diff, review, learn."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from ocrfix.console import Exit, Report, app, cleaned, emit, endings, inputs, orders, paint, target
from ocrfix.diff import diagnostics, diff_json, diff_text, rdjson
from ocrfix.model import Page, Verb
from ocrfix.options import Encoding, Force, Names, NoRules, Pages, Profile, Rules, Table, Unsafe, Verdicts
from ocrfix.patch import unified
from ocrfix.pipeline import clean
from ocrfix.profile import learn as learn_from
from ocrfix.profile import profile_text
from ocrfix.review.desk import Desk
from ocrfix.review.docket import docket
from ocrfix.review.html import diff_page, review_page
from ocrfix.review.keyboard import keyboard
from ocrfix.review.screen import Screen
from ocrfix.review.session import Record, Session
from ocrfix.verdict_file import read_verdicts
from ocrfix.write import write_file

VERDICTS = Path("verdicts.jsonl")


class DiffFormat(StrEnum):
    text = "text"
    unified = "unified"
    json = "json"
    rdjson = "rdjson"
    html = "html"


@app.command()
def diff(
    pages: Pages = None,
    form: Annotated[DiffFormat, typer.Option("--format", "-f", help="How corrections are shown.")] = DiffFormat.text,
    proposed: Annotated[bool, typer.Option("--proposed", help="Show what was not sure enough, too.")] = False,
    verdicts: Verdicts = None,
    encoding: Encoding = None,
    profile: Profile = None,
    lexicon: Names = None,
    rules: Rules = "",
    no_rules: NoRules = "",
    unsafe: Unsafe = False,
    statistics: Table = None,
) -> None:
    """Show what would be corrected on a page, and why.

    \b
    Examples:
      ocrfix diff page.txt                         lines as found and as printed, with reasons
      ocrfix diff page.txt --format unified | patch page.txt
      ocrfix diff page.txt --format rdjson | reviewdog -f=rdjson
      ocrfix diff page.txt --format html > diff.html
    """
    report = Report()
    with endings(report):
        desk = Desk(
            partial(clean, orders=orders(lexicon, rules, no_rules, unsafe, statistics)), report, profile, verdicts
        )
        found = desk.checked(cleaned(inputs(pages), encoding, report, desk.clean))
        if form is DiffFormat.text:
            for _, page, _ in found:
                print_diff(page, proposed)
            return
        every = [page for _, page, _ in found]
        emit(_DIFFS[form](every, proposed))


def print_diff(page: Page, proposed: bool = False) -> None:
    """A page's corrections on standard output, in colour on a terminal."""
    screen_ = sys.stdout.isatty()
    (paint if screen_ else emit)(diff_text(page, proposed, screen_ and "NO_COLOR" not in os.environ))


def _unified(pages: Sequence[Page], _: bool) -> str:
    return "".join(unified(list(group)) for _, group in groupby(pages, key=lambda p: p.source.name))


def _rdjson(pages: Sequence[Page], proposed: bool) -> str:
    rows = []
    for _, group in groupby(pages, key=lambda p: p.source.name):
        line = column = 0
        for page in group:
            rows += diagnostics(page, proposed, line, column)
            before, _, last = page.source.text.rpartition("\n")
            line += page.source.text.count("\n")
            column = len(last.encode("utf-8", "surrogatepass")) + 1 + (0 if before else column)
    return rdjson(rows)


_DIFFS = {
    DiffFormat.unified: _unified,
    DiffFormat.json: lambda pages, proposed: "".join(diff_json(p, proposed) for p in pages),
    DiffFormat.rdjson: _rdjson,
    DiffFormat.html: diff_page,
}


@app.command()
def review(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="A text file.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="OUT.html", help="Write a page for the browser instead.")
    ] = None,
    verdicts: Annotated[
        Path, typer.Option("--verdicts", metavar="FILE", help="Where verdicts are kept, and taken up again.")
    ] = VERDICTS,
    number: Annotated[int | None, typer.Option("--page", metavar="N", help="Only this page of the file.")] = None,
    order: Annotated[
        bool, typer.Option("--in-order", help="In the order of the page, not the least sure first.")
    ] = False,
    verb: Annotated[Verb | None, typer.Option("--verb", help="Only decisions that say this.")] = None,
    rule: Annotated[str | None, typer.Option("--rule", metavar="NAME", help="Only decisions of this rule.")] = None,
    encoding: Encoding = None,
    profile: Profile = None,
    lexicon: Names = None,
    rules: Rules = "",
    no_rules: NoRules = "",
    unsafe: Unsafe = False,
    statistics: Table = None,
    force: Force = False,
) -> None:
    """Go through the decisions on a page and overrule them, in the terminal or in a browser.

    \b
    Examples:
      ocrfix review page.txt                       y accept, n reject, e edit, u undo, q quit, ? help
      ocrfix review page.txt --verb join           only which lines were joined
      ocrfix review page.txt --html review.html    the same for a browser; it works without a network
      ocrfix apply page.txt --verdicts verdicts.jsonl

    The page is never changed. Verdicts are kept in verdicts.jsonl after every key; a review can be left and taken up again.
    """
    report = Report()
    with endings(report):
        if page == "-" and not html:
            raise typer.BadParameter("the keyboard is standard input: name a file", param_hint="PAGE")
        desk = Desk(partial(clean, orders=orders(lexicon, rules, no_rules, unsafe, statistics)), report, profile)
        proofs = [p for _, p, _ in cleaned([page], encoding, report, desk.proof)]
        wanted = [p for p in proofs if number in (None, p.source.page)]
        if not wanted:
            if proofs:
                report.error(f"{page}: has no page {number}", Exit.USAGE)
            return
        record = Record(verdicts, [p.source for p in proofs])
        if html is None:
            _go_through(wanted, record, verb, rule, order)
        elif len(wanted) > 1:
            report.error(f"{page}: has {len(wanted)} pages; --page names one for the browser", Exit.USAGE)
        else:
            write_file(html, review_page(wanted[0], record.sections[wanted[0].source.sha256].verdicts), force)


def _go_through(pages: Sequence[Page], record: Record, verb: Verb | None, rule: str | None, order: bool) -> None:
    on_screen = sys.stdout.isatty()
    colour = on_screen and "NO_COLOR" not in os.environ

    def show(text: str) -> None:
        (paint if on_screen else emit)(text)
        sys.stdout.flush()

    with keyboard() as keys:
        for page in pages:
            decisions = docket(page, verb, rule, order)
            if not Screen(Session(page, record), decisions, keys.key, keys.line, show, colour).run():
                break


@app.command()
def learn(
    verdicts: Annotated[
        list[Path], typer.Argument(metavar="VERDICTS...", help="Files of verdicts on one paper's pages.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            *("-o", "--output"), metavar="FILE", callback=target, help="Write the profile here, not to standard output."
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Learn from an editor's verdicts which rules to trust more, or less, in this paper.

    \b
    Examples:
      ocrfix learn reviews/*.jsonl -o evening-news.toml
      ocrfix clean page.txt --profile evening-news.toml
    """
    report = Report()
    with endings(report):
        found = [v for path in verdicts for section in read_verdicts(path) for v in section.verdicts]
        text = profile_text(learn_from(found))
        if output:
            write_file(output, text, force)
        else:
            emit(text)
