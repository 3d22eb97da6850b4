"""A line whose every glyph stands twice in succession was printed twice, glyph by glyph.

Shadows and outlines are often drawn one glyph after the other: 春春暖暖花花开开. All glyphs of the line, or of several
lines in succession, stand two, three or four times; a word that itself repeats a glyph keeps that.

Wrong when: the line is a chain of AABB words that the list of them does not hold (家家户户平平安安 stays). One pair
(清清爽爽) proves nothing, nor do figures (1100) and calls (哈哈哈).
"""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.readings import Shape
from ocrfix.rules._doubled import copies

VERB = Verb.DROP
FIRES = (
    ("春春暖暖花花开开", "春暖花开"),
    ("好好好好学学习习", "好好学习"),
    ("书书书香香香满满满城城城", "书香满城"),
    ("家家家家户户户户 乐乐陶陶陶陶", "家家户户 乐陶陶"),
    ("HHaarrvveesstt 22002255", "Harvest 2025"),
)
SILENT = (
    "家家户户平平安安",
    "清清爽爽",
    "哈哈哈哈哈哈",
    "1100",
    "112233",
    "天天",
    "bookkeeper",
)


def look(galley: Galley) -> Iterator[Decision]:
    """Drops of the second glyph of each pair."""
    return copies(galley, Shape.GLYPHS)
