"""News begins in other words than it goes on: a lead names the day, the place and who; what follows says moreover, he, it.

The words at a paragraph's beginning are weighed, in decibans, for its being the first of its article.

Wrong when: the page is no news, or a paragraph in the midst of an article begins anew ("last year, in the city of ...").

>>> from ocrfix.statistics import bundled
>>> leads = bundled().leads(latin=False)
>>> leads.weigh("记者从市教育局获悉，近日") > 5 > -5 > leads.weigh("他还表示，这些措施")
True
"""

from collections.abc import Sequence

from ocrfix.late import late
from ocrfix.units import table_fold

HAN_REACH = 30  # characters at the beginning that are looked at
LATIN_REACH = 12  # words
NOUGHT = 128  # the byte of a weight of nought

_TOKEN = late(r"[^\W\d_]+|\d+|[^\w\s]")


def marks(text: str, latin: bool) -> set[str]:
    """What is weighed of a beginning: Han characters in pairs and the first ones, or Latin words and the first ones."""
    if latin:
        words = ["0" if w.isdigit() else w for w in _TOKEN.findall(text[:120])[:LATIN_REACH]]
        return {*words, *("^" + "_".join(words[:k]) for k in (1, 2))}
    flat = text[: 2 * HAN_REACH].translate(table_fold())[:HAN_REACH]
    return {*(flat[i : i + 2] for i in range(len(flat) - 1)), *("^" + flat[:k] for k in (1, 2, 3, 4))}


class Leads:
    """Weighs beginnings. ``names`` are marks, ``weights`` a byte for each: decibans and NOUGHT; ``base`` is for all."""

    def __init__(self, latin: bool, names: Sequence[str], weights: bytes, base: int):
        self.latin, self.base = latin, base
        self._weights = {name: w - NOUGHT for name, w in zip(names, weights, strict=True)}

    def weigh(self, text: str) -> int:
        """Decibans that a paragraph that begins so is the first of its article; 0 without a table."""
        return self.base + sum(self._weights.get(m, 0) for m in marks(text, self.latin)) if self._weights else 0
