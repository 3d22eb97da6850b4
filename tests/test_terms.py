"""What lines are about: the terms of running text, and how rare they are."""

from collections import Counter

import pytest

from ocrfix import slogans
from ocrfix.blocks import Block, names_bin, no_byline, ornament
from ocrfix.cases import case_bin
from ocrfix.echoes import echoes
from ocrfix.lines import Lean, measure, start_class
from ocrfix.model import Evidence, Source
from ocrfix.phrases import longest
from ocrfix.slogans import pairs_bin, slogan_bin
from ocrfix.statistics import bundled
from ocrfix.subjects import running, terms


@pytest.mark.parametrize(
    ("lines", "latin", "expected"),
    [
        (["small, incre-", "mental changes", "to the site"], True, "small, incremental changes to the site"),
        (["a well-known", "site"], True, "a well-known site"),
        (["pages 10 -", "12 and"], True, "pages 10 - 12 and"),
        (["县里组织三百多名干", "部下到村组"], False, "县里组织三百多名干部下到村组"),
    ],
)
def test_lines_run_on(lines: list[str], latin: bool, expected: str) -> None:
    assert running(lines, latin) == expected


@pytest.mark.parametrize(
    ("text", "latin", "expected"),
    [
        ("The FEC and 18F shut 24 bridges", True, {"fec", "18f", "bridge", "shut", "24"}),
        ("It is a day of no ire", True, set()),  # short words in lower case tell nothing
        ("縣里 24 人", False, {"县里", "24"}),
    ],
)
def test_terms(text: str, latin: bool, expected: set[str]) -> None:
    assert terms(text, latin) >= expected if expected else terms(text, latin) == expected


def test_a_latin_term_is_as_common_as_the_commonest_word_that_begins_so() -> None:
    news = bundled()
    assert news.idf("govern") == news.words["government"] <= news.words["govern"]
    assert news.idf("insect") > news.idf("throug")
    assert news.idf("zzzzzz") == 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不忘初心 牢记使命", "2=40"),
        ("■家家户户　平平安安", "2=42"),
        ("红红火火中国年", "1=72"),
        ("扎实推进移民搬迁 各县进展顺利", "2<80"),
        ("编辑：王小明 校对：李立", "-"),  # marks
        ("第 12 版 要闻", "-"),  # figures
        ("A Week of Storms", "-"),
        ("县里组织三百多名干部下到各个村组", "-"),  # too long for a slogan
    ],
)
def test_a_slogan_shows_in_its_groups(text: str, expected: str) -> None:
    assert slogan_bin(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("高高兴兴出门 平平安安回家", "q3"),
        ("点点滴滴", "q2"),
        ("天天向上", "a1"),
        ("人人植树，年年添绿", "a2m"),
        ("渡口恢复通航", "0"),
        ("县里组织三百多名干部下到各个村组去天天植树", "-"),  # too long to tell
        ("Harbour Week", "-"),
    ],
)
def test_glyphs_said_twice(text: str, expected: str) -> None:
    assert pairs_bin(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周敏 吴立", "22"),
        ("（周敏 吴立文", "22("),
        ("●周敏", "11o"),
        ("清水长流 家家点灯", "02"),
        ("Anna Birch", "-"),
    ],
)
def test_words_that_look_like_names(text: str, expected: str) -> None:
    assert names_bin(text) == expected


@pytest.mark.parametrize(
    ("text", "print_", "byline"),
    [
        ("劳动最光荣 致敬奋斗者", "", False),
        ("◎清水长流 家家点灯", "", False),
        ("周敏 吴立", "", True),
        ("（资料片）", "", True),
        ("本报", "", True),  # a piece
        ("本报特派记者", "byline", True),
        ("Harbour Fair Results Inside", "", False),
        ("(Staff Reporter)", "", True),
        ("◆ Harbour Fair Results", "", False),
        ("By Anna Birch", "byline", True),
    ],
)
def test_what_may_be_a_byline(text: str, print_: str, byline: bool) -> None:
    before = [0.0, 0.0, 9.0, 0.0, 0.0]
    after = no_byline(before, measure(Source(text)).lines[0], print_, "a" <= text[-2] <= "z")
    assert (after == before) is byline
    assert after[:2] + after[3:] == before[:2] + before[3:]


def test_what_is_known_for_a_byline_is_one_in_any_form() -> None:
    (line,) = measure(Source("Harbour Fair Results Inside")).lines
    line.lean = Lean("Y", Evidence("office", 16, "it comes again below names"))
    assert no_byline([0.0] * 5, line, "", True) == [0.0] * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("● 春天到渡口来 ●", True),
        ("■清水长流 ■家家点灯", True),
        ("★清水长流★家家点灯★", True),
        ("◆ Harbour Week ◆", True),
        ("●高高兴兴出门 平平安安回家●", True),
        ("●连日来沿岸各村的堤坝都已加固", False),
        ("清 水 长 流 家 家 点 灯", True),
        ("清 水 长 流", False),  # so are short titles
        ("●清水长流", False),
        ("■■清水长流", False),  # one ornament, printed twice
        ("○○三年二月开工，", False),  # a figure
        ("● 要修渠，也要点灯 ● 要慢慢来", False),  # points of a list
        ("□本报记者 周敏 □通讯员 吴立", False),
        ("● 简讯 ●", False),
        ("清水长流▍ ▍", True),
        ("清水长流 家家点灯▶ ▶ ▶", True),
        ("清水长流▶▶", False),  # a jump
        ("*Harbour Week*", True),
        ("~ Your Harbour, Your Paper ~", True),
        ("• Harbour Week •", True),
        ("• Harbour Week", False),  # a point of a list
        ("* see page 4 *", False),
        ("水位已经回落，渡口照常。■ ■", False),
    ],
)
def test_ornaments_make_a_banner(text: str, expected: bool) -> None:
    galley = measure(Source(text))
    slogans.mark(galley)
    assert [s.lean is not None and s.lean.kinds == "R" for s in galley.lines] == [expected]


def test_where_lines_are_letterspaced_none_is_a_banner_for_that() -> None:
    galley = measure(
        Source(
            "\n".join(
                [
                    "渡 口 的 水 位 昨 晚 又 涨",
                    "摆 渡 的 船 只 停 在 岸 边",
                    "水 文 站 提 醒 居 民 留 意",
                    "不 要 到 河 滩 上 放 牧",
                ]
            )
        )
    )
    slogans.mark(galley)
    assert not any(s.lean for s in galley.lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BRIDGE SHUT FOR REPAIRS", "C4"),
        ("Anna Birch", "N2"),
        ("Bridge Over the Tarn to Close for Repairs", "T8"),
        ("the council said on Monday that the old bridge", "S8"),
        ("Council Says the Old Bridge Fund is empty", "M8"),
        ("Council says the bridge is to close", "L5"),
        ("bridge", "-"),  # one word tells nothing
        ("2026 – 12", "-"),
    ],
)
def test_words_are_set_with_a_capital_or_not(text: str, expected: str) -> None:
    assert case_bin(text) == expected


@pytest.mark.parametrize(
    ("piece", "text", "expected"),
    [
        ("青山乡通车", "昨日，通往青山乡的公路通车", 3),
        ("青山乡通车", "白沙镇架桥", 0),
        ("青山乡通车", "", 0),
        ("thegreekisland", "onthegreekislandsofthenorth", 14),
    ],
)
def test_the_longest_phrase_that_stands_in_a_text(piece: str, text: str, expected: int) -> None:
    assert longest(piece, text) == expected


@pytest.mark.parametrize(
    "text", ["OAKMERE: The ferry", "OAKMERE, Nov.", "Special to the Record — The", "梅岭讯 今天", "晨报讯5月"]
)
def test_a_dateline(text: str) -> None:
    assert start_class(text) == "dateline"


@pytest.mark.parametrize(
    "text", ["NASA encourages", "Note: the ferry", "简讯 今天有雨", "通讯员 王小明", "资讯5月号", "Special offers"]
)
def test_no_dateline(text: str) -> None:
    assert start_class(text) != "dateline"


@pytest.mark.parametrize(
    ("lines", "latin", "expected"),
    [
        (["The Greek Island", "On the Greek island", "of Lemnos"], True, ["01", "10", "00"]),
        (["The Ferry", "A bridge", "Two roads"], True, ["00", "00", "00"]),
        (["青山乡公路", "昨日，青山乡公路", "青山乡"], False, ["1", "0", "-"]),
    ],
)
def test_lines_that_are_said_again(lines: list[str], latin: bool, expected: list[str]) -> None:
    assert echoes(lines, latin) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("◆天天向上\n县里组织三百多名干部。", "00han"),
        ("◆天天向上\n◆记者 王小明\n◆县里植树", "20han"),  # an ornament that the page sets before other lines, too
        ("天天向上\n◆记者 王小明", "-"),
    ],
)
def test_a_block_that_opens_with_an_ornament(text: str, expected: str) -> None:
    g = measure(Source(text))
    alike = Counter(s.text[0] for s in g.lines)
    assert ornament(g, alike, Block([0], [0.0] * 5, "H", set())) == expected
