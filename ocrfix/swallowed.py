"""Line breaks that pdfium swallowed: where it met a hyphen at the end of a line it left a mark, and ran the next line on.

The mark is mended like any hyphen (see rules.mend_hyphen_marks). The line ended there all the same: it is cut behind the
mark, so that it has the width it was set to, and both pieces stay together.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ocrfix.hyphens import BREAKS
from ocrfix.lines import Galley
from ocrfix.model import Decision, Evidence, Span, Status, Verb

SURE = 40  # decibans
_WHY = (Evidence("hyphen-mark", SURE, "the line ended at the hyphen for which pdfium left its sign"),)


def cuts(galley: Galley, edits: Sequence[Decision]) -> Iterator[Decision]:
    """Cuts behind the marks that are mended, where the line goes on."""
    text = galley.text
    mended = {d.spans[0].end for d in edits if d.status is Status.APPLIED and text[d.spans[0].start] in BREAKS}
    inside = (k for k in sorted(mended) if text[k : k + 1].isalnum())
    return (Decision(Verb.CUT, (Span(k, k),), SURE, evidence=_WHY) for k in inside)


def joins(galley: Galley) -> Iterator[Decision]:
    """Joins of the slugs that meet at such cuts."""
    for a, b in pairwise(galley.slugs):
        if a.end == b.start and galley.text[b.start - 1] in BREAKS:
            yield Decision(Verb.JOIN, (a, b), SURE, evidence=_WHY)
