"""Workers may die, and pages may take for ever: a page is given to one worker at a time, and to a second if that dies.

Each worker is a process of its own with a pipe to it, and has one page at most. Nothing is shared, so the death of one
costs the others nothing; workers whose driver died find their pipe closed, and end.
"""

import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from ocrfix import garbage

Key = TypeVar("Key")
Given = TypeVar("Given")
Got = TypeVar("Got")

SPAWN = get_context("spawn")  # the same everywhere, and a worker inherits nothing that it does not need
START = 120.0  # seconds until a worker must have started
STRIKES = 3  # so many that die before they start, one after the other, and no worker will ever start


class NoWorkers(RuntimeError):
    """Workers cannot be started; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What stands in place of a result: why there is none."""

    reason: str


@dataclass(slots=True)
class _Task(Generic[Key, Given]):
    key: Key
    given: Given
    deaths: int = 0


class _Worker(Generic[Key, Given, Got]):
    """A process with the task that it has; it gets its first one when it says that it is ready."""

    def __init__(self, work: Callable[[Given], Got], task: _Task[Key, Given], limit: float):
        self.pipe, far = SPAWN.Pipe()
        self.task, self.limit = task, limit
        self.ready = False
        self.due = time.monotonic() + START
        self.process = SPAWN.Process(target=serve, args=(far, work), daemon=True)
        with _deaf():
            self.process.start()
        far.close()

    def give(self, task: _Task[Key, Given]) -> None:
        """Hand over a task; should the worker just have died, its end of the pipe will say so."""
        self.ready, self.task = True, task
        self.due = time.monotonic() + self.limit
        with suppress(OSError):
            self.pipe.send(task.given)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def run(
    work: Callable[[Given], Got], tasks: Iterable[tuple[Key, Given]], jobs: int, limit: float
) -> Iterator[tuple[Key, Got | Lost]]:
    """``work`` done on every task by ``jobs`` processes, in the order in which they finish.

    ``tasks`` are asked for when a worker is free, so that few are held at a time. ``limit`` is in seconds a task; one
    that takes longer, or on which two workers died, is Lost. ``work`` and what it is given can be pickled. Raises
    NoWorkers. All workers are gone when this ends, however it ends.
    """
    crew = _Crew(work, iter(tasks), jobs, limit)
    try:
        while crew.staffed():
            yield from crew.outcomes()
    finally:
        for worker in crew.workers:
            worker.end()


class _Crew(Generic[Key, Given, Got]):
    """The workers that have a task, and the tasks of those that died."""

    def __init__(
        self, work: Callable[[Given], Got], tasks: Iterator[tuple[Key, Given]], jobs: int, limit: float
    ) -> None:
        self.work, self.tasks, self.jobs, self.limit = work, tasks, jobs, limit
        self.workers: list[_Worker[Key, Given, Got]] = []
        self.again: deque[_Task[Key, Given]] = deque()
        self.strikes = 0

    def staffed(self) -> bool:
        """Give tasks to new workers while there are too few; is there one that has a task?"""
        while len(self.workers) < self.jobs and (task := self.following()):
            self.workers.append(_Worker(self.work, task, self.limit))
        return bool(self.workers)

    def following(self) -> _Task[Key, Given] | None:
        """The next task, if there is any left."""
        return self.again.popleft() if self.again else next((_Task(*t) for t in self.tasks), None)

    def outcomes(self) -> Iterator[tuple[Key, Got | Lost]]:
        """Wait until something happens; what came of it."""
        soonest = min(w.due for w in self.workers) - time.monotonic()
        said = wait([w.pipe for w in self.workers], max(0.0, soonest))
        for worker in [w for w in self.workers if w.pipe in said]:
            task, began = worker.task, worker.ready
            try:
                got = worker.pipe.recv()
            except (EOFError, OSError):
                yield from self.died(worker)
                continue
            self.strikes = 0
            if following := self.following() if began else task:
                worker.give(following)
            else:
                self.dismiss(worker)
            if began:
                yield task.key, got
        for worker in [w for w in self.workers if w.due <= time.monotonic() and not w.pipe.poll()]:
            self.dismiss(worker)
            if not worker.ready:
                raise NoWorkers(f"a worker did not start in {START:.0f} seconds")
            yield worker.task.key, Lost(f"not done in {self.limit:g} seconds")

    def died(self, worker: _Worker[Key, Given, Got]) -> Iterator[tuple[Key, Lost]]:
        """A worker's task goes to another, unless it was the death of two; none who begins is a bad sign."""
        self.dismiss(worker)
        self.strikes += not worker.ready
        if self.strikes == STRIKES:
            raise NoWorkers("workers die as they start")
        worker.task.deaths += worker.ready
        if worker.task.deaths < 2:
            self.again.append(worker.task)
        else:
            yield worker.task.key, Lost("two workers died on it, one after the other")

    def dismiss(self, worker: _Worker[Key, Given, Got]) -> None:
        self.workers.remove(worker)
        worker.end()


def serve(pipe: "Connection[Any, Any]", work: Callable[[Any], Any]) -> None:
    """What a worker does until its driver is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the driver ends its workers
    garbage.seldom()
    with suppress(EOFError, OSError):
        pipe.send(None)
        while True:
            pipe.send(work(pipe.recv()))


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C, which reaches every process of a terminal, is the driver's alone: it waits while a worker is born, and who is born
    here hears none."""
    resource_tracker.ensure_running()  # it would lift the block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
