"""How far a run is, and how long it will take, as a user reads it."""

import io

import pytest

from ocrfix.batch import progress
from ocrfix.batch.progress import Progress


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Said:
    """A run of a hundred bytes, and all that was said of it."""

    def __init__(self, screen: io.StringIO | None = None, total: int = 100):
        self.clock, self.noted, self.complained = Clock(), list[str](), list[str]()
        self.progress = Progress(self.noted.append, self.complained.append, screen, self.clock)
        self.progress.total = total

    def page(self, seconds: float, moved: int) -> None:
        self.clock.now += seconds
        self.progress.moved(moved)
        self.progress.page()


@pytest.mark.parametrize(
    ("pages", "line"),
    [
        ([(1, 10)], "10%, 1 pages, 1.0 a second"),
        ([(1, 10), (10, 10)], "20%, 2 pages, 0.2 a second, 0:01:20 left"),
        ([(1, 10), (3600, 10)], "20%, 2 pages, 0.0 a second, 8:00:00 left"),
        ([(1, 10), (1, 200)], "100%, 2 pages, 1.0 a second, 0:00:00 left"),
    ],
)
def test_rate_and_remaining_time(pages: list[tuple[float, int]], line: str) -> None:
    said = Said()
    for page in pages:
        said.page(*page)
    assert said.progress.line() == line


def test_what_an_earlier_run_did_tells_nothing_of_the_rate() -> None:
    said = Said()
    said.progress.moved(80)  # kept pages, in no time
    said.page(5, 5)
    said.page(5, 5)
    assert said.progress.line() == "90%, 2 pages, 0.2 a second, 0:00:10 left"


def test_without_a_total_nothing_is_guessed() -> None:
    said = Said(total=0)
    said.page(2, 0)
    said.page(2, 0)
    assert said.progress.line() == "2 pages, 0.5 a second"


def test_elsewhere_than_on_a_terminal_a_line_now_and_then() -> None:
    said = Said()
    for _ in range(100):
        said.page(1, 1)
    assert len(said.noted) == 3
    assert said.noted[0].startswith("30%, 30 pages, 1.0 a second, 0:01:10 left")


def test_on_a_terminal_the_line_is_written_over_and_never_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    screen = io.StringIO()
    said = Said(screen)
    said.page(1, 50)
    said.progress.refuse("a.txt: bad")
    said.page(1, 10)
    said.progress.close()
    first, wiped, second, end = screen.getvalue().split("\r\x1b[K")[1:]
    assert first == "[############------------] 50%, 1 pages, 1.0 a second"
    assert (wiped, end) == ("", "")
    assert len(second) == 59
    assert second.startswith("[##############----------] 60%, 2 pages, ")
    assert (said.noted, said.complained) == ([], ["a.txt: bad"])


def test_complaints_come_to_an_end() -> None:
    said = Said()
    for n in range(progress.MANY + 5):
        said.progress.refuse(f"{n}: bad")
    assert len(said.complained) == progress.MANY
    assert said.complained[-1] == f"{progress.MANY - 1}: bad; the quarantine will name the others"
    assert said.progress.line().endswith(f"{progress.MANY + 5} in quarantine")
