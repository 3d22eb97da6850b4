"""Pull quotes are told from headlines and from the text that they were pulled from."""

import pytest

from ocrfix import pulled
from ocrfix.formats import page_json
from ocrfix.lines import measure
from ocrfix.model import Role, Source
from ocrfix.pipeline import clean

STORY = """The ferry will run again, the
harbour board said. “We never
thought of giving it up, not for
a single day,” said its master,
who has crossed the river for
thirty years in all weathers.
"""
BERICHT = """Die Fähre fährt wieder, sagte der
Hafenmeister. „Wir haben keinen
Tag daran gedacht, sie aufzugeben.“
Er fährt seit dreißig Jahren über
den Fluss und bei jedem Wetter.
"""
TOLD = """The whole crew stayed with the old
boat. “It was never a hard choice,”
said Anna Birch, who stood at the
helm. “We all came.” They were paid
nothing for three months.
"""
报道 = """渡船今起复航，船工老郑说：“我
们一天也没有想过要让这条船停下
来。”他在江上摆渡已有三十多年，
从来没有误过一班船，村里人都记
得他的号子声。
"""


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (STORY, ["“We never thought", "of giving it up, not", "for a single day.”"]),
        (STORY, ["“We never thought", "of giving it up, not", "for a single day.”", "— the master of the ferry"]),
        (STORY, ["WHO HAS CROSSED", "THE RIVER FOR", "THIRTY YEARS.”"]),
        (BERICHT, ["„Wir haben", "keinen Tag daran", "gedacht, sie", "aufzugeben.“"]),
        (TOLD, ["“It was never", "a hard choice.", "We all came.”"]),
        (TOLD, ["“It was never a", "hard choice. We", "all came”"]),
        (报道, ["“我们一天也没有", "想过要让这条船", "停下来。”"]),
    ],
)
def test_what_stands_in_the_text_once_more_is_a_pull_quote(text: str, quote: list[str]) -> None:
    galley = measure(Source(text + "\n".join(quote) + "\n" + "The end of it all is near."))
    lifted, places = pulled.lift(galley)
    assert [galley.text[slice(*d.spans[0])] for d in places] == quote
    assert all(d.role is Role.FURNITURE for d in places)
    assert [s.text for s in lifted.lines] == [s.text for s in galley.lines if s.text not in quote]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(STORY, ["The ferry will run again"], id="a headline"),
        pytest.param(STORY, ["“We never", "thought of it.”"], id="other words"),
        pytest.param(STORY, ["“Giving it", "up.”"], id="too short to tell"),
        pytest.param(TOLD, ["“It was never a hard", "choice. We were", "never paid.”"], id="other words at its end"),
        pytest.param(TOLD, ["“It was never a hard choice,”", "said Anna Birch."], id="a quote and who said so"),
        pytest.param(报道, ["老郑说我们一天也", "没有想过要让这条", "船停下来"], id="no marks"),
        pytest.param(报道, ["“我们一天”也没有", "想过要让这条船停", "下来"], id="no whole sentence"),
        pytest.param("", STORY.splitlines() * 2, id="text that stands there twice, line by line"),
    ],
)
def test_other_lines_are_no_pull_quote(text: str, lines: list[str]) -> None:
    galley = measure(Source(text + "\n".join(lines)))
    lifted, places = pulled.lift(galley)
    assert not places and lifted.lines == galley.lines


def test_the_story_goes_on_below_its_pull_quote() -> None:
    story = STORY.splitlines()
    quote = ["“We never thought", "of giving it up, not", "for a single day.”"]
    text = "\n".join(["Ferry to run again", *story[:4], *quote, *story[4:]])
    page = clean(text)
    (article,) = page_json(page)["articles"]
    assert article["paragraphs"][0].endswith(" ".join(story))
    assert page_json(page)["furniture"] == quote
