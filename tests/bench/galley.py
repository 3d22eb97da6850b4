"""A galley: paragraphs poured line by line into the boxes of a story, each line as wide as the box it falls in."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from .compose import Face, Line, han_line, latin_line, spread
from .families import Paper
from .forme import Box
from .order import Block, Op


@dataclass(frozen=True, slots=True)
class Par:
    """A paragraph on its way into a column. ``tail`` is printed at the right end of its last line, if it fits."""

    text: str
    role: str = "body"
    align: str = "fill"  # or left, center, right
    bold: bool = False
    indent: float = 0.0
    before: float = 0.0  # extra white above it, em
    tail: str = ""
    unfinished: bool = False  # goes on elsewhere: its last line is full
    drop_cap: bool = False


class Poured(NamedTuple):
    """Blocks set, how far down they go, and what found no room: the paragraph's number and its remaining text."""

    blocks: list[Block]
    foot: float
    rest: tuple[int, str] | None


class Compositor:
    """The type of one paper, and setting lines in it."""

    def __init__(self, paper: Paper):
        self.p = paper
        self.latin = paper.lang == "en"
        self.body, self.bold = Face(paper.body_font), Face(paper.head_font, "bold")
        self.big = Face(paper.head_font, paper.head_weight)
        hyphens = {"gazette": "en_GB"}.get(paper.family, "en_US")
        self.hyphens = hyphens if paper.justify or paper.measure < 15 else None

    def line(self, text: str, measure: float, indent: float = 0.0, face: Face | None = None) -> tuple[Line, str]:
        if self.latin:
            return latin_line(text, measure, face or self.body, indent, self.hyphens)
        return han_line(text, measure, face or self.body, indent, self.p.push_in)

    def lines(self, text: str, measure: float, indent: float = 0.0, face: Face | None = None) -> list[Line]:
        """``text`` in lines of ``measure`` em."""
        out: list[Line] = []
        while text:
            line, text = self.line(text, measure, 0.0 if out else indent, face)
            out.append(line)
        return out

    def op(self, x: float, y: float, text: str, em: float = 1.0, face: Face | None = None, **kw: float | str) -> Op:
        face = face or self.body
        return Op(x, y, text, em * self.p.size, face.font, face.weight, **kw)  # type: ignore[arg-type]

    def aligned(self, box: Box, y: float, text: str, how: str, em: float = 1.0, face: Face | None = None) -> Op:
        w = (face or self.body).width(text) * em
        x = {"left": box.x, "center": box.x + (box.w - w) / 2, "right": box.right - w}[how]
        return self.op(x, y, text, em, face)

    def pour(self, cell: int, pars: list[Par], boxes: list[Box]) -> Poured:
        """``pars`` set into ``boxes`` one after the other, as far as they go."""
        pitch, blocks, low = self.p.pitch, [], 0.0
        n, y = 0, boxes[0].y if boxes else 0.0
        for k, par in enumerate(pars):
            text, first, narrow, cap = par.text, True, 0, 0.0
            while text:
                before = par.before if first and n < len(boxes) and y > boxes[n].y else 0.0
                need = pitch * (2 if par.bold and first else 1)
                while n < len(boxes) and y + before + need > boxes[n].foot + 0.05:
                    n += 1
                    y, before, narrow = boxes[n].y if n < len(boxes) else 0.0, 0.0, 0
                if n == len(boxes):
                    return Poured(blocks, low, (k, text))
                box = boxes[n]
                if first and par.drop_cap and y + 2 * pitch <= box.foot:
                    cap, text, narrow = self.drop_cap(cell, n, box, y, text, blocks)
                y += before + pitch
                inner = replace(box, x=box.x + cap, w=box.w - cap) if narrow else box
                indent = par.indent if first and not narrow else 0.0
                line, text = self.line(text, inner.w, indent, self.bold if par.bold else self.body)
                ops = self._column(blocks, par.role, cell, n)
                ops += self.set_line(par, line, inner, y - 0.3 * pitch)
                narrow, first, low = max(0, narrow - 1), False, max(low, y)
        return Poured(blocks, low, None)

    def drop_cap(self, cell: int, n: int, box: Box, y: float, text: str, blocks: list[Block]) -> tuple[float, str, int]:
        """The first letter two or three lines high: its width, the text after it, the lines beside it."""
        deep = 3 if box.foot - y > 4 * self.p.pitch else 2
        em = (deep - 0.25) * self.p.pitch / 0.75
        ops = self._column(blocks, "body", cell, n)
        ops.append(self.op(box.x, y + (deep - 0.3) * self.p.pitch, text[0], em, self.big))
        return self.big.width(text[0]) * em + 0.3, text[1:].lstrip(), deep

    @staticmethod
    def _column(blocks: list[Block], role: str, cell: int, n: int) -> list[Op]:
        if not blocks or blocks[-1].role != role or blocks[-1].column != n:
            blocks.append(Block(role, cell, [], n))
        return blocks[-1].ops

    def set_line(self, par: Par, line: Line, box: Box, y: float) -> list[Op]:
        face = self.bold if par.bold else self.body
        if par.align != "fill":
            out = [self.aligned(box, y, line.text, par.align, 1, face)]
        else:
            text, indent = line.text, line.indent
            if par.unfinished:
                line = line._replace(last=False)
            tracking, spacing = spread(line, box.w, self.latin, self.p.justify)
            if indent >= 2 and self.p.indent_printed and not self.latin:
                text, indent, tracking = "\u3000" * int(indent) + text, 0.0, 0.0
            out = [self.op(box.x + indent, y, text, 1, face, tracking=tracking, spacing=spacing)]
        if par.tail and line.last:
            out.append(self.aligned(box, y, par.tail, "right"))
        return out

    def tail_fits(self, par: Par, measure: float) -> bool:
        """Whether there is room for the tail at the end of the last line of ``par``."""
        last = self.lines(par.text, measure, par.indent)[-1]
        return last.indent + last.width + 1 + self.body.width(par.tail) <= measure
