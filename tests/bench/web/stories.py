"""A story in HTML: its headline and its text as frames, and where a paper puts the one beside the other."""

import random
import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from ..compose import HAN
from ..desk import Story, clauses, sentences, with_subheads
from ..families import choose
from .habits import maybe
from .pieces import figure
from .sheet import Sheet, mark


@cache
def _hyphenator() -> Any:
    import pyphen  # type: ignore[import-untyped,unused-ignore]

    return pyphen.Pyphen(lang="en_US", left=2, right=3)


def soft(text: str) -> str:
    """Soft hyphens where long words may be parted."""
    return re.sub(r"(?<![\w-])[A-Z]?[a-z]{5,}(?![\w-])", lambda m: str(_hyphenator().inserted(m[0], "\u00ad")), text)


@dataclass(slots=True)
class Copy:
    """A story as edited: what is printed of it."""

    paragraphs: list[str]
    subheads: set[int] = field(default_factory=set)
    begins: bool = True  # not in mid sentence
    ends: bool = True


def edit(s: Sheet, raw: Story) -> Copy:
    """Cut to length, given subheads, a dateline, a beginning or end elsewhere."""
    h, r = s.h, s.r
    kept: list[str] = []
    for p in raw.paragraphs:
        if kept and sum(map(len, kept)) + len(p) > h.longest:
            break
        kept.append(p)
    while len(kept) - 1 in raw.subheads:
        kept.pop()
    copy = Copy(kept, {k for k in raw.subheads if k < len(kept)})
    if not copy.subheads and len(kept) > 3 and maybe(r, h.subheads):
        copy = Copy(*with_subheads(r, kept, *((8, 34) if h.latin else (4, 13))))
    last = copy.paragraphs[-1]
    if maybe(r, h.jump) and len(copy.paragraphs) > 1 and len(last) > 40:
        k = len(last) * r.randint(40, 80) // 100
        copy.paragraphs[-1] = last[: last.find(" ", k) if h.latin else k].rstrip()
        copy.ends = False
    first = copy.paragraphs[0]
    if maybe(r, h.resumed) and len(first) > 80:
        k = len(first) // 3
        copy.paragraphs[0] = first[first.find(" ", k) + 1 if h.latin else k :].lstrip()
        copy.begins = False
    return copy


def story(s: Sheet, raw: Story, width: float, rank: float) -> str:
    """A story ``width`` wide; ``rank`` from 0 to 1 is how big its headline may be."""
    h, r = s.h, s.r
    copy = edit(s, raw)
    columns = h.columns(width)
    where = choose(r, h.heads)
    length = sum(map(len, copy.paragraphs))
    deep = h.area(length) / width
    if (where == "side" and (columns < 3 or deep < 60)) or (where in ("left", "right") and (deep < 230 or width < 200)):
        where = "top"
    how = choose(r, h.byline)
    if how == "dateline" and not re.match(r"本报|本報|【|（|〔|[A-Z]{4,}", copy.paragraphs[0]) and copy.begins:
        copy.paragraphs[0] = s.speech.say("dateline") + copy.paragraphs[0]
    name = _byline(s, raw, how)
    title = raw.title.upper() if h.headcase == "upper" else raw.title
    kicker = (raw.kicker or s.speech.say("kicker")) if maybe(r, h.kicker) else None
    deck = (raw.deck or _deck(s, copy)) if maybe(r, h.deck) else None
    if not copy.ends and how in ("end", "tail"):
        name = None
    number = s.article("article", copy.paragraphs, kicker=kicker, title=title, deck=deck, byline=name)
    upright = where in ("left", "right")
    room = min(deep * 0.8, 420) if upright else width * (0.3 if where == "side" else 1)
    size = _headline_size(s, title, room, rank)
    shadow = f";text-shadow:{r.uniform(1, 2):.1f}px 1px 0 #aaa" if maybe(r, h.shadowed) else ""
    head = (
        mark("div", kicker, "kicker")
        + mark("h2", title, "title", f"font-size:{size:.1f}px{shadow}")
        + mark("div", deck, "deck")
    )
    head += mark("div", name, "by") if how == "head" else ""
    align = r.choice(["left", "center"]) if h.head_align == "any" else h.head_align
    style = f"text-align:{align};"
    if upright:
        style += f"writing-mode:vertical-rl;height:{room:.0f}px;text-align:left;flex:none;"
    framed = s.frame("head", number, head, style)
    inner = width - (size * 2.6 if upright else width * 0.33 if where == "side" else 0)
    text = _body(s, number, copy, name, how, inner)
    classes = f"story {where} {'boxed' if maybe(r, h.boxed) else ''}"
    return f'<section class="{classes}">{framed}{text}</section>'


def _byline(s: Sheet, raw: Story, how: str) -> str | None:
    if how in ("dateline", "none"):
        return None
    if how in ("end", "tail"):
        return s.speech.say("by_end")
    own = raw.byline if raw.byline and bool(HAN.search(raw.byline)) != s.h.latin and maybe(s.r, 0.25) else None
    return own or s.speech.say("by_under")


def _deck(s: Sheet, copy: Copy) -> str | None:
    found = [c for p in copy.paragraphs[1:] for c in clauses(p, *((24, 70) if s.h.latin else (8, 20)))]
    if not found:
        return None
    deck = s.r.choice(found)
    return deck[0].upper() + deck[1:]


def _headline_size(s: Sheet, title: str, room: float, rank: float) -> float:
    """So that a headline takes one to three lines."""
    em = len(title) * (0.52 if s.h.latin else 1.05)
    lines = s.r.choice([1, 1, 2, 2, 3]) if s.h.latin else s.r.choice([1, 1, 1, 2])
    most = s.h.size * 1.4 + (s.h.biggest - s.h.size * 1.4) * rank
    longest = max(map(len, title.split())) * 0.62 if s.h.latin else 2
    return max(s.h.size * 1.15, min(most, room * lines / em * 0.93, room / longest))


def _body(s: Sheet, number: int, copy: Copy, name: str | None, how: str, width: float) -> str:
    h, r = s.h, s.r
    columns = h.columns(width)
    first = mark("p", name, "by") if how == "top" else ""
    if not copy.begins:
        first += s.aside(_jump(s, "jump_from", number), "p", "jump")
    drop = maybe(r, h.drop) and copy.begins and copy.paragraphs[0][0].isalpha()
    parts = []
    for k, text in enumerate(copy.paragraphs):
        if k in copy.subheads:
            parts.append(mark("p", text, "sub"))
            continue
        typed = "\u3000\u3000" if h.indent == "typed" and copy.begins | (k > 0) else ""
        tail = k == len(copy.paragraphs) - 1 and how == "tail" and name
        run = mark(
            "p", typed + (soft(text) if h.hyphens else text), "drop" if drop and k == 0 else "flush" if k == 0 else ""
        )
        parts.append(run.replace("</p>", mark("span", name, "tail") + "</p>") if tail else run)
    if how == "end":
        parts.append(mark("p", name, "by last"))
    if not copy.ends:
        parts.append(s.aside(_jump(s, "jump_on", number), "p", "jump"))
    upright = maybe(r, h.upright)
    if len(parts) > 3 and not upright:
        _insets(s, parts, copy)
    style = f"columns:{columns};"
    if upright:
        deep = h.measure * h.size
        lines = 2 + sum(-(-(len(p) + 3) // int(h.measure)) for p in copy.paragraphs)
        rows = max(1, -int(-lines * h.size * h.lead * 1.03 // width))
        style = f"writing-mode:vertical-rl;margin-left:auto;columns:{rows};height:{rows * deep + (rows - 1) * h.gutter:.0f}px;"
    return s.frame("body", number, first + "".join(parts), style)


def _jump(s: Sheet, key: str, number: int) -> str:
    words = re.findall(r"\w+", str(s.articles[number]["title"])) if s.h.latin else [""]
    word = max(words, key=len).upper()
    return s.speech.fill(str(s.r.choice(s.speech.words[key])).replace("{word}", word))


def _insets(s: Sheet, parts: list[str], copy: Copy) -> None:
    """Maybe a pull quote or a picture in the run of the text."""
    h, r = s.h, s.r
    if maybe(r, h.quote):
        found = [
            x.strip()
            for p in copy.paragraphs
            for x in sentences(p)
            if (50 if h.latin else 16) < len(x) < (130 if h.latin else 40)
        ]
        marks = "「」" if h.lang == "zh-Hant" else "“”"
        quoted = marks[0] + r.choice(found).strip("“”「」‘’『』") + marks[1] if found else ""
        if found and not any(quoted in p for p in copy.paragraphs):  # else it could not be told from the text
            kind = r.choice(["quote", "quote", "quote float"])
            parts.insert(r.randint(1, len(parts) - 2), s.aside(quoted, "aside", kind))
    if maybe(r, h.inset):
        parts.insert(r.randint(1, len(parts) - 2), figure(s, r.choice(["", "", "float"])))


def shortened(r: random.Random, raw: Story, least: int) -> Story:
    """A story without its last paragraphs, of at least ``least`` characters."""
    k = len(raw.paragraphs)
    while k > 1 and sum(map(len, raw.paragraphs[: k - 1])) > least and r.random() < 0.4:
        k -= 1
    return replace(raw, paragraphs=raw.paragraphs[:k], subheads=[n for n in raw.subheads if n < k - 1])
