"""Full-width letters and figures are a house style; whoever wants them half width must ask.

Older Chinese and Japanese papers set １９９７年 and ＧＤＰ one em a character. A corpus may want 1997年 and GDP. This rule
runs only when it is named, as in `--rules +mend-fullwidth-latin`.

Wrong when: the edition is to keep the look of the paper, or full-width letters stand beside half-width ones with a
difference of meaning, as in tables of character sets.
"""

import re
from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
ON_REQUEST = True
FIRES = (
    ("１９９７年，ＧＤＰ增长８．８％", "1997年，GDP增长8.8%"),
    ("Ａ股", "A股"),
)
SILENT = ("1997年，GDP增长8.8%", "你好！（完）", "他来了．")

WEIGHT = 40
_FULL = re.compile("(?:[０-９Ａ-Ｚａ-ｚ]|(?<=[０-９])[．，](?=[０-９])|(?<=[０-９])％)+")
_FOLD = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)}


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of runs of such characters."""
    for m, _ in matches(_FULL, galley):
        yield mend(__name__, m.start(), m.end(), m.group().translate(_FOLD), WEIGHT, "full-width letters or figures")
