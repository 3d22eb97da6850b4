"""What is said again: a headline, or a phrase of it, in the text below it, a slogan or a name in other places of the page.

Wrong when: a text repeats a name line after line.
"""

from bisect import bisect_right
from collections.abc import Sequence

from ocrfix.phrases import longest

AROUND = 6  # lines above and below that are looked at
SIZES = (9, 15, 24)  # letters of a phrase
LEAST = 5  # characters of a line that is looked for elsewhere


def echoes(texts: Sequence[str], latin: bool) -> list[str]:
    """For each Latin line two levels: how long a phrase of it the lines above have, and those below; for a Chinese line, how
    often it stands elsewhere on the page."""
    flat = ["".join(t.split()) for t in texts]
    if latin:
        return _phrases([t.lower() for t in flat])
    whole = "\n".join(flat)
    return [str(min(2, whole.count(t) - 1)) if len(t) >= LEAST else "-" for t in flat]


def _phrases(flat: Sequence[str]) -> list[str]:
    found = []
    for i, line in enumerate(flat):
        near = "\n".join(flat[max(0, i - AROUND) : i]), "\n".join(flat[i + 1 : i + 1 + AROUND])
        found.append("".join(str(bisect_right(SIZES, longest(line, text))) for text in near))
    return found
