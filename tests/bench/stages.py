"""The stages in which evidence is weighed, fitted one after the other, each on what the ones before it make of the pages.

Each question (what is a line, does it read on, ...) is a logistic regression on the bins of its evidence, so that its
coefficients are weights of evidence (Good 1950) that add; they are rounded to whole decibans. But for links, a page is shown
what weights make of it that were learnt from other families (see regression.in_parts).
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from ocrfix import banks, banners, compose, goeson, matching, matter, readon, stacks, statistics, ties, turns, weights
from ocrfix import blocks as bk
from ocrfix import heads as hd
from ocrfix import links as lk
from ocrfix import roles as rl
from ocrfix.runs import head_runs
from ocrfix.sight import letter, normalised
from ocrfix.signing import SIGN_BINS, Signer
from ocrfix.stories import set_lists, stories
from ocrfix.strands import THREAD_BINS
from ocrfix.strides import strides
from ocrfix.threads import Threader
from tests.bench.proof import LETTERS, Proof, goes_on
from tests.bench.regression import Example, in_parts, which, yes_or_no

Known = dict[str, Any]  # weights by questions, as of weights.bundled; empty where nothing is known
LETTER_OF_BANK = {role: role[0] for role in banks.ROLES}
ALL_AHEAD = 0.25  # of the lines are shown with all of the next lk.NEAR lines, the others with the next three


def _most(values: Iterable[Any]) -> Any:
    counts = Counter(v for v in values if v is not None)
    return counts.most_common(1)[0][0] if counts else None


def _families(pages: list[Proof]) -> list[str]:
    return [p.family for p in pages]


def sight_stage(pages: list[Proof], known: Known) -> weights.Tables:
    """What each line is at first sight."""
    shown = [[(row, k) for row, k in zip(p.sight, p.letters, strict=True) if k] for p in pages]
    fit = partial(which, names=rl.LINE_BINS, kinds=bk.KINDS, known=known.get("roles", {}))
    whole, apart = in_parts(_families(pages), shown, fit)
    for p, tables in zip(pages, apart, strict=True):
        scales = weights.Scales(rl.LINE_BINS, tables)
        p.odds = [normalised(scales.weigh(row)) for row in p.sight]
    return whole


def link_stage(pages: list[Proof], known: Known) -> tuple[weights.Table, weights.Table]:
    """Does a line read on in another: at first, and knowing how far the links around it jump."""
    for p in pages:
        grams = statistics.PageGrams(s.text for s in p.g.lines)
        kinds = [letter(o) for o in p.odds]
        p.linker = lk.Linker(p.g, p.g.news, grams, kinds)
    tables = []
    for first, name in ((True, "links"), (False, "strides")):
        rng = random.Random(1)
        rows, answers = [], []
        for p in pages:
            for i, j in _shown(p, rng):
                rows.append(p.linker.bins(i, j))
                answers.append(goes_on(p.prints[i], p.prints[j], p.ocr) == "same")
        tables.append(yes_or_no(rows, answers, lk.LINK_BINS, known.get(name, {})))
        scales = [weights.Scale(lk.LINK_BINS, tables[k]) for k in (0, -1)]
        for p in pages:
            p.linker.strides = []
            _, p.pairs = readon.near_pairs(p.linker, *scales)
            p.linker.strides = [] if first else strides(p.after, len(p.g.lines))
            p.after = readon.read_on(p.linker, scales[-1], p.pairs)
            p.linker.strides = strides(p.after, len(p.g.lines))
    for p in pages:
        p.after = readon.read_on(p.linker, scales[-1], p.pairs)
        p.linker.strides = strides(p.after, len(p.g.lines))
        p.pairs = []
    return tables[0], tables[1]


def turn_stage(pages: list[Proof], links: weights.Table, known: Known) -> weights.Table:
    """Where does a line go on at the turn of a column?"""
    rows, answers = [], []
    scale = weights.Scale(lk.LINK_BINS, links)
    turners = [turns.Turner(p.linker, p.terms, p.after, scale) for p in pages]
    for p, turner in zip(pages, turners, strict=True):
        for i, j, bins in turner.turns():
            if p.prints[i] and p.prints[j]:
                rows.append(bins)
                answers.append(goes_on(p.prints[i], p.prints[j], p.ocr) == "same")
    table = yes_or_no(rows, answers, turns.TURN_BINS, known.get("turns", {}))
    for p, turner in zip(pages, turners, strict=True):
        after, _ = turns.turn(turner, weights.Scale(turns.TURN_BINS, table))
        p.after = ties.tied(p.g, after)
    return table


def _shown(p: Proof, rng: random.Random) -> Iterable[tuple[int, int]]:
    """Pairs of lines to learn from: lines ahead, the true next line wherever it is, and some at random."""
    begins = {}
    for j, b in enumerate(p.prints):
        if b and b.part.role == "body":
            begins.setdefault((b.part.article, b.start), j)
    n = len(p.prints)
    for i, a in enumerate(p.prints):
        if not a:
            continue
        ahead = set(range(i + 1, min(n, i + 1 + (lk.NEAR if rng.random() < ALL_AHEAD else 3))))
        if a.part.role == "body":
            ahead |= {begins.get((a.part.article, a.end), i), *(rng.randrange(n) for _ in range(4))}
        yield from ((i, j) for j in sorted(ahead - {i}) if p.prints[j])


def block_stage(pages: list[Proof], known: Known) -> weights.Tables:
    """What each block is; neighbours' kinds are evidence, so twice."""
    for p in pages:
        p.blocks, p.home = compose.make_blocks(p.g, p.after, p.odds, p.terms)
        p.small = compose.small_prints(p.g, p.blocks)
    fit = partial(which, names=bk.BLOCK_BINS, kinds=bk.KINDS, known=known.get("blocks", {}))
    for _ in range(2):
        shown = []
        for p in pages:
            bins = bk.block_bins(p.linker, p.blocks, p.home, p.small)
            kinds = [_most(p.letters[i] for i in b.lines) for b in p.blocks]
            shown.append([(row, kind) for row, kind in zip(bins, kinds, strict=True) if kind])
        whole, apart = in_parts(_families(pages), shown, fit)
        for p, tables in zip(pages, apart, strict=True):
            scales = weights.Scales(bk.BLOCK_BINS, tables)
            compose.name_blocks(p.linker, p.blocks, p.home, p.small, scales, 1)
    for p in pages:
        banners.find(p.g, p.blocks, p.home, p.small)
    return whole


def thread_stage(pages: list[Proof], known: weights.Table) -> tuple[weights.Table, list[weights.Table]]:
    """Does the article of a block go on in another block? Learnt of all pages, and for each page of other families."""
    shown = []
    for p in pages:
        p.threader.look()
        bodies = [k for k, b in enumerate(p.blocks) if b.kind == "B"]
        shown.append([])
        for x, a in enumerate(bodies):
            for b in goeson.candidates(bodies, x):
                i, j = p.blocks[a].lines[-1], p.blocks[b].lines[0]
                if p.prints[i] and p.prints[j]:
                    shown[-1].append((p.threader.bins(a, b), goes_on(p.prints[i], p.prints[j], p.ocr) != ""))
    whole, apart = in_parts(_families(pages), shown, partial(yes_or_no, names=THREAD_BINS, known=known))
    _thread(pages, apart)
    return whole, apart


def _thread(pages: list[Proof], tables: list[weights.Table]) -> None:
    for p, table in zip(pages, tables, strict=True):
        p.thread = goeson.go_on(p.threader, p.blocks, weights.Scale(THREAD_BINS, table))
        p.threader.matters.know(p.thread)


def head_stage(pages: list[Proof], known: Known) -> dict[str, weights.Table]:
    """Which story does a headline belong to? At first, and knowing the habit of the page and the rivals of each pair."""
    stack_table, stacked = stack_stage(pages, known)
    pairs = [list(_heads(p)) for p in pages]
    bins = [[p.matcher.head_bins(i, n) for i, n, _ in rows] for p, rows in zip(pages, pairs, strict=True)]
    answers = [[answer for *_, answer in rows] for rows in pairs]
    fit = partial(yes_or_no, names=hd.HEAD_BINS, known=known.get("heads", {}))
    first, firsts = in_parts(_families(pages), _examples(bins, answers), fit)
    nothing = weights.Scale((), {"base": {"": 0}})
    scales = [weights.Scale(hd.HEAD_BINS, table) for table in firsts]
    for p, scale, stack in zip(pages, scales, stacked, strict=True):
        _match(p, (scale, nothing), stack)
    for p, rows, told in zip(pages, bins, pairs, strict=True):
        for row, (i, n, _) in zip(rows, told, strict=True):
            row += p.matcher.settled(i, n, hd.HEADS)
    names = (*hd.HEAD_BINS, *hd.SETTLED)
    fit = partial(yes_or_no, names=names, known=known.get("heads settled", {}))
    later, laters = in_parts(_families(pages), _examples(bins, answers), fit)
    for p, scale, table, stack in zip(pages, scales, laters, stacked, strict=True):
        found = _match(p, (scale, weights.Scale(names, table)), stack)
        p.threader.headed = matching.headed(p.matcher.stories, found, p.matcher)
        p.matcher.set_heads(found)
    return {"heads": first, "heads settled": later, "stacks": stack_table}


def _examples(bins: list[list[list[str]]], answers: list[list[bool]]) -> list[list[Example]]:
    """Bins and answers, page by page."""
    return [list(zip(rows, told, strict=True)) for rows, told in zip(bins, answers, strict=True)]


def _heads(p: Proof) -> Iterable[tuple[int, int, bool]]:
    """Headline blocks (their first lines) and stories, and whether they belong together."""
    m, own = p.matcher, _own(p)
    size: Counter[int] = Counter()
    for o, s in zip(own, m.stories, strict=True):
        size[o] = max(size[o], len(s.lines))
    begun = set(m.after.values())
    for i, kind in enumerate(m.kinds):
        what = p.prints[i].part if p.prints[i] else None
        letter = LETTERS[what.role] if what else None
        if i in begun or kind != "H" or letter == "Y":
            continue
        for n, s in enumerate(m.stories):
            ours = what is not None and own[n] == what.article
            if not (ours and len(s.lines) < size[own[n]]):
                yield i, n, ours and letter == "H"


def _match(p: Proof, scales: tuple[weights.Scale, weights.Scale], stack_table: weights.Table) -> dict[int, int]:
    m = p.matcher
    runs = head_runs(m.kinds, m.after)
    joints = stacks.joints(m, p.linker, runs, weights.Scale(stacks.STACK_BINS, stack_table))
    groups = stacks.stack(runs, joints, len(m.kinds))
    return matching.match_heads(m, groups, scales, joints) if m.stories else {}


def sign_stage(pages: list[Proof], known: Known) -> dict[str, weights.Table]:
    """Which story does a byline or credit belong to? At first, and knowing the habit of the page and the rivals of each pair."""
    rows, answers, signers = [], [], []
    for p in pages:
        own = _own(p)
        forms = {
            i: form
            for i, form in compose.sign_forms(p.g, p.blocks, p.small).items()
            if (what := p.prints[i]) and LETTERS[what.part.role] == "Y"
        }
        signers.append(signer := Signer(p.matcher, forms))
        for i in forms:
            for n, o in enumerate(own):
                rows.append((signer, i, n))
                answers.append(o == p.prints[i].part.article)
    bins = [signer.bins(i, n) for signer, i, n in rows]
    first = yes_or_no(bins, answers, SIGN_BINS, known.get("signs", {}))
    scale = weights.Scale(SIGN_BINS, first)
    for s in signers:
        s.settle({(i, n): scale.weigh(s.bins(i, n)) for i in s.forms for n in range(len(s.m.stories))})
    bins = [[*row, *signer.settled(i, n)] for row, (signer, i, n) in zip(bins, rows, strict=True)]
    later = yes_or_no(bins, answers, (*SIGN_BINS, *hd.SETTLED), known.get("signs settled", {}))
    return {"signs": first, "signs settled": later}


def _own(p: Proof) -> list[int | None]:
    """The article that most lines of each story are of."""
    return [_most(p.prints[i].part.article for i in s.lines if p.prints[i]) for s in p.matcher.stories]


def _lists(pages: list[Proof]) -> None:
    for p in pages:
        p.threader.listed |= set_lists(p.threader.linker, p.blocks, p.home, p.matcher.sure())


def _stories(pages: list[Proof]) -> None:
    for p in pages:
        compose.demote(p.g, p.blocks, p.home, p.thread)
        told = stories(p.g, p.blocks, p.thread)
        kinds = [p.blocks[k].kind for k in p.home]
        p.matcher = hd.Matcher(p.g, kinds, told, p.threader.weight, p.after)


def stack_stage(pages: list[Proof], known: Known) -> tuple[weights.Table, list[weights.Table]]:
    """Are two blocks of display type in succession of one headline? Learnt of all pages, and for each page of other families."""
    shown = []
    for p in pages:
        of = {i: b.part.article for i, b in enumerate(p.prints) if b and p.letters[i] == "H"}
        runs = head_runs(p.matcher.kinds, p.matcher.after)
        blocks = [i for run in runs for i in run]
        next_ = {i: next((j for j in blocks if j > i and of.get(j) == of[i]), -1) for i in blocks if i in of}
        bins = partial(stacks.stack_bins, p.matcher, p.linker)
        shown.append([(bins(i, j, lines), next_.get(i) == j) for i, j, lines in stacks.pairs(runs)])
    fit = partial(yes_or_no, names=stacks.STACK_BINS, known=known.get("stacks", {}))
    return in_parts(_families(pages), shown, fit)


def bank_stage(pages: list[Proof], known: Known) -> Known:
    """What is a line of a headline: kicker, title or deck? Are two that follow one another of one bank?"""
    rows, answers, pairs, alike = [], [], [], []
    for p in pages:
        for n, lines in p.matcher.headlines().items():
            if roles := _bank_roles(p, lines):
                rows += banks.bank_bins(p.matcher, lines, n)
                answers += [LETTER_OF_BANK[r] for r in roles]
                pairs += banks.one_bank_bins(p.matcher, p.linker, lines)
                alike += [a == b for a, b in pairwise(roles)]
    return {
        "banks": which(rows, answers, banks.BANK_BINS, "".join(LETTER_OF_BANK.values()), known.get("banks", {})),
        "one bank": yes_or_no(pairs, alike, banks.ONE_BANK, known.get("one bank", {})),
    }


def _bank_roles(p: Proof, lines: Sequence[int]) -> list[str]:
    """The roles of the lines of a headline; none where they are not of one article, or its title is not among them."""
    parts = [b.part for i in lines if (b := p.prints[i])]
    roles = [b.role for b in parts]
    known = len(parts) == len(lines) and len({b.article for b in parts}) == 1
    return roles if known and {"title"} <= {*roles} <= {*banks.ROLES} else []


def make_up(pages: list[Proof], say: Callable[[str], None], known: Known) -> dict[str, Any]:
    """The weights of all questions, learnt on pages of one script, and drawn towards those that are ``known``."""
    tables: dict[str, Any] = {"roles": sight_stage(pages, known)}
    say("first sight")
    tables["links"], tables["strides"] = link_stage(pages, known)
    tables["turns"] = turn_stage(pages, tables["strides"], known)
    say("links")
    tables["blocks"] = block_stage(pages, known)
    say("blocks")
    for p in pages:
        counts = Counter(t for b in p.blocks for t in b.terms)
        weight = matter.term_weight(p.g.news.idf, counts, len(p.blocks))
        p.threader = Threader(p.g, p.blocks, p.home, weight, p.linker, p.small, p.terms)
    tables["threads"], _ = thread_stage(pages, known.get("threads", {}))
    _stories(pages)
    head_stage(pages, known)
    _lists(pages)
    say("threads")
    tables["headed"], apart = thread_stage(pages, known.get("headed", {}))
    _stories(pages)
    head_stage(pages, known)
    _lists(pages)
    _thread(pages, apart)
    _stories(pages)
    tables |= head_stage(pages, known) | sign_stage(pages, known) | bank_stage(pages, known)
    say("heads")
    return tables
