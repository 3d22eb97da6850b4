"""The README is the manual: its commands run, its examples are real. Renew them: python tests/test_readme.py"""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ocrfix.cli import Exit
from ocrfix.explain import table

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHOWN = re.compile(r"(<!-- shown: ([^\n]+) -->\n```text\n)(.*?)(```\n)", re.S)
RULES = re.compile(r"(<!-- rules -->\n)(.*?)(<!-- /rules -->\n)", re.S)
BLOCK = re.compile(r"```(\w+)\n(.*?)```\n", re.S)


def shell(command: str, folder: Path) -> str:
    """What a command prints where ``ocrfix`` is the one under test."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def renewed(text: str) -> str:
    """The README with its examples as they come out today."""
    text = SHOWN.sub(lambda m: m[1] + shell(m[2], ROOT) + m[4], text)
    return RULES.sub(lambda m: m[1] + table() + m[3], text)


def blocks(language: str) -> list[str]:
    return [code for kind, code in BLOCK.findall(README.read_text("utf-8")) if kind == language]


def test_examples_are_what_comes_out() -> None:
    text = README.read_text("utf-8")
    assert renewed(text) == text, "run: python tests/test_readme.py"


@pytest.mark.parametrize("code", blocks("sh"))
def test_commands_run(code: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    shutil.copy(ROOT / "fixtures" / "demo.txt", tmp_path / "page.txt")
    shell(code, tmp_path)


@pytest.mark.parametrize("code", blocks("python"))
def test_python_runs(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for extra in re.findall(r"from ocrfix\.(?:steps|engines)\.(\w+) import", code):
        tool = {"langchain": "langchain_core"}.get(extra, extra)
        pytest.importorskip(tool, reason=f"{tool} is not installed: pip install 'ocrfix[{extra}]'")
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    if "pages.parquet" in code:
        from pyarrow import parquet, table

        demo = (ROOT / "fixtures" / "demo.txt").read_text("utf-8")
        parquet.write_table(table({"id": ["demo"], "text": [demo]}), tmp_path / "pages.parquet")
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(code, {}, "README", "README.md", 0)
    assert doctest.DocTestRunner().run(test).failed == 0
    if "import ray" in code:
        sys.modules["ray"].shutdown()  # the cluster that the example began


def test_the_package_docstring_runs() -> None:
    import ocrfix

    assert doctest.testmod(ocrfix).failed == 0


def test_every_exit_code_is_documented() -> None:
    text = README.read_text("utf-8").partition("### Exit codes")[2].partition("###")[0]
    assert {int(n) for n in re.findall(r"^\| (\d+) ", text, re.M)} == set(Exit)


def test_ci_does_what_the_readme_says() -> None:
    steps = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    text = README.read_text("utf-8")
    for step in ("pip install -e '.[test]'", "python -m pytest"):
        assert step in steps
        assert f"\n{step}\n" in text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")
