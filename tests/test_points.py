"""The points of a list are told from briefs, captions and bylines behind the same mark, and from other numbers."""

import pytest

from ocrfix import points
from ocrfix.formats import page_json
from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.pipeline import clean


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param(["● 请带身份证。", "● 电话：5550123", "● 周末照常。"], [[0, 1, 2]], id="a line each"),
        pytest.param(
            ["■ Bring a chair", "and a hat", "■ Admission is free", "■ No dogs"], [[0, 2, 3]], id="one of two lines"
        ),
        pytest.param(["办事须知", "◆时间：2月12日", "◆地点：文化馆", "◆费用全免"], [[1, 2, 3]], id="below a headline"),
        pytest.param(["● 请带身份证。", "● 周末照常。"], [], id="two only"),
        pytest.param(["● 请带身份证。", "■ 电话：5550123", "● 周末照常。"], [], id="other marks between"),
        pytest.param(
            [
                "■ 渡口今起恢复",
                "通航，早晚各",
                "加开两班。",
                "■ 稻田公园昨日",
                "开园，游人过",
                "千。",
                "■ 图书馆延时",
                "开放。",
            ],
            [],
            id="briefs",
        ),
        pytest.param(["■记者 周敏", "■本报记者 吴立", "■通讯员 石强"], [], id="bylines"),
        pytest.param(["———————", "———————", "———————"], [], id="rules"),
        pytest.param(["● ●", "● ●", "● ●"], [], id="ornaments"),
        pytest.param(["3.桥有几孔？", "4.渡口何时停航？", "5.哪年修的堤？"], [[0, 1, 2]], id="numbers that count up"),
        pytest.param(
            ["1) Bring a chair", "and a hat", "2) No dogs", "3) Admission is free"], [[0, 2, 3]], id="Latin numbers"
        ),
        pytest.param(["①桥有几孔？", "②渡口何时停航？", "③哪年修的堤？"], [[0, 1, 2]], id="numbers in circles"),
        pytest.param(["1.桥有几孔？", "2、渡口何时停航？", "3.哪年修的堤？"], [], id="numbers in two forms"),
        pytest.param(["1.桥有几孔？", "1.渡口何时停航？", "1.哪年修的堤？"], [], id="one number"),
        pytest.param(["7.30 早间新闻", "8.30 天气预报", "9.30 乡村纪事"], [], id="times of day"),
    ],
)
def test_points_of_lists(lines: list[str], found: list[list[int]]) -> None:
    assert points.lists(measure(Source("\n".join(lines))).lines) == found


PAGE = """渡口恢复通航
本报讯（记者 周敏）停航三个月的
老渡口昨日恢复通航，早晚各加开
两班。船工老郑说，这条船他摇了
三十多年，从来没有误过一班。
　　渡口今年换了新船，一次能坐四
十人。老郑说，涨水的日子也照常
开船，村里的孩子上学不用绕路。
办事须知
● 请携带身份证原件办理。
● 咨询电话：5550123
● 周末照常服务。
图书馆延时开放
本报讯（记者 吴立）县图书馆从下
月起延时到晚上九点，周末照常开
放。馆长说，来看书的人比去年多
了三成，座位也添了六十个。
　　馆里还为老人备了放大镜和茶水，
志愿者每天轮流值班。
"""


def test_points_below_a_headline_are_a_list_of_their_own() -> None:
    ferry, notes, library = page_json(clean(PAGE))["articles"]
    assert ferry["paragraphs"][-1].endswith("不用绕路。")
    assert notes["kind"] == "list" and notes["title"] == "办事须知"
    assert notes["paragraphs"] == ["● 请携带身份证原件办理。", "● 咨询电话：5550123", "● 周末照常服务。"]
    assert library["title"] == "图书馆延时开放"
