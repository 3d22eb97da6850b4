"""The lines before a place and those after it share words where an article goes on there, and hardly any where another begins.

The words of a fixed number of body lines on either side are compared, whatever stories they were found to be of: unlike what
stories share, this does not hang on where they were cut before (Hearst 1997, *TextTiling*).

Wrong when: an article turns to another matter, or two of one matter follow one another.
"""

from collections.abc import Callable, Sequence, Set
from functools import cache
from itertools import accumulate

from ocrfix.memo import Memo

LINES = 10  # of body text, on either side
COMMON = 20  # decibans of rarity of terms that tell nothing


class Cohesion:
    """The words of a page by its lines: ``found`` are the terms of each, ``body`` tells which are body, ``rarity`` how many decibans
    a term is rare in news.

    >>> lines = [{"harvest", "rice"}, {"rice", "price"}, {"match", "goal"}]
    >>> cohesion = Cohesion(lines, [True] * 3, lambda term: 45)
    >>> round(cohesion.between(0, 1), 2), cohesion.between(1, 2)
    (0.35, 0.0)
    """

    def __init__(self, found: Sequence[Set[str]], body: Sequence[bool], rarity: Callable[[str], int]):
        self._lines = [terms for terms, is_body in zip(found, body, strict=True) if is_body]
        self._place = list(accumulate(body, initial=0))
        self._weight = Memo[str, int](lambda term: max(0, rarity(term) - COMMON))
        self._from = cache(self._window)

    def between(self, i: int, j: int) -> float:
        """From 0 to 1: how far the lines down to line ``i`` and those from line ``j`` on are of the same words.

        It is the cosine of both, each word counted once and weighed by the root of its rarity.
        """
        (before, a), (after, b) = self._from(self._place[i + 1] - LINES), self._from(self._place[j])
        return self._weigh(before & after) / (a * b or 1.0)

    def _window(self, first: int) -> tuple[Set[str], float]:
        """The words of LINES body lines, from the ``first`` on, and the root of what they weigh together."""
        words = set().union(*self._lines[max(0, first) : max(0, first + LINES)])
        return words, self._weigh(words) ** 0.5

    def _weigh(self, words: Set[str]) -> int:
        return sum(map(self._weight.__getitem__, words))
