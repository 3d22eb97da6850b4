"""What is nearly a name of the lexicon, and prints like it, is that name.

Names, places and titles that the editor gives (`--lexicon names.txt`) are compared with the page: Han forms that differ in
one character that looks like the right one, Latin forms that differ in letters read for each other (rn and m, l and 1).
It weighs for a name that it is long, that the page prints it right elsewhere, and that the form on the page is no word
or no name; against it, that the page prints the other form more than once. Names of two or three characters are only
proposed, unless the glyphs are as alike as 士 and 土 or the form on the page begins with no surname.

Wrong when: two people or places have nearly the same name; 朱志杰 and 朱志昂 do not look alike and are never compared.
"""

from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import mend

VERB = Verb.MEND
FIRES = ()
SILENT = ("市长朱志杰和副市长朱志昂出席",)


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of the characters or words that differ."""
    if galley.lexicon:
        for slug in galley.slugs:
            for miss in galley.lexicon.misses(galley.text, *slug, galley.news):
                yield mend(__name__, miss.start, miss.end, miss.reads, miss.weight, miss.because)
