"""Printed lines that extraction tore at wide spaces: their pieces follow one another, and together fill the measure.

Where justification stretches the few words of a line far, a reader of pages takes each for a line of its own.

Wrong when: short lines of display type happen to add up to the measure of the column beside them; so it is evidence only.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from ocrfix.lines import Slug

FULL = 0.85  # of the measure: no piece is as wide
LEAST, MOST = 0.55, 1.03  # of the measure: what the pieces of a line come to
SPACE = 0.3  # em between two pieces, at least
PIECES = 6  # of a line, at most
LONGEST = 24  # short lines in a row that are looked at
AROUND = 12  # lines above and below that show the measure

Torn = list[
    str
]  # for each line: "-" no piece; else "(" the first of a line, "+" within one, ")" the last, and what frames it


def torn(lines: Sequence[Slug]) -> Torn:
    """Which lines are pieces of one printed line, and where in it they stand."""
    found = ["-"] * len(lines)
    measures = hosts(lines)
    i = 0
    while i < len(lines):
        run = i
        while run < len(lines) and run - i < LONGEST and lines[run].width < FULL * measures[run]:
            run += 1
        if run - i > 1:
            for a, b in _groups([s.width for s in lines[i:run]], measures[i]):
                frame = _frame(lines, i + a, i + b)
                found[i + a : i + b] = [mark + frame for mark in "(" + "+" * (b - a - 2) + ")"]
        i = max(run, i + 1)
    return found


def joints(lines: Sequence[Slug]) -> list[str]:
    """For each line, whether the one above is a piece of the same printed line (i), or one of them of another (e), and what
    frames it; "-" where neither is a piece."""
    found = ["-"]
    for a, b in pairwise(torn(lines)):
        same = a[0] in "(+"
        found.append("-" if a == b == "-" else "i" + a[1:] if same else "e" + (b if a == "-" else a)[1:])
    return found


def _frame(lines: Sequence[Slug], first: int, end: int) -> str:
    """Does the line above pieces run on, does one of them begin in lower case, and is the line below as full as a column?"""
    above = lines[first - 1] if first else None
    below = lines[end] if end < len(lines) else None
    runs = above is not None and above.end not in ("stop", "close", "colon")
    lower = any(s.start in ("lower", "closing") for s in lines[first + 1 : end])
    return f"{int(runs)}{int(lower)}{int(below is not None and below.width >= FULL * below.measure > 0)}"


def hosts(lines: Sequence[Slug]) -> list[float]:
    """For each line the measure that most full lines around it are set to, 0 where there are none."""
    full = [s.measure if s.measure and s.width >= FULL * s.measure else 0.0 for s in lines]
    found = []
    for i in range(len(lines)):
        around = Counter(m for m in full[max(0, i - AROUND) : i + AROUND + 1] if m)
        votes = {m: m * sum(n for o, n in around.items() if abs(m - o) < 1) for m in around}
        found.append(max(votes, key=votes.__getitem__, default=0.0))
    return found


def _groups(widths: Sequence[float], measure: float) -> list[tuple[int, int]]:
    """Runs of two or more widths that come to the measure, such that most of the widths are in one."""
    sums = [0.0, *accumulate(w + SPACE for w in widths)]
    best: list[tuple[int, list[tuple[int, int]]]] = [(0, [])]
    for end in range(1, len(widths) + 1):
        top = best[end - 1]
        for start in range(max(0, end - PIECES), end - 1):
            if LEAST * measure <= sums[end] - sums[start] - SPACE <= MOST * measure:
                held, groups = best[start]
                top = max(top, (held + end - start, [*groups, (start, end)]), key=lambda g: (g[0], -len(g[1])))
        best.append(top)
    return best[-1][1]
