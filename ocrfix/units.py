"""Han text is read by the character and Latin text by the word; scripts, widths and rare words are folded together.

Each class takes the lines apart once, and then answers for any two of them how likely one reads on in the other.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from ocrfix.late import late
from ocrfix.memo import Memo
from ocrfix.ngrams import FIRST_UNIT, REACH, UNKNOWN, Ngrams, Tail
from ocrfix.tables import rows

FOR, AGAINST = 0.8, 0.5  # of a weight that holds on pages of other papers than those that trained the table
MOST, LEAST = 28, -14  # decibans that the habits of text may weigh at a break
WHOLE_WORD = 15  # decibans: the hyphen at the break parts a word or a compound that the list knows,
PART_AFTER = -4  # one that it does not know, and what follows is no word,
WORD_AFTER = -8  # or is one,
NAME_AFTER = -12  # or begins with a capital
NO_WORD = -8  # or is no word but a mark or a number

HAN = late("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
NEAR = 40  # characters in which to look for the last or the first words
_TOKEN = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]")
_BROKEN = late(r"([^\W\d_]+)[-\u2010\xad]$")
_WORD = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@cache
def page_fold() -> dict[int, str]:
    """For str.translate: traditional to simplified characters, full-width forms to ASCII, corner brackets to quotes."""
    old, new = rows("simplified.txt")
    fold = {c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
    return {**fold, **dict(zip(map(ord, "「」『』" + old), "“”‘’" + new, strict=True))}


@cache
def table_fold() -> dict[int, str | None]:
    """As page_fold; moreover every digit is 0, every Latin letter a, and white space and control characters go."""
    fold: dict[int, str | None] = dict(page_fold())
    for c in range(0x21, 0x7F):
        fold[c] = fold[c + 0xFEE0] = "0" if chr(c).isdigit() else "a" if chr(c).isalpha() else chr(c)
    return {**fold, **dict.fromkeys((*range(0x21), *range(0x7F, 0xA1), *range(0x2000, 0x2010), 0x3000, 0xFEFF))}


def tokens(text: str) -> list[str]:
    """Words, numbers and punctuation marks of Latin text."""
    return _TOKEN.findall(text)


def shape(word: str) -> str:
    """The class of a word that stands in no table: its case, and the ending of one in lower case."""
    if word[0].isdigit():
        return "0"
    if word.islower():
        return "-" + word[-2:]
    return "A" if word.isupper() and len(word) > 1 else "Aa"


def code(names: Sequence[str]) -> dict[str, str]:
    """Units for the characters or words of a table, the commonest first."""
    return {name: chr(k) for k, name in enumerate(names, FIRST_UNIT)}


class Fold(dict[int, str | None]):
    """For str.translate: characters to units; one that is in no table becomes UNKNOWN."""

    def __missing__(self, key: int) -> str:
        return UNKNOWN


class HanText:
    """Lines of Han text before the table of the characters ``names``."""

    def __init__(self, names: str, ngrams: Ngrams):
        units = code(names)
        self._ngrams = ngrams
        self._fold = Fold({ord(c): u for c, u in units.items()})
        self._fold.update({c: new and units.get(new, UNKNOWN) for c, new in table_fold().items()})
        self._in_place = Fold({c: new or UNKNOWN for c, new in self._fold.items()})  # nothing goes

    def end(self, line: str) -> Tail:
        """What affinity needs to know of the end of a line."""
        return self._ngrams.tail(line[-2 * REACH :].translate(self._fold))

    def start(self, line: str) -> str:
        """What affinity needs to know of the start of a line."""
        return line[: 2 * REACH].translate(self._fold)[:REACH]

    def affinities(self, end: Tail, starts: Iterable[str]) -> list[int]:
        """Decibans that text running from the end into each of the starts reads on."""
        return [BELIEVED[weight] for weight in self._ngrams.across(end, starts)]

    def strangers(self, text: str) -> list[int]:
        """Offsets of characters that stand beside neither of their neighbours in the table."""
        return self._ngrams.strangers(text.translate(self._in_place))

    def rarity(self, gram: str) -> int:
        """-10 * log10 of the chance to meet ``gram`` at a given place; digits and Latin letters are all alike rare."""
        alike = sum(10 if c.isdigit() else 14 if c.isascii() and c.isalpha() else 0 for c in gram)
        return self._ngrams.rarity(gram.translate(self._fold)) + alike


class LatinEnd(NamedTuple):
    """The end of a line for each table, and the beginning of a word that a hyphen breaks off there."""

    tails: tuple[Tail, ...]
    broken: str
    line: str


class LatinStart(NamedTuple):
    """The start of a line for each table, and its first word."""

    heads: tuple[str, ...]
    word: str
    line: str


class LatinText:
    """Lines of Latin text before two tables: one that knows many words, and one in which most are but a shape.

    ``is_word`` tells whether a word stands in the list of words.
    """

    def __init__(self, tables: Sequence[tuple[Sequence[str], Ngrams]], is_word: Callable[[str], bool]):
        self._tables = [(code(names), ngrams) for names, ngrams in tables]
        self._is_word = is_word

    def end(self, line: str) -> LatinEnd:
        """What affinity needs to know of the end of a line."""
        words = tokens(line[-NEAR:])[-REACH:]
        broken = _BROKEN.search(line)
        tails = tuple(n.tail(in_units(words, units)) for units, n in self._tables)
        return LatinEnd(tails, broken[1] if broken else "", line)

    def start(self, line: str) -> LatinStart:
        """What affinity needs to know of the start of a line."""
        words = tokens(line[:NEAR])[:REACH]
        first = _WORD.match(line)
        heads = tuple(in_units(words, units) for units, _ in self._tables)
        return LatinStart(heads, first[0] if first else "", line)

    def affinities(self, end: LatinEnd, starts: Sequence[LatinStart]) -> list[int]:
        """Decibans that text running from the end into each of the starts reads on."""
        if end.broken:
            return [self._broken_word(end.broken, start.word) for start in starts]
        many, few = (
            ngrams.across(tail, [start.heads[k] for start in starts])
            for k, ((_, ngrams), tail) in enumerate(zip(self._tables, end.tails, strict=True))
        )
        return [BELIEVED[(a + b) // 2] for a, b in zip(many, few, strict=True)]

    def _broken_word(self, left: str, right: str) -> int:
        if not right:
            return NO_WORD
        name = right[0].isupper() and left[-1].islower()  # no word goes on with a capital, but a compound may
        if self._is_word(f"{left}-{right}") or (not name and self._is_word(left + right)):
            return WHOLE_WORD
        return NAME_AFTER if name else WORD_AFTER if self._is_word(right) else PART_AFTER


def in_units(words: Sequence[str], units: dict[str, str]) -> str:
    """Latin words in units; one that has none in the unit of its shape."""
    return "".join(units.get(w) or units.get(shape(w), UNKNOWN) for w in words)


def _believed(weight: int) -> int:
    """What a summed weight is worth on a page of another paper."""
    return min(MOST, int(FOR * weight)) if weight > 0 else max(LEAST, int(AGAINST * weight))


BELIEVED = Memo(_believed)
