"""An archive is a tree of folders: it is read in the order of its names, each folder once, and what it holds keeps its place.

A link may lead back to a folder above it, and the output may stand inside the input: neither is read again.
"""

import glob
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ocrfix.storage import unpacked
from ocrfix.write import distinct

TEXTS = {".txt", ".text"}  # the names of files that are read from a folder; a file that is named may be called anything
ROWS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}  # files of many pages, a row each
RESERVED = ("quarantine",)  # what ocrfix itself writes into the folder of the output


class Input(NamedTuple):
    """A file to read, and its place under the output folder: a path without suffix, parted by slashes."""

    path: str
    place: str

    @property
    def kind(self) -> str:
        return kind_of(self.path)


def kind_of(path: str | Path) -> str:
    """What a file holds by its name: ``text``, or rows as ``jsonl`` or ``parquet``."""
    return ROWS.get(os.path.splitext(unpacked(str(path)))[1].lower(), "text")


def expanded(names: Iterable[str]) -> list[str]:
    """``names`` with patterns (``*``, ``?``, ``[..]``, ``**``) as a shell replaces them, for shells that do not.

    What matches nothing, and what names a file as it stands, stays.
    """
    found: list[str] = []
    for name in names:
        pattern = glob.has_magic(name) and not os.path.lexists(name)
        found += (sorted(glob.glob(name, recursive=True)) if pattern else []) or [name]
    return found


def inputs(names: Sequence[str], output: Path, tell: Callable[[str], None] = lambda _: None) -> Iterator[Input]:
    """The files of ``names``, which are files and folders, in an order that depends on their names alone.

    ``output``, a file or folder, is passed over where it stands among them. A folder that cannot be entered is given as
    a file, so that opening it says why. ``tell`` gets one line on each folder that holds files of other kinds.
    """
    walk = _Walk(output)
    for name, place in zip(names, distinct(map(_stem, names)), strict=True):
        if name == "-" or not os.path.isdir(name):
            yield Input(name, place)
            continue
        yield from walk.files(name, place if len(names) > 1 else "")
        if walk.passed:
            kinds = ", ".join(f"{suffix} {n}" for suffix, n in sorted(walk.passed.items()))
            tell(f"{name}: files that are neither text nor rows by their names, passed over: {kinds}")
            walk.passed.clear()


class _Walk:
    """A walk through folders that enters none twice."""

    def __init__(self, output: Path):
        self.output = output
        self.seen = {_mark(output)} - {None}
        self.passed: Counter[str] = Counter()  # files of other kinds, by suffix

    def files(self, folder: str, place: str) -> Iterator[Input]:
        """What is in ``folder``, whose place in the output is ``place``."""
        open_ = [iter([(folder, place)])]
        while open_:
            path, place = next(open_[-1], ("", ""))
            if not path:
                open_.pop()
            elif not os.path.isdir(path):
                yield Input(path, place)
            elif (mark := _mark(path)) not in self.seen:
                self.seen.add(mark)
                try:
                    open_.append(self.entries(path, place))
                except OSError:
                    yield Input(path, place)

    def entries(self, folder: str, place: str) -> Iterator[tuple[str, str]]:
        """What is wanted of a folder, with its place. Raises OSError."""
        paths = [path for name in sorted(os.listdir(folder)) if self.wanted(path := os.path.join(folder, name))]
        places = distinct(map(_stem, paths), () if place else RESERVED)
        return iter([(path, str(PurePosixPath(place, name))) for path, name in zip(paths, places, strict=True)])

    def wanted(self, path: str) -> bool:
        """A folder, or text or rows by its name; hidden ones and the output are not."""
        name = os.path.basename(path)
        if name.startswith(".") or (name == self.output.name and _mark(path) in self.seen):
            return False
        if os.path.isdir(path):
            return True
        suffix = os.path.splitext(unpacked(name))[1].lower()
        # A link that leads nowhere is wanted, too: something is missing there.
        good = suffix in TEXTS | ROWS.keys() and (os.path.isfile(path) or not os.path.exists(path))
        if not good:
            self.passed[suffix or name] += 1
        return good


def _stem(path: str) -> str:
    if path == "-":
        return "stdin"
    name = os.path.basename(os.path.abspath(path))
    return name if os.path.isdir(path) else os.path.splitext(unpacked(name))[0]


def _mark(path: str | Path) -> tuple[int, int] | None:
    """What tells a folder or file from all others, by whatever name."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
