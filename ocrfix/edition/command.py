"""The command ``edition``: files become editions, and each edition becomes a folder."""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ocrfix.archive import processors
from ocrfix.batch.pool import Lost, NoWorkers, run
from ocrfix.batch.work import bug
from ocrfix.console import Exit, Report, emit, endings, inputs, orders, target
from ocrfix.edition.bind import Edition, clean_edition
from ocrfix.edition.issues import Issue, issues
from ocrfix.edition.record import edition_files, edition_json, edition_lines
from ocrfix.formats import dump, page_markdown, page_text
from ocrfix.model import Status
from ocrfix.options import Encoding, Force, Jobs, Names, NoRules, Quiet, Rules, Table, Unsafe, Verbose
from ocrfix.pipeline import Orders
from ocrfix.read import BadInput
from ocrfix.write import write_folder

LIMIT = 600.0  # seconds an edition


class EditionFormat(StrEnum):
    txt = "txt"
    md = "md"
    json = "json"
    jsonl = "jsonl"


# What an edition is printed as, and what stands between two.
PRINTED: dict[str, tuple[Callable[[Edition], str], str]] = {
    "txt": (lambda e: page_text(e.whole), "\f"),
    "md": (lambda e: page_markdown(e.whole), "\n---\n\n"),
    "json": (lambda e: dump(edition_json(e)) + "\n", ""),
    "jsonl": (edition_lines, ""),
}


class Made(NamedTuple):
    """What became of an edition: its files or, where none are wanted, what is printed of it; or the error, one line."""

    files: dict[str, str]
    printed: str
    summary: str
    error: str = ""


def edition(
    pages: Annotated[
        list[str] | None, typer.Argument(metavar="PAGES", help="Folders and files of pages; - is standard input.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", callback=target, help="Write a file per article into DIR."),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="PATTERN", help="Files in whose path this finds the same are one edition.")
    ] = "",
    form: Annotated[
        EditionFormat, typer.Option("--format", "-f", help="How articles are written.")
    ] = EditionFormat.txt,
    jobs: Jobs = None,
    encoding: Encoding = None,
    force: Force = False,
    lexicon: Names = None,
    rules: Rules = "",
    no_rules: NoRules = "",
    unsafe: Unsafe = False,
    statistics: Table = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Clean the pages of one day together: what recurs is furniture, and stories go on from page to page.

    \b
    An edition is a folder of pages, or a file of several pages.

    \b
    Examples:
      ocrfix edition 2026-03-12 -o articles                  a folder of pages
      ocrfix edition paper.txt --format jsonl                a file of several pages
      ocrfix edition archive -o articles --jobs 4            every folder below archive
      ocrfix edition scans -o articles --by '\\d{8}'          files named by day and page
    """
    report = Report(quiet, verbose)
    key = _pattern(by)
    names = inputs(pages)
    with endings(report):
        asked = orders(lexicon, rules, no_rules, unsafe, statistics)
        found = issues(names, key, encoding, report.note, lambda e: report.error(str(e), Exit.BAD_INPUT))
        first = list(islice(found, 2))
        work = partial(make, asked, form.value, output is not None)
        workers = (jobs or processors()) if len(first) > 1 else 1
        for n, (issue, made) in enumerate(_all(work, chain(first, found), workers)):
            if isinstance(made, Lost):
                report.error(f"{issue.name}: {made.reason}", Exit.LOST)
                continue
            if made.error:
                report.error(f"{issue.name}: {made.error}", Exit.BUG)
                continue
            if verbose:
                report.note(made.summary)
            if output:
                write_folder(output / issue.place if len(first) > 1 else output, made.files, force)
            else:
                emit(PRINTED[form][1] * bool(n) + made.printed)


def _pattern(by: str) -> re.Pattern[str] | None:
    try:
        return re.compile(by) if by else None
    except re.error as e:
        raise typer.BadParameter(f"no regular expression: {e}", param_hint="--by") from e


def make(asked: Orders, form: str, into_files: bool, issue: Issue) -> Made:
    """What a worker makes of an edition; none makes it raise."""
    try:
        made = clean_edition(issue.pages, asked, issue.name)
        files = edition_files(made, form) if into_files else {}
        return Made(files, "" if into_files else PRINTED[form][0](made), _summary(made))
    except Exception as e:
        return Made({}, "", "", bug(e))


def _summary(e: Edition) -> str:
    """One line on an edition."""
    applied = sum(s.status is Status.APPLIED for s in e.stitches)
    pages = ", ".join(label.text or "?" for label in e.labels)
    return (
        f"{e.whole.source.name}: pages {pages}; articles {len(e.whole.articles)}, stitches {applied}, "
        f"proposed {len(e.stitches) - applied}, jump lines that lead nowhere {len(e.open)}"
    )


def _all(work: Callable[[Issue], Made], found: Iterable[Issue], jobs: int) -> Iterator[tuple[Issue, Made | Lost]]:
    """What became of each edition, in their order."""
    if jobs == 1:
        yield from ((issue, work(issue)) for issue in found)
        return
    waiting: dict[int, Issue] = {}
    done: dict[int, Made | Lost] = {}
    following = 0

    def tasks() -> Iterator[tuple[int, Issue]]:
        for n, issue in enumerate(found):
            waiting[n] = issue
            yield n, issue

    try:
        for n, made in run(work, tasks(), jobs, LIMIT):
            done[n] = made
            while following in done:
                yield waiting.pop(following), done.pop(following)
                following += 1
    except NoWorkers as e:
        raise BadInput(str(e)) from e
