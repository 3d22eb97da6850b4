"""What is asked of a run: what it reads, how it cleans, where its output goes."""

import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ocrfix import __version__
from ocrfix.batch.inputs import kind_of
from ocrfix.batch.quires import sha256
from ocrfix.batch.rows import USUAL, Fields
from ocrfix.batch.work import STANDING
from ocrfix.pipeline import Orders
from ocrfix.profile import Profile
from ocrfix.rules import name
from ocrfix.storage import unpacked

LIMIT = 60.0  # seconds a page
Engine = Callable[..., Iterator[tuple[Any, Any]]]  # takes and gives what pool.run does


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be cleaned, how, and where it goes; see the options of ``ocrfix clean``."""

    names: Sequence[str]
    output: Path
    form: str = "txt"
    encoding: str | None = None
    fields: Fields = USUAL
    orders: Orders = STANDING
    profile: Profile | None = None
    jobs: int = 1
    limit: float = LIMIT
    force: bool = False
    engine: Engine | None = None  # where it is none, the processes of the pool

    @property
    def into_folder(self) -> bool:
        return kind_of(self.output) == "text"

    @property
    def state(self) -> Path:
        """Where the journal is, and what is not finished."""
        return self.output / ".ocrfix" if self.into_folder else self.output.with_name(f".{self.output.name}.ocrfix")

    @property
    def quarantine(self) -> Path:
        """Where pages are named that could not be cleaned."""
        stem = unpacked(self.output.name).rpartition(".")[0]
        return (
            self.output / "quarantine.jsonl" if self.into_folder else self.output.with_name(f"{stem}.quarantine.jsonl")
        )

    @property
    def options(self) -> dict[str, Any]:
        """What the output depends on, besides the input."""
        rules, table, names = self.orders.rules, self.orders.statistics, self.orders.lexicon.names
        return {
            "version of ocrfix": __version__,
            "--format": self.form,
            "--encoding": self.encoding,
            "field": list(self.fields),
            "set of rules": None if rules is None else [name(rule) for rule in rules],
            "--unsafe": self.orders.unsafe,
            "--lexicon": sha256(sorted(names)),
            "--statistics": table and sha256([pickle.dumps(table)]),
            "--profile": {key: shift.decibans for key, shift in (self.profile or {}).items()},
        }
