"""Headlines that announce a list or table: who has won, what it costs, when it is on.

Wrong when: a story about a list is headed by its name alone: 「福布斯排行榜」.
"""

from ocrfix.late import late

LONGEST = {False: 16, True: 48}  # code points, in Han and in Latin script: what announces a list says little else
_HAN = late(
    r"(?:名[单單录錄]|芳名[录錄]?|一[览覽]表?|[荣榮排][榮荣行]榜|排行榜?|排名|榜[单單]?|[赛賽][程果]|[战戰][果绩績]|成[绩績]|[积積得]分|行情|[价價][格目]|"
    r"[报報][价價]|[汇匯]率|指[数數标標]|[统統][计計]|[数數][据據]|日程|[进進]度|[时時]刻|[节節]目[单單]?|得主|[获獲得][奖獎]者?|[开開中][奖獎][号號]?[码碼]?|"
    r"[职職]位|[雨水]情|雨量|[气氣][温溫]|[记記][录錄]|安排|(?<!代)表)(?:公[示布佈告]|[发發][布佈]|揭[晓曉])?[：:]?$"
)
_LATIN = late(
    r"(?i:^(?:results|standings|winners|fixtures|schedule|scoreboard|scores|prices|deaths|births|weddings|listings|tides|recipients)\b|"
    r"\b(?:results?|standings|winners|fixtures|schedules?|scoreboard|scores|prices|rates|roll|list|listings|recipients|honou?rees|calendar|totals|returns|statistics|"
    r"figures|transfers|permits|filings|tables?|averages|rankings|honou?rs|awards|tides|at a glance|by (?:ward|precinct|county|district|town|station|age|class|division))\W*$)"
)


def announced(headline: str, latin: bool) -> bool:
    """Does a headline say that a list or table follows?"""
    text = headline.strip()
    return len(text) <= LONGEST[latin] and bool((_LATIN if latin else _HAN).search(text))
