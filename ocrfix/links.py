"""Evidence that one line reads on in another: the same paragraph goes on, over the break, there.

Every question is about two lines, the earlier and the later in reading order, wherever they stand. Each kind of
evidence puts the pair into one bin; what a bin weighs, in decibans, stands in the bundled weights.
"""

import re
from collections import Counter
from collections.abc import Callable

from ocrfix.lines import Galley, Slug
from ocrfix.roles import bucket, fill

Ask = Callable[[str, str], int]

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
STRIDE = LINK_BINS.index("stride")
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


def split_bin(a: str, b: str) -> str:
    """What the break between two lines would cut: a number, a Latin word, a Latin and a Han glyph, ..."""
    x, y = a[-1], b[0]
    if x.isdigit() and y.isdigit():
        return "dd"
    if x.isdigit() or y.isdigit():
        return ("d" if x.isdigit() else "h") + ("d" if y.isdigit() else "%" if y in "%％.．" else "h")
    if x.isascii() and x.isalpha() and y.isascii() and y.isalpha():
        return "l" + ("l" if y.islower() else "U")
    if x in "-\u2010\xad":
        return "-" + ("l" if y.islower() else "U")
    return ("l" if x.isascii() else "h") + ("U" if y.isupper() else "l" if y.isascii() else "h")


class Linker:
    """Answers, for two lines of a galley, which bins of evidence hold. What is true of one line is worked out once.

    ``affinity`` and ``stands`` ask the language and the page whether text reads on; ``kinds`` is what each line seems
    to be (see roles). After a first decoding ``strides`` tells how far the links around each line jump.
    """

    def __init__(self, g: Galley, affinity: Ask, stands: Ask, kinds: list[str]):
        self.g = g
        self.affinity, self.stands, self.kinds = affinity, stands, kinds
        self.fills = [fill(s, g.latin) for s in g.lines]
        self.marks = [open_marks(s.text) for s in g.lines]
        gaps = sorted(s.gap for s in g.lines)
        self.usual = gaps[len(gaps) // 2] if gaps else 0
        self.shared = sum(s.cut for s in g.lines) > len(g.lines) // 20
        self.strides: list[Counter[int]] = []

    def bins(self, i: int, j: int) -> list[str]:
        """The bin of the pair (i, j) for each of LINK_BINS."""
        a, b = self.g.lines[i], self.g.lines[j]
        k = j - i
        stop = a.end == "stop"
        ends = "stop" if stop else a.end if a.end in ("close", "colon", "mid", "hyphen") else "run"
        step = ("+" if k > 0 else "-") + str(bucket(abs(k), (2, 3, 4, 5, 7, 10, 15, 25, 41)))
        aff = "stop" if stop else str(bucket(self.affinity(a.text, b.text), (-12, -8, -5, -2, 1, 4, 7, 10, 14, 18, 23)))
        stands = "stop" if stop else str(min(3, self.stands(a.text, b.text)))
        d = abs(a.measure - b.measure)
        meas = "u" if not a.measure or not b.measure else str(bucket(d, (0.6, 1.6, 3.1)))
        gap = ("n" if k == 1 else "f") + str(bucket(b.gap - self.usual, (-0.5, 0.5, 1.5)))
        o, c = self.marks[i][0], self.marks[j][1]
        quote = "m" if o and c and o[-1] == c[0] else "o" if o else "c" if c else "-"
        return [
            ends + self.fills[i] + self.fills[j],
            step,
            aff,
            stands,
            meas,
            gap,
            quote,
            ("s" if stop else "r") + b.start,
            self.kinds[i] + self.kinds[j],
            "stop" if stop else split_bin(a.text, b.text),
            self.stride(i, j),
            self.row(a, b),
            f"{int(bool(CELLS.search(a.text)))}{int(bool(CELLS.search(b.text)))}",
        ]

    def row(self, a: Slug, b: Slug) -> str:
        """How two slugs stand to each other where lines hold several: on one line, below each other, askew, back up."""
        if not self.shared:
            return "-"
        rows, shift = b.row - a.row, b.x - a.x
        if rows == 0:
            return "same"
        if rows < 0:
            return "up" + ("r" if shift > 4 else "l") + str(bucket(abs(shift), (4.0, 12.0, 40.0)))
        return f"{min(rows, 4)}{bucket(abs(shift), (2.5, 6.0, 12.0))}{int(a.cut == b.cut)}"

    def stride(self, i: int, j: int) -> str:
        """Do the links around line i jump as far as this one?"""
        if not self.strides:
            return "-"
        here = self.strides[i]
        total = here.total()
        if total < 2:
            return "few"
        return str(bucket(here[j - i] / total, (0.01, 0.3, 0.6, 0.85)))


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


def assign(scores: list[tuple[float, int, int]], n: int, least: float = 0.0) -> dict[int, int]:
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
