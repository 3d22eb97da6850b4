"""Ray Data hands batches of pages to the machines of a cluster; each page is a row, and stays one.

So a page's id can name it to Ray's checkpoints: whatever worker or driver dies, a rerun cleans and writes what is
missing, and nothing twice.
"""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ocrfix.batch.work import STANDING, Item, clean_item
from ocrfix.extras import extra
from ocrfix.formats import dump
from ocrfix.model import Page
from ocrfix.pipeline import Orders
from ocrfix.profile import Profile

with extra("ray", "ray", "pyarrow"):
    import pyarrow as pa
    from ray.data import Dataset
    from ray.data.checkpoint import CheckpointConfig

BATCH = 128  # pages a task: with fewer, handing them over takes longer than the work
Show = str | Callable[[Page], str]


def clean_dataset(
    pages: Dataset,
    *,
    text: str = "text",
    id: str = "id",
    checkpoint: str | Path | None = None,
    show: Show = "json",
    orders: Orders = STANDING,
    profile: Profile | None = None,
    batch: int = BATCH,
) -> Dataset:
    """``pages`` with the columns ``cleaned`` and ``error``, one of which is null; the other columns stay.

    A row is a page, its text in the column ``text``. ``show`` says what ``cleaned`` is: ``"txt"`` and ``"md"`` a text,
    ``"json"`` the page's record, ``"jsonl"`` a list of its articles, both as JSON; or what a function makes of the page.
    ``batch`` is how many pages a task gets. Nothing runs until the dataset is read or written.

    ``checkpoint`` is a folder that all machines reach, or the address of an object store: it keeps the ids (column ``id``)
    of the pages that are written, so that the same again, after whatever died, writes the others only. ``pages`` must
    then come straight from files or a datasource.
    """
    sheets = pages.repartition(target_num_rows_per_block=batch)
    work = partial(_clean_table, text=text, show=show, orders=orders, profile=profile)
    cleaned = sheets.map_batches(work, batch_size=batch, batch_format="pyarrow")
    if checkpoint:
        place = str(checkpoint) if "://" in str(checkpoint) else os.path.abspath(checkpoint)
        cleaned.context.checkpoint_config = CheckpointConfig(id, place, delete_checkpoint_on_success=False)
    return cleaned


def _clean_table(table: "pa.Table", text: str, show: Show, orders: Orders, profile: Profile | None) -> "pa.Table":
    """What a task does with its pages."""
    pages = (Item("", page or "") for page in table.column(text).to_pylist())
    results = [clean_item(page, orders, show, profile) for page in pages]
    columns = {
        "cleaned": [_as_text(result["cleaned"]) for result in results],
        "error": [result["error"] for result in results],
    }
    table = table.drop_columns([name for name in columns if name in table.column_names])
    for name, values in columns.items():
        table = table.append_column(name, pa.array(values, pa.large_string()))
    return table


def _as_text(cleaned: object) -> str | None:
    return cleaned if cleaned is None or isinstance(cleaned, str) else dump(cleaned)
