"""A dateline begins a story: 本报讯, 新华社北京6月6日电. However short its line is, and whatever stands around it, it is text.

Wrong when: a headline is about the paper itself: 「本报讯飞评测」.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ocrfix.late import late
from ocrfix.lines import ORNAMENTS, Galley, Lean, Slug
from ocrfix.model import Decision, Evidence, Verb

_HAN = r"[\u4e00-\u9fff]"
_REPORTER = r"[\s（(]*(?:[记記]者|通[讯訊][员員])"
_DAY = r"(?: ?\d{1,2} ?[月日]){0,2} ?"
_NEWS = r"(?<![快简簡短资資通微喜])[讯訊]|(?<![致贺賀唁来來去发發供用停水火风風核充专專])[电電](?![影视視力子脑腦])"
FORM = late(
    rf"[{ORNAMENTS}\s]*[【〔\[（(]?(?:"
    rf"本[报報社台刊]{_HAN}{{0,6}}{_DAY}(?:{_NEWS})(?=[】〕\]）)\s（(《]|$)|{_HAN}{{2,4}}[讯訊](?={_REPORTER})"
    rf"|{_HAN}{{1,6}}[报報社網网台]{_HAN}{{0,5}}{_DAY}(?:{_NEWS})(?=[】\s（(])"
    r"|[（(【〔\[][\u4e00-\u9fff]{2,6}(?: ?\d{1,2} ?日)?(?<![快简簡短资資通微])[讯訊电電][）)】〕\]]"
    r"|(?:新[华華]|中新)社[^，。：]{2,14}日[电電](?![影视視力子脑腦]))"
)
ALONE = late(rf"[{ORNAMENTS}\s]*{_HAN}{{2,10}}{_DAY}(?:{_NEWS})$")
_REPORTERS = late(_REPORTER)
_REPORTED = late(r"（[^（）]+）$|\([^()]+\)$")
_SIGNED = late(rf"[讯訊电電]\s+[记記]者\s?{_HAN}{{2,3}}$")
SHORT = 0.8  # of the measure
_OPENS = late(rf"[{ORNAMENTS}\s]*(?:（[^（）]+|\([^()]+|【[^【】]+|〔[^〔〕]+)$")
_CLOSES = late(r"[^（）()【】〔〕]{0,12}[）)】〕](?=[^\W\d_]{2})")
_FROM = late(r"[记記]者|通[讯訊][员員]|[报報社]")
DATELINE = "dateline"  # the rule
SURE = 20  # decibans
_DATELINE = Evidence(DATELINE, SURE, "a dateline, with which a story begins")
_WHY = (Evidence("broken-dateline", SURE, "a dateline goes on in those who report, and in the text"),)


def mark(galley: Galley) -> None:
    """Note which Chinese lines are text because they open with a dateline, or with whom it is from, in brackets that the next line
    closes before the text goes on."""
    for s in galley.lines:
        if FORM.match(s.text) and not _signs(s):
            s.lean = s.lean or Lean("B", _DATELINE)
    for s, _ in _parted(galley.lines):
        s.lean = s.lean or Lean("B", _DATELINE)


def joins(galley: Galley) -> Iterator[Decision]:
    """The joins of datelines that are broken over two lines with the text behind them."""
    for s, below in _parted(galley.lines):
        yield Decision(Verb.JOIN, (s.foot, below.span), SURE, evidence=_WHY)


def _parted(lines: Sequence[Slug]) -> Iterator[tuple[Slug, Slug]]:
    """Datelines, and the lines that they go on in."""
    for i, (s, below) in enumerate(pairwise(lines)):
        if _broken(s, below):
            yield s, below
        elif _alone(s, below):
            yield s, below
            if i + 2 < len(lines) and _REPORTED.match(below.text):
                yield below, lines[i + 2]


def _signs(s: Slug) -> bool:
    """Is the line, with room to spare, nothing but a dateline and a reporter, as bylines of some papers are?"""
    return s.width < SHORT * s.measure and _SIGNED.search(s.text) is not None


def _alone(s: Slug, below: Slug) -> bool:
    """Is the line a dateline alone, above those who report?"""
    return ALONE.match(s.text) is not None and _REPORTERS.match(below.text) is not None


def _broken(s: Slug, below: Slug) -> bool:
    """Are a bracket with reporters, or a dateline in one, and the text behind it broken over two lines?"""
    return all((_OPENS.match(s.text), _FROM.search(s.text), _CLOSES.match(below.text)))


def is_dateline(s: Slug) -> bool:
    """Is the line known to open with a dateline?"""
    return s.lean is not None and s.lean.evidence.rule == DATELINE
