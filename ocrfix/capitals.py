"""Text is set in upper and lower case: a line all in capitals is display type or small print.

Not so a dateline, or the first words of a story that are set in capitals, and go on below in lower case.

Wrong when: a table or a list has its rows in capitals.
"""

from itertools import zip_longest

from ocrfix.lines import Galley, Lean, Slug, start_class
from ocrfix.model import Evidence

LEAST = 6  # letters
_CAPITALS = Evidence("capitals", 15, "a line all in capitals, and the next does not go on in lower case")


def mark(galley: Galley) -> None:
    """Note which lines of a page in Latin script are no text of an article."""
    lines = galley.lines if galley.latin else []
    for s, below in zip_longest(lines, lines[1:]):
        letters = [c for c in s.text if c.isalpha()]
        if len(letters) >= LEAST and all(map(str.isupper, letters)) and not _goes_on(s, below):
            s.lean = s.lean or Lean("HYFR", _CAPITALS)


def _goes_on(s: Slug, below: Slug | None) -> bool:
    """Is the line a dateline, or a part of one, or broken off, or are these the first words of a sentence?"""
    if s.start == "dateline" or s.end in ("hyphen", "dash"):
        return True
    if below is None:
        return False
    return below.start == "lower" or "dateline" in map(start_class, (s.text + below.text, f"{s.text} {below.text}"))
