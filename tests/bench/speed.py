"""How fast pages are cleaned, beside other tools in the same run, and how time and memory grow. Prints the README's tables.

    pip install -e '.[pipelines,mojibake]'
    python -m tests.bench.speed [--rounds 5] [--most 60] [--renew]

Seconds are processor time, but for workers, for which nothing else should run. Contenders clean every page
in turn, again and again, and the best time of each page counts, so that a disturbance hits one page of one contender
once. MB are 10^6 bytes of UTF-8. The pages of the comparison are the fixtures, as extractors and OCR left them; what
grows is made of the bench's own stories.
"""

import argparse
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import ocrfix

from . import archive, desk

ROOT = Path(__file__).parents[2]
NEWS = sorted((ROOT / "tests/bench/news").glob("[!R]*.md"))
README = ROOT / "README.md"
TABLES = re.compile(r"(<!-- speed -->\n).*(<!-- /speed -->\n)", re.S)  # where they stand in the README
UNWRAP = re.compile(r"(?<=[^\n。！？…”」』.!?:：])\n(?=[^\n])")
HAN = re.compile("[\u4e00-\u9fff]")
KB = 1000
SHEETS = [39, 78, 156, 312, 625, 1250, 2500, 5000]  # KB of one page
FILES = [50, 100, 200, 400]  # pages of one file
Clean = Callable[[str], object]


class Cost(NamedTuple):
    """What a command took: processor time and time by the clock (seconds), and the most memory it held (MB)."""

    seconds: float
    clock: float
    memory: float


def contenders() -> dict[str, Clean]:
    """Who cleans: ocrfix first; what is not installed is reported."""
    found: dict[str, Clean] = {"ocrfix, all rules": ocrfix.clean}
    try:
        import ftfy
        from datatrove.pipeline.formatters import FTFYFormatter

        found |= {"ftfy.fix_text": ftfy.fix_text, "datatrove's FTFYFormatter": FTFYFormatter().format}
    except ImportError as e:
        print(f"ftfy and datatrove are left out: {e}", file=sys.stderr)
    found["a regex that joins lines"] = lambda text: UNWRAP.sub("" if HAN.search(text) else " ", text)
    return found


def fixtures() -> list[str]:
    """The pages that come with the project, as text that was extracted or recognised."""
    files = sorted(f for f in (ROOT / "fixtures").glob("*-*.*.txt") if not f.name.endswith(".boxes.txt"))
    return [page for f in files for page in f.read_text("utf-8").split("\f") if page.strip()]


def race(clean: dict[str, Clean], pages: list[str], rounds: int) -> dict[str, list[float]]:
    """The best processor time (seconds) of each contender on each page."""
    best = {name: [float("inf")] * len(pages) for name in clean}
    for r in range(rounds):
        for k, page in enumerate(pages):
            for name in clean if r % 2 else reversed(clean):
                start = time.process_time()
                clean[name](page)
                best[name][k] = min(best[name][k], time.process_time() - start)
    return best


def size(texts: Iterable[str]) -> float:
    """MB of UTF-8."""
    return sum(len(t.encode()) for t in texts) / 1e6


def machine() -> str:
    """The processor by its name, where the system tells."""
    info = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.+)", info.read_text()) if info.exists() else []
    return names[0] if names else platform.machine()


def comparison(pages: list[str], rounds: int) -> Iterator[str]:
    """ocrfix beside other tools on the same pages."""
    clean = contenders()
    han = [k for k, page in enumerate(pages) if desk.language(page) != "en"]
    latin = sorted(set(range(len(pages))) - set(han))
    best = race(clean, pages, rounds)
    yield f"| one core of {machine()}, {len(pages)} pages, {size(pages):.2f} MB | pages/s | MB/s | ocrfix = 1 | MB/s, Chinese | MB/s, English |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    own = sum(next(iter(best.values())))
    for name, spent in best.items():
        speeds = [size(pages[k] for k in ks) / sum(spent[k] for k in ks) for ks in (range(len(pages)), han, latin)]
        ratio = own / sum(spent)
        yield f"| {name} | {len(pages) / sum(spent):.3g} | {speeds[0]:.3g} | {ratio:.3g} | {speeds[1]:.3g} | {speeds[2]:.3g} |"


def sheet(kilobytes: float, seed: int = 1) -> str:
    """A page of that many KB: stories of the bench under their headlines in one narrow column, no two alike."""
    stories = [s for s in desk.read(NEWS) if s.lang == "zh-Hans" and s.kind == "article"]
    clauses = [c for s in stories for p in s.paragraphs for c in re.findall(r"[^，。]+[，。]", p)]
    rng = random.Random(seed)
    lines: list[str] = []
    room = kilobytes * KB
    while room > 0:
        made = [rng.choice(stories).title]
        for _ in range(rng.randint(3, 8)):
            picked = rng.sample(clauses, rng.randint(3, 9))
            text = f"{''.join(picked[:-1])}{rng.randint(2, 9999)}{picked[-1][:-1]}。"
            made += [text[:18], *(text[k : k + 20] for k in range(18, len(text), 20))]
        lines += made
        room -= sum(len(line.encode()) + 1 for line in made)
    return "\n".join(lines) + "\n"


def run(*command: str) -> Cost:
    """Run a command of this Python, which keeps compiled modules as it does by default; its output goes nowhere."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, cwd=ROOT, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / KB)


def cheapest(runs: int, *command: str) -> Cost:
    """The best of several runs."""
    return Cost(*map(min, zip(*(run(*command) for _ in range(runs)), strict=True)))


def growth(sizes: dict[str, str], most: float, folder: Path) -> Iterator[str]:
    """How long ``ocrfix clean`` takes for texts, each twice as long as the one before it."""
    yield "| ocrfix clean | seconds | MB/s | times the half | memory, MB |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    start, before = cheapest(3, "-c", "import ocrfix.cli").seconds, 0.0
    for name, text in sizes.items():
        file = folder / "text.txt"
        file.write_text(text, "utf-8")
        cost = cheapest(3 if before < most / 8 else 1, "-m", "ocrfix", "clean", "-q", str(file))
        seconds = cost.seconds - start
        times = f"{seconds / before:.2f}" if before else ""
        yield f"| {name} | {seconds:.2f} | {size([text]) / seconds:.2f} | {times} | {cost.memory:.0f} |"
        before = seconds
        if seconds > most:
            return


def workers(count: int, folder: Path) -> Iterator[str]:
    """How long an archive takes with more and more workers."""
    yield f"| {count} short pages | seconds by the clock | pages/s | of one worker's speed |"
    yield "| --- | ---: | ---: | ---: |"
    archive.write(folder / "archive", count)
    alone = 0.0
    for jobs in range(1, (os.cpu_count() or 1) + 1):
        out = folder / f"out-{jobs}"
        seconds = run("-m", "ocrfix", "clean", "-q", str(folder / "archive"), "-o", str(out), "--jobs", str(jobs)).clock
        alone = alone or seconds
        yield f"| `--jobs {jobs}` | {seconds:.1f} | {count / seconds:.0f} | {alone / seconds:.2f} |"


def start_up(rounds: int) -> Iterator[str]:
    """What starting takes beyond starting Python."""
    commands = {
        "Python itself": ("-c", "pass"),
        "`import ocrfix`": ("-c", "import ocrfix"),
        "`ocrfix --version`": ("-m", "ocrfix", "--version"),
    }
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, command in commands.items():
            best[name] = min(best[name], run(*command).seconds)
    bare = next(iter(best.values()))
    yield "| start-up | ms | over Python, ms |"
    yield "| --- | ---: | ---: |"
    for name, seconds in best.items():
        yield f"| {name} | {seconds * KB:.0f} | {(seconds - bare) * KB:.0f} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each contender cleans each page")
    parser.add_argument("--most", type=float, default=60, help="seconds after which nothing larger is tried")
    parser.add_argument("--pages", type=int, default=2000, help="of the archive that workers share")
    parser.add_argument("--renew", action="store_true", help="write the tables into the README, too")
    args = parser.parse_args()
    pages, rows = fixtures(), []
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        for table in (
            comparison(pages, args.rounds),
            growth({f"a page of {k} KB": sheet(k) for k in SHEETS}, args.most, folder),
            growth({f"a file of {n} pages": _file(pages, n) for n in FILES}, args.most, folder),
            workers(args.pages, folder),
            start_up(4 * args.rounds),
        ):
            for row in chain(table, [""]):
                print(row, flush=True)
                rows.append(row + "\n")
    if args.renew:
        README.write_text(TABLES.sub(lambda m: m[1] + "".join(rows) + m[2], README.read_text("utf-8")), "utf-8")
    return 0


def _file(pages: list[str], count: int) -> str:
    """A file of so many pages."""
    return "\f".join(pages[k % len(pages)] for k in range(count))


if __name__ == "__main__":
    sys.exit(main())
