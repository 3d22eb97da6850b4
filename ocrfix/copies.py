"""Which copy of doubled text stays: the whole one, on one line, with its ornament, not misread; else the first."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ocrfix.factors import Copy, Unit, Units
from ocrfix.forme import BROKEN, Forme, is_ornament
from ocrfix.model import Span

TOGETHER = 6  # two copies on one line
UNBROKEN = 7  # a copy on one line
BESIDE = 2  # an ornament and a copy on one line
DRESSED = 3  # a copy with an ornament before it
ODD = 5  # for each glyph that is no letter, digit or known mark
BACKWARDS = -50  # the text would stand in another order than it reads
AGREED = 6  # for each other copy that reads the same


class Chosen(NamedTuple):
    """A parse and the copy of each unit that stays; ``apart`` where its units are word groups."""

    units: Units
    kept: list[Copy]
    apart: bool


class Dropped(NamedTuple):
    """A copy that goes; ``glue`` stands in its place."""

    span: Span
    glue: str = ""


def best_copies(forme: Forme, units: Units) -> list[Copy]:
    """One copy of each unit, chosen so that as many as may be stand together."""
    ways: list[tuple[float, list[Copy]]] = [(0.0, [])]
    for unit in units:
        longer = []
        for j, copy in enumerate(unit):
            own = _quality(forme, unit, copy) - j / 100
            value, chosen = max(((v + _link(forme, c, copy), c) for v, c in ways), key=lambda w: w[0])
            longer.append((value + own, [*chosen, copy]))
        ways = longer
    return max(ways, key=lambda w: w[0])[1]


def _quality(forme: Forme, unit: Unit, copy: Copy) -> float:
    text = forme.string(copy)
    before = copy[0] - 1
    dressed = before >= 0 and forme.line[before] == forme.line[copy[0]] and is_ornament(forme.glyphs[before])
    agreed = sum(forme.string(c) == text for c in unit) - 1
    if agreed + 1 == len(unit):
        told = 0.0
    else:
        told = AGREED * agreed - ODD * sum(_odd(c, text) for c in text) + _elsewhere(forme, unit, text)
    unbroken = forme.line[copy[0]] == forme.line[copy[-1]]
    return DRESSED * dressed + UNBROKEN * unbroken + told


def _elsewhere(forme: Forme, unit: Unit, text: str) -> float:
    """How many of a copy's pairs of glyphs stand elsewhere on the page; a copy that lost a glyph has fewer."""
    here = [forme.string(c) for c in unit]
    pairs = {a + b for a, b in pairwise(text)}
    return float(sum(forme.text.count(p) > sum(p in h for h in here) for p in pairs)) + len(text) / 10


def _odd(c: str, text: str) -> bool:
    wide = sum(x >= "\u2e80" for x in text) * 2 > len(text)
    return c == "\ufffd" or (wide and c.isascii() and not c.isdigit()) or (not wide and c >= "\u2e80")


def _link(forme: Forme, chosen: Sequence[Copy], copy: Copy) -> float:
    if chosen and chosen[-1][-1] > copy[0]:
        return BACKWARDS
    if not chosen or forme.line[chosen[-1][-1]] != forme.line[copy[0]]:
        return 0.0
    marks = all(is_ornament(forme.glyphs[i]) for i in chosen[-1])
    return BESIDE if marks else TOGETHER


def drops(forme: Forme, levels: Sequence[Chosen]) -> tuple[Dropped, ...]:
    """The copies that were not chosen as spans of the text, each within one line, with the white space between copies.

    ``levels`` are parses with what was chosen of each; each parses what the one before it left. Where nothing but
    ornaments would stay of a line, all of it goes.
    """
    home = {i: (n, m) for n, level in enumerate(levels) for m, unit in enumerate(level.units) for c in unit for i in c}
    gone = _gone(levels)
    stays = {i for i, c in enumerate(forme.glyphs) if i not in gone and (i in home or not is_ornament(c))}
    lines = {forme.line[i] for i in stays}
    starts = {next((i for i in b if i in stays), -1) for level in levels for b in _groups(forme, level)}
    found = []
    for run in sorted(run for c in _copies(levels) for run in forme.runs(c)):
        first, last = run[0], run[-1]
        line = forme.lines[forme.line[first]]
        start, end = forme.span(run)
        mates = [i for i in home if forme.line[i] == forme.line[first]]
        before = max((i for i in mates if i < first), default=-1)
        if before >= 0 and (before in gone or home[before] == home[first]):
            start = forme.at[before] + 1
        if forme.line[first] not in lines:
            start = line.start if before < 0 else start
            end = line.end if last == max(mates) else end
        glued = last + 1 in starts and end == forme.at[last + 1]
        found.append(Dropped(Span(start, end), " " if glued else ""))
    return tuple(found)


def _copies(levels: Sequence[Chosen]) -> Iterator[Copy]:
    """The copies that go."""
    for level in levels:
        for unit, stays in zip(level.units, level.kept, strict=True):
            yield from (c for c in unit if c != stays)


def _gone(levels: Sequence[Chosen]) -> set[int]:
    return {i for c in _copies(levels) for i in c}


def pieces(forme: Forme, level: Chosen, dropped: Sequence[Dropped], single: bool) -> tuple[tuple[int, int, str], ...]:
    """The lines whose remains make one, as (line, next line, glue): all where glyphs were set singly, else ornaments.

    An ornament left alone on its line belongs to the line after it.
    """
    gone = {i for d in dropped for i in range(*d.span)}
    left = [i for i, at in enumerate(forme.at) if at not in gone]
    unit_of = {i: u for u in level.units for c in u for i in c}
    first, last = level.units[0], level.units[-1]
    plain = {forme.line[i] for i in left if not is_ornament(forme.glyphs[i])}
    found = []
    for i, j in pairwise(left):
        if forme.line[i] != forme.line[j] and (single or forme.line[i] not in plain):
            end, start = unit_of.get(i, first)[-1][-1], unit_of.get(j, last)[0][0]
            spaced = start == end + 1 and 0 < forme.gap(end, start) < BROKEN
            found.append((forme.line[i], forme.line[j], " " if spaced else ""))
    return tuple(found)


def _groups(forme: Forme, level: Chosen) -> Iterator[Copy]:
    """Word groups that follow another."""
    for a, b in pairwise(level.kept if level.apart else []):
        if len(a) > 1 and len(b) > 1 and not any(is_ornament(forme.glyphs[i]) for i in (a[-1], b[0])):
            yield b
