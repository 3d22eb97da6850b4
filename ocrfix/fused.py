"""Two lines that a reader of pages ran together, with nothing between them: ...save it from the seaCampaigners have...

Where a frame ends and another begins on the same height, or right below, some readers forget to end the line. A word in
lower case does not go on in a capital, nor does a sentence without a space: there the second line begins, if both together are
wider than the lines around.

Wrong when: it is a name of the kind of iPhone, on a line as wide as two; or text that lost its spaces: then many words of the
page do so, and none is touched.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ocrfix.hyphens import BREAKS, HYPHENS
from ocrfix.late import late
from ocrfix.lines import Galley, Slug

_TOKEN = late(r"[^\W\d_]+")
_STOP = late(r"(?<=[a-z]{2}[.!?])(?<!www\.)(?=[A-Z](?:[a-z’']+(?!\.?\w)| ))")
_TURN = late(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_CAPITALS = late(r"\s+[A-Z]{2}")
PREFIXES = frozenset(("anti", "ex", "mid", "non", "pan", "post", "pre", "trans"))  # may have lost their hyphen
LEAST = 2  # letters of each of the two words
WIDER = 1.0  # em by which the two lines are wider than either neighbour's measure
SOME, MOST = 3, 0.04  # lines, at most, are so, or such a share of all


def cuts(galley: Galley) -> list[int]:
    """Where the second of two lines begins that were run together: offsets in the text."""
    text, lines = galley.text, galley.lines
    printed = Counter(m[0] for s in lines for m in _TOKEN.finditer(text, *s.span))
    plain = not any(mark in text for mark in BREAKS)  # a line that such a mark broke is as wide as two
    found: list[int] = []
    for i, s in enumerate(lines):
        if not _fits(lines, i):
            begun = i > 0 and lines[i - 1].text[-1] in HYPHENS
            turns = [m.start() for m in _STOP.finditer(text, *s.span)] if plain else []
            found += [*turns, *_turns(text, s, begun, printed, galley.news.is_word)][:1]
    return found if len(found) <= max(SOME, MOST * len(lines)) else []


def _fits(lines: Sequence[Slug], i: int) -> bool:
    """Is the line as wide as one above or below it may be?"""
    return any(lines[i].width <= near.measure + WIDER for near in (*lines[max(0, i - 1) : i], *lines[i + 1 : i + 2]))


def _turns(text: str, s: Slug, begun: bool, printed: Counter[str], is_word: Callable[[str], bool]) -> Iterator[int]:
    """Where a known word in lower case ends within a token, and a word with a capital goes on; not in the first token of a
    line that was ``begun`` on the line above."""
    for m in _TOKEN.finditer(text, *s.span):
        at = [t.start() for t in _TURN.finditer(m[0])]
        if len(at) != 1 or printed[m[0]] > 1 or (begun and m.start() == s.span.start):
            continue
        left, right = m[0][: at[0]], m[0][at[0] :]
        known = left.islower() and (printed[left] > 0 or is_word(left)) and text[m.start() - 1] not in BREAKS
        named = left in PREFIXES or (right.isupper() and not _CAPITALS.match(text, m.end()))  # midWales, openFDA
        if known and not named and min(len(left), len(right)) >= LEAST:
            yield m.start() + at[0]
