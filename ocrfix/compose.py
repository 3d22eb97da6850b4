"""The make-up of a page: from measured lines to decisions about where each of them goes.

First what every line seems to be, then which lines read on in which (blocks), what the blocks are, which body blocks
make one article (stories), and last which headlines, bylines and credits belong to which story.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ocrfix import blocks as bk
from ocrfix import heads as hd
from ocrfix import links as lk
from ocrfix import roles as rl
from ocrfix import statistics, weights
from ocrfix.lines import Galley, Lean
from ocrfix.readon import near_pairs, read_on
from ocrfix.shapes import names_only, small_print

KINDS = bk.KINDS
THREAD = -5  # decibans from which a block goes on in another
OPEN = 6  # decibans less for a block in mid-sentence
OPEN_REACH = 30  # blocks ahead and back that it may go on in
DISPLAY = 3  # decibans more for display type where a line or two end without a stop: lost headlines cost most
SINGLE = 4  # decibans less for a banner that was printed once
SHADOWS = 4  # blocks printed with a shadow, at most, on a page whose headlines are not
VERTICAL = 4  # lines of one glyph that make a vertical headline


Shares = list[tuple[str, str, int]]  # kinds of evidence, their bins and weights


@dataclass(slots=True)
class MakeUp:
    """The state of a page between line and article; every stage fills in its part."""

    g: Galley
    prints: list[str]
    fills: list[str]
    terms: list[set[str]]
    kinds: list[str]
    odds: list[list[float]]
    linker: lk.Linker
    after: dict[int, int]
    blocks: list[bk.Block]
    home: list[int]
    thread: dict[int, int]
    why: dict[int, Shares]
    stories: list[hd.Story]
    heads: dict[int, int]
    signs: dict[int, int]


def sight(g: Galley, stats: statistics.Statistics) -> tuple[list[list[str]], list[set[str]]]:
    """Bins of first sight and terms for every line."""
    lines = g.lines
    affinity = [stats.affinity(a.text, b.text) for a, b in pairwise(lines)] + [0]
    found = [rl.terms(s.text, g.latin) for s in lines]
    docs = Counter(w for f in found for w in f)
    return rl.line_bins(g, affinity, docs, found), found


def normalised(odds: Sequence[float], lean: Lean | None = None, sign: int = 1) -> list[float]:
    """Decibans for each answer against all others, with what is known beyond the looks, or (``sign`` -1) without."""
    odds = bk.leaning(odds, lean, sign)
    top = max(odds)
    powers = [10 ** ((o - top) / 10) for o in odds]
    total = sum(powers)
    return [max(-40.0, 10 * math.log10(p / total + 1e-5)) for p in powers]


def letter(odds: list[float]) -> str:
    """What a line seems to be, in one letter: surely body B, likely body b, maybe m, else the likeliest other kind."""
    body = odds[0]
    if body > -0.22:
        return "B"
    if body > -1.55:
        return "b"
    if body > -5.2:
        return "m"
    k = max(range(1, 5), key=odds.__getitem__)
    return KINDS[k]


def tied(g: Galley, after: dict[int, int]) -> dict[int, int]:
    """The links as they stand on the page: upright headlines tied, display type with a shadow and body kept apart."""
    down = {**vertical(g), **{i: j for i, (j, _) in g.ties.items()}}
    glyphs = {*down, *down.values()}
    apart = {i for i, j in after.items() if g.lines[i].apart != g.lines[j].apart}
    return {**{i: j for i, j in after.items() if i not in glyphs and j not in glyphs and i not in apart}, **down}


def make_blocks(
    g: Galley, after: dict[int, int], odds: list[list[float]], found: list[set[str]]
) -> tuple[list[bk.Block], list[int]]:
    """Blocks of lines that read on, and the block of each line."""
    blocks: list[bk.Block] = []
    home = [0] * len(g.lines)
    for chain in bk.chains(after, len(g.lines)):
        mean = [sum(odds[i][k] for i in chain) / len(chain) for k in range(5)]
        text = "".join(g.lines[i].text for i in chain)
        words = set().union(*(found[i] for i in chain)) | rl.terms(text, False)
        for i in chain:
            home[i] = len(blocks)
        if len(chain) >= VERTICAL and all(len(g.lines[i].text) == 1 for i in chain):
            mean = [-40.0, 0.0, -40.0, -40.0, -40.0]
        blocks.append(bk.Block(chain, mean, KINDS[max(range(5), key=mean.__getitem__)], words, len(text)))
    return blocks, home


def name_blocks(
    g: Galley,
    blocks: list[bk.Block],
    home: list[int],
    fills: list[str],
    prints: list[str],
    scales: weights.Scales,
    rounds: int = 2,
) -> None:
    """Give each block its kind; neighbours' kinds are evidence, so twice."""
    for _ in range(rounds):
        rows = bk.block_bins(g, blocks, home, fills, prints)
        for b, row in zip(blocks, rows, strict=True):
            odds = scales.weigh(row)
            if len(b.lines) <= 2 and g.lines[b.lines[-1]].end not in ("stop", "mid", "close"):
                odds[1] += DISPLAY
            if not any(g.lines[i].doubled for i in b.lines):
                odds[4] -= SINGLE
            known = bk.leaning(odds, g.lines[b.lines[0]].lean)
            b.kind = KINDS[max(range(5), key=known.__getitem__)]


def shadowed(g: Galley, blocks: list[bk.Block]) -> None:
    """Display type that was printed more than once is a banner, where the page does not print all its heads so."""
    found = [b for b in blocks if b.kind in "HBF" and all(g.lines[i].doubled for i in b.lines)]
    if len(found) <= SHADOWS:
        for b in found:
            b.kind = "R"


def candidates(bodies: list[int], x: int, reach: int = 12) -> list[int]:
    """Blocks that block ``bodies[x]`` may go on in: the next ``reach``, and as many before it."""
    return bodies[x + 1 : x + 1 + reach] + bodies[max(0, x - reach) : x]


def thread_blocks(
    th: bk.Threader, blocks: list[bk.Block], scale: weights.Scale
) -> tuple[dict[int, int], dict[int, Shares]]:
    """Which block the article of each body block goes on in, and the evidence for it.

    A block that breaks off in mid-sentence must go on somewhere: less is asked of its thread to one that begins so.
    """
    th.look()
    bodies = [k for k, b in enumerate(blocks) if b.kind == "B"]
    asked = scale.base - THREAD
    hopeless = -asked - OPEN - scale.most(bk.TOPICAL)
    scored = []
    for x, p in enumerate(bodies):
        broken = th.breaks_off(p)
        others = candidates(bodies, x, OPEN_REACH if broken else 12)
        tally = scale.tally(th.columns(p, others))
        likely = [(q, w) for q, w in zip(others, tally, strict=True) if w > hopeless]
        topical = scale.tally(th.topical(p, [q for q, _ in likely]))
        for (q, w), more in zip(likely, topical, strict=True):
            total = asked + w + more + (OPEN if broken and th.begins_open(q) else 0)
            if total > 0:
                scored.append((total, p, q))
    after = lk.assign(scored, len(blocks))
    why = {p: [*scale.shares(th.bins(p, q)), ("prior", "", -THREAD)] for p, q in after.items()}
    for p, q in after.items():
        if th.breaks_off(p) and th.begins_open(q):
            why[p].append(("open", "", OPEN))
    return after, why


def demote(g: Galley, blocks: list[bk.Block], thread: dict[int, int]) -> None:
    """A line or two without a full stop that no body goes on from or in is display type, not an article."""
    begun = set(thread.values())
    for k, b in enumerate(blocks):
        if b.kind == "B" and k not in begun and k not in thread and len(b.lines) <= 2:
            text = "".join(g.lines[i].text for i in b.lines)
            if g.lines[b.lines[-1]].end not in ("stop", "close") and not any(c in text for c in "。！？"):
                b.kind = "H"


def vertical(g: Galley) -> dict[int, int]:
    """Links between the glyphs of a headline set downwards, one glyph a line."""
    link: dict[int, int] = {}
    lines = g.lines
    i = 0
    while i < len(lines):
        j = i
        while j < len(lines) and len(lines[j].text) == 1 and not lines[j].text.isascii():
            j += 1
        if j - i >= VERTICAL:
            link.update({k: k + 1 for k in range(i, j - 1)})
        i = max(j, i + 1)
    return link


def make_up(g: Galley) -> MakeUp:
    """All stages, in order."""
    stats = g.news
    tables = weights.bundled(g.latin)
    rows, found = sight(g, stats)
    line_scale = weights.Scales(rl.LINE_BINS, tables["roles"])
    odds = [normalised(line_scale.weigh(r), s.lean) for r, s in zip(rows, g.lines, strict=True)]
    kinds = [letter(o) for o in odds]
    grams = statistics.PageGrams(s.text for s in g.lines)
    linker = lk.Linker(g, stats, grams, kinds)
    first, later = (weights.scale(g.latin, name, lk.LINK_BINS) for name in ("links", "strides"))
    pairs, later_pairs = near_pairs(linker, first, later)
    after = read_on(linker, first, pairs)
    for _ in range(2):
        linker.strides = lk.strides(after, len(kinds))
        after = read_on(linker, later, later_pairs)
    linker.strides = lk.strides(after, len(kinds))
    after = tied(g, after)
    prints = [small_print(s.text) or ("names" if names_only(s.text) else "") for s in g.lines]
    blocks, home = make_blocks(g, after, odds, found)
    name_blocks(g, blocks, home, linker.fills, prints, weights.Scales(bk.BLOCK_BINS, tables["blocks"]))
    shadowed(g, blocks)
    counts = Counter(t for b in blocks for t in b.terms)
    weight = bk.term_weight(stats.idf, counts, len(blocks))
    th = bk.Threader(g, blocks, home, weight, linker.quotes)
    kinds = [blocks[home[i]].kind for i in range(len(kinds))]
    thread: dict[int, int] = {}
    why: dict[int, Shares] = {}
    told: list[hd.Story] = []
    heads: dict[int, int] = {}
    for name in ("threads", "contexts", "headed"):
        thread, why = thread_blocks(th, blocks, weights.Scale(bk.THREAD_BINS, tables[name]))
        th.context = bk.contexts(blocks, thread)
        if name == "threads":
            continue
        demote(g, blocks, thread)
        kinds = [blocks[home[i]].kind for i in range(len(kinds))]
        told = hd.stories(g, blocks, thread)
        matcher = hd.Matcher(g, kinds, told, weight, after)
        heads = (
            hd.match_heads(matcher, hd.head_groups(kinds, after), weights.Scale(hd.HEAD_BINS, tables["heads"]))
            if told
            else {}
        )
        th.headed = hd.headed(told, heads, matcher)
    signer = hd.Matcher(g, kinds, told, weight, after)
    signs = (
        hd.match_signs(
            signer, [i for i, k in enumerate(kinds) if k == "Y"], prints, weights.Scale(hd.SIGN_BINS, tables["signs"])
        )
        if told
        else {}
    )
    return MakeUp(
        g, prints, linker.fills, found, kinds, odds, linker, after, blocks, home, thread, why, told, heads, signs
    )
