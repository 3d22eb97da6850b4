"""A Ray cluster as a pool of workers: it takes pages by the batch, and gives back each page's result.

What reads, writes and keeps the journal is the same as on one machine (batch.run), so the output is the same, and a
killed driver loses no more. A machine or worker that dies costs its batches another try; a batch that dies twice is
taken apart, so that a page on which workers die is found.
"""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from types import FrameType
from typing import Any, TypeVar

from ocrfix.batch.pool import Lost, NoWorkers
from ocrfix.extras import extra

with extra("ray", "ray"):
    import ray
    from ray.exceptions import NodeDiedError, ObjectLostError, OutOfMemoryError, RayError, WorkerCrashedError

BATCH = 128  # pages a task: with fewer, handing them over takes longer than the work
AHEAD = 2  # tasks a processor that are handed out
DIED = (WorkerCrashedError, NodeDiedError, OutOfMemoryError, ObjectLostError)
Key = TypeVar("Key")
Given = TypeVar("Given")
Got = TypeVar("Got")


def run(
    work: Callable[[Given], Got], tasks: Iterable[tuple[Key, Given]], jobs: int, limit: float
) -> Iterator[tuple[Key, Got | Lost]]:
    """``work`` done on every task, in the order in which they finish; the twin of ``batch.pool.run``.

    The cluster is that of RAY_ADDRESS, or one of this machine with ``jobs`` workers. ``limit`` is in seconds a task; one
    that takes longer, or on which two workers died, is Lost. Raises NoWorkers.
    """
    with _cluster(jobs):
        most = AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
        shared = ray.put(work)
        todo = iter(tasks)
        busy: dict[Any, tuple[tuple[Key, Given], ...]] = {}
        while True:
            while len(busy) < most and (batch := tuple(islice(todo, BATCH))):
                busy[_do.remote(shared, [given for _, given in batch], limit)] = batch
            if not busy:
                return
            (done,), _ = ray.wait(list(busy))
            batch = busy.pop(done)
            try:
                results = ray.get(done)
            except DIED:
                if len(batch) > 1:
                    busy |= {_do.remote(shared, [given], limit): ((key, given),) for key, given in batch}
                    continue
                results = [Lost("two workers died on it, one after the other")]
            except RayError as e:  # pages raise nothing, so it is the cluster
                raise NoWorkers(f"Ray: {str(e).strip().splitlines()[-1]}") from e
            for (key, _), got in zip(batch, results, strict=True):
                yield key, got


@contextmanager
def _cluster(jobs: int) -> Iterator[None]:
    """A cluster to work on; one that was begun here ends here."""
    if ray.is_initialized():
        yield
        return
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    own: dict[str, Any] = {} if "RAY_ADDRESS" in os.environ else {"address": "local", "num_cpus": jobs}
    try:
        ray.init(**own, include_dashboard=False, log_to_driver=False, logging_level="error")
    except (OSError, RuntimeError, ValueError) as e:
        raise NoWorkers(f"Ray: {str(e).strip().splitlines()[0]}") from e
    try:
        yield
    finally:
        ray.shutdown()


class _Late(BaseException):
    """A page has had its time. It is no Exception, since work may take those for the page's own."""


@ray.remote(max_retries=1)
def _do(work: Callable[[Any], Any], batch: list[Any], limit: float) -> list[Any]:
    """What a worker does with a batch. One that does not even hear the alarm is ended by the system."""
    signal.signal(signal.SIGALRM, _ring)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    return [_in_time(work, given, limit) for given in batch]


def _in_time(work: Callable[[Any], Any], given: Any, limit: float) -> Any:
    try:
        signal.setitimer(signal.ITIMER_REAL, limit)
        signal.setitimer(signal.ITIMER_PROF, 2 * limit)
        try:
            return work(given)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.setitimer(signal.ITIMER_PROF, 0)
    except _Late:
        return Lost(f"not done in {limit:g} seconds")


def _ring(signum: int, frame: FrameType | None) -> None:
    raise _Late
