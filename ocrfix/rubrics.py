"""What stands over a run of paragraphs: a rubric over briefs, a headline of their words, or a line that shares no word with them.

Wrong when: a headline of few words shares none of them with its story, as "Coffee talk" over one.
"""

from collections.abc import Sequence
from itertools import pairwise

from ocrfix.blocks import Block
from ocrfix.matter import TermWeights, total
from ocrfix.roles import bucket

SHORT = 9  # em; no rubric is wider
SHARED = 0.5  # of the weight of a term, that a headline and its story share at least


def under(
    blocks: Sequence[Block], order: Sequence[int], widths: Sequence[float], prints: Sequence[str], weight: TermWeights
) -> dict[tuple[int, int], str]:
    """For body blocks that follow one another with no display type between: what stands over their run, r for the form of a
    rubric, s for a short line that shares no word with the run, h for another headline, and how many they are. ``order`` is
    that of the source, ``widths`` (em) and ``prints`` are of lines."""
    found: dict[tuple[int, int], str] = {}
    over = "-"
    run: list[int] = []

    def close() -> None:
        number = str(bucket(len(run), (3, 5, 9)))
        found.update(dict.fromkeys(pairwise(run), over + number))

    for k in order:
        b = blocks[k]
        rubric = prints[b.lines[0]] == "rubric"
        if b.kind == "B" and not rubric:
            run.append(k)
        elif b.kind == "H" or rubric:
            close()
            following = _run(blocks, order, k)
            shared = any(total(b.terms & blocks[q].terms, weight) > SHARED for q in following)
            short = len(b.lines) == 1 and widths[b.lines[0]] <= SHORT
            over, run = "r" if rubric else "s" if short and not shared else "h", []
    close()
    return found


def _run(blocks: Sequence[Block], order: Sequence[int], k: int) -> list[int]:
    found = []
    for q in order[order.index(k) + 1 :]:
        if blocks[q].kind == "H":
            break
        if blocks[q].kind == "B":
            found.append(q)
    return found
