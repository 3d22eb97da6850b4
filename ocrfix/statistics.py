"""Running text has habits: which characters and words stand together tells whether a line reads on in another.

The tables answer one question in decibans (10 * log10 of the odds): is the text across a line break more likely running
text than two lines met by chance? The answer is the sum, over the n-grams that lie across the break, of the pointwise
mutual information of their first and last unit given what stands between them (Fano 1961; Church & Hanks 1990), a
weight of evidence in the sense of Good (1950). A unit is a character in Han text and a word in Latin text.

Wrong when: the page speaks of other things, of another century or in another style than the texts that trained the
table. So the weights are shrunk, what was never seen counts little, and `PageGrams` asks the page itself.

>>> news = bundled()
>>> news.affinity("推动经济社会高质量发", "展取得新成效。") > 10
True
>>> news.affinity("推动经济社会高质量发", "的老人和孩子。") < 0
True
"""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

MAGIC = b"ocrfix statistics 1\n"
REACH = 3  # units looked at on either side of a break
LEVEL = 0xE000  # private use: the code point of the lowest level of weight
LEVELS = 0x40  # as many levels; a level this much higher marks an n-gram that begins longer ones
STEP, LOWEST = 2, -30  # decibans a level, and at the lowest
FIRST_WORD = 0x100  # the code point that stands for the first word of the vocabulary
RAREST = 60  # decibans: the rarity of what was never seen
TRUST = 0.7  # of a weight, on pages of other papers than those that trained the table
MOST = 30  # decibans that the habits of text may weigh at a break

_WEIGHT = {chr(LEVEL + up + k): LOWEST + STEP * k for k in range(LEVELS) for up in (0, LEVELS)}
_LONGER = re.compile(f"(.)[{chr(LEVEL + LEVELS)}-{chr(LEVEL + 2 * LEVELS - 1)}]", re.DOTALL)
HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]")
_ASCII = {c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}


class BadTable(ValueError):
    """The file is no table of statistics, is damaged, or is of another version."""


@cache
def page_fold() -> dict[int, str]:
    """For str.translate: traditional to simplified characters, full-width forms to ASCII, corner brackets to quotes."""
    old, new = files("ocrfix").joinpath("data/simplified.txt").read_text("utf-8").split()
    return {**_ASCII, **dict(zip(map(ord, "「」『』" + old), "“”‘’" + new, strict=True))}


@cache
def table_fold() -> dict[int, str | None]:
    """As page_fold; moreover every digit is 0, every Latin letter a, and white space and control characters go."""
    fold: dict[int, str | None] = dict(page_fold())
    for c in range(0x21, 0x7F):
        fold[c] = fold[c + 0xFEE0] = "0" if chr(c).isdigit() else "a" if chr(c).isalpha() else chr(c)
    gone = (*range(0x21), *range(0x7F, 0xA1), *range(0x2000, 0x2010), 0x3000, *range(LEVEL, 0xF900), 0xFEFF)
    return {**fold, **dict.fromkeys(gone)}


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


class Tail(NamedTuple):
    """The end of a line: the rows of the contexts it ends with, the shortest last; its last unit and the one before."""

    rows: tuple[str, ...] = ()
    last: str = ""
    before: str = ""


class Ngrams:
    """A pruned table of n-grams of up to four units, in the row format of training.pack.

    The row of a context begins with the weight of everything that is not in it; then come pairs (unit, weight). The
    contexts that begin with one unit are unpacked together when one of them is first asked for.
    """

    def __init__(self, planes: bytes = b""):
        n = len(planes) // 3
        text = bytearray(4 * n)
        text[0::4], text[1::4], text[2::4] = planes[:n], planes[n : 2 * n], planes[2 * n :]
        text[3::4] = bytes([LEVEL >> 8]) * n
        self._packed = {chunk[1]: chunk for chunk in text.decode("utf-16-le").split("\v")[1:]}
        self._unit_rarity = {unit: _WEIGHT[chunk[0]] for unit, chunk in self._packed.items()}
        self._rows: dict[str, str] = {}

    def weight(self, gram: str) -> int:
        """Decibans by which the first and the last unit of ``gram`` attract each other, given those between them."""
        self.unpack(gram[0])
        row = self._rows.get(gram[:-1])
        return _WEIGHT[row[row.find(gram[-1]) + 1]] if row else 0

    def tail(self, units: str) -> Tail:
        """What `across` needs to know of the units before a break."""
        self.unpack(units)
        contexts = [units[-n:] for n in range(len(units), 0, -1)]
        return Tail(tuple(self._rows[c] for c in contexts if c in self._rows), units[-1:], units[-2:-1])

    def across(self, tail: Tail, head: str) -> int:
        """Summed weight of all n-grams across the break between ``tail`` and the up to three units of ``head``."""
        total, found = 0, -1
        for row in tail.rows:
            found = row.find(head[0])
            total += _WEIGHT[row[found + 1]]
        if found < 0 or len(head) < 2:
            return total
        pair = tail.last + head[0]
        if row := self._rows.get(pair, ""):
            total += _WEIGHT[row[row.find(head[1]) + 1]]
            if tail.before and (row := self._rows.get(tail.before + pair, "")):
                total += _WEIGHT[row[row.find(head[1]) + 1]]
            if len(head) > 2 and (row := self._rows.get(pair + head[1], "")):
                total += _WEIGHT[row[row.find(head[2]) + 1]]
        return total

    def rarity(self, units: str) -> int:
        """-10 * log10 of the chance to meet ``units`` at a given place in running text."""
        grams = (units[i:j] for i in range(len(units)) for j in range(i + 2, min(i + 4, len(units)) + 1))
        return sum(self._unit_rarity.get(u, RAREST) for u in units) - sum(map(self.weight, grams))

    def __contains__(self, unit: str) -> bool:
        return unit in self._unit_rarity

    def unpack(self, units: str) -> None:
        """Make the contexts that begin with one of ``units`` ready."""
        for unit in units:
            if unit in self._packed:
                self._unpack(unit)

    def _unpack(self, unit: str) -> None:
        contexts = [unit]
        for context, row in zip(contexts, self._packed.pop(unit)[2:].split("\n"), strict=False):
            self._rows[context] = row
            contexts += [context + u for u in _LONGER.findall(row)]


class Statistics:
    """What a corpus says about running text: n-grams of Han characters and of Latin words, and a list of words.

    ``data`` is the content of a file that training.train wrote, ``name`` what to call it in an error.
    Raises BadTable.
    """

    def __init__(self, data: bytes, name: str = "table"):
        self._parts = _sections(data, name)
        self.name = name
        self._tails: dict[str, tuple[bool, Tail, Tail]] = {}
        self._heads: dict[str, tuple[bool, str, str]] = {}

    @cached_property
    def han(self) -> Ngrams:
        """The n-grams of folded Han characters."""
        return Ngrams(self._section("han"))

    @cached_property
    def latin(self) -> Ngrams:
        """The n-grams of Latin words, each word written as the one character that vocabulary gives it."""
        return Ngrams(self._section("latin"))

    @cached_property
    def vocabulary(self) -> dict[str, str]:
        """The words and word shapes that Latin n-grams know, each with its character."""
        words = self._section("vocabulary").decode().split()
        return {word: chr(FIRST_WORD + k) for k, word in enumerate(words)}

    @cached_property
    def words(self) -> dict[str, int]:
        """Rarity of Latin words in decibans, lower case; compounds with their hyphens."""
        groups = self._section("words").decode().split("\n")
        return {word: STEP * k for k, group in enumerate(groups) for word in group.split()}

    def _section(self, name: str) -> bytes:
        return zlib.decompress(self._parts[name]) if name in self._parts else b""

    def affinity(self, left: str, right: str) -> int:
        """Decibans that text running across the break reads on: ``left`` ends before it, ``right`` begins after it."""
        left_han, tail, words_before = self._tails.get(left) or self._tail(left)
        right_han, head, words_after = self._heads.get(right) or self._head(right)
        if left_han or right_han:
            total = TRUST * self.han.across(tail, head) if head else 0
        else:
            total = TRUST * self.latin.across(words_before, words_after) if words_after else 0
        return int(total) if -MOST < total < MOST else MOST if total > 0 else -MOST

    def _tail(self, left: str) -> tuple[bool, Tail, Tail]:
        end = left[-2 * REACH :]
        han, words = end.translate(table_fold())[-REACH:], self.units(left[-40:])[-REACH:]
        self._tails[left] = found = bool(HAN.search(end)), self.han.tail(han), self.latin.tail(words)
        return found

    def _head(self, right: str) -> tuple[bool, str, str]:
        start = right[: 2 * REACH]
        han, words = start.translate(table_fold())[:REACH], self.units(right[:40])[:REACH]
        self._heads[right] = found = bool(HAN.search(start)), han, words
        return found

    def units(self, text: str) -> str:
        """Latin text in the characters of the vocabulary."""
        known = self.vocabulary
        return "".join(known.get(w) or known.get(shape(w), "") for w in tokens(text))

    def idf(self, gram: str) -> int:
        """Rarity of a Han n-gram (up to four characters) or a Latin word in decibans: 20 is common, 60 unheard of."""
        if not HAN.search(gram):
            return self.words.get(gram.lower(), RAREST)
        alike = sum(10 if c.isdigit() else 14 if c.isascii() and c.isalpha() else 0 for c in gram)
        return self.han.rarity(gram.translate(table_fold())) + alike

    def is_word(self, text: str) -> bool:
        """Whether the corpus has this Latin word or hyphenated compound, in whatever case."""
        return text.lower() in self.words


def _sections(data: bytes, name: str) -> dict[str, bytes]:
    """The compressed parts of a file: a line of magic, a line of JSON {part: [length, crc32]}, the parts."""
    if not data.startswith(b"ocrfix statistics "):
        raise BadTable(f"{name}: not a table of statistics")
    if not data.startswith(MAGIC):
        raise BadTable(f"{name}: a table of another version; train it again")
    try:
        end = data.index(b"\n", len(MAGIC)) + 1
        parts = {}
        for part, (length, crc) in json.loads(data[len(MAGIC) : end]).items():
            parts[part] = data[end : end + length]
            end += length
            if zlib.crc32(parts[part]) != crc:
                raise ValueError(part)
    except (ValueError, TypeError, AttributeError):
        raise BadTable(f"{name}: the table is damaged") from None
    return parts


@cache
def bundled() -> Statistics:
    """The statistics that come with ocrfix: news in Chinese (both scripts) and English."""
    return Statistics(files("ocrfix").joinpath("data/news.stats").read_bytes(), "the bundled table")


def load(path: Path) -> Statistics:
    """The statistics in a file of your own. Raises OSError or BadTable."""
    return Statistics(path.read_bytes(), str(path))


class PageGrams:
    """The n-grams that stand inside the lines of a page, or of a whole archive: its own names, places and phrases."""

    def __init__(self, lines: Iterable[str] = ()):
        self.counts: Counter[str] = Counter()
        for line in lines:
            self.add(line)

    def add(self, line: str) -> None:
        """Count the n-grams of two to four units inside ``line``."""
        s = _page_units(line)
        for n in (2, 3, 4):
            self.counts.update(map("".join, zip(*(s[i:] for i in range(n)), strict=False)))

    def stands(self, left: str, right: str) -> tuple[int, int]:
        """The longest n-gram across the break that stands inside a line (0, or 2 to 4 units), and how many times."""
        tail, head = _page_units(left)[-2:], _page_units(right)[:2]
        counts, best = self.counts, (0, 0)
        for gram in (tail[-1:] + head[:1], tail + head[:1], tail[-1:] + head, tail + head):
            n = counts.get(gram, 0)
            if n and len(gram) > best[0]:
                best = len(gram), n
        return best


@lru_cache(8192)
def _page_units(text: str) -> str:
    return "".join(text.translate(page_fold()).split())
