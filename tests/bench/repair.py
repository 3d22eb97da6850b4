"""What mends do to the characters of bodies: the same articles with and without them, scored alike.

    python -m tests.bench.repair PAGES... [--only pypdf,tess-psm3]

The make-up is that of the mended page both times, so that the difference is the mends' alone.
"""

import argparse
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz.distance import Levenshtein

import ocrfix
from ocrfix.formats import page_json
from ocrfix.model import Decision, Status, Verb

from . import table
from .extract import reading
from .score import MATCHED, alike, body, pair


class Change(NamedTuple):
    """One text: its reading, how many mends were applied, character error rates of its bodies without and with them."""

    text: str
    reading: str
    mends: int
    without: float
    mended: float


def is_mend(d: Decision) -> bool:
    """Does a rule for characters say so? (The hyphen at a line's end is a matter of joining.)"""
    return d.verb is Verb.MEND and d.status is Status.APPLIED and any(e.rule.startswith("mend-") for e in d.evidence)


def change(text: str, truth: dict[str, Any], name: str) -> Change | None:
    """What mends change of a text, in the bodies that are found without them; None where there are none or nothing is mended."""
    page = ocrfix.clean(text)
    mends = [d for d in page.decisions if is_mend(d)]
    plain = ocrfix.apply(page.source, [d for d in page.decisions if not is_mend(d)])
    if not mends:
        return None
    bodies = [[body(a) for a in page_json(p)["articles"]] for p in (plain, page)]
    wanted = [body(a) for a in truth["articles"]]
    worth = [[alike(got, want) for want in wanted] for got in bodies[0]]
    same = [(k, wanted[t]) for k, t in pair(worth) if worth[k][t] >= MATCHED]
    if not same:
        return None
    was, now = (sum(Levenshtein.distance(found[k], want) for k, want in same) for found in bodies)
    of = sum(len(want) for _, want in same) or 1
    return Change(name, reading(name.split(".", 1)[1]), len(mends), was / of, now / of)


def changes(folder: Path, only: frozenset[str] = frozenset()) -> list[Change]:
    """The texts of a folder, of the extractors ``only``, whose bodies mends may change."""
    found = []
    for path, truth in table.texts(folder):
        name = path.name.removesuffix(".txt")
        if not only or name.split(".", 1)[1] in only:
            found.append(change(path.read_text("utf-8"), truth, name))
    return [c for c in found if c]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--only", default="", help="extractors, comma-separated")
    options = parser.parse_args()
    only = frozenset(options.only.split(",")) - {""}
    found = [c for folder in options.pages for c in changes(folder, only)]
    print("| reading | texts mended | mends | cer without | cer with | better | worse |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name in sorted({c.reading for c in found}):
        group = [c for c in found if c.reading == name]
        without, mended = (
            sum(values) / len(group) for values in ([c.without for c in group], [c.mended for c in group])
        )
        better, worse = (sum(c.mended < c.without for c in group), sum(c.mended > c.without for c in group))
        print(
            f"| {name} | {len(group)} | {sum(c.mends for c in group)} | {without:.4f} | {mended:.4f} | {better} | {worse} |"
        )
    for c in sorted((c for c in found if c.mended > c.without), key=lambda c: c.without - c.mended):
        print(f"worse: {c.text}: {c.without:.4f} -> {c.mended:.4f}")


if __name__ == "__main__":
    main()
