"""The words of a headline stand in its story as well; those of a banner, a folio or the name of a section seldom stand anywhere.

Wrong when: a page has no text of the story that it announces; a paper writes about itself.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from ocrfix.blocks import Block
from ocrfix.roles import bucket

COMMON = 20  # decibans of rarity of words that tell nothing
SHORT = 3  # lines of display type, small print or furniture, at most


def mention(blocks: Sequence[Block], rarity: Callable[[str], int]) -> None:
    """Note at each block of a few lines how many rare words it has, how many of them stand in a longer one, and how many in
    other short ones only; ``rarity`` is in decibans."""
    known: dict[str, int] = {}
    rare = []
    for b in blocks:
        known |= {t: rarity(t) for t in b.terms - known.keys()}
        rare.append({t for t in b.terms if known[t] > COMMON})
    long = {t for b, words in zip(blocks, rare, strict=True) if len(b.lines) > SHORT for t in words}
    times = Counter(t for words in rare for t in words)
    for b, words in zip(blocks, rare, strict=True):
        told = len(words & long)
        again = sum(times[t] > 1 for t in words - long)
        b.mentions = f"{bucket(len(words), (1, 3, 6))}{min(told, 3)}{min(again, 2)}" if len(b.lines) <= SHORT else "-"
