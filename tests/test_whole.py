"""Clean text is left as it stands; text that columns broke is never taken for it."""

import json
from pathlib import Path
from typing import Any

import pytest

import ocrfix
from ocrfix.formats import page_text
from ocrfix.lines import measure
from ocrfix.model import Role, Source, Verb
from ocrfix.whole import is_whole

ROOT = Path(__file__).parents[1]
BROKEN = sorted((ROOT / "fixtures").glob("*.txt"))
TRUTHS = sorted((ROOT / "fixtures").glob("*.truth.json"))


def lines(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def printed(article: dict[str, Any]) -> str:
    """An article of a truth, as clean text."""
    head = [line for key in ("kicker", "title", "deck", "byline") for line in lines(article[key])]
    body = [*article["paragraphs"], *lines(article["credit"])]
    return "\n".join([*head, *([""] if head and body else []), *body, ""])


def whole(text: str) -> bool:
    return is_whole(measure(Source(text)))


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: p.stem)
def test_a_page_from_an_extractor_is_never_whole(path: Path) -> None:
    text = path.read_text("utf-8")
    filled = [line for line in text.splitlines() if line.strip()]
    for page in (text, *("\n".join(x + "\n" * n for x in filled) for n in range(3))):
        assert not whole(page)


@pytest.mark.parametrize("path", TRUTHS, ids=lambda p: p.name.split(".")[0])
def test_a_clean_page_comes_back_byte_for_byte(path: Path) -> None:
    text = "\n\n".join(map(printed, json.loads(path.read_text("utf-8"))["articles"]))
    assert page_text(ocrfix.clean(text)) == text


LONG = "青溪市园林部门今年在全城补种行道树，截至昨日已种下香樟、朴树等三千二百余株，本月底可全部完成，市民反映良好。"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("03版\n", []),
        (f"{LONG}\n{LONG}\n", []),
        (f"全城补种行道树\n\n{LONG}\n", [Role.TITLE]),
        (f"谁来种树？\n本报记者 林晓棠\n\n{LONG}\n", [Role.TITLE, Role.BYLINE]),
        (f"全城补种行道树\n\n{LONG}\n\n\n湖心岛\n\n{LONG}\n", [Role.TITLE, Role.TITLE]),
        (f"文明城市\n\n\n全城补种行道树\n\n{LONG}\n", [Role.BANNER, Role.TITLE]),
        (f"全城补种行道树\n\n{LONG}\n\n{LONG}\n", [Role.TITLE]),
    ],
)
def test_blank_lines_of_clean_text_say_what_is_a_head(text: str, roles: list[Role]) -> None:
    page = ocrfix.clean(text)
    assert [d.role for d in sorted(page.decisions, key=lambda d: d.spans) if d.verb is Verb.PLACE] == roles


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("他说：\n“书是旧的。\n”她笑了。\n门开着。\n", "他说：\n“书是旧的。”她笑了。\n门开着。\n"),
        (f"{LONG}\n\n{LONG[:-1]}\n。\n", f"{LONG}\n{LONG}\n"),
        (f"{LONG}\n“{LONG}”\n（完）\n", f"{LONG}\n“{LONG}”\n（完）\n"),
        ("…… he said.\n’Tis so.\n) is a bracket.\n", "…… he said.\n’Tis so.\n) is a bracket.\n"),
    ],
)
def test_what_closes_is_not_stranded(text: str, printed: str) -> None:
    assert page_text(ocrfix.clean(text)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "今年开春以来，青溪市园林\n部门在全城补种行道树。\n",
        "渡口\n\n等对岸的灯\n一盏一盏亮起来\n",
        "品名 今日 昨日\n青菜 2.50 2.60\n",
        "",
    ],
)
def test_few_or_broken_lines_prove_nothing(text: str) -> None:
    assert not whole(text)


POEM = "河埠头的灯亮了\n母亲还在洗衣裳\n雾从对岸走过来\n轻轻推开半扇窗\n外婆的船没有名字\n只在春天靠岸\n橹声落进水里\n月亮碎成一地\n谁也没有拾起"
NEWS = "渡口复航\n\n昨日，老渡口恢复通航。\n首班船坐满了人。\n船工说，他等这一天等了很久。\n以后每天两班。\n"


def test_a_poem_among_clean_text_is_clean() -> None:
    text = f"{NEWS}\n\n外婆的船\n\n{POEM}\n"
    assert page_text(ocrfix.clean(text)) == text
