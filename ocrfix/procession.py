"""Headlines and stories that stand apart are mostly set in one order: where the next headline begins to speak, a story begins.

Every paragraph is told to a headline, such that neither order is left and the paragraphs share as many rare words with their
headlines as may be (an alignment without crossings, after Needleman & Wunsch 1970). What the best such way with a new headline
at a paragraph is worth, beside the best way without, speaks for a story that begins there, or against.

Wrong when: a page sets its headlines in another order than its stories, or several of them say the same.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from ocrfix.matter import UNIT, TermWeights

BREAKS = (-8, -5, -3, -1.5, -0.5, -0.01, 0.01, 0.5, 1.5, 3, 5, 8)  # UNITs
MOST = 300_000  # pairs of a headline and a text, at most, that are looked at: no newspaper page has more
Row = list[float]  # for each headline, one value


def breaks(heads: Sequence[set[str]], texts: Sequence[set[str]], weight: TermWeights) -> list[float]:
    """For each text but the first, both in the order of the page: by how many UNITs of shared words the texts are better told to
    the headlines if a new one begins with it, than if not."""
    index: dict[str, list[int]] = {}
    for h, terms in enumerate(heads):
        for term in terms:
            if weight[term]:
                index.setdefault(term, []).append(h)
    rows = [_shared(text, index, weight, len(heads)) for text in texts]
    before, behind = _passes(rows), _passes([row[::-1] for row in reversed(rows)])[::-1]
    if not 0 < len(heads) * len(texts) <= MOST:
        return [0.0] * (len(texts) - 1)
    return [_break(a, b[::-1]) for a, b in zip(before, behind[1:], strict=False)]


def _shared(text: set[str], index: Mapping[str, list[int]], weight: TermWeights, heads: int) -> Row:
    """The weight of the words that a text shares with each headline."""
    found = [0.0] * heads
    for term in text & index.keys():
        for h in index[term]:
            found[h] += weight[term] / UNIT
    return found


def _passes(rows: Sequence[Row]) -> list[Row]:
    """For each text and headline: what the texts up to it are worth at most, if it is told to that headline."""
    found: list[Row] = []
    best: Row = []
    for row in rows:
        best = [worth + up for worth, up in zip(row, accumulate(best or [0.0] * len(row), max), strict=True)]
        found.append(best)
    return found


def _break(before: Row, behind: Row) -> float:
    """What a new headline between two texts adds: ``before`` are the ways up to the first, ``behind`` those from the second on."""
    same = max(map(sum, zip(before, behind, strict=True)))
    ahead = list(accumulate(reversed(behind), max))[::-1]  # from each headline on
    new = max((a + b for a, b in zip(before, ahead[1:], strict=False)), default=same)
    return new - same
