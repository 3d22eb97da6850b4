"""Whether display type between two paragraphs is a subhead within their article, or the headline of another.

A subhead is set within the column, in a line or two, and says what the next lines say; a headline tells what all of its
article tells, and nothing of the one above.

Wrong when: a story of one column has a headline of a line, and follows one of the same subject.
"""

from collections.abc import Sequence

from ocrfix.blocks import Block
from ocrfix.lines import Galley
from ocrfix.matter import TermWeights, total
from ocrfix.roles import bucket

MOST = 5  # lines of display type
WIDER = 0.7  # em by which a line may be wider than its column, for the rounding of widths
NONE = "-", "-"


def subhead_bins(
    g: Galley,
    blocks: Sequence[Block],
    home: Sequence[int],
    weight: TermWeights,
    i: int,
    j: int,
    before: set[str],
    lead: tuple[str, set[str]],
) -> tuple[str, str]:
    """How the display type between lines ``i`` and ``j`` is set, and how many of its words stand ``before`` it and in the
    ``lead`` (text and terms) of what follows; "-" where other things lie between."""
    between = range(i + 1, j)
    if not 0 < len(between) <= MOST or any(blocks[home[k]].kind != "H" for k in between):
        return NONE
    up, down = g.lines[i].measure, g.lines[j].measure
    widest = max(g.lines[k].width for k in between)
    inside = "u" if not up or not down else "i" if widest <= min(up, down) + WIDER else "o"
    alike = "u" if not up or not down else str(int(abs(up - down) <= WIDER))
    words: set[str] = set().union(*(blocks[home[k]].terms for k in between))
    whole = total(words, weight) or 1.0
    text = "".join(g.lines[k].text for k in between)
    echo = "=" if lead[0].startswith(text) else str(bucket(total(words & lead[1], weight) / whole, (0.1, 0.4, 0.7)))
    known = bucket(total(words & before, weight) / whole, (0.1, 0.3, 0.5, 0.7))
    return f"{len(between)}{inside}{alike}", f"{known}{echo}{bucket(whole, (2, 5))}"
