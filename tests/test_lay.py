"""The lay of a text: read off how many sentences go on in the next line, the blank lines and the shared lines."""

from itertools import combinations, zip_longest

import pytest
from bench.calibrate import unlike
from test_butted import BRIDGE, MARKET, SCHOOL, lines

from ocrfix.lay import ACROSS, CLIPPING, LAYS, ONCE, OTHER, RELAID, SCANNED, STREAM, UPRIGHT, ZIPPED, lay_of
from ocrfix.lines import Slug
from ocrfix.model import Source, Span
from ocrfix.pipeline import prepare
from ocrfix.sight import sight
from ocrfix.weights import Sort, bundled, of_sort

COLUMNS = [lines(text) for text in (BRIDGE, SCHOOL, MARKET)]
ONE_BY_ONE = "\n".join(line for column in COLUMNS for line in column)
ROW_BY_ROW = ["　　　　".join(line.ljust(13, "　") for line in row) for row in zip_longest(*COLUMNS, fillvalue="")]
PLACELESS = [row.lstrip("　").replace("　　", "　") for row in ROW_BY_ROW[::-1]]
ALTERNATING = "\n".join(line for row in zip_longest(*COLUMNS, fillvalue="") for line in row if line)
PARTED = "\n".join(line + "\n" * (line[-1] == "。") for column in COLUMNS for line in column)
DOUBLE_SPACED = ONE_BY_ONE.replace("\n", "\n\n")


def lay(text: str) -> str:
    (galley,) = prepare(Source(text))[2]
    return sight(galley, galley.news)[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ONE_BY_ONE, ONCE, id="column by column"),
        pytest.param("书香青溪书香青溪\n" + ONE_BY_ONE, STREAM, id="column by column below a banner with a shadow"),
        pytest.param(DOUBLE_SPACED, ONCE, id="a blank line after every line"),
        pytest.param(PARTED, OTHER, id="blank lines between some lines"),
        pytest.param("\n".join(ROW_BY_ROW), UPRIGHT, id="row by row, the places of the columns kept"),
        pytest.param("\n".join(PLACELESS), ACROSS, id="row by row, their places lost"),
        pytest.param(ALTERNATING, ZIPPED, id="columns take turns, a line each"),
        pytest.param("\n".join(COLUMNS[0][:3]), CLIPPING, id="three lines"),
        pytest.param("", CLIPPING, id="nothing"),
    ],
)
def test_lay(text: str, expected: str) -> None:
    assert lay(text) == expected


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        pytest.param(20, ACROSS, id="every other line stands right of one"),
        pytest.param(10, ACROSS, id="a quarter of the lines"),
        pytest.param(6, ZIPPED, id="boxes that touched"),
        pytest.param(0, ZIPPED, id="none"),
    ],
)
def test_columns_share_lines_where_many_lines_stand_right_of_another(beside: int, expected: str) -> None:
    slugs = [
        Slug(Span(20 * i, 20 * i + 10), "", 10.0, row=i, cut=i < beside, measure=10.0, end="han") for i in range(40)
    ]
    assert lay_of(slugs, [-20] * 40) == expected


def test_boxes_that_touched_share_no_line() -> None:
    slugs = [
        Slug(Span(20 * i, 20 * i + 10), "", 10.0, row=i, cut=i < 20, butted=i < 20, measure=10.0, end="han")
        for i in range(40)
    ]
    assert lay_of(slugs, [-20] * 40) == ZIPPED


def test_a_lay_weighs_what_its_script_weighs_but_for_its_own() -> None:
    script = {"links": {"base": {"": -3}, "step": {"+0": 5, "+1": 2}}, "roles": {"end": {"stop": [1, 0, 0, 0, 0]}}}
    stream = {"links": {"base": {"": -3}, "step": {"+0": 9}}, "roles": {"end": {"run": [0, 2, 0, 0, 0]}}}
    own = unlike(stream, script)
    assert own["links"] == {"base": {}, "step": {"+0": 9, "+1": 0}}
    bundle = {"han": script, "han stream": own}
    assert of_sort(bundle, Sort(False, OTHER)) == script
    told = of_sort(bundle, Sort(False, STREAM))
    assert told["links"]["step"] == {"+0": 9, "+1": 0}
    assert told["roles"]["end"] == {"stop": [0] * 5, "run": [0, 2, 0, 0, 0]}


def test_a_page_that_was_relaid_weighs_what_pages_do_that_may_be() -> None:
    bundle = {
        "han": {"links": {"base": {"": -3}, "step": {"+0": 5}}},
        "han other": {"links": {"step": {"+0": 7, "+1": 1}}},
        "han relaid": {"links": {"step": {"+1": 4}}},
    }
    assert of_sort(bundle, Sort(False, RELAID)) == {"links": {"base": {"": -3}, "step": {"+0": 7, "+1": 4}}}


@pytest.mark.parametrize("latin", [False, True])
def test_bundled_lays_weigh_otherwise(latin: bool) -> None:
    tables = {lay: bundled(Sort(latin, lay)) for lay in LAYS if latin or lay != SCANNED}
    assert all(a != b for a, b in combinations(tables.values(), 2))
