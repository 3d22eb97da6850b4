"""Text that repeats itself: how improbable a repetition is where nothing was printed twice.

In 5.5 million characters of Chinese news, two glyphs stand again at once 95 times (一步一步, 俄罗斯罗斯托夫), three 7
times (mostly one headline run into the next), four 10 times (all but two like 一个问题一个问题), five or more never.
Words reduplicate as AA (天天), AABB (高高兴兴), ABAB (研究研究); English ones in titles and calls (New York, New York).
A whole line that is nothing but a repetition is rarer still, but there it is meant: a call, a refrain. So one unit of
two glyphs proves nothing, three a little, and several different units prove much more than one.

All results are in decibans.
"""

from functools import cache

from ocrfix.factors import root
from ocrfix.lines import ORNAMENTS
from ocrfix.tables import rows

PRIOR = -25  # one line in three hundred is a banner or a heading printed twice
BY_SIZE = (0, 8, 13, 45, 52, 58, 62, 64, 66, 67, 68)  # what one unit of that many Han glyphs adds
MORE_TIMES = 6  # for each copy of a unit beyond the second
SMALL = 2.5  # smaller units are called out more often than twice: 加油加油加油
LETTERS = 2.5  # letters that weigh as much as one Han glyph
ONE_WORD = 2.7  # the size that one Latin word set twice with a space counts at most: Walla Walla, bye bye
CAMEL = 24  # MoneyMoney: no language sets a capital after a small letter
UNSPACED, RUN_ON = 10, 6  # SAY!HAVE YOUR SAY!: no call is printed without a space; and the letters of the shortest such
MEANT = 12  # who repeats on purpose sets a mark between: 加油！加油！
ONE_BY_ONE = 30  # 一个问题一个问题


PAIR, KNOWN_PAIR, LONE, FOURFOLD = 13, -12, 12, 12  # glyphs doubled: as an unknown AABB word, a known one, AA, AAAA
LENGTH, TRIPLE, LETTER, FIGURE = 5, 16, 9, 2  # and for each: wide glyph, glyph tripled, Latin letter, digit
NEVER = -99


def size(text: str) -> float:
    """The size of a unit in Han glyphs, as evidence: Latin letters and digits count less, repeated glyphs half.

    ``text`` is the unit with its white space. Figures alone count nothing: 1100, 2222.
    """
    glyphs = [c for c in text if not c.isspace()]
    period = root("".join(glyphs).lower())
    if not any(c.isalpha() for c in period):
        return 0.0
    worth = [_worth(c) for c in period]
    different = sum({c: _worth(c) for c in period}.values()) if not period.isascii() else sum(worth)
    if len(set(period)) == 1:
        return min(1.0, sum(worth))
    return (sum(worth) + different) / 2


def surprise(text: str, glued: bool, spaced: bool) -> int:
    """What it says that ``text`` stands again: at once (``glued``), after a space (``spaced``) or on another line."""
    n = size(text)
    if len(text) == 1 and text.isascii() and text.isalpha():
        return BY_SIZE[1]
    if spaced and text.isascii():
        n = min(n, ONE_WORD) if " " not in text else n - 1
    low = min(int(n), len(BY_SIZE) - 2)
    weight = BY_SIZE[low] + (min(n, len(BY_SIZE) - 1) - low) * (BY_SIZE[low + 1] - BY_SIZE[low])
    if glued and text[0].isupper() and text[-1].islower():
        weight += CAMEL
    unspaced = glued and text.isascii() and len(text) >= RUN_ON
    if unspaced and not text[-1].islower():
        weight += UNSPACED
    elif text[-1] in "，。！？；、,.!?;":
        weight -= MEANT
    if text[0] == "一" and len(text) <= 5:
        weight -= ONE_BY_ONE
    return round(weight)


def repetitions(text: str) -> int:
    """How often the shortest period of ``text``, white space apart, stands in it: 2 for 研究研究."""
    glyphs = "".join(text.split())
    return len(glyphs) // len(root(glyphs))


def chain(kept: str, k: int) -> int:
    """What it says that each glyph of ``kept`` stands ``k`` times, the prior included.

    Twice each, it may be a chain of AABB words (家家户户平平安安): the likeliest such reading counts. Three times each,
    only calls read so (哈哈哈嘿嘿嘿).
    """
    letters = sum(c.isalpha() for c in kept if c.isascii())
    wide = [c for c in kept if c.isalpha() and not c.isascii()]
    if len({c for c in kept if c.isalpha()}) < 2:
        return NEVER
    weight = PRIOR + LETTER * letters + FIGURE * sum(c.isdigit() for c in kept)
    if k > 2:
        return weight + TRIPLE * len(set(wide))
    return weight + LENGTH * len(wide) + _likeliest(wide)


def _likeliest(glyphs: list[str]) -> int:
    """The least evidence over all readings of the glyphs as AA, AABB and AAAA words."""
    least = [0] * (len(glyphs) + 1)
    for i, c in enumerate(glyphs):
        least[i + 1] = least[i] + LONE
        if i:
            b = glyphs[i - 1]
            pair = FOURFOLD if b == c else KNOWN_PAIR if b + c in reduplicated() else PAIR
            least[i + 1] = min(least[i + 1], least[i - 1] + pair)
    return least[-1]


@cache
def reduplicated() -> frozenset[str]:
    """AB of the common words AABB: 高兴 for 高高兴兴."""
    return frozenset(word for row in rows("reduplicated.txt") for word in row.split())


def _worth(c: str) -> float:
    if c in ORNAMENTS:
        return 0.5
    if c.isdigit():
        return 0.4
    if not c.isalpha():
        return 0.0
    return 1 / LETTERS if c < "\u2e80" else 1.0
