"""An edition is a folder of pages, a file of several, or all files whose names share a key such as the day."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple
from warnings import warn

from ocrfix.model import Source
from ocrfix.read import BadInput, read
from ocrfix.storage import unpacked
from ocrfix.write import safe_name

SUFFIXES = {".txt", ".text"}  # of the files that are read from a folder, compressed or not
ALONE = "edition"  # what an edition without a name is called


class Issue(NamedTuple):
    """An edition to be: what to call it, where it goes below the output (parted by slashes), its pages in order."""

    name: str
    place: str
    pages: tuple[Source, ...]


class _File(NamedTuple):
    """A file, and the folder that it is in, as seen from the one that was named; empty for a file that was."""

    path: str
    folder: str


def issues(
    names: Iterable[str],
    key: re.Pattern[str] | None = None,
    encoding: str | None = None,
    tell: Callable[[str], None] = warn,
    fail: Callable[[BadInput], None] | None = None,
) -> Iterator[Issue]:
    """The editions in files and folders (with the folders in them), in the order of their names.

    A file of several pages is an edition; the other files of a folder are one, in the order of their names, numbers as
    numbers. With a ``key``, all files in whose path it finds the same (its first group, if it has one) are one edition.
    ``encoding`` and ``tell`` as in read.read; ``fail`` gets what cannot be read, else it is raised. Raises BadInput.
    """
    refuse = fail or _raise
    grouped: dict[str, list[_File]] = {}
    for file in _files(names):
        shared = _shared(file, key)
        if shared is None:
            refuse(BadInput(f"{file.path}: --by finds nothing in its name"))
        else:
            grouped.setdefault(shared, []).append(file)
    taken: set[str] = set()
    for shared, files in grouped.items():
        loose: list[Source] = []
        for file in sorted(files, key=lambda f: in_order(f.path)):
            try:
                pages = tuple(read(file.path, encoding, tell))
            except BadInput as e:
                refuse(e)
                continue
            if len(pages) > 1 and not key:
                yield Issue(file.path, _free(_place(file.folder, file.path), taken), pages)
            else:
                loose += pages
        if loose:
            first = files[0]
            name = (
                shared
                if key
                else first.folder or os.path.basename(os.path.dirname(os.path.abspath(first.path))) or ALONE
            )
            yield Issue(name, _free(safe_name(shared) if key else _place(name), taken), tuple(loose))


def _free(place: str, taken: set[str]) -> str:
    """The place, numbered where another edition has it."""
    free, n = place, 1
    while free.casefold() in taken:
        n += 1
        free = f"{place}-{n}"
    taken.add(free.casefold())
    return free


def _raise(error: BadInput) -> None:
    raise error


def _files(names: Iterable[str]) -> Iterator[_File]:
    names = list(names)
    for name in names:
        if name == "-" or not os.path.isdir(name):
            yield _File(name, "")
            continue
        root = os.path.basename(os.path.abspath(name))
        for folder, below, files in os.walk(name):
            below[:] = sorted(b for b in below if not b.startswith("."))
            inner = os.path.relpath(folder, name)
            if inner == os.curdir or len(names) > 1:
                inner = os.path.normpath(os.path.join(root, inner))
            yield from (_File(os.path.join(folder, f), inner) for f in sorted(files) if _is_text(f))


def _is_text(name: str) -> bool:
    return not name.startswith(".") and PurePath(unpacked(name)).suffix.lower() in SUFFIXES


def _shared(file: _File, key: re.Pattern[str] | None) -> str | None:
    """What the files of an edition share: what the key finds in their paths, else their folder."""
    if not key:
        return os.path.dirname(os.path.abspath(file.path)) if file.path != "-" else file.path
    found = key.search(file.path)
    return (found[1] if key.groups else found[0]) if found else None


def _place(folder: str, file: str = "") -> str:
    parts = [p for p in PurePath(folder).parts if p not in (os.sep, ".", "..")]
    stem = [PurePath(unpacked(PurePath(file).name)).stem if file != "-" else "stdin"] if file else []
    return "/".join(map(safe_name, [*parts, *stem])) or ALONE


def in_order(path: str) -> list[tuple[int, int, str]]:
    """Sorts names with numbers as numbers: page 2 before page 10."""
    parts = re.split(r"(\d+)", PurePath(path).name.casefold())
    return [(1, int(p), "") if p.isdecimal() else (0, 0, p) for p in parts]
