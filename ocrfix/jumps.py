"""A jump line says on which page a story goes on or came from, and nothing else.

So it is read strictly, as a whole line, or at the edge of one in brackets or with a capital: running text that speaks of a page (as the map on
page 6 shows; 见第3版图) is none, and neither is a line that only points to another story (详见第3版).
"""

import re
from typing import NamedTuple

from ocrfix.late import late
from ocrfix.lines import Galley, Lean, Slug
from ocrfix.model import Evidence
from ocrfix.shapes import small_print

_NUMERALS = {c: n for n, c in enumerate("〇一二三四五六七八九十")} | {"零": 0, "头": 1, "頭": 1, "廿": 20}
_MARKS = r"[\s　▶▲►▸■◀◄◂↘↗↙→←>＞<＜▼*]*"
_OPEN, _CLOSE = rf"{_MARKS}[（(【\[〔「]?{_MARKS}", rf"{_MARKS}[）)】\]〕」]?{_MARKS}"
_PAGE = r"(?P<page>[A-Z]?\s?[0-9]{1,3}|[〇零一二三四五六七八九十廿]{1,3}|[头頭](?=版))"
_HAN = (
    r"(?:未完|[本全]?文|[紧緊](?=[转轉])|[，,、]){0,3}"
    rf"(?:(?P<on>下[转轉接]|[转轉](?=第?[A-Z0-9〇-十]+[版頁页])|(?<=文)[转轉]|[续續][见見])|(?P<from>上[接转轉]|(?<=文)接)|[紧緊]接)"
    rf"(?:[至自到])?(?:[本][报報])?\s*第?\s*{_PAGE}\s*[版页頁]?\s*[①-⑨]?(?:\s*[·•・]\s*\S{{1,6}})?"
    r"(?:\s*《(?P<word>[^》]{2,30})》)?"
)
_NUMBER = r"(?P<page>[A-Z]?-?\d{1,3}[A-Z]?)"
_NAMED = rf"(?:page|pg\.?|p\.)\s*{_NUMBER}|(?P<page2>[A-Z]-?\d{{1,3}})"
_WORD = r"(?:(?P<word>(?-i:[A-Z])[\w’' -]{1,24}?)\s*[:,|–—-]\s*)?"
_LATIN = [
    rf"{_WORD}(?:story\s+)?(?:continue[sd]|cont(?:’d|'d|d)?\.?)\s+(?:(?P<on>on|to)|from)\s+(?:page|pg\.?|p\.)?\s*{_NUMBER}",
    rf"{_WORD}(?:continue[sd]|cont(?:’d|'d|d)?\.?)\s+(?:(?P<on>on|to)|from)\s+the\s+(?P<page>front)\s+page",
    rf"(?:please\s+)?(?P<on>see)\s+(?P<word>(?-i:[A-Z])[\w’' -]{{1,24}}?)\s*[,:/–—-]?\s*(?:on\s+)?(?:{_NAMED})",
    rf"(?:please\s+)?(?P<on>turn|jump)\s+to\s+(?:{_NAMED})",
    rf"{_WORD}from\s+(?:{_NAMED})",
]
_COLUMN = r"(?:,?\s+col(?:umn|\.)?\s*\d)?[.]?"
_WHOLE = [late(_OPEN + _HAN + _CLOSE)] + [late(f"(?i:{_OPEN}{p}{_COLUMN}{_CLOSE})") for p in _LATIN]
_INLINE = rf"[（(【\[〔]\s*(?:{_HAN}|(?i:{_LATIN[0]}))\s*[）)】\]〕]"
_TAIL = late(re.sub(r"\?P<\w+>", "", _INLINE) + r"$")
_LEAD = late(re.sub(r"\?P<\w+>", "", _INLINE))
_ONWARD = late(  # behind a space, or a word that was broken off
    r"(?<=[\sa-z])(?:C(?:ontinued|ONTINUED|ontd\.?|ONTD\.?|ont[’']d) (?i:on|to)|T(?:urn|URN) (?i:to page)) (?i:page |pg?\.? ?)?[A-Z]?\d{1,3}$"
)
_FROM = late(r"Continued from (?:[Pp]age )?[A-Z]?\d{1,3}(?=\s+\S)")
_BRACKETS = "（(【[〔）)】]〕"
_HINT = late(r"[转轉接续續].*[版頁页0-9０-９]|(?i:cont|from|see|turn|jump).*\d|(?i:from the front)")
_FULL = {c: chr(c - 0xFEE0) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
LONGEST = 50  # characters
SURE = 30  # decibans that a jump line is furniture
HEAD = 20  # the same that a short line without a stop beside one is a head, one in mid-sentence below it a body
SHORT = 0.8  # of the measure


class Jump(NamedTuple):
    """What a jump line says: ``onward`` whether the story goes on there or came from there (None where it can be
    either), the label of the ``page``, and the catchword or title that it names ("" for none)."""

    onward: bool | None
    page: str
    word: str = ""


def read_jump(text: str) -> Jump | None:
    """What the line says if it is a jump line."""
    if len(text) > LONGEST or not _HINT.search(text):
        return None
    text = text.translate(_FULL)
    for n, pattern in enumerate(_WHOLE):
        m = pattern.fullmatch(text)
        if not m or (n and text.lstrip(" ([>▶►*")[:1].islower()):
            continue
        said = m.groupdict()
        onward = True if said.get("on") else None if not n and not said.get("from") else False
        return Jump(onward, label(said.get("page") or said.get("page2") or ""), said.get("word") or "")
    return None


def jumps_on(text: str) -> bool:
    """Does a line say on which page the text above it goes on?"""
    jump = read_jump(text)
    return jump is not None and jump.onward is True


def label(number: str) -> str:
    """A page number as pages are named here: Arabic figures without leading zeros, a capital for the section."""
    bare = re.sub(r"[\s-]", "", number.translate(_FULL)).upper()
    if bare == "FRONT":
        return "1"
    if all(c in _NUMERALS for c in bare):
        return str(_value(bare))
    m = re.fullmatch(r"([A-Z]?)0*(\d+)([A-Z]?)", bare)
    return m[1] + m[2] + m[3] if m else bare


def _value(numerals: str) -> int:
    """The value of a Chinese number below a hundred."""
    tens, mark, ones = numerals.rpartition("十")
    if not mark:
        return (
            int("".join(str(_NUMERALS[c]) for c in numerals))
            if "廿" not in numerals
            else 20 + _NUMERALS[numerals[-1]] % 20
        )
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)


def cuts(text: str, start: int, end: int) -> list[int]:
    """Where a jump line in brackets, or one in English with its capital, shares the line text[start:end] with running text:
    offsets at which to cut."""
    head, tail = min(end, start + LONGEST), max(start, end - LONGEST)
    found = []
    if text[start] in _BRACKETS and (m := _LEAD.match(text, start, head)) and m.end() < end:
        found.append(m.end())
    if text[end - 1] in _BRACKETS and (m := _TAIL.search(text, tail, end)) and m.start() > start:
        found.append(m.start())
    if m := _FROM.match(text, start, head):
        found.append(m.end())
    if (m := _ONWARD.search(text, tail, end)) and m.start() > start:
        found.append(m.start())
    return found


def mark(galley: Galley) -> None:
    """Note on the lines of a page which are jump lines, which are heads of what goes on below one, and where it does."""
    lines = galley.lines
    for i, s in enumerate(lines):
        if not (jump := read_jump(s.text)):
            continue
        s.lean = Lean("F", Evidence("jump-line", SURE, "it says on which page a story goes on or came from"))
        if jump.onward:
            continue
        for near in lines[max(0, i - 1) : i + 2]:
            if _heads(near):
                near.lean = Lean("H", Evidence("jump-head", HEAD, "a short line without a stop beside a jump line"))
        below = next((x for x in lines[i + 1 : i + 3] if not x.lean), s)
        if below.start in ("lower", "closing"):
            below.lean = Lean("B", Evidence("jump-body", HEAD, "below a jump line it begins in mid-sentence"))


def _heads(s: Slug) -> bool:
    short = s.end in ("han", "latin", "digit", "close") and 0 < s.width < SHORT * s.measure
    return short and not s.lean and s.start in ("han", "upper", "open", "digit") and not small_print(s.text)
