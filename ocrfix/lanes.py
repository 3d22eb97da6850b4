"""The lanes of a page: where its columns are zipped, each line of a column comes so many lines after the one above it; where a
printed line holds several columns, each begins so far to the right.

What goes on in the same lane, or at the top of the next, is likelier of one article.
"""

from ocrfix.lines import Slug
from ocrfix.links import Linker, row_bin

NO_ROWS = "-"  # on a page whose printed lines hold one column each


def stride(linker: Linker, i: int, j: int) -> str:
    """How many of the links around line i, and around line j, jump as far as from i to j."""
    step = j - i
    (here, rest), (there, others) = linker.jumps(i), linker.jumps(j)
    return ("n" if step == 1 else "+" if step > 0 else "-") + here.get(step, rest) + there.get(step, others)


def steps(linker: Linker) -> list[int]:
    """For each line how many lines on most of the links around it lead, the nearest of equals; 1 where there are none."""
    strides = linker.strides or [{}] * len(linker.g.lines)
    return [max(here, key=lambda k: (here[k], -abs(k))) if here else 1 for here in strides]


def column(linker: Linker, i: int, j: int) -> str:
    """How line j stands to line i in the columns of printed lines that hold several."""
    return linker.columns.bin(i, j) if linker.columns else NO_ROWS


def row(shared: bool, a: Slug, b: Slug) -> str:
    """How two slugs stand to each other on their printed lines, where these are ``shared``."""
    return row_bin(a, b) if shared else NO_ROWS
