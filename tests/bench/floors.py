"""Floors: scores on the fixtures below which the project must not fall; they may only rise.

floors.json holds the hash of the fixtures and, per reading, the floor of every metric (a ceiling where lower is
better). Changed fixtures make floors of their own: those are pinned afresh, and said so.
"""

import hashlib
import json
import math
from pathlib import Path
from typing import Any

from .score import LOWER_IS_BETTER

# How many characters are wrong in what matched: it worsens when harder articles begin to match, so it has no floor.
NO_FLOOR = frozenset({"cer"})
Means = dict[str, dict[str, float]]
DIGITS = 4


def fingerprint(folder: Path) -> str:
    """A hash of every text and truth of ``folder``."""
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.truth.json")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def load(path: Path) -> dict[str, Any]:
    """The floors file; empty floors where there is none yet."""
    if not path.exists():
        return {"fixtures": "", "floors": {}}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def worse(metric: str, value: float, floor: float) -> bool:
    """Whether ``value`` is on the wrong side of ``floor``."""
    slack = 10**-DIGITS
    return value > floor + slack if metric in LOWER_IS_BETTER else value < floor - slack


def below(floors: Means, means: Means) -> list[str]:
    """One line for every mean worse than its floor, or missing."""
    out = []
    for reading, metrics in floors.items():
        for metric, floor in metrics.items():
            value = means.get(reading, {}).get(metric, math.nan)
            if math.isnan(value) or worse(metric, value, floor):
                out.append(f"{reading} {metric}: {value:.4f}, floor {floor:.4f}")
    return out


def raised(floors: Means, means: Means) -> Means:
    """The better of floor and mean everywhere."""
    out: Means = {}
    for reading in sorted({*floors, *means}):
        old, new = floors.get(reading, {}), means.get(reading, {})
        out[reading] = {}
        for metric in (m for m in {**old, **new} if m not in NO_FLOOR):
            values = [round(side[metric], DIGITS) for side in (old, new) if metric in side]
            out[reading][metric] = min(values) if metric in LOWER_IS_BETTER else max(values)
    return out


def save(path: Path, fixtures: str, floors: Means) -> None:
    content = {"fixtures": fixtures, "floors": floors}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
