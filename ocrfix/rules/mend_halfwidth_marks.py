"""Between Han characters a page sets one width of marks; the other width is a misreading.

Tesseract and others read ， ： ； ！ ？ as the ASCII marks, with or without a space beside them. Where the page prints
full-width marks elsewhere, or bears two kinds of traces of character recognition, an ASCII mark between Han characters reads
full width, the spaces that come with it included (one after a comma only where most commas of the page have one, since it
may be the gutter of two columns). No press sets half-width commas with a space between Han characters: where that is the
habit of a page, its commas were misread.

Wrong when: the ASCII mark belongs to a formula or an address within Han text. A mark beside a figure or a Latin letter
on the left is left alone, and so is a page that was typed with ASCII marks throughout: that is its house style. Proposed
only are a comma where the words around it rather want 、, apostrophes and backticks for marks, and a colon or point
between the parts of a foreign name, which may stand for ·.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import AFTER, HAN
from ocrfix.house import HALF_OF, parts_commas, prints_full, read_by_machine, sets_full, traces
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    (
        "招标: 呼唤法律护航\n行招标，节省1 9 8 1年\n今天（9月)，本报讯 〈记者) 当地",
        "招标：呼唤法律护航\n行招标，节省1 9 8 1年\n今天（9月)，本报讯 〈记者) 当地",
    ),
    ("上午，下午，晚上，他都在,我们也在。", "上午，下午，晚上，他都在，我们也在。"),
    ("今天, 他们冒雨出发, 傍晚, 全部到达。", "今天，他们冒雨出发，傍晚，全部到达。"),
)
SILENT = (
    "时间: 5月12日, 地点: 永康。",
    "会议10:30开始，比分3:1，版本2.0:旧。",
    "今天,我们,出发。",
)

WEIGHT, UNSURE = 26, 8  # decibans
RATHER = 8  # decibans by which 、 must read better than ， to be thought of
_NEAR = 6  # characters beside a mark that tell which it is
_FULL = {half: full for full, half in HALF_OF.items()} | {".": "、", "'": "，", "`": "、"}
_FOR_ANOTHER = ".'`"  # that a mark of another form was read as
_NEXT = rf"(?=[{HAN}{AFTER}(“‘”’」』）》\d]|\s*$)"
_MARK = re.compile(
    rf"(?<=[{HAN}%％》〉”’）」』】)]) ?(?:([;:!?]) ?{_NEXT}|([,.]){_NEXT}|(,) {_NEXT}|(['`])(?=[{HAN}]))", re.MULTILINE
)
_FOREIGN = set(
    "阿埃艾爱安奥巴白拜班邦包保鲍贝本比彼毕别宾波伯博勃布查茨达大戴丹道得德登邓迪蒂丁顿多俄厄恩尔法凡菲费芬丰佛夫弗福富盖冈高戈哥格根古瓜圭哈海汉豪赫"
    "黑亨洪华怀惠霍基吉加贾金卡凯坎康柯科克肯库奎昆拉莱赖兰朗劳勒雷黎李里利莉列林琳卢鲁路伦罗洛马玛迈麦曼芒毛梅门蒙米密明缪莫墨默姆穆纳娜内尼涅宁纽努诺欧"
    "帕潘庞佩彭皮匹平珀普齐奇恰乔切琴丘让热仁日荣茹瑞若萨塞桑瑟森沙珊山尚绍舍申圣施什史舒斯丝司松苏索塔泰坦唐特滕提廷图土托瓦万旺威韦维魏温翁沃乌武西希锡"
    "夏显香肖谢辛欣休雅亚扬耶叶伊易因英尤约泽扎詹朱兹佐艾薩爾羅馬達蘭魯維烏納諾揚約斯雷歐貝費蓋漢懷萊賴勞倫邁麥門內紐龐齊喬讓熱榮紹聖絲蘇圖萬韋溫顯謝亞葉澤"
)


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of a mark and the spaces beside it."""
    text = galley.text
    for m, _ in matches(_MARK, galley) if not galley.latin else ():
        half = m[m.lastindex or 0]
        end = m.end() - bool(m[3] and not parts_commas(text))
        foreign = _foreign(text[max(0, m.start() - 2) : m.start()], text[m.end() : m.end() + 2])
        if foreign and (half in _FOR_ANOTHER or m.group() == ":"):
            if traces(text):
                yield mend(__name__, m.start(), end, "·", UNSURE, "between the parts of a foreign name")
        elif half in _FOR_ANOTHER:
            if half != "." and read_by_machine(text):
                yield mend(__name__, m.start(), end, _FULL[half], UNSURE, f"{half} stands where a mark should")
        else:
            weight, because = _width(text, _FULL[half])
            if half == "," and weight and _lists(galley, m.start(), m.end()):
                weight, because = UNSURE, "perhaps 、"
            if weight:
                yield mend(__name__, m.start(), end, _FULL[half], weight, because)


def _width(text: str, full: str) -> tuple[int, str]:
    """How sure it is, in decibans, that the page sets this mark full width, and why."""
    if prints_full(text, full):
        return WEIGHT, f"the page prints {full} between Han characters"
    if because := sets_full(text):
        return WEIGHT, because
    seen = traces(text)
    weight = WEIGHT if read_by_machine(text) else UNSURE if seen else 0
    return weight, f"the page was read by a machine: {', '.join(seen[:2])}"


def _lists(galley: Galley, start: int, end: int) -> bool:
    """Do the words around a comma rather want 、, as between words of a list?"""
    before, after = galley.text[max(0, start - _NEAR) : start], galley.text[end : end + _NEAR]
    reads = [galley.news.affinity(before, mark + after) + galley.news.affinity(before + mark, after) for mark in "、，"]
    return reads[0] - reads[1] >= RATHER


def _foreign(left: str, right: str) -> bool:
    """Are the characters beside a mark those that transcribe foreign names?"""
    return len(left) == len(right) == 2 and _FOREIGN.issuperset(left + right)
