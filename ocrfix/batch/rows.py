"""A row of JSON lines is a page with what is known of it; its clean text is added, and not a byte of the rest is changed."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ocrfix.batch.quires import Quire, Refused, Volume, sha256, volume_quire
from ocrfix.batch.work import Item
from ocrfix.formats import dump
from ocrfix.read import BadInput, readable
from ocrfix.storage import opened, packed
from ocrfix.write import replaced

ROWS = 256  # of a quire, at most
BYTES = 4 << 20  # of its rows, about
LONGEST = 1 << 27  # bytes of a row: what is longer is a mistake, or an attack


class Fields(NamedTuple):
    """The fields of a row: where its text and its name stand, and where the clean text goes."""

    text: str = "text"
    id: str = "id"
    cleaned: str = "cleaned"


USUAL = Fields()


class Row(NamedTuple):
    """A line, with the page on it or the reason why there is none; without ``kept`` it is not written again."""

    line: bytes
    item: Item | None = None
    refused: Refused | None = None
    kept: bool = True


def json_rows(path: str, fields: Fields, moved: Callable[[int], None]) -> Iterator[Row]:
    """The rows of a file of JSON lines, blank ones left out. A file that ends badly, or is none, ends in a refusal."""
    number = 0
    try:
        with readable(path), opened(path, moved) as stream:
            for number, line in enumerate(iter(lambda: stream.readline(LONGEST + 1), b""), 1):
                if len(line) > LONGEST:
                    raise BadInput(f"{path}: row {number}: longer than any row ({LONGEST:,} bytes)")
                if line := line.removeprefix(b"\xef\xbb\xbf" * (number == 1)).strip():
                    yield _row(path, number, line, fields)
    except BadInput as e:
        yield Row(b"", None, Refused(path, 0, str(e)), kept=False)


def page_row(item: Item) -> Row:
    """A page of text as a row."""
    known = {"id": item.id, "name": item.name, "page": item.page, "encoding": item.encoding}
    return Row(dump(known).encode(), item)


def row_quires(rows: Iterable[Row], fields: Fields, volume: Volume) -> Iterator[Quire]:
    """Rows gathered in quires."""
    gathered: list[Row] = []
    size = 0
    for row in rows:
        gathered.append(row)
        size += len(row.line) + (len(row.item.text) if row.item else 0)
        if len(gathered) == ROWS or size >= BYTES:
            yield _quire(gathered, fields, volume)
            gathered, size = [], 0
    if gathered:
        yield _quire(gathered, fields, volume)


def bind_lines(path: Path, parts: Sequence[Path]) -> None:
    """One file of all parts. Raises OSError."""
    with replaced(path) as whole:
        for part in parts:
            with open(part, "rb") as f:
                shutil.copyfileobj(f, whole)


def _row(path: str, number: int, line: bytes, fields: Fields) -> Row:
    """Raises BadInput where the first row shows that the file is none, or its fields are others."""
    try:
        known = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        known = None
    if not isinstance(known, dict):
        return _refused(path, number, "no JSON object", line, kept=False)
    if fields.cleaned in known:
        return _refused(
            path, number, f"a field {fields.cleaned!r} is there already; --field names another", line, False
        )
    if fields.text not in known:
        others = ", ".join(map(repr, known)) or "no fields"
        return _refused(path, number, f"no field {fields.text!r} but {others}; --text-field names another", line)
    text, id = known[fields.text], str(known.get(fields.id, f"{path}#{number}"))
    if text is None:
        return Row(line)
    if not isinstance(text, str):
        return Row(line, None, Refused(path, number, f"the field {fields.text!r} is no text", id))
    return Row(line, Item(id, text, path, number))


def _refused(path: str, number: int, reason: str, line: bytes, kept: bool = True) -> Row:
    if number == 1:
        raise BadInput(f"{path}: row 1: {reason}")
    return Row(line, None, Refused(path, number, reason), kept)


def _quire(rows: list[Row], fields: Fields, volume: Volume) -> Quire:
    made_of = [part for row in rows for part in (row.line, row.item.text if row.item else "")]
    items = [row.item for row in rows if row.item]
    refused = [row.refused for row in rows if row.refused]
    return volume_quire(volume, sha256(made_of), items, refused, partial(_part, rows, fields.cleaned, volume.path))


def _part(rows: list[Row], field: str, path: Path, cleaned: list[Any]) -> bytes:
    values = iter(cleaned)
    lines = [(row, next(values) if row.item else None) for row in rows]
    return packed(b"".join(_added(row.line, field, value) for row, value in lines if row.kept), path)


def _added(line: bytes, field: str, value: object) -> bytes:
    """A JSON object on a line with one field more."""
    head = line[:-1].rstrip()
    comma = b"" if head == b"{" else b", "
    return head + comma + f"{dump(field)}: {dump(value)}".encode() + b"}\n"
