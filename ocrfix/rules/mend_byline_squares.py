"""The square before a byline is an ornament; recognition reads it as 口, 囗 or 曰.

Chinese papers put □ or ■ before 记者 and 通讯员. A line that begins with 口 and goes on as a byline began with the square.

Wrong when: a line of running text happens to begin with the second half of 人口 or 出口 before 记者; a byline is a line of
its own, so lines longer than one are left alone.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import HAN
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("口通讯员 徐洋红 记者 彭勇慧", "□通讯员 徐洋红 记者 彭勇慧"),
    ("囗首席记者 邓建志", "□首席记者 邓建志"),
)
SILENT = (
    "口记者会上，发言人回答了大家的提问，并介绍了情况。",
    "□首席记者 邓建志",
    "国记者 今天采访了代表",
)

WEIGHT = 24  # decibans
_NAMES = rf"[ \u3000/／、]*[{HAN}]{{2,4}}(?:[ \u3000]+[{HAN}]{{2,4}})*"
_ROLE = r"(?:首席|本[报報]|特[约約]|[见見實实][习習]|全媒[体體])*(?:[记記]者|通[讯訊][员員]|[摄攝]影)"
_BYLINE = re.compile(
    rf"^[ \t\u3000]*([口囗曰])(?={_ROLE}(?:{_NAMES})(?:[ \u3000]+{_ROLE}{_NAMES})*[ \u3000]*$)", re.MULTILINE
)
_LONGEST = 24  # characters


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of the first character of a slug."""
    for m, slug in matches(_BYLINE, galley):
        if m.start(1) == slug.start and slug.end - slug.start <= _LONGEST:
            yield mend(__name__, *m.span(1), "□", WEIGHT, f"{m[1]} for the square before a byline")
