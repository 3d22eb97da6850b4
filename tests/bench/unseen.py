"""How well ocrfix does on papers that it has not seen, and how sure it may be: scores and reliability on families left out.

    python -m tests.bench.unseen PAGES... [--folds N] [--statistics FILE]

The families of the folders (the beginnings of the pages' names) are dealt into folds. The weights are calibrated without
a fold, and its pages are then cleaned with them; with no folds, with the bundled ones. Printed are the two Markdown tables
of the README: means by reading, and by verb and weight how many of the applied decisions were right. Needs the extra `bench`.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from ocrfix import weights
from ocrfix.formats import page_json
from ocrfix.lines import measure
from ocrfix.model import Decision, Page, Role, Status, Verb
from ocrfix.pipeline import Orders, clean
from ocrfix.statistics import load
from tests.bench.align import Print, align, in_banner
from tests.bench.calibrate import tables_of
from tests.bench.extract import reading
from tests.bench.proof import LETTERS, goes_on, learnt
from tests.bench.score import Scores, score

METRICS = (
    *("article_f1", "exact", "title_acc", "title_alone", "para_f1"),
    *("byline_acc", "banner", "furniture_leak", "invented"),
)
STEPS = (0, 10, 20, 30)  # decibans; the rows of the table of reliability


class Verdict(NamedTuple):
    """Was an applied decision right?"""

    verb: str
    weight: int
    right: bool


def judged(page: Page, prints: dict[int, Print | None], truth: dict[str, Any], ocr: bool) -> Iterator[Verdict]:
    """The joins and places of a page, held against its truth. ``prints`` are by the offsets where lines begin."""
    for d in page.decisions:
        if d.status is not Status.APPLIED or d.verb not in (Verb.JOIN, Verb.PLACE):
            continue
        right = _joined(d, prints, ocr) if d.verb is Verb.JOIN else _placed(d, page, prints, truth)
        yield Verdict(f"{d.verb}", d.weight, right)


def _joined(d: Decision, prints: dict[int, Print | None], ocr: bool) -> bool:
    a, b = (prints.get(span.start) for span in d.spans)
    if not a or not b or a.part.article != b.part.article:
        return False
    if a.part.role != "body":
        return LETTERS[a.part.role] == LETTERS[b.part.role]
    return goes_on(a, b, ocr) == ("next" if d.glue == "\n" else "same")


def _placed(d: Decision, page: Page, prints: dict[int, Print | None], truth: dict[str, Any]) -> bool:
    line = prints.get(d.spans[0].start)
    if len(d.spans) > 1:
        story = prints.get(d.spans[1].start)
        kind = "Y" if d.role in (Role.BYLINE, Role.CREDIT) else "H"
        return bool(line and story and LETTERS[line.part.role] == kind and line.part.article == story.part.article)
    if d.role is Role.BANNER:
        return in_banner(page.source.text[slice(*d.spans[0])], truth)
    return line is None or line.part.role == "furniture"


def _cleaned(
    job: tuple[Path, Path, str, bool], tables: dict[str, Any], orders: Orders
) -> tuple[str, Scores, list[Verdict]]:
    path, truth = job[0], json.loads(job[1].read_text("utf-8"))
    extractor = path.name.removesuffix(".txt").split(".", 1)[1]
    kind, text = reading(extractor), path.read_text("utf-8")
    weights.scale.cache_clear()
    with patch.object(weights, "bundled", lambda sort: weights.of_sort(tables, sort)):
        page = clean(text, orders)
    cuts = [d.spans[0].start for d in page.decisions if d.verb is Verb.CUT]
    lines = measure(page.source, cuts, page.decisions).lines
    prints = align([s.text for s in lines], truth)
    at = {s.span.start: p for s, p in zip(lines, prints, strict=True)}
    scores = score(truth, json.loads(json.dumps(page_json(page))), text)
    return kind, scores, list(judged(page, at, truth, kind.startswith("ocr")))


def folds(folders: Iterable[Path], number: int) -> list[list[str]]:
    """The families dealt out."""
    names = sorted({p.name.split("-")[0] for folder in folders for p in folder.glob("*.truth.json")})
    return [names[k::number] for k in range(min(number, len(names)))]


def unseen(folders: Sequence[Path], left_out: Sequence[str], orders: Orders) -> list[tuple[str, Scores, list[Verdict]]]:
    """Readings, scores and verdicts of the pages of some families, by weights that were calibrated without these."""
    tables = tables_of(folders, left_out, orders)
    return cleaned([job for job in learnt(folders, ()) if job[2] in left_out], tables, orders)


def cleaned(
    jobs: Sequence[tuple[Path, Path, str, bool]], tables: dict[str, Any], orders: Orders
) -> list[tuple[str, Scores, list[Verdict]]]:
    """The same of these texts (as of proof.learnt), by the weights of these tables."""
    with Pool() as pool:
        return pool.map(partial(_cleaned, tables=tables, orders=orders), jobs, chunksize=4)


def scores_table(found: Iterable[tuple[str, Scores, list[Verdict]]]) -> str:
    """Means by reading, in Markdown."""
    by: dict[str, list[Scores]] = defaultdict(list)
    for kind, scores, _ in found:
        by[kind].append(scores)
    lines = [f"| reading | texts | {' | '.join(METRICS)} |", f"| --- | ---: |{' ---: |' * len(METRICS)}"]
    for kind, group in sorted(by.items()):
        values = [[v for s in group if (v := s[m]) is not None] for m in METRICS]
        cells = [f"{sum(v) / len(v):.3f}" if v else "" for v in values]
        lines.append(f"| {kind} | {len(group)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def reliability(found: Iterable[tuple[str, Scores, list[Verdict]]]) -> str:
    """How many applied decisions were right, by verb and weight, in Markdown."""
    by: dict[tuple[str, int], list[bool]] = defaultdict(list)
    for _, _, verdicts in found:
        for v in verdicts:
            by[v.verb, sum(v.weight >= s for s in STEPS)].append(v.right)
    names = [
        f"below {STEPS[0]}",
        *(f"{a} to {b - 1}" for a, b in pairwise(STEPS)),
        f"{STEPS[-1]} and more",
    ]
    lines = ["| verb | decibans | decisions | right |", "| --- | --- | ---: | ---: |"]
    for (verb, step), right in sorted(by.items()):
        lines.append(f"| {verb} | {names[step]} | {len(right):,} | {sum(right) / len(right):.1%} |")
    return "\n".join(lines)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("pages", nargs="+", type=Path, metavar="PAGES", help="folders of PAGE.truth.json, PAGE.READER.txt")
    ap.add_argument(
        "--folds", type=int, default=3, help="into which the families are dealt; 0: use the bundled weights"
    )
    ap.add_argument("--statistics", type=Path, metavar="FILE", help="those that have not read the pages' stories")
    a = ap.parse_args()
    orders = Orders(statistics=load(a.statistics) if a.statistics else None)
    if a.folds:
        found = [row for left_out in folds(a.pages, a.folds) for row in unseen(a.pages, left_out, orders)]
    else:
        found = cleaned(list(learnt(a.pages, ())), weights.tables(), orders)
    print(scores_table(found), reliability(found), sep="\n\n")


if __name__ == "__main__":
    main()
