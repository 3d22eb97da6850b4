"""Between figures a dash is no numeral, and 一一 before a name of its own is a dash.

Recognition reads the one-em dash as the Han numeral 一: 10一40天, 1991一1995年. Between Arabic figures 一 can only be the
dash. Two of them, 一一, may be a printed —— or the word for "one by one", and are proposed.

Wrong when: a code mixes both kinds of numerals.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import HAN
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("较以往减少10一40天。", "较以往减少10—40天。"),
    ("1991一1995年", "1991—1995年"),
)
SILENT = (
    "三一重工有10一组的设备",
    "他一一介绍在座的客人。",
    "二〇一一年",
)

WEIGHT, UNSURE = 26, 8  # decibans
_BETWEEN_FIGURES = re.compile(r"一(?=[\d０-９])(?:(?<=[\d０-９]一)|(?<=\d[%％]一))")
_DOUBLE = re.compile(rf"一一(?=[{HAN}])(?:(?<![一二三十〇零\d{HAN}]一一)|(?<=[{HAN}]一一)(?=[{HAN}]{{2,8}}[，。]))")
_ONE_BY_ONE = re.compile("一一[介列说作对向回解道核实查告做给为应落过辨点清]|一一记[下住录在]")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of 一 between figures, proposals for 一一."""
    for m, _ in matches(_BETWEEN_FIGURES, galley):
        yield mend(__name__, *m.span(), "—", WEIGHT, "一 between Arabic figures")
    for m, _ in matches(_DOUBLE, galley):
        if not _ONE_BY_ONE.match(galley.text, m.start()):
            yield mend(__name__, *m.span(), "——", UNSURE, "perhaps a dash")
