"""The ornaments before a story and around a banner mark them, and are no part of their text: 「▍新春走基层」, 「◆ Flower Show ◆」.

Recognition reads an ornament as a sign that stands apart: 「¢ Flower Show «」.

Wrong when: the sign is of the name itself, as in 「Q &」; so it must be one that no name begins or ends with.
"""

import re
from collections.abc import Iterable, Iterator

from ocrfix import points
from ocrfix.compose import MakeUp
from ocrfix.late import late
from ocrfix.lines import ORNAMENTS, Galley
from ocrfix.model import Decision, Evidence, Span, Verb

SURE = 20  # decibans

_MARK, _SIGN = rf"[{ORNAMENTS}·•|\s]", "[@¢«»~°®=*+]"
_BEFORE = late(rf"^(?:{_MARK}|{_SIGN}+(?=\s))+")
_AFTER = late(rf"(?:{_MARK}|(?<=\s){_SIGN}+)+$")
_OPENS = late(rf"^[{re.escape(ORNAMENTS)}·• \u3000]+")
_STORY = Evidence("ornament", SURE, "it stands before the first word of an article")
_BANNER = Evidence("ornament", SURE, "it stands around a banner")


def openings(m: MakeUp) -> Iterator[Decision]:
    """Mends that take away what ornament a story opens with; those of a list are its points."""
    for first in (m.g.lines[s.lines[0]] for s in m.stories):
        if not points.begins(first):
            yield from _taken(m.g, first.span, (_OPENS,), _STORY)


def around(g: Galley, banners: Iterable[Span]) -> Iterator[Decision]:
    """Mends that take away the ornaments around banners."""
    for span in banners:
        yield from _taken(g, span, (_BEFORE, _AFTER), _BANNER)


def _taken(g: Galley, span: Span, patterns: Iterable[re.Pattern[str]], why: Evidence) -> Iterator[Decision]:
    text = g.text[slice(*span)]
    found = [m for p in patterns if (m := p.search(text))]
    if sum(m.end() - m.start() for m in found) < len(text):
        for m in found:
            start, end = (span.start + k for k in m.span())
            yield Decision(Verb.MEND, (Span(start, end),), SURE, evidence=(why,))
