"""The lay of a page's text: in what order the tool that read it left its lines.

What evidence weighs depends on it. Where nearly all sentences go on in the next line, and no blank lines part blocks, the
tool kept to the order in which the page was set; where nothing then stands twice, it may give type with a shadow once, and no
shadow tells a banner. Where hardly a sentence goes on in the next line, it went across the
columns: their lines share printed lines, or, where it gave each a line of its own, are zipped. A few lines are a clipping,
which shows no order and has no furniture at its head. Where columns that share printed lines were taken down one after the
other (see upright), the text is upright. All other texts, as of tools that guess the columns, are the last; Latin ones that
recognition read, where lines are torn and garbled, are scanned (see scanned), and where many lines were laid anew (see relaid), a
text is relaid.
"""

from collections.abc import Sequence
from itertools import pairwise

from ocrfix.lines import Slug

LAYS = STREAM, ONCE, UPRIGHT, ACROSS, ZIPPED, CLIPPING, OTHER, SCANNED, RELAID = (
    *("stream", "once", "upright", "across", "zipped"),
    *("clipping", "other", "scanned", "relaid"),
)
READS_ON, READS_OFF = 7, -2  # decibans from which a sentence goes on in the next line, and under which it does not
IN_ORDER, OUT_OF_ORDER = 0.4, 0.15  # of such lines go on: at least in a stream, less across columns
GIVEN = 2  # lines are taken to go on before any is looked at: small pages are mostly in order
FEW = 12  # such lines, at most, show no order: they are a clipping
SMALL = 30  # where there are no more lines than these
BESIDE = 0.25  # of the lines, at least, stand right of another where columns share printed lines
PARTED = 0.08  # of the lines have more blank lines above them than running text


def runs_on(s: Slug) -> bool:
    """Is the line nearly full, and ends in mid-sentence?"""
    return s.end in ("han", "latin", "digit", "mid", "hyphen") and 0 < 0.7 * s.measure <= s.width


def shared(lines: Sequence[Slug]) -> bool:
    """Do some printed lines of the page hold several of its lines?"""
    return sum(s.cut for s in lines) > len(lines) // 20


def across(lines: Sequence[Slug]) -> bool:
    """Do most printed lines hold several, as where whole columns share them, not only cells, or boxes that touched?"""
    return sum(s.cut and not s.butted for s in lines) >= BESIDE * len(lines)


def lay_of(lines: Sequence[Slug], affinity: Sequence[int]) -> str:
    """The lay that the lines of a text show, of which the leading is set; ``affinity[i]`` are the decibans that line i reads on in line
    i + 1."""
    odds = [odds for s, odds in zip(lines, affinity, strict=False) if runs_on(s)]
    on, off = sum(o >= READS_ON for o in odds), sum(o < READS_OFF for o in odds)
    known = on + off
    if known <= FEW:
        return CLIPPING if len(lines) <= SMALL else OTHER
    if any(b.row < a.row for a, b in pairwise(lines)):
        return UPRIGHT
    if (on + GIVEN) / (known + GIVEN) >= IN_ORDER and sum(s.lead > 0 for s in lines) <= PARTED * len(lines):
        return STREAM if any(s.doubled for s in lines) else ONCE
    if on < OUT_OF_ORDER * known:
        return ACROSS if across(lines) else ZIPPED
    return OTHER
