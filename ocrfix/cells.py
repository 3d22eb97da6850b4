"""A row of a table, or of a list of names, is cells with space between them; no sentence runs across them."""

from collections.abc import Iterable
from functools import lru_cache

from ocrfix.english import given_names
from ocrfix.late import late
from ocrfix.lines import MIDS, REMEMBERED, STOPS

PERSON = 2  # words of a name
ROW = 3  # cells; two may be a headline that was set with a gap
CELL = 8  # characters of a cell beside which a single space parts Chinese text, at most
LATIN_CELL = 12  # characters of the head of a column, at most
NAME = 4  # characters of a name, at most
_GAP = late(r"\s{2,}|\u3000")
_CELLS = late(r"(?:[^\W_]|[\s.·・%％+()（）\-])+")  # letters and figures only
_NAMES = late(rf"[^\W\d_]{{1,{NAME}}}(?: [^\W\d_]{{1,{NAME}}})+")
_FIGURE = late(r"[-+]?\d[\d.,]*[%％]?")
_FIGURES = late(r"[^\W\d_]+(?: [-+]?[\d.]+[%％]?){2,}")
_CAPITAL = late(r"[A-ZÀ-Þ][\w’'.&-]*$|of$|in$|the$|and$|&$")
_LABEL = late(r"[A-ZÀ-Þ][\w’' -]*")
_TAIL = late(r"(?: (?!(?:1[6-9]|20)\d\d$)[-+$£€]?\d[\d.,]*[%¢]?)+$")  # figures; a year is none
_UNITS = late(r"\s?[(（][^()（）]+[)）]")
_COLUMNS = late(r"(?: [-+$£€]?\d[\d.,]*[%¢]?){2}$")  # of figures
_NUMBER = late(r"\d+(?:[.,:]\d+)*")
_OFFICE = late("[记記]者|通[讯訊][员員]|[本日][报報][讯訊]|[报報][道導]")
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


def rows(a: str, b: str) -> bool:
    """Are two Chinese lines rows of a list, one of which may be the label of the other: 一等奖, 张三　李四, 二等奖?"""
    shapes = _shape(a), _shape(b)
    return "row" in shapes and "" not in shapes


def table_rows(a: str, b: str) -> bool:
    """Are two lines rows of a table, with wide gaps between three cells and more, those of one of them figures but for one?"""
    both = _GAP.split(a.strip()), _GAP.split(b.strip())
    return min(map(len, both)) >= ROW and any(sum(map(bool, map(_FIGURE.fullmatch, c))) >= len(c) - 1 for c in both)


def latin_rows(a: str, b: str) -> bool:
    """Are two Latin lines rows of a list or table, one of which may be the label of the other: names, or words in capitals and
    figures behind them, or two columns of figures?"""
    shapes = _latin_shape(a), _latin_shape(b)
    return "row" in shapes and "" not in shapes


def columns(text: str) -> tuple[str, ...]:
    """The form of the last two cells of a row of figures: €0 and 0kg behind a label; nothing for a line that ends otherwise.

    >>> columns("Angus heifer 376kg €1,140")
    ('0kg', '€0')
    """
    last = text.split()[1:][-2:]
    found = tuple(_NUMBER.sub("0", cell) for cell in last if _NUMBER.search(cell))
    return found if len(found) == 2 and not text.isdigit() else ()


def head_row(text: str, rows: Iterable[str]) -> bool:
    """Does a line head the columns of a table with these rows: about as many words as one of them has, none a figure?"""
    words = [w for w in _UNITS.sub("", text).split() if w[0].isalnum()]
    if len(words) < 2 or any(not _head(w) for w in words):
        return False
    cells = [len(row.split()) for row in rows]
    return any(n / 2 <= len(words) <= n + (not text.isascii()) for n in cells)


def _head(word: str) -> bool:
    """May the word head a column?"""
    return len(word) <= (LATIN_CELL if word.isascii() else CELL) and not word[0].islower() and not word[0].isdigit()


def figures(a: str, b: str) -> bool:
    """Are both lines nothing but a figure, each in a cell of its own?"""
    return _FIGURE.fullmatch(a) is not None and _FIGURE.fullmatch(b) is not None


def parted(a: str, b: str) -> bool:
    """Is one of two Chinese lines a row of a list, and the other running text?"""
    return any(_shape(x) == "row" and not _RUNNING.isdisjoint(y) for x, y in ((a, b), (b, a)))


def _latin_shape(text: str) -> str:
    """Is a Latin line a row, or a label, of few words?"""
    if text[0].isupper() and _COLUMNS.search(text):
        return "row"
    words = _TAIL.sub("", text).split()
    named = sum(w in given_names() for w in words) > 1 and len(words) >= 2 * PERSON
    if words and all(map(_CAPITAL.match, words)) and (named or _TAIL.search(text)):
        return "row"
    return "label" if _LABEL.fullmatch(text) and len(words) <= ROW else ""


def _shape(text: str) -> str:
    """Is a Chinese line a row, of several short cells and no mark, or a label, of one?

    Wide gaps part cells; single spaces do in rows of names, and between a label and its figures.
    """
    words = text.split()
    if not _CELLS.fullmatch(text) or max(map(len, words)) > CELL:
        return ""
    named = len(words) >= ROW and _NAMES.fullmatch(text) and 5 * sum(map(len, words)) >= 7 * len(words)
    row = _GAP.search(text) or _FIGURES.fullmatch(text) or named
    return "row" if row and not _OFFICE.search(text) else "label" if len(text) > 1 else ""
