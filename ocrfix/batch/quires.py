"""A quire is a gathering of leaves: what is written at once, a page with its files or some hundred rows of a file.

An archive is always cut into the same quires, so that a run which was interrupted finds those that are done; what a
quire is made of stands in its hash.
"""

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ocrfix.batch.work import Item, Show
from ocrfix.write import MANIFEST, CannotWrite, page_files, write_file, write_folder


class Refused(NamedTuple):
    """What cannot be cleaned: a page or row (from 1) of an input, or all of it (0), and why."""

    name: str
    page: int
    reason: str
    id: str = ""
    kind: str = "input"  # it could not be read; or "bug", or "lost": it took too long, or killed its workers

    def line(self) -> str:
        """Where, and why, for the user."""
        where = self.reason.startswith(f"{self.name}: ")  # what is wrong with a whole file says so itself
        return self.reason if where else f"{self.name}, page {self.page}: {self.reason}"


@dataclass(slots=True)
class Volume:
    """A file of rows, put together from its quires once all of them are there.

    ``join`` makes one file of their ``parts``, which are kept in a folder until then.
    """

    key: str
    path: Path
    parts: Path
    join: Callable[[Path, Sequence[Path]], None]
    form: str
    cut: int = 0  # quires so far
    left: int = 1  # quires to be written, and the end of the input
    columns: Any = None  # of its first table, where it is of tables
    counts: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    def part(self, n: int) -> Path:
        """The file of the n-th quire, from 1."""
        return self.parts / f"{n:08}"

    @property
    def sha256(self) -> str:
        """The hash of what its quires so far are made of."""
        return self.digest.hexdigest()

    def bind(self) -> None:
        """Put the parts together. Raises CannotWrite."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.join(self.path, [self.part(n) for n in range(1, self.cut + 1)])
        except OSError as e:
            raise CannotWrite(f"{self.path}: {e.strerror or e}") from e

    def put_away(self) -> None:
        """Remove the parts."""
        shutil.rmtree(self.parts, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Quire:
    """Pages that are written at once.

    ``key`` names it by its place in the output; where ``file`` is, it was written; ``write`` takes what ``show`` made of
    each item, None where that failed.
    """

    key: str
    sha256: str
    items: Sequence[Item]
    file: Path
    show: Show
    write: Callable[[list[Any]], None]
    refused: Sequence[Refused] = ()
    volume: Volume | None = None


def page_quire(item: Item, place: str, output: Path, form: str) -> Quire:
    """A page that gets a folder of its own."""
    folder = output / place

    def write(shown: list[Any]) -> None:
        if shown[0] is not None:
            write_folder(folder, shown[0], force=True)

    return Quire(place, sha256([item.text]), [item], folder / MANIFEST, partial(page_files, form=form), write)


def volume_quire(
    volume: Volume, sha256: str, items: Sequence[Item], refused: Sequence[Refused], part: Callable[[list[Any]], bytes]
) -> Quire:
    """The next rows of a volume; ``part`` makes their file of what is shown of each item."""
    volume.cut += 1
    volume.left += 1
    volume.digest.update(sha256.encode())
    file = volume.part(volume.cut)

    def write(shown: list[Any]) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(file, part(shown), force=True)

    return Quire(f"{volume.key}#{volume.cut}", sha256, items, file, volume.form, write, refused, volume)


def sha256(parts: Sequence[str | bytes]) -> str:
    """The hash of what a quire is made of, and of where each part of it ends."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()
