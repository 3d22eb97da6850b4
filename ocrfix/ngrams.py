"""A table of n-grams small enough to ship: for each context, the units that come after it and how much that says.

A unit is one character of a string: a Han character, or a whole Latin word, renumbered by frequency. The weight of an
n-gram is the pointwise mutual information of its first and last unit given those between (Fano 1961; Church & Hanks
1990), in decibans. What was pruned has the weight of "everything else" in its context.

Packed, a table is one string of pairs (character, level), stored as three planes of bytes, which deflates well:

    \\v rarity-of-unit   unit rest   next level   next level ...    the row of a unit: what comes after it
    \\n rest   next level ...                                       the row of that unit and one after it
    \\t rest   next level ...                                       the row of these two and a third

A row begins with the units that longer contexts go on with, their level raised by LEVELS; the rows of those contexts
follow in the same order.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ocrfix.memo import Memo

REACH = 3  # units on either side of a break that can matter: n-grams are up to four units long
FIRST_UNIT = 0x100  # the commonest unit
UNKNOWN = "\xff"  # a unit that is in no table
LEVEL = 0xE000  # private use: the lowest level
LEVELS = 0x40
STEP, LOWEST = 2, -30  # decibans a level, and at the lowest
RAREST = 60  # decibans: the rarity of what was never seen

_WEIGHT = {chr(LEVEL + up + k): LOWEST + STEP * k for k in range(LEVELS) for up in (0, LEVELS)}
_MARKED = chr(LEVEL + LEVELS)  # the lowest level that longer contexts begin with


def level(decibans: float, longer: bool = False) -> str:
    """The character of a weight; of one that ``longer`` contexts begin with."""
    k = round((decibans - LOWEST) / STEP)
    return chr(LEVEL + max(0, min(LEVELS - 1, k)) + LEVELS * longer)


def planes(text: str) -> bytes:
    """Pairs of characters, the second a level, as bytes: all low bytes, all high bytes, all levels."""
    data = text.encode("utf-16-le")
    return data[0::4] + data[1::4] + data[2::4]


def pairs(data: bytes) -> str:
    """What `planes` was given."""
    n = len(data) // 3
    text = bytearray(4 * n)
    text[0::4], text[1::4], text[2::4] = data[:n], data[n : 2 * n], data[2 * n :]
    text[3::4] = bytes([LEVEL >> 8]) * n
    return text.decode("utf-16-le")


class Context(NamedTuple):
    """What comes after one unit or two: their row, the units that longer contexts go on with, and those, packed."""

    row: str = ""
    goes_on: str = ""
    longer: Sequence[str] = ()

    def then(self, unit: str) -> str:
        """The longer context that ``unit`` makes, packed; "" where there is none."""
        k = self.goes_on.find(unit)
        return self.longer[k] if k >= 0 else ""


def _unpacked(packed: str, mark: str) -> Context:
    row, *longer = packed.split(mark)
    return Context(row, row[1 : 2 * len(longer) : 2], longer)


NO_CONTEXT = Context()


class Tail(NamedTuple):
    """The units before a break, ready to be asked what comes after them."""

    rows: tuple[str, ...] = ()  # of the last unit and of the longer contexts that are known
    last: str = ""
    two: Context = NO_CONTEXT  # of the last two units


class Ngrams:
    """The n-grams of a packed table. Contexts are unpacked when first asked for."""

    def __init__(self, data: bytes = b""):
        chunks = pairs(data).split("\v")[1:]
        packed = {chunk[1]: chunk[2:] for chunk in chunks}
        self._rarity = {chunk[1]: _WEIGHT[chunk[0]] for chunk in chunks}
        self._one = Memo[str, Context](lambda unit: _unpacked(packed.pop(unit, ""), "\n"))
        self._two: dict[str, Context] = {}

    def tail(self, units: str) -> Tail:
        """What `across` needs to know of the units before a break."""
        row = self._one[units[-1:]].row
        if not row:
            return Tail()
        two = self._pair(units[-2:]) if len(units) > 1 else NO_CONTEXT
        longer = two.row, self._row(units[-3:]) if len(units) > 2 else ""
        return Tail((row, *filter(None, longer)), units[-1], two)

    def across(self, tail: Tail, heads: Iterable[str]) -> list[int]:
        """Summed weight of all n-grams across the break between ``tail`` and the units of each head, in decibans."""
        if not tail.rows:
            return [0 for _ in heads]
        (row, *longer), last, before = tail
        weight = _WEIGHT
        found = []
        for head in heads:
            if not head:
                found.append(0)
                continue
            first = head[0]
            next_level = row[row.find(first) + 1]
            total = weight[next_level]
            for other in longer:
                total += weight[other[other.find(first) + 1]]
            if next_level >= _MARKED and len(head) > 1:
                second = head[1]
                pair = self._two.get(last + first) or self._pair(last + first)
                if after := pair.row:
                    total += weight[after[after.find(second) + 1]]
                    if after := before.then(first):
                        total += weight[after[after.find(second) + 1]]
                    if len(head) > 2 and (after := pair.then(second)):
                        total += weight[after[after.find(head[2]) + 1]]
            found.append(total)
        return found

    def weight(self, gram: str) -> int:
        """Decibans by which the first and the last unit of ``gram`` attract each other, given those between them."""
        row = self._row(gram[:-1])
        return _WEIGHT[row[row.find(gram[-1]) + 1]] if row else 0

    def strangers(self, units: str) -> list[int]:
        """Where a unit stands that no context knows beside the one before it, nor it beside the one after it."""
        found, known, contexts = [], True, self._one
        for k, (a, b) in enumerate(pairwise(units)):
            was_known, known = known, contexts[a].row.find(b, 1) > 0
            if not known and not was_known:
                found.append(k)
        return found

    def rarity(self, units: str) -> int:
        """-10 * log10 of the chance to meet ``units`` at a given place in running text."""
        rarity = sum([self._rarity.get(u, RAREST) for u in units])
        if len(units) == 2:
            return rarity - self.weight(units)
        grams = (units[i:j] for i in range(len(units)) for j in range(i + 2, min(i + 4, len(units)) + 1))
        return rarity - sum(map(self.weight, grams))

    def _row(self, units: str) -> str:
        """The row of a context of one to three units."""
        if len(units) == 1:
            return self._one[units].row
        two = self._pair(units[:2])
        return two.row if len(units) == 2 else two.then(units[2])

    def _pair(self, pair: str) -> Context:
        found = self._two.get(pair)
        if found is None:
            packed = self._one[pair[0]].then(pair[1])
            if not packed:
                return NO_CONTEXT
            found = self._two[pair] = _unpacked(packed, "\t")
        return found
