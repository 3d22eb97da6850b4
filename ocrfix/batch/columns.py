"""A table of Parquet has a page in every row; a column is added, and the others pass as they are."""

import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from ocrfix.batch.quires import Quire, Volume, sha256, volume_quire
from ocrfix.batch.rows import ROWS, Fields
from ocrfix.batch.work import Item
from ocrfix.extras import extra
from ocrfix.formats import dump
from ocrfix.read import BadInput, readable
from ocrfix.storage import opened
from ocrfix.write import replaced

TOGETHER = 64  # parts that make a row group


def table_quires(path: str, fields: Fields, volume: Volume, moved: Callable[[int], None]) -> Iterator[Quire]:
    """The rows of a table in quires. Raises BadInput, also where a table before it in the volume had other columns."""
    with readable(path):
        pa, pq = _arrow()
        with opened(path, moved) as stream:
            try:
                table = pq.ParquetFile(stream)
                _fit(path, table.schema_arrow, fields, volume)
                number = 1
                for batch in table.iter_batches(batch_size=ROWS):
                    yield _quire(path, batch, number, fields, volume)
                    number += batch.num_rows
                if number == 1:
                    yield _quire(path, pa.RecordBatch.from_pylist([], schema=table.schema_arrow), 1, fields, volume)
            except pa.ArrowException as e:
                raise BadInput(f"{path}: {str(e).splitlines()[0]}") from e


def bind_tables(path: Path, parts: Sequence[Path]) -> None:
    """One table of all parts. Raises OSError."""
    pa, pq = _arrow()
    with replaced(path) as whole, pq.ParquetWriter(whole, pq.read_schema(parts[0])) as writer:
        for k in range(0, len(parts), TOGETHER):
            writer.write_table(pa.concat_tables([pq.read_table(part) for part in parts[k : k + TOGETHER]]))


def _arrow() -> tuple[Any, Any]:
    """Raises MissingExtra."""
    with extra("parquet", "pyarrow"):
        return import_module("pyarrow"), import_module("pyarrow.parquet")


def _fit(path: str, schema: Any, fields: Fields, volume: Volume) -> None:
    """Raises BadInput where a table has not the columns that it needs, or other ones than its volume."""
    pa, _ = _arrow()
    if fields.cleaned in schema.names:
        raise BadInput(f"{path}: a column {fields.cleaned!r} is there already; --field names another")
    if fields.text not in schema.names:
        others = ", ".join(map(repr, schema.names)) or "none"
        raise BadInput(f"{path}: no column {fields.text!r} but {others}; --text-field names another")
    kind = schema.field(fields.text).type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        raise BadInput(f"{path}: the column {fields.text!r} is no text but {kind}")
    if volume.columns is not None and not volume.columns.equals(schema):
        raise BadInput(f"{path}: its columns are not those of the tables before it")
    volume.columns = schema


def _quire(path: str, batch: Any, number: int, fields: Fields, volume: Volume) -> Quire:
    texts = batch.column(fields.text).to_pylist()
    ids = batch.column(fields.id).to_pylist() if fields.id in batch.schema.names else []
    rows = [k for k, text in enumerate(texts) if text is not None]
    items = [Item(str(ids[k]) if ids else f"{path}#{number + k}", texts[k], path, number + k) for k in rows]
    made_of = sha256([batch.serialize().to_pybytes()])
    return volume_quire(volume, made_of, items, (), partial(_part, batch, rows, fields.cleaned))


def _part(batch: Any, rows: list[int], field: str, cleaned: list[Any]) -> bytes:
    pa, pq = _arrow()
    values: list[str | None] = [None] * batch.num_rows
    for k, value in zip(rows, cleaned, strict=True):
        values[k] = value if value is None or isinstance(value, str) else dump(value)
    table = pa.Table.from_batches([batch]).append_column(pa.field(field, pa.string()), pa.array(values, pa.string()))
    into = io.BytesIO()
    pq.write_table(table, into)
    return into.getvalue()
