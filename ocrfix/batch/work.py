"""One page of many, as a worker cleans it: the same function whatever engine hands it the pages.

What comes in and what goes out is plain data, so that it can cross to another process or machine. A page never stops
the others: what went wrong with it is part of its result.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypedDict

from ocrfix import formats
from ocrfix.check import BrokenPromise
from ocrfix.model import Page, Source, Status, Verb
from ocrfix.pipeline import Orders, clean
from ocrfix.profile import Profile, with_profile


@dataclass(frozen=True, slots=True)
class Item:
    """A page on its way to a worker.

    ``id`` names it among all pages of a run; ``name``, ``page`` (from 1) and ``encoding`` are those of its Source.
    """

    id: str
    text: str
    name: str = "-"
    page: int = 1
    encoding: str = "utf-8"


class Result(TypedDict):
    """What became of an item: ``cleaned``, or the ``error`` (one line) where that is None; never both.

    ``counts`` holds articles, joins, mends, drops, cuts and proposals.
    """

    id: str
    cleaned: Any
    error: str | None
    counts: dict[str, int]


Show = str | Callable[[Page], Any]  # what is wanted of a page
SHOWN: dict[str, Callable[[Page], Any]] = {  # a page as the value of one field
    "txt": formats.page_text,
    "md": formats.page_markdown,
    "json": formats.page_json,
    "jsonl": lambda page: [formats.article_json(page, a) for a in page.articles],
}
STANDING = Orders()  # nothing asked for
COUNTED = {Verb.JOIN: "joins", Verb.MEND: "mends", Verb.DROP: "drops", Verb.CUT: "cuts"}


def clean_item(
    item: Item,
    orders: Orders = STANDING,
    show: Show = "txt",
    profile: Profile | None = None,
) -> Result:
    """The cleaned page of ``item``; no page makes it raise.

    ``show`` says what ``cleaned`` is: ``"txt"`` and ``"md"`` a text, ``"json"`` the page's record (schema
    ``ocrfix/page/1``), ``"jsonl"`` a list of its articles, or what a function makes of the Page. ``orders`` and
    ``profile`` (a house memory) are those of one page; all arguments can be pickled. Raises KeyError for a ``show``
    that is none of these.
    """
    render = show if callable(show) else SHOWN[show]
    try:
        page = clean(Source(item.text, item.name, item.encoding, item.page), orders)
        if profile:
            page = with_profile(page, profile)
        return Result(id=item.id, cleaned=render(page), error=None, counts=counts(page))
    except Exception as e:
        return Result(id=item.id, cleaned=None, error=bug(e), counts={})


def counts(page: Page) -> dict[str, int]:
    """How many articles a page has, and how many decisions of each kind."""
    told = Counter(COUNTED.get(d.verb) for d in page.decisions if d.status is Status.APPLIED)
    proposals = sum(d.status is Status.PROPOSED for d in page.decisions)
    return {
        "articles": len(page.articles),
        **{name: told[name] for name in COUNTED.values()},
        "proposals": proposals,
    }


def bug(error: Exception) -> str:
    """An exception that no page should cause, on one line."""
    what = str(error) if isinstance(error, BrokenPromise) else f"{type(error).__name__}: {error}"
    return f"a bug of ocrfix, nothing written: {(what.splitlines() or [''])[0]}"
