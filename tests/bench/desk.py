"""The copy desk: stories to be printed, and cutting them to length.

A pool is JSON lines, one story each: title, paragraphs, and optionally kicker, deck, byline, credit, kind (article,
brief, photo, list, poem), keep (genuine reduplications), subheads (paragraph numbers), lang. The bench's own stories
are in Markdown, as news/README.md says.
"""

import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

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
    keep: list[str] = field(default_factory=list)  # genuine reduplications in the text
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
    """The stories of .jsonl and .md files, without those whose title is in ``leave_out``."""
    found = []
    for path in map(Path, paths):
        text = path.read_text(encoding="utf-8")
        raw = _markdown(text) if path.suffix == ".md" else [json.loads(x) for x in text.split("\n") if x.strip()]
        for d in raw:
            title = _squeeze(d.get("title", ""))
            paragraphs = [_squeeze(p) for p in d.get("paragraphs", []) if p.strip()]
            if not title or not paragraphs or title in leave_out:
                continue
            lang = d.get("lang") or language("".join(paragraphs))
            known = {k: d[k] for k in ("kicker", "deck", "byline", "credit", "kind", "keep", "subheads") if d.get(k)}
            found.append(Story(title, paragraphs, lang=lang, **known))
    return found


def _squeeze(text: str) -> str:
    return re.sub(r"[^\S\t]+", " ", text).strip()


def _markdown(text: str) -> list[dict[str, Any]]:
    """Stories as news/README.md describes them, all in the language of the whole."""
    lang, found = language(text), list[dict[str, Any]]()
    for line in filter(None, map(str.strip, text.split("\n"))):
        head = re.match(r"(kicker|deck|byline|credit|kind|keep): (.*)", line)
        if line.startswith("# "):
            found.append({"title": line[2:], "paragraphs": [], "subheads": [], "lang": lang})
        elif head and not found[-1]["paragraphs"]:
            found[-1][head[1]] = head[2].split("|") if head[1] == "keep" else head[2]
        else:
            paragraphs = found[-1]["paragraphs"]
            if line.startswith("## "):
                found[-1]["subheads"].append(len(paragraphs))
            paragraphs.append(line.removeprefix("## ").replace(" | ", "\t"))
    return found


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
        self.keep = {w for s in mine for w in s.keep}
        rng.shuffle(mine)
        self.by_kind: dict[str, list[Story]] = {}
        for s in mine:
            self.by_kind.setdefault(s.kind, []).append(s)

    def take(self, kind: str, most: float, least: float = 0) -> Story | None:
        """A story of ``kind`` of ``least`` to ``most`` characters, else the nearest longer one, else the longest."""
        stock = self.by_kind.get(kind, [])
        if not stock:
            return None
        found = next((k for k, s in enumerate(stock) if least <= s.length <= most), None)
        if found is None:
            longer = [k for k, s in enumerate(stock) if s.length > most]
            found = min(longer[:40], key=lambda k: stock[k].length) if longer else _longest(stock)
        return stock.pop(found)


def _longest(stock: list[Story]) -> int:
    return max(range(len(stock)), key=lambda k: stock[k].length)


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
