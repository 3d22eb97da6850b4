"""Lists and tables: the headlines that announce them, who has won, what it costs, when it is on; and in Latin their rows.

Wrong when: a story about a list is headed by its name alone: 「福布斯排行榜」.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ocrfix.cells import columns, latin_rows
from ocrfix.late import late
from ocrfix.lines import Galley, Lean, Slug
from ocrfix.model import Evidence
from ocrfix.shapes import small_print

ROWS = 3  # lines, at least
TABLE = 4  # and of a table that only the form of its figures tells
ROW = "row"  # the rule
_ROW = Evidence(ROW, 25, "one of several rows of names, or of words and figures")
LONGEST = {False: 16, True: 48}  # code points, in Han and in Latin script: what announces a list says little else
_HAN = late(
    r"(?:名[单單录錄]|芳名[录錄]?|一[览覽]表?|[荣榮排][榮荣行]榜|排行榜?|排名|榜[单單]?|[赛賽][程果]|[战戰][果绩績]|成[绩績]|[积積得]分|行情|[价價][格目]|"
    r"[报報][价價]|[汇匯]率|指[数數标標]|[统統][计計]|[数數][据據]|日程|[进進]度|[时時]刻|[节節]目[单單]?|得主|[获獲得][奖獎]者?|[开開中][奖獎][号號]?[码碼]?|"
    r"[职職]位|[雨水]情|雨量|[气氣][温溫]|[记記][录錄]|安排|(?<!代)表)(?:公[示布佈告]|[发發][布佈]|揭[晓曉])?[：:]?$"
)
_LATIN = late(
    r"(?i:^(?:results|standings|winners|fixtures|schedule|scoreboard|scores|prices|deaths|births|weddings|listings|tides|recipients)(?= (?:of|by|from|in|for|at)\b|\W*$|:)|"
    r"\b(?:results?|standings|winners|fixtures|schedules?|scoreboard|scores|prices|rates|roll(?: of honou?r)?|list|listings|recipients|honou?rees|calendar|totals|returns|statistics|"
    r"figures|transfers|permits|filings|tables?|averages|rankings|honou?rs|awards|tides|at a glance|by (?:ward|precinct|county|district|town|station|age|class|division))\W*$)"
)


def announced(headline: str, latin: bool) -> bool:
    """Does a headline say that a list or table follows?"""
    text = headline.strip()
    return len(text) <= LONGEST[latin] and bool((_LATIN if latin else _HAN).search(text))


def mark(galley: Galley) -> None:
    """Marks rows of tables as text, and on Latin pages those of lists, with the labels between them."""
    for run in (*(_runs(galley.lines) if galley.latin else ()), *_tables(galley.lines)):
        for s in run:
            s.lean = s.lean or Lean("B", _ROW)


def _tables(lines: Sequence[Slug]) -> Iterator[list[Slug]]:
    """Lines in a row that end with figures of one form: prices, temperatures, points."""
    for form, run in groupby(lines, lambda s: columns(s.text)):
        found = list(run)
        if form and len(found) >= TABLE:
            yield found


def _runs(lines: Sequence[Slug]) -> Iterator[list[Slug]]:
    """Rows that follow one another, without the line above them that announces the list."""
    plain = [not small_print(s.text) for s in lines]
    below = [
        p and q and latin_rows(a.text, b.text) for (p, q), (a, b) in zip(pairwise(plain), pairwise(lines), strict=True)
    ]
    for alike, run in groupby(range(len(below)), below.__getitem__):
        first = list(run)
        found = list(lines[first[0] : first[-1] + 2])
        if alike and announced(found[0].text, latin=True):
            del found[0]
        if alike and len(found) >= ROWS:
            yield found
