"""Steps for other tools, in the real pipelines of those tools: a page in, its articles out, nothing lost on the way."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ocrfix
from ocrfix.batch import work
from ocrfix.check import BrokenPromise
from ocrfix.extras import MissingExtra, extra
from ocrfix.formats import article_text, page_text
from ocrfix.steps.parts import FACTS, parts, told

DEMO = (Path(__file__).parents[1] / "fixtures" / "demo.txt").read_text("utf-8")
PAGE = ocrfix.clean(DEMO)
TEXTS = [article_text(PAGE, a) for a in PAGE.articles]
TITLES = ["一座旧仓房 八千多册书 老粮仓里开起图书馆", None, "全城补种三千株行道树"]
NOTE = "镇上的书店搬到了桥头。\n"


def need(step: str) -> Any:
    """A step's module, where its tool is installed."""
    return pytest.importorskip(f"ocrfix.steps.{step}", exc_type=MissingExtra)


class TestParts:
    def test_articles(self) -> None:
        got = parts(DEMO)
        assert [p.text for p in got] == TEXTS
        assert [p.suffix for p in got] == ["/1", "/2", "/3"]
        assert [p.facts["title"] for p in got] == TITLES
        assert [p.facts["kind"] for p in got] == [a.kind for a in PAGE.articles]
        assert {p.facts["banners"] for p in got} == {"书香青溪"}

    def test_the_page(self) -> None:
        (got,) = parts(DEMO, "page")
        assert (got.text, got.suffix, got.facts["articles"]) == (page_text(PAGE), "", 3)

    @pytest.mark.parametrize("by", FACTS)
    def test_facts_are_those_that_are_listed(self, by: Any) -> None:
        assert {key for p in parts(f"{DEMO}\f{NOTE}", by) for key in p.facts} == set(FACTS[by]) - {"error"}

    def test_a_form_feed_ends_a_page(self) -> None:
        got = parts(f"{NOTE}\f \n\f{DEMO}\f\n")
        assert [p.suffix for p in got] == ["/p1/1", "/p3/1", "/p3/2", "/p3/3"]
        assert [p.facts["page"] for p in got] == [1, 3, 3, 3]
        assert [p.suffix for p in parts(f"{NOTE}\f{NOTE}", "page")] == ["/p1", "/p2"]

    def test_a_form_feed_at_the_end_begins_none(self) -> None:
        assert parts(f"{DEMO}\f") == parts(DEMO)

    @pytest.mark.parametrize("text", [None, "", " \n\f\n"])
    @pytest.mark.parametrize("by", FACTS)
    def test_no_text_no_parts(self, text: str | None, by: Any) -> None:
        assert parts(text, by) == []

    def test_orders_are_followed(self) -> None:
        with_rule = parts(
            "Ｐｌａｎ ２０２６ 年的计划。\n", orders=ocrfix.Orders(ocrfix.rules.chosen(["+mend-fullwidth-latin"]))
        )
        assert with_rule[0].text.startswith("Plan")

    def test_other_words_are_refused(self) -> None:
        with pytest.raises(ValueError, match="by='line': expected 'article' or 'page'"):
            parts(DEMO, "line")  # type: ignore[arg-type]

    def test_a_page_that_breaks_a_promise_goes_on_as_it_came(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*args: object) -> ocrfix.Page:
            raise BrokenPromise("lost: characters 1 to 2")

        monkeypatch.setattr(work, "clean", broken)
        (got,) = parts(DEMO)
        assert got == (DEMO, "", {"error": "a bug of ocrfix, nothing written: lost: characters 1 to 2"})
        assert told({"title": "The page's"}, got)["title"] == "The page's"

    def test_what_was_known_of_the_page_stays_known(self) -> None:
        photo = parts(DEMO)[1]
        got = told({"page": 4, "date": "2026-03-12", "title": "Page 4"}, photo)
        assert (got["page"], got["date"], got["kind"]) == (4, "2026-03-12", "photo")
        assert "title" not in got  # the photo has none of its own
        assert None not in got.values()


class TestDatatrove:
    def run(self, folder: Path, **options: Any) -> list[dict[str, Any]]:
        """The documents that a pipeline of two tasks writes, from its reader to its writer."""
        step = need("datatrove").CleanPages(**options)
        from datatrove.executor import LocalPipelineExecutor
        from datatrove.pipeline.readers import JsonlReader
        from datatrove.pipeline.writers import JsonlWriter

        (folder / "in").mkdir()
        for n, text in enumerate((DEMO, NOTE)):
            row = json.dumps({"id": f"page-{n}", "text": text, "metadata": {"date": "2026-03-12"}})
            (folder / "in" / f"{n}.jsonl").write_text(row + "\n", "utf-8")
        LocalPipelineExecutor(
            [JsonlReader(str(folder / "in")), step, JsonlWriter(str(folder / "out"), compression=None)],
            tasks=2,
            workers=1,
            logging_dir=str(folder / "log"),
        ).run()
        stats = json.loads((folder / "log" / "stats.json").read_text("utf-8"))[1]["stats"]
        assert (stats["total"], stats["forwarded"]) == (2, stats["doc_len"]["n"])
        files = sorted((folder / "out").glob("*.jsonl"))
        return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]

    def test_articles(self, tmp_path: Path) -> None:
        got = self.run(tmp_path)
        assert [d["id"] for d in got] == ["page-0/1", "page-0/2", "page-0/3", "page-1/1"]
        assert [d["text"] for d in got] == [*TEXTS, NOTE]
        assert [d["metadata"].get("title") for d in got] == [*TITLES, None]
        assert {d["metadata"]["date"] for d in got} == {"2026-03-12"}

    def test_pages(self, tmp_path: Path) -> None:
        got = self.run(tmp_path, by="page")
        assert [(d["id"], d["text"], d["metadata"]["articles"]) for d in got] == [
            ("page-0", page_text(PAGE), 3),
            ("page-1", NOTE, 1),
        ]


class TestDatasets:
    @pytest.fixture
    def table(self) -> Any:
        datasets = pytest.importorskip("datasets", reason="datasets is not installed: pip install 'ocrfix[datasets]'")
        datasets.disable_progress_bars()
        return datasets.Dataset.from_dict({"id": [7, 8, 9], "text": [DEMO, None, NOTE], "title": ["A", "B", "C"]})

    def test_articles(self, table: Any) -> None:
        got = table.map(need("datasets").CleanPages(), batched=True, batch_size=2)
        assert got["text"][:] == [*TEXTS, NOTE]
        assert got["id"][:] == [7, 7, 7, 9]
        assert got["title"][:] == [*TITLES, None]
        assert got["article"][:] == [1, 2, 3, 1]
        assert set(got.column_names) == {"id", "text", *FACTS["article"]}

    def test_pages(self, table: Any) -> None:
        got = table.map(need("datasets").CleanPages(by="page"), batched=True)
        assert (got["text"][:], got["title"][:]) == ([page_text(PAGE), NOTE], ["A", "C"])

    def test_another_column_and_two_processes(self, table: Any) -> None:
        table = table.rename_column("text", "ocr")
        got = table.map(need("datasets").CleanPages(text="ocr"), batched=True, num_proc=2)
        assert got["ocr"][:] == [*TEXTS, NOTE]

    def test_the_same_step_is_the_same_work(self, table: Any) -> None:
        """What the cache of datasets goes by."""
        from datasets.fingerprint import Hasher

        step = need("datasets").CleanPages
        assert Hasher.hash(step()) == Hasher.hash(step()) != Hasher.hash(step(by="page"))

    def test_a_missing_column_is_named(self) -> None:
        with pytest.raises(KeyError, match="no column 'text'; there are page"):
            need("datasets").CleanPages()({"page": [DEMO]})


class TestLangchain:
    @pytest.fixture
    def pages(self) -> list[Any]:
        need("langchain")
        from langchain_core.documents import Document

        return [Document(DEMO, metadata={"source": "a.txt", "page": 0}), Document(NOTE, id="note")]

    def test_articles(self, pages: list[Any]) -> None:
        step = need("langchain").CleanPages()
        got = step.transform_documents(pages)
        assert [d.page_content for d in got] == [*TEXTS, NOTE]
        assert [d.metadata.get("title") for d in got] == [*TITLES, None]
        assert [d.id for d in got] == [None, None, None, "note/1"]
        assert got[0].metadata["page"] == 0
        assert got == asyncio.run(step.atransform_documents(pages))

    def test_pages(self, pages: list[Any]) -> None:
        got = need("langchain").CleanPages(by="page").transform_documents(pages)
        assert [(d.page_content, d.id) for d in got] == [(page_text(PAGE), None), (NOTE, "note")]


class TestHaystack:
    def run(self, **options: Any) -> list[Any]:
        """What comes out of a pipeline that went through its own YAML file."""
        step = need("haystack").CleanPages(**options)
        from haystack import Document, Pipeline

        pipeline = Pipeline()
        pipeline.add_component("clean", step)
        pipeline = Pipeline.loads(pipeline.dumps(), allowed_modules=["ocrfix.steps.haystack"])
        blob = Document(meta={"only": "meta"})
        documents = [Document(id="demo", content=DEMO, meta={"date": "2026-03-12"}), Document(content=NOTE), blob]
        got: list[Any] = pipeline.run({"clean": {"documents": documents}})["clean"]["documents"]
        assert got.pop() == blob
        return got

    def test_articles(self) -> None:
        got = self.run()
        assert [d.content for d in got] == [*TEXTS, NOTE]
        assert [d.meta.get("title") for d in got] == [*TITLES, None]
        assert [(d.meta["source_id"], d.meta["date"]) for d in got[:3]] == [("demo", "2026-03-12")] * 3
        assert len({d.id for d in got}) == 4

    def test_pages(self) -> None:
        assert [d.content for d in self.run(by="page")] == [page_text(PAGE), NOTE]

    def test_orders_are_kept_in_the_file(self) -> None:
        assert "⽼粮仓" in self.run(rules=["mend-quotes"])[0].content
        assert self.run(names=["桥关"], rules=["mend-lexicon"], unsafe=True)[-1].content == "镇上的书店搬到了桥关。\n"


def failing(name: str) -> Callable[[], None]:
    def load() -> None:
        with extra("tool", "some_tool"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    return load


class TestMissing:
    @pytest.mark.parametrize("name", ["some_tool", "some_tool.part"])
    def test_a_missing_package_is_named_with_the_cure(self, name: str) -> None:
        with pytest.raises(MissingExtra) as e:
            failing(name)()
        assert str(e.value) == "some_tool is not installed: pip install 'ocrfix[tool]'"

    def test_a_broken_package_speaks_for_itself(self) -> None:
        with pytest.raises(ModuleNotFoundError, match="No module named 'inner'"):
            failing("inner")()

    @pytest.mark.parametrize(
        ("step", "package"), [("datatrove",) * 2, ("langchain", "langchain_core"), ("haystack",) * 2]
    )
    def test_each_step_says_so(self, step: str, package: str) -> None:
        code = f"import sys; sys.modules[{package!r}] = None; import ocrfix.steps.{step}"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        last = run.stderr.strip().splitlines()[-1]
        assert last == f"ocrfix.extras.MissingExtra: {package} is not installed: pip install 'ocrfix[{step}]'"

    def test_the_engine_says_so(self, tmp_path: Path) -> None:
        code = f"import sys; sys.modules['ray'] = None; from ocrfix.cli import app; app(['clean', 'x', '-o', {str(tmp_path)!r}, '--engine', 'ray'])"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert run.returncode == 2
        assert "ray is not installed: pip install 'ocrfix[ray]'" in run.stderr
