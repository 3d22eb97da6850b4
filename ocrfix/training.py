"""Any archive trains statistics of its own: inside the lines of a broken page the text is intact.

Counts n-grams within lines only, never across a break. Probabilities are smoothed by absolute discounting (Ney, Essen &
Kneser 1994); n-grams are kept by how much evidence they carry in the corpus, count * |weight| (after Stolcke 1998). The
same texts give the same bytes.
"""

import json
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ocrfix.statistics import FIRST_WORD, HAN, LEVEL, LEVELS, LOWEST, MAGIC, STEP, shape, table_fold, tokens

ORDERS = 4
HAN_GRAMS = 400_000  # n-grams kept
LATIN_GRAMS = 60_000
VOCABULARY = 3_000  # Latin words with n-grams of their own
WORDS = 30_000


class NothingToCount(ValueError):
    """The texts hold no running text, or are of no kind that can be read."""


def train(paths: Sequence[Path], out: Path) -> None:
    """Write to ``out`` the statistics of texts: plain text in UTF-8, or .jsonl with "text" or "paragraphs".

    Raises NothingToCount, OSError.
    """
    data = table(line for path in paths for line in read(path))
    out.write_bytes(data)


def read(path: Path) -> Iterator[str]:
    """The lines of a text, or the paragraphs of the articles in a .jsonl file."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise NothingToCount(f"{path}: not UTF-8") from None
    if path.suffix != ".jsonl":
        yield from text.split("\n")
        return
    for number, row in enumerate(text.split("\n"), 1):
        try:
            article = json.loads(row) if row else {}
            found = article.get("paragraphs") or article.get("text", "").split("\n")
            yield from [line for line in found if isinstance(line, str)]
        except (ValueError, AttributeError):
            raise NothingToCount(f"{path}, line {number}: no article in JSON") from None


def table(lines: Iterable[str]) -> bytes:
    """The bytes of a table of the statistics of ``lines``. Raises NothingToCount."""
    han: list[str] = []
    latin: list[list[str]] = []
    for line in lines:
        if HAN.search(line):
            han.append(line.translate(table_fold()))
        elif line.strip():
            latin.append(tokens(line))
    if not han and not latin:
        raise NothingToCount("no text to count")
    vocabulary = _vocabulary(latin)
    code = {word: chr(FIRST_WORD + k) for k, word in enumerate(vocabulary)}
    coded = ["".join(code.get(w) or code.get(shape(w), "") for w in line) for line in latin]
    return pack(
        {
            "han": grams(han, HAN_GRAMS),
            "latin": grams(coded, LATIN_GRAMS),
            "vocabulary": " ".join(vocabulary).encode(),
            "words": _words(latin),
        }
    )


def pack(parts: dict[str, bytes]) -> bytes:
    """The file of the parts, as statistics.Statistics reads it."""
    packed = {name: zlib.compress(part, 9) for name, part in parts.items()}
    index = {name: [len(part), zlib.crc32(part)] for name, part in packed.items()}
    return MAGIC + json.dumps(index).encode() + b"\n" + b"".join(packed.values())


def _vocabulary(latin: list[list[str]]) -> list[str]:
    counts = Counter(w for line in latin for w in line)
    known = sorted(counts, key=lambda w: (-counts[w], w))[:VOCABULARY]
    shapes: Counter[str] = Counter()
    for w in counts.keys() - set(known):
        shapes[shape(w)] += counts[w]
    common = sorted(s for s, n in shapes.items() if n >= 20)
    return [*known, *(s for s in common if s not in set(known))]


def _words(latin: list[list[str]]) -> bytes:
    counts = Counter(w.lower() for line in latin for w in line if w[0].isalpha())
    total = sum(counts.values())
    groups: dict[int, list[str]] = defaultdict(list)
    for w in sorted(counts, key=lambda w: (-counts[w], w))[:WORDS]:
        if counts[w] > 1:
            groups[round(10 * math.log10(total / counts[w]) / STEP)].append(w)
    return "\n".join(" ".join(sorted(groups[k])) for k in range(max(groups, default=0) + 1)).encode()


def grams(lines: list[str], most: int) -> bytes:
    """The table of n-grams in ``lines`` in the row format of statistics.Ngrams; at most ``most`` n-grams."""
    model = _Model(lines)
    weights = dict(model.weights())
    ranked = sorted(weights, key=lambda g: (-model.counts[len(g)][g] * abs(weights[g]), g))
    kept: dict[str, dict[str, float]] = {}
    for g in sorted(_closed(ranked[:most])):
        kept.setdefault(g[:-1], {})[g[-1]] = weights[g]
    out: list[str] = []
    for unit in sorted(model.counts[1]):
        contexts = [unit]
        for k, context in enumerate(contexts):
            row = kept.get(context, {})
            longer = {u for u in row if context + u in kept}
            contexts += [context + u for u in row if u in longer]
            out += "\n" if k else "\v" + _level(model.rarity(unit)) + unit, _level(model.rest(context, row))
            for u, w in row.items():
                out += u, _level(w, u in longer)
    text = "".join(out).encode("utf-16-le")
    return text[0::4] + text[1::4] + text[2::4]


def _closed(chosen: Iterable[str]) -> set[str]:
    """``chosen`` with the beginnings of every n-gram, through which its row is found."""
    return {g[:n] for g in chosen for n in range(2, len(g) + 1)}


def _level(decibans: float, longer: bool = False) -> str:
    k = round((decibans - LOWEST) / STEP)
    return chr(LEVEL + max(0, min(LEVELS - 1, k)) + LEVELS * longer)


class _Model:
    """Smoothed chances of n-grams, from counts."""

    def __init__(self, lines: list[str]):
        self.counts: list[Counter[str]] = [Counter() for _ in range(ORDERS + 1)]
        for line in lines:
            for n in range(1, ORDERS + 1):
                self.counts[n].update(map("".join, zip(*(line[i:] for i in range(n)), strict=False)))
        self.total = max(1, sum(self.counts[1].values()))
        self.uses: Counter[str] = Counter()  # how often a context occurs, and
        self.kinds: Counter[str] = Counter()  # with how many different units after it
        self.discount = [0.0] * (ORDERS + 1)
        for n in range(2, ORDERS + 1):
            for g, count in self.counts[n].items():
                self.uses[g[:-1]] += count
                self.kinds[g[:-1]] += 1
            once, twice = (sum(c == k for c in self.counts[n].values()) for k in (1, 2))
            self.discount[n] = once / (once + 2 * twice) if once else 0.5

    def chance(self, gram: str) -> float:
        """Of the last unit of ``gram`` after the others."""
        if len(gram) == 1:
            return self.counts[1][gram] / self.total
        shorter, uses = self.chance(gram[1:]), self.uses[gram[:-1]]
        if not uses:
            return shorter
        d = self.discount[len(gram)]
        return (max(self.counts[len(gram)][gram] - d, 0) + d * self.kinds[gram[:-1]] * shorter) / uses

    def weights(self) -> Iterator[tuple[str, float]]:
        """Every n-gram met twice or more, with its weight in decibans."""
        for n in range(2, ORDERS + 1):
            for g, count in self.counts[n].items():
                if count > 1 or n == 2:
                    yield g, 10 * math.log10(self.chance(g) / self.chance(g[1:]))

    def rest(self, context: str, row: dict[str, float]) -> float:
        """Weight of all units that do not stand in the row of a context."""
        mine = sum(self.chance(context + u) for u in row)
        shorter = sum(self.chance(context[1:] + u) for u in row)
        if not row or mine >= 1 or shorter >= 1:
            return 0.0
        return 10 * math.log10((1 - mine) / (1 - shorter))

    def rarity(self, unit: str) -> float:
        """-10 * log10 of the unit's chance."""
        return -10 * math.log10(self.chance(unit))
