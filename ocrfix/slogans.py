"""A slogan, as banners print them: few word groups with space between, mostly of as many glyphs each, some set in pairs.

不忘初心　牢记使命: a headline has the like of it too, but seldom in groups of one length.
"""

from itertools import pairwise

from ocrfix.late import late
from ocrfix.lines import ORNAMENTS

LONGEST = 9  # glyphs of a group
MOST = 4  # groups
_GROUPS = late(r"[^\W\d_]+(?:[ \u3000]+[^\W\d_]+)*")


def slogan_bin(text: str) -> str:
    """How many groups a Chinese line has, whether they are of one length, how long the first is, and how many glyphs are
    said twice; "-" for a line with figures or marks, or too long."""
    bare = text.strip(ORNAMENTS + " \u3000")
    if bare.isascii() or not _GROUPS.fullmatch(bare):
        return "-"
    groups = bare.split()
    lengths = {len(g) for g in groups}
    if len(groups) > MOST or max(lengths) > LONGEST:
        return "-"
    twice = sum(a == b for g in groups for a, b in pairwise(g))
    return f"{len(groups)}{'=' if len(lengths) == 1 else '<'}{len(groups[0])}{min(twice, 2)}"
