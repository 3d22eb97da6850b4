"""How deep the columns are: the columns of one article mostly stand side by side, and then hold as many lines.

A column is a run of body lines that stand next to each other and read on, or begin after a full stop without more white
than is usual.
"""

from collections.abc import Mapping, Sequence

from ocrfix.roles import bucket

LEAST = (2, 3, 5, 8, 14)  # lines of the shorter column


def depths(
    body: Sequence[bool], stops: Sequence[bool], parted: Sequence[bool], after: Mapping[int, int]
) -> tuple[list[int], list[int]]:
    """For each line the lines of its column down to it, and from it on, itself among them.

    ``body`` tells which lines are body, ``stops`` which end with a full stop, ``parted`` which have white above them, and
    ``after`` which line each reads on in.
    """
    n = len(body)
    on = [body[k] and body[k + 1] and not parted[k + 1] and (stops[k] or after.get(k) == k + 1) for k in range(n - 1)]
    above, below = [1] * n, [1] * n
    for k, goes_on in enumerate(on):
        if goes_on:
            above[k + 1] = above[k] + 1
    for k in range(n - 2, -1, -1):
        if on[k]:
            below[k] = below[k + 1] + 1
    return above, below


def depth_bin(above: int, below: int) -> str:
    """The lines of a column down to its end, beside those of another from its beginning on."""
    least, most = sorted((above, below))
    apart = "=1"[most - least] if most - least <= 1 else "<>"[above > below] + str(int(most >= 2 * least))
    return str(bucket(least, LEAST)) + apart
