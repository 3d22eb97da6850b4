"""A stream needs the memory of one page, however long it is.

    python -m tests.bench.stream --pages 100 400 1600
    python -m tests.bench.stream --pages 1024 --blank 1048576
    python -m tests.bench.stream --pages 800000 --only-read

feeds so many short pages, parted by form feeds, to `ocrfix clean -`; ``--blank`` puts so many spaces after each, and
``--only-read`` has them read and not cleaned, so that a gigabyte passes in minutes. Printed: bytes in, pages out, the peak
of memory, the most pages that were under way, those in the pipe among them.
"""

import argparse
import json
import os
import subprocess
import sys
import threading
import time

from .archive import page

CLEAN = ["-m", "ocrfix", "clean", "-", "--format", "jsonl", "-q"]
READ = ["-c", "from ocrfix.read import read\nfor s in read('-'): print(f'{{\"page\": {s.page}}}', flush=True)"]
DRAWN = 2000  # different pages


def stream(pages: int, blank: int, command: list[str]) -> str:
    """Feed and count; one line on it."""
    drawn = [(page(n) + " " * blank + "\f").encode() for n in range(min(pages, DRAWN if not blank else 1))]
    driver = subprocess.Popen([sys.executable, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert driver.stdin and driver.stdout
    fed = size = 0

    def feed() -> None:
        nonlocal fed, size
        for n in range(pages):
            data = drawn[n % len(drawn)]
            driver.stdin.write(data)
            driver.stdin.flush()
            fed, size = n + 1, size + len(data)
        driver.stdin.close()

    began = time.monotonic()
    feeder = threading.Thread(target=feed)
    feeder.start()
    seen = under_way = 0
    for line in driver.stdout:
        if (number := json.loads(line)["page"]) != seen:  # an article a line
            assert number == seen + 1
            seen = number
            under_way = max(under_way, fed - seen)
    feeder.join()
    _, status, used = os.wait4(driver.pid, 0)
    seconds = time.monotonic() - began
    return (
        f"{size / 1e6:8.2f} MB in, {seen:6} of {pages} pages out, peak {used.ru_maxrss / 1024:6.1f} MB, "
        f"under way {under_way}, {seconds:.0f} s, exit code {os.waitstatus_to_exitcode(status)}"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 400, 1600])
    parser.add_argument("--blank", type=int, default=0)
    parser.add_argument("--only-read", action="store_true")
    given = parser.parse_args()
    for count in given.pages:
        print(stream(count, given.blank, READ if given.only_read else CLEAN), flush=True)
