"""What the tests of archives share: folders of pages, runs in this process and in others, what came out."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bench.archive import page
from typer.testing import CliRunner

from ocrfix import cli
from ocrfix.batch import run as batch_run

runner = CliRunner()
SHORT = "本报讯 小城昨日下了今年第一场雪，\n孩子们在操场上堆起了雪人。\n老人们在屋檐下看着。\n"


def clean(*args: str, stdin: bytes | None = None) -> tuple[int, str]:
    """Exit code and standard error of ``ocrfix clean``, with nothing on standard output."""
    got = runner.invoke(cli.app, ["clean", *args], input=stdin)
    assert not got.stdout or got.exit_code == 2, got.stdout
    assert "Traceback" not in got.stderr
    return got.exit_code, got.stderr


def tree(folder: Path | str) -> dict[str, bytes]:
    """Every file under a folder, the state of the run left out."""
    root = Path(folder)
    found = {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}
    return {name: data for name, data in found.items() if not name.startswith(".ocrfix/")}


def archive(folder: Path, pages: int) -> None:
    """Short pages in two folders."""
    for n in range(pages):
        path = folder / ("a" if n % 2 else "b") / f"{n:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(n), "utf-8")


def serial(work: Callable[[Any], Any], tasks: Iterable[tuple[Any, Any]], jobs: int, limit: float) -> Iterator[Any]:
    """The pool's ``run`` in this process, in order."""
    return ((key, work(given)) for key, given in tasks)


def shuffled(seed: int) -> Callable[..., Iterator[Any]]:
    """The same, in the order in which some workers might finish."""

    def run(work: Callable[[Any], Any], tasks: Iterable[tuple[Any, Any]], jobs: int, limit: float) -> Iterator[Any]:
        draw, held = random.Random(seed), []
        for key, given in tasks:
            held.append((key, work(given)))
            if len(held) >= 5:
                yield held.pop(draw.randrange(5))
        while held:
            yield held.pop(draw.randrange(len(held)))

    return run


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and no other processes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batch_run, "run", serial)
    return tmp_path


def start(*args: str, **more: Any) -> "subprocess.Popen[bytes]":
    """``ocrfix clean`` in a process group of its own, as on a terminal."""

    def signals() -> None:  # whoever runs the tests may have them ignored, which children inherit
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.setpgid(0, 0)

    command = [sys.executable, "-m", "ocrfix", "clean", *args]
    return subprocess.Popen(command, stderr=subprocess.PIPE, preexec_fn=signals, **more)


def children(pid: int) -> list[int]:
    """The workers of a driver."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == pid and b"spawn_main" in (path / "cmdline").read_bytes():
                found.append(int(path.name))
        except OSError:
            continue
    return found
