"""What all commands share: pages in, text out, remarks on standard error, and every way a run can end."""

import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import typer

from ocrfix import Page, Source, formats
from ocrfix.batch.inputs import expanded
from ocrfix.batch.work import bug
from ocrfix.lexicon import NO_NAMES, BadLexicon, read_lexicon
from ocrfix.pipeline import Orders
from ocrfix.read import BadInput, read, with_several
from ocrfix.rules import UnknownRule, chosen
from ocrfix.statistics import BadTable, load
from ocrfix.terminal import shown
from ocrfix.write import CannotWrite

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
    LOST = 6
    INTERRUPTED = 130
    PIPE_CLOSED = 141


@dataclass
class Report:
    """What is said on standard error, and the exit code it comes to."""

    quiet: bool = False
    verbose: bool = False
    code: Exit = Exit.FINE

    def note(self, message: str) -> None:
        if not self.quiet:
            say(message)

    def error(self, message: str, code: Exit) -> None:
        say(message)
        self.code = max(self.code, code)


def orders(
    lexicon: Path | None = None,
    rules: str = "",
    no_rules: str = "",
    unsafe: bool = False,
    statistics: Path | None = None,
) -> Orders:
    """What an editor asks for; rules by name, parted by commas. Raises BadInput or typer.BadParameter."""
    try:
        names = read_lexicon(lexicon) if lexicon else NO_NAMES
        table = load(statistics) if statistics else None
    except (BadLexicon, BadTable) as e:
        raise BadInput(str(e)) from e
    except UnicodeDecodeError as e:
        raise BadInput(f"{lexicon}: a lexicon is text in UTF-8") from e
    except OSError as e:
        raise BadInput(f"{e.filename}: {e.strerror or e}") from e
    wanted, unwanted = ([r for r in named.replace(" ", "").split(",") if r] for named in (rules, no_rules))
    try:
        picked = chosen(wanted, unwanted) if wanted or unwanted else None
    except UnknownRule as e:
        raise typer.BadParameter(str(e), param_hint="--rules") from e
    return Orders(picked, names, unsafe, table)


def inputs(pages: list[str] | None) -> list[str]:
    """The inputs named, patterns expanded, or standard input where something is piped into it."""
    if not pages:
        if sys.stdin is None or sys.stdin.isatty():
            raise typer.BadParameter("name a text file, or pipe a page in", param_hint="PAGE")
        return ["-"]
    pages = expanded(pages)
    if len(set(pages)) < len(pages):
        twice = next(p for p in pages if pages.count(p) > 1)
        raise typer.BadParameter(f"{shown(twice)} is named twice", param_hint="PAGE")
    return pages


def target(output: Path | None) -> Path | None:
    """Where -o says that the output goes: None for -, which is standard output."""
    return None if output == Path("-") else output


def cleaned(
    names: Iterable[str], encoding: str | None, report: Report, clean: Callable[[Source], Page]
) -> Iterator[tuple[str, Page, bool]]:
    """Each page that could be read and cleaned, with its input and whether that has several pages."""
    for name in names:
        try:
            for source, several in with_several(read(name, encoding, report.note)):
                if page := _clean(source, report, clean):
                    yield name, page, several
        except BadInput as e:
            report.error(str(e), Exit.BAD_INPUT)


def _clean(source: Source, report: Report, clean: Callable[[Source], Page]) -> Page | None:
    try:
        page = clean(source)
    except Exception as e:
        report.error(f"{title(source)}: {bug(e)}", Exit.BUG)
        if report.verbose:
            traceback.print_exc()
        return None
    if not source.text.strip():
        report.note(f"{title(source)}: no text")
    if report.verbose:
        report.note(formats.summary(page))
    return page


@contextmanager
def endings(report: Report) -> Iterator[None]:
    """Every way a run can end, as an exit code."""
    try:
        if sys.stdout is None:
            raise CannotWrite("standard output is closed")
        yield
        sys.stdout.flush()
    except BadInput as e:
        report.error(str(e), Exit.BAD_INPUT)
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


def title(source: Source) -> str:
    return f"{source.name}, page {source.page}"


def emit(text: str) -> None:
    """To a screen with steering characters shown, elsewhere as it is, in UTF-8; at once, whoever may wait for it."""
    if sys.stdout.isatty():
        paint(shown(text))
        return
    rest = memoryview(text.encode("utf-8", "ocrfix-keep"))
    while rest:  # where Python runs unbuffered, a write may take only the first part
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()


def paint(text: str) -> None:
    """To a screen as it is: for text whose steering characters are our own."""
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.stdout.write(text)


def say(message: str) -> None:
    print(f"ocrfix: {shown(message)}", file=sys.stderr)
