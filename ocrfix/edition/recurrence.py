"""What stands at the edge of page after page belongs to the paper, not to an article: folios, running heads, banners.

A first, cheap look at all pages finds the lines that recur, however figures, the order of left and right pages and the
names of editors differ. What recurs is evidence beside what a page itself shows, and it never speaks of text: a
sentence, a byline or an notice that is printed again stays what it is, and so does the title of a column that
stands above another story on each page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ocrfix.articles import slugs
from ocrfix.jumps import read_jump
from ocrfix.late import late
from ocrfix.lines import DATELINE, Galley, Lean
from ocrfix.model import Evidence
from ocrfix.shapes import small_print

TEXT = "text"
EDGE = 5  # lines from the head or the foot of a page
CORNER = 2  # the same for bare numbers, which tables are full of, and for what looks like names
LONGEST = 60  # characters; longer lines are text
ALIKE = 82.0  # of 100: how much of a running line two pages share,
LABELS = 55.0  # and of small print, where names change and labels stay
SEEN = {2: 8, 3: 14, 4: 18}  # decibans, by the pages that a line stands on,
MANY = 22  # and for more pages
AT_EDGE = 4  # more where it stands at the same edge of most of them
INSIDE = 8  # less where small print stands elsewhere
PLAIN = 3  # pages that a line of plain words must stand on, and more than half of all:
SHARE = 0.5  # on fewer it may be the title of a column
SHORT = 4  # glyphs of a section's or a paper's name, at most; longer lines of plain words are banners

_FIGURES = late(r"[0-9]+|[一二三四五六七八九十〇零百]+(?=[版页頁期号號年月日叠])|(?<=星期|礼拜|禮拜)[一二三四五六日天]")
_DAYS = late(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber"
)
_PAPER = late(
    r"[报報]$|[周週]刊$|新[闻聞]$|(?i:\b(?:times|gazette|herald|courier|news|post|tribune|journal|press|observer|chronicle|telegraph|"
    r"mail|record|sentinel|star|sun|examiner|dispatch|register|bulletin|argus|mercury|advertiser|weekly|daily)$)"
)
_PAGE = late(r"第\s*[A-Z]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*[版頁页]|\b[Pp]age\s[A-Z]?\d")
_MARKS = late("[，。！？；,;!?]")
_LABEL = late(r"[0-9:：/／|｜]")
_FULL = {c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}


@dataclass(slots=True)
class Form:
    """A line as it recurs: its text (empty where that changes), the pages it stands on, how often at head and foot."""

    text: str
    pages: set[int]
    head: int = 0
    foot: int = 0


def masked(text: str) -> str:
    """What stays of a line from page to page: figures, days and months masked, words in one order, no white space."""
    plain = _FIGURES.sub("0", text.translate(_FULL).lower())
    return "".join(sorted(_DAYS.sub("0", plain).split()))


class Recurrence:
    """What recurs on the pages of one edition; ``texts`` are all of them."""

    def __init__(self, texts: Iterable[str]):
        self.pages = 0
        found: dict[str, Form] = {}
        near: dict[str, dict[str, Form]] = {}
        for text in texts:
            lines = [text[s.start : s.end] for s in slugs(text)]
            for i, line in enumerate(lines):
                self._see(line, i, len(lines) - 1 - i, found, near)
            self.pages += 1
        self._forms = {key: form for key, form in found.items() if len(form.pages) > 1}

    def _see(self, line: str, above: int, below: int, found: dict[str, Form], near: dict[str, dict[str, Form]]) -> None:
        """Count a line of the next page. ``near`` are the forms to compare with, by the kind of small print."""
        from rapidfuzz import fuzz, process  # heavy: imported when first needed

        kind = _kind(line)
        key = masked(line)
        form = found.get(key)
        if not form:
            known = near.setdefault(kind, {})
            compared = kind != TEXT and (bool(kind) or min(above, below) < EDGE)  # the others are too many
            like = compared and process.extractOne(
                key, known.keys(), scorer=fuzz.ratio, score_cutoff=LABELS if kind else ALIKE
            )
            form = found[key] = known[like[0]] if like else Form(line, set())
            if compared:
                known[key] = form
        if form.text != line:
            form.text = ""
        if self.pages not in form.pages:
            form.pages.add(self.pages)
            form.head += above < EDGE
            form.foot += below < EDGE

    def mark(self, galley: Galley) -> None:
        """Note on each line of a page of this edition what its recurrence says."""
        lines = galley.lines
        again = _runs(self._word_for_word(s.text) for s in lines)
        notices = {i for run in again if any(_kind(lines[i].text) == TEXT for i in run) for i in run}
        for i, s in enumerate(lines):
            if i not in notices and (evidence := self._word(s.text, i, len(lines) - 1 - i)):
                s.lean = Lean(_role(s.text), evidence)

    def _word_for_word(self, line: str) -> bool:
        form = self._forms.get(masked(line))
        return bool(form and form.text) and _kind(line) != "folio"

    def _word(self, line: str, above: int, below: int) -> Evidence | None:
        kind = _kind(line)
        form = None if kind == TEXT else self._forms.get(masked(line))
        if form is None:
            return None
        n, at_head = len(form.pages), form.head >= form.foot
        usual = max(form.head, form.foot) * 2 > n
        at_edge = usual and (above if at_head else below) < EDGE
        bare = sum(c.isalpha() for c in line) < 2 or small_print(line) in ("byline", "credit")
        if bare and min(above, below) >= CORNER:
            return None
        if not kind and not (at_edge and n >= PLAIN and n > SHARE * self.pages):
            return None
        if not at_edge and not _LABEL.search(line):
            return None
        weight = SEEN.get(n, MANY) + (AT_EDGE if at_edge else -INSIDE)
        where = f"at the {'head' if at_head else 'foot'} of" if at_edge else "on"
        return Evidence("recurs", weight, f"its like stands {where} {n} of {self.pages} pages") if weight > 0 else None


def _role(line: str) -> str:
    """The kinds that a recurring line is one of: plain words longer than a name are a banner."""
    name = len("".join(line.split())) <= SHORT or _PAPER.search(line)
    return "FR" if _kind(line) else "F" if name else "R"


def _kind(line: str) -> str:
    """What small print the line is, "" for plain words, TEXT for what is never the paper's own."""
    if len(line) > LONGEST or line[-1] in "。." or DATELINE.match(line) or read_jump(line):
        return TEXT
    kind = small_print(line) or ("folio" if _PAGE.search(line) and not _MARKS.search(line) else "")
    return "" if kind in ("byline", "credit", "jump", "masthead", "rubric") else kind


def _runs(marks: Iterable[bool]) -> Iterator[list[int]]:
    """Indices of marks that follow one another."""
    run: list[int] = []
    for i, mark in enumerate(marks):
        if mark:
            run.append(i)
        elif run:
            yield run
            run = []
    if run:
        yield run
