"""Within a number only figures are printed: O, l, I or ] inside one is a misread figure.

2O18年 is 2018年, 7月1]日 is 7月11日, 3l万人 is 31万人. The neighbours decide: figures on the left, and a figure or a Han
unit on the right.

Wrong when: the run is a model number, a formula or a code, or an upright stroke is the rule between two columns: one
that ends the number is proposed only. Runs that touch other letters, and pages or numbers without
Han characters to the right, are left alone.
"""

import re
from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("2O18年7月1]日，3l万人参加", "2018年7月11日，31万人参加"),
    ("增长1O.5％，达l9亿元", "增长10.5％，达19亿元"),
    ("二OO八年", "二〇〇八年"),
)
SILENT = (
    "2018年7月11日，31万人参加",
    "型号A2O3年产、H2O2溶液、3I旅游",
    "第2l区、B1O楼",
    "C919大飞机",
    "上午10|时开会",
)

WEIGHT, RULE = 26, 10  # decibans; an upright stroke that ends a number may be the rule between two columns
_UNIT = "年月日时時点點分秒岁歲个個人名位家户戶件项項次万萬亿億千百元吨噸亩畝米公％%"
_NUMBER = re.compile(
    rf"(?<![A-Za-z\d.\-\[])(?=[\dOolI|\]]*\d)[\dOolI|\]]+(?:[.．][\dOolI|\]]+)?(?= ?[{_UNIT}])(?<=[\dOolI|\]])"
)
_MIXED = re.compile(r"[OolI|\]](?:(?=\d)|(?<=[\d.．][OolI|\]]))")
_HAN_NUMBER = re.compile("(?<=[一二三四五六七八九〇])[Oo]{1,2}(?=[〇一二三四五六七八九]*年)")
_LETTER = re.compile(r"[OolI|\]]")
_READS = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "]": "1"}


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of single letters."""
    text = galley.text
    for m, _ in matches(_HAN_NUMBER, galley):
        yield mend(__name__, *m.span(), "〇" * len(m.group()), WEIGHT, "a letter among Han numerals")
    for m, _ in matches(_NUMBER, galley) if _MIXED.search(text) else ():
        if m.group().isdigit() or m.group()[0] in "]|":
            continue
        for letter in _LETTER.finditer(text, *m.span()):
            within = text[letter.end() : letter.end() + 1].isdigit()
            weight = WEIGHT if within or letter.group() != "|" else RULE
            yield mend(__name__, *letter.span(), _READS[letter.group()], weight, f"a letter in the number {m.group()}")
