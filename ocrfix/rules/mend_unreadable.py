"""What extraction could not read is shown to an editor, never guessed and never dropped.

Private-use characters, (cid:123), replacement characters and control characters stand where a font gave no clue
to its glyphs. The rule proposes the text as it stands, so that a review stops there and a verdict can say what it reads;
nothing is changed without one.

Wrong when: the character was meant, as an icon font's or a logo's on a web page is.
"""

import re
from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = ()
SILENT = (
    "(cid:123)(cid:45)市长",
    "会议在\ue123\ue124举行",
    "市长\ufffd\ufffd出席",
    "tab\tand text",
)

WEIGHT = 0
_UNREADABLE = re.compile(
    "(?:[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufffc-\uffff\U000f0000-\U0010ffff]|锟斤拷|\\(cid:\\d+\\))+"
)


def look(galley: Galley) -> Iterator[Decision]:
    """Proposals that say of a run of characters that it cannot be read, with the run itself as their text."""
    for m, _ in matches(_UNREADABLE, galley):
        run = m.group()
        because = f"unreadable: {run if run.isprintable() else f'U+{ord(run[0]):04X}'}, {len(run)} characters"
        yield mend(__name__, m.start(), m.end(), run, WEIGHT, because)
