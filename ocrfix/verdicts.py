"""An editor's verdicts on decisions: accept, reject, edit.

The last verdict on a decision counts, and where two decisions cannot both stand, the later verdict is the stronger one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ocrfix.articles import LINE_BREAK
from ocrfix.model import Decision, Kind, Role, Span, Verb

GLUES = ("", " ", "\n")


class Word(StrEnum):
    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an editor says of the decision ``id``.

    An edit says what the decision shall be: what is given of ``spans``, ``role``, ``kind``, ``glue`` and ``text`` takes
    the place of what was proposed. An edit with ``verb`` and ``spans`` can be a decision of the editor's own; its id is
    that decision's. ``weight`` and ``rules`` record what was judged; nothing depends on them but what is learnt.
    Raises ValueError for what no decision can hold.
    """

    id: str
    word: Word
    verb: Verb | None = None
    spans: tuple[Span, ...] = ()
    role: Role | None = None
    kind: Kind | None = None
    glue: str | None = None
    text: str | None = None
    weight: int = 0
    rules: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.glue not in (None, *GLUES):
            raise ValueError(f"glue {self.glue!r}: lines are joined by nothing, a space or a line break")
        if self.text is not None and LINE_BREAK.search(self.text):
            raise ValueError("text with a line break: text is one line")


@dataclass(frozen=True, slots=True)
class Section:
    """The verdicts on one page of text."""

    sha256: str
    name: str = "-"
    page: int = 1
    verdicts: tuple[Verdict, ...] = ()


def judge(d: Decision, sha256: str, word: Word, **changes: Any) -> Verdict:
    """A verdict on ``d``; ``changes`` are what an edit changes."""
    rules = tuple(dict.fromkeys(e.rule for e in d.evidence))
    said = {"verb": d.verb, "spans": d.spans, "weight": d.weight, "rules": rules, **changes}
    return Verdict(d.id(sha256), word, **said)


def own(sha256: str, verb: Verb, *spans: Span, **what: Any) -> Verdict:
    """A decision of the editor's own, as a verdict."""
    return Verdict(Decision(verb, spans).id(sha256), Word.EDIT, verb, spans, **what)


def last_words(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The last verdict on each decision, in the order in which they were given."""
    last: dict[str, Verdict] = {}
    for v in verdicts:
        last.pop(v.id, None)
        last[v.id] = v
    return list(last.values())
