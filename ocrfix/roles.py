"""What each line is at first sight: body, display (headline, kicker, deck), small print, furniture or banner.

Context-free forms come from shapes; the rest is read off the page: the line's width beside its run's measure, its
punctuation, whether it reads on from the line above and into the line below, whether its words stand elsewhere.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from ocrfix.cases import case_bin
from ocrfix.cells import rank
from ocrfix.echoes import echoes
from ocrfix.glyphs import spaces_between
from ocrfix.late import late
from ocrfix.lines import COLONS, MIDS, STOPS, Galley, Slug
from ocrfix.shapes import print_of
from ocrfix.torn import torn
from ocrfix.wording import Wording

_MIDS = late(f"[{re.escape(MIDS)}]")
_INNER_STOPS = {latin: late(f"[{re.escape(stops)}]") for latin, stops in ((False, STOPS), (True, ".!?"))}
_GAPS = late(r"\s{2,}|\u3000")
MARKED = {False: late(f"[{re.escape(MIDS + STOPS + COLONS)}]"), True: late(r"[.!?,;:](?!\d)")}
_MARKS = late(r"[\W_]+")
LENGTHS = (1.2, 2.2, 4.2, 6.5, 9, 12, 15, 18, 22, 27, 34)  # em
LEAST = 4  # glyphs of a line that stands again elsewhere not by chance, or has a wording
ALIKE = 0.7  # em by which two lines of one measure are apart, for the rounding of widths
BELOW = 4  # lines below a subhead that tell its words again


def bucket(value: float, edges: tuple[float, ...]) -> int:
    """The number of edges that ``value`` reaches."""
    return bisect_right(edges, value)


def lead_bin(lead: int) -> str:
    """Fewer blank lines than usual 0, as many 1, one more 2, more yet 3."""
    return str(bucket(lead, (-0.5, 0.5, 1.5)))


def fill(s: Slug, latin: bool) -> str:
    """How full the line is: over, full, near (short by about an indent), half or short; u where no measure shows."""
    if not s.measure:
        return "u"
    d = s.measure - s.width
    if latin:
        d = d * 0.6
    if d < -0.7:
        return "o"
    if d <= 1.05:
        return "f"
    if d <= 3.3:
        return "n"
    return "h" if s.width > 0.5 * s.measure else "s"


LINE_BINS = (
    *(
        "ratio",
        "length",
        "end",
        "inner",
        "start",
        "above",
        "below",
        "gap",
        "place",
        "print",
        "digits",
        "spaced",
        "echo",
    ),
    *("shared", "neighbours", "doubled", "frame", "body", "reads", "near", "far", "cells", "again", "plain_run"),
    *("column", "wording", "torn", "case"),
)


def line_bins(g: Galley, affinity: list[int], docs: Counter[str], found: list[set[str]]) -> list[list[str]]:
    """For every line of the galley one bin per feature of LINE_BINS, as text.

    ``affinity[i]``: decibans that line i reads on in line i + 1; ``docs``: in how many lines each term stands;
    ``found``: the terms of each line.
    """
    sight = _Sight(g, affinity, docs, found)
    looks = [getattr(sight, name) for name in LINE_BINS]
    return [[look(i) for look in looks] for i in range(len(g.lines))]


class _Sight:
    """What can be seen of a line and of those around it: a method for each of LINE_BINS."""

    def __init__(self, g: Galley, affinity: list[int], docs: Counter[str], found: list[set[str]]):
        self.lines, self.latin, self.affinity, self.found = g.lines, g.latin, affinity, found
        self.texts = [s.text for s in g.lines]
        self.fills = framed(fill(s, g.latin) for s in g.lines)
        self.prints = framed(map(print_of, self.texts), "")
        self.flat = ["".join(t.split()) for t in self.texts]
        self.echoes = echoes(self.texts, g.latin)
        self.repeated = {w for w, times in docs.items() if times > 1}
        self.mids = [len(_MIDS.findall(t)) for t in self.flat]
        self.inners = [self._inner(i) for i in range(len(g.lines))]
        self.lengths = [str(bucket(s.width, LENGTHS)) for s in g.lines]
        self.ends = framed(self._end(i) for i in range(len(g.lines)))
        self.plain = [
            s.end not in ("stop", "mid", "close", "hyphen") and len(t) < 32 * (1 + g.latin)
            for s, t in zip(g.lines, self.flat, strict=True)
        ]
        self.ranks = framed(map(rank, self.texts))
        self.stands_again = again(self.texts)
        self.runs = plain_runs(g.lines, g.latin)
        self.columns = usual_columns(g.lines)
        self.pieces = torn(g.lines)
        self.cases = [case_bin(t) if g.latin and not p else "-" for t, p in zip(self.texts, self.prints, strict=False)]
        titles = g.news.titles(g.latin)
        self.wordings = [wording_bin(titles, t) for t in self.texts]

    def _end(self, i: int) -> str:
        """How the line ends, in one letter."""
        if self.prints[i]:
            return "y" if self.prints[i] in ("byline", "credit") else "p"
        return {"stop": "s", "mid": "m", "close": "m", "colon": "m", "hyphen": "-"}.get(self.lines[i].end, "r")

    def _inner(self, i: int) -> str:
        """The marks within the line: how many commas, whether a stop, whether a colon."""
        t = self.flat[i]
        stop = _INNER_STOPS[self.latin].search(t, 0, len(t) - 2) is not None
        return f"{min(self.mids[i], 2)}{stop:d}{int(any(c in t for c in COLONS))}"

    def _reads(self, i: int, edges: tuple[int, ...]) -> str:
        """How well line ``i`` reads on in the next."""
        return str(bucket(self.affinity[i], edges))

    def ratio(self, i: int) -> str:
        s = self.lines[i]
        edges = (0.2, 0.4, 0.6, 0.75, 0.86, 0.94, 1.03, 1.2, 1.6)
        return str(bucket(s.width / s.measure, edges)) if s.measure else "u"

    def length(self, i: int) -> str:
        return self.lengths[i]

    def end(self, i: int) -> str:
        return self.lines[i].end + self.fills[i]

    def inner(self, i: int) -> str:
        return self.inners[i]

    def start(self, i: int) -> str:
        return self.lines[i].start + self.fills[i]

    def above(self, i: int) -> str:
        if not i:
            return "top"
        end = self.lines[i - 1].end
        return end + self.fills[i - 1] + ("" if end == "stop" else self._reads(i - 1, (-6, -2, 3, 9)))

    def below(self, i: int) -> str:
        if i + 1 == len(self.lines):
            return "foot"
        stop = self.lines[i].end == "stop"
        reads = "" if stop else self._reads(i, (-6, -2, 3, 9))
        return f"{stop:d}{self.lines[i + 1].start}{self.fills[i + 1]}{reads}"

    def gap(self, i: int) -> str:
        under = self.lines[i + 1].lead if i + 1 < len(self.lines) else 0
        return lead_bin(self.lines[i].lead) + lead_bin(under)

    def place(self, i: int) -> str:
        left = len(self.lines) - 1 - i
        return f"h{i}" if i < 3 else f"f{left}" if left < 3 else "-"

    def print(self, i: int) -> str:
        return self.prints[i]

    def digits(self, i: int) -> str:
        t = self.flat[i]
        return str(bucket(sum(map(str.isdigit, t)) / max(1, len(t)), (0.01, 0.12, 0.3, 0.6)))

    def spaced(self, i: int) -> str:
        s = self.lines[i]
        spaces = 0 if self.latin else min(spaces_between(s.text), 3)
        return f"{min(len(_GAPS.findall(s.text)), 2)}{spaces}{int(s.x > 2)}"

    def echo(self, i: int) -> str:
        return self.echoes[i]

    def shared(self, i: int) -> str:
        mine = self.found[i]
        return str(bucket(len(mine & self.repeated) / len(mine), (0.01, 0.25, 0.5, 0.75, 0.99))) if mine else "-"

    def neighbours(self, i: int) -> str:
        plain = f"{int(i > 0 and self.plain[i - 1])}{int(i + 1 < len(self.plain) and self.plain[i + 1])}"
        return f"{plain}{self.prints[i - 1]}/{self.prints[i + 1]}"

    def doubled(self, i: int) -> str:
        return "".join(str(int(0 <= k < len(self.lines) and self.lines[k].doubled)) for k in (i, i - 1, i + 1))

    def frame(self, i: int) -> str:
        before = self.ends[i - 1] + self.fills[i - 1]
        return before + self.ends[i] + self.fills[i] + self.fills[i + 1]

    def body(self, i: int) -> str:
        return self.length(i) + self.inner(i)[:2] + self.ends[i]

    def reads(self, i: int) -> str:
        before, e = self.ends[i - 1], self.ends[i]
        above = before if before in "st" else self._reads(i - 1, (-4, 4))
        below = e if e == "s" else self._reads(i, (-4, 4))
        return above + below + self.fills[i - 1] + self.fills[i]

    def near(self, i: int) -> str:
        begins = i + 1 < len(self.lines) and (
            self.lines[i + 1].start in ("dateline", "mark", "bullet") or self.prints[i + 1] == "byline"
        )
        width = str(bucket(self.lines[i].width, (4.2, 9, 15, 22)))
        return f"{int(begins)}{self.ends[i - 1]}{self.ends[i]}{min(self.mids[i], 1)}{width}"

    def far(self, i: int) -> str:
        over, under = (self.ends[k] + self.fills[k] for k in (i - 2, i + 2))
        return over + "".join(self.ends[k] for k in (i - 1, i, i + 1)) + under

    def cells(self, i: int) -> str:
        return "".join(self.ranks[k] for k in (i, i - 1, i + 1))

    def again(self, i: int) -> str:
        return self.stands_again[i]

    def column(self, i: int) -> str:
        return self.columns[i] + self.fills[i] + self.ends[i]

    def wording(self, i: int) -> str:
        return self.wordings[i] + str(min(self.mids[i], 1)) + self.ends[i]

    def case(self, i: int) -> str:
        return self.cases[i]

    def torn(self, i: int) -> str:
        return self.pieces[i]

    def plain_run(self, i: int) -> str:
        return self.runs[i] + self.ends[i - 1] + self.ends[i]


def wording_bin(titles: Wording, text: str) -> str:
    """How far a text is worded as headlines are; "-" for a few glyphs, which have no wording."""
    return (
        str(bucket(titles.weigh(text), (-30, -22, -16, -12, -9, -6, -3, 0, 3, 6, 10, 15)))
        if len(text) >= LEAST
        else "-"
    )


def framed(marks: Iterable[str], missing: str = "t") -> list[str]:
    """The marks of all lines, such that two further ones at either end are ``missing``: -1 and -2 count from the end."""
    return [*marks, missing, missing]


def again(texts: Sequence[str]) -> list[str]:
    """For each line, whether its glyphs stand again: in the lines below it, as a subhead's do, or how often elsewhere."""
    solid = [_MARKS.sub("", t) for t in texts]
    whole = "".join(solid)
    found = []
    for i, t in enumerate(solid):
        if len(t) < LEAST:
            found.append("-")
        elif t in "".join(solid[i + 1 : i + 1 + BELOW]):
            found.append("below")
        else:
            found.append(str(min(2, whole.count(t) - 1)))
    return found


def usual_columns(lines: Sequence[Slug]) -> list[str]:
    """For each line, how many lines of the page are set to its measure: many in a column, few where a headline has its own."""
    measures = sorted(s.measure for s in lines if s.measure)
    found = []
    for s in lines:
        alike = bisect_right(measures, s.measure + ALIKE) - bisect_left(measures, s.measure - ALIKE)
        found.append(str(bucket(alike / len(lines), (0.04, 0.1, 0.2, 0.4))) if s.measure else "u")
    return found


def plain_runs(lines: Sequence[Slug], latin: bool) -> list[str]:
    """For each line, how many lines in a row have no marks at all, as poems and lists have; "-" for one with marks."""
    marks = MARKED[latin]
    plain = [not marks.search(s.text) for s in lines]
    found: list[str] = []
    for is_plain, run in groupby(plain):
        n = len(list(run))
        found += [str(bucket(n, (2, 3, 4, 6, 9))) if is_plain else "-"] * n
    return found
