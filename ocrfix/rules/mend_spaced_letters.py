"""A headline set with wide letters is still made of words: E L E C T I O N  N I G H T.

Letter-spacing in display lines extracts as a space after each letter. A row of single letters on a line of its own is one
word; where wider gaps part it, a gap is the space between two words and one space of it stays.

Wrong when: the letters are initials, answers or labels. Rows of fewer than five letters, letters in the order of the
alphabet, repeated letters and rows with lower and upper case mixed at random stay; a row of one word that no part of the page prints
and the list of English words does not know is proposed.
"""

import itertools
import re
from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Span, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("E L E C T I O N  N I G H T", "ELECTION NIGHT"),
    ("W e a t h e r", "Weather"),
    ("Z w i e b e l m a r k t\nDer Zwiebelmarkt beginnt.", "Zwiebelmarkt\nDer Zwiebelmarkt beginnt."),
)
SILENT = (
    "A B C D E F G",
    "J R R T Brown",
    "b d a c b a d d c a",
    "I O U",
    "x y z w v u",
)

KNOWN, UNKNOWN = 30, 12  # decibans
_ROW = re.compile(r"^[ \t]*([^\W\d_](?: {1,6}[^\W\d_]){4,}[!?.]?)[ \t]*$", re.MULTILINE)
_GAP = re.compile(" +")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of gaps: to nothing within words, to one space between them."""
    for m, slug in matches(_ROW, galley):
        row = Span(*m.span(1))
        line = m[1]
        if row.start != slug.start or row.end != slug.end or max(line) > "\u02ff" or not _words_likely(line):
            continue
        narrow = min(len(g) for g in _GAP.findall(line))
        words = [w.replace(" ", "") for w in re.split(f" {{{narrow + 1},}}", line)]
        weight = KNOWN if all(_known(w, galley) for w in words) else UNKNOWN
        for gap in _GAP.finditer(galley.text, *row):
            wide = gap.end() - gap.start() > narrow
            yield mend(__name__, *gap.span(), " " if wide else "", weight, f"letter-spaced: {' '.join(words)}")


def _words_likely(line: str) -> bool:
    """Are the letters no alphabet, answers or labels? Case is that of words, and most letters differ."""
    letters = re.findall(r"[^\W\d_]", line)
    steps = [ord(b) - ord(a) for a, b in itertools.pairwise(letters)]
    ordered = max(sum(s == 1 for s in steps), sum(s == -1 for s in steps)) * 2 > len(steps)
    vowels = len(re.findall("[aeiouyäöüáéíóúàèâêîôû]", line.lower())) * 6 >= len(letters)
    return not ordered and vowels and _cased(line) and len({c.lower() for c in letters}) * 2 > len(letters)


def _cased(line: str) -> bool:
    """Is every word in capitals, or has capitals at its beginning only?"""
    words = [w.replace(" ", "") for w in re.split(" {2,}", line)]
    return all(w.isupper() or w[1:].islower() for w in words)


def _known(word: str, galley: Galley) -> bool:
    """Does the page print the word elsewhere, or do the statistics know it?"""
    bare = word.strip("!?.")
    return len(bare) > 1 and (
        galley.news.is_word(bare) or re.search(rf"\b{re.escape(bare)}\b", galley.text, re.IGNORECASE) is not None
    )
