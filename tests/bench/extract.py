"""What real tools read from a PDF page. A tool that is not installed is reported and skipped.

``EXTRACTORS[name].read(pdf, lang)`` gives text; ``reading`` says how a tool orders it: stream (as the content
stream has it), layout (it guesses columns), interleaved (lines of neighbouring columns run together), ocr,
ocr-interleaved.
"""

import importlib.util
import io
import logging
import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

Reader = Callable[[Path, str], str]


class Extractor(NamedTuple):
    """One way to read a page, and what it needs: a program in the path or a Python package."""

    reading: str
    needs: tuple[str, ...]
    read: Reader

    @property
    def ocr(self) -> bool:
        """Whether it reads a picture of the page."""
        return self.reading.startswith("ocr")

    @property
    def missing(self) -> list[str]:
        """What it needs and this machine lacks."""
        return [n for n in self.needs if not shutil.which(n) and not importlib.util.find_spec(n)]


def _run(*command: str, **env: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, timeout=300, env={**os.environ, **env})
    return done.stdout.decode("utf-8", "replace")


def _pdftotext(*options: str) -> Reader:
    return lambda pdf, lang: _run("pdftotext", *options, str(pdf), "-")


def _pdfminer(pdf: Path, lang: str) -> str:
    from pdfminer.high_level import extract_text

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # browsers' fonts have no bounding box
    return str(extract_text(str(pdf)))


def _pymupdf(sort: bool) -> Reader:
    def read(pdf: Path, lang: str) -> str:
        import pymupdf

        with pymupdf.open(pdf) as doc:
            return "".join(page.get_text("text", sort=sort) for page in doc)

    return read


def _pypdf(pdf: Path, lang: str) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


def _pdfium(pdf: Path, lang: str) -> str:
    import pypdfium2

    doc = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in doc).replace("\r\n", "\n")


def _mutool(pdf: Path, lang: str) -> str:
    return _run("mutool", "draw", "-q", "-F", "txt", "-o", "-", str(pdf))


def scan(pdf: Path, dpi: int) -> Any:
    """The page as a scanner gives it: grey, a little turned, blurred or noisy; the same every time."""
    import pymupdf
    from PIL import Image, ImageFilter

    with pymupdf.open(pdf) as doc:
        image = Image.open(io.BytesIO(doc[0].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY).tobytes("png"))).convert(
            "L"
        )
    r = random.Random(f"{pdf.name}@{dpi}")
    if r.random() < 0.6:
        image = image.rotate(r.uniform(-0.5, 0.5), fillcolor=255, resample=Image.Resampling.BICUBIC)
    if r.random() < 0.5:
        image = image.filter(ImageFilter.GaussianBlur(r.uniform(0.3, 0.8)))
    if r.random() < 0.6:
        import numpy as np

        grain = np.random.default_rng(r.randrange(1 << 30)).normal(0, r.uniform(3, 14), (image.height, image.width))
        grey = np.asarray(image, dtype=float) * r.uniform(0.88, 1) + grain
        image = Image.fromarray(np.clip(grey, 0, 255).astype("uint8"))
    return image


def _tesseract(psm: int, dpi: int) -> Reader:
    def read(pdf: Path, lang: str) -> str:
        model = {"en": "eng", "zh-Hant": "chi_tra"}.get(lang, "chi_sim")
        with tempfile.TemporaryDirectory() as d:
            scan(pdf, dpi).save(f"{d}/page.png", dpi=(dpi, dpi))
            return _run("tesseract", f"{d}/page.png", "-", "-l", model, "--psm", str(psm), OMP_THREAD_LIMIT="1")

    return read


_engines: list[Any] = []


def _rapidocr(pdf: Path, lang: str) -> str:
    import numpy as np
    from rapidocr_onnxruntime import RapidOCR

    if not _engines:
        _engines.append(RapidOCR(intra_op_num_threads=1))
    found, _ = _engines[0](np.asarray(scan(pdf, 150).convert("RGB"))[:, :, ::-1])
    return "\n".join(x[1] for x in found or []) + "\n"


EXTRACTORS = {
    "pypdf": Extractor("stream", ("pypdf",), _pypdf),
    "pymupdf": Extractor("stream", ("pymupdf",), _pymupdf(False)),
    "pdfium": Extractor("stream", ("pypdfium2",), _pdfium),
    "mutool": Extractor("stream", ("mutool",), _mutool),
    "pdftotext-raw": Extractor("stream", ("pdftotext",), _pdftotext("-raw")),
    "pdftotext": Extractor("layout", ("pdftotext",), _pdftotext()),
    "pdfminer": Extractor("layout", ("pdfminer",), _pdfminer),
    "pdftotext-layout": Extractor("interleaved", ("pdftotext",), _pdftotext("-layout")),
    "pymupdf-sort": Extractor("interleaved", ("pymupdf",), _pymupdf(True)),
    "tess-psm1": Extractor("ocr", ("tesseract", "pymupdf", "PIL", "numpy"), _tesseract(1, 200)),
    "tess-psm3": Extractor("ocr", ("tesseract", "pymupdf", "PIL", "numpy"), _tesseract(3, 170)),
    "rapidocr": Extractor("ocr", ("rapidocr_onnxruntime", "pymupdf", "PIL"), _rapidocr),
    "tess-psm4": Extractor("ocr-interleaved", ("tesseract", "pymupdf", "PIL", "numpy"), _tesseract(4, 200)),
    "tess-psm6": Extractor("ocr-interleaved", ("tesseract", "pymupdf", "PIL", "numpy"), _tesseract(6, 200)),
}


def reading(name: str) -> str:
    """How ``name`` orders text; "hand" for what was put together by hand, interleaved for tools that sort by place, stream for
    exports and unknown tools."""
    if name in EXTRACTORS:
        return EXTRACTORS[name].reading
    return "hand" if name == "hand" else "interleaved" if name.endswith("-sort") else "stream"
