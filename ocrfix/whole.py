"""A line that a column broke ends anywhere; a line that ends where its sentence ends is a paragraph.

Text most of whose lines end with a full stop was never set in columns, or is mended already. It is taken as it stands:
no line joined but those that begin with a closing mark, none moved. Its blank lines say what they say in clean text: two part articles, one parts a head from
its body. On pages from eleven extractors at most a quarter of the characters stand in lines that end with a stop; in
clean articles it is nine tenths.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ocrfix.lines import Galley, Slug
from ocrfix.model import Decision, Evidence, Kind, Role, Span, Verb
from ocrfix.roles import plain_runs
from ocrfix.shapes import small_print
from ocrfix.stranded import stranded

STOP, RUNS_ON = 8, -9  # decibans for whole text: stops end 9 of 10 lines of it, and 3 of 20 lines of columns
WIDE = 20  # the same for a line wider than any column,
WIDEST = 40  # and also many times as wide as most lines of the page: columns read across are all about as wide
MANY = 2.5  # times
COLUMN = 45.0  # em; wider than the columns of newspapers
SHAPE = 12  # the same for a head with a blank line below, where blank lines stand only there and between articles
SURE = 20  # odds of 100 to 1
HEAD = 20  # lines that a head may have, badly broken ones too
FEW_WORDS = 20.0  # em
ROWS = "5"  # lines without marks, nine in a row or more (see roles.plain_runs), are of a poem or list: they end where they end
HEADLINE = 100.0  # em; a longer line is a paragraph


def odds(galley: Galley) -> int:
    """How sure it is, in decibans, that each line of the page is whole."""
    blocks = _blocks(galley.lines)
    total = SHAPE * _parted(blocks)
    widths = sorted(s.width for s in galley.lines)
    widest = max(COLUMN, MANY * widths[(len(widths) - 1) // 2]) if widths else COLUMN
    runs = zip(galley.lines, plain_runs(galley.lines, galley.latin), strict=True)
    rows = {s.span for s, run in runs if run >= ROWS}
    for block in blocks:
        total += sum(_odds(s, widest) for s in block[_head(block) :] if s.span not in rows)
    return total


def is_whole(galley: Galley) -> bool:
    """Is the text clean, or mended already? A single line always is."""
    return len(galley.lines) == 1 or odds(galley) >= SURE


def as_it_stands(galley: Galley) -> list[Decision]:
    """The decisions that print whole text line by line: banners, heads, the beginnings of articles."""
    why = (Evidence("whole", odds(galley), "its lines end where their sentences end"),)
    blocks = _blocks(galley.lines)
    found: list[Decision] = []
    for n, block in enumerate(blocks):
        head = _head(block)
        if not n and len(blocks) > 1 and not head and not any(map(_stops, block)):
            found += [Decision(Verb.PLACE, (s.span,), why[0].weight, role=Role.BANNER, evidence=why) for s in block]
            continue
        body = block[head].span
        found.append(Decision(Verb.PART, (body,), why[0].weight, kind=Kind.ARTICLE, evidence=why))
        for role, span in _roles(block[:head]):
            found.append(Decision(Verb.PLACE, (span, body), why[0].weight, role=role, evidence=why))
        found += [_closed(a, b) for a, b in pairwise(block[head:]) if stranded(a.text, b.text)]
    return found


def _closed(a: Slug, b: Slug) -> Decision:
    """The line goes on: what closes a sentence or a quotation is never set at the beginning of a line."""
    why = Evidence("stranded", WIDE, f"no line begins with {b.text[0]}")
    return Decision(Verb.JOIN, (a.foot, b.span), why.weight, evidence=(why,))


def _odds(s: Slug, widest: float) -> int:
    if _stops(s):
        return WIDEST if s.width > widest else WIDE if s.width > COLUMN else STOP
    return 0 if small_print(s.text) else RUNS_ON


def _blocks(lines: Sequence[Slug]) -> list[list[Slug]]:
    """Lines with two blank lines or more above them begin an article."""
    blocks: list[list[Slug]] = []
    for k, s in enumerate(lines):
        if not k or s.gap > 1:
            blocks.append([])
        blocks[-1].append(s)
    return blocks


def _parted(blocks: Sequence[Sequence[Slug]]) -> int:
    """How many blocks have a head, if blank lines stand nowhere but below heads and between blocks."""
    if any(s.gap and k != _head(block) for block in blocks for k, s in enumerate(block) if k):
        return 0
    return sum(map(bool, map(_head, blocks)))


def _head(block: Sequence[Slug]) -> int:
    """How many lines at the top of a block are its head: no sentences, short, a blank line below the last."""
    gaps = [k for k, s in enumerate(block) if k and s.gap]
    short = next((k for k, s in enumerate(block) if s.width > HEADLINE or _sentence(s)), len(block))
    if len(gaps) > 1:
        short = min(short, next((k for k, s in enumerate(block) if _stops(s)), len(block)))
    return max((k for k in gaps if k <= min(short, HEAD)), default=0)


def _sentence(s: Slug) -> bool:
    """Does the line end with a full stop that is no abbreviation's, nor that of a deck of a few words?"""
    return s.text[-1] == "。" or (s.text[-1] == "." and s.width > FEW_WORDS)


def _roles(head: Sequence[Slug]) -> Iterator[tuple[Role, Span]]:
    """Bylines at the foot of the head; which of the other lines is a kicker or a deck, it does not show."""
    names = len(head)
    while names and small_print(head[names - 1].text) == "byline":
        names -= 1
    for k, s in enumerate(head):
        yield (Role.TITLE if k < names else Role.BYLINE), s.span


def _stops(s: Slug) -> bool:
    return s.end in ("stop", "close", "colon")
