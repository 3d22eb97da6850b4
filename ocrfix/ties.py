"""Links between lines that their forms make sure of: headlines set downwards, broken small print, marks that close a line above."""

from itertools import pairwise

from ocrfix.lines import Galley
from ocrfix.shapes import small_print, stranded

HALF = 20  # characters of either half of small print that is broken over two lines, at most
VERTICAL = 4  # lines of one glyph that make a vertical headline


def tied(g: Galley, after: dict[int, int]) -> dict[int, int]:
    """The links as they stand on the page: upright headlines and broken small print tied, shadowed type kept apart."""
    sure = {**broken_print(g), **vertical(g), **{i: j for i, (j, _) in g.ties.items()}}
    begun = set(after.values())
    closing = {i: i + 1 for i, (a, b) in enumerate(pairwise(g.lines)) if stranded(a.text, b.text)}
    after = after | {i: j for i, j in closing.items() if i not in after and j not in begun}
    begun = set(sure.values())
    apart = {i for i, j in after.items() if g.lines[i].apart != g.lines[j].apart}
    return {**{i: j for i, j in after.items() if not {i, j} & {*sure, *begun} and i not in apart}, **sure}


def broken_print(g: Galley) -> dict[int, int]:
    """Links between two short lines that are a byline or credit together, and nothing of the kind alone."""
    link: dict[int, int] = {}
    for i, (a, b) in enumerate(pairwise(g.lines)):
        if len(a.text) <= HALF and len(b.text) <= HALF and i - 1 not in link and not small_print(a.text):
            whole = small_print(a.text + (" " if g.latin else "") + b.text)
            if whole in ("byline", "credit") and small_print(b.text) != whole:
                link[i] = i + 1
    return link


def vertical(g: Galley) -> dict[int, int]:
    """Links between the glyphs of a headline set downwards, one glyph a line."""
    link: dict[int, int] = {}
    lines = g.lines
    i = 0
    while i < len(lines):
        j = i
        while j < len(lines) and len(lines[j].text) == 1 and not lines[j].text.isascii():
            j += 1
        if j - i >= VERTICAL:
            link.update({k: k + 1 for k in range(i, j - 1)})
        i = max(j, i + 1)
    return link
