"""The forme: a page cut at random into rectangles on a grid of columns, and what is left of them round a headline."""

import random
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in em of the body type; y grows downward."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def foot(self) -> float:
        return self.y + self.h

    def meets(self, other: "Box") -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.foot and other.y < self.foot


@dataclass(frozen=True, slots=True)
class Cell:
    """A place for one story or more: its first grid column, how many it covers, and its height."""

    first: int
    columns: int
    h: float


@dataclass(frozen=True, slots=True)
class Cut:
    """Two parts one below the other (``across``) or side by side."""

    across: bool
    parts: tuple["Cell | Cut", "Cell | Cut"]


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of equal measure with gutters between them."""

    x: float
    measure: float
    gutter: float
    columns: int

    def left(self, column: int) -> float:
        return self.x + column * (self.measure + self.gutter)

    def width(self, columns: int) -> float:
        return columns * self.measure + (columns - 1) * self.gutter


def cut_up(r: random.Random, grid: Grid, whole: Cell, room: float, gap: float, least: float = 14.0) -> Cell | Cut:
    """``whole`` cut across and down at random until each cell has about ``room`` em² or less."""
    width = grid.width(whole.columns)
    across, down = whole.h >= 2 * least + gap, whole.columns >= 2
    if not (across or down) or width * whole.h < room * r.uniform(0.6, 1.6):
        return whole
    tall = whole.h / width
    if across and (not down or r.random() < min(0.85, max(0.15, tall / (tall + 1)))):
        top = min(max((whole.h - gap) * r.uniform(0.3, 0.7), least), whole.h - gap - least)
        parts = (replace(whole, h=top), replace(whole, h=whole.h - gap - top))
        return Cut(True, (cut_up(r, grid, parts[0], room, gap), cut_up(r, grid, parts[1], room, gap)))
    k = r.randint(1, whole.columns - 1)
    parts = (replace(whole, columns=k), Cell(whole.first + k, whole.columns - k, whole.h))
    return Cut(False, (cut_up(r, grid, parts[0], room, gap), cut_up(r, grid, parts[1], room, gap)))


def columns_of(box: Box, n: int, gutter: float) -> list[Box]:
    """``box`` in ``n`` columns."""
    w = (box.w - (n - 1) * gutter) / n
    return [Box(box.x + k * (w + gutter), box.y, w, box.h) for k in range(n)]


def around(column: Box, blocks: list[Box], clear: float, least: float, narrowest: float = 6.0) -> list[Box]:
    """What is left of a column above, beside and below ``blocks``, kept ``clear`` em from them.

    Pieces lower than ``least`` or narrower than ``narrowest`` em are given up.
    """
    free = [column]
    for b in blocks:
        rest = []
        for piece in free:
            if not piece.meets(b):
                rest.append(piece)
                continue
            top, foot = max(piece.y, b.y - clear), min(piece.foot, b.foot + clear)
            rest.append(replace(piece, h=top - piece.y))
            if b.x - clear - piece.x >= narrowest:
                rest.append(Box(piece.x, top, b.x - clear - piece.x, foot - top))
            elif piece.right - b.right - clear >= narrowest:
                rest.append(Box(b.right + clear, top, piece.right - b.right - clear, foot - top))
            rest.append(replace(piece, y=foot, h=piece.foot - foot))
        free = [p for p in rest if p.h >= least]
    return free
