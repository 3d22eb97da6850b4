"""The second press: a page drawn at random within a paper's habits, as HTML with its truth, and printed.

Where a drawn page turns out to be faulty in print (text outside its frame), it is drawn anew.
"""

import random
from pathlib import Path
from typing import Any, NamedTuple

from .. import press
from ..desk import Story
from ..families import choose
from . import furniture, style
from .chrome import Misprint, print_page
from .habits import maybe
from .makeup import fit, gather, make_up
from .order import told
from .papers import PAPERS
from .radicals import mend
from .sheet import Sheet

SCRIPT = Path(__file__).with_name("page.js").read_text(encoding="utf-8")
TRIES = 6


class Drawn(NamedTuple):
    """A page as HTML, and its truth."""

    html: str
    truth: dict[str, Any]
    radicals: bool = False


def draw(paper: str, number: int, seed: int, stories: list[Story], attempt: int = 0) -> Drawn:
    """One page of ``paper``; the same arguments give the same page."""
    r = random.Random(f"{seed}-{paper}-{number}" + f"-{attempt}" * (attempt > 0))
    habits = PAPERS[paper](r)
    s = Sheet(habits, stories, r)
    found = gather(s)
    fit(s, found)
    head = furniture.head(s)
    loud = furniture.banner(s) if maybe(r, habits.banners) else ""
    page, skeleton = make_up(s, found)
    foot = furniture.foot(s)
    inner = head + (page + loud if maybe(r, 0.2) else loud + page) + foot
    plan = choose(r, habits.order) if skeleton != "flow" else "natural"
    order = told(r, s.frames, plan, choose(r, habits.furniture)) if skeleton != "flow" else []
    html = (
        f'<!doctype html><html lang="{habits.lang}"><head><meta charset="utf-8"><title>page</title>'
        f"<style>{style.sheet(habits)}</style></head>"
        f'<body><div class="sheet">{inner}</div><script>const ORDER = {order};\n{SCRIPT}</script></body></html>'
    )
    truth = {
        "page_id": f"{paper}-{seed}-{number:03}",
        "lang": habits.lang,
        "articles": s.articles,
        "banners": s.banners,
        "reduplications": _reduplications(s),
        "furniture": s.furniture,
        "template": paper,
        "order": f"{skeleton}-{plan}",
    }
    return Drawn(html, truth, maybe(r, habits.radicals))


def set_page(paper: str, number: int, seed: int, stories: list[Story]) -> press.Sheet:
    """One page of ``paper`` in print."""
    for attempt in range(TRIES):
        html, truth, radicals = draw(paper, number, seed, stories, attempt)
        try:
            pdf = print_page(html)
            return press.Sheet(pdf if radicals or truth["lang"] == "en" else mend(pdf), truth, "")
        except Misprint as fault:
            last = fault
    raise Misprint(f"{paper} {number}: {last}")


def _reduplications(s: Sheet) -> list[str]:
    """Genuine reduplications that were printed: the desk's own, and those of the form AABB and ABAB."""
    found: list[str] = []
    for text in [*s.banners, *(p for a in s.articles for p in a["paragraphs"])]:
        found += [w for w in sorted(s.desk.keep) if w in text]
        found += [m.group() for m in press.REDUPLICATED.finditer(text)]
    return list(dict.fromkeys(found))[:20]
