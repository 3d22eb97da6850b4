"""The best one-to-one pairing of two lists: the Hungarian method with potentials (Kuhn 1955, Jonker 1987)."""

from collections.abc import Sequence


def pair(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """(row, column) pairs of the greatest total worth; as many as the shorter side has."""
    if not worth or not worth[0]:
        return []
    if len(worth) > len(worth[0]):
        return sorted((r, c) for c, r in pair([list(column) for column in zip(*worth, strict=True)]))
    rows, columns = len(worth), len(worth[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, came = [0] * (columns + 1), [0] * (columns + 1)  # 1-based; 0 is nobody
    for row in range(1, rows + 1):
        owner[0], at = row, 0
        least, seen = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while owner[at]:
            seen[at] = True
            step, best = float("inf"), 0
            for c in range(1, columns + 1):
                if seen[c]:
                    continue
                cost = -worth[owner[at] - 1][c - 1] - row_price[owner[at]] - column_price[c]
                if cost < least[c]:
                    least[c], came[c] = cost, at
                if least[c] < step:
                    step, best = least[c], c
            for c in range(columns + 1):
                if seen[c]:
                    row_price[owner[c]] += step
                    column_price[c] -= step
                else:
                    least[c] -= step
            at = best
        while at:  # hand the columns on along the path
            owner[at], at = owner[came[at]], came[at]
    return sorted((owner[c] - 1, c - 1) for c in range(1, columns + 1) if owner[c])
