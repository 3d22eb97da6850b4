"""Glyphs fall into few classes: Han, kana, full-width marks, and what is read for what.

Character classes are strings for use inside [...] of a regular expression. The table of lookalikes was measured on
drawn glyphs, see tests/bench/lookalikes.py.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from ocrfix.late import late
from ocrfix.tables import rows

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
FULL = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"  # full-width digits and Latin letters
BEFORE = "，。、；：！？）》〉」』】〕％"  # full-width marks that cling to what stands before them
AFTER = "（《〈「『【〔"  # full-width marks that cling to what stands after them
WIDE = HAN + KANA + FULL + BEFORE + AFTER + "“”‘’…—·．～"

_BETWEEN = late(r"(?<![0-9A-Za-z%]) (?![0-9A-Za-z])")
_FIRST = ord("a") - 10  # the letter a stands for 10 decibans


@cache
def _table() -> Mapping[str, str]:
    return {row[0]: row[1:] for row in rows("lookalikes.txt")}


@lru_cache(maxsize=4096)
def lookalikes(c: str) -> Mapping[str, int]:
    """Characters that ``c`` is mistaken for in print, with the weight in decibans against a character met by chance."""
    row = _table().get(c, "")
    return {row[k]: ord(row[k + 1]) - _FIRST for k in range(0, len(row), 2)}


def likeness(a: str, b: str) -> int:
    """How much more often one of two Han characters is read for the other than for an unrelated one, in decibans.

    0 where nothing is known.
    """
    for c, d in ((a, b), (b, a)):
        row = _table().get(c, "")
        k = row.find(d)
        if k >= 0:
            return ord(row[k + 1]) - _FIRST
    return 0


def spaces_between(text: str) -> int:
    """How many spaces stand in a Chinese line, but for those beside figures and Latin words, which are the reader's.

    >>> spaces_between("记者 张三 李四"), spaces_between("★ 喜迎新春"), spaces_between("前 11 个月")
    (2, 1, 0)
    """
    return len(_BETWEEN.findall(text))
