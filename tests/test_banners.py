"""What else is a banner: type with a shadow, and what stands beside a part of a slogan."""

import pytest

from ocrfix import banners
from ocrfix.blocks import Block
from ocrfix.lines import measure
from ocrfix.model import Source


def found(lines: list[str], kinds: str, doubled: str = "", prints: str = "") -> str:
    """The kinds of blocks of one line each; ``doubled`` tells by a digit which were printed twice, ``prints`` which have a form."""
    g = measure(Source("\n".join(lines)))
    for s, twice in zip(g.lines, doubled, strict=False):
        s.doubled = twice == "1"
    blocks = [Block([i], [0.0] * 5, kind, set()) for i, kind in enumerate(kinds)]
    banners.find(g, blocks, range(len(lines)), ["names" * (p == "1") for p in prints.ljust(len(lines))])
    return "".join(b.kind for b in blocks)


@pytest.mark.parametrize(
    ("kinds", "doubled", "expected"),
    [
        pytest.param("BHB", "010", "BRB", id="a headline with a shadow"),
        pytest.param("BYB", "010", "BRB", id="small print with a shadow"),
        pytest.param("BFB", "010", "BRB", id="furniture with a shadow"),
        pytest.param("BHB", "000", "BHB", id="no shadow"),
        pytest.param("HHHHHB", "111110", "HHHHHB", id="a page that sets its headlines with one"),
    ],
)
def test_what_was_printed_twice(kinds: str, doubled: str, expected: str) -> None:
    assert found([f"渡口消息之{c}" for c in "一二三四五六"[: len(kinds)]], kinds, doubled) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("文明花开 家家点灯", "R"),
        ("图强争先 勇立潮头", "R"),
        ("文周敏 图吴立", "Y"),
        ("文/周敏 图/吴立", "Y"),
        ("清水长流 家家点灯", "Y"),
    ],
)
def test_a_slogan_in_the_form_of_a_byline(text: str, kind: str) -> None:
    assert found([text], "Y", prints="1") == kind


@pytest.mark.parametrize(
    ("lines", "kinds", "prints", "expected"),
    [
        pytest.param(["清水长流", "家家点灯"], "RF", "", "RR", id="the second of two parts"),
        pytest.param(["清水长流", "家家点灯"], "HR", "", "RR", id="the first"),
        pytest.param(["访渡口", "问水情", "记民生"], "HHR", "", "RRR", id="three parts"),
        pytest.param(["清水长流", "渡口恢复通航"], "RH", "", "RH", id="a line of another length"),
        pytest.param(["清水长流", "家家点灯"], "RB", "", "RB", id="running text"),
        pytest.param(["清水长流", "周敏吴立"], "RY", "01", "RY", id="names"),
        pytest.param(["清水长流", "家家，点灯"], "RH", "", "RH", id="a line with a mark"),
        pytest.param(["Harbour", "Tuesday"], "RF", "", "RF", id="Latin words"),
        pytest.param(["清水长流", "家家点灯"], "HF", "", "HF", id="no banner"),
    ],
)
def test_parts_of_a_slogan(lines: list[str], kinds: str, prints: str, expected: str) -> None:
    assert found(lines, kinds, prints=prints) == expected
