"""A closing mark after a space, where two columns were one line, is the gutter between them that was read as a mark.

See ocrfix.ghosts: where a reader of pictures reads across columns, a narrow gutter becomes ” or 。 or a stroke. The line is cut
there, where the widths of the columns bear it out, and the mark goes.

Wrong when: a quotation ends with a column, and the space before its last mark is a misreading.
"""

from collections.abc import Iterator

from ocrfix.ghosts import ghosts
from ocrfix.gutters import cuts
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import mend

VERB = Verb.MEND
_ACROSS = """镇里的老石桥昨天重新通车 ”新学期第一天实验小学的操
附近三个村的村民不用再绕 ”场边多了一排木头工具箱每
道上游的水库这座桥建于清 。” 个班分到一块三米见方的菜
代桥面在去年夏天的洪水中 ”地种什么由学生自己投票决
被冲开一个缺口施工队用了 。 定五年级二班选了萝卜和菠
四个月时间从河床里捞起散 ”菜理由是长得快放寒假以前"""
FIRES = ((_ACROSS, _ACROSS.replace("。” ", " ").replace("。 ", " ").replace("”", "")),)
SILENT = (
    "今天 10 时 ， 镜 泊 湖 超 汛 限 。 水 位 ” 了",
    "决战一百天 ” 跑出加速度",
    _ACROSS.replace(" ”", "”").replace(" 。", "。"),
)

WEIGHT = 26  # decibans


def look(galley: Galley) -> Iterator[Decision]:
    """One mend a ghost."""
    text = galley.text
    found = {} if galley.latin else ghosts(text)
    at = {k for k, _ in cuts(text, galley.latin, galley.news.affinity)} if found else ()
    for ghost in found.values():
        if ghost.space in at:
            yield mend(__name__, ghost.start, ghost.end, "", WEIGHT, "a closing mark after a space, where columns meet")
