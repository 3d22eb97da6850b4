"""Which block the article of each body block goes on in: all likely pairs are weighed, and assigned one to one."""

from collections.abc import Sequence

from ocrfix.around import LEAST, Pair
from ocrfix.assign import assign
from ocrfix.blocks import Block
from ocrfix.captions import is_caption
from ocrfix.rolls import is_row
from ocrfix.stories import rethreaded
from ocrfix.strands import TOPICAL
from ocrfix.threads import Threader
from ocrfix.weights import Scale, Shares

THREAD = -6  # decibans from which a block goes on in another
ADJOINING = 6  # decibans more for one that begins on the next line, on a page with display type
BRIEFS = 3  # and more on a Latin page with a rubric: its briefs follow one another
OPEN = 6  # decibans less for a block in mid-sentence
LISTED = 12  # decibans more for the next row of a list
REACH = 12  # blocks ahead and back that a block may go on in
OPEN_REACH = 30  # the same, for a block in mid-sentence


def candidates(bodies: Sequence[int], x: int, reach: int = REACH) -> list[int]:
    """Blocks that block ``bodies[x]`` may go on in: the next ``reach``, and as many before it."""
    return [*bodies[x + 1 : x + 1 + reach], *bodies[max(0, x - reach) : x]]


def go_on(th: Threader, blocks: list[Block], scale: Scale) -> dict[int, int]:
    """The block that each body block goes on in, where there is one.

    A block that breaks off in mid-sentence must go on somewhere: less is asked of its thread to one that begins so.
    """
    th.look()
    bodies = [k for k, b in enumerate(blocks) if b.kind == "B" and not is_caption(th.g.lines[th.firsts[k]])]
    adjoining = ADJOINING if any(b.kind == "H" for b in blocks) else 0
    adjoining += BRIEFS if th.g.latin and "rubric" in th.prints else 0
    asked = scale.base - THREAD
    hopeless = -asked - OPEN - scale.most(TOPICAL)
    scored, beside = [], dict[Pair, float]()
    lists = th.listed.keys() - th.listed.values()  # their first rows
    feet = {k for k in th.listed.values() - th.listed.keys() if is_row(th.g.lines[th.lasts[k]])}
    boxes = th.points.keys() - th.points.values()
    lists |= {k for k in boxes if th.mark(th.firsts[k] - 1) == "H"}
    for x, p in enumerate(bodies):
        broken = th.breaks_off(p)
        open_ = 0 if th.lasts[p] in th.linker.jumped else OPEN
        others = candidates(bodies, x, OPEN_REACH if broken else REACH)
        tally = scale.tally(th.columns(p, others))
        below = [q for q in others if th.firsts[q] - th.lasts[p] == 1 and th.linker.stops[th.lasts[p]]]
        beside.update(((p, q), LEAST) for q in below)
        likely = [(q, w) for q, w in zip(others, tally, strict=True) if w > hopeless]
        topical = scale.tally(th.topical(p, [q for q, _ in likely]))
        for (q, w), more in zip(likely, topical, strict=True):
            weight = asked + w + more + (open_ if broken and th.begins_open(q) else 0)
            if q in below:
                beside[p, q] = weight
            if q not in lists and p not in feet and weight > (adjoining if th.firsts[q] - th.lasts[p] == 1 else 0):
                scored.append((weight, p, q))
    th.beside = beside
    return assign(scored, len(blocks), kept=rethreaded(th.points, th.listed))


def shares(th: Threader, scale: Scale, p: int, q: int) -> Shares:
    """The evidence that the article of block p goes on in block q."""
    open_ = [("open", "", OPEN)] if th.breaks_off(p) and th.begins_open(q) else []
    listed = [("listed", "", LISTED)] if q in (th.listed.get(p), th.points.get(p)) else []
    return [*scale.shares(th.bins(p, q)), ("prior", "", -THREAD), *open_, *listed]
