"""What evidence weighs, learnt on pages with known truth: the maker of ocrfix/data/weights.json.

    python -m tests.bench.calibrate PAGES... [--leave-out FAMILY] -o weights.json

Each question (what is a line, does it read on, ...) is a logistic regression on the bins of its evidence, so that its
coefficients are weights of evidence (Good 1950) that add; they are rounded to whole decibans. The stages are fitted in
the order in which they run, each on what the stages before it make of the pages; what lines seem to be is told by
thirds that did not see them. Needs the extra `bench`.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from ocrfix import blocks as bk
from ocrfix import compose, goeson, matching, matter, readon, stacks, statistics, ties, turns, weights
from ocrfix import heads as hd
from ocrfix import links as lk
from ocrfix import roles as rl
from ocrfix.pipeline import Orders
from ocrfix.runs import head_runs
from ocrfix.strides import strides
from ocrfix.threads import THREAD_BINS, Threader
from tests.bench.proof import LETTERS, Proof, goes_on, proofs

DECIBAN = 4.3429  # of a natural logarithm of odds
ALL_AHEAD = 0.25  # of the lines are shown with all of the next lk.NEAR lines, the others with the next three


def _matrix(rows: Sequence[Sequence[str]], names: Sequence[str]) -> tuple[sp.csr_matrix, dict[tuple[str, str], int]]:
    columns: dict[tuple[str, str], int] = {}
    at = [columns.setdefault(key, len(columns)) for row in rows for key in zip(names, row, strict=True)]
    ends = range(0, len(at) + 1, len(names))
    return sp.csr_matrix(([1.0] * len(at), at, ends), shape=(len(rows), len(columns))), columns


def yes_or_no(rows: Sequence[Sequence[str]], answers: Sequence[bool], names: Sequence[str]) -> weights.Table:
    """Weights of the bins for yes."""
    x, columns = _matrix(rows, names)
    m = LogisticRegression(C=0.3, max_iter=300).fit(x, answers)
    base, found = _rounded(x, m.intercept_[0], m.coef_[0], m.predict_proba(x)[:, 1])
    table: weights.Table = {n: {} for n in names} | {"base": {"": base}}
    for (name, b), k in columns.items():
        if found[k]:
            table[name][b] = found[k]
    return table


def which(rows: Sequence[Sequence[str]], answers: Sequence[str], names: Sequence[str]) -> weights.Tables:
    """Weights of the bins for each of blocks.KINDS."""
    x, columns = _matrix(rows, names)
    m = LogisticRegression(C=0.3, max_iter=300).fit(x, answers)
    order = [list(m.classes_).index(k) for k in bk.KINDS]
    chances = m.predict_proba(x)
    bases, found = zip(*(_rounded(x, m.intercept_[c], m.coef_[c], chances[:, c]) for c in order), strict=True)
    tables: weights.Tables = {n: {} for n in names} | {"base": {"": list(bases)}}
    for (name, b), k in columns.items():
        if any(ws := [one[k] for one in found]):
            tables[name][b] = ws
    return tables


def _rounded(x: sp.csr_matrix, base: float, exact: Any, chance: Any) -> tuple[int, list[int]]:
    """Base and weights in whole decibans. What rounding the weights adds to the sum of a row, or takes from it, the base makes
    good in the mean over the rows, those counting most whose ``chance`` is near a half."""
    whole = (exact * DECIBAN).round()
    lost = x @ (exact * DECIBAN - whole)
    return round(base * DECIBAN + float(np.average(lost, weights=chance * (1 - chance) + 1e-9))), [
        int(w) for w in whole
    ]


def _most(values: Iterable[Any]) -> Any:
    counts = Counter(v for v in values if v is not None)
    return counts.most_common(1)[0][0] if counts else None


def sight_stage(pages: list[Proof]) -> weights.Tables:
    """What each line is at first sight; odds come from thirds of the families that did not see the page."""

    def fit(some: list[Proof]) -> weights.Tables:
        shown = [(row, k) for p in some for row, k in zip(p.sight, p.letters, strict=True) if k]
        return which([row for row, _ in shown], [k for _, k in shown], rl.LINE_BINS)

    families = sorted({p.family for p in pages})
    for third in (families[k::3] for k in range(3)):
        rest = [p for p in pages if p.family not in third] or pages
        scales = weights.Scales(rl.LINE_BINS, fit(rest)) if third else None
        for p in pages:
            if scales and p.family in third:
                p.odds = [compose.normalised(scales.weigh(row)) for row in p.sight]
    return fit(pages)


def link_stage(pages: list[Proof]) -> tuple[weights.Table, weights.Table]:
    """Does a line read on in another: at first, and knowing how far the links around it jump."""
    for p in pages:
        grams = statistics.PageGrams(s.text for s in p.g.lines)
        kinds = [compose.letter(o) for o in p.odds]
        p.linker = lk.Linker(p.g, p.g.news, grams, kinds)
    tables = []
    for first in (True, False):
        rng = random.Random(1)
        rows, answers = [], []
        for p in pages:
            for i, j in _shown(p, rng):
                rows.append(p.linker.bins(i, j))
                answers.append(goes_on(p.prints[i], p.prints[j], p.ocr) == "same")
        tables.append(yes_or_no(rows, answers, lk.LINK_BINS))
        scales = [weights.Scale(lk.LINK_BINS, tables[k]) for k in (0, -1)]
        for p in pages:
            p.linker.strides = []
            _, p.pairs = readon.near_pairs(p.linker, *scales)
            p.linker.strides = [] if first else strides(p.after, len(p.g.lines))
            p.after = readon.read_on(p.linker, scales[-1], p.pairs)
            p.linker.strides = strides(p.after, len(p.g.lines))
    for p in pages:
        p.after = readon.read_on(p.linker, scales[-1], p.pairs)
        p.linker.strides = strides(p.after, len(p.g.lines))
        p.pairs = []
    return tables[0], tables[1]


def turn_stage(pages: list[Proof], links: weights.Table) -> weights.Table:
    """Where does a line go on at the turn of a column?"""
    rows, answers = [], []
    scale = weights.Scale(lk.LINK_BINS, links)
    turners = [turns.Turner(p.linker, p.terms, p.after, scale) for p in pages]
    for p, turner in zip(pages, turners, strict=True):
        for i, j, bins in turner.turns():
            if p.prints[i] and p.prints[j]:
                rows.append(bins)
                answers.append(goes_on(p.prints[i], p.prints[j], p.ocr) == "same")
    table = yes_or_no(rows, answers, turns.TURN_BINS)
    for p, turner in zip(pages, turners, strict=True):
        after, _ = turns.turn(turner, weights.Scale(turns.TURN_BINS, table))
        p.after = ties.tied(p.g, after)
    return table


def _shown(p: Proof, rng: random.Random) -> Iterable[tuple[int, int]]:
    """Pairs of lines to learn from: lines ahead, the true next line wherever it is, and some at random."""
    begins = {}
    for j, b in enumerate(p.prints):
        if b and b.part.role == "body":
            begins.setdefault((b.part.article, b.start), j)
    n = len(p.prints)
    for i, a in enumerate(p.prints):
        if not a:
            continue
        ahead = set(range(i + 1, min(n, i + 1 + (lk.NEAR if rng.random() < ALL_AHEAD else 3))))
        if a.part.role == "body":
            ahead |= {begins.get((a.part.article, a.end), i), *(rng.randrange(n) for _ in range(4))}
        yield from ((i, j) for j in sorted(ahead - {i}) if p.prints[j])


def block_stage(pages: list[Proof]) -> weights.Tables:
    """What each block is; neighbours' kinds are evidence, so twice."""
    for p in pages:
        p.blocks, p.home = compose.make_blocks(p.g, p.after, p.odds, p.terms)
        p.small = compose.small_prints(p.g, p.blocks)
    for _ in range(2):
        rows, answers = [], []
        for p in pages:
            bins = bk.block_bins(p.linker, p.blocks, p.home, p.small)
            for b, row in zip(p.blocks, bins, strict=True):
                if kind := _most(p.letters[i] for i in b.lines):
                    rows.append(row)
                    answers.append(kind)
        tables = which(rows, answers, bk.BLOCK_BINS)
        for p in pages:
            scales = weights.Scales(bk.BLOCK_BINS, tables)
            compose.name_blocks(p.linker, p.blocks, p.home, p.small, scales, 1)
    for p in pages:
        compose.shadowed(p.g, p.blocks)
    return tables


def thread_stage(pages: list[Proof]) -> weights.Table:
    """Does the article of a block go on in another block?"""
    rows, answers = [], []
    for p in pages:
        p.threader.look()
        bodies = [k for k, b in enumerate(p.blocks) if b.kind == "B"]
        for x, a in enumerate(bodies):
            for b in goeson.candidates(bodies, x):
                i, j = p.blocks[a].lines[-1], p.blocks[b].lines[0]
                if p.prints[i] and p.prints[j]:
                    rows.append(p.threader.bins(a, b))
                    answers.append(goes_on(p.prints[i], p.prints[j], p.ocr) != "")
    table = yes_or_no(rows, answers, THREAD_BINS)
    _thread(pages, table)
    return table


def _thread(pages: list[Proof], table: weights.Table) -> None:
    for p in pages:
        p.thread = goeson.go_on(p.threader, p.blocks, weights.Scale(THREAD_BINS, table))
        p.threader.matters.know(p.thread)


def head_stage(pages: list[Proof], stack_table: weights.Table) -> dict[str, weights.Table]:
    """Which story does a headline belong to? At first, and knowing the habit of the page and the rivals of each pair."""
    rows, answers = [], []
    for p in pages:
        m, own = p.matcher, _own(p)
        size: Counter[int] = Counter()
        for o, s in zip(own, m.stories, strict=True):
            size[o] = max(size[o], len(s.lines))
        begun = set(m.after.values())
        for i, kind in enumerate(m.kinds):
            what = p.prints[i].part if p.prints[i] else None
            letter = LETTERS[what.role] if what else None
            if i in begun or kind != "H" or letter == "Y":
                continue
            for n, s in enumerate(m.stories):
                ours = what is not None and own[n] == what.article
                if not (ours and len(s.lines) < size[own[n]]):
                    rows.append((m, i, n))
                    answers.append(ours and letter == "H")
    bins = [m.head_bins(i, n) for m, i, n in rows]
    first = yes_or_no(bins, answers, hd.HEAD_BINS)
    scales = weights.Scale(hd.HEAD_BINS, first), weights.Scale((), {"base": {"": 0}})
    for p in pages:
        _match(p, scales, stack_table)
    bins = [[*row, *m.settled(i, n, hd.HEADS)] for row, (m, i, n) in zip(bins, rows, strict=True)]
    later = yes_or_no(bins, answers, (*hd.HEAD_BINS, *hd.SETTLED))
    for p in pages:
        m = p.matcher
        found = _match(p, (scales[0], weights.Scale((*hd.HEAD_BINS, *hd.SETTLED), later)), stack_table)
        p.threader.headed = matching.headed(m.stories, found, m)
        m.set_heads(found)
    return {"heads": first, "heads settled": later, "stacks": stack_table}


def _match(p: Proof, scales: tuple[weights.Scale, weights.Scale], stack_table: weights.Table) -> dict[int, int]:
    m = p.matcher
    runs = head_runs(m.kinds, m.after)
    joints = stacks.joints(m, p.linker, runs, weights.Scale(stacks.STACK_BINS, stack_table))
    groups = stacks.stack(runs, joints, len(m.kinds))
    return matching.match_heads(m, groups, scales, joints) if m.stories else {}


def sign_stage(pages: list[Proof]) -> dict[str, weights.Table]:
    """Which story does a byline or credit belong to? At first, and knowing the habit of the page and the rivals of each pair."""
    rows, answers, asked = [], [], []
    for p in pages:
        m, own = p.matcher, _own(p)
        forms = {
            i: form
            for i, form in compose.sign_forms(p.g, p.blocks, p.small).items()
            if (what := p.prints[i]) and LETTERS[what.part.role] == "Y"
        }
        asked.append((m, forms))
        for i, form in forms.items():
            for n, o in enumerate(own):
                rows.append((m, i, n, form))
                answers.append(o == p.prints[i].part.article)
    bins = [m.sign_bins(i, n, form) for m, i, n, form in rows]
    first = yes_or_no(bins, answers, hd.SIGN_BINS)
    scale = weights.Scale(hd.SIGN_BINS, first)
    for m, forms in asked:
        pairs = [(i, n) for i in forms for n in range(len(m.stories))]
        matching.settle_signs(m, {(i, n): float(scale.weigh(m.sign_bins(i, n, forms[i]))) for i, n in pairs}, forms)
    bins = [[*row, *m.settled(i, n, form)] for row, (m, i, n, form) in zip(bins, rows, strict=True)]
    return {"signs": first, "signs settled": yes_or_no(bins, answers, (*hd.SIGN_BINS, *hd.SETTLED))}


def _own(p: Proof) -> list[int | None]:
    """The article that most lines of each story are of."""
    return [_most(p.prints[i].part.article for i in s.lines if p.prints[i]) for s in p.matcher.stories]


def _stories(pages: list[Proof]) -> None:
    for p in pages:
        compose.demote(p.g, p.blocks, p.thread)
        told = hd.stories(p.g, p.blocks, p.thread)
        kinds = [p.blocks[k].kind for k in p.home]
        p.matcher = hd.Matcher(p.g, kinds, told, p.threader.weight, p.after)


def stack_stage(pages: list[Proof]) -> weights.Table:
    """Are two blocks of display type in succession of one headline?"""
    rows, answers = [], []
    for p in pages:
        of = {i: b.part.article for i, b in enumerate(p.prints) if b and p.letters[i] == "H"}
        runs = head_runs(p.matcher.kinds, p.matcher.after)
        blocks = [i for run in runs for i in run]
        next_ = {i: next((j for j in blocks if j > i and of.get(j) == of[i]), -1) for i in blocks if i in of}
        for i, j, lines in stacks.pairs(runs):
            rows.append(stacks.stack_bins(p.matcher, p.linker, i, j, lines))
            answers.append(next_.get(i) == j)
    return yes_or_no(rows, answers, stacks.STACK_BINS)


def calibrate(pages: list[Proof], say: Callable[[str], None]) -> dict[str, Any]:
    """The weights of all questions, learnt on pages of one script."""
    tables: dict[str, Any] = {"roles": sight_stage(pages)}
    say("first sight")
    tables["links"], tables["strides"] = link_stage(pages)
    tables["turns"] = turn_stage(pages, tables["strides"])
    say("links")
    tables["blocks"] = block_stage(pages)
    say("blocks")
    for p in pages:
        counts = Counter(t for b in p.blocks for t in b.terms)
        weight = matter.term_weight(p.g.news.idf, counts, len(p.blocks))
        p.threader = Threader(p.g, p.blocks, p.home, weight, p.linker, p.small)
    tables["threads"] = thread_stage(pages)
    _stories(pages)
    head_stage(pages, stack_stage(pages))
    say("threads")
    tables["headed"] = thread_stage(pages)
    _stories(pages)
    head_stage(pages, stack_stage(pages))
    _thread(pages, tables["headed"])
    _stories(pages)
    tables |= head_stage(pages, stack_stage(pages)) | sign_stage(pages)
    say("heads")
    return tables


def tables_of(
    folders: Sequence[Path], leave_out: Sequence[str], orders: Orders, say: Callable[[str], None] = str
) -> dict[str, Any]:
    """The weights for both scripts, learnt on the pages of folders without some families."""
    everything = proofs(folders, leave_out, orders)
    tables = {}
    for script, latin in (("han", False), ("latin", True)):
        pages = [p for p in everything if p.g.latin is latin]
        say(f"{script}: {len(pages)} texts")
        tables[script] = calibrate(pages, say)
    return tables


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
