"""An archive is cut into quires: a page of text makes one, and gets a folder; rows make one together, and stay rows."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from ocrfix.batch.columns import bind_tables, table_quires
from ocrfix.batch.inputs import Input, inputs, kind_of
from ocrfix.batch.journal import Journal
from ocrfix.batch.plan import Plan
from ocrfix.batch.quires import Quire, Refused, Volume, page_quire
from ocrfix.batch.rows import Row, bind_lines, json_rows, page_row, row_quires
from ocrfix.batch.work import Item
from ocrfix.model import Source
from ocrfix.read import BadInput, read, with_several
from ocrfix.storage import unpacked

Cut = Iterator[Quire | Refused | Volume]  # a Volume comes after its last quire


class Cutter(NamedTuple):
    """How an archive is cut.

    ``journal`` knows what is finished; ``tell`` gets remarks, ``moved`` the number of bytes whenever some were read.
    """

    plan: Plan
    journal: Journal
    tell: Callable[[str], None]
    moved: Callable[[int], None]

    def cut(self) -> Cut:
        """The quires of all inputs in their order, and what could not be read."""
        kind = kind_of(self.plan.output)
        if kind == "text":
            return self.into_folder()
        return self.bound(
            self.plan.output.name, self.plan.output, Cutter.all_tables if kind == "parquet" else Cutter.all_lines
        )

    def size(self) -> int:
        """Bytes of all inputs as they are stored."""
        return sum(_size(given.path) for given in inputs(self.plan.names, self.plan.output))

    def inputs(self) -> Iterator[Input]:
        return inputs(self.plan.names, self.plan.output, self.tell)

    def into_folder(self) -> Cut:
        """Pages into folders, rows into files of rows, each in its place."""
        for given in self.inputs():
            if given.kind == "text":
                yield from self.pages(given)
            else:
                key = given.place + _suffix(given)
                fill = Cutter.table if given.kind == "parquet" else Cutter.file_of_lines
                yield from self.bound(key, self.plan.output / key, partial(fill, given=given))

    def bound(self, key: str, path: Path, fill: "Callable[[Cutter, Volume], Cut]") -> Cut:
        """The quires of a volume, which ``fill`` cuts, and the volume; only that where it is finished and the same."""
        if self.journal.knows(key) and path.exists():
            probe = self.volume(key, path)
            for _ in fill(self._replace(tell=lambda _: None), probe):
                pass
            if self.journal.find(key, probe.sha256):
                yield probe
                return
        volume, refused = self.volume(key, path), False
        for thing in fill(self, volume):
            refused = refused or isinstance(thing, Refused)
            yield thing
        if volume.cut or not refused:
            yield volume

    def volume(self, key: str, path: Path) -> Volume:
        join = bind_tables if kind_of(path) == "parquet" else bind_lines
        return Volume(key, path, self.plan.state / "parts" / key, join, self.plan.form)

    def pages(self, given: Input) -> Cut:
        """A quire for each page of a file; where it is the only one, it needs no folder of its own."""
        try:
            for source, several in with_several(read(given.path, self.plan.encoding, self.tell, self.moved)):
                place = f"{given.place}/p{source.page:03}" if several else given.place
                yield page_quire(_item(source), place, self.plan.output, self.plan.form)
        except BadInput as e:
            yield Refused(given.path, 0, str(e))

    def table(self, volume: Volume, given: Input) -> Cut:
        """The quires of a table."""
        try:
            yield from table_quires(given.path, self.plan.fields, volume, self.moved)
        except BadInput as e:
            yield Refused(given.path, 0, str(e))

    def all_tables(self, volume: Volume) -> Cut:
        """The quires of all tables."""
        for given in self.inputs():
            if given.kind == "parquet":
                yield from self.table(volume, given)
            else:
                yield Refused(given.path, 0, f"{given.path}: only tables go into a .parquet file")

    def file_of_lines(self, volume: Volume, given: Input) -> Cut:
        """The quires of a file of JSON lines; none where it is no such file."""
        rows = self.lines(given)
        first = next(rows, None)
        if first and first.refused and not first.refused.page:
            yield first.refused
        elif first:
            yield from row_quires(chain([first], rows), self.plan.fields, volume)

    def all_lines(self, volume: Volume) -> Cut:
        """The quires of everything that can be a line of JSON."""
        return row_quires((row for given in self.inputs() for row in self.lines(given)), self.plan.fields, volume)

    def lines(self, given: Input) -> Iterator[Row]:
        """The rows of a file: those of JSON lines, or the pages of a text."""
        if given.kind == "jsonl":
            yield from json_rows(given.path, self.plan.fields, self.moved)
        elif given.kind == "parquet":
            yield Row(b"", None, Refused(given.path, 0, f"{given.path}: a table goes into a .parquet file"), kept=False)
        else:
            try:
                yield from map(page_row, map(_item, read(given.path, self.plan.encoding, self.tell, self.moved)))
            except BadInput as e:
                yield Row(b"", None, Refused(given.path, 0, str(e)), kept=False)


def _item(source: Source) -> Item:
    return Item(f"{source.name}#{source.page}", source.text, source.name, source.page, source.encoding)


def _size(path: str) -> int:
    try:
        return os.path.getsize(path) if os.path.isfile(path) else 0
    except OSError:
        return 0


def _suffix(given: Input) -> str:
    """What the output of a file of rows ends with: what it ends with, but that tables are not compressed again."""
    plain = unpacked(given.path)
    return ".parquet" if given.kind == "parquet" else os.path.splitext(plain)[1] + given.path[len(plain) :]
