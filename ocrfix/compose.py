"""The make-up of a page: from measured lines to decisions about where each of them goes.

First what every line seems to be, then which lines read on in which (blocks), what the blocks are, which body blocks
make one article (stories), and last which headlines, bylines and credits belong to which story. A page whose lines came out of
order is read twice (see relaid).
"""

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

from ocrfix import banners, goeson, matching, matter, offices, points, stacks, statistics, weights
from ocrfix import blocks as bk
from ocrfix import heads as hd
from ocrfix import links as lk
from ocrfix import roles as rl
from ocrfix.forme import is_ornament
from ocrfix.lay import ONCE, RELAID, STREAM
from ocrfix.lines import Galley, Lean
from ocrfix.mentions import mention
from ocrfix.model import Evidence
from ocrfix.readon import near_pairs, read_on
from ocrfix.relaid import relaid, shuffled
from ocrfix.runs import head_runs
from ocrfix.shapes import print_of
from ocrfix.sight import letter, normalised, sight
from ocrfix.signed import sign_form
from ocrfix.signing import SIGN_BINS, Signer
from ocrfix.stories import Story, rethreaded, set_lists, stories, thread_rows
from ocrfix.strands import THREAD_BINS
from ocrfix.strides import strides
from ocrfix.strips import Strips, stepped
from ocrfix.subjects import running, terms
from ocrfix.threads import Threader
from ocrfix.ties import VERTICAL, tied
from ocrfix.turns import TURN_BINS, Turner, turn

KINDS = bk.KINDS
IN_ORDER = STREAM, ONCE  # lays in which columns may come out one after the other
SIGNS = "byline", "credit"
_BROKEN = Evidence("broken-print", 12, "two lines are a byline or credit together")
SCRAP = 3  # lines of display type that may look like text, at most
ALIKE = 2.5  # em by which the second line of a headline may be the wider one
SURELY_HEAD, SURELY_FURNITURE = ([0.0 if k == kind else -40.0 for k in KINDS] for kind in "HF")
WRAPPED = 3  # lines of small print, at most
PASSES = "threads", "headed", "headed"  # of threading; each knows what the ones before found


class Reading(NamedTuple):
    """What is read off the lines: the sort of page, their terms, what they seem to be (decibans for each of KINDS), which reads on in which
    (``after``), and the evidence of the links that were ``turned``."""

    sort: weights.Sort
    terms: list[set[str]]
    odds: list[list[float]]
    linker: lk.Linker
    after: dict[int, int]
    turned: dict[tuple[int, int], weights.Shares]


class Threads(NamedTuple):
    """Which block the article of a block goes on in, why, and the stories that this makes, matched with their headlines, whose
    blocks are ``joined`` more or less firmly; which blocks are ``rows`` of a list."""

    thread: dict[int, int]
    why: dict[int, weights.Shares]
    matcher: hd.Matcher
    joined: matching.Joints
    rows: set[int]


@dataclass(slots=True)
class MakeUp:
    """The state of a page between line and article.

    ``home`` is the block of each line, ``prints`` what small print it is; ``signer`` knows whose bylines and credits are.
    """

    g: Galley
    reading: Reading
    threads: Threads
    blocks: list[bk.Block]
    home: list[int]
    prints: list[str]
    signer: Signer

    @property
    def after(self) -> dict[int, int]:
        return self.reading.after

    @property
    def thread(self) -> dict[int, int]:
        return self.threads.thread

    @property
    def onward(self) -> dict[int, int]:
        """Which line each line goes on in, in its paragraph or its article."""
        turns = ((self.blocks[p].lines[-1], self.blocks[q].lines[0]) for p, q in self.thread.items())
        return {**self.after, **dict(turns)}

    @property
    def stories(self) -> list[Story]:
        return self.threads.matcher.stories

    @property
    def kinds(self) -> list[str]:
        return self.threads.matcher.kinds

    @property
    def signs(self) -> dict[int, int]:
        """Which story each byline or credit, by its first line, is of."""
        return self.signer.signs

    @property
    def heads(self) -> dict[int, int]:
        return self.threads.matcher.heads


def make_blocks(
    g: Galley, after: dict[int, int], odds: list[list[float]], found: list[set[str]]
) -> tuple[list[bk.Block], list[int]]:
    """Blocks of lines that read on, and the block of each line."""
    blocks: list[bk.Block] = []
    home = [0] * len(g.lines)
    for chain in bk.chains(after, len(g.lines)):
        mean = [sum(odds[i][k] for i in chain) / len(chain) for k in range(5)]
        text = running((g.lines[i].text for i in chain), g.latin)
        words = found[chain[0]] if len(chain) == 1 else terms(text, g.latin)
        for i in chain:
            home[i] = len(blocks)
        if len(chain) >= VERTICAL and all(len(g.lines[i].text) == 1 for i in chain):
            mean = SURELY_HEAD
        elif all(is_ornament(c) for c in "".join(text.split())):
            mean = SURELY_FURNITURE
        blocks.append(bk.Block(chain, mean, KINDS[max(range(5), key=mean.__getitem__)], words, len(text)))
    mention(blocks, g.news.idf)
    return blocks, home


def small_prints(g: Galley, blocks: list[bk.Block]) -> list[str]:
    """What small print each line is; one that goes over two or three lines is read whole."""
    prints = [""] * len(g.lines)
    for b in blocks:
        lines = b.lines if len(b.lines) <= WRAPPED else b.lines[:1]
        text = (" " if g.latin else "").join(g.lines[i].text for i in lines)
        print_ = print_of(text) or ("byline" if offices.is_office(g.lines[lines[-1]]) else "")
        for i in b.lines:
            prints[i] = print_
    return prints


def name_blocks(
    linker: lk.Linker,
    blocks: list[bk.Block],
    home: list[int],
    prints: list[str],
    scales: weights.Scales,
    rounds: int = 2,
) -> None:
    """Give each block its kind; neighbours' kinds are evidence, so twice."""
    for _ in range(rounds):
        second_lines(linker.g, blocks, home, prints)
        rows = bk.block_bins(linker, blocks, home, prints)
        for b, row in zip(blocks, rows, strict=True):
            first = b.lines[0]
            b.seen = bk.no_byline(scales.weigh(row), linker.g.lines[first], prints[first], linker.g.latin)
            known = bk.leaning(b.seen, linker.g.lines[b.lines[0]].lean)
            b.kind = KINDS[max(range(5), key=known.__getitem__)]
    second_lines(linker.g, blocks, home, prints)


def second_lines(g: Galley, blocks: list[bk.Block], home: list[int], prints: list[str]) -> None:
    """At the foot of a page, what follows a line of a headline, is no wider than it, nor half as wide, and has no form of furniture
    or of a banner is its next line."""
    last = len(g.lines) - 1
    above, b = (blocks[home[last - 1]], blocks[home[last]]) if last > 0 else (None, None)
    if above and b and above.kind == "H" and b.kind in "FR" and b.lines == [last] and not prints[last]:
        line, up = g.lines[last], g.lines[last - 1]
        if (
            line.lean is None
            and line.text.isalpha()
            and up.end not in ("stop", "mid")
            and up.width / 2 <= line.width <= up.width + ALIKE
        ):
            b.kind = "H"


def demote(g: Galley, blocks: list[bk.Block], home: list[int], thread: dict[int, int], in_order: bool = True) -> None:
    """A line or two without a full stop that go on in no other body are display type, not an article; so are three beside display
    type in Chinese, or what ends there with a bracket or a quotation, where the lines stand ``in_order``."""
    begun = set(thread.values())
    for k, b in enumerate(blocks):
        story = hd.follow(k, thread) if b.kind == "B" and k not in begun else []
        lines = [i for part in story for i in blocks[part].lines]
        if not lines or len(lines) > SCRAP or any(c in g.lines[i].text for i in lines for c in "。！？"):
            continue
        near = [blocks[home[i]].kind for i in (lines[0] - 1, lines[-1] + 1) if 0 <= i < len(home)]
        beside = in_order and "H" in near and not g.latin and g.lines[lines[0]].lean is None
        last = g.lines[lines[-1]].end
        if last != "stop" and (beside or (len(lines) < SCRAP and last != "close")):
            for part in story:
                blocks[part].kind = "H"
                thread.pop(part, None)


def sign_forms(g: Galley, blocks: list[bk.Block], prints: list[str]) -> dict[int, str]:
    """The forms of all bylines and credits, by their first lines."""
    firsts = (b.lines[0] for b in blocks if b.kind == "Y")
    return {i: sign_form(g.lines[i].text, prints[i]) for i in firsts}


def read_off(g: Galley, known: str = "") -> Reading:
    """What every line seems to be, and which it reads on in; its lay is looked for where none is known."""
    rows, found, lay = sight(g, g.news)
    sort = weights.Sort(g.latin, known or lay)
    tables = weights.bundled(sort)
    line_scale = weights.Scales(rl.LINE_BINS, tables["roles"])
    odds = [normalised(line_scale.weigh(r), s.lean) for r, s in zip(rows, g.lines, strict=True)]
    grams, in_order = statistics.PageGrams(s.text for s in g.lines), sort.lay in IN_ORDER
    linker = lk.Linker(g, g.news, grams, [letter(o) for o in odds], in_order)
    first, later = (weights.scale(sort, name, lk.LINK_BINS) for name in ("links", "strides"))
    pairs, later_pairs = near_pairs(linker, first, later)
    after = read_on(linker, first, pairs)
    for _ in range(2):
        linker.strides = strides(after, len(odds))
        after = read_on(linker, later, later_pairs)
    linker.strides = strides(after, len(odds))
    after, turned = turn(Turner(linker, found, after, later), weights.Scale(TURN_BINS, tables["turns"]))
    far = Strips(linker, found, later).links() if in_order else {}
    turned |= {pair: [("strips", "", round(weight))] for pair, weight in far.items()}
    return Reading(sort, found, odds, linker, tied(g, stepped(after, far), in_order), turned)


def block_up(g: Galley, r: Reading, tables: weights.Questions) -> tuple[list[bk.Block], list[int], list[str]]:
    """Blocks and what they are, the block of each line, and what small print each line is."""
    blocks, home = make_blocks(g, r.after, r.odds, r.terms)
    prints = small_prints(g, blocks)
    for first in (g.lines[b.lines[0]] for b in blocks if len(b.lines) > 1 and prints[b.lines[0]] in SIGNS):
        first.lean = first.lean or Lean("Y", _BROKEN)
    name_blocks(r.linker, blocks, home, prints, weights.Scales(bk.BLOCK_BINS, tables["blocks"]))
    banners.find(g, blocks, home, prints)
    return blocks, home, prints


def thread_up(th: Threader, r: Reading, tables: weights.Questions) -> Threads:
    """The blocks threaded to stories and the headlines matched with them, pass by pass."""
    head_scales = two_scales(tables, "heads", hd.HEAD_BINS)
    stack_scale = weights.Scale(stacks.STACK_BINS, tables["stacks"])
    matched: Container[int] = range(len(th.home))  # before headlines are looked at, none is left over
    for name in PASSES:
        for more in (set_lists(th.linker, th.blocks, th.home, matched), thread_rows(th.g, th.blocks, th.home)):
            th.listed = rethreaded(th.listed, more)
        th.points = points.threaded(th.g.lines, th.blocks, th.home)
        scale = weights.Scale(THREAD_BINS, tables[name])
        thread = goeson.go_on(th, th.blocks, scale)
        why = {p: goeson.shares(th, scale, p, q) for p, q in thread.items()}
        th.matters.know(thread)
        demote(th.g, th.blocks, th.home, thread, r.sort.lay in IN_ORDER)
        matcher = match_up(th, r, thread)
        runs = head_runs(matcher.kinds, r.after)
        joined = stacks.joints(matcher, r.linker, runs, stack_scale)
        groups = stacks.stack(runs, joined, len(th.home))
        heads = matching.match_heads(matcher, groups, head_scales, joined)
        matcher.set_heads(heads)
        matched = matcher.sure()
        th.headed = matching.headed(matcher.stories, heads, matcher)
    return Threads(thread, why, matcher, joined, {*th.listed, *th.listed.values()})


def two_scales(tables: weights.Questions, name: str, bins: tuple[str, ...]) -> tuple[weights.Scale, weights.Scale]:
    """The scales of a matching that is made twice."""
    return weights.Scale(bins, tables[name]), weights.Scale((*bins, *hd.SETTLED), tables[f"{name} settled"])


def match_up(th: Threader, r: Reading, thread: dict[int, int]) -> hd.Matcher:
    """The stories that threads make, ready to be matched."""
    kinds = [th.blocks[k].kind for k in th.home]
    return hd.Matcher(th.g, kinds, stories(th.g, th.blocks, thread), th.weight, r.after)


def make_up(g: Galley) -> MakeUp:
    """All stages, in order; where the lines of the page were not, once more, as they were found to go on."""
    m = assemble(g, read_off(g))
    again = relaid(g, m.onward) if shuffled(g, m.reading.sort.lay) else None
    return assemble(again, read_off(again, RELAID)) if again else m


def assemble(g: Galley, r: Reading) -> MakeUp:
    """All stages after the reading."""
    tables = weights.bundled(r.sort)
    blocks, home, prints = block_up(g, r, tables)
    counts = Counter(t for b in blocks for t in b.terms)
    th = Threader(g, blocks, home, matter.term_weight(g.news.idf, counts, len(blocks)), r.linker, prints, r.terms)
    t = thread_up(th, r, tables)
    m = match_up(th, r, t.thread)
    m.set_heads(t.matcher.heads)
    signer = Signer(m, sign_forms(g, blocks, prints), r.sort.lay in IN_ORDER)
    signer.match(two_scales(tables, "signs", SIGN_BINS))
    return MakeUp(g, r, t, blocks, home, prints, signer)
