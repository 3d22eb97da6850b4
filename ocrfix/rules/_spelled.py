"""What the rules for display type set letter by letter share: its lines, and which words are known."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from ocrfix.late import late
from ocrfix.lines import Galley
from ocrfix.model import Span
from ocrfix.spelled import Word, spelled

FEW = 2  # letters of a line by themselves, or twice, at least
LEAST = 4  # letters of a word that only the page knows
_LETTER = late(r"(?<!\S)[^\W\d_](?!\S)|([^\W\d_])\1")
_WORD = late(r"[^\W\d_]+")


def words(galley: Galley) -> Iterator[tuple[Span, Word]]:
    """Every word in pieces, or with letters twice, with the slug that it stands in."""
    printed = cache(lambda: _printed(galley.text))
    for slug in galley.slugs if galley.latin else ():
        line = galley.text[slice(*slug)]
        if len(_LETTER.findall(line)) >= FEW:
            yield from ((slug, word) for word in spelled(line, _known(galley, line, printed)))


def _known(galley: Galley, line: str, printed: Callable[[], Counter[str]]) -> Callable[[str], bool]:
    """Tells whether the statistics know a word, or another line prints it; one letter is a word as I or A."""

    def known(word: str) -> bool:
        if len(word) == 1:
            return word in "IAa"
        elsewhere = len(word) >= LEAST and printed()[word.lower()] > _printed(line)[word.lower()]
        return galley.news.is_word(word) or elsewhere

    return known


def _printed(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))
