"""Glyphs of headlines set downwards are cut from the lines beside them; torn words of running text are not."""

import pytest

from ocrfix.articles import slugs
from ocrfix.downward import cuts

BEFORE = """
水  入夏以来全县少雨，各水库蓄水
    普遍不足，县里组织三百多名干
库  部下到各个村组，逐户登记水井
    并且清理淤塞的渠道，又从邻县
蓄
    调来十二台抽水机，分给缺水最
水  重的五个村。
"""
BEHIND = """
入夏以来全县少雨，各水库蓄水  水
普遍不足，县里组织三百多名干
部下到各个村组，逐户登记水井  库
并且清理淤塞的渠道，又从邻县
                蓄
调来十二台抽水机，分给缺水最
重的五个村，白天抽水浇地，夜  水
里由村里的青年轮流值守。
"""
TORN_WORDS = """
讯 入夏以来全县少雨，各水库蓄
普遍不足，县里组织三百多名干
讯 部下到各个村组，逐户登记水
并且清理淤塞的渠道，又从邻县
讯
讯 调来十二台抽水机，分给缺水
重的五个村，白天抽水浇地，夜
里由村里的青年轮流值守。
"""


@pytest.mark.parametrize(
    ("page", "glyphs"),
    [
        pytest.param(BEFORE, "水库蓄水", id="before the lines"),
        pytest.param(BEHIND, "水库蓄水", id="behind the lines"),
        pytest.param(TORN_WORDS, "讯", id="lines begin where the glyphs stand"),
        pytest.param(BEFORE.replace("蓄\n", "\n"), "", id="no glyph stands alone"),
        pytest.param(BEFORE.replace("库  ", "    ").replace("蓄\n", "\n"), "", id="two glyphs"),
        pytest.param(BEFORE.replace("水  ", "1   "), "蓄", id="figures"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_glyphs_are_cut_off(page: str, glyphs: str) -> None:
    pieces = slugs(page, cuts(page, slugs(page)))
    assert "".join(page[start:end] for start, end in pieces if end - start == 1) == glyphs
