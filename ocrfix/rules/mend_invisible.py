"""Soft hyphens and zero-width characters print nothing and tell a reader nothing.

They mark places where a line could have been broken, or are left over from a web page or a byte order mark. Inside a
line they go; a soft hyphen at the end of a line is a hyphen that was printed and is left to the joining of lines.

Wrong when: the script needs them. Joiners between emoji or in Arabic, Persian and Indic text stay, and zero-width
spaces stay on a page in Thai, Lao, Khmer, Burmese or Tibetan, which has no other sign for the end of a word.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import WIDE
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("The gov\u00adern\u00adment agreed.", "The government agreed."),
    ("永康\u200b市\ufeff召开会议", "永康市召开会议"),
    ("an exam\u00ad ple of a broken word", "an example of a broken word"),
)
SILENT = (
    "The gov\u00ad\nernment agreed.",
    "👩\u200d🚒 打卡",
    "می\u200cخواهم",
    "ភាសា\u200bខ្មែរ",
)

WEIGHT = 30
_INVISIBLE = re.compile(
    r"(?<=[a-zß-ÿ])\u00ad+ (?=[a-zß-ÿ]{2})|\u00ad+(?=[^\s\u00ad])|[\u200b\u2060\ufeff]+"
    rf"|(?<=[{WIDE}])[\u200c\u200d]+(?=[{WIDE}])|(?<=[A-Za-z\d])[\u200c\u200d]+(?=[A-Za-z\d])"
)
_ANY = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_NEEDS_SPACES_WITHOUT_WIDTH = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
_NAMES = {
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\ufeff": "a byte order mark",
    "\u2060": "a word joiner",
}


def look(galley: Galley) -> Iterator[Decision]:
    """Mends that leave nothing of a run of such characters."""
    found = list(matches(_INVISIBLE, galley)) if _ANY.search(galley.text) else []
    tailed = bool(found) and _NEEDS_SPACES_WITHOUT_WIDTH.search(galley.text) is not None
    for m, _ in found:
        first = m.group()[0]
        if not (tailed and first == "\u200b"):
            because = f"{_NAMES.get(first, 'a joiner without width')} within a line"
            yield mend(__name__, m.start(), m.end(), "", WEIGHT, because)
