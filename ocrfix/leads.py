"""News begins in other words than it goes on: a lead names the day, the place and who; what follows says moreover, he, it.

The words at a paragraph's beginning are weighed, in decibans, for its being the first of its article.

Wrong when: the page is no news, or a paragraph in the midst of an article begins anew ("last year, in the city of ...").

>>> from ocrfix.statistics import bundled
>>> leads = bundled().leads(latin=False)
>>> leads.weigh("记者从市教育局获悉，近日") > 5 > -5 > leads.weigh("他还表示，这些措施")
True
"""

from collections.abc import Iterable

from ocrfix.late import late
from ocrfix.subjects import running
from ocrfix.units import table_fold

REACH = 90, 270  # characters at the beginning that are looked at, in Chinese and in Latin script
WORDS = 30  # and of Latin words, at most

_TOKEN = late(r"[^\W\d_]+|\d+|[^\w\s]")


def marks(text: str, latin: bool) -> set[str]:
    """What is weighed of a beginning: Han characters in pairs and the first ones, or Latin words and the first ones."""
    if latin:
        words = ["0" if w.isdigit() else w for w in _TOKEN.findall(text[: REACH[latin]])[:WORDS]]
        return {*words, *("^" + "_".join(words[:k]) for k in (1, 2))}
    flat = text[: 2 * REACH[latin]].translate(table_fold())[: REACH[latin]]
    return {*(flat[i : i + 2] for i in range(len(flat) - 1)), *("^" + flat[:k] for k in (1, 2, 3, 4))}


def beginning(lines: Iterable[str], latin: bool, reach: int) -> str:
    """The running text of the first lines, as many as it takes to reach so many characters."""
    found: list[str] = []
    for line in lines:
        found.append(line)
        if sum(map(len, found)) >= reach:
            break
    return running(found, latin)
