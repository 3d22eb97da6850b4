"""Misreadings put into clean pages, and how many of them the mends undo.

    python -m tests.bench.noise [--rates 0.01 0.03 0.05] PAGE.txt ...

A misreading is what character recognition does to print: a Han character becomes one that looks like it, in proportion
to how alike the two are drawn (ocrfix/data/lookalikes.txt); Latin letters become others of the same shape (LETTERS); a mark or a figure becomes what engines were seen to make
of it on newspaper pages (MARKS, relative counts). A mend is right when it brings its line nearer to the clean one.
"""

import argparse
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from ocrfix.decisions import settle
from ocrfix.glyphs import lookalikes
from ocrfix.lines import measure
from ocrfix.model import Decision, Source, Status, Verb
from ocrfix.rules import all_rules, on_request

_LETTERS = "rn m,m rn,cl d,d cl,li h,h b,b h,e c,c e,n u,u n,l 1,i l,o 0,f t,t f,y v,w vv,s 5"
# What Tesseract made of marks on set newspaper pages, and how often; the mark itself is not counted.
MARKS: dict[str, dict[str, float]] = {
    "，": {",": 91, ",，": 6, "。": 2},
    "：": {": ": 28},
    "；": {"; ": 7},
    "（": {" (": 13, "〈": 12, "《": 3},
    "）": {") ": 24},
    "”": {'"': 8, "“": 2},
    "1": {"l": 3, "]": 2},
    "0": {"O": 2},
    "—": {"一": 4},
    "·": {":": 4, ".": 2},
}
# Latin letters and what is read for them; where several begin alike, the first.
LETTERS = [p.split(" ") for p in _LETTERS.split(",")]


class Result(NamedTuple):
    """Misreadings put in; mends applied, and how many of them were right; edits to the clean text before and after."""

    made: int
    applied: int
    right: int
    before: int
    after: int

    @property
    def precision(self) -> float:
        return self.right / self.applied if self.applied else 1.0

    @property
    def recall(self) -> float:
        return 1 - self.after / self.before if self.before else 1.0


def misread(text: str, rate: float, rng: random.Random) -> tuple[str, int]:
    """``text`` with about ``rate`` of its characters, marks and figures misread, and the number that was."""
    made = k = 0
    out = []
    while k < len(text):
        n, forms = _forms(text, k)
        hit = bool(forms) and rng.random() < rate
        out.append(rng.choices(list(forms), list(forms.values()))[0] if hit else text[k])
        made += hit
        k += n if hit else 1
    return "".join(out), made


def _forms(text: str, k: int) -> tuple[int, Mapping[str, float]]:
    """How many characters at ``k`` may be misread together, and for what, with relative weights."""
    c = text[k]
    if c in MARKS:
        return 1, MARKS[c]
    if c.isascii() and c.islower():
        pairs = [(meant, seen) for meant, seen in LETTERS if text.startswith(meant, k)]
        return (len(pairs[0][0]), {pairs[0][1]: 1}) if pairs else (1, {})
    return 1, {d: 10 ** (weight / 10) for d, weight in lookalikes(c).items()}


def mends(text: str) -> list[Decision]:
    """The mends that are applied to a page."""
    galley = measure(Source(text))
    found = settle(
        d for rule in all_rules() if rule.VERB is Verb.MEND and not on_request(rule) for d in rule.look(galley)
    )
    return [d for d in found if d.status is Status.APPLIED]


def mended(text: str, decisions: Sequence[Decision]) -> str:
    """``text`` with mends made."""
    parts, at = [], 0
    for d in decisions:
        parts += [text[at : d.spans[0].start], d.text]
        at = d.spans[0].end
    return "".join(parts) + text[at:]


def score(page: str, rate: float, seed: int) -> Result:
    """What the mends make of a clean page once it was misread."""
    clean = mended(page, mends(page)).split("\n")
    rng = random.Random(seed)
    read = [misread(line, rate, rng) for line in clean]
    text = "\n".join(line for line, _ in read)
    decisions = mends(text)
    by_line: dict[int, list[Decision]] = {}
    for d in decisions:
        by_line.setdefault(text.count("\n", 0, d.spans[0].start), []).append(d)
    right = before = after = 0
    start = 0
    for k, (was, (line, _)) in enumerate(zip(clean, read, strict=True)):
        here = [_moved(d, -start) for d in by_line.get(k, [])]
        far = Levenshtein.distance(line, was)
        right += sum(Levenshtein.distance(mended(line, [d]), was) < far for d in here)
        before += far
        after += Levenshtein.distance(mended(line, here), was)
        start += len(line) + 1
    return Result(sum(n for _, n in read), len(decisions), right, before, after)


def total(results: Iterable[Result]) -> Result:
    """The sum over pages."""
    return Result(*map(sum, zip(*results, strict=True)))


def _moved(d: Decision, by: int) -> Decision:
    (start, end) = d.spans[0]
    return Decision(d.verb, (type(d.spans[0])(start + by, end + by),), text=d.text, evidence=d.evidence)


def main() -> None:
    """A table: rate, misreadings, mends applied, their precision, the share of edits undone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--rates", nargs="+", type=float, default=[0.01, 0.03, 0.05])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{'rate':>5} {'misread':>8} {'mends':>6} {'precision':>9} {'recall':>7}")
    for rate in options.rates:
        r = total(score(p.read_text("utf-8"), rate, options.seed + k) for k, p in enumerate(options.pages))
        print(f"{rate:5} {r.made:8} {r.applied:6} {r.precision:9.4f} {r.recall:7.3f}")


if __name__ == "__main__":
    main()
