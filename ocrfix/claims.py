"""Headlines as probes: one whose words stand in both of two texts binds them, two of which each has its own text part them."""

from collections.abc import Iterable, Mapping

from ocrfix.matter import UNIT, TermWeights
from ocrfix.roles import bucket

TELLING = UNIT * 3 // 2  # weight of the terms of display type that tells what a story is about
BOTH, EITHER = (100, 250, 400, 600, 800), (150, 300, 500, 700)  # thousandths of a headline

Shares = Mapping[int, int]  # thousandths of the weight of headlines, by their numbers, that a text has


class Claims:
    """What the display type of a page says, by its terms."""

    def __init__(self, heads: Iterable[set[str]], weight: TermWeights):
        self.index: dict[str, list[tuple[int, int]]] = {}
        for h, terms in enumerate(heads):
            whole = sum(map(weight.__getitem__, terms))
            for term in terms if whole >= TELLING else ():
                self.index.setdefault(term, []).append((h, weight[term] * 1000 // whole))

    def shares(self, terms: set[str]) -> Shares:
        """How much of each headline stands in a text with these terms."""
        found: dict[int, int] = {}
        for term in terms & self.index.keys():
            for h, share in self.index[term]:
                found[h] = found.get(h, 0) + share
        return found


def claim_bins(a: Shares, b: Shares) -> tuple[str, str]:
    """How far one headline has its words in both of two texts, and how far others have theirs in the one or the other only."""
    both = max((min(share, b[h]) for h, share in a.items() if h in b), default=0)
    first = max((share - b.get(h, 0) for h, share in a.items()), default=0)
    second = max((share - a.get(h, 0) for h, share in b.items()), default=0)
    apart = str(bucket(first, EITHER)) + str(bucket(second, EITHER))
    return str(bucket(both, BOTH)) + str(bucket(min(first, second), EITHER)), apart
