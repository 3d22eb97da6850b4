"""A table of contents is furniture; rows of results are not."""

import pytest

from ocrfix import contents
from ocrfix.lines import measure
from ocrfix.model import Source

TEXT = "The ferry will run again, the board said.\n"


@pytest.mark.parametrize(
    "entries",
    [
        ["Opinion 8", "Sport 14", "Weather 22"],
        ["Weather ....... B8", "Deaths ........ A2", "Sport ......... C1"],
        ["要闻 2版", "体育 6版", "副刊 8版"],
        ["老渡口今起复航 A5", "稻田公园开园迎客 A3", "县图书馆延时开放 B1"],
    ],
)
def test_a_table_of_contents(entries: list[str]) -> None:
    galley = measure(Source(TEXT + "\n".join(entries)))
    contents.mark(galley)
    assert [s.text for s in galley.lines if s.lean] == entries
    assert all(s.lean.kinds == "F" for s in galley.lines if s.lean)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["Wexcombe 71", "Marston 58", "Aldery 64"], id="results, which fall and rise"),
        pytest.param(["Wexcombe 71", "Marston 84"], id="two rows"),
        pytest.param(["Wexcombe 71, Marston 58", "Aldery 84, Brigg 60", "Cole 90, Deal 61"], id="pairs"),
        pytest.param(["全县增长 6.5%", "稻谷单产提高 12 公斤", "人均增收 900 元"], id="figures"),
    ],
)
def test_rows_of_results(rows: list[str]) -> None:
    galley = measure(Source(TEXT + "\n".join(rows)))
    contents.mark(galley)
    assert not any(s.lean for s in galley.lines)
