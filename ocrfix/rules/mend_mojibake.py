"""Bytes read in the wrong encoding leave rows of accented letters that no language writes.

Simple fonts of Chinese PDFs hand their GBK bytes out as Latin-1: ÖÐ¹ú for 中国. Four and more such letters in a row that all
decode to common Han characters read as those. UTF-8 taken for Windows-1252 (cafÃ©, â€œ) is undone by ftfy where it is
installed (`pip install ocrfix[mojibake]`), with everything but its repair of encodings turned off: its folding of widths
would turn ，（） into ,().

Wrong when: the text quotes such damage. What ftfy still finds bad after its repair is left alone.
"""

import importlib
import re
from collections.abc import Iterator
from functools import cache
from os.path import commonpath
from typing import Any

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import matches, mend

VERB = Verb.MEND
FIRES = (
    ("ÖÐ¹úÐÂÎÅ", "中国新闻"),
    ("The cafÃ© said â€œhelloâ€\x9d.", "The café said “hello”."),
)
SILENT = (
    "The café said “hello”. Zoë, naïve, Ærø, “é”.",
    "永康市召开会议，（完）“引号”——１２",
    "Åäö ÀÉÈ ÀÁÂÃ",
)

WEIGHT = 26  # decibans
_GBK = re.compile("(?:[°-÷][¡-þ]){2,}")
_UTF8 = re.compile("[Â-ô][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_COMMON = 0xD8  # the first lead byte of GB 2312 beyond its everyday characters


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of the shortest run that differs in a slug."""
    done = -1
    for m, _ in matches(_GBK, galley):
        reads = _as_gbk(m.group())
        if reads:
            done = m.end()
            yield mend(__name__, *m.span(), reads, WEIGHT, "GBK read as Latin-1")
    if done < 0:
        yield from _as_utf8(galley)


def _as_gbk(run: str) -> str:
    """The Han characters whose GBK bytes the run shows, or "" where they are none of everyday use."""
    data = run.encode("latin-1")
    a_word = run.isalpha() and (run.isupper() or run.islower() or run.istitle())
    if a_word or not any(map(str.isalpha, run)) or any(lead >= _COMMON for lead in data[::2]):
        return ""
    try:
        return data.decode("gb2312")
    except UnicodeDecodeError:
        return ""


def _as_utf8(galley: Galley) -> Iterator[Decision]:
    """Mends by ftfy, where it is installed and content with its work."""
    slugs = dict.fromkeys(slug for _, slug in matches(_UTF8, galley))
    ftfy = _ftfy() if slugs else None
    if ftfy is None:
        return
    for start, end in slugs:
        line = galley.text[start:end]
        fixed = ftfy.fix_encoding(line)
        if fixed == line or ftfy.badness.is_bad(fixed):
            continue
        head = len(commonpath([line, fixed]))
        tail = min(len(commonpath([line[::-1], fixed[::-1]])), len(line) - head, len(fixed) - head)
        reads = fixed[head : len(fixed) - tail]
        yield mend(__name__, start + head, end - tail, reads, WEIGHT, "UTF-8 read as Windows-1252, undone by ftfy")


@cache
def _ftfy() -> Any:
    """The library, or None where it is not installed."""
    try:
        return importlib.import_module("ftfy")
    except ImportError:
        return None
