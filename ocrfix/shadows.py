"""What a shadow leaves is one line: the pieces of a doublet belong together, other text on its line does not.

Display type with a shadow comes out of a PDF glyph by glyph, or in groups: once the second printing is dropped, the
slugs that are left (春, 暖, 花, 开) are the line that was set.
"""

from collections.abc import Collection, Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Evidence, Span, Verb
from ocrfix.overprint import Found, doublets


def joins(galley: Galley, dropped: Collection[Span]) -> Iterator[Decision]:
    """Joins of the slugs that are left of a doublet whose copies are all among those ``dropped``."""
    for f in _made(galley, dropped):
        for line, after, glue in f.doublet.pieces:
            spans = (galley.slugs[f.first + line], galley.slugs[f.first + after])
            yield Decision(Verb.JOIN, spans, f.doublet.weight, glue=glue, evidence=evidence(f))


def kept(galley: Galley, dropped: Collection[Span]) -> Iterator[Span]:
    """What stays of such a doublet: it was printed more than once."""
    for f in _made(galley, dropped):
        yield from f.doublet.kept


def cuts(galley: Galley, dropped: Collection[Span]) -> Iterator[Decision]:
    """Cuts between such a doublet and the other text on its line."""
    for f in _made(galley, dropped):
        if (at := f.doublet.border) is not None:
            yield Decision(Verb.CUT, (Span(at, at),), f.doublet.weight, evidence=evidence(f))


def evidence(f: Found) -> tuple[Evidence, ...]:
    """Why a doublet is one."""
    return (Evidence(f"doubled-{f.doublet.shape}", f.doublet.weight, f.doublet.because),)


def _made(galley: Galley, dropped: Collection[Span]) -> Iterator[Found]:
    return (f for f in doublets(galley) if all(copy.span in dropped for copy in f.doublet.dropped))
