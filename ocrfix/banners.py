"""What else is a banner, once blocks have their kinds: what was printed with a shadow, the other lines of a slogan, and slogans
that have the form of a byline (文明出行 从我做起).

家家户户 / 团团圆圆: the parts of a slogan are of one length, a line each; where one of them is a banner, all are.

Wrong when: the names of two sections, as long as one another, stand together.
"""

from collections.abc import Sequence
from itertools import pairwise

from ocrfix.blocks import Block
from ocrfix.late import late
from ocrfix.lines import GLYPHS, Galley, Slug

SHADOWS = 4  # blocks printed with a shadow, at most, on a page whose headlines are not
_MOTTO = late(rf"\W*[文图圖]{GLYPHS}{{3}}\s+{GLYPHS}{{4}}")
_PART = late(f"{GLYPHS}{{3,7}}")


def find(g: Galley, blocks: Sequence[Block], home: Sequence[int], prints: Sequence[str]) -> None:
    """Give the blocks of banners their kind; ``home[i]`` is the block of line i, ``prints[i]`` what small print it is."""
    _shadowed(g, blocks)
    _mottoes(g, blocks)
    _coupled(g, blocks, home, prints)


def _shadowed(g: Galley, blocks: Sequence[Block]) -> None:
    """Display type or small print that was printed more than once is a banner, where the page does not print all its heads so."""
    found = [b for b in blocks if b.kind in "HBFY" and all(g.lines[i].doubled for i in b.lines)]
    if len(found) <= SHADOWS:
        for b in found:
            b.kind = "R"


def _mottoes(g: Galley, blocks: Sequence[Block]) -> None:
    """Two groups of four glyphs that begin with 文 or 图 are no byline, though names may follow these."""
    for b in blocks:
        if b.kind == "Y" and len(b.lines) == 1 and _MOTTO.fullmatch(g.lines[b.lines[0]].text):
            b.kind = "R"


def _coupled(g: Galley, blocks: Sequence[Block], home: Sequence[int], prints: Sequence[str]) -> None:
    """What stands beside a part of a slogan that is a banner, is as long and has no form of small print is another part."""
    down = range(len(home))
    for part, i in (*pairwise(down), *pairwise(reversed(down))):
        b = blocks[home[i]]
        if blocks[home[part]].kind == "R" and b.kind in "HFY" and b.lines == [i] and not prints[i]:
            b.kind = "R" if couplet(g.lines[part], g.lines[i]) else b.kind


def couplet(a: Slug, b: Slug) -> bool:
    """Are two lines a few Chinese glyphs each, and of one length?"""
    return len(a.text) == len(b.text) and _PART.fullmatch(a.text) is not None is not _PART.fullmatch(b.text)
