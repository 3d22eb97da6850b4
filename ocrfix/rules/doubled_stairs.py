"""Lines that each begin with what ends the line above are a banner with a shadow, of which some copies are lost.

Some extractors put a glyph, or a word, and the shadow of the next on one line and drop copies that fall on each other
elsewhere: 花, 花园, 园城, 城市建设 on four lines say 花园城市建设; FLOOD, FLOOD ALERT, ALERT on three say FLOOD ALERT. What is
beyond the steps stands once, so the lines do not factor.

Wrong when: a game of words chains them so; its lines are of one length, and none is only a step.
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
    ("碧水蓝\n蓝天天共\n共享享乐\n乐土土", "碧水\n蓝天共\n享乐\n土"),
    ("FLOOD\nFLOOD ALERT\nALERT", "FLOOD ALERT"),
)
SILENT = (
    "一心一意\n意气风发\n发扬光大\n大公无私",
    "花园\n园城",
    "一\n一一\n一一\n一",
    "41\n17 2\n23\n3",
    "FLOOD\nFLOOD ALERT",
    "FLOOD\nFLOOD ALERT\nALERT THE WARDENS",
)


def look(galley: Galley) -> Iterator[Decision]:
    """Drops of one glyph at each step."""
    return copies(galley, Shape.STAIRS)
