"""A document goes in; its articles come out, or its clean pages, each with what is known of it.

What all steps share. A document is a page, or several with form feeds between. A page that breaks a promise goes on as
it came, with the reason: no page is lost, and none stops the others.
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, get_args

from ocrfix.batch.work import STANDING, Item, clean_item, counts
from ocrfix.formats import article_json, article_text, page_text
from ocrfix.model import Page
from ocrfix.pipeline import Orders

By = Literal["article", "page"]
FACTS: dict[str, tuple[str, ...]] = {  # what may be known of a part, by what is handed on: texts and numbers
    "article": ("kind", "kicker", "title", "deck", "byline", "credit", "article", "banners", "page", "error"),
    "page": ("articles", "joins", "mends", "drops", "cuts", "proposals", "banners", "page", "error"),
}


class Part(NamedTuple):
    """What goes on in place of a document: a text, the end of its id, and facts, of ``FACTS[by]``."""

    text: str
    suffix: str
    facts: dict[str, Any]


def parts(text: str | None, by: By = "article", orders: Orders = STANDING) -> list[Part]:
    """The articles of a document, or its clean pages; where there is no text, none.

    Raises ValueError where ``by`` is neither.
    """
    if by not in FACTS:
        raise ValueError(f"by={by!r}: expected {' or '.join(map(repr, get_args(By)))}")
    pages = [(n, page) for n, page in enumerate((text or "").split("\f"), 1) if page.strip()]
    found: list[Part] = []
    for n, page in pages:
        suffix, number = (f"/p{n}", {"page": n}) if len(pages) > 1 else ("", {})
        result = clean_item(Item("", page, page=n), orders, _articles if by == "article" else _page)
        cleaned = [Part(page, "", {"error": result["error"]})] if result["error"] else result["cleaned"]
        found += (Part(part, suffix + end, facts | number) for part, end, facts in cleaned)
    return found


def told(own: Mapping[str, Any], part: Part) -> dict[str, Any]:
    """What is known of a part, beside what was known of its document.

    The title of a page is not that of an article on it: where the article has none, neither has the part.
    """
    kept = {key: value for key, value in own.items() if key not in part.facts}
    return kept | {key: value for key, value in part.facts.items() if value is not None}


def _articles(page: Page) -> list[Part]:
    found = []
    for n, article in enumerate(page.articles, 1):
        known = {key: value for key, value in article_json(page, article).items() if key != "paragraphs"}
        heads = {key: value and value.replace("\n", " ") for key, value in known.items()}  # on one line
        facts = heads | {"article": n} | _banners(page)
        found.append(Part(article_text(page, article), f"/{n}", facts))
    return found


def _page(page: Page) -> list[Part]:
    return [Part(page_text(page), "", counts(page) | _banners(page))]


def _banners(page: Page) -> dict[str, Any]:
    return {"banners": "\n".join(map(page.text, page.banners))} if page.banners else {}
