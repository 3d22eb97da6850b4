"""Which part of a page's truth each line prints: the alignment that calibration learns from."""

import re
from collections import defaultdict
from itertools import accumulate
from typing import Any, NamedTuple

from rapidfuzz import fuzz

FOLD = {0xFF10 + i: 0x30 + i for i in range(10)} | {
    c + 0xFEE0: c for r in (range(65, 91), range(97, 123), (0x25,)) for c in r
}
LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "⸺": "——"}
ORNAMENTS = "□■◆▲★○●◎▶※◇△▼▽"
ALIKE = 71  # of 100: a misread line and what it prints
GRAM = 3  # glyphs; lines are looked up by their n-grams
MOST_LINES = 12  # of a part that is no body
AHEAD = 3  # glyphs of the lines below that tell which of several places a line prints


class Part(NamedTuple):
    """A text of the truth: ``ends`` are the ends of its paragraphs; ``article`` is -1 for what is the page's own."""

    article: int
    role: str
    text: str
    ends: tuple[int, ...]


class Print(NamedTuple):
    """A line prints ``part`` from ``start`` to ``end`` (glyphs, white space not counted)."""

    part: Part
    start: int
    end: int

    @property
    def first(self) -> int:
        """The paragraph in which the line begins."""
        return next((k for k, e in enumerate(self.part.ends) if self.start < e), len(self.part.ends) - 1)

    @property
    def last(self) -> int:
        """The paragraph in which it ends."""
        return next((k for k, e in enumerate(self.part.ends) if self.end - 1 < e), len(self.part.ends) - 1)


def squeeze(text: str) -> str:
    """Glyphs only, full-width letters and figures and ligatures folded."""
    text = "".join(LIGATURES.get(c, c) for c in text.translate(FOLD))
    return re.sub(r"[\s\u200b\u00ad\ufeff]", "", text)


def parts(truth: dict[str, Any]) -> list[Part]:
    """All texts of a page's truth."""
    found = []
    for n, a in enumerate(truth["articles"]):
        text, ends = "", []
        for p in a["paragraphs"]:
            text += squeeze(p)
            ends.append(len(text))
        found.append(Part(n, "body", text, tuple(ends)))
        for role in ("kicker", "title", "deck", "byline", "credit"):
            value = a.get(role) or []
            for x in [value] if isinstance(value, str) else value:
                found.append(Part(n, role, squeeze(x), (len(squeeze(x)),)))
    for role, key in (("banner", "banners"), ("furniture", "furniture")):
        for x in truth.get(key) or []:
            found.append(Part(-1, role, squeeze(x), (len(squeeze(x)),)))
    return found


def align(lines: list[str], truth: dict[str, Any]) -> list[Print | None]:
    """For each line what it prints, or None.

    Of several places the one is taken that goes on as the lines below do, then the one that goes on from the line above,
    then one that this line and some of those below print whole.
    """
    texts = parts(truth)
    index: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for k, p in enumerate(texts):
        for i in range(len(p.text) - GRAM + 1):
            index[p.text[i : i + GRAM]].append((k, i))
    found: list[Print | None] = []
    used: set[tuple[int, int]] = set()
    last = (-1, -1)
    bare = [raw.strip(ORNAMENTS) or raw for raw in map(squeeze, lines)]
    for n, s in enumerate(bare):
        places = _exact(s, texts) or _fuzzy(s, texts, index)
        if not s or not places:
            found.append(None)
            continue
        below = "".join(bare[n + 1 : n + 1 + AHEAD])[:AHEAD]
        wholes = set(accumulate(bare[n : n + MOST_LINES]))
        k, start, end = min(places, key=lambda c: _order(c, texts, last, used, below, wholes))
        used.add((k, start))
        last = (k, end)
        found.append(Print(texts[k], start, end))
    return found


def _order(
    place: tuple[int, int, int],
    texts: list[Part],
    last: tuple[int, int],
    used: set[tuple[int, int]],
    below: str,
    wholes: set[str],
) -> Any:
    k, start, end = place
    reads_on = below != "" and texts[k].text.startswith(below, end)
    whole = start == 0 and texts[k].text in wholes
    goes_on = last[0] == k and abs(last[1] - start) <= 1
    body = texts[k].role == "body"
    return (
        not reads_on,
        not goes_on,
        (k, start) in used,
        not whole,
        start > 0 and not body,
        not body and not whole,
        k,
        start,
    )


def _exact(s: str, texts: list[Part]) -> list[tuple[int, int, int]]:
    ways = [s] + [s[:-1]] * (len(s) > 3 and s[-1] in "-\u2010") + [s.strip("（）()")] * s.startswith(("（", "("))
    for way in filter(None, ways):
        places = [
            (k, m.start(), m.start() + len(way))
            for k, p in enumerate(texts)
            for m in re.finditer(f"(?={re.escape(way)})", p.text)
        ]
        if places:
            return places
    return []


def _fuzzy(s: str, texts: list[Part], index: dict[str, list[tuple[int, int]]]) -> list[tuple[int, int, int]]:
    votes: dict[tuple[int, int], int] = defaultdict(int)
    for i in range(len(s) - GRAM + 1):
        for k, at in index.get(s[i : i + GRAM], ()):
            votes[k, (at - i) // 4] += 1
    best = (float(ALIKE), -1, 0, 0)
    for (k, shift), _ in sorted(votes.items(), key=lambda v: -v[1])[:4]:
        text = texts[k].text
        if len(text) < len(s):
            best = max(best, (fuzz.ratio(s, text), k, 0, len(text)))
            continue
        a = max(0, shift * 4 - 6)
        if m := fuzz.partial_ratio_alignment(s, text[a : a + len(s) + 14]):
            best = max(best, (m.score, k, a + m.dest_start, a + m.dest_end))
    return [best[1:]] if best[1] >= 0 else []


def in_banner(line: str, truth: dict[str, Any]) -> bool:
    """Is the line made of a banner's glyphs, printed whatever number of times?"""
    s = squeeze(line).strip(ORNAMENTS)
    glyphs = [set(squeeze(b)) for b in truth.get("banners") or []]
    return len(s) > 1 and any(all(c in b or c in ORNAMENTS for c in s) for b in glyphs)
