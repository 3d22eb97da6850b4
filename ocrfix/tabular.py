"""Tabular matter: the rows of a table or list have one form, words and figures in one order, whatever these are.

Running text has marks, words of any length, and figures anywhere; four lines of it in a row that break alike are hardly met.

Wrong when: four headlines of one form, each with a figure and no verb, stand below one another.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ocrfix.cells import head_row
from ocrfix.late import late
from ocrfix.lines import MIDS, STOPS, Slug
from ocrfix.shapes import small_print

LEAST, PART = 4, 3  # rows of a table, and of a part of one
NO_PRINT = "", "credit"  # small print that a row may look like
FIGURES_TOO = *NO_PRINT, "folio", "imprint"  # and with figures
MANY = 4  # words in a row that tell its form by their number
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
    found = list(_runs(lines, forms))
    tables = {forms[k] for run in found if len(run) >= LEAST for k in run}
    for run in found:
        if len(run) >= PART and forms[run[0]] in tables:
            headed = run[0] > 0 and head_row(lines[run[0] - 1].text, (lines[k].text for k in run))
            yield range(run[0] - headed, run[-1] + 1)


def _runs(lines: Sequence[Slug], forms: Sequence[str]) -> Iterator[list[int]]:
    """Rows that follow one another, of one form, or of as many words, a figure among them."""
    run: list[int] = []
    for k, s in enumerate(lines):
        if run and not _alike(s, lines[run[-1]], forms[k], forms[run[-1]]):
            yield run
            run = []
        if forms[k]:
            run.append(k)
    if run:
        yield run


def _alike(a: Slug, b: Slug, form: str, other: str) -> bool:
    words = len(a.text.split()), len(b.text.split())
    as_many = FIGURE in form and FIGURE in other and words[0] == words[1] >= MANY
    return "" not in (form, other) and (form == other or as_many)
