"""Printing: HTML to a PDF of one page, by Chromium without a window."""

import shutil
import subprocess
import tempfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-pdf-header-footer", "--font-render-hinting=none",
    "--virtual-time-budget=4000",
)  # fmt: skip


class Misprint(Exception):
    """A page that did not come out as it should."""


def browser() -> str | None:
    """The browser of this machine."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def print_page(html: str) -> bytes:
    """The PDF of ``html``; Misprint where the page's script found a fault, or text on a second page."""
    import pymupdf

    program = browser()
    if not program:
        raise FileNotFoundError(f"no browser: none of {', '.join(NAMES)}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as d:
        page, pdf = Path(d) / "page.html", Path(d) / "page.pdf"
        page.write_text(html, encoding="utf-8")
        command = [program, *OPTIONS, f"--user-data-dir={d}/profile", f"--print-to-pdf={pdf}", page.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=120)
        if not pdf.exists():
            raise Misprint(f"{program} printed nothing: {done.stderr.decode(errors='replace')[-300:]}")
        made = pdf.read_bytes()
    with pymupdf.open(stream=made) as doc:  # type: ignore[no-untyped-call,unused-ignore]
        said = str((doc.metadata or {}).get("title"))
        if said != "page" or any(doc[k].get_text().strip() for k in range(1, len(doc))):
            raise Misprint(f"{len(doc)} pages, {said}")
        if len(doc) > 1:  # upright text makes the browser add an empty page
            doc.select([0])
            return bytes(doc.tobytes(garbage=3, deflate=True, no_new_id=True))
    return made
