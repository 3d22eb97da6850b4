"""ocrfix: the articles of a newspaper page whose text came out of OCR or PDF extraction broken.

>>> import ocrfix
>>> page = ocrfix.clean("村里的粮仓亮起了灯。\\n孩子们写作业。\\n老人们说话。\\n")
>>> page.articles[0].paragraphs[0]  # slices of the source
(Piece(start=0, end=10, text=None),)
"""

__version__ = "0.1.0"

from typing import TYPE_CHECKING

from ocrfix.articles import apply
from ocrfix.model import Article, Decision, Evidence, Page, Piece, Role, Source, Span, Verb
from ocrfix.pipeline import Orders, clean
from ocrfix.revise import with_verdicts
from ocrfix.verdicts import Verdict, Word

if TYPE_CHECKING:
    from ocrfix.edition.bind import Edition, clean_edition

__all__ = [
    "Article",
    "Decision",
    "Edition",
    "Evidence",
    "Orders",
    "Page",
    "Piece",
    "Role",
    "Source",
    "Span",
    "Verb",
    "Verdict",
    "Word",
    "apply",
    "clean",
    "clean_edition",
    "with_verdicts",
]


def __getattr__(name: str) -> object:
    """Most work is on single pages: what binds editions is loaded when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ocrfix.edition import bind

    globals()[name] = found = getattr(bind, name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
