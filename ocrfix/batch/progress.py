"""A long run says how far it is: on a terminal on one line that stays, elsewhere on a line now and then."""

import shutil
import sys
import time
from collections.abc import Callable
from typing import TextIO

TERMINAL, ELSEWHERE = 0.2, 30.0  # seconds between two lines
BAR = 24  # characters
MANY = 20  # that are refused


class Progress:
    """How far a run is, by the bytes of its input.

    ``say`` gets what a user may not care for, ``complain`` what went wrong, a line each.
    """

    def __init__(
        self,
        say: Callable[[str], None],
        complain: Callable[[str], None],
        screen: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ):
        """``screen`` is a terminal, None where there is none."""
        self.say, self.complain, self.screen, self.clock = say, complain, screen, clock
        self.total = self.read = 0  # bytes as they are stored
        self.pages = self.refused = 0
        self.begun = self.said = clock()
        self.first: tuple[float, int] | None = None  # when the first page was done, and how much had been read then

    def moved(self, count: int) -> None:
        """So many bytes were read."""
        self.read += count

    def page(self, count: int = 1) -> None:
        """So many pages were cleaned."""
        self.first = self.first or (self.clock(), self.read)
        self.pages += count
        if self.clock() - self.said >= (TERMINAL if self.screen else ELSEWHERE):
            self.said = self.clock()
            self._show(self.line())

    def note(self, message: str) -> None:
        """Say something else, above the line."""
        self._wipe()
        self.say(message)

    def refuse(self, message: str) -> None:
        """Say of a page, or of a file, why it cannot be cleaned; where they are many, not of all."""
        self.refused += 1
        if self.refused <= MANY:
            self._wipe()
            self.complain(message if self.refused < MANY else f"{message}; the quarantine will name the others")

    def close(self) -> None:
        self._wipe()

    def line(self) -> str:
        """The state of the run: share, pages, rate, remaining time."""
        share = [f"{self._share():.0%}"] if self.total else []
        pages = f"{self.pages:,} pages, {self.pages / max(0.001, self.clock() - self.begun):.1f} a second"
        told = [*share, pages, *self._left()]
        return ", ".join(told + [f"{self.refused} in quarantine"] * bool(self.refused))

    def _share(self) -> float:
        return min(1.0, self.read / self.total) if self.total else 0.0

    def _left(self) -> list[str]:
        """The time that is left, as far as the rate since the first page tells; pages that were kept take none."""
        since, read = self.first or (self.begun, 0)
        if self.read <= read or not self.total:
            return []
        seconds = round((self.clock() - since) / (self.read - read) * max(0, self.total - self.read))
        return [f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02} left"]

    def _show(self, line: str) -> None:
        if not self.screen:
            self.say(line)
            return
        done = round(BAR * self._share())
        room = shutil.get_terminal_size().columns - 1
        bar = "#" * done + "-" * (BAR - done)
        self.screen.write("\r\x1b[K" + f"[{bar}] {line}"[:room])
        self.screen.flush()

    def _wipe(self) -> None:
        if self.screen:
            self.screen.write("\r\x1b[K")
            self.screen.flush()


def terminal() -> TextIO | None:
    """Standard error, where that is a terminal."""
    return sys.stderr if sys.stderr and sys.stderr.isatty() else None
