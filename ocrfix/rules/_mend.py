"""What all rules that mend characters share: where a pattern matches within one slug, and how a mend is put."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ocrfix.lines import Galley
from ocrfix.model import Decision, Evidence, Span, Verb

NUMERALS = frozenset("〇一二三四五六七八九十百千两兩")  # a misread number is nobody's guess


def matches(pattern: re.Pattern[str], galley: Galley) -> Iterator[tuple[re.Match[str], Span]]:
    """Every match of ``pattern`` on the page that lies within one slug, with that slug."""
    found = list(pattern.finditer(galley.text))
    if not found:
        return
    slugs = galley.slugs
    starts = [s.start for s in slugs]
    for m in found:
        k = bisect_right(starts, m.start()) - 1
        if k >= 0 and m.end() <= slugs[k].end:
            yield m, slugs[k]


def mend(module: str, start: int, end: int, text: str, weight: int, because: str) -> Decision:
    """The decision that source[start:end] reads ``text``, on the word of the rule in ``module``."""
    rule = module.rpartition(".")[2].replace("_", "-")
    return Decision(Verb.MEND, (Span(start, end),), weight, text=text, evidence=(Evidence(rule, weight, because),))
