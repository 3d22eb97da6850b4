"""Where a page was printed twice: the doublets among its slugs, each weighed against its neighbourhood.

Every run of slugs that could be a doublet is tried; among those that overlap the weightiest stays. Lists, tables and
poems hold equal lines too: they show it by neighbours of the same width, and by more of the same. A page whose banner
was set twice has its other display lines set twice.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, islice, pairwise

from ocrfix.articles import LINE_BREAK
from ocrfix.doubles import Doublet, doublet, glued, misread, partly, stairs
from ocrfix.factors import FUZZY, LONGEST, TIMES, divisible, figures
from ocrfix.forme import Forme, is_ornament
from ocrfix.late import late
from ocrfix.lines import ORNAMENTS, Galley
from ocrfix.model import Span
from ocrfix.shapes import small_print
from ocrfix.staircase import staircases

SLUGS = 48  # a banner of that many pieces at most
SOON = 24  # glyphs after as many as the line has, in which its head stands again
OFTEN = 3  # the same lines more often than that are a table, not worth another look
CELL = 20  # a line that stands more often on its page is a cell
TRIES, FUZZY_TRIES = 400, 100  # on one page; a page of forty banners needs no more
LONGEST_LINE = 10_000  # glyphs; a longer one is no line
LEAST = 5  # decibans of a doublet that is worth a look
SURE = 20  # decibans: such a doublet is a witness for the others on its page
WITNESS, WITNESSES = 8, 3  # for each, for so many at most
OF_A_KIND = -20  # most neighbours are as wide as the lines that repeat: a list, a table, a poem
MORE_OF_IT = -25  # a neighbour repeats a line once more
REFRAIN = -10  # the line stands elsewhere too
EQUALS = -6  # for each neighbour but one that stands elsewhere too: cells of a table
LOOSE = -20  # more blank between the copies than is the habit of the page: two articles of one series
CREDITS = -25  # two pictures by one photographer
ACROSS = -60  # copies parted by a space, where lines are read across the columns: two articles of one series
SIDE_BY_SIDE = -40  # the copies stand in two columns
BESIDE = 10  # the next line was printed twice
FULL_LINE = -20  # a full line of running text that begins like the next is no display
BLANK = 99  # line breaks at the head and foot of the page
NEAR = 4  # neighbours looked at on each side
ALIKE, MOST = 0.2, 0.6  # a neighbour is as wide if it differs by this share or one glyph; so many are most
MEASURE = 12  # glyphs of the narrowest column whose full lines are told from verse
_CHUNK = late(r"\S+(?:[^\S\t]\S+)*")  # what stands between tabs or two spaces
_APART = late(rf"(?:[^\W\d_]{{1,3}} +){{2}}[^\W\d_]{{1,3}}\b|[{re.escape(ORNAMENTS)}]+ ")
_GUTTER = late("[\u3400-\u9fff，。][ \u3000]+(?=[\u3400-\u9fff]{2})")
_INNER = late("[，。；：、].")


@dataclass(frozen=True, slots=True)
class Found:
    """A doublet and the slugs it takes, from ``first`` up to, not including, ``stop`` (indices)."""

    first: int
    stop: int
    doublet: Doublet


def doublets(galley: Galley) -> tuple[Found, ...]:
    """The doublets of a page that are worth a look, in its order."""
    return _doublets(galley.text, tuple(galley.slugs))


@lru_cache(maxsize=4)
def _doublets(text: str, slugs: tuple[Span, ...]) -> tuple[Found, ...]:
    page = _Page(text, slugs)
    chosen: list[Found] = []
    taken: set[int] = set()
    for f in sorted(_candidates(page), key=lambda f: (-f.doublet.weight, f.first - f.stop, f.first)):
        if taken.isdisjoint(range(f.first, f.stop)):
            chosen.append(f)
            taken.update(range(f.first, f.stop))
    sure = [f for f in chosen if f.doublet.weight >= SURE]
    heard = (f if f in sure else _heavier(f, _witnessed(f, sure)) for f in chosen)
    return tuple(sorted((f for f in heard if f.doublet.weight >= LEAST), key=lambda f: f.first))


def _witnessed(f: Found, sure: list[Found]) -> int:
    """What the sure doublets of a page say for another."""
    beside = any(f.stop == g.first or g.stop == f.first for g in sure)
    return WITNESS * min(WITNESSES, len(sure)) + BESIDE * beside


class _Page:
    """Slugs as strings: with white space (``lines``), without it (``solid``), and without ornaments too (``bare``)."""

    def __init__(self, text: str, slugs: Sequence[Span]):
        self.text, self.slugs = text, slugs
        self.lines = [text[s.start : s.end] for s in slugs]
        self.solid = ["".join(line.split()) for line in self.lines]
        marks = {c for c in set(text) if not c.isalnum() and is_ornament(c)}
        strip = str.maketrans(dict.fromkeys(marks, ""))
        self.bare = [s.translate(strip) for s in self.solid] if marks else self.solid
        self.glyphs = "".join(self.bare)
        self.at = [0, *accumulate(map(len, self.bare))]  # where each slug begins in them
        self.often = Counter(self.bare)
        between = pairwise(slugs)
        breaks = (len(LINE_BREAK.findall(text, a.end, b.start)) for a, b in between)
        self.breaks = [BLANK, *breaks, BLANK]  # above each slug, and below the last
        self.habit = Counter(self.breaks[1:-1] or [1]).most_common(1)[0][0]
        wide = [n for n, s in enumerate(self.solid) if len(s) > MEASURE and not s.isascii()]
        self.across = 2 * sum(bool(_GUTTER.search(self.lines[n])) for n in wide) > max(len(wide), 2 * NEAR)
        lengths = sorted(map(len, self.solid))
        self.full = max(MEASURE, 0.8 * lengths[len(lengths) * 4 // 5]) if lengths else MEASURE

    def is_body(self, n: int) -> bool:
        """Is slug ``n`` a line of running text, to be told from verse, lists and headlines?"""
        if not 0 <= n < len(self.lines):
            return False
        line = self.lines[n]
        return line[0].islower() if line[0].isascii() else bool(_INNER.search(line)) or len(line) >= self.full

    def forme(self, first: int, stop: int) -> Forme:
        return Forme(self.text, self.slugs[first:stop])


def _candidates(page: _Page) -> Iterator[Found]:
    apart = {n: partly(page.forme(n, n + 1)) for n, line in enumerate(page.lines) if _APART.match(line)}
    yield from (Found(n, n + 1, d) for n, d in apart.items() if d)
    parted = {n for n, d in apart.items() if d}
    seen = set(parted)
    for first, stop in islice(_factorable(page), TRIES):
        if parted.isdisjoint(range(first, stop)) and (d := doublet(page.forme(first, stop))):
            seen.update(range(first, stop))
            more = _neighbourhood(page, first, stop) if stop - first > 1 else _two_columns(page, d) * page.across
            yield _heavier(Found(first, stop, d), more)
    for first, stop in staircases(page.lines):
        if d := stairs(page.forme(first, stop)):
            yield Found(first, stop, d)
    for n in range(len(page.bare)):
        if n not in seen:
            yield from _chunks(page, n)
    for n in islice((n for n, s in enumerate(page.bare) if n not in seen and _repeats(s)), FUZZY_TRIES):
        forme = page.forme(n, n + 1)
        if d := glued(forme):
            yield _heavier(Found(n, n + 1, d), _two_columns(page, d))
        if d := misread(forme):
            yield Found(n, n + 1, d)
    for n, pair in enumerate(pairwise(page.bare)):
        if seen.isdisjoint((n, n + 1)) and _nearly(*pair) and (d := misread(page.forme(n, n + 2))):
            yield _heavier(Found(n, n + 2, d), _neighbourhood(page, n, n + 2))


def _chunks(page: _Page, n: int) -> Iterator[Found]:
    """Doublets between the tabs and wide gaps of slug ``n``: a banner on the line of another column."""
    start, line = page.slugs[n].start, page.lines[n]
    if len(line) > LONGEST_LINE or not ("  " in line or "\t" in line):
        return
    for chunk in _CHUNK.finditer(line):
        text = "".join(chunk.group().split())
        if not FUZZY < len(text) < len(page.solid[n]) or not _divides(text):
            continue
        if d := doublet(Forme(page.text, [Span(start + chunk.start(), start + chunk.end())])):
            yield _heavier(Found(n, n + 1, d), _two_columns(page, d))


def _factorable(page: _Page) -> Iterator[tuple[int, int]]:
    """Runs of slugs in which each glyph stands a multiple of k times."""
    tried: Counter[tuple[str, ...]] = Counter()
    for first in range(len(page.bare)):
        if not _begins(page, first):
            continue
        start = page.at[first]
        for stop in range(first + 1, min(first + SLUGS, len(page.bare)) + 1):
            line = page.bare[stop - 1]
            total = page.at[stop] - start
            if (total > LONGEST and line != page.bare[first]) or page.often[line] > CELL or total > LONGEST_LINE:
                break
            if total and _divides(page.glyphs[start : page.at[stop]]):
                lines = tuple(page.bare[first:stop])
                tried[lines] += 1
                if tried[lines] <= OFTEN:
                    yield first, stop


def _divides(glyphs: str) -> bool:
    """Does each glyph stand a multiple of k times?"""
    n, head = len(glyphs), glyphs.count(glyphs[0])
    counts: Counter[str] = Counter()
    for k in TIMES:
        if n % k == 0 == head % k:
            counts = counts or Counter(glyphs)
            if divisible(counts, k):
                return True
    return False


def _begins(page: _Page, first: int) -> bool:
    """Does what stands at the head of this slug stand again soon? Else no doublet begins here."""
    start, line = page.at[first], page.bare[first]
    head = page.glyphs[start : start + 2]
    if len(head) < 2 or (first and line and line == page.bare[first - 1]):
        return False  # or it began with the first of its copies
    return head[0] == head[1] or page.glyphs.find(head, start + 1, start + 2 * len(line) + SOON) > 0


def _repeats(s: str) -> bool:
    """Does a quarter of a line of fair length stand again, by pairs of Han glyphs or fours of letters?"""
    n = len(s)
    if not 2 * FUZZY < n <= LONGEST or 12 * len(set(s)) < n:
        return False
    parts = set(zip(s, s[1:], s[2:], s[3:], strict=False)) if s.isascii() else set(pairwise(s))
    return 4 * len(parts) <= 3 * (n - 1)


def _nearly(a: str, b: str) -> bool:
    n = min(len(a), len(b))
    if n < 6 or abs(len(a) - len(b)) > 2 or a == b or (a[0] != b[0] and a[-1] != b[-1]):
        return False
    from rapidfuzz.distance import Levenshtein  # heavy: imported when first needed

    most = max(1, n // 6)
    return Levenshtein.distance(a, b, score_cutoff=most) <= most and figures(a) == figures(b)


def _heavier(f: Found, more: int) -> Found:
    return replace(f, doublet=replace(f.doublet, weight=f.doublet.weight + more)) if more else f


def _neighbourhood(page: _Page, first: int, stop: int) -> int:
    """What the lines around say about lines that repeat."""
    inside = Counter(s for s in page.bare[first:stop] if s)
    weight = 0
    if inside.keys() & {*page.bare[max(0, first - 1) : first], *page.bare[stop : stop + 1]}:
        weight += MORE_OF_IT
    elif any(page.often[s] > n for s, n in inside.items()):
        weight += REFRAIN
    if any(small_print(page.lines[n]) for n in range(first, stop)):
        weight += CREDITS
    if min(inside.values()) == 1:
        return weight  # no list holds lines and parts of them
    breaks = [page.breaks[n] for n in range(first + 1, stop) if page.bare[n] == page.bare[n - 1]] or [1]
    if not min(breaks):
        return weight + SIDE_BY_SIDE
    if max(breaks) > page.habit:
        weight += LOOSE
    if max(breaks) >= min(page.breaks[first], page.breaks[stop]):
        weight += _among_its_kind(page, first, stop)
    return weight


def _two_columns(page: _Page, d: Doublet) -> int:
    """What it says against a doublet on a line that columns share that white space parts its copies."""
    (start, end), *more = (copy.span for copy in d.dropped)
    return ACROSS if not more and (page.text[start].isspace() or page.text[end - 1].isspace()) else 0


def _akin(a: str, b: str) -> bool:
    """Do two short texts share half of their glyphs: 鼓楼超市, 鼓楼菜场?"""
    return 2 * len({*a} & {*b}) >= max(len(a), 3) and len(b) < 2 * len(a)


def _among_its_kind(page: _Page, first: int, stop: int) -> int:
    """Lines set no closer together than to their neighbours: do these look the same?"""
    around = [n for n in (*range(first - NEAR, first), *range(stop, stop + NEAR)) if 0 <= n < len(page.bare)]
    line = page.lines[first]
    if len({*page.bare[first:stop]}) == 1 and len(line) >= page.full and line == page.bare[first]:
        return FULL_LINE * (page.is_body(first - 1) and page.is_body(stop))
    width = sum(map(len, page.bare[first:stop])) / (stop - first)
    numbers = any(c.isdigit() for c in line)
    alike = [
        n
        for n in around
        if (abs(len(page.bare[n]) - width) <= max(1, ALIKE * width) or _akin(page.bare[first], page.bare[n]))
        and not page.is_body(n)
        and line[-1].isalnum() == page.lines[n][-1].isalnum()
        and numbers >= any(c.isdigit() for c in page.bare[n])
    ]
    of_a_kind = OF_A_KIND if len(alike) >= max(3, MOST * len(around)) else 0
    return of_a_kind + EQUALS * max(0, sum(page.often[page.bare[n]] > 1 for n in around) - 1)
