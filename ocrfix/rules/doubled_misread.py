"""Of two copies of a banner, recognition may misread one: they differ in a glyph, and are copies still.

Copies are compared with a few glyphs lost or misread among many that agree; figures and Chinese numerals must agree
in full. The copy stays that other copies agree with, that holds no strange character, and whose pairs of glyphs stand
elsewhere on the page.

Wrong when: two parallel lines differ in one word on purpose; on lines of their own they are only proposed.
"""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.readings import Shape
from ocrfix.rules._doubled import copies

VERB = Verb.DROP
FIRES = (
    ("共建花园城市人人有责共建花园域市人人有责", "共建花园城市人人有责"),
    ("共建花园城市人人有责共建花园 市人人有责", "共建花园城市人人有责"),
    ("春暖花开春暖花廾喜看丰收喜看丰收", "春暖花开 喜看丰收"),
)
SILENT = (
    "二〇二四年工作总结二〇二五年工作总结",
    "2024年工作总结2025年工作总结",
    "共建花园城市\n共建花园城市，人人有责",
    "春天来了夏天来了",
)


def look(galley: Galley) -> Iterator[Decision]:
    """Drops of the worse copy."""
    return copies(galley, Shape.MISREAD)
