"""One page, from source to checked articles: the order of work, and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from ocrfix import (
    capitals,
    captions,
    contents,
    cosigned,
    datelines,
    downward,
    folios,
    fused,
    halves,
    indents,
    jumps,
    offices,
    points,
    pulled,
    rolls,
    shadows,
    signed,
    slogans,
    swallowed,
)
from ocrfix.abreast import abreast
from ocrfix.articles import apply, slugs
from ocrfix.butted import butted
from ocrfix.check import check
from ocrfix.compose import make_up
from ocrfix.decide import decide
from ocrfix.decisions import APPLY, UNSAFE, settle
from ocrfix.edition.recurrence import Recurrence
from ocrfix.foreign import read_by
from ocrfix.gutters import column_widths, cuts
from ocrfix.lexicon import NO_NAMES, Lexicon
from ocrfix.lines import Galley, measure
from ocrfix.model import Decision, Evidence, Page, Source, Span, Status, Verb
from ocrfix.rules import Rule, after_cuts, all_rules, find, name, on_request
from ocrfix.seams import sew
from ocrfix.sheets import sheets
from ocrfix.statistics import Statistics, bundled
from ocrfix.strung import strung
from ocrfix.tails import credit_tails
from ocrfix.ties import left_over
from ocrfix.transposed import by_rows
from ocrfix.upright import upright
from ocrfix.whole import as_it_stands, is_whole

FORMS = (
    signed,
    offices,
    jumps,
    indents,
    contents,
    rolls,
    capitals,
    points,
    folios,
    datelines,
    slogans,
)  # the surest first


@dataclass(frozen=True)
class Orders:
    """What an editor asks for: other ``rules`` than the standing ones (see rules.chosen), a ``lexicon`` of names,
    whether ``unsafe`` mends, those that are only proposed otherwise, are made, other ``statistics`` than the bundled ones
    (see statistics.load), and what recurs in the ``edition``."""

    rules: tuple[Rule, ...] | None = None
    lexicon: Lexicon = NO_NAMES
    unsafe: bool = False
    statistics: Statistics | None = None
    edition: Recurrence | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Rules are modules: they travel to another process by name."""
        names = None if self.rules is None else [name(rule) for rule in self.rules]
        return _orders, (names, self.lexicon, self.unsafe, self.statistics, self.edition)


def _orders(names: list[str] | None, *others: Any) -> Orders:
    return Orders(None if names is None else tuple(map(find, names)), *others)


GUTTER = "the pieces are as wide as columns of the page, and the text does not read on across"


DOWNWARD = "a glyph of a headline that is set downwards beside the column"


BUTTED = "many lines are wider than a column of the page, and where it ends the text does not read on"


ABREAST = "a column ends here: the pieces are as wide as its lines, and read on above and below, not across"


def clean(text: str | Source, orders: Orders = Orders()) -> Page:
    """The articles of a page, with every decision on record.

    ``text`` is one page (a form feed in it is white space). Raises check.BrokenPromise rather than lose or invent text.
    """
    source = text if isinstance(text, Source) else Source(text)
    edits, cut, galleys = prepare(source, orders)
    taken = {k for d in edits if d.status is Status.APPLIED for k in range(*d.spans[0])}
    whole = len(galleys) == 1 and (is_whole(galleys[0]) or not galleys[0].lines)
    made = as_it_stands(galleys[0]) if whole else [d for g in galleys for d in decide(make_up(g))]
    made = [left for d in made for left in _untaken(d, taken)]
    page = apply(source, [*edits, *cut, *made])
    check(page)
    return page


def _untaken(d: Decision, taken: set[int]) -> Iterator[Decision]:
    """The decision; of a mend, which only takes characters away, what is left of it beside those that were taken already."""
    if d.verb is not Verb.MEND:
        yield d
        return
    for gone, places in groupby(range(*d.spans[0]), taken.__contains__):
        if not gone:
            free = list(places)
            yield replace(d, spans=(Span(free[0], free[-1] + 1),))


def prepare(source: Source, orders: Orders = Orders()) -> tuple[list[Decision], list[Decision], list[Galley]]:
    """Mends and drops, cuts and the joins of what was torn, and with all of them made the galley of each sheet, in reading
    order; of a text that is whole, the one."""
    plain = replace(measure(source), lexicon=orders.lexicon, news=orders.statistics or bundled())
    if plain.latin and orders.statistics is None:
        plain.news = read_by(plain.news, source.text)
    rules = [r for r in all_rules() if not on_request(r)] if orders.rules is None else orders.rules
    late = [r for r in rules if after_cuts(r)]
    least = UNSAFE if orders.unsafe else APPLY
    edits = settle((d for rule in rules if rule not in late for d in rule.look(plain)), least)
    whole = is_whole(plain)
    cut = [] if whole else cut_lines(plain, edits)
    changed = cut or any(d.status is Status.APPLIED for d in edits)
    made = replace(measure(source, [d.spans[0].start for d in cut], edits) if changed else plain, news=plain.news)
    if more := [] if whole else apart(edits, settle((d for rule in late for d in rule.look(made)), least)):
        edits += more
        made = replace(measure(source, [d.spans[0].start for d in cut], edits), news=plain.news)
    if orders.edition:
        orders.edition.mark(made)
    made, strings = (made, []) if whole else strung(made)
    cut += strings
    dropped = _dropped(edits)
    printed = [*shadows.kept(plain, dropped), *dropped]
    galleys = []
    for g in (made,) if whole else map(upright, sheets(made)):
        g, quotes = (g, []) if whole else pulled.lift(g)
        cut += quotes
        g, cells = (g, []) if whole else by_rows(g)
        cut += cells
        for form in FORMS:
            form.mark(g)
        sewn, joins = (g, []) if whole else sew(g)
        tie(sewn, [*swallowed.joins(sewn), *captions.joins(sewn), *cosigned.joins(sewn), *datelines.joins(sewn)])
        tie(sewn, halves.joins(sewn))
        tied = {k for pair in tie(sewn, shadows.joins(plain, dropped)) for k in pair}
        for i, s in enumerate(sewn.lines):
            s.doubled = s.doubled or i in tied or any(s.span.start <= k.start < s.span.end for k in printed)
        galleys.append(sewn)
        cut += joins
    return edits, cut, galleys


def apart(edits: Sequence[Decision], more: Iterable[Decision]) -> list[Decision]:
    """Those of more edits that touch none of the first."""
    taken = {k for d in edits for k in range(*d.spans[0])}
    return [d for d in more if taken.isdisjoint(range(*d.spans[0]))]


def tie(galley: Galley, joins: Iterable[Decision]) -> list[tuple[int, int]]:
    """Tie the slugs of ``galley`` that these joins hold together, and tell which; those that were dropped whole are no slugs."""
    lines, tied = galley.lines, []
    at = {s.span.start: k for k, s in enumerate(lines)}
    for d in joins:
        a, b = (at.get(span.start) for span in d.spans)
        if a is not None and b is not None:
            galley.ties[a] = b, replace(d, spans=(lines[a].foot, lines[b].span))
            tied.append((a, b))
    return tied


def _dropped(edits: Sequence[Decision]) -> set[Span]:
    return {d.spans[0] for d in edits if d.verb is Verb.DROP and d.status is Status.APPLIED}


def cut_lines(galley: Galley, edits: Sequence[Decision]) -> list[Decision]:
    """Where shared lines are cut: at gutters, beside a doublet, around small print
    that runs over."""
    text = galley.text
    affinity = galley.news.affinity
    shared = abreast(text, slugs(text), galley.news) if galley.latin else []
    found = {k: Evidence("abreast", w, ABREAST) for k, w in shared}
    if not found:
        found = {k: Evidence("gutter", w, GUTTER) for k, w in cuts(text, galley.latin, affinity)}
    if not galley.latin:
        pieces, widths = slugs(text, found), column_widths(text, galley.slugs, False)
        found |= {k: Evidence("butted", w, BUTTED) for k, w in butted(text, pieces, widths, galley.news)}
        found |= {k: Evidence("downward", 20, DOWNWARD) for k in downward.cuts(text, slugs(text, found))}
    else:
        found |= {
            k: Evidence("fused", 20, "a word in lower case is followed by a capital, on a line wider than those around")
            for k in fused.cuts(galley)
            if k not in found
        }
    for k in credit_tails(text, galley.slugs):
        found.setdefault(k, Evidence("credit-tail", 20, "a credit follows the full stop of a caption"))
    for k in left_over(galley):
        found.setdefault(k, Evidence("byline-tail", 20, "the last glyph of a byline that fills its line"))
    for start, end in galley.slugs:
        for k in jumps.cuts(text, start, end) if start < end else ():
            found.setdefault(k, Evidence("jump-line", 20, "a jump line in brackets shares the line"))
    taken = {k for d in edits if d.status is Status.APPLIED for k in range(d.spans[0].start + 1, d.spans[0].end + 1)}
    kept = {k: why for k, why in found.items() if k not in taken}
    kept |= {d.spans[0].start: d.evidence[0] for d in shadows.cuts(galley, _dropped(edits))}
    made = [Decision(Verb.CUT, (Span(k, k),), why.weight, evidence=(why,)) for k, why in sorted(kept.items())]
    return [*made, *swallowed.cuts(galley, edits)]
