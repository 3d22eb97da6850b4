"""A quotation opens and closes with marks of one kind, and neither opens before a comma nor closes after a colon.

Character recognition reads the closing ” as an ASCII " or as a second “. A quotation that opened with “ and meets " before
any other quote closes there; a “ that stands before a comma or full stop while another is open is its closing mark, and
a ” right after a colon with none open an opening one. Pages that print ASCII quotes only keep them.

Wrong when: the " is an inch or a ditto mark inside a quotation whose closing mark was lost.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import HAN
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ('多个领域实现“开门红"。', "多个领域实现“开门红”。"),
    ("台风“贝莫嘉“，已经登陆。", "台风“贝莫嘉”，已经登陆。"),
    ('costs of the “hidden" kind', "costs of the “hidden” kind"),
    ("他说：”我们不怕。”", "他说：“我们不怕。”"),
)
SILENT = (
    '他说："我们不怕。"',
    "他说：“我们不怕。”",
    '“the 5" disk” was late',
    '“a 5" disk\nwas late”',
    '是“三张菜单"：普通的用餐”',
    "“One paragraph.\n“Another paragraph, still speaking.”",
)

WEIGHT = 24  # decibans
_CLOSES = re.compile(r"“[^“”\"\n]{1,60}(?<!\d)(\")(?![^“”\n]*”)")
_OPENS = re.compile(rf"(\")(?:(?<=[{HAN}：，。 ].)|(?<![^\n].))(?=[^\s，。；、！？,.;])[^“”\"\n]{{1,60}}”")
_BEFORE_STOP = re.compile(r"“[^“”\"\n]{1,40}(“)(?=[，。；、！？,.;])")
_AFTER_COLON = re.compile(rf"(”)(?:(?<=[：:].)|(?<=[：:] .))(?=[{HAN}])(?=[^“”\n]*[”\n])")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of single marks."""
    for pattern, reads, because in (
        (_CLOSES, "”", "closes what “ opened"),
        (_BEFORE_STOP, "”", "a quotation does not open before a stop"),
        (_AFTER_COLON, "“", "a quotation does not close after a colon"),
        (_OPENS, "“", "opens what ” closes"),
    ):
        for m, slug in matches(pattern, galley):
            before = galley.text[slug.start : m.start()]
            if reads == "“" and before.count("“") > before.count("”"):
                continue
            yield mend(__name__, *m.span(1), reads, WEIGHT, because)
