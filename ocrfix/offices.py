"""A line that comes again and again below names says what office those are of: the page shows which lines are offices.

Wong Shu Ting over US Bureau Chief In Washington, twice and more on one page: no list of offices need know it.

Wrong when: a column's name stands, on every page of a series, below that of who writes it.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from ocrfix import english
from ocrfix.late import late
from ocrfix.lines import Galley, Lean, Slug
from ocrfix.model import Evidence
from ocrfix.shapes import small_print

TWICE = 2  # times, at least
SURE = 16  # decibans
OFFICE = "office"  # the rule
_OFFICE = Evidence(OFFICE, SURE, "the line comes again below names: it is their office")
_NAMED = Evidence("over-office", SURE, "a name that stands above what is known to be an office")
_WORDS = late(r"^[A-ZÀ-Þ][\w’'&-]*(?: [\w’'&-]+){1,5}$")


def mark(galley: Galley) -> None:
    """Note which lines of a Latin page are offices, and those that are the names above them, wherever they stand."""
    lines = galley.lines
    known = set[str]()
    for places in _again(lines) if galley.latin else ():
        if all(_named(lines[k - 1].text, galley.news.is_word) for k in places):
            known |= {lines[k - 1].text for k in places}
            for k in places:
                lines[k].lean = lines[k].lean or Lean("Y", _OFFICE)
    for s in lines:
        if s.text in known:
            s.lean = s.lean or Lean("Y", _NAMED)


def is_office(s: Slug) -> bool:
    """Is the line known to be an office?"""
    return s.lean is not None and s.lean.evidence.rule == OFFICE


def _again(lines: Sequence[Slug]) -> list[list[int]]:
    """The lines that may be offices, those of one text together, where it comes again."""
    found: dict[str, list[int]] = defaultdict(list)
    for k, s in enumerate(lines):
        if k and _WORDS.match(s.text) and small_print(s.text) in ("", "byline"):
            found[s.text].append(k)
    return [places for places in found.values() if len(places) >= TWICE]


def _named(text: str, is_word: Callable[[str], bool]) -> bool:
    """Is the line a name or a byline: a known given name first, or hardly a word of the language?"""
    if small_print(text) == "byline" or english.names(text):
        return True
    return english.PLAIN_NAME.match(text) is not None and sum(map(is_word, text.lower().split())) < TWICE
