"""A page of a real newspaper comes out whole, however its text was saved."""

import json
import re
from pathlib import Path

import pytest
from bench.score import score

import ocrfix
from ocrfix.formats import page_json
from ocrfix.read import read

SEED = Path(__file__).parents[1].parent / "shared" / "pages" / "seed"
SAVED = {
    "utf-8": lambda text: text.encode(),
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16, no mark": lambda text: text.encode("utf-16-le"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "no blank lines": lambda text: re.sub("\n+", "\n", text).encode(),
    "a blank line after each": lambda text: re.sub("\n+", "\n\n", text).encode(),
    "twice": lambda text: f"{text}\f{text}".encode(),
}
RIGHT = ("article_f1", "exact", "title_acc", "para_f1", "byline_acc", "banner")


@pytest.mark.skipif(not SEED.exists(), reason="the real page is not here")
@pytest.mark.parametrize("how", SAVED)
def test_the_real_page_is_right(how: str, tmp_path: Path) -> None:
    text, truth = (SEED / "page.txt").read_text("utf-8"), json.loads((SEED / "truth.json").read_text("utf-8"))
    path = tmp_path / "page.txt"
    path.write_bytes(SAVED[how](text))
    pages = [ocrfix.clean(source) for source in read(path)]
    assert len(pages) == 1 + (how == "twice")
    for page in pages:
        scores = score(truth, json.loads(json.dumps(page_json(page))), page.source.text)
        assert {m: scores[m] for m in RIGHT} == dict.fromkeys(RIGHT, 1.0)
        assert scores["invented"] == scores["missing"] == 0
