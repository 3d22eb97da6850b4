"""The small pieces of a page: pictures with captions, briefs under a standing head, poems, lists and tables."""

import random
import re
from dataclasses import replace
from typing import Any

from . import wording
from .compose import spread
from .desk import Desk, sentences
from .families import Paper
from .forme import Box, columns_of
from .galley import Compositor, Par
from .heads import Headliner, Words
from .order import Block, Op

LEADS = re.compile(r"本报|本報|【|（|〔|新华|新華")


def truth_of(
    kind: str, title: str | None, paragraphs: list[str], byline: str | None = None, credit: str | None = None
) -> dict[str, Any]:
    return {
        "kind": kind,
        "kicker": None,
        "title": title,
        "deck": None,
        "byline": byline,
        "paragraphs": paragraphs,
        "credit": credit,
    }


class Pieces:
    """What a Setter sets besides stories."""

    p: Paper
    m: wording.Masthead
    desk: Desk
    r: random.Random
    c: Compositor
    heads: Headliner
    latin: bool
    cell: int
    blocks: list[Block]
    articles: list[dict[str, Any]]
    furniture: list[str]
    pictures: list[Box]

    def _mark(self) -> tuple[int, ...]:
        return len(self.blocks), len(self.articles), len(self.pictures), len(self.furniture)

    def _undo(self, mark: tuple[int, ...]) -> None:
        for made, n in zip((self.blocks, self.articles, self.pictures, self.furniture), mark, strict=True):
            del made[n:]  # type: ignore[attr-defined]

    def inset(self, box: Box, n: int, blocks: list[Box]) -> list[Box]:
        """Maybe a picture with its caption among the columns of a story; text may run round it."""
        p, r = self.p, self.r
        if r.random() > p.insets or box.h < 22 or n < 2:
            return []
        column = (box.w - (n - 1) * p.gutter) / n
        span = r.randint(1, max(1, n - 1))
        w = span * column + (span - 1) * p.gutter
        x = box.x + r.randint(0, n - span) * (column + p.gutter)
        if r.random() < 0.25 and column > 15 and span < n:  # half a column more: the text runs round it
            w += column * 0.45
            x = min(x, box.right - w)
        h = min(box.h * 0.6, w * r.uniform(0.6, 0.9) + 4)
        place = Box(x, box.y + r.choice([0.0, (box.h - h) * r.random(), box.h * 0.3]), w, h)
        if any(place.meets(b) for b in blocks) or h < 9:
            return []
        cell, self.cell = self.cell, 900 + len(self.articles)
        foot = self.photo(place)
        self.cell = cell
        return [replace(place, h=max(h, foot - place.y))] if foot else []

    def photo(self, box: Box) -> float:
        """A picture with its caption in ``box``; how far down it went (0 where there is none to print)."""
        p, r = self.p, self.r
        side = r.choice(["under"] * 6 + ["above", "right", "left"])
        if side in ("left", "right") and box.w < 22:
            side = "under"
        few, most = (90, 140) if not self.latin else (160, 260)
        story = self.desk.take("photo", most * 2) or self.desk.take("article", few * 1.5)
        if not story:
            return 0.0
        text = story.paragraphs[0]
        if len(text) > most:
            text = sentences(text)[0].strip()
        if r.random() < 0.2:
            text = r.choice(wording.WORDS[p.lang]["montage"]) + text
        credit = story.credit or (wording.words(r, self.m, "credits") if r.random() < 0.85 else None)
        title = story.title if r.random() < p.photo_titles else None
        w = max(9.0, box.w * 0.33) if side in ("left", "right") else box.w
        blocks, h = self.caption(title, text, credit, w)
        if side in ("left", "right"):
            picture = replace(box, x=box.x + (w + 1 if side == "left" else 0), w=box.w - w - 1, h=max(h, box.h))
            x, y = (box.x if side == "left" else box.right - w), picture.foot - h
        elif side == "above":
            picture = replace(box, y=box.y + h + 0.3, h=max(5.0, box.h - h))
            x, y = box.x, box.y
        else:
            picture = replace(box, h=max(5.0, box.h - h - 0.3))
            x, y = box.x, picture.foot + 0.3
        self.pictures.append(picture)
        for b in blocks:
            self.blocks.append(replace(b, ops=[replace(o, x=o.x + x, y=o.y + y) for o in b.ops]))
        self.articles.append(truth_of("photo", title, [text], credit=credit))
        return max(y + h, picture.foot)

    def caption(self, title: str | None, text: str, credit: str | None, w: float) -> tuple[list[Block], float]:
        """A caption ``w`` em wide at the origin, and its height: title, lines, credit at the end or on its own line."""
        p, r, c = self.p, self.r, self.c
        box, y, blocks = Box(0, 0, w, 0), 0.0, []
        if title:
            align = r.choice(["left", "center"])
            ops = []
            for x in c.lines(title, w / 1.25, 0, c.bold):
                y += 1.7
                ops.append(c.aligned(box, y - 0.2, x.text, align, 1.25, c.bold))
            blocks.append(Block("photo_title", self.cell, ops))
        em = r.choice([1.0, 0.9, 1.0])
        lines = c.lines(text, w / em, r.choice([0.0, 0.0, 2.0]) if not self.latin else 0.0)
        ops = []
        for x in lines:
            y += p.pitch * em
            tracking, spacing = spread(x, w / em, self.latin, p.justify)
            ops.append(c.op(x.indent * em, y, x.text, em, tracking=tracking * em, spacing=spacing * em))
        if credit:
            end, long = (lines[-1].width + lines[-1].indent) * em, c.body.width(credit) * em
            if end + long + 0.8 * em <= w and r.random() < 0.75:
                ops.append(c.op(r.choice([w - long, end + 0.8 * em]), y, credit, em))
            else:
                y += p.pitch * em
                ops.append(c.aligned(box, y, credit, r.choice(["right", "right", "left"]), em))
        blocks.append(Block("caption", self.cell, ops))
        return blocks, y + 0.5

    def briefs(self, box: Box, columns: int) -> float:
        """Short items one below the other, mostly under a standing head."""
        p, r = self.p, self.r
        y, before = box.y, self._mark()
        if r.random() < 0.8:
            rubric = r.choice(wording.WORDS[p.lang]["rubrics"])
            y += 2.2
            role = "furniture" if r.random() < 0.4 else "kicker"
            self.blocks.append(
                Block(role, self.cell, [self.c.aligned(box, y - 0.5, rubric, "center", 1.7, self.c.big)])
            )
            self.furniture.append(rubric)
            y += 0.6
        cols = columns_of(Box(box.x, y, box.w, box.foot - y), columns, p.gutter)
        titles, mixed = r.random() < p.brief_titles, r.random() < 0.3
        align, white = r.choice(["left", "center"]), r.choice([0.0, 0.7])
        mark = r.choice(["", "", "", "■", "●", "▲", "□"])
        pars: list[Par] = []
        while True:
            story = self.desk.take("brief", 150 if not self.latin else 320) or self.desk.take(
                "article", 260 if not self.latin else 500
            )
            if not story:
                break
            text = story.paragraphs[0]
            if len(text) > (200 if not self.latin else 500):
                text = "".join(sentences(text)[:3]).strip()
            if not self.latin and r.random() < 0.3 and not LEADS.match(text):
                text = wording.words(r, self.m, "datelines") + text
            title = story.title if titles and not (mixed and r.random() < 0.5) else None
            new = [Par(mark + title, "title", align, bold=True, before=white)] if title else []
            new.append(Par(text, indent=p.indent, before=0.0 if title else white))
            name = wording.byline(r, self.m, "end") if r.random() < 0.15 else None
            if name:
                new.append(Par(name, "byline", "right"))
            if self.c.pour(self.cell, pars + new, cols).rest:
                break
            pars += new
            self.articles.append(truth_of("brief", title, [text], byline=name))
        if not pars:
            self._undo(before)
            return box.y
        poured = self.c.pour(self.cell, pars, cols)
        for b in poured.blocks:
            b.role = "body"
        self.blocks += _merged(poured.blocks)
        return max(y, poured.foot)

    def verse(self, box: Box) -> float:
        """A poem, or a list of names or figures: every line a paragraph."""
        p, r = self.p, self.r
        poem = r.random() < p.poems / max(0.001, p.poems + p.lists)
        story = self.desk.take("poem" if poem else "list", box.h / p.pitch * 12)
        if poem and not story:
            return box.y
        title, lines = (story.title, story.paragraphs) if story else wording.roll(r, p.lang, box.w)
        lines = lines[: max(4, int((box.h - 6) / p.pitch))]
        name = (story.byline if story else None) or (wording.byline(r, self.m, "author") if poem else None)
        head = self.heads.across(self.cell, Words(title), box.w, 2.2, name)
        self.blocks += head.moved(box.x, box.y)
        y, ops = box.y + head.h, list[Op]()
        align = r.choice(["left", "center"]) if poem else "left"
        stanza = r.choice([4, 4, 3, 5, 99])
        printed = []
        for k, text in enumerate(lines):
            y += p.pitch * (1.6 if poem and k and k % stanza == 0 else 1)
            cells = text.split("\t")
            step = box.w / len(cells)
            for n, t in enumerate(cells):
                row = self.c.lines(t, step)
                for x in row:
                    ops.append(self.c.aligned(Box(box.x + n * step, y, step, 1), y, x.text, align))
                    y += p.pitch * (x is not row[-1])
            printed.append(" ".join(cells))
        self.blocks.append(Block("body", self.cell, ops))
        self.articles.append(truth_of("list", title, printed, byline=name))
        return y + 0.5


def _merged(blocks: list[Block]) -> list[Block]:
    """Neighbouring blocks of one column in one."""
    out: list[Block] = []
    for b in blocks:
        if out and out[-1].column == b.column:
            out[-1].ops.extend(b.ops)
        else:
            out.append(b)
    return out
