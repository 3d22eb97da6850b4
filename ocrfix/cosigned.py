"""Two lines sign one story where they name people of two offices, or where the second says of what office the first is.

A reporter stands over a correspondent or a trainee (本报记者 周敏, 通讯员 吴立), a name over an office (By Ann Lee, Special to the
Gazette). Where bylines come in a layer of their own, each line is of another story.

Wrong when: of two stories that end and begin there, one is signed by a reporter, the other by a correspondent.
"""

from collections.abc import Iterator
from itertools import pairwise

from ocrfix.english import AUTHOR
from ocrfix.late import late
from ocrfix.lines import Galley, Slug
from ocrfix.model import Decision, Evidence, Verb
from ocrfix.offices import is_office
from ocrfix.shapes import small_print

SURE = 20  # decibans
_OFFICES = late("[记記]者|通[讯訊][员員]|[实實][习習]生")
_BY = late("[Bb][Yy] ")
_WHY = (Evidence("co-signed", SURE, "two lines name people of two offices, or a name and its office"),)


def joins(galley: Galley) -> Iterator[Decision]:
    """The joins of two bylines, one below the other, where no third stands above or below, and of a name and what the page shows to
    be its office."""
    lines = galley.lines
    signs = [False, *(small_print(s.text) == "byline" for s in lines), False]
    for i, (a, b) in enumerate(pairwise(lines)):
        alone = signs[i : i + 4] == [False, True, True, False] and not b.gap
        if is_office(b) or (alone and (_office if galley.latin else _two_offices)(a, b)):
            yield Decision(Verb.JOIN, (a.foot, b.span), SURE, glue=" ", evidence=_WHY)


def _two_offices(a: Slug, b: Slug) -> bool:
    first, second = (set(_OFFICES.findall(s.text)) for s in (a, b))
    return bool(first and second) and first.isdisjoint(second)


def _office(a: Slug, b: Slug) -> bool:
    """Does the first line name an author, and the second only what she is?"""
    return AUTHOR.match(a.text) is not None and not AUTHOR.match(b.text) and not _BY.match(b.text)
