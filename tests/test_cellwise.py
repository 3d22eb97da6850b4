"""Tables whose cells came out each on a line of its own."""

import pytest

from ocrfix.cellwise import cell, tables
from ocrfix.formats import page_json
from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.pipeline import clean, prepare
from ocrfix.rolls import is_row
from ocrfix.transposed import by_rows

TEXT = "渡口的水位昨晚又涨了半尺，摆渡的船只停在岸边。"
ENGLISH = "The ferry did not cross the river yesterday, for the water had risen again."
HEADS, PLACES = ["站点", "雨量", "占比"], ["河口站", "青滩站", "石桥站", "双柳站"]
FIGURES, SHARES = ["41.5", "38", "127", "9.6"], ["12.0%", "8.8%", "31.4%", "3.1%"]
GROWERS, POINTS = ["Ann Hollis", "Peter Quirke", "Joan O'Dea", "Tom Brack"], ["87", "85", "79", "78"]
ROWS = [list(row) for row in zip(PLACES, FIGURES, SHARES, strict=True)]


def flat(rows: list[list[str]]) -> list[str]:
    return [c for row in rows for c in row]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("41.5", "figure"),
        ("-3.2%", "figure"),
        ("¥1,280", "figure"),
        ("127万吨", "figure"),
        ("12-15℃", "figure"),
        ("河口站        41.5", "row"),
        ("河口站", "word"),
        ("面积（万亩）", "word"),
        ("雨量，", ""),
        ("水位又涨了半尺，摆渡的船停在岸边", ""),
    ],
)
def test_cells(text: str, form: str) -> None:
    assert cell(measure(Source(f"{TEXT}\n{text}")).lines[1], False) == form


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        pytest.param(flat([HEADS, *ROWS]), range(1, 16), id="row after row, with the heads of the columns"),
        pytest.param(flat(ROWS), range(1, 13), id="without heads"),
        pytest.param(flat([ROWS[0], ["青滩"], *ROWS[1:]]), range(1, 14), id="a cell is torn"),
        pytest.param([*SHARES, *FIGURES], range(1, 9), id="figures alone"),
        pytest.param(flat([HEADS, *ROWS[:1]]), None, id="two figures"),
        pytest.param([*"二〇二四年", "1", "2", "3", "4", "5"], None, id="digits set downwards"),
        pytest.param([FIGURES[0], *PLACES, FIGURES[1], *PLACES, FIGURES[2], *PLACES, FIGURES[3]], None, id="far apart"),
    ],
)
def test_tables(cells: list[str], found: range | None) -> None:
    g = measure(Source("\n".join([TEXT, *cells, TEXT])))
    assert list(tables(g.lines, g.latin)) == ([found] if found else [])


COLUMNS = [[a, *b] for a, b in zip(HEADS, (PLACES, FIGURES, SHARES), strict=True)]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        pytest.param(flat(COLUMNS), [" ".join(row) for row in [HEADS, *ROWS]], id="three columns"),
        pytest.param(
            [*flat(COLUMNS[:2]), TEXT, *COLUMNS[2]],
            [*(" ".join(row) for row in [HEADS, *ROWS]), TEXT],
            id="one stands apart",
        ),
        pytest.param(
            ["Grower", *GROWERS, "Points", *POINTS],
            ["Grower Points", *map(" ".join, zip(GROWERS, POINTS, strict=True))],
            id="English",
        ),
        pytest.param([*COLUMNS[0], *COLUMNS[1][:-1]], None, id="a cell is missing"),
        pytest.param([*PLACES, "雨量", *FIGURES], None, id="the words have no head"),
        pytest.param([TEXT, *COLUMNS[1]], None, id="no words above"),
        pytest.param(flat(ROWS), None, id="row after row"),
    ],
)
def test_columns_are_told_by_rows(cells: list[str], told: list[str] | None) -> None:
    text = ENGLISH if "Grower" in cells else TEXT
    g, joins = by_rows(measure(Source("\n".join([text, *cells, text]))))
    assert [s.text for s in g.lines] == [text, *(told or cells), text]
    assert len(joins) == (len(cells) - len(told) if told else 0)


def test_tables_are_rows_of_a_list_below_their_headline() -> None:
    _, _, (g,) = prepare(Source("\n".join([TEXT, "昨日各站雨量", *flat(COLUMNS), TEXT])))
    assert [s.text for s in g.lines if is_row(s)] == [" ".join(row) for row in [HEADS, *ROWS]]


def test_a_table_told_by_columns_is_an_article_of_rows() -> None:
    story = "连日降雨水位上涨\n渡口的水位昨晚又涨了半尺，摆渡的船\n只停在岸边。镇水文站说，未来三天仍有\n中到大雨，请沿岸居民留意水位的变化。"
    page = page_json(clean("\n".join([story, "", "昨日各站雨量", *flat(COLUMNS), ""])))
    (table,) = [a for a in page["articles"] if a["title"] == "昨日各站雨量"]
    assert table["paragraphs"] == [" ".join(row) for row in [HEADS, *ROWS]]
