"""A rule explains itself: its claim, when it is wrong, its weights and its cases, all read from its own file."""

import inspect
from collections.abc import Iterator
from difflib import get_close_matches

from ocrfix.rules import Rule, all_rules, name


class UnknownRule(LookupError):
    """No rule of that name; the message is one line for the user."""


def claim(rule: Rule) -> str:
    """The first line of a rule's docstring."""
    return inspect.cleandoc(rule.__doc__ or "").partition("\n")[0]


def listing() -> str:
    """Every rule on one line: its name, its verb, its claim."""
    rules = all_rules()
    width = max((len(name(r)) for r in rules), default=0)
    return "".join(f"{name(r):{width}}  {r.VERB:5}  {claim(r)}\n" for r in rules)


def table() -> str:
    """The same as a Markdown table."""
    rows = "".join(f"| `{name(r)}` | {r.VERB} | {claim(r)} |\n" for r in all_rules())
    return "| rule | says | because |\n| --- | --- | --- |\n" + rows


def explain(wanted: str) -> str:
    """Everything a rule's file says for a reader. Raises UnknownRule."""
    known = {name(r): r for r in all_rules()}
    if wanted not in known:
        near = get_close_matches(wanted, known, 1)
        hint = f"; did you mean {near[0]}?" if near else "; `ocrfix rules` lists them"
        raise UnknownRule(f"no rule is called {wanted}{hint}")
    rule = known[wanted]
    return "\n".join(
        [f"{wanted} ({rule.VERB})", "", inspect.cleandoc(rule.__doc__ or ""), *_weights(rule), *_cases(rule), ""]
    )


def _weights(rule: Rule) -> Iterator[str]:
    """The named numbers at the top of a rule's file."""
    found = {k: v for k, v in vars(rule).items() if k.isupper() and isinstance(v, int | float)}
    if found:
        yield "\nNumbers:"
    yield from (f"  {key} = {value}" for key, value in found.items())


def _cases(rule: Rule) -> Iterator[str]:
    if rule.FIRES:
        yield "\nFires:"
    for before, after in rule.FIRES:
        yield from (_indented("- ", before), _indented("+ ", after), "")
    if rule.SILENT:
        yield "Silent:"
    yield from (_indented("  ", text) + "\n" for text in rule.SILENT)


def _indented(mark: str, text: str) -> str:
    return "\n".join(f"  {mark}{line}" for line in text.splitlines())
