"""A row of a table, or of a list of names, is cells with space between them; no sentence runs across them."""

from functools import lru_cache

from ocrfix.late import late
from ocrfix.lines import MIDS, REMEMBERED, STOPS

ROW = 3  # cells; two may be a headline that was set with a gap
CELL = 8  # characters of a cell beside which a single space parts Chinese text, at most
_GAP = late(r"\s{2,}|\u3000")
_RUNNING = frozenset(STOPS + MIDS) - {"."}


@lru_cache(REMEMBERED)
def cells(text: str) -> int:
    """How many cells the line has; 1 for running text.

    Two spaces or an em part cells, and one space where all of three or more are short and some are Chinese.
    """
    if not _RUNNING.isdisjoint(text):
        return 1
    found = len(_GAP.split(text.strip()))
    words = text.split()
    short = len(words) >= ROW and not text.isascii() and all(len(w) <= CELL for w in words)
    return max(found, len(words)) if short else found


def rank(text: str) -> str:
    """The number of cells as a mark: 1, 2, or 3 for a row."""
    return str(min(cells(text), ROW))
