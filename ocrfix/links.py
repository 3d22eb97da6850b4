"""Evidence that one line reads on in another: the same paragraph goes on, over the break, there.

Every question is about two lines, the earlier and the later in reading order, wherever they stand. Each kind of
evidence puts the pair into one bin; what a bin weighs, in decibans, stands in the bundled weights.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from operator import add

from ocrfix.cells import rank
from ocrfix.columns import Columns
from ocrfix.jumps import jumps_on
from ocrfix.lay import shared
from ocrfix.lines import Galley, Slug
from ocrfix.memo import Memo
from ocrfix.roles import bucket, fill, lead_bin, plain_runs
from ocrfix.rolls import is_row
from ocrfix.room import NOTHING, Room
from ocrfix.statistics import PageGrams, Statistics, page_end, page_start
from ocrfix.strides import stride_bins
from ocrfix.torn import joints

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
    "plain",
    "torn",
    "beside",
    "room",
    "indent",
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
    "plain": "of how long a run of lines without marks both are, as poems and lists have them",
    "torn": "whether both are pieces of one printed line, torn at its spaces",
    "beside": "whether the lines above and below them read on as far off, as in zipped columns",
    "room": "whether the second's first word had room on the first, which ends with a full stop",
    "indent": "whether the second is set in as paragraphs of this page are",
}
ENDS = ("stop", "close", "colon", "mid", "hyphen")  # the others run on
APART = (0.6, 1.6, 3.1)  # em between two measures
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
    return "u" if not a or not b else str(bucket(abs(a - b), APART))


def step_bin(k: int) -> str:
    """How many lines further on, or back, a line stands."""
    return ("+" if k > 0 else "-") + str(bucket(abs(k), (2, 3, 4, 5, 7, 10, 15, 25, 41)))


def affinity_bin(decibans: int) -> str:
    """How well the text reads on."""
    return str(bucket(decibans, (-12, -8, -5, -2, 1, 4, 7, 10, 14, 18, 23)))


def level(decibans: int) -> str:
    """How well the text reads on, in a letter."""
    return "0" if decibans < -2 else "1" if decibans < 7 else "2"


def gap_bin(next_line: bool, gap: str) -> str:
    """Whether the second is the next line, and the blank lines above it beside the habit of the page."""
    return ("n" if next_line else "f") + gap


def stands_bin(units: int) -> str:
    """How much across the break stands elsewhere on the page."""
    return str(min(3, units))


def row_bin(a: Slug, b: Slug) -> str:
    """How two slugs stand to each other where lines hold several: on one line, below each other, askew, back up."""
    rows, shift = b.row - a.row, b.x - a.x
    if rows == 0:
        return "same"
    if rows < 0:
        return "up" + ("r" if shift > 4 else "l") + str(bucket(abs(shift), (4.0, 12.0, 40.0)))
    return f"{min(rows, 4)}{bucket(abs(shift), (2.5, 6.0, 12.0))}{int(a.cut == b.cut)}"


SIDES: dict[str, Callable[[str, str], str]] = {  # evidence whose bin is made of a mark of either line
    "turn": add,
    "quote": quote_bin,
    "head": add,
    "kinds": add,
    "split": lambda x, y: "stop" if x == "stop" else split_bin(x, y),
    "cells": add,
    "plain": add,
}
MARKS = "\n"  # stands between the marks of a line, and in none of them


class Linker:
    """Answers, for two lines of a galley, which bins of evidence hold. What is true of one line is worked out once.

    ``news`` and ``grams`` know whether text reads on by the habits of the language and of the page; ``kinds`` is what
    each line seems to be (see roles); lines that go on on another page, or are rows of a list, are ``away``;
    ``jumps_apart`` counts the jump lines that stand apart from their stories, on a page told ``in_order``. After a first decoding ``strides`` tells how far the
    links around each line jump, and ``jumped`` which lines may go on on another page.
    ``left`` and ``right`` hold what counts of each line as the first and as the second of two, for each of SIDES.
    """

    def __init__(self, g: Galley, news: Statistics, grams: PageGrams, kinds: list[str], in_order: bool = True):
        self.g, self.news, self.grams, self.kinds = g, news, grams, kinds
        self.fills = [fill(s, g.latin) for s in g.lines]
        self.quotes = [open_marks(s.text) for s in g.lines]
        self.stops = [s.end == "stop" for s in g.lines]
        self.away = {i for i in range(len(g.lines) - 1) if jumps_on(g.lines[i + 1].text) or is_row(g.lines[i])}
        body = [kind in "Bbm" for kind in kinds]
        self.jumps_apart = sum(not (i and body[i - 1]) for i, s in enumerate(g.lines) if in_order and jumps_on(s.text))
        self.jumped: set[int] = set()
        self.ends = [(news.end(s.text), page_end(s.text)) for s in g.lines]
        self.starts = [news.start(s.text) for s in g.lines]
        self.page_starts = [page_start(s.text) for s in g.lines]
        self.gaps = [lead_bin(s.lead) for s in g.lines]
        self.shared = shared(g.lines)
        self.room = Room(g.lines, self.stops, body) if g.latin else None
        self.torn = joints(g.lines)
        self.left, self.right = [], []
        plain = plain_runs(g.lines, g.latin)
        marks = zip(g.lines, self.fills, self.quotes, kinds, plain, strict=True)
        for s, f, (opened, closed), kind, run in marks:
            stop = s.end == "stop"
            cells, last = rank(s.text), "stop" if stop else glyph(s.text[-1])
            left = (s.end if s.end in ENDS else "run") + f, opened[-1:], "s" if stop else "r", kind, last, cells, run
            self.left.append(MARKS.join(left))
            self.right.append(MARKS.join((f, closed[:1], s.start, kind, glyph(s.text[0]), cells, run)))
        self.strides = []
        self._far = Memo[tuple[int, int], str](
            lambda p: level(news.affinities(self.ends[p[0]][0], (self.starts[p[1]],))[0])
        )

    @cached_property
    def columns(self) -> Columns | None:
        """The columns of a page whose printed lines hold several."""
        return Columns(self.g.lines, [kind in "Bbm" for kind in self.kinds]) if self.shared else None

    @cached_property
    def onward(self) -> list[int]:
        """How well each line but the last reads on in the next, in decibans."""
        return [decibans for i in range(len(self.ends) - 1) for decibans, _ in self.reads(i, (i + 1,))]

    def bins(self, i: int, j: int) -> list[str]:
        """The bin of the pair (i, j) for each of LINK_BINS."""
        a, b = self.g.lines[i], self.g.lines[j]
        found = dict(side_bins(self.left[i], self.right[j]))
        found["step"] = step_bin(j - i)
        found["gap"] = gap_bin(j - i == 1, self.gaps[j])
        found["torn"] = self.torn[j] if j - i == 1 else "-"
        (found["beside"],) = self.beside(i, (j,))
        found["measure"] = measure_bin(a.measure, b.measure)
        found["row"] = row_bin(a, b) if self.shared else "-"
        ((found["room"], found["indent"]),) = self.room.bins(i, (j,)) if self.room else (NOTHING,)
        if self.stops[i]:
            found["affinity"] = found["stands"] = "stop"
        else:
            ((decibans, units),) = self.reads(i, range(j, j + 1))
            found["affinity"], found["stands"] = affinity_bin(decibans), stands_bin(units)
        seen, rest = self.jumps(i)
        found["stride"] = seen.get(j - i, rest)
        return [found[kind] for kind in LINK_BINS]

    @cached_property
    def near(self) -> list[list[tuple[int, int]]]:
        """How each line reads on in each of the next NEAR (see reads); nothing where it ends with a full stop."""
        n = len(self.ends)
        rows = (range(i + 1, min(n, i + 1 + NEAR)) for i in range(n))
        return [[] if self.stops[i] else list(self.reads(i, others)) for i, others in enumerate(rows)]

    @cached_property
    def levels(self) -> list[str]:
        """The same, a letter for each: not 0, perhaps 1, well 2; s after a full stop, - beyond the page."""
        ahead = [min(NEAR, len(self.near) - 1 - i) for i in range(len(self.near))]
        rows = [
            n * "s" if stop else "".join(level(affinity) for affinity, _ in row)
            for n, stop, row in zip(ahead, self.stops, self.near, strict=True)
        ]
        return [row.ljust(NEAR, "-") for row in rows]

    def beside(self, i: int, others: Sequence[int]) -> list[str]:
        """How well the line above i reads on in that above each of the others, and the line below i in that below it; - for
        the next line."""
        if not isinstance(others, range):
            return ["-" if j - i == 1 else self._level(i - 1, j - 1) + self._level(i + 1, j + 1) for j in others]
        beyond = NEAR * "-"  # the lines after i, in a row
        above, below = self.levels[i - 1] if i else beyond, self.levels[i + 1] if i + 1 < len(self.levels) else beyond
        return ["-", *map(add, above[1:], below[1:])][: len(others)]

    def _level(self, i: int, j: int) -> str:
        if not 0 <= min(i, j) <= max(i, j) < len(self.ends):
            return "-"
        if self.stops[i] or 0 < j - i <= NEAR:
            return self.levels[i][max(0, min(j - i, NEAR) - 1)]
        return self._far[i, j]

    def reads(self, i: int, others: Sequence[int]) -> Iterable[tuple[int, int]]:
        """How well line i reads on in some lines: the affinity in decibans, and the units that stand on the page."""
        end, tail = self.ends[i]
        affinities = self.news.affinities(end, [self.starts[j] for j in others])
        stand = self.grams.stand(tail, [self.page_starts[j] for j in others])
        return zip(affinities, stand, strict=True)

    @property
    def strides(self) -> list[dict[int, int]]:
        """How often the links around each line jump how far; empty before a first decoding."""
        return self._strides

    @strides.setter
    def strides(self, strides: list[dict[int, int]]) -> None:
        self._strides = strides
        self._jumps = [stride_bins(here) for here in strides]

    def jumps(self, i: int) -> tuple[dict[int, str], str]:
        """Do the links around line i jump as far? Bins by how far the links go, and the bin of all other jumps."""
        return self._jumps[i] if self._jumps else ({}, "-")


@lru_cache(1 << 15)
def side_bins(left: str, right: str) -> dict[str, str]:
    """The bins of SIDES for what counts of two lines."""
    marks = zip(SIDES.items(), left.split(MARKS), right.split(MARKS), strict=True)
    return {kind: bin_of(a, b) for (kind, bin_of), a, b in marks}
