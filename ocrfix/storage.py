"""A file may be stored compressed: its name says with what, and it is read as if it were not."""

import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast

from ocrfix.extras import extra

PACKED = (".gz", ".zst")
ZSTD = ("compression.zstd", "backports.zstd")  # the standard library's from Python 3.14 on


def unpacked(path: str) -> str:
    """The name without the suffix of its compression: ``a.txt`` for ``a.txt.gz``."""
    return path.rpartition(".")[0] if path.endswith(PACKED) else path


@contextmanager
def opened(path: str | Path, moved: Callable[[int], None] | None = None) -> Iterator[BinaryIO]:
    """The bytes of a file, decompressed; ``moved`` gets the number of stored bytes whenever some were read.

    Raises OSError, extras.MissingExtra, and, once what is stored proves to be damaged, one of ``damage()``.
    """
    with io.BufferedReader(_Metered(path, moved)) as stored:
        if str(path).endswith(".gz"):
            import gzip

            with gzip.GzipFile(fileobj=stored) as stream:
                yield cast(BinaryIO, stream)
        elif str(path).endswith(".zst"):
            with _zstd().open(stored) as stream:
                yield stream
        else:
            yield stored


def packed(data: bytes, path: str | Path) -> bytes:
    """``data`` compressed as the name says, the same bytes every time; such pieces may stand one after the other."""
    if str(path).endswith(".gz"):
        import gzip

        return gzip.compress(data, mtime=0)
    return cast(bytes, _zstd().compress(data)) if str(path).endswith(".zst") else data


def damage() -> tuple[type[Exception], ...]:
    """What reading a damaged file raises, besides OSError."""
    return (EOFError, zlib.error, *(sys.modules[name].ZstdError for name in ZSTD if sys.modules.get(name)))


class _Metered(io.FileIO):
    """A file that tells how much of it was read."""

    def __init__(self, path: str | Path, moved: Callable[[int], None] | None):
        super().__init__(path)
        self._moved = moved

    def readinto(self, buffer: Any) -> int | None:
        count = super().readinto(buffer)
        if count and self._moved:
            self._moved(count)
        return count


def _zstd() -> Any:
    if sys.version_info >= (3, 14):
        return import_module(ZSTD[0])
    with extra("zst", "backports"):
        return import_module(ZSTD[1])
