"""A story that a jump line breaks off goes on under one on the page named: one end to one beginning over the edition.

What is weighed: the page that each jump line names, the catchword, whether the text reads on across the break, and the
rare words that both parts share. A stitch is applied where it is sure and no other comes near, else it is proposed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ocrfix.assign import assign
from ocrfix.decisions import APPLY, PROPOSE
from ocrfix.glue import glue
from ocrfix.jumps import Jump, read_jump
from ocrfix.lines import HAN, end_class, start_class
from ocrfix.matter import term_weight, total
from ocrfix.model import Evidence, Page, Role, Span, Status, Verb
from ocrfix.statistics import Statistics
from ocrfix.subjects import terms

PRIOR = -20  # decibans: two parts of stories on two pages, met by chance
THERE, ELSEWHERE, UNSAID = 15, -40, -8  # a jump line names the other's page, another page; the part has no jump line
ALONE = 10  # both name each other's page, and no other part does
WORD, OTHER_WORD = 12, -12  # the catchword stands in the other part's head or jump line, or nowhere in it
HEAD = 5  # half the words of the second's head stand in the first
TOPIC, MOST_TOPIC = 1.5, 15  # for a unit of shared rare words, at most
STRANGE = -4  # no rare word shared
OPEN, SHUT = 4, -8  # the first breaks off in mid-sentence and the second can go on so, or it cannot
MOST_AFFINITY = 15  # what running text may weigh across the break
SAMPLE = 200  # characters that show the script of an article
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MARGIN = 8  # decibans by which a stitch must lead every other that it excludes


class Ref(NamedTuple):
    """An article of an edition: the index of its page, and its index on the page."""

    page: int
    article: int


@dataclass(frozen=True, slots=True)
class Stitch:
    """Article ``first`` goes on in article ``then``; ``glue`` stands between them, a line break between paragraphs.

    ``jumps`` are the jump lines that say so: of the first, of the second; None where that has none.
    """

    first: Ref
    then: Ref
    glue: str
    weight: int
    status: Status
    evidence: tuple[Evidence, ...]
    jumps: tuple[Span | None, Span | None] = (None, None)


class Posted(NamedTuple):
    """A jump line as it stands on a page: where, what it says, and the article that it ends or begins, if any."""

    page: int
    span: Span
    jump: Jump
    article: int | None


class _Part(NamedTuple):
    """What is asked of an article: its head and its words, how it begins and ends, the jump lines at either end and the
    pages that these name (indices; -1 for one that is not there)."""

    head: str
    words: set[str]
    start: str
    end: str
    came: Posted | None
    goes: Posted | None
    source: int
    target: int


def posted(pages: Sequence[Page], labels: Sequence[str]) -> list[Posted]:
    """Every jump line of an edition. One onward ends the article above it, the others begin the one below."""
    found = []
    for n, page in enumerate(pages):
        placed = (
            d for d in page.decisions if d.verb is Verb.PLACE and d.status is Status.APPLIED and len(d.spans) == 1
        )
        spans = sorted(d.spans[0] for d in placed if d.role in (Role.JUMP, Role.FURNITURE))
        ends = {"on": _bodies(page)[0], "from": _bodies(page)[1]}
        for span in spans:
            if not (jump := read_jump(page.source.text[span.start : span.end])):
                continue
            if jump.onward is None:
                jump = jump._replace(onward=_rank(jump.page) > _rank(labels[n]))
            found.append(Posted(n, span, jump, _beside(ends, span, bool(jump.onward))))
    return found


def _rank(label: str) -> tuple[str, int]:
    m = re.fullmatch(r"([A-Z]?)(\d+)[A-Z]?", label)
    return (m[1], int(m[2])) if m else ("", 0)


def _bodies(page: Page) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where pieces of bodies end and begin on the page, each with its article, in source order."""
    pieces = [(p, n) for n, a in enumerate(page.articles) for run in a.paragraphs for p in run if p.start < p.end]
    return sorted((p.end, n) for p, n in pieces), sorted((p.start, n) for p, n in pieces)


def _beside(ends: dict[str, list[tuple[int, int]]], span: Span, onward: bool) -> int | None:
    if onward:
        return next((n for at, n in reversed(ends["on"]) if at <= span.start), None)
    return next((n for at, n in ends["from"] if at >= span.end), None)


def stitches(pages: Sequence[Page], labels: Sequence[str], news: Statistics) -> list[Stitch]:
    """The stitches of an edition, applied and proposed, in the order of its pages. ``labels`` are the pages' numbers."""
    lines = posted(pages, labels)
    came = {Ref(p.page, p.article): p for p in reversed(lines) if p.article is not None and not p.jump.onward}
    goes = {Ref(p.page, p.article): p for p in lines if p.article is not None and p.jump.onward}
    refs = [Ref(n, k) for n, page in enumerate(pages) for k in range(len(page.articles))]
    parts = {r: _part(pages[r.page], r.article, came.get(r), goes.get(r), labels) for r in refs}
    parts = {r: p for r, p in parts.items() if p.end}
    weigher = _Weigher(parts, labels, news)
    found = [s for a, b in _pairs(parts) if (s := weigher.stitch(a, b)).weight >= PROPOSE]
    return _settled(found, list(parts))


def _part(page: Page, n: int, came: Posted | None, goes: Posted | None, labels: Sequence[str]) -> _Part:
    a = page.articles[n]
    text = [page.text(run) for run in a.paragraphs]
    head = " ".join(page.text(run) for run in (*a.kicker, *a.title, *a.deck))
    words = terms(f"{head}\n" + "\n".join(text), _latin("".join(text)))
    first, last = (text[0], text[-1]) if text else ("", "")
    return _Part(head, words, first, last, came, goes, _named(came, labels), _named(goes, labels))


def _latin(text: str) -> bool:
    return not HAN.search(text[:SAMPLE])


def _named(line: Posted | None, labels: Sequence[str]) -> int:
    """The page that a jump line names. Where the paper has an A3 and no 3, page 3 is A3."""
    if not line:
        return -1
    page = line.jump.page
    if page in labels:
        return labels.index(page)
    alike = [n for n, x in enumerate(labels) if page.isdecimal() and x.lstrip(CAPITALS) == page]
    return alike[0] if len(alike) == 1 else -1


def _pairs(parts: dict[Ref, _Part]) -> Iterator[tuple[Ref, Ref]]:
    """Parts on two pages at least one of which names the other's page."""
    on: dict[int, list[Ref]] = {}
    for r in parts:
        on.setdefault(r.page, []).append(r)
    named = {(a, b) for a, p in parts.items() for b in on.get(p.target, ())}
    named |= {(a, b) for b, q in parts.items() for a in on.get(q.source, ())}
    yield from sorted((a, b) for a, b in named if a.page != b.page)


class _Weigher:
    """Weighs for two parts of stories whether the second is what the first goes on in."""

    def __init__(self, parts: dict[Ref, _Part], labels: Sequence[str], news: Statistics):
        self.parts, self.labels = parts, labels
        self.affinity = news.affinity
        counts = Counter(t for p in parts.values() for t in p.words)
        self.weight = term_weight(news.idf, counts, len(parts))
        pairs = [(a, b) for a, b in _pairs(parts) if self._mutual(a, b)]
        self.first, self.then = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)

    def _mutual(self, a: Ref, b: Ref) -> bool:
        return self.parts[a].target == b.page and self.parts[b].source == a.page

    def stitch(self, a: Ref, b: Ref) -> Stitch:
        p, q = self.parts[a], self.parts[b]
        evidence = tuple(e for e in self._evidence(a, b) if e.weight)
        weight = sum(e.weight for e in evidence)
        between = "\n" if _whole(p.end) else glue(p.end, q.start)
        spans = p.goes.span if p.goes else None, q.came.span if q.came else None
        return Stitch(a, b, between, weight, Status.PROPOSED, evidence, spans)

    def _evidence(self, a: Ref, b: Ref) -> Iterator[Evidence]:
        p, q = self.parts[a], self.parts[b]
        yield Evidence("stitch/prior", PRIOR, "any two articles of two pages")
        for line, named, other, what in ((p.goes, p.target, b, "goes on"), (q.came, q.source, a, "comes from")):
            if not line:
                because = f"no jump line says that it {what} page {self.labels[other.page]}"
                yield Evidence(f"stitch/{what.split()[0]}", UNSAID, because)
            else:
                there = named == other.page
                because = f"a jump line says that it {what} page {line.jump.page}"
                yield Evidence(f"stitch/{what.split()[0]}", THERE if there else ELSEWHERE, because)
        if self._mutual(a, b) and self.first[a] == self.then[b] == 1:
            yield Evidence("stitch/alone", ALONE, "no other jump lines name these two pages")
        yield from _words(p, q)
        head = terms(q.head, _latin(q.head))
        if 2 * len(head & p.words) >= len(head) > 0:
            yield Evidence("stitch/head", HEAD, "the head of the second speaks of the first")
        shared = total(p.words & q.words, self.weight)
        told = min(MOST_TOPIC, round(TOPIC * shared)) if shared else STRANGE
        yield Evidence("stitch/words", told, "the rare words that both share")
        yield self._reads_on(p.end, q.start)

    def _reads_on(self, end: str, start: str) -> Evidence:
        begins = start_class(start)
        if _whole(end):
            fresh = begins not in ("closing", "lower")
            return Evidence(
                "stitch/reads-on", 0 if fresh else SHUT, "the first ends its sentence, the second is in one"
            )
        if begins in ("dateline", "mark", "bullet"):
            return Evidence("stitch/reads-on", SHUT, "the first breaks off in mid-sentence, the second begins anew")
        known = max(-MOST_AFFINITY, min(MOST_AFFINITY, self.affinity(end, start)))
        return Evidence("stitch/reads-on", OPEN + known, "how well the sentence reads on across the break")


def _whole(text: str) -> bool:
    return end_class(text) in ("stop", "close", "colon")


def _words(p: _Part, q: _Part) -> Iterator[Evidence]:
    """The catchwords of the jump lines, each sought in the head of the other part and in its jump line."""
    for line, other, facing in ((p.goes, q, q.came), (q.came, p, p.goes)):
        if line and (word := line.jump.word.casefold()):
            seen = f"{other.head} {facing.jump.word if facing else ''}".casefold()
            yield Evidence("stitch/catchword", WORD if word in seen else OTHER_WORD, f"the catchword {line.jump.word}")


def _settled(found: list[Stitch], refs: list[Ref]) -> list[Stitch]:
    """At most one stitch from and to each part, the weightiest first, no ring; applied where it leads by MARGIN."""
    number = {r: n for n, r in enumerate(refs)}
    chosen = assign([(float(s.weight), number[s.first], number[s.then]) for s in found], len(refs), PROPOSE)
    kept = sorted((s for s in found if chosen.get(number[s.first]) == number[s.then]), key=lambda s: -s.weight)
    first: set[Ref] = set()
    then: set[Ref] = set()
    settled = []
    for s in kept:
        rivals = [
            r.weight
            for r in found
            if (r.first == s.first) != (r.then == s.then) and r.first not in first and r.then not in then
        ]
        sure = s.weight >= APPLY and s.weight - max(rivals, default=PRIOR) >= MARGIN
        if sure:
            first.add(s.first)
            then.add(s.then)
        settled.append(replace(s, status=Status.APPLIED if sure else Status.PROPOSED))
    return sorted(settled, key=lambda s: (s.first, s.then))
