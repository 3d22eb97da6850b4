"""Verdicts are kept in a file of JSON lines that people read and write, too.

It is a header that names a source by its hash, then a verdict a line; where a file of text has several pages, header and
verdicts again for the next one.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from ocrfix.formats import dump
from ocrfix.model import Kind, Role, Source, Span, Verb
from ocrfix.read import BadInput
from ocrfix.verdicts import Section, Verdict, Word

SCHEMA = "ocrfix/verdicts/1"
HEADER = {"schema", "sha256", "name", "page"}


def section_lines(section: Section) -> str:
    """A section as it stands in a file."""
    header = {"schema": SCHEMA, "sha256": section.sha256, "name": section.name, "page": section.page}
    return "".join(dump(row) + "\n" for row in (header, *map(verdict_json, section.verdicts)))


def verdict_json(v: Verdict) -> dict[str, Any]:
    """One verdict as a row, without what it does not say."""
    row: dict[str, Any] = {"id": v.id, "verdict": v.word.value}
    row |= {key: value for key in ("verb", "role", "kind", "glue", "text") if (value := getattr(v, key)) is not None}
    row |= {"spans": v.spans} if v.spans else {}
    row |= {"weight": v.weight, "rules": v.rules} if v.rules else {}
    return row


def read_verdicts(path: str | Path) -> list[Section]:
    """The sections of a file of verdicts. Raises BadInput, which names the line at fault."""
    try:
        lines = Path(path).read_text("utf-8-sig").split("\n")
    except UnicodeError as e:
        raise BadInput(f"{path}: not UTF-8") from e
    except OSError as e:
        raise BadInput(f"{path}: {e.strerror or e}") from e
    return parse_verdicts(lines, str(path))


def parse_verdicts(lines: Iterable[str], name: str) -> list[Section]:
    """The same from the lines of a file called ``name``."""
    found: list[tuple[dict[str, Any], list[Verdict]]] = []
    for n, row in _rows(lines, name):
        try:
            if "schema" in row:
                found.append((_header(row), []))
            elif found:
                found[-1][1].append(_verdict(row))
            else:
                raise ValueError(f"the first line must name the source: {{{SCHEMA!r}, sha256}}")
        except ValueError as e:
            raise BadInput(f"{name}, line {n}: {e}") from e
    if not found:
        raise BadInput(f"{name}: holds no verdicts, not even the line that names the source")
    return [Section(**header, verdicts=tuple(verdicts)) for header, verdicts in found]


def mismatch(section: Section, sources: Iterable[Source], name: str) -> str:
    """Why a section of the file ``name`` is none of these sources', in a line for the user; empty where it is one's."""
    if any(section.sha256 == s.sha256 for s in sources):
        return ""
    about = f"{section.name}, page {section.page} as it was" if section.name != "-" else "a text"
    return f"{name}: the verdicts are on {about} with the SHA-256 {section.sha256[:12]}..., not on this text"


def _rows(lines: Iterable[str], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as e:
            raise BadInput(f"{name}, line {n}: no JSON: {e}") from e
        if not isinstance(row, dict):
            raise BadInput(f"{name}, line {n}: not a JSON object")
        yield n, row


def _header(row: Mapping[str, Any]) -> dict[str, Any]:
    if row["schema"] != SCHEMA:
        raise ValueError(f"schema {row['schema']!r} where {SCHEMA!r} is expected")
    if unknown := set(row) - HEADER:
        raise ValueError(f"unknown key {min(unknown)!r}")
    if not isinstance(row.get("sha256"), str):
        raise ValueError("sha256 of the source is missing")
    return {"sha256": row["sha256"], "name": str(row.get("name", "-")), "page": _whole(row.get("page", 1))}


def _verdict(row: Mapping[str, Any]) -> Verdict:
    if unknown := set(row) - _KEYS:
        raise ValueError(f"unknown key {min(unknown)!r}")
    if not isinstance(row.get("id"), str):
        raise ValueError("id of the decision is missing")
    for key in ("glue", "text"):
        if not isinstance(row.get(key), str | None):
            raise ValueError(f"{key} must be text")
    return Verdict(
        row["id"],
        _one_of(Word, row, "verdict"),
        _one_of(Verb, row, "verb") if "verb" in row else None,
        tuple(map(_span, _list(row, "spans"))),
        _one_of(Role, row, "role") if "role" in row else None,
        _one_of(Kind, row, "kind") if "kind" in row else None,
        row.get("glue"),
        row.get("text"),
        _whole(row.get("weight", 0)),
        tuple(map(str, _list(row, "rules"))),
    )


_E = TypeVar("_E", bound=StrEnum)
_KEYS = {"id", "verdict", "verb", "spans", "role", "kind", "glue", "text", "weight", "rules"}


def _one_of(kind: type[_E], row: Mapping[str, Any], key: str) -> _E:
    value = row.get(key)
    if value not in list(kind):
        raise ValueError(f"{key} {value!r}: one of {', '.join(kind)} is expected")
    return kind(value)


def _list(row: Mapping[str, Any], key: str) -> list[Any]:
    value = row.get(key, [])
    if not isinstance(value, list):
        raise ValueError(f"{key} must be a list")
    return value


def _span(value: object) -> Span:
    if not isinstance(value, list) or len(value) != 2 or not 0 <= _whole(value[0]) <= _whole(value[1]):
        raise ValueError(f"span {value!r}: [start, end] is expected")
    return Span(*value)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{value!r} is no whole number")
    return value
