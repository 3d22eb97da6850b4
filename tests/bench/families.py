"""Families of papers, each with habits of its own; within a family every page is drawn afresh.

A family is a function from a random stream to a Paper. Habits are weights, not templates: the page tree, the measure,
where headlines stand and in what order the content stream tells it all differ from page to page.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from .order import Plan, draw

Weights = dict[str, float]


def choose(r: random.Random, weights: Weights) -> str:
    return r.choices(list(weights), list(weights.values()))[0]


@dataclass(slots=True)
class Paper:
    """The habits of one page. Lengths in em of the body type, ``size`` in points."""

    family: str
    lang: str
    columns: int
    measure: float
    plan: Plan
    size: float = 9.0
    gutter: float = 1.6
    pitch: float = 1.55
    height: float = 120.0
    room: float = 900.0  # em² of a story
    gap: float = 2.2
    body_font: str = "Noto Serif CJK SC"
    head_font: str = "Noto Sans CJK SC"
    head_weight: str = "bold"
    indent: float = 2.0
    indent_printed: bool = False  # indents are ideographic spaces, not white
    push_in: bool = False
    justify: bool = True
    cjk_spacing: bool = False  # a quarter em between Han and Latin
    headline: Weights = field(default_factory=dict)  # above, part, left, right, vertical, inside, below
    head_align: Weights = field(default_factory=lambda: {"center": 3, "left": 2})
    byline: Weights = field(default_factory=dict)  # top, title, end, end_line, dateline, none
    byline_style: str = "reporter"
    biggest: float = 4.0
    kickers: float = 0.4
    decks: float = 0.3
    rubric_kickers: float = 0.1
    subheads: float = 0.2
    insets: float = 0.25
    jumps: float = 0.08
    rejoined: float = 0.05  # a story interrupted and continued on the same page
    redivide: float = 0.15
    photos: float = 0.12
    photo_titles: float = 0.35
    briefs: float = 0.12
    brief_titles: float = 0.5
    lists: float = 0.06
    poems: float = 0.03
    banners: float = 0.6
    doubled: Weights = field(default_factory=dict)  # single, glyph, word, line, triple, two_lines
    doubled_titles: float = 0.04
    drop_caps: float = 0.0
    rules: float = 0.3
    balanced: float = 0.7


def county(r: random.Random) -> Paper:
    """A county's party paper: strict columns, big horizontal heads, kicker and deck, reporters named at the top."""
    columns = r.choice([4, 5, 5, 6, 7])
    return Paper(
        "county",
        "zh-Hans",
        columns,
        r.choice([10, 12, 13, 14, 15, 16]),
        draw(r),
        size=r.choice([8.5, 9, 9.5]),
        pitch=r.uniform(1.4, 1.7),
        gutter=r.uniform(1.2, 2.4),
        height=r.uniform(95, 135),
        room=r.choice([900, 1400, 2200, 3200]),
        push_in=r.random() < 0.4,
        cjk_spacing=r.random() < 0.25,
        headline={"above": 6, "part": 3, "left": 1, "right": 0.5, "vertical": 1, "inside": 1, "below": 1},
        byline={"top": 5, "title": 2, "end": 1, "end_line": 1, "dateline": 3, "none": 2},
        kickers=0.45,
        decks=0.4,
        subheads=0.2,
        jumps=0.1,
        photos=0.12,
        briefs=0.08,
        banners=0.7,
        doubled={"single": 2, "glyph": 2, "word": 2.5, "line": 2, "triple": 0.7, "two_lines": 1},
    )


def metro(r: random.Random) -> Paper:
    """A city tabloid: few wide columns, many pictures and subheads, bylines at the foot or in the dateline."""
    return Paper(
        "metro",
        "zh-Hans",
        r.choice([3, 4, 4, 5]),
        r.choice([13, 14, 16, 18, 20]),
        draw(r, {"cells": {"shuffled": 6, "made": 4}, "heads": {"any": 5, "all_last": 4}, "photos": {"between": 6}}),
        size=r.choice([9, 9.5, 10]),
        pitch=r.uniform(1.5, 1.85),
        gutter=r.uniform(1.5, 3),
        height=r.uniform(85, 125),
        room=r.choice([900, 1300, 2000, 2800]),
        push_in=r.random() < 0.6,
        cjk_spacing=r.random() < 0.5,
        body_font=r.choice(["Noto Serif CJK SC", "Noto Sans CJK SC"]),
        indent_printed=r.random() < 0.2,
        headline={"above": 5, "part": 2, "left": 2, "right": 1, "vertical": 0.6, "inside": 1.5, "below": 0.8},
        head_align={"left": 4, "center": 2},
        byline={"top": 2, "title": 3, "end": 3, "end_line": 2, "dateline": 2, "none": 2},
        kickers=0.25,
        decks=0.5,
        rubric_kickers=0.3,
        subheads=0.5,
        insets=0.4,
        photos=0.18,
        photo_titles=0.5,
        briefs=0.12,
        banners=0.6,
        doubled={"single": 4, "glyph": 1, "word": 1, "line": 3, "two_lines": 1, "triple": 0.4},
        doubled_titles=0.08,
    )


def weekly(r: random.Random) -> Paper:
    """A supplement: essays, poems and letters in wide columns, authors under titles, vertical heads."""
    return Paper(
        "weekly",
        "zh-Hans",
        r.choice([2, 3, 3, 4]),
        r.choice([15, 17, 19, 22, 24]),
        draw(r, {"heads": {"before": 4, "after": 5, "between": 3}, "byline": {"head": 6, "after": 3}}),
        size=r.choice([9, 10, 10.5]),
        pitch=r.uniform(1.6, 2.0),
        gutter=r.uniform(2, 3.5),
        height=r.uniform(85, 120),
        room=r.choice([1200, 1700, 2400, 3200]),
        body_font=r.choice(["Noto Serif CJK SC", "Noto Serif CJK SC", "Noto Sans CJK SC"]),
        head_font=r.choice(["Noto Serif CJK SC", "Noto Sans CJK SC"]),
        indent_printed=r.random() < 0.3,
        headline={"above": 4, "part": 2, "left": 2, "right": 1, "vertical": 4, "inside": 2, "below": 1},
        byline={"title": 6, "top": 2, "end": 1.5, "end_line": 1.5, "none": 1},
        byline_style="author",
        kickers=0.1,
        decks=0.15,
        rubric_kickers=0.25,
        subheads=0.2,
        insets=0.3,
        photos=0.1,
        briefs=0.03,
        lists=0.08,
        poems=0.2,
        banners=0.4,
        doubled={"single": 3, "word": 1, "line": 1, "glyph": 1},
        jumps=0.03,
    )


def harbour(r: random.Random) -> Paper:
    """A paper of Taiwan or Hong Kong in traditional characters: narrow columns, corner brackets, vertical heads."""
    place = r.choice(["TC", "HK"])
    return Paper(
        "harbour",
        "zh-Hant",
        r.choice([3, 4, 5, 6, 8]),
        r.choice([9, 10, 12, 14, 17]),
        draw(r, {"cells": {"right": 5}, "columns": {"right": 3}}),
        size=r.choice([8.5, 9, 10]),
        pitch=r.uniform(1.4, 1.75),
        gutter=r.uniform(1.2, 2.5),
        height=r.uniform(95, 130),
        room=r.choice([700, 1100, 1700, 2400]),
        body_font=f"Noto Serif CJK {place}",
        head_font=f"Noto Sans CJK {place}",
        indent=r.choice([2, 2, 0, 1]),
        push_in=r.random() < 0.5,
        cjk_spacing=r.random() < 0.2,
        headline={"above": 5, "part": 2, "left": 1, "right": 2, "vertical": 3, "inside": 1, "below": 0.5},
        head_align={"left": 3, "center": 2},
        byline={"top": 3, "title": 2, "end": 1, "dateline": 5, "none": 2},
        kickers=0.3,
        decks=0.3,
        subheads=0.35,
        photos=0.15,
        briefs=0.12,
        banners=0.5,
        doubled={"single": 3, "glyph": 2, "word": 1, "line": 2, "triple": 0.4},
    )


def courier(r: random.Random) -> Paper:
    """An American daily: narrow justified columns, By lines, datelines in capitals, jumps, drop caps."""
    return Paper(
        "courier",
        "en",
        r.choice([4, 5, 6, 6]),
        r.choice([13, 14, 15, 17, 19]),
        draw(r, {"columns": {"right": 0.3}}),
        size=r.choice([8.5, 9, 9.5]),
        pitch=r.uniform(1.15, 1.35),
        gutter=r.uniform(1, 2),
        height=r.uniform(95, 130),
        room=r.choice([900, 1300, 1900]),
        body_font=r.choice(["Noto Serif CJK KR", "Libertinus Serif"]),
        head_font=r.choice(["Noto Serif CJK KR", "Libertinus Serif", "Noto Sans CJK KR"]),
        indent=r.choice([1, 1, 1.5]),
        headline={"above": 7, "part": 3, "left": 1, "inside": 1, "below": 0.4},
        head_align={"left": 4, "center": 2},
        byline={"top": 6, "title": 2, "none": 2},
        biggest=3.6,
        kickers=0.15,
        decks=0.35,
        rubric_kickers=0.15,
        subheads=0.2,
        insets=0.3,
        jumps=0.2,
        rejoined=0.06,
        photos=0.14,
        briefs=0.1,
        banners=0.4,
        lists=0.05,
        doubled={"single": 3, "line": 2, "word": 1, "glyph": 1},
        drop_caps=0.25,
    )


def gazette(r: random.Random) -> Paper:
    """A British local: ragged or justified wide columns, writer's name alone, letters, village news."""
    return Paper(
        "gazette",
        "en",
        r.choice([3, 4, 5, 7]),
        r.choice([14, 16, 18, 22]),
        draw(r, {"heads": {"after": 5, "any": 4}, "columns": {"right": 0.3}}),
        size=r.choice([8.5, 9, 10]),
        pitch=r.uniform(1.15, 1.45),
        gutter=r.uniform(1.2, 2.4),
        height=r.uniform(80, 115),
        room=r.choice([700, 1100, 1600]),
        body_font=r.choice(["DejaVu Serif", "Libertinus Serif", "Noto Serif CJK KR"]),
        head_font=r.choice(["Noto Sans CJK KR", "DejaVu Sans"]),
        indent=r.choice([0, 1, 1.2]),
        justify=r.random() < 0.5,
        headline={"above": 6, "part": 3, "left": 2, "inside": 1, "right": 1, "below": 1},
        head_align={"left": 5, "center": 1},
        byline={"top": 3, "title": 2, "end_line": 2, "none": 3},
        byline_style=r.choice(["reporter", "author"]),
        biggest=3.4,
        kickers=0.25,
        decks=0.25,
        rubric_kickers=0.2,
        subheads=0.35,
        insets=0.3,
        jumps=0.08,
        photos=0.16,
        briefs=0.16,
        banners=0.35,
        doubled={"single": 3, "line": 2, "glyph": 1},
        drop_caps=0.15,
    )


FAMILIES: dict[str, Callable[[random.Random], Paper]] = {
    f.__name__: f for f in (county, metro, weekly, harbour, courier, gazette)
}
