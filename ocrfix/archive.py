"""The command line's way into batch: whether many pages are meant, and what is said of them."""

import os
from pathlib import Path

import typer

from ocrfix.batch.inputs import kind_of
from ocrfix.batch.plan import Engine, Plan
from ocrfix.batch.pool import NoWorkers
from ocrfix.batch.progress import Progress, terminal
from ocrfix.batch.run import clean_archive
from ocrfix.console import Exit, Report, say
from ocrfix.extras import MissingExtra
from ocrfix.formats import dump
from ocrfix.write import write_file

ENDS = {"input": Exit.BAD_INPUT, "bug": Exit.BUG, "lost": Exit.LOST}


def is_archive(names: list[str], output: Path) -> bool:
    """Several inputs, a folder or rows: many pages."""
    return len(names) > 1 or os.path.isdir(names[0]) or {kind_of(names[0]), kind_of(output)} != {"text"}


def engine(name: str) -> Engine | None:
    """Who works: ``local``, this machine's processes, or ``ray``, a cluster. Raises typer.BadParameter."""
    if name == "local":
        return None
    try:
        from ocrfix.engines.tasks import run
    except MissingExtra as e:
        raise typer.BadParameter(str(e), param_hint="--engine") from e
    return run


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def clean(plan: Plan, report: Report, summary: Path | None) -> None:
    """Clean an archive, with all remarks on standard error. Raises CannotWrite."""
    progress = Progress(report.note, say, None if report.quiet else terminal())
    try:
        found = clean_archive(plan, progress)
    except NoWorkers as e:
        report.error(str(e), Exit.LOST)
        return
    except KeyboardInterrupt:
        report.note("stopped; the same command goes on from here")
        raise
    report.code = max(report.code, *(ENDS[kind] for kind in found.refused), Exit.FINE)
    report.note(found.line() + f"; see {plan.quarantine}" * bool(found.refused))
    if summary:
        write_file(summary, dump(found.json()) + "\n", force=True)
