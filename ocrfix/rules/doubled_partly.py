"""On a line whose glyphs stand apart, one that stands twice at once was printed with a shadow whose other copies are lost.

Some extractors drop the copies that fall on each other and leave the others: 春春 暖 花花 开开 喜 看看. Each piece of the line is
one glyph, once, twice or three times; a word that itself repeats a glyph has it in two pieces.

Wrong when: a line of five words is set with space between its words, all of them one glyph that may be said twice.
"""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.readings import Shape
from ocrfix.rules._doubled import copies

VERB = Verb.DROP
FIRES = (
    ("春春 暖 花花 开开 喜 看看", "春 暖 花 开 喜 看"),
    ("■■ 家家 家 户户 户 团团 团 圆圆 圆", "■■ 家 家 户 户 团 团 圆 圆"),
)
SILENT = (
    "春 暖 花 开 喜 看",
    "天天 向 上",
    "人 人 爱 天天 看 书",
    "周周 日日 东东 记者",
    "11 2 33 44 5 66",
)


def look(galley: Galley) -> Iterator[Decision]:
    """Drops of the copies."""
    return copies(galley, Shape.PARTLY)
