"""What the make-up says where it is sure, and that it says nothing where it found no body."""

from pathlib import Path

import pytest

import ocrfix
from ocrfix.cells import latin_rows, table_rows
from ocrfix.decide import CELLS
from ocrfix.formats import page_json, page_text
from ocrfix.glue import glue


@pytest.mark.parametrize(
    "text", ["丙\n丁\n", "春天来了\n花儿开了\n鸟儿叫了\n", "青溪晚报\n2026年3月12日 星期四\n第3版\n"]
)
def test_a_page_without_a_body_stays_as_it_is(text: str) -> None:
    assert page_text(ocrfix.clean(text)) == text


@pytest.mark.parametrize(
    ("above", "below", "between"),
    [
        ("680", "9.1%", " "),
        ("-2.5", "14", " "),
        ("全长19", "97公里", ""),
        ("1997", "年通车的老桥", ""),
        ("老桥通", "车了", ""),
        ("the old", "bridge", " "),
        ("in ２０１６", "the bridge", " "),
        ("from 2 to ３", "p.m.", " "),
        ("in １", "９97", ""),
        ("全长１９", "97公里", ""),
        ("国产Ｃ", "９１９飞机", ""),
        ("到２０１６", "年底", ""),
    ],
)
def test_figures_of_two_cells_are_not_run_together(above: str, below: str, between: str) -> None:
    assert glue(above, below) == between


@pytest.mark.parametrize(
    ("above", "below", "are"),
    [
        ("Team    W  L  Pts", "Lions   3  1    6", True),
        ("Lions   3  1    6", "Bears   2  2    4", True),
        ("The  mayor  said  on  Monday", "that  the  bridge  is  safe", False),  # justified with spaces
        ("The  mayor  said  on  Monday", "that  25  of  the  bridges", False),
        ("Lions 3 1 6", "Bears 2 2 4", False),
    ],
)
def test_rows_of_a_table(above: str, below: str, are: bool) -> None:
    assert table_rows(above, below) is are


@pytest.mark.parametrize(
    ("above", "below", "are"),
    [
        ("Linda Hollis Carl Frost Anna Birch", "Peter Moss Grace Webb Robert Dunn", True),
        ("First", "Linda Hollis Carl Frost Anna Birch", True),
        ("Best in show", "Linda Hollis Carl Frost", True),
        ("Name Total Share", "Linda Hollis 640 4.9%", True),
        ("Wexcombe 71", "Marston Vale 58", True),
        ("Gold (22 ct) 10 gm 56,198 +160", "Rupee per US$ 83.17 -0.06", True),
        ("Best in show", "First", False),  # no row
        ("and the town had 56,198 160", "more of them", False),
        ("Christmas Appeal 2019", "Special Report", False),  # a year
        ("Government UX Summit and the 2020", "Government UX Summit.", False),
        ("It was first shown in June 2014", "Linda Hollis Carl Frost", False),
        ("He met Linda Hollis and Carl Frost", "Linda Hollis Carl Frost", False),
    ],
)
def test_rows_in_latin(above: str, below: str, are: bool) -> None:
    assert latin_rows(above, below) is are


@pytest.mark.parametrize(
    ("printed", "banners"),
    [
        ("◆书香青溪书香青溪\n◆春暖花开春暖花开", ["书香青溪", "春暖花开"]),
        ("▍▍ 书香青溪书香青溪", ["书香青溪"]),
        ("●书香青溪●\n●书香青溪●", ["书香青溪"]),
        ("书香青溪书香青溪\n春暖花开春暖花开", ["书香青溪 春暖花开"]),
        ("书书香香青青溪溪\n春暖花开春暖花开", ["书香青溪", "春暖花开"]),
        ("书香青溪书香青溪\n春暖花开节\n春暖花开节", ["书香青溪", "春暖花开节"]),
        ("书香青溪新\n城\n书香青溪新\n城", ["书香青溪新城"]),
    ],
)
def test_a_banner_is_of_one_printing_without_its_ornaments(printed: str, banners: list[str]) -> None:
    demo = Path(__file__).parent.parent / "fixtures" / "demo.txt"
    page = ocrfix.clean(demo.read_text("utf-8").replace("书香青溪书香青溪", printed))
    assert [page.text(run) for run in page.banners] == banners


STORY = (
    "老桥下月起封闭维修\n"
    "本报讯 （记者 周远航）横跨青河的老桥\n建成已有四十年，桥面多处开裂。县交通局\n昨日宣布，老桥从下月一日起封闭维修，工\n"
    "期四个月，其间车辆从城东大桥绕行。维修\n期间，二路公交车的站点也将临时调整，市\n民可以在站牌上看到新的线路图。\n"
)


FOLIO, EDITORS = "青河晚报 2026年3月12日 星期四 第3版", "责任编辑：林晓 版式：沈宁"


@pytest.mark.parametrize(
    ("head", "banners", "furniture"),
    [
        ([FOLIO, "民生广角", EDITORS], ["民生广角"], [FOLIO, EDITORS]),
        ([FOLIO, EDITORS], [], [FOLIO, EDITORS]),
    ],
)
def test_display_type_beside_the_folio_names_the_section(
    head: list[str], banners: list[str], furniture: list[str]
) -> None:
    page = page_json(ocrfix.clean("\n".join([*head, STORY])))
    assert (page["banners"], page["furniture"]) == (banners, furniture)


@pytest.mark.parametrize(("reader", "sure"), [("pypdf", True), ("pdftotext-layout", False)])
def test_rows_are_sure_only_in_the_order_of_the_file(reader: str, sure: bool) -> None:
    """Where a tool lays columns, the cells of a row may have come apart, and the next line is none of its own."""
    text = (Path(__file__).parent.parent / "fixtures" / f"harbour-21.{reader}.txt").read_text("utf-8")
    joins = [d for d in ocrfix.clean(text).decisions if d.verb == "join" and d.glue == "\n"]
    capped = [d.weight for d in joins if any(e.rule == "goes-on/rows" for e in d.evidence)]
    assert set(capped) == (set() if sure else {CELLS})
