"""Columns that share printed lines, taken down one after the other.

Where extraction kept the spaces between columns, or their widths, it shows where each piece of a line stood. The order is
where to look first; what reads on in what is weighed all the same.
"""

from dataclasses import replace
from itertools import pairwise

from ocrfix.flow import flow
from ocrfix.lay import across
from ocrfix.lines import Galley, find_measures
from ocrfix.memo import Memo
from ocrfix.standing import Sheet, tally

KEPT = 0.55  # of the slugs right of another, at least, begin right below those above: else their places were not kept
MOST = 400  # columns and parts of them; the fullest pages have half as many, a page of cells has more


def upright(g: Galley) -> Galley:
    """The galley in reading order, where its printed lines hold several columns, their places were kept, and more of it reads
    on so."""
    if not across(g.lines):
        return g
    reads_on = Memo[tuple[str, str], int](lambda pair: g.news.affinity(*pair))
    sheet = Sheet(g.lines, reads_on)
    if sheet.kept() < KEPT:
        return g
    columns = sheet.columns()
    if len(columns) > MOST:
        return g
    made = sheet.spaced(flow(sheet, columns))
    (on, off), (on_before, off_before) = (tally(pairwise(lines), reads_on) for lines in (made, g.lines))
    if on - off <= on_before - off_before:
        return g
    whole = replace(g, lines=made)
    find_measures(whole)
    return whole
