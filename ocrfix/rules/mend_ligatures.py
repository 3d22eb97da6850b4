"""A ligature is a sort that a compositor put for two letters; readers and searches want the letters.

Extraction hands ﬁ ﬂ ﬀ ﬃ ﬄ ﬅ ﬆ through as single characters. Within a word they read as their letters.

Wrong when: the text speaks of the ligature itself; one that touches no letter is left alone.
"""

import re
import unicodedata
from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("The ﬁnal oﬀer of the oﬃce was ﬂatly refused.", "The final offer of the office was flatly refused."),
    ("Das Schiﬀ verließ die Hafeneinfahrt.", "Das Schiff verließ die Hafeneinfahrt."),
)
SILENT = (
    "The final offer of the office was flatly refused.",
    "Garamond has the ligatures ﬁ, ﬂ and ﬃ.",
)

WEIGHT = 40
_LIGATURE = re.compile(r"[\ufb00-\ufb06](?:(?<=[^\W\d_].)|(?=[^\W\d_]))")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of single characters."""
    for m, _ in matches(_LIGATURE, galley):
        reads = unicodedata.normalize("NFKC", m.group())
        yield mend(__name__, m.start(), m.end(), reads, WEIGHT, "a ligature within a word")
