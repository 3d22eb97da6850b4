"""Most regular expressions of a program are not needed to start it: they are compiled when first used."""

import re
from typing import Any, cast


class _Late:
    """Becomes what re.compile makes, method by method."""

    def __init__(self, pattern: str, flags: int):
        self._asked = pattern, flags

    def __getattr__(self, name: str) -> Any:
        made = getattr(re.compile(*self._asked), name)  # re keeps what it compiled lately
        setattr(self, name, made)
        return made


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As re.compile, which does the work at the first use."""
    return cast(re.Pattern[str], _Late(pattern, flags))
