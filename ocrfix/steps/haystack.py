"""In a Haystack pipeline a document is a page from a converter: in its place go its articles, each a document."""

from collections.abc import Sequence

from ocrfix.extras import extra
from ocrfix.lexicon import Lexicon
from ocrfix.pipeline import Orders
from ocrfix.rules import chosen
from ocrfix.steps.parts import By, parts, told

with extra("haystack", "haystack"):
    from haystack import Document, component


@component
class CleanPages:
    """A component to stand between a converter and a splitter.

    ``by`` says what goes on: "article", a document for each article, or "page", the page. What is known of it is in
    ``meta`` (``parts.FACTS``), absent facts left out, and the page's id in ``meta["source_id"]``. Documents without text
    go on as they are. ``rules`` (names, see rules.chosen), ``names`` (a lexicon) and ``unsafe`` are an editor's orders, in
    the words that a pipeline's YAML file keeps.
    """

    def __init__(
        self, by: By = "article", rules: Sequence[str] = (), names: Sequence[str] = (), unsafe: bool = False
    ) -> None:
        self.by, self.rules, self.names, self.unsafe = by, list(rules), list(names), unsafe
        self._orders = Orders(chosen(rules) if rules else None, Lexicon(frozenset(names)), unsafe)
        parts("", by)

    @component.output_types(documents=list[Document])
    def run(self, documents: list[Document]) -> dict[str, list[Document]]:
        cleaned = []
        for page in documents:
            if page.content is None:
                cleaned.append(page)
                continue
            for part in parts(page.content, self.by, self._orders):
                cleaned.append(Document(content=part.text, meta=told(page.meta, part) | {"source_id": page.id}))
        return {"documents": cleaned}
