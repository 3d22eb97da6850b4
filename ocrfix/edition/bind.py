"""An edition is one long page: its pages one below the other, and a stitch is a join that reaches over the edge of one.

So the whole has a source and decisions like any page. It keeps the same promises, checked the same way, and whatever
prints, replays or revises a page does so with an edition.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from ocrfix.articles import apply, slugs
from ocrfix.check import check
from ocrfix.edition.numbers import Label, labels
from ocrfix.edition.recurrence import Recurrence
from ocrfix.edition.stitch import Posted, Ref, Stitch, posted, stitches
from ocrfix.hyphens import HYPHENS, document_words, line_end_hyphen
from ocrfix.model import Decision, Evidence, Page, Role, Source, Span, Status, Verb
from ocrfix.pipeline import Orders, clean
from ocrfix.statistics import Statistics, bundled

BETWEEN = "\f"  # pages
STANDING = Orders()  # nothing asked for
EDGE = Evidence("page", 20, "what stands on one page stays together")
HYPHEN = Evidence("line-end-hyphen", 20, "the word stands without this hyphen elsewhere or in the word list")


@dataclass(frozen=True, slots=True)
class Edition:
    """Pages in order with their numbers, and the ``whole`` as one page: its source is their texts, a form feed between.

    ``offsets`` say where in it each page begins. ``stories`` names, for each article of the whole, the articles of pages
    that it is made of; ``joins`` are the decisions of the whole that the ``stitches`` came to; ``open`` are the jump lines
    that no applied stitch follows.
    """

    pages: tuple[Page, ...]
    labels: tuple[Label, ...]
    stitches: tuple[Stitch, ...]
    joins: tuple[Decision, ...]
    whole: Page
    offsets: tuple[int, ...]
    stories: tuple[tuple[Ref, ...], ...]
    open: tuple[Posted, ...]


Runner = Callable[[Callable[[Source], Page], Iterable[Source]], Iterable[Page]]


def clean_edition(
    texts: Iterable[str | Source], orders: Orders = STANDING, name: str = "-", run: Runner = map
) -> Edition:
    """The pages of one edition, in order, cleaned together.

    ``texts`` are its pages, ``name`` is what to call it; ``run`` maps a function over the pages, in order: ``map``, or that
    of a pool of processes. Raises check.BrokenPromise rather than lose or invent text.
    """
    sources = [t if isinstance(t, Source) else Source(t, name, page=n) for n, t in enumerate(texts, 1)]
    recurs = Recurrence(s.text for s in sources)
    pages = tuple(run(partial(clean, orders=replace(orders, edition=recurs)), sources))
    return bind(pages, name, orders.statistics)


def bind(pages: Sequence[Page], name: str = "-", statistics: Statistics | None = None) -> Edition:
    """Cleaned pages as an edition: numbered, and their stories stitched by the bundled or other ``statistics``.

    Raises check.BrokenPromise.
    """
    news = statistics or bundled()
    numbers = labels(pages)
    found = stitches(pages, [n.text for n in numbers], news)
    offsets: list[int] = []
    at = 0
    for page in pages:
        offsets.append(at)
        at += len(page.source.text) + len(BETWEEN)
    encodings = {page.source.encoding for page in pages}
    text = BETWEEN.join(page.source.text for page in pages)
    source = Source(text, name, encodings.pop() if len(encodings) == 1 else "mixed")
    moved = [_moved(d, at) for page, at in zip(pages, offsets, strict=True) for d in page.decisions]
    bodies = [_paragraphs(page, at) for page, at in zip(pages, offsets, strict=True)]
    joins = [_join(s, bodies) for s in found]
    whole = apply(source, [*_stitched(pages, offsets, bodies, moved, found, news), *joins])
    check(whole)
    after = {s.first: s.then for s in found if s.status is Status.APPLIED}
    refs = [Ref(n, k) for n, page in enumerate(pages) for k in range(len(page.articles))]
    stories = tuple(tuple(_follow(r, after)) for r in refs if r not in after.values())
    used = {(r.page, s) for x in found if x.first in after for r, s in zip((x.first, x.then), x.jumps, strict=True)}
    loose = (p for p in posted(pages, [n.text for n in numbers]) if (p.page, p.span) not in used)
    return Edition(
        tuple(pages), tuple(numbers), tuple(found), tuple(joins), whole, tuple(offsets), stories, tuple(loose)
    )


def _follow(ref: Ref, after: dict[Ref, Ref]) -> Iterator[Ref]:
    yield ref
    while ref in after:
        ref = after[ref]
        yield ref


def _moved(d: Decision, by: int) -> Decision:
    return replace(d, spans=tuple(Span(s.start + by, s.end + by) for s in d.spans))


Body = list[tuple[Span, Span]]  # of one article: the first and last slug of each paragraph, in the whole


def _join(s: Stitch, bodies: Sequence[Sequence[Body]]) -> Decision:
    a, b = bodies[s.first.page][s.first.article], bodies[s.then.page][s.then.article]
    return Decision(Verb.JOIN, (a[-1][1], b[0][0]), s.weight, s.status, glue=s.glue, evidence=s.evidence)


def _stitched(
    pages: Sequence[Page],
    offsets: Sequence[int],
    bodies: Sequence[Sequence[Body]],
    decisions: Sequence[Decision],
    found: Iterable[Stitch],
    news: Statistics,
) -> list[Decision]:
    """The pages' decisions as they stand in the whole. Where a story goes on, no article begins."""
    joined = {d.spans for d in decisions if d.verb is Verb.JOIN and d.status is Status.APPLIED}
    goes_on: dict[Span, Span] = {}  # the first slug of a part: that of the part before it
    added: list[Decision] = []
    for s in found:
        a, b = bodies[s.first.page][s.first.article], bodies[s.then.page][s.then.article]
        if s.status is Status.APPLIED:
            goes_on[b[0][0]] = a[0][0]
            added += _tied(b, joined)
            added += [_moved(d, offsets[s.first.page]) for d in _hyphen(pages, s, news)]
    parts = {d.spans[0] for d in decisions if d.verb is Verb.PART and d.status is Status.APPLIED}
    homes: dict[Span, Span] = {}  # where an article begins by its decision: its first slug
    for page, articles in zip(pages, bodies, strict=True):
        for article, body in zip(page.articles, articles, strict=True):
            first = body[0][0] if body else None
            if first and first not in parts and first not in goes_on:
                homes.update({slug: first for slug, _ in body if slug in parts})
                added.append(Decision(Verb.PART, (first,), EDGE.weight, kind=article.kind, evidence=(EDGE,)))
                added += _tied(body, joined)
    gone = {*goes_on, *homes}
    stay = [d for d in decisions if d.verb is not Verb.PART or d.spans[0] not in gone]
    return [*(_headed(d, goes_on, homes) for d in stay), *added]


def _tied(body: Body, joined: set[tuple[Span, ...]]) -> Iterator[Decision]:
    """Joins between paragraphs that no decision ties, only that they stand below one another on their page."""
    for above, below in pairwise(body):
        spans = above[1], below[0]
        if spans not in joined:
            yield Decision(Verb.JOIN, spans, EDGE.weight, glue="\n", evidence=(EDGE,))


def _paragraphs(page: Page, by: int) -> list[Body]:
    """The body of each article of a page, moved ``by``."""
    cuts = (d.spans[0].start for d in page.decisions if d.verb is Verb.CUT and d.status is Status.APPLIED)
    spans = slugs(page.source.text, cuts)
    starts = [s.start for s in spans]

    def slug(at: int) -> Span:
        found = spans[bisect_right(starts, at) - 1]
        return Span(found.start + by, found.end + by)

    return [[(slug(run[0].start), slug(run[-1].start)) for run in a.paragraphs] for a in page.articles]


def _headed(d: Decision, goes_on: dict[Span, Span], homes: dict[Span, Span]) -> Decision:
    """What is placed by an article that goes on: a credit is the story's, a head belongs to the page, as jump lines do."""
    if d.verb is not Verb.PLACE or len(d.spans) < 2:
        return d
    span, at = d.spans[0], homes.get(d.spans[1], d.spans[1])
    if at in goes_on and d.role is not Role.CREDIT:
        return replace(d, spans=(span,), role=Role.JUMP)
    while at in goes_on:
        at = goes_on[at]
    return replace(d, spans=(span, at))


def _hyphen(pages: Sequence[Page], s: Stitch, news: Statistics) -> Iterator[Decision]:
    """The hyphen of a word that goes on on the next page, where it is not the word's own."""
    page, then = pages[s.first.page], pages[s.then.page]
    run, start = page.articles[s.first.article].paragraphs[-1], then.articles[s.then.article].paragraphs[0]
    text, last = page.text(run), run[-1]
    if s.glue or last.text is not None or text[-1] not in HYPHENS:
        return
    words = document_words(f"{page.source.text}\n{then.source.text}", lambda w: int(news.is_word(w)))
    if line_end_hyphen(text, then.text(start), words) == "remove":
        yield Decision(Verb.MEND, (Span(last.end - 1, last.end),), HYPHEN.weight, evidence=(HYPHEN,))
