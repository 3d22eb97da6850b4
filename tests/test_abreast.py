"""Latin columns with no more than a space between them are parted where they end; what is one column is left alone."""

import re
import textwrap

import pytest

from ocrfix import alleys
from ocrfix.model import Source, Verb
from ocrfix.pipeline import clean

MEASURE = 34  # characters
BRIDGE = (
    "The old stone bridge at the end of the village opened to traffic again on Monday, and people in three hamlets on the far "
    "side of the river no longer have to drive around the reservoir. The bridge was built two hundred years ago. Last summer "
    "the flood tore a gap in its roadway, and a crew spent four months raising the scattered stones from the river bed, "
    "giving each a number and putting it back where it had been. The engineer in charge of the restoration said that only "
    "eleven of the stones are new. A plaque at the bridgehead now bears the names of the families who gave money."
)
SCHOOL = (
    "On the first day of the new term a row of wooden tool boxes stood at the edge of the playground. Each class has been "
    "given a small garden, and what grows there is decided by a vote of the children themselves. The fifth grade chose "
    "radishes and spinach, because both will be ready before the winter holidays begin. Science lessons on measuring and "
    "temperature have moved outdoors, and parents take turns in showing the children how to dig. Half of the harvest goes to "
    "the home for the elderly, and the other half will be cooked for lunch in the school kitchen."
)
MARKET = (
    "Since the morning market moved under its new roof, the number of vegetable stalls has risen from eighty to more than a "
    "hundred. Panels in the roof let the daylight in, and nobody needs an umbrella when it rains. The management tests the "
    "vegetables every morning and writes the results on a blackboard by the entrance. Stall holders say that the rents have "
    "not gone up, while the customers have become more numerous. Half of the parking lot across the street is set aside for "
    "delivery bicycles, which may stand beside the hall until six in the morning."
)
RESULTS = [(f"{chr(65 + k)}. Marlow", 300 + 37 * k, f"{k + 2}.{k}%") for k in range(14)]
WORD = re.compile(r"\w{5,}\W*")


def column(text: str, measure: int = MEASURE) -> list[str]:
    """The lines of a paragraph; a long word is broken with a hyphen where a part of it still fits."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) < measure:
            line = f"{line} {word}".strip()
            continue
        room = measure - len(line) - 2
        if WORD.fullmatch(word) and room >= 2:
            at = min(room, len(word.rstrip(".,")) - 2)
            lines.append(f"{line} {word[:at]}-")
            line = word[at:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def abreast(*columns: list[str], gutter: str = " ") -> list[str]:
    """Printed lines that hold a line of each column."""
    return [gutter.join(row) for row in zip(*columns, strict=False)]


def justified(line: str, measure: int) -> str:
    """The line with its words spread over the measure."""
    words = line.split()
    room, gaps = measure - sum(map(len, words)), len(words) - 1
    spaces = [room // gaps + (k < room % gaps) for k in range(gaps)] if gaps else []
    return "".join(w + " " * n for w, n in zip(words, [*spaces, 0], strict=True)).ljust(measure)


def cuts(lines: list[str]) -> list[str]:
    """What stands before each cut, back to the cut before or the beginning of the line."""
    text = "\n".join(lines)
    at = [d.spans[0].start for d in clean(Source(text)).decisions if d.verb is Verb.CUT]
    edges = [0, *at]
    return [text[max(text.rfind("\n", 0, k) + 1, *(e for e in edges if e < k)) : k].strip() for k in at]


@pytest.mark.parametrize("texts", [(BRIDGE, SCHOOL), (SCHOOL, MARKET), (BRIDGE, SCHOOL, MARKET)])
def test_lines_are_cut_where_columns_end(texts: tuple[str, ...]) -> None:
    columns = [column(text) for text in texts]
    rows = abreast(*columns)
    found = cuts(rows)
    printed = {line for lines in columns for line in lines}
    assert len(found) >= 0.7 * len(rows) * (len(columns) - 1)
    assert sum(piece in printed for piece in found) >= 0.85 * len(found)


def test_columns_of_two_measures_are_cut() -> None:
    narrow, wide = column(BRIDGE, 26), column(SCHOOL + " " + MARKET, 44)
    rows = abreast(narrow, wide)
    found = cuts(rows)
    assert len(found) >= 0.6 * len(rows)
    assert sum(piece in narrow for piece in found) >= 0.85 * len(found)


def test_lines_with_the_places_kept_are_cut_at_alleys_alone() -> None:
    texts = (BRIDGE, SCHOOL, MARKET)
    columns = [[justified(line, MEASURE + 6) for line in column(text)[:-1]] for text in texts]
    rows = abreast(*columns, gutter="  ")
    found = cuts(rows)
    printed = {line.strip() for lines in columns for line in lines}
    assert len(found) >= 0.9 * len(rows) * (len(columns) - 1)
    assert sum(piece in printed for piece in found) >= 0.95 * len(found)


def test_rows_of_a_table_beside_a_column_stay_whole() -> None:
    table = [f"{name:<18}{votes:<12}{share}" for name, votes, share in RESULTS]
    body = [line.ljust(MEASURE) for line in column(BRIDGE)]
    found = cuts([f"{a}    {b}" for a, b in zip(body, table, strict=False)] + column(SCHOOL))
    assert found and all(piece in {line.strip() for line in body} for piece in found)


@pytest.mark.parametrize(
    ("spaces", "k", "parts"),
    [
        ([0, 1, 1, 7, 1, 1], 3, True),  # an alley between single spaces
        ([0, 4, 8, 3], 2, False),  # a stretched line, unevenly
        ([0, 6, 6, 6], 2, False),  # and evenly
        ([0, 1, 4, 1], 2, False),  # an alley too narrow to tell
        ([0, 1, 40, 1, 40, 1], 2, True),  # a folio: white far and wide
        ([0, 3, 9, 3], 2, True),  # an alley beside stretched lines
    ],
)
def test_white_parts_columns_where_it_is_wider_than_that_beside(spaces: list[int], k: int, parts: bool) -> None:
    assert alleys.parts(spaces, k) is parts


def test_white_weighs_what_the_page_shows() -> None:
    ends, words = [(2, 4)] * 40, [(0, 0)] * 400
    known = alleys.weigh([*ends, *words], ends)
    assert known[2, 4] > 15 and known[0, 0] < -5
    rare = alleys.weigh([*ends, *words, (1, 4), (1, 0)], ends)
    assert 0 < rare[1, 4] < known[2, 4], "white as open, seen once and not at an end"
    assert rare[1, 0] < 0 < rare[1, 4], "white in lines that are not open there"
    assert not any(alleys.weigh(words, []).values()), "nothing is known"


@pytest.mark.parametrize("measure", [MEASURE, 2 * MEASURE])
def test_one_column_is_left_alone(measure: int) -> None:
    assert cuts(column(" ".join((BRIDGE, SCHOOL, MARKET)), measure)) == []


def test_hanging_hyphens_are_no_ends_of_columns() -> None:
    hanging = "The pre- and post-war buildings, the two- and three-storey ones, and the short- and long-term leases were counted. "
    assert cuts(textwrap.wrap(hanging + " ".join((BRIDGE, SCHOOL, MARKET)), 2 * MEASURE)) == []


def test_columns_without_a_hyphen_are_left_alone() -> None:
    columns = [textwrap.wrap(text, MEASURE) for text in (BRIDGE, SCHOOL)]
    assert cuts(abreast(*columns)) == []
