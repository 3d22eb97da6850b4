"""One page of many: the same as alone, whatever process cleans it, and never the end of the others."""

import pickle
from pathlib import Path

import pytest

from ocrfix import Orders, Page, clean, formats
from ocrfix.batch import work
from ocrfix.batch.work import Item, clean_item
from ocrfix.check import BrokenPromise
from ocrfix.profile import Shift
from ocrfix.rules import chosen

DEMO = (Path(__file__).parents[1] / "fixtures" / "demo.txt").read_text("utf-8")
ITEM = Item("demo#1", DEMO, "demo.txt")


def articles(page: Page) -> int:
    return len(page.articles)


@pytest.mark.parametrize("show", ["txt", "md", "json", "jsonl", articles])
def test_an_item_comes_out_as_its_page_does_alone(show: str) -> None:
    page = clean(DEMO)
    got = clean_item(ITEM, show=show)
    want = {"txt": formats.page_text(page), "md": formats.page_markdown(page), articles: 3}
    assert got["id"] == "demo#1"
    assert got["error"] is None
    assert got["cleaned"] == want.get(show, got["cleaned"])
    if show == "json":
        assert got["cleaned"]["source"]["name"] == "demo.txt"
    if show == "jsonl":
        assert [a["kind"] for a in got["cleaned"]] == ["article", "photo", "article"]


def test_decisions_are_counted() -> None:
    page = clean(DEMO)
    applied = [d.verb for d in page.decisions if d.status == "applied"]
    proposals = sum(d.status == "proposed" for d in page.decisions)
    got = clean_item(ITEM)["counts"]
    assert got["articles"] == 3
    for name, verb in [("joins", "join"), ("mends", "mend"), ("drops", "drop"), ("cuts", "cut")]:
        assert got[name] == applied.count(verb)
    assert got["proposals"] == proposals


def test_orders_and_a_profile_are_followed() -> None:
    assert "⽼" not in clean_item(ITEM)["cleaned"]
    assert "⽼" in clean_item(ITEM, Orders(chosen([], ["mend-radicals"])))["cleaned"]
    assert "⽼" in clean_item(ITEM, profile={"mend-radicals": Shift(-60)})["cleaned"]


@pytest.mark.parametrize("orders", [Orders(), Orders(chosen(["mend-quotes", "+mend-fullwidth-latin"]), unsafe=True)])
def test_orders_travel(orders: Orders) -> None:
    assert pickle.loads(pickle.dumps(orders)) == orders


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            BrokenPromise("lost: characters 1 to 2\nand more"),
            "a bug of ocrfix, nothing written: lost: characters 1 to 2",
        ),
        (RecursionError("too deep"), "a bug of ocrfix, nothing written: RecursionError: too deep"),
        (BrokenPromise(""), "a bug of ocrfix, nothing written: "),
    ],
)
def test_a_page_that_fails_is_a_result(error: Exception, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: object, orders: object) -> object:
        raise error

    monkeypatch.setattr(work, "clean", broken)
    assert clean_item(ITEM) == {"id": "demo#1", "cleaned": None, "error": said, "counts": {}}


def test_what_a_page_cannot_be_shown_as_is_the_callers_mistake() -> None:
    with pytest.raises(KeyError):
        clean_item(ITEM, show="pdf")
