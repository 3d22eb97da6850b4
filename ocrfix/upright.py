"""Columns that share printed lines, taken down one after the other.

Where extraction kept the spaces between columns, or their widths, it shows where each piece of a line stood. The order is
where to look first; what reads on in what is weighed all the same.
"""

from dataclasses import replace
from itertools import pairwise

from ocrfix.flow import flow
from ocrfix.lay import shared
from ocrfix.lines import Galley, find_measures
from ocrfix.memo import Memo
from ocrfix.standing import Sheet, tally

# code points by which pieces may overlap that stand side by side: where a tool kept their places, and where it did not
PLAYS = 1.5, 4.0


def upright(g: Galley) -> Galley:
    """The galley in reading order, where its printed lines hold several columns and more of it reads on so."""
    if not shared(g.lines):
        return g
    reads_on = Memo[tuple[str, str], int](lambda pair: g.news.affinity(*pair))
    best, lines = tally(pairwise(g.lines), reads_on), g.lines
    for play in PLAYS:
        sheet = Sheet(g.lines, reads_on, play)
        made = sheet.spaced(flow(sheet))
        found = tally(pairwise(made), reads_on)
        if found > best:
            best, lines = found, made
    whole = replace(g, lines=lines)
    find_measures(whole)
    return whole
