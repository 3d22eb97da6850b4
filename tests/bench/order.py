"""The order in which a page's blocks stand in the content stream: what a reader of the PDF gets to see first.

A plan is drawn once a page; it says where headlines go in respect of bodies, in what order the cells of the page
come, and whether lines of different blocks are shuffled into one another.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

HEADS = ("kicker", "title", "deck")


@dataclass(slots=True)
class Op:
    """A piece of text with its baseline's left end; em of the body type, but ``size`` in points."""

    x: float
    y: float
    text: str
    size: float
    font: str
    weight: str = "regular"
    tracking: float = 0.0
    spacing: float = 0.0
    fill: str = "black"
    block: int = -1  # which of the page's blocks it belongs to


@dataclass(slots=True)
class Block:
    """What is set in one go: a headline line group, a column of body, a caption."""

    role: str
    cell: int
    ops: list[Op]
    column: int = 0

    @property
    def x(self) -> float:
        return min((o.x for o in self.ops), default=0.0)

    @property
    def y(self) -> float:
        return min((o.y for o in self.ops), default=0.0)


@dataclass(frozen=True, slots=True)
class Plan:
    """How one page is ordered; ``name`` is kept in the truth."""

    cells: str = "reading"  # reading, columns, right, shuffled, upward, made
    heads: str = "before"  # before, after, all_first, all_last, between, any
    head_inner: str = "printed"  # printed, title_first, deck_first, any
    byline: str = "body"  # body, head, after, last
    photos: str = "own"  # own, between, all_first, all_last
    furniture: str = "first"  # first, last, split, middle
    banners: str = "first"  # first, last, middle, own
    weave: str = "none"  # none, rows, zip, page_columns
    columns: str = "left"  # left, right
    name: str = field(default="natural")


WEIGHTS: dict[str, dict[str, float]] = {
    "cells": {"reading": 6, "columns": 3, "right": 2, "shuffled": 3, "upward": 1, "made": 3},
    "heads": {"before": 7, "after": 4, "all_first": 1.5, "all_last": 3, "between": 1.5, "any": 3},
    "head_inner": {"printed": 5, "title_first": 2, "deck_first": 1, "any": 2},
    "byline": {"body": 6, "head": 3, "after": 1, "last": 0.5},
    "photos": {"own": 4, "between": 4, "all_first": 1, "all_last": 2},
    "furniture": {"first": 4, "last": 4, "split": 3, "middle": 1},
    "banners": {"first": 3, "last": 3, "middle": 3},
    "weave": {"none": 10, "rows": 1, "zip": 1.2, "page_columns": 0.8},
    "columns": {"left": 12, "right": 1},
}


def draw(r: random.Random, bias: dict[str, dict[str, float]] | None = None) -> Plan:
    """A plan by ``WEIGHTS``, with a family's own weights over them."""
    got = {}
    for key, weights in WEIGHTS.items():
        w = {**weights, **(bias or {}).get(key, {})}
        got[key] = r.choices(list(w), list(w.values()))[0]
    if got["weave"] in ("rows", "page_columns"):
        name = got["weave"]
    else:
        name = f"{got['cells']}-heads_{got['heads']}" + ("-zip" if got["weave"] == "zip" else "")
    return Plan(**got, name=name)


def _inner(r: random.Random, blocks: list[Block], how: str) -> list[Block]:
    how = r.choice(["printed", "title_first", "deck_first", "any"]) if how == "any" else how
    if how == "any":
        r.shuffle(blocks)
    first = {"title_first": "title", "deck_first": "deck"}.get(how)
    return sorted(blocks, key=lambda b: b.role != first) if first else blocks


def _zip(blocks: list[Block]) -> list[Op]:
    """The lines of several columns dealt out in turn."""
    longest = max((len(b.ops) for b in blocks), default=0)
    return [b.ops[k] for k in range(longest) for b in blocks if k < len(b.ops)]


def _cell_order(r: random.Random, cells: list[list[Block]], how: str) -> list[list[Block]]:
    def at(c: list[Block]) -> tuple[float, float]:
        return min(b.x for b in c), min(b.y for b in c)

    if how == "reading":
        return sorted(cells, key=lambda c: (round(at(c)[1] / 6), at(c)[0]))
    if how == "columns":
        return sorted(cells, key=lambda c: (round(at(c)[0] / 5), at(c)[1]))
    if how == "right":
        return sorted(cells, key=lambda c: (-round(at(c)[0] / 5), at(c)[1]))
    if how == "upward":
        return sorted(cells, key=lambda c: (-round(at(c)[1] / 6), at(c)[0]))
    if how == "shuffled":
        r.shuffle(cells)
    return cells


def arrange(r: random.Random, blocks: Iterable[Block], plan: Plan) -> list[Op]:
    """Every op of ``blocks`` once, in the order of ``plan``."""
    blocks = list(blocks)
    for n, b in enumerate(blocks):
        for o in b.ops:
            o.block = n
    blocks = [b for b in blocks if b.ops]
    furniture = [b for b in blocks if b.role == "furniture"]
    banners = [b for b in blocks if b.role == "banner"]
    photos = [b for b in blocks if b.role in ("caption", "credit", "photo_title")]
    cells: dict[int, list[Block]] = {}
    for b in blocks:
        if b.role not in ("furniture", "banner") and (plan.photos == "own" or b not in photos):
            cells.setdefault(b.cell, []).append(b)
    if plan.weave == "rows":
        return _rows(blocks)
    if plan.weave == "page_columns":
        return [o for b in sorted(blocks, key=lambda b: (round(b.x / 4), b.y)) for o in b.ops]

    out: list[Op] = []
    early: list[Op] = []
    late: list[Op] = []
    waiting = _by_cell(photos) if plan.photos == "between" else []
    for group in _cell_order(r, list(cells.values()), plan.cells):
        how = r.choice(["before", "before", "after", "between"]) if plan.heads == "any" else plan.heads
        heads = _inner(r, [b for b in group if b.role in HEADS], plan.head_inner)
        first = [b for b in group if b.role == "byline"]
        body = [b for b in group if b.role not in HEADS and b.role != "byline"]
        if plan.columns == "right":
            body = body[::-1]
        if plan.byline == "head":
            heads, first = heads + first, []
        flow: list[list[Op]] = []
        columns = [b for b in body if b.role == "body"]
        if plan.weave == "zip" and len(columns) > 1:
            k = r.choice([2, len(columns)])
            flow.append(_zip(columns[:k]))
            body = [b for b in body if b not in columns[:k]]
        flow += [b.ops for b in body]
        if plan.byline in ("body", "head"):
            flow[:0] = [b.ops for b in first]
        elif plan.byline == "after":
            flow += [b.ops for b in first]
        else:
            late += [o for b in first for o in b.ops]
        if waiting and len(flow) > 1 and r.random() < 0.7:
            flow.insert(r.randint(1, len(flow) - 1), waiting.pop())
        top = [o for b in heads for o in b.ops]
        if how == "before":
            flow.insert(0, top)
        elif how == "after":
            flow.append(top)
        elif how == "between":
            flow.insert(min(len(flow), r.randint(1, 2)), top)
        elif how == "all_first":
            early += top
        else:
            late += top
        out += [o for ops in flow for o in ops]
    if plan.photos == "all_first":
        early += [o for b in photos for o in b.ops]
    elif plan.photos == "all_last":
        late += [o for b in photos for o in b.ops]
    late += [o for ops in waiting for o in ops]
    out = early + out + late
    return _set_among(r, out, banners, plan.banners, furniture, plan.furniture)


def _by_cell(photos: list[Block]) -> list[list[Op]]:
    found: dict[int, list[Op]] = {}
    for b in photos:
        found.setdefault(b.cell, []).extend(b.ops)
    return list(found.values())


def _set_among(
    r: random.Random, out: list[Op], banners: list[Block], where: str, furniture: list[Block], furniture_where: str
) -> list[Op]:
    loud = [o for b in banners for o in b.ops]
    if where == "middle" and out:
        k = r.choice(
            [k for k in range(len(out)) if k == 0 or out[k].size != out[k - 1].size or out[k].y < out[k - 1].y]
        )
        out = out[:k] + loud + out[k:]
    else:
        out = loud + out if where == "first" else out + loud
    quiet = [b.ops for b in furniture]
    if furniture_where == "split":
        cut = r.randint(0, len(quiet))
        top, tail = quiet[:cut], quiet[cut:]
    elif furniture_where == "middle":
        r.shuffle(quiet)
        k = r.randint(0, len(out))
        while 0 < k < len(out) and out[k].size == out[k - 1].size and out[k].y > out[k - 1].y:
            k += 1
        return out[:k] + [o for ops in quiet for o in ops] + out[k:]
    else:
        top, tail = (quiet, []) if furniture_where == "first" else ([], quiet)
    return [o for ops in top for o in ops] + out + [o for ops in tail for o in ops]


def _rows(blocks: list[Block]) -> list[Op]:
    """Every line of the page by height, then from left to right; a doubled banner stays in one piece."""
    keyed = []
    for b in blocks:
        for k, o in enumerate(b.ops):
            keyed.append(((round(o.y / 0.9), o.x, k) if b.role != "banner" else (round(b.y / 0.9), b.x, k), o))
    return [o for _, o in sorted(keyed, key=lambda p: p[0])]
