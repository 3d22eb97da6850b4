"""A rule explains itself: its claim, when it is wrong, its weights and its cases, all read from its own file."""

import inspect
import re
from collections.abc import Iterator

from ocrfix.rules import Rule, all_rules, find, name


def claim(rule: Rule) -> str:
    """The first line of a rule's docstring."""
    return inspect.cleandoc(rule.__doc__ or "").partition("\n")[0]


def wrong_when(rule: Rule) -> str:
    """When a rule is wrong: the first sentence that its docstring says of it."""
    said = inspect.cleandoc(rule.__doc__ or "").partition("Wrong when: ")[2]
    return re.split(r"(?<=[.;]) (?=[A-Z])|;|\n\n", said.replace("\n", " "))[0].rstrip(".")


def listing() -> str:
    """Every rule on one line: its name, its verb, its claim."""
    rules = all_rules()
    width = max((len(name(r)) for r in rules), default=0)
    return "".join(f"{name(r):{width}}  {r.VERB:5}  {claim(r)}\n" for r in rules)


def table() -> str:
    """The same as a Markdown table."""
    rows = "".join(f"| `{name(r)}` | {r.VERB} | {claim(r)} | {wrong_when(r)} |\n" for r in all_rules())
    return "| rule | says | because | wrong when |\n| --- | --- | --- | --- |\n" + rows


def explain(wanted: str) -> str:
    """Everything a rule's file says for a reader. Raises UnknownRule."""
    rule = find(wanted)
    return "\n".join(
        [f"{wanted} ({rule.VERB})", "", inspect.cleandoc(rule.__doc__ or ""), *_weights(rule), *_cases(rule), ""]
    )


def _weights(rule: Rule) -> Iterator[str]:
    """The named numbers at the top of a rule's file."""
    found = {
        k: v for k, v in vars(rule).items() if k.isupper() and isinstance(v, int | float) and not isinstance(v, bool)
    }
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
