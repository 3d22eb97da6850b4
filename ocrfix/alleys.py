"""The white between the words of printed lines: how wide it is, how far it goes on above and below, and what that says.

Where a reader kept the places of words, an alley of white runs down between columns; where it did not, a space is like any
other. So a page tells by itself what white weighs: how often white of one look stands where columns are known to end, and how often
elsewhere. What is known of few is shrunk to what is known of white as open, and that to nothing.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from ocrfix.roles import bucket

WIDTHS = 2, 3, 4, 5, 7, 10  # spaces
AROUND = 4  # printed lines above and below
OPEN = 3, 5, 7, 8  # of those have white there, too
APART, TIMES = 5, 3  # spaces that part columns if they are so many times as wide as those beside them,
FAR = 15  # and those that always do
DOUBT = 4.0  # places that what is thought beforehand counts as
MOST = 25.0  # decibans

Look = tuple[int, int]  # how wide white is, and how open the lines around are there


def parts(spaces: Sequence[int], k: int) -> bool:
    """Does the white before word k part columns, for sure, by the white between the words beside it? ``spaces`` are those
    before each word. White of a stretched line is wide, too, but about evenly."""
    beside = [n for n in (*spaces[k - 1 : k], *spaces[k + 1 : k + 2]) if 0 < n < 2 * spaces[k]]
    return spaces[k] >= FAR or spaces[k] >= max(APART, TIMES * max(beside, default=1))


def looks(spaces: Sequence[int], places: Sequence[int], around: Sequence[Sequence[bool]]) -> list[Look]:
    """The look of the white before each word of a line, which begins at such a place, in code points; ``around`` says of
    each code point of the lines around whether it is white. A single space is a single space."""
    open_ = [
        n > 1 and sum(x > len(white) or white[x - 1] for white in around) for n, x in zip(spaces, places, strict=True)
    ]
    return [(bucket(n, WIDTHS), bucket(k, OPEN)) for n, k in zip(spaces, open_, strict=True)]


def weigh(every: Iterable[Look], ends: Iterable[Look]) -> dict[Look, float]:
    """Decibans for each look of the page for a column ending there: those of all white, and of that where columns end."""
    seen, here = Counter(every), Counter(ends)
    if not here:
        return dict.fromkeys(seen, 0.0)
    usual = (here.total() + 0.5) / (seen.total() + 1)
    found = {}
    for look, times in seen.items():
        alike = [other for other in seen if other[1] == look[1] and min(other[0], look[0]) > 0 and other != look]
        before = _share(sum(here[o] for o in alike), sum(seen[o] for o in alike), usual)
        odds = _odds(_share(here[look], times, before)) / _odds(usual)
        found[look] = max(-MOST, min(MOST, 10 * math.log10(odds)))
    return found


def _share(ends: int, times: int, before: float) -> float:
    """How much of white ends columns, where ``before`` is what one would think without having seen any."""
    return (ends + DOUBT * before) / (times + DOUBT)


def _odds(share: float) -> float:
    return share / (1 - share)
