"""A line of Latin text that ends with a full stop ends its paragraph, if the first word of the next line had room on it.

No setter leaves room for a word. Where there was none, the next line tells: the first line of a paragraph has an indent, where
the page sets any, which shows in the lines that follow those with room left.

Wrong when: a line is stretched by its spaces, as no text tells; so the bins are fine, and each weighs what it is worth.
"""

from collections.abc import Iterable, Sequence

from ocrfix.lines import Slug, em_width
from ocrfix.roles import bucket

SPACE = 0.3  # em, before a word
LEFT = (-2.0, -0.7, 0.0, 0.8, 1.5, 3.0)  # em that a line has left beyond the next word
SURELY = 1.5  # em left with which a paragraph has ended
SHORT = (0.5, 1.0, 1.5, 2.0, 2.5, 3.5)  # em by which a line is short of its measure
LEAST_INDENT = 0.8  # em
ENOUGH = 3  # paragraphs that tell whether the page sets indents
NOTHING = "-", "-"


class Room:
    """The lines of a page; ``stops`` tells which end with a full stop, ``body`` which seem to be text."""

    def __init__(self, lines: Sequence[Slug], stops: Sequence[bool], body: Sequence[bool]):
        self.stops = stops
        self.short = [s.measure - s.width if s.measure else None for s in lines]
        self.words = [SPACE + em_width(s.text.split()[0], True) for s in lines]
        self.indented = self._indent(body) >= LEAST_INDENT

    def bins(self, i: int, others: Iterable[int]) -> list[tuple[str, str]]:
        """For line ``i`` and each of the others: how much room there was on it for the other's first word, and how far the other is
        short of its measure, on a page that sets indents."""
        short = self.short[i]
        if not self.stops[i] or short is None:
            return [NOTHING for _ in others]
        return [(str(bucket(short - self.words[j], LEFT)), self._set_in(j)) for j in others]

    def _set_in(self, j: int) -> str:
        short = self.short[j]
        return "-" if short is None or not self.indented else str(bucket(short, SHORT))

    def _indent(self, body: Sequence[bool]) -> float:
        """How much shorter lines are, in em, that begin paragraphs than others; 0 where few are known to."""
        begun, within = [], []
        for i in range(len(self.short) - 1):
            left, short = self.short[i], self.short[i + 1]
            if left is None or short is None or not (body[i] and body[i + 1]):
                continue
            if not self.stops[i]:
                within.append(short)
            elif left - self.words[i + 1] >= SURELY:
                begun.append(short)
        return _middle(begun) - _middle(within) if min(len(begun), len(within)) >= ENOUGH else 0.0


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
