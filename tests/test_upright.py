"""Columns that share printed lines are taken down one after the other, where more of the text reads on so."""

from itertools import zip_longest

import pytest
from test_butted import BRIDGE, MARKET, SCHOOL, lines

from ocrfix.flow import flow
from ocrfix.lines import Slug
from ocrfix.memo import Memo
from ocrfix.model import Source, Span
from ocrfix.pipeline import prepare
from ocrfix.standing import Sheet
from ocrfix.upright import KEPT

A, B, C = (lines(text) for text in (BRIDGE, SCHOOL, MARKET))


def sheet(page: str) -> Sheet:
    """A page's slugs, each named by its first two characters; b3 goes on in b4."""
    slugs = []
    for row, line in enumerate(page.splitlines()):
        x = 0
        for part in line.split(" "):
            if part:
                span = Span(len(slugs) * 100, len(slugs) * 100 + len(part))
                slugs.append(Slug(span, part[:2], 10.0, x=x, row=row, cut=x > 0, measure=10.0, end="han"))
            x += len(part) + 1
    reads_on = Memo[tuple[str, str], int](lambda p: 20 if p[1] == p[0][0] + chr(ord(p[0][-1]) + 1) else -20)
    return Sheet(slugs, reads_on)


SIDE_BY_SIDE = """
a1======  b1======  c1======
a2======  b2======  c2======
a3======            c3======
"""
HEADS_ABOVE = """
H1==========================
a1======  b1======  c1======
a2======  b2======  c2======
I1==========================
d1======  e1======  f1======
d2======  e2======  f2======
"""
HEADS_SIDE_BY_SIDE = """
N1======
H1================  I1======

a1======  b1======  c1======
a2======  b2======  c2======
"""
A_BAR_OF_WHITE = """
a1======  b1======  c1======
a2======  b2======  c2======
a3======  b3======  c3======

H1======
d1======  e1======  f1======
d2======  e2======  f2======
"""
A_PICTURE = """
a1======  b1======  c1======
a2======  b2======  c2======
a3======  b3======  c3======


a4======  b4======  c4======
a5======  b5======  c5======
"""
IN_TURN = """
a1======
          b1======
a2======
          b2======
a3======
          b3======
"""
FOLIO_AND_IMPRINT = """
N1                  Z9======
a1======  b1======  c1======
a2======  b2======  c2======
a3======  b3======  c3======
a4======  b4======  c4======

                    y1======
"""
IN_THE_COLUMN = """
a1======  b1======  c1======
a2======  b2======  c2======
a3======
"""
DOWNWARDS = """
H  a1======  b1======
   a2======  b2======
   a3======  b3======
I  a4======  b4======
   a5======  b5======
   a6======  b6======
J  a7======  b7======
"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(SIDE_BY_SIDE, "a1 a2 a3 b1 b2 c1 c2 c3", id="three columns"),
        pytest.param(HEADS_ABOVE, "H1 a1 a2 b1 b2 c1 c2 I1 d1 d2 e1 e2 f1 f2", id="headlines over all columns"),
        pytest.param(HEADS_SIDE_BY_SIDE, "N1 H1 a1 a2 b1 b2 I1 c1 c2", id="headlines side by side"),
        pytest.param(A_BAR_OF_WHITE, "a1 a2 a3 b1 b2 b3 c1 c2 c3 H1 d1 d2 e1 e2 f1 f2", id="a bar of white"),
        pytest.param(A_PICTURE, "a1 a2 a3 a4 a5 b1 b2 b3 b4 b5 c1 c2 c3 c4 c5", id="text goes on below a picture"),
        pytest.param(IN_TURN, "a1 a2 a3 b1 b2 b3", id="columns whose lines do not stand level"),
        pytest.param(
            FOLIO_AND_IMPRINT.replace("\na1", "\n\na1"),
            "N1 Z9 a1 a2 a3 a4 b1 b2 b3 b4 c1 c2 c3 c4 y1",
            id="head and foot",
        ),
        pytest.param(
            FOLIO_AND_IMPRINT, "N1 a1 a2 a3 a4 b1 b2 b3 b4 Z9 c1 c2 c3 c4 y1", id="no white below the first line"
        ),
        pytest.param(IN_THE_COLUMN, "a1 a2 a3 b1 b2 c1 c2", id="no white above the last line"),
        pytest.param(DOWNWARDS, "H I J a1 a2 a3 a4 a5 a6 a7 b1 b2 b3 b4 b5 b6 b7", id="a headline set downwards"),
    ],
)
def test_order(page: str, expected: str) -> None:
    found = sheet(page)
    assert " ".join(found.lines[k].text for box in flow(found, found.columns()) for k in box.slugs) == expected


def upright(*columns: list[str], gap: str = "　　　　") -> list[str]:
    """The lines of a page in order, its columns printed beside each other."""
    rows = (gap.join(line.ljust(13, "　") for line in row).rstrip() for row in zip_longest(*columns, fillvalue=""))
    (galley,) = prepare(Source("\n".join(rows)))[2]
    return [s.text for s in galley.lines]


def test_columns_are_taken_down_one_after_the_other() -> None:
    assert upright(A, B, C) == [*A, *B, *C]


@pytest.mark.parametrize(
    ("headline", "pieces"),
    [
        pytest.param("X1==== Y1==== Z1====", ["X1 Y1 Z1"], id="words"),
        pytest.param("X1====     Y1==== Z1====", ["X1", "Y1 Z1"], id="headlines side by side"),
    ],
)
def test_words_of_a_headline_that_were_cut_apart_are_one_piece(headline: str, pieces: list[str]) -> None:
    found = sheet(headline + "\n" * 6 + SIDE_BY_SIDE)
    boxes = [" ".join(found.lines[k].text for k in box.slugs) for box in found.columns()]
    assert boxes[: len(pieces)] == pieces


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        pytest.param(SIDE_BY_SIDE, True, id="columns begin right below"),
        pytest.param(SIDE_BY_SIDE.replace("  b2", "b2"), False, id="columns begin where the one before them ends"),
        pytest.param("a1\na2\na3", False, id="one column"),
    ],
)
def test_whether_places_were_kept(page: str, kept: bool) -> None:
    assert (sheet(page).kept() >= KEPT) is kept


def test_a_page_of_too_many_pieces_keeps_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocrfix.upright.MOST", 2)
    assert upright(A, B, C) == [line for row in zip_longest(A, B, C) for line in row if line]


def test_text_that_reads_on_as_it_stands_keeps_its_order() -> None:
    in_order = ["".join(f"{line}　　　　" for line in pair) for pair in zip(A[::2], A[1::2], strict=False)]
    (galley,) = prepare(Source("\n".join(in_order)))[2]
    assert [s.row for s in galley.lines] == sorted(s.row for s in galley.lines)


def test_lines_of_their_own_keep_their_order() -> None:
    (galley,) = prepare(Source("\n".join([*A, *B, *C])))[2]
    assert [s.text for s in galley.lines] == [*A, *B, *C]
