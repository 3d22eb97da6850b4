"""A large archive through two workers, one of which is killed, and its driver twice: is any page lost, or done twice?

    nice python -m tests.bench.killed FOLDER --pages 10000 [--engine ray]

makes the archive in FOLDER/in, cleans it undisturbed into FOLDER/calm and disturbed into FOLDER/out, and compares both
byte by byte. With an engine, that one is disturbed.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from .archive import write

JOURNAL = Path(".ocrfix", "journal.jsonl")


def main(folder: Path, pages: int, seed: int, engine: str) -> bool:
    """Say what happened; was everything right?"""
    draw = random.Random(seed)
    write(folder / "in", pages)
    print(f"{pages:,} pages, {sum(p.stat().st_size for p in (folder / 'in').rglob('*.txt')):,} bytes")
    print(finish(start(folder, "calm")), flush=True)
    first, second, third = sorted(draw.sample(range(pages // 20, pages * 19 // 20), 3))
    driver = start(folder, "out", engine)
    reached(folder / "out", first)
    victim = draw.choice(workers(driver.pid))
    os.kill(victim, signal.SIGKILL)
    print(f"worker killed after {entered(folder / 'out'):,} pages")
    for limit in (second, third):
        reached(folder / "out", limit)
        driver.kill()
        driver.wait()
        print(f"driver killed after {entered(folder / 'out'):,} pages")
        driver = start(folder, "out", engine)
    print(finish(driver))
    return compare(folder / "calm", folder / "out", pages)


def compare(calm: Path, out: Path, pages: int) -> bool:
    """Every page entered once, and the same files with the same bytes."""
    quires = [row["quire"] for row in map(json.loads, (out / JOURNAL).open(encoding="utf-8")) if "quire" in row]
    files, others = list(below(calm)), list(below(out))
    differ = sum((calm / name).read_bytes() != (out / name).read_bytes() for name in files if name in set(others))
    print(f"entered {len(quires):,}, of them different {len(set(quires)):,}")
    print(
        f"files {len(files):,} and {len(others):,}; on one side only {len(set(files) ^ set(others))}, different {differ}"
    )
    return len(quires) == len(set(quires)) == pages and files == others and not differ


def below(folder: Path) -> Iterator[str]:
    """All files by their paths, without the state of the run."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - {".ocrfix"})
        yield from (os.path.relpath(os.path.join(root, name), folder) for name in sorted(names))


def start(folder: Path, output: str, engine: str = "local") -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "ocrfix", "clean", "in", "-o", output, "--jobs", "2", "--engine", engine]
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)


def finish(driver: "subprocess.Popen[str]") -> str:
    """The last line that a run says."""
    assert driver.stderr
    *_, last = driver.stderr
    return last.strip()


def entered(output: Path) -> int:
    """Pages in the journal."""
    try:
        return (output / JOURNAL).read_bytes().count(b'{"quire"')
    except OSError:
        return 0


def reached(output: Path, pages: int) -> None:
    while entered(output) < pages:
        time.sleep(0.1)


def workers(pid: int) -> list[int]:
    """The processes that a driver, or the cluster that it began, has started to work for it."""
    listing = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listing.splitlines()]
    born = {str(pid)}
    while more := {child for child, parent, _ in rows if parent in born} - born:
        born |= more
    return [int(n) for n, _, line in rows if n in born and ("spawn_main" in line or "ray::_do" in line)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", default="local", help="as of ocrfix clean")
    given = parser.parse_args()
    sys.exit(not main(given.folder.absolute(), given.pages, given.seed, given.engine))
