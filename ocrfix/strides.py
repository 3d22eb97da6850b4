"""Strides: how far the links around a line jump. Where columns are zipped, all jump as far."""

from collections import Counter

from ocrfix.roles import bucket


def stride_bin(share: float) -> str:
    """How many of the links around jump as far."""
    return str(bucket(share, (0.01, 0.3, 0.6, 0.85)))


def stride_bins(here: dict[int, int]) -> tuple[dict[int, str], str]:
    """The bins of jumps by how often the links around jump as far, and the bin of all other jumps."""
    total = sum(here.values())
    if total < 2:
        return {}, "few"
    return {k: stride_bin(times / total) for k, times in here.items()}, "0"


def strides(after: dict[int, int], n: int, reach: int = 8) -> list[dict[int, int]]:
    """For each of ``n`` lines, how often the links within ``reach`` lines jump how far (its own left out)."""
    jump = [after[i] - i if i in after else 0 for i in range(n)]  # no line reads on in itself
    around = Counter(jump[:reach])
    found = []
    for i in range(n):
        if i + reach < n:
            around[jump[i + reach]] += 1
        if i > reach:
            around[jump[i - reach - 1]] -= 1
        found.append({k: times for k, t in around.items() if k and (times := t - (k == jump[i])) > 0})
    return found
