"""Room for another word, and an indent below, tell where a paragraph of Latin text ends that ends with a full line."""

import textwrap

import pytest

from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.room import Room

PARAGRAPHS = [
    "The ferry to the island will run again from Monday, the harbour office said, after the new ramp had been tested with "
    "two lorries full of gravel on Friday night. Tickets are sold on the pier, and from June on at the post office too.",
    "For the first week all crossings are free of charge for islanders. The old ramp stays closed. Its timber will be sold by "
    "the parish at the end of the month, and what it brings goes to a fund for the school.",
    "A school that was without a roof since the storm in March gets half of that money, and the rest is for the lamps on the "
    "coast road, which the council had put out to save on power.",
    "Nobody spoke against it at the meeting, where forty people had come in spite of the rain. The council meets again in two "
    "weeks, when the fares are on the table, and with them the new winter timetable that the masters had asked for.",
]
MEASURE, INDENT = 34, 4  # characters


def page(indent: int) -> list[str]:
    """The paragraphs set in a column, the spaces of their indents lost as in extraction."""
    rows = (textwrap.wrap(p, MEASURE, initial_indent=" " * indent) for p in PARAGRAPHS)
    return [line.strip() for lines in rows for line in lines]


def room(lines: list[str]) -> Room:
    slugs = measure(Source("\n".join(lines))).lines
    return Room(slugs, [s.end == "stop" for s in slugs], [True] * len(slugs))


@pytest.mark.parametrize("indent", [0, INDENT])
def test_only_the_last_line_of_a_paragraph_has_room_for_the_next_word(indent: int) -> None:
    lines = page(indent)
    ends = {p.split()[-1] for p in PARAGRAPHS}
    stops = [i for i, line in enumerate(lines[:-1]) if line.endswith(".")]
    roomy = {i for i in stops if int(room(lines).bins(i, (i + 1,))[0][0]) > 3}
    assert roomy == {i for i in stops if lines[i].split()[-1] in ends}
    assert len(roomy) < len(stops)


def test_a_line_that_breaks_off_tells_nothing() -> None:
    assert room(page(INDENT)).bins(0, (1, 2)) == [("-", "-"), ("-", "-")]


@pytest.mark.parametrize(("indent", "indented"), [(0, False), (1, False), (INDENT, True)])
def test_a_page_shows_whether_it_sets_indents(indent: int, indented: bool) -> None:
    assert room(page(indent)).indented is indented


def test_an_indent_tells_a_new_paragraph_from_a_line_that_goes_on() -> None:
    lines = page(INDENT)
    told = room(lines)
    i = next(k for k, line in enumerate(lines) if line.endswith("."))
    begins = [k for k, line in enumerate(lines) if any(p.startswith(line) for p in PARAGRAPHS)]
    goes_on = [k for k, line in enumerate(lines[:-1]) if not line.endswith(".") and k not in begins]
    set_in, full = ([int(b) for _, b in told.bins(i, of)] for of in (begins, goes_on))
    assert sum(set_in) / len(set_in) > sum(full) / len(full) + 1


def test_few_paragraphs_do_not_show_it() -> None:
    assert not room(page(INDENT)[:12]).indented
