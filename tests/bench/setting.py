"""Setting stories: headline, byline and body in the columns of a cell, round insets, cut to length, jumped, rejoined.

A Setter keeps the blocks laid down for one page and the truth about what was printed.
"""

import random
import re
from dataclasses import replace
from typing import Any

from . import wording
from .compose import HAN
from .desk import Desk, Story, sentences, with_subheads
from .families import Paper, choose
from .forme import Box, around, columns_of
from .galley import Compositor, Par, Poured
from .heads import Head, Headliner, Words, write
from .order import Block
from .pieces import Pieces

Truth = dict[str, Any]
DATELINED = re.compile(r"本报|本報|【|〔|（|新华社|新華社|[A-Z]{4,}")


class Setter(Pieces):
    """Sets the cells of one page."""

    def __init__(self, paper: Paper, mast: wording.Masthead, desk: Desk, r: random.Random):
        self.p, self.m, self.desk, self.r = paper, mast, desk, r
        self.c = Compositor(paper)
        self.latin = self.c.latin
        self.heads = Headliner(self.c, r)
        self.blocks: list[Block] = []
        self.articles: list[Truth] = []
        self.furniture: list[str] = []
        self.pictures: list[Box] = []
        self.rules: list[Box] = []
        self.cell = 0
        self.waiting: list[tuple[Truth, list[Par]]] = []  # stories to be continued on this page

    def story(self, box: Box, columns: int) -> float:
        """Set a story in ``box``; how far down it went (its top where none fits)."""
        p, r = self.p, self.r
        self.cell += 1
        n = columns
        if r.random() < p.redivide and n > 1 and not self.latin:
            n += r.choice([-1, 1])
        while n > 1 and (box.w - (n - 1) * p.gutter) / n < 8.5:
            n -= 1
        if self.waiting and r.random() < 0.8:
            return self.continuation(box, n)
        room = box.w * box.h / p.pitch * (2.1 if self.latin else 0.92)
        story = self.desk.take("article", room * 1.3, room * 0.65)
        if not story:
            return box.y
        mark = self._mark()
        words, how = write(r, self.c, story), choose(r, p.byline)
        name = self.byline_for(story, how)
        place = self.head_place(box, n)
        body, blocks, below = self.lay_head(place, words, box, n, name if how == "title" else None)
        if place == "vertical" and how == "title":
            how = "top"
        inset = self.inset(body, n, blocks)
        cols = columns_of(body, n, p.gutter)
        truth: Truth = {
            "kind": "article", "kicker": words.kicker, "title": words.title, "deck": words.deck,
            "byline": None if how in ("none", "dateline") else name, "paragraphs": [], "credit": None,
        }  # fmt: skip
        self.articles.append(truth)
        foot = self.set_body(story, truth, cols, blocks + inset, how, name)
        if not truth["paragraphs"]:  # a headline without a story is not printed
            self._undo(mark)
            return box.y
        if below:
            self.blocks += below.moved(box.x, foot + 0.8)
            foot += below.h + 0.8
        return max([foot, *(b.foot for b in blocks + inset)])

    def byline_for(self, story: Story, how: str) -> str:
        if how.startswith("end"):
            return wording.byline(self.r, self.m, "end")
        known = (
            story.byline
            if self.p.byline_style == "author" and story.byline and (HAN.search(story.byline) or self.latin)
            else None
        )
        return self.r.choice(wording.WORDS[self.p.lang]["byline_mark"]) + (
            known or wording.byline(self.r, self.m, self.p.byline_style)
        )

    # ---- where the headline stands

    def head_place(self, box: Box, n: int) -> str:
        weights = dict(self.p.headline)
        if n < 2:
            weights = {k: v for k, v in weights.items() if k in ("above", "below", "vertical")}
        if n < 3:
            weights.pop("inside", None)
            weights.pop("part", None)
        if box.h < 20 or self.latin or box.w < 18:
            weights.pop("vertical", None)
        return choose(self.r, weights or {"above": 1})

    def lay_head(
        self, place: str, words: Words, box: Box, n: int, byline: str | None
    ) -> tuple[Box, list[Box], Head | None]:
        """The body's box, what stands in its way, and a headline still to be put below the body."""
        p, r = self.p, self.r
        column = (box.w - (n - 1) * p.gutter) / n
        if place == "vertical":
            head = self.heads.upright(self.cell, words, min(box.h - 2, r.uniform(12, 30)))
            if head.w < box.w * 0.4:
                left = r.random() < 0.5
                self.blocks += head.moved(box.x if left else box.right - head.w, box.y)
                stands = Box(box.x if left else box.right - head.w, box.y, 0.0, head.h)  # keeps the next story clear
                return Box(box.x + (head.w + 1) * left, box.y, box.w - head.w - 1, box.h), [stands], None
            place = "above"
        biggest = min(p.biggest, 1.4 + box.w * box.h / 900)
        if place in ("above", "below"):
            head = self.heads.across(self.cell, words, box.w, biggest, byline)
            if place == "below":
                return replace(box, h=max(6.0, box.h - head.h - 1)), [], head
            self.blocks += head.moved(box.x, box.y)
            return replace(box, y=box.y + head.h, h=box.h - head.h), [], None
        span = r.randint(2, n - 1) if place == "part" else r.randint(1, n - 2) if place == "inside" else 1
        first = {"left": 0, "right": n - 1, "inside": r.randint(1, max(1, n - span - 1))}.get(
            place, r.choice([0, n - span])
        )
        w = span * column + (span - 1) * p.gutter
        head = self.heads.across(self.cell, words, w, min(biggest, 1.3 + w / 9), byline)
        x, y, alone = box.x + first * (column + p.gutter), box.y, False
        if place == "inside" and box.h - head.h > 14:
            y += r.uniform(5, box.h - head.h - 6)
        elif place in ("left", "right") and r.random() < 0.5 and box.h > head.h:
            y += min(6.0, (box.h - head.h) / 2)
            alone = True  # nothing else stands in the headline's column
        self.blocks += head.moved(x, y)
        if alone:
            rest = replace(box, w=box.w - column - p.gutter, x=box.x + (column + p.gutter) * (place == "left"))
            return rest, [Box(x, y, w, head.h)], None
        return box, [Box(x, y, w, head.h)], None

    # ---- the body

    def set_body(self, story: Story, truth: Truth, cols: list[Box], blocks: list[Box], how: str, name: str) -> float:
        p, r = self.p, self.r
        paragraphs, subheads = list(story.paragraphs), set(story.subheads)
        if not subheads and len(paragraphs) > 3 and r.random() < p.subheads:
            paragraphs, subheads = with_subheads(r, paragraphs, *((8, 32) if self.latin else (4, 13)))
        if (how == "dateline" or (self.latin and r.random() < 0.3)) and not DATELINED.match(paragraphs[0]):
            paragraphs[0] = wording.words(r, self.m, "datelines") + paragraphs[0]
        came, goes = r.random() < p.jumps * 0.6, r.random() < p.jumps
        again = not goes and not self.waiting and r.random() < p.rejoined
        lead = [self.jump_line(truth, onward=False)] if came else []
        if came and len(paragraphs[0]) > 60:  # begins in mid sentence
            k = len(paragraphs[0]) // 3
            paragraphs[0] = paragraphs[0][paragraphs[0].find(" ", k) + 1 if self.latin else k :].lstrip()
        if how == "top":
            lead.append(Par(name, "byline", r.choice(["left", "center", "left", "right"]), before=r.choice([0.0, 0.3])))
        style = r.choice(["left", "center"])
        pars = [
            Par(t, align=style, bold=True, before=0.5)
            if k in subheads
            else Par(t, indent=0.0 if came and k == 0 else p.indent)
            for k, t in enumerate(paragraphs)
        ]
        if self.latin and r.random() < p.drop_caps and pars[0].text[0].isalpha() and not came:
            pars[0] = replace(pars[0], drop_cap=True)
        tail = [self.jump_line(truth, onward=True)] if goes or again else []
        if how == "end_line":
            tail.insert(0, Par(name, "byline", "right"))
        foot, lead, pars, cols = self.wide_lead(lead, pars, cols, blocks)
        pars, left = self.fit(pars, cols, blocks, lead, tail, goes or again)
        if not pars:
            return cols[0].y
        if again and left:
            self.waiting.append((truth, left))
        if how == "end":
            pars, tail = self.sign(pars, tail, name, cols[0].w)
        if pars[-1].unfinished and how.startswith("end"):
            tail = [t for t in tail if t.role != "byline"]
            pars[-1] = replace(pars[-1], tail="")
            truth["byline"] = None
        truth["paragraphs"] = [x.text for x in self.led + pars if x.role == "body"]
        return max(foot, self.balance([*lead, *pars, *tail], cols, blocks))

    def jump_line(self, truth: Truth, onward: bool) -> Par:
        word = str(truth["title"]).split()[0][:12] if self.latin else ""
        words = wording.jump(self.r, self.m, onward, word)
        self.furniture.append(words)
        return Par(words, "jump", self.r.choice(["right", "left"]))

    def wide_lead(
        self, lead: list[Par], pars: list[Par], cols: list[Box], blocks: list[Box]
    ) -> tuple[float, list[Par], list[Par], list[Box]]:
        """Now and then the first paragraph across all columns; what is left to be set, and where."""
        self.led: list[Par] = []
        if blocks or len(cols) != 2 or len(pars) < 3 or len(pars[0].text) > 260 or self.r.random() > 0.12:
            return 0.0, lead, pars, cols
        whole = replace(cols[0], w=cols[-1].right - cols[0].x)
        poured = self.c.pour(self.cell, [*lead, pars[0]], [whole])
        if poured.rest or poured.foot > cols[0].y + cols[0].h / 2:
            return 0.0, lead, pars, cols
        self.led = [pars[0]]
        self.blocks += [replace(b, column=-1) for b in poured.blocks]
        down = poured.foot + 0.5 - cols[0].y
        return poured.foot, [], pars[1:], [replace(c, y=c.y + down, h=c.h - down) for c in cols]

    def sign(self, pars: list[Par], tail: list[Par], name: str, measure: float) -> tuple[list[Par], list[Par]]:
        """The writer's name at the end of the last line, or on its own line where there is no room."""
        signed = replace(pars[-1], tail=name)
        if pars[-1].align == "fill" and self.c.tail_fits(signed, measure):
            return [*pars[:-1], signed], tail
        return pars, [Par(name, "byline", "right"), *tail]

    def places(self, cols: list[Box], blocks: list[Box]) -> list[Box]:
        return [b for c in cols for b in around(c, blocks, 0.9, 3 * self.p.pitch)]

    def fit(
        self, pars: list[Par], cols: list[Box], blocks: list[Box], lead: list[Par], tail: list[Par], hard: bool
    ) -> tuple[list[Par], list[Par]]:
        """As much of ``pars`` as there is room for, and what is left over; ``hard`` cuts in mid sentence."""
        boxes = self.places(cols, blocks)
        if not boxes:
            return [], pars
        boxes[-1] = replace(boxes[-1], h=boxes[-1].h - (len(tail) + 1) * self.p.pitch)
        if hard:  # a jump needs something to jump
            boxes = [replace(b, h=b.h * self.r.uniform(0.6, 0.95)) for b in boxes]
        rest = self.c.pour(self.cell, [*lead, *pars], boxes).rest
        if not rest:
            return pars, []
        k = rest[0] - len(lead)
        if k < 0:
            return [], pars
        if hard and self.r.random() < 0.75:
            return self.cut(pars, k, rest[1])
        while len(pars) > 1 and rest:
            pars = pars[:-2] if len(pars) > 2 and pars[-2].bold else pars[:-1]
            rest = self.c.pour(self.cell, [*lead, *pars], boxes).rest
        parts = sentences(pars[0].text)
        while rest and len(parts) > 1:
            parts.pop()
            pars = [replace(pars[0], text="".join(parts).strip())]
            rest = self.c.pour(self.cell, [*lead, *pars], boxes).rest
        return ([], pars) if rest or pars[0].bold else (pars, [])

    def cut(self, pars: list[Par], k: int, rest: str) -> tuple[list[Par], list[Par]]:
        """``pars`` cut where paragraph ``k`` has ``rest`` still to come; never inside a word."""
        text = pars[k].text
        shown = text[: len(text) - len(rest)].rstrip()
        if self.latin and shown and not text[len(shown)].isspace():
            shown = shown[: shown.rfind(" ") + 1].rstrip()
        kept, left = pars[:k], [replace(p, drop_cap=False) for p in pars[k:]]
        if shown and not pars[k].bold:
            kept.append(replace(pars[k], text=shown, unfinished=True))
            left[0] = replace(left[0], text=text[len(shown) :].lstrip(), indent=0.0)
        while kept and kept[-1].bold:
            left.insert(0, kept.pop())
        return kept, left

    def balance(self, pars: list[Par], cols: list[Box], blocks: list[Box]) -> float:
        """Pour into columns of the least equal depth that holds everything; the foot of it."""

        def pour(depth: float) -> Poured:
            return self.c.pour(self.cell, pars, self.places([replace(c, h=depth) for c in cols], blocks))

        low, high = 0.0, max(6.0, cols[0].h)
        while (poured := pour(high)).rest:
            low, high = high, high + 4 * self.p.pitch
        if self.r.random() < self.p.balanced or len(cols) == 1:
            while high - low > self.p.pitch / 2:
                middle = (low + high) / 2
                trial = pour(middle)
                low, high, poured = (middle, high, poured) if trial.rest else (low, middle, trial)
        self.blocks += poured.blocks
        return poured.foot

    def continuation(self, box: Box, n: int) -> float:
        """The rest of a story that was interrupted elsewhere on the page, under a jump line."""
        truth, pars = self.waiting.pop()
        mark = self._mark()
        lead = [self.jump_line(truth, onward=False)]
        cols = columns_of(box, n, self.p.gutter)
        kept, _ = self.fit(pars, cols, [], lead, [], hard=False)
        if not kept:
            self._undo(mark)
            self.waiting.insert(0, (truth, pars))
            return box.y
        done = truth["paragraphs"]
        if kept[0].indent == 0.0 and not kept[0].bold:
            done[-1] += (" " if self.latin else "") + kept[0].text
            done += [x.text for x in kept[1:]]
        else:
            done += [x.text for x in kept]
        return self.balance([*lead, *kept], cols, [])
