"""A crosshead is set within an article, between two of its lines: display type of no story of its own.

Wrong when: a headline that no story was found for stands between two columns of one article.
"""

from itertools import pairwise

from ocrfix.compose import MakeUp
from ocrfix.runs import runs

MOST = 3  # lines


def crossheads(m: MakeUp) -> list[tuple[int, list[int], int]]:
    """Headlines of no story between two lines of one article: (line above, their lines, line below)."""
    goes = {m.blocks[p].lines[-1]: m.blocks[q].lines[0] for p, q in m.thread.items()}
    begun = set(m.after.values())
    found = []
    for group in runs(m.kinds, "H", ""):
        up, down = group[0] - 1, group[-1] + 1
        whole = all(
            m.after.get(i) == j or (i not in m.after and j not in begun) for i, j in pairwise([up, *group, down])
        )
        if whole and goes.get(up) == down and len(group) <= MOST and not any(i in m.heads for i in group):
            found.append((up, group, down))
    return found
