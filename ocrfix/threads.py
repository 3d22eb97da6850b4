"""Whether the article of a block goes on in another block: what the page shows at the turn, and what both are about."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import add

from ocrfix.around import FAR, Pair, around
from ocrfix.blocks import Block, beside
from ocrfix.cells import rank
from ocrfix.claims import Claims, Shares, claim_bins
from ocrfix.cohesion import Cohesion
from ocrfix.depths import depth_bin, depths
from ocrfix.lanes import column, row, steps, stride
from ocrfix.leads import REACH, beginning
from ocrfix.lines import Galley
from ocrfix.links import Linker, affinity_bin, measure_bin, quote_bin, stands_bin
from ocrfix.matter import Matters, TermWeights, total
from ocrfix.memo import Memo
from ocrfix.pictures import picture_bin
from ocrfix.procession import BREAKS, breaks
from ocrfix.roles import bucket, fill, lead_bin, plain_runs
from ocrfix.rubrics import under
from ocrfix.strands import THREAD_BINS, TOPICAL
from ocrfix.subheads import subhead_bins
from ocrfix.subjects import agree, terms
from ocrfix.weights import by_sides

AGREED = (-0.15, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)  # cosines
OPENING = 30, 120  # characters that a subhead above may echo, in Chinese and in Latin script
COHERENT = (0.005, 0.02, 0.04, 0.06, 0.09, 0.13, 0.2)  # cosines
SIDES = {  # evidence whose bin is made of a mark of either block
    "turn": by_sides(add),
    "quote": by_sides(quote_bin),
    "head": by_sides(add),
    "sizes": by_sides(add),
    "frame": by_sides(add),  # and what lies between
    "lead": by_sides(add),
    "cells": by_sides(add),
}
STEPS = Memo[int, str](lambda k: ("+" if k > 0 else "-") + str(bucket(abs(k), (2, 3, 5, 8, 13, 21, 41, 81))))


class Threader:
    """Answers, for a body block and several others, which bins of evidence hold that its article goes on in them.

    ``weight`` tells what shared terms weigh, ``linker`` how well lines read on, ``prints`` which lines are credits,
    ``found`` which terms they have, ``matters`` what the blocks and their articles are about, ``headed`` which have headlines (see heads.headed), ``listed`` which
    are of one list (see stories.set_lists), ``points`` the same behind marks (see points), ``beside`` how well paragraphs went on in those below (decibans, see around).
    ``marks`` holds, for each kind of SIDES, what counts of each block as the first of two and as the second.
    """

    def __init__(
        self,
        g: Galley,
        blocks: list[Block],
        home: list[int],
        weight: TermWeights,
        linker: Linker,
        prints: Sequence[str],
        found: Sequence[set[str]],
    ):
        self.g, self.blocks, self.home, self.weight, self.linker = g, blocks, home, weight, linker
        self.prints, self.found = prints, found
        self.headed: dict[int, str] = {}
        self.listed: dict[int, int] = {}
        self.points: dict[int, int] = {}
        self.beside: dict[Pair, float] = {}
        self.matters = Matters(blocks, g.news.subjects(g.latin))
        self.order = sorted(range(len(blocks)), key=lambda k: blocks[k].lines[0])
        self.gaps = [lead_bin(s.lead) for s in g.lines]
        self.parted = [s.lead > 0 for s in g.lines]
        self.links = {i: j for b in blocks for i, j in pairwise(b.lines)}
        self.firsts, self.lasts = [b.lines[0] for b in blocks], [b.lines[-1] for b in blocks]
        first, last = [g.lines[i] for i in self.firsts], [g.lines[i] for i in self.lasts]
        self.opens, self.fills = [fill(s, g.latin) for s in first], [fill(s, g.latin) for s in last]
        ends = [s.end if s.end in ("stop", "close", "colon", "mid") else "run" for s in last]
        sizes = [str(bucket(len(b.lines), (2, 3, 6))) for b in blocks]
        starts = [s.start if s.start in ("dateline", "mark", "bullet", "closing") else "-" for s in first]
        self.marks = {
            "turn": (list(map(add, ends, self.fills)), self.opens),
            "quote": (
                [linker.quotes[i][0][-1:] for i in self.lasts],
                [linker.quotes[i][1][:1] for i in self.firsts],
            ),
            "head": ([e[0] for e in ends], [s.start for s in first]),
            "sizes": (sizes, sizes),
            "frame": ([e[0] + f for e, f in zip(ends, self.fills, strict=True)], list(map(add, starts, self.opens))),
        }
        leads = g.news.leads(g.latin)
        short, long = (
            [beginning((g.lines[i].text for i in b.lines), g.latin, reach[g.latin]) for b in blocks]
            for reach in (OPENING, REACH)
        )
        self.openings, self.opening_terms = short, [terms(text, g.latin) for text in short]
        self.leads_in = [str(bucket(leads.weigh(text), (-20, -14, -9, -5, -1, 3, 7))) for text in long]
        self.marks["lead"] = [e[0] for e in ends], self.leads_in
        self.marks["cells"] = [rank(s.text) for s in last], [rank(s.text) for s in first]
        self.plain = plain_runs(g.lines, g.latin)
        self.loose = (
            [str(int(len(b.lines) == 1 and e == "run")) for b, e in zip(blocks, ends, strict=True)],
            [str(int(len(b.lines) == 1 and s.end not in ("stop", "close"))) for b, s in zip(blocks, last, strict=True)],
        )
        self.look()

    def look(self) -> None:
        """Take in what the blocks seem to be by now."""
        self.kinds = "".join(self.blocks[k].kind for k in self.home)
        body = [kind == "B" for kind in self.kinds]
        self.depth_to, self.depth_from = depths(body, self.linker.stops, self.parted, self.links, steps(self.linker))
        self.cohesion = Cohesion(self.found, body, self.g.news.idf)
        self.claims = Claims((b.terms for b in self.blocks if b.kind == "H"), self.weight)
        self.behind: dict[int, Shares] = {}
        bodies, heads = ([k for k in self.order if self.blocks[k].kind == kind] for kind in "BH")
        told = breaks([self.blocks[k].terms for k in heads], [self.blocks[k].terms for k in bodies], self.weight)
        self.breaks = {pair: str(bucket(x, BREAKS)) for pair, x in zip(pairwise(bodies), told, strict=True)}
        adjoining = [(p, q) for p, q in pairwise(bodies) if self.firsts[q] - self.lasts[p] == 1]
        self.around = around(adjoining, self.beside)
        widths = [s.width for s in self.g.lines]
        self.under = under(self.blocks, self.order, widths, self.prints, self.weight)
        end = len(self.g.lines)
        sizes = [str(bucket(len(b.lines), (2, 4, 8))) for b in self.blocks]
        self.necks = [self.mark(i - 1) + size for i, size in zip(self.firsts, sizes, strict=True)]
        self.tails = [self.mark(i + 1) + size for i, size in zip(self.lasts, sizes, strict=True)]
        self.above = ["top" if not j else beside(self.g, self.blocks, self.home, j - 1) for j in self.firsts]
        self.below = ["foot" if i + 1 == end else beside(self.g, self.blocks, self.home, i + 1) for i in self.lasts]

    def mark(self, i: int) -> str:
        """What line i is: as of blocks.KINDS, C for a credit, "-" off the page."""
        if not 0 <= i < len(self.kinds):
            return "-"
        return "C" if self.kinds[i] == "Y" and self.prints[i] == "credit" else self.kinds[i]

    def columns(self, p: int, others: Sequence[int]) -> dict[str, Sequence[str]]:
        """For each of THREAD_BINS but the TOPICAL ones, the bins of block p with each of the others."""
        i, measure = self.lasts[p], self.g.lines[self.lasts[p]].measure
        jumps = [self.firsts[q] - i for q in others]
        found: dict[str, Sequence[str]] = {}
        for kind, names in SIDES.items():
            left, right = self.marks[kind]
            side = names[left[p]]
            found[kind] = [side[right[q]] for q in others]
        found["step"] = [STEPS[k] for k in jumps]
        found["between"] = between = [self.between(i, k) for k in jumps]
        found["measure"] = [measure_bin(measure, self.g.lines[self.firsts[q]].measure) for q in others]
        found["gap"] = [("n" if k == 1 else "f") + self.gaps[i + k] for k in jumps]
        found["above"] = [self.above[q] if k != 1 else "-" for k, q in zip(jumps, others, strict=True)]
        found["below"] = [self.below[p] if k != 1 else "-" for k in jumps]
        found["depth"] = [depth_bin(self.depth_to[i], self.depth_from[i + k]) if k != 1 else "-" for k in jumps]
        loose = self.loose[0][p]
        shared, lines = self.linker.shared, self.g.lines
        found["stride"] = [stride(self.linker, i, i + k) for k in jumps]
        found["row"] = [("n" if k == 1 else "f") + row(shared, lines[i], lines[i + k]) for k in jumps]
        found["place"] = [("n" if k == 1 else "f") + column(self.linker, i, i + k) for k in jumps]
        top = lines[self.firsts[p]]
        found["top"] = [row(shared, top, lines[i + k]) for k in jumps]
        found["loose"] = [
            loose + self.loose[1][q] + str(bucket(k, (1, 2, 3))) for k, q in zip(jumps, others, strict=True)
        ]
        what = ["n" if k == 1 else b if k < 17 else "f" for k, b in zip(jumps, between, strict=True)]
        found["frame"] = list(map(add, found["frame"], what))
        found["opening"] = [self.leads_in[q] + w for q, w in zip(others, what, strict=True)]
        alone, gists = self.matters.alone, self.matters.gists
        found["subject"] = [
            str(bucket(agree(alone[p].direction, alone[q].direction), AGREED))
            + str(bucket(min(gists[p].number, gists[q].number), (4, 12, 30)))
            for q in others
        ]
        found["procession"] = [
            ("n" if k == 1 else "f") + self.breaks[p, q] if (p, q) in self.breaks else "-"
            for k, q in zip(jumps, others, strict=True)
        ]
        found["plain"] = [self.plain[i] + self.plain[i + 1] if k == 1 else "-" for k in jumps]
        reads = list(zip(*self.reads(p, others), strict=True))
        found["affinity"], found["stands"] = reads or ([], [])
        own = self.headed.get(p, "")
        found["headed"] = [own + "/" + self.headed.get(q, "") for q in others] if self.headed else ["-"] * len(others)
        found["rubric"] = [self.under.get((p, q), "-") for q in others]
        stop = self.linker.stops[i]
        found["picture"] = [picture_bin(self.blocks, self.home, self.mark, p, q) if stop else "-" for q in others]
        found["neck"] = [("n" if k == 1 else "f") + self.necks[p] for k in jumps]
        found["around"] = [self.around.get((p, q), FAR) for q in others]
        found["tail"] = [("n" if k == 1 else "f") + self.tails[q] for k, q in zip(jumps, others, strict=True)]
        return found

    def topical(self, p: int, others: Sequence[int]) -> dict[str, Sequence[str]]:
        """For each of the TOPICAL ones of THREAD_BINS, the bins of block p with each of the others."""
        before, here = self.matters.before[p]
        claims = self.claims.shares(before)
        found: dict[str, list[str]] = {kind: [] for kind in TOPICAL}
        for q in others:
            behind, there = self.matters.behind[q]
            vein = agree(here, there)
            shared = total(before & behind, self.weight)
            least = min(len(before), len(behind)) or 1
            share = shared / least**0.5
            i, j = self.lasts[p], self.firsts[q]
            k = j - i
            between = self.between(i, k)
            where = "n" if k == 1 else "f" if between == "far" else "h" if "H" in between else "b"
            found["topic"].append(str(bucket(shared, (0.5, 1.5, 3, 5, 8, 12, 18, 26, 40))))
            found["share"].append(
                str(bucket(share, (0.1, 0.3, 0.6, 1, 1.5, 2.2, 3.2))) + str(bucket(least, (8, 20, 60)))
            )
            found["matter"].append(str(bucket(share, (0.1, 0.4, 0.9, 1.6, 2.5))) + str(bucket(least, (8, 25))) + where)
            if q not in self.behind:
                self.behind[q] = self.claims.shares(behind)
            claimed, rivals = claim_bins(claims, self.behind[q])
            found["claimed"].append(claimed)
            form, echo = self.subhead(p, q, before)
            found["subhead"].append(form)
            found["echo"].append(echo)
            found["rivals"].append(rivals)
            found["vein"].append(str(bucket(vein, AGREED)) + str(bucket(least, (8, 25, 80))))
            found["kin"].append(
                str(bucket(share, (0.1, 0.3, 0.6, 1, 1.5, 2.2))) + str(bucket(vein, (0.1, 0.25, 0.4, 0.55, 0.7)))
            )
            found["cohesion"].append(("n" if k == 1 else "f") + str(bucket(self.cohesion.between(i, j), COHERENT)))
        return dict(found)

    def subhead(self, p: int, q: int, before: set[str]) -> tuple[str, str]:
        """How what is set between blocks p and q, after these terms, looks like a subhead."""
        lead = self.openings[q], self.opening_terms[q]
        return subhead_bins(self.g, self.blocks, self.home, self.weight, self.lasts[p], self.firsts[q], before, lead)

    def bins(self, p: int, q: int) -> list[str]:
        """The bin of blocks p and q for each of THREAD_BINS."""
        columns = self.columns(p, (q,)) | self.topical(p, (q,))
        return [columns[kind][0] for kind in THREAD_BINS]

    def reads(self, p: int, others: Sequence[int]) -> Iterable[tuple[str, str]]:
        """How well the end of block p reads on in the others: the bins of the affinity and of what stands on the page."""
        linker, i = self.linker, self.lasts[p]
        if linker.stops[i]:
            return [("stop", "stop")] * len(others)
        firsts = [self.firsts[q] for q in others]
        return ((affinity_bin(a), stands_bin(n)) for a, n in linker.reads(i, firsts))

    def between(self, i: int, k: int) -> str:
        """The kinds of what lies between line i and the k-th line after it."""
        return "-" if k == 1 else "".join(sorted(set(self.kinds[i + 1 : i + k]))) if 1 < k <= 16 else "far"

    def breaks_off(self, p: int) -> bool:
        """Does block p end in mid-sentence, on a full line?"""
        i = self.blocks[p].lines[-1]
        stopped = self.g.lines[i].end in ("stop", "close", "colon")
        return len(self.blocks[p].lines) > 1 and not stopped and self.fills[p] in "fno"

    def begins_open(self, q: int) -> bool:
        """Does block q begin with a full line, which a paragraph's first line seldom is?"""
        j = self.blocks[q].lines[0]
        return self.g.lines[j].start == "closing" or (self.opens[q] in "fo" and len(self.blocks[q].lines) > 1)
