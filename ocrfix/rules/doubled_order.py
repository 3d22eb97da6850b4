"""A text that stands among its own pieces, each piece as often as every other, was printed several times.

Extraction that sorts by position mixes the copies: the first group of one, then the whole of another, then what is
left. Every part stands two, three or four times and nothing else is there. The whole stays where it stands on one
line; else one copy of each part, in the order in which lines show them.

Wrong when: a table of fixtures pairs the same names twice; lines that read them both ways are left alone.
"""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.readings import Shape
from ocrfix.rules._doubled import copies

VERB = Verb.DROP
FIRES = (
    ("喜看丰收\n春暖花开 喜看丰收\n春暖花开", "春暖花开 喜看丰收"),
    ("春暖花开喜看丰收春暖花开春暖花开 喜看丰收喜看丰收", "春暖花开喜看丰收"),
    ("喜看丰收\n春暖花开 喜看丰收\n喜看丰收\n春暖花开\n春暖花开", "春暖花开 喜看丰收"),
)
SILENT = (
    "东岭中学 石桥中学\n石桥中学 东岭中学",
    "合格 优秀 优秀 合格",
    "春暖花开 喜看丰收\n喜看丰收",
)


def look(galley: Galley) -> Iterator[Decision]:
    """Drops of all copies but one of each part."""
    return copies(galley, Shape.STREWN)
