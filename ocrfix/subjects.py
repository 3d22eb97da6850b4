"""Texts of one article keep to one subject: their words are met in the same articles elsewhere.

Each term of a table has a place in a space of subjects, found by latent semantic analysis of a corpus (Deerwester et al.
1990). A text lies in the direction of the sum of its terms; two texts are of one subject if their directions agree, though
they need not share a word.

Wrong when: a page speaks of things of which the corpus does not, or all its articles of one thing; then most directions
agree, or there is none.

>>> from ocrfix.statistics import bundled
>>> subjects = bundled().subjects(latin=False)
>>> a, b, c = (subjects.direction(subjects.gist(terms(text, False))) for text in
...     ("台风登陆沿海，暴雨转移群众", "气象台发布预警，防汛抢险", "运动员夺得金牌，世锦赛决赛"))
>>> agree(a, b) > agree(a, c)
True
"""

from collections.abc import Iterable, Sequence
from functools import cache
from operator import add, mul
from typing import NamedTuple

from ocrfix.late import late
from ocrfix.units import page_fold

BEGINNING = 6  # letters of a Latin word that tell it from others, whatever its ending
NIBBLE = 8  # stands for nought in a place: places are hex digits
FIELD = 8  # hex digits in which the sums of a dimension are kept

Direction = tuple[float, ...]  # of length 1; empty where a text has no term of the table

_LATIN = late("[A-Za-z]{4}")
_WORD = late(r"[^\W\d_]{4,}")
_ACRONYM = late(r"\b(?=[A-Z\d]*[A-Z])[A-Z\d]{2,3}\b")
_SOFT = late(r"(?<=[^\W\d_])[-\u2010\xad] +(?=[^\W\d_])")  # a hyphen at the end of a line
_NUMBER = late(r"\d[\d.]+")
_HAN_RUN = late("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2,}")


def running(lines: Iterable[str], latin: bool) -> str:
    """Lines as running text: words with a space between, and those whole that a hyphen broke."""
    return _SOFT.sub("", " ".join(lines)) if latin else "".join(lines)


def terms(text: str, latin: bool) -> set[str]:
    """The words that texts of one matter share: Han bigrams (simplified), beginnings of Latin words, acronyms, numbers."""
    text = text.translate(page_fold())
    found: set[str] = set()
    if latin or _LATIN.search(text):
        found.update(w.lower()[:BEGINNING] for w in _WORD.findall(text) if w.isascii() or latin)
    if latin:
        found.update(map(str.lower, _ACRONYM.findall(text)))
    found.update(_NUMBER.findall(text))
    for run in _HAN_RUN.findall(text):
        found.update(map(add, run, run[1:]))
    return found


class Gist(NamedTuple):
    """A sum of places, all dimensions in one long number, and of how many terms. Gists of texts add."""

    total: int = 0
    number: int = 0

    def __add__(self, other: "Gist") -> "Gist":  # type: ignore[override]
        return Gist(self.total + other.total, self.number + other.number)


class Subjects:
    """The places of terms. ``names`` are the terms, ``places`` as many rows of hex digits, one for each dimension."""

    def __init__(self, names: Sequence[str], places: bytes):
        self.dimensions = 2 * len(places) // len(names) if names else 0
        self._row = {name: k for k, name in enumerate(names)}
        self._digits = places.hex()
        self._place = cache(self._unpacked)

    def gist(self, found: Iterable[str]) -> Gist:
        """What a text with these terms is about."""
        known = self._row.keys() & found
        return Gist(sum(map(self._place, known)), len(known))

    def direction(self, gist: Gist) -> Direction:
        """Where the subjects of a text lie."""
        fields = memoryview(gist.total.to_bytes(self.dimensions * FIELD // 2, "little")).cast("I")
        rest = NIBBLE * gist.number
        place = [x - rest for x in fields]
        length = sum(map(mul, place, place)) ** 0.5
        return tuple([x / length for x in place]) if length else ()

    def _unpacked(self, name: str) -> int:
        at = self.dimensions * self._row[name]
        return int(("0" * (FIELD - 1)).join(self._digits[at : at + self.dimensions]), 16)


def agree(a: Direction, b: Direction) -> float:
    """The cosine of two directions, from -1 to 1; 0 where one has none."""
    return float(sum(map(mul, a, b)))
