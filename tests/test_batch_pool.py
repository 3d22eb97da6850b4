"""Workers that die, hang, or never start: what each costs, and what it does not."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from ocrfix.batch import pool
from ocrfix.batch.pool import Lost, NoWorkers, run

LONG = 60.0


def task(given: str) -> str:
    """What a worker does here: as it is told."""
    verb, _, rest = given.partition(" ")
    if verb == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if verb == "die-once":
        try:
            os.close(os.open(rest, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return "second try"
        os.kill(os.getpid(), signal.SIGKILL)
    if verb == "hang":
        time.sleep(1000)
    if verb == "pid":
        return str(os.getpid())
    if verb == "big":
        return "x" * 5_000_000
    return given.upper()


class Unborn:
    """Work that cannot be unpickled."""

    def __call__(self, given: str) -> str:
        return given

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (9,)


def done(given: list[str], jobs: int = 2, limit: float = LONG) -> list[str | Lost]:
    """What becomes of each, in the order given; everything comes out exactly once."""
    found = list(run(task, enumerate(given), jobs, limit))
    assert sorted(k for k, _ in found) == list(range(len(given)))
    return [got for _, got in sorted(found, key=lambda f: f[0])]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_everything_is_done_once_by_however_many(jobs: int) -> None:
    assert done([f"page {n}" for n in range(40)], jobs) == [f"PAGE {n}" for n in range(40)]


def test_nothing_to_do() -> None:
    assert done([]) == []


def test_what_is_large_passes() -> None:
    assert list(map(len, done(["big", "y" * 5_000_000, "big"]))) == [5_000_000] * 3  # type: ignore[arg-type]


def test_no_more_workers_than_tasks() -> None:
    assert len(set(done(["pid", "pid"], 50))) <= 2


def test_a_worker_that_dies_costs_no_page(tmp_path: object) -> None:
    given = ["a", f"die-once {tmp_path}/1", "b", f"die-once {tmp_path}/2", "c", "d"]
    assert done(given) == ["A", "second try", "B", "second try", "C", "D"]


def test_a_page_that_kills_its_workers_is_lost_alone() -> None:
    assert done(["a", "die", "b", "c"], 1) == ["A", Lost("two workers died on it, one after the other"), "B", "C"]


def test_a_page_without_end_is_lost_alone() -> None:
    assert done(["a", "hang", "b", "c"], limit=2) == ["A", Lost("not done in 2 seconds"), "B", "C"]


def test_workers_that_never_start() -> None:
    with pytest.raises(NoWorkers, match="workers die as they start"):
        list(run(Unborn(), enumerate("abc"), 2, LONG))


def test_few_tasks_are_held_at_a_time() -> None:
    asked = 0

    def tasks() -> Iterator[tuple[int, str]]:
        nonlocal asked
        for asked in range(1, 201):
            yield asked, "page"

    held = [asked - n for n, _ in enumerate(run(task, tasks(), 3, LONG))]
    assert max(held) <= 2 * 3 + 1


def test_all_workers_are_gone_whoever_stops() -> None:
    found = run(task, ((n, "pid") for n in range(1000)), 3, LONG)
    pids = {int(str(got)) for _, got in (next(found), next(found), next(found))}
    found.close()
    assert not any(os.path.exists(f"/proc/{pid}") for pid in pids)


def test_ctrl_c_is_the_drivers_alone() -> None:
    own = signal.getsignal(signal.SIGINT)
    found = run(task, ((n, "pid") for n in range(50)), 1, LONG)
    _, first = next(found)
    os.kill(int(str(first)), signal.SIGINT)
    assert {got for _, got in found} == {first}
    assert signal.getsignal(signal.SIGINT) is own


def test_workers_end_when_their_driver_is_gone() -> None:
    pipe, far = pool.SPAWN.Pipe()
    process = pool.SPAWN.Process(target=pool.serve, args=(far, task))
    process.start()
    far.close()
    assert pipe.recv() is None
    pipe.close()
    process.join(LONG)
    assert process.exitcode == 0
