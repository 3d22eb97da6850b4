"""Lines that read on in one another are blocks; here a block gets its role, and body blocks are threaded to articles."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import add

from ocrfix.lines import MIDS, STOPS, Galley, Lean
from ocrfix.links import measure_bin, quote_bin
from ocrfix.memo import Memo
from ocrfix.roles import bucket, fill, usual_gap
from ocrfix.weights import by_sides

KINDS = "BHYFR"  # body, headline, byline or credit, furniture, banner
NAMES = {"B": "body", "H": "display type", "Y": "a byline or credit", "F": "furniture", "R": "a banner"}
WHY = {
    "base": "any two blocks of a page",
    "prior": "an article mostly has another paragraph",
    "open": "the first breaks off in mid-sentence, the second begins so",
    "turn": "how the first ends, and how full the lines at the turn are",
    "step": "how many lines lie between",
    "between": "what lies between",
    "measure": "whether both are set to one measure",
    "gap": "the blank lines between, beside the habit of the page",
    "head": "how the second begins",
    "topic": "the rare words that both share",
    "share": "the rare words that both share, for their lengths",
    "sizes": "how long the two are",
    "above": "what stands above the second",
    "below": "what stands below the first",
    "loose": "lines without a stop, as in lists",
    "quote": "a quote or bracket left open, and closed",
    "frame": "how the first ends and the second begins, and what lies between",
    "matter": "shared words, for what lies between",
    "headed": "which of the two have headlines",
}
BLOCK_BINS = ("lines", "odds", "most", "second", "end", "inner", "width", "above", "below", "prints")
THREAD_BINS = (
    "turn",
    "step",
    "between",
    "measure",
    "gap",
    "head",
    "topic",
    "share",
    "sizes",
    "above",
    "below",
    "loose",
    "quote",
    "frame",
    "matter",
    "headed",
)


TermWeights = Memo[str, int]  # whole numbers, so that their sum hangs on no order
UNIT = 120  # of them make the weight of a term that is twelve decibans rarer than COMMON
COMMON = 32  # decibans of rarity of terms that tell nothing


@dataclass(slots=True)
class Block:
    """A chain of lines (indices) that read on in one another. ``odds`` are decibans for each of KINDS, by its lines."""

    lines: list[int]
    odds: list[float]
    kind: str
    terms: set[str]
    size: int = 0


def leaning(odds: Sequence[float], lean: Lean | None, sign: int = 1) -> list[float]:
    """Decibans for each of KINDS with what is known beyond the looks, or (``sign`` -1) without it."""
    weight = sign * lean.evidence.weight if lean else 0
    return [o + weight * (lean is not None and k in lean.kinds) for o, k in zip(odds, KINDS, strict=True)]


def chains(after: dict[int, int], n: int) -> list[list[int]]:
    """The chains of ``n`` lines under the links ``after``, by their first lines."""
    heads = set(range(n)) - set(after.values())
    found = []
    for i in sorted(heads):
        chain = [i]
        while chain[-1] in after:
            chain.append(after[chain[-1]])
        found.append(chain)
    return found


def block_bins(g: Galley, blocks: list[Block], home: list[int], fills: list[str], prints: list[str]) -> list[list[str]]:
    """For each block one bin per feature of BLOCK_BINS. ``home[i]`` is the block of line i."""
    rows = []
    last = len(g.lines) - 1
    for b in blocks:
        order = sorted(range(5), key=lambda k: -b.odds[k])
        text = "".join(g.lines[i].text for i in b.lines)
        tail = g.lines[b.lines[-1]]
        mids = sum(text.count(c) for c in MIDS)
        stops = sum(text[:-2].count(c) for c in (".!?" if g.latin else STOPS))
        n = bucket(len(b.lines), (2, 3, 4, 6, 12))
        up, down = b.lines[0] - 1, b.lines[-1] + 1
        rows.append(
            [
                str(n),
                str(bucket(b.odds[0], (-20, -12, -6, -2, 2, 6, 10, 15, 20)))
                + str(bucket(b.odds[1], (-10, -5, -1, 3, 8))),
                KINDS[order[0]] + str(bucket(b.odds[order[0]] - b.odds[order[1]], (2, 5, 10, 20))),
                KINDS[order[0]] + KINDS[order[1]] + str(min(n, 2)),
                tail.end + fills[b.lines[-1]] + str(min(n, 2)),
                f"{min(mids, 2)}{min(stops, 1)}{min(n, 2)}",
                str(bucket(sum(g.lines[i].width for i in b.lines), (3, 6, 10, 15, 20, 28, 40, 80))),
                "top" if up < 0 else _beside(g, blocks, home, up),
                "foot" if down > last else _beside(g, blocks, home, down),
                prints[b.lines[0]] + str(min(n, 1)),
            ]
        )
    return rows


def _beside(g: Galley, blocks: list[Block], home: list[int], i: int) -> str:
    b = blocks[home[i]]
    return (
        b.kind
        + str(bucket(len(b.lines), (2, 4)))
        + ("." if g.lines[i].end == "stop" else "")
        + ("e" if i == b.lines[-1] else "s" if i == b.lines[0] else "m")
    )


def total(terms: Iterable[str], weight: TermWeights) -> float:
    """Summed weight of terms."""
    return sum(map(weight.__getitem__, terms)) / UNIT


SIDES = {  # evidence whose bin is made of a mark of either block
    "turn": by_sides(add),
    "quote": by_sides(quote_bin),
    "head": by_sides(add),
    "sizes": by_sides(add),
    "frame": by_sides(add),  # and what lies between
}
TOPICAL = ("topic", "share", "matter")  # evidence from the words of the two
STEPS = Memo[int, str](lambda k: ("+" if k > 0 else "-") + str(bucket(abs(k), (2, 3, 5, 8, 13, 21, 41, 81))))


class Threader:
    """Answers, for a body block and several others, which bins of evidence hold that its article goes on in them.

    ``weight`` tells what shared terms weigh, ``quotes`` the quotes and brackets that each line leaves open and closes.
    ``context`` are for each block the terms of what precedes and follows it in its article, as far as that is known;
    ``headed`` tells of headlines (see heads.headed). ``marks`` holds, for each kind of SIDES, what counts of each
    block as the first of two and as the second.
    """

    def __init__(
        self, g: Galley, blocks: list[Block], home: list[int], weight: TermWeights, quotes: list[tuple[str, str]]
    ):
        self.g, self.blocks, self.home, self.weight = g, blocks, home, weight
        self.headed: dict[int, str] = {}
        self.context = contexts(blocks, {})
        usual = usual_gap(g)
        self.gaps = [str(bucket(s.gap - usual, (-0.5, 0.5, 1.5))) for s in g.lines]
        self.firsts, self.lasts = [b.lines[0] for b in blocks], [b.lines[-1] for b in blocks]
        first, last = [g.lines[i] for i in self.firsts], [g.lines[i] for i in self.lasts]
        self.opens, self.fills = [fill(s, g.latin) for s in first], [fill(s, g.latin) for s in last]
        ends = [s.end if s.end in ("stop", "close", "colon", "mid") else "run" for s in last]
        sizes = [str(bucket(len(b.lines), (2, 3, 6))) for b in blocks]
        starts = [s.start if s.start in ("dateline", "bullet", "closing") else "-" for s in first]
        self.marks = {
            "turn": (list(map(add, ends, self.fills)), self.opens),
            "quote": ([quotes[i][0][-1:] for i in self.lasts], [quotes[i][1][:1] for i in self.firsts]),
            "head": ([e[0] for e in ends], [s.start for s in first]),
            "sizes": (sizes, sizes),
            "frame": ([e[0] + f for e, f in zip(ends, self.fills, strict=True)], list(map(add, starts, self.opens))),
        }
        self.loose = (
            [str(int(len(b.lines) == 1 and e == "run")) for b, e in zip(blocks, ends, strict=True)],
            [str(int(len(b.lines) == 1 and s.end not in ("stop", "close"))) for b, s in zip(blocks, last, strict=True)],
        )
        self.look()

    def look(self) -> None:
        """Take in what the blocks seem to be by now."""
        self.kinds = "".join(self.blocks[k].kind for k in self.home)
        end = len(self.g.lines)
        self.above = ["top" if not j else _beside(self.g, self.blocks, self.home, j - 1) for j in self.firsts]
        self.below = ["foot" if i + 1 == end else _beside(self.g, self.blocks, self.home, i + 1) for i in self.lasts]

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
        loose = self.loose[0][p]
        found["loose"] = [
            loose + self.loose[1][q] + str(bucket(k, (1, 2, 3))) for k, q in zip(jumps, others, strict=True)
        ]
        what = ["n" if k == 1 else b if k < 17 else "f" for k, b in zip(jumps, between, strict=True)]
        found["frame"] = list(map(add, found["frame"], what))
        own = self.headed.get(p, "")
        found["headed"] = [own + "/" + self.headed.get(q, "") for q in others] if self.headed else ["-"] * len(others)
        return found

    def topical(self, p: int, others: Sequence[int]) -> dict[str, Sequence[str]]:
        """For each of the TOPICAL ones of THREAD_BINS, the bins of block p with each of the others."""
        before = self.context[p][0]
        found: dict[str, list[str]] = {kind: [] for kind in TOPICAL}
        for q in others:
            behind = self.context[q][1]
            shared = total(before & behind, self.weight)
            least = min(len(before), len(behind)) or 1
            share = shared / least**0.5
            k = self.firsts[q] - self.lasts[p]
            between = self.between(self.lasts[p], k)
            where = "n" if k == 1 else "f" if between == "far" else "h" if "H" in between else "b"
            found["topic"].append(str(bucket(shared, (0.5, 1.5, 3, 5, 8, 12, 18, 26, 40))))
            found["share"].append(
                str(bucket(share, (0.1, 0.3, 0.6, 1, 1.5, 2.2, 3.2))) + str(bucket(least, (8, 20, 60)))
            )
            found["matter"].append(str(bucket(share, (0.1, 0.4, 0.9, 1.6, 2.5))) + str(bucket(least, (8, 25))) + where)
        return dict(found)

    def bins(self, p: int, q: int) -> list[str]:
        """The bin of blocks p and q for each of THREAD_BINS."""
        columns = self.columns(p, (q,)) | self.topical(p, (q,))
        return [columns[kind][0] for kind in THREAD_BINS]

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


def contexts(blocks: list[Block], after: dict[int, int], reach: int = 4) -> list[tuple[set[str], set[str]]]:
    """For each block the terms of it and of up to ``reach`` blocks before it, and of it and those after it."""
    before = {q: p for p, q in after.items()}
    found = []
    for k, b in enumerate(blocks):
        up, down = set(b.terms), set(b.terms)
        x, y = k, k
        for _ in range(reach):
            if x in before:
                x = before[x]
                up |= blocks[x].terms
            if y in after:
                y = after[y]
                down |= blocks[y].terms
        found.append((up, down))
    return found


def term_weight(rarity: Callable[[str], int], counts: Counter[str], blocks: int) -> TermWeights:
    """How much a term tells that two texts are of one matter, in UNITs: rare in news, and not all over this page."""

    def weight(term: str) -> int:
        spread = counts[term] / max(1, blocks)
        return max(0, rarity(term) - COMMON) * (10 if spread < 0.2 else 4 if spread < 0.4 else 1)

    return Memo(weight)
