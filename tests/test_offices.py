"""What comes again below names is their office: both lines are one byline, and the name is one wherever it stands."""

import pytest

from ocrfix import cosigned, offices, signed
from ocrfix.compose import make_up
from ocrfix.lines import Galley, measure
from ocrfix.model import Source
from ocrfix.pipeline import tie

STORY = """Ferry runs again after a winter of repairs
{}
The ferry across the Senn ran again on Monday, and the
first boat was full of people from the villages around,
who had waited at the landing since the early morning.
The council had the hull mended over the winter, which
took two months longer than anyone had reckoned with."""


def page(*bylines: str) -> Galley:
    return measure(Source("\n".join(map(STORY.format, bylines))))


@pytest.mark.parametrize(
    ("bylines", "known"),
    [
        (
            ("Wong Kai Xin\nHarbour Bureau Chief", "Teo Jun Hao\nHarbour Bureau Chief"),
            ["Wong Kai Xin", "Harbour Bureau Chief", "Teo Jun Hao", "Harbour Bureau Chief"],
        ),
        (
            ("Anna Thorpe\nLocal Reading Fund", "By Paul Crane\nLocal Reading Fund", "Anna Thorpe"),
            ["Anna Thorpe", "Local Reading Fund", "By Paul Crane", "Local Reading Fund", "Anna Thorpe"],
        ),
        (("Anna Thorpe\nLocal Reading Fund", "Paul Crane\nHarbour Bureau Chief"), []),  # neither comes again
        (("Market Square Works\nTown and Country", "Bridge Repair Costs\nTown and Country"), []),  # no names
    ],
)
def test_offices_and_the_names_above_them(bylines: tuple[str, ...], known: list[str]) -> None:
    g = page(*bylines)
    offices.mark(g)
    assert [s.text for s in g.lines if s.lean and s.lean.kinds == "Y"] == known


def test_a_name_and_its_office_are_one_byline() -> None:
    g = page("Wong Kai Xin\nHarbour Bureau Chief", "Teo Jun Hao\nHarbour Bureau Chief")
    offices.mark(g)
    at = {s.span.start: s.text for s in g.lines}
    joins = list(cosigned.joins(g))
    assert [at[d.spans[1].start] for d in joins] == ["Harbour Bureau Chief"] * 2
    tie(g, joins)
    m = make_up(g)
    assert [m.kinds[k] for k, s in enumerate(g.lines) if s.lean] == ["Y"] * 4


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        (["by Anna Thorpe", "The ferry ran again on Monday at noon, and was full."], True),
        (["by Anna Thorpe", "and others who had waited since the early morning."], False),
        (["by Anna Thorpe.", "The ferry ran again on Monday at noon, and was full."], False),
        (["by the council", "The ferry ran again on Monday at noon, and was full."], False),
    ],
)
def test_by_and_a_name_on_a_short_line_are_a_byline(lines: list[str], known: bool) -> None:
    text = "The hull was mended over the winter, which took long,"
    g = measure(Source("\n".join([text, text, text, *lines, text, text])))
    signed.mark(g)
    assert (g.lines[3].lean is not None) is known
