"""Headlines to bodies, one to one over the page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from ocrfix.auction import Segment, best
from ocrfix.heads import HEADS, Matcher
from ocrfix.rivals import leads
from ocrfix.stories import Story
from ocrfix.weights import Scale, Shares

HEADED = -7.0  # decibans from which a headline heads a story
MOST = 8  # blocks of one headline
GATHER = -11.0  # decibans from which a line that no story claims goes with the headline beside it,
GATHER_LINE = -4.0  # whatever words it has
LEAST_LINE = -10.0  # decibans: a line of a headline may share no word with the story


Joints = Mapping[tuple[int, int], float]


def match(
    scored: dict[tuple[int, int], float], groups: list[list[int]], joints: Joints, least: float = 0.0, most: int = MOST
) -> dict[int, int]:
    """Headlines to stories: contiguous segments of ``groups``, one a story, that together weigh most.

    ``scored[i, n]`` is the weight in decibans that headline i heads story n, ``joints[i, j]`` that of one headline i goes
    on in j, the next of its group; ``least`` is what a segment must weigh.
    """
    stories = sorted({n for _, n in scored})
    sold = best(s for r, group in enumerate(groups) for s in _segments(r, group, stories, scored, joints, least, most))
    found = {i: s.story for s in sold for i in groups[s.stack][s.first : s.last + 1]}
    for group in groups:
        _gather(group, found, scored, joints)
    return found


def _segments(
    r: int,
    group: list[int],
    stories: list[int],
    scored: dict[tuple[int, int], float],
    joints: Joints,
    least: float,
    most: int,
) -> Iterator[Segment]:
    """All segments of the r-th group, of up to so many lines, that may head a story, with what they weigh over the least."""
    for a in range(len(group)):
        sums = dict.fromkeys(stories, -least)
        for b in range(a, min(len(group), a + most)):
            joint = joints[group[b - 1], group[b]] if b > a else 0.0
            for n in stories:
                sums[n] += max(LEAST_LINE, scored.get((group[b], n), LEAST_LINE)) + joint
                if sums[n] > 0:
                    yield Segment(sums[n], r, a, b, n)


def _gather(group: list[int], found: dict[int, int], scored: dict[tuple[int, int], float], joints: Joints) -> None:
    """Lines that no story claims go with the headline that they stand beside, the likelier of two, if any is likely."""
    for order in (range(len(group)), range(len(group) - 1, -1, -1)):
        for k in order:
            if group[k] in found:
                continue
            beside = [
                (max(GATHER_LINE, scored.get((group[k], found[h]), LEAST_LINE)) + joint, found[h])
                for h, joint in _neighbours(group, k, joints)
                if h in found
            ]
            if beside and max(beside)[0] > GATHER:
                found[group[k]] = max(beside)[1]


def _neighbours(group: list[int], k: int, joints: Joints) -> Iterator[tuple[int, float]]:
    """The lines beside the k-th of a group, and how firmly they are joined to it."""
    if k > 0:
        yield group[k - 1], joints[group[k - 1], group[k]]
    if k + 1 < len(group):
        yield group[k + 1], joints[group[k], group[k + 1]]


def headed(told: list[Story], found: dict[int, int], m: Matcher) -> dict[int, str]:
    """For each block of a story: has the story a headline (h) or none (n), and does the block begin it (H, N)?

    A headline that stands directly above the story is marked: a and A.
    """
    above = {n for i, n in found.items() if m.place(i, n).startswith("above")}
    has = {n: "a" if n in above else "h" for n in found.values()}
    marks: dict[int, str] = {}
    for n, s in enumerate(told):
        for k in s.blocks:
            marks[k] = has.get(n, "n")
        marks[s.blocks[0]] = has.get(n, "n").upper()
    return marks


def match_heads(
    m: Matcher, groups: list[list[int]], scales: tuple[Scale, Scale], joints: Joints, least: float = HEADED
) -> dict[int, int]:
    """Headline lines to stories, twice: the second time, by the second scale, knowing where this page sets its heads and how
    far each pair is ahead of its rivals."""
    rows = {(i, n): m.head_bins(i, n) for group in groups for i in group for n in range(len(m.stories))}
    scored = {pair: float(scales[0].weigh(bins) + m.rows(*pair)) for pair, bins in rows.items()}
    found = match(scored, groups, joints, least)
    settle(m, found, dict.fromkeys(found, HEADS), scored)
    again = {
        pair: float(scales[1].weigh([*bins, *m.settled(*pair, HEADS)]) + m.rows(*pair)) for pair, bins in rows.items()
    }
    return match(again, groups, joints, least)


def settle(
    m: Matcher, found: Mapping[int, int], forms: Mapping[int, str], scored: Mapping[tuple[int, int], float]
) -> None:
    """Take in what a first matching tells: the habit of the page, and which pairs are ahead."""
    m.habit = habit(m, found.items(), forms)
    ahead = leads((w, i, n) for (i, n), w in scored.items())
    m.ahead.update(zip(scored, ahead, strict=True))


def habit(m: Matcher, found: Iterable[tuple[int, int]], forms: Mapping[int, str]) -> dict[str, dict[str, float]]:
    """For each form the share of matches, lines to stories, at each kind of place."""
    seen: dict[str, Counter[str]] = {}
    for i, n in found:
        seen.setdefault(forms[i], Counter())[m.place(i, n).rstrip("df")] += 1
    return {form: {place: c / places.total() for place, c in places.items()} for form, places in seen.items()}


def head_shares(m: Matcher, i: int, scale: Scale, joints: Joints) -> Shares:
    """The evidence that headline line ``i`` heads its story; what the lines beside it tell is one share."""
    n = m.heads[i]
    beside = [k for k, of in m.heads.items() if of == n and k != i]
    together = sum(
        max(LEAST_LINE, scale.weigh([*m.head_bins(k, n), *m.settled(k, n, HEADS)]) + m.rows(k, n)) for k in beside
    )
    together += sum(joints.get(pair, 0.0) for pair in pairwise(sorted([i, *beside])))
    return [
        *scale.shares([*m.head_bins(i, n), *m.settled(i, n, HEADS)]),
        ("rows", "", m.rows(i, n)),
        ("together", "", round(together)),
        ("prior", "", round(-HEADED)),
    ]
