"""What ocrfix works with but does not need: a missing package is named on one line, with the way to get it."""

from collections.abc import Iterator
from contextlib import contextmanager


class MissingExtra(ImportError):
    """An optional package is not installed; the message is one line for the user."""


@contextmanager
def extra(name: str, *packages: str) -> Iterator[None]:
    """Imports within need ``packages``, which the extra ``name`` of ocrfix brings. Raises MissingExtra.

    What else goes wrong while an installed package is imported is its own error, and passes.
    """
    try:
        yield
    except ModuleNotFoundError as e:
        package = (e.name or "").partition(".")[0]
        if package not in packages:
            raise
        raise MissingExtra(f"{package} is not installed: pip install 'ocrfix[{name}]'", name=e.name) from None
