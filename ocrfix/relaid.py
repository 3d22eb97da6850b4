"""A page whose lines came out of order, laid again in the order of its stories.

Where extraction went across the columns, or shuffled blocks, the first reading finds much of what goes on in what, far apart
as it stands. With those lines laid one after the other, the others stand nearer to what they belong to, and the page is read
once more. The order is where to look first; what reads on in what is weighed all the same.
"""

from dataclasses import replace
from itertools import pairwise

from ocrfix.blocks import chains
from ocrfix.house import read_by_machine
from ocrfix.lay import ACROSS, OTHER, SCANNED, ZIPPED
from ocrfix.lines import Galley, find_measures

SHUFFLED = OTHER, SCANNED, ZIPPED  # lays in which lines may be out of order, and their places are not known
MOVED = 0.3  # of the lines, and more, come to stand below another: else the page was in order


def shuffled(g: Galley, lay: str) -> bool:
    """May the lines of a page of this lay be out of order? Those of Chinese columns that share printed lines, too, where their places were
    lost: a space parts them, or what recognition made of a gutter."""
    return lay in SHUFFLED or (lay == ACROSS and not g.latin and (read_by_machine(g.text) or _placeless(g)))


def _placeless(g: Galley) -> bool:
    """Do most columns that share printed lines begin one space right of another?"""
    beside = [g.text[s.span.start - 2].isspace() for s in g.lines if s.cut and not s.butted]
    return 2 * sum(beside) < len(beside)


def relaid(g: Galley, after: dict[int, int]) -> Galley | None:
    """The galley with each line (index) before the one it goes on in, whole stories where their first lines stand; None where
    few lines come to stand elsewhere. Blank lines are kept only where a line stays below the same line."""
    order = [i for story in chains(after, len(g.lines)) for i in story]
    stays = [j - i == 1 for i, j in pairwise(order)]
    if stays.count(False) <= MOVED * len(order):
        return None
    at = {i: k for k, i in enumerate(order)}
    lines = [replace(g.lines[i], gap=g.lines[i].gap * stay) for i, stay in zip(order, (False, *stays), strict=True)]
    made = replace(g, lines=lines, ties={at[i]: (at[j], d) for i, (j, d) in g.ties.items()})
    find_measures(made)
    return made
