"""In a title set letter by letter with a shadow, a letter stands twice where its copy was not lost: Ha r vv e ss t.

Some extractors drop the copies that fall on each other and leave the others. In a line of several words, each of which is known
once some of its letters that stand twice are single, these are copies.

Wrong when: a name spelt with two letters is known with one.
"""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Evidence, Role, Span, Verb
from ocrfix.rules._spelled import words

VERB = Verb.DROP
FIRES = (
    ("Ha r vv e ss t S ppe c iall", "Ha r v e s t S pe c ial"),
    ("Coouunty F aairr Opeenss", "County F air Opens"),
)
SILENT = (
    "Committee Meets Three Free Press Staff",
    "Coouunty fair week",
    "Annapolis Matt Willett Anna Russell",
)

WEIGHT = 30  # decibans


def look(galley: Galley) -> Iterator[Decision]:
    """Drops of letters."""
    for slug, word in words(galley):
        for i in word.copies:
            why = (Evidence("doubled-letters", WEIGHT, "without these letters the pieces make a known word"),)
            yield Decision(Verb.DROP, (Span(slug.start + i, slug.start + i + 1),), WEIGHT, role=Role.COPY, evidence=why)
