"""The copy desk: stories to be printed, and cutting them to length.

A pool is JSON lines, one story each: title, paragraphs, and optionally kicker, deck, byline, kind (article, brief,
photo, list, poem), credit, reduplications, subheads (paragraph numbers). Pools of one's own are read the same way.
"""

import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from .compose import HAN

SIMPLIFIED_ONLY = re.compile(
    "[这们说时会发对见门产业务东国为来个过还进现开从长动实关问头间样经点将两无没战报总员军华电气书车马记话应资质让设认议谈论证识别转运输边达选连远适领题页顾须类风飞饭馆钟铁银错钱]"
)


@dataclass(slots=True)
class Story:
    """One story as its writer handed it in."""

    title: str
    paragraphs: list[str]
    kicker: str | None = None
    deck: str | None = None
    byline: str | None = None
    credit: str | None = None
    kind: str = "article"
    reduplications: list[str] = field(default_factory=list)
    subheads: list[int] = field(default_factory=list)  # which paragraphs are subheads
    lang: str = "zh-Hans"

    @property
    def length(self) -> int:
        return sum(map(len, self.paragraphs))


def language(text: str) -> str:
    """zh-Hans, zh-Hant or en, by the characters."""
    if len(HAN.findall(text)) < len(text) / 3:
        return "en"
    return "zh-Hans" if SIMPLIFIED_ONLY.search(text) else "zh-Hant"


def read(paths: Iterable[Path | str], leave_out: frozenset[str] = frozenset()) -> list[Story]:
    """The stories of JSON lines files, without those whose title is in ``leave_out``."""
    stories = []
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            d = json.loads(line) if line.strip() else {}
            paragraphs = [re.sub(r"\s+", " ", p.replace("\u3000", " ")).strip() for p in d.get("paragraphs", [])]
            paragraphs = [p for p in paragraphs if p]
            if not paragraphs or not d.get("title") or d["title"] in leave_out:
                continue
            known = {
                k: d[k]
                for k in ("kicker", "deck", "byline", "credit", "kind", "reduplications", "subheads")
                if d.get(k)
            }
            lang = d.get("lang") or language("".join(paragraphs))
            stories.append(Story(re.sub(r"\s+", " ", d["title"]).strip(), paragraphs, lang=lang, **known))
    return stories


def traditional(stories: Iterable[Story]) -> list[Story]:
    """Simplified stories in the characters and words of Taiwan (needs OpenCC)."""
    from opencc import OpenCC

    change = OpenCC("s2twp").convert
    quotes = str.maketrans("“”‘’", "「」『』")

    def turn(text: str | None) -> str | None:
        return change(text).translate(quotes) if text else text

    out = []
    for s in stories:
        if s.lang == "zh-Hans":
            heads = {k: turn(getattr(s, k)) for k in ("kicker", "deck", "byline", "credit")}
            text = [turn(p) or "" for p in s.paragraphs]
            out.append(replace(s, title=turn(s.title) or "", paragraphs=text, lang="zh-Hant", **heads))
    return out


class Desk:
    """Hands out stories of one language and kind, each once a page, best fitting first."""

    def __init__(self, stories: list[Story], lang: str, rng: random.Random):
        self.rng = rng
        mine = [s for s in stories if s.lang == lang]
        rng.shuffle(mine)
        self.by_kind: dict[str, list[Story]] = {}
        for s in mine:
            self.by_kind.setdefault(s.kind, []).append(s)

    def take(self, kind: str, most: float, least: float = 0) -> Story | None:
        """A story of ``kind`` between ``least`` and ``most`` characters, else the nearest longer one, or None."""
        stock = self.by_kind.get(kind, [])
        found = next((k for k, s in enumerate(stock) if least <= s.length <= most), None)
        if found is None:
            longer = [k for k, s in enumerate(stock) if s.length > most]
            if not longer:
                return None
            found = min(longer[:40], key=lambda k: stock[k].length)
        return stock.pop(found)


_SENTENCE = re.compile(r"[^。！？!?]*?(?:[。！？!?]+[”’」』）)\"]*|(?<=[a-z0-9])\.[”\"]?(?=\s|$))\s*")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph (a rough cut, for shortening)."""
    found = _SENTENCE.findall(text)
    rest = text[sum(map(len, found)) :]
    return [*found, rest] if rest.strip() else found


def clauses(text: str, least: int, most: int) -> list[str]:
    """Clauses of a text without quotes or digits, fit for a kicker, a subhead or a line of verse."""
    parts = re.split(r"[，。；！？：、]|, |\. |; ", text)
    clean = [p.strip() for p in parts if not re.search(r"[“”「」『』《》（）()\"0-9０-９]", p)]
    return [p for p in clean if least <= len(p) <= most]


def with_subheads(r: random.Random, paragraphs: list[str], least: int, most: int) -> tuple[list[str], set[int]]:
    """Short clauses of a paragraph printed above it, here and there: the new paragraphs, and which are subheads."""
    out: list[str] = []
    at: set[int] = set()
    for k, text in enumerate(paragraphs):
        found = clauses(text, least, most) if 0 < k < len(paragraphs) - 1 and len(text) > 60 else []
        if found and r.random() < 0.5:
            at.add(len(out))
            out.append(r.choice(found))
        out.append(text)
    return out, at
