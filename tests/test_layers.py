"""The shape of the program: data flows one way, importing it is light, and it keeps its own house rules."""

import ast
import subprocess
import sys
import tomllib
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import ocrfix

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ocrfix"
# Whoever stands to the right may import what stands to the left, never the other way round.
ORDER = (
    "model",
    "articles",
    "lines",
    "rules",
    "decisions",
    "check",
    "read",
    "write",
    "verdicts",
    "revise",
    "profile",
    "edition.recurrence",
    "pipeline",
    "edition.bind",
    "edition.record",
    "batch",
    "console",
    "review",
    "archive",
    "edition.command",
    "cli",
)
LONGEST = 300  # lines of a file


def module(path: Path) -> str:
    """``rules.mend_dashes`` for its file, ``rules`` for the package's own."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


FILES = {module(p): p for p in sorted(PACKAGE.rglob("*.py")) if p != PACKAGE / "__init__.py"}


@cache
def imports(name: str) -> frozenset[str]:
    """Modules of this package that a module imports, anywhere in its code."""
    found = set()
    for node in ast.walk(ast.parse(FILES[name].read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "ocrfix":
            base = node.module.removeprefix("ocrfix").removeprefix(".")
            for alias in node.names:
                inner = f"{base}.{alias.name}".removeprefix(".")
                found.add(inner if inner in FILES else base)
        elif isinstance(node, ast.Import):
            found |= {a.name.removeprefix("ocrfix.") for a in node.names if a.name.startswith("ocrfix.")}
    return frozenset(found & FILES.keys() - {name})


@cache
def reach(name: str) -> frozenset[str]:
    """The same, with what those import in turn."""
    return imports(name).union(*map(reach, imports(name)))


def test_imports_form_no_ring() -> None:
    try:
        list(TopologicalSorter({name: imports(name) for name in FILES}).static_order())
    except CycleError as e:
        pytest.fail(" > ".join(e.args[1]))


@pytest.mark.parametrize(("n", "name"), list(enumerate(ORDER)))
def test_data_flows_one_way(n: int, name: str) -> None:
    assert not reach(name) & set(ORDER[n + 1 :])


def test_import_is_light() -> None:
    code = "import sys; bare = {*sys.modules}; import ocrfix; print(*(sys.modules.keys() - bare))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = "typer rich click numpy scipy jieba rapidfuzz logging asyncio multiprocessing difflib"
    heavy += " hashlib statistics pathlib tempfile importlib.resources ocrfix.edition.bind ocrfix.formats"
    assert not {*heavy.split()} & {*run.stdout.split()}


def test_what_binds_editions_is_there_when_asked_for() -> None:
    assert {*ocrfix.__all__} <= {*dir(ocrfix)}
    assert all(hasattr(ocrfix, name) for name in ocrfix.__all__)
    assert not hasattr(ocrfix, "bind_edition")


@pytest.mark.parametrize("name", FILES)
def test_no_file_is_long(name: str) -> None:
    assert len(FILES[name].read_text("utf-8").splitlines()) <= LONGEST


def test_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == ocrfix.__version__
    assert f"## {ocrfix.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("command", ["ruff check .", "ruff format --check .", "mypy"])
def test_house_rules(command: str) -> None:
    run = subprocess.run([sys.executable, "-m", *command.split()], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
