"""A title set letter by letter is still made of words, wherever spaces part its letters: L e s t We F orge t.

Letters set apart, and kerning around capitals, extract as spaces at random places. In a line of several such words, each
from one capital to the next, what the pieces make is a word that the page prints elsewhere or the list of English words knows,
and one of the pieces is none.

Wrong when: two short words make a third.
"""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import mend
from ocrfix.rules._spelled import words

VERB = Verb.MEND
FIRES = (
    ("L e s t We F orge t", "Lest We Forget"),
    ("Aut umn F air O pe ns T oday", "Autumn Fair Opens Today"),
    ("Y our L e tte rs", "Your Letters"),
)
SILENT = (
    "A day in the life of a Town",
    "The Rail way Man and Other Stories",
    "Plan B for Year 7 at X ray Unit",
    "I spent 22 years in the Army",
    "A B C D E F G",
)

WEIGHT = 30  # decibans


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of the gaps within words to nothing."""
    for slug, word in words(galley):
        for gap in word.gaps:
            yield mend(
                __name__, slug.start + gap.start, slug.start + gap.end, "", WEIGHT, "the pieces make a known word"
            )
