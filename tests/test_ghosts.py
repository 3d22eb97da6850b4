"""Where a reader of pictures took gutters for closing marks, the lines are cut there and the marks go; where print sets such a mark, it
stays."""

from itertools import cycle

import pytest
from test_butted import BRIDGE, MARKET, SCHOOL, lines

from ocrfix.formats import page_json
from ocrfix.ghosts import ghosts
from ocrfix.model import Source, Verb
from ocrfix.pipeline import clean

COLUMNS = [lines(text)[:10] for text in (BRIDGE, SCHOOL, MARKET)]  # full lines
GUTTERS = " ”", " 。", " 。” ", " | ", "  "


def page(gutters: tuple[str, ...]) -> str:
    """Three columns on the same printed lines, parted by such gutters in turn."""
    turn = cycle(gutters)
    return "\n".join(next(turn).join((a, next(turn).join((b, c)))) for a, b, c in zip(*COLUMNS, strict=False))


def test_lines_are_cut_where_gutters_were_read_as_marks() -> None:
    text = page(GUTTERS)
    found = clean(Source(text))
    at = {d.spans[0].start for d in found.decisions if d.verb is Verb.CUT}
    starts = {text.index(line) for column in COLUMNS[1:] for line in column if line in text}
    cut = {
        k + next(n for n, c in enumerate(text[k:]) if c not in "”。| ") for k in at
    }  # a ghost goes with what follows it
    assert len(cut & starts) > 0.9 * len(starts)


def test_gutters_that_were_read_as_marks_are_in_no_article() -> None:
    found = page_json(clean(page(GUTTERS)))
    printed = "".join(p for a in found["articles"] for p in a["paragraphs"])
    assert "”" not in printed and "|" not in printed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page(("  ",)), id="gutters of spaces"),
        pytest.param(page((" ”", *["  "] * 40)), id="one such mark"),
        pytest.param(page((" ”",)) + "\n" + "“" * 40, id="as many quotations opened as closed"),
        pytest.param("\n".join(" ".join(line) for line in COLUMNS[0]), id="letterspaced, stops and all"),
    ],
)
def test_other_marks_are_printed(text: str) -> None:
    assert ghosts(text) == {}


def test_a_ghost_is_told_with_what_comes_after_it() -> None:
    row = "桥面在去年夏天的洪水中 。” 其余都是原物。\n"
    first, *others = ghosts(row * 3).values()
    assert len(others) == 2
    assert (row[first.space : first.start], row[first.start : first.end], row[first.after]) == (" ", "。”", "其")
