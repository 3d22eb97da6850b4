"""A heading that stands twice in succession, on one line or on two, was printed twice.

Shadow, outline and the bold that is made by printing twice leave the whole text two, three, four times. The longer the
text, the surer; lines that stand alike are weighed against their neighbours, for lists, tables and poems repeat lines.

Wrong when: a poem repeats a line and its other lines differ in length; two articles of one series stand side by side.
Short calls and verbs that double (研究研究) and copies set apart in columns are left alone.
"""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.readings import Shape
from ocrfix.rules._doubled import copies

VERB = Verb.DROP
FIRES = (
    ("共建花园城市共建花园城市", "共建花园城市"),
    ("共建花园城市\n共建花园城市", "共建花园城市"),
    ("■共建花园城市■共建花园城市■共建花园城市", "■共建花园城市"),
    ("第一版第一版", "第一版"),
    ("Harvest 2025Harvest 2025", "Harvest 2025"),
    ("Harvest Festival\nHarvest Festival", "Harvest Festival"),
)
SILENT = (
    "研究研究",
    "谢谢谢谢",
    "加油！加油！",
    "New York New York",
    "一个村子一个村子",
    "2025 2025",
    "合格\n合格\n不合格\n合格",
    "共建花园城市                    共建花园城市",
)


def look(galley: Galley) -> Iterator[Decision]:
    """Drops of the copies but one."""
    return copies(galley, Shape.WHOLE)
