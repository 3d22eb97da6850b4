"""A number is one word: figures set one em wide come out of character recognition with spaces between them.

Papers that set full-width figures (１９８１年) are read as 1 9 8 1年, 4 6 %, 3. 7 6 亿元. On a page where several such
numbers stand before Han characters or a percent sign the spaces within them go.

Wrong when: the figures are cells of a table or scores side by side; rows of figures that count upwards, that no word
follows, or that stand alone on such a page are left alone.
"""

import itertools
import re
from collections.abc import Iterator

from ocrfix.glyphs import BEFORE, HAN
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    (
        "始于1 9 8 1年，节省投资9 6 4. 4万元，\n比标底价降低4 6 %，工期缩短1 2 0 天，达3. 7 6 亿元。",
        "始于1981年，节省投资964.4万元，\n比标底价降低46%，工期缩短120 天，达3.76 亿元。",
    ),
)
SILENT = (
    "始于1981年，节省投资964.4万元",
    "甲队 3 1 0 4\n乙队 2 2 0 6\n丙队 1 0 3 3",
    "第1 2 3 4 5题选做。第6 7 8题必做。第1 2 3题听力。",
    "一年级 1 2班",
)

WEIGHT, LONELY = 26, 12  # decibans
_NUMBER = re.compile(
    rf"(?<![\d.,A-Za-z])\d{{1,2}}(?:(?: |[.．] ?)\d{{1,2}}(?!\d))+(?: ?[%％]|(?= ?[{HAN}{BEFORE}])|(?=\s*$))",
    re.MULTILINE,
)
_GAP = re.compile(r"(?<=[\d.．]) (?=[\d%％])")
_HAN = re.compile(f"[{HAN}]")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends that leave nothing of a gap, one for each gap."""
    found = [m for m, slug in matches(_NUMBER, galley) if _one_number(galley.text, m, slug.start)]
    weight = WEIGHT if len(found) >= 3 else LONELY
    for m in found:
        for gap in _GAP.finditer(galley.text, *m.span()):
            yield mend(__name__, gap.start(), gap.end(), "", weight, f"{len(found)} letter-spaced numbers on the page")


def _one_number(text: str, m: re.Match[str], start: int) -> bool:
    """Is the run one number, within running text, and no row of cells or a count?"""
    figures = re.split(r"[ .．]+", m.group().rstrip("%％ "))
    counts = len(figures) > 2 and all(int(b) == int(a) + 1 for a, b in itertools.pairwise(figures))
    gaps = len(_GAP.findall(m.group()))
    single = sum(len(f) == 1 for f in figures)
    before = text[start : m.start()]
    within = (
        not before
        or not before.endswith(" ")
        or (len(_HAN.findall(before)) >= 2 and text[m.end() : m.end() + 1] not in ("", "\n"))
    )
    return gaps > 0 and not counts and single * 2 > len(figures) and within
