"""Columns that a reader of pictures took for one line, with nothing between them: where to cut.

A narrow gutter is no wider than the space that justification leaves, and what stands on both sides of it becomes one
line. Such a line is wider than the column; where the column ends the text does not read on. One line may show that by chance,
so that the lines of a page are weighed together: how many of its wide lines are butted is found with which they are
(expectation maximisation, Dempster, Laird & Rubin 1977).

Wrong when: a page sets some text over two columns and its words are rare, or in names.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from ocrfix.gutters import RUNNING
from ocrfix.lines import STOPS, em_width
from ocrfix.memo import Memo
from ocrfix.model import Span
from ocrfix.roles import bucket
from ocrfix.statistics import Statistics

NARROW = 8.5  # em of the narrowest column whose lines are looked for
SLACK = 1.5  # em by which a measure may be off the half of another
LEAST = 2.0  # em of the last piece
FULL = -1.6, 1.1  # em by which a full piece may be off the measure
INDENT, PLAY = 2.0, 1.1  # em that the first line of a paragraph is set in, and by which it may be off that
OFF = 3.0  # decibans against an em off the measure,
INDENTED = 3.0  # and against a piece being such a first line
NEAR = 20  # pieces of lines above and below in which the line of a column that a piece goes on from, or in, may be
LIKELY = 10.0  # decibans of such lines as may be butted at first sight
# measured on pages read by recognition, decibans for a cut: by the affinity of what it parts,
AFFINITIES, APART = (-11, -9, -1, 1, 3, 5), (7, 3, 1, 0, -1, -3, -10)
# by how well what is left of it goes on in a line near below, and what is right in one near above,
READINGS, ELSEWHERE = (12, 15, 18, 24), (-4, 0, 2, 3, 7)
# and by the piece right of it: not the last of its line; full, indented, ending in a full stop; or none of these
MIDDLE, FULL_LAST, INDENTED_LAST, STOPPED, OPEN = 12, 14, 5, 8, -3
UNMARKED = -5  # and for a line without marks of running text, as lists of names are
FEW = 0.05  # of the wide lines of a page are butted, to begin with
ROUNDS = 20
MANY = -3  # decibans of odds that a wide line is butted, on a page that has such lines at all
PAGE = 30  # decibans that all lines of a page must show together,
SURE = 10  # and those from which one is cut;
SHARE = 0.25  # of the wide lines, at least, are
CLOSING, OPENING = "，。、；：！？…）》〉”’」』】％%)", "（《〈“‘「『【("


class Cut(NamedTuple):
    """A line that may be cut ``at`` some offsets, the decibans for it, and whether the last piece fills a column, too."""

    weight: float
    at: list[int]
    full: bool


class Line:
    """A printed line: its text, how far from the left each glyph and the end stands (em), and the decibans for a cut at each place by
    what it parts."""

    def __init__(self, text: str, news: Statistics):
        self.text = text
        self.x = [em_width(text[:k]) for k in range(len(text) + 1)]
        self.apart = Memo[int, float](self._apart)
        self._news = news

    def _apart(self, k: int) -> float:
        return APART[bucket(self._news.affinity(self.text[:k], self.text[k:]), AFFINITIES)]


def butted(text: str, lines: Sequence[Span], widths: Sequence[float], news: Statistics) -> list[tuple[int, int]]:
    """Offsets at which lines that hold several columns are to be cut, each with its weight in decibans. ``widths`` are the
    measures of the page in em, the commonest first; the one is taken that the lines bear out most."""
    measures = [w for k, w in enumerate(widths) if w >= NARROW and not _half(w, widths[:k])]
    printed = [Line(text[span.start : span.end], news) for span in lines] if measures else []
    pages = [list(_likely(printed, lines, w, news)) for w in measures]
    found = [(*_shared([c.weight for c in cuts]), cuts) for cuts in pages]
    _, prior, cuts = max((f for f in found if f[0] >= PAGE), key=lambda f: f[1], default=(0.0, 0.0, []))
    sure = [c for c in cuts if c.weight + prior >= SURE]
    if len(sure) < SHARE * len(cuts) or prior < MANY or 2 * sum(c.full for c in sure) < len(sure):
        return []
    return [(k, round(c.weight + prior)) for c in sure for k in c.at]


def _half(measure: float, commoner: Sequence[float]) -> bool:
    """Is the measure a half or third of a commoner one? Then lines that are as wide as that are whole."""
    return any(abs(w - n * measure) <= SLACK for w in commoner for n in (2, 3))


def _shared(weights: Sequence[float]) -> tuple[float, float]:
    """The decibans of all wide lines together for some of them being butted, and of each for it before it is looked at."""
    share = FEW
    for _ in range(ROUNDS):
        odds = [share / (1 - share) * 10 ** (w / 10) for w in weights]
        share = min(0.99, max(0.001, sum(o / (1 + o) for o in odds) / max(1, len(odds))))
    whole = sum(10 * math.log10(1 - share + share * 10 ** (w / 10)) for w in weights)
    return whole, 10 * math.log10(share / (1 - share))


def _likely(printed: Sequence[Line], lines: Sequence[Span], measure: float, news: Statistics) -> Iterator[Cut]:
    """How lines that are wider than a column may be cut, and what that weighs: twice, the second time by what the pieces go on
    in, too, if enough of them may be butted at all."""
    places = [Memo[int, float](line.apart.__getitem__) for line in printed]
    first = [_likeliest(line, measure, weights) for line, weights in zip(printed, places, strict=True)]
    wide = [cut.weight for cut in first if cut]
    if sum(w >= LIKELY for w in wide) < max(1, SHARE * len(wide)):
        return
    pieces = [
        [line.text[a:b] for a, b in pairwise([0, *(cut.at if cut else ()), len(line.text)])]
        for line, cut in zip(printed, first, strict=True)
    ]
    for n, (line, weights) in enumerate(zip(printed, places, strict=True)):
        if first[n]:
            above = list(chain(*pieces[max(0, n - NEAR) : n]))[-NEAR:]
            below = list(chain(*pieces[n + 1 : n + 1 + NEAR]))[:NEAR]
            read = _readings(line.text, list(weights), above, below, news)
            if cut := _likeliest(line, measure, {k: w + read[k] for k, w in weights.items()}):
                yield cut._replace(at=[lines[n].start + k for k in cut.at])


def _readings(
    line: str, places: Sequence[int], above: Sequence[str], below: Sequence[str], news: Statistics
) -> dict[int, float]:
    """For each place of a line the decibans for a cut by how well what is left of it goes on in a piece below, and what is right in one
    above."""
    starts = [news.start(piece) for piece in below]
    goes_on = [max(news.affinities(news.end(line[:k]), starts), default=0) for k in places]
    rests = [news.start(line[k:]) for k in places]
    rows = [news.affinities(news.end(piece), rests) for piece in above]
    comes_from = [max(column) for column in zip(*rows, strict=True)] if rows else [0] * len(places)
    return {
        k: ELSEWHERE[bucket(a, READINGS)] + ELSEWHERE[bucket(b, READINGS)]
        for k, a, b in zip(places, goes_on, comes_from, strict=True)
    }


def _likeliest(line: Line, measure: float, weight_at: Mapping[int, float]) -> Cut | None:
    """The likeliest way to cut a line that is wider than a column into lines of it, if there is any; ``weight_at`` tells how many
    decibans speak for a cut at a place."""
    text, x = line.text, line.x
    if x[-1] < measure + LEAST:
        return None

    @cache
    def best(start: int) -> Cut | None:
        """How to cut the rest of the line."""
        return max((*_last(text, start, x, measure), *cuts(start)), default=None)

    def cuts(start: int) -> Iterator[Cut]:
        for k, off in _feet(text, start, x, measure):
            if rest := best(k):
                weight = rest.weight - off + weight_at[k] + MIDDLE * bool(rest.at)
                yield Cut(weight, [k, *rest.at], rest.full)

    cut = best(0)
    return cut and cut._replace(weight=cut.weight + (0 if RUNNING.search(text) else UNMARKED))


def _last(line: str, start: int, x: Sequence[float], measure: float) -> Iterator[Cut]:
    """The rest of a line as its last piece; ``x`` is how far from the left each glyph begins, in em."""
    width = x[-1] - x[start]
    if start and width <= measure + FULL[1]:
        off = _off(width, measure)
        full = width - measure >= FULL[0]
        kind = OPEN if off is None else FULL_LAST if full else INDENTED_LAST
        yield Cut(max(kind - (off or 0.0), STOPPED if line[-1] in STOPS else OPEN), [], full)


def _feet(line: str, start: int, x: Sequence[float], measure: float) -> Iterator[tuple[int, float]]:
    """Where a piece that begins at ``start`` may end, and the decibans against its being a line of a column."""
    for k in range(bisect_left(x, x[start] + measure - INDENT - PLAY, start), len(line)):
        width = x[k] - x[start]
        if width > measure + FULL[1]:
            break
        off = _off(width, measure)
        a, b = line[k - 1], line[k]
        if off is not None and not (
            b in CLOSING or a in OPENING or a.isspace() or b.isspace() or (a.isascii() and b.isascii())
        ):
            yield k, off


def _off(width: float, measure: float) -> float | None:
    """Decibans against a piece of this width being a line of a column, be it the first of a paragraph; None where it is none."""
    off, indented = width - measure, abs(width - measure + INDENT)
    if FULL[0] <= off <= FULL[1]:
        return OFF * abs(off)
    return INDENTED + OFF * indented if indented <= PLAY else None
