"""Whether a page prints what its truth says: the characters of both, counted."""

import re
import unicodedata
from collections import Counter
from html.parser import HTMLParser
from typing import Any

from ..score import printed

_UNCOUNTED = re.compile("[\\s\x02\u00ad\u200b\u2010\u2011-]+")


def characters(text: str) -> Counter[str]:
    """How often ``text`` has each character; spaces and hyphens aside, forms for upright text as their plain ones."""
    return Counter(_UNCOUNTED.sub("", unicodedata.normalize("NFKC", text)))


def differences(text: str, truth: dict[str, Any]) -> tuple[str, str]:
    """Characters of the truth that ``text`` lacks, and what it has beyond; banners and headlines may be printed again."""
    want, have = characters("".join(printed(truth))), characters(text)
    again = characters("".join([*truth["banners"] * 2, *(a["title"] or "" for a in truth["articles"])]))
    return "".join((want - have).elements()), "".join((have - want - again).elements())


class _Words(HTMLParser):
    """Collects what an HTML page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("style", "script", "title") or ("class", "ghost") in attrs

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "script", "title", "i")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(data)


def words(html: str) -> str:
    """The text of an HTML page, without ghosts of letters."""
    parser = _Words()
    parser.feed(html)
    return "".join(parser.found)
