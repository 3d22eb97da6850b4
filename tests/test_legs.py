"""Stories side by side whose columns come out in turn, leg by leg, and texts that only look so."""

from itertools import zip_longest

import pytest
import regex

from ocrfix import weights
from ocrfix.compose import read_off
from ocrfix.formats import page_json
from ocrfix.legs import Legs, stepped
from ocrfix.links import LINK_BINS
from ocrfix.model import Source
from ocrfix.pipeline import clean, prepare

MEASURE = 12  # glyphs
DAM = (
    "本报讯 （记者 周远航）入汛以来，青河县把水库除险加固摆在重要位置，组织技术人员对全县二十三座小型水库逐一排查，"
    "建立问题台账，明确整改时限和责任人。县水利局负责人介绍，截至上周，已有十六座水库完成大坝灌浆和溢洪道清淤，其余七座"
    "将在本月底前完工。在石门水库施工现场，挖掘机正在清理坝脚淤泥，工人们忙着铺设防渗膜。项目经理说，他们采取两班倒的办法，"
    "白天抢进度，晚上查质量，确保主汛期到来之前水库能够安全蓄水。村民老陈家的稻田就在水库下游，他说往年一下大雨心里就发慌，"
    "现在大坝加固了，水渠也修通了，今年的秧苗长得比往年都好。下一步，青河县还将给所有水库装上水位监测设备，"
    "数据实时传到县防汛值班室，做到早发现、早预警、早处置。"
)
LIBRARY = (
    "本报讯 （记者 沈书宁）市图书馆从本月起试行夜间开放，每周二至周六闭馆时间由下午六点延长到晚上十点，首周接待读者四千余人次。"
    "记者昨晚在三楼阅览室看到，座位几乎坐满，有备考的学生，也有下班后来读小说的青年。馆员林晓告诉记者，夜间借出的书以文学和历史类"
    "为主，儿童绘本也很受欢迎，不少家长带着孩子来听故事。为了方便读者回家，公交公司把二路车的末班时间推迟了一小时，并在馆门口增设站点。"
    "读者赵女士说，她住在城西，以前下班赶到这里已经关门，现在可以安静地看上两个小时书再坐车回去。图书馆还计划每月举办一次夜读分享会，"
    "邀请作家和读者面对面交流，把阅读的灯光留给更多的人。"
)


def lines(story: str) -> list[str]:
    """Set to the measure; no line begins with a mark."""
    return regex.findall(rf".{{1,{MEASURE}}}[，。、）]?", story)


def legs(story: str, columns: int) -> list[list[str]]:
    set_ = lines(story)
    depth = -(-len(set_) // columns)
    return [set_[k : k + depth] for k in range(0, len(set_), depth)]


def in_turn(columns: int) -> str:
    """Both stories, a leg of one and a leg of the other."""
    pairs = zip_longest(legs(DAM, columns), legs(LIBRARY, columns), fillvalue=[])
    return "\n".join(line for a, b in pairs for line in [*a, *b]) + "\n"


def links(text: str) -> list[tuple[str, str]]:
    """What the legs of a page are found to go on with: the last line of each, and the first of the next."""
    (g,) = prepare(Source(text))[2]
    r = read_off(g)
    found = Legs(r.linker, r.terms, weights.scale(r.sort, "strides", LINK_BINS)).links()
    return [(g.lines[i].text, g.lines[j].text) for i, j in found]


@pytest.mark.parametrize("columns", [2, 4])
def test_legs_in_turn_go_on_in_their_own_story(columns: int) -> None:
    wanted = {
        (a[-1], b[0]) for s in (DAM, LIBRARY) for a, b in zip(legs(s, columns), legs(s, columns)[1:], strict=False)
    }
    assert set(links(in_turn(columns))) == wanted


@pytest.mark.parametrize("columns", [2, 4])
def test_stories_whose_legs_came_in_turn_come_out_whole(columns: int) -> None:
    bodies = ["".join(a["paragraphs"]) for a in page_json(clean(in_turn(columns)))["articles"]]
    assert sorted(map(_bare, bodies)) == sorted(map(_bare, (DAM, LIBRARY)))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(lines(DAM)),
        "\n".join([*lines(DAM), *lines(LIBRARY)]),
        "\n".join(line for s in (DAM, LIBRARY) for line in lines(s)[:20]),
    ],
    ids=["one story", "one after the other", "cut off"],
)
def test_stories_in_their_order_are_left_alone(text: str) -> None:
    assert links(text) == []


def test_a_leg_takes_the_place_of_other_links_and_makes_no_ring() -> None:
    assert stepped({0: 1, 1: 2, 2: 3}, [(0, 2)]) == {0: 2, 2: 3}
    assert stepped({0: 1, 1: 2}, [(2, 0)]) == {0: 1, 1: 2}


def _bare(text: str) -> str:
    return "".join(text.split())
