"""A made-up page as decisions: which lines join, where articles begin, what stands at their heads and what is small print."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import pairwise

from ocrfix import blocks as bk
from ocrfix import heads as hd
from ocrfix import links as lk
from ocrfix import matching, ornaments, points, strands, turns, weights
from ocrfix.banks import BANK_BINS, ONE_BANK, Bank, banks
from ocrfix.banners import couplet
from ocrfix.cells import columns, latin_rows, rows, table_rows
from ocrfix.compose import IN_ORDER, MakeUp
from ocrfix.crossheads import crossheads
from ocrfix.glue import glue
from ocrfix.hyphens import HYPHENS, document_words, line_end_hyphen, waits
from ocrfix.lines import ORNAMENTS, Galley, is_wide
from ocrfix.model import Decision, Evidence, Kind, Role, Span, Verb
from ocrfix.readon import BROKEN
from ocrfix.rolls import is_row
from ocrfix.signing import SIGN_BINS
from ocrfix.stories import Story
from ocrfix.stranded import stranded
from ocrfix.weights import Shares
from ocrfix.wrapped import WRAPPED, wrapped

NEW_PARAGRAPH = -15  # decibans below which a full line without a stop does not read on within its article
TOLD = 4  # the weightiest kinds of evidence that a decision names
LEAST_NAME, NAME = 1.5, 14  # em of the name of a section
FEW = 4  # lines: fewer show no column
LOOKS = "the line looks no more like what it is taken for"
HYPHEN = Evidence("line-end-hyphen", 20, "the word stands without this hyphen elsewhere or in the word list")
BANK = "by its width, place and wording it may be another of kicker, title and deck"
NAMELESS = "it has no form of small print, and stands with the folio: it may name the section"
SECTION = 1  # decibans that such a line does, and is a banner
CELLS = 8  # decibans that each of two lines of a list is a row, where a tool guessed columns or went across them
CELLS_APART = "where the text is not in the order of its file, the cells of a row may have come apart"
PARAGRAPH = "how full the line is, and how it ends, tells no surer that a paragraph ends with it"
FULL = {"o": 1, "f": 1, "u": 2, "n": 5}  # decibans that a paragraph ends with a line so full, in Latin script,
SHORT = 16  # with a short one,
STOPPED, UNSTOPPED = 12, 6  # with a full stop in Chinese, and with any line without one
WEAKEST = "the story holds together no better: it may be two articles"


def decide(m: MakeUp) -> list[Decision]:
    """The made-up page as decisions, all applied; none where no body was found, or a few lines of which none goes on in
    another: then the page stays as it is."""
    if not m.stories or (len(m.kinds) <= FEW and not m.after):
        return []
    inside = crossheads(m)
    link = {**m.after, **{m.blocks[p].lines[-1]: m.blocks[q].lines[0] for p, q in m.thread.items()}}
    for above, group, below in inside:
        link.update(pairwise([above, *group, below]))
    banners = banner_lines(m, link)
    link.update(banners)
    setter = _Setter(m, banners)
    link.update(setter.wrapped)
    found = [d for i, j in sorted(link.items()) for d in setter.join(i, j)]
    found += [setter.part(n, s) for n, s in enumerate(m.stories)]
    found += ornaments.openings(m)
    done = {s.lines[0] for s in m.stories} | set(link.values()) | {i for _, group, _ in inside for i in group}
    found += [setter.place(i) for i, k in enumerate(m.kinds) if k != "B" and i not in done]
    return [*found, *ornaments.around(m.g, banner_spans(m, found, banners))]


def banner_spans(m: MakeUp, found: Iterable[Decision], banners: Mapping[int, int]) -> list[Span]:
    """The lines that are placed as ``banners``, and those that go on with them."""
    placed = {d.spans[0] for d in found if d.role is Role.BANNER}
    lines = {i for i, line in enumerate(m.g.lines) if line.span in placed}
    for i, j in sorted(banners.items()):
        if i in lines:
            lines.add(j)
    return [m.g.lines[i].span for i in sorted(lines)]


def banner_lines(m: MakeUp, link: dict[int, int]) -> dict[int, int]:
    """Lines of one banner: those that follow one another directly, and display type of no story that is joined."""
    begun = set(link.values())
    found = {}
    for i, j in pairwise(range(len(m.kinds))):
        alike = m.kinds[i] == m.kinds[j] and printing(m.g, i) == printing(m.g, j)
        one = m.threads.joined.get((i, j), 0) > 0 or couplet(m.g.lines[i], m.g.lines[j])
        loose = m.kinds[i] == "H" and i not in m.heads and j not in m.heads and one
        opens = m.g.lines[j].text[0] in ORNAMENTS
        if alike and (m.kinds[i] == "R" or loose) and not opens and i not in link and j not in begun:
            found[i] = j
    return found


def printing(g: Galley, i: int) -> tuple[bool, bool, bool]:
    """How line ``i`` came out of the press: was it printed more than once, on this very line, and each glyph by itself?"""
    line = g.lines[i]
    raw, kept = ("".join(t.split()).strip(ORNAMENTS) for t in (g.text[slice(*line.span)], line.text))
    return line.doubled, raw != kept, raw != kept and raw[:2] == kept[:1] * 2 != kept[:2]


def head_banks(m: MakeUp) -> dict[int, Bank]:
    """For each block of a headline (its first line), whether it is kicker, title or deck."""
    tables = weights.bundled(m.reading.sort)
    scales = weights.Scales(BANK_BINS, tables["banks"]), weights.Scale(ONE_BANK, tables["one bank"])
    found: dict[int, Bank] = {}
    for n, lines in m.threads.matcher.headlines().items():
        found.update(zip(lines, banks(m.threads.matcher, m.reading.linker, lines, n, scales), strict=True))
    return found


class _Setter:
    """Turns one link, story or line of a made-up page into its decision."""

    def __init__(self, m: MakeUp, banners: dict[int, int]):
        self.m, self.lines, self.banners = m, m.g.lines, banners
        self.links = weights.scale(m.reading.sort, "strides", lk.LINK_BINS)
        self.ends = {b.lines[-1]: k for k, b in enumerate(m.blocks)}
        self.banks = head_banks(m)
        self.wrapped = wrapped(m, self.banks)

    @cached_property
    def words(self) -> Callable[[str], int]:
        """How well words are known, for line-end hyphens."""
        start, end = min(s.span.start for s in self.lines), max(s.foot.end for s in self.lines)
        text = self.m.g.text[start:end]
        return document_words(text, lambda word: int(self.m.g.news.is_word(word)))

    def join(self, i: int, j: int) -> Iterable[Decision]:
        """Line i goes on in line j."""
        if self.m.g.ties.get(i, (None,))[0] == j:
            yield self.m.g.ties[i][1]
            yield from self.hyphen(i, j)
            return
        m, a, b = self.m, self.lines[i], self.lines[j]
        within = m.after.get(i) == j
        shares = self.links.shares(m.reading.linker.bins(i, j))
        weight = sum(w for _, _, w in shares)
        evidence = self.reasons(i, j, shares)
        if m.kinds[i] == "R" or i in self.banners:
            between = "" if len(b.text) == 1 and is_wide(b.text) else " "
        elif i in self.wrapped:
            between = ""
        elif self.in_list(i, j) or (
            not within
            and not stranded(a.text, b.text)
            and (m.kinds[i] == "H" or m.kinds[j] == "H" or points.begins(b) or self.ends_paragraph(i, weight))
        ):
            between = "\n"
            if self.in_list(i, j):
                most = math.inf if m.reading.sort.lay in IN_ORDER else CELLS
                evidence = capped(evidence, "goes-on/rows", most, CELLS_APART)
            elif m.kinds[i] == "B" == m.kinds[j]:
                evidence = capped(evidence, "goes-on/paragraph", self.paragraph(i), PARAGRAPH)
        else:
            between = glue(a.text, b.text)
            hyphen = list(self.hyphen(i, j))
            yield from hyphen
            if a.text[-1] in HYPHENS and not hyphen and waits(b.text):
                between = " "
        yield Decision(Verb.JOIN, (a.foot, b.span), sum(e.weight for e in evidence), glue=between, evidence=evidence)

    def hyphen(self, i: int, j: int) -> Iterator[Decision]:
        """The mend of a hyphen that was set only for the end of line i, which goes on in line j."""
        a, b = self.lines[i], self.lines[j]
        printed = a.text[-1] in HYPHENS and self.m.g.text[a.foot.end - 1] == a.text[-1]
        if printed and line_end_hyphen(a.text, b.text, self.words) == "remove":
            yield Decision(Verb.MEND, (Span(a.foot.end - 1, a.foot.end),), 20, evidence=(HYPHEN,))

    def in_list(self, i: int, j: int) -> bool:
        """Are lines i and j rows of a list, poem or table?"""
        m, a, b = self.m, self.lines[i], self.lines[j]
        listed = m.home[i] in m.threads.rows and m.home[j] in m.threads.rows
        latin = table_rows(a.text, b.text) or latin_rows(a.text, b.text)
        alike = latin if m.g.latin else listed or rows(a.text, b.text)
        known = (is_row(a) and is_row(b)) or columns(a.text) == columns(b.text) != ()
        return m.kinds[i] == "B" and (alike or known)

    def reasons(self, i: int, j: int, shares: Shares) -> tuple[Evidence, ...]:
        """Why line i goes on in line j; ``shares`` say how well it reads on in it."""
        m = self.m
        if m.after.get(i) == j:
            rule, why = ("turns", turns.WHY) if (i, j) in m.reading.turned else ("reads-on", lk.WHY)
            shares = m.reading.turned.get((i, j), shares)
            weight = sum(w for _, _, w in shares)
            broken = [("broken", "", -BROKEN)] if weight < 0 else []
            return told(rule, shares + broken, {**lk.WHY, **why})
        p = m.home[i]
        if p in m.thread and m.blocks[p].lines[-1] == i and m.blocks[m.thread[p]].lines[0] == j:
            return told("goes-on", m.threads.why[p], strands.WHY)
        if i in self.wrapped:
            return WRAPPED
        what = "one banner" if i in self.banners else "a subhead and the text around it"
        return (Evidence("stands-between", 10, f"the lines follow one another directly: {what}"),)

    def ends_paragraph(self, i: int, weight: int) -> bool:
        """Between two blocks of an article: does a paragraph end, or was only the link between its lines too weak?"""
        a = self.lines[i]
        if a.end in ("stop", "colon"):
            return True
        named = any(
            mark in "》）〉】" for mark in self.m.reading.linker.quotes[i][0]
        )  # a title or bracket is still open
        return not named and (self.m.reading.linker.fills[i] in "hsu" or weight < NEW_PARAGRAPH)

    def paragraph(self, i: int) -> int:
        """Decibans that a paragraph ends with line i, where another follows in its article."""
        if self.lines[i].end not in ("stop", "colon"):
            return UNSTOPPED
        return FULL.get(self.m.reading.linker.fills[i], SHORT) if self.m.g.latin else STOPPED

    def part(self, n: int, s: Story) -> Decision:
        """A story begins."""
        credit = any(of == n and self.m.prints[i] == "credit" for i, of in self.m.signs.items())
        if credit and len(s.blocks) <= 2:
            kind = Kind.PHOTO
        elif s.listed:
            kind = Kind.LIST
        elif n not in self.m.heads.values() and len(s.lines) <= 12:
            kind = Kind.BRIEF
        else:
            kind = Kind.ARTICLE
        because = Evidence("story", 20, f"{len(s.lines)} lines in {len(s.blocks)} paragraphs follow from here")
        return Decision(Verb.PART, (self.lines[s.lines[0]].span,), 20, kind=kind, evidence=(because,))

    def place(self, i: int) -> Decision:
        """A line that is no body goes to its article, or to the page."""
        m, span, kind = self.m, self.lines[i].span, self.m.kinds[i]
        story: int | None = None
        role = Role.BANNER
        if kind == "F":
            role = Role.JUMP if m.prints[i] == "jump" else Role.BANNER if self.names_section(i) else Role.FURNITURE
        elif kind == "Y":
            story = m.signs.get(i)
            role = Role.FURNITURE if story is None else Role.CREDIT if m.prints[i] == "credit" else Role.BYLINE
        elif kind == "H":
            story = m.heads.get(i)
            kind, role = ("R", Role.BANNER) if story is None else (kind, self.banks[i].role)
        lean = self.lines[i].lean
        known = (lean.evidence,) if lean and kind in lean.kinds else ()
        looks = round(m.blocks[m.home[i]].looks(kind))
        seen = (Evidence(f"looks-like/{role}", looks, f"by its form and place the line is {bk.NAMES[kind]}"), *known)
        if kind == "F" and role is Role.BANNER:
            seen = (*seen, Evidence("section", SECTION - looks, NAMELESS))
        odds = sum(e.weight for e in seen)
        if story is None:
            return Decision(Verb.PLACE, (span,), odds, role=role, evidence=seen)
        evidence = self.belongs(i, story, kind, odds)
        weight = sum(e.weight for e in evidence)
        head = self.lines[m.stories[story].lines[0]].span
        return Decision(Verb.PLACE, (span, head), weight, role=role, evidence=evidence)

    def names_section(self, i: int) -> bool:
        """Is a line of furniture the name of the page's section? It has no form of small print, and stands at an edge of the page
        or beside other furniture."""
        text, kinds = self.lines[i].text, self.m.kinds
        beside = [kinds[k] if 0 <= k < len(kinds) else "F" for k in (i - 1, i + 1)]
        plain = not self.m.prints[i] and not any(map(str.isdigit, text)) and self.lines[i].end not in lk.ENDS
        return plain and "F" in beside and LEAST_NAME <= self.lines[i].width <= NAME and text[0] not in ORNAMENTS

    def belongs(self, i: int, story: int, kind: str, looks: float) -> tuple[Evidence, ...]:
        """Why a line is of a story: it heads it, or it signs it. That is no surer than that the story is one article, nor than
        that the line is of its ``kind``, and for a headline, of its bank."""
        m = self.m
        if kind == "H":
            scale = weights.scale(m.reading.sort, "heads settled", (*hd.HEAD_BINS, *hd.SETTLED))
            found = told("heads", matching.head_shares(m.threads.matcher, i, scale, m.threads.joined), hd.WHY)
        else:
            scale = weights.scale(m.reading.sort, "signs settled", (*SIGN_BINS, *hd.SETTLED))
            found = told("signs", m.signer.shares(i, scale), hd.WHY)
        caps = [("goes-on/weakest", self.weakest[story], WEAKEST), ("looks-like/most", looks, LOOKS)]
        if kind == "H":
            caps.append(("banks/most", self.banks[i].ahead, BANK))
        for rule, most, why in caps:
            found = capped(found, rule, most, why)
        return found

    @cached_property
    def weakest(self) -> list[float]:
        """For each story the decibans of the thread between its blocks that holds least."""
        why = self.m.threads.why
        return [min((sum(w for *_, w in why[p]) for p in s.blocks[:-1]), default=math.inf) for s in self.m.stories]


def capped(found: tuple[Evidence, ...], rule: str, most: float, why: str) -> tuple[Evidence, ...]:
    """The evidence, and one more by which all together are no surer than ``most`` decibans."""
    more = most - sum(e.weight for e in found)
    return (*found, _evidence(rule, round(more), why)) if more < 0 else found


def told(rule: str, shares: Shares, why: dict[str, str]) -> tuple[Evidence, ...]:
    """The weightiest shares as evidence, the rest in one sum."""
    ranked = sorted(shares, key=lambda s: -abs(s[2]))
    found = [_evidence(f"{rule}/{name}", w, why[name]) for name, _, w in ranked[:TOLD]]
    rest = sum([w for _, _, w in ranked[TOLD:]])
    return (*found, _evidence(f"{rule}/other", rest, "everything else together"))


_evidence = lru_cache(maxsize=10_000)(Evidence)  # the same few words are said of most lines
