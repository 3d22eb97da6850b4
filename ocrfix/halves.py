"""Where a hyphen breaks a word at the foot of a column and its other half stands elsewhere, the line goes on there.

So it is where the line below does not go on with the word, where just one line of the page begins with what makes a word of it
and is none by itself, and where nothing above that line claims it.

Wrong when: the word is of a kind that the list does not know, and half of another makes one with it.
"""

from collections.abc import Callable, Iterator, Sequence

from ocrfix.assign import comes_to
from ocrfix.late import late
from ocrfix.lines import Galley, Slug
from ocrfix.model import Decision, Evidence, Verb

SURE = 30  # decibans
LEAST = 2  # letters of either half
_WHY = (Evidence("broken-word", SURE, "the word that a hyphen breaks goes on in no other line of the page"),)
_LEFT = late(r"([^\W\d_]+)[-\u2010\xad]$")
_RIGHT = late(r"[^\W\d_]+")

Known = Callable[[str], bool]


def joins(galley: Galley) -> Iterator[Decision]:
    """The joins of lines that stand apart."""
    lines = galley.lines
    if not galley.latin:
        return
    known = galley.news.is_word
    tied = {j for j, _ in galley.ties.values()}
    torn = [
        i
        for i, s in enumerate(lines[:-1])
        if i not in galley.ties and _left(s) and not _fits(lines, i, i + 1, known) and not _rest(lines[i + 1], known)
    ]
    rests = [j for j in range(1, len(lines)) if j not in tied and _rest(lines[j], known) and not _left(lines[j - 1])]
    pairs = [(i, j) for i in torn for j in rests if i != j and _fits(lines, i, j, known)]
    after = {i: j for i, (j, _) in galley.ties.items()}
    ends, starts = [i for i, _ in pairs], [j for _, j in pairs]
    for i, j in pairs:
        if ends.count(i) == starts.count(j) == 1 and not comes_to(after, j, i):
            after[i] = j
            yield Decision(Verb.JOIN, (lines[i].foot, lines[j].span), SURE, evidence=_WHY)


def _left(s: Slug) -> str:
    """The half of a word before the hyphen that ends the line."""
    m = _LEFT.search(s.text)
    return m[1] if m and len(m[1]) >= LEAST else ""


def _rest(s: Slug, known: Known) -> bool:
    """Does the line begin with half a word, in lower case?"""
    m = _RIGHT.match(s.text)
    return m is not None and len(m[0]) >= LEAST and m[0].islower() and not known(m[0])


def _fits(lines: Sequence[Slug], i: int, j: int, known: Known) -> bool:
    """Do the half at the end of line ``i`` and the one at the start of line ``j`` make a word?"""
    left, right = _left(lines[i]), _RIGHT.match(lines[j].text) if j < len(lines) else None
    return bool(left) and right is not None and (known(left + right[0]) or known(f"{left}-{right[0]}"))
