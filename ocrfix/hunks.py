"""A page's corrections as hunks: what stood on which lines, and what is printed of it; read off the decisions.

Source and output are never compared: a move is a move, a joined line break is one, and a character that was printed
twice is struck where it stood. How hunks look is none of this module's business.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from ocrfix.articles import ARTICLE_ROLES, line_spans, slugs
from ocrfix.formats import excerpts
from ocrfix.model import Article, Decision, Page, Piece, Role, Run, Span, Status, Verb

LONG = 400  # characters without a change that are shown whole
ENDS = 60  # characters shown at either end of more
MANY = 12  # lines of a headline, at most
NAME = 24  # characters of an article's headline that name it


class Mark(StrEnum):
    """What a row is."""

    FOUND = "-"
    PRINTED = "+"
    MOVED = ">"
    PROPOSED = "?"
    CONTEXT = " "


class Change(StrEnum):
    """What becomes of a part of a row."""

    NONE = ""
    GONE = "gone"
    NEW = "new"
    BREAK = "break"  # a line break that is joined
    CUT = "cut"  # where a shared line is cut


class Part(NamedTuple):
    text: str
    change: Change = Change.NONE


class Row(NamedTuple):
    """One line of a hunk; ``line`` is the number of the source's line, 0 for what is printed."""

    mark: Mark
    parts: tuple[Part, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Hunk:
    """The corrections of one paragraph or line, with the reasons; the name of an article where there are no rows."""

    title: str
    rows: tuple[Row, ...] = ()
    reasons: tuple[str, ...] = ()


def hunks(page: Page, proposed: bool = False) -> Iterator[Hunk]:
    """What was done to a page, in the order in which it is printed; what was left out last; ``proposed`` ones after all.

    A paragraph that stands as it was is no hunk.
    """
    type_ = Type(page)
    dropped = {(d.spans[0].start, d.spans[0].end) for d in type_.edits if d.verb is Verb.DROP}
    for run in page.banners:
        yield type_.placed("banner", run)
    for n, article in enumerate(page.articles, 1):
        yield Hunk(f"article {n}: {_name(page, article)}")
        for role in ARTICLE_ROLES[:-1]:
            yield from (type_.placed(role.value, run) for run in getattr(article, role))
        for k, run in enumerate(article.paragraphs):
            before = article.paragraphs[k - 1] if k else None
            yield from type_.paragraph(f"paragraph {k + 1}", run, before)
        yield from (type_.placed("credit", run) for run in article.credit)
    outside = [run for run in page.furniture if (run[0].start, run[-1].end) not in dropped]
    left_out = [type_.placed("left out", run, struck=True) for run in outside]
    left_out += [type_.lost(s) for s in type_.slugs if type_.is_empty(s)]
    yield from ([Hunk("left out of the articles, on record"), *left_out] if left_out else [])
    hopeful = [d for d in page.decisions if d.status is Status.PROPOSED] if proposed else []
    yield from ([Hunk("proposed, not applied"), *map(type_.proposal, hopeful)] if hopeful else [])


def line_numbers(text: str, d: Decision) -> list[int]:
    """The numbers, from 1, of the lines that a decision names."""
    starts = [s.start for s in line_spans(text)]
    return [bisect_right(starts, s.start) for s in d.spans]


def reason(d: Decision) -> str:
    """How sure a decision is and why, in a phrase: the weights add up."""
    why = "; ".join(e.because + (f" {e.weight:+}" if len(d.evidence) > 1 else "") for e in d.evidence)
    return f"{d.weight} dB" + (f", {why}" if why else "")


class Type:
    """The type of one page: its lines and slugs, and which applied decisions touch them."""

    def __init__(self, page: Page):
        self.page, self.text = page, page.source.text
        live = [d for d in page.decisions if d.status is Status.APPLIED]
        self.starts = [s.start for s in line_spans(self.text)]
        self.cuts = {d.spans[0].start: d for d in live if d.verb is Verb.CUT}
        self.cut_starts = sorted(self.cuts)
        self.slugs = slugs(self.text, self.cuts)
        self.firsts = [s.start for s in self.slugs]
        self.joins = {d.spans: d for d in live if d.verb is Verb.JOIN}
        self.places = {d.spans[0]: d for d in live if d.verb is Verb.PLACE}
        self.edits = sorted((d for d in live if d.verb in (Verb.MEND, Verb.DROP)), key=lambda d: d.spans[0])
        self.edit_starts = [d.spans[0].start for d in self.edits]

    def line(self, at: int) -> int:
        return bisect_right(self.starts, at)

    def edits_in(self, slug: Span) -> list[Decision]:
        lo = bisect_right(self.edit_starts, slug.start - 1)
        return self.edits[lo : bisect_right(self.edit_starts, slug.end - 1)]

    def is_empty(self, slug: Span) -> bool:
        """Was everything on this slug dropped?"""
        at, rest = slug.start, ""
        for d in self.edits_in(slug):
            if d.verb is Verb.MEND:
                return False
            rest += self.text[at : d.spans[0].start]
            at = d.spans[0].end
        return not (rest + self.text[at : slug.end]).strip()

    def slugs_of(self, run: Run) -> list[Span]:
        found: list[Span] = []
        for p in run:
            slug = self.slugs[bisect_right(self.firsts, p.start) - 1]
            if p.start < p.end and found[-1:] != [slug]:
                found.append(slug)
        return found

    def found(self, slug: Span, joined: bool = False, struck: bool = False) -> Row:
        """A slug as it stood, with what was dropped from it or mended in it struck."""
        parts = [Part("┊", Change.CUT)] if self._cut(slug) else []
        at = slug.start
        for d in [] if struck else self.edits_in(slug):
            start, end = d.spans[0]
            parts += [Part(short(self.text[at:start])), Part(self.text[start:end], Change.GONE)]
            at = end
        parts += [Part(short(self.text[at : slug.end]), Change.GONE if struck else Change.NONE)]
        parts += [Part("⏎", Change.BREAK)] if joined else []
        return Row(Mark.FOUND, tuple(p for p in parts if p.text), self.line(slug.start))

    def printed(self, run: Run) -> Row:
        """A run as it is printed, with what was mended in it marked."""
        parts: list[Part] = []
        for p in run:
            text = self.text[p.start : p.end] if p.text is None else p.text
            change = Change.NEW if p.text is not None and p.start < p.end else Change.NONE
            if parts and parts[-1].change is change is Change.NONE:
                parts[-1] = Part(parts[-1].text + text)
            else:
                parts.append(Part(text, change))
        return Row(Mark.PRINTED, tuple(Part(short(p.text), p.change) for p in parts if p.text))

    def placed(self, role: str, run: Run, struck: bool = False) -> Hunk:
        """A run that is no paragraph: where it stood, what it is, and why."""
        lines = self.slugs_of(run)
        whole = len(lines) == 1 and run == (Piece(*lines[0]),)
        rows = [self.found(s, joined=s != lines[-1], struck=struck) for s in lines]
        if whole and not struck:
            rows = [Row(Mark.MOVED, rows[0].parts, rows[0].line)]
        elif not struck:
            rows.append(self.printed(run))
        place = self.places.get(lines[0]) if lines else None
        said = [f"{place.role}: {reason(place)}"] if place else []
        return Hunk(f"{role}, {self._way(lines, place)}", tuple(rows), (*said, *self._reasons(lines)))

    def paragraph(self, title: str, run: Run, before: Run | None) -> Iterator[Hunk]:
        """A paragraph, unless it stands as it was; ``before`` is the one that it follows."""
        lines = self.slugs_of(run)
        jump = self._jump(self.slugs_of(before)[-1], lines[0]) if before and lines else None
        whole = len(lines) == 1 and run == (Piece(*lines[0]),)
        if not lines or (whole and not jump and not self._cut(lines[0])):
            return
        rows = [self.found(s, joined=s != lines[-1]) for s in lines]
        if whole:
            rows = [Row(Mark.MOVED, rows[0].parts, rows[0].line)]
        else:
            rows.append(self.printed(run))
        said = [f"goes on from line {self.line(jump.spans[0].start)}: {reason(jump)}"] if jump else []
        yield Hunk(f"{title}, {self._lines(lines)}", tuple(rows), (*said, *self._reasons(lines)))

    def lost(self, slug: Span) -> Hunk:
        """A slug of which nothing is printed."""
        return Hunk(f"dropped, {self._lines([slug])}", (self.found(slug),), tuple(self._reasons([slug])))

    def proposal(self, d: Decision) -> Hunk:
        before, after = excerpts(self.text, d)
        numbers = [self.line(s.start) for s in d.spans]
        rows = [Row(Mark.FOUND, (Part(t),), n) for t, n in zip(before.split("\n"), numbers, strict=False)]
        if after is not None and after != before:
            rows.append(Row(Mark.PROPOSED, (Part(after.replace("\n", "⏎")),)))
        return Hunk(f"{d.verb}, line {' and '.join(map(str, numbers))}", tuple(rows), (reason(d),))

    def _cut(self, slug: Span) -> Decision | None:
        """The cut left of a slug."""
        n = bisect_right(self.cut_starts, slug.start) - 1
        same = n >= 0 and self.line(self.cut_starts[n]) == self.line(slug.start)
        return self.cuts[self.cut_starts[n]] if same else None

    def _jump(self, last: Span, first: Span) -> Decision | None:
        """The join of these two, where they do not follow each other."""
        n = bisect_right(self.firsts, last.start)
        while n < len(self.slugs) and self.is_empty(self.slugs[n]):
            n += 1
        return None if self.slugs[n : n + 1] == [first] else self.joins.get((last, first))

    def _lines(self, lines: Iterable[Span]) -> str:
        """Line numbers in words; what follows without a line of type between is one range."""
        ranges: list[list[int]] = []
        for n in (bisect_right(self.firsts, s.start) - 1 for s in lines):
            if ranges and n == ranges[-1][1] + 1:
                ranges[-1][1] = n
            else:
                ranges.append([n, n])
        numbered = [[self.line(self.firsts[n]) for n in r] for r in ranges]
        told = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in numbered)
        return f"line{'' if told.isdigit() else 's'} {told}"

    def _way(self, lines: Sequence[Span], place: Decision | None) -> str:
        """Where a placed run stood, and where it went if that is not right there."""
        if not place or len(place.spans) == 1:
            return self._lines(lines)
        to = place.spans[1]
        first, last = sorted((lines[-1].start, to.start))
        between = self.slugs[bisect_right(self.firsts, first) : bisect_right(self.firsts, last) - 1]
        if len(between) < MANY and all((p := self.places.get(s)) and p.spans[1:] == (to,) for s in between):
            return self._lines(lines)
        side = "below" if place.role is Role.CREDIT else "above"
        return f"from {self._lines(lines)} to {side} the body of line {self.line(to.start)}"

    def _reasons(self, lines: list[Span]) -> Iterator[str]:
        """Why these lines were joined, cut and corrected; many joins in one phrase."""
        joins = [d for pair in pairwise(lines) if (d := self.joins.get(pair))]
        weights = sorted(d.weight for d in joins)
        if len(joins) == 1:
            yield f"join: {reason(joins[0])}"
        elif joins:
            yield f"join {len(joins)} times: {weights[0]} to {weights[-1]} dB"
        for slug in lines:
            cut = self._cut(slug)
            said = Counter((d.verb, reason(d)) for d in ([cut] if cut else []) + self.edits_in(slug))
            for (verb, why), n in said.items():
                yield f"{verb}{f' {n} times' if n > 1 else ''}, line {self.line(slug.start)}: {why}"


def _name(page: Page, article: Article) -> str:
    lines = article.title or article.paragraphs[:1]
    name = " ".join(page.text(run) for run in lines)
    return name if len(name) <= NAME else f"{name[:NAME]}…"


def short(text: str) -> str:
    if len(text) <= LONG:
        return text
    return f"{text[:ENDS]} … {len(text) - 2 * ENDS} characters … {text[-ENDS:]}"
