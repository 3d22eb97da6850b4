"""An edition as programs read it: its articles whole, the pages of each, and every stitch with its reasons.

The rest is as for a page (see formats): an edition is one long page.
"""

from ocrfix import __version__
from ocrfix.edition.bind import Edition
from ocrfix.edition.stitch import Posted, Ref, Stitch
from ocrfix.formats import ARTICLE, Json, article_json, decision_json, dump, dump_rows, page_json
from ocrfix.model import Decision, Span
from ocrfix.write import page_files

EDITION = "ocrfix/edition/1"


def edition_json(edition: Edition) -> Json:
    """The whole record of an edition, schema ``ocrfix/edition/1``."""
    whole = page_json(edition.whole)
    return {
        "schema": EDITION,
        "version": __version__,
        "source": whole["source"],
        "pages": [_page(edition, n) for n in range(len(edition.pages))],
        "articles": [_article(edition, n) for n in range(len(edition.whole.articles))],
        "banners": whole["banners"],
        "furniture": whole["furniture"],
        "removed": whole["removed"],
        "stitches": [_stitch(edition, s, d) for s, d in zip(edition.stitches, edition.joins, strict=True)],
        "open": [_open(edition, p) for p in edition.open],
        "decisions": whole["decisions"],
    }


def edition_lines(edition: Edition) -> str:
    """JSON lines, one article each, schema ``ocrfix/article/1``; ``page`` counts from 1, ``pages`` are their numbers."""
    source = edition.whole.source
    rows = (
        {
            "schema": ARTICLE,
            "id": f"{source.sha256[:12]}-{n}",
            "name": source.name,
            "page": parts[0].page + 1,
            "article": n,
            **_article(edition, n - 1),
        }
        for n, parts in enumerate(edition.stories, 1)
    )
    return "".join(dump(row) + "\n" for row in rows)


def edition_files(edition: Edition, form: str = "txt") -> dict[str, str]:
    """The files of an edition, name to content: as for a page, but ``edition.json`` for its manifest, which is the last."""
    files = page_files(edition.whole, form)
    del files["page.json"]
    if form == "jsonl":
        files["articles.jsonl"] = edition_lines(edition)
    files["edition.json"] = dump_rows({**edition_json(edition), "files": list(files)})
    return files


def _page(edition: Edition, n: int) -> Json:
    source, label, at = edition.pages[n].source, edition.labels[n], edition.offsets[n]
    return {
        "page": label.text or None,
        "name": source.name,
        "number": source.page,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "span": [at, at + len(source.text)],
        "evidence": [e._asdict() for e in label.evidence],
    }


def _article(edition: Edition, n: int) -> Json:
    """An article with the pages it stands on, and the heads that its further parts bear there."""
    parts = edition.stories[n]
    further = [(edition.pages[r.page], edition.pages[r.page].articles[r.article]) for r in parts[1:]]
    heads = [page.text(run) for page, a in further for run in (*a.kicker, *a.title, *a.deck, *a.byline)]
    return {
        **article_json(edition.whole, edition.whole.articles[n]),
        "pages": [_label(edition, r.page) for r in parts],
        "jump_heads": heads,
    }


def _stitch(edition: Edition, s: Stitch, join: Decision) -> Json:
    told = decision_json(edition.whole, join)
    keys = ("id", "status", "weight", "glue", "evidence", "before", "after")
    return {
        "from": _ref(edition, s.first),
        "to": _ref(edition, s.then),
        "jump_lines": [_text(edition, r.page, span) for r, span in zip((s.first, s.then), s.jumps, strict=True)],
        **{key: told[key] for key in keys},
    }


def _ref(edition: Edition, ref: Ref) -> Json:
    """An article by its page and its number there, from 1."""
    return {"page": _label(edition, ref.page), "article": ref.article + 1}


def _open(edition: Edition, p: Posted) -> Json:
    text = _text(edition, p.page, p.span)
    return {"page": _label(edition, p.page), "text": text, "onward": p.jump.onward, "to": p.jump.page}


def _label(edition: Edition, n: int) -> str | None:
    return edition.labels[n].text or None


def _text(edition: Edition, n: int, span: Span | None) -> str | None:
    return edition.pages[n].source.text[span.start : span.end] if span else None
