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
from ocrfix.units import table_fold

HAN_REACH = 30  # characters at the beginning that are looked at
LATIN_REACH = 12  # words

_TOKEN = late(r"[^\W\d_]+|\d+|[^\w\s]")


def marks(text: str, latin: bool) -> set[str]:
    """What is weighed of a beginning: Han characters in pairs and the first ones, or Latin words and the first ones."""
    if latin:
        words = ["0" if w.isdigit() else w for w in _TOKEN.findall(text[:120])[:LATIN_REACH]]
        return {*words, *("^" + "_".join(words[:k]) for k in (1, 2))}
    flat = text[: 2 * HAN_REACH].translate(table_fold())[:HAN_REACH]
    return {*(flat[i : i + 2] for i in range(len(flat) - 1)), *("^" + flat[:k] for k in (1, 2, 3, 4))}


def beginning(lines: Iterable[str], latin: bool) -> str:
    """The text with which these lines begin, as long as leads look at."""
    text = ""
    for line in lines:
        text += (" " if latin and text else "") + line
        if len(text) >= HAN_REACH * (1 + 3 * latin):
            break
    return text
