"""Where pdfium met a hyphen at the end of a line it left a control character and no line break.

The characters U+0002 and U+FFFE within a word stand for that hyphen. Whether it goes or stays is decided as for any
hyphen at the end of a line: by the words of the document, then by a list of English words. Where nothing tells, the
hyphen that was printed is put back.

Wrong when: a word that is hyphenated only at the end of this line stands nowhere else and in no list.
"""

import re
from collections.abc import Iterator
from functools import partial

from ocrfix.hyphens import document_words, line_end_hyphen
from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.ngrams import RAREST
from ocrfix.rules._mend import matches, mend
from ocrfix.statistics import Statistics

VERB = Verb.MEND
FIRES = (
    (
        "three quarters have created a pro\x02file on a social site",
        "three quarters have created a profile on a social site",
    ),
    ("a well-known case, a well\x02known man", "a well-known case, a well-known man"),
)
SILENT = ("have created a profile", "\x02 alone")

WEIGHT, LIKELY = 40, 22  # decibans
_MARK = re.compile("[\u0002\ufffe](?<=[^\\W\\d_].)(?=[^\\W\\d_]|\\s*$)", re.MULTILINE)


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of the control character to a hyphen or to nothing."""
    found = list(matches(_MARK, galley))
    if not found:
        return
    words = document_words(galley.text, partial(_listed, galley.news))
    for m, slug in found:
        text = galley.text
        at_end = m.end() == slug.end
        verdict = "keep" if at_end else line_end_hyphen(text[slug.start : m.end()], text[m.end() : slug.end], words)
        reads = "" if verdict == "remove" else "-"
        weight = LIKELY if verdict == "unsure" or at_end else WEIGHT
        yield mend(__name__, *m.span(), reads, weight, f"pdfium's sign for a hyphen at a line's end, {verdict}")


def _listed(news: Statistics, word: str) -> int:
    """How well the statistics know a word: 0, or more the commoner it is."""
    return 1 + RAREST - news.words[word.lower()] if news.is_word(word) else 0
