"""A line that is an office and names, names in brackets or behind an ornament, or "By" and a name, is a byline or credit; "by" and a
name are one on a short line of their own, and two words and more with capitals of which the list of words has none are a name.

More lines have the form of one (see shapes and english); these are sure by their form alone.

Wrong when: a headline has no more to say than who reports: 「本报记者王明」 over a portrait; or is a name of two strange words.
"""

from itertools import pairwise

from ocrfix.english import AUTHOR, MAIL, PLAIN_NAME, WRITTEN
from ocrfix.late import late
from ocrfix.lines import Galley, Lean
from ocrfix.model import Evidence
from ocrfix.shapes import is_name

_REPORTER = (
    r"(?:本[报報社刊台])?(?:[驻駐][\u4e00-\u9fff]{2,3})?(?:全媒[体體]|融媒[体體]|[见見][习習]|首席|[实實][习習]|特[约約])?"
    r"(?:[记記]者|通[讯訊][员員]|[评評][论論][员員]|[实實][习習]生)"
)
_NAMES = r"[\u4e00-\u9fff]{2,3}(?:[\s、，,]+[\u4e00-\u9fff]{2,3}){0,3}"
_DONE = r"(?:[摄攝]影?|[摄攝]影[报報][道導]|文[／/]?[图圖]|[图圖文]|(?:[\u4e00-\u9fff]{2})?[报報][导導道])"
REPORTER = late(
    rf"^[^\w〔【\[]*{_REPORTER}[\s:：/／]*(?P<names>{_NAMES}?)(?:\s+{_REPORTER}\s*{_NAMES})*[\s/／]*{_DONE}?[^\w〕】\]]*$"
)
NAMED = late(rf"^(?:[（(](?P<bracketed>{_NAMES})[）)]|[■●□◎★◆▲]\s*(?P<marked>{_NAMES}))$")
BY = late(r"^by [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'.-]*){1,2}(?<!\.)$")
SHORT = 0.8  # of the measure
_GAPS = late(r"[\s、，,]+")
_WORDS = late(r"[^\W\d_]{2,}")
SURE = 16  # decibans
_SIGNED = Evidence("signed", SURE, "an office and names, or names set apart, and nothing else")
_STRANGE = Evidence("strange-names", 12, "two words and more with capitals, and none in the list of words: a name")
_ABOVE = Evidence("above-byline", 12, "no sentence, and the next line says who wrote the story below")


def mark(galley: Galley) -> None:
    """Note which lines are bylines, credits or names for sure, and that what stands above one in Latin, and is no sentence, is no text."""
    for s in galley.lines:
        if not s.lean and (AUTHOR.match(s.text) if galley.latin else is_reporter(s.text)):
            s.lean = Lean("Y", _SIGNED)
    for s, below in pairwise(galley.lines) if galley.latin else ():
        if BY.match(s.text) and (below.start != "lower" or MAIL.match(below.text)) and s.width < SHORT * s.measure:
            s.lean = s.lean or Lean("Y", _SIGNED)
    for s in galley.lines if galley.latin else ():
        if PLAIN_NAME.match(s.text) and not any(map(galley.news.is_word, _WORDS.findall(s.text))):
            s.lean = s.lean or Lean("Y", _STRANGE)
    for above, s in pairwise(galley.lines) if galley.latin else ():
        if AUTHOR.match(s.text) and above.start in ("upper", "digit") and above.end in ("latin", "digit"):
            above.lean = above.lean or Lean("HYFR", _ABOVE)


def sign_form(text: str, small_print: str) -> str:
    """The form of a byline or credit: what small print it is, and whether it stands in brackets (b) or behind a dash (d), or says in so
    many words that the text is by someone (w), as lines above it do."""
    written = small_print == "byline" and WRITTEN.match(text) is not None
    return small_print + "b" * (text[0] in "（(【[") + "d" * (text[0] in "—–~") + "w" * written


def is_reporter(text: str) -> bool:
    """Is a line nothing but an office and names, or names set apart?"""
    m = REPORTER.match(text) or NAMED.match(text)
    return m is not None and all(is_name(word) for names in m.groups("") for word in _GAPS.split(names) if word)
