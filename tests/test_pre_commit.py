"""The hook of a repository of texts, run by pre-commit itself: broken pages stop a commit, clean ones pass."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
CLEAN = "镇上的书店搬到了桥头。\n"

pytest.importorskip("pre_commit", reason="pre-commit is not installed: pip install 'ocrfix[pipelines]'")


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command where ``ocrfix`` is the one under test, git knows an author and pre-commit keeps to the folder."""
    person = {f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    env |= {**person, "PATH": path, "PRE_COMMIT_HOME": str(folder / ".home"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def test_pre_commit_accepts_the_manifest(tmp_path: Path) -> None:
    done = run(tmp_path, sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose hook is the manifest's, run from this checkout in place of an environment of its own."""
    hook = MANIFEST.read_text("utf-8").replace("language: python", "language: system")
    config = "repos:\n- repo: local\n  hooks:\n" + "".join(f"  {line}\n" for line in hook.splitlines())
    (tmp_path / ".pre-commit-config.yaml").write_text(config, "utf-8")
    (tmp_path / ".gitignore").write_text(".home\n", "utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "notes.md").write_text("not a\npage\n", "utf-8")
    run(tmp_path, "git", "init", "-q")
    return tmp_path


def hook(repository: Path) -> subprocess.CompletedProcess[str]:
    assert run(repository, "git", "add", ".").returncode == 0
    return run(repository, sys.executable, "-m", "pre_commit", "run", "ocrfix")


def test_clean_pages_pass(repository: Path) -> None:
    done = hook(repository)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_a_broken_page_is_named(repository: Path) -> None:
    shutil.copy(ROOT / "fixtures" / "demo.txt", repository)
    done = hook(repository)
    assert done.returncode == 1
    assert "demo.txt, page 1: would change" in done.stdout
    assert "clean.txt" not in done.stdout


def test_nothing_is_written(repository: Path) -> None:
    shutil.copy(ROOT / "fixtures" / "demo.txt", repository)
    before = (repository / "demo.txt").read_bytes()
    hook(repository)
    assert (repository / "demo.txt").read_bytes() == before
    assert run(repository, "git", "diff", "--stat").stdout == ""
