"""Columns of Latin text that a reader set abreast on one printed line, parted by spaces or by one: where to cut.

A hyphen that breaks a word ends a line of its column: where many stand inside lines, the lines are shared, and between the
hyphens one sees how wide the columns are, and how the white between them looks. What a cut leaves is as wide as lines of this
page, the text does not read on across it, but from a line above, or into one below. Each line is cut where the sum of that
evidence is highest, given the cuts of the lines around it; then all over again (iterated conditional modes, Besag 1986).

Wrong when: the page speaks of pre- and post-war years as often as it breaks words. A page without hyphens is left alone.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ocrfix import alleys
from ocrfix.gutters import in_rows
from ocrfix.late import late
from ocrfix.lines import em_width
from ocrfix.model import Span
from ocrfix.roles import bucket
from ocrfix.statistics import Statistics

WORD = late(r"\S+")
BROKEN = late(r"[^\W\d_]-$")  # the end of a word
INSIDE = late(r"[^\W\d_]-[^\S\n]+(?=\S)")  # the same, before another on its line
SPACE = 0.3  # em between words
LONGEST = 200  # words of a printed line, at most; what is longer is no line
NEAR = 4  # words that tell what reads on
HYPHENS, HYPHENED = 4, 0.05  # hyphens inside lines, at least, and for each line, on a page whose lines are shared
NARROWEST, WIDEST = 6, 60  # em of a column
PLAY = 2  # em by which a measure may be off another, or off the sum of others
PEAK, MEASURES = 0.1, 3  # of the pieces between hyphens: as many show a measure; and the most that a page has
FILLS = (
    (0.35, -4),
    (0.75, -3),
    (0.86, -1),
    (1.07, 6),
    (1.15, 0),
)  # decibans for a piece that fills a measure up to so much,
TOO_WIDE = -12  # and for one that is wider than all
UNIFORM = (
    1 / 40
)  # of all pieces that one might cut are so many em wide: what a width weighs is how much oftener it is seen
SEEN = 20  # pieces from which on the page itself tells how wide its lines are
RARE, COMMON = -14, 8  # decibans that a width weighs
PRIOR = -9  # decibans for a column to end at some space near the place
WITHIN = -7  # decibans from which a space is surely one between words
NOWHERE = -14
AFFINITIES = -11, -9, -7, -5, -3, -1, 1, 3, 5, 7, 9  # decibans of affinity across a space,
ACROSS = 10, 16, 13, 6, 3, 1, -3, -5, -6, -7, -10, -12  # and what they weigh for a column that ends there (measured),
BREAKS = 20  # and a hyphen there,
PARTED = 60  # and white that parts columns for sure
READINGS = -1, 1, 3, 5, 7, 9, 11, 13, 15, 17  # decibans of affinity with the line above or below it reads on best with,
READS = -3, -2, -1, 0, 2, 3, 5, 7, 10, 11, 14  # and what they weigh (measured)
ALONE = 2  # decibans where no line is above or below
REACH = 2  # lines above and below
ROUNDS = 5
SURE = 8  # decibans by which a line must be better cut than whole, where a space parts words as well,
SEEN_SURE = 15  # and those of white that need no other

White = dict[alleys.Look, float]  # decibans for a column ending before each look of white


class Row:
    """A printed line: its words, and the spaces at which it is cut, by the number of the word behind."""

    def __init__(self, text: str, span: Span, news: Statistics, cells: set[int]):
        words = [Span(*m.span()) for m in WORD.finditer(text, *span)]
        line = [text[a:b] for a, b in words]
        self.n = len(words)
        self.offsets = [a for a, _ in words]
        self.left, self.right = _edges(line)
        self.starts = [news.start(" ".join(line[k : k + NEAR])) for k in range(self.n)]
        self.ends = [news.end(" ".join(line[max(0, k - NEAR) : k])) for k in range(self.n + 1)]
        self.spaces = [0, *(b.start - a.end for a, b in pairwise(words))]
        self.broken = {k for k in range(1, self.n) if BROKEN.search(line[k - 1])}
        self.parted = {k for k in range(1, self.n) if self.offsets[k] not in cells and alleys.parts(self.spaces, k)}
        self.across = [0, *(_across(news, self, k) for k in range(1, self.n))]
        wide = (self.across[k] > WITHIN or self.spaces[k] > 1 for k in range(1, self.n))
        self.places = [k for k, may in enumerate(wide, 1) if may and self.offsets[k] not in cells and self.n <= LONGEST]
        self.looks: list[alleys.Look] = []
        self.cuts: list[int] = []
        self.around: list[list[int]] = []  # the cuts of the lines around it
        self.weights: dict[int, float] = {}  # of each place, given those

    def width(self, i: int, k: int) -> int:
        """Em, rounded, from word i to the space before word k."""
        return round(self.right[k - 1] - self.left[i])

    def pieces(self) -> list[tuple[int, int]]:
        """Its first words and the words behind its last, by number."""
        return list(pairwise([0, *self.cuts, self.n]))


def abreast(text: str, lines: list[Span], news: Statistics) -> list[tuple[int, int]]:
    """Offsets at which lines that hold several columns are to be cut, each with its weight in decibans."""
    if len(INSIDE.findall(text)) < max(HYPHENS, HYPHENED * len(lines)):
        return []
    cells = in_rows(text, lines, latin=True)
    rows = [Row(text, span, news, cells) for span in lines]
    measures = find_measures(rows)
    if not measures:
        return []
    look(text, rows)
    widths, white = settle(rows, measures, news)
    return [c for row in rows for c in sure(row, widths, white)]


def settle(rows: Sequence[Row], measures: Sequence[int], news: Statistics) -> tuple[list[float], White]:
    """Cut the lines again and again until they stay as they are, and tell what widths and white weigh then."""
    template = [_fills(w, measures) for w in range(max(r.width(0, r.n) for r in rows) + 1)]
    widths, white = template, whites(rows, [r.broken | r.parted for r in rows])
    for row in rows:
        row.places = [k for k in row.places if row.spaces[k] > 1 or row.across[k] + white[row.looks[k]] > NOWHERE]
    for _ in range(ROUNDS):
        before = [row.cuts for row in rows]
        for k, row in enumerate(rows):
            above, below = rows[max(0, k - REACH) : k], rows[k + 1 : k + 1 + REACH]
            around = [r.cuts for r in (*above, *below)]
            if not row.weights or around != row.around:
                row.around, row.weights = around, weigh(row, above, below, news)
            cut(row, widths, white)
        if before == [row.cuts for row in rows]:
            break
        widths, white = seen(rows, template), whites(rows, [r.parted.union(r.cuts) for r in rows])
    return widths, white


def whites(rows: Sequence[Row], ends: Iterable[Iterable[int]]) -> White:
    """What the white before words weighs, where these are the first of columns; nothing, where hyphens stand before single
    spaces only."""
    placed = any(r.spaces[k] > 1 for r in rows for k in r.broken)
    shown = [r.looks[k] for r, found in zip(rows, ends, strict=True) for k in found] if placed else []
    return alleys.weigh((one for r in rows for one in r.looks[1:]), shown)


def _edges(line: Sequence[str]) -> tuple[list[float], list[float]]:
    """Em from the left of a line to where each of its words begins, and ends."""
    left, right, x = [], [], 0.0
    for word in line:
        left.append(x)
        right.append(x + em_width(word, latin=True))
        x = right[-1] + SPACE
    return left, right


def _across(news: Statistics, row: Row, k: int) -> int:
    """Decibans that a column ends before word k, by what stands on both sides."""
    if k in row.broken:
        return BREAKS
    (affinity,) = news.affinities(row.ends[k], (row.starts[k],))
    return ACROSS[bucket(affinity, AFFINITIES)]


def look(text: str, rows: Sequence[Row]) -> None:
    """Tell each line how the white before its words looks."""
    starts = [text.rfind("\n", 0, row.offsets[0]) + 1 for row in rows]
    ends = [text.find("\n", row.offsets[-1]) for row in rows]
    white = [[c.isspace() for c in text[a : b if b >= 0 else None]] for a, b in zip(starts, ends, strict=True)]
    for k, row in enumerate(rows):
        around = white[max(0, k - alleys.AROUND) : k] + white[k + 1 : k + 1 + alleys.AROUND]
        row.looks = alleys.looks(row.spaces, [a - starts[k] for a in row.offsets], around)


def find_measures(rows: Sequence[Row]) -> list[int]:
    """The widths in em that pieces between hyphens show, those left out that are the sum of narrower ones."""
    votes: Counter[int] = Counter()
    for row in rows:
        votes.update(row.width(i, k) for i, k in pairwise([0, *sorted(row.broken), row.n]) if row.broken)
    smooth = Counter({w: sum(votes[w + d] for d in (-1, 0, 1)) for w in range(WIDEST)})
    found: list[int] = []
    for w in range(NARROWEST, WIDEST):
        peak = smooth[w] >= max(HYPHENS, PEAK * votes.total(), *(smooth[w + d] for d in (-1, 1, 2)))
        if peak and len(found) < MEASURES and all(abs(w - s) > PLAY for s in _sums(found)):
            found.append(w)
    return found


def _sums(measures: Sequence[int]) -> Iterator[int]:
    """The widths of up to three columns together."""
    for a in measures:
        yield a
        for b in measures:
            yield a + b
            yield from (a + b + c for c in measures)


def _fills(width: int, measures: Iterable[int]) -> float:
    """Decibans for a piece so wide being a line of a column."""
    return max(next((w for share, w in FILLS if width < share * m), TOO_WIDE) for m in measures)


def seen(rows: Iterable[Row], template: Sequence[float]) -> list[float]:
    """Decibans for each width, in em, by how many pieces have it, and by the template where few do."""
    count = Counter(row.width(i, k) for row in rows if row.cuts for i, k in row.pieces())
    total = count.total() + SEEN
    found = []
    for w, before in enumerate(template):
        share = count[w - 1] / 4 + count[w] / 2 + count[w + 1] / 4 + SEEN / 2 * UNIFORM * 10 ** (before / 10)
        found.append(max(RARE, min(COMMON, 10 * math.log10(share / total / UNIFORM))))
    return found


def cut(row: Row, widths: Sequence[float], white: White) -> None:
    """Cut a line where the evidence is highest."""
    ends = [0, *row.places, row.n]
    best, back = {0: 0.0}, {0: 0}
    for at, k in enumerate(ends[1:], 1):
        best[k], back[k] = max((best[j] + widths[row.width(j, k)], j) for j in ends[:at])
        best[k] += ending(row, k, white) if k < row.n else 0
    row.cuts, k = [], back[row.n]
    while k:
        row.cuts.insert(0, k)
        k = back[k]


def weigh(row: Row, above: Iterable[Row], below: Iterable[Row], news: Statistics) -> dict[int, float]:
    """Decibans for each place of a line being the end of a column, but for the widths and the white."""
    places, starts = row.places, [row.starts[k] for k in row.places]
    before = [news.affinities(r.ends[k], starts) for r in above for _, k in r.pieces()]
    after = [r.starts[k] for r in below for k, _ in r.pieces()]
    up = [READS[bucket(a, READINGS)] for a in map(max, zip(*before, strict=True))] if before else [ALONE] * len(places)
    found: dict[int, float] = {}
    for k, reads in zip(places, up, strict=True):
        down = READS[bucket(max(news.affinities(row.ends[k], after)), READINGS)] if after else ALONE
        found[k] = PRIOR + row.across[k] + reads + (0 if k in row.broken else down)
    return found


def ending(row: Row, k: int, white: White) -> float:
    """Decibans for word k beginning another column, but for the widths."""
    return row.weights[k] + (PARTED if k in row.parted else white[row.looks[k]])


def sure(row: Row, widths: Sequence[float], white: White) -> Iterator[tuple[int, int]]:
    """The offsets of cuts that a line is surely better for, and by how many decibans."""
    for (i, k), (_, j) in pairwise(row.pieces()):
        gain = ending(row, k, white) + widths[row.width(i, k)] + widths[row.width(k, j)] - widths[row.width(i, j)]
        if gain >= (SURE if row.spaces[k] == 1 else 0) or k in row.parted or white[row.looks[k]] >= SEEN_SURE:
            yield row.offsets[k], round(gain)
