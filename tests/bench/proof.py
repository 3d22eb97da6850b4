"""A page to learn from: its galley, what the truth says of each line, and what the stages so far made of it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ocrfix import blocks as bk
from ocrfix import compose, readon, statistics
from ocrfix import heads as hd
from ocrfix import links as lk
from ocrfix.lines import Galley
from ocrfix.model import Source
from ocrfix.pipeline import prepare
from ocrfix.shapes import names_only, small_print
from tests.bench.align import Print, align, in_banner

LETTERS = {  # of blocks.KINDS, for the roles of a truth
    "body": "B",
    "kicker": "H",
    "title": "H",
    "deck": "H",
    "byline": "Y",
    "credit": "Y",
    "furniture": "F",
    "banner": "R",
}
READERS = {  # a page is learnt from one reader of each row, in turn
    "stream": ("pypdf", "pymupdf"),
    "layout": ("pdftotext", "pdfminer"),
    "interleaved": ("pdftotext-layout", "pdfbox-sort", "pymupdf-sort"),
    "ocr": ("tess-psm1", "tess-psm3", "rapidocr"),
}


@dataclass(slots=True)
class Proof:
    """A page to learn from, and what the stages so far made of it."""

    family: str
    g: Galley
    prints: list[Print | None]
    letters: list[str | None]
    ocr: bool
    sight: list[list[str]]
    terms: list[set[str]]
    small: list[str]
    odds: list[list[float]] = field(default_factory=list)
    linker: lk.Linker | None = None
    pairs: readon.Pairs = field(default_factory=list)
    after: dict[int, int] = field(default_factory=dict)
    blocks: list[bk.Block] = field(default_factory=list)
    home: list[int] = field(default_factory=list)
    threader: bk.Threader | None = None
    thread: dict[int, int] = field(default_factory=dict)
    matcher: hd.Matcher | None = None


def proofs(folders: Iterable[Path], leave_out: Sequence[str]) -> list[Proof]:
    """The pages of the folders, but for those of the families left out."""
    news, found = statistics.bundled(), []
    for folder in folders:
        for path in sorted(folder.glob("*.truth.json")):
            truth = json.loads(path.read_text("utf-8"))
            page = path.name.removesuffix(".truth.json")
            family = page.split("-")[0]
            if family in leave_out:
                continue
            turn = int(page.split("-")[-1]) if page.split("-")[-1].isdigit() else 0
            for reading, readers in READERS.items():
                wanted = readers if reading == "ocr" else (readers[turn % len(readers)],)
                for text in (folder / f"{page}.{r}.txt" for r in wanted):
                    if text.exists() and (proof := _proof(text, family, truth, reading == "ocr", news)):
                        found.append(proof)
    return found


def _proof(path: Path, family: str, truth: dict[str, Any], ocr: bool, news: statistics.Statistics) -> Proof | None:
    g = prepare(Source(path.read_text("utf-8").replace("\f", "\n")))[2]
    if not g.lines:
        return None
    prints = align([s.text for s in g.lines], truth)
    letters = [
        LETTERS[p.part.role] if p else "R" if in_banner(s.text, truth) else None
        for s, p in zip(g.lines, prints, strict=True)
    ]
    small = [small_print(s.text) or ("names" if names_only(s.text) else "") for s in g.lines]
    return Proof(family, g, prints, letters, ocr, *compose.sight(g, news), small)


def goes_on(a: Print | None, b: Print | None, ocr: bool) -> str:
    """ "same" paragraph, "next" paragraph of the article, or "" for neither."""
    if not a or not b or a.part.role != "body" or b.part is not a.part:
        return ""
    if abs(b.start - a.end) > (3 if ocr else 1):
        return ""
    at_an_end = any(abs(b.start - e) <= ocr for e in a.part.ends[:-1])
    return "same" if a.last == b.first and not at_an_end else "next"
