"""Lines that read on in one another are blocks; what a block is, its lines, its shape and its neighbours tell."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ocrfix.cases import case_bin
from ocrfix.glyphs import spaces_between
from ocrfix.lanes import steps
from ocrfix.late import late
from ocrfix.lines import MIDS, ORNAMENTS, STOPS, Galley, Lean, Slug
from ocrfix.links import Linker, measure_bin
from ocrfix.roles import bucket, usual_columns, wording_bin
from ocrfix.shapes import is_name
from ocrfix.slogans import pairs_bin, slogan_bin

KINDS = "BHYFR"  # body, headline, byline or credit, furniture, banner
NAMES = {"B": "body", "H": "display type", "Y": "a byline or credit", "F": "furniture", "R": "a banner"}
LEAST = 1e-4  # no answer is ruled out by its looks
FEW = 4  # lines of display type, at most, that are looked at for their wording
PIECE = 4  # glyphs of a line that is no piece of another
NAMELESS = 40  # decibans against a byline
SLOGAN = 2  # lines of one, at most
BLOCK_BINS = (
    *("lines", "odds", "most", "second", "end", "inner", "width", "above", "below"),
    *(
        "prints",
        "marks",
        "column",
        "wording",
        "over",
        "under",
        "lane above",
        "lane below",
        "slogan",
        "ornament",
        "case",
        "pairs",
        "names",
        "mentions",
    ),
)

_HAN_WORDS = late("[\u4e00-\u9fff]+")


@dataclass(slots=True)
class Block:
    """A chain of lines (indices) that read on in one another. ``odds`` are decibans for each of KINDS, by its lines; ``seen`` are
    those of the block beside its neighbours, up to a constant; ``mentions`` tells where else its words stand."""

    lines: list[int]
    odds: list[float]
    kind: str
    terms: set[str]
    size: int = 0
    mentions: str = "-"
    seen: Sequence[float] = (0.0,) * len(KINDS)

    def looks(self, kind: str) -> float:
        """Decibans that the block is of this kind, against all others."""
        own = KINDS.index(kind)
        top = max(self.seen)
        powers = [10 ** ((o - top) / 10) for o in self.seen]
        return 10 * math.log10((powers[own] + LEAST) / (sum(powers) - powers[own] + LEAST))


def leaning(odds: Sequence[float], lean: Lean | None) -> list[float]:
    """Decibans for each of KINDS with what is known beyond the looks."""
    weight = lean.evidence.weight if lean else 0
    return [o + weight * (lean is not None and k in lean.kinds) for o, k in zip(odds, KINDS, strict=True)]


def chains(after: dict[int, int], n: int) -> list[list[int]]:
    """The chains of ``n`` lines under the links ``after``, by their first lines."""
    heads = set(range(n)) - set(after.values())
    found = []
    for i in sorted(heads):
        chain = [i]
        while chain[-1] in after:
            chain.append(after[chain[-1]])
        found.append(chain)
    return found


def block_bins(linker: Linker, blocks: list[Block], home: list[int], prints: list[str]) -> list[list[str]]:
    """For each block one bin per feature of BLOCK_BINS. ``home[i]`` is the block of line i."""
    g, fills, rows = linker.g, linker.fills, []
    last = len(g.lines) - 1
    columns = usual_columns(g.lines)
    titles = g.news.titles(g.latin)
    lane = steps(linker)
    alike = Counter(s.text[0] for s in g.lines)
    for b in blocks:
        order = sorted(range(5), key=lambda k: -b.odds[k])
        text = (" " if g.latin else "").join(g.lines[i].text for i in b.lines)
        tail = g.lines[b.lines[-1]]
        mids = sum(text.count(c) for c in MIDS)
        stops = sum(text[:-2].count(c) for c in (".!?" if g.latin else STOPS))
        n = bucket(len(b.lines), (2, 3, 4, 6, 12))
        wide = sum(g.lines[i].width for i in b.lines)
        plain = not g.latin and len(b.lines) <= SLOGAN and not prints[b.lines[0]]
        spaces = 0 if g.latin else min(2, spaces_between(text))
        up, down = b.lines[0] - 1, b.lines[-1] + 1
        rows.append(
            [
                str(n),
                str(bucket(b.odds[0], (-20, -12, -6, -2, 2, 6, 10, 15, 20)))
                + str(bucket(b.odds[1], (-10, -5, -1, 3, 8))),
                KINDS[order[0]] + str(bucket(b.odds[order[0]] - b.odds[order[1]], (2, 5, 10, 20))),
                KINDS[order[0]] + KINDS[order[1]] + str(min(n, 2)),
                tail.end + fills[b.lines[-1]] + str(min(n, 2)),
                f"{min(mids, 2)}{min(stops, 1)}{min(n, 2)}",
                str(bucket(wide, (3, 6, 10, 15, 20, 28, 40, 80))),
                "top" if up < 0 else beside(g, blocks, home, up),
                "foot" if down > last else beside(g, blocks, home, down),
                prints[b.lines[0]] + str(min(n, 1)),
                f"{bucket(wide, (10, 20, 30, 45, 70))}{min(mids, 3)}{min(stops, 2)}{spaces * (mids == 0)}",
                max(columns[i] for i in b.lines) + "".join(sorted({fills[i] for i in b.lines[:-1]})) + tail.end,
                str(n) + (wording_bin(titles, text) if len(b.lines) <= FEW else "-"),
                "top" if up < 0 else blocks[home[up]].kind + str(min(n, 2)) + joint(linker, up),
                "foot" if down > last else blocks[home[down]].kind + str(min(n, 2)) + joint(linker, down - 1),
                in_lane(g, blocks, home, b.lines[0], -lane[b.lines[0]]),
                in_lane(g, blocks, home, b.lines[-1], lane[b.lines[-1]]),
                slogan_bin(text) if len(b.lines) == 1 else "-",
                ornament(g, alike, b),
                case_bin(text) if g.latin and len(b.lines) <= FEW and not prints[b.lines[0]] else "-",
                pairs_bin(text) if plain else "-",
                names_bin(text) if plain else "-",
                b.mentions + prints[b.lines[0]][:1],
            ]
        )
    return rows


def ornament(g: Galley, alike: Mapping[str, int], b: Block) -> str:
    """Where a block opens with an ornament: how many lines of the page do, how long it is and how it ends. ``alike`` counts
    first characters."""
    first = g.lines[b.lines[0]].text[0]
    if first not in ORNAMENTS:
        return "-"
    return f"{bucket(alike[first], (2, 3, 6))}{bucket(len(b.lines), (2, 3))}{g.lines[b.lines[-1]].end}"


def names_bin(text: str) -> str:
    """How many words of a Chinese text look like names, of how many, and whether a bracket or an ornament stands before
    them; "-" for other text."""
    words = _HAN_WORDS.findall(text)
    opens = "(" if text[0] in "（(〔【" else "o" if text[0] in ORNAMENTS else ""
    return f"{min(sum(map(is_name, words)), 2)}{min(len(words), 3)}{opens}" if words else "-"


def no_byline(odds: Sequence[float], s: Slug, print_: str, latin: bool) -> list[float]:
    """Decibans for each of KINDS, where what has neither a form of small print nor a bracket, and is not known for a byline, is none,
    unless it is a name (in Han script, which tells) or may be a piece of one. ``s`` is the first line."""
    known = s.lean is not None and s.lean.kinds == "Y"
    opens = s.text[0] in "（(〔【"
    named = not latin and (any(map(is_name, _HAN_WORDS.findall(s.text))) or len(s.text) < PIECE)
    unlike = not (known or print_ or opens or named)
    return [o - NAMELESS * (k == "Y" and unlike) for o, k in zip(odds, KINDS, strict=True)]


def beside(g: Galley, blocks: list[Block], home: list[int], i: int) -> str:
    """The kind of block that line i is of, how long it is, and whether it ends or begins with the line."""
    b = blocks[home[i]]
    return (
        b.kind
        + str(bucket(len(b.lines), (2, 4)))
        + ("." if g.lines[i].end == "stop" else "")
        + ("e" if i == b.lines[-1] else "s" if i == b.lines[0] else "m")
    )


def in_lane(g: Galley, blocks: list[Block], home: list[int], i: int, step: int) -> str:
    """What stands above or below line i in its lane, so many lines off, where that is not the next line."""
    k = i + step
    return "-" if abs(step) == 1 else "end" if not 0 <= k < len(home) else beside(g, blocks, home, k)


def joint(linker: Linker, i: int) -> str:
    """How well line i reads on in the next, and whether both are set to one measure."""
    reads = "s" if linker.stops[i] else str(bucket(linker.onward[i], (-6, -2, 3, 9)))
    a, b = linker.g.lines[i], linker.g.lines[i + 1]
    return reads + measure_bin(a.measure, b.measure)
