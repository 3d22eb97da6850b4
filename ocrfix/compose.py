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
from ocrfix import goeson, matching, matter, statistics, weights
from ocrfix import heads as hd
from ocrfix import links as lk
from ocrfix import roles as rl
from ocrfix.lines import Galley, Lean
from ocrfix.readon import near_pairs, read_on
from ocrfix.shapes import print_of, small_print, stranded
from ocrfix.subjects import terms
from ocrfix.threads import THREAD_BINS, Threader

KINDS = bk.KINDS
DISPLAY = 3  # decibans more for display type where a line or two end without a stop: lost headlines cost most
SINGLE = 4  # decibans less for a banner that was printed once
SHADOWS = 4  # blocks printed with a shadow, at most, on a page whose headlines are not
HALF = 20  # characters of either half of small print that is broken over two lines, at most
ALIKE = 2.5  # em by which two lines of one headline differ
WRAPPED = 3  # lines of small print, at most
PASSES = "threads", "contexts", "headed"  # of threading; each knows what the ones before found
VERTICAL = 4  # lines of one glyph that make a vertical headline


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
    why: dict[int, goeson.Shares]
    stories: list[hd.Story]
    heads: dict[int, int]
    signs: dict[int, int]
    matcher: hd.Matcher | None
    signer: hd.Matcher | None


def sight(g: Galley, stats: statistics.Statistics) -> tuple[list[list[str]], list[set[str]]]:
    """Bins of first sight and terms for every line."""
    lines = g.lines
    affinity = [stats.affinity(a.text, b.text) for a, b in pairwise(lines)] + [0]
    found = [terms(s.text, g.latin) for s in lines]
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
    """The links as they stand on the page: upright headlines and broken small print tied, shadowed type kept apart."""
    sure = {**broken_print(g), **vertical(g), **{i: j for i, (j, _) in g.ties.items()}}
    begun = set(after.values())
    closing = {i: i + 1 for i, (a, b) in enumerate(pairwise(g.lines)) if stranded(a.text, b.text)}
    after = after | {i: j for i, j in closing.items() if i not in after and j not in begun}
    begun = set(sure.values())
    apart = {i for i, j in after.items() if g.lines[i].apart != g.lines[j].apart}
    return {**{i: j for i, j in after.items() if not {i, j} & {*sure, *begun} and i not in apart}, **sure}


def broken_print(g: Galley) -> dict[int, int]:
    """Links between two short lines that are a byline or credit together, and nothing of the kind alone."""
    link: dict[int, int] = {}
    for i, (a, b) in enumerate(pairwise(g.lines)):
        if len(a.text) <= HALF and len(b.text) <= HALF and i - 1 not in link and not small_print(a.text):
            whole = small_print(a.text + (" " if g.latin else "") + b.text)
            if whole in ("byline", "credit") and small_print(b.text) != whole:
                link[i] = i + 1
    return link


def make_blocks(
    g: Galley, after: dict[int, int], odds: list[list[float]], found: list[set[str]]
) -> tuple[list[bk.Block], list[int]]:
    """Blocks of lines that read on, and the block of each line."""
    blocks: list[bk.Block] = []
    home = [0] * len(g.lines)
    for chain in bk.chains(after, len(g.lines)):
        mean = [sum(odds[i][k] for i in chain) / len(chain) for k in range(5)]
        text = "".join(g.lines[i].text for i in chain)
        words = set().union(*(found[i] for i in chain)) | terms(text, False)
        for i in chain:
            home[i] = len(blocks)
        if len(chain) >= VERTICAL and all(len(g.lines[i].text) == 1 for i in chain):
            mean = [-40.0, 0.0, -40.0, -40.0, -40.0]
        blocks.append(bk.Block(chain, mean, KINDS[max(range(5), key=mean.__getitem__)], words, len(text)))
    return blocks, home


def small_prints(g: Galley, blocks: list[bk.Block]) -> list[str]:
    """What small print each line is; one that goes over two or three lines is read whole."""
    prints = [""] * len(g.lines)
    for b in blocks:
        lines = b.lines if len(b.lines) <= WRAPPED else b.lines[:1]
        print_ = print_of((" " if g.latin else "").join(g.lines[i].text for i in lines))
        for i in b.lines:
            prints[i] = print_
    return prints


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


def second_lines(g: Galley, blocks: list[bk.Block], home: list[int], prints: list[str]) -> None:
    """At the foot of a page, what follows a line of a headline at its width, and has no form of furniture, is its next line."""
    last = len(g.lines) - 1
    above, b = (blocks[home[last - 1]], blocks[home[last]]) if last > 0 else (None, None)
    if above and b and above.kind == "H" and b.kind == "F" and b.lines == [last] and not prints[last]:
        line, up = g.lines[last], g.lines[last - 1]
        if line.text.isalpha() and up.end not in ("stop", "mid") and abs(line.width - up.width) <= ALIKE:
            b.kind = "H"


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
    blocks, home = make_blocks(g, after, odds, found)
    prints = small_prints(g, blocks)
    name_blocks(g, blocks, home, linker.fills, prints, weights.Scales(bk.BLOCK_BINS, tables["blocks"]))
    shadowed(g, blocks)
    second_lines(g, blocks, home, prints)
    counts = Counter(t for b in blocks for t in b.terms)
    weight = matter.term_weight(stats.idf, counts, len(blocks))
    th = Threader(g, blocks, home, weight, linker.quotes)
    kinds = [blocks[home[i]].kind for i in range(len(kinds))]
    thread: dict[int, int] = {}
    why: dict[int, goeson.Shares] = {}
    told: list[hd.Story] = []
    heads: dict[int, int] = {}
    matcher: hd.Matcher | None = None
    for name in PASSES:
        scale = weights.Scale(THREAD_BINS, tables[name])
        thread = goeson.go_on(th, blocks, scale)
        if name == "headed":
            why = {p: goeson.shares(th, scale, p, q) for p, q in thread.items()}
        th.matters.know(thread)
        if name == "threads":
            continue
        demote(g, blocks, thread)
        kinds = [blocks[home[i]].kind for i in range(len(kinds))]
        told = hd.stories(g, blocks, thread)
        matcher = hd.Matcher(g, kinds, told, weight, after)
        heads = (
            matching.match_heads(
                matcher, matching.head_groups(kinds, after), weights.Scale(hd.HEAD_BINS, tables["heads"])
            )
            if told
            else {}
        )
        matcher.set_heads(heads)
        th.headed = matching.headed(told, heads, matcher)
    signer = hd.Matcher(g, kinds, told, weight, after)
    signer.set_heads(heads)
    signs = (
        matching.match_signs(
            signer, [b.lines[0] for b in blocks if b.kind == "Y"], prints, weights.Scale(hd.SIGN_BINS, tables["signs"])
        )
        if told
        else {}
    )
    return MakeUp(
        g,
        prints,
        linker.fills,
        found,
        kinds,
        odds,
        linker,
        after,
        blocks,
        home,
        thread,
        why,
        told,
        heads,
        signs,
        matcher,
        signer,
    )
