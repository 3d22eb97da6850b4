"""Which page of the paper a page is: its folio says so, else the name of its file, else its place in the order.

No two pages of an edition bear one number, so the evidence of all pages is settled together, one number to one page.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from ocrfix.articles import slugs
from ocrfix.jumps import label, read_jump
from ocrfix.late import late
from ocrfix.model import Evidence, Page, Source
from ocrfix.shapes import small_print

NAMED, LETTERED, BARE = 15, 12, 8  # decibans of 第3版 or Page 3, of A3, of a bare 3 in small print
FILE, ORDER = 6, 3  # the same of a number in the file's name, of the order of the pages
EDGE = 6  # lines from the head or the foot in which a folio stands
LONGEST = 40  # characters of a folio
SECTION = 4  # the same of the section's name beside a bare number

_DATE = late(
    r"\d{2,4}[年./-]\d{1,2}[月./-]\d{1,2}[日號号]?|\d{1,2}月\d{1,2}[日號号]|\d{2,4}年|(?:19|20)\d\d|[总總]?第\d+[期号號]|"
    r"(?i:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]* \d{1,2}\b|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|(?i:vol|no|issue)[a-z]*\.? ?\d+|[\d-]{5,}|\d+[.:℃度]\d*"
)
_NAMED = late(
    r"第\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*[版頁页](?!导|導)|(?<![\d.])([A-Z]?\d{1,3})\s*[版頁页](?=$|[\s　·｜|])|(?i:\bpage\s+)([A-Z]?\d{1,3}[A-Z]?)\b"
)
_LETTERED = late(r"(?<![A-Za-z0-9])([A-Z]\d{1,2})(?![0-9A-Za-z])")
_BARE = late(r"(?:^|(?<=[\s　·｜|]))(\d{1,3})(?:$|(?=[\s　·｜|]))")
_IN_NAME = late(r"(?:(?<![A-Za-z])[A-OQ-Z])?\d+")  # P is for page
_FULL = {c: chr(c - 0xFEE0) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}


class Label(NamedTuple):
    """A page's number in the paper, such as 3 or A6, and why."""

    text: str
    evidence: tuple[Evidence, ...]


def labels(pages: Sequence[Page]) -> list[Label]:
    """The number of each page, in the order of ``pages``; "" for a page whose number another page bears for better reasons."""
    names = _file_numbers([p.source for p in pages])
    found: list[dict[str, list[Evidence]]] = []
    for n, page in enumerate(pages):
        told: dict[str, list[Evidence]] = {}
        for text, evidence in _told(page):
            if all(e.because != evidence.because for e in told.setdefault(text, [])):
                told[text].append(evidence)
        if names:
            told.setdefault(names[n], []).append(Evidence("file-name", FILE, f"so its file is numbered: {names[n]}"))
        told.setdefault(str(n + 1), []).append(Evidence("order", ORDER, f"it is page {n + 1} in order"))
        found.append(told)
    ranked = sorted(
        (-sum(e.weight for e in why), n, text) for n, told in enumerate(found) for text, why in told.items()
    )
    given: dict[int, str] = {}
    for _, n, text in ranked:
        if n not in given and text not in given.values():
            given[n] = text
    return [Label(given.get(n, ""), tuple(found[n].get(given.get(n, ""), ()))) for n in range(len(pages))]


def _told(page: Page) -> Iterator[tuple[str, Evidence]]:
    """What the small print at the edges of a page, and its furniture anywhere, says of its number."""
    text = page.source.text
    lines = [text[s.start : s.end] for s in slugs(text)]
    edge = [line for line in [*lines[:EDGE], *lines[-EDGE:]] if is_folio(line)]
    for line in dict.fromkeys([*edge, *(page.text(run) for run in page.furniture)]):
        if read_jump(line):
            continue
        bare = _DATE.sub(" ", line.translate(_FULL))
        for pattern, weight in ((_NAMED, NAMED), (_LETTERED, LETTERED), (_BARE, BARE)):
            if m := pattern.search(bare):
                number = next(g for g in m.groups() if g)
                yield label(number), Evidence("folio", weight, f"its folio reads {line[:30]}")
                break


def is_folio(line: str) -> bool:
    """Is this a line of small print with a page number, by its form or for holding little else?"""
    if small_print(line) in ("folio", "imprint"):
        return True
    bare = line.translate(_FULL)
    if len(line) > LONGEST or any(c in "，。！？；：,;!?" for c in line):
        return False
    return bool(_NAMED.search(bare)) or (bool(_BARE.search(bare)) and len(re.sub(r"[\d\s]", "", bare)) <= SECTION)


def _file_numbers(sources: Sequence[Source]) -> list[str]:
    """The numbers that tell the files of an edition apart, in the order of ``sources``; empty where none do."""
    stems = [PurePath(s.name).stem for s in sources]
    groups = [_IN_NAME.findall(stem) for stem in stems]
    for k in range(1, min(map(len, groups), default=0) + 1):
        numbers = [label(g[-k]) for g in groups]
        if len(set(numbers)) == len(numbers) > 1:
            return numbers
    return []
