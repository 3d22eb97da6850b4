"""A picture with its caption and its credit may stand between two paragraphs of a story, which goes on below.

Wrong when: the credit is of the paragraph above it, whose story ends there.
"""

from collections.abc import Callable, Sequence

from ocrfix.blocks import Block

LINES = 8  # from the one above a picture to the one below it, at most
CAPTION = 3  # lines of one, and fewer than of text, at most
CAPTIONS = "BC", "BBC"  # what stands between: a caption, of a paragraph or two, and a credit


def picture_bin(blocks: Sequence[Block], home: Sequence[int], mark: Callable[[int], str], p: int, q: int) -> str:
    """Is block ``q`` the text below a picture that stands below block ``p`` ("below"), or the caption of one ("in")? ``mark`` tells
    what a line is (see threads.Threader.mark); a credit stands below its caption."""
    i, j = blocks[p].lines[-1], blocks[q].lines[0]
    if not 0 < j - i <= LINES:
        return "-"
    if j - i == 1:
        short = len(blocks[q].lines) <= CAPTION < len(blocks[p].lines)
        return "in" if short and mark(blocks[q].lines[-1] + 1) == "C" else "-"
    if mark(j - 1) != "C":
        return "-"
    between = dict.fromkeys(home[i + 1 : j])
    return "below" if "".join(mark(blocks[b].lines[0]) for b in between) in CAPTIONS else "-"
