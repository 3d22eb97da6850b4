"""At the turn of a column a sentence breaks off, and what the text is about tells where it goes on.

The links of first sight look at a line and its next only. Those that are weak are loosened here, and weighed again
together with all that the loose ends may go on in: by how well they read on, and by what the lines before the break and
those after it are about, beside what all others are about.

Wrong when: two articles of one subject stand side by side; then the break itself must tell.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ocrfix import links as lk
from ocrfix import strips
from ocrfix.assign import assign
from ocrfix.depths import depth_bin, depths
from ocrfix.lanes import column, row, steps, stride
from ocrfix.matter import TermWeights, term_weight, total
from ocrfix.readon import BROKEN, Weigher, asked
from ocrfix.rivals import clear_bin, leads
from ocrfix.roles import bucket
from ocrfix.subjects import agree
from ocrfix.threads import AGREED
from ocrfix.ties import credit_feet, held
from ocrfix.weights import Scale, Shares

WHY = {
    "base": "any loose end and any loose beginning of a page",
    "link": "how well the two lines read on",
    "step": "how many lines lie between",
    "subject": "how far the lines before and those after are of one subject",
    "words": "the rare words that both share",
    "end": "whether the lines before are nearer to the subject of other beginnings",
    "start": "whether the lines after are nearer to the subject of other ends",
    "depth": "how deep the columns of both are",
    "affinity": "how well the text reads on, by the habits of the language",
    "fit": "whether, by these habits alone, either line reads on better elsewhere",
    "rank": "whether either line reads on better elsewhere",
    "reach": "how well the two read on, for how many lines lie between",
    "column": "the same, for how deep their columns are",
    "stride": "whether the links around jump as far",
    "row": "where the two stand on their printed lines",
    "top": "the same, from where the lines before begin",
    "place": "where they stand in columns that share printed lines",
    "beside": "whether the lines above and below them read on as far off",
    "full": "how full the first is, and the second, which may have an indent",
    "caption": "whether a caption with its credit lies between, or begins there",
    "strips": strips.WHY,
    "theme": "whether either reads on better elsewhere, for how far both are of one subject",
}
TURN_BINS = (
    *("link", "step", "subject", "words", "end", "start", "depth"),
    *("affinity", "rank", "fit", "reach", "column", "full", "theme"),
    *("stride", "row", "top", "place", "beside", "caption"),
)
WEAK = 12  # decibans below which a link is loosened
LIKELY = -2  # decibans of affinity that a new link must have
REACH = 40  # loose beginnings, the nearest, that a loose end may go on in
CAPTION = 10  # lines of a caption and its credit, at most
SIGHT = 8  # lines before and after a break that tell what the text is about


class Pair(NamedTuple):
    """Line ``i`` may go on in line ``j``: the decibans of the link, and of these the affinity of the text."""

    i: int
    j: int
    link: int
    affinity: int


class Turn(NamedTuple):
    """Line ``i`` may go on in line ``j``; ``bins`` are those of TURN_BINS."""

    i: int
    j: int
    bins: list[str]


class Turner:
    """The loose ends of a page. ``found`` are the terms of each line, ``after`` the links of first sight, weighed by ``scale``."""

    def __init__(self, linker: lk.Linker, found: Sequence[set[str]], after: dict[int, int], scale: Scale):
        self.linker, self.found, self.scale = linker, found, scale
        self.weigher = Weigher(linker, scale)
        n, tied = len(found), held(linker.g)
        self.body = body = [k in "Bbm" for k in linker.kinds]
        self.loose = {
            i: j
            for i, j in after.items()
            if i not in tied
            and (body[i] or body[j])
            and not linker.stops[i]
            and (self._misfit(i, j) or scale.weigh(linker.bins(i, j)) < WEAK)
        }
        self.kept = {i: j for i, j in after.items() if i not in self.loose}
        self.before = {j: i for i, j in self.kept.items()}
        ends = (i for i in range(n) if body[i] and i not in self.kept and not linker.stops[i] and i not in linker.away)
        self.ends = sorted({*ends, *self.loose})
        parted = [s.lead > 0 for s in linker.g.lines]
        self.depth_to, self.depth_from = depths(body, linker.stops, parted, self.kept, steps(linker))
        self.starts = [j for j in range(n) if body[j] and j not in self.before]
        counts = Counter(t for terms in found for t in terms)
        self.credits = credit_feet(linker.g)
        self.weight: TermWeights = term_weight(linker.news.idf, counts, n)

    def _misfit(self, i: int, j: int) -> bool:
        """Does line ``i`` end within a word that line ``j`` does not go on with?"""
        return self.linker.g.lines[i].end == "hyphen" and all(a < 0 for a, _ in self.linker.reads(i, (j,)))

    def turns(self) -> list[Turn]:
        """All turns that are likely enough to be weighed."""
        pairs = [pair for i in self.ends for pair in self._pairs(i)]
        subjects = self.linker.news.subjects(self.linker.g.latin)
        words = {("end", i): self._sight(i, self.before) for i in {p.i for p in pairs}}
        words |= {("start", j): self._sight(j, self.kept) for j in {p.j for p in pairs}}
        gists = {key: subjects.gist(terms) for key, terms in words.items()}
        directions = {key: subjects.direction(gist) for key, gist in gists.items()}
        agreed = [agree(directions["end", i], directions["start", j]) for i, j, *_ in pairs]
        ahead = leads(((c, p.i, p.j) for c, p in zip(agreed, pairs, strict=True)), 0.0)
        ranks = [min(lead) for lead in leads((p.link, p.i, p.j) for p in pairs)]
        fits = [min(lead) for lead in leads((p.affinity, p.i, p.j) for p in pairs)]
        linker, lines = self.linker, self.linker.g.lines
        tops = {p.i: self._chain(p.i, self.before)[-1] for p in pairs}
        found = []
        for (i, j, link, affinity), c, (end, start), rank, fit in zip(pairs, agreed, ahead, ranks, fits, strict=True):
            a, b = words["end", i], words["start", j]
            known = str(bucket(min(gists["end", i].number, gists["start", j].number), (4, 10, 20)))
            share = total(a & b, self.weight) / ((min(len(a), len(b)) or 1) ** 0.5)
            reads = str(bucket(link, (-30, -22, -16, -12, -8, -5, -2, 1, 4, 7, 10, 14, 18)))
            step = ("+" if j > i else "-") + str(bucket(abs(j - i), (2, 3, 5, 8, 13, 21, 41)))
            subject = str(bucket(c, AGREED)) + known
            depth = depth_bin(self.depth_to[i], self.depth_from[j])
            clear = clear_bin(rank)
            found.append(
                Turn(
                    i,
                    j,
                    [
                        reads,
                        step,
                        subject,
                        str(bucket(share, (0.1, 0.3, 0.6, 1, 1.5, 2.2, 3.2))) + known,
                        str(bucket(end, LEADS)),
                        str(bucket(start, LEADS)),
                        depth,
                        lk.affinity_bin(affinity),
                        clear,
                        clear_bin(fit),
                        reads + step,
                        reads + depth,
                        linker.fills[i] + linker.fills[j] + ("n" if j == i + 1 else "f"),
                        clear + "/" + subject,
                        stride(linker, i, j),
                        row(linker.shared, lines[i], lines[j]),
                        row(linker.shared, lines[tops[i]], lines[j]),
                        column(linker, i, j),
                        *linker.beside(i, (j,)),
                        self.caption(i, j),
                    ],
                )
            )
        return found

    def caption(self, i: int, j: int) -> str:
        """Does line ``i`` go on behind a credit, or into lines with a credit below; and how does line ``j`` start?"""
        below, above = bisect_left(self.credits, j), bisect_left(self.credits, i)
        start = self.linker.g.lines[j].start
        if i < j <= i + CAPTION and below > above and self.credits[below - 1] == j - 1:
            return "over" + start
        if j == i + 1 and below < len(self.credits) and self.credits[below] <= j + CAPTION:
            return "into" + start
        return "-"

    def _pairs(self, i: int) -> Iterable[Pair]:
        """Line ``i`` and each line that it may go on in."""
        linker, own = self.linker, set(self._chain(i, self.before))
        near = sorted(self.starts, key=lambda j: abs(j - i))[:REACH] if self.body[i] else []
        if i in self.loose and self.loose[i] not in near:
            near.append(self.loose[i])
        reads = {j: r for j, r in zip(near, linker.reads(i, near), strict=True) if j not in own}
        likely = [j for j, (affinity, _) in reads.items() if affinity >= LIKELY or self.loose.get(i) == j]
        strides, rest = linker.jumps(i)
        for j, w in zip(likely, self.weigher.weigh(i, likely, [reads[j] for j in likely]), strict=True):
            yield Pair(i, j, w + self.scale.weight("stride", strides.get(j - i, rest)), reads[j][0])

    def _chain(self, i: int, step: dict[int, int]) -> list[int]:
        found = [i]
        while len(found) < SIGHT and found[-1] in step:
            found.append(step[found[-1]])
        return found

    def _sight(self, i: int, step: dict[int, int]) -> set[str]:
        """The terms of line ``i`` and the lines before or after it in its column."""
        return set().union(*(self.found[k] for k in self._chain(i, step)))


LEADS = (-0.5, -0.3, -0.15, -0.05, 0.05, 0.15, 0.3, 0.5)  # cosines


def turn(turner: Turner, scale: Scale) -> tuple[dict[int, int], dict[tuple[int, int], Shares]]:
    """The links of a page, its loose ends tied by what ``scale`` weighs, and the evidence of these."""
    linker = turner.linker
    bins = {(t.i, t.j): t.bins for t in turner.turns()}
    weighed = [(scale.weigh(b), i, j) for (i, j), b in bins.items()]
    scored = [(w, i, j) for w, i, j in weighed if w > asked(linker, i)]
    after = assign(scored, len(turner.found), BROKEN, turner.kept)
    return after, {(i, j): scale.shares(bins[i, j]) for i, j in after.items() if i not in turner.kept}
