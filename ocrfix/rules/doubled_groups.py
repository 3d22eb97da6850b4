"""A line whose every word group stands twice in succession was printed twice, group by group.

A banner is made of word groups that are laid out one by one, each with its shadow: 春暖花开春暖花开喜看丰收喜看丰收.
The groups may stand on one line or on several, a line may end within a group, and an ornament may be a group of its
own. One copy of each stays, where it can those that stand together on a line; a space parts them.

Wrong when: a table repeats two cells each (一等奖 一等奖 二等奖 二等奖); groups of one form are taken for cells.
"""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.readings import Shape
from ocrfix.rules._doubled import copies

VERB = Verb.DROP
FIRES = (
    ("■■春暖花开春暖花开喜看丰收喜看丰收", "■春暖花开 喜看丰收"),
    ("春暖花开\n春暖花开\n喜看丰收\n喜看丰收", "春暖花开\n喜看丰收"),
    ("春暖花开春暖花\n开喜看丰收喜看丰收", "春暖花开\n喜看丰收"),
    ("春暖花开\n春暖花开 喜看丰收\n喜看丰收", "春暖花开 喜看丰收"),
    ("●●●春雨春雨春雨 秋阳秋阳秋阳", "●春雨 秋阳"),
    ("HarvestHarvest FestivalFestival", "Harvest Festival"),
)
SILENT = (
    "春暖花开 喜看丰收",
    "商量商量研究研究",
    "一等奖\n一等奖\n二等奖\n二等奖",
    "合格 合格 优秀 优秀",
    "bye bye had had",
    "●加油加油加油",
)


def look(galley: Galley) -> Iterator[Decision]:
    """Drops of the second copy of each group."""
    return copies(galley, Shape.GROUPS)
