"""A page in a Latin language that the table does not know is read by its own words, and by case and hyphens alone.

Habits of English say nothing about German: they would call every line of it a stranger to the next. So text reads on in lower
case, a broken word does, and the rest is open; a word is known where the page prints it, and rare as it prints it seldom.

Wrong when: the page is English of another age, or read so badly that hardly a word of it is one.
"""

from collections.abc import Sequence
from math import log10

from ocrfix.hyphens import whole_words
from ocrfix.late import late
from ocrfix.ngrams import RAREST
from ocrfix.statistics import End, Start, Statistics
from ocrfix.units import LatinEnd, LatinStart

_WORD = late(r"[^\W\d_]+")
SHORTEST = 3  # letters of a word that is looked up
ENOUGH = 40  # words, at least, that tell the language of a page
KNOWN = 0.45  # of the words, at least, stand in the table where it knows the language
READS_ON = 8  # decibans of affinity where the second line begins in lower case,
OPEN = 3  # where it begins in a capital, a figure or a mark,
STARTS_ANEW = -8  # and where a word that the first breaks off should go on so
COMMONEST = 20  # decibans of rarity, at least, as in the table,
RARER = 20  # and how many fewer a word has that is printed ten times as often


def read_by(known: Statistics, text: str) -> Statistics:
    """The table to read Latin text by: ``known``, or the text itself where ``known`` does not know its language."""
    words = [w for w in _WORD.findall(text) if len(w) >= SHORTEST and w.islower()]
    if len(words) < ENOUGH or sum(map(known.is_word, words)) >= KNOWN * len(words):
        return known
    return Foreign(known, text)


class Foreign(Statistics):
    """What a page of these words says about its running text: the words are known, and are the rarer the fewer of them it has."""

    def __init__(self, known: Statistics, text: str):
        super().__init__(known.data, known.name)
        self.words = {word: max(COMMONEST, RAREST - round(RARER * log10(n))) for word, n in whole_words(text).items()}

    def affinities(self, end: End, starts: Sequence[Start]) -> list[int]:
        """As of any table; where both are Latin, by hyphen and case."""
        found = super().affinities(end, starts)
        if isinstance(end, LatinEnd):
            found = [_shape(end, s) if isinstance(s, LatinStart) else a for a, s in zip(found, starts, strict=True)]
        return found

    def idf(self, gram: str) -> int:
        """How rare a word is on the page, in decibans."""
        return self.words.get(gram.lower(), RAREST)


def _shape(end: LatinEnd, start: LatinStart) -> int:
    if start.word[:1].islower():
        return READS_ON
    return STARTS_ANEW if end.broken else OPEN
