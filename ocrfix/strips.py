"""The columns of a page may come out one after the other, whatever stories they hold: where a story's column ends, another story's
begins, and the first goes on far off, ahead or, on a page told from the right, back.

Seen one by one, such turns are not likely enough. But where lines read on badly in the next and well in lines that the ones
above read on badly in, and the text before is of one subject with what stands there, and that several times on one page and in
order, the first of two going on before the second, the page is told so, and each of the turns is as likely as all the ways in
which the page may be told so make it together.

Wrong when: a page of many short items of one subject breaks lines where any goes on with any.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from heapq import nlargest
from typing import NamedTuple

from ocrfix.assign import comes_to
from ocrfix.links import Linker, measure_bin, side_bins
from ocrfix.subjects import Direction, agree
from ocrfix.ways import Step, through
from ocrfix.weights import Scale

UNITS = 3  # across the break that stand elsewhere on the page
LEAST_OWN = -15  # decibans, that a line reads on in the next: no less counts
SIGHT = 8  # lines before and after that tell what the text is about
NEAREST, REACH = 10, 200  # lines ahead and back: few columns are shorter
MOST = 400  # turns ahead, and as many back, that are weighed together
ROUNDS = 4  # of it; each knows where the one before found text to break off
LIKELY = 0.5  # the least probability of a turn that is taken
STRONGEST = 25  # decibans of a turn by itself, at most
SUREST = 20  # the same, with all that the page shows
ALONE = 8  # decibans that a turn must have which is the only one of its page
MOST_TURN = 20  # decibans for how the lines of a turn end, at most
WHY = "the columns of the page come out one after the other: where it breaks off, this text goes on far off, and another stands next"


class Sight(NamedTuple):
    """Which turns are looked at: from a line that reads on in the next by less than ``own`` decibans, to one below such a line,
    which weigh more than ``least`` decibans."""

    own: int
    least: int


NARROW, WIDE = Sight(0, -10), Sight(12, -40)  # to tell whether a page may be told so, and where it is


class Worth(NamedTuple):
    """Decibans, as a conditional random field over pages so told has them: against any turn (``pair``); for each of the affinity;
    for what ``stands`` on the page across the break; against a ``next`` line that is text, and one ``above`` the other line that
    itself goes on in its next, and for each by which these do not read on (``own``, ``theirs``); how often what the ``turn`` of
    the lines tells of links; for a cosine of ``subject`` beyond that with the next; against each of the lines that is text only
    perhaps (``unsure``), and another ``measure``; for a beginning in ``lower`` case, and a full line that ``ends`` above no text;
    and against a ``page`` that is told so."""

    pair: float
    affinity: float
    stands: float
    next: float
    own: float
    above: float
    theirs: float
    turn: float
    subject: float
    unsure: float
    measure: float
    lower: float
    ends: float
    page: float


HAN = Worth(28.8, 1.1, 3.4, 8.9, 1.1, 22.9, 0.8, 3.3, 20.5, 4.0, 5.1, 0.0, 2.7, 30.3)
LATIN = Worth(26.8, 1.1, 9.6, 11.0, 1.8, 32.8, 1.0, 0.4, 17.2, 7.8, 6.8, 24.3, 6.9, 27.6)


class Turn(NamedTuple):
    """Line ``i`` may go on in line ``j``: the decibans of that, but those of the break ``above`` line j."""

    i: int
    j: int
    weight: float
    above: float


def probabilities(ways: Sequence[Sequence[Step]], page: float) -> list[list[float]]:
    """How likely each step is, where all that are true are on one way through the steps of one of ``ways``, if any is, which weighs
    ``page`` decibans less than none.

    >>> probabilities([[Step(1, 40, 30.0)], [Step(50, 9, 60.0)]], 10)
    [[0.3], [0.6]]
    """
    told = 10 ** (-page / 10)
    sums = [through(steps) for steps in ways]
    all_ = 1 + told * sum(whole for whole, _ in sums)
    return [[told * part / all_ for part in parts] for _, parts in sums]


class Strips:
    """The text of a page. ``found`` are the terms of each line, ``scale`` weighs links."""

    def __init__(self, linker: Linker, found: Sequence[Set[str]], scale: Scale):
        self.linker, self.found, self.scale = linker, found, scale
        self.worth = LATIN if linker.g.latin else HAN
        self.body = [*(kind in "Bbm" for kind in linker.kinds), False]  # and none is behind the last
        self.direction: Callable[[int, int], Direction] = cache(self._direction)

    def links(self) -> dict[tuple[int, int], float]:
        """Which lines that break off go on in which, far off, and the decibans for it; none on a page that is not told so."""
        if outlook(self._turns(NARROW)) < self.worth.page:
            return {}
        turns = list(self._turns(WIDE))
        ways = [
            nlargest(MOST, (t for t in turns if (t.j > t.i) is ahead), key=lambda t: t.weight + t.above)
            for ahead in (True, False)
        ]
        broken: dict[int, float] = {}
        likely: list[tuple[Turn, float]] = []
        for _ in range(ROUNDS):
            steps = [[Step(t.i, t.j, _odds(t, broken)) for t in way] for way in ways]
            told = probabilities(steps, self.worth.page)
            likely = [pair for way, told_ in zip(ways, told, strict=True) for pair in zip(way, told_, strict=True)]
            broken = defaultdict(float)
            for t, p in likely:
                broken[t.i] += p
        taken = {(t.i, t.j): min(SUREST, decibans(p)) for t, p in likely if p > LIKELY}
        return taken if len(taken) > 1 or max(taken.values(), default=0) > ALONE else {}

    def _turns(self, sight: Sight) -> Iterator[Turn]:
        """All turns in ``sight``."""
        lines, w = range(len(self.found)), self.worth
        ends = {i: self._ends(i) for i in lines if self._breaks_off(i, sight.own)}
        starts = {j: self._starts(j) for j in lines if self._begins(j, sight.own)}
        begins = list(starts)
        for i, end in ends.items():
            near = begins[bisect_left(begins, i - REACH) : bisect_left(begins, i + REACH)]
            for j, (affinity, units) in zip(near, self.linker.reads(i, near), strict=True):
                start, above = starts[j]
                weight = w.affinity * affinity + end + start + (w.stands if units >= UNITS else 0) - w.pair
                if abs(j - i) < NEAREST or weight + above < sight.least - MOST_TURN - w.subject:
                    continue
                weight += self._turn(i, j)
                if weight + above > sight.least - w.subject:
                    yield Turn(i, j, weight + self._subject(i, j), above)

    def _breaks_off(self, i: int, own: int) -> bool:
        """May line ``i`` end in mid-sentence, and not go on in the next?"""
        return self.body[i] and not self.linker.stops[i] and (not self.body[i + 1] or self._own(i) < own)

    def _begins(self, j: int, own: int) -> bool:
        """May line ``j`` go on from elsewhere than the line above?"""
        return self.body[j] and (self._free(j) or self._own(j - 1) < own)

    def _free(self, j: int) -> bool:
        """Is the line above no text, or the end of a sentence?"""
        return not self.body[j - 1] or self.linker.stops[j - 1]

    def _ends(self, i: int) -> float:
        """Decibans for line ``i`` going on elsewhere than in the next."""
        w = self.worth
        sure = 0.0 if self.linker.kinds[i] in "Bb" else -w.unsure
        if self.body[i + 1]:
            return sure - w.next - w.own * self._own(i)
        return sure + (w.ends if self.linker.fills[i] in "fno" else 0)

    def _starts(self, j: int) -> tuple[float, float]:
        """Decibans for line ``j`` going on from another than the one above, and for the break above it."""
        w = self.worth
        sure = 0.0 if self.linker.kinds[j] in "Bb" else -w.unsure
        lower = w.lower if self.linker.g.lines[j].start in ("lower", "closing") else 0
        return sure + lower, 0.0 if self._free(j) else -w.above - w.theirs * self._own(j - 1)

    def _own(self, i: int) -> int:
        return max(LEAST_OWN, self.linker.onward[i])

    def _turn(self, i: int, j: int) -> float:
        """Decibans for how line ``i`` ends, and how full and wide both are."""
        lines, w = self.linker.g.lines, self.worth
        turn = side_bins(self.linker.left[i], self.linker.right[j])["turn"]
        apart = measure_bin(lines[i].measure, lines[j].measure) not in "0u"
        return w.turn * self.scale.weight("turn", turn) - (w.measure if apart else 0)

    def _subject(self, i: int, j: int) -> float:
        """Decibans for what the text before the break and that behind it are about."""
        before = self.direction(i, -1)
        other = agree(before, self.direction(i + 1, 1)) if self.body[i + 1] else 0.0
        return self.worth.subject * (agree(before, self.direction(j, 1)) - other)

    def _direction(self, i: int, step: int) -> Direction:
        """Where the subject of line ``i`` and the lines before or after it lies."""
        first = max(0, i - SIGHT + 1) if step < 0 else i
        lines = range(first, i + 1 if step < 0 else min(len(self.found), i + SIGHT))
        subjects = self.linker.news.subjects(self.linker.g.latin)
        return subjects.direction(subjects.gist(set().union(*(self.found[k] for k in lines if self.body[k]))))


def outlook(turns: Iterable[Turn]) -> float:
    """Decibans, at most, for a page that is told so by some of these turns, all ahead or all back: as if they kept their order."""
    odds: dict[tuple[bool, int], float] = defaultdict(lambda: 1.0)
    for t in turns:
        odds[t.j > t.i, t.i] += 10 ** ((t.weight + t.above) / 10)
    return max(sum(10 * math.log10(x) for (way, _), x in odds.items() if way is ahead) for ahead in (True, False))


def decibans(p: float) -> float:
    """The probability in decibans."""
    return math.inf if p >= 1 else 10 * math.log10(p / (1 - p))


def _odds(t: Turn, broken: Mapping[int, float]) -> float:
    """Odds of a turn; the break above line j counts for less where the line there goes on elsewhere, too."""
    weight = t.weight + t.above * (1 - min(1.0, broken.get(t.j - 1, 0.0)))
    return float(10 ** (min(STRONGEST, weight) / 10))


def stepped(after: Mapping[int, int], turns: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The links of ``turns`` put in the place of others; none that closes a ring."""
    found = dict(after)
    for i, j in turns:
        if not comes_to(found, j, i):
            found = {a: b for a, b in found.items() if a != i and b != j} | {i: j}
    return found
