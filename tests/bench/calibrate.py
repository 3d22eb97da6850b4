"""What evidence weighs, learnt on pages with known truth: the maker of ocrfix/data/weights.json.

    python -m tests.bench.calibrate PAGES... [--leave-out FAMILY] -o weights.json

For each script weights of all its pages, and what weighs otherwise in each lay (see stages). Needs the extra `bench`.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ocrfix import statistics, weights
from ocrfix.compose import assemble, read_off
from ocrfix.lay import LAYS, OTHER, RELAID, SCANNED
from ocrfix.pipeline import Orders
from ocrfix.relaid import relaid, shuffled
from tests.bench.proof import Proof, proofs
from tests.bench.stages import Known, make_up

THREADS = "threads", "headed"  # questions of what goes on in what article
LOOKS = "roles", "blocks"  # questions of what lines and blocks are
HEADS = "stacks", "heads", "heads settled", "banks", "one bank", "signs", "signs settled"  # of headlines and bylines
NOT_ANEW = {RELAID: (*THREADS, *LOOKS), SCANNED: HEADS}  # questions that a lay answers as the one that it is like


def tables_of(
    folders: Sequence[Path], leave_out: Sequence[str], orders: Orders, say: Callable[[str], None] = str
) -> dict[str, Any]:
    """The weights for both scripts, learnt on the pages of folders without some families, and what weighs otherwise in each
    lay. Latin begins from Han, and a lay from its script, or from the lay that it is like. Pages that are read twice tell anew
    what reads on, and which headlines and bylines belong to which story: what lines and blocks are hangs little on their order, and
    of the threads the first reading found a part, so that they would tell of the rest only. Recognised pages tell anew what lines
    are and which read on in which; of their headlines they showed nothing that held on other pages."""
    everything = proofs(folders, leave_out, orders)
    tables: dict[str, Known] = {}
    for latin in (False, True):
        pages = [p for p in everything if p.g.latin is latin]
        script = weights.Sort(latin, OTHER).script
        say(f"{script}: {len(pages)} texts")
        tables[script] = make_up(pages, say, tables.get("han", {}))
        for lay in LAYS:
            sort = weights.Sort(latin, lay)
            alike = list(relaid_proofs(pages, tables)) if lay == RELAID else [p for p in pages if p.lay == lay]
            say(f"{sort.own}: {len(alike)} texts")
            if alike:
                known = weights.of_sort(tables, sort)
                own = unlike(make_up(alike, say, known), known)
                tables[sort.own] = {q: own[q] for q in own if q not in NOT_ANEW.get(lay, ())}
    return tables


def relaid_proofs(pages: Sequence[Proof], tables: dict[str, Any]) -> Iterator[Proof]:
    """The pages that are read twice, as their first reading by these weights lays them."""
    with patch.object(weights, "bundled", partial(weights.of_sort, tables)):
        weights.scale.cache_clear()
        for p in pages:
            if shuffled(p.g, p.lay) and (g := relaid(p.g, assemble(p.g, read_off(p.g)).onward)):
                yield p.laid(g, RELAID)
    weights.scale.cache_clear()


def unlike(tables: Known, known: Known) -> Known:
    """The bins that weigh otherwise than is known."""
    found: Known = {}
    for question, evidence in tables.items():
        for name, bins in evidence.items():
            before = known[question].get(name, {})
            some = next(iter({**before, **bins}.values()), 0)
            nothing = [0] * len(some) if isinstance(some, list) else 0
            new = {b: bins.get(b, nothing) for b in {*bins, *before}}
            found.setdefault(question, {})[name] = {b: w for b, w in new.items() if w != before.get(b, nothing)}
    return found


def lines_of(tables: dict[str, Any]) -> str:
    """The weights as JSON, one kind of evidence a line."""
    dump = partial(json.dumps, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    scripts = []
    for script, questions in sorted(tables.items()):
        rows = (
            f' "{q}": {{\n' + ",\n".join(f'  "{e}": {dump(bins)}' for e, bins in sorted(evidence.items())) + "}"
            for q, evidence in sorted(questions.items())
        )
        scripts.append(f'"{script}": {{\n' + ",\n".join(rows) + "}")
    return "{\n" + ",\n".join(scripts) + "}\n"


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("pages", nargs="+", type=Path, metavar="PAGES", help="folders of PAGE.truth.json, PAGE.READER.txt")
    ap.add_argument("--leave-out", action="append", default=[], metavar="FAMILY", help="learn nothing from its pages")
    ap.add_argument("--statistics", type=Path, metavar="FILE", help="learn with these instead of the bundled ones")
    ap.add_argument("-o", "--out", type=Path, required=True)
    a = ap.parse_args()
    orders = Orders(statistics=statistics.load(a.statistics) if a.statistics else None)
    tables = tables_of(a.pages, a.leave_out, orders, partial(print, flush=True))
    a.out.write_text(lines_of(tables), "utf-8")


if __name__ == "__main__":
    main()
