"""Commas, colons and closing stops are printed once; dashes and ellipses in one piece.

Extraction and recognition double a mark (，， 、、 。。), print both widths of it side by side (，,), or part the halves of a
dash or an ellipsis (— —, … …). One mark is meant. Repeated ！ and ？, three full stops and a whole line with doubled glyphs
are another matter and stay.

Wrong when: a writer plays with marks. Exactly two full stops may be a careless ellipsis; they are left alone on a page
that prints three.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import HAN
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("今天上午，，我们出发。", "今天上午，我们出发。"),
    ("苹果、、梨、桃。。", "苹果、梨、桃。"),
    ("题牵挂在心,，群众不脱贫", "题牵挂在心，群众不脱贫"),
    ("一件小事— —老屋的钥匙… …", "一件小事——老屋的钥匙……"),
)
SILENT = (
    "今天上午，我们出发。",
    "什么？？真的！！",
    "他想。。。算了。",
    "不不忘忘初初心心，，牢牢记记使使命命",
    "一件小事——老屋的钥匙……",
)

WEIGHT = 26  # decibans
_TWICE = re.compile(r"([，、；：])\1|，,|,，|：:|:：|；;|;；|(?<!。)。。(?!。)")
_PARTED = re.compile(rf"(?:— —|… …)(?<=[{HAN}”》]...)(?=[{HAN}“《”。\s]|$)")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of the pair of marks."""
    text = galley.text
    for m, _ in matches(_TWICE, galley):
        doubled = text[m.start() - 2 : m.start() - 1] == text[m.start() - 1 : m.start()]
        if (
            m.start()
            and re.match(f"[{HAN}”》）\\d]", text[m.start() - 1])
            and not doubled
            and not (m.group() == "。。" and "。。。" in text)
        ):
            one = next(c for c in m.group() if c > "\x7f")
            yield mend(__name__, *m.span(), one, WEIGHT, f"{m.group()} for {one}")
    for m, _ in matches(_PARTED, galley):
        yield mend(__name__, *m.span(), m.group().replace(" ", ""), WEIGHT, "the halves of one mark")
