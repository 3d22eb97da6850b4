"""Between the words of a justified line stands one space, however wide the line was spaced to fill its measure.

Readers that keep the layout of a page print a wide space as several. What justification made is as wide everywhere in its
line, and many lines of the page are spaced so; between the cells of a table, or two columns, gaps are as wide as they happen to be.

Wrong when: the cells of a row are set with one gap between all of them, on a page that is justified so, and are words all.
"""

import re
from collections.abc import Iterator, Sequence

from ocrfix.lines import Galley
from ocrfix.model import Decision, Span, Verb
from ocrfix.rules._mend import mend

VERB = Verb.MEND
AFTER_CUTS = True
_JUSTIFIED = """the  governor  told  the  crowd  that
no   one   had   asked   for   a   new
bridge and that he would build it
with    or    without    the    towns
along  the  river,  which  pay  for  it
in  the  end,  as  everybody  knew."""
FIRES = ((_JUSTIFIED, re.sub(" +", " ", _JUSTIFIED)),)
SILENT = (
    "the  governor  told  the  crowd  that\nno one had asked for it",
    "\n".join(["Smith    North      Labour       Total"] * 6),
    "\n".join(["Leeds  4  12  7  31"] * 6),
)

HABIT = 5  # lines of so many
WORDS = 4  # words or more that are spaced evenly make it a habit of the page
PLAY = 1  # spaces by which the gaps of one line may differ
SURE, PERHAPS = 30, 12  # decibans

_GAP = re.compile(r"(?<=\S)[ \xa0\u2002-\u200a]+(?=\S)")
_WORD = re.compile(r"[^\w\s]*(?:[^\W\d_]|\d+[^\W\d_])")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends that leave one space of a gap."""
    if not galley.latin or "  " not in galley.text:
        return
    found = [
        (gaps, _even(gaps) and _words(galley.text, slug)) for slug in galley.slugs if (gaps := _gaps(galley, slug))
    ]
    habit = sum(even and len(gaps) >= WORDS - 1 for gaps, even in found) >= HABIT
    for gaps, even in found:
        for start, end in gaps if even and (habit or len(gaps) >= WORDS - 1) else ():
            if end - start > 1:
                yield mend(__name__, start, end, " ", SURE if habit else PERHAPS, "a justified line is spaced evenly")


def _gaps(galley: Galley, slug: Span) -> list[Span]:
    """The gaps of a line that has a wide one."""
    if "  " not in galley.text[slug.start : slug.end]:
        return []
    return [Span(*m.span()) for m in _GAP.finditer(galley.text, *slug)]


def _even(gaps: Sequence[Span]) -> bool:
    widths = [end - start for start, end in gaps]
    return max(widths) - min(widths) <= PLAY


def _words(text: str, slug: Span) -> bool:
    """Are most tokens of the line words?"""
    tokens = text[slug.start : slug.end].split()
    return sum(map(bool, map(_WORD.match, tokens))) * 3 >= len(tokens) * 2
