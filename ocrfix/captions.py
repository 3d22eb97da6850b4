"""A caption is set across the columns below its picture: a line or two, wider than any column, that say a whole sentence.

Display type is as wide, but has no full stop. So wide lines with one at their end, or with a credit below, are body, where the text above
has ended or goes on in its column; a deck stands below its headline. English papers and others in Latin script only: Chinese
captions are set to the measure of the columns or say who took the picture.

Wrong when: a deck with a full stop stands alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ocrfix.lines import Galley, Lean, Slug
from ocrfix.model import Decision, Evidence, Verb
from ocrfix.shapes import small_print
from ocrfix.tails import credit_tail

WIDE = 1.15  # of the measure of the columns
AS_WIDE = 0.7  # as its first line are its others but the last
LINES = 4  # of a caption, at most
WORDS = 5  # of a caption, at least
CAPTION = "caption"  # the rule
_SAYS = Evidence("wide-sentence", 30, "a whole sentence, set wider than the columns")
_SIGNED = Evidence(CAPTION, 30, "a whole sentence, set wider than the columns, with a credit")


def joins(galley: Galley) -> Iterator[Decision]:
    """The joins within captions, whose lines are marked as body."""
    lines = galley.lines
    measure = usual(lines) if galley.latin else 0.0
    for i, s in enumerate(lines):
        wide = measure and not s.measure and s.width > WIDE * measure
        if not wide or s.lean or s.start in ("lower", "closing", "dateline"):
            continue
        caption = lines[i : foot(lines, i)]
        signed = caption and (_credit(lines, i + len(caption)) or credit_tail(caption[-1].text) > 0)
        if signed or not i or _stands_alone(lines[i - 1]):
            why = _SIGNED if signed else _SAYS
            for a in caption:
                a.lean = a.lean or Lean("B", why)
            for a, b in pairwise(caption):
                if a.end != "hyphen":
                    yield Decision(Verb.JOIN, (a.foot, b.span), why.weight, glue=" ", evidence=(why,))


def is_caption(s: Slug) -> bool:
    """Is the line known to be of a caption with a credit?"""
    return s.lean is not None and s.lean.evidence.rule == CAPTION


def usual(lines: Sequence[Slug]) -> float:
    """The measure of most lines."""
    seen = Counter(round(s.measure, 1) for s in lines if s.measure)
    return max(seen, key=seen.__getitem__, default=0.0)


def foot(lines: Sequence[Slug], first: int) -> int:
    """Where the caption that begins with this line ends: ``first`` itself where it is none."""
    words = 0
    for k in range(first, min(first + LINES, len(lines))):
        s = lines[k]
        begins = k > first and s.start not in ("lower", "digit") and not _credit(lines, k + 1)
        if begins or small_print(s.text):
            return first
        words += len(s.text.split())
        if s.end == "stop" or _credit(lines, k + 1) or credit_tail(s.text) > 0:
            return k + 1 if words >= WORDS else first
        if s.width < AS_WIDE * lines[first].width:
            return first
    return first


def _credit(lines: Sequence[Slug], k: int) -> bool:
    return k < len(lines) and small_print(lines[k].text) == "credit"


def _stands_alone(above: Slug) -> bool:
    """May a caption stand below this line: text that ended, or goes on elsewhere, or small print?"""
    full = above.measure and above.width > above.measure - 1
    return above.end == "stop" or above.lean is not None or bool(full) or small_print(above.text) != ""
