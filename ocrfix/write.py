"""Files appear whole or not at all: one file an article, a manifest, the decisions; nothing is overwritten unasked."""

import contextlib
import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from ocrfix.formats import (
    article_lines,
    article_markdown,
    article_text,
    decision_lines,
    dump_rows,
    page_json,
)
from ocrfix.model import Article, Page
from ocrfix.storage import unpacked

NAME = 80  # bytes of a headline in a file name: short enough for every file system, encrypted ones too
MANIFEST = "page.json"
RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{p}{n}" for p in ("com", "lpt") for n in "0123456789¹²³"
}
_ARTICLE_FILE = re.compile(r"\d{2,}-\w[\w-]*\.(txt|md)|articles\.jsonl")


class CannotWrite(OSError):
    """Output that could not be written; the message is one line for the user."""


def page_files(page: Page, form: str = "txt") -> dict[str, str]:
    """The files of one page, name to content, the manifest last.

    ``form`` says how the articles are written: txt or md (a file each), jsonl (one file), json (in the manifest only).
    """
    files: dict[str, str] = {}
    width = max(2, len(str(len(page.articles))))
    for n, article in enumerate(page.articles, 1) if form in ("txt", "md") else ():
        name = f"{n:0{width}}-{safe_name(_headline(page, article))}.{form}"
        files[name] = article_text(page, article) if form == "txt" else article_markdown(page, article)
    if form == "jsonl":
        files["articles.jsonl"] = article_lines(page)
    files["decisions.jsonl"] = decision_lines(page)
    files[MANIFEST] = dump_rows({**page_json(page), "files": list(files)})
    return files


def folders(names: Iterable[str]) -> list[str]:
    """A folder name for each of several inputs: its file name without suffix, numbered where two are alike."""
    return distinct(Path(unpacked(name)).stem if name != "-" else "stdin" for name in names)


def distinct(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """``names`` as safe file names, numbered where two are alike or one is taken, whatever the file system thinks of
    capitals."""
    found: list[str] = []
    taken = set(taken)
    for stem in map(safe_name, names):
        unique, n = stem, 1
        while unique.casefold() in taken:
            n += 1
            unique = f"{stem}-{n}"
        taken.add(unique.casefold())
        found.append(unique)
    return found


def safe_name(text: str) -> str:
    """``text`` as a file name that every system takes: letters and digits of any script, hyphens for the rest."""
    text = unicodedata.normalize("NFC", text).replace("'", "").replace("’", "")
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" else "-" for c in text)
    name = "-".join(part for part in kept.split("-") if part)
    name = name.encode()[:NAME].decode("utf-8", "ignore").strip("-") or "untitled"
    return f"{name}-" if name.casefold() in RESERVED else name


def write_folder(folder: Path, files: dict[str, str], force: bool = False) -> None:
    """Write ``files`` into ``folder``, all or none; what an earlier run left there is replaced with ``force`` only.

    The manifest comes last: where it stands, the page is whole. Raises CannotWrite.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not force and (found := [name for name in files if os.path.lexists(folder / name)]):
            raise CannotWrite(f"{folder / found[0]}: exists; --force overwrites it")
        earlier = _earlier(folder, list(files)[-1]) if force else set()
        _place(folder, files)
        for name in earlier - set(files):
            (folder / name).unlink(missing_ok=True)
        _flush(folder)
    except CannotWrite:
        raise
    except OSError as e:
        raise CannotWrite(f"{folder}: {e.strerror or e}") from e


def write_file(path: Path, content: str | bytes, force: bool = False) -> None:
    """Write one file, whole or not at all; one that is there is replaced with ``force`` only. Raises CannotWrite."""
    try:
        if not force and os.path.lexists(path):
            raise CannotWrite(f"{path}: exists; --force overwrites it")
        path = path.resolve()
        _place(path.parent, {path.name: content})
    except CannotWrite:
        raise
    except OSError as e:
        raise CannotWrite(f"{path}: {e.strerror or e}") from e


@contextlib.contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of ``path`` once it is whole, and else leaves no trace. Raises OSError."""
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        with open(temporary, "wb") as f:
            yield f
            f.flush()
            os.fsync(f.fileno())
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _flush(path.parent)


def _place(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write all files under passing names, then give them their own; leave no trace of a failure."""
    new = [folder / name for name in files if not os.path.lexists(folder / name)]
    temporary = [folder / f".ocrfix-{os.getpid()}-{k}.tmp" for k in range(len(files))]
    try:
        for path, content in zip(temporary, files.values(), strict=True):
            with open(path, "wb") as f:
                f.write(content if isinstance(content, bytes) else content.encode("utf-8", "ocrfix-keep"))
                f.flush()
                os.fsync(f.fileno())
        for path, name in zip(temporary, files, strict=True):
            os.replace(path, folder / name)
    except BaseException:
        for path in temporary + new:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def _earlier(folder: Path, manifest: str) -> set[str]:
    """The article files that the manifest of an earlier run names, and what a run left that was killed."""
    left = {path.name for path in folder.glob(".ocrfix-*.tmp")}
    try:
        names = json.loads((folder / manifest).read_bytes())["files"]
        return left | {n for n in names if _ARTICLE_FILE.fullmatch(n)}
    except (OSError, ValueError, KeyError, TypeError):
        return left


def _flush(folder: Path) -> None:
    """The new names reach the disk, too, where the system can say so."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _headline(page: Page, article: Article) -> str:
    lines = article.title or article.kicker or article.deck or article.paragraphs[:1]
    return " ".join(page.text(run) for run in lines)
