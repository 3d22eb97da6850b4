"""Chinese lines torn at every mark: which pieces make a printed line, by the measure that they fill.

Where marks are set narrower than other glyphs, or stretched, some readers end a line at each; then hardly a mark is left
inside a line. The order of the pieces is kept. A printed line fills its measure, or less by an indent where a paragraph
begins, or ends with the paragraph; the measure stays the same for many lines. So pieces are taken together such that as many
lines as may be are full, and the measure changes seldom (Viterbi 1967; after Knuth & Plass 1981, who break lines so).

Wrong when: a paragraph ends in as many glyphs as the next is indented: what stands before and behind is full either way.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ocrfix.late import late
from ocrfix.lines import CLOSERS, INDENT, NO_LINE_START, OPENERS, Slug, em_width

MARK = late("[，。、；：？！]")
AT_MARK = frozenset("，。、；：？！…,;:?!" + CLOSERS)
HALF = frozenset("，。、；：？！…" + CLOSERS + OPENERS)
MANY = 20  # marks of a page, at least, that show where lines end
INSIDE = 0.2  # of them are inside lines, at most, where lines are torn
BROKEN = 0.12  # of the lines end at no mark, at least: in verse hardly one does
MEASURES = [k / 2 for k in range(16, 81)]  # em
PIECES = 8  # of a line, at most
NARROWER = 0.25  # em by which a mark is set narrower than a glyph, more or less
PLAY, SHORT = 1.1, 1.7  # em by which a full line may exceed its measure, and fall short of it
FULL, FIRST, LAST = 4, 3, 0  # what a line is worth that fills its measure, that begins a paragraph, that ends one;
LOOSE, OVER = -6, -4  # another line, and a wider one
TORN = 1  # a line that ends at a mark being a piece
WRONG = -8  # a line that ends in an opening mark, or before a closing one
CHANGE = 12  # against another measure than that of the line above
HEADS = "mark", "dateline", "bullet", "reports"  # starts of lines that are no second piece


class Reading(NamedTuple):
    """The best way to take the lines up to one together, where the last is set to some measure: its worth, where its
    last line begins, and the measure of the line above that."""

    worth: float
    first: int = 0
    above: int = 0


def torn_at_marks(lines: Sequence[Slug]) -> bool:
    """Are lines torn at every mark: is hardly one inside a line?"""
    inside = sum(len(MARK.findall(s.text[:-1])) for s in lines)
    at_end = sum(MARK.match(s.text[-1]) is not None for s in lines)
    broken = sum(s.text[-1] not in AT_MARK for s in lines)
    return inside + at_end >= MANY and inside <= INSIDE * (inside + at_end) and broken >= BROKEN * len(lines)


def relined(lines: Sequence[Slug]) -> set[int]:
    """The lines of a page that are each followed by another piece of the same printed line."""
    readings = [[Reading(0.0)] * len(MEASURES)]
    readings += [[Reading(float("-inf"))] * len(MEASURES) for _ in lines]
    for i in range(len(lines)):
        above = _kept(readings[i])
        for end, worths in _lines(lines, i):
            below = readings[end]
            for k, (worth, (before, old)) in enumerate(zip(worths, above, strict=True)):
                if before + worth > below[k].worth:
                    below[k] = Reading(before + worth, i, old)
    return set(_pieces(readings))


def _kept(readings: Sequence[Reading]) -> list[tuple[float, int]]:
    """For each measure of the next line, the best worth of what is above, and its measure: the same, or the best of all."""
    top = max(range(len(readings)), key=lambda k: readings[k].worth)
    changed = readings[top].worth - CHANGE
    return [(r.worth, k) if r.worth >= changed else (changed, top) for k, r in enumerate(readings)]


def _lines(lines: Sequence[Slug], i: int) -> Iterator[tuple[int, list[float]]]:
    """Printed lines that may begin with piece i: the end of each, and what it is worth by each measure."""
    text = ""
    begins = i == 0 or lines[i - 1].end == "stop"
    for end in range(i + 1, min(len(lines), i + PIECES) + 1):
        last = lines[end - 1]
        if end - 1 > i and not _seam(lines[end - 2], last):
            return
        text += last.text
        width = em_width(text) - NARROWER * sum(c in HALF for c in text)
        single = end - 1 == i
        if not single and width > MEASURES[-1] + PLAY:
            return
        cut_wrong = text[-1] in OPENERS or (end < len(lines) and lines[end].text[0] in NO_LINE_START)
        common = TORN * (end - 1 - i) + WRONG * cut_wrong
        yield end, [common + _worth(m - width, begins, last.end == "stop", single) for m in MEASURES]


def _worth(room: float, begins: bool, ends: bool, single: bool) -> float:
    """What a line is worth that leaves so much room, in em; pieces that do not fit one line are none."""
    if room < -PLAY:
        return OVER if single else float("-inf")
    if room <= SHORT:
        return FULL
    if begins and -PLAY <= room - INDENT <= SHORT:
        return FIRST
    return LAST if ends else LOOSE


def _seam(a: Slug, b: Slug) -> bool:
    """May two lines be pieces torn at a mark: each alone on its line, and nothing known that parts them?"""
    alone = not (a.more or a.cut or b.more or b.cut) and a.apart == b.apart == (False, "")
    at_mark = a.text[-1] in AT_MARK or b.text[0] in OPENERS or b.text[0] in NO_LINE_START
    return alone and at_mark and b.start not in HEADS


def _pieces(readings: Sequence[Sequence[Reading]]) -> Iterator[int]:
    """The pieces but the last of each line, from the foot of the page up."""
    end = len(readings) - 1
    k = max(range(len(MEASURES)), key=lambda k: readings[end][k].worth)
    while end:
        reading = readings[end][k]
        yield from range(reading.first, end - 1)
        end, k = reading.first, reading.above
