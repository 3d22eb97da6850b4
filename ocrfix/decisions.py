"""The words of all rules are weighed here: equal decisions add up, overlaps are settled, thresholds applied."""

from collections.abc import Iterable
from dataclasses import replace

from ocrfix.model import Decision, Span, Status, Verb

APPLY = 20  # decibans: odds of 100 to 1 and better are applied
UNSAFE = 1  # of a mend, for an editor who asks for them all
PROPOSE = 0  # what is more likely right than wrong is shown in review


def add_up(found: Iterable[Decision]) -> list[Decision]:
    """Decisions that say the same become one, their evidence listed and their weights added."""
    sums: dict[tuple[object, ...], Decision] = {}
    for d in found:
        key = (d.verb, d.spans, d.role, d.kind, d.glue, d.text)
        seen = sums.get(key)
        sums[key] = replace(seen, weight=seen.weight + d.weight, evidence=seen.evidence + d.evidence) if seen else d
    return list(sums.values())


def settle(found: Iterable[Decision], mends_from: int = APPLY) -> list[Decision]:
    """MENDs and DROPs that may stand together: where spans overlap the weightier wins, then the longer, then the first.
    What is dropped for sure needs no mends.

    Each comes back APPLIED or PROPOSED by its weight, MENDs by ``mends_from``; what weighs less than PROPOSE, or is
    overruled, is left out.
    """
    kept: list[Decision] = []
    taken: dict[int, int] = {}
    for d in sorted(add_up(found), key=_rank):
        start, end = d.spans[0]
        if d.weight < PROPOSE or any(k in taken for k in range(start, end)):
            continue
        taken.update(dict.fromkeys(range(start, end), 1))
        least = mends_from if d.verb is Verb.MEND else APPLY
        kept.append(replace(d, status=Status.APPLIED if d.weight >= least else Status.PROPOSED))
    return sorted(kept, key=lambda d: (d.spans, d.verb != Verb.DROP))


def _rank(d: Decision) -> tuple[bool, int, int, tuple[Span, ...], str]:
    """Who is heard first."""
    dropped = d.verb is Verb.DROP and d.weight >= APPLY
    return not dropped, -d.weight, d.spans[0].start - d.spans[0].end, d.spans, d.text
