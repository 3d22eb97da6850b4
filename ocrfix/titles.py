"""Headlines are worded otherwise than running text: they tell what was done in few words, without particles and articles.

The characters, pairs of characters or words of a line are weighed, in decibans, for its being of a headline.

Wrong when: a headline is a whole sentence, or the running text a list of names and things.

>>> from ocrfix.statistics import bundled
>>> titles = bundled().titles(latin=False)
>>> titles.weigh("各地强化就业服务 助力高校毕业生就业") > 5 > -5 > titles.weigh("的人们在田里忙着，他们说这是")
True
"""

import random
from collections.abc import Iterator, Sequence

from ocrfix.late import late
from ocrfix.units import table_fold

SHORTEST = 4  # characters of a headline that is learnt from
LINE_HAN, LINE_LATIN = 12, 5  # characters, and words, from which a headline may be set in two lines
TIMES = 2  # pieces of running text are shown for each of a headline

_WORD = late(r"[^\W\d_]+|\d+")
_GAP = late(r"\s+")


def marks(text: str, latin: bool) -> set[str]:
    """What is weighed of a line: its Han characters and their pairs, or its Latin words, the first and the last ones."""
    words = _WORD.findall(text.lower() if latin else text.translate(table_fold()))
    units = ["0" if w.isdigit() else w for w in words]
    if latin:
        return {*units, *("^" + w for w in units[:1]), *(w + "$" for w in units[-1:])}
    flat = "".join(units)
    pairs = {w[i : i + 2] for w in units for i in range(len(w) - 1)}
    return {*flat, *pairs, "^" + flat[:1], "^" + flat[:2], flat[-1:] + "$", flat[-2:] + "$"}


def pieces(title: str, paragraphs: Sequence[str], latin: bool, rng: random.Random) -> Iterator[tuple[str, bool]]:
    """A headline and its lines, and pieces of the text below that are as long; True for those of the headline."""
    body = " ".join(paragraphs).split() if latin else list("".join(paragraphs))
    for line in lines(title, latin, rng):
        yield line, True
        n = len(line.split()) if latin else len(line)
        for _ in range(TIMES * (n < len(body))):
            k = rng.randrange(len(body) - n)
            yield (" " if latin else "").join(body[k : k + n]), False


def lines(title: str, latin: bool, rng: random.Random) -> list[str]:
    """A headline whole and as it may be set in lines: at its spaces, or broken anywhere."""
    parts = [part for part in _GAP.split(title) if len(part) >= SHORTEST]
    found = [title]
    if latin and len(parts := title.split()) > LINE_LATIN:
        k = rng.randrange(2, len(parts) - 1)
        found += [" ".join(parts[:k]), " ".join(parts[k:])]
    elif not latin and len(parts) > 1:
        found += parts
    elif not latin and len(title) > LINE_HAN:
        k = rng.randrange(SHORTEST, len(title) - SHORTEST + 1)
        found += [title[:k], title[k:]]
    return [line for line in found if len(line) >= SHORTEST]
