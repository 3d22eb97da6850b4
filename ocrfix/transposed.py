"""A table that came out column after column is told row by row.

A reader of pages that looks for columns finds those of a table, too. Where as many figures follow one another as words stand above
them, and each lot has its head, they are the columns of one table.

Wrong when: the names of a list stand above figures that are as many by chance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ocrfix.cellwise import FIGURE, TABLE, WORD, cell
from ocrfix.lines import Galley, Slug
from ocrfix.model import Decision, Evidence
from ocrfix.seams import Seams, sewn_at

_COLUMNS = Evidence("table-columns", 20, "the columns of a table come one after the other, each with as many cells")

Columns = list[range]  # of one table, each the lines of its head and its cells


def by_rows(g: Galley) -> tuple[Galley, list[Decision]]:
    """The galley with such tables row by row, each row a line, and the joins of their cells."""
    found = {columns[0].start: columns for columns in tables(g.lines, g.latin)}
    moved = {k for columns in found.values() for column in columns for k in column}
    lines: list[Slug] = []
    seams: Seams = {}
    for k, s in enumerate(g.lines):
        for row in zip(*found.get(k, ()), strict=True):
            cells = [replace(g.lines[c], gap=s.gap if c == k else 0) for c in row]
            seams |= dict.fromkeys(range(len(lines), len(lines) + len(row) - 1), (" ", _COLUMNS))
            lines += cells
        if k not in moved:
            lines.append(s)
    return sewn_at(replace(g, lines=lines), seams) if seams else (g, [])


def tables(lines: Sequence[Slug], latin: bool) -> list[Columns]:
    """The columns of each table that came out so; one that stands apart from the others is that of the only table with as many
    cells."""
    forms = [cell(s, latin) for s in lines]
    found: list[Columns] = []
    apart: Columns = []
    for column in _figures(forms):
        words = range(column.start - len(column), column.start)
        if found and found[-1][-1].stop == column.start and len(found[-1][0]) == len(column):
            found[-1].append(column)
        elif words.start >= 0 and all(forms[k] == WORD for k in words):
            found.append([words, column])
        else:
            apart.append(column)
    for column in apart:
        alike = [columns for columns in found if len(columns[0]) == len(column)]
        if len(alike) == 1:
            alike[0].append(column)
    return found


def _figures(forms: Sequence[str]) -> Iterator[range]:
    """The lines of each column of figures, with its head."""
    for form, run in groupby(range(len(forms)), forms.__getitem__):
        first, *more = run
        if form == FIGURE and len(more) + 1 >= TABLE and first and forms[first - 1] == WORD:
            yield range(first - 1, first + len(more) + 1)
