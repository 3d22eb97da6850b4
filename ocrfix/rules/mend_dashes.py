"""Between figures a dash is no numeral, and 一一 before a title of its own is a dash.

Recognition reads the one-em dash as the Han numeral 一: 1991一1995年, 第3一5版. Between Arabic figures 一 is never a numeral.
From year to year, and on a page that prints — between figures elsewhere, it is the dash; else it may have been ～ as well,
and is proposed. Two of them, 一一, may be a printed —— or the word for "one by one", and are proposed.

Wrong when: a code mixes both kinds of numerals, or the page prints ～ between years.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import HAN
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("1991一1995年", "1991—1995年"),
    ("2—3天，或10一40天。", "2—3天，或10—40天。"),
)
SILENT = (
    "气温10一12℃",
    "三一重工有10一组的设备",
    "他一一介绍在座的客人。",
    "二〇一一年",
)

WEIGHT, UNSURE, DOUBLE = 26, 12, 8  # decibans
_BETWEEN_FIGURES = re.compile(r"一(?=[\d０-９])(?:(?<=[\d０-９]一)|(?<=\d[%％]一))")
_BETWEEN_YEARS = re.compile(r"(?<![\d０-９])[12１２][\d０-９]{3}年?一[12１２][\d０-９]{3}(?![\d０-９])")
_PRINTED = re.compile(r"[\d０-９％%][—–][\d０-９]")
_DOUBLE = re.compile(rf"一一(?=[{HAN}])(?:(?<![一二三十〇零\d{HAN}]一一)|(?<=[{HAN}]一一)(?=[{HAN}]{{2,8}}[，。]))")
_ONE_BY_ONE = re.compile("一一[介列说作对向回解道核实查告做给为应落过辨点清]|一一记[下住录在]")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of 一 between figures, proposals for 一一."""
    text = galley.text
    for m, slug in matches(_BETWEEN_FIGURES, galley):
        years = _BETWEEN_YEARS.match(text, max(slug.start, m.start() - 4))
        weight = WEIGHT if years or (_PRINTED.search(text) and "～" not in text) else UNSURE
        yield mend(__name__, *m.span(), "—", weight, "一 between Arabic figures")
    for m, _ in matches(_DOUBLE, galley):
        if not _ONE_BY_ONE.match(text, m.start()):
            yield mend(__name__, *m.span(), "——", DOUBLE, "perhaps a dash")
