"""Lists and tables: the headlines that announce them, who has won, what it costs, when it is on; and in Latin their rows.

Wrong when: a story about a list is headed by its name alone: 「福布斯排行榜」.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from ocrfix.cells import columns, head_row, latin_rows, rows
from ocrfix.cellwise import tables
from ocrfix.late import late
from ocrfix.lines import Galley, Lean, Slug
from ocrfix.model import Evidence
from ocrfix.shapes import is_name, small_print

ROWS = 3  # lines, at least
TABLE = 4  # and of a table that only the form of its figures tells
ROW = "row"  # the rule
_ROW = Evidence(ROW, 25, "one of several rows of names, or of words and figures")
_HEADING = Evidence("list-heading", 10, "no sentence, right above the rows of a list or table")
_BELOW = Evidence("list-end", 8, "short and no sentence, right below the rows of a list or table")
SHORT = 0.8  # of the measure
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
    """Marks rows of lists and tables, with the labels between them, as text, the line above them as their headline, and a short one
    below as none."""
    lines, latin = galley.lines, galley.latin
    for found in _apart((*_runs(lines, latin), *_tables(lines), *tables(lines, latin))):
        for s in lines[found.start : found.stop]:
            s.lean = s.lean or Lean("B", _ROW)
        above, below = lines[max(0, found.start - 1)], lines[min(found.stop, len(lines) - 1)]
        if found.start and _heading(above, latin):
            above.lean = above.lean or Lean("H", _HEADING)
        if found.stop < len(lines) and _heading(below, latin):
            short = not below.width > SHORT * below.measure > 0
            if short or announced(below.text, latin):
                below.lean = below.lean or Lean("HYFR", _BELOW)


def _apart(found: Iterable[range]) -> list[range]:
    """The ranges in order, those that share lines as one."""
    apart: list[range] = []
    for r in sorted(found, key=lambda r: r.start):
        if apart and r.start < apart[-1].stop:
            apart[-1] = range(apart[-1].start, max(apart[-1].stop, r.stop))
        else:
            apart.append(r)
    return apart


def _heading(s: Slug, latin: bool) -> bool:
    """Is the line of few words, and no sentence or small print?"""
    return s.end in ("han", "latin", "digit") and len(s.text) <= LONGEST[latin] and not small_print(s.text)


def _tables(lines: Sequence[Slug]) -> Iterator[range]:
    """Lines in a row that end with figures of one form: prices, temperatures, points; and what heads their columns."""
    for form, run in groupby(range(len(lines)), lambda k: columns(lines[k].text)):
        first, *more = run
        if form and len(more) + 1 >= TABLE:
            yield range(first - (first > 0 and head_row(lines[first - 1].text, lines[first].text)), more[-1] + 1)


def _runs(lines: Sequence[Slug], latin: bool) -> Iterator[range]:
    """Rows that follow one another, without the line above them that announces the list."""
    alike = latin_rows if latin else rows
    plain = [not small_print(s.text) or _names(s.text) for s in lines]
    below = [p and q and alike(a.text, b.text) for (p, q), (a, b) in zip(pairwise(plain), pairwise(lines), strict=True)]
    for is_list, run in groupby(range(len(below)), below.__getitem__):
        first, *more = run
        first += is_list and announced(lines[first].text, latin)
        end = (more or [first])[-1] + 2
        while is_list and not alike(lines[end - 1].text, lines[end - 1].text):  # a label with no row below
            end -= 1
        if is_list and end - first >= ROWS:
            yield range(first, end)


def _names(text: str) -> bool:
    """Is the line nothing but Chinese names, several of them? The last may end like a byline: 陈　桂　文."""
    words = text.split()
    return len(words) >= ROWS and all(map(is_name, words))


def is_row(s: Slug) -> bool:
    """Is the line known to be a row?"""
    return s.lean is not None and s.lean.evidence.rule == ROW
