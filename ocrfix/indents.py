"""Spaces of full width before a line are typed to begin a paragraph, where some lines have them and others not.

Wrong when: verse or a dialogue is set in from both sides, stanza by stanza; that is kept line by line anyway.
"""

from ocrfix.lines import Galley

SPACE = "\u3000"
SOME = 3  # lines so indented, at least, make a habit
MOST = 0.6  # of the lines, at most: where more are, the page is set in


def mark(galley: Galley) -> None:
    """Note which lines begin a paragraph by their typed indent."""
    text = galley.text
    found = []
    for s in galley.lines:
        before = text[max(0, s.span.start - 8) : s.span.start]
        white = before[len(before.rstrip(" \t" + SPACE)) :]
        if SPACE in white:
            found.append(s)
    if SOME <= len(found) <= MOST * len(galley.lines):
        for s in found:
            s.indented = True
