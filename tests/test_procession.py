"""Headlines in the order of their stories tell where a story begins."""

import pytest

from ocrfix.matter import UNIT
from ocrfix.memo import Memo
from ocrfix.procession import breaks


@pytest.mark.parametrize(
    ("heads", "texts", "worth"),
    [
        pytest.param("ab cd", "a b c d", [-1, 1, -1], id="each headline has its story"),
        pytest.param("ab cd", "ac bc c d", [0, 0, -1], id="both headlines in the midst"),
        pytest.param("cd ab", "a b c d", [-1, -2, -1], id="another order tells nothing for a break"),
        pytest.param("ab", "a b c", [0, 0], id="one headline parts nothing"),
        pytest.param("xy zw", "a b c", [0, 0], id="nothing is shared"),
        pytest.param("", "a b", [0], id="no headlines"),
        pytest.param("ab cd ef", "a e f", [1, -1], id="a headline without a story is left out"),
        pytest.param("a b", "ab", [], id="one text"),
    ],
)
def test_breaks(heads: str, texts: str, worth: list[int]) -> None:
    weight = Memo[str, int](lambda term: UNIT)
    found = breaks([set(h) for h in heads.split()], [set(t) for t in texts.split()], weight)
    assert found == worth
