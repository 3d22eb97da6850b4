"""What all rules for doubled text share: how doublets of one shape become decisions."""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Evidence, Role, Span, Verb
from ocrfix.overprint import Found, doublets
from ocrfix.readings import Shape


def copies(galley: Galley, shape: Shape) -> Iterator[Decision]:
    """A drop for each copy too many of the doublets of one shape."""
    for f in doublets(galley):
        for copy in f.doublet.dropped if f.doublet.shape is shape else ():
            evidence = _evidence(f)
            yield Decision(Verb.DROP, (copy.span,), f.doublet.weight, role=Role.COPY, glue=copy.glue, evidence=evidence)


def joins(galley: Galley) -> Iterator[Decision]:
    """Joins of the slugs that are left of one line set glyph by glyph, and of an ornament with its line.

    They hold where the drops of ``copies`` are applied.
    """
    slugs = galley.slugs
    for f in doublets(galley):
        for line, after, glue in f.doublet.pieces:
            spans = (slugs[f.first + line], slugs[f.first + after])
            yield Decision(Verb.JOIN, spans, f.doublet.weight, glue=glue, evidence=_evidence(f))


def cuts(galley: Galley) -> Iterator[Decision]:
    """Cuts between a doublet and the other text on its line."""
    for f in doublets(galley):
        if (at := f.doublet.border) is not None:
            yield Decision(Verb.CUT, (Span(at, at),), f.doublet.weight, evidence=_evidence(f))


def _evidence(f: Found) -> tuple[Evidence, ...]:
    return (Evidence(f"doubled-{f.doublet.shape}", f.doublet.weight, f.doublet.because),)
