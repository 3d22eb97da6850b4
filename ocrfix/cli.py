"""The command line: it reads arguments, calls one function and says what happened."""

import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ocrfix import Page, Source, __version__, formats
from ocrfix.check import BrokenPromise
from ocrfix.diff import diff_text
from ocrfix.pipeline import clean as clean_page
from ocrfix.read import BadInput, read
from ocrfix.terminal import shown
from ocrfix.write import CannotWrite, folders, page_files, write_folder

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


class Exit(IntEnum):
    """Exit codes; where several apply, the greatest."""

    FINE = 0
    WOULD_CHANGE = 1
    USAGE = 2
    BAD_INPUT = 3
    CANNOT_WRITE = 4
    BUG = 5
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class Format(StrEnum):
    txt = "txt"
    md = "md"
    json = "json"
    jsonl = "jsonl"


# What a page is printed as, and what stands between two pages.
PRINTED: dict[Format, tuple[Callable[[Page], str], str]] = {
    Format.txt: (formats.page_text, "\f"),
    Format.md: (formats.page_markdown, "\n---\n\n"),
    Format.json: (lambda page: formats.dump(formats.page_json(page)) + "\n", ""),
    Format.jsonl: (formats.article_lines, ""),
}


@dataclass
class Report:
    """What is said on standard error, and the exit code it comes to."""

    quiet: bool
    verbose: bool
    code: Exit = Exit.FINE

    def note(self, message: str) -> None:
        if not self.quiet:
            _say(message)

    def error(self, message: str, code: Exit) -> None:
        _say(message)
        self.code = max(self.code, code)


def main() -> None:
    """The entry point ``ocrfix``."""
    app()


@app.callback(epilog="Examples:  ocrfix clean page.txt  |  ocrfix clean page.txt -o articles  |  ocrfix rules")
def about(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=lambda on: _version(on))
    ] = False,
) -> None:
    """A broken newspaper page in, its articles out."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ocrfix {__version__}")
        raise typer.Exit


@app.command()
def clean(
    pages: Annotated[list[str] | None, typer.Argument(metavar="PAGE", help="Text files; - is standard input.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="Write a file per article into DIR.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How articles are written.")] = Format.txt,
    encoding: Annotated[str | None, typer.Option(help="Encoding of the input; measured when not given.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files of an earlier run.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a page would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Print the corrections instead of the articles.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Errors only.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="A summary of each page.")] = False,
) -> None:
    """Separate and mend the articles of newspaper pages.

    \b
    Examples:
      ocrfix clean page.txt                    print the articles
      ocrfix clean page.txt -o articles        a file per article, page.json, decisions.jsonl
      ocrfix clean page.txt --format json      the page with every decision as one JSON object
      ocrfix clean *.txt --format jsonl        one article a line
      pdftotext -raw page.pdf - | ocrfix clean
      ocrfix clean page.txt --diff             what would be corrected, and why

    \b
    Exit codes:
      0 fine   1 --check: a page would change   2 wrong usage   3 unreadable input
      4 cannot write   5 a bug of ocrfix, nothing written   130 interrupted   141 reader gone
    """
    report = Report(quiet, verbose)
    names = _inputs(pages)
    with _endings(report):
        homes = dict(zip(names, folders(names), strict=True)) if len(names) > 1 else {names[0]: ""}
        for n, (name, page, several) in enumerate(_cleaned(names, encoding, report)):
            if check and formats.would_change(page):
                report.error(f"{_title(page.source)}: would change", Exit.WOULD_CHANGE)
            if diff:
                _print(diff_text(page, proposed=verbose))
            elif output and not check:
                folder = output / homes[name] / (f"p{page.source.page:03}" if several else "")
                write_folder(folder, page_files(page, form), force)
            elif not check:
                show, between = PRINTED[form]
                _print(between * bool(n) + show(page))


@app.command()
def rules(name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="One rule, in full.")] = None) -> None:
    """List the rules, or explain one from its own file.

    \b
    Examples:
      ocrfix rules
      ocrfix rules NAME
    """
    from ocrfix.explain import UnknownRule, explain, listing

    try:
        typer.echo(listing() if name is None else explain(name), nl=False)
    except UnknownRule as e:
        _say(str(e))
        raise typer.Exit(Exit.USAGE) from e


@app.command()
def train(
    texts: Annotated[
        list[Path], typer.Argument(metavar="TEXT...", help="Plain text, lists of words, .jsonl articles.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where the statistics go.")],
    force: Annotated[bool, typer.Option("--force", help="Overwrite FILE.")] = False,
) -> None:
    """Make language statistics from texts of your own; broken pages will do.

    \b
    Examples:
      ocrfix train archive/*.txt -o own.stats
    """
    from ocrfix.training import train as learn

    report = Report(quiet=False, verbose=False)
    with _endings(report):
        try:
            if os.path.lexists(output) and not force:
                raise CannotWrite(f"{output}: exists; --force overwrites it")
            learn(texts, output, report.note)
        except BadInput as e:
            report.error(str(e), Exit.BAD_INPUT)
        except CannotWrite:
            raise
        except OSError as e:
            raise CannotWrite(f"{output}: {e.strerror or e}") from e


def _inputs(pages: list[str] | None) -> list[str]:
    """The inputs named, or standard input where something is piped into it."""
    if not pages:
        if sys.stdin is None or sys.stdin.isatty():
            raise typer.BadParameter("name a text file, or pipe a page in", param_hint="PAGE")
        return ["-"]
    if len(set(pages)) < len(pages):
        twice = next(p for p in pages if pages.count(p) > 1)
        raise typer.BadParameter(f"{shown(twice)} is named twice", param_hint="PAGE")
    return pages


def _cleaned(names: Iterable[str], encoding: str | None, report: Report) -> Iterator[tuple[str, Page, bool]]:
    """Each page that could be read and cleaned, with its input and whether that has several pages."""
    for name in names:
        try:
            for source, several in _with_several(read(name, encoding, report.note)):
                if page := _clean(source, report):
                    yield name, page, several
        except BadInput as e:
            report.error(str(e), Exit.BAD_INPUT)


def _with_several(sources: Iterator[Source]) -> Iterator[tuple[Source, bool]]:
    first, second = next(sources), next(sources, None)
    yield first, second is not None
    if second:
        yield second, True
        yield from ((source, True) for source in sources)


def _clean(source: Source, report: Report) -> Page | None:
    try:
        page = clean_page(source)
    except Exception as e:
        what = str(e) if isinstance(e, BrokenPromise) else f"{type(e).__name__}: {e}"
        report.error(f"{_title(source)}: a bug of ocrfix, nothing written: {what.splitlines()[0]}", Exit.BUG)
        if report.verbose:
            traceback.print_exc()
        return None
    if not source.text.strip():
        report.note(f"{_title(source)}: no text")
    if report.verbose:
        report.note(formats.summary(page))
    return page


@contextmanager
def _endings(report: Report) -> Iterator[None]:
    """Every way a run can end, as an exit code."""
    try:
        if sys.stdout is None:
            raise CannotWrite("standard output is closed")
        yield
        sys.stdout.flush()
    except CannotWrite as e:
        report.error(str(e), Exit.CANNOT_WRITE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the flush at exit goes nowhere
        report.code = Exit.PIPE_CLOSED
    except OSError as e:
        report.error(f"standard output: {e.strerror or e}", Exit.CANNOT_WRITE)
    except KeyboardInterrupt:
        report.code = Exit.INTERRUPTED
    if report.code:
        raise typer.Exit(report.code)


def _title(source: Source) -> str:
    return f"{source.name}, page {source.page}"


def _print(text: str) -> None:
    """To a screen with steering characters shown, elsewhere as it is, in UTF-8."""
    if sys.stdout.isatty():
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        sys.stdout.write(shown(text))
    else:
        rest = memoryview(text.encode("utf-8", "ocrfix-keep"))
        while rest:  # where Python runs unbuffered, a write may take only the first part
            rest = rest[sys.stdout.buffer.write(rest) :]


def _say(message: str) -> None:
    print(f"ocrfix: {shown(message)}", file=sys.stderr)
