"""Lines that read on in one another are blocks; here a block gets its role, and body blocks are threaded to articles."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from ocrfix.lines import MIDS, STOPS, Galley
from ocrfix.roles import bucket, fill, usual_gap

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


@dataclass(slots=True)
class Block:
    """A chain of lines (indices) that read on in one another. ``odds`` are decibans for each of KINDS, by its lines."""

    lines: list[int]
    odds: list[float]
    kind: str
    terms: set[str]
    size: int = 0


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


def topic(a: set[str], b: set[str], weight: Callable[[str], float]) -> float:
    """Summed weight of the terms that two texts share."""
    return sum(map(weight, a & b))


class Threader:
    """Answers, for two body blocks, which bins of evidence hold that the second goes on in the article of the first."""

    def __init__(
        self,
        g: Galley,
        blocks: list[Block],
        home: list[int],
        weight: Callable[[str], float],
        marks: list[tuple[str, str]],
    ):
        self.g, self.blocks, self.home, self.weight = g, blocks, home, weight
        self.fills = [fill(s, g.latin) for s in g.lines]
        self.marks = marks
        self.headed: dict[int, str] = {}
        self.context: list[tuple[set[str], set[str]]] = [(b.terms, b.terms) for b in blocks]
        self.usual = usual_gap(g)

    def bins(self, p: int, q: int) -> list[str]:
        """The bin of blocks p and q for each of THREAD_BINS."""
        g, a, b = self.g, self.blocks[p], self.blocks[q]
        i, j = a.lines[-1], b.lines[0]
        s, t = g.lines[i], g.lines[j]
        k = j - i
        ends = s.end if s.end in ("stop", "close", "colon", "mid") else "run"
        between = (
            "".join(sorted({self.blocks[self.home[m]].kind for m in range(i + 1, j)}))
            if 1 < k <= 16
            else "-"
            if k == 1
            else "far"
        )
        before, behind = self.context[p][0], self.context[q][1]
        shared = topic(before, behind, self.weight)
        size = (min(len(before), len(behind)) or 1) ** 0.5
        loose = f"{int(len(a.lines) == 1 and ends == 'run')}{int(len(b.lines) == 1 and g.lines[b.lines[-1]].end not in ('stop', 'close'))}{min(bucket(k, (1, 2, 3)), 3)}"
        o, c = self.marks[i][0], self.marks[j][1]
        return [
            ends + self.fills[i] + self.fills[j],
            ("+" if k > 0 else "-") + str(bucket(abs(k), (2, 3, 5, 8, 13, 21, 41, 81))),
            between,
            "u" if not s.measure or not t.measure else str(bucket(abs(s.measure - t.measure), (0.6, 1.6, 3.1))),
            ("n" if k == 1 else "f") + str(bucket(t.gap - self.usual, (-0.5, 0.5, 1.5))),
            ends[0] + t.start,
            str(bucket(shared, (0.5, 1.5, 3, 5, 8, 12, 18, 26, 40))),
            str(bucket(shared / size, (0.1, 0.3, 0.6, 1, 1.5, 2.2, 3.2))) + str(bucket(size * size, (8, 20, 60))),
            str(bucket(len(a.lines), (2, 3, 6))) + str(bucket(len(b.lines), (2, 3, 6))),
            "top" if j == 0 else _beside(g, self.blocks, self.home, j - 1) if k != 1 else "-",
            "foot" if i + 1 == len(g.lines) else _beside(g, self.blocks, self.home, i + 1) if k != 1 else "-",
            loose,
            "m" if o and c and o[-1] == c[0] else "o" if o else "c" if c else "-",
            ends[0]
            + self.fills[i]
            + (t.start if t.start in ("dateline", "bullet", "closing") else "-")
            + self.fills[j]
            + ("n" if k == 1 else between if k < 17 else "f"),
            str(bucket(shared / size, (0.1, 0.4, 0.9, 1.6, 2.5)))
            + str(bucket(size * size, (8, 25)))
            + ("n" if k == 1 else "b" if "H" not in between and between != "far" else "h" if between != "far" else "f"),
            self.headed.get(p, "") + "/" + self.headed.get(q, "") if self.headed else "-",
        ]

    def breaks_off(self, p: int) -> bool:
        """Does block p end in mid-sentence, on a full line?"""
        i = self.blocks[p].lines[-1]
        return (
            len(self.blocks[p].lines) > 1
            and self.g.lines[i].end not in ("stop", "close", "colon")
            and self.fills[i] in "fno"
        )

    def begins_open(self, q: int) -> bool:
        """Does block q begin with a full line, which a paragraph's first line seldom is?"""
        j = self.blocks[q].lines[0]
        return self.g.lines[j].start == "closing" or (self.fills[j] in "fo" and len(self.blocks[q].lines) > 1)


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


def term_weight(rarity: Callable[[str], int], counts: Counter[str], blocks: int) -> Callable[[str], float]:
    """How much a term tells that two texts are of one matter: rare in news, and not all over this page."""
    known: dict[str, float] = {}

    def weight(term: str) -> float:
        w = known.get(term)
        if w is None:
            spread = counts[term] / max(1, blocks)
            w = known[term] = max(0.0, (rarity(term) - 32) / 12) * (
                1.0 if spread < 0.2 else 0.4 if spread < 0.4 else 0.1
            )
        return w

    return weight
