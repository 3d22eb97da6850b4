"""Lines that each begin with what ends the line above: display type that was set twice, of which some copies are lost.

The second printing stands a little to the right and lower, and an extractor drops copies that fall on each other. Set glyph by
glyph that leaves 甲 / 甲乙 / 乙丙 / 丙丁戊, word by word SAVE / SAVE OUR RAIL / RAIL.

Wrong when: a game of words chains them so; its lines are of one length, and it has no line that is only a step.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ocrfix.factors import Copy, Unit
from ocrfix.forme import BROKEN, Forme, is_ornament

GLYPH_LINES, WORD_LINES = 4, 3  # of the shortest staircase
LONGEST, MOST = 6, 5  # glyphs, or words, of a line
LEAST = 2  # glyphs of a word


def staircases(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines, as (first, stop), that may be one; of words, not where a line beside them is an ornament printed with them."""
    words = [_words(line) for line in lines]
    by_word = [bool(a and b) and a[-1] == b[0] and len(a[-1]) >= LEAST for a, b in pairwise(words)]
    glyphs = ["".join(w) for w in words]
    by_glyph = [bool(a and b) and a[-1] == b[0] and b[0].isalpha() for a, b in pairwise(glyphs)]
    yield from (
        (i, k) for i, k in _runs(by_word) if _by_words(words[i:k]) and all([*words[i - 1 : i], *words[k : k + 1]])
    )
    yield from ((i, k) for i, k in _runs(by_glyph) if _by_glyphs(glyphs[i:k]))


def steps(forme: Forme) -> tuple[Unit, ...] | None:
    """The units of a staircase: what ends one line and begins the next, and the glyphs that stand twice within lines where
    all do; None where the lines are no staircase."""
    ends = [i for i in range(1, len(forme.glyphs)) if forme.line[i] != forme.line[i - 1]]
    sizes = [_step(forme, i) for i in ends]
    if not all(sizes):
        return None
    found: list[list[Copy]] = []
    for i, size in zip(ends, sizes, strict=True):
        above, below = tuple(range(i - size, i)), tuple(range(i, i + size))
        if found and found[-1][-1] == above:
            found[-1].append(below)
        else:
            found.append([above, below])
    units = tuple(tuple(u) for u in found)
    return tuple(sorted((*units, *_pairs(forme, units)))) if set(sizes) == {1} else units


def by_word(units: Sequence[Unit]) -> bool:
    """Are the steps of words, not of glyphs?"""
    return all(len(u[0]) >= LEAST for u in units)


def _words(line: str) -> list[str]:
    return [w for w in line.split() if not all(map(is_ornament, w))]


def _runs(steps: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of lines of which each is a step below the one before."""
    first = 0
    for n, step in enumerate([*steps, False], 1):
        if not step:
            yield first, n
            first = n


def _by_words(words: Sequence[Sequence[str]]) -> bool:
    """Are the first and the last line nothing but a step, the first of letters, and two steps different?"""
    few = len(words) >= WORD_LINES and len(words[0]) == len(words[-1]) == 1 and max(map(len, words)) <= MOST
    return few and len({w[0] for w in words}) > 1 and sum(map(str.isalpha, words[0][0])) >= LEAST


def _by_glyphs(lines: Sequence[str]) -> bool:
    """Are the lines of several lengths, or those between the first and the last of two glyphs?"""
    inner = [len(s) for s in lines[1:-1]]
    steep = inner.count(2) >= 2 or len({*map(len, lines)}) > 1
    return len(lines) >= GLYPH_LINES and max(inner) <= LONGEST and steep and len(set("".join(lines))) > 2


def _step(forme: Forme, i: int) -> int:
    """How many glyphs before glyph i, the first of its line, it begins with: a word, or one; 0 where with none."""
    size = 1
    while i + size < len(forme.glyphs) and forme.gap(i + size - 1, i + size) == 0:
        size += 1
    start = i - size
    same = start >= 0 and forme.glyphs[start:i] == forme.glyphs[i : i + size] and forme.line[start] == forme.line[i - 1]
    whole = same and (start == 0 or forme.gap(start - 1, start) > 0)
    if whole and size >= LEAST:
        return size
    return int(forme.glyphs[i] == forme.glyphs[i - 1] and forme.glyphs[i].isalpha())


def _pairs(forme: Forme, units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Glyphs set twice at once, where all but the steps of the lines between the first and the last are."""
    taken = {i for u in units for c in u for i in c}
    rest = [i for i in range(len(forme.glyphs)) if i not in taken and not is_ornament(forme.glyphs[i])]
    found: list[Unit] = []
    odd = 0
    last = forme.line[-1]
    while rest:
        i, *rest = rest
        if rest and rest[0] == i + 1 and forme.gap(i, i + 1) < BROKEN and forme.glyphs[i] == forme.glyphs[i + 1]:
            found.append(((i,), (rest.pop(0),)))
        else:
            odd += 0 < forme.line[i] < last
    return tuple(found) if not odd and len(found) > 1 else ()
