"""The banks of a headline: which of its lines are kicker, title and deck.

The title is set largest, so its lines hold the fewest em; a kicker above it leads in to it, a deck below it says more. How
wide a line is beside the others, where it stands among them, how long and how worded it is tells what it is; how it reads on
in the next, whether both are of one bank. The roles that are likeliest together are taken (Viterbi 1967), such that the
lines of the title stand together.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ocrfix.heads import LEADS_IN, Matcher, follow
from ocrfix.lines import COLONS, MIDS
from ocrfix.links import Linker
from ocrfix.model import Role
from ocrfix.roles import bucket, wording_bin
from ocrfix.stacks import STACK_BINS, stack_bins
from ocrfix.subjects import running
from ocrfix.weights import Scale, Scales

ROLES = (Role.KICKER, Role.TITLE, Role.DECK)
BANK_BINS = (
    *("place", "narrow", "wide", "beside", "length", "share", "lines"),
    *("end", "start", "marks", "wording", "cover"),
)
ONE_BANK = STACK_BINS  # of two lines that follow one another
TIMES = (1.02, 1.15, 1.3, 1.6, 2.0, 2.7)  # as wide as the narrowest line,
OF_WIDEST = (0.4, 0.55, 0.75, 0.97)  # as the widest,
OF_NEXT = (0.5, 0.7, 0.87, 1.15, 1.45, 2.0)  # and as the next one
LENGTHS = (3, 6, 9, 12, 16, 20, 26, 34, 45, 60)  # characters
SHARES = (0.12, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.99)  # of the headline's characters
DASHES = "—─–―"
LEADING, DASHED = 15, 30  # decibans less for a title: it leads in to the next line, or begins with a dash
TOLD = 0.5  # of what tells that two lines are of one bank, their own bins have told the rest

Odds = Mapping[Role, float]  # decibans


class Bank(NamedTuple):
    """What a line of a headline is, and the decibans by which this is likelier than the next best."""

    role: Role
    ahead: float


def bank_bins(m: Matcher, lines: Sequence[int], n: int) -> list[list[str]]:
    """For each block of the headline of story ``n`` (their first ``lines``, in source order) one bin for each of BANK_BINS."""
    chains = [follow(i, m.after) for i in lines]
    texts = [running((m.g.lines[k].text for k in chain), m.g.latin) for chain in chains]
    widths = [max(m.g.lines[k].width for k in chain) for chain in chains]
    size, last = sum(map(len, texts)), len(lines) - 1
    titles = m.g.news.titles(m.g.latin)
    rows = []
    for k, (chain, text, width) in enumerate(zip(chains, texts, widths, strict=True)):
        place = f"{min(k, 3)}{min(last - k, 3)}"
        narrow = bucket(width / min(widths), TIMES)
        over = bucket(width / widths[k - 1], OF_NEXT) if k else "-"
        under = bucket(width / widths[k + 1], OF_NEXT) if k < last else "-"
        mids, colon, space = sum(map(text.count, MIDS)), any(c in text for c in COLONS), " " in text and not m.g.latin
        rows.append(
            [
                place,
                f"{narrow}/{min(last, 3)}",
                f"{bucket(width / max(widths), OF_WIDEST)}/{place}",
                f"{over}{under}",
                f"{bucket(len(text), LENGTHS)}{last > 0:d}",
                str(bucket(len(text) / size, SHARES)),
                f"{bucket(len(chain), (2, 3, 4, 6))}{narrow}",
                ("leads" if LEADS_IN.search(text) else m.g.lines[chain[-1]].end) + place,
                "dash" if text[0] in DASHES else m.g.lines[chain[0]].start,
                f"{min(mids, 2)}{colon:d}{space:d}",
                wording_bin(titles, text),
                str(bucket(m.covers(chain[0])[n][0], (0.12, 0.4, 0.7, 0.97))),
            ]
        )
    return rows


def title_odds(text: str, last: bool) -> int:
    """Decibans for a title by what the composing room holds, beyond what pages have taught."""
    return -DASHED * (text[0] in DASHES) - LEADING * (not last and LEADS_IN.search(text) is not None)


def one_bank_bins(m: Matcher, linker: Linker, lines: Sequence[int]) -> list[list[str]]:
    """For each two blocks of a headline that follow one another (their first ``lines``) one bin for each of ONE_BANK."""
    return [stack_bins(m, linker, i, j, len(lines)) for i, j in pairwise(lines)]


def banks(m: Matcher, linker: Linker, lines: Sequence[int], n: int, scales: tuple[Scales, Scale]) -> list[Bank]:
    """What the blocks of the headline of story ``n`` are (their first ``lines``, in source order)."""
    odds: list[dict[Role, float]] = [
        dict(zip(ROLES, scales[0].weigh(row), strict=True)) for row in bank_bins(m, lines, n)
    ]
    for i, of in zip(lines, odds, strict=True):
        of[Role.TITLE] += title_odds(m.words(i)[2], i == lines[-1])
    joined = [TOLD * scales[1].weigh(row) for row in one_bank_bins(m, linker, lines)]
    most, roles = likeliest(odds, joined)
    found = []
    for k, role in enumerate(roles):
        otherwise = [*odds[:k], {**odds[k], role: -math.inf}, *odds[k + 1 :]]
        found.append(Bank(role, most - likeliest(otherwise, joined)[0]))
    return found


def likeliest(odds: Sequence[Odds], joined: Sequence[float]) -> tuple[float, list[Role]]:
    """The roles of lines that weigh most together, and how much, in decibans; those of the title stand together. ``odds`` are
    those of each line's roles, ``joined`` tells of each line and the next whether they are of one bank."""
    paths: dict[tuple[bool, Role], tuple[float, list[Role]]] = {}  # by whether the title has begun, and the last role
    for k, of in enumerate(odds):
        found: dict[tuple[bool, Role], tuple[float, list[Role]]] = {}
        before = paths.items() if k else [((False, Role.KICKER), (0.0, list[Role]()))]
        for (begun, last), (weight, roles) in before:
            for role in ROLES:
                if role is Role.TITLE and begun and last is not Role.TITLE:
                    continue
                total = weight + of[role] + (joined[k - 1] if k and role is last else 0.0)
                state = begun or role is Role.TITLE, role
                if state not in found or total > found[state][0]:
                    found[state] = total, [*roles, role]
        paths = found
    return max((path for (begun, _), path in paths.items() if begun), key=lambda p: p[0])
