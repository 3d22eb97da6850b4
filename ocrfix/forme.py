"""Type of some slugs locked up as one string: what a banner says does not depend on where its lines were broken."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from ocrfix.lines import ORNAMENTS
from ocrfix.model import Span

BROKEN = 99  # the gap between two glyphs on different lines


def is_ornament(c: str) -> bool:
    """Is ``c`` a square, star, bullet or the like, printed beside text but no part of it?"""
    return c in ORNAMENTS or c in "•·|" or (not c.isascii() and unicodedata.category(c) == "So")


class Forme:
    """The glyphs of slugs in succession, white space left out.

    ``at[i]`` is the offset of glyph ``i`` in the text, ``line[i]`` the number of its slug among ``lines``.
    """

    def __init__(self, text: str, lines: Sequence[Span]):
        self.text, self.lines = text, lines
        self.at = [i for s in lines for i in range(s.start, s.end) if not text[i].isspace()]
        self.line = [n for n, s in enumerate(lines) for i in range(s.start, s.end) if not text[i].isspace()]
        self.glyphs = [text[i] for i in self.at]

    def string(self, glyphs: Sequence[int]) -> str:
        """These glyphs (indices) without white space."""
        return "".join(self.glyphs[i] for i in glyphs)

    def words(self, glyphs: Sequence[int]) -> str:
        """These glyphs, one space for all white space between them."""
        spaces = (" " if self.gap(i, j) else "" for i, j in pairwise(glyphs))
        return self.glyphs[glyphs[0]] + "".join(s + self.glyphs[j] for s, j in zip(spaces, glyphs[1:], strict=True))

    def gap(self, i: int, j: int) -> int:
        """How much white space stands before glyph ``j`` where ``i`` is the one before it; BROKEN across lines."""
        if self.line[i] != self.line[j]:
            return BROKEN
        between = self.text[self.at[j - 1] + 1 : self.at[j]]
        return len(between) + between.count("\t")

    def runs(self, glyphs: Sequence[int]) -> list[list[int]]:
        """Glyphs cut where they do not follow each other on one line."""
        found: list[list[int]] = []
        for i in sorted(glyphs):
            if found and found[-1][-1] == i - 1 and self.line[i - 1] == self.line[i]:
                found[-1].append(i)
            else:
                found.append([i])
        return found

    def span(self, run: Sequence[int]) -> Span:
        """Where a run of glyphs stands."""
        return Span(self.at[run[0]], self.at[run[-1]] + 1)
