"""A dateline begins a story: 本报讯, 新华社北京6月6日电. However short its line is, and whatever stands around it, it is text.

Wrong when: a headline is about the paper itself: 「本报讯飞评测」.
"""

from ocrfix.late import late
from ocrfix.lines import Galley, Lean, Slug
from ocrfix.model import Evidence

_REPORTER = r"[\s（(]*(?:[记記]者|通[讯訊][员員])"
FORM = late(
    rf"^[【〔\[（(]?(?:本[报報社台刊][\u4e00-\u9fff\d ]{{0,6}}[讯訊](?=[】〕\]）)\s（(《]|$)|[\u4e00-\u9fff]{{2,4}}[讯訊](?={_REPORTER})"
    r"|[（(【〔\[][\u4e00-\u9fff]{2,6}(?: ?\d{1,2} ?日)?(?<![快简簡短资資通微])[讯訊电電][）)】〕\]]"
    r"|(?:新[华華]|中新)社[^，。：]{2,14}日[电電](?![影视視力子脑腦]))"
)
DATELINE = "dateline"  # the rule
_DATELINE = Evidence(DATELINE, 12, "a dateline, with which a story begins")


def mark(galley: Galley) -> None:
    """Note which Chinese lines are text because they open with a dateline."""
    for s in galley.lines:
        if FORM.match(s.text):
            s.lean = s.lean or Lean("B", _DATELINE)


def is_dateline(s: Slug) -> bool:
    """Is the line known to open with a dateline?"""
    return s.lean is not None and s.lean.evidence.rule == DATELINE
