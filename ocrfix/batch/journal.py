"""A journal says which quires are written: it only grows, a line a quire, and a line that was cut short says nothing.

A quire is entered once it is on the disk, so what is entered need not be done again; what was written and not entered is
written again, the same.
"""

import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from ocrfix.batch.quires import Refused
from ocrfix.formats import dump
from ocrfix.write import CannotWrite

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FILE = "journal.jsonl"
SCHEMA = "ocrfix/journal/1"
GROUP = 64  # entries that reach the disk together,
SECONDS = 1.0  # or those of so long a time


@dataclass(frozen=True, slots=True)
class Entry:
    """A quire that was written, what was found on it, and what was refused."""

    key: str
    sha256: str
    counts: Mapping[str, int]
    refused: Sequence[Refused] = ()


class Journal:
    """The journal in ``folder``, of runs with these ``options``, or begun ``anew``; only one run at a time may hold it.

    Raises CannotWrite, also where another run holds it, or its options are others.
    """

    def __init__(self, folder: Path, options: Mapping[str, Any], anew: bool = False):
        self.path = folder / FILE
        self._at: dict[int, int] = {}  # where the last entry of a key stands; keys by their hash, for memory
        self._waiting = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _held(folder / "lock")
            self._file = open(self.path, "a+b")  # noqa: SIM115
            if anew:
                self._file.truncate(0)
            self._read(options)
        except OSError as e:
            raise e if isinstance(e, CannotWrite) else CannotWrite(f"{self.path}: {e.strerror or e}") from e
        self._synced = time.monotonic()

    def find(self, key: str, sha256: str) -> Entry | None:
        """The entry of a quire, where it was made of the same."""
        entry = self._entry(self._at[hash(key)]) if hash(key) in self._at else None
        return entry if entry and (entry.key, entry.sha256) == (key, sha256) else None

    def knows(self, key: str) -> bool:
        """Was there ever a quire of that name?"""
        return hash(key) in self._at

    def add(self, entry: Entry) -> None:
        """Enter a quire that is on the disk. Raises CannotWrite."""
        row = {"quire": entry.key, "sha256": entry.sha256, "counts": entry.counts, "refused": entry.refused}
        try:
            self._at[hash(entry.key)] = self._file.seek(0, os.SEEK_END)
            self._file.write(dump(row).encode() + b"\n")
            self._waiting += 1
            if self._waiting == GROUP or time.monotonic() - self._synced > SECONDS:
                self.sync()
        except OSError as e:
            raise CannotWrite(f"{self.path}: {e.strerror or e}") from e

    def sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._waiting, self._synced = 0, time.monotonic()

    def close(self) -> None:
        """Everything reaches the disk; another run may take over."""
        try:
            self.sync()
        finally:
            self._file.close()
            self._lock.close()

    def _read(self, options: Mapping[str, Any]) -> None:
        """Note where entries stand; cut off a line that was cut short."""
        self._file.seek(0)
        header = _parsed(self._file.readline())
        if header.get("schema") != SCHEMA:  # new, or not even begun
            self._file.truncate(0)
            self._file.write(dump({"schema": SCHEMA, "options": options}).encode() + b"\n")
            self.sync()
            return
        if changed := [name for name, value in options.items() if header.get("options", {}).get(name) != value]:
            told = " and ".join(changed)
            raise CannotWrite(f"{self.path.parent.parent}: begun with another {told}; --force begins anew")
        at = self._file.tell()
        for line in self._file:
            if not line.endswith(b"\n"):
                self._file.truncate(at)
            elif (key := _parsed(line).get("quire")) is not None:
                self._at[hash(key)] = at
            at += len(line)

    def _entry(self, at: int) -> Entry:
        self._file.seek(at)
        row = _parsed(self._file.readline())
        return Entry(row["quire"], row["sha256"], row["counts"], tuple(Refused(*r) for r in row["refused"]))


def _parsed(line: bytes) -> dict[str, Any]:
    """An entry; nothing where the disk made something else of it."""
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _held(path: Path) -> BinaryIO:
    """A file that no other process holds; it is let go when this one closes it, or dies."""
    handle = open(path, "ab")  # noqa: SIM115
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as e:
        handle.close()
        raise CannotWrite(f"{path}: another run is writing here") from e
    return handle
