"""A Chinese headline that breaks within a word is one again; where it breaks for the sense, its lines stay."""

import pytest

from ocrfix.formats import page_json
from ocrfix.pipeline import clean

TEXT = """{}
本报讯 昨天上午，城乡供水工程建设推进会在青溪市召开，
会议要求加快推进农村供水保障工程建设，让群众喝上放心
水，用上便宜水，年底前完成全部村庄的管网改造任务，水
质检测合格率要达到百分之百，任何单位不得降低标准。
会议强调，供水工程建设要赶在冬季到来之前完成。
"""


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("青溪市加快推进农村供水\n保障工程建设", "青溪市加快推进农村供水保障工程建设"),
        ("青溪市召开会议强调加快推\n进供水工程建设", "青溪市召开会议强调加快推进供水工程建设"),
        ("加快农村供水工程建设\n让群众喝上放心水", "加快农村供水工程建设\n让群众喝上放心水"),
    ],
)
def test_headlines_read_on_over_a_break_within_the_sense(headline: str, title: str) -> None:
    (article,) = page_json(clean(TEXT.format(headline)))["articles"]
    assert article["title"] == title
