"""What a block is about: its rare words and its subject, with those of the blocks before or after it in its article."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ocrfix.blocks import Block
from ocrfix.memo import Memo
from ocrfix.subjects import Direction, Gist, Subjects

TermWeights = Memo[str, int]  # whole numbers, so that their sum hangs on no order
UNIT = 120  # of them make the weight of a term that is twelve decibans rarer than COMMON
COMMON = 32  # decibans of rarity of terms that tell nothing
REACH = 4  # blocks of the same article that tell what a block is about


class Matter(NamedTuple):
    """The terms of a text and where its subjects lie."""

    terms: set[str]
    direction: Direction


class Matters:
    """What the blocks of a page are about, alone and with the articles that they are in, as far as these are known."""

    def __init__(self, blocks: list[Block], subjects: Subjects):
        self.gists = [subjects.gist(b.terms) for b in blocks]
        self.alone = [Matter(b.terms, subjects.direction(g)) for b, g in zip(blocks, self.gists, strict=True)]
        self.before = list(self.alone)
        self.behind = list(self.alone)
        self._direction = subjects.direction

    def know(self, after: dict[int, int]) -> None:
        """Take in which block the article of each block goes on in."""
        previous = {q: p for p, q in after.items()}
        for k in range(len(self.alone)):
            self.before[k] = self._of(run(k, previous))
            self.behind[k] = self._of(run(k, after))

    def _of(self, blocks: list[int]) -> Matter:
        if len(blocks) == 1:
            return self.alone[blocks[0]]
        words = set().union(*(self.alone[k].terms for k in blocks))
        return Matter(words, self._direction(sum((self.gists[k] for k in blocks), Gist())))


def run(k: int, step: dict[int, int]) -> list[int]:
    """Block k and up to REACH blocks that follow it by ``step``."""
    found = [k]
    while len(found) <= REACH and found[-1] in step:
        found.append(step[found[-1]])
    return found


def total(terms: Iterable[str], weight: TermWeights) -> float:
    """Summed weight of terms."""
    return sum(map(weight.__getitem__, terms)) / UNIT


def term_weight(rarity: Callable[[str], int], counts: Counter[str], blocks: int) -> TermWeights:
    """How much a term tells that two texts are of one matter, in UNITs: rare in news, and not all over this page."""

    def weight(term: str) -> int:
        spread = counts[term] / max(1, blocks)
        return max(0, rarity(term) - COMMON) * (10 if spread < 0.2 else 4 if spread < 0.4 else 1)

    return Memo(weight)
