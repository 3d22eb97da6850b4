"""Bylines and credits go to their stories in order, where nothing else tells."""

import pytest

from ocrfix.blocks import Block
from ocrfix.heads import SETTLED, Matcher
from ocrfix.lines import measure
from ocrfix.matter import UNIT
from ocrfix.memo import Memo
from ocrfix.model import Source
from ocrfix.signing import SIGN_BINS, Signer
from ocrfix.stories import stories
from ocrfix.weights import Scale

KINDS = {"H": "H", "h": "H", "B": "B", "Y": "Y", "C": "Y"}  # h heads no story, C is a credit
NOTHING = {"base": {"": 0}}
BY_PLACE = {"base": {"": 0}, "place": {"belowd": 30}}


def signed(page: str, table: dict[str, dict[str, int]] = NOTHING) -> str:
    """For each byline and credit of a page, a letter a line, which of its stories it signs; "-" for none."""
    g = measure(Source("\n".join(f"第{k}行" for k in range(len(page)))))
    kinds = [KINDS[c] for c in page]
    blocks = [Block([k], [0.0] * 5, kind, set()) for k, kind in enumerate(kinds)]
    m = Matcher(g, kinds, stories(g, blocks, {}), Memo(lambda _: UNIT), {})
    below = {
        i: next((m.home[k] for k in range(i, len(page)) if k in m.home), None) for i, c in enumerate(page) if c == "H"
    }
    m.set_heads({i: n for i, n in below.items() if n is not None})
    signer = Signer(m, {i: "credit" if c == "C" else "byline" for i, c in enumerate(page) if c in "YC"})
    signer.match((Scale(SIGN_BINS, table), Scale((*SIGN_BINS, *SETTLED), table)))
    return "".join(str(signer.signs.get(i, "-")) for i in signer.forms)


@pytest.mark.parametrize(
    ("page", "table", "found"),
    [
        pytest.param("HBHBHBYYY", NOTHING, "012", id="a layer below all text"),
        pytest.param("YYYHBHBHB", NOTHING, "012", id="a layer above it"),
        pytest.param("HBBHBHBYYY", NOTHING, "023", id="what has no headline has no byline"),
        pytest.param("HBHBHBYYY", BY_PLACE, "012", id="where a layer stands tells nothing"),
        pytest.param("HBHBHBYY", BY_PLACE, "12", id="two are none: the last stands below its story"),
        pytest.param("HBYHBYHBY", BY_PLACE, "012", id="each below its story"),
        pytest.param("HBHBYHBYHB", BY_PLACE, "12", id="as they stand, though the first story has none"),
        pytest.param("HBCY", NOTHING, "0-", id="the text of a picture has a credit and no byline"),
    ],
)
def test_bylines(page: str, table: dict[str, dict[str, int]], found: str) -> None:
    assert signed(page, table) == found
