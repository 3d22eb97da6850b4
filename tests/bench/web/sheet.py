"""One page in the making: its frames, and the truth about what they print."""

import random
from html import escape
from typing import Any, NamedTuple

from ..desk import Desk, Story
from .habits import Habits
from .speech import Speech


class Frame(NamedTuple):
    """A text frame: what it is, and the story it belongs to (-1: none)."""

    role: str
    story: int


class Sheet:
    """Keeps the frames in the order in which they were made, and everything that was printed."""

    def __init__(self, habits: Habits, stories: list[Story], r: random.Random):
        self.h, self.r = habits, r
        self.speech = Speech(r, habits.lang, r.choice(habits.names))
        self.desk = Desk(stories, habits.lang, r)
        self.frames: list[Frame] = []
        self.articles: list[dict[str, Any]] = []
        self.banners: list[str] = []
        self.furniture: list[str] = []

    def frame(self, role: str, story: int, inner: str, style: str = "") -> str:
        """A frame that holds ``inner``; it may be moved in the stream."""
        self.frames.append(Frame(role, story))
        return f'<div class="f {role}" id="f{len(self.frames) - 1}" style="{style}">{inner}</div>'

    def aside(self, text: str, tag: str = "p", kind: str = "") -> str:
        """Furniture: noted in the truth and marked up."""
        self.furniture.append(text)
        return f'<{tag} class="{kind}">{escape(text, False)}</{tag}>'

    def article(self, kind: str, paragraphs: list[str], **parts: str | None) -> int:
        """Note an article of the truth; its number."""
        known = {k: parts.get(k) for k in ("kicker", "title", "deck", "byline")}
        self.articles.append({"kind": kind, **known, "paragraphs": paragraphs, "credit": parts.get("credit")})
        return len(self.articles) - 1


def mark(tag: str, text: str | None, kind: str = "", style: str = "") -> str:
    """``text`` in a tag; nothing where there is none."""
    if not text:
        return ""
    return f'<{tag} class="{kind}" style="{style}">{escape(text, False)}</{tag}>'
