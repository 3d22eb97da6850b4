"""What each line is at first sight: body, display (headline, kicker, deck), small print, furniture or banner.

Context-free forms come from shapes; the rest is read off the page: the line's width beside its run's measure, its
punctuation, whether it reads on from the line above and into the line below, whether its words stand elsewhere.
"""

import re
from bisect import bisect_right
from collections import Counter

from ocrfix.late import late
from ocrfix.lines import COLONS, MIDS, STOPS, Galley, Slug
from ocrfix.shapes import print_of

_MIDS = late(f"[{re.escape(MIDS)}]")
_INNER_STOPS = {latin: late(f"[{re.escape(stops)}]") for latin, stops in ((False, STOPS), (True, ".!?"))}
_GAPS = late(r"\s{2,}|\u3000")


def bucket(value: float, edges: tuple[float, ...]) -> int:
    """The number of edges that ``value`` reaches."""
    return bisect_right(edges, value)


def usual_gap(g: Galley) -> int:
    """How many blank lines stand above most lines of the page."""
    gaps = sorted(s.gap for s in g.lines)
    return gaps[len(gaps) // 2] if gaps else 0


def fill(s: Slug, latin: bool) -> str:
    """How full the line is: over, full, near (short by about an indent), half or short; u where no measure shows."""
    if not s.measure:
        return "u"
    d = s.measure - s.width
    if latin:
        d = d * 0.6
    if d < -0.7:
        return "o"
    if d <= 1.05:
        return "f"
    if d <= 3.3:
        return "n"
    return "h" if s.width > 0.5 * s.measure else "s"


LINE_BINS = [
    "ratio",
    "length",
    "end",
    "inner",
    "start",
    "above",
    "below",
    "gap",
    "place",
    "print",
    "digits",
    "spaced",
    "echo",
    "shared",
    "neighbours",
    "doubled",
    "frame",
    "body",
    "reads",
    "near",
    "far",
]


def line_bins(g: Galley, affinity: list[int], docs: Counter[str], found: list[set[str]]) -> list[list[str]]:
    """For every line of the galley one bin per feature of LINE_BINS, as text.

    ``affinity[i]``: decibans that line i reads on in line i + 1; ``docs``: in how many lines each term stands;
    ``found``: the terms of each line.
    """
    lines = g.lines
    n = len(lines)
    fills = [fill(s, g.latin) for s in lines]
    prints = [print_of(s.text) for s in lines]
    usual = usual_gap(g)
    flat = ["".join(s.text.split()) for s in lines]
    whole = "\n".join(flat)
    repeated = {w for w, times in docs.items() if times > 1}
    inner_stops = _INNER_STOPS[g.latin]
    rows = []
    ends = [
        "s" if s.end == "stop" else "m" if s.end in ("mid", "close", "colon") else "-" if s.end == "hyphen" else "r"
        for s in lines
    ]
    ends = ["y" if prints[i] in ("byline", "credit") else "p" if prints[i] else e for i, e in enumerate(ends)]
    doubled = [
        f"{int(s.doubled)}{int(i > 0 and lines[i - 1].doubled)}{int(i + 1 < n and lines[i + 1].doubled)}"
        for i, s in enumerate(lines)
    ]
    plain = [
        s.end not in ("stop", "mid", "close", "hyphen") and len(t) < 32 * (1 + g.latin)
        for s, t in zip(lines, flat, strict=True)
    ]
    for i, s in enumerate(lines):
        t = flat[i]
        mids = len(_MIDS.findall(t))
        stops = len(inner_stops.findall(t[:-2]))
        prev = lines[i - 1] if i else None
        nxt = lines[i + 1] if i + 1 < n else None
        ratio = (
            str(bucket(s.width / s.measure, (0.2, 0.4, 0.6, 0.75, 0.86, 0.94, 1.03, 1.2, 1.6))) if s.measure else "u"
        )
        length = str(bucket(s.width, (1.2, 2.2, 4.2, 6.5, 9, 12, 15, 18, 22, 27, 34)))
        end = s.end + fills[i]
        inner = f"{min(mids, 2)}{min(stops, 1)}{int(any(c in t for c in COLONS))}"
        above = (
            "top"
            if prev is None
            else f"{prev.end}{fills[i - 1]}"
            + ("" if prev.end == "stop" else str(bucket(affinity[i - 1], (-6, -2, 3, 9))))
        )
        below = (
            "foot"
            if nxt is None
            else f"{s.end == 'stop':d}{nxt.start}{fills[i + 1]}"
            + ("" if s.end == "stop" else str(bucket(affinity[i], (-6, -2, 3, 9))))
        )
        gap = f"{bucket(s.gap - usual, (-0.5, 0.5, 1.5))}{bucket((nxt.gap if nxt else 0) - usual, (-0.5, 0.5, 1.5))}"
        place = f"h{i}" if i < 3 else f"f{n - 1 - i}" if n - 1 - i < 3 else "-"
        digits = str(bucket(sum(map(str.isdigit, t)) / max(1, len(t)), (0.01, 0.12, 0.3, 0.6)))
        gaps_in = len(_GAPS.findall(s.text))
        spaced = f"{min(gaps_in, 2)}{min(s.text.count(' '), 3) if not g.latin else 0}{int(s.x > 2)}"
        echo = str(min(2, whole.count(t) - 1)) if len(t) >= 5 else "-"
        mine = found[i]
        elsewhere = len(mine & repeated) / len(mine) if mine else -1.0
        shared = "-" if not mine else str(bucket(elsewhere, (0.01, 0.25, 0.5, 0.75, 0.99)))
        near = f"{int(i > 0 and plain[i - 1])}{int(i + 1 < n and plain[i + 1])}{prints[i - 1] if i else ''}/{prints[i + 1] if nxt else ''}"
        e = ends[i]
        pe, ne = (ends[i - 1] if i else "t"), (ends[i + 1] if nxt else "t")
        pf, nf = (fills[i - 1] if i else "t"), (fills[i + 1] if nxt else "t")
        frame = pe + pf + e + fills[i] + nf
        body = length + inner[:2] + e
        reads = (
            ("s" if pe == "s" else str(bucket(affinity[i - 1], (-4, 4))) if i else "t")
            + ("s" if e == "s" else str(bucket(affinity[i], (-4, 4))))
            + pf
            + fills[i]
        )
        nn = lines[i + 2] if i + 2 < n else None
        pp = lines[i - 2] if i > 1 else None
        far = f"{ends[i - 2] + fills[i - 2] if pp else 't'}{pe}{e}{ne}{ends[i + 2] + fills[i + 2] if nn else 't'}"
        mark = (
            f"{int(bool((nxt and nxt.start in ('dateline', 'bullet')) or (nxt and prints[i + 1] == 'byline')))}{pe}{e}{min(mids, 1)}"
            + str(bucket(s.width, (4.2, 9, 15, 22)))
        )
        rows.append(
            [
                ratio,
                length,
                end,
                inner,
                s.start + end[-1:],
                above,
                below,
                gap,
                place,
                prints[i],
                digits,
                spaced,
                echo,
                shared,
                near,
                doubled[i],
                frame,
                body,
                reads,
                mark,
                far,
            ]
        )
    return rows
