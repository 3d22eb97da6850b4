"""Display text with a shadow, an outline or a bold made by overprinting comes out of extraction several times.

Type is a *doublet* where all of it factors into units that each stand k times: per glyph (不不忘忘), per word group,
whole, over lines, or strewn (a whole among its own pieces). The best of its ``readings`` says what stays and what goes
(``copies``); ``overprint`` looks for the doublets of a page.
"""

from dataclasses import dataclass

from ocrfix import chance, factors, staircase
from ocrfix.articles import slugs
from ocrfix.copies import Chosen, Dropped, best_copies, drops, pieces
from ocrfix.factors import TIMES, Unit
from ocrfix.forme import Forme, is_ornament
from ocrfix.model import Span
from ocrfix.readings import LEAST_GLUED, Reading, Shape, best, resolved, weighed

STAIR, STAIR_OF_WORDS = 15, 5  # for each line that begins with the last glyph of the one before, and more with a word
PART = 15  # for each glyph that stands twice on a line of glyphs with space between them
LEAST_GLYPHS, MOST_COPIES = 5, 3  # of such a line, and of a glyph
LEFT = Shape.STAIRS, Shape.PARTLY  # what is left where copies were dropped before; it does not factor
AGAIN = -4  # what was printed twice may be so once more; then this much is enough
GLUED = -8  # the rest of the line does not factor


@dataclass(frozen=True, slots=True)
class Doublet:
    """Text that stands ``copies`` times.

    ``kept`` are the spans that stay, in reading order, one for each run of glyphs; ``weight`` is in decibans;
    ``because`` is for a reader. Where the doublet shares its line, ``border`` is the offset between it and the rest.
    ``pieces`` are lines of it that make one, as (line, next line, glue): it was set glyph by glyph.
    """

    shape: Shape
    copies: int
    kept: tuple[Span, ...]
    dropped: tuple[Dropped, ...]
    weight: int
    because: str
    border: int | None = None
    pieces: tuple[tuple[int, int, str], ...] = ()


def factor(text: str) -> Doublet | None:
    """``text`` (a line or several) as a doublet, however weak; None where it does not factor. Offsets are into it."""
    return doublet(Forme(text, slugs(text)))


def doublet(forme: Forme) -> Doublet | None:
    """All type of a forme as a doublet, ornaments left aside where only some copies have them."""
    reading = best(forme, range(len(forme.glyphs)))
    return _made(forme, reading) if reading else None


def misread(forme: Forme) -> Doublet | None:
    """As ``doublet``, but one copy was misread: of units within one line, or of two lines as wholes."""
    bare = [i for i in range(len(forme.glyphs)) if not is_ornament(forme.glyphs[i])]
    found = []
    if len(forme.lines) == 1:
        s = forme.string(bare)
        found = [weighed(forme, Shape.MISREAD, k, resolved(u, bare)) for k in TIMES if (u := factors.misread(s, k))]
    elif len(forme.lines) == 2:
        first, second = (tuple(i for i in bare if forme.line[i] == n) for n in (0, 1))
        if first and second:
            found = [weighed(forme, Shape.MISREAD, 2, ((first, second),))]
    reading = max(found, key=lambda r: r.weight, default=None)
    return _made(forme, reading) if reading and reading.weight > chance.NEVER else None


def stairs(forme: Forme) -> Doublet | None:
    """Lines that each begin with what ends the one before (see staircase): what stands once is no part of a unit."""
    units = staircase.steps(forme)
    if not units:
        return None
    weight = chance.PRIOR + STAIR * len(units)
    if staircase.by_word(units):
        weight += sum(chance.surprise(forme.words(u[0]), glued=False, spaced=False) + STAIR_OF_WORDS for u in units)
    return _made(forme, Reading(Shape.STAIRS, 2, units, weight))


def partly(forme: Forme) -> Doublet | None:
    """Glyphs of one line with space between them, some, not all, of which stand twice or more: what is left where some copies
    of a shadow were dropped before."""
    bare = [i for i in range(len(forme.glyphs)) if not is_ornament(forme.glyphs[i])]
    units: list[Unit] = []
    for i in bare:
        if units and units[-1][-1] == (i - 1,) and forme.gap(i - 1, i) == 0:
            units[-1] = (*units[-1], (i,))
        else:
            units.append(((i,),))
    alike = all(len({forme.glyphs[i] for (i,) in u}) == 1 and len(u) <= MOST_COPIES for u in units)
    several = tuple(u for u in units if len(u) > 1)
    if (
        not alike
        or len(units) < max(LEAST_GLYPHS, len(several) + 1)
        or forme.string(bare).isascii()
        or not forme.string(bare).isalpha()
    ):
        return None
    return _made(forme, Reading(Shape.PARTLY, 2, several, chance.PRIOR + PART * len(several))) if several else None


def glued(forme: Forme) -> Doublet | None:
    """Units that stand k times at the head or the foot of one line, longer than the rest of the line."""
    s, n = forme.string(range(len(forme.glyphs))), len(forme.glyphs)
    found = []
    for k in TIMES:
        head = factors.prefix(s, k, LEAST_GLUED)
        foot = factors.prefix(s[::-1], k, LEAST_GLUED)
        if head and n / 2 < (end := head[-1][-1][-1] + 1) < n:
            found.append((weighed(forme, Shape.GROUPS, k, head), end))
        if foot and n / 2 < (end := foot[-1][-1][-1] + 1) < n:
            turned = tuple(tuple(tuple(n - 1 - i for i in reversed(c)) for c in reversed(u)) for u in reversed(foot))
            found.append((weighed(forme, Shape.GROUPS, k, turned), n - end))
    if not found:
        return None
    reading, border = max(found, key=lambda f: f[0].weight)
    gap = forme.gap(border - 1, border)
    if not gap and sum(chance.size(forme.words(u[0])) for u in reading.units) < LEAST_GLUED + 1:
        return None
    return _made(forme, reading, GLUED if not gap else 0, forme.at[border - 1] + 1)


def _made(forme: Forme, reading: Reading, more: int = 0, border: int | None = None) -> Doublet:
    """What stays and what goes; what stays may factor again."""
    levels: list[Chosen] = []
    again: Reading | None = reading
    copies = 1
    while again and (not levels or again.weight >= AGAIN):
        kept = best_copies(forme, again.units)
        levels.append(Chosen(again.units, kept, again.shape in (Shape.GROUPS, Shape.MISREAD)))
        copies *= again.k
        stays = [i for c in kept for i in c]
        again = best(forme, stays) if reading.shape not in LEFT else None
    dropped = drops(forme, levels)
    return Doublet(
        reading.shape,
        copies,
        tuple(forme.span(run) for run in forme.runs(stays)),
        dropped,
        reading.weight + more,
        f"{_BECAUSE[reading.shape]} {_TIMES.get(copies, f'{copies} times')}",
        border,
        pieces(forme, levels[0], dropped, single=reading.shape in (Shape.GLYPHS, *LEFT)),
    )


_TIMES = {2: "twice", 3: "three times", 4: "four times"}
_BECAUSE = {
    Shape.GLYPHS: "every glyph stands",
    Shape.GROUPS: "every word group stands",
    Shape.WHOLE: "the whole text stands",
    Shape.STAIRS: "each line begins with what ends the one before: it stands",
    Shape.PARTLY: "glyphs with space between them stand",
    Shape.STREWN: "in another order, every part stands",
    Shape.MISREAD: "but for misread glyphs, everything stands",
}
