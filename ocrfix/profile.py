"""A house memory: how much more, or less, a rule's word is worth in one paper than anywhere, as its editors judged it.

The weight of a decision says how often editors should accept it. Where those of one paper reject more, or fewer, the
shift that makes weights and verdicts agree is the maximum of a posterior: a logistic likelihood of the verdicts, and a
normal prior around no shift at all, so that one verdict changes little and many change much.
"""

import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ocrfix.decisions import APPLY
from ocrfix.model import Decision, Evidence, Page, Status, Verb
from ocrfix.read import BadInput
from ocrfix.revise import Said, settle_page
from ocrfix.verdicts import Verdict, Word

SCHEMA = "ocrfix/profile/1"
PRIOR = 6.0  # decibans: how far papers usually differ
MOST = 60  # decibans: the largest shift
ROUNDS = 50  # of fitting all rules in turn


@dataclass(frozen=True, slots=True)
class Shift:
    """Decibans that a rule's word is shifted by, and the verdicts that taught it."""

    decibans: int
    accepted: int = 0
    rejected: int = 0


Profile = Mapping[str, Shift]  # by the rule, or its first part: "reads-on" is all of "reads-on/..."


def learn(verdicts: Iterable[Verdict]) -> dict[str, Shift]:
    """What an editor's verdicts teach: a shift for each rule whose weights do not agree with them.

    An edit counts as a rejection: what the rule proposed was not what the editor wanted.
    """
    judged = [(_families(v.rules), v.weight, v.word is Word.ACCEPT) for v in verdicts if v.rules]
    by_rule: dict[str, list[int]] = {}
    for n, (rules, _, _) in enumerate(judged):
        for rule in rules:
            by_rule.setdefault(rule, []).append(n)
    shifts = dict.fromkeys(sorted(by_rule), 0.0)
    for _ in range(ROUNDS):
        for rule in shifts:
            cases = [
                (judged[n][1] + sum(shifts[r] for r in judged[n][0] if r != rule), judged[n][2]) for n in by_rule[rule]
            ]
            shifts[rule] = _fit(cases)
    return {
        rule: Shift(round(shift), accepted := sum(judged[n][2] for n in by_rule[rule]), len(by_rule[rule]) - accepted)
        for rule, shift in shifts.items()
        if round(shift)
    }


def _fit(cases: list[tuple[float, bool]]) -> float:
    """The likeliest shift of these weights (decibans), each with whether it was accepted, by bisection."""
    low, high = -float(MOST), float(MOST)
    while high - low > 0.05:
        s = (low + high) / 2
        slope = -s / PRIOR**2 + sum(_NAT * (yes - _odds_on(w + s)) for w, yes in cases)
        low, high = (s, high) if slope > 0 else (low, s)
    return (low + high) / 2


_NAT = math.log(10) / 10  # natural units in a deciban


def _odds_on(decibans: float) -> float:
    return 1 / (1 + 10 ** (-decibans / 10))


def _families(rules: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule.partition("/")[0] for rule in rules))


def with_profile(page: Page, profile: Profile) -> Page:
    """``page`` as this paper's editors would weigh its decisions.

    A decision is applied, or no longer applied, where the shift carries its weight over the threshold.
    """
    shifted = [_shifted(d, profile) for d in page.decisions]
    if tuple(shifted) == page.decisions:
        return page
    return settle_page(page.source, [Said(d) for d in shifted]).page


def _shifted(d: Decision, profile: Profile) -> Decision:
    keys = dict.fromkeys(key for e in d.evidence for key in profile if e.rule == key or e.rule.startswith(f"{key}/"))
    if not keys:
        return d
    told = tuple(Evidence("profile", profile[key].decibans, f"what editors here think of {key}") for key in keys)
    weight = d.weight + sum(e.weight for e in told)
    least = APPLY if d.verb in (Verb.MEND, Verb.DROP) else 0
    status = d.status
    if d.weight >= least > weight:
        status = Status.PROPOSED
    elif d.weight < least <= weight:
        status = Status.APPLIED
    return replace(d, weight=weight, status=status, evidence=(*d.evidence, *told))


def profile_text(profile: Profile) -> str:
    """A profile as TOML, with the verdicts behind each shift."""
    rows = [
        f"{_toml_key(rule)} = {s.decibans:+}  # accepted {s.accepted}, rejected {s.rejected}"
        for rule, s in profile.items()
    ]
    return "\n".join([_ABOUT, f'schema = "{SCHEMA}"', "", "[rules]", *rows, ""])


_ABOUT = """\
# What the editors of this paper think of ocrfix's rules: decibans to add to the weight of each.
# +10 makes a rule's word ten times as likely to be right, -10 ten times less. Change or delete lines at will."""


def _toml_key(rule: str) -> str:
    return rule if re.fullmatch(r"[A-Za-z0-9_-]+", rule) else f'"{rule}"'


def read_profile(path: Path) -> dict[str, Shift]:
    """A profile from its file. Raises BadInput."""
    try:
        found = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as e:
        raise BadInput(f"{path}: {e.strerror or e}") from e
    except (tomllib.TOMLDecodeError, UnicodeError) as e:
        raise BadInput(f"{path}: no TOML: {e}") from e
    if found.get("schema") != SCHEMA or not isinstance(found.get("rules"), dict):
        raise BadInput(f'{path}: not a profile: schema = "{SCHEMA}" and [rules] are expected')
    for rule, shift in found["rules"].items():
        if not isinstance(shift, int) or isinstance(shift, bool) or abs(shift) > MOST:
            raise BadInput(f"{path}: {rule}: a whole number of decibans from -{MOST} to {MOST} is expected")
    return {rule: Shift(shift) for rule, shift in found["rules"].items()}
