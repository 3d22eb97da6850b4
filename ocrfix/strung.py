"""Text set downwards that a reader gave glyph by glyph, one a line, is strung on lines again.

Extraction that does not know the upright mode of writing takes each glyph for a line of its own. Where dozens of them follow one
another, they are running text: no headline is so long. How deep its columns were, nothing tells; they are made of one depth, so
that what comes after finds text of one measure. A dateline in brackets begins a line.

Wrong when: a headline of one glyph a line stands right above such text; it is taken for the text's first line.
"""

from collections.abc import Sequence
from itertools import groupby

from ocrfix.late import late
from ocrfix.lines import Galley, Slug
from ocrfix.model import Decision, Evidence
from ocrfix.seams import Seams, sewn_at

LEAST = 30  # glyphs; no headline has as many
WIDEST = 3  # characters of a figure that stands across the column, or of two marks that share a place
MOSTLY = 0.8  # of the lines of a run are one glyph
DEPTH = 20  # em of a line that is made
OPENING = late("[（︵〔【]")
LONGEST = 24  # glyphs of a dateline
DATELINE = late(r"[（︵〔【](?:本[報报]|[記记]者|[^）︶〕】]{2,12}[訊讯電电])[^）︶〕】]{2,20}[）︶〕】]")
_GLYPH = Evidence("glyph-by-glyph", 20, "glyphs that come one a line, dozens of them, are running text set downwards")


def strung(g: Galley) -> tuple[Galley, list[Decision]]:
    """The galley with such glyphs on lines of DEPTH, and the joins of them."""
    return sewn_at(
        g, {} if g.latin else {i: seam for run in _runs(g.lines) for i, seam in _seams(g.lines, run).items()}
    )


def _runs(lines: Sequence[Slug]) -> list[range]:
    found = []
    for is_glyph, run in groupby(range(len(lines)), lambda i: len(lines[i].text) <= WIDEST and not lines[i].gap):
        ids = list(run)
        single = sum(len(lines[i].text) == 1 for i in ids)
        if is_glyph and len(ids) >= LEAST and single >= MOSTLY * len(ids):
            found.append(range(ids[0], ids[-1] + 1))
    return found


def _seams(lines: Sequence[Slug], run: range) -> Seams:
    """Where a glyph and the next are of one line, which is DEPTH long or ends before a dateline."""
    found: Seams = {}
    width = lines[run[0]].width
    for i in run[1:]:
        ahead = "".join(s.text for s in lines[i : min(i + LONGEST, run.stop)]) if OPENING.match(lines[i].text) else ""
        if width + lines[i].width > DEPTH or DATELINE.match(ahead):
            width = 0.0
        else:
            found[i - 1] = "", _GLYPH
        width += lines[i].width
    return found
