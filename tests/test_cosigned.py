"""Two bylines that follow one another are of one story where one says what the other does not: another office, or the office."""

import pytest

from ocrfix import cosigned
from ocrfix.formats import page_json
from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.pipeline import clean


@pytest.mark.parametrize(
    ("page", "joined"),
    [
        pytest.param("桥通了。\n本报记者 周敏\n通讯员 吴立\n渡口停航", [(1, 2)], id="a reporter and a correspondent"),
        pytest.param("桥通了。\n实习生 石强\n永城日报记者 周敏\n渡口停航", [(1, 2)], id="a trainee and a reporter"),
        pytest.param("The bridge\nBy Ann Lee\nSpecial to the Gazette\nopened", [(1, 2)], id="a name and an office"),
        pytest.param("桥通了。\n记者 周敏\n见习记者 石强\n通讯员 吴立\n停航", [(1, 2), (2, 3)], id="three offices"),
        pytest.param("桥通了。\n讲述：周敏\n整理：石强\n停航", [(1, 2)], id="who tells and who writes"),
        pytest.param("桥通了。\n记者 周敏\n见习记者 石强\n记者 吴立\n停航", [], id="the first office again"),
        pytest.param("桥通了。\n本报记者 周敏\n本报记者 吴立\n渡口停航", [], id="two reporters"),
        pytest.param("桥通了。\n本报记者 周敏\n\n通讯员 吴立\n渡口停航", [], id="a blank line between"),
        pytest.param("本报记者 周敏\n通讯员 吴立\n本报记者 石强\n通讯员 何苗", [], id="a layer of bylines"),
        pytest.param("The bridge\nBy Ann Lee\nBy Tom Hale\nopened", [], id="two names"),
        pytest.param("桥通了。\n本报记者 周敏\n渡口停航", [], id="one"),
    ],
)
def test_bylines_of_two_lines(page: str, joined: list[tuple[int, int]]) -> None:
    galley = measure(Source(page))
    at = {s.span.start: k for k, s in enumerate(galley.lines)}
    assert [tuple(at[span.start] for span in d.spans) for d in cosigned.joins(galley)] == joined


PAGE = """渡口恢复通航
本报记者 周敏
通讯员 吴立
停航三个月的老渡口昨日恢复通航，
早晚各加开两班。船工老郑说，这条
船他摇了三十多年，从来没有误过一
班。涨水的日子也照常开船，村里的
孩子上学不用绕路。
"""


def test_a_byline_of_two_lines_is_one() -> None:
    (ferry,) = page_json(clean(PAGE))["articles"]
    assert ferry["byline"] == "本报记者 周敏 通讯员 吴立"
