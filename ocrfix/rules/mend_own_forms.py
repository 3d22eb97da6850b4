"""What a page prints again and again, it may have meant where it prints nearly the same once.

A page that was read by a machine is its own lexicon, of weak weight: where three characters stand once, one of
them unheard of beside its neighbours, and the same three with a lookalike in its place stand twice or more, the commoner
form is proposed. Nothing is applied on this word alone, but it adds to what other rules say of the same character.

Wrong when: the page speaks of two people or places with nearly the same name, or of two numbers.
"""

from collections import Counter
from collections.abc import Iterator

from ocrfix.glyphs import lookalikes
from ocrfix.house import traces
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import NUMERALS, mend

VERB = Verb.MEND
FIRES = ()
SILENT = (
    "（记者邱建军)报道，邱建军和邱建国今天（4月)来到派出所，印建军也在。",
    "王士奎、王土奎、王士奎",
)

WEIGHT = 8  # decibans
LEAST = 16  # decibans of likeness below which two glyphs are not compared
OFTEN = 2  # times that a form stands on the page to be one of its own


def look(galley: Galley) -> Iterator[Decision]:
    """Proposals for single characters."""
    text = galley.text
    if not traces(text):
        return
    times = Counter(text)
    for at in galley.news.strangers(text):
        c = text[at]
        if c >= "\u3400" and times[c] <= OFTEN and c not in NUMERALS:
            for d, alike in lookalikes(c).items():
                if alike >= LEAST and times[d] >= OFTEN and d not in NUMERALS and (form := _own(text, at, d)):
                    yield mend(__name__, at, at + 1, d, WEIGHT, f"the page prints {form} elsewhere")


def _own(text: str, at: int, d: str) -> str:
    """The form with ``d`` at ``at`` that the page prints often, where it prints the one that stands there once."""
    for left in (2, 1, 0):
        start, end = at - left, at - left + 3
        seen = text[start:end]
        form = seen[:left] + d + seen[left + 1 :]
        if seen.isalpha() and text.count(form) >= OFTEN and text.count(seen) == 1:
            return form
    return ""
