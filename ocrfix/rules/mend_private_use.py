"""A few private code points have a meaning that everybody gives them.

Private-use characters mean what a font says, and mostly nobody knows. But U+E5E5 is the space of Founder's typesetting
systems, in which most Chinese newspapers are set (the Encoding Standard reads its bytes as U+3000), and U+F0B7 the bullet
of the font Symbol, U+F06C, U+F06E, U+F0A7 and U+F0D8 those of Wingdings, which office programs put before the items of a list.

Wrong when: another font uses the same code point for a glyph of its own; the dingbats, less widespread, are proposed.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import WIDE
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("\ue5e5\ue5e5本报讯 昨日，我市召开会议。", "本报讯 昨日，我市召开会议。"),
    ("消防队\ue5e5李明", "消防队\u3000李明"),
    ("\uf0b7 Bring your own cup", "• Bring your own cup"),
)
SILENT = ("• Bring your own cup", "\ue123\ue124", "A \uf0b7 in the middle")

_SPACE = re.compile(f"\ue5e5+(?=[{WIDE}\\d])")
_BULLET = re.compile("[\uf0b7\uf06c\uf06e\uf0a7\uf0d8](?=[ \t\u3000])")
_READS = {"\uf0b7": "•", "\uf06c": "●", "\uf06e": "■", "\uf0a7": "▪", "\uf0d8": "➢"}


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of a run of spaces, or of the bullet that begins a slug."""
    for m, slug in matches(_SPACE, galley):
        reads = "" if m.start() == slug.start else "\u3000" * len(m.group())
        yield mend(__name__, m.start(), m.end(), reads, 30, "the space of Founder's typesetting systems (U+E5E5)")
    for m, slug in matches(_BULLET, galley):
        if m.start() == slug.start:
            c = m.group()
            because = f"a bullet (U+{ord(c):04X}) at the head of a line"
            yield mend(__name__, m.start(), m.end(), _READS[c], 24 if c == "\uf0b7" else 10, because)
