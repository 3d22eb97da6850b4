"""Any archive trains statistics of its own: inside the lines of a broken page the text is intact.

N-grams are counted within lines only, never across a break. Their chances are smoothed by absolute discounting (Ney,
Essen & Kneser 1994); those are kept that carry most evidence in the corpus, count * |weight| (after Stolcke 1998). The
same texts give the same bytes.
"""

import json
import math
import random
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from warnings import warn

from ocrfix import leads, titles
from ocrfix.fitting import NoSolver, places, wording
from ocrfix.ngrams import STEP, UNKNOWN, level, planes
from ocrfix.read import BadInput
from ocrfix.read import read as read_pages
from ocrfix.statistics import LEADS, MAGIC, SUBJECTS, TITLES
from ocrfix.subjects import terms
from ocrfix.units import HAN, Fold, code, in_units, shape, table_fold, tokens

ORDERS = 4  # units in the longest n-grams
HAN_GRAMS = 420_000  # n-grams kept
CHARACTERS = 20_000  # in the Han table
MANY_WORDS, GRAMS_OF_MANY = 3_000, 120_000  # Latin words that are units, and n-grams kept
FEW_WORDS, GRAMS_OF_FEW = 400, 30_000
COMMON_SHAPE = 20  # a shape of words is a unit where as many words have it
WORDS = 120_000  # in the list of words
ROOM = 1_000_000  # n-grams of one length: where there are more, those met once are forgotten
HAN_TERMS, LATIN_TERMS = 10_000, 3_100  # that have a subject
DIMENSIONS = 32
FEW_TEXTS = 3_000  # texts of one script, of fewer their paragraphs tell their subjects
RUNNING = 13  # characters of a paragraph, at least; what is shorter is a heading
LEAD_MARKS, TITLE_MARKS = 2_600, 2_300  # of beginnings and of headlines that are kept
LEAD_RIDGE, TITLE_RIDGE = 20.0, 10.0  # pull their weights to nought
TOGETHER = 16  # lines of a plain text that are taken for one text
ENTRY = 2  # a word alone on its line counts as often: it is taken for an entry of a word list

_WORD = re.compile(r"[^\W\d_]+(?:['’\-\u2010][^\W\d_]+)*")
_BROKEN = re.compile(r"[^\W\d_]+[-\u2010\xad]\s*$")  # the hyphen that ends a line
_STOPS = re.compile(r"[。！？，,.]")  # running text has stops, a list of words has none


class Text(NamedTuple):
    """Lines that belong together. Those of an ``article`` are its paragraphs, from the first; it may have a ``title``."""

    lines: list[str]
    article: bool
    title: str = ""


def train(paths: Iterable[Path], out: Path, tell: Callable[[str], None] = warn) -> None:
    """Write to ``out`` the statistics of texts: plain text, or .jsonl whose rows have "paragraphs" or "text".

    A word list, one word a line, may be among them. ``tell`` gets one-line remarks for the user. The file appears whole
    or not at all. Raises read.BadInput, OSError.
    """
    data = table((text for path in paths for text in read(path, tell)), tell)
    part = out.with_name(f"{out.name}.part")
    part.write_bytes(data)
    part.replace(out)


def read(path: Path, tell: Callable[[str], None] = warn) -> Iterator[Text]:
    """The articles of a .jsonl file, else lines of a file, so many together. Raises read.BadInput."""
    for page in read_pages(path, tell=tell):
        lines = page.text.split("\n")
        if path.suffix == ".jsonl":
            yield from (_article(line, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip())
        else:
            yield from (Text(lines[k : k + TOGETHER], False) for k in range(0, len(lines), TOGETHER))


def _article(row: str, where: str) -> Text:
    try:
        article = json.loads(row)
        found = article.get("paragraphs") or article.get("text", "").split("\n")
        title = article.get("title")
        return Text([line for line in found if isinstance(line, str)], True, title if isinstance(title, str) else "")
    except (ValueError, AttributeError, TypeError):
        raise BadInput(f"{where}: no article in JSON") from None


def table(texts: Iterable[Text], tell: Callable[[str], None] = warn) -> bytes:
    """The bytes of a table of the statistics of texts.

    Raises read.BadInput where there is nothing to count. ``tell`` hears that subjects, leads and titles cannot be found.
    """
    han: list[str] = []
    latin: list[list[str]] = []
    words: Counter[str] = Counter()
    spoken: list[tuple[Text, bool]] = []
    for text in texts:
        for before, line in pairwise(["", *text.lines]):
            if HAN.search(line):
                han.append(line.translate(table_fold()))
            else:
                latin.append(tokens(line))
                words.update(_whole_words(before, line))
        if _STOPS.search(whole := "".join(text.lines)):
            spoken.append((text, not HAN.search(whole)))
    if not han and not words:
        raise BadInput("no running text to count in these files")
    latin = [line for line in latin if len(line) > 1]
    characters = "".join(_by_frequency(Counter(c for line in han for c in line))[:CHARACTERS])
    fold = Fold({ord(c): unit for c, unit in code(characters).items()})
    many, few = (_vocabulary(latin, size) for size in (MANY_WORDS, FEW_WORDS))
    return pack(
        {
            "characters": characters.encode(),
            "han": grams([line.translate(fold) for line in han], HAN_GRAMS),
            "many words": " ".join(many).encode(),
            "latin of many": grams([in_units(line, code(many)) for line in latin], GRAMS_OF_MANY),
            "few words": " ".join(few).encode(),
            "latin of few": grams([in_units(line, code(few)) for line in latin], GRAMS_OF_FEW),
            "words": _words(words),
            **_fitted(spoken, tell),
        }
    )


def _fitted(spoken: Sequence[tuple[Text, bool]], tell: Callable[[str], None]) -> dict[str, bytes]:
    """The parts of subjects.Subjects, leads and titles; ``spoken`` are texts and whether they are in Latin script."""
    parts = dict.fromkeys((*SUBJECTS, *LEADS, *TITLES), b"")
    try:
        for latin, most in ((False, HAN_TERMS), (True, LATIN_TERMS)):
            texts = [text for text, of in spoken if of is latin]
            few = len(texts) < FEW_TEXTS
            pieces = _pieces(texts) if few else ["\n".join(t.lines) for t in texts]
            names, rows = places((terms(p, latin) for p in pieces), most, DIMENSIONS, 1.0 if few else 0.5)
            parts[SUBJECTS[latin]] = " ".join(names).encode() + b"\n" + rows
            parts[LEADS[latin]] = _wording(_begun(texts, latin), LEAD_MARKS, LEAD_RIDGE)
            parts[TITLES[latin]] = _wording(_titled(texts, latin), TITLE_MARKS, TITLE_RIDGE)
    except NoSolver as why:
        tell(str(why))
    return parts


def _pieces(texts: Sequence[Text]) -> list[str]:
    """Texts in pieces of two paragraphs: where texts are few, their parts show better which words keep company."""
    running = ([line for line in t.lines if len(line) >= RUNNING] for t in texts)
    return ["\n".join(lines[k : k + 2]) for lines in running for k in range(0, len(lines), 2)]


def _begun(texts: Sequence[Text], latin: bool) -> Iterator[tuple[set[str], bool]]:
    """The beginnings of paragraphs, and which are the first of their articles."""
    articles = [[line for line in t.lines if len(line) >= RUNNING] for t in texts if t.article]
    return ((leads.marks(p, latin), p is a[0]) for a in articles if len(a) > 1 for p in a)


def _titled(texts: Sequence[Text], latin: bool) -> Iterator[tuple[set[str], bool]]:
    """Headlines and pieces of running text, and which are which."""
    rng = random.Random(1)
    for t in texts:
        for piece, title in titles.pieces(t.title, t.lines, latin, rng):
            yield titles.marks(piece, latin), title


def _wording(shown: Iterable[tuple[set[str], bool]], most: int, ridge: float) -> bytes:
    """The part of a wording.Wording."""
    names, weights, base = wording(shown, most, ridge)
    return f"{base} {' '.join(names)}".encode() + b"\n" + weights


def pack(parts: dict[str, bytes]) -> bytes:
    """The file of the parts, as statistics.Statistics reads it."""
    packed = {name: zlib.compress(part, 9) for name, part in parts.items()}
    index = {name: [len(part), zlib.crc32(part)] for name, part in packed.items()}
    return MAGIC + json.dumps(index).encode() + b"\n" + b"".join(packed.values())


def _by_frequency(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda u: (-counts[u], u))


def _vocabulary(lines: list[list[str]], size: int) -> list[str]:
    """The ``size`` commonest words, and the shapes of the others."""
    counts = Counter(w for line in lines for w in line)
    known = _by_frequency(counts)[:size]
    shapes: Counter[str] = Counter()
    for w in counts.keys() - set(known):
        shapes[shape(w)] += counts[w]
    return known + sorted(s for s, n in shapes.items() if n >= COMMON_SHAPE and s not in counts)


def _whole_words(before: str, line: str) -> list[str]:
    """The words of ``line``, in lower case, without the halves of words broken at its ends."""
    found = [m[0].lower().replace("\u2010", "-") for m in _WORD.finditer(line)]
    if len(found) == 1 and found[0] == line.strip().lower():
        return found * ENTRY
    return found[_BROKEN.search(before) is not None : len(found) - (_BROKEN.search(line) is not None)]


def _words(counts: Counter[str]) -> bytes:
    """The words met twice or more: a line for each level of rarity."""
    total = sum(counts.values())
    groups: dict[int, list[str]] = defaultdict(list)
    for w in _by_frequency(counts)[:WORDS]:
        if counts[w] > 1:
            groups[round(10 * math.log10(total / counts[w]) / STEP)].append(w)
    return "\n".join(" ".join(sorted(groups[k])) for k in range(max(groups, default=0) + 1)).encode()


def grams(lines: list[str], most: int) -> bytes:
    """The table of the n-grams in ``lines`` of units, packed for ngrams.Ngrams: the ``most`` telling ones."""
    model = _Model([part for line in lines for part in line.split(UNKNOWN)])
    kept: dict[str, dict[str, float]] = {}
    closed = {g[i:j] for g in model.telling(most) for j in range(2, len(g) + 1) for i in range(j - 1)}
    for g in sorted(closed):
        kept.setdefault(g[:-1], {})[g[-1]] = model.weight(g)

    def row(context: str) -> Iterator[str]:
        after = kept.get(context, {})
        yield level(model.rest(context, after))
        longer = [u for u in after if context + u in kept]
        for u in longer + [u for u in after if context + u not in kept]:
            yield u + level(after[u], context + u in kept)
        for u in longer:
            yield "\v\n\t"[len(context)]
            yield from row(context + u)

    return planes("".join(f"\v{level(model.rarity(u))}{u}{''.join(row(u))}" for u in sorted(model.counts[1])))


class _Model:
    """Smoothed chances of n-grams, from counts."""

    def __init__(self, lines: Iterable[str]):
        self.counts: list[Counter[str]] = [Counter() for _ in range(ORDERS + 1)]
        self.uses: Counter[str] = Counter()  # how often a context occurs, and
        self.kinds: Counter[str] = Counter()  # with how many different units after it
        self.discount = [0.0] * (ORDERS + 1)
        room = [ROOM] * (ORDERS + 1)
        for line in lines:
            for n in range(1, ORDERS + 1):
                self.counts[n].update(map("".join, zip(*(line[i:] for i in range(n)), strict=False)))
                if len(self.counts[n]) > room[n] and n > 1:
                    self._forget_rare(n)
                    room[n] = max(ROOM, 2 * len(self.counts[n]))
        self.total = sum(self.counts[1].values())
        for n in range(2, ORDERS + 1):
            once, twice = (sum(c == k for c in self.counts[n].values()) for k in (1, 2))
            self.discount[n] = once / (once + 2 * twice) if once else 0.5
            self._tally(self.counts[n].items())

    def _forget_rare(self, n: int) -> None:
        """Drop the n-grams met once so far; their contexts remember that something came after them."""
        self._tally((g, times) for g, times in self.counts[n].items() if times == 1)
        self.counts[n] = Counter({g: times for g, times in self.counts[n].items() if times > 1})

    def _tally(self, counted: Iterable[tuple[str, int]]) -> None:
        for g, times in counted:
            self.uses[g[:-1]] += times
            self.kinds[g[:-1]] += 1

    def chance(self, gram: str) -> float:
        """Of the last unit of ``gram`` after the others."""
        if len(gram) == 1:
            return self.counts[1][gram] / self.total
        shorter, uses = self.chance(gram[1:]), self.uses[gram[:-1]]
        if not uses:
            return shorter
        d = self.discount[len(gram)]
        return (max(self.counts[len(gram)][gram] - d, 0) + d * self.kinds[gram[:-1]] * shorter) / uses

    def weight(self, gram: str) -> float:
        """Decibans by which the last unit is likelier after all the others than without the first of them."""
        return 10 * math.log10(self.chance(gram) / self.chance(gram[1:]))

    def telling(self, most: int) -> list[str]:
        """The n-grams that carry most evidence: of all pairs, and of the longer ones met twice or more."""
        met = (g for n in range(2, ORDERS + 1) for g, times in self.counts[n].items() if times > 1 or n == 2)
        evidence = {g: self.counts[len(g)][g] * abs(self.weight(g)) for g in met}
        return sorted(evidence, key=lambda g: (-evidence[g], g))[:most]

    def rest(self, context: str, after: Iterable[str]) -> float:
        """Weight, in decibans, of all units that are not among those kept ``after`` a context."""
        mine = sum(self.chance(context + u) for u in after)
        shorter = sum(self.chance(context[1:] + u) for u in after)
        return 10 * math.log10((1 - mine) / (1 - shorter)) if 0 < mine < 1 and shorter < 1 else 0.0

    def rarity(self, unit: str) -> float:
        """-10 * log10 of the unit's chance."""
        return -10 * math.log10(self.chance(unit))
