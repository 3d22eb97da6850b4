"""Options that several commands take, each worded once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class WorkersOf(StrEnum):
    local = "local"
    ray = "ray"


Pages = Annotated[list[str] | None, typer.Argument(metavar="PAGE", help="Text files; - is standard input.")]
Archives = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PAGE", help="Text files; with -o folders, .jsonl and .parquet files, too; - is standard input."
    ),
]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the input; measured when not given.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files of an earlier run.")]
Verdicts = Annotated[Path | None, typer.Option("--verdicts", metavar="FILE", help="An editor's verdicts on this page.")]
Profile = Annotated[Path | None, typer.Option("--profile", metavar="FILE", help="The house memory of a paper.")]
Names = Annotated[Path | None, typer.Option("--lexicon", metavar="FILE", help="Names that you know, one a line.")]
Rules = Annotated[
    str, typer.Option("--rules", metavar="NAMES", help="Only these rules; +NAME for one more than usual.")
]
NoRules = Annotated[str, typer.Option("--no-rules", metavar="NAMES", help="All but these rules.")]
Unsafe = Annotated[bool, typer.Option("--unsafe", help="Make the mends that are only proposed, too.")]
Table = Annotated[
    Path | None, typer.Option("--statistics", metavar="FILE", help="Language statistics that `ocrfix train` made.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Errors only.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="A summary of each page.")]

# Of archives: -o with several inputs, a folder, or rows.

Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Workers for an archive; else one a processor.")
]
Workers = Annotated[
    WorkersOf, typer.Option("--engine", help="Whose workers: those of this machine, or of a Ray cluster (an extra).")
]
TimeLimit = Annotated[
    float, typer.Option("--time-limit", min=0.1, metavar="SECONDS", help="Give up a page of an archive after so long.")
]
SummaryFile = Annotated[Path | None, typer.Option("--summary", metavar="FILE", help="The sums of an archive, as JSON.")]
TextField = Annotated[str, typer.Option("--text-field", metavar="NAME", help="The field of a row that has its text.")]
IdField = Annotated[str, typer.Option("--id-field", metavar="NAME", help="The field of a row that has its name.")]
Field = Annotated[str, typer.Option("--field", metavar="NAME", help="The field of a row that gets its clean text.")]
