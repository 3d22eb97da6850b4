"""What ocrfix knows by heart comes with it, as files of tables; each is read when it is first asked for."""

from pkgutil import get_data
from typing import cast


def table(name: str) -> bytes:
    """The content of the bundled table of that name, such as ``weights.json``."""
    return cast(bytes, get_data(__package__, f"data/{name}"))


def rows(name: str) -> list[str]:
    """The lines of a bundled table in UTF-8, without remarks, which begin with #."""
    return [line for line in table(name).decode().splitlines() if not line.startswith("#")]
