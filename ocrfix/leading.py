"""Leading: the blank lines between printed lines, beside those that running text shows.

Where no sentence goes on below a blank line, it parts paragraphs or more; where one stands above every line, it says
nothing; and a reader of pages that sets one between some lines of a paragraph and not between others says no more.
"""

from collections.abc import Sequence
from itertools import pairwise

from ocrfix.lay import runs_on
from ocrfix.lines import Galley

READS_ON = 15  # decibans: a sentence goes on in the next line
ENOUGH = 20  # such pairs tell; with fewer, what stands above most lines is usual
OFTEN = 0.1  # of them


def set_leading(g: Galley, affinity: Sequence[int]) -> None:
    """Give each line of ``g`` its lead: how many blank lines more than usual stand above it, or (negative) fewer.

    ``affinity[i]``: decibans that line i reads on in line i + 1.
    """
    pairs = zip(pairwise(g.lines), affinity, strict=False)
    inside = sorted(b.gap for (a, b), odds in pairs if odds > READS_ON and a.row != b.row and runs_on(a))
    if len(inside) < ENOUGH:
        inside = sorted(s.gap for s in g.lines)
        least = most = inside[len(inside) // 2] if inside else 0
    else:
        rare = int(OFTEN * len(inside))
        least, most = inside[rare], inside[-1 - rare]
    for s in g.lines:
        s.lead = min(s.gap - least, 0) + max(s.gap - most, 0)
