"""A page to learn from: its galley, what the truth says of each line, and what the stages so far made of it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from ocrfix import blocks as bk
from ocrfix import heads as hd
from ocrfix import links as lk
from ocrfix import readon
from ocrfix import threads as td
from ocrfix.lines import Galley
from ocrfix.model import Source
from ocrfix.pipeline import Orders, prepare
from ocrfix.sight import sight
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
    "shadows once": ("pdfium", "pdfbox"),
    "layout": ("pdftotext", "pdfminer"),
    "interleaved": ("pdftotext-layout", "pdfbox-sort", "pymupdf-sort"),
    "ocr": ("tess-psm1", "tess-psm3", "rapidocr"),
    "typesetting": ("boxes",),
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
    lay: str
    odds: list[list[float]] = field(default_factory=list)
    linker: lk.Linker | None = None
    pairs: readon.Pairs = field(default_factory=list)
    after: dict[int, int] = field(default_factory=dict)
    blocks: list[bk.Block] = field(default_factory=list)
    home: list[int] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    threader: td.Threader | None = None
    thread: dict[int, int] = field(default_factory=dict)
    matcher: hd.Matcher | None = None

    def laid(self, g: Galley, lay: str) -> "Proof":
        """The same page with its lines in another order."""
        at = {s.span: i for i, s in enumerate(self.g.lines)}
        order = [at[s.span] for s in g.lines]
        prints, letters = [self.prints[i] for i in order], [self.letters[i] for i in order]
        rows, found, _ = sight(g, g.news)
        return Proof(self.family, g, prints, letters, self.ocr, rows, found, lay)


def proofs(folders: Iterable[Path], leave_out: Sequence[str], orders: Orders) -> list[Proof]:
    """The pages of the folders, but for those of the families left out, prepared by these orders."""
    with Pool() as pool:
        return list(filter(None, pool.imap(partial(_proof, orders=orders), learnt(folders, leave_out), chunksize=4)))


def learnt(folders: Iterable[Path], leave_out: Sequence[str]) -> Iterator[tuple[Path, Path, str, bool]]:
    """Texts to learn from, of all families but some: the text's path, its truth's, the family, and whether it was read by OCR."""
    for folder in folders:
        for path in sorted(folder.glob("*.truth.json")):
            page = path.name.removesuffix(".truth.json")
            family, turn = page.split("-")[0], int(page.split("-")[-1]) if page.split("-")[-1].isdigit() else 0
            for reading, readers in READERS.items() if family not in leave_out else ():
                wanted = readers if reading == "ocr" else (readers[turn % len(readers)],)
                texts = (folder / f"{page}.{r}.txt" for r in wanted)
                yield from ((text, path, family, reading == "ocr") for text in texts if text.exists())


def _proof(text: tuple[Path, Path, str, bool], orders: Orders) -> Proof | None:
    path, truth_path, family, ocr = text
    truth = json.loads(truth_path.read_text("utf-8"))
    g, *more = prepare(Source(path.read_text("utf-8").replace("\f", "\n")), orders)[2]
    if more or not g.lines:  # so many lines are of an upright page that was read glyph by glyph
        return None
    prints = align([s.text for s in g.lines], truth)
    letters = [
        LETTERS[p.part.role] if p else "R" if in_banner(s.text, truth) else None
        for s, p in zip(g.lines, prints, strict=True)
    ]
    return Proof(family, g, prints, letters, ocr, *sight(g, g.news))


def goes_on(a: Print | None, b: Print | None, ocr: bool) -> str:
    """ "same" paragraph, "next" paragraph of the article, or "" for neither."""
    if not a or not b or a.part.role != "body" or b.part is not a.part:
        return ""
    if abs(b.start - a.end) > (3 if ocr else 1):
        return ""
    at_an_end = any(abs(b.start - e) <= ocr for e in a.part.ends[:-1])
    return "same" if a.last == b.first and not at_an_end else "next"
