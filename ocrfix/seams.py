"""Printed lines that extraction surely tore are sewn up: their pieces are one line before anything is weighed.

A reader of pages ends a line where a gap is wide: at a mark in Chinese that justification stretches, at a space between
few words, between the cells of a table. What it tears shows on the page:

- Chinese sets no closing mark at the head of a line; where lines begin so again and again, short ones that end in a
  comma were torn as well;
- a line keeps its last space only where it was torn, if full lines keep none;
- cells of a table come in an order that repeats, row by row.

Wrong when: a rubric that ends in a comma stands above text that fits beside it, on a page torn otherwise. What is less
sure is evidence only (see torn).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ocrfix.late import late
from ocrfix.lines import MIDS, NO_LINE_START, OPENERS, Galley, Slug, em_width, end_class, find_measures, start_class
from ocrfix.model import Decision, Evidence, Verb
from ocrfix.torn import FULL, MOST, SPACE, hosts

STRANDED, OFTEN = (
    3,
    0.02,
)  # lines that begin with a closing mark: so many, and such a share of all, show a habit of tearing
PLAY = 0.6  # em by which a sewn line may exceed its measure
SELDOM = (
    0.1  # of the full lines, at most, keep a space at their end, or have wide ones inside, where a kept space tells
)
ROWS = 3  # of a table, at least
CELLS = 6  # of a row, at most
SURE = 20  # decibans

Seams = dict[int, tuple[str, Evidence]]  # by the line above the seam: what stands between the pieces, and why

_MARK = Evidence("torn-at-mark", SURE, "lines of this page are torn at marks, and both pieces fit one line")
_SPACE = Evidence("torn-at-space", SURE, "full lines of this page keep no space at their end; both pieces fit one line")
_CELL = Evidence("torn-row", SURE, "cells of a table that come one a line, row after row in one order")
_FIGURE = late(r"[-+—]?[\d０-９][\d０-９.,:/]*(?P<unit>\s?[^\w\s]|\s?[^\W\d_]{1,2})?")
_LABEL = late(r"[^\W\d_]+(?: [^\W\d_]+)?")
LABEL = 8  # characters of a cell in words, at most


def sew(g: Galley) -> tuple[Galley, list[Decision]]:
    """The galley with torn lines whole, and the joins of their pieces."""
    found = seams(g)
    if not found:
        return g, []
    lines: list[Slug] = []
    for i, s in enumerate(g.lines):
        if i - 1 in found:
            lines[-1] = _sewn(lines[-1], s, found[i - 1][0], g.latin)
        else:
            lines.append(s)
    sewn = replace(g, lines=lines)
    find_measures(sewn)
    joins = [
        Decision(Verb.JOIN, (g.lines[i].span, g.lines[i + 1].span), why.weight, glue=glue, evidence=(why,))
        for i, (glue, why) in found.items()
    ]
    return sewn, joins


def seams(g: Galley) -> Seams:
    """Where a line and the next are pieces of one."""
    lines = g.lines
    measures = hosts(lines)
    found = dict.fromkeys(_cells(lines), (" ", _CELL))
    if g.latin:
        torn, glue, why = _spaces(g, measures), " ", _SPACE
    else:
        torn, glue, why = _marks(lines, measures), "", _MARK
    found.update({i: (glue, why) for i in torn if i not in found})
    return {i: found[i] for i in sorted(found)}


def _sewn(a: Slug, b: Slug, glue: str, latin: bool) -> Slug:
    text = a.text + glue + b.text
    made = replace(a, text=text, width=em_width(text, latin), more=b.more, rest=(*a.rest, b.span))
    made.end, made.start = end_class(text), start_class(text)
    return made


def _loose(a: Slug, b: Slug) -> bool:
    """May two lines be pieces of one: each alone on its line, and nothing known that parts them?"""
    return not (a.more or a.cut or b.more or b.cut) and a.apart == b.apart == (False, "")


def _marks(lines: Sequence[Slug], measures: Sequence[float]) -> Iterator[int]:
    """Seams at marks, on a page that is torn there by habit."""
    fits = [
        _loose(a, b) and a.width + b.width <= m + PLAY for (a, b), m in zip(pairwise(lines), measures, strict=False)
    ]
    begun = sum(fit and _stranded(a, b) for (a, b), fit in zip(pairwise(lines), fits, strict=True))
    if begun < max(STRANDED, OFTEN * len(lines)):
        return
    width = 0.0
    for i, (a, b) in enumerate(pairwise(lines)):
        width = width or a.width
        if fits[i] and width + b.width <= measures[i] + PLAY and (_stranded(a, b) or a.text[-1] in MIDS):
            yield i
            width += b.width
        else:
            width = 0.0


def _stranded(a: Slug, b: Slug) -> bool:
    return b.text[0] in NO_LINE_START or a.text[-1] in OPENERS


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


def _keeps(g: Galley, s: Slug) -> bool:
    return g.text[s.foot.end : s.foot.end + 1] == " "


def _cells(lines: Sequence[Slug]) -> Iterator[int]:
    """Seams between the cells of rows: words first and a figure last, in the same order in each; the head of the table too."""
    shapes = "".join(map(_shape, lines))
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

    Where a figure stands right above or below, it cannot be told where the rows begin.
    """
    if shapes[i] != "w" or shapes[i - 1 : i] in ("f", "u"):
        return 0, 0
    for cells in range(2, CELLS + 1):
        row = shapes[i : i + cells]
        rows = 1
        while shapes.startswith(row, i + rows * cells):
            rows += 1
        if rows >= ROWS and row[-1] in "fu" and "-" not in row and shapes[i + rows * cells :][:1] not in ("f", "u"):
            return cells, rows
    return 0, 0


def _shape(s: Slug) -> str:
    """Words w, a figure f, a figure with its unit u, or - for what is no cell."""
    if m := _FIGURE.fullmatch(s.text):
        return "u" if m["unit"] else "f"
    return "w" if len(s.text) <= LABEL and _LABEL.fullmatch(s.text) else "-"
