"""Two lines that were run together: where they are cut, and names that only look so."""

import pytest

from ocrfix import fused
from ocrfix.formats import page_json
from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.pipeline import clean

BODY = """The harbour board voted on
Monday to sell the old pier
to a trust of the people who
fish from it, after a debate
of three hours in a cold hall
with a leaking roof and tea.
"""


@pytest.mark.parametrize(
    ("line", "second"),
    [
        ("Council to save the old pier from the seaCampaigners have eighteen months", "Campaigners"),
        ("Why we still fish in winterBY MARTHA QUILL", "BY"),
        ("retired after forty-three Easters.I signed up for one Tuesday in the fall", "I"),
        ("Written by J.R. Quill, who lives in the U.S.A. and writes of the ferry", ""),
        ("An engine that runs on the data of openFDA Drug Reports and of nothing else", ""),
        ("Candidates have gone to the livestock markets of midWales, to be seen", ""),
        ("An engine that runs in the dark, says its maker eBay, and in the rain", ""),
        ("A crossing that McDonald and O'Brien opened, and the ferry closed", ""),
        ("A crossing that is called LittleFerry by all who use it day by day", ""),
    ],
)
def test_a_word_in_lower_case_does_not_go_on_in_a_capital(line: str, second: str) -> None:
    text = f"{line}\n{BODY}"
    galley = measure(Source(text))
    assert [text[at:].split()[0] for at in fused.cuts(galley)] == [second] * bool(second)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(BODY.replace("fish from it, after", "fish inWales, after"), id="a line no wider than its column"),
        pytest.param(
            BODY.replace(" t", "T").replace(" a ", "A").replace(" of", "Of").replace(" in", "In"),
            id="text that lost its spaces",
        ),
        pytest.param(
            BODY.replace("old pier\nto a", "old pier and all that be-\nfitsTrusts, to a"), id="a word that goes on"
        ),
    ],
)
def test_no_cut_where_it_tells_nothing(body: str) -> None:
    assert fused.cuts(measure(Source(body))) == []


def test_the_two_lines_are_apart_on_the_cleaned_page() -> None:
    page = clean(
        "Harbour board to sell the old pier to a trustMARTHA QUILL\n".replace("MARTHA", "By Martha") + BODY * 2
    )
    assert not any("trustBy" in str(a) for a in page_json(page)["articles"])
