"""Lists and tables: the headlines that announce them, who has won, what it costs, when it is on; and in Latin their rows.

Wrong when: a story about a list is headed by its name alone: 「福布斯排行榜」.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from ocrfix import tabular
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
_HEADING = Evidence("list-heading", 14, "no sentence, right above the rows of a list or table")
_TITLE = Evidence("list-title", 25, "says that a list or table follows, right above its rows")
_NAME = Evidence("list-name", 18, "short, and says that a list or table follows, on a page with one")
_BELOW = Evidence("list-end", 8, "short and no sentence, right below the rows of a list or table")
_UNIT = late(r"(?<=\w)\s?[(（][^()（）]{1,12}[)）]$")
SHORT = 0.8  # of the measure
LONGEST = {False: 16, True: 48}  # code points, in Han and in Latin script: what announces a list says little else
_HAN = late(
    r"(?:名[单單录錄]|芳名[录錄]?|一[览覽]表?|[荣榮排][榮荣行]榜|排行榜?|排名|榜[单單]?|[赛賽][程果]|[战戰][果绩績]|成[绩績]|[积積得]分|行情|[价價][格目]|"
    r"[报報][价價]|[汇匯]率|指[数數标標]|[统統][计計]|[数數][据據]|日程|[进進]度|[时時]刻|[节節]目[单單]?|得主|[获獲得][奖獎]者?|[开開中][奖獎][号號]?[码碼]?|"
    r"[职職]位|[雨水]情|雨量|[气氣][温溫]|[记記][录錄]|安排|(?<!代)表|公示)(?:公[示布佈告]|[发發][布佈]|揭[晓曉])?[：:]?$|"
    r"^.{2,8}(?:[价價]|[信訊][息]|通[知告]|天[气氣]|[预預][报報]|潮汐|[问問]答)$"
)
_LATIN = late(
    r"(?i:^(?:results|standings|winners|fixtures|schedule|scoreboard|scores|prices|deaths|births|weddings|listings|tides|recipients)(?= (?:of|by|from|in|for|at)\b|\W*$|:)|"
    r"\b(?:results?|standings|winners|fixtures|schedules?|scoreboard|scores|prices|rates|roll(?: of honou?r)?|list|listings|recipients|honou?rees|calendar|totals|returns|statistics|"
    r"figures|transfers|permits|filings|applications|dockets?|blotter|tides?(?: times)?|weather|(?:market|mart|livestock|crop) reports?|tables?|averages|rankings|honou?rs|awards|tides|at a glance|by (?:ward|precinct|county|district|town|station|age|class|division))\W*$)"
)


def announced(headline: str, latin: bool) -> bool:
    """Does a headline say that a list or table follows?"""
    text = _UNIT.sub("", headline.strip())
    return len(text) <= LONGEST[latin] and bool((_LATIN if latin else _HAN).search(text))


def mark(galley: Galley) -> None:
    """Marks rows of lists and tables, with the labels between them, as text, the line above them as their headline, and a short one
    below as none; where a list has none above it, short lines that announce one are headlines, wherever they stand."""
    lines, latin = galley.lines, galley.latin
    parts = _apart((*_runs(lines, latin), *_tables(lines), *tables(lines, latin), *tabular.tables(lines, latin)))
    found = _labelled(lines, parts, latin)
    for s in (s for r in found for s in lines[r.start : r.stop]):
        s.lean = s.lean or Lean("B", _ROW)
    above = [lines[r.start - 1] for r in found if r.start and _heading(lines[r.start - 1], latin)]
    below = [lines[r.stop] for r in found if r.stop < len(lines) and _heading(lines[r.stop], latin)]
    for s in above:
        s.lean = s.lean or Lean("H", _TITLE if announced(s.text, latin) else _HEADING)
    for s in lines if len(above) < len(found) else ():
        if announced(s.text, latin) and _heading(s, latin) and _short(s):
            s.lean = s.lean or Lean("H", _NAME)
    for s in below:
        if _short(s) or announced(s.text, latin):
            s.lean = s.lean or Lean("HYFR", _BELOW)


def _short(s: Slug) -> bool:
    return not s.width > SHORT * s.measure > 0


def _apart(found: Iterable[range]) -> list[range]:
    """The ranges in order, those that share lines as one."""
    apart: list[range] = []
    for r in sorted(found, key=lambda r: r.start):
        if apart and r.start < apart[-1].stop:
            apart[-1] = range(apart[-1].start, max(apart[-1].stop, r.stop))
        else:
            apart.append(r)
    return apart


def _labelled(lines: Sequence[Slug], parts: Iterable[range], latin: bool) -> list[range]:
    """The ranges, those of one form with a label between them as one list; there, the line above it is a label, too, if another
    stands above that as its headline."""
    found: list[range] = []
    for r in parts:
        if found and r.start - found[-1].stop == 1 and _under_label(lines, found[-1].stop, latin):
            above = found.pop()
            top = above.start - 1
            headed = top > 0 and all(_heading(lines[k], latin) for k in (top - 1, top))
            r = range(top if headed else above.start, r.stop)
        found.append(r)
    return found


def _under_label(lines: Sequence[Slug], k: int, latin: bool) -> bool:
    """Is line ``k`` a label between rows of one form, and names no list?"""
    above, below = (tabular.form(lines[i], latin) for i in (k - 1, k + 1))
    return above == below != "" and _heading(lines[k], latin) and not announced(lines[k].text, latin)


def _heading(s: Slug, latin: bool) -> bool:
    """Is the line of few words, and no sentence or small print? The unit may stand behind it in brackets."""
    plain = s.end in ("han", "latin", "digit") or _UNIT.search(s.text) is not None
    return plain and len(s.text) <= LONGEST[latin] and (not small_print(s.text) or announced(s.text, latin))


def _tables(lines: Sequence[Slug]) -> Iterator[range]:
    """Lines in a row that end with figures of one form: prices, temperatures, points; and what heads their columns."""
    for form, run in groupby(range(len(lines)), lambda k: columns(lines[k].text)):
        found = list(run)
        if form and len(found) >= TABLE:
            yield range(found[0] - tabular.headed(lines, found), found[-1] + 1)


def _runs(lines: Sequence[Slug], latin: bool) -> Iterator[range]:
    """Rows that follow one another; a line that announces a list is none."""
    alike = latin_rows if latin else rows
    plain = [(not small_print(s.text) or _names(s.text)) and not _name(s, alike, latin) for s in lines]
    below = [p and q and alike(a.text, b.text) for (p, q), (a, b) in zip(pairwise(plain), pairwise(lines), strict=True)]
    for is_list, run in groupby(range(len(below)), below.__getitem__):
        first, *more = run
        end = (more or [first])[-1] + 2
        while is_list and not alike(lines[end - 1].text, lines[end - 1].text):  # a label with no row below
            end -= 1
        first += is_list and _only_label(lines[first:end], alike)
        if is_list and end - first >= ROWS:
            yield range(first, end)


def _only_label(lines: Sequence[Slug], alike: Callable[[str, str], bool]) -> bool:
    """Is the first line no row, nor the head of their columns, and all others are rows? Then it names the list, not some of them."""
    texts = [s.text for s in lines]
    return [k for k, t in enumerate(texts) if not alike(t, t)] == [0] and not head_row(texts[0], texts[1:])


def _name(s: Slug, alike: Callable[[str, str], bool], latin: bool) -> bool:
    return announced(s.text, latin) and not alike(s.text, s.text)


def _names(text: str) -> bool:
    """Is the line nothing but Chinese names, several of them? The last may end like a byline: 陈　桂　文."""
    words = text.split()
    return len(words) >= ROWS and all(map(is_name, words))


def is_row(s: Slug) -> bool:
    """Is the line known to be a row?"""
    return s.lean is not None and s.lean.evidence.rule == ROW


def is_heading(s: Slug) -> bool:
    """Is the line known to head the rows below it?"""
    return s.lean is not None and s.lean.evidence in (_HEADING, _TITLE)


def headless(lines: Sequence[Slug], rows: Sequence[int]) -> bool:
    """Are these the rows of a list, and none heads them from right above?"""
    return is_row(lines[rows[0]]) and not (rows[0] and is_heading(lines[rows[0] - 1]))


def names(lines: Sequence[Slug], i: int, rows: Sequence[int]) -> bool:
    """Does line ``i`` name the list whose rows stand right below it, or, where it has no headline, right above?"""
    lean = lines[i].lean
    if lean is None or not is_row(lines[rows[0]]):
        return False
    if rows[0] == i + 1:
        return lean.evidence in (_HEADING, _TITLE, _NAME)
    return rows[-1] == i - 1 and lean.evidence is _NAME and headless(lines, rows)


def goes_on(g: Galley, above: Sequence[int], rows: Sequence[int]) -> bool:
    """Does the table that breaks off with the rows ``above`` go on with ``rows`` of the same form? They have no headline, or no
    heads of columns while those above have."""
    lines, latin = g.lines, g.latin
    last, first = lines[above[-1]], lines[rows[0]]
    headed = [head_row(lines[part[0]].text, [lines[k].text for k in part[1:]]) for part in (above, rows)]
    alone = not is_heading(lines[rows[0] - 1]) or headed == [True, False]
    alike = tabular.form(last, latin) == tabular.form(first, latin) != ""
    return alone and alike and tabular.figures(last) == tabular.figures(first)
