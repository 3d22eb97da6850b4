"""A page revised by an editor: verdicts overrule decisions, and what depends on a decision stands or falls with it.

No verdict can break a page. Where two decisions contradict each other, the one with the later verdict stands, and one
with a verdict rather than one without. A decision that lost what it rests on falls: it is proposed no longer applied,
and named. A line that is dropped or placed by hand leaves the body it stood in, and the body closes behind it.
"""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from ocrfix.articles import ARTICLE_ROLES, PAGE_ROLES, Setter, apply, line_spans, slugs
from ocrfix.check import check
from ocrfix.model import Decision, Evidence, Page, Source, Status, Verb
from ocrfix.verdicts import Verdict, Word, last_words

EDITOR = "editor"  # the rule that evidence of an editor's verdict names
SPANS = {Verb.JOIN: (2,), Verb.PLACE: (1, 2)}  # how many; one for the other verbs
EDITS = (Verb.MEND, Verb.DROP)
HYPHENS = ("-", "\u2010")
ALWAYS = sys.maxsize  # stronger than any verdict
SAID = {Word.ACCEPT: "accepted", Word.REJECT: "rejected", Word.EDIT: "edited"}


class Fall(StrEnum):
    """Why a decision does not stand."""

    SHAPE = "it says nothing that this page could follow"
    TAKEN = "these characters are corrected otherwise"
    LINE = "there is no such line any more"
    ELSEWHERE = "the line goes elsewhere"
    RING = "the lines would go on in a circle"
    ARTICLE = "the article it names is gone"
    LIFTED = "the line was taken out of the body"
    HYPHEN = "the lines it stands between are not joined"


class Fallen(NamedTuple):
    """A decision that does not stand although it was applied, accepted or edited."""

    decision: Decision
    because: Fall


class Revised(NamedTuple):
    """The page after the verdicts; what fell with them; verdicts on decisions that the page does not have."""

    page: Page
    fallen: tuple[Fallen, ...]
    unmatched: tuple[Verdict, ...]


class Said(NamedTuple):
    """A decision, and how strong the editor's word for it is: 0 for none, else the later the stronger."""

    decision: Decision
    strength: int = 0


def revise(page: Page, verdicts: Iterable[Verdict]) -> Revised:
    """``page`` with an editor's verdicts; decisions without one stand as they are, but for what depends on others.

    Raises check.BrokenPromise rather than lose or invent text.
    """
    said, unmatched = hear(page, verdicts)
    return settle_page(page.source, said)._replace(unmatched=tuple(unmatched))


def settle_page(source: Source, said: Sequence[Said]) -> Revised:
    """The page that these decisions make, those that cannot stand left out; see ``revise``."""
    decisions, fallen = settle(source.text, said)
    page = apply(source, decisions)
    check(page)
    return Revised(page, tuple(fallen), ())


def with_verdicts(page: Page, verdicts: Iterable[Verdict]) -> Page:
    """``page`` revised; what fell is proposed, and its evidence says why. See ``revise``."""
    return revise(page, verdicts).page


def hear(page: Page, verdicts: Iterable[Verdict]) -> tuple[list[Said], list[Verdict]]:
    """The page's decisions with the editor's word on each, the editor's own ones after them; verdicts on none."""
    sha256 = page.source.sha256
    said = [Said(d) for d in page.decisions]
    where = {d.id(sha256): k for k, d in enumerate(page.decisions)}
    unmatched = []
    for strength, v in enumerate(last_words(verdicts), 1):
        if v.id in where:
            said[where[v.id]] = Said(_judged(said[where[v.id]].decision, v), strength)
        elif v.word is Word.EDIT and v.verb and Decision(v.verb, v.spans).id(sha256) == v.id:
            said.append(Said(_judged(Decision(v.verb, v.spans), v), strength))
        else:
            unmatched.append(v)
    return said, unmatched


def _judged(d: Decision, v: Verdict) -> Decision:
    said = Evidence(EDITOR, 0, SAID[v.word])
    status = Status.PROPOSED if v.word is Word.REJECT else Status.APPLIED
    d = replace(d, status=status, evidence=(*d.evidence, said))
    if v.word is not Word.EDIT:
        return d
    spans = v.spans or d.spans
    return replace(
        d,
        verb=Verb.MEND if d.verb is Verb.DROP and v.text is not None else d.verb,  # print this, drop nothing
        spans=spans[:1] if d.verb is Verb.PLACE and v.role in PAGE_ROLES else spans,
        role=v.role or d.role,
        kind=v.kind or d.kind,
        glue=d.glue if v.glue is None else v.glue,
        text=d.text if v.text is None else v.text,
    )


def settle(text: str, said: Sequence[Said]) -> tuple[list[Decision], list[Fallen]]:
    """Decisions that can be applied together, the strongest first and then in the order given; those that fell."""
    s = _Settling(text, [x.decision for x in said], [x.strength for x in said])
    live = sorted((k for k, d in enumerate(s.now) if d.status is Status.APPLIED), key=lambda k: -s.strength[k])
    for k in live:
        if not _sound(s.now[k], len(text)):
            s.why[k] = Fall.SHAPE
    s.live = [k for k in live if k not in s.why]
    s.mark_type()
    s.lift()
    s.link()
    s.keep_hyphens()
    fallen = [Fallen(s.now[k], why) for k, why in sorted(s.why.items())]
    decisions = [
        replace(d, status=Status.PROPOSED, evidence=(*d.evidence, Evidence(EDITOR, 0, s.why[k]))) if k in s.why else d
        for k, d in enumerate(s.now)
    ]
    return decisions, fallen


def _sound(d: Decision, length: int) -> bool:
    """Can this decision be followed at all?"""
    if len(d.spans) not in SPANS.get(d.verb, (1,)) or any(not 0 <= s.start <= s.end <= length for s in d.spans):
        return False
    if (d.spans[0].start == d.spans[0].end) is not (d.verb is Verb.CUT):
        return False
    if d.verb is Verb.DROP:
        return d.role in (None, *PAGE_ROLES)
    return d.verb is not Verb.PLACE or len(d.spans) == 1 or d.role in ARTICLE_ROLES


@dataclass(slots=True)
class _Settling:
    """Decisions by number: what each says ``now``, its strength, and ``why`` those that fell did.

    Lines are known by where they start: a line that is cut, or cut no longer, goes where its beginning went.
    """

    text: str
    now: list[Decision]
    strength: list[int]
    why: dict[int, Fall] = field(default_factory=dict)
    live: list[int] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)  # of each line
    printed: set[int] = field(default_factory=set)  # lines of which something is left
    next: dict[int, int] = field(default_factory=dict)  # the join that leads on from a line
    prev: dict[int, int] = field(default_factory=dict)
    part: dict[int, int] = field(default_factory=dict)

    def standing(self, *verbs: Verb) -> list[int]:
        return [k for k in self.live if self.now[k].verb in verbs and k not in self.why]

    def names(self, k: int) -> list[int]:
        """The lines that a decision names."""
        return [s.start for s in self.now[k].spans]

    def mark_type(self) -> None:
        """Mends, drops and cuts: no character is corrected twice, and no correction reaches over a cut."""
        taken, inside, cut = (bytearray(len(self.text) + 1) for _ in range(3))
        ends = {s.start: s.end for s in line_spans(self.text)}
        starts = sorted(ends)
        for k in self.standing(*EDITS, Verb.CUT):
            start, end = self.now[k].spans[0]
            if self.now[k].verb is Verb.CUT:
                line = bisect_right(starts, start) - 1
                if inside[start]:
                    self.why[k] = Fall.TAKEN
                elif line < 0 or not starts[line] < start < ends[starts[line]]:
                    self.why[k] = Fall.LINE
                else:
                    cut[start] = 1
            elif any(taken[start:end]) or any(cut[start + 1 : end]):
                self.why[k] = Fall.TAKEN
            else:
                taken[start:end] = b"\1" * (end - start)
                inside[start + 1 : end] = b"\1" * (end - start - 1)
        lines = slugs(self.text, (self.now[k].spans[0].start for k in self.standing(Verb.CUT)))
        self.ends = {s.start: s.end for s in lines}
        starts = list(self.ends)
        for k in self.standing(*EDITS):
            start, end = self.now[k].spans[0]
            if not (n := bisect_right(starts, start)) or end > self.ends[starts[n - 1]]:
                self.why[k] = Fall.LINE
        setter = Setter(self.text, [self.now[k] for k in self.standing(*EDITS)])
        self.printed = {s.start for s in lines if setter.run(s)}

    def lift(self) -> None:
        """Lines that the editor dropped or placed leave their body."""
        for k in self.standing(Verb.JOIN):
            a, b = self.names(k)
            if a != b and a not in self.next and b not in self.prev:
                self.next[a] = self.prev[b] = k
        for k in self.standing(Verb.PART):
            self.part.setdefault(self.names(k)[0], k)
        for line in self.ends:
            if line not in self.printed:
                self.lift_line(line, ALWAYS)
        for k in self.standing(Verb.PLACE):
            line = self.names(k)[0]
            into = [x for x in (self.prev.get(line), self.part.get(line)) if x is not None]
            if into and all(self.strength[x] < self.strength[k] for x in into):
                self.lift_line(line, self.strength[k])

    def lift_line(self, line: int, strength: int) -> None:
        """Take one line out of its body: the line before it goes on in the one after it, which inherits its name."""
        before, part, after = self.prev.pop(line, None), self.part.pop(line, None), self.next.get(line)
        if before is not None:
            del self.next[self.names(before)[0]]
        if after is None or self.strength[after] >= strength:
            self.why |= {k: Fall.LIFTED for k in (before, part) if k is not None}
            return
        heir = self.now[after].spans[1]
        self.why[after] = Fall.LIFTED
        del self.next[line], self.prev[heir.start]
        if before is not None:
            d = self.now[before]
            glue = "\n" if "\n" in (d.glue, self.now[after].glue) else d.glue
            self.now[before] = replace(d, spans=(d.spans[0], heir), glue=glue)
            if d.spans[0] != heir:  # else the lines went in a circle
                self.next[d.spans[0].start] = self.prev[heir.start] = before
        if part is not None:
            self.now[part] = replace(self.now[part], spans=(heir,))
            self.part[heir.start] = part
            for k in self.standing(Verb.PLACE):
                if self.names(k)[1:] == [line]:
                    self.now[k] = replace(self.now[k], spans=(self.now[k].spans[0], heir))

    def link(self) -> None:
        """Joins, parts and places: each names lines that are printed, and a line goes to one place only."""
        after: dict[int, int] = {}
        joined: set[int] = set()
        headed: set[int] = set()
        for k in self.standing(Verb.JOIN, Verb.PART, Verb.PLACE):
            first, last = self.names(k)[0], self.names(k)[-1]
            if not self.printed.issuperset(self.names(k)):
                self.why[k] = Fall.LINE
            elif self.now[k].verb is not Verb.JOIN:
                if first in joined or first in headed:
                    self.why[k] = Fall.ELSEWHERE
                else:
                    headed.add(first)
            elif first in after or last in joined or last in headed:
                self.why[k] = Fall.ELSEWHERE
            elif _end(last, after) == first:
                self.why[k] = Fall.RING
            else:
                after[first] = last
                joined.add(last)
        homes = {self.names(k)[0] for k in self.standing(Verb.PART)}
        for k in self.standing(Verb.PLACE):
            if not homes.issuperset(self.names(k)[1:]):
                self.why[k] = Fall.ARTICLE

    def keep_hyphens(self) -> None:
        """A hyphen at the end of a line goes only where the next line is joined without a space."""
        linked = {self.ends.get(self.names(k)[0]) for k, d in enumerate(self.now) if d.verb is Verb.JOIN and d.spans}
        closed = {self.ends[self.names(k)[0]] for k in self.standing(Verb.JOIN) if not self.now[k].glue}
        for k in self.standing(Verb.MEND):
            start, end = self.now[k].spans[0]
            if not self.now[k].text and self.text[start:end] in HYPHENS and end in linked and end not in closed:
                self.why[k] = Fall.HYPHEN


def _end(line: int, after: dict[int, int]) -> int:
    """The last line of the chain that goes on from ``line``."""
    while line in after:
        line = after[line]
    return line


Page.with_verdicts = with_verdicts
