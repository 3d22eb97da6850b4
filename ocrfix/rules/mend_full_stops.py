"""The full stop of a page is one mark: ．or 丶 among hundreds of 。 and 、 is a misreading.

A printed 。 is read as a full-width point ． and 、 as the character 丶, which no running text uses. At the end of a line or
before a closing quote the point is the full stop of the page.

Wrong when: the point parts figures, numbers a heading or stands between the parts of a foreign name; between two Han
characters it is therefore only proposed, and pages whose full stop is ． throughout, as in scientific journals, stay.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import HAN
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    (
        "会议召开。大家发言。掌声。气氛热烈．\n代表说：“一定做好．”\n苹果丶梨、桃。",
        "会议召开。大家发言。掌声。气氛热烈。\n代表说：“一定做好。”\n苹果、梨、桃。",
    ),
)
SILENT = (
    "本文提出一种方法．实验表明有效．\n结果见图３．５．",
    "卡尔．马克思来信。他看了。我也看了。",
    "增长９．５％。下降３．\n４％。完。",
)

WEIGHT, UNSURE = 24, 8  # decibans
_POINT = re.compile(rf"．(?<=[{HAN}）”》]．)(?=[”’」』）]|\s*$|[{HAN}])", re.MULTILINE)
_COMMA = re.compile(rf"丶(?:(?<=[{HAN}]{{2}}丶)(?=[{HAN}])|(?<=[{HAN}][）”》]丶))")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of single marks."""
    text = galley.text
    stops = text.count("。")
    points = list(matches(_POINT, galley))
    for m, _ in points:
        if stops >= 3 and stops > len(points):
            within = re.match(f"[{HAN}]", text[m.end() : m.end() + 1])
            yield mend(__name__, *m.span(), "。", UNSURE if within else WEIGHT, f"the page prints 。{stops} times")
    for m, _ in matches(_COMMA, galley):
        if "、" in text:
            yield mend(__name__, *m.span(), "、", WEIGHT, "丶 is no word")
