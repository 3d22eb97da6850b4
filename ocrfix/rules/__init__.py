"""One file, one rule: a claim about newspapers, when it is wrong, cases, and a function that looks and never writes.

A rule module holds

- a docstring: its first line is the claim, then prose, then "Wrong when: ...";
- ``VERB``, the verb of the decisions it proposes;
- ``FIRES``, pairs (before, after): what the rule alone makes of a text, and ``SILENT``, texts it must leave alone;
- ``look(galley)``, which yields decisions, each carrying this rule's own evidence;
- ``AFTER_CUTS = True``, where the rule looks at lines once those that columns share are cut;
- ``ON_REQUEST = True``, where the rule serves a house style and runs only when it is named.

Discovery, tests, the README's table and ``ocrfix rules NAME`` derive from that file.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol, cast

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb


class UnknownRule(LookupError):
    """No rule of that name; the message is one line for the user."""


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


def after_cuts(rule: Rule) -> bool:
    """Does the rule look at lines once those that columns share are cut?"""
    return bool(getattr(rule, "AFTER_CUTS", False))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this package, by name."""
    found = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return tuple(cast(Rule, importlib.import_module(f"{__name__}.{n}")) for n in found)


def find(wanted: str) -> Rule:
    """The rule of that name. Raises UnknownRule."""
    known = {name(r): r for r in all_rules()}
    if wanted not in known:
        from difflib import get_close_matches  # heavy, for a mistake only

        near = get_close_matches(wanted, known, 1)
        hint = f"; did you mean {near[0]}?" if near else "; `ocrfix rules` lists them"
        raise UnknownRule(f"no rule is called {wanted}{hint}")
    return known[wanted]


def chosen(wanted: Iterable[str] = (), unwanted: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules to run, by name: those ``wanted``, or all but those on request; none that is ``unwanted``.

    A wanted rule with a plus before its name comes on top of the others. Raises UnknownRule.
    """
    wanted = list(wanted)
    added = {find(w[1:]).__name__ for w in wanted if w.startswith("+")}
    only = {find(w).__name__ for w in wanted if not w.startswith("+")}
    without = {find(w).__name__ for w in unwanted}
    standing = only or {r.__name__ for r in all_rules() if not on_request(r)}
    return tuple(r for r in all_rules() if r.__name__ in (standing | added) - without)
