"""A browser for the tests of the review page: Chromium as the system has it, driven by Playwright; skipped without."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ocrfix import Page
from ocrfix.review.html import review_page
from ocrfix.verdicts import Verdict

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """The browser. It is closed after its tests: while it is open, nothing else can run an event loop."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install 'ocrfix[browser]'")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS, headless=True)
        yield browser
        browser.close()


class Reader:
    """A person at a desk: opens a review page in a window of their own, and notes everything that goes wrong."""

    def __init__(self, browser: Any, folder: Path, **options: Any):
        self.context = browser.new_context(
            accept_downloads=True, **{"viewport": {"width": 1440, "height": 900}, **options}
        )
        self.folder = folder
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self.tab: Any = None

    def open(self, page: Page, verdicts: tuple[Verdict, ...] = ()) -> Any:
        """The review of ``page`` in a new tab."""
        file = self.folder / "review.html"
        file.write_text(review_page(page, verdicts), "utf-8")
        self.tab = self.context.new_page()
        self.tab.on("console", lambda m: self.wrong.append(m.text))
        self.tab.on("pageerror", lambda e: self.wrong.append(str(e)))
        self.tab.on("request", lambda r: self.asked.append(r.url))
        self.tab.goto(file.as_uri())
        return self.tab

    def lines(self) -> list[str]:
        """What the articles pane shows, a line each."""
        return [t for run in self.tab.locator("#pages > section:not(.leftout) .run").all() if (t := run.text_content())]

    def saved(self) -> bytes:
        """The file that the button saves."""
        with self.tab.expect_download() as download:
            self.tab.click("#save")
        assert download.value.suggested_filename == "verdicts.jsonl"
        path = self.folder / "verdicts.jsonl"
        download.value.save_as(path)
        return path.read_bytes()


@pytest.fixture
def reader(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Reader]]:
    """Makes readers; afterwards, nothing went wrong in any window, and nothing was asked of any network."""
    readers: list[Reader] = []

    def make(**options: Any) -> Reader:
        readers.append(Reader(chromium, tmp_path, **options))
        return readers[-1]

    yield make
    for r in readers:
        r.context.close()
        assert not r.wrong
        assert not [url for url in r.asked if not url.startswith(("file:", "blob:"))]
