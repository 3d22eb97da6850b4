"""A page as a galley of slugs: its lines with what can be measured on them."""

from dataclasses import dataclass, field

from ocrfix.articles import slugs
from ocrfix.model import Source, Span


@dataclass(slots=True)
class Galley:
    """The measured page that rules look at. ``slugs`` are the spans of its non-blank lines, white space trimmed."""

    source: Source
    slugs: list[Span] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.source.text


def measure(source: Source, cuts: tuple[int, ...] = ()) -> Galley:
    """The galley of a page, its shared lines cut at the given offsets."""
    return Galley(source, slugs(source.text, cuts))
