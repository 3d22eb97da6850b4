"""Two lines or three sign one story where they name people of as many offices, or where the second says of what office the first is.

A reporter stands over a correspondent or a trainee (本报记者 周敏, 通讯员 吴立), a name over an office (By Ann Lee, Special to the
Gazette). Where bylines come in a layer of their own, each line is of another story.

Wrong when: of two stories that end and begin there, one is signed by a reporter, the other by a correspondent.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ocrfix.english import AUTHOR
from ocrfix.late import late
from ocrfix.lines import Galley, Slug
from ocrfix.model import Decision, Evidence, Verb
from ocrfix.offices import is_office
from ocrfix.shapes import small_print

SURE = 20  # decibans
TWO, MOST = 2, 3  # lines that sign one story
_OFFICES = late(
    "(?:[见見][习習]|[实實][习習]|特[约約]|首席)?[记記]者|通[讯訊][员員]|[实實][习習]生|撰文|[讲講]述|整理|[采採][访訪]|[摄攝]影"
)
_BY = late("[Bb][Yy] ")
_WHY = (Evidence("co-signed", SURE, "lines name people of several offices, or a name and its office"),)


def joins(galley: Galley) -> Iterator[Decision]:
    """The joins of two bylines or three, one below the other, where no more stand above or below, and of a name and what the page
    shows to be its office."""
    one = _office if galley.latin else _offices
    begun = [i for run in _runs(galley.lines) if one([galley.lines[k] for k in run]) for i in run[1:]]
    for k, (a, b) in enumerate(pairwise(galley.lines), 1):
        if k in begun or is_office(b):
            yield Decision(Verb.JOIN, (a.foot, b.span), SURE, glue=" ", evidence=_WHY)


def _runs(lines: Sequence[Slug]) -> Iterator[list[int]]:
    """The places of bylines that follow one another, two lines or three, with none of them parted by a blank line."""
    for signs, run in groupby(range(len(lines)), lambda k: small_print(lines[k].text) == "byline"):
        places = list(run)
        if signs and TWO <= len(places) <= MOST and not any(lines[k].gap for k in places[1:]):
            yield places


def _offices(run: Sequence[Slug]) -> bool:
    """Does each line name people of offices, and no two of the same?"""
    named = [set(_OFFICES.findall(s.text)) for s in run]
    return all(named) and sum(map(len, named)) == len(set().union(*named))


def _office(run: Sequence[Slug]) -> bool:
    """Does the first of two lines name an author, and the second only what she is?"""
    first, second, *more = (s.text for s in run)
    return not more and bool(AUTHOR.match(first)) and not AUTHOR.match(second) and not _BY.match(second)
