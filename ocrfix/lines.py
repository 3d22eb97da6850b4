"""A page as a galley of slugs: its lines with what can be measured on them.

All widths are in em of the body size. In Chinese type a full-width glyph is one em, digits and Latin letters about
half; punctuation may be compressed to half, and a line may end early so that no line begins with closing punctuation
(kinsoku): lines of one column differ by up to 3 em in what they hold. So widths are evidence, never a veto.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import NamedTuple

from ocrfix.articles import LINE_BREAK, Setter, slugs
from ocrfix.hyphens import BREAKS
from ocrfix.late import late
from ocrfix.lexicon import NO_NAMES, Lexicon
from ocrfix.memo import Memo
from ocrfix.model import Decision, Evidence, Source, Span, Status, render
from ocrfix.statistics import Statistics, bundled

STOPS = "。！？!?…"
CLOSERS = "”’」』）)】》〉］]\"'"
OPENERS = "“‘「『（(【《〈［["
MIDS = "，、；,;"
COLONS = "：:"
NO_LINE_START = "，。、；：！？”’」』）】》〉％…,;:!?)"
ORNAMENTS = "※⊙§¤" + "".join(map(chr, [*range(0x2580, 0x2776), *range(0x2794, 0x27C0), *range(0x2B00, 0x2C00)]))  # no ①

GLYPHS = "[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
HAN = late(GLYPHS)
_HAN_RUN = late(f"{GLYPHS}+")
CLOSED = 0.2  # em of a space that a mend closed: what justification put between two glyphs
SURE = 20  # decibans
FILLED = 3  # such spaces show that the line was stretched to the full measure,
INDENT = 2.0  # em, or begins a paragraph
REMEMBERED = 10_000  # lines whose measurements are kept: most are measured again, mended
_NARROW = frozenset("iljtfrI.,:;'!|()[]-‘’“” ")
_MARK_RUN = late("[，。、；：！？“”‘’「」『』（）【】《》〈〉]{2,}")
_WIDE = frozenset("mwMWGOQ%@—")


class Lean(NamedTuple):
    """Evidence that a line is of one of ``kinds``: B body, H display type, Y byline or credit, F furniture, R banner."""

    kinds: str
    evidence: Evidence


@dataclass(slots=True)
class Slug:
    """One slug of type, measured.

    ``text`` is what it prints, mended; ``width`` in em; ``gap`` counts the blank lines above it, ``lead`` those beyond what running
    text shows (see leading); ``x`` is where on its printed line, number ``row``, it begins, in code points; ``cut`` whether another
    slug stands left of it there, ``butted`` with nothing between, ``more`` right of it; ``measure`` is the column width in em that its
    run of lines shows (0 for none); ``end`` and ``start`` say how it ends and starts (see end_class, start_class); ``doubled`` whether it
    was printed more than once, ``indented`` whether an indent was typed before it; ``lean`` is what is known beyond its looks; ``rest``
    are the pieces that follow the first, ``span``, where extraction tore it (see seams).
    """

    span: Span
    text: str
    width: float
    gap: int = 0
    lead: int = 0
    x: float = 0.0
    row: int = 0
    cut: bool = False
    butted: bool = False
    more: bool = False
    measure: float = 0.0
    end: str = ""
    start: str = ""
    doubled: bool = False
    indented: bool = False
    lean: Lean | None = None
    rest: tuple[Span, ...] = ()

    @property
    def foot(self) -> Span:
        """The last of its pieces."""
        return self.rest[-1] if self.rest else self.span

    @property
    def apart(self) -> tuple[bool, str]:
        """What parts a line from its neighbours: was it printed more than once, and what it is for sure."""
        sure = self.lean is not None and self.lean.evidence.weight >= SURE and "B" not in self.lean.kinds
        return self.doubled, self.lean.kinds if self.lean and sure else ""


@dataclass(slots=True)
class Galley:
    """The measured page that rules look at; ``slugs`` are the spans of its non-blank lines, white space trimmed.

    ``lexicon`` holds the names that the editor knows, ``news`` what is known of running text;
    ``ties`` says which slug, by index, is known to go on in which, and by what decision.
    """

    source: Source
    lines: list[Slug] = field(default_factory=list)
    latin: bool = False
    lexicon: Lexicon = NO_NAMES
    news: Statistics = field(default_factory=bundled, repr=False)
    ties: dict[int, tuple[int, Decision]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def slugs(self) -> list[Span]:
        return [s.span for s in self.lines]


def is_wide(c: str) -> bool:
    """Is this glyph one em wide (Han, kana, full-width forms, CJK punctuation)?"""
    return c >= "\u2e80" or c in "“”‘’—…·"


@lru_cache(REMEMBERED)
def em_width(text: str, latin: bool = False) -> float:
    """Set width of ``text`` in em: full-width glyphs 1, others by rough classes of a book face.

    Where two full-width marks meet (》《), one of them is set half as wide.
    """
    width = 0.0
    for w in map(_SET[latin].__getitem__, text):
        width += w
    if not latin:
        width -= sum(0.5 * (len(run) - 1) for run in _MARK_RUN.findall(text))
    return width


def _set_width(c: str, latin: bool) -> float:
    if c >= "\u2e80":
        return 1.0
    if c in _NARROW:
        return 0.3 if latin or c not in "“”‘’" else 1.0
    if c in _WIDE or c == "…":
        return 0.85 if latin else 1.0
    return 0.66 if "A" <= c <= "Z" else 0.5


_SET = {latin: Memo(partial(_set_width, latin=latin)) for latin in (False, True)}


@lru_cache(REMEMBERED)
def end_class(text: str) -> str:
    """How a line ends: stop, close (a closing mark, no stop), colon, mid, open, hyphen, latin, digit or han."""
    bare = text.rstrip(CLOSERS)
    last = text[-1]
    if last in ".．" and text[-2:-1].isdigit() and HAN.search(text):
        return "digit"  # the point of a decimal fraction: Chinese sentences end otherwise
    if bare and (bare[-1] in STOPS + "．" or (bare[-1] == "." and not HAN.match(bare[-2:-1] or " "))):
        return "stop"
    if last in CLOSERS:
        return "close"
    if last in COLONS:
        return "colon"
    if last in MIDS:
        return "mid"
    if last in OPENERS:
        return "open"
    if last in "-\u2010\xad":
        return "hyphen"
    if last in "—─":
        return "dash"
    if last.isdigit():
        return "digit"
    return "latin" if last.isascii() and last.isalpha() else "han"


_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]*\b"
DATELINE = late(
    r"^[【〔\[（(]?\s*(?:本[报報台刊网網]\s*[讯訊]|[本据據新中][^，。、；：]{1,18}?[电電讯訊消][息]?\s*[】〕\]）)]?|[^，。、；]{0,16}[0-9０-９一二三四五六七八九十]+日[电電讯訊])"
    r"|^[【〔\[][^】〕\]]{2,18}[】〕\]]"
    r"|^[^\W\d_简簡快短要资資通音视視电電]{2,4}[讯訊](?=[\s\d（(今昨]|[记記]者)"
    r"|^[A-Z][A-Z.’' ]{3,}(?:, [A-Z][\w. ]+)?\s*(?:\([A-Z][\w /]+\)\s*)?(?:[—–:]|-(?![\w]))"
    rf"|^[A-Z][A-Z.’' ]{{3,}}, {_DAY}"
    r"|^Special to [\w ]{3,30}[—–-]"
)
MARK = late("^[\u2580-\u27bf\u2b00-\u2bff※•·]")  # begins a paragraph, a caption, an item; never half a sentence
BULLET = late(r"^(?:[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|[、)）])|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳])")
REPORTS = late(
    "^(?:[综綜]合)?(?:[报報][道導导]|[讯訊]|消息)[:：]"
)  # a body that begins with its reporter, on the line above


@lru_cache(REMEMBERED)
def start_class(text: str) -> str:
    """How a line starts: closing, dateline, reports, mark, bullet, open, dash, digit, lower, upper or han."""
    first = text[0]
    if first in NO_LINE_START:
        return "closing"
    if DATELINE.match(text):
        return "dateline"
    if REPORTS.match(text):
        return "reports"
    if MARK.match(text):
        return "mark"
    if BULLET.match(text):
        return "bullet"
    if first in OPENERS or first in "\"'":
        return "open"
    if first in "—─–":
        return "dash"
    if first.isdigit():
        return "digit"
    if first.isascii() and first.isalpha():
        return "lower" if first.islower() else "upper"
    return "han"


def measure(source: Source, cuts: Sequence[int] = (), edits: Sequence[Decision] = ()) -> Galley:
    """The galley of a page, its shared lines cut at the given offsets, applied mends and drops already made.

    What is dropped whole is no slug of the galley.
    """
    text = source.text
    latin = sum(map(len, _HAN_RUN.findall(text))) * 5 < sum(map(len, text.split()))
    setter = Setter(text, [d for d in edits if d.status is Status.APPLIED])
    lines: list[Slug] = []
    filled: list[int] = []
    copied: set[str] = set()
    shed: dict[int, str] = {}  # glyphs of the copies dropped above a line
    at = row = line = 0
    above = -1
    for span in slugs(text, cuts):
        swallowed = [span.start] * (text[span.start - 1] in BREAKS)
        breaks = [m.end() for m in LINE_BREAK.finditer(text, at, span.start)] + swallowed
        row, line = row + len(breaks), breaks[-1] if breaks else line
        at = span.end
        run = setter.run(span)
        if not run:
            copied.add(copy := "".join(text[span.start : span.end].split()))
            shed[len(lines)] = shed.get(len(lines), "") + copy
            continue
        s = text[span.start : span.end] if len(run) == 1 and run[0] == (*span, None) else render(text, run).strip()
        if not s:
            continue
        s += "-" * (text[span.end - 1] in BREAKS and s[-1] != "-")
        if cut := row == above:
            lines[-1].more = True
        closed = sum(p.text == "" and is_wide(text[p.start - 1]) and text[p.start : p.end].isspace() for p in run)
        width = em_width(s, latin) + CLOSED * closed
        filled += [len(lines)] * (closed >= FILLED)
        butted = cut and not text[span.start - 1].isspace()
        gap = max(0, row - max(above, 0) - 1)
        lines.append(Slug(span, s, width, gap, 0, float(span.start - line), row, cut, butted))
        above = row
    for k, slug in enumerate(lines):
        slug.end, slug.start = end_class(slug.text), start_class(slug.text)
        solid = "".join(slug.text.split())
        edited = len(slug.text) < slug.span.end - slug.span.start
        printed = len("".join(text[slug.span.start : slug.span.end].split())) if edited else 0
        again = solid in copied or _copies(solid, shed.get(k, ""), shed.get(k + 1, ""))
        slug.doubled = (len(solid) <= HALF * printed and printed > 5) or again
    galley = Galley(source, lines, latin)
    find_measures(galley)
    for slug in (lines[k] for k in filled if lines[k].measure):
        near = [width for width in (slug.measure, slug.measure - INDENT) if abs(width - slug.width) <= INDENT / 2]
        slug.width = near[0] if near else slug.width
    return galley


HALF = 0.7  # of its characters: what is left of a line that was printed twice
WINDOW = 9  # lines above and below that a line's run may reach
NARROW = 4  # em; no column is
PLAY = 1.6  # em that full lines of one column may differ by (kinsoku, compressed punctuation)


def _copies(text: str, above: str, below: str) -> bool:
    """Are the glyphs dropped above a line, below it or around it those of the line, once or several times?"""
    times = ((dropped, len(dropped) // len(text)) for dropped in (above, below, above + below))
    return any(k > 0 and sorted(dropped) == sorted(text * k) for dropped, k in times)


def find_measures(galley: Galley) -> None:
    """Give each line the measure of its run: the width that most lines around it reach, give or take PLAY.

    A line is never wider than its measure by more than half an em; where no width has three lines, 0.
    """
    lines = galley.lines
    widths = [s.width for s in lines]
    play = PLAY * (1.5 if galley.latin else 1)
    votes: list[float] = []
    for i in range(len(widths)):
        around = sorted(widths[max(0, i - WINDOW) : i + WINDOW + 1])
        best, best_count, low = 0.0, 2, 0
        narrowest = max(bisect_left(around, widths[i] - 0.6), bisect_right(around, NARROW))
        for high in range(narrowest, len(around)):
            w = around[high]
            while w - around[low] > play:
                low += 1
            if high - low + 1 >= best_count:
                best, best_count = w, high - low + 1
        votes.append(best if best_count > 2 else 0.0)
    for s, m in zip(lines, votes, strict=True):
        s.measure = m
