"""A slogan, as banners print them: few word groups with space between, mostly of as many glyphs each, some set in pairs.

不忘初心　牢记使命: a headline has the like of it too, but seldom in groups of one length. Between two ornaments of a kind, or
with one before each group, it is no headline: ■不忘初心■牢记使命. Nor is a line whose glyphs stand apart, as a banner's are spread
over its width.

Wrong when: a heading within a story is set between ornaments: ■之一■; a long headline is letterspaced.
"""

import re
from itertools import pairwise

from ocrfix.late import late
from ocrfix.lines import GLYPHS, HAN, MIDS, ORNAMENTS, STOPS, Galley, Lean
from ocrfix.model import Evidence
from ocrfix.shapes import small_print

LONGEST = 9  # glyphs of a group
MOST = 4  # groups
LETTERS = 2  # of each group, at least
SHORT = 20  # Han glyphs
SIGNS = "*~•"  # these are ornaments only at both ends
FEW = 3  # letterspaced lines of a page, at most, are none of its text
_ORNATE = Evidence("ornate", 16, "few words between two ornaments, or with one before each of them")
_LETTERSPACED = Evidence("letterspaced", 12, "its glyphs stand apart, as those of hardly another line of the page")
_MARKS, _CLOSED = late(f"[{re.escape(MIDS + STOPS)}\\d]"), late(f"[{re.escape(STOPS)}\\d]")
_SPACED = late(rf"(?:{GLYPHS} ){{5,}}{GLYPHS}")
_TWO_PAIRS = late(r"(.)\1(.)\2")
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


def pairs_bin(text: str) -> str:
    """How many glyphs of a short Chinese text are said twice, whether as in 高高兴兴, and whether it has figures or marks; "-"
    for other text."""
    han = "".join(HAN.findall(text))
    if not 0 < len(han) <= SHORT:
        return "-"
    twice = sum(a == b for a, b in pairwise(han))
    return f"{'q' if _TWO_PAIRS.search(han) else 'a'}{min(twice, 3)}{'m' * bool(_MARKS.search(text))}" if twice else "0"


def mark(galley: Galley) -> None:
    """Note which lines are banners by their ornaments, or by the space between their glyphs."""
    spaced = [s for s in galley.lines if not s.rest and _SPACED.fullmatch(galley.text[slice(*s.span)])]
    for s in spaced if len(spaced) <= FEW else ():
        s.lean = s.lean or Lean("R", _LETTERSPACED)
    for s in galley.lines:
        if ornate(s.text):
            s.lean = s.lean or Lean("R", _ORNATE)


def ornate(text: str) -> bool:
    """Does one ornament stand at both ends of a few words, before each of several groups of them, or again and again behind them?"""
    first, last = text[0], text[-1]
    between = first == last and first in ORNAMENTS + SIGNS
    mark = first if between or first in ORNAMENTS else last
    if not between and mark not in ORNAMENTS:
        return False
    groups = re.split(f"{re.escape(mark)}+", text)
    if any(small_print(g.strip()) for g in (text, *groups) if g.strip()):
        return False
    letters = [sum(map(str.isalpha, g)) for g in groups if g.strip()]
    most = 3 * LONGEST if between or not HAN.search(text) else LONGEST
    few = len(letters) > 0 and min(letters) >= LETTERS and max(letters) <= most
    return len(groups) > 2 and few and not (_CLOSED if between else _MARKS).search(text)
