"""Scores of many pages: reading a folder of pages, running a cleaner on them, means and tables."""

import importlib
import json
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from .extract import reading
from .score import METRICS, Page, Scores, score

Cleaner = Callable[[str, Path], Page]
EMPTY: Page = {"articles": [], "banners": [], "furniture": []}


class Row(NamedTuple):
    """One text of one page, what is known about it, and its scores."""

    page: str
    extractor: str
    reading: str
    family: str
    order: str
    lang: str
    error: str
    scores: Scores


def texts(folder: Path) -> Iterator[tuple[Path, Page]]:
    """Every PAGE.EXTRACTOR.txt of a folder with the truth of its page."""
    for path in sorted(folder.glob("*.txt")):
        truth = folder / f"{path.name.split('.')[0]}.truth.json"
        if truth.exists():
            yield path, json.loads(truth.read_text(encoding="utf-8"))


def cleaner(call: str | None = None, command: str | None = None) -> Cleaner:
    """ocrfix in this process, or MODULE:FUNCTION of a text, or a command in which {input} is the text's path."""
    if command:

        def run(text: str, path: Path) -> Page:
            words = [w.replace("{input}", str(path)) for w in shlex.split(command)]
            done = subprocess.run(words, capture_output=True, timeout=120)
            if done.returncode:
                raise RuntimeError(done.stderr.decode("utf-8", "replace")[-200:])
            found: Page = json.loads(done.stdout)
            return found

        return run
    if call:
        sys.path.insert(0, "")
        module, _, name = call.partition(":")
        function = getattr(importlib.import_module(module), name)
        return lambda text, path: function(text)
    import ocrfix
    from ocrfix.formats import page_json

    return lambda text, path: json.loads(json.dumps(page_json(ocrfix.clean(text))))


def rows(folder: Path, clean: Cleaner, only: frozenset[str] = frozenset()) -> list[Row]:
    """Score every text of ``folder`` (of the extractors ``only``); a failed run counts as an empty answer."""
    found = []
    for path, truth in texts(folder):
        page, extractor = path.name[: -len(".txt")].split(".", 1)
        if only and extractor not in only:
            continue
        text, error = path.read_text(encoding="utf-8"), ""
        try:
            pred = clean(text, path)
        except Exception as e:
            pred, error = EMPTY, f"{type(e).__name__}: {e}"[:200]
        known = (truth.get("template", ""), truth.get("order", ""), truth.get("lang", ""))
        found.append(Row(page, extractor, reading(extractor), *known, error, score(truth, pred, text)))
    return found


def means(found: list[Row], by: str) -> dict[str, dict[str, float]]:
    """Mean of every metric over the rows alike in ``by``; pages with nothing to judge are left out of a mean."""
    groups: dict[str, list[Row]] = {}
    for row in found:
        groups.setdefault(getattr(row, by), []).append(row)
    out: dict[str, dict[str, float]] = {}
    for name, group in sorted(groups.items()):
        out[name] = {}
        for metric in METRICS:
            values: list[Any] = [v for row in group if (v := row.scores[metric]) is not None]
            if values:
                out[name][metric] = sum(values) / len(values)
    return out


def table(found: list[Row], by: str) -> str:
    """The means as a Markdown table."""
    lines = [f"| {by} | texts | {' | '.join(METRICS)} |", f"| --- | ---: |{' ---: |' * len(METRICS)}"]
    for name, mean in means(found, by).items():
        n = sum(getattr(row, by) == name for row in found)
        cells = [f"{mean[m]:.3f}" if m in mean else "" for m in METRICS]
        lines.append(f"| {name} | {n} | {' | '.join(cells)} |")
    return "\n".join(lines)
