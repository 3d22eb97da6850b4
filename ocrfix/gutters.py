"""Two or more columns on one printed line: where to cut, by the gutters that spaces leave and by the widths of columns.

Extraction that reads across a page prints neighbouring columns on one line, parted by many spaces, by one, or by
nothing. What a cut leaves on either side should be as wide as a column of this page (its measures show in many lines),
and the text across the gutter should not read on. Each line is cut where the sum of that evidence is highest.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise, starmap

from ocrfix.articles import slugs
from ocrfix.ghosts import ghosts
from ocrfix.late import late
from ocrfix.lines import HAN, em_width
from ocrfix.model import Span

SPACES = late(r"[^\S\n]+")
LEAST_COLUMN = 6.0  # em: narrower than any newspaper column of running text
SHARE = 0.04  # of the lines: as many segments make a width a measure
SHARED = 0.12  # of the lines hold several columns where extraction read across the page
SURE_GAP = 5  # spaces that part columns even where few lines are shared
READS_ON = 3  # decibans of affinity from which text reads on across a gap
HAN_GAPS = (-4.0, 4.0, 9.0, 9.0, 9.0)  # decibans for a gutter of so many spaces, five and more;
LATIN_GAPS = (-4.0, -6.0, -2.0, 9.0, 9.0)  # justified Latin lines have wide spaces between words
GHOST = 9.0  # decibans for one that was read as a mark
RUNNING = late("[，。；、！？]")  # marks within running text
FIGURE = late(r"[-+—]?[\d０-９][\d０-９.,:/]*(?:\s?[^\w\s]|[^\W\d_]{1,2})?(?=\s{2}|\s*$)")  # a cell of a table
NAMES = late(r"(?<!\S)(?:[\u4e00-\u9fff·]{2,4}[^\S\n]{1,4}){3,}[\u4e00-\u9fff·]{2,4}(?!\S)")
IN_ROW = 12  # spaces between two cells of a row, at most
ROWS = 3  # of a table, at least
LETTERSPACED = late(r"\S \S \S \S")


def gaps(text: str, span: Span, latin: bool) -> list[tuple[int, int]]:
    """(start, end) of the runs of spaces on a line at which it might be cut, with the ghost that stands in one."""
    found = []
    for m in SPACES.finditer(text, span.start, span.end):
        if ghost := None if latin else ghosts(text).get(m.start()):
            found.append((m.start(), ghost.after))
            continue
        a, b = text[m.start() - 1], text[m.end()]
        wide = m.end() - m.start() >= 2
        if wide or (
            not latin
            and (a >= "\u2e80" or b >= "\u2e80" or a in "”’" or b in "“‘")
            and not (a.isalnum() and a.isascii() and b >= "\u2e80")
        ):
            found.append((m.start(), m.end()))
    return found


def column_widths(text: str, lines: list[Span], latin: bool) -> list[float]:
    """The measures that the segments between wide gaps show, in em, commonest first."""
    votes: Counter[int] = Counter()
    total = 0
    for span in lines:
        at = span.start
        for start, end in [*gaps(text, span, latin), (span.end, span.end)]:
            w = em_width(text[at:start], latin)
            if w >= LEAST_COLUMN:
                votes[round(w)] += 1
                total += 1
            at = end
    smooth = {w: votes[w - 1] + votes[w] + votes[w + 1] for w in votes}
    peaks = [
        float(w) for w in smooth if smooth[w] >= max(4, SHARE * total) and votes[w] >= max(votes[w - 1], votes[w + 1])
    ]
    return sorted(peaks, key=lambda w: -smooth[round(w)])


def cuts(text: str, latin: bool, affinity: Callable[[str, str], int]) -> list[tuple[int, int]]:
    """Offsets at which shared lines are to be cut, each with its weight in decibans."""
    lines = slugs(text)
    widths = column_widths(text, lines, latin)
    if not widths:
        return []
    rows = in_rows(text, lines, latin)
    per_line = [(span, found) for span in lines if (found := _cut_line(text, span, widths, latin, affinity, rows))]
    if len(per_line) < max(3, SHARED * len(lines)):
        per_line = [row for row in per_line if _surely(text, *row, widths, latin, affinity)]
    return [c for _, found in per_line for c in found]


def _surely(
    text: str,
    span: Span,
    line_cuts: list[tuple[int, int]],
    widths: list[float],
    latin: bool,
    affinity: Callable[[str, str], int],
) -> bool:
    """Is this line shared, even where few lines are: many spaces part it, or running text that does not read on across?

    One of the pieces must hold a mark within running text, and all be as wide as a column; or all hold such marks. No figure
    may stand at the gap, since Chinese text may have a space there.
    """
    ends = [k for k, _ in line_cuts]
    if all(text[max(0, k - SURE_GAP) : k].isspace() for k in ends):
        return True
    pieces = [text[a:b].strip() for a, b in pairwise([span.start, *ends, span.end])]
    if latin or LETTERSPACED.search(text, span.start, span.end) or max(starmap(affinity, pairwise(pieces))) >= READS_ON:
        return False
    marked = [bool(RUNNING.search(piece)) for piece in pieces]
    full = all(any(-1.6 <= em_width(piece) - w <= 0.7 for w in widths[:4]) for piece in pieces)
    figure = any(a[-1].isdigit() or b[0].isdigit() for a, b in pairwise(pieces))
    return not figure and (all(marked) or (full and any(marked)))


def _segment(width: float, widths: list[float]) -> float:
    """Decibans for a segment of this width being a column's line."""
    if any(-1.6 <= width - w <= 0.7 for w in widths[:4]):
        return 5.0
    if any(-3.2 <= width - w <= 0.7 for w in widths[:4]):
        return 2.0
    if width > max(widths[:4]) + 1.5:
        return -9.0
    return -1.0 if width >= LEAST_COLUMN else -3.0


def in_rows(text: str, lines: list[Span], latin: bool) -> set[int]:
    """Where gaps end that part cells of rows, of figures or of names, if there are several such rows."""
    found = [{*_before_figures(text, span, latin), *_between_names(text, span)} for span in lines]
    return set().union(*found) if sum(map(bool, found)) >= ROWS else set()


def _before_figures(text: str, span: Span, latin: bool) -> Iterator[int]:
    """Where gaps end between a short cell and a figure."""
    for start, end in gaps(text, span, latin):
        cell = re.split(r"\s{2,}", text[span.start : start])[-1]
        if 1 < end - start <= IN_ROW and em_width(cell) < LEAST_COLUMN and FIGURE.match(text, end, span.end):
            yield end


def _between_names(text: str, span: Span) -> Iterator[int]:
    """Where spaces end between several names, each of a few Han glyphs."""
    for row in NAMES.finditer(text, span.start, span.end):
        yield from (m.end() for m in SPACES.finditer(text, row.start(), row.end()))


def _cut_line(
    text: str, span: Span, widths: list[float], latin: bool, affinity: Callable[[str, str], int], rows: set[int]
) -> list[tuple[int, int]]:
    at = [(s, e) for s, e in gaps(text, span, latin) if e not in rows]
    if em_width(text[span.start : span.end], latin) <= max(widths) + 1.5:  # no wider than one column
        at = [(s, e) for s, e in at if e - s >= SURE_GAP]
    if not at:
        return []
    edges = [(span.start, span.start), *at, (span.end, span.end)]
    n = len(edges)
    if n > 60:
        return []
    best = [0.0] * n
    back = [0] * n
    prefix = [0.0]
    for (_, b), (a, _) in pairwise(edges):
        prefix.append(prefix[-1] + em_width(text[b:a], latin))
    gap_em = [0.3 * (e - s) for s, e in edges]
    cost = [0.0] + [_gutter(text, s, e, affinity, latin) for s, e in at] + [0.0]
    for k in range(1, n):
        best[k] = -1e9
        for j in range(k):
            width = prefix[k] - prefix[j] + sum(gap_em[j + 1 : k])
            w = best[j] + _segment(width, widths) + (cost[k] if k < n - 1 else 0.0)
            if w > best[k]:
                best[k], back[k] = w, j
    chosen = []
    k = back[n - 1]
    while k:
        start, end = edges[k]
        chosen.append((end if text[start:end].isspace() else start, round(10 + cost[k])))
        k = back[k]
    return chosen[::-1]


def _gutter(text: str, start: int, end: int, affinity: Callable[[str, str], int], latin: bool) -> float:
    """Decibans for a gutter between start and end."""
    n = end - start
    if not text[start:end].isspace():
        return GHOST
    w = (LATIN_GAPS if latin else HAN_GAPS)[min(n, 5) - 1]
    left, right = text[max(0, start - 12) : start], text[end : end + 12]
    if not latin and HAN.search(left) and HAN.search(right) and left[-1] not in "。！？”":
        w -= max(-3.0, min(14.0, affinity(left, right) * 0.8))
    return w
