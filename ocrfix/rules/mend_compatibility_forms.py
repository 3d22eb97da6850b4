"""Vertical brackets, half-width marks and doublets of Han characters are leftovers of an encoding, not of the page.

Vertical headlines extract with the presentation forms of vertical writing (︵ ﹁ ︑), old fonts with doublets that Unicode
holds only for round trips with other standards (U+F9XX and on). On a Chinese page they read as the ordinary mark or
character; the doublets by their canonical equivalence.

Wrong when: the page is Korean or Japanese and tells the doublets apart, as Japanese registers of names do; there they
stay. Vertical forms that are part of a drawn face, ︶︿︶, touch no Han character and stay too.
"""

import re
import unicodedata
from collections.abc import Iterator

from ocrfix.glyphs import AFTER, BEFORE, HAN
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("﹁小城故事﹂徵文揭曉", "「小城故事」徵文揭曉"),
    ("市政府︵扩大︶会议", "市政府（扩大）会议"),
    ("\uf92c官與\uf90a獎", "郎官與金獎"),
)
SILENT = (
    "「小城故事」徵文揭曉",
    "今天心情不好︶︿︶",
    "神社の\ufa19さまは喜んだ",
)

WEIGHT = 30
_OPEN, _CLOSE = "︗︵︷︹︻︽︿﹁﹃﹇", "︐︑︒︓︔︕︖︘︙︱︶︸︺︼︾﹀﹂﹄﹈"
_VERTICAL = dict(zip(_OPEN + _CLOSE, "〖（｛〔【《〈「『［，、。：；！？〗…—）｝〕】》〉」』］", strict=True))
_HALF = dict(zip("｡｢｣､", "。「」、", strict=True))
_FORM = re.compile(
    f"(?<=[{HAN}{BEFORE}A-Za-z\\d])[{_CLOSE}](?![︿﹀])|[{_OPEN}](?=[{HAN}{AFTER}A-Za-z\\d])|(?<=[{HAN}])[｡｣､]|｢(?=[{HAN}])"
    "|[\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufa6d\ufa70-\ufad9\U0002f800-\U0002fa1d]"
)
_JAPANESE_OR_KOREAN = re.compile("[\u3041-\u30fa\uac00-\ud7a3\uff66-\uff9d]")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of single characters."""
    found = list(matches(_FORM, galley))
    foreign = bool(found) and _JAPANESE_OR_KOREAN.search(galley.text) is not None
    for m, _ in found:
        c = m.group()
        if c in _VERTICAL:
            yield mend(__name__, m.start(), m.end(), _VERTICAL[c], WEIGHT, "the form of this mark for vertical lines")
        elif not foreign:
            reads = _HALF.get(c) or unicodedata.normalize("NFC", c)
            yield mend(__name__, m.start(), m.end(), reads, WEIGHT, f"a compatibility form (U+{ord(c):04X})")
