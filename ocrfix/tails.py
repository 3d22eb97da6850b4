"""A credit that follows the full stop of a caption, on its line or broken off at its end."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ocrfix import english
from ocrfix.glue import glue
from ocrfix.hyphens import HYPHENS
from ocrfix.shapes import AGENCY, LONGEST, TAIL_CREDIT, is_name

SHORT = {
    False: 16,
    True: 34,
}  # characters in Han and in Latin script: what is left over of a credit, on a line of its own


def credit_tails(text: str, lines: Sequence[tuple[int, int]]) -> list[int]:
    """Where on a page a credit follows a caption's full stop: on one line, or broken off at its end.

    ``lines`` are the (start, end) of the lines in ``text``, without the white space around them.
    """
    full = [line for line in lines if line[0] < line[1]]
    found = []
    for (start, end), (start2, end2) in pairwise([*full, (0, 0)]):
        near = max(start, end - LONGEST)
        k = credit_tail(text[near:end])
        if k < 0 and start2 < end2 <= start2 + SHORT[text[start2] < "\u2e80"]:
            k = credit_tail(joined(text[near:end], text[start2:end2]))
        if 0 < k < end - near:
            found.append(near + k)
    return found


def joined(above: str, below: str) -> str:
    """Two lines of small print as one, a word that is broken between them made whole."""
    if above[-1] in HYPHENS and (below[0].islower() or above[-2:-1].isupper()):
        return above[:-1] + below
    return above + glue(above, below) + below


def credit_tail(text: str) -> int:
    """Where in ``text`` a credit that follows the caption's full stop begins, or -1."""
    m = TAIL_CREDIT.search(text) or english.TAIL_CREDIT.search(text)
    if not m and (m := english.TAIL_NAME.search(text)) and not english.names(m[1].strip("()")):
        m = None
    if not m:
        return -1
    tail = m[1]
    apart = m[0][0] in " \u3000（(" and (tail.rstrip("）)")[-1] in "发發" or AGENCY.match(tail))
    if apart or re.search("[摄攝图圖照]|[A-Za-z]", tail):
        return m.start(1)
    last = tail.rstrip("）) ").replace("\u3000", " ").split(" ")[-1]
    return m.start(1) if " " in tail and is_name(last) else -1
