"""The command line: it reads arguments, calls one function and says what happened."""

import os
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from ocrfix import Page, __version__, archive, formats, garbage
from ocrfix.batch.plan import LIMIT, Plan
from ocrfix.batch.rows import USUAL, Fields
from ocrfix.console import Exit, Report, app, cleaned, emit, endings, inputs, orders, say, target, title
from ocrfix.edition.command import edition
from ocrfix.options import (
    Archives,
    Encoding,
    Field,
    Force,
    IdField,
    Jobs,
    Names,
    NoRules,
    Profile,
    Quiet,
    Rules,
    SummaryFile,
    Table,
    TextField,
    TimeLimit,
    Unsafe,
    Verbose,
    Verdicts,
    Workers,
    WorkersOf,
)
from ocrfix.pipeline import clean as clean_page
from ocrfix.profile import read_profile
from ocrfix.read import BadInput
from ocrfix.review import commands
from ocrfix.review.desk import Desk, Found
from ocrfix.write import CannotWrite, folders, page_files, write_folder


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


def main() -> None:
    """The entry point ``ocrfix``."""
    garbage.seldom()
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


Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="DIR", callback=target, help="Write a file per article into DIR."),
]
Form = Annotated[Format, typer.Option("--format", "-f", help="How articles are written.")]


@app.command()
def clean(
    pages: Archives = None,
    output: Annotated[
        Path | None,
        typer.Option(
            *("-o", "--output"),
            metavar="OUT",
            callback=target,
            help="Write a file per article into OUT, or rows into OUT.jsonl.",
        ),
    ] = None,
    form: Form = Format.txt,
    encoding: Encoding = None,
    force: Force = False,
    jobs: Jobs = None,
    engine: Workers = WorkersOf.local,
    time_limit: TimeLimit = LIMIT,
    summary: SummaryFile = None,
    text_field: TextField = USUAL.text,
    id_field: IdField = USUAL.id,
    field: Field = USUAL.cleaned,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a page would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Print the corrections instead of the articles.")] = False,
    verdicts: Verdicts = None,
    profile: Profile = None,
    lexicon: Names = None,
    rules: Rules = "",
    no_rules: NoRules = "",
    unsafe: Unsafe = False,
    statistics: Table = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
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
      ocrfix clean page.txt --lexicon names.txt --rules +mend-fullwidth-latin

    \b
    Many pages, with -o and a folder, several inputs or rows; a run that was interrupted goes on where it was:
      ocrfix clean 2024 -o clean --jobs 4      a folder per page, as in the folder 2024
      ocrfix clean pages.jsonl -o clean.jsonl  the same rows with a field `cleaned`; .parquet, too
      ocrfix clean 2024 -o clean.jsonl         a row per page

    \b
    Exit codes:
      0 fine   1 --check: a page would change   2 wrong usage   3 unreadable input
      4 cannot write   5 a bug of ocrfix, nothing written   6 a page was given up   130 interrupted
      141 reader gone
    """
    report = Report(quiet, verbose)
    names = inputs(pages)
    with endings(report):
        asked = orders(lexicon, rules, no_rules, unsafe, statistics)
        many = jobs or summary or engine is WorkersOf.ray
        if output and not (check or diff or verdicts) and (many or archive.is_archive(names, output)):
            house = read_profile(profile) if profile else None
            fields = Fields(text_field, id_field, field)
            workers = jobs or archive.processors()
            who = archive.engine(engine.value)
            plan = Plan(names, output, form.value, encoding, fields, asked, house, workers, time_limit, force, who)
            archive.clean(plan, report, summary)
            return
        if many:
            raise typer.BadParameter("only with -o, and without --check, --diff and --verdicts", param_hint="--jobs")
        desk = Desk(partial(clean_page, orders=asked), report, profile, verdicts)
        found = desk.checked(cleaned(names, encoding, report, desk.clean))
        if check or diff:
            _look(found, report, check, diff)
        else:
            _deliver(found, names, output, form, force)


def _look(found: Iterable[Found], report: Report, check: bool, diff: bool) -> None:
    """Say of pages whether they would change, and how."""
    for _, page, _ in found:
        if check and formats.would_change(page):
            report.error(f"{title(page.source)}: would change", Exit.WOULD_CHANGE)
        if diff:
            commands.print_diff(page, proposed=report.verbose)


def _deliver(found: Iterable[Found], names: list[str], output: Path | None, form: Format, force: bool) -> None:
    """Write pages into folders, or print them."""
    homes = dict(zip(names, folders(names), strict=True)) if len(names) > 1 else {names[0]: ""}
    show, between = PRINTED[form]
    for n, (name, page, several) in enumerate(found):
        if output:
            folder = output / homes[name] / (f"p{page.source.page:03}" if several else "")
            write_folder(folder, page_files(page, form), force)
        else:
            emit(between * bool(n) + show(page))


app.command()(edition)


@app.command()
def apply(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="The text that was reviewed; - is standard input.")],
    verdicts: Annotated[Path, typer.Option("--verdicts", metavar="FILE", help="What the editor said.")],
    output: Output = None,
    form: Form = Format.txt,
    encoding: Encoding = None,
    force: Force = False,
    profile: Profile = None,
    lexicon: Names = None,
    rules: Rules = "",
    no_rules: NoRules = "",
    unsafe: Unsafe = False,
    statistics: Table = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Clean a page and apply an editor's verdicts to it.

    \b
    Examples:
      ocrfix apply page.txt --verdicts verdicts.jsonl
      ocrfix apply page.txt --verdicts verdicts.jsonl -o articles

    Verdicts on another text are refused. Verdicts that match no decision, and decisions that fall with others, are named.
    """
    report = Report(quiet, verbose)
    with endings(report):
        asked = orders(lexicon, rules, no_rules, unsafe, statistics)
        desk = Desk(partial(clean_page, orders=asked), report, profile, verdicts)
        _deliver(desk.checked(cleaned([page], encoding, report, desk.clean)), [page], output, form, force)


@app.command()
def rules(name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="One rule, in full.")] = None) -> None:
    """List the rules, or explain one from its own file.

    \b
    Examples:
      ocrfix rules
      ocrfix rules NAME
    """
    from ocrfix.explain import explain, listing
    from ocrfix.rules import UnknownRule

    try:
        typer.echo(listing() if name is None else explain(name), nl=False)
    except UnknownRule as e:
        say(str(e))
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

    report = Report()
    with endings(report):
        try:
            if os.path.lexists(output) and not force:
                raise CannotWrite(f"{output}: exists; --force overwrites it")
            learn(texts, output, report.note)
        except (BadInput, CannotWrite):
            raise
        except OSError as e:
            raise CannotWrite(f"{output}: {e.strerror or e}") from e
