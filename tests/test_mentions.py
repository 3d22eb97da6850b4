"""Where else on the page the words of a block of a few lines stand."""

import pytest

from ocrfix.blocks import Block
from ocrfix.mentions import SHORT, mention

RARITY = {"the": 5, "ferry": 40, "ramp": 45, "tide": 42, "goal": 38, "match": 36, "league": 44, "cup": 30}


def mentions(*blocks: tuple[int, str]) -> list[str]:
    """The notes at blocks of so many lines with these words."""
    found = [Block([*range(n)], [0.0] * 5, "H", {*words.split()}) for n, words in blocks]
    mention(found, RARITY.__getitem__)
    return [b.mentions for b in found]


@pytest.mark.parametrize(
    ("headline", "others", "expected"),
    [
        pytest.param("ferry ramp", [(8, "ferry ramp tide")], "120", id="its story tells all its words"),
        pytest.param("ferry cup", [(8, "ferry ramp tide")], "110", id="one of them"),
        pytest.param("league cup", [(8, "ferry ramp tide")], "100", id="none"),
        pytest.param("the", [(8, "the ferry")], "000", id="common words tell nothing"),
        pytest.param("league cup", [(8, "ferry"), (1, "league")], "101", id="another short block has one"),
        pytest.param("ferry ramp tide", [(8, "ferry ramp"), (1, "tide")], "221", id="both"),
    ],
)
def test_a_short_block(headline: str, others: list[tuple[int, str]], expected: str) -> None:
    assert mentions((1, headline), *others)[0] == expected


def test_long_blocks_are_not_noted_and_short_ones_tell_no_story() -> None:
    assert mentions((SHORT + 1, "ferry ramp"), (SHORT, "ferry ramp")) == ["-", "120"]
    assert mentions((SHORT, "ferry ramp"), (SHORT, "ferry ramp")) == ["102", "102"]
