"""Headline groups: kicker, headline, deck and sometimes the byline, across or upright."""

import random
from dataclasses import dataclass, replace

from . import wording
from .compose import level
from .desk import Story, clauses
from .families import choose
from .forme import Box
from .galley import Compositor
from .order import Block, Op


@dataclass(slots=True)
class Head:
    """A group as laid out at the origin."""

    blocks: list[Block]
    w: float
    h: float

    def moved(self, x: float, y: float) -> list[Block]:
        return [replace(b, ops=[replace(o, x=o.x + x, y=o.y + y) for o in b.ops]) for b in self.blocks]


@dataclass(slots=True)
class Words:
    """What a headline group says."""

    title: str
    kicker: str | None = None
    deck: str | None = None


def write(r: random.Random, c: Compositor, story: Story) -> Words:
    """Kicker and deck for a story, some found in its text as a sub-editor finds them."""
    p, kicker, deck = c.p, story.kicker, story.deck
    short = clauses("".join(story.paragraphs), *((12, 45) if c.latin else (8, 20)))
    r.shuffle(short)
    if not kicker and r.random() < p.rubric_kickers:
        kicker = r.choice(wording.WORDS[p.lang]["kickers"])
    elif not kicker and short and r.random() < p.kickers:
        kicker = short.pop()
    if not deck and short and r.random() < p.decks:
        deck = ("——" if not c.latin and r.random() < 0.3 else "") + short.pop()
    return Words(story.title, kicker, deck)


class Headliner:
    """Lays out the headlines of one page; false bold, if the page has it, prints titles twice."""

    def __init__(self, c: Compositor, r: random.Random):
        self.c, self.r, self.p = c, r, c.p
        self.doubled = r.choice(["glyph", "line"]) if r.random() < c.p.doubled_titles else ""

    def across(self, cell: int, words: Words, w: float, biggest: float, byline: str | None = None) -> Head:
        """A horizontal group ``w`` em wide."""
        r, c = self.r, self.c
        align = choose(r, self.p.head_align)
        box, y, blocks = Box(0, 0, w, 0), 0.0, []
        size, title = self._sizes(words.title, w, biggest, 1.25 if w > 9 else 1.1, 2 if w > 26 else 3 if w > 14 else 5)
        small = max(1.05, min(size * 0.55, 1.7))
        for role, text, em in (
            ("kicker", words.kicker, small),
            ("title", words.title, size),
            ("deck", words.deck, small * 0.95),
        ):
            if not text:
                continue
            face = c.big if role == "title" else r.choice([c.big, c.body])
            printed = title if role == "title" else [x.text for x in c.lines(text, w / em, 0, face)]
            ops: list[Op] = []
            for line in printed:
                y += em * 1.25
                op = c.aligned(box, y - em * 0.2, line, align, em, face)
                ops += self._twice(op, em) if role == "title" and self.doubled else [op]
            y += 0.25 * em
            blocks.append(Block(role, cell, ops))
        if byline:
            y += 0.4
            ops = []
            for x in c.lines(byline, w):
                y += self.p.pitch
                ops.append(c.aligned(box, y - 0.3, x.text, align))
            blocks.append(Block("byline", cell, ops))
        return Head(blocks, w, y + 0.5)

    def _sizes(self, text: str, w: float, biggest: float, smallest: float, most_lines: int) -> tuple[float, list[str]]:
        """Type size (em) and lines of a headline."""
        found = []
        for n in range(1, most_lines + 1):
            lines = level(text, n, self.c.latin)
            size = min(biggest, w * 0.97 / max(self.c.big.width(t) for t in lines))
            if size >= smallest and len(lines) == n:
                found.append((size, lines))
        if not found:
            return smallest, [x.text for x in self.c.lines(text, w / smallest, 0, self.c.big)]
        return self.r.choice(found[:2])

    def _twice(self, op: Op, em: float) -> list[Op]:
        step = self.r.uniform(0.01, 0.04) * em
        if self.doubled == "line":
            return [op, replace(op, x=op.x + step, y=op.y + step)]
        out, x = [], op.x
        for glyph in op.text:
            if glyph != " ":
                out += [replace(op, x=x, text=glyph), replace(op, x=x + step, y=op.y + step, text=glyph)]
            x += self.c.big.width(glyph) * em
        return out

    def upright(self, cell: int, words: Words, h: float) -> Head:
        """A vertical group at most ``h`` em high, its columns read from right to left."""
        n = 1
        size = min(self.p.biggest, max(1.5, h * 0.9 / max(1, len(words.title))))
        while len(words.title) / n * size * 1.08 > h and n < 4:
            n += 1
        size = min(size, h / (len(words.title) / n + 1) / 1.08)
        small = max(1.1, size * 0.55)
        columns = [("title", t, size) for t in level(words.title, n, False)]
        for role, text in (("kicker", words.kicker), ("deck", words.deck)):
            parts = level(text, 1 + int(len(text) * small * 1.1 > h), False) if text else []
            group = [(role, t, small) for t in parts]
            columns = group + columns if role == "kicker" else columns + group
        x = w = sum(s * 1.3 for _, _, s in columns)
        made: dict[str, Block] = {}
        for role, text, s in columns:
            x -= s * 1.3
            block = made.setdefault(role, Block(role, cell, []))
            face = self.c.big if role == "title" else self.c.body
            for k, glyph in enumerate(g for g in text if g != " "):
                block.ops.append(self.c.op(x, (k + 1) * s * 1.08 - 0.15 * s, glyph, s, face))
        low = max((o.y for b in made.values() for o in b.ops), default=0.0)
        return Head(list(made.values()), w, low + 0.5)
