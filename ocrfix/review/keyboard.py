"""Keys and lines from an editor: single keys where a keyboard is, else the first character of each line of input."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

try:
    import termios
    import tty
except ImportError:  # no POSIX: keys are followed by the return key
    termios = tty = None  # type: ignore[assignment]

END = "\x04"  # Control-D


class Keyboard:
    """Standard input, one key at a time; ``line`` is one line, with its editing keys and its echo."""

    def __init__(self, cooked: list[Any] | None):
        self._cooked = cooked

    def key(self) -> str:
        """The next key; "" at the end of input."""
        if self._cooked is not None:
            return sys.stdin.read(1).replace(END, "")
        line = sys.stdin.readline()
        return line.strip()[:1] or ("?" if line else "")

    def line(self) -> str:
        """The next line, its line feed with it; "" at the end of input."""
        if self._cooked is None:
            return sys.stdin.readline()
        keys = termios.tcgetattr(sys.stdin)
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self._cooked)
        try:
            return sys.stdin.readline()
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, keys)


@contextmanager
def keyboard() -> Iterator[Keyboard]:
    """The keyboard, for the time of a review; the terminal is left as it was."""
    if termios is None or not sys.stdin.isatty():
        yield Keyboard(None)
        return
    cooked = termios.tcgetattr(sys.stdin)
    tty.setcbreak(sys.stdin, termios.TCSADRAIN)
    try:
        yield Keyboard(cooked)
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, cooked)
