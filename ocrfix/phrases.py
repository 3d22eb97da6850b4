"""Latin headlines take phrases from their stories: names, titles, what was said. The longest piece of one that stands in a text tells.

In Chinese the pairs of characters that both share tell as much.

>>> longest("thegreekisland", "onthegreekislandsofthenorth")
14
"""

from bisect import bisect_right

LENGTHS = (4, 7, 10, 14, 19, 26, 36)  # letters
AHEAD = (-7, -2, 0, 1, 3, 8)  # letters by which a phrase is longer than any that the other stories have


def longest(piece: str, text: str) -> int:
    """How many characters the longest part of ``piece`` has that stands in ``text``."""
    size = 0
    for end in range(1, len(piece) + 1):
        size += piece[end - size - 1 : end] in text
    return size


def length_bin(size: float) -> str:
    """How long a phrase is."""
    return str(bisect_right(LENGTHS, size))
