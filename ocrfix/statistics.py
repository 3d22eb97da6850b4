"""Running text has habits: which characters and words stand together tells whether a line reads on in another.

The tables answer one question in decibans (10 * log10 of the odds): is the text across a line break more likely running
text than two lines met by chance? The answer is the sum, over the n-grams that lie across the break, of the pointwise
mutual information of their first and last unit given those between them (Fano 1961; Church & Hanks 1990), read as a
weight of evidence (Good 1950). A unit is a character in Han text, folded to simplified, and a word in Latin text.

Wrong when: the page speaks of other things, of another century or in another style than the texts that trained the
table. So the weights are shrunk, what was never seen counts little, and `PageGrams` asks the page itself.

>>> news = bundled()
>>> news.affinity("推动经济社会高质量发", "展取得新成效。") > 10
True
>>> news.affinity("推动经济社会高质量发", "的老人和孩子。") < 0
True
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from os import PathLike
from typing import Any

from ocrfix import leads, titles
from ocrfix.late import late
from ocrfix.memo import Memo
from ocrfix.ngrams import RAREST, STEP, Ngrams, Tail
from ocrfix.subjects import BEGINNING, Subjects
from ocrfix.tables import table
from ocrfix.units import HAN, LEAST, NEAR, HanText, LatinEnd, LatinStart, LatinText, page_fold
from ocrfix.wording import Marks, Wording

MAGIC = b"ocrfix statistics 4\n"
PARTS = "characters", "han", "many words", "latin of many", "few words", "latin of few", "words"
SUBJECTS = "subjects of han", "subjects of latin"  # empty in a table that was trained without scipy,
LEADS = "leads of han", "leads of latin"  # these also in one that was trained without articles,
TITLES = "titles of han", "titles of latin"  # and these in one whose articles had no titles
REMEMBERED = 20_000  # line ends kept ready
STANDING = {0: LEAST, 2: 1, 3: 7, 4: 17}  # decibans, by the length of what stands both across a break and on the page

_HAN_NEAR = 6  # characters from the break in which a Han character makes it Han text
_PAGE_UNIT = late(r"(?:(?![\u2e80-\uffff\U00020000-\U0003ffff])[^\W\d_])+|\S")

End = Tail | LatinEnd  # of a line, taken apart
Start = str | LatinStart
Units = tuple[str, ...]  # of a page: Han characters, Latin words, digits, marks


class BadTable(ValueError):
    """The file is no table of statistics, is damaged, or is of another version."""


class Statistics:
    """What a corpus says about running text: n-grams of Han characters and of Latin words, and a list of words.

    ``data`` is the content of a file that training.train wrote, ``name`` what to call it in an error.
    Raises BadTable.
    """

    def __init__(self, data: bytes, name: str = "table"):
        self.data, self.name = data, name
        self._parts = _sections(data, name)
        self._ends = Memo(self._end)
        self._starts = Memo(self._start)

    def __reduce__(self) -> tuple[Any, ...]:
        """A table travels to another process as its file, and is opened there once."""
        return _opened, (self.data, self.name)

    def affinity(self, left: str, right: str) -> int:
        """Decibans that text running across the break reads on: ``left`` ends before it, ``right`` begins after it."""
        return self.affinities(self.end(left), (self.start(right),))[0]

    def end(self, left: str) -> End:
        """The end of a line, taken apart for ``affinities``."""
        if len(self._ends) > REMEMBERED:
            self._ends.clear()
        return self._ends[left[-NEAR:]]

    def start(self, right: str) -> Start:
        """The beginning of a line, taken apart for ``affinities``."""
        if len(self._starts) > REMEMBERED:
            self._starts.clear()
        return self._starts[right[:NEAR]]

    def affinities(self, end: End, starts: Sequence[Start]) -> list[int]:
        """The affinity of one end with each of several beginnings. Where Han and Latin text meet, Han text tells."""
        if isinstance(end, Tail):
            return self._han.affinities(end, [s if isinstance(s, str) else self._han.start(s.line) for s in starts])
        latin = [s for s in starts if isinstance(s, LatinStart)]
        answers = iter(self._latin.affinities(end, latin))
        if len(latin) == len(starts):
            return list(answers)
        before = self._han.end(end.line)
        return [self._han.affinities(before, (s,))[0] if isinstance(s, str) else next(answers) for s in starts]

    def idf(self, gram: str) -> int:
        """Rarity of a Han n-gram (up to four characters) or a Latin term (see subjects.terms) in decibans: 20 is common, 60
        unheard of."""
        return self._han.rarity(gram) if HAN.search(gram) else self._beginnings.get(gram.lower()[:BEGINNING], RAREST)

    def strangers(self, text: str) -> list[int]:
        """Offsets of Han characters that the corpus knows beside neither of their neighbours in ``text``."""
        return self._han.strangers(text)

    def is_word(self, text: str) -> bool:
        """Whether the corpus has this Latin word or hyphenated compound, in whatever case."""
        return text.lower() in self.words

    @lru_cache(2)  # noqa: B019
    def subjects(self, latin: bool) -> Subjects:
        """What the words of the corpus are about."""
        names, _, places = self._part(SUBJECTS[latin]).partition(b"\n")
        return Subjects(names.decode().split(), places)

    @lru_cache(2)  # noqa: B019
    def leads(self, latin: bool) -> Wording:
        """With which words the articles of the corpus begin."""
        return self._wording(LEADS[latin], leads.marks, latin)

    @lru_cache(2)  # noqa: B019
    def titles(self, latin: bool) -> Wording:
        """In which words the headlines of the corpus are."""
        return self._wording(TITLES[latin], titles.marks, latin)

    def _wording(self, part: str, marks: Marks, latin: bool) -> Wording:
        names, _, weights = self._part(part).partition(b"\n")
        base, *found = names.decode().split() or ["0"]
        return Wording(marks, latin, found, weights, int(base))

    @cached_property
    def words(self) -> dict[str, int]:
        """Rarity in decibans of the Latin words of the corpus, in lower case, and of its hyphenated compounds."""
        groups = self._part("words").decode().split("\n")
        return {word: STEP * k for k, group in enumerate(groups) for word in group.split()}

    @cached_property
    def _beginnings(self) -> dict[str, int]:
        """Rarity of the commonest Latin word that begins so."""
        return {word[:BEGINNING]: rarity for word, rarity in reversed(self.words.items())}

    @cached_property
    def _han(self) -> HanText:
        return HanText(self._part("characters").decode(), Ngrams(self._part("han")))

    @cached_property
    def _latin(self) -> LatinText:
        pairs = ("many words", "latin of many"), ("few words", "latin of few")
        tables = [(self._part(names).decode().split(), Ngrams(self._part(grams))) for names, grams in pairs]
        return LatinText(tables, self.is_word)

    def _part(self, name: str) -> bytes:
        return zlib.decompress(self._parts[name])

    def _end(self, left: str) -> End:
        return self._han.end(left) if HAN.search(left[-_HAN_NEAR:]) else self._latin.end(left)

    def _start(self, right: str) -> Start:
        return self._han.start(right) if HAN.search(right[:_HAN_NEAR]) else self._latin.start(right)


def _sections(data: bytes, name: str) -> dict[str, bytes]:
    """The deflated parts of a file: a line of magic, a line of JSON {part: [length, crc32]}, the parts."""
    if not data.startswith(MAGIC[:-2]):
        raise BadTable(f"{name}: not a table of statistics")
    if not data.startswith(MAGIC):
        raise BadTable(f"{name}: a table of another version; train it again")
    parts: dict[str, bytes] = {}
    try:
        end = data.index(b"\n", len(MAGIC)) + 1
        for part, (length, crc) in json.loads(data[len(MAGIC) : end]).items():
            parts[part] = data[end : end + length]
            end += length
            if zlib.crc32(parts[part]) != crc:
                raise ValueError(part)
    except (ValueError, TypeError, AttributeError):
        raise BadTable(f"{name}: the table is damaged") from None
    if not parts.keys() >= {*PARTS, *SUBJECTS, *LEADS, *TITLES}:
        raise BadTable(f"{name}: the table is damaged")
    return parts


@lru_cache(maxsize=4)
def _opened(data: bytes, name: str) -> Statistics:
    return Statistics(data, name)


@cache
def bundled() -> Statistics:
    """The statistics that come with ocrfix: news in Chinese, for both scripts, and in English."""
    return Statistics(table("news.stats"), "the bundled table")


def load(path: str | PathLike[str]) -> Statistics:
    """The statistics in a file of your own. Raises OSError or BadTable."""
    with open(path, "rb") as file:
        return Statistics(file.read(), str(path))


class PageGrams:
    """The n-grams that stand inside the lines of a page, or of a whole archive: its own names, places and phrases.

    A unit is a Han character, a Latin word in lower case, a digit or a mark.
    """

    def __init__(self, lines: Iterable[str] = ()):
        self._grams: set[Units] = set()
        for line in lines:
            self.add(line)

    def add(self, line: str) -> None:
        """Take in the n-grams of two to four units inside ``line``."""
        units = _page_units(line)
        for n in (2, 3, 4):
            self._grams.update(zip(*(units[i:] for i in range(n)), strict=False))

    def stands(self, left: str, right: str) -> int:
        """Units (0, or 2 to 4) of the longest n-gram across the break that stands inside a line."""
        return self.stand(page_end(left), (page_start(right),))[0]

    def stand(self, tail: Units, heads: Iterable[Units]) -> list[int]:
        """The same for one page_end and several page_starts."""
        grams, last = self._grams, tail[-1:]
        found = []
        for head in heads:
            longest = 0
            if last + head[:1] in grams:
                longer = (tail + head[:1], last + head, tail + head)
                longest = max([2, *(len(gram) for gram in longer if gram in grams)])
            found.append(longest)
        return found

    def reads_on(self, left: str, right: str, affinity: int) -> int:
        """Decibans that the text reads on, where Statistics.affinity says ``affinity``: the page may know better."""
        return max(affinity, STANDING[self.stands(left, right)])


def page_end(left: str) -> Units:
    """What PageGrams needs to know of the end of a line."""
    return _page_units(left[-NEAR:])[-2:]


def page_start(right: str) -> Units:
    """What PageGrams needs to know of the beginning of a line."""
    return _page_units(right[:NEAR])[:2]


def _page_units(text: str) -> Units:
    return tuple(_PAGE_UNIT.findall(text.translate(page_fold()).lower()))
