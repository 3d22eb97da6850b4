"""Display type that was set letter by letter: spaces stand within its words, and where it has a shadow some letters stand twice.

L e s t We F orge t, Miis s ioonn: a word begins with each capital, and the letters down to the next one make a word that is known
once the spaces, and as few copies of letters as may be, are taken away.

Wrong when: two short words make a third (the Rail way Man); so one of the pieces must be no word.
"""

from collections.abc import Callable, Iterator
from itertools import combinations, groupby, pairwise
from typing import NamedTuple

from ocrfix.late import late
from ocrfix.model import Span

LONGEST = 60  # characters of a line
PIECES = 3  # of a line, at least
TOLD = 3  # spaces and copies of its one word, at least
RUNS = 8  # of equal letters in a word, at most
_PIECE = late(r"\S+")
_LETTERS = late(r"[^\W\d_]+")
_MARKS = ".,:;!?'’\"”)"


class Word(NamedTuple):
    """A word in pieces (spans), and the letters that are copies (offsets)."""

    pieces: list[Span]
    copies: tuple[int, ...]

    @property
    def gaps(self) -> list[Span]:
        """The white space within."""
        return [Span(a.end, b.start) for a, b in pairwise(self.pieces)]


def spelled(line: str, known: Callable[[str], bool]) -> list[Word]:
    """The words of a line that stand in pieces, or with letters twice; none where that is not how the line was set.

    ``known`` tells words, in any case. Spans and offsets are into the line.
    """
    pieces = [Span(*m.span()) for m in _PIECE.finditer(line)]
    if len(line) > LONGEST or len(pieces) < PIECES:
        return []
    found, unknown = [], 0
    for group in _words(line, pieces):
        text = [line[slice(*p)] for p in group]
        text[-1] = text[-1].rstrip(_MARKS)
        if len(group) == 1 and (known(text[0]) or not text[0].isalpha()):
            continue
        copies = None if all(map(known, text)) else _copies("".join(text), known)
        if copies is None:
            unknown += 1
            continue
        at = [i for p in group for i in range(*p)]
        found.append(Word(group, tuple(at[k] for k in copies)))
    told = sum(len(w.gaps) + len(w.copies) for w in found)
    return found if len(found) > 2 * unknown and (len(found) > 1 or told >= TOLD) else []


def _words(line: str, pieces: list[Span]) -> Iterator[list[Span]]:
    """The pieces of each word: it begins with a capital or behind what is no word."""
    group: list[Span] = []
    for p in pieces:
        text = line[slice(*p)]
        joins = group and text[0].islower() and line[group[-1].end - 1].isalpha()
        if group and not joins:
            yield group
            group = []
        group.append(p)
    if group:
        yield group


def _copies(letters: str, known: Callable[[str], bool]) -> tuple[int, ...] | None:
    """The fewest letters without which these are a known word, the last of a run each; None where they are none."""
    if not _LETTERS.fullmatch(letters):
        return None
    ends = []
    for _, run in groupby(range(len(letters)), key=lambda i: letters[i].lower()):
        places = list(run)
        ends += [places[-1]] * (len(places) > 1)
    for n in range(len(ends) + 1 if len(ends) <= RUNS else 0):
        for gone in combinations(ends, n):
            if known("".join(c for i, c in enumerate(letters) if i not in gone)):
                return gone
    return None
