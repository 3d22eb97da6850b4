"""Decisions applied to a source give its articles: a pure function, the only place where text is put in order.

The unit is the *slug* (a line of type cast in one piece): what stands between two line breaks or cuts, without the
white space around it. Joins chain slugs; a chain is an article's body where a PART names its first slug, a headline
(or the like) where a PLACE does, and otherwise goes on in the article above it. With no decisions at all, the page
is one article and every line a paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from ocrfix.model import Article, Decision, Kind, Page, Piece, Role, Run, Source, Span, Status, Verb, render

LINE_BREAK = re.compile("\r\n|[\n\r\f\v\x85\u2028\u2029]")
_SLUG = re.compile("\\S(?:[^\n\r\f\v\x85\u2028\u2029]*\\S)?")
PAGE_ROLES = {Role.FURNITURE: "furniture", Role.JUMP: "furniture", Role.COPY: "removed", Role.BANNER: "banners"}


class Conflict(ValueError):
    """Decisions contradict each other or the source."""


def line_spans(text: str) -> list[Span]:
    """Every line of ``text`` without its break, blank ones too."""
    spans, start = [], 0
    for m in LINE_BREAK.finditer(text):
        spans.append(Span(start, m.start()))
        start = m.end()
    if start < len(text):
        spans.append(Span(start, len(text)))
    return spans


def trim(text: str, span: Span) -> Span:
    """``span`` without the white space at its ends (empty where there is nothing else)."""
    start, end = span
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return span
    s = text[start:end]
    begin = end - len(s.lstrip())
    return Span(begin, max(begin, start + len(s.rstrip())))


def slugs(text: str, cuts: Iterable[int] = ()) -> list[Span]:
    """The slugs of ``text``, cut at the given offsets."""
    whole = [Span(*m.span()) for m in _SLUG.finditer(text)]
    at = sorted(cuts)
    if not at:
        return whole
    found, k = [], 0
    for start, end in whole:
        while k < len(at) and at[k] < end:
            if start < at[k]:
                found.append(Span(start, at[k]))
                start = at[k]
            k += 1
        found.append(Span(start, end))
    return [t for s in found if (t := trim(text, s)).start < t.end]


class Setter:
    """Prints slugs: their source characters with mends in place and drops left out."""

    def __init__(self, text: str, decisions: Iterable[Decision]):
        self.text = text
        self.edits = sorted((d for d in decisions if d.verb in (Verb.MEND, Verb.DROP)), key=lambda d: d.spans[0])
        self.starts = [d.spans[0].start for d in self.edits]
        for d, e in zip(self.edits, self.edits[1:], strict=False):
            if d.spans[0].end > e.spans[0].start:
                raise Conflict(f"{d.verb} {d.spans[0]} and {e.verb} {e.spans[0]} overlap")

    def run(self, slug: Span) -> Run:
        k = bisect_right(self.starts, slug.start)
        if k and self.edits[k - 1].spans[0].end > slug.start:
            k -= 1
        if k == len(self.edits) or self.starts[k] >= slug.end:
            return (Piece(*trim(self.text, slug)),)
        pieces: list[Piece] = []
        at = slug.start
        while k < len(self.edits) and self.edits[k].spans[0].start < slug.end:
            d, (start, end) = self.edits[k], self.edits[k].spans[0]
            if start < slug.start or end > slug.end:
                raise Conflict(f"{d.verb} {d.spans[0]} reaches over the slug {slug}")
            if at < start:
                pieces.append(Piece(at, start))
            if d.verb is Verb.MEND:
                pieces.append(Piece(start, end, d.text))
            elif d.glue and pieces:
                pieces.append(Piece(start, start, d.glue))
            at = end
            k += 1
        if at < slug.end:
            pieces.append(Piece(at, slug.end))
        return _tidy(self.text, pieces)


def _tidy(text: str, pieces: list[Piece]) -> Run:
    """Without glue and white space at either end, nor beside what was taken away there."""
    for left in (True, False):
        inward = pieces if left else pieces[::-1]
        prints = next((k for k, p in enumerate(inward) if render(text, (p,)).strip()), len(inward))
        taken, rest = [p for p in inward[:prints] if text[p.start : p.end].strip()], inward[prints:]
        if rest and rest[0].text is None:
            rest[0] = _trim_side(text, rest[0], left)
        pieces = [*taken, *rest] if left else [*taken, *rest][::-1]
    return tuple(pieces)


def _trim_side(text: str, p: Piece, left: bool) -> Piece:
    t = trim(text, Span(p.start, p.end))
    return Piece(t.start, p.end) if left else Piece(p.start, t.end)


def apply(source: Source, decisions: Sequence[Decision]) -> Page:
    """Articles, banners, furniture and removed text of ``source`` under the applied ones of ``decisions``.

    Raises Conflict where decisions name no slug, overlap, give a slug two successors or chain it in a ring.
    """
    live = [d for d in decisions if d.status is Status.APPLIED]
    text = source.text
    spans = slugs(text, (d.spans[0].start for d in live if d.verb is Verb.CUT))
    setter = Setter(text, live)
    runs = {s.start: setter.run(s) for s in spans}
    bodies, placed = _chains(live, [s.start for s in spans if runs[s.start]], runs)

    listed: dict[str, list[tuple[int, Run]]] = {"banners": [], "furniture": [], "removed": []}
    parts: dict[int, dict[Role, list[Run]]] = {}
    for start, role, target, lines in placed:
        if target is None:
            listed[PAGE_ROLES.get(role, "banners")] += [(start, run) for run in lines]
        else:
            parts.setdefault(target, {}).setdefault(role, []).extend(lines)
    for d in live:
        span = d.spans[0]
        if d.verb is Verb.DROP:
            listed[PAGE_ROLES[d.role or Role.FURNITURE]].append((span.start, (Piece(*span),)))
        elif d.verb is Verb.MEND and len(d.text) < span.end - span.start:
            listed["removed"].append((span.start, (Piece(*span),)))
    articles = tuple(
        Article(
            kind,
            paragraphs=tuple(paragraphs),
            **{r.value: tuple(parts.get(start, {}).get(r, ())) for r in ARTICLE_ROLES},
        )
        for start, kind, paragraphs in bodies
    )
    lists = {name: tuple(run for _, run in sorted(found, key=lambda f: f[0])) for name, found in listed.items()}
    return Page(source, articles, decisions=tuple(decisions), **lists)


ARTICLE_ROLES = (Role.KICKER, Role.TITLE, Role.DECK, Role.BYLINE, Role.CREDIT)


def _chains(
    live: list[Decision], starts: list[int], runs: dict[int, Run]
) -> tuple[list[tuple[int, Kind, list[Run]]], list[tuple[int, Role, int | None, list[Run]]]]:
    """Bodies (first slug, kind, paragraphs) and placed blocks (first slug, role, target, lines), in source order."""
    known = set(starts)
    after: dict[int, tuple[int, str]] = {}
    before: set[int] = set()
    part: dict[int, Kind] = {}
    place: dict[int, tuple[Role, int | None]] = {}
    for d in live:
        at = [s.start for s in d.spans]
        if d.verb in (Verb.JOIN, Verb.PART, Verb.PLACE) and not known.issuperset(at):
            raise Conflict(f"{d.verb} {d.spans} names no slug")
        if d.verb is Verb.JOIN:
            if at[0] in after or at[1] in before or at[0] == at[1]:
                raise Conflict(f"a second join at {d.spans}")
            after[at[0]] = (at[1], d.glue)
            before.add(at[1])
        elif d.verb is Verb.PART:
            part[at[0]] = d.kind or Kind.ARTICLE
        elif d.verb is Verb.PLACE:
            place[at[0]] = (d.role or Role.BANNER, at[1] if len(at) > 1 else None)

    bodies: list[tuple[int, Kind, list[Run]]] = []
    blocks: list[tuple[int, Role, int | None, list[Run]]] = []
    seen = 0
    for start in starts:
        if start in before:
            continue
        lines, n = _follow(start, after, runs)
        seen += n
        if start in place:
            blocks.append((start, *place[start], lines))
        elif start in part and not (len(bodies) == 1 and bodies[0][0] < 0):
            bodies.append((start, part[start], lines))
        elif start in part:  # loose lines above the first article stand at its head
            bodies[0] = (start, part[start], bodies[0][2] + lines)
        elif bodies:
            bodies[-1][2].extend(lines)
        else:
            bodies.append((-1, Kind.ARTICLE, lines))
    if seen != len(starts):
        raise Conflict("joins form a ring")
    homes = {b[0] for b in bodies}
    return bodies, [(s, role, t if t in homes else None, lines) for s, role, t, lines in blocks]


def _follow(start: int, after: dict[int, tuple[int, str]], runs: dict[int, Run]) -> tuple[list[Run], int]:
    """The paragraphs of the chain that begins at ``start``, and the number of its slugs."""
    paragraphs: list[Run] = []
    pieces = list(runs[start])
    n = 1
    while start in after:
        start, glue = after[start]
        if glue == "\n":
            paragraphs.append(tuple(pieces))
            pieces = []
        elif glue and any(p.text != "" for p in pieces):  # a line that was but an ornament prints nothing
            at = runs[start][0].start
            pieces.append(Piece(at, at, glue))
        pieces.extend(runs[start])
        n += 1
    return [*paragraphs, tuple(pieces)], n
