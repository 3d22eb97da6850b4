"""What each bin of evidence weighs, in decibans: calibrated on set pages, bundled, for each sort of page."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import Any, NamedTuple

from ocrfix.lay import OTHER, RELAID, SCANNED
from ocrfix.memo import Memo
from ocrfix.tables import table

Shares = list[tuple[str, str, int]]  # kinds of evidence, their bins and weights
Table = dict[str, dict[str, int]]
Tables = dict[str, dict[str, list[int]]]
Questions = dict[str, Any]  # a Table or Tables for each question


NOTHING = repeat(0)  # what an unknown bin weighs


def by_sides(bin_of: Callable[[str, str], str]) -> Memo[str, Memo[str, str]]:
    """The bins made of a mark of either side: by the first, then by the second."""
    return Memo(lambda a: Memo(lambda b: bin_of(a, b)))


class Scale:
    """Sums the weights of a yes-or-no question. ``names`` are its kinds of evidence, in the order of its bins."""

    def __init__(self, names: Sequence[str], table: Table):
        self.base = table["base"][""]
        self.tables = {n: table.get(n, {}) for n in names}

    def weight(self, name: str, bin_: str) -> int:
        """Decibans of one bin of the evidence ``name``."""
        return self.tables[name].get(bin_, 0)

    def weights(self, name: str, bins: Iterable[str]) -> list[int]:
        """Decibans of several bins of the evidence ``name``."""
        return [self.tables[name].get(b, 0) for b in bins]

    def most(self, names: Iterable[str]) -> int:
        """What these kinds of evidence weigh together at most, in decibans."""
        return sum(max(self.tables[n].values(), default=0) for n in names)

    def weigh(self, bins: Sequence[str]) -> int:
        """Decibans for yes."""
        return self.base + sum(map(dict.get, self.tables.values(), bins, NOTHING))

    def tally(self, columns: Mapping[str, Sequence[str]]) -> list[int]:
        """What some kinds of evidence weigh together in several cases, the base apart; each has a column of bins."""
        weights = [map(self.tables[name].get, column, NOTHING) for name, column in columns.items()]
        return list(map(sum, zip(*weights, strict=True)))

    def shares(self, bins: Sequence[str]) -> Shares:
        """Each kind of evidence with its bin and weight, the base first."""
        found: Shares = [("base", "", self.base)]
        return found + [(n, b, t.get(b, 0)) for (n, t), b in zip(self.tables.items(), bins, strict=True)]


class Scales:
    """Sums the weights of a question with several answers, such as what a line is."""

    def __init__(self, names: Sequence[str], tables: Tables):
        self.base = tables["base"][""]
        self.tables = [tables[n] for n in names]
        self.none = [0] * len(self.base)

    def weigh(self, bins: Sequence[str]) -> list[int]:
        """Decibans for each answer, up to a constant."""
        rows = [t.get(b, self.none) for t, b in zip(self.tables, bins, strict=True)]
        return list(map(sum, zip(self.base, *rows, strict=True)))


class Sort(NamedTuple):
    """A sort of pages that has weights of its own: in Latin or in Han script, and of which lay (see lay.LAYS)."""

    latin: bool
    lay: str

    @property
    def script(self) -> str:
        """The name of the weights for all lays of the script."""
        return "latin" if self.latin else "han"

    @property
    def own(self) -> str:
        """The name of what weighs otherwise in this lay."""
        return f"{self.script} {self.lay}"

    @property
    def like(self) -> "Sort | None":
        """The sort whose weights hold for this one, but for its own: a page that was recognised or relaid is like others whose lines may
        be out of order."""
        return Sort(self.latin, OTHER) if self.lay in (SCANNED, RELAID) else None


@cache
def bundled(sort: Sort) -> Questions:
    """The weights for pages of a sort: question -> evidence -> bin -> decibans."""
    return of_sort(tables(), sort)


@cache
def tables() -> dict[str, Questions]:
    """All bundled weights, by the names of their sorts."""
    return json.loads(table("weights.json"))  # type: ignore[no-any-return]


def of_sort(bundle: Mapping[str, Questions], sort: Sort) -> Questions:
    """The weights of the script, or of the sort that this one is like, and over them those that its lay has of its own."""
    own = bundle.get(sort.own, {})
    return {
        question: {name: bins | own.get(question, {}).get(name, {}) for name, bins in evidence.items()}
        for question, evidence in (of_sort(bundle, sort.like) if sort.like else bundle[sort.script]).items()
    }


@cache
def scale(sort: Sort, question: str, names: tuple[str, ...]) -> Scale:
    """The bundled weights of a yes-or-no question."""
    return Scale(names, bundled(sort)[question])
