"""The words ocrfix thinks in: spans of an immutable source, evidence, decisions, articles.

Everything here is data. Positions are code points of the decoded source, half-open. Nothing in this module reads
files, measures lines or decides anything.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple


class Span(NamedTuple):
    """Source characters from ``start`` up to, not including, ``end`` (code points)."""

    start: int
    end: int


class Verb(StrEnum):
    """What a decision can say."""

    MEND = "mend"  # these characters read `text`
    CUT = "cut"  # two columns share this line; the second begins at this (empty) span
    DROP = "drop"  # printed twice, or furniture: on record, not in an article
    JOIN = "join"  # the first slug goes on in the second, with `glue` between them
    PART = "part"  # an article's body begins with this slug
    PLACE = "place"  # this slug is the `role` of the article whose body begins with the second span


class Role(StrEnum):
    """What a placed slug or a dropped span is."""

    KICKER = "kicker"
    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    CREDIT = "credit"
    BANNER = "banner"  # of the page, not of an article
    FURNITURE = "furniture"  # folio, running head, editors' line, price, phone
    JUMP = "jump"  # "continued on page 3"
    COPY = "copy"  # the second printing of doubled text


class Kind(StrEnum):
    """What an article is; given by its PART decision."""

    ARTICLE = "article"
    PHOTO = "photo"
    BRIEF = "brief"
    LIST = "list"


class Status(StrEnum):
    APPLIED = "applied"
    PROPOSED = "proposed"


class Evidence(NamedTuple):
    """One rule's word on one question.

    ``weight`` is in decibans (10 * log10 of the odds), positive for, negative against; ``because`` is one short
    phrase for a reader.
    """

    rule: str
    weight: int
    because: str


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one page as extraction left it; never changed.

    ``page`` counts from 1 within its file. ``sha256`` is that of ``text`` in UTF-8 (lone surrogates passed through).
    """

    text: str
    name: str = "-"
    encoding: str = "utf-8"
    page: int = 1
    sha256: str = ""

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", _sha256(self.text))


@dataclass(frozen=True, slots=True)
class Decision:
    """One correction, with why. Spans by verb: MEND, DROP, PART, CUT one; JOIN two; PLACE one or two.

    ``weight`` is the sum of the evidence, in decibans. ``text`` is what a MEND prints in place of its span; ``glue``
    what a JOIN puts between its slugs: "" or " " within a paragraph, a newline between paragraphs.
    """

    verb: Verb
    spans: tuple[Span, ...]
    weight: int = 0
    status: Status = Status.APPLIED
    role: Role | None = None
    kind: Kind | None = None
    glue: str = ""
    text: str = ""
    evidence: tuple[Evidence, ...] = ()

    def id(self, sha256: str) -> str:
        """A name that outlives renamed and retuned rules: a hash of the source, the verb and the spans."""
        spans = ",".join(f"{s.start}-{s.end}" for s in self.spans)
        return _sha256(f"{sha256}:{self.verb}:{spans}")[:12]


def _sha256(text: str) -> str:
    import hashlib  # brings OpenSSL with it: loaded with the first page

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Piece(NamedTuple):
    """A piece of printed text: source[start:end] as it stands where ``text`` is None, else ``text`` in its place.

    Glue is a piece with ``start == end``.
    """

    start: int
    end: int
    text: str | None = None


Run = tuple[Piece, ...]  # one paragraph, one line of a headline


def render(source: str, run: Run) -> str:
    """The text of a run of pieces."""
    return "".join(source[p.start : p.end] if p.text is None else p.text for p in run)


@dataclass(frozen=True, slots=True)
class Article:
    """One article as slices of the source; its text is computed, never stored."""

    kind: Kind = Kind.ARTICLE
    kicker: tuple[Run, ...] = ()
    title: tuple[Run, ...] = ()
    deck: tuple[Run, ...] = ()
    byline: tuple[Run, ...] = ()
    paragraphs: tuple[Run, ...] = ()
    credit: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page after its decisions were applied.

    ``removed`` holds runs that were printed twice; ``furniture`` folios, jump lines and the like; ``decisions`` all
    of them, proposed ones too.
    """

    source: Source
    articles: tuple[Article, ...] = ()
    banners: tuple[Run, ...] = ()
    furniture: tuple[Run, ...] = ()
    removed: tuple[Run, ...] = ()
    decisions: tuple[Decision, ...] = field(default=(), repr=False)

    with_verdicts: ClassVar[Callable[["Page", Iterable[Any]], "Page"]]  # set by ocrfix.revise, which knows how

    def text(self, run: Run) -> str:
        """The text of one run of this page."""
        return render(self.source.text, run)
