"""What all rules for doubled text share: how doublets of one shape become decisions."""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Role, Verb
from ocrfix.overprint import doublets
from ocrfix.readings import Shape
from ocrfix.shadows import evidence


def copies(galley: Galley, shape: Shape) -> Iterator[Decision]:
    """A drop for each copy too many of the doublets of one shape."""
    for f in doublets(galley):
        for copy in f.doublet.dropped if f.doublet.shape is shape else ():
            why = evidence(f)
            yield Decision(Verb.DROP, (copy.span,), f.doublet.weight, role=Role.COPY, glue=copy.glue, evidence=why)
