"""Evidence that one line reads on in another: the same paragraph goes on, over the break, there.

Every question is about two lines, the earlier and the later in reading order, wherever they stand. Each kind of
evidence puts the pair into one bin; what a bin weighs, in decibans, stands in the bundled weights.
"""

import re
from collections import Counter
from collections.abc import Sequence
from operator import add

from ocrfix.lines import Galley, Slug
from ocrfix.memo import Memo
from ocrfix.roles import bucket, fill, usual_gap
from ocrfix.statistics import PageGrams, Statistics
from ocrfix.weights import by_sides

CLOSE_OF = dict(zip("“‘「『（《【〈", "”’」』）》】〉", strict=True))
LINK_BINS = (
    "turn",
    "step",
    "affinity",
    "stands",
    "measure",
    "gap",
    "quote",
    "head",
    "kinds",
    "split",
    "stride",
    "row",
    "cells",
)
WHY = {
    "base": "any two lines of a page",
    "broken": "a full line that breaks off in mid-sentence goes on somewhere",
    "turn": "how full the two lines are and how the first ends",
    "step": "how many lines lie between",
    "affinity": "how well the text reads on, by the habits of the language",
    "stands": "whether the words across the break stand elsewhere on the page",
    "measure": "whether both lines are set to one measure",
    "gap": "the blank lines between, beside the habit of the page",
    "quote": "a quote or bracket left open, and closed",
    "head": "how the second line begins",
    "kinds": "what the two lines seem to be",
    "split": "what the break would cut: a number, a word",
    "stride": "whether the links around jump as far",
    "row": "where the two stand on their printed lines",
    "cells": "cells of a table or list within the lines",
}
ENDS = ("stop", "close", "colon", "mid", "hyphen")  # the others run on
CELLS = re.compile(r"\S(?:\s{2,}|\u3000)\S")
NEAR = 12  # lines ahead that a zip of six columns, or a caption, may part a line from its next


def open_marks(text: str) -> tuple[str, str]:
    """Quotes and brackets that the line leaves open, and those it closes without having opened them."""
    opened: list[str] = []
    closed: list[str] = []
    for c in text:
        if c in CLOSE_OF:
            opened.append(CLOSE_OF[c])
        elif c in "”’」』）》】〉":
            if c in opened:
                opened.remove(c)
            else:
                closed.append(c)
    return "".join(opened), "".join(closed)


def glyph(c: str) -> str:
    """One glyph for all that are alike to split_bin."""
    if c.isdigit():
        return "0"
    if c.isascii() and c.isalpha():
        return "a" if c.islower() else "A"
    return "\u4e00" if "\u3400" <= c < "\ua000" else c


def split_bin(x: str, y: str) -> str:
    """What the break between two glyphs would cut: a number, a Latin word, a Latin and a Han glyph, ..."""
    if x.isdigit() and y.isdigit():
        return "dd"
    if x.isdigit() or y.isdigit():
        return ("d" if x.isdigit() else "h") + ("d" if y.isdigit() else "%" if y in "%％.．" else "h")
    if x.isascii() and x.isalpha() and y.isascii() and y.isalpha():
        return "l" + ("l" if y.islower() else "U")
    if x in "-\u2010\xad":
        return "-" + ("l" if y.islower() else "U")
    return ("l" if x.isascii() else "h") + ("U" if y.isupper() else "l" if y.isascii() else "h")


def quote_bin(left_open: str, closed: str) -> str:
    """Does the second line close what the first leaves open?"""
    return "m" if left_open and left_open == closed else "o" if left_open else "c" if closed else "-"


def measure_bin(a: float, b: float) -> str:
    """How far apart two measures are."""
    return "u" if not a or not b else str(bucket(abs(a - b), (0.6, 1.6, 3.1)))


def step_bin(k: int) -> str:
    """How many lines further on, or back, a line stands."""
    return ("+" if k > 0 else "-") + str(bucket(abs(k), (2, 3, 4, 5, 7, 10, 15, 25, 41)))


def affinity_bin(decibans: int) -> str:
    """How well the text reads on."""
    return str(bucket(decibans, (-12, -8, -5, -2, 1, 4, 7, 10, 14, 18, 23)))


def stride_bin(share: float) -> str:
    """How many of the links around jump as far."""
    return str(bucket(share, (0.01, 0.3, 0.6, 0.85)))


SIDES = {  # evidence whose bin is made of a mark of either line
    "turn": by_sides(add),
    "quote": by_sides(quote_bin),
    "head": by_sides(add),
    "kinds": by_sides(add),
    "split": by_sides(lambda x, y: "stop" if x == "stop" else split_bin(x, y)),
    "cells": by_sides(add),
}
STEPS = Memo(step_bin)
AFFINITIES = Memo(affinity_bin)
STANDS = ("0", "1", "2", "3", "3")


class Linker:
    """Answers, for a line of a galley and several others, which bins of evidence hold that it reads on in them.

    ``news`` and ``grams`` know whether text reads on by the habits of the language and of the page; ``kinds`` is what
    each line seems to be (see roles). After a first decoding ``strides`` tells how far the links around each line jump.
    ``marks`` holds, for each kind of SIDES, what counts of each line as the first of two and as the second.
    """

    def __init__(self, g: Galley, news: Statistics, grams: PageGrams, kinds: list[str]):
        self.g, self.news, self.grams, self.kinds = g, news, grams, kinds
        self.fills = [fill(s, g.latin) for s in g.lines]
        self.quotes = [open_marks(s.text) for s in g.lines]
        self.stops = [s.end == "stop" for s in g.lines]
        ends = [s.end if s.end in ENDS else "run" for s in g.lines]
        cells = ["1" if CELLS.search(s.text) else "0" for s in g.lines]
        self.marks: dict[str, tuple[list[str], list[str]]] = {
            "turn": (list(map(add, ends, self.fills)), self.fills),
            "quote": ([o[-1:] for o, _ in self.quotes], [c[:1] for _, c in self.quotes]),
            "head": (["s" if stop else "r" for stop in self.stops], [s.start for s in g.lines]),
            "kinds": (kinds, kinds),
            "split": (
                ["stop" if stop else glyph(s.text[-1]) for s, stop in zip(g.lines, self.stops, strict=True)],
                [glyph(s.text[0]) for s in g.lines],
            ),
            "cells": (cells, cells),
        }
        usual = usual_gap(g)
        self.gaps = [str(bucket(s.gap - usual, (-0.5, 0.5, 1.5))) for s in g.lines]
        self.shared = sum(s.cut for s in g.lines) > len(g.lines) // 20
        self.strides: list[Counter[int]] = []

    def columns(self, i: int, others: Sequence[int]) -> dict[str, Sequence[str]]:
        """For each of LINK_BINS but the stride, the bins of line i with each of the others."""
        a, lines = self.g.lines[i], self.g.lines
        found: dict[str, Sequence[str]] = {}
        for kind, names in SIDES.items():
            left, right = self.marks[kind]
            side = names[left[i]]
            found[kind] = [side[right[j]] for j in others]
        found["step"] = [STEPS[j - i] for j in others]
        found["gap"] = [("n" if j - i == 1 else "f") + self.gaps[j] for j in others]
        found["measure"] = [measure_bin(a.measure, lines[j].measure) for j in others]
        found["row"] = [self.row(a, lines[j]) for j in others] if self.shared else ["-"] * len(others)
        if self.stops[i]:
            found["affinity"] = found["stands"] = ["stop"] * len(others)
        else:
            texts = [lines[j].text for j in others]
            found["affinity"] = [AFFINITIES[decibans] for decibans in self.news.affinities(a.text, texts)]
            found["stands"] = [STANDS[units] for units in self.grams.stand(a.text, texts)]
        return found

    def bins(self, i: int, j: int) -> list[str]:
        """The bin of the pair (i, j) for each of LINK_BINS."""
        seen, rest = self.jumps(i)
        columns = self.columns(i, (j,)) | {"stride": [seen.get(j - i, rest)]}
        return [columns[kind][0] for kind in LINK_BINS]

    def row(self, a: Slug, b: Slug) -> str:
        """How two slugs stand to each other where lines hold several: on one line, below each other, askew, back up."""
        rows, shift = b.row - a.row, b.x - a.x
        if rows == 0:
            return "same"
        if rows < 0:
            return "up" + ("r" if shift > 4 else "l") + str(bucket(abs(shift), (4.0, 12.0, 40.0)))
        return f"{min(rows, 4)}{bucket(abs(shift), (2.5, 6.0, 12.0))}{int(a.cut == b.cut)}"

    def jumps(self, i: int) -> tuple[dict[int, str], str]:
        """Do the links around line i jump as far? Bins by how far the links go, and the bin of all other jumps."""
        if not self.strides:
            return {}, "-"
        here = self.strides[i]
        total = here.total()
        if total < 2:
            return {}, "few"
        return {k: stride_bin(times / total) for k, times in here.items()}, "0"


def strides(after: dict[int, int], n: int, reach: int = 8) -> list[Counter[int]]:
    """For each of ``n`` lines, how often the links within ``reach`` lines jump how far (its own left out)."""
    found = []
    around: Counter[int] = Counter()
    for i in range(-reach, n):
        new, old = i + reach, i - reach - 1
        if new in after and new < n:
            around[after[new] - new] += 1
        if old in after:
            around[after[old] - old] -= 1
        if i >= 0:
            here = around.copy()
            if i in after:
                here[after[i] - i] -= 1
            found.append(+here)
    return found


def assign(scores: Sequence[tuple[float, int, int]], n: int, least: float = 0.0) -> dict[int, int]:
    """Links (earlier to later line), the weightiest first, at most one from and one to each line, and no ring.

    ``scores`` holds (weight, i, j); what weighs less than ``least`` is left out.
    """
    after: dict[int, int] = {}
    taken: set[int] = set()
    root = list(range(n))

    def find(x: int) -> int:
        while root[x] != x:
            root[x] = root[root[x]]
            x = root[x]
        return x

    for w, i, j in sorted(scores, reverse=True):
        if w < least:
            break
        if i in after or j in taken or find(i) == find(j):
            continue
        after[i] = j
        taken.add(j)
        root[find(i)] = find(j)
    return after
