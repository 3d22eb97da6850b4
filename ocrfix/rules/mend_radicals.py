"""A radical standing in running text is the character it looks like.

Fonts without a good character map make extraction tools answer with the code points that Unicode keeps for tables of
radicals (Kangxi radicals, CJK radicals supplement): ⼀ for 一, ⼈ for 人, ⻓ for 长. They print alike and are found by no
search. The pairs are those of Unicode's property Equivalent_Unified_Ideograph.

Wrong when: the text speaks of radicals themselves, as a dictionary's table does. Rows of neighbouring radicals, and
radicals that touch no other text, three of them in a line, are left alone.
"""

import re
import unicodedata
from collections.abc import Iterator

from ocrfix.glyphs import HAN
from ocrfix.house import traditional
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("⼀⼼⼀意抓⽣产", "一心一意抓生产"),
    ("⻓江⻛景区开⻔迎客", "长江风景区开门迎客"),
    ("⼆、⽔利⼯程", "二、水利工程"),
)
SILENT = (
    "一心一意抓生产",
    "部首：⼀ ⼁ ⼂ ⼃ ⼄ ⼅",
    "⼈⼉⼊⼋⼌⼍",
)

WEIGHT = 40
_FORMS = (
    "⺁厂⺇几⺌小⺍小⺎兀⺏尣⺐尢⺓幺⺔彐⺗心⺘手⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺢水⺣火⺤爪⺥爪⺦丬⺧牛⺨犬⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺳网"
    "⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⻀艹⻁虎⻂衣⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阜⻗雨⻘青⻙韦⻚页⻛风"
    "⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_READS = {_FORMS[k]: _FORMS[k + 1] for k in range(0, len(_FORMS), 2)}
_READS |= {chr(c): unicodedata.normalize("NFKC", chr(c)) for c in range(0x2F00, 0x2FD6)}
_READS["\u2fad"] = "青"
_SIMPLIFIED = {"\u2f3e": "户", "\u2fc8": "黄"}  # one radical for the forms of both scripts
_RADICAL = re.compile("[\u2e80-\u2ef3\u2f00-\u2fd5]")
_TABLE = re.compile(rf"(?<![{HAN}])[\u2e80-\u2fd5](?![{HAN}])")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of single characters."""
    text = galley.text
    for m, slug in matches(_RADICAL, galley):
        c = m.group()
        if c in _READS and not _listed(text, m.start()):
            if len(_TABLE.findall(text, slug.start, slug.end)) >= 3:
                continue
            reads = _SIMPLIFIED[c] if c in _SIMPLIFIED and not traditional(text) else _READS[c]
            yield mend(__name__, m.start(), m.end(), reads, WEIGHT, f"a radical (U+{ord(c):04X}) in running text")


def _listed(text: str, at: int) -> bool:
    """Does the radical stand in a row of three or more that follow each other in the table of radicals?"""
    first = last = at
    while first and ord(text[first - 1]) == ord(text[first]) - 1:
        first -= 1
    while last + 1 < len(text) and ord(text[last + 1]) == ord(text[last]) + 1:
        last += 1
    return last - first >= 2
