"""Pages through Ray Data on this machine: the same as alone, each once, whoever is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ocrfix import Page, clean, formats
from ocrfix.extras import MissingExtra

engine = pytest.importorskip("ocrfix.engines.ray", exc_type=MissingExtra)
ROOT = Path(__file__).parents[1]
COUNT = 300
PLACES = "桥头 河岸 山脚 街口 码头".split()


def text(n: int) -> str:
    return f"镇上的书店搬到了{PLACES[n % 5]}第{n}\n号。⽼店关门了。\n"


class Killer:
    """Shows a page as text, and kills its own process once, at one page."""

    def __init__(self, mark: Path, victim: int):
        self.mark, self.victim = mark, victim

    def __call__(self, page: Page) -> str:
        if f"第{self.victim}\n" in page.source.text and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return formats.page_text(page)


class Slow:
    """Shows a page as text, slowly, and counts itself."""

    def __init__(self, tally: Path):
        self.tally = tally

    def __call__(self, page: Page) -> str:
        time.sleep(0.02)
        with open(self.tally, "a", encoding="utf-8") as f:
            f.write("page\n")
        return formats.page_text(page)


def start() -> Any:
    """A cluster of two on the loopback."""
    import ray

    os.environ |= {"RAY_worker_niceness": "0"}  # or a busy machine never comes to the test
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        logging_level="error",
        object_store_memory=200_000_000,
        _node_ip_address="127.0.0.1",
        runtime_env={"env_vars": {"PYTHONPATH": os.pathsep.join(sys.path)}},
    )
    ray.data.DataContext.get_current().enable_progress_bars = False
    return ray


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    cluster = start()
    yield cluster
    cluster.shutdown()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of small pages."""
    import pyarrow as pa
    from pyarrow import parquet

    path = tmp_path_factory.mktemp("pages") / "pages.parquet"
    parquet.write_table(
        pa.table({"id": [f"page-{n}" for n in range(COUNT)], "text": [text(n) for n in range(COUNT)]}), path
    )
    return path


ALONE = {f"page-{n}": formats.page_text(clean(text(n))) for n in range(COUNT)}


def test_every_page_as_alone(ray: Any, pages: Path) -> None:
    rows = engine.clean_dataset(ray.data.read_parquet(str(pages)), show="txt").take_all()
    assert {row["id"]: row["cleaned"] for row in rows} == ALONE
    assert len(rows) == COUNT
    assert {row["error"] for row in rows} == {None}


def test_the_record_of_a_page(ray: Any) -> None:
    (row,) = engine.clean_dataset(ray.data.from_items([{"page": text(7), "cleaned": 1}]), text="page").take_all()
    want = formats.page_json(clean(text(7)))
    assert json.loads(row["cleaned"])["articles"] == want["articles"]


def test_a_killed_worker_costs_nothing(ray: Any, pages: Path, tmp_path: Path) -> None:
    killer = Killer(tmp_path / "killed", 150)
    rows = engine.clean_dataset(ray.data.read_parquet(str(pages)), show=killer).take_all()
    assert killer.mark.exists()
    assert Counter(row["id"] for row in rows) == Counter(ALONE.keys())
    assert {row["id"]: row["cleaned"] for row in rows} == ALONE


def write(pages: str, home: str) -> None:
    """What a driver does: clean the pages slowly, write them, and keep which were written."""
    cluster = start()
    table = cluster.data.read_parquet(pages, override_num_blocks=3)
    cleaned = engine.clean_dataset(table, show=Slow(Path(home, "tally")), checkpoint=Path(home, "done"))
    cleaned.write_json(str(Path(home, "out")), force_ascii=False)


def test_a_killed_driver_costs_nothing(pages: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", f"import test_ray; test_ray.write({str(pages)!r}, {str(tmp_path)!r})"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    driver = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 300
    while not [f for f in (tmp_path / "done").glob("*.parquet") if "pending" not in f.name]:
        assert driver.poll() is None and time.monotonic() < until
        time.sleep(0.02)
    driver.kill()
    driver.wait()
    before = (tmp_path / "tally").read_text("utf-8").count("page")
    assert before < COUNT
    subprocess.run(command, env=env, check=True, capture_output=True)
    rows = [json.loads(line) for f in (tmp_path / "out").iterdir() for line in f.read_text("utf-8").splitlines()]
    assert Counter(row["id"] for row in rows) == Counter(ALONE.keys())
    assert {row["id"]: row["cleaned"] for row in rows} == ALONE
    assert (tmp_path / "tally").read_text("utf-8").count("page") < before + COUNT
