"""The promises, kept on every page at run time: nothing lost, nothing invented, everything replayable."""

from ocrfix.articles import apply
from ocrfix.model import Article, Page, Piece, Status, Verb

GLUE = {" "}


class BrokenPromise(AssertionError):
    """A bug of ocrfix: its output would have lost or invented text. Nothing was written."""


def check(page: Page) -> None:
    """Raise BrokenPromise unless every non-space character of the source is accounted for exactly once."""
    _kept(page)
    _nothing_new(page)
    if apply(page.source, page.decisions) != page:
        raise BrokenPromise("the decisions do not replay to the same page")


def pieces(page: Page) -> list[Piece]:
    """All pieces printed anywhere on the page, removed text too."""
    runs = [*page.banners, *page.furniture, *page.removed]
    for a in page.articles:
        runs += article_runs(a)
    return [p for run in runs for p in run]


def article_runs(a: Article) -> list[tuple[Piece, ...]]:
    """Every run of an article, in the order of print."""
    return [*a.kicker, *a.title, *a.deck, *a.byline, *a.paragraphs, *a.credit]


def _kept(page: Page) -> None:
    text, at = page.source.text, 0
    mended = {d.spans[0] for d in page.decisions if d.verb is Verb.MEND and d.status is Status.APPLIED}
    removed = {(p.start, p.end) for run in page.removed for p in run}
    for p in sorted(pieces(page), key=lambda p: (p.start, p.end)):
        if p.start == p.end:
            continue
        if p.start < at:
            if (p.start, p.end) in mended and (p.start, p.end) in removed:
                continue  # a mend is listed twice: where it stands and among the removed
            raise BrokenPromise(f"printed twice: characters {p.start} to {min(at, p.end)}")
        if text[at : p.start].strip():
            raise BrokenPromise(f"lost: characters {at} to {p.start}")
        at = p.end
    if text[at:].strip():
        raise BrokenPromise(f"lost: characters {at} to {len(text)}")


def _nothing_new(page: Page) -> None:
    mends = {(*d.spans[0], d.text) for d in page.decisions if d.verb is Verb.MEND and d.status is Status.APPLIED}
    for p in pieces(page):
        if p.text is not None and tuple(p) not in mends and not (p.start == p.end and p.text in GLUE):
            raise BrokenPromise(f"invented: {p.text!r} at {p.start}")
