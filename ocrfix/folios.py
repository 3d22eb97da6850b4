"""The line at the head of a page, or at its foot: a date, the paper, the number of the page, who makes it, and nothing else.

Wrong when: a chronicle sets a date on a line of its own: 「6月8日　星期日」.
"""

from ocrfix import english, shapes
from ocrfix.late import late
from ocrfix.lines import Galley, Lean
from ocrfix.model import Evidence

LONGEST = 80  # characters
_NUMBERED = late(r"\d{4}|[〇○零一二三四五六七八九]{4}\s*年|[版页頁叠]|星期|[周週][一二三四五六日]|[A-Z]\d")
_FOLIO = Evidence("folio", 14, "nothing but a date, with a year, a weekday, a page or the paper's name beside it")
_OWN = Evidence("imprint", 14, "it says who makes the paper, or where to reach it, and nothing else")


def mark(galley: Galley) -> None:
    """Note which lines are furniture by what they are made of."""
    form = english.HEAD if galley.latin else shapes.HEAD
    for s in galley.lines:
        short = len(s.text) <= LONGEST
        if short and _NUMBERED.search(s.text) and form.match(s.text):
            s.lean = s.lean or Lean("F", _FOLIO)
        elif short and (english.own if galley.latin else _made_by)(s.text):
            s.lean = s.lean or Lean("F", _OWN)


def _made_by(text: str) -> bool:
    """Does a Chinese line say several things about who makes the paper, or where it is to be had?"""
    return "。" not in text and sum(len(form.findall(text)) for form in (shapes.IMPRINT, shapes.NOTICE)) > 1
