"""Han text is set solid: a line full of single spaces was letter-spaced by the justification, not by the writer.

Tools that see gaps between glyphs put a space into each; Tesseract and hOCR do it by themselves. Whether the spaces of
a line mean anything shows in the line as a whole: where nearly every pair of glyphs is parted, none means anything;
where many are parted and single characters are left over that are no names, the gaps fell at random; where several lines of
running text have a space after each word, none of them means anything. And a space
before the full stop, comma or bracket that clings to the text before it never means anything.

Spaces that mean something stay: between an office and a name, after 本报讯, between slogans, in rows of a table or a list
(tokens of two and more characters), in names set to the same width (张 三, a surname and one character), in rows of
numerals, weekdays, repeated cells or a timetable; and so do gaps wider than the usual one of the line. Whether a letter-spaced line
keeps its spaces beside figures follows the habit of the rest of the page. No space is ever added.

Wrong when: a short row of single characters is meant as a row (a primer, a crossword). Two to four characters are
therefore joined only if the page prints them solid elsewhere; a space after a comma, which may be the gutter of two
columns, only if that is the habit of the page; one before a mark only where no columns stand side by side. Else they
are proposed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ocrfix.glyphs import AFTER, BEFORE, FULL, HAN, KANA, WIDE
from ocrfix.lines import Galley
from ocrfix.model import Decision, Span, Verb
from ocrfix.rules._mend import matches, mend
from ocrfix.shapes import SURNAMES

VERB = Verb.MEND
FIRES = (
    ("一 支 牺 牲 最 多 、 奉 献 最 大 的 队 伍 。", "一支牺牲最多、奉献最大的队伍。"),
    ("拥 有 9800 多 万 名 党 员 的 大 党", "拥有9800多万名党员的大党"),
    ("本 報 訊  記 者 楊 明 方 報 導", "本報訊  記者楊明方報導"),
    ("搞 好社会 主 义 的 四个 现 代化，这 是 大事", "搞好社会主义的四个现代化，这是大事"),
    ("全会强调 ，必须坚持党的领导 。", "全会强调，必须坚持党的领导。"),
    ("我们是永康市人。\n永 康 市", "我们是永康市人。\n永康市"),
    ("道剩 下 來 的 邊角", "道剩下來的邊角"),
)
SILENT = (
    "记者 张赤奎 摄",
    "不忘初心 牢记使命 当好新时代答卷人",
    "王 芳 李建国 张 伟 陈小明 赵 敏 孙立军",
    "张 三",
    "日 一 二 三 四 五 六",
    "单位 数量 同比",
    "园 34 个，规划总面积超 280 万平方米。",
    "右。 记者 杨成栋 摄",
    "2025 年 1 月 2 日 星期二 第 12 版",
    "珠立柱称为“档”。横梁之上， 地人，今年他拍下了",
)

SOLID_AT = 0.75  # share of parted pairs from which on a line is letter-spaced throughout
RANDOM_AT = 0.15  # and from which on its gaps may have fallen at random
LONGEST = 6  # characters of the longest piece of a line whose gaps fell at random
GUTTERS = 5  # gaps of three spaces and more that show columns side by side
WORD = 5  # glyphs of the longest word, a mark after it included
PARTICLES = frozenset("的了也就")  # stand in no row of names or cells
HABIT = 3  # lines of running text with a space after each word that make a habit
HABIT_AT = 0.5  # share of commas with a space after them that makes a habit
LETTER_SPACED, AT_RANDOM, CLINGS, SHORT = 40, 26, 30, 12  # decibans

_BLANK = r"[ \xa0\u2002-\u200a\u3000]"
_LETTER = f"[{HAN}{KANA}{FULL}]"
_GAP = re.compile(rf"(?<=[{WIDE}]){_BLANK}+(?=[{WIDE}])")
_PAIR = re.compile(rf"[{WIDE}](?=[{WIDE}])")
_RUN = re.compile(f"(?<![{WIDE}])(?:[{WIDE}] ){{6,}}")
_SPACE = re.compile(f"{_BLANK}+")
_BEFORE_MARK = re.compile(
    rf"(?<=[{HAN}{KANA}{FULL}”’》」』】）％])[ \xa0](?=[{BEFORE}](?! ))|(?<=[{AFTER}])[ \xa0](?=[{WIDE}])"
)
_AFTER_COMMA = re.compile(f"(?<=[，、；])[ \xa0](?=[{HAN}{KANA}{FULL}{AFTER}“‘])")
_FIGURE = re.compile(rf"(?<={_LETTER})({_BLANK}?)[A-Za-z0-9]|[A-Za-z0-9%]({_BLANK}?)(?={_LETTER})")
_OFFICE = re.compile("记者|記者|通讯员|通訊員|[摄攝] *$|[编編][辑輯委]|校[对對]|版式|供[图圖]|撰文|作者")
_DATELINE = re.compile("本[报報刊台][讯訊]|.*[日社][电電]")
_ROWS = set(
    "〇零一二三四五六七八九十百千万日月火水木金土天甲乙丙丁戊己庚辛壬癸东西南北東中上下左右前后春夏秋冬男女有无是否优良"
)


def look(galley: Galley) -> Iterator[Decision]:
    """Mends that leave nothing of a gap, one for each gap."""
    text = galley.text
    slugs = list(dict.fromkeys(slug for _, slug in matches(_GAP, galley)))
    cells = [_cells(text[start:end]) for start, end in slugs]
    by_word = sum(_by_word(text[start:end]) for start, end in slugs) >= HABIT
    for slug, before, n, after in zip(slugs, [0, *cells], cells, [*cells[1:], 0], strict=False):
        if n and n in (before, after):
            continue
        parts = _parts(text, slug)
        spaced = [_share(text, part) >= SOLID_AT for part in parts]
        long = any(on and end - start > 8 for on, (start, end) in zip(spaced, parts, strict=True))
        for on, part in zip(spaced, parts, strict=True):
            line = text[part.start : part.end]
            if on and not _row(line):
                yield from _letter_spaced(text, part, long)
            elif not on and ((by_word and _by_word(line)) or (_share(text, part) >= RANDOM_AT and _at_random(line))):
                for m in _GAP.finditer(text, *part):
                    yield mend(__name__, m.start(), m.end(), "", AT_RANDOM, "gaps fell at random in this line")
            elif not on:
                yield from _runs(text, part)
                yield from _beside_marks(text, part)


def _parts(text: str, slug: Span) -> list[Span]:
    """The slug between gaps wider than the usual one."""
    gaps = [Span(*m.span()) for m in _SPACE.finditer(text, *slug)]
    widths = Counter(g.end - g.start for g in gaps)
    usual = max(widths, key=lambda w: (widths[w], -w))
    wide = [g for g in gaps if g.end - g.start > usual]
    starts, ends = [slug.start, *(g.end for g in wide)], [*(g.start for g in wide), slug.end]
    return [Span(a, b) for a, b in zip(starts, ends, strict=True)]


def _share(text: str, part: Span) -> float:
    """The share of neighbouring full-width glyphs that are parted, where there are three of them."""
    parted = len(_GAP.findall(text, *part))
    pairs = parted + len(_PAIR.findall(text, *part))
    return parted / pairs if pairs > 1 else 0.0


def _row(line: str) -> bool:
    """Is a letter-spaced line a row of numerals, weekdays or cells, or small print?"""
    letters = re.findall(_LETTER, line)
    return (
        len(letters) < 3
        or len(set(letters)) * 2 <= len(letters)
        or _ROWS.issuperset(letters)
        or max(letters) < "\u3000"
        or bool(_OFFICE.search(line))
    )


def _cells(line: str) -> int:
    """The number of cells in a row of a timetable, a label and single characters; 0 for another line."""
    label, *cells = re.split(_BLANK, line)
    return len(cells) if len(label) > 1 and all(re.fullmatch(_LETTER, c) for c in cells) else 0


def _letter_spaced(text: str, part: Span, long: bool) -> Iterator[Decision]:
    """Mends of all gaps of a part where nearly every pair is parted; ``long`` where the line has a long such part."""
    line = text[part.start : part.end]
    weight, because = LETTER_SPACED, "a letter-spaced line"
    if not long or _names(line):
        weight, because = SHORT, "perhaps letter-spaced"
        if re.sub(_BLANK, "", line) in text:
            weight, because = AT_RANDOM, "letter-spaced here and solid elsewhere on the page"
    for m in _SPACE.finditer(text, *part):
        before = re.sub(_BLANK, "", text[part.start : m.start()])
        glyphs = _GAP.match(text, m.start())
        mark = re.match(f"[{BEFORE}]", text[m.end()]) or re.match(f"[{BEFORE}{AFTER}“”]", text[m.start() - 1])
        figure = re.match(f".{_BLANK}+{_LETTER}|{_LETTER}{_BLANK}", text[m.start() - 1 : m.end() + 1])
        if not _DATELINE.fullmatch(before) and (glyphs or mark or (figure and not _parts_figures(text))):
            yield mend(__name__, m.start(), m.end(), "", weight, because)


def _runs(text: str, part: Span) -> Iterator[Decision]:
    """Mends within a long run of parted glyphs: the letter-spaced half of a line that two columns share."""
    for run in _RUN.finditer(text, *part):
        if not _row(run.group()):
            for m in _GAP.finditer(text, run.start(), run.end() - 1):
                yield mend(__name__, m.start(), m.end(), "", LETTER_SPACED, "a letter-spaced part of a line")


def _at_random(line: str) -> bool:
    """Are the gaps of a line no row of words or names? A row leaves no single characters over, but for names."""
    least = 6 if PARTICLES & set(line.split()) else 8
    if (
        len(_GAP.findall(line)) < 3
        or len(re.findall(f"[{WIDE}]", line)) < least
        or _OFFICE.search(line)
        or re.search(f"[{KANA}]", line)
    ):
        return False
    tokens = line.split()
    if max(map(len, tokens)) > LONGEST or {"男", "女"} & set(tokens):
        return False
    row = not re.search("[，。、；]", line)
    alone = 0
    for left, token, right in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False):
        name = row and (left in SURNAMES or (token in SURNAMES and len(right) == 1))
        date = left.isdigit() or right.isdigit()
        alone += bool(re.fullmatch(f"[{HAN}]", token)) and not name and not date
    return alone >= 2 and alone * 5 >= len(tokens)


def _by_word(line: str) -> bool:
    """Is a line of running text set with a space after each word?"""
    words = [w for w in line.split() if not w.isascii()]
    glyphs = sum(map(len, words))
    wordy = len(words) > 4 and len(words) * 3 < glyphs * 2 and max(map(len, words)) <= WORD
    return wordy and not _OFFICE.search(line) and bool(re.search(f"[{HAN}] ?[，。]", line))


def _names(line: str) -> bool:
    """Could a row of single characters be names of two, each set to the width of three?"""
    tokens = line.split()
    return len(tokens) % 2 == 0 and all(t[-1] in SURNAMES for t in tokens[::2])


def _beside_marks(text: str, part: Span) -> Iterator[Decision]:
    """Mends of the spaces before closing and after opening marks, and after commas."""
    for m in _BEFORE_MARK.finditer(text, *part):
        weight = SHORT if _has_gutters(text) else CLINGS
        yield mend(__name__, m.start(), m.end(), "", weight, "a space beside a mark that clings to the text")
    for m in _AFTER_COMMA.finditer(text, *part):
        weight = CLINGS if _parts_commas(text) else SHORT
        yield mend(__name__, m.start(), m.end(), "", weight, "a space after a comma")


@lru_cache(maxsize=4)
def _has_gutters(text: str) -> bool:
    """Do columns stand side by side on the page? Then a mark after a space may be dirt in the gutter."""
    return len(re.findall(f"(?<=[{WIDE}]) {{3,}}(?=[{WIDE}])", text)) >= GUTTERS


@lru_cache(maxsize=4)
def _parts_commas(text: str) -> bool:
    """Does the page put a space after its commas as a habit?"""
    commas = len(re.findall(rf"[，、；](?=\S|{_BLANK}\S)", text))
    return len(_AFTER_COMMA.findall(text)) > max(2, HABIT_AT * commas)


@lru_cache(maxsize=4)
def _parts_figures(text: str) -> bool:
    """Is it the habit of the page, where its lines are set solid, to part figures from Han characters?"""
    solid = [line for line in text.split("\n") if not re.search(rf"(?:{_LETTER} ){{2}}{_LETTER}", line)]
    found = ["".join(pair) for line in solid for pair in _FIGURE.findall(line)]
    return 2 * sum(map(len, found)) > len(found)
