"""Rows of near links weigh what the bins of each pair weigh; huge pages are made up sheet by sheet."""

from pathlib import Path

import pytest

from ocrfix import compose, sheets, weights
from ocrfix import links as lk
from ocrfix.jumps import jumps_on
from ocrfix.lines import Galley, measure
from ocrfix.model import Source
from ocrfix.pipeline import prepare
from ocrfix.readon import Weigher, asked, may_end, near_pairs
from ocrfix.statistics import PageGrams, bundled

FIXTURES = Path(__file__).parents[1] / "fixtures"
PAGES = sorted([*FIXTURES.glob("county-12.*.txt"), *FIXTURES.glob("gazette-9.*.txt")])


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
@pytest.mark.parametrize("question", ["links", "strides"])
def test_rows_sum_what_bins_name(path: Path, question: str) -> None:
    reading = compose.make_up(prepare(Source(path.read_text("utf-8")))[2][0]).reading
    linker = reading.linker
    linker.strides = []
    scale = weights.scale(reading.sort, question, lk.LINK_BINS)
    weigher = Weigher(linker, scale)
    n = len(linker.g.lines)
    for i in range(n):
        others = range(i + 1, min(n, i + 1 + lk.NEAR))
        row = weigher.weigh(i, others, [] if linker.stops[i] else list(linker.reads(i, others)))
        stride = scale.weight("stride", "-")
        assert row == [scale.weigh(linker.bins(i, j)) - stride for j in others]


ZIPPED = [  # two columns, then the columns of two other articles
    *("全县最长的跨河大", "今年秋季新学期开"),
    *("桥昨天正式建成通", "始全市中小学校普"),
    *("车沿线群众出行更", "遍开设劳动教育课"),
    *("加方便县政府还将", "程学生每周至少参"),
    *("气象台发布暴雨橙", "运动员昨天夺得金"),
    *("色预警部分列车停", "牌这是我国体育健"),
]


def test_the_lines_beside_a_link_tell_where_columns_go_on() -> None:
    linker = compose.make_up(galley(ZIPPED)).reading.linker
    found = {i: linker.beside(i, range(i + 1, i + 3)) for i in range(len(ZIPPED) - 2)}
    assert found[2] == ["-", "22"]  # in the middle of both columns
    assert found[6] == ["-", "20"]  # the last of one: the column beside it goes on no further
    assert found[7] == ["-", "02"] and found[0] == ["-", "-2"]
    assert all(linker.beside(i, (i + 1, i + 2)) == both for i, both in found.items())


FERRY = """Harbour Board Mends The Ferry
The ferry between the two banks
of the river will run again on
Monday, the harbour board said
after a week of repairs to the
engine and the landing stage.
Passengers are asked to come
early, since the boat can take
only forty of them and no more
than six carts at a time, and
the first crossing is at seven.
The board has asked the men of
the yard to look over the hull
before winter comes, and to say
what a new boat would cost the
town. A part of the money could
come from the tolls, which were
raised last year, and a part of
SCHOOL ROOF SOUND
The roof of the school in Mill
Lane is sound again, and pupils
will be back in their rooms on
Tuesday morning. The storm had
torn off half of the slates in
one night. Workmen came from as
far as the coast to put up new
ones, and neighbours lent their
ladders and carts. The teachers
thanked all of them in a letter
that was read out in the market
hall on Sunday after the sermon,
where many of the parents stood
"""


@pytest.mark.parametrize(
    ("jumps", "in_order", "may"),
    [
        ("See FERRY, Page 7\nPlease turn to A5\n", True, True),
        ("See FERRY, Page 7\nPlease turn to A5\n", False, False),  # what stands above a jump line tells nothing there
        ("See FERRY, Page 7\n", True, False),  # it tells of the text above it
        ("", True, False),
    ],
    ids=["apart", "out of order", "below its text", "none"],
)
def test_text_that_breaks_off_need_not_go_on_where_a_jump_line_stands_apart(
    jumps: str, in_order: bool, may: bool
) -> None:
    g = measure(Source(FERRY + jumps))
    kinds = ["F" if jumps_on(s.text) else "H" if s.text.isupper() else "B" for s in g.lines]
    linker = lk.Linker(g, bundled(), PageGrams(s.text for s in g.lines), kinds, in_order)
    scales = [weights.scale(weights.Sort(True, "stream"), question, lk.LINK_BINS) for question in ("links", "strides")]
    pairs, _ = near_pairs(linker, *scales)
    breaks_off = next(i for i, s in enumerate(g.lines) if s.text.endswith(", and a part of"))
    before = asked(linker, breaks_off)
    linker.jumped = may_end(linker, scales[0], pairs)
    assert (breaks_off in linker.jumped) is (asked(linker, breaks_off) > before) is may


def galley(lines: list[str]) -> Galley:
    return measure(Source("\n".join(lines)))


def test_a_page_is_one_sheet() -> None:
    page = galley(["村里的粮仓亮起了灯"] * sheets.MOST)
    assert list(sheets.sheets(page)) == [page]


def test_more_lines_are_parted_at_the_widest_gap() -> None:
    at = sheets.LEAST + 100
    lines = ["村里的粮仓亮起了灯"] * (sheets.MOST + 500)
    page = galley([*lines[:at], "", "", *lines[at:]])
    found = list(sheets.sheets(page))
    assert [len(s.lines) for s in found] == [at, len(lines) - at]
    assert [s for sheet in found for s in sheet.lines] == page.lines


@pytest.mark.parametrize(
    ("jump", "goes_on"),
    [
        pytest.param("See STORM, Page A6", False, id="on another page"),
        pytest.param("Photo by Anna Karim", True, id="a credit"),
    ],
)
def test_what_goes_on_on_another_page_does_not_go_on_here(jump: str, goes_on: bool) -> None:
    lines = [
        "No one was hurt. The fire chief said on",
        "Friday that most families had gone down",
        "to their cellars when the church bells",
        "began to ring, long before the first of",
        jump,
        "the clouds had come over the river from",
        "the hills, and that nobody was missing.",
    ]
    assert (3 in compose.make_up(galley(lines)).after) is goes_on


@pytest.mark.parametrize(
    ("below", "reads_on"),
    [
        ("WEXCOMBE — The ferry is to run", False),
        ("WEXCOMBE (AP) — The ferry is to", False),
        ("Wexcombe, where the ferry is to", True),
        ("PEN-Y-BRYN, where the ferry is", True),
    ],
)
def test_no_sentence_goes_on_in_a_dateline(below: str, reads_on: bool) -> None:
    column = [
        "The harbour board said that it had",
        "never thought of giving the old",
        "boat up, not even for a day, and",
        "that all of its men would stay in",
    ]
    rest = ["again from the first of May, after", "three long years on the slipway, the", "harbour board has said."]
    linked = compose.make_up(galley([*column, below, *rest])).after
    assert (linked.get(3) == 4) is reads_on
