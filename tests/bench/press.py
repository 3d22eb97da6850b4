"""The press: a page drawn at random within a family's habits, set by Typst line by line, and its truth.

The content stream holds the lines in the order of the page's plan (see order.py); nothing else decides it.
"""

import json
import random
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from . import wording
from .boxes import export
from .desk import Desk, Story
from .families import FAMILIES, choose
from .forme import Box, Cell, Cut, Grid, cut_up
from .order import Block, Op, arrange
from .setting import Setter

REDUPLICATED = re.compile(r"([\u4e00-\u9fff])\1([\u4e00-\u9fff])\2|([\u4e00-\u9fff]{2})\3")
MARGIN = 5.0


class Sheet(NamedTuple):
    """A page as PDF bytes, its truth, and its text as the typesetting system would export it."""

    pdf: bytes
    truth: dict[str, Any]
    export: str


def set_page(family: str, number: int, seed: int, stories: list[Story]) -> Sheet:
    """One page of ``family``; the same arguments give the same page."""
    r = random.Random(f"{family}/{number}/{seed}")
    paper = FAMILIES[family](r)
    mast = wording.masthead(r, paper.lang)
    setter = Setter(paper, mast, Desk(stories, paper.lang, r), r)
    grid = Grid(MARGIN, paper.measure, paper.gutter, paper.columns)
    banners = _fill_page(setter, grid, r)
    _print_furniture(setter, grid)
    depth = max(o.y for b in setter.blocks for o in b.ops) + MARGIN
    ops = arrange(r, setter.blocks, paper.plan)
    truth = {
        "page_id": f"{family}-{seed}-{number:03}",
        "lang": paper.lang,
        "articles": setter.articles,
        "banners": [" ".join(b) for b in banners],
        "reduplications": _reduplications(setter.articles, banners, setter.desk.keep),
        "furniture": setter.furniture,
        "template": family,
        "order": paper.plan.name,
    }
    for article in setter.articles:  # a name in brackets is that name
        article.update({k: article[k].strip("（）()") for k in ("byline", "credit") if article[k]})
    text = export(r, ops, setter.blocks, paper.size)
    return Sheet(_print(setter, ops, grid.width(paper.columns) + 2 * MARGIN, depth), truth, text)


def _fill_page(setter: Setter, grid: Grid, r: random.Random) -> list[list[str]]:
    """Cells, and maybe a banner at the head, at the foot or between them; the banners."""
    paper, y, whole = setter.p, MARGIN + 4, Cell(0, grid.columns, setter.p.height)
    if r.random() >= paper.banners:
        _fill(setter, grid, cut_up(r, grid, whole, paper.room, paper.gap), y)
        return []
    words = r.choice(wording.WORDS[paper.lang]["banners"])
    at = r.choice([0.0, 0.0, 0.35, 0.5, 0.65, 1.0])
    if at:
        upper = replace(whole, h=whole.h * at)
        y = _fill(setter, grid, cut_up(r, grid, upper, paper.room, paper.gap), y) + 2
    y = _print_banner(setter, Box(grid.x, y, grid.width(grid.columns), 0), words, choose(r, paper.doubled)) + 2
    if at < 1:
        lower = replace(whole, h=whole.h * (1 - at))
        _fill(setter, grid, cut_up(r, grid, lower, paper.room, paper.gap), y)
    return [words]


def _fill(setter: Setter, grid: Grid, part: Cell | Cut, y: float) -> float:
    """Fill a part of the page from ``y`` down; its foot."""
    if isinstance(part, Cell):
        return _fill_cell(setter, Box(grid.left(part.first), y, grid.width(part.columns), part.h), part.columns)
    if part.across:
        return _fill(setter, grid, part.parts[1], _fill(setter, grid, part.parts[0], y) + setter.p.gap)
    feet = [_fill(setter, grid, p, y) for p in part.parts]
    low = max(feet)
    for p, foot in zip(part.parts, feet, strict=True):
        first, columns = _reach(p)
        room = Box(grid.left(first), foot + setter.p.gap, grid.width(columns), low - foot - setter.p.gap)
        if room.h > 9:
            low = max(low, _stories(setter, room, columns))
    return low


def _reach(part: Cell | Cut) -> tuple[int, int]:
    """First column and number of columns of a part."""
    if isinstance(part, Cell):
        return part.first, part.columns
    (first, a), (_, b) = map(_reach, part.parts)
    return first, a if part.across else a + b


def _stories(setter: Setter, box: Box, columns: int) -> float:
    """Stories one below the other until the box is full; the foot of the last."""
    foot, failed = box.y, 0
    while box.foot - foot > 9 and failed < 3:
        y = foot + (setter.p.gap if foot > box.y else 0)
        reached = setter.story(replace(box, y=y, h=box.foot - y), columns)
        failed += reached <= y + 1
        foot = max(foot, reached)
    return foot


def _fill_cell(setter: Setter, box: Box, columns: int) -> float:
    """A picture, briefs, a list or a poem where the dice say so, and stories below; its foot."""
    paper, r, foot = setter.p, setter.r, box.y
    setter.cell += 1
    dice = r.random()
    if dice < paper.photos:
        foot = max(foot, setter.photo(replace(box, h=min(box.h, box.w * r.uniform(0.6, 0.95) + 5))))
    elif dice < paper.photos + paper.briefs and columns <= 3:
        foot = setter.briefs(box, columns)
    elif dice < paper.photos + paper.briefs + paper.lists + paper.poems and box.w < 50:
        foot = setter.verse(box)
    gap = paper.gap if foot > box.y else 0
    foot = max(foot, _stories(setter, replace(box, y=foot + gap, h=box.foot - foot - gap), columns))
    if foot > box.y and r.random() < paper.rules:
        setter.rules.append(replace(box, h=foot - box.y))
    return foot


def _print_banner(setter: Setter, box: Box, words: list[str], how: str) -> float:
    """A slogan across the page; false bold and shadows print it more than once. Its foot."""
    r, face = setter.r, setter.c.big
    gap = r.choice([0.4, 0.6, 1.0, 2.0])
    spaced = r.random() < 0.4
    ornament = r.choice(["", "", "■", "■■", "●", "★", "◆"]) if setter.p.lang != "en" else r.choice(["", "", "★"])
    width = sum(map(face.width, words)) + gap * (len(words) - 1) + len(ornament)
    size = min(3.6, box.w * 0.9 / max(1, width))
    dx, dy = r.uniform(0.02, 0.12) * size, r.uniform(0.0, 0.1) * size
    x = box.x + r.choice([0.0, 0.5, 0.5, 1.0]) * (box.w - width * size)
    y = box.y + size * 1.1
    fill = r.choice(["black", 'rgb("#a01010")', 'rgb("#303080")'])
    ops: list[Op] = []

    def stamp(x: float, y: float, text: str, times: int) -> None:
        for k in range(times):
            shade = fill if k == times - 1 else 'rgb("#b0b0b0")'
            ops.append(setter.c.op(x + k * dx, y + k * dy, text, size, face, fill=shade))

    if ornament:
        stamp(x, y, ornament, 2 if how == "glyph" and r.random() < 0.3 else 1)
        x += (len(ornament) + 0.2) * size
    times = {"single": 1, "triple": 3}.get(how, 2)
    if how in ("line", "triple", "two_lines") and spaced:
        stamp(x, y, " ".join(words), times)
        if how == "two_lines":
            ops[-1].y += size * 1.15 - dy
    elif how == "two_lines":
        for k in range(2):
            at = x
            for w in words:
                ops.append(setter.c.op(at, y + k * size * 1.15, w, size, face, fill=fill))
                at += (face.width(w) + gap) * size
    elif how in ("line", "triple"):
        for k in range(times):
            at = x
            for w in words:
                ops.append(setter.c.op(at + k * dx, y + k * dy, w, size, face, fill=fill))
                at += (face.width(w) + gap) * size
    else:
        for w in words:
            at = x
            for part in w if how == "glyph" else [w]:
                if part != " ":
                    stamp(at, y, part, times)
                at += face.width(part) * size
            x += (face.width(w) + gap) * size
    setter.blocks.append(Block("banner", -1, ops))
    return max(o.y for o in ops) + 0.3


def _print_furniture(setter: Setter, grid: Grid) -> None:
    """Folios and running heads above, editors' lines below; several to a row where they fit."""
    r, w = setter.r, grid.width(grid.columns)
    placed: dict[str, list[str]] = {}
    for place, words in wording.furniture(r, setter.m):
        placed.setdefault(place, []).append(words)
        setter.furniture.append(words)
    low = max([o.y for b in setter.blocks for o in b.ops] + [b.foot for b in setter.pictures + setter.rules]) + 3
    corner = r.choice([grid.x, grid.x + max(0.0, w - 16)])
    for k, words in enumerate(placed.get("corner", [])):
        setter.blocks.append(Block("furniture", -2, [setter.c.op(corner, low + 2.5 + 1.6 * k, words)]))
    above = _rows_of(setter, placed.get("head", []), w)
    for y, step, rows in ((MARGIN + 1.8, -1.7, above[::-1]), (low, 1.7, _rows_of(setter, placed.get("foot", []), w))):
        for k, row in enumerate(rows):
            for n, words in enumerate(row):
                how = "left" if n == 0 else "right" if n == len(row) - 1 else "center"
                face = setter.c.bold if r.random() < 0.3 else None
                box = Box(grid.x + n * w / len(row), 0, w / len(row), 1)
                op = setter.c.aligned(box, y + k * step, words, how, r.choice([1.0, 0.9, 1.0]), face)
                setter.blocks.append(Block("furniture", -2, [op]))


def _rows_of(setter: Setter, words: list[str], w: float) -> list[list[str]]:
    """Words dealt into rows no wider than ``w`` em."""
    rows: list[list[str]] = []
    for x in words:
        if (
            rows
            and len(rows[-1]) < 4
            and max(setter.c.body.width(t) for t in [*rows[-1], x]) * (len(rows[-1]) + 1) * 1.1 < w
        ):
            rows[-1].append(x)
        else:
            rows.append([x])
    return rows


def _reduplications(articles: list[dict[str, Any]], banners: list[list[str]], known: set[str]) -> list[str]:
    """Genuine reduplications that were printed, banners' first: ``known`` ones and those of the form AABB and ABAB."""
    genuine = {w for words in wording.WORDS.values() for w in words["reduplications"]}
    found = [w for b in banners for w in b if w in genuine]
    for text in (p for a in articles for p in a["paragraphs"]):
        found += [w for w in sorted(known) if w in text]
        found += [m.group() for m in REDUPLICATED.finditer(text)]
    return list(dict.fromkeys(found))[:20]


def _typst_text(op: Op, size: float) -> str:
    extra = ""
    if op.tracking:
        extra += f", tracking: {op.tracking * size:.3f}pt"
    if op.spacing:
        extra += f", spacing: 100% + {op.spacing * size:.3f}pt"
    if op.weight != "regular":
        extra += f', weight: "{op.weight}"'
    if op.fill != "black":
        extra += f", fill: {op.fill}"
    words = json.dumps(op.text, ensure_ascii=False)
    return f"#t({op.x * size:.2f}pt, {op.y * size:.2f}pt, {op.size:.2f}pt, {json.dumps(op.font)}, {words}{extra})"


def _points(b: Box, size: float) -> str:
    return ", ".join(f"{v * size:.1f}pt" for v in (b.x, b.y, b.w, max(2.0, b.h)))


def _print(setter: Setter, ops: list[Op], width: float, height: float) -> bytes:
    import typst

    paper, s = setter.p, setter.p.size
    spacing = "auto" if paper.cjk_spacing else "none"
    out = [
        f"#set page(width: {width * s:.1f}pt, height: {height * s:.1f}pt, margin: 0pt)",
        f'#set text(top-edge: "baseline", bottom-edge: "baseline", cjk-latin-spacing: {spacing}, kerning: false)',
        "#let at(x, y, what) = place(top + left, dx: x, dy: y, what)",
        "#let t(x, y, s, f, w, ..a) = at(x, y, box(width: 4000pt, text(size: s, font: f, ..a, w)))",
        "#let grey(c) = gradient.linear(luma(c), luma(150), angle: 60deg)",
        "#let p(x, y, w, h, c) = at(x, y, rect(width: w, height: h, fill: grey(c)))",
        "#let f(x, y, w, h) = at(x, y, rect(width: w, height: h, stroke: 0.4pt))",
    ]
    for b in setter.pictures:
        out.append(f"#p({_points(b, s)}, {setter.r.randint(180, 240)})")
    for b in setter.rules:
        out.append(f"#f({_points(Box(b.x - 0.6, b.y - 0.4, b.w + 1.2, b.h + 0.8), s)})")
    out += [_typst_text(o, s) for o in ops]
    with tempfile.TemporaryDirectory() as d:
        path = Path(d) / "page.typ"
        path.write_text("\n".join(out), encoding="utf-8")
        return typst.compile(str(path))
