"""Texts of one kind are worded otherwise than those of another: the marks of their wording are weighed, in decibans."""

from collections.abc import Callable, Sequence

NOUGHT = 128  # the byte of a weight of nought
GRAIN = 4  # steps of a byte to a deciban

Marks = Callable[[str, bool], set[str]]  # what is weighed of a text, in Latin script or not


class Wording:
    """Weighs texts. ``names`` are marks, ``weights`` a byte for each, in GRAINs from NOUGHT; ``base`` is for all."""

    def __init__(self, marks: Marks, latin: bool, names: Sequence[str], weights: bytes, base: int):
        self.marks, self.latin, self.base = marks, latin, base
        self._weights = {name: (w - NOUGHT) / GRAIN for name, w in zip(names, weights, strict=True)}

    def weigh(self, text: str) -> int:
        """Decibans that a text is of the kind; 0 without a table."""
        weights = self._weights
        return round(self.base + sum(weights.get(m, 0) for m in self.marks(text, self.latin))) if weights else 0
