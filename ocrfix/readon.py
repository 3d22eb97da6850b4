"""Which line each line of a page reads on in: near lines are weighed in rows, then loose ends wherever they are."""

from ocrfix import links as lk
from ocrfix.weights import Scale

RUN_ON = 0  # decibans from which a line reads on in another
BROKEN = -9  # the same, where a full line breaks off in mid-sentence: it must go on somewhere
HOPELESS = -28  # decibans at first sight from which no rhythm of the lines around saves a link
LIKELY = 4  # decibans of affinity that a link must have to reach far
FAR = 6  # more is asked of links that reach far

Pairs = list[list[tuple[int, int]]]  # for each line later ones, with the decibans of all evidence but the stride


def near_pairs(linker: lk.Linker, first: Scale, later: Scale) -> tuple[Pairs, Pairs]:
    """Lines that may read on in one of the next lk.NEAR, weighed by either scale; hopeless ones left out."""
    n = len(linker.g.lines)
    hopeless = HOPELESS - first.base - first.weight("stride", "-")
    found: tuple[Pairs, Pairs] = ([], [])
    for i in range(n):
        others = range(i + 1, min(n, i + 1 + lk.NEAR))
        columns = linker.columns(i, others)
        tallies = first.tally(columns), later.tally(columns)
        may = [w > hopeless for w in tallies[0]]
        for pairs, tally, scale in zip(found, tallies, (first, later), strict=True):
            pairs.append([(j, scale.base + w) for j, w, m in zip(others, tally, may, strict=True) if m])
    return found


def read_on(linker: lk.Linker, scale: Scale, pairs: Pairs) -> dict[int, int]:
    """Which line each line reads on in."""
    lines, kinds, n = linker.g.lines, linker.kinds, len(linker.g.lines)
    body = [k in "Bbm" for k in kinds]
    scored = []
    for i, row in enumerate(pairs):
        least = BROKEN if breaks_off(linker, i) else RUN_ON
        seen, rest = linker.jumps(i)
        weights = {k: scale.weight("stride", b) for k, b in seen.items()}
        other = scale.weight("stride", rest)
        scored += [(v, i, j) for j, w in row if (v := w + weights.get(j - i, other)) > least]
    after = lk.assign(scored, n, BROKEN)
    begun = set(after.values())
    ends = [i for i in range(n) if body[i] and i not in after and lines[i].end != "stop"]
    starts = [j for j in range(n) if body[j] and j not in begun]
    for i in ends:
        for j in starts:
            if j == i or 0 < j - i <= lk.NEAR or linker.news.affinity(lines[i].text, lines[j].text) < LIKELY:
                continue
            w = scale.weigh(linker.bins(i, j))
            if w > FAR:
                scored.append((w, i, j))
    return lk.assign(scored, n, BROKEN)


def breaks_off(linker: lk.Linker, i: int) -> bool:
    """Is line i a full body line that ends in mid-sentence?"""
    end = linker.g.lines[i].end
    return linker.kinds[i] in "Bb" and end not in ("stop", "close", "colon") and linker.fills[i] in "fno"
