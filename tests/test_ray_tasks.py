"""A Ray cluster in place of this machine's workers: the same results, and no page is lost but the one that kills."""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batching import archive, clean, start, tree
from bench.archive import page

from ocrfix.batch.pool import Lost, NoWorkers
from ocrfix.extras import MissingExtra

engine = pytest.importorskip("ocrfix.engines.tasks", exc_type=MissingExtra)
MANY = 300


@pytest.fixture(scope="class")
def cluster() -> Iterator[None]:
    """One for all tests; its workers find this module."""
    import ray

    path = os.pathsep.join(sys.path)
    os.environ |= {"RAY_worker_niceness": "0"}  # or a busy machine never comes to the test
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env={"env_vars": {"PYTHONPATH": path}})
    yield
    ray.shutdown()


def double(n: int) -> int:
    return 2 * n


class DiesOnce:
    def __init__(self, mark: Path):
        self.mark = mark

    def __call__(self, n: int) -> int:
        if n == 200 and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return 2 * n


def dies(n: int) -> int:
    if n == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * n


def sleeps(n: int) -> int:
    if n == 7:
        try:
            time.sleep(600)
        except Exception:  # the alarm must not be taken for an error of the page
            return -1
    return 2 * n


def deaf(n: int) -> int:
    """Busy in a library that does not let the interpreter hear."""
    if n == 7:
        sum(range(10**12))
    return 2 * n


def results(work: Any, count: int = MANY, limit: float = 60.0) -> dict[str, Any]:
    found = list(engine.run(work, ((f"page-{n}", n) for n in range(count)), 2, limit))
    assert len(found) == count
    return dict(found)


@pytest.mark.usefixtures("cluster")
class TestTasks:
    def test_every_task_is_done_once(self) -> None:
        assert results(double) == {f"page-{n}": 2 * n for n in range(MANY)}

    def test_no_tasks_no_results(self) -> None:
        assert results(double, 0) == {}

    def test_tasks_are_asked_for_as_they_are_needed(self) -> None:
        asked = 0

        def tasks() -> Iterator[tuple[int, int]]:
            nonlocal asked
            for asked in range(1, 5001):
                yield asked, asked

        found = engine.run(double, tasks(), 2, 60.0)
        next(found)
        assert asked <= engine.BATCH * engine.AHEAD * 2
        found.close()

    def test_a_killed_worker_costs_nothing(self, tmp_path: Path) -> None:
        work = DiesOnce(tmp_path / "dead")
        assert results(work) == {f"page-{n}": 2 * n for n in range(MANY)}
        assert work.mark.exists()

    @pytest.mark.parametrize(
        ("work", "reason"),
        [
            (dies, "two workers died on it, one after the other"),
            (sleeps, "not done in 1 seconds"),
            (deaf, "two workers died on it, one after the other"),
        ],
    )
    def test_a_page_that_kills_or_never_ends_is_the_only_one_lost(self, work: Any, reason: str) -> None:
        want = {f"page-{n}": 2 * n for n in range(20)}
        assert results(work, 20, 1.0) == want | {"page-7": Lost(reason)}


def done(out: Path) -> int:
    return sum(1 for _ in out.rglob("page.json"))


class TestCommand:
    """``ocrfix clean --engine ray``, on a cluster of its own."""

    def test_the_same_output_whoever_works(self, tmp_path: Path) -> None:
        archive(tmp_path / "in", 150)
        rows = [{"id": n, "text": page(n), "from": "list"} for n in range(150)]
        (tmp_path / "in" / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        (tmp_path / "in" / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
        assert clean(str(tmp_path / "in"), "-o", str(tmp_path / "ray"), "--engine", "ray", "--jobs", "2")[0] == 3
        assert clean(str(tmp_path / "in"), "-o", str(tmp_path / "alone"), "--jobs", "1")[0] == 3
        got, want = tree(tmp_path / "ray"), tree(tmp_path / "alone")
        assert len(want) > 150
        assert got == want

    def test_a_killed_driver_costs_nothing(self, tmp_path: Path) -> None:
        archive(tmp_path / "in", MANY)
        command = [str(tmp_path / "in"), "-o", str(tmp_path / "ray"), "--engine", "ray", "--jobs", "2"]
        driver = start(*command)
        while not done(tmp_path / "ray"):
            assert driver.poll() is None
            time.sleep(0.05)
        driver.kill()
        driver.communicate()
        before = {p: p.stat().st_mtime_ns for p in (tmp_path / "ray").rglob("page.json")}
        assert len(before) < MANY
        assert start(*command).wait() == 0
        assert clean(str(tmp_path / "in"), "-o", str(tmp_path / "alone"), "--jobs", "1")[0] == 0
        assert tree(tmp_path / "ray") == tree(tmp_path / "alone")
        again = sum(path.stat().st_mtime_ns != at for path, at in before.items())
        assert again < 100  # those that were written and not yet entered

    def test_a_cluster_that_cannot_be_reached(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("RAY_ADDRESS", "no such address")
        with pytest.raises(NoWorkers, match=r"^Ray: [^\n]+$"):
            list(engine.run(double, [(1, 1)], 1, 1.0))
