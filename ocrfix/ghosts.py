"""Marks that nobody printed: a reader of pictures that reads across columns takes a narrow gutter for a closing mark.

The glyphs on either side stand further apart than a column's do, and what its model of the language puts there is what has white
at its left: ” or 。, both, or the rule between the columns as a stroke. Print has no space before a closing mark; a page
that has several, and more quotations closed than opened, shows gutters.

Wrong when: a page is letterspaced (which it shows), and the mark after a wide space is a full stop.
"""

from functools import lru_cache
from typing import NamedTuple

from ocrfix.glyphs import HAN
from ocrfix.house import SURPLUS, read_by_machine
from ocrfix.late import late

_GHOST = late(
    rf"(?:(?<=[^\s][^\s])|(?<=[0-9]))[^\S\n]+([。，]?[^\S\n]?[”\"]|[。，|]|[”\"]\|)[^\S\n]*(?=[“《「『0-9{HAN}])"
)
_STRICT = late(rf"(?<=[^\s][^\s])[^\S\n]+(?:[。，]?[^\S\n]?”|[。|])[^\S\n]*(?=[{HAN}])")


class Ghost(NamedTuple):
    """A mark from ``start`` to ``end`` that was a gutter, the ``space`` before it, and where what comes ``after`` it begins."""

    space: int
    start: int
    end: int
    after: int


@lru_cache(maxsize=8)
def ghosts(text: str) -> dict[int, Ghost]:
    """The marks that may be gutters, by where the space before them begins; none on a page that has no habit of them."""
    if len(_STRICT.findall(text)) < SURPLUS or not (
        text.count("”") - text.count("“") >= SURPLUS or read_by_machine(text)
    ):
        return {}
    return {m.start(): Ghost(m.start(), *m.span(1), m.end()) for m in _GHOST.finditer(text)}
