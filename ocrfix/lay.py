"""The lay of a page's text: in what order the tool that read it left its lines.

What evidence weighs depends on it. Where nearly all sentences go on in the next line, and no blank lines part blocks, the
tool kept to the order in which the page was set; where lines are shared and hardly a sentence goes on in the next, it went
across the columns. All other texts, as of tools that guess the columns, and those of a few lines, are the third.
"""

from collections.abc import Sequence

from ocrfix.lines import Slug

STREAM, ACROSS, OTHER = "stream", "across", "other"
READS_ON, READS_OFF = 7, -2  # decibans from which a sentence goes on in the next line, and under which it does not
IN_ORDER, OUT_OF_ORDER = 0.4, 0.15  # of such lines go on: at least in a stream, less across columns
FEW = 6  # such lines show no lay yet
PARTED = 0.08  # of the lines have more blank lines above them than running text


def runs_on(s: Slug) -> bool:
    """Is the line nearly full, and ends in mid-sentence?"""
    return s.end in ("han", "latin", "digit", "mid", "hyphen") and 0 < 0.7 * s.measure <= s.width


def shared(lines: Sequence[Slug]) -> bool:
    """Do many printed lines of the page hold several of its lines?"""
    return sum(s.cut for s in lines) > len(lines) // 20


def lay_of(lines: Sequence[Slug], affinity: Sequence[int]) -> str:
    """The lay of a text, of which the leading is set; ``affinity[i]`` are the decibans that line i reads on in line i + 1."""
    odds = [odds for s, odds in zip(lines, affinity, strict=False) if runs_on(s)]
    on, off = sum(o >= READS_ON for o in odds), sum(o < READS_OFF for o in odds)
    if on + off <= FEW:
        return OTHER
    share = on / (on + off)
    if share >= IN_ORDER and sum(s.lead > 0 for s in lines) <= PARTED * len(lines):
        return STREAM
    return ACROSS if share < OUT_OF_ORDER and shared(lines) else OTHER
