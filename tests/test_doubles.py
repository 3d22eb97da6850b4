"""Doubled display text: each shape apart, what fires beside what must stay silent, and laws over generated text."""

from itertools import chain, pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ocrfix.articles import apply
from ocrfix.chance import reduplicated, size
from ocrfix.check import check
from ocrfix.decisions import settle
from ocrfix.doubles import factor
from ocrfix.lines import measure
from ocrfix.model import Decision, Source, Span, Status, Verb
from ocrfix.overprint import doublets
from ocrfix.pipeline import clean
from ocrfix.readings import Shape
from ocrfix.rules import all_rules
from ocrfix.shadows import cuts, joins

RULES = [r for r in all_rules() if "doubled_" in r.__name__]


def decide(text: str) -> list[Decision]:
    """What the rules for doubled text decide, settled."""
    galley = measure(Source(text))
    return settle(d for rule in RULES for d in rule.look(galley))


def undouble(text: str) -> list[str]:
    """The lines that stay."""
    page = apply(Source(text), decide(text))
    check(page)
    return [page.text(run) for a in page.articles for run in a.paragraphs]


FIRES: dict[str, list[tuple[str, str]]] = {
    "per glyph": [
        ("春春暖暖花花开开", "春暖花开"),
        ("书书香香满满城城", "书香满城"),
        ("守守护护绿绿水水青青山山", "守护绿水青山"),
        ("好好好好学学习习", "好好学习"),
        ("天天天天读读书书好好书书", "天天读书好书"),
        ("红红红红火火火火过过大大年年", "红红火火过大年"),
        ("家家家家户户户户 平平平平安安安安", "家家户户 平平安安"),
        ("看看看看山山看看看看水水", "看看山看看水"),
        ("春春暖暖花花开开 喜喜看看丰丰收收", "春暖花开 喜看丰收"),
        ("春 春 暖 暖 花 花 开 开", "春 暖 花 开"),
        ("春\t春 暖\t暖 花\t花 开\t开", "春 暖 花 开"),
        ("春\t春暖\t暖花\t花开\t开", "春暖花开"),
        ("■■春春暖暖花花开开", "■春暖花开"),
        ("■春春暖暖花花开开", "■春暖花开"),
        ("★★喜喜看看丰丰收收★★", "★喜看丰收★"),
        ("22002255年年春春节节晚晚会会", "2025年春节晚会"),
        ("第第1100届届运运动动会会", "第10届运动会"),
        ("綠綠水水青青山山", "綠水青山"),
        ("HHaarrvveesstt", "Harvest"),
        ("HHaarrvveesstt  FFeessttiivvaall", "Harvest  Festival"),
        ("SSPPOORRTTSS 22002255", "SPORTS 2025"),
        ("春\n春暖\n暖花\n花开\n开", "春暖\n花开"),
        ("春\n春\n暖\n暖\n花\n花\n开\n开\n了\n了", "春\n暖\n花\n开\n了"),
        ("共共建建花花\n园园城城市市", "共建花\n园城市"),
    ],
    "per glyph, three and four times": [
        ("春春春暖暖暖花花花开开开", "春暖花开"),
        ("书书书香香香满满满城城城", "书香满城"),
        ("春春春春暖暖暖暖花花花花开开开开", "春暖花开"),
        ("春春春春节节节节快快快快乐乐乐乐", "春节快乐"),
        ("轰轰轰轰轰轰轰轰烈烈烈烈烈烈烈烈开开开开幕幕幕幕", "轰轰烈烈开幕"),
        ("春 春 春 暖 暖 暖 花 花 花 开 开 开", "春 暖 花 开"),
        ("MMMuuusssiiiccc", "Music"),
    ],
    "per word group": [
        ("春暖花开春暖花开喜看丰收喜看丰收", "春暖花开 喜看丰收"),
        ("共建花园城市共建花园城市共享美好生活共享美好生活", "共建花园城市 共享美好生活"),
        ("好好学习好好学习天天向上天天向上", "好好学习 天天向上"),
        ("家家户户家家户户平平安安平平安安", "家家户户 平平安安"),
        ("看看老街看看老街走走小巷走走小巷", "看看老街 走走小巷"),
        ("春暖花开春暖花开 喜看丰收喜看丰收", "春暖花开 喜看丰收"),
        ("春暖花开 春暖花开 喜看丰收 喜看丰收", "春暖花开 喜看丰收"),
        ("春暖花开\t春暖花开\t喜看丰收\t喜看丰收", "春暖花开\t喜看丰收"),
        ("■■春暖花开春暖花开喜看丰收喜看丰收", "■春暖花开 喜看丰收"),
        ("■\t■ 春暖花开\t春暖花开 喜看丰收\t喜看丰收", "■ 春暖花开 喜看丰收"),
        ("■春暖花开■春暖花开■喜看丰收■喜看丰收", "■春暖花开■喜看丰收"),
        ("■春暖花开春暖花开■喜看丰收喜看丰收", "■春暖花开■喜看丰收"),
        ("□春暖花开□ 春暖花开喜看丰收喜看丰收", "□春暖花开 喜看丰收"),
        ("春暖花开春暖花开★★喜看丰收喜看丰收", "春暖花开★喜看丰收"),
        ("春暖花开春暖花开★喜看丰收喜看丰收", "春暖花开★喜看丰收"),
        ("慢慢走慢慢走看看老街看看老街", "慢慢走 看看老街"),
        ("花园花园城市城市人人人人共建共建共享共享", "花园 城市 人人 共建 共享"),
        ("春暖花开春暖花开春暖花开喜看丰收喜看丰收喜看丰收", "春暖花开 喜看丰收"),
        ("春暖花开春暖花开春暖花开春暖花开喜看丰收喜看丰收喜看丰收喜看丰收", "春暖花开 喜看丰收"),
        ("第10届第10届运动会运动会", "第10届 运动会"),
        ("HarvestHarvest FestivalFestival", "Harvest Festival"),
        ("HarvestHarvest 20252025", "Harvest 2025"),
        ("City HallCity Hall Open HouseOpen House", "City Hall Open House"),
    ],
    "groups over lines": [
        ("春暖花开\n春暖花开\n喜看丰收\n喜看丰收", "春暖花开\n喜看丰收"),
        ("春暖花开春暖花开\n喜看丰收喜看丰收", "春暖花开\n喜看丰收"),
        ("春暖花开春暖花\n开喜看丰收喜看丰收", "春暖花开\n喜看丰收"),
        ("春暖花开春暖花开喜看\n丰收喜看丰收", "春暖花开\n喜看丰收"),
        ("春暖花开\n春暖花开 喜看丰收\n喜看丰收", "春暖花开 喜看丰收"),
        ("■ 春暖花开\n春暖花开 喜看丰收\n喜看丰收", "春暖花开 喜看丰收"),
        ("春暖花开\n\n春暖花开\n\n喜看丰收\n\n喜看丰收", "春暖花开\n喜看丰收"),
        ("春暖花开\n春暖花开\n春暖花开 喜看丰收\n喜看丰收\n喜看丰收", "春暖花开 喜看丰收"),
        ("春暖花开\n喜看丰收\n春暖花开\n喜看丰收", "春暖花开\n喜看丰收"),
        ("Harvest\nHarvest Festival\nFestival", "Harvest Festival"),
    ],
    "whole line on one": [
        ("共建花园城市共建花园城市", "共建花园城市"),
        ("共建花园城市 共建花园城市", "共建花园城市"),
        ("共建花园城市\t共建花园城市", "共建花园城市"),
        ("春暖花开 喜看丰收春暖花开 喜看丰收", "春暖花开 喜看丰收"),
        ("■共建花园城市■共建花园城市", "■共建花园城市"),
        ("▲ 春暖花开 ▲▲ 春暖花开 ▲", "▲ 春暖花开 ▲"),
        ("共建花园城市■共建花园城市", "■共建花园城市"),
        ("平平安安过大年平平安安过大年", "平平安安过大年"),
        ("好好学习天天向上好好学习天天向上", "好好学习天天向上"),
        ("春暖花开春暖花开春暖花开", "春暖花开"),
        ("春暖花开春暖花开春暖花开春暖花开", "春暖花开"),
        ("第一版第一版", "第一版"),
        ("第12版 要闻第12版 要闻", "第12版 要闻"),
        ("我市召开花园城市建设推进会我市召开花园城市建设推进会", "我市召开花园城市建设推进会"),
        ("Harvest 2025Harvest 2025", "Harvest 2025"),
        ("Harvest Festival Special Harvest Festival Special", "Harvest Festival Special"),
        ("SportsSportsSports", "Sports"),
        ("共建花园城市共建花园城市　　　　要闻", "共建花园城市　　　　要闻"),
        ("简讯\t共建花园城市共建花园城市", "简讯\t共建花园城市"),
        ("共建花园城市共建花园城市简讯", "共建花园城市简讯"),
        (
            "两旁街边已停满了车。     共建花园城市共建花园城市     他一时找不到",
            "两旁街边已停满了车。     共建花园城市     他一时找不到",
        ),
    ],
    "whole line on several": [
        ("共建花园城市\n共建花园城市", "共建花园城市"),
        ("共建花园城市\n共建花园城市\n共建花园城市", "共建花园城市"),
        ("共建花园城市\n共建花园城市\n共建花园城市\n共建花园城市", "共建花园城市"),
        ("春暖花开 喜看丰收\n春暖花开 喜看丰收", "春暖花开 喜看丰收"),
        ("共建花园城市\n■■ 共建花园城市", "■■ 共建花园城市"),
        ("■共建花园城市\n■共建花园城市", "■共建花园城市"),
        ("Harvest Festival\nHarvest Festival", "Harvest Festival"),
        ("Harvest Festival\r\nHarvest Festival\r\n", "Harvest Festival"),
        ("红红火火过大年\n红红火火过大年", "红红火火过大年"),
        (
            "全市花园城市建设推进会\n全市花园城市建设推进会\n昨日在市府礼堂召开\n昨日在市府礼堂召开",
            "全市花园城市建设推进会\n昨日在市府礼堂召开",
        ),
        (
            "昨日下午，全市机关干部走上街头，清扫\n昨日下午，全市机关干部走上街头，清扫\n积雪，疏通道路，到傍晚主要街道已经\n积雪，疏通道路，到傍晚主要街道已经",
            "昨日下午，全市机关干部走上街头，清扫\n积雪，疏通道路，到傍晚主要街道已经",
        ),
    ],
    "strewn": [
        ("喜看丰收\n春暖花开 喜看丰收\n春暖花开", "春暖花开 喜看丰收"),
        ("喜看丰收\n春暖花开 喜看丰收\n喜看丰收\n春暖花开\n春暖花开", "春暖花开 喜看丰收"),
        ("春暖花开喜看丰收春暖花开春暖花开 喜看丰收喜看丰收", "春暖花开喜看丰收"),
        ("春暖花开喜看丰收春暖花开 喜看丰收", "春暖花开喜看丰收"),
        ("■■ 春暖花开\n\n喜看丰收\n春暖花开 喜看丰收", "■\n春暖花开 喜看丰收"),
        ("☆喜看丰收\n☆春暖花开 ☆喜看丰收\n☆喜看丰收\n☆春暖花开\n☆春暖花开", "☆春暖花开 ☆喜看丰收"),
        (
            "春暖花开喜看丰收春暖花开春暖花开 喜看丰收欢度佳节喜看丰收 欢度佳节欢度佳节",
            "春暖花开喜看丰收欢度佳节",
        ),
    ],
    "stairs": [
        ("共建\n建花\n花园\n园城\n城市", "共\n建花\n园城\n市"),
        ("建\n建花\n花园\n园城市 人人有责", "建花\n园\n城市 人人有责"),
        ("稻香\n香千 里\n里鱼\n鱼满\n满仓", "稻\n香千 里\n鱼满\n仓"),
        ("碧水蓝\n蓝天天共\n共享享乐\n乐土土", "碧水\n蓝天共\n享乐\n土"),
        ("FLOOD\nFLOOD ALERT\nALERT", "FLOOD ALERT"),
        ("Apple\nApple Fair\nFair Week\nWeek", "Apple Fair\nWeek"),
        ("■春暖花开\n■春暖花开 喜看丰收\n喜看丰收", "■春暖花开 喜看丰收"),
    ],
    "misread": [
        ("共建花园城市人人有责共建花园域市人人有责", "共建花园城市人人有责"),
        ("共建花园城市人人有责共建花园�市人人有责", "共建花园城市人人有责"),
        ("共建花园�市人人有责共建花园城市人人有责", "共建花园城市人人有责"),
        ("春暖花开春暖花廾喜看丰收喜看丰收", "春暖花开 喜看丰收"),
        ("春暖花开春暖花开喜看丰收喜着丰收欢度佳节欢度佳节", "春暖花开 喜看丰收 欢度佳节"),
    ],
}

LIST = "获奖名单如下\n王小明\n李大海\n陈玉兰\n陈玉兰\n赵国强\n周建设\n吴爱华\n"
POEM = "月光照着江面\n晚风吹过堤岸\n我要回到故乡\n我要回到故乡\n渔火亮在船头\n歌声飘向远山\n灯下等着娘亲\n"
TABLE = "单位\n东岭农场\n石桥农场\n白沙农场\n白沙农场\n白沙农场\n清河农场\n云峰农场\n南湖农场\n"
BODY = (
    "记者昨日从市园林局获悉，今年我市将新\n建口袋公园二十处，改造绿道三十公里，\n{}{}"
    "让市民推窗见绿、出门入园，首批项目本\n月下旬开工，年底前全部建成，免费开放。\n"
)

SILENT: dict[str, list[str]] = {
    "words that double": [
        *[
            "天天",
            "人人",
            "年年",
            "看看",
            "慢慢",
            "哈哈哈",
            "哈哈哈哈",
            "呵呵呵呵呵呵",
            "高高兴兴",
            "红红火火",
            "平平安安",
            "家家户户",
        ],
        *[
            "研究研究",
            "商量商量",
            "考虑考虑",
            "谢谢谢谢",
            "加油加油",
            "加油加油加油",
            "恭喜恭喜",
            "欢迎欢迎",
            "来来来",
            "快快快快",
        ],
        *["家家户户平平安安", "开开心心高高兴兴", "大大小小多多少少", "轰轰烈烈扎扎实实", "清清爽爽", "整整齐齐"],
        *["好好学习天天向上", "红红火火过大年", "看看老街走走小巷", "家家戶戶平平安安", "商量商量研究研究", "妈妈爸爸"],
        "平平安安 红红火火",
        "一步一步",
        "一个村子一个村子",
        "一代一代",
        "加油！加油！",
        "对，对，对",
        "轰隆隆轰隆隆。",
        "滴滴答答",
    ],
    "figures": [
        "1100",
        "2222",
        "112233",
        "11002200",
        "2025 2025",
        "88888888",
        "1100 2200 3300",
        "7.7 7.7",
        "2024\n2024",
        "第2024号 第2025号",
    ],
    "English": [
        *(
            "had had",
            "bye bye",
            "Walla Walla",
            "New York New York",
            "no no no",
            "bookkeeper",
            "Mississippi",
            "Tennessee",
        ),
        *("that that", "tutu", "couscous", "Baden Baden", "blah blah blah", "Committee", "very very", "Sing Sing"),
        "Row, row, row your boat",
        "New York, New York",
    ],
    "columns and tables": [
        "共建花园城市                    共建花园城市",
        "合格 合格",
        "合格\t合格\t合格",
        "合格 合格 优秀 优秀",
        "东岭镇 12 12",
        "合格\n合格\n不合格\n合格",
        "一等奖\n一等奖\n二等奖\n二等奖",
        "东岭中学 石桥中学\n石桥中学 东岭中学",
        LIST,
        TABLE,
        "是\n是\n否\n否",
        "男\n女\n男\n女",
        "单位 数量\n东岭 15\n石桥 15\n白沙 15\n",
    ],
    "poems and speech": [
        POEM,
        "“走吧。”\n“走吧。”",
        "不怕，不怕。\n不怕，不怕。",
        "春眠不觉晓\n处处闻啼鸟",
        "一心一意\n意气风发\n发扬光大\n大公无私",
    ],
    "credits": [
        "（记者 王小明 摄）\n（记者 王小明 摄）",
        "By John Miller\nBy John Miller",
        "本报记者 李大海\n本报记者 李大海",
    ],
    "running text": [
        BODY.format("", ""),
        "共建花园城市，共享美好生活",
        "春暖花开 喜看丰收",
        "他说研究研究再说，大家商量商量，一步一步来。",
        "The committee said that that was not what it had had in mind.",
        "花园城市建设让城市更像花园",
        "春暖花开\n春暖花开时节，市民纷纷走出家门，踏青赏花，公园里人头攒动。",
        "共建花园城市\n共建花园城市，人人有责，我市昨日启动义务植树活动，万人参加。",
    ],
    "near copies": [
        "2024年工作总结2025年工作总结",
        "二〇二四年工作总结二〇二五年工作总结",
        "第一季度工作总结\n第二季度工作总结",
        "共建花园城市\n共享花园城市",
        "城东中学获得团体第一名\n城西中学获得团体第二名",
        "春天来了夏天来了",
        "王小明 王小朋",
        "我爱你家乡的山\n我爱你家乡的水",
        "12345678 12345679",
        "Page 12 of the reportPage 13 of the report",
    ],
    "not all of it": [
        "春暖花开春暖",
        "春春暖暖花开",
        "春春暖花花开",
        "春暖花开 春暖花开 喜看丰收",
        "HHarvest",
        "花园\n园城",
        "FLOOD\nFLOOD ALERT",
        "FLOOD\nFLOOD ALERT\nALERT THE WARDENS",
        "Apple\nApple Fair\nFair weather for the week",
        "Total\nTotal 12\n12 30\n30 44",
    ],
    "numbers in a chain": ["41\n17 2\n23\n3", "8 15\n5\n56\n6 10"],
}


@pytest.mark.parametrize(
    ("before", "after"), [pytest.param(*c, id=f"{k}: {c[0]}") for k, v in FIRES.items() for c in v]
)
def test_fires(before: str, after: str) -> None:
    assert undouble(before) == after.split("\n")
    assert undouble(after) == after.split("\n")  # and is stable


@pytest.mark.parametrize("text", [pytest.param(t, id=f"{k}: {t[:30]}") for k, v in SILENT.items() for t in v])
def test_stays_silent(text: str) -> None:
    assert [d for d in decide(text) if d.status is Status.APPLIED] == []


@pytest.mark.parametrize("rule", [r for r in RULES if r.VERB is Verb.DROP], ids=lambda r: r.__name__.rpartition(".")[2])
def test_examples_of_the_rule_itself(rule: ModuleType) -> None:
    for before, after in rule.FIRES:
        assert undouble(before) == after.split("\n")
    for text in rule.SILENT:
        assert undouble(text) == text.split("\n")


def test_as_many_silent_as_firing() -> None:
    assert len(list(chain(*FIRES.values()))) >= 80
    assert len(list(chain(*SILENT.values()))) >= 80


# ---- laws

HAN = "春暖花开喜看丰收欢度佳节共建园城市民书香满江南古镇新貌桥头晚风渔火明月照归帆山水画卷长"
WORDS = [
    "Harvest",
    "Festival",
    "Winter",
    "Market",
    "River",
    "Garden",
    "Lantern",
    "Parade",
    "Autumn",
    "Concert",
    "Village",
    "Museum",
]
COPIES = st.integers(2, 4)


@st.composite
def banners(draw: st.DrawFn) -> list[str]:
    """Word groups of four to eight different glyphs, no glyph twice, none a pair that reduplicates."""
    glyphs = draw(st.permutations(HAN))
    sizes = draw(st.lists(st.integers(4, 8), min_size=1, max_size=4))
    groups, at = [], 0
    for n in sizes:
        groups.append("".join(glyphs[at : at + n]))
        at += n
    text = "".join(groups)
    assume(not any(a + b in reduplicated() for a, b in pairwise(text)))
    return groups


def solid(text: str) -> str:
    return "".join(text.split())


@given(banners(), COPIES, st.sampled_from(["", " ", "  ", "\n"]))
def test_per_glyph_restored(groups: list[str], k: int, gap: str) -> None:
    text = gap.join("".join(c * k for c in group) for group in groups)
    assert [solid("".join(undouble(text)))] == ["".join(groups)]


@given(
    banners(), COPIES, st.sampled_from(["", " ", "\n"]), st.sampled_from(["", " ", "\t"]), st.sampled_from(["", "■"])
)
def test_per_group_restored(groups: list[str], k: int, gap: str, between: str, ornament: str) -> None:
    assume(len(groups) > 1)
    text = gap.join(between.join([ornament + group] * k) for group in groups)
    assert solid("".join(undouble(text))) == "".join(ornament + group for group in groups)


@given(banners(), COPIES)
def test_groups_on_lines_restored(groups: list[str], k: int) -> None:
    text = "\n".join(group for group in groups for _ in range(k))
    assert undouble(text) == groups


@given(banners(), COPIES, st.sampled_from(["", " ", "\n"]))
def test_whole_restored(groups: list[str], k: int, gap: str) -> None:
    line = " ".join(groups)
    assert undouble(gap.join([line] * k)) == [line]


@given(banners(), st.integers(0, 40))
def test_line_may_end_anywhere(groups: list[str], at: int) -> None:
    text = "".join(group * 2 for group in groups)
    assert solid("".join(undouble(text[:at] + "\n" + text[at:]))) == "".join(groups)


@given(st.permutations(WORDS), st.integers(2, 4), COPIES)
def test_latin_restored(words: list[str], n: int, k: int) -> None:
    title = " ".join(words[:n])
    assert undouble("\n".join([title] * k)) == [title]
    assert undouble(title * k) == [title]
    assert undouble(" ".join(w * k for w in words[:n])) == [title]
    assert undouble(" ".join("".join(c * k for c in w) for w in words[:n])) == [title]


@given(banners())
def test_text_that_does_not_double_is_untouched(groups: list[str]) -> None:
    for text in (" ".join(groups), "\n".join(groups), "\n".join([*groups, "昨日", groups[0][:-1]])):
        assert decide(text) == []


@given(banners(), st.integers(0, 9), st.integers(0, 9), st.sampled_from(["", " ", "\n"]))
def test_copies_that_differ_in_a_figure_stay(groups: list[str], a: int, b: int, gap: str) -> None:
    assume(a != b)
    line = "".join(groups)
    assert decide(f"第{a}届{line}{gap}第{b}届{line}") == []


@settings(max_examples=300, deadline=None)
@given(st.text("天地人 \n■□A1，", max_size=60))
def test_nothing_lost_on_any_text(text: str) -> None:
    undouble(text)


@given(
    st.lists(
        st.sampled_from(["春暖花开", "喜看丰收", "春暖花开 喜看丰收", "■", "■春暖花开", "春", "春暖"]), max_size=12
    ),
    st.sampled_from(["", "\n", " ", "\t"]),
)
def test_nothing_lost_among_pieces(pieces: list[str], gap: str) -> None:
    undouble(gap.join(pieces))


def test_order_of_rules_does_not_matter() -> None:
    text = "\n".join(before for cases in FIRES.values() for before, _ in cases[:2])
    galley = measure(Source(text))
    assert settle(d for r in RULES for d in r.look(galley)) == settle(
        d for r in reversed(RULES) for d in r.look(galley)
    )


@pytest.mark.parametrize(
    "glyph", ["春", "春暖花开", "合格\n", "春暖\n花开\n", "天\n天\n地\n", "A", "1", "■", " ", "\n"]
)
def test_huge_repetitions_are_bounded(glyph: str) -> None:
    assert decide(glyph * 100_000) == [] or len(glyph) == 4


def dropped(text: str) -> set[Span]:
    return {d.spans[0] for d in decide(text) if d.verb is Verb.DROP}


def test_what_was_set_glyph_by_glyph_is_one_line() -> None:
    cases = {
        "春\n春暖\n暖花\n花开\n开": "春暖花开",
        "春\n春暖\n暖  花\n花开\n开": "春暖 花开",
        "建\n建花\n花园\n园城市 人人有责": "建花园城市 人人有责",
        "■\n■ 春暖花开\n春暖花开 喜看丰收\n喜看丰收": "■ 春暖花开 喜看丰收",
        "春暖花开\n春暖花开\n喜看丰收\n喜看丰收": "春暖花开|喜看丰收",
    }
    for before, after in cases.items():
        page = apply(Source(before), [*decide(before), *joins(measure(Source(before)), dropped(before))])
        check(page)
        assert "|".join(page.text(run) for a in page.articles for run in a.paragraphs) == after


def test_a_doublet_is_cut_from_the_rest_of_its_line() -> None:
    for text in ("共建花园城市共建花园城市简讯", "简讯共建花园城市共建花园城市", "共建花园城市共建花园城市"):
        found = [text[d.spans[0].start :] for d in cuts(measure(Source(text)), dropped(text))]
        assert found == ([] if "简讯" not in text else ["简讯"] if text.endswith("简讯") else [text[2:]])
        page = apply(Source(text), [*decide(text), *cuts(measure(Source(text)), dropped(text))])
        check(page)
        assert "共建花园城市" in [page.text(run) for a in page.articles for run in a.paragraphs]


@pytest.mark.parametrize(
    ("banner", "printed"),
    [
        ("春\n春暖\n暖花\n花开\n开", "春暖花开"),
        ("建\n建花\n花园\n园城市 人人有责", "建花园城市 人人有责"),
        ("■\n■ 春暖花开\n春暖花开 喜看丰收\n喜看丰收", "■ 春暖花开 喜看丰收"),
        ("共建花园城市共建花园城市 本埠简讯", "共建花园城市"),
    ],
)
def test_a_banner_on_its_page_is_whole(banner: str, printed: str) -> None:
    folio, _, rest = (Path(__file__).parents[1] / "fixtures" / "demo.txt").read_text("utf-8").split("\n", 2)
    page = clean(f"{folio}\n{banner}\n{rest}")
    assert [page.text(run) for run in page.banners] == [printed]


def test_factor_tells_the_shape() -> None:
    told = {text: factor(text) for text in ("春春暖暖花花开开", "春暖花开春暖花开春暖花开", "春暖花开喜看丰收")}
    assert [(d.shape, d.copies) if d else None for d in told.values()] == [(Shape.GLYPHS, 2), (Shape.WHOLE, 3), None]
    found = doublets(
        measure(Source("本报讯\n春暖花开\n春暖花开\n喜看丰收\n喜看丰收\n昨日开幕的花展，吸引了众多市民前来观赏。"))
    )
    assert [(f.first, f.stop, f.doublet.copies) for f in found] == [(1, 5, 2)]


@pytest.mark.parametrize(
    ("text", "n"), [("春暖花开", 4), ("研究研究", 2), ("2024", 0), ("Harvest", 2.8), ("哈哈", 1), ("好好学习", 3.5)]
)
def test_size_of_a_unit(text: str, n: float) -> None:
    assert size(text) == pytest.approx(n)


# ---- pages

PAGES = Path(__file__).parents[1].parent / "shared" / "pages"


@pytest.mark.skipif(not PAGES.exists(), reason="the pages are not part of the repository")
def test_banner_of_the_real_page() -> None:
    text = (PAGES / "seed" / "page.txt").read_text("utf-8")
    dropped = [d for d in decide(text) if d.verb is Verb.DROP]
    assert {d.status for d in dropped} == {Status.APPLIED}
    gone = [text[d.spans[0].start : d.spans[0].end] for d in dropped]
    assert len(gone) == 4
    assert len("".join(gone)) * 2 == len(next(line for line in text.splitlines() if gone[-1] in line))
