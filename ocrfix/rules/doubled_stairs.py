"""Lines of two glyphs that each begin with the last glyph of the line above are a banner whose glyphs overlap.

Some extractors put a glyph and the shadow of the next on one line and drop copies that fall on each other elsewhere:
花, 花园, 园城, 城市建设 on four lines say 花园城市建设. The glyphs beyond the steps stand once, so the lines do not
factor.

Wrong when: a game of words chains them so; its words are longer than two glyphs.
"""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.readings import Shape
from ocrfix.rules._doubled import copies

VERB = Verb.DROP
FIRES = (
    ("建\n建花\n花园\n园城市 人人有责", "建花\n园\n城市 人人有责"),
    ("共建\n建花\n花园\n园城\n城市", "共\n建花\n园城\n市"),
)
SILENT = (
    "一心一意\n意气风发\n发扬光大\n大公无私",
    "花园\n园城",
    "一\n一一\n一一\n一",
)


def look(galley: Galley) -> Iterator[Decision]:
    """Drops of one glyph at each step."""
    return copies(galley, Shape.STAIRS)
