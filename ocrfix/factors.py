"""Overprinted text is a product: every unit of it stands k times, and no glyph is left over.

A pure algorithm on strings without white space; what a product is worth as evidence is weighed in ``doubles``.
A *unit* is the tuple of its k *copies*, a copy the tuple of the glyphs' offsets. Units come in reading order.

The parses are dynamic programs over all ways to divide the string: exact, and cubic at worst, so strings longer than
``LONGEST`` are only tried as one unit, which is linear.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

LONGEST = 200  # glyphs; no banner is longer
TIMES = (2, 3, 5)  # in succession; four times is twice twice, five a glyph and its four shadows
ANYHOW = (2, 3, 4, 5)  # strewn
SHUFFLED = 4  # glyphs of the shortest word of a text that is shuffled and stands twice: tables shuffle short ones
STEPS = 500  # of one search for pieces
FUZZY = 4  # glyphs of the shortest unit of which a copy may be misread

Copy = tuple[int, ...]
Unit = tuple[Copy, ...]
Units = tuple[Unit, ...]


def divisible(counts: Counter[str], k: int) -> bool:
    """Could these glyphs be a text printed ``k`` times?"""
    return all(n % k == 0 for n in counts.values())


def succession(s: str, k: int) -> Units | None:
    """``s`` as the fewest units that each stand ``k`` times in succession: 不忘初心不忘初心牢记使命牢记使命."""
    n = len(s)
    if n == 0 or n % k:
        return None
    if s[: n // k] * k == s:
        return (_unit(0, n // k, k),)
    if n > LONGEST or not divisible(Counter(s), k):
        return None
    fewest: list[tuple[int, int] | None] = [None] * n + [(0, 0)]  # units of s[i:], length of the first
    for i in range(n - k, -1, -1):
        for size in _again(s, i, (n - i) // k):
            rest = fewest[i + k * size]
            if rest is None or not s.startswith(s[i : i + size] * (k - 1), i + size):
                continue
            best = fewest[i]
            if best is None or rest[0] + 1 <= best[0]:
                fewest[i] = (rest[0] + 1, size)
    units, i = [], 0
    while i < n:
        step = fewest[i]
        if step is None:
            return None
        units.append(_unit(i, step[1], k))
        i += k * step[1]
    return tuple(units)


def per_glyph(s: str, k: int) -> Units | None:
    """``s`` as glyphs that each stand ``k`` times in succession: 不不忘忘初初心心."""
    n = len(s)
    if n == 0 or n % k or n > LONGEST * k or any(s[i : i + k] != s[i] * k for i in range(0, n, k)):
        return None
    return tuple(_unit(i, 1, k) for i in range(0, n, k))


def strewn(s: str, k: int, homes: Iterable[int]) -> Units | None:
    """``s`` as ``k`` printings of a text that stands whole at one of ``homes`` and in pieces around it.

    ``homes`` are offsets where the whole may begin, the likeliest first. Every piece has two glyphs or more, and each
    place of the whole is covered by exactly ``k`` of them.
    """
    n = len(s)
    if n % k or n > LONGEST or len(set(s)) * 8 * k < n or not divisible(Counter(s), k):
        return None
    for home in homes:
        if home + n // k <= n and (pieces := _cover(s, home, n // k, k)):
            return pieces
    return None


def shuffled(words: Sequence[tuple[str, Copy]], ends: frozenset[int], k: int) -> Units | None:
    """Words (text, offsets) that each stand ``k`` times in any order, as long as no two lines contradict each other.

    ``ends`` are the numbers of the words that end a line. A word that stands before another on a line is read first.
    """
    copies: dict[str, list[Copy]] = {}
    order: TopologicalSorter[str] = TopologicalSorter()
    for n, (word, offsets) in enumerate(words):
        copies.setdefault(word, []).append(offsets)
        order.add(word)
        if n + 1 < len(words) and n not in ends and words[n + 1][0] != word:
            order.add(words[n + 1][0], word)
    least = SHUFFLED if k == 2 else 2
    if len(copies) < 2 or any(len(c) != k for c in copies.values()) or min(map(len, copies)) < least:
        return None
    try:
        return tuple(tuple(copies[word]) for word in order.static_order())
    except CycleError:
        return None


def taken_apart(text: Sequence[str], words: Sequence[Copy]) -> list[tuple[str, Copy]]:
    """Words run together, taken apart where they hold another word or repeat one: 甲乙甲 beside 甲甲 is 甲, 乙, 甲."""
    known = sorted({root(w) for w in text if len(w) > 1}, key=len)
    parts = list(zip(text, words, strict=True))
    while known:
        word = known.pop(0)
        apart = []
        for whole, offsets in parts:
            start = 0
            while whole != word and (at := whole.find(word, start)) >= 0:
                apart += [(whole[a:b], offsets[a:b]) for a, b in ((start, at), (at, at + len(word))) if a < b]
                start = at + len(word)
            if start < len(whole):
                apart.append((whole[start:], offsets[start:]))
        fresh = {root(w) for w, _ in apart if len(w) > 1} - {root(w) for w, _ in parts}
        known = sorted(fresh.union(known), key=len)
        parts = apart
    return parts


def misread(s: str, k: int) -> Units | None:
    """As ``succession``, but copies of longer units may differ by a misread glyph in five or a lost one.

    At least one copy pair must differ; figures never do.
    """
    n = len(s)
    if n < k * FUZZY or n > LONGEST:
        return None
    best: list[tuple[int, int, Unit] | None] = [None] * n + [(0, 0, ())]  # errors, units, first unit
    for i in range(n - k, -1, -1):
        for errors, unit in _alike(s, i, k):
            rest = best[unit[-1][-1] + 1]
            if rest is None:
                continue
            found = (errors + rest[0], 1 + rest[1], unit)
            now = best[i]
            if now is None or found[:2] < now[:2]:
                best[i] = found
    first = best[0]
    if first is None or not 0 < first[0] <= max(1, n // (5 * k)):
        return None
    units, i = [], 0
    while i < n and (step := best[i]):
        units.append(step[2])
        i = step[2][-1][-1] + 1
    return tuple(units)


def prefix(s: str, k: int, least: int) -> Units | None:
    """Units of ``least`` glyphs and more, each ``k`` times in succession, as far as they go from the head of ``s``."""
    units: list[Unit] = []
    i, n = 0, len(s)
    while n - i >= k * least:
        size = next((z for z in _again(s, i, (n - i) // k) if z >= least and s.startswith(s[i : i + z] * k, i)), 0)
        if not size:
            break
        units.append(_unit(i, size, k))
        i += k * size
    return tuple(units) or None


def root(text: str) -> str:
    """The shortest text of which ``text`` is a repetition."""
    period = (text + text).find(text, 1)
    return text[:period] if 0 < period < len(text) else text


def figures(s: str) -> str:
    """What must never differ between copies: digits of every script and Chinese numerals."""
    return "".join(c for c in s if c.isdigit() or c in NUMERALS)


NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两萬億兩壹贰叁肆伍陆柒捌玖拾")


def _unit(start: int, size: int, k: int) -> Unit:
    return tuple(tuple(range(start + j * size, start + (j + 1) * size)) for j in range(k))


def _again(s: str, i: int, longest: int) -> Iterator[int]:
    """Distances at which the glyph at ``i`` stands again."""
    at = s.find(s[i], i + 1, i + longest + 1)
    while at >= 0:
        yield at - i
        at = s.find(s[i], at + 1, i + longest + 1)


def _cover(s: str, home: int, size: int, k: int) -> Units | None:
    """The units that the pieces around the whole at ``home`` make of it; pieces are tried longest first."""
    whole = s[home : home + size]
    covered: list[list[int]] = [[home + p] for p in range(size)]  # glyph offsets over each place of the whole
    pieces: list[tuple[int, int]] = []  # places of the whole
    steps = iter(range(STEPS))

    def go_on(i: int) -> bool:
        i = home + size if i == home else i
        if i == len(s):
            return True
        stop = home if i < home else len(s)
        longest = next((n - 1 for n in range(3, stop - i + 1) if s[i : i + n] not in whole), stop - i)
        for length in range(longest, 1, -1):
            if (at := _least_covered(whole, s[i : i + length], covered)) < 0 or next(steps, None) is None:
                return False
            if any(len(c) == k for c in covered[at : at + length]):
                continue
            for p in range(length):
                covered[at + p].append(i + p)
            pieces.append((at, at + length))
            if go_on(i + length):
                return True
            pieces.pop()
            for p in range(length):
                covered[at + p].pop()
        return False

    if not go_on(0):
        return None
    cuts = sorted({0, size}.union(*pieces))
    return tuple(tuple(tuple(covered[p][j] for p in range(a, b)) for j in range(k)) for a, b in pairwise(cuts))


def _least_covered(whole: str, piece: str, covered: list[list[int]]) -> int:
    found = best = whole.find(piece)
    while found >= 0:
        if len(covered[found]) < len(covered[best]):
            best = found
        found = whole.find(piece, found + 1)
    return best


def _alike(s: str, i: int, k: int) -> Iterator[tuple[int, Unit]]:
    """Units that begin at ``i``, with the number of glyphs in which their copies differ.

    One of the first pairs of glyphs of a misread unit stands again at its distance.
    """
    longest = (len(s) - i) // k + 1
    near: set[int] = set()
    for size in _again(s, i, longest):
        if s.startswith(s[i : i + size] * k, i):
            yield 0, _unit(i, size, k)
    for j in range(i, min(i + 3, len(s) - 1)):
        at = s.find(s[j : j + 2], j + FUZZY - 1, j + longest + 2)
        while at >= 0:
            near |= {at - j - 1, at - j, at - j + 1}
            at = s.find(s[j : j + 2], at + 1, j + longest + 2)
    for size in sorted(near):
        if FUZZY <= size <= longest and not s.startswith(s[i : i + size] * k, i):
            yield from _nearly(s, i, s[i : i + size], k)


def _nearly(s: str, i: int, first: str, k: int) -> Iterator[tuple[int, Unit]]:
    from rapidfuzz.distance import Levenshtein  # heavy: imported when first needed

    size, slack = len(first), max(1, len(first) // 5)
    spread: list[tuple[int, int, list[Copy]]] = [(i + size, 0, [tuple(range(i, i + size))])]
    for _ in range(k - 1):
        longer = []
        for at, errors, copies in spread:
            for length in (size, size - 1, size + 1):
                other = s[at : at + length]
                if len(other) < length or (other[0] != first[0] and other[-1] != first[-1]):
                    continue
                d = Levenshtein.distance(first, other, score_cutoff=slack)
                if d <= slack and figures(first) == figures(other):
                    longer.append((at + length, errors + d, [*copies, tuple(range(at, at + length))]))
        spread = longer
    for _, errors, copies in spread:
        if errors:
            yield errors, tuple(copies)
