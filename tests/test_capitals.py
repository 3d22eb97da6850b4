"""Lines all in capitals are no text of an article, but for those that begin one."""

import pytest

from ocrfix import capitals
from ocrfix.lines import measure
from ocrfix.model import Source

TEXT = """The ferry will run again, the har-
bour board said on Tuesday after a
long debate about the costs of it.
"""


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("FERRY TO RUN AGAIN", "The board met at noon."),
        ("HARBOUR", ""),
        ("BY ANNA BIRCH", "The board met at noon."),
    ],
)
def test_capitals_are_no_body(line: str, below: str) -> None:
    galley = measure(Source(TEXT + line + "\n" + below))
    capitals.mark(galley)
    assert [(s.text, s.lean.kinds) for s in galley.lines if s.lean] == [(line, "HYFR")]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        pytest.param("WEXCOMBE —", "The board met at noon.", id="a dateline"),
        pytest.param("STONEBRI", "DGE (AP) — The board", id="a dateline, torn"),
        pytest.param("STONEBRIDGE", "(AP) — The board", id="a dateline, torn between words"),
        pytest.param("THE HARBOUR BOARD", "met at noon on Tuesday.", id="the first words of a story"),
        pytest.param("(HBW)", "The board met at noon.", id="too short to tell"),
        pytest.param("Ferry to Run Again", "The board met at noon.", id="upper and lower case"),
        pytest.param("渡口昨日复航", "首班船坐满了人。", id="no case at all"),
    ],
)
def test_other_lines_may_be_body(line: str, below: str) -> None:
    galley = measure(Source(TEXT + line + "\n" + below))
    capitals.mark(galley)
    assert not any(s.lean for s in galley.lines)
