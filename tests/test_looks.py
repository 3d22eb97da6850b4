"""How surely a line is of its kind, and that it is placed no more surely than that."""

from pathlib import Path

import pytest

from ocrfix.blocks import Block
from ocrfix.compose import make_up
from ocrfix.decide import decide
from ocrfix.model import Role, Source, Verb
from ocrfix.pipeline import prepare

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.mark.parametrize(
    ("seen", "kind", "decibans"),
    [
        ((0, 0, 0, 0, 0), "H", -6),  # one of five: odds of 1 to 4
        ((5, 25, -10, -30, -30), "H", 20),
        ((5, 25, -10, -30, -30), "B", -20),
        ((105, 125, 90, 70, 70), "H", 20),  # up to a constant
        ((0, 90, 0, 0, 0), "H", 40),  # never quite sure,
        ((0, 90, 0, 0, 0), "R", -40),  # nor ruled out
    ],
)
def test_looks(seen: tuple[float, ...], kind: str, decibans: int) -> None:
    assert round(Block([0], [0.0] * 5, "H", set(), seen=seen).looks(kind)) == decibans


@pytest.mark.parametrize("name", ["county-12.pypdf.txt", "metro-15.pdftotext.txt", "courier-15.mutool.txt"])
def test_a_line_is_placed_no_more_surely_than_it_is_of_its_kind(name: str) -> None:
    m = make_up(prepare(Source((FIXTURES / name).read_text("utf-8")))[2][0])
    block_at = {m.g.lines[i].span: m.blocks[k] for i, k in enumerate(m.home)}
    kinds = {Role.KICKER: "H", Role.TITLE: "H", Role.DECK: "H", Role.BYLINE: "Y", Role.CREDIT: "Y"}
    placed = [d for d in decide(m) if d.verb is Verb.PLACE and d.role in kinds and len(d.spans) > 1]
    assert len(placed) > 5
    leaning = {s.span for s in m.g.lines if s.lean}
    for d in placed:
        looks = block_at[d.spans[0]].looks(kinds[d.role])
        assert d.weight <= round(looks) or d.spans[0] in leaning
