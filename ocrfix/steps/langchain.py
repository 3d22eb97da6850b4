"""In LangChain a document is a page as a loader gave it: in its place go its articles, each a document of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ocrfix.batch.work import STANDING
from ocrfix.extras import extra
from ocrfix.pipeline import Orders
from ocrfix.steps.parts import By, parts, told

with extra("langchain", "langchain_core"):
    from langchain_core.documents import BaseDocumentTransformer, Document


@dataclass(frozen=True)
class CleanPages(BaseDocumentTransformer):
    """A document transformer, to stand before a text splitter.

    ``by`` says what goes on: "article", a document for each article, or "page", the page. What is known of it is in the
    metadata (``parts.FACTS``), absent facts left out. A document with an id gives its parts ids. ``orders`` are an
    editor's.
    """

    by: By = "article"
    orders: Orders = STANDING

    def __post_init__(self) -> None:
        parts("", self.by)

    def transform_documents(self, documents: Sequence[Document], **kwargs: Any) -> list[Document]:
        return [
            Document(part.text, id=page.id and page.id + part.suffix, metadata=told(page.metadata, part))
            for page in documents
            for part in parts(page.page_content, self.by, self.orders)
        ]
