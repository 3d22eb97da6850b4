"""In a datatrove pipeline a document is a page: in its place go its articles, each a document of its own."""

from collections.abc import Iterator

from ocrfix.batch.work import STANDING
from ocrfix.extras import extra
from ocrfix.pipeline import Orders
from ocrfix.steps.parts import By, parts, told

with extra("datatrove", "datatrove"):
    from datatrove.data import Document, DocumentsPipeline
    from datatrove.pipeline.base import PipelineStep


class CleanPages(PipelineStep):
    """Cleans the text of each document.

    ``by`` says what goes on: "article", a document for each article, its id that of the page and the article's number;
    or "page", the page. What is known of it is in the metadata (``parts.FACTS``). ``orders`` are an editor's.
    """

    type = "📰 - NEWSPAPER"
    name = "ocrfix"

    def __init__(self, by: By = "article", orders: Orders = STANDING):
        super().__init__()
        self.by, self.orders = by, orders
        parts("", by)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        for page in data or ():
            with self.track_time():
                found = parts(page.text, self.by, self.orders)
            self.stat_update("total")
            for part in found:
                document = Document(part.text, page.id + part.suffix, page.media, told(page.metadata, part))
                self.stat_update("failed" if "error" in part.facts else "forwarded")
                self.update_doc_stats(document)
                yield document
