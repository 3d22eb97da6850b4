"""What becomes of a file's lines as a unified diff that ``patch`` applies: the source becomes the clean pages.

Which printed line is which line of the source is known from the decisions. Those that are the same to the letter and in
the same order stand as context: a longest increasing subsequence of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ocrfix.formats import page_runs, page_text
from ocrfix.model import Page

CONTEXT = 3
Pair = tuple[int, int]  # a line of the source and the printed line that it is, both from 0


def unified(pages: Sequence[Page]) -> str:
    """A unified diff from the text of a file, all pages of it, to its clean text; empty where they are the same."""
    old = _lines("\f".join(p.source.text for p in pages))
    new = _lines("\f".join(map(page_text, pages)))
    pairs = [(i, j) for i, j in _same_lines(pages, old) if old[i] == new[j]]
    hunks = "".join(_hunks(old, new, _grown(old, new, _rising(pairs))))
    name = pages[0].source.name.replace("\n", " ")
    return f"--- a/{name}\n+++ b/{name}\n{hunks}" if hunks else ""


def _lines(text: str) -> list[str]:
    """Lines with their line feeds; what stands after the last one is a line, too."""
    lines = [line + "\n" for line in text.split("\n")]
    return lines[:-1] if text.endswith("\n") or not text else [*lines[:-1], lines[-1][:-1]]


def _same_lines(pages: Sequence[Page], old: Sequence[str]) -> Iterator[Pair]:
    """Printed lines that are one piece of the source, with the line that this piece begins on."""
    starts = list(accumulate(map(len, old), initial=0))
    base = j = 0
    for page in pages:
        runs = page_runs(page)
        for k, run in enumerate(runs):
            if len(run) == 1 and run[0].text is None:
                yield bisect_right(starts, base + run[0].start) - 1, j + k
        base += len(page.source.text) + 1
        j += len(runs)


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest sequence of pairs in which both numbers rise (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (i, _) in enumerate(pairs):
        k = bisect_left(tops, i)
        before.append(ends[k - 1] if k else -1)
        tops[k : k + 1], ends[k : k + 1] = [i], [n]
    found = []
    n = ends[-1] if ends else -1
    while n >= 0:
        found.append(pairs[n])
        n = before[n]
    return found[::-1]


def _grown(old: Sequence[str], new: Sequence[str], pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, with equal lines right below and above them, blank ones as a rule."""
    found: list[Pair] = []
    i = j = 0
    for x, y in [*pairs, (len(old), len(new))]:
        while i < x and j < y and old[i] == new[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        back = 0
        while i < x - back and j < y - back and old[x - back - 1] == new[y - back - 1]:
            back += 1
        found += [(x - k, y - k) for k in range(back, 0, -1)] + [(x, y)]
        i, j = x + 1, y + 1
    return found[:-1]


def _hunks(old: Sequence[str], new: Sequence[str], kept: Sequence[Pair]) -> Iterator[str]:
    """Hunks with three lines of context; changes that are nearer than twice that share one."""
    rows: list[tuple[str, int, int]] = []  # sign, lines of the source and of the print before this row
    i = j = 0
    for x, y in [*kept, (len(old), len(new))]:
        rows += [("-", k, j) for k in range(i, x)] + [("+", x, k) for k in range(j, y)] + [(" ", x, y)]
        i, j = x + 1, y + 1
    rows.pop()
    changed = [n for n, row in enumerate(rows) if row[0] != " "]
    groups: list[list[int]] = []
    for n in changed:
        if groups and n - groups[-1][1] <= 2 * CONTEXT + 1:
            groups[-1][1] = n
        else:
            groups.append([n, n])
    for first, last in groups:
        part = rows[max(0, first - CONTEXT) : last + CONTEXT + 1]
        text = "".join(_row(sign, (new[b] if sign == "+" else old[a])) for sign, a, b in part)
        yield f"@@ -{_range(part, '+', 1)} +{_range(part, '-', 2)} @@\n{text}"


def _range(part: Sequence[tuple[str, int, int]], without: str, key: int) -> str:
    """Where a hunk stands on one side: its first line, from 1, and how many; an empty one is named by the line before."""
    count = sum(row[0] != without for row in part)
    return f"{int(part[0][key]) + (count > 0)},{count}"


def _row(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"
