"""Ornaments around a banner go, and what recognition made of them; signs of the text stay."""

import pytest

from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.ornaments import around


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("▍书香青溪", "书香青溪"),
        ("书香青溪❀ ❀", "书香青溪"),
        ("书香青溪①", "书香青溪①"),
        ("■ 书香青溪 ■", "书香青溪"),
        ("■书香青溪■春暖花开■", "书香青溪■春暖花开"),
        ("◆ Flower Show ◆", "Flower Show"),
        ("¢ Flower Show «", "Flower Show"),
        ("@@ 书香青溪 @", "书香青溪"),
        ("@FlowerShow", "@FlowerShow"),
        ("Q & A", "Q & A"),
        ("C++", "C++"),
        ("Flower Show *", "Flower Show"),
        ("●●●", "●●●"),
        ("书香青溪", "书香青溪"),
    ],
)
def test_around(printed: str, kept: str) -> None:
    g = measure(Source(printed))
    (slug,) = g.lines
    taken = {k for d in around(g, [slug.span]) for k in range(*d.spans[0])}
    assert "".join(c for k, c in enumerate(printed) if k not in taken) == kept
