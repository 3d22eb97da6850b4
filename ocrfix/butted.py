"""Columns that a reader of pictures took for one line, with nothing between them: where to cut.

A narrow gutter is no wider than the space that justification leaves, and what stands on both sides of it becomes one
line. Such a line is wider than the column; where the column ends the text does not read on. One line may show that by chance,
so that the lines of a page are weighed together: how many of its wide lines are butted is found with which they are
(expectation maximisation, Dempster, Laird & Rubin 1977).

Wrong when: a page sets some text over two columns and its words are rare, or in names.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ocrfix.gutters import RUNNING
from ocrfix.lines import em_width
from ocrfix.model import Span
from ocrfix.roles import bucket

Affinity = Callable[[str, str], int]

NARROW = 8.5  # em of the narrowest column whose lines are looked for
SLACK = 1.5  # em by which a measure may be off the half of another
LEAST = 4.0  # em of the last piece
FULL = -1.6, 1.1  # em by which a full piece may be off the measure
OFF = 1.0  # decibans against an em off the measure
INDENT = 2.0  # em that the first line of a paragraph is set in
AFFINITIES = -11, -9, -7, -1, 1, 3, 5  # decibans of affinity at the likeliest place of a cut,
WEIGHTS = 13, 7, 5, 1, -1, -4, -7, -11  # and what they weigh for it being one (measured on pages read by OCR)
FULL_LAST = 3  # decibans for a last piece that fills a column, too,
UNMARKED = -5  # and for a line without marks of running text, as lists of names are
FEW = 0.05  # of the wide lines of a page are butted, to begin with
ROUNDS = 20
MANY = -3  # decibans of odds that a wide line is butted, on a page that has such lines at all
PAGE = 30  # decibans that all lines of a page must show together,
SURE = 10  # and those from which one is cut
CLOSING, OPENING = "，。、；：！？…）》〉”’」』】％%)", "（《〈“‘「『【("


class Cut(NamedTuple):
    """A line cut ``at`` some offsets, the decibans for it, and whether the last piece fills a column, too."""

    at: list[int]
    weight: float
    full: bool


def butted(text: str, lines: Sequence[Span], widths: Sequence[float], affinity: Affinity) -> list[tuple[int, int]]:
    """Offsets at which lines that hold several columns are to be cut, each with its weight in decibans. ``widths`` are the
    measures of the page in em, the commonest first; the one is taken that the lines bear out most."""
    measures = [w for k, w in enumerate(widths) if w >= NARROW and not _half(w, widths[:k])]
    pages = [[c for span in lines if (c := _likeliest(text, span, w, affinity))] for w in measures]
    weight, prior, cuts = max(((*_shared([c.weight for c in cuts]), cuts) for cuts in pages), default=(0.0, 0.0, []))
    sure = [c for c in cuts if c.weight + prior >= SURE]
    if weight < PAGE or prior < MANY or 2 * sum(c.full for c in sure) < len(sure):
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


def _likeliest(text: str, span: Span, measure: float, affinity: Affinity) -> Cut | None:
    """The best way to cut a line that is wider than a column, if there is any."""
    line = text[span.start : span.end]
    at: list[int] = []
    weight, start, rest = 0.0 if RUNNING.search(line) else UNMARKED, 0, em_width(line)
    while rest >= measure + LEAST:
        places = _places(line, start, measure) or _places(line, start, measure - INDENT)
        if not places:
            return None
        least, start = min((affinity(line[start:k], line[k:]) + off, k) for k, off in places)
        weight += WEIGHTS[bucket(least, AFFINITIES)]
        at.append(start)
        rest = em_width(line[start:])
    full = FULL[0] <= rest - measure <= FULL[1]
    if not at or rest > measure + FULL[1]:
        return None
    return Cut([span.start + k for k in at], weight + FULL_LAST * full, full)


def _places(line: str, start: int, measure: float) -> list[tuple[int, float]]:
    """Where a piece that begins at ``start`` may end to fill the measure, and the decibans against each for being off it."""
    found = []
    for k in range(start + int(measure / 2), len(line)):
        width = em_width(line[start:k]) - measure
        if width > FULL[1]:
            break
        a, b = line[k - 1], line[k]
        if width >= FULL[0] and not (
            b in CLOSING or a in OPENING or a.isspace() or b.isspace() or (a.isascii() and b.isascii())
        ):
            found.append((k, OFF * abs(width)))
    return found
