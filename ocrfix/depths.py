"""How deep the columns are: the columns of one article mostly stand side by side, and then hold as many lines.

A column is a run of body lines that stand next to each other in their lane and read on, or begin after a full stop without
more white than is usual.
"""

from collections.abc import Mapping, Sequence

from ocrfix.roles import bucket

LEAST = (2, 3, 5, 8, 14)  # lines of the shorter column


def depths(
    body: Sequence[bool],
    stops: Sequence[bool],
    parted: Sequence[bool],
    after: Mapping[int, int],
    steps: Sequence[int],
) -> tuple[list[int], list[int]]:
    """For each line the lines of its column down to it, and from it on, itself among them.

    ``body`` tells which lines are body, ``stops`` which end with a full stop, ``parted`` which have white above them,
    ``after`` which line each reads on in, and ``steps`` how many lines on the next of its column stands (see lanes).
    """
    n = len(body)
    begun = set(after.values())
    above, below = [1] * n, [1] * n
    next_ = {}
    for k, step in enumerate(steps):
        j = k + step
        if k < j < n and body[k] and body[j] and not parted[j] and (after.get(k) == j or (stops[k] and j not in begun)):
            next_[k] = j
    for k, j in next_.items():
        above[j] = above[k] + 1
    for k, j in reversed(next_.items()):
        below[k] = below[j] + 1
    return above, below


def depth_bin(above: int, below: int) -> str:
    """The lines of a column down to its end, beside those of another from its beginning on."""
    least, most = sorted((above, below))
    apart = "=1"[most - least] if most - least <= 1 else "<>"[above > below] + str(int(most >= 2 * least))
    return str(bucket(least, LEAST)) + apart
