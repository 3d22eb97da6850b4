"""Tabular matter: the rows of a table or list have one form, words and figures in one order, whatever these are.

Running text has marks, words of any length, and figures anywhere; four lines of it in a row that break alike are hardly met.

Wrong when: four headlines of one form, each with a figure and no verb, stand below one another.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ocrfix.cells import head_row
from ocrfix.late import late
from ocrfix.lines import MIDS, STOPS, Slug
from ocrfix.shapes import small_print

LEAST, PART = 4, 3  # rows of a table, and of a part of one
NO_PRINT = "", "credit"  # small print that a row may look like
FIGURES_TOO = *NO_PRINT, "folio", "imprint"  # and with figures
TOLD = 3  # of the words and figures of a Latin row tell its form
CELL = 8  # characters of a Chinese cell; one may be longer
FIGURE, WORD = "0", "w"
_FIGURE = late(r"[^\w\s]*\d|[-–—]+$")
_MARKS = frozenset(STOPS + MIDS)


def form(s: Slug, latin: bool) -> str:
    """The form of a row: its figures and words in order, several figures as one, and in Latin script several words, of which the
    first three count; "" for what is none.

    A Chinese row has three cells and no mark, or two of which one is a figure; a Latin one begins with a capital or a figure.
    """
    words = s.text.split()
    marks = "".join(FIGURE if _FIGURE.match(w) else WORD for w in words)
    plain = FIGURES_TOO if FIGURE in marks else NO_PRINT
    if len(words) < 2 or s.cut or small_print(s.text) not in plain:
        return ""
    found = "".join(mark if mark == FIGURE or latin else "".join(run) for mark, run in groupby(marks))
    if latin:
        return found[:TOLD] if FIGURE in marks and len(found) > 1 and not s.text[0].islower() else ""
    few = len(words) < 3 and FIGURE not in marks
    spelled = max(map(len, words)) == 1
    long = sum(len(w) > CELL for w in words) > 1
    return "" if few or spelled or long or not _MARKS.isdisjoint(s.text) else found


def figures(s: Slug) -> int:
    """How many figures a row has."""
    return sum(map(bool, map(_FIGURE.match, s.text.split())))


def tables(lines: Sequence[Slug], latin: bool) -> Iterator[range]:
    """The rows of each table, with the heads of its columns above them, and the shorter parts of one that is parted."""
    forms = [form(s, latin) for s in lines]
    runs = [_run(rows, forms, latin) for rows in _runs(forms)]
    tables = {run.form for run in runs if run.like >= LEAST}
    for rows, usual, like in runs:
        if like >= PART and usual in tables and like * 2 >= len(rows):
            yield range(rows[0] - headed(lines, rows), rows[-1] + 1)


def headed(lines: Sequence[Slug], rows: Sequence[int]) -> bool:
    """Does the line above the rows head their columns?"""
    above = lines[rows[0] - 1].text if rows[0] else ""
    return head_row(above, (lines[k].text for k in rows)) and not small_print(above)


class _Run(NamedTuple):
    """Lines that follow one another and may be rows; the form of most of them, and how many have it."""

    rows: list[int]
    form: str
    like: int


def _runs(forms: Sequence[str]) -> Iterator[list[int]]:
    """Lines that follow one another and have figures, or words only in one form."""
    for kind, run in groupby(range(len(forms)), lambda k: FIGURE if FIGURE in forms[k] else forms[k]):
        if kind:
            yield list(run)


def _run(rows: list[int], forms: Sequence[str], latin: bool) -> _Run:
    """What is common to such lines; in Chinese, where running text may follow, they end with rows of the usual form."""
    usual, like = Counter(forms[k] for k in rows).most_common(1)[0]
    at = [n for n, k in enumerate(rows) if latin or forms[k] == usual]
    return _Run(rows[at[0] : at[-1] + 1], usual, like)
