"""A cleaned page as people and programs read it: text, Markdown, JSON, JSON lines, decisions with excerpts.

Pure functions from a Page to strings; the shapes are documented in the README and named by a version in each output.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ocrfix import __version__
from ocrfix.articles import LINE_BREAK, slugs
from ocrfix.late import late
from ocrfix.model import Article, Decision, Page, Run, Status, Verb
from ocrfix.read import undecoded

PAGE = "ocrfix/page/1"
ARTICLE = "ocrfix/article/1"
DECISIONS = "ocrfix/decisions/1"
EXCERPT = 16  # characters shown on either side of a correction
Json = dict[str, Any]


def article_text(page: Page, article: Article) -> str:
    """An article as plain text: its head, a blank line, one line a paragraph, the credit."""
    return _text(page, article_runs(article))


def page_text(page: Page) -> str:
    """Banners, then the articles, two blank lines between them; furniture and second printings are left out."""
    return _text(page, page_runs(page))


def article_runs(article: Article) -> list[Run]:
    """The lines of an article as text, a blank one being an empty run."""
    head = [*article.kicker, *article.title, *article.deck, *article.byline]
    body = [*article.paragraphs, *article.credit]
    return [*head, *([()] if head and body else []), *body]


def page_runs(page: Page) -> list[Run]:
    """The lines of a page as text, a blank one being an empty run."""
    found = list(page.banners)
    for article in page.articles:
        found += [*([(), ()] if found else []), *article_runs(article)]
    return found


def article_markdown(page: Page, article: Article) -> str:
    """An article as Markdown: the title a heading, kicker, deck, byline and credit in italics."""
    title = " ".join(_lines(page, article.title))
    blocks = [
        *_italic(page, article.kicker),
        *([f"## {_escaped(title)}"] if title else []),
        *_italic(page, article.deck),
        *_italic(page, article.byline),
        *map(_escaped, _lines(page, article.paragraphs)),
        *_italic(page, article.credit),
    ]
    return "\n\n".join(blocks) + "\n"


def page_markdown(page: Page) -> str:
    """Banners in bold, then the articles, each after a rule."""
    banners = [f"**{_escaped(line)}**\n" for line in _lines(page, page.banners)]
    return "\n---\n\n".join(["\n".join(banners)] * bool(banners) + [article_markdown(page, a) for a in page.articles])


def page_json(page: Page) -> Json:
    """The whole record of a page, schema ``ocrfix/page/1``."""
    source = page.source
    return {
        "schema": PAGE,
        "version": __version__,
        "source": {
            "name": source.name,
            "encoding": source.encoding,
            "sha256": source.sha256,
            "page": source.page,
            "undecoded": undecoded(source.text),
        },
        "articles": [article_json(page, a) for a in page.articles],
        "banners": _lines(page, page.banners),
        "furniture": _lines(page, page.furniture),
        "removed": _lines(page, page.removed),
        "decisions": [decision_json(page, d) for d in page.decisions],
    }


def article_json(page: Page, article: Article) -> Json:
    """One article; each line of a headline stands on a line of its own, as printed; what is absent is null."""
    return {
        "kind": article.kind.value,
        "kicker": _joined(page, article.kicker),
        "title": _joined(page, article.title),
        "deck": _joined(page, article.deck),
        "byline": _joined(page, article.byline),
        "paragraphs": _lines(page, article.paragraphs),
        "credit": _joined(page, article.credit),
    }


def article_lines(page: Page) -> str:
    """JSON lines, one article each, schema ``ocrfix/article/1``."""
    source = page.source
    rows = (
        {
            "schema": ARTICLE,
            "id": f"{source.sha256[:12]}-{n}",
            "name": source.name,
            "page": source.page,
            "article": n,
            **article_json(page, a),
        }
        for n, a in enumerate(page.articles, 1)
    )
    return "".join(dump(row) + "\n" for row in rows)


def decision_json(page: Page, d: Decision) -> Json:
    """One decision with its evidence, and excerpts of the text before and after it."""
    before, after = excerpts(page.source.text, d)
    return {
        "id": d.id(page.source.sha256),
        "verb": d.verb.value,
        "status": d.status.value,
        "spans": d.spans,
        "role": d.role.value if d.role else None,
        "kind": d.kind.value if d.kind else None,
        "glue": d.glue,
        "text": d.text,
        "weight": d.weight,
        "evidence": [e._asdict() for e in d.evidence],
        "before": before,
        "after": after,
    }


def decision_lines(page: Page) -> str:
    """``decisions.jsonl``: a header that names the source, then one decision a line."""
    source = page.source
    header = {
        "schema": DECISIONS,
        "version": __version__,
        "sha256": source.sha256,
        "name": source.name,
        "encoding": source.encoding,
        "page": source.page,
    }
    return "".join(dump(row) + "\n" for row in [header, *(decision_json(page, d) for d in page.decisions)])


def summary(page: Page) -> str:
    """One line on a page: what was found, and the decisions by verb."""
    source = page.source
    counts = Counter(d.verb.value if d.status is Status.APPLIED else _undone(d) for d in page.decisions)
    found = f"articles {len(page.articles)}, banners {len(page.banners)}, furniture {len(page.furniture)}"
    decided = ", ".join(f"{verb} {n}" for verb, n in sorted(counts.items())) or "no decisions"
    return f"{source.name}, page {source.page} ({source.encoding}): {found}; {decided}"


def _undone(d: Decision) -> str:
    return "unreadable" if any(e.rule == "mend-unreadable" for e in d.evidence) else "proposed"


def would_change(page: Page) -> bool:
    """Whether the clean page has other lines than the source; blank lines and white space at line ends do not count."""
    text = page.source.text
    return [text[s.start : s.end] for s in slugs(text)] != [line for line in page_text(page).split("\n") if line]


def excerpts(text: str, d: Decision) -> tuple[str, str | None]:
    """What a decision finds and what it makes of it, some characters of each; None where no character changes."""
    first, last = d.spans[0], d.spans[-1]
    left, right = _before(text, first.start), _after(text, first.end)
    match d.verb:
        case Verb.MEND:
            return left + text[first.start : first.end] + right, left + d.text + right
        case Verb.DROP:
            return left + text[first.start : first.end] + right, left + d.glue + right
        case Verb.CUT:
            return left + text[first.start : first.end] + right, f"{left.rstrip()}\n{right.lstrip()}"
        case Verb.JOIN:
            tail, head = text[first.start : first.end][-EXCERPT:], text[last.start : last.end][:EXCERPT]
            return f"{tail}\n{head}", tail + d.glue + head
        case Verb.PART | Verb.PLACE:
            return "\n".join(text[s.start : s.end][: 2 * EXCERPT] for s in d.spans), None


def dump(value: object) -> str:
    """JSON on one line, free of every character that some reader takes for a line break."""
    return _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))


def dump_rows(obj: Json) -> str:
    """The same for the eye: a line for each key and each item of a list."""
    return "{\n" + ",\n".join(f"{dump(key)}: {_rows(value)}" for key, value in obj.items()) + "\n}\n"


def _rows(value: object) -> str:
    return "[\n" + ",\n".join(map(dump, value)) + "\n]" if isinstance(value, list) and value else dump(value)


_ESCAPED = late("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")  # line breaks to some readers; no UTF-8
_MARKUP = late(r"[\\`*_\[\]<>|~&$]|^(?:#+|[-+=]+|\d+[.)])(?=\s|$)")


def _text(page: Page, runs: Iterable[Run]) -> str:
    return "".join(line + "\n" for line in _lines(page, runs))


def _lines(page: Page, runs: Iterable[Run]) -> list[str]:
    return [page.text(run) for run in runs]


def _joined(page: Page, runs: tuple[Run, ...]) -> str | None:
    return "\n".join(_lines(page, runs)) if runs else None


def _italic(page: Page, runs: tuple[Run, ...]) -> Iterator[str]:
    return (f"*{_escaped(line)}*" for line in _lines(page, runs))


def _escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return _MARKUP.sub(lambda m: f"{m[0][:-1]}\\{m[0][-1]}", text)


def _before(text: str, at: int) -> str:
    """The end of the line that stands before ``at``."""
    return LINE_BREAK.split(text[max(0, at - EXCERPT) : at])[-1]


def _after(text: str, at: int) -> str:
    return LINE_BREAK.split(text[at : at + EXCERPT], maxsplit=1)[0]
