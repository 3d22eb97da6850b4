"""Printed lines that extraction surely tore are sewn up: their pieces are one line before anything is weighed.

A reader of pages ends a line where a gap is wide: at a mark in Chinese that justification stretches, at a space between
few words, between the cells of a table. What it tears shows on the page:

- Chinese sets no closing mark at the head of a line, and ends none in a comma with room to spare; where lines do so
  again and again, they were torn;
- a line keeps its last space only where it was torn, if full lines keep none;
- a word in lower case seldom has a line for itself in mid-sentence; where many have, lines were torn at wide spaces;
- cells of a table come in an order that repeats, row by row;
- a large initial is the first letter of the next line's first word.

Wrong when: a rubric that ends in a comma stands above text that fits beside it, on a page torn otherwise. What is less
sure is evidence only (see torn).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ocrfix import initials
from ocrfix.cellwise import NUMBER, WORD, cell
from ocrfix.lines import (
    INDENT,
    MIDS,
    NO_LINE_START,
    OPENERS,
    Galley,
    Slug,
    em_width,
    end_class,
    find_measures,
    start_class,
)
from ocrfix.model import Decision, Evidence, Verb
from ocrfix.relined import relined, torn_at_marks
from ocrfix.shapes import small_print
from ocrfix.torn import FULL, MOST, SPACE, hosts, torn

HABIT, OFTEN = 3, 0.02  # lines torn at marks, it seems: so many, and such a share of all, make a habit
SOME, NEAR = 3, 24  # so many of the lines near a piece are as wide as a line is, where most are pieces
PLAY = 1.1  # em by which a sewn line may exceed its measure: two marks set half as wide
SELDOM = 0.1  # of the full lines, at most, keep a space at their end or wide ones inside, where a kept one tells
SHORT = 1.7  # em by which a full line may fall short
RUNNING = "han", "latin", "digit", "mid"  # ends of lines in mid-sentence
ROWS = 3  # of a table, at least
CELLS = 6  # of a row, at most
LARGE = 2  # characters of an initial, with a quotation mark
CLEARLY = 3  # decibans by which it reads on better in the line below it than the line above in it
BESIDE = 6  # em to the right of an initial, at most, where the rest of its word stands
SURE, FITTED, LIKELY = 20, 13, 11  # decibans

Seams = dict[int, tuple[str, Evidence]]  # by the line above the seam: what stands between the pieces, and why

_MARK = Evidence("torn-at-mark", SURE, "lines of this page are torn at marks, and both pieces fit one line")
_FILLED = Evidence("torn-filled", LIKELY, "lines of this page are torn at marks, and both pieces fill one line")
_RELINED = Evidence(
    "torn-at-every-mark", FITTED, "lines of this page are torn at every mark, and the pieces fill one line"
)
_SPACE = Evidence("torn-at-space", SURE, "full lines of this page keep no space at their end; both pieces fit one line")
_WORD = Evidence("torn-at-word", FITTED, "words of this page have lines for themselves; the pieces fill one line")
_CELL = Evidence("torn-row", SURE, "cells of a table that come one a line, row after row in one order")
_INITIAL = Evidence(
    "initial", SURE, "a large initial is read as a line of its own; the next begins with the rest of its word"
)


def sew(g: Galley) -> tuple[Galley, list[Decision]]:
    """The galley with torn lines whole, and the joins of their pieces."""
    relaid = {} if g.latin or not torn_at_marks(g.lines) else dict.fromkeys(sorted(relined(g.lines)), ("", _RELINED))
    sewn, joins = sewn_at(g, relaid)
    found = seams(sewn)
    starts = {sewn.lines[i].span.start for i, (_, why) in found.items() if why is _INITIAL}
    sewn, more = sewn_at(sewn, found)
    joins += more
    for i, s in enumerate(sewn.lines):
        if s.span.start in starts:
            _widen(sewn.lines[i:])
    if g.latin:
        sewn, more = sewn_at(sewn, dict.fromkeys(_words(sewn.lines), (" ", _WORD)))
        joins += more
    if any(why is _MARK for _, why in found.values()):
        sewn, more = sewn_at(sewn, dict.fromkeys(_filled(sewn.lines), ("", _FILLED)))
        joins += more
    return sewn, joins


def sewn_at(g: Galley, found: Seams) -> tuple[Galley, list[Decision]]:
    """The galley with lines sewn at these seams, and the joins of their pieces."""
    if not found:
        return g, []
    lines: list[Slug] = []
    joins = []
    for i, s in enumerate(g.lines):
        if i - 1 in found:
            glue, why = found[i - 1]
            joins.append(Decision(Verb.JOIN, (lines[-1].foot, s.span), why.weight, glue=glue, evidence=(why,)))
            lines[-1] = _sewn(lines[-1], s, glue, g.latin)
            if why is _INITIAL:
                lines[-1].start = "dateline"  # either opens a story
        else:
            lines.append(s)
    sewn = replace(g, lines=lines)
    find_measures(sewn)
    return sewn, joins


def seams(g: Galley) -> Seams:
    """Where a line and the next are pieces of one."""
    lines = g.lines
    measures = hosts(lines)
    found = dict.fromkeys(_cells(lines, g.latin), (" ", _CELL))
    found.update(_initials(g))
    if g.latin:
        torn, glue, why = _spaces(g, measures), " ", _SPACE
    else:
        torn, glue, why = _marks(lines, measures), "", _MARK
    found.update({i: (glue, why) for i in torn if i not in found})
    return {i: found[i] for i in sorted(found)}


def _initials(g: Galley) -> Iterator[tuple[int, tuple[str, Evidence]]]:
    """Seams behind large initials."""
    for i, (a, b) in enumerate(pairwise(g.lines)):
        below = g.lines[i + 1 : i + 2 + initials.DEEP]
        if a.apart != b.apart or not 0 <= b.x - a.x <= BESIDE or len(a.text) > LARGE:
            continue
        if (g.latin and initials.opens(a.text, [s.text for s in below], g.news.is_word)) or (
            initials.is_character(a.text, below) and not _is_tail(g, i)
        ):
            yield i, ("", _INITIAL)
        elif initials.is_article(a.text, below, g.news.is_word):
            yield i, (" ", _INITIAL)


def _is_tail(g: Galley, i: int) -> bool:
    """Does the line above go on in line ``i`` as well as that does in the line below?"""
    if not i or g.lines[i - 1].end not in RUNNING:
        return False
    above, s, below = (s.text for s in g.lines[i - 1 : i + 2])
    return g.news.affinity(above, s) + CLEARLY >= g.news.affinity(s, below)


def _widen(lines: Sequence[Slug]) -> None:
    """What stands beside the large initial of the first line fills its column with it; no paragraph ends there."""
    for s in lines[: initials.beside(lines)]:
        s.width = s.measure


def _sewn(a: Slug, b: Slug, glue: str, latin: bool) -> Slug:
    text = a.text + glue + b.text
    made = replace(a, text=text, width=em_width(text, latin), more=b.more, rest=(*a.rest, b.span, *b.rest))
    made.end, made.start = end_class(text), start_class(text)
    return made


def _loose(a: Slug, b: Slug) -> bool:
    """May two lines be pieces of one: each alone on its line, and nothing known that parts them?"""
    return not (a.more or a.cut or b.more or b.cut) and a.apart == b.apart == (False, "")


def _marks(lines: Sequence[Slug], measures: Sequence[float]) -> Iterator[int]:
    """Seams at marks, on a page that is torn there by habit."""
    pairs = list(zip(pairwise(lines), measures, strict=False))
    found = [
        i for i, ((a, b), m) in enumerate(pairs) if _at_mark(a, b) and _loose(a, b) and a.width + b.width <= m + PLAY
    ]
    if len(found) < max(HABIT, OFTEN * len(lines)):
        return
    width, last = 0.0, -1
    for i, (((a, b), measure), whole) in enumerate(zip(pairs, _widths(lines), strict=False)):
        width = (width if last == i - 1 else a.width) + b.width
        if _at_mark(a, b) and _loose(a, b) and width <= max(measure, whole) + PLAY:
            yield i
            last = i


def _filled(lines: Sequence[Slug]) -> Iterator[int]:
    """Seams behind a full stop, or before what opens: below a full line two short ones fill one, where the second could not be
    the first line of a paragraph, and the text runs on in it."""
    last = 0
    for i, whole in enumerate(_widths(lines)):
        if not last < i < len(lines) - 2:
            continue
        up, a, b, down = lines[i - 1 : i + 3]
        room = [whole - s.width for s in (up, a, b, down)]
        torn = _full(whole - a.width - b.width) and not _full(room[1]) and not _full(room[2] - INDENT)
        begun = (a.end == "stop" and _full(room[3])) or (b.start == "open" and a.end in RUNNING)
        if torn and begun and b.end in RUNNING and (_full(room[0]) or _full(room[0] - INDENT)) and _loose(a, b):
            yield i
            last = i + 1


def _full(room: float) -> bool:
    """Is a line full that leaves so much room, in em?"""
    return -PLAY <= room <= SHORT


def _widths(lines: Sequence[Slug]) -> Iterator[float]:
    """For each line the width that some lines around it reach, pieces or not."""
    widths = [s.width for s in lines]
    for i in range(len(lines)):
        yield sorted(widths[max(0, i - NEAR) : i + NEAR + 1])[-SOME:][0]


def _at_mark(a: Slug, b: Slug) -> bool:
    """Can no full line have ended there: in a comma with room to spare, or with a closing mark at the head of the next?"""
    return a.text[-1] in MIDS or a.text[-1] in OPENERS or b.text[0] in NO_LINE_START


def _spaces(g: Galley, measures: Sequence[float]) -> Iterator[int]:
    """Seams behind a space that was kept, where full lines keep none and wide spaces do not stay in lines."""
    full = [s for s in g.lines if s.measure and s.width >= FULL * s.measure]
    if sum(_keeps(g, s) or "  " in s.text for s in full) > SELDOM * len(full):
        return
    width = 0.0
    for i, (a, b) in enumerate(pairwise(g.lines)):
        width = (width or a.width) + SPACE + b.width
        if _keeps(g, a) and not b.gap and _loose(a, b) and width <= MOST * measures[i]:
            yield i
        else:
            width = 0.0


def _words(lines: Sequence[Slug]) -> Iterator[int]:
    """Seams at words, on a page that is torn there by habit: beside a full line, pieces that come to one."""
    alone = sum(_is_word(*near) for near in zip(lines, lines[1:], lines[2:], strict=False))
    if alone < max(HABIT, OFTEN * len(lines)):
        return
    pieces = "".join(mark[0] for mark in torn(lines))
    for run in re.finditer("[^-]+", pieces):
        framed = any(s.width >= FULL * s.measure > 0 for s in (*lines[: run.start()][-1:], *lines[run.end() :][:1]))
        for i in range(run.start(), run.end() - 1) if framed else ():
            a, b = lines[i : i + 2]
            run_on = pieces[i] in "(+" and a.end in RUNNING and "lower" in (a.start, b.start)
            if run_on and _loose(a, b) and not (small_print(a.text) or small_print(b.text)):
                yield i


def _is_word(above: Slug, s: Slug, below: Slug) -> bool:
    """Is this a word in lower case, alone on its line, in mid-sentence?"""
    short = s.width < s.measure / 2 and s.text.isalpha() and s.text.islower()
    return short and below.start == "lower" and above.end in RUNNING


def _keeps(g: Galley, s: Slug) -> bool:
    """Does a space stand behind the line?"""
    return g.text[s.foot.end : s.foot.end + 1] == " "


def _cells(lines: Sequence[Slug], latin: bool) -> Iterator[int]:
    """Seams between the cells of rows: words first and a figure last, in the same order in each; the head of the table too."""
    shapes = "".join(_shape(s, latin) for s in lines)
    alone = [_loose(s, s) for s in lines]
    i = 0
    while i < len(shapes):
        cells, rows = _table(shapes, i)
        end = i + cells * rows
        top = i - cells if cells and shapes[max(0, i - cells) : i] == "w" * cells else i
        if rows and all(alone[top:end]):
            yield from (k for k in range(top, end) if (k - top) % cells < cells - 1)
        i = max(end, i + 1)


def _table(shapes: str, i: int) -> tuple[int, int]:
    """How many cells a row of the table has that begins at line ``i``, and how many rows; 0 and 0 where none does.

    Where a figure stands right above, or another cell right below, it cannot be told where the rows begin; a word may stand below if
    the heads of all columns stand above, and a headline.
    """
    if shapes[i] != "w" or shapes[i - 1 : i] in ("f", "u"):
        return 0, 0
    for cells in range(2, CELLS + 1):
        row = shapes[i : i + cells]
        rows = 1
        while shapes.startswith(row, i + rows * cells):
            rows += 1
        below = shapes[i + rows * cells :][:1]
        headed = shapes[max(0, i - cells - 1) : i] == "w" * (cells + 1)
        told = below in ("", "-") or (headed and below == "w")
        if rows >= ROWS and row[-1] in "fu" and "-" not in row and told:
            return cells, rows
    return 0, 0


def _shape(s: Slug, latin: bool) -> str:
    """Words w, a figure f, a figure with its unit u, or - for what is no cell."""
    if m := NUMBER.fullmatch(s.text):
        return "u" if m["unit"] else "f"
    return "w" if cell(s, latin) == WORD else "-"
