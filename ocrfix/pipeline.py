"""One page, from source to checked articles: the order of work, and nothing else."""

from ocrfix.articles import apply
from ocrfix.check import check
from ocrfix.decisions import settle
from ocrfix.lines import measure
from ocrfix.model import Page, Source
from ocrfix.rules import all_rules


def clean(text: str | Source) -> Page:
    """The articles of a page, with every decision on record.

    ``text`` is one page (a form feed in it is white space). Raises check.BrokenPromise rather than lose or invent text.
    """
    source = text if isinstance(text, Source) else Source(text)
    galley = measure(source)
    decisions = settle(d for rule in all_rules() for d in rule.look(galley))
    page = apply(source, decisions)
    check(page)
    return page
