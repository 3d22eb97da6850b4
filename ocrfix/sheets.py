"""No newspaper page holds thousands of lines: text of so many is several pages, made up one by one.

So the time and the memory that a huge page takes grow with its length, while every line of a true page is weighed
beside every other.
"""

from collections.abc import Iterator
from dataclasses import replace

from ocrfix.lines import Galley

MOST = 2000  # lines of a sheet; the fullest broadsheets hold some twelve hundred
LEAST = 1500  # lines, from which on a good place is looked for


def sheets(g: Galley) -> Iterator[Galley]:
    """The page itself, or what is made up apart: parted where most blank lines stand, or else after a full stop."""
    lines, top = g.lines, 0
    while len(lines) - top > MOST:
        places = range(top + LEAST, top + MOST)
        foot = max(places, key=lambda k: (lines[k].gap, lines[k - 1].end == "stop", k))
        yield _sheet(g, top, foot)
        top = foot
    yield _sheet(g, top, len(lines)) if top else g


def _sheet(g: Galley, top: int, foot: int) -> Galley:
    ties = {i - top: (j - top, d) for i, (j, d) in g.ties.items() if top <= min(i, j) and max(i, j) < foot}
    return replace(g, lines=g.lines[top:foot], ties=ties)
