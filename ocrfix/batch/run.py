"""A run takes an archive through its workers: every quire is cleaned, written and entered into the journal, once.

It may be stopped anywhere, by whatever means: the next run with the same options goes on where this one was.
"""

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ocrfix.batch.cutting import Cutter
from ocrfix.batch.journal import FILE, Entry, Journal
from ocrfix.batch.plan import Plan
from ocrfix.batch.pool import Lost, run
from ocrfix.batch.progress import Progress
from ocrfix.batch.quires import Quire, Refused, Volume
from ocrfix.batch.summary import Summary
from ocrfix.batch.work import Item, Result, Show, clean_item
from ocrfix.formats import dump
from ocrfix.pipeline import Orders
from ocrfix.profile import Profile
from ocrfix.write import CannotWrite, write_file


def clean_archive(plan: Plan, progress: Progress) -> Summary:
    """Clean what ``plan`` names, or what an earlier run of it left undone. Raises CannotWrite and pool.NoWorkers."""
    _make_room(plan)
    journal = Journal(plan.state, plan.options, plan.force)
    archive = _Archive(journal, progress)
    try:
        cutter = Cutter(plan, journal, progress.note, progress.moved)
        progress.total = cutter.size()
        work, engine = partial(_clean, plan.orders, plan.profile), plan.engine or run
        for (n, k), got in engine(work, archive.tasks(cutter), plan.jobs, plan.limit):
            archive.take(n, k, got)
        archive.name_refused(plan.quarantine)
    finally:
        progress.close()
        with suppress(OSError):
            journal.close()
    shutil.rmtree(plan.state / "parts" if plan.into_folder else plan.state, ignore_errors=True)
    return archive.summary


def _make_room(plan: Plan) -> None:
    """The output is a new place, one of an earlier run, or one that may be written over. Raises CannotWrite."""
    output = plan.output
    try:
        if plan.into_folder:
            output.mkdir(parents=True, exist_ok=True)
        else:
            output.parent.mkdir(parents=True, exist_ok=True)
        if plan.force or (plan.state / FILE).exists():
            return
        if plan.into_folder and any(path != plan.state for path in output.iterdir()):
            raise CannotWrite(f"{output}: holds other files; --force writes among them, and over them")
        if not plan.into_folder and output.exists():
            raise CannotWrite(f"{output}: exists; --force overwrites it")
    except CannotWrite:
        raise
    except OSError as e:
        raise CannotWrite(f"{output}: {e.strerror or e}") from e


def _clean(orders: Orders, profile: Profile | None, given: tuple[Item, Show]) -> Result:
    """What a worker does."""
    return clean_item(given[0], orders, given[1], profile)


@dataclass(slots=True)
class _Open:
    """A quire on whose pages workers are busy."""

    quire: Quire
    got: dict[int, Result | Lost]  # by the place of the page on it


class _Archive:
    """The quires of a run: which are open, and what became of the others."""

    def __init__(self, journal: Journal, progress: Progress):
        self.journal, self.progress = journal, progress
        self.summary = Summary()
        self.open: dict[int, _Open] = {}
        self.refused: list[tuple[int, Refused]] = []  # with the number of their quire

    def tasks(self, cutter: Cutter) -> Iterator[tuple[tuple[int, int], tuple[Item, Show]]]:
        """The pages to clean, by the numbers of their quire and within it; what needs no cleaning is settled here."""
        for n, thing in enumerate(cutter.cut()):
            if isinstance(thing, Refused):
                self.refuse(n, [thing])
            elif isinstance(thing, Volume):
                self.end_of(n, thing)
            elif (entry := self.journal.find(thing.key, thing.sha256)) and thing.file.exists():
                self.keep(n, entry, thing.volume)
            else:
                self.summary.changed += len(thing.items) * (entry is None and self.journal.knows(thing.key))
                self.open[n] = _Open(thing, {})
                if not thing.items:
                    self.finish(n)
                yield from (((n, k), (item, thing.show)) for k, item in enumerate(thing.items))

    def take(self, n: int, k: int, got: Result | Lost) -> None:
        """What became of a page; the last of its quire finishes it."""
        self.open[n].got[k] = got
        self.progress.page()
        if len(self.open[n].got) == len(self.open[n].quire.items):
            self.finish(n)

    def finish(self, n: int) -> None:
        """Write a quire whose pages are all done, and enter it.

        A page of its own that failed is left to the next run; one that is a row is a row without clean text.
        """
        quire, got = self.open[n].quire, self.open.pop(n).got
        results = [got[k] for k in range(len(quire.items))]
        quire.write([None if isinstance(r, Lost) else r["cleaned"] for r in results])
        failed = [_failure(item, r) for item, r in zip(quire.items, results, strict=True)]
        refused = [*quire.refused, *filter(None, failed)]
        counts = Counter(pages=failed.count(None))
        for r in results:
            counts.update({} if isinstance(r, Lost) else r["counts"])
        self.summary.counts.update(counts)
        self.summary.bytes += sum(len(item.text.encode("utf-8", "surrogatepass")) for item in quire.items)
        self.refuse(n, refused)
        if quire.volume or not refused:
            self.journal.add(Entry(quire.key, quire.sha256, counts, refused))
        self.count_in(quire.volume, counts, refused)

    def keep(self, n: int, entry: Entry, volume: Volume | None) -> None:
        """A quire that an earlier run has written."""
        self.summary.counts.update(entry.counts)
        self.summary.earlier += entry.counts["pages"]
        self.refuse(n, entry.refused)
        self.count_in(volume, entry.counts, entry.refused)

    def count_in(self, volume: Volume | None, counts: Mapping[str, int], refused: Sequence[Refused]) -> None:
        """A quire of a volume is there; with the last one, the volume is."""
        if volume:
            volume.counts.update(counts)
            volume.refused += refused
            self.end(volume)

    def end_of(self, n: int, volume: Volume) -> None:
        """The input of a volume ends; it may have been put together by an earlier run."""
        entry = self.journal.find(volume.key, volume.sha256)
        if entry and volume.path.exists():
            self.keep(n, entry, None)
        else:
            self.end(volume)

    def end(self, volume: Volume) -> None:
        """One quire less to wait for, or the end of the input."""
        volume.left -= 1
        if not volume.left:
            volume.bind()
            self.journal.add(Entry(volume.key, volume.sha256, volume.counts, volume.refused))
            self.journal.sync()
            volume.put_away()

    def refuse(self, n: int, refused: Sequence[Refused]) -> None:
        """What could not be cleaned is said at once, and named in the quarantine at the end."""
        for one in refused:
            self.refused.append((n, one))
            self.summary.refused[one.kind] += 1
            self.progress.refuse(one.line())

    def name_refused(self, quarantine: Path) -> None:
        """Write the quarantine, in the order of the input; where nothing was refused, there is none."""
        rows = [dump(one._asdict()) + "\n" for _, one in sorted(self.refused, key=lambda r: (r[0], r[1].page))]
        if rows:
            write_file(quarantine, "".join(rows), force=True)
        else:
            quarantine.unlink(missing_ok=True)


def _failure(item: Item, got: Result | Lost) -> Refused | None:
    """Why there is no clean page, where there is none."""
    if isinstance(got, Lost):
        return Refused(item.name, item.page, got.reason, item.id, "lost")
    return Refused(item.name, item.page, got["error"], item.id, "bug") if got["error"] is not None else None
