"""Pages for a browser that need nothing from anywhere: one file each, and a policy that forbids everything else.

Page text gets into them as JSON or escaped text only. Inline style and script are allowed by their hashes.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from ocrfix.articles import ARTICLE_ROLES, PAGE_ROLES
from ocrfix.diff import diff_html, one_line
from ocrfix.model import Decision, Kind, Page
from ocrfix.review.docket import GLUES, QUESTIONS
from ocrfix.revise import Fall
from ocrfix.terminal import shown
from ocrfix.verdict_file import SCHEMA, verdict_json
from ocrfix.verdicts import Verdict, last_words

SCRIPTS = ("setting.js", "state.js", "panes.js", "detail.js", "review.js")


def review_page(page: Page, verdicts: Iterable[Verdict] = ()) -> str:
    """The page on which an editor reviews ``page`` in a browser, beginning with these verdicts."""
    style, script = _asset("review.css"), "".join(map(_asset, SCRIPTS))
    return Template(_asset("review.html")).substitute(
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'",
        title=escape(f"{one_line(Path(page.source.name).name)}, page {page.source.page}"),
        style=style,
        data=_embedded(review_data(page, verdicts)),
        script=script,
    )


def review_data(page: Page, verdicts: Iterable[Verdict] = ()) -> dict[str, Any]:
    """All that the browser needs to know."""
    source = page.source
    return {
        "schema": SCHEMA,
        "source": {"sha256": source.sha256, "name": source.name, "page": source.page},
        "text": source.text,
        "decisions": [_decision(d, source.sha256) for d in page.decisions],
        "verdicts": [verdict_json(v) for v in last_words(verdicts)],
        "questions": QUESTIONS,
        "falls": {fall.name: fall.value for fall in Fall},
        "glues": GLUES,
        "kinds": list(Kind),
        "articleRoles": list(ARTICLE_ROLES),
        "pageRoles": list(PAGE_ROLES),
    }


def _decision(d: Decision, sha256: str) -> dict[str, Any]:
    plain = {"verb": d.verb, "spans": d.spans, "status": d.status, "weight": d.weight}
    said = {"role": d.role, "kind": d.kind, "glue": d.glue, "text": d.text, "evidence": d.evidence}
    return {"id": d.id(sha256), **plain, **said}


def diff_page(pages: Sequence[Page], proposed: bool = False) -> str:
    """The corrections of pages as one page to read."""
    style = _asset("diff.css")
    title = ", ".join(dict.fromkeys(one_line(p.source.name) for p in pages))
    body = "".join(
        f"<h1>{escape(one_line(p.source.name))}, page {p.source.page}</h1>\n{diff_html(p, proposed)}" for p in pages
    )
    return Template(_asset("diff.html")).substitute(
        policy=f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'",
        title=escape(title),
        style=style,
        body=body,
    )


def _asset(name: str) -> str:
    return files("ocrfix.review").joinpath("assets", name).read_text("utf-8")


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def _embedded(value: object) -> str:
    """JSON inside a script element: no markup, no character that steers a reader of the file."""
    return shown(json.dumps(value, ensure_ascii=False, separators=(",", ":"))).replace("<", "\\u003c")
