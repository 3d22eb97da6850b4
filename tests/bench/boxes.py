"""Text as an export from the typesetting system gives it: box by box, each with blank lines of its own.

Some boxes come with a blank line after every line, others with none; a new box may or may not be set off. No tool
that reads PDFs does this, but the text of real papers' archives looks so.
"""

import itertools
import random

from .order import Block, Op


def export(r: random.Random, ops: list[Op], blocks: list[Block], em: float) -> str:
    """The page's lines in the order of ``ops``; ``em`` is the body's type size in points."""
    page = r.choice(["tight", "airy", "mixed", "mixed", "mixed", "mixed"])
    between = r.choice([0, 0, 1, 1, 2])
    habits: dict[int, bool] = {}
    out: list[str] = []
    for number, run in itertools.groupby(ops, key=lambda o: o.block):
        block = blocks[number]
        airy = page == "airy" or (page == "mixed" and habits.setdefault(block.cell, r.random() < 0.45))
        if block.role not in ("body", "caption") and page == "mixed":
            airy = airy and r.random() < 0.3
        if out and r.random() < 0.7:
            out += [r.choice(["", "", "", " "])] * between
        for k, line in enumerate(_lines(list(run), em)):
            if airy and k and r.random() < 0.97:
                out.append("")
            out.append((" " if block.role == "photo_title" and r.random() < 0.3 else "") + line)
        if airy:
            out.append("")
    return "\n".join(out) + "\n"


def _lines(ops: list[Op], em: float) -> list[str]:
    """Text of one box, what stands on one baseline in one line; shadows follow the words they belong to."""
    lines: list[str] = []
    for k, op in enumerate(ops):
        before = ops[k - 1] if k else None
        if before and abs(before.y - op.y) * em < 0.35 * min(op.size, before.size):
            gap = (op.x - before.x) * em - before.size * _wide(before.text)
            lines[-1] += (" " if gap > 0.25 * op.size else "") + op.text
        else:
            lines.append(op.text)
    return lines


def _wide(text: str) -> float:
    return sum(1.0 if c > "\u2e80" else 0.5 for c in text)
