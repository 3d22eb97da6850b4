"""Between Chinese characters stands the full-width slash ／, never the sign of division ∕ or of fractions ⁄.

Fonts draw them with one glyph, and extraction takes the glyph for any of them: 記者陳淑芬∕綜合報導.

Wrong when: a quotient is written with words for its numbers.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import HAN
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("記者陳淑芬∕綜合報導", "記者陳淑芬／綜合報導"),
    ("【记者王明⁄北京报道】", "【记者王明／北京报道】"),
)
SILENT = (
    "占了1⁄2，a∕b不变",
    "文／郭志明",
)

WEIGHT = 26  # decibans
_SLASH = re.compile(rf"[∕⁄](?:(?<=[{HAN}）〕】]∕)|(?<=[{HAN}）〕】]⁄))(?=[{HAN}（〔【])")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of single signs."""
    for m, _ in matches(_SLASH, galley):
        yield mend(__name__, *m.span(), "／", WEIGHT, "no sign of division stands between Chinese characters")
