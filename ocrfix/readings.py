"""A parse of type as printed k times, weighed: what chance makes of its units, less what lines and gaps explain.

``factors`` finds the parses of a string, ``chance`` knows what repeats by itself; only here both meet the places where
the glyphs stand. Units are tuples of copies, copies tuples of glyph indices of a ``Forme``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ocrfix import chance, factors
from ocrfix.factors import ANYHOW, LONGEST, TIMES, Copy, Unit, Units
from ocrfix.forme import BROKEN, Forme, is_ornament

LINES = -5  # copies on lines of their own: lists and tables hold equal lines
SHORT_LINES = -6  # more so where they are short
APART = -10  # for each line break between two units: two doublets, or a list
OF_ONE_FORM = -20  # and these share half of their glyphs: 一等奖, 二等奖
WIDE_GAP = -6  # copies parted by a tab or two spaces may be columns of a table
COLUMNS = -45  # and by more, they stand in two columns
WIDEST = 6  # spaces between copies of one line
IN_TURN = -10  # what repeats is several lines: cells of a table take turns
STREWN = -5  # a loose pattern fits more
MISREAD = -18  # for each glyph read as another: parallel lines differ so too
DAMAGED = -8  # for each glyph lost or read as what is no letter
COUPLET = 15  # lines that nearly repeat are couplets as often as copies: at most proposed
LEAST_MISREAD = 6  # glyphs of the shorter copy where that is all
LEAST_GLUED = 4  # glyphs of each unit of a doublet that shares its line
ORNAMENT = 8  # it stands as often as the words beside it


class Shape(StrEnum):
    """How the copies stand; each shape has its rule, ``doubled_<shape>``."""

    GLYPHS = "glyphs"
    GROUPS = "groups"
    WHOLE = "lines"
    STREWN = "order"
    STAIRS = "stairs"
    PARTLY = "partly"
    MISREAD = "misread"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read type as printed k times; the units are of glyph indices."""

    shape: Shape
    k: int
    units: Units
    weight: int


def best(forme: Forme, glyphs: Sequence[int]) -> Reading | None:
    """The weightiest reading of these glyphs; of the letters alone where the ornaments do not fit."""
    parses = _parses(forme, glyphs, forme.string(glyphs))
    found = [weighed(forme, shape, k, resolved(units, glyphs)) for shape, k, units in parses if units]
    found = [r for r in found if r.shape is not Shape.STREWN or _in_order(forme, r.units)]
    if found:
        strewn = max(r.k if r.shape is Shape.STREWN else 0 for r in found)
        more = [r for r in found if r.k >= strewn > 2]  # so many copies of every word are no chance
        return max(more or found, key=lambda r: r.weight)
    bare = [i for i in glyphs if not is_ornament(forme.glyphs[i])]
    return best(forme, bare) if 0 < len(bare) < len(glyphs) else None


def resolved(units: Units, glyphs: Sequence[int]) -> Units:
    """Units of offsets into a string as units of the glyphs it was made of."""
    return tuple(tuple(tuple(glyphs[i] for i in c) for c in u) for u in units)


def _parses(forme: Forme, glyphs: Sequence[int], s: str) -> Iterator[tuple[Shape, int, Units | None]]:
    tidy = False
    for k in TIMES:
        in_turn = factors.succession(s, k)
        tidy = tidy or bool(in_turn)
        yield Shape.GLYPHS, k, factors.per_glyph(s, k)
        yield Shape.GROUPS, k, in_turn
    several = forme.line[glyphs[0]] != forme.line[glyphs[-1]]
    for k in ANYHOW:
        homes = _homes(forme, glyphs, len(s) // k)
        if several or not tidy:
            yield Shape.STREWN, k, factors.strewn(s, k, homes[: 1 if tidy else None])
        if k > 2 or not tidy:
            yield Shape.STREWN, k, _shuffled(forme, glyphs, k)


def _in_order(forme: Forme, units: Units) -> bool:
    """Does no line of several read the units backwards? Fixtures and tables do: 东队 西队 over 西队 东队."""
    if len(forme.lines) == 1:
        return True
    place = {i: n for n, u in enumerate(units) for c in u for i in c}
    return all(place[a] <= place[b] or forme.line[a] != forme.line[b] for a, b in pairwise(sorted(place)))


def _shuffled(forme: Forme, glyphs: Sequence[int], k: int) -> Units | None:
    """Words printed in any order. Several lines must tell the order in which they are read."""
    words: list[Copy] = []
    if len(glyphs) > LONGEST:
        return None
    for n, i in enumerate(glyphs):
        before = glyphs[words[-1][-1]] if words else -1
        if is_ornament(forme.glyphs[i]):
            continue
        if words and before == i - 1 and not forme.gap(before, i):
            words[-1] = (*words[-1], n)
        else:
            words.append((n,))
    text = [forme.string([glyphs[n] for n in w]) for w in words]
    if len(forme.lines) == 1:
        return factors.shuffled(factors.taken_apart(text, words), frozenset(range(len(glyphs))), k)
    lines = [forme.line[glyphs[w[0]]] for w in words]
    ends = frozenset(n for n, (a, b) in enumerate(pairwise(lines)) if a != b)
    if len(ends) + 1 >= len(words):
        return None
    return factors.shuffled(list(zip(text, words, strict=True)), ends, k)


def _homes(forme: Forme, glyphs: Sequence[int], size: int) -> list[int]:
    """Where the whole of a strewn text may begin: lines of its size, then other lines, then gaps.

    It is read off in one place, so the first line of its size will do for tidy text.
    """
    starts = [n for n, i in enumerate(glyphs) if not n or forme.line[i] != forme.line[glyphs[n - 1]]]
    whole = [a for a, b in zip(starts, [*starts[1:], len(glyphs)], strict=True) if b - a == size]
    gaps = [n for n, (i, j) in enumerate(pairwise(glyphs), 1) if forme.gap(i, j)]
    return list(dict.fromkeys([*whole, *starts, *gaps]))


def weighed(forme: Forme, shape: Shape, k: int, units: Units) -> Reading:
    """A reading with its weight: what chance makes of its units, less what their lines and gaps explain."""
    if shape is not Shape.STREWN and all(len({forme.glyphs[i] for c in u for i in c}) == 1 for u in units):
        weight = chance.chain("".join(forme.string(u[0]) for u in units), k)
        return Reading(Shape.GLYPHS, k, units, weight + _apart(forme, units))
    different = {forme.string(u[0]): u for u in units}
    weight = chance.PRIOR + sum(_unit_weight(forme, u) for u in different.values())
    if len(different) > 1 or chance.size(forme.words(units[0][0])) >= chance.SMALL:
        weight += chance.MORE_TIMES * (k - 2) * len(different)
    if shape is Shape.STREWN:
        return Reading(shape, k, units, weight + STREWN)
    weight += _apart(forme, units)
    if shape is Shape.MISREAD:
        if len(units) == 1 and min(map(len, units[0])) < LEAST_MISREAD:
            weight = chance.NEVER
        elif len(forme.lines) > 1:
            weight = min(weight, COUPLET)
        return Reading(shape, k, units, weight)
    return Reading(Shape.WHOLE if len(units) == 1 else Shape.GROUPS, k, units, weight)


def _unit_weight(forme: Forme, unit: Unit) -> int:
    if all(is_ornament(forme.glyphs[i]) for i in unit[0]):
        return ORNAMENT
    gap = max(forme.gap(a[-1], b[0]) for a, b in pairwise(sorted(unit)))
    text = forme.words(unit[0])
    weight = chance.surprise(text, glued=gap == 0, spaced=0 < gap < BROKEN)
    if gap == BROKEN:
        weight += LINES if chance.size(text) >= LEAST_GLUED else LINES + SHORT_LINES
        in_turn = any(forme.line[c[0]] != forme.line[c[-1]] for c in unit) and chance.repetitions(text) == 1
        weight += IN_TURN if in_turn and _fills_lines(forme, unit) else 0
    elif gap > 1:
        weight += WIDE_GAP if gap <= WIDEST else COLUMNS
    first, *others = (forme.string(c) for c in unit)
    return weight + sum(_difference(first, other) for other in others)


def _fills_lines(forme: Forme, unit: Unit) -> bool:
    """Does each copy take whole lines?"""
    return all(
        (c[0] == 0 or forme.line[c[0] - 1] != forme.line[c[0]])
        and (c[-1] + 1 == len(forme.line) or forme.line[c[-1] + 1] != forme.line[c[-1]])
        for c in unit
    )


def _difference(a: str, b: str) -> int:
    """The cost of taking two texts for copies of one."""
    from rapidfuzz.distance import Levenshtein  # heavy: imported when first needed

    cost = 0
    for op in Levenshtein.editops(a, b):
        x, y = a[op.src_pos : op.src_pos + 1], b[op.dest_pos : op.dest_pos + 1]
        letters = op.tag == "replace" and x.isalpha() and y.isalpha() and x.isascii() == y.isascii()
        cost += MISREAD if letters else DAMAGED
    marks = {c for c in {*a} ^ {*b} if not c.isalpha()}
    return chance.NEVER if a != b and marks == {*a} ^ {*b} else cost  # a heading, and a text that begins with it


def _apart(forme: Forme, units: Units) -> int:
    """The cost of units that share no line with the one before."""
    cost = 0
    for u, v in pairwise(units):
        a, b = u[-1][-1], v[0][0]
        lines = [forme.lines[forme.line[i]] for i in (a, b)]
        ornament = is_ornament(forme.glyphs[a]) or is_ornament(forme.glyphs[b])
        if forme.line[a] != forme.line[b] and max(s.end - s.start for s in lines) > len(u) and not ornament:
            first, second = ({forme.glyphs[i] for i in unit[0]} for unit in (u, v))
            cost += APART + OF_ONE_FORM * (2 * len(first & second) >= len(first))
    return cost
