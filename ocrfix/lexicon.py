"""Names that the editor knows: near misses of them on a page are misreadings, or other people.

A lexicon is a text file of one name, place or title a line; blank lines and lines that begin with # say nothing. A near
miss of a Han name differs in one character; of a Latin name in one or two letters, found with rapidfuzz. Both forms of
a miss are weighed by how alike they print, by what the page says elsewhere, and by whether the form on the page could
be right as it stands: 朱志杰 and 朱志昂 are two people, 习近平 and 刁近平 are not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from os import PathLike
from typing import NamedTuple

from ocrfix.glyphs import HAN, likeness
from ocrfix.late import late
from ocrfix.shapes import SURNAMES
from ocrfix.statistics import Statistics

CHANCE = 14  # decibans: how unlikely a misreading is beforehand, against another word of the same shape
ON_PAGE = 8  # the page prints the name elsewhere
LONGER = 6  # a character of a Han name beyond the third, three letters of a Latin one beyond the fifth
NO_SURNAME = 14  # the form on the page begins with a character that is no surname, the name with one
UNHEARD = 8  # the form on the page is no word
NAME = 16  # the most that a Han name of two or three characters weighs, unless its glyphs are
TWINS = 26  # as alike as 士 and 土
ANOTHER = 30  # taken off where the page prints the form more than once, or at least as often as the name

_LATIN = late(r"[^\W\d_]\S*")
_HAN = late(f"[{HAN}]+")
_TOKEN = late(r"[^\W_](?:[^\W_]|['’|\]-])*")
_SAME_SHAPE = str.maketrans("0OQ1Il|]5S8B2Z6G", "ooolllllssbbzzgg")
_SHAPES = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("li", "h"), ("ii", "u"), ("fi", "n"))
_ALIKE = {frozenset(p) for p in "ec co ao hb un il it if lt ft tf vy nr hn uv gq gy ij 0o aà eé".split()}


class BadLexicon(ValueError):
    """The file holds no names."""


class Miss(NamedTuple):
    """A form on the page that is nearly a name: it would be if text[start:end] read ``reads``."""

    start: int
    end: int
    reads: str
    weight: int
    because: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names, ready to be looked for."""

    names: frozenset[str] = frozenset()
    _gaps: dict[tuple[str, str], list[str]] = field(default_factory=dict, repr=False, compare=False)
    _latin: list[str] = field(default_factory=list, repr=False, compare=False)
    _shapes: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in sorted(self.names):
            if _HAN.fullmatch(name):
                for k in range(len(name)):
                    self._gaps.setdefault((name[:k], name[k + 1 :]), []).append(name)
            elif _LATIN.match(name):
                self._latin.append(name)
                self._shapes.setdefault(_shape(name), name)

    def __bool__(self) -> bool:
        return bool(self.names)

    def misses(self, text: str, start: int, end: int, news: Statistics) -> Iterator[Miss]:
        """The near misses of names between two offsets of a page, a line of it as a rule; ``news`` knows which forms are words."""
        if self._gaps:
            yield from self._han_misses(text, start, end, news)
        if self._latin:
            yield from self._latin_misses(text, start, end, news)

    def _han_misses(self, text: str, start: int, end: int, news: Statistics) -> Iterator[Miss]:
        lengths = sorted({len(name) for names in self._gaps.values() for name in names}, reverse=True)
        for run in _HAN.finditer(text, start, end):
            for at in range(run.start(), run.end()):
                for n in lengths:
                    seen = text[at : at + n]
                    if at + n <= run.end() and seen not in self.names:
                        yield from self._han_miss(text, at, seen, news)

    def _han_miss(self, text: str, at: int, seen: str, news: Statistics) -> Iterator[Miss]:
        for k, c in enumerate(seen):
            for name in self._gaps.get((seen[:k], seen[k + 1 :]), ()):
                if alike := likeness(c, name[k]):
                    person = len(name) <= 3 and name[0] in SURNAMES
                    weight = alike - CHANCE + LONGER * max(0, len(name) - 3) + _on_page(text, seen, name)
                    weight += UNHEARD * (len(name) > 3 and bool(news.strangers(seen)))
                    if person and k == 0 and c not in SURNAMES:
                        weight += NO_SURNAME
                    elif len(name) <= 3 and alike < TWINS:
                        weight = min(weight, NAME)
                    yield Miss(at + k, at + k + 1, name[k], weight, f"{seen} for {name}: {c} and {name[k]} look alike")

    def _latin_misses(self, text: str, start: int, end: int, news: Statistics) -> Iterator[Miss]:
        tokens = [m.span() for m in _TOKEN.finditer(text, start, end)]
        for words in sorted({len(name.split()) for name in self._latin}):
            names = [name for name in self._latin if len(name.split()) == words]
            for k in range(len(tokens) - words + 1):
                a, b = tokens[k][0], tokens[k + words - 1][1]
                yield from self._latin_miss(text, a, b, names, news)

    def _latin_miss(self, text: str, start: int, end: int, names: Iterable[str], news: Statistics) -> Iterator[Miss]:
        seen = text[start:end]
        if len(seen) < 5 or seen in self.names:
            return
        from rapidfuzz import process  # heavy: imported when first needed
        from rapidfuzz.distance import Levenshtein

        most = 1 if len(seen) < 9 else 2
        near = process.extractOne(seen, names, scorer=Levenshtein.distance, score_cutoff=most)
        name = near[0] if near else self._shapes.get(_shape(seen), seen)
        if not seen.lower().startswith(name.lower()) and not name.lower().startswith(seen.lower()):
            weight = _letters_alike(seen, name) - CHANCE + LONGER * min(3, (len(name) - 5) // 3)
            weight += _on_page(text, seen, name) + UNHEARD * (not all(map(news.is_word, seen.split())))
            yield Miss(start, end, name, weight, f"{seen} for {name}")


NO_NAMES = Lexicon()


def read_lexicon(path: str | PathLike[str]) -> Lexicon:
    """The lexicon in a file, in UTF-8. Raises OSError, UnicodeDecodeError or BadLexicon."""
    with open(path, encoding="utf-8-sig") as file:
        lines = [line.strip() for line in file.read().splitlines()]
    names = frozenset(line for line in lines if len(line) > 1 and not line.startswith("#"))
    if not names:
        raise BadLexicon(f"{path}: no names in it, one a line")
    return Lexicon(names)


def _on_page(text: str, seen: str, name: str) -> int:
    """What the page says of the two forms elsewhere."""
    times, right = text.count(seen), text.count(name)
    return (ON_PAGE if right else 0) - (ANOTHER if times > 1 and times >= right else 0)


def _letters_alike(seen: str, name: str) -> int:
    """How alike two Latin forms print, in decibans: 26 where only shapes that read for each other differ, 0 at least."""
    if _shape(seen) == _shape(name):
        return TWINS
    from rapidfuzz.distance import Levenshtein  # heavy: imported when first needed

    weight = TWINS
    for op in Levenshtein.editops(seen.lower(), name.lower()):
        pair = frozenset(seen.lower()[op.src_pos : op.src_pos + 1] + name.lower()[op.dest_pos : op.dest_pos + 1])
        weight -= 6 if op.tag == "replace" and pair in _ALIKE else 14
    return max(0, weight)


def _shape(word: str) -> str:
    folded = word.translate(_SAME_SHAPE).lower()
    for pair, one in _SHAPES:
        folded = folded.replace(pair, one)
    return folded
