"""Bylines and credits to stories: no story has two of a kind, and they stand in the order of their stories.

Where bylines come out as a layer of their own, apart from all text, hardly anything but the order tells whose they are. All ways
to assign them are searched in the order in which they stand, the best few of them kept at each (beam search: Lowerre 1976).
"""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from ocrfix.heads import SETTLED, Matcher
from ocrfix.matching import settle
from ocrfix.roles import bucket
from ocrfix.rolls import is_row
from ocrfix.weights import Scale, Shares

SIGN_BINS = ("place", "form", "has", "head", "beside", "step", "row")
TOLD = ("has", "head")  # what a layer of bylines leaves to tell
LAYER = "layer"  # the bin of all else
LAYERED = 3  # bylines and credits with no text of a story between them, at least
LEAST = -10.0  # decibans from which a byline or credit signs a story
BOTH, CAPTION = -12.0, 8  # a byline and a credit of one story of so few lines: the picture's text has no byline
ROWS = -5.0  # decibans, for a byline of a list
HEADLESS = -8.0  # in a layer, for a byline: briefs have none
# Decibans for a line whose story begins so many stories behind that of the line above, beside any other story; measured on
# bylines of set pages whose stories are known.
STEPS = {-1: -8.0, 0: 0.0, 1: 5.0, 2: 2.0, 3: 0.0}
BACK, ON = -14.0, -5.0  # and farther back, or on
APART = 0.6  # of that, where text of a story stands between the two: what is near tells the rest
BEAM = 16  # ways that are kept

Pair = tuple[int, int]  # a line and a story


class _Way(NamedTuple):
    weight: float
    last: Pair | None  # the line that signed a story last, and the rank of that story
    used: frozenset[tuple[bool, int]]
    found: tuple[tuple[int, int, float], ...]  # lines, their stories, and what their order weighs


class Signer:
    """Evidence that bylines and credits (lines by their ``forms``, see signed.sign_form) belong to the stories of a matcher.

    ``in_order`` tells whether the page's lines stand in the order of its text; ``signs`` are the stories that they were found to sign.
    """

    def __init__(self, m: Matcher, forms: Mapping[int, str], in_order: bool = True):
        self.m, self.forms, self.in_order = m, forms, in_order
        self.signs: dict[int, int] = {}
        self.order: dict[int, float] = {}
        self.titled = set(m.heads.values())
        self.gap = {i: bisect_left(m.bodies, i) for i in sorted(forms)}
        runs = [list(run) for _, run in groupby(self.gap, self.gap.__getitem__)]
        self.layer = {i for run in runs if in_order and len(run) >= LAYERED for i in run}

    def bins(self, i: int, n: int) -> list[str]:
        """The bin of line ``i`` and story ``n`` for each of SIGN_BINS."""
        m, form = self.m, self.forms[i]
        place = m.place(i, n)
        where = place.rstrip("df")
        above = m.kinds[i - 1] if i else "t"
        below = m.kinds[i + 1] if i + 1 < len(m.kinds) else "t"
        found = [
            place,
            form + where,
            str(bucket(len(m.stories[n].lines), (3, 6, 12))) + form.rstrip("bdw"),
            form[:1] + self._head(i, n),
            above + below + where,
            *m.stands(i, n),
        ]
        if i in self.layer:
            return [b if name in TOLD else LAYER for name, b in zip(SIGN_BINS, found, strict=True)]
        return found

    def settled(self, i: int, n: int) -> list[str]:
        """The bin of line ``i`` and story ``n`` for each of heads.SETTLED."""
        return [LAYER for _ in SETTLED] if i in self.layer else self.m.settled(i, n, self.forms[i])

    def match(self, scales: tuple[Scale, Scale]) -> None:
        """Find out which story each line signs; twice, as headlines are matched."""
        rows = {(i, n): self.bins(i, n) for i in self.gap for n in range(len(self.m.stories))}
        self.settle({pair: scales[0].weigh(bins) for pair, bins in rows.items()})
        self._sign({pair: scales[1].weigh([*bins, *self.settled(*pair)]) for pair, bins in rows.items()})

    def settle(self, weights: Mapping[Pair, int]) -> None:
        """Take in what a first matching tells. ``weights`` are those of all pairs, in decibans."""
        self._sign(weights)
        for credit in (False, True):
            of_kind = {(i, n): float(w) for (i, n), w in weights.items() if self._credit(i) is credit}
            settle(self.m, self.signs, self.forms, of_kind)

    def shares(self, i: int, scale: Scale) -> Shares:
        """The evidence that line ``i`` signs its story."""
        n = self.signs[i]
        more = [("titled", self._titled(i, n)), ("order", self.order[i]), ("prior", -LEAST)]
        return [*scale.shares([*self.bins(i, n), *self.settled(i, n)]), *((name, "", round(w)) for name, w in more)]

    def _sign(self, weights: Mapping[Pair, int]) -> None:
        """Assign all lines, so that their weights and their order together weigh most."""
        ways = [_Way(0.0, None, frozenset(), ())]
        for i in self.gap:
            options = [(n, weights[i, n] + self._titled(i, n) - LEAST) for n in range(len(self.m.stories))]
            longer = [
                self._signed(way, i, n, w) for n, w in options for way in ways if (self._credit(i), n) not in way.used
            ]
            ways = sorted([*ways, *longer], key=lambda way: -way.weight)[:BEAM]
        self.signs = {i: n for i, n, _ in ways[0].found}
        self.order = {i: order for i, _, order in ways[0].found}

    def _signed(self, way: _Way, i: int, n: int, weight: float) -> _Way:
        order = self._order(way.last, i, n)
        both = (not self._credit(i), n) in way.used and len(self.m.stories[n].lines) <= CAPTION
        order += BOTH if both else 0.0
        used = way.used | {(self._credit(i), n)}
        return _Way(way.weight + weight + order, (i, self.m.rank_of[n]), used, (*way.found, (i, n, order)))

    def _order(self, last: Pair | None, i: int, n: int) -> float:
        """What it says that story ``n`` is so many behind the one that was signed last, or behind the head of the page."""
        if not self.in_order:
            return 0.0
        if last is None:
            return _step(self.m.rank_of[n] + 1) if i in self.layer else 0.0
        step = _step(self.m.rank_of[n] - last[1])
        return step if self.gap[last[0]] == self.gap[i] else APART * step

    def _titled(self, i: int, n: int) -> float:
        """What it says against a byline that the story is a list, and in a layer, that it has no headline."""
        if self._credit(i):
            return 0.0
        rows = ROWS if is_row(self.m.g.lines[self.m.stories[n].lines[0]]) else 0.0
        return rows + (HEADLESS if i in self.layer and n not in self.titled else 0.0)

    def _credit(self, i: int) -> bool:
        return self.forms[i].startswith("credit")

    def _head(self, i: int, n: int) -> str:
        """Is the headline next above line ``i``, and the one next below, that of story ``n``, another's, or none?"""
        kinds, headed = self.m.kinds, self.m.headed
        found = ""
        for step in (-1, 1):
            k = i + step
            while 0 <= k < len(kinds) and kinds[k] in "YF":
                k += step
            here = 0 <= k < len(kinds) and kinds[k] == "H"
            found += "-" if not here else "?" if k not in headed else "n" if headed[k] == n else "x"
        return found


def _step(far: int) -> float:
    """What it says that a story is so many behind another."""
    return STEPS.get(far, ON if far > 0 else BACK)
