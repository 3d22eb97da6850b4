"""How right a page is: a prediction compared with the truth, article by article.

A page is {"articles": [{kicker, title, deck, byline, credit: a string, a list or null; paragraphs: list}], "banners",
"furniture", "removed", "reduplications": lists}. Every score is 1 at best but furniture_leak, cer, missing and
invented, 0 at best; None where the page has nothing to judge.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import Any

from rapidfuzz.distance import Levenshtein

from .match import pair

Page = dict[str, Any]
Article = dict[str, Any]
Scores = dict[str, float | None]

METRICS = (
    "article_f1", "exact", "title_acc", "title_alone", "para_f1", "para_found", "byline_acc", "banner",
    "reduplication_kept", "furniture_leak", "cer", "missing", "invented",
)  # fmt: skip
LOWER_IS_BETTER = frozenset({"furniture_leak", "cer", "missing", "invented"})
MATCHED = 0.5  # from this likeness of bodies on, a pair is the same article
EXACT, ALIKE = 0.99, 0.9
HEADS = ("kicker", "title", "deck")
PRINTED = ("articles", *HEADS, "byline", "paragraphs", "credit", "banners", "furniture", "removed", "text")

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2014\u2026\U00020000-\U0003ffff"
_CJK_SPACE = re.compile(f"(?<=[{_CJK}]) | (?=[{_CJK}])")
_ORNAMENT = re.compile(r"[\s□■◇◆○●◎☆★▲△▼▽◀▶※·•|｜]+")
_HALF_WIDTH = {c + 0xFEE0: c for c in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B), 0x25)}


def plain(text: str) -> str:
    """Full-width letters and digits made half width; no spaces beside Han, single ones elsewhere."""
    text = re.sub(r"[^\S\n]+", " ", text.translate(_HALF_WIDTH))
    if re.search("[\u2e80-\u9fff]", text):
        text = _CJK_SPACE.sub("", text)
    return re.sub(r" ?\n[ \n]*", "\n", text).strip()


def bare(text: str) -> str:
    """Without white space and ornaments."""
    return _ORNAMENT.sub("", plain(text)).replace(" ", "")


def printed(value: Any) -> Iterator[str]:
    """Every string of a page, or of a part of one, that stands for printed text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from printed(part)
    elif isinstance(value, dict):
        for key in PRINTED:
            yield from printed(value.get(key))


def paragraphs(article: Article) -> list[str]:
    found = (plain(p.replace("\n", " ")) for p in printed(article.get("paragraphs")))
    return [p for p in found if p]


def body(article: Article) -> str:
    return "\n".join(paragraphs(article))


def alike(a: str, b: str) -> float:
    """Normalised Levenshtein similarity."""
    return float(Levenshtein.normalized_similarity(a, b))


def _head_lines(article: Article) -> list[str]:
    lines = [x for key in HEADS for s in printed(article.get(key)) for x in s.split("\n")]
    return [plain(x).replace(" ", "") for x in lines if x.strip()]


def title_alike(pred: Article, truth: Article) -> float:
    """Likeness of kicker, title and deck taken together, in whatever order they were predicted."""
    want, got = "".join(_head_lines(truth)), _head_lines(pred)
    if not want or not got:
        return float(not want and not got)
    orders: Iterable[Iterable[str]] = permutations(got) if len(got) <= 6 else [got]
    return max(alike("".join(order), want) for order in orders)


def title_right(pred: Article, truth: Article) -> bool:
    """Whether the title is right by itself, kicker and deck told apart from it."""
    got, want = ("".join(plain(x) for x in printed(a.get("title"))).replace("\n", "") for a in (pred, truth))
    return alike(got.replace(" ", ""), want.replace(" ", "")) >= ALIKE


def _ends(parts: list[str]) -> list[int]:
    """Where each part but the last ends in the whole."""
    ends, at = [], 0
    for part in parts[:-1]:
        at += len(part)
        ends.append(at)
    return ends


def breaks(pred: Article, truth: Article) -> tuple[int, int, int]:
    """Paragraph breaks (hit, predicted, wanted), the bodies aligned by their edits; one character off is a hit."""
    got, want = paragraphs(pred), paragraphs(truth)
    edits = Levenshtein.opcodes("".join(got), "".join(want))

    def there(at: int) -> int:
        for e in edits:
            if e.src_start < at <= e.src_end:
                return int(e.dest_start + at - e.src_start if e.tag == "equal" else e.dest_end)
        return 0

    open_breaks, hits = set(_ends(want)), 0
    for at in sorted({there(e) for e in _ends(got)}):
        near = next((x for x in (at, at - 1, at + 1) if x in open_breaks), None)
        if near is not None:
            open_breaks.discard(near)
            hits += 1
    return hits, max(0, len(got) - 1), max(0, len(want) - 1)


def _by(article: Article) -> str:
    return bare("".join(printed([article.get("byline"), article.get("credit")]))).strip("（）()")


def _mean(values: Iterable[bool]) -> float | None:
    found = list(values)
    return sum(found) / len(found) if found else None


def _articles(truth: list[Article], pred: list[Article]) -> Scores:
    wanted, got = [body(a) for a in truth], [body(a) for a in pred]
    worth = [[alike(g, w) for w in wanted] for g in got]
    pairs = pair(worth)
    good = [(pred[p], truth[t]) for p, t in pairs if worth[p][t] >= MATCHED]
    n = max(len(truth), 1)
    hits, predicted, broken = map(sum, zip(*(breaks(p, t) for p, t in good), strict=True)) if good else (0, 0, 1)
    edits = sum(Levenshtein.distance(body(p), body(t)) for p, t in good)
    have, want = (Counter(x for a in side for x in paragraphs(a)) for side in (pred, truth))
    signed = [t for t in truth if t.get("byline") or t.get("credit")]
    right = sum(alike(_by(p), _by(t)) >= ALIKE for p, t in good if t.get("byline") or t.get("credit"))
    return {
        "article_f1": 2 * sum(worth[p][t] for p, t in pairs) / max(len(pred) + len(truth), 1),
        "exact": sum(worth[p][t] >= EXACT for p, t in pairs) / n,
        "title_acc": sum(title_alike(p, t) >= ALIKE for p, t in good) / n,
        "title_alone": sum(title_right(p, t) for p, t in good) / n,
        "para_f1": 1.0 if not predicted + broken else 2 * hits / (predicted + broken),
        "para_found": (have & want).total() / max(1, want.total()),
        "byline_acc": right / len(signed) if signed else None,
        "cer": edits / max(1, sum(len(body(t)) for _, t in good)) if good else None,
    }


def _banner(truth: Page, pred: Page) -> float | None:
    wanted = [bare(b) for b in truth.get("banners") or []]
    got = [bare(b) for b in printed(pred.get("banners"))]
    in_one = "".join(got) == "".join(wanted)
    return _mean(w in got or in_one for w in wanted)


def score(truth: Page, pred: Page, source: str | None = None) -> Scores:
    """Every one of METRICS for one page; missing and invented need the ``source`` text."""
    articles = pred.get("articles") or []
    kept = re.sub(r"\s", "", "".join(printed({**pred, "removed": None})))
    inside = "".join(bare(p) for a in articles for p in paragraphs(a))
    furniture = [bare(f) for f in truth.get("furniture") or []]
    scores = _articles(truth.get("articles") or [], articles) | {
        "banner": _banner(truth, pred),
        "reduplication_kept": _mean(bare(w) in kept for w in truth.get("reduplications") or []),
        "furniture_leak": _mean(f in inside for f in furniture if len(f) >= 3),
        "missing": None,
        "invented": None,
    }
    if source is not None:
        have, said = (Counter(re.sub(r"\s", "", text)) for text in (source, "".join(printed(pred))))
        scores["missing"] = (have - said).total() / max(1, have.total())
        scores["invented"] = (said - have).total() / max(1, said.total())
    return scores
