"""Which line each line of a page reads on in: near lines are weighed in rows, then loose ends farther off."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from operator import add

from ocrfix import links as lk
from ocrfix.assign import assign
from ocrfix.memo import Memo
from ocrfix.ties import held
from ocrfix.weights import Scale

RUN_ON = 0  # decibans from which a line reads on in another
UNSURE = 2  # the same, where the line is body only perhaps
OPENS = 6  # the same, into a line of Latin with a dateline, where a text begins
BROKEN = -9  # the same, where a full line breaks off in mid-sentence: it must go on somewhere
JUMPED = 4  # and that, where it may go on on another page: the jump lines stand apart from their stories,
ENDS = 2  # and for each, so many are in question
HOPELESS = -28  # decibans at first sight from which no rhythm of the lines around saves a link
LIKELY = 4  # decibans of affinity that a link must have to reach far
FAR = 6  # more is asked of links that reach far
REACH = 100  # loose beginnings of lines ahead and back that they reach

Pairs = list[list[tuple[int, int]]]  # for each line later ones, with the decibans of all evidence but the stride


class Weigher:
    """Weighs the links between a line and several others at once: what Linker.bins names, by one scale.

    The stride is left out; it may not be known yet.
    """

    def __init__(self, linker: lk.Linker, scale: Scale):
        self.linker = linker
        self.sides = sides(scale)
        self.steps = Memo[int, int](lambda k: scale.base + scale.weight("step", lk.step_bin(k)))
        self.next, self.later = (
            list(map(add, scale.weights("gap", [lk.gap_bin(next_line, gap) for gap in linker.gaps]), torn))
            for next_line, torn in (
                (True, scale.weights("torn", linker.torn)),
                (False, repeat(scale.weight("torn", "-"))),
            )
        )
        self.measures = [s.measure for s in linker.g.lines]
        self.apart = scale.weights("measure", map(str, range(len(lk.APART) + 1)))
        self.unmeasured = scale.weight("measure", "u")
        self.stop = scale.weight("affinity", "stop") + scale.weight("stands", "stop")
        self.affinity = Memo[int, int](lambda decibans: scale.weight("affinity", lk.affinity_bin(decibans)))
        self.stands = scale.weights("stands", map(lk.stands_bin, range(5)))
        self.rows = Memo[str, int](lambda b: scale.weight("row", b))
        self.beside = Memo[str, int](lambda b: scale.weight("beside", b))
        self.room = Memo[tuple[str, str], int](lambda b: scale.weight("room", b[0]) + scale.weight("indent", b[1]))

    def weigh(self, i: int, others: Sequence[int], reads: Sequence[tuple[int, int]]) -> list[int]:
        """Decibans that line i reads on in each of the others; ``reads`` as of Linker.reads, empty after a full stop."""
        linker, steps, next_, later = self.linker, self.steps, self.next, self.later
        side, right = self.sides[linker.left[i]], linker.right
        own, measures, apart, unmeasured = self.measures[i], self.measures, self.apart, self.unmeasured
        columns = [
            [steps[j - i] for j in others],
            [later[j] if j - i != 1 else next_[j] for j in others],
            [side[right[j]] for j in others],
            [self.beside[b] for b in linker.beside(i, others)],
            [
                apart[bisect_right(lk.APART, abs(own - measures[j]))] if own and measures[j] else unmeasured
                for j in others
            ],
        ]
        if linker.shared:
            a = linker.g.lines[i]
            columns.append([self.rows[lk.row_bin(a, linker.g.lines[j])] for j in others])
        if linker.room and linker.stops[i]:
            columns.append([self.room[b] for b in linker.room.bins(i, others)])
        if reads:
            columns.append([self.affinity[decibans] + self.stands[units] for decibans, units in reads])
        same = (0 if reads else self.stop) + (0 if linker.shared else self.rows["-"])
        return [same + sum(case) for case in zip(*columns, strict=True)]


@lru_cache(maxsize=8)
def sides(scale: Scale) -> Memo[str, Memo[str, int]]:
    """What the evidence of links.SIDES weighs: by what counts of the first line, then of the second."""

    def weigh(left: str, right: str) -> int:
        return sum(scale.weight(kind, b) for kind, b in lk.side_bins(left, right).items())

    return Memo(lambda left: Memo(lambda right: weigh(left, right)))


def near_pairs(linker: lk.Linker, first: Scale, later: Scale) -> tuple[Pairs, Pairs]:
    """Lines that may read on in one of the next lk.NEAR, weighed by either scale; hopeless ones left out."""
    n = len(linker.g.lines)
    hopeless = HOPELESS - first.weight("stride", "-")
    weighers = Weigher(linker, first), Weigher(linker, later)
    found: tuple[Pairs, Pairs] = ([], [])
    for i in range(n):
        others = range(i + 1, i + 1 if i in linker.away else min(n, i + 1 + lk.NEAR))
        reads = linker.near[i] if len(others) else []
        rows = [weigher.weigh(i, others, reads) for weigher in weighers]
        may = [w > hopeless for w in rows[0]]
        for pairs, row in zip(found, rows, strict=True):
            pairs.append([(j, w) for j, w, m in zip(others, row, may, strict=True) if m])
    return found


def read_on(linker: lk.Linker, scale: Scale, pairs: Pairs) -> dict[int, int]:
    """Which line each line reads on in."""
    lines, n = linker.g.lines, len(linker.g.lines)
    body = [k in "Bbm" for k in linker.kinds]
    opens = [linker.g.latin and s.start == "dateline" for s in lines]
    scored, kept = [], held(linker.g)
    linker.jumped = may_end(linker, scale, pairs)
    for i, row in enumerate(pairs):
        least = asked(linker, i)
        seen, rest = linker.jumps(i)
        weights = {k: scale.weight("stride", b) for k, b in seen.items()}
        other = scale.weight("stride", rest)
        scored += [(v, i, j) for j, w in row if (v := w + weights.get(j - i, other)) > (OPENS if opens[j] else least)]
    after = assign(scored, n, BROKEN, kept)
    begun = set(after.values())
    ends = [i for i in range(n) if body[i] and i not in after and lines[i].end != "stop" and i not in linker.away]
    starts = [j for j in range(n) if body[j] and j not in begun]
    beginnings = [linker.starts[j] for j in starts]
    for i in ends:
        here = bisect_left(starts, i)
        within = slice(max(0, here - REACH), here + REACH)
        affinities = linker.news.affinities(linker.ends[i][0], beginnings[within])
        for j, decibans in zip(starts[within], affinities, strict=True):
            if decibans >= LIKELY and not 0 <= j - i <= lk.NEAR and (w := scale.weigh(linker.bins(i, j))) > FAR:
                scored.append((w, i, j))
    return assign(scored, n, BROKEN, kept)


def may_end(linker: lk.Linker, scale: Scale, pairs: Pairs) -> set[int]:
    """The lines that break off and read on worst, so many of them as stories may go on on another page."""
    likeliest = []
    for i, row in enumerate(pairs if linker.jumps_apart else ()):
        if breaks_off(linker, i) and linker.g.lines[i].end != "hyphen" and i not in linker.away:
            seen, rest = linker.jumps(i)
            weights = (w + scale.weight("stride", seen.get(j - i, rest)) for j, w in row)
            likeliest.append((max(weights, default=HOPELESS), i))
    return {i for _, i in sorted(likeliest)[: ENDS * linker.jumps_apart]}


def asked(linker: lk.Linker, i: int) -> int:
    """The decibans from which line i reads on in another."""
    if breaks_off(linker, i):
        return JUMPED if i in linker.jumped else BROKEN
    return UNSURE if linker.kinds[i] == "m" else RUN_ON


def breaks_off(linker: lk.Linker, i: int) -> bool:
    """Is line i a full body line that ends in mid-sentence?"""
    end = linker.g.lines[i].end
    return linker.kinds[i] in "Bb" and end not in ("stop", "close", "colon") and linker.fills[i] in "fno"
