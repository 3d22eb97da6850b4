"""Workers and drivers that are really killed: every page comes out once, byte for byte as if nothing had happened."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from batching import archive, children, clean, desk, page, start, tree

__all__ = ["desk"]
PAGES, MANY = 60, 200  # many: a run must not be over before it is stopped
PATIENCE = 120.0  # seconds


def until(ready: Callable[[], bool], driver: "subprocess.Popen[bytes]") -> None:
    """Wait for something that happens in the middle of a run."""
    end = time.monotonic() + PATIENCE
    while not ready():
        assert driver.poll() is None, "the run was over before"
        assert time.monotonic() < end
        time.sleep(0.01)


def written(folder: str) -> int:
    return sum(1 for _ in Path(folder).rglob("page.json"))


def entered(folder: str) -> list[str]:
    """The quires in the journal."""
    rows = map(json.loads, Path(folder, ".ocrfix/journal.jsonl").read_text("utf-8").splitlines())
    return [row["quire"] for row in rows if "quire" in row]


def test_one_worker_is_killed_and_the_driver_twice(desk: Path) -> None:
    archive(Path("in"), PAGES)
    assert clean("in", "-o", "calm")[0] == 0
    run = ("in", "-o", "out", "--jobs", "2", "--summary", "sums.json")

    with start(*run) as driver:
        until(lambda: written("out") >= 8, driver)
        victim = children(driver.pid)[0]
        os.kill(victim, signal.SIGKILL)
        until(lambda: written("out") >= 16, driver)
        assert victim not in children(driver.pid)
        driver.kill()
    with start(*run) as driver:
        until(lambda: written("out") >= 36, driver)
        driver.kill()
    assert written("out") < PAGES
    with start(*run) as driver:
        assert driver.stderr
        err = driver.stderr.read().decode()
        assert (driver.wait(), err.count("\n")) == (0, 1)

    assert tree("out") == tree("calm")
    assert sorted(entered("out")) == sorted(set(entered("out"))) == sorted(entered("calm"))
    sums = json.loads(Path("sums.json").read_bytes())
    assert (sums["pages"], sums["quarantine"]) == (PAGES, 0)
    assert 0 < sums["earlier"] < PAGES


@pytest.mark.parametrize("output", ["out", "out.jsonl.gz"])
def test_ctrl_c_leaves_whole_files_only(desk: Path, output: str) -> None:
    rows = [json.dumps({"id": n, "text": page(n)}) + "\n" for n in range(MANY)]
    Path("in").mkdir()
    Path("in/rows.jsonl").write_text("".join(rows), "utf-8")
    archive(Path("in"), 20)
    assert clean("in", "-o", f"calm/{output}")[0] == 0
    state = Path(output, ".ocrfix") if output == "out" else Path(f".{output}.ocrfix")
    with start("in", "-o", output, "--jobs", "2") as driver:
        assert driver.stderr
        until(lambda: written(output) > 3 if output == "out" else bool(children(driver.pid)), driver)
        os.killpg(driver.pid, signal.SIGINT)  # a terminal sends it to all of them
        assert (driver.stderr.read(), driver.wait()) == (b"ocrfix: stopped; the same command goes on from here\n", 130)
        assert not children(driver.pid)
    assert not list(Path().rglob(".ocrfix-*.tmp"))
    if output == "out":
        pages = {name.rpartition("/")[0] for name in tree("out") if "/" in name}
        assert {
            name: data for name, data in tree(f"calm/{output}").items() if name.rpartition("/")[0] in pages
        } == tree("out")
    else:
        assert not Path(output).exists()
    assert state.exists()
    with start("in", "-o", output, "--jobs", "2", "-q") as driver:
        assert driver.stderr
        assert (driver.stderr.read(), driver.wait()) == (b"", 0)
    if output == "out":
        assert tree("out") == tree("calm/out")
    else:
        assert Path(output).read_bytes() == Path("calm", output).read_bytes()
        assert not state.exists()
