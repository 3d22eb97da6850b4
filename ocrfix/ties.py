"""Links between lines that their forms make sure of: headlines set downwards, broken small print, marks that close a line above."""

import re
from itertools import pairwise

from ocrfix import cells
from ocrfix.assign import comes_to
from ocrfix.captions import is_caption
from ocrfix.datelines import is_dateline
from ocrfix.english import MAIL, cut_short, office
from ocrfix.hyphens import HYPHENS
from ocrfix.late import late
from ocrfix.lines import Galley, Slug
from ocrfix.points import begins
from ocrfix.rolls import ROW
from ocrfix.shapes import aside, hangs_over, small_print, unfinished
from ocrfix.stranded import stranded
from ocrfix.tails import joined

HALF, HALF_LATIN = (
    20,
    32,
)  # characters of either half of small print that is broken over two lines, at most; an address may be longer
_REPORTER = "[（(]?(?:本[报報])?(?:[见見][习習]|特[约約])?(?:[记記]者|通[讯訊][员員])[^，。：:]{2,16}?[）)]?"
OPENING = late(
    r"^[【〔\[（(]?(?:本[报報台刊网網](?:[综綜]合)?(?:[讯訊]|消息)|[据據]新[华華]社|[^，。：:]{2,14}[0-9０-９一二三四五六七八九十]+\s*日[电電讯訊])[】〕\]）)]?"
    rf"\s*(?:{_REPORTER})?\s*(?:[报報][道導导][:：]?)?$|^{_REPORTER}\s*[报報][道導导][:：]$"
    r"|^【[^】]{1,8}(?:[专專电電]?[讯訊]|消息)】$"
    r"|^[A-Z][A-Z.’' ]{2,}(?:, [A-Z][\w. ]{1,16})?\s*(?:\([A-Z][\w /]{1,16}\)\s*)?[—–\-:]$"
)
_BRACKETS = "（(〔【["
RUN_OVER = late(  # a dateline in brackets, and the text that begins behind it
    rf"^[{re.escape(_BRACKETS)}][^）)〕】\]。，]{{4,28}}(?:[电電讯訊]|[报報][导導道]|消息)\s*[）)〕】\]]\s*\S"
)
LEFT_OVER, FULL = 2, 1.6  # glyphs of a byline that did not go on its line, and em by which that line is not full
VERTICAL = 4  # lines of one glyph that make a vertical headline


def tied(g: Galley, after: dict[int, int], in_order: bool = False) -> dict[int, int]:
    """The links as they stand on the page: upright headlines and broken small print tied, and where the lines stand ``in_order``,
    datelines with the next line; shadowed type and what is no text of an article kept apart."""
    sure = {**broken_print(g), **vertical(g), **{i: j for i, (j, _) in g.ties.items() if g.lines[i].doubled}}
    begun = set(after.values())
    after = dict(after)
    for i, (a, b) in enumerate(pairwise(g.lines)):
        dated = in_order and is_dateline(a) and a.end != "stop"
        closing = (stranded(a.text, b.text) or opens(a, b) or dated) and i not in after and i + 1 not in begun
        if closing and not comes_to(after, i + 1, i):
            after[i] = i + 1
    begun = set(sure.values())
    apart = {i for i, j in after.items() if _parted(g.lines[i], g.lines[j], g.latin)}
    return {**{i: j for i, j in after.items() if not {i, j} & {*sure, *begun} and i not in apart}, **sure}


def credit_feet(g: Galley) -> list[int]:
    """The last lines of all credits."""
    on = broken_print(g)
    feet = set()
    for i, s in enumerate(g.lines):
        j = on.get(i)
        if small_print(s.text) == "credit" or (
            j is not None and small_print(s.text + " " + g.lines[j].text) == "credit"
        ):
            feet.add(i if j is None else j)
    return sorted(feet)


def held(g: Galley) -> dict[int, int]:
    """The ties of running text, which reads on into them and out of them like any."""
    return {i: j for i, (j, _) in g.ties.items() if not g.lines[i].doubled}


def opens(a: Slug, b: Slug) -> bool:
    """Is the first of two lines a dateline, reporter and all, and nothing else, or does a dateline run over? Then the text begins
    on the next."""
    over = RUN_OVER.match(a.text + b.text) if a.text[0] in _BRACKETS else None
    if over and over.end() > len(a.text) + 1:
        return True
    form = small_print(a.text)
    lone = form == "" or (form == "byline" and a.end == "colon")
    return lone and small_print(b.text) == "" and OPENING.match(a.text) is not None


def _parted(a: Slug, b: Slug, latin: bool) -> bool:
    in_list = _row(a) is not _row(b) if latin else cells.parted(a.text, b.text)
    return (
        is_caption(a) is not is_caption(b)
        or b.indented
        or begins(b)
        or a.apart != b.apart
        or aside(a.text) is not aside(b.text)
        or in_list
    )


def _row(s: Slug) -> bool:
    return s.lean is not None and s.lean.evidence.rule == ROW


def broken_print(g: Galley) -> dict[int, int]:
    """Links between short lines that are a byline or credit together: nothing of the kind alone, or not the whole of it."""
    link: dict[int, int] = {}
    whole = ""
    for i, (a, b) in enumerate(pairwise(g.lines)):
        above = whole if i - 1 in link else a.text
        longest = max(len(a.text), 0 if g.latin and MAIL.match(b.text) else len(b.text))
        if longest > (HALF_LATIN if g.latin else HALF):
            continue
        kind, whole = small_print(above), joined(above, b.text)
        below = g.latin and office(b.text)
        hangs = not g.latin and hangs_over(above, b.text)
        rest = hangs or (g.latin and cut_short(above, b.text))
        alone = small_print(b.text)
        both, opened = small_print(whole) or small_print(f"{above} {b.text}"), unfinished(above)
        if both not in ("byline", "credit") or (alone == both and not (below or rest or opened)):
            continue
        goes_on = _runs_over(a, b) or (both == "byline" and below) or (rest and alone != both)
        if opened or hangs or (i - 1 not in link if not kind else kind == both and goes_on):
            link[i] = i + 1
    return link


def _runs_over(a: Slug, b: Slug) -> bool:
    """Does a line break off in a word, or a full one leave over a glyph or two, or what was cut off its end?"""
    most = 1 if a.cut else LEFT_OVER
    left = len(b.text.rstrip(")）")) <= most and b.text[0].isalpha() and (a.cut or _full(a))
    return a.text[-1] in HYPHENS or left


def _full(s: Slug) -> bool:
    return 0 < s.measure <= s.width + FULL


def left_over(g: Galley) -> list[int]:
    """Offsets behind the last glyph of a Chinese byline, where it shares a line with the text that follows."""
    return [b.span.start + 1 for a, b in pairwise(g.lines) if _full(a) and _shares(a.text, b.text)]


def _shares(byline: str, text: str) -> bool:
    first, space, rest = text[:1], text[1:2], text[2:]
    if not (space.isspace() and rest and first >= "\u2e80" and first.isalpha()):
        return False
    return small_print(byline + first) == "byline" and not small_print(text)


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
