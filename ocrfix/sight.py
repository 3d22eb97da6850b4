"""First sight: what each line of a page seems to be before it is known which reads on in which, and the lay of the page."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ocrfix import blocks as bk
from ocrfix import roles as rl
from ocrfix.lay import OTHER, SCANNED, lay_of
from ocrfix.leading import set_leading
from ocrfix.lines import Galley, Lean
from ocrfix.scanned import scanned
from ocrfix.statistics import Statistics
from ocrfix.subjects import terms


def sight(g: Galley, stats: Statistics) -> tuple[list[list[str]], list[set[str]], str]:
    """Bins of first sight and terms for every line, and the lay of the page."""
    lines = g.lines
    affinity = [stats.affinity(a.text, b.text) for a, b in pairwise(lines)] + [0]
    set_leading(g, affinity)
    found = [terms(s.text, g.latin) for s in lines]
    docs = Counter(w for f in found for w in f)
    lay = lay_of(lines, affinity)
    if lay == OTHER and g.latin and scanned(g.text):
        lay = SCANNED
    return rl.line_bins(g, affinity, docs, found), found, lay


def normalised(odds: Sequence[float], lean: Lean | None = None) -> list[float]:
    """Decibans for each answer beside all answers together, with what is known beyond the looks."""
    odds = bk.leaning(odds, lean)
    top = max(odds)
    powers = [10 ** ((o - top) / 10) for o in odds]
    total = sum(powers)
    return [max(-40.0, 10 * math.log10(p / total + 1e-5)) for p in powers]


def letter(odds: list[float]) -> str:
    """What a line seems to be, in one letter: surely body B, likely body b, maybe m, else the likeliest other kind."""
    body = odds[0]
    if body > -0.22:
        return "B"
    if body > -1.55:
        return "b"
    if body > -5.2:
        return "m"
    k = max(range(1, 5), key=odds.__getitem__)
    return bk.KINDS[k]
