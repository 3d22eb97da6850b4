"""One file, one rule: a claim about newspapers, when it is wrong, cases, and a function that looks and never writes.

A rule module holds

- a docstring: its first line is the claim, then prose, then "Wrong when: ...";
- ``VERB``, the verb of the decisions it proposes;
- ``FIRES``, pairs (before, after): what the rule alone makes of a text, and ``SILENT``, texts it must leave alone;
- ``look(galley)``, which yields decisions, each carrying this rule's own evidence;
- ``ON_REQUEST = True``, where the rule serves a house style and runs only when it is named.

Discovery, tests, the README's table and ``ocrfix rules NAME`` derive from that file.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb


class Rule(Protocol):
    """What a rule module offers."""

    __name__: str
    __doc__: str | None
    VERB: Verb
    FIRES: tuple[tuple[str, str], ...]
    SILENT: tuple[str, ...]

    def look(self, galley: Galley) -> Iterator[Decision]: ...


def name(rule: Rule) -> str:
    """The name that users type: ``kangxi-radicals`` for ``kangxi_radicals.py``."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def on_request(rule: Rule) -> bool:
    """Does the rule run only when a user names it?"""
    return bool(getattr(rule, "ON_REQUEST", False))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this package, by name."""
    found = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return tuple(cast(Rule, importlib.import_module(f"{__name__}.{n}")) for n in found)
