"""What stands between two lines of a paragraph once they are one: a space, or nothing."""

from ocrfix.cells import figures
from ocrfix.hyphens import HYPHENS


def letterlike(c: str) -> bool:
    """Is this a letter or figure of ASCII, or a full-width one?"""
    return c.isalnum() and (c.isascii() or "\uff10" <= c <= "\uff5a")


def glue(a: str, b: str) -> str:
    """What stands between two lines of a paragraph: a space between Latin words and numbers, nothing between Han."""
    if figures(a, b):
        return " "
    x, y = a[-1], b[0]
    if x.isascii() is not y.isascii() and letterlike(x) and letterlike(y) and not (x.isdigit() and y.isdigit()):
        return " "
    wide = x >= "\u2e80" or y >= "\u2e80" or x in "“‘—…" or (y in "”’—…" and not a.isascii())
    return "" if wide or (x.isdigit() and y.isdigit()) or (x in HYPHENS and y.isalpha()) else " "
