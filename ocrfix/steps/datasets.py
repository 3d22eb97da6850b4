"""A table of pages becomes a table of articles: ``dataset.map(CleanPages(), batched=True)``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ocrfix.batch.work import STANDING
from ocrfix.pipeline import Orders
from ocrfix.steps.parts import FACTS, By, parts


@dataclass(frozen=True)
class CleanPages:
    """A function for ``Dataset.map`` of Hugging Face datasets; it takes and gives columns, and needs no package itself.

    ``text`` names the column that holds the page. ``by`` says what a row becomes: "article", a row for each article, or
    "page", a row. The other columns are repeated; those of ``parts.FACTS`` are filled in. ``orders`` are an editor's.
    """

    text: str = "text"
    by: By = "article"
    orders: Orders = STANDING

    def __post_init__(self) -> None:
        parts("", self.by)

    def __call__(self, batch: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
        if self.text not in batch:
            raise KeyError(f"no column {self.text!r}; there are {', '.join(batch)}")
        found = [(row, part) for row, text in enumerate(batch[self.text]) for part in parts(text, self.by, self.orders)]
        columns = {name: [values[row] for row, _ in found] for name, values in batch.items()}
        columns |= {name: [part.facts.get(name) for _, part in found] for name in FACTS[self.by]}
        return columns | {self.text: [part.text for _, part in found]}
