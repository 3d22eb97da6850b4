"""The papers of the second press. A paper is a function from a random stream to the habits of one page."""

import random
from collections.abc import Callable

from .habits import Habits


def prairie(r: random.Random) -> Habits:
    """An American small-town daily: bands of stories, bylines under headlines, drop caps, jumps, an index."""
    return Habits(
        "prairie", "en", ["The {home} Sentinel", "{home} Daily Record", "The {home} Plainsman"],
        r.choice([940, 1040, 1140]), r.choice([12.5, 13, 13.5]), r.uniform(1.2, 1.32), r.choice([14, 15, 16, 18]),
        (5500, 10500), r.choice([1100, 1500, 2200]), {"bands": 4, "stacks": 1},
        {"natural": 5, "captions": 2, "mixed": 1}, head="Liberation Serif", gutter=r.choice([14, 18, 22]),
        hyphens=True, biggest=46, byline={"top": 6, "head": 2, "none": 1}, drop=0.35, jump=0.3, resumed=0.08,
        kicker=0.2, deck=0.4, quote=0.15, inset=0.2, contents=0.6, weather=0.5, nameplates=0.5, story_rule="1px solid #777",
        photos=3, letters=0.15,
    )  # fmt: skip


def moorland(r: random.Random) -> Habits:
    """A British regional: stacks, heavy sans headlines, ragged text, fixtures, letters; headlines sometimes told late."""
    return Habits(
        "moorland", "en", ["{home} Evening Mail", "The {home} Star", "{home} & District Journal"],
        r.choice([860, 960, 1040]), r.choice([12, 12.5, 13]), r.uniform(1.22, 1.38), r.choice([13, 15, 17]),
        (5000, 9500), r.choice([800, 1200, 1700]), {"stacks": 4, "bands": 2},
        {"after": 3, "mixed": 4, "captions": 1, "shuffled": 1}, {"first": 3, "last": 1}, gutter=r.choice([12, 15]),
        head=r.choice(["Liberation Sans", "Liberation Sans Narrow"]), biggest=54, justify=False,
        indent=r.choice(["css", "css", "none"]), heads={"top": 5, "foot": 1, "side": 1},
        byline={"top": 2, "head": 4, "end": 1, "none": 2}, kicker=0.35, deck=0.2, subheads=0.5, quote=0.2, tables=0.8,
        letters=0.4, boxed=0.2, positioned=r.random() < 0.5, photos=3, ads=3, shadowed=0.03,
    )  # fmt: skip


def ledger(r: random.Random) -> Habits:
    """A business weekly: few wide columns, prices, pull quotes, facts in boxes, names at the end; half its pages tell
    all headlines at one end."""
    return Habits(
        "ledger", "en", ["The Mercantile Week", "Trade & Counting House", "{home} Business Review"],
        r.choice([840, 900, 980]), r.choice([12.5, 13, 14]), r.uniform(1.3, 1.45), r.choice([17, 19, 21]),
        (6000, 11000), r.choice([1500, 2200, 3000]), {"bands": 2, "stacks": 2},
        {"heads_first": 2, "heads_last": 1, "natural": 2, "captions": 1}, gutter=r.choice([18, 24]),
        body=r.choice(["Liberation Serif", "DejaVu Serif"]), head=r.choice(["Liberation Serif", "Liberation Sans"]),
        head_weight=r.choice([400, 700]), hyphens=r.random() < 0.6, justify=r.random() < 0.6, biggest=38,
        indent=r.choice(["css", "blank"]), heads={"top": 5, "side": 2}, byline={"end": 3, "tail": 3, "head": 2},
        kicker=0.6, deck=0.6, quote=0.5, boxes=0.8, tables=0.9, briefs=0.6, letters=0, poems=0, weather=0,
        column_rule=r.choice(["none", "1px solid #bbb"]),
        tracking=r.choice([0, 0.08, 0.3]),
    )  # fmt: skip


def clarion(r: random.Random) -> Habits:
    """An old-style broadsheet: one flow of many narrow ruled columns, headlines in capitals, no pictures, no names."""
    return Habits(
        "clarion", "en", ["The {home} Clarion", "The {home} Intelligencer", "The {home} Advertiser and Mercury"],
        r.choice([1000, 1120, 1240]), r.choice([11.5, 12, 12.5]), r.uniform(1.12, 1.22), r.choice([13, 14.5, 16]),
        (6500, 12500), r.choice([900, 1400, 2200]), {"flow": 1}, {"natural": 1}, gutter=r.choice([13, 16]),
        head="Liberation Serif", head_align="center", headcase="upper", biggest=22, hyphens=True,
        byline={"none": 4, "dateline": 3, "end": 1}, kicker=0.1, deck=0.5, subheads=0.1, column_rule="1px solid #444",
        story_rule="1px solid #888", boxed=0, inset=0, photos=0, poems=0.4, letters=0.5, boxes=0, tables=0.5, ads=5,
        contents=0, nameplates=0.7, banners=0.1, jump=0.05, quote=0, drop=0.15, briefs=0.8,
    )  # fmt: skip


def parish(r: random.Random) -> Habits:
    """A community newsletter: two or three wide columns, a blank between paragraphs, notices, a calendar, verse."""
    return Habits(
        "parish", "en", ["{home} Parish Notes", "The {home} Link", "Neighbours of {home}"],
        r.choice([640, 700, 760]), r.choice([13, 14]), r.uniform(1.32, 1.5), r.choice([19, 22, 24]),
        (3200, 6000), r.choice([700, 1000, 1500]), {"stacks": 3, "flow": 2}, {"natural": 3, "mixed": 2, "shuffled": 1},
        {"last": 3, "first": 1}, body=r.choice(["DejaVu Serif", "Liberation Sans", "Liberation Serif"]),
        head=r.choice(["DejaVu Sans", "Liberation Sans"]), gutter=r.choice([22, 28]), justify=False, indent="blank",
        biggest=30, heads={"top": 1}, byline={"end": 3, "head": 2, "none": 2}, kicker=0.1, deck=0.1, quote=0.1,
        boxed=0.35, briefs=0.7, tables=0.7, letters=0.6, poems=0.5, boxes=0.6, jump=0.03, resumed=0, nameplates=0.5,
        ink=r.choice(["#000", "#222a44"]),
    )  # fmt: skip


def plaza(r: random.Random) -> Habits:
    """A party daily: bands, kicker and deck, reporters under the headline, typed indents, a slogan, furniture first."""
    return Habits(
        "plaza", "zh-Hans", ["{home}日报", "今日{home}", "{home}新闻"], r.choice([960, 1080, 1200]), r.choice([13, 13.5, 14]),
        r.uniform(1.45, 1.7), r.choice([12, 13, 15, 17]), (2600, 6500), r.choice([700, 1100, 1800]), {"bands": 5, "stacks": 1},
        {"natural": 4, "after": 2, "mixed": 2, "captions": 1}, {"first": 4, "split": 1}, gutter=r.choice([18, 24]),
        head_align=r.choice(["center", "center", "left"]), biggest=46, indent=r.choice(["typed", "typed", "css"]),
        heads={"top": 6, "side": 1, "right": 1, "left": 1, "foot": 1}, byline={"top": 5, "head": 3, "dateline": 3, "none": 1},
        kicker=0.5, deck=0.5, jump=0.15, banners=0.8, nameplates=0.3, column_rule=r.choice(["none", "1px solid #aaa"]),
        boxed=0.2, letters=0.05, poems=0.05, tracking=r.choice([0, 0, 0.2, 0.5]), radicals=0.1,
    )  # fmt: skip


def lantern(r: random.Random) -> Habits:
    """An evening tabloid: stacks of wide columns, big ragged heads, subheads, pictures, names at the end."""
    return Habits(
        "lantern", "zh-Hans", ["{home}晚报", "{home}都市报", "新{home}晚刊"], r.choice([820, 900, 980]), r.choice([13.5, 14, 14.5]),
        r.uniform(1.55, 1.85), r.choice([14, 16, 18, 20]), (2500, 5500), r.choice([600, 900, 1400]), {"stacks": 3, "bands": 2},
        {"mixed": 3, "captions": 3, "shuffled": 2, "after": 1}, gutter=r.choice([20, 26]),
        body=r.choice(["Noto Serif CJK SC", "Noto Sans CJK SC"]), head_weight=r.choice([700, 900]), biggest=52,
        justify=r.random() < 0.8, indent=r.choice(["css", "css", "typed", "blank"]), heads={"top": 5, "foot": 1, "left": 1},
        byline={"end": 4, "tail": 3, "head": 2, "top": 1}, kicker=0.3, deck=0.5, subheads=0.7, quote=0.3, inset=0.35,
        photos=4, banners=0.5, ads=4, contents=0.5, letters=0.3, boxed=0.25, positioned=r.random() < 0.6,
        shadowed=0.06, radicals=0.1,
    )  # fmt: skip


def anvil(r: random.Random) -> Habits:
    """A trade weekly: even grids, tables and facts, indents by style; all its pages tell the headlines at one end."""
    return Habits(
        "anvil", "zh-Hans", ["中国锻压商情", "现代轻工周刊", "{home}产业周报"], r.choice([880, 960, 1060]), r.choice([13, 13.5]),
        r.uniform(1.5, 1.7), r.choice([14, 16, 19]), (2800, 6500), r.choice([900, 1400, 2000]), {"stacks": 1, "bands": 2},
        {"heads_first": 1, "heads_last": 1}, {"last": 3, "split": 1}, gutter=r.choice([20, 28]), biggest=36,
        body=r.choice(["Noto Serif CJK SC", "Noto Sans CJK SC"]), heads={"top": 4, "side": 2}, kicker=0.5, deck=0.4,
        byline={"head": 3, "top": 2, "end": 1, "dateline": 1}, subheads=0.4, quote=0.25, tables=0.9, boxes=0.7, poems=0,
        letters=0, weather=0, story_rule=r.choice(["none", "1px dashed #888"]), briefs=0.7, banners=0.3,
    )  # fmt: skip


def typhoon(r: random.Random) -> Habits:
    """A Hong Kong tabloid: narrow columns, bracketed datelines, a blank or an indent, many short items."""
    return Habits(
        "typhoon", "zh-Hant", ["海港日報", "大澳灣時報", "新晚快報"], r.choice([820, 920, 1000]), r.choice([13, 13.5, 14]),
        r.uniform(1.4, 1.6), r.choice([10, 11, 13]), (2400, 4200), r.choice([500, 900]), {"stacks": 3, "bands": 2},
        {"natural": 2, "after": 2, "mixed": 2, "captions": 1}, gutter=r.choice([14, 18]), body="Noto Serif CJK HK",
        head="Noto Sans CJK HK", head_weight=900, biggest=50, indent=r.choice(["css", "blank", "none", "typed"]),
        heads={"top": 5, "right": 1, "foot": 1}, byline={"dateline": 5, "top": 1, "end": 2, "none": 1}, kicker=0.3,
        deck=0.3, subheads=0.5, quote=0.15, photos=4, ads=4, briefs=0.9, tables=0.6, column_rule=r.choice(["none", "1px solid #999"]),
        boxed=0.3, banners=0.4, tracking=r.choice([0, 0, 0.25]), radicals=0.1,
    )  # fmt: skip


def banyan(r: random.Random) -> Habits:
    """A Taiwan daily: upright headlines at the right, some texts or all from top to bottom, reporters in brackets."""
    return Habits(
        "banyan", "zh-Hant", ["{home}日報", "島嶼日報", "大榕樹時報"], r.choice([860, 960, 1040]), r.choice([13.5, 14]),
        r.uniform(1.5, 1.75), r.choice([12, 14, 16]), (2200, 4000), r.choice([500, 900]), {"bands": 3, "stacks": 2},
        {"natural": 3, "after": 2, "captions": 1}, gutter=r.choice([18, 24]), biggest=44,
        head=r.choice(["Noto Sans CJK TC", "Noto Serif CJK TC"]), heads={"top": 3, "right": 4, "left": 1},
        byline={"top": 5, "head": 1, "dateline": 2, "end": 1}, kicker=0.25, deck=0.3, subheads=0.4, letters=0.4,
        upright=r.choice([0, 0, 0.15, 0.15, 1]), boxed=0.2, banners=0.4, photos=3,
    )  # fmt: skip


PAPERS: dict[str, Callable[[random.Random], Habits]] = {
    f.__name__: f for f in (prairie, plaza, moorland, lantern, ledger, anvil, clarion, typhoon, parish, banyan)
}
