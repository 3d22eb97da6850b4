"""At the turn of a column the subject tells where a sentence goes on."""

from itertools import chain, zip_longest

import pytest

from ocrfix import links as lk
from ocrfix import weights
from ocrfix.compose import make_up
from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.sight import sight
from ocrfix.statistics import PageGrams, bundled
from ocrfix.turns import LIKELY, TURN_BINS, WEAK, Turner

STORM = (
    "台风昨夜在沿海登陆，中心附近最大风力十二级，气象台连发三道红色预警。渔船全部回港避风，海堤上的闸门一一关闭。"
    "镇上的干部挨家挨户敲门，把低洼处的老人和孩子转移到学校的教室里。雨下了整整一夜，河水涨过警戒水位，"
    "防汛队员扛着沙袋守在堤上，直到天亮时风势减弱，暴雨才渐渐停了下来。农田被淹的村子开始排水，抢修电力的车队也已经出发。"
)
MATCH = (
    "市足球队昨晚在主场迎战劲旅，全场三万名球迷为他们呐喊助威。上半场双方互有攻守，门将两次扑出对方的单刀球。"
    "下半场教练换上两名年轻前锋，比赛的节奏明显加快，第七十分钟，替补登场的球员接队友传中头球破门，比分改写为一比零。"
    "此后客队大举进攻，后卫线顶住了压力，主裁判吹响终场哨声，球队以一球小胜，积分升至联赛第二位。"
)


def set_in(text: str, measure: int, depth: int) -> list[list[str]]:
    """A text set to a measure (glyphs) and broken into columns of so many lines."""
    lines = [text[k : k + measure] for k in range(0, len(text), measure)]
    return [lines[k : k + depth] for k in range(0, len(lines), depth)]


def turner(lines: list[str]) -> Turner:
    g = measure(Source("\n".join(lines)))
    stats = bundled()
    _, found, lay = sight(g, stats)
    linker = lk.Linker(g, stats, PageGrams(lines), ["B"] * len(lines))
    straight = {i: i + 1 for i in range(len(lines) - 1) if not linker.stops[i]}
    return Turner(linker, found, straight, weights.scale(weights.Sort(False, lay), "strides", lk.LINK_BINS))


def at_the_foot(measure_: int, depth: int) -> tuple[dict[str, str], dict[str, str]]:
    """The bins of the foot of the storm's first column with the head of its second, and with that of the match's first."""
    both = zip_longest(set_in(STORM, measure_, depth), set_in(MATCH, measure_, depth), fillvalue=[])
    t = turner(list(chain.from_iterable(chain.from_iterable(both))))
    bins = {j: dict(zip(TURN_BINS, bins, strict=True)) for i, j, bins in t.turns() if i == depth - 1}
    return bins[2 * depth], bins[depth]


@pytest.mark.parametrize("depth", [6, 7, 8])
def test_the_subject_favours_the_own_column(depth: int) -> None:
    own, other = at_the_foot(12, depth)
    assert int(own["end"]) > int(other["end"])


@pytest.mark.parametrize(
    ("measure_", "depth"), [(11, 7), (11, 9), (12, 5), (12, 6), (12, 7), (13, 8), (16, 5), (16, 9)]
)
def test_language_favours_the_own_column(measure_: int, depth: int) -> None:
    own, other = at_the_foot(measure_, depth)
    assert int(own["fit"]) > int(other["fit"]) + 2
    assert int(own["rank"]) >= int(other["rank"])


def test_one_column_stays_whole() -> None:
    lines = [line for column in set_in(STORM, 12, 99) for line in column]
    m = make_up(measure(Source("\n".join(lines))))
    assert all(m.after.get(i, i + 1) == i + 1 for i in range(len(lines) - 1))


def test_only_weak_links_are_loosened() -> None:
    t = turner([line for column in set_in(STORM, 12, 99) for line in column])
    assert all(t.scale.weigh(t.linker.bins(i, j)) < WEAK for i, j in t.loose.items())
    assert all(t.scale.weigh(t.linker.bins(i, j)) >= WEAK or t.linker.stops[i] for i, j in t.kept.items())
    for i, j, bins in t.turns():
        assert i in t.ends and j in t.starts and i != j
        assert len(bins) == len(TURN_BINS)
        (affinity, _), *_ = t.linker.reads(i, [j])
        assert affinity >= LIKELY or t.loose.get(i) == j


@pytest.mark.parametrize(
    ("i", "j", "found"),
    [
        pytest.param(1, 4, "overhan", id="the caption and its credit lie between"),
        pytest.param(1, 2, "intohan", id="the caption begins"),
        pytest.param(4, 5, "-", id="no credit below"),
        pytest.param(0, 5, "-", id="not right behind the credit"),
        pytest.param(4, 1, "-", id="back"),
    ],
)
def test_a_caption_lies_between(i: int, j: int, found: str) -> None:
    text = [STORM[k : k + 12] for k in range(0, 48, 12)]
    t = turner([*text[:2], "防汛队员守在堤上。", "本报记者 周敏 摄", *text[2:]])
    assert t.caption(i, j) == found
