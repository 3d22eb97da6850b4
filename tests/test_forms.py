"""The forms of small print, of rows and of lines that stand again: what fires, and what stays silent."""

import pytest

from ocrfix import ties
from ocrfix.cells import cells, rows
from ocrfix.lines import measure
from ocrfix.model import Source
from ocrfix.roles import again, plain_runs
from ocrfix.shapes import credit_tail, print_of
from ocrfix.signed import sign_form
from ocrfix.stories import is_list

PRINTS = {
    "imprint": [
        "爆料请拨 5550123",
        "ISSN 1234-5678",
        "投稿QQ：5550123",
        "来信请注明“读者信箱”收",
        "本版内容仅供参考，请遵医嘱",
        "出版日期：2024-05-06",
        "Late City Edition",
        "Today: cloudy, high 51",
        "Weather 72/55",
        "Page designed by Martha Quill",
        "Contact us",
        "© Valley Media 2019. Reproduction only by permission.",
        "Printed on recycled newsprint",
        "We abide by the Editors’ Code of Practice.",
        "VALLEYTRIBUNE.EXAMPLE",
        "To advertise: 555-0188",
        "News editor Carl Frost",
        "邮政编码：730000",
        "讀者服務專線：7974725",
        "版權所有・翻印必究",
        "今日 小雨 11～13℃",
        "内部资料 免费交流",
        "每份港幣拾元",
        "© 2019 Valley Publishing Co. All rights reserved.",
        "Printed and published by Hollis Newspapers Ltd, Tannery Row, Wexcombe",
        "@valleytribune",
        "Office: 14 Depot St. • 555-0185536",
        "Find us on Facebook",
        "Got a story? Ring the newsdesk on 01632 960721",
        "督印人：周敏",
        "lemonde.example/sports",
        "PAGE 1 harborherald.example",
        "文字编辑/陈晓岚 版面编辑/吴立",
        "图片编辑 周敏",
        "欢迎关注“滨江晚报”微信公众号",
        "扫码关注更多内容",
        "来稿请寄本报编辑部",
        "主办：中共青山县委宣传部",
        "股市有风险 投资须谨慎",
        "新闻热线：5550123",
        "官方微博：@滨江晚报",
        "扫码查看详情",
        "今日天气：多云转阴",
        "明天 12℃～20℃",
        "Published by Valley Press",
        "一审 周敏 二审 吴立",
        "电话：5550123",
        "本报地址：人民路51号",
        "Sub-editor: Anna Birch",
        "75 CENTS",
        "£1.20",
        "社址：青山县人民路51号 邮政编码：324000 广告热线：5550123 定价：每月 20 元 零售每份 1 元 青山报印刷厂印刷",
    ],
    "masthead": [
        "The Echo",
        "VALLEY CITY CHRONICLE",
        "滨江晚报",
        "青山日报 3",
        "都市周刊",
        "The Valley Tribune",
        "Hillside Daily News",
    ],
    "rubric": ["简明新闻", "文体快讯", "In Brief", "World briefs", "今日导读", "今日要目"],
    "jump": [
        "BRIDGE continues on A8",
        "» MUSIC, p. 7",
        "Related report on P4",
        "BRIDGE (from page 1)",
        "Read more on page 4",
        "● Continued on Page 5",
        "Please turn to BRIDGE, Page A12",
        "» page 5",
        "<< From P1",
        "« from previous page",
        "Read on: p9",
        "INDEX: Business C1",
        "Comics E4",
        "上接封面",
        "Continued, page 13",
        "【文轉B10】",
        "▼文轉A5",
        "（续第一版）",
        "紧接头版",
        "（文轉第3版）",
        "（未完，下接第4版）",
        "to pg. 2, please",
        "From front page",
        "» Continued from A1",
        "See BRIDGE on back page",
        "Please see BRIDGE, 4A",
        "► BRIDGE, A13",
        "下转第4版",
        "COUNCIL continued from A1",
        "HARBOUR Page 4",
        "Full story: Page 5",
        "● More on page 5",
        "Turn to FLOOD, Page 6",
        "Continued overleaf",
        "Rowers reach the final, C1",
        "TODAY: Sunny, high 21. B8",
        "Fortsetzung auf Seite 3",
        "Suite page 4",
        "Pasa a la página 16",
        "Segue a pagina 5",
        "→下转第4版",
        "评论见2版",
        "（全文见第2版）",
    ],
    "folio": [
        "2 NEWS",
        "Local sport 8",
        "Week 10",
        "Week of Sept. 5",
        "Mon 3 Jun",
        "B-4",
        "中華民國一一三年五月六日",
        "No. 8128 · December 2017",
        "p. 6",
        "民國114年8月9日",
        "Aug. 15, 2016 Section 1 pg. 7",
        "November 2024",
        "NOVEMBER 18, 2024 PAGE 3",
        "• Page 12",
        "滨江晚报 A14 本地 要闻",
        "金山報 第6版 6",
        "03 滨江日报 要闻",
        "要闻 2012.5.6 滨江日报",
        "石门周刊 第三版",
        "第四版",
        "2024.5.6",
        "农历三月廿八",
        "甲辰年三月廿八",
        "The County Record March 11, 2021 NEWS",
        "16 September 24, 2017 SPORT",
        "Daily Chronicle | Sunday, February 16, 2015 | A4",
        "NEWS 4 Hillside Chronicle",
        "-- 1 of 1 --",
        "Page 2 of 8",
        "A16 民生·关注",
        "老渡口今起恢复通航 A5",
        "Cinemas ........... 13",
        "10 要闻",
        "要闻 04",
        "2024年5月6日 星期一",
    ],
    "byline": [
        "（据市博物馆）",
        "营养师 周敏",
        "中共青山县委书记 周敏",
        "实验小学五（3）班 周敏",
        "口述／周敏醫師 整理／吳立",
        "財經中心／綜合報導",
        "編譯中心周敏",
        "小记者 周敏",
        "濱江記者周敏／連線報導",
        "周敏（自由撰稿人）",
        "据《健康时报》",
        "浪潮新闻记者 周敏",
        "本版撰文 周敏",
        "周敏 文 吴立 图",
        "（作者为县作协会员）",
        "（摘自《滨江日报》）",
        "（本报综合）",
        "Our Bureau",
        "Martha Quill STANDARD NEWS SERVICE",
        "Martha Quill mquill@valley.example",
        "Martha Quill, a senior in biology",
        "Name withheld, Otter Lake",
        "AP",
        "[AFP]",
        "The Canadian Press",
        "Guest columnist",
        "Additional reporting by Anna Birch",
        "Follow Martha Quill on Twitter @mquill",
        "By Martha Quill, M.D.",
        "Tribune staff writer",
        "据滨江新闻",
        "（来源：市场监管局）",
        "周敏（月岭，退休教师）",
        "一名街坊",
        "读者周敏",
        "港聞組 周敏",
        "吴家湾村 周敏",
        "炼铁厂 周敏 吴立",
        "作者单位：技术中心 周敏",
        "海墘／周敏",
        "By Martha Quill @valleynews",
        "Interview: Martha Quill",
        "Martha Quill writes",
        "M. Quill, Bridge Street",
        "R Quill (Mr), Harborview",
        "Mrs Quill, Otter Lake",
        "Martha Quill, via email",
        "Name and address supplied",
        "Reach Martha Quill at news@valley.example",
        "Additional reporting: Jane Hollis",
        "周敏／嶼東訊",
        "吳立／專訪",
        "县委党校 周敏",
        "炼铁厂 周敏",
        "学生记者 周敏",
        "文图｜周敏",
        "本报记者 周敏",
        "（记者 周敏 通讯员 吴立）",
        "採訪：翁立",
        "By JANE HOLLIS",
        "Words: Jane Hollis Pictures: Carl Frost",
        "实习生 周敏",
        "本報記者 周敏 實習生 吳立",
        "▌记者周敏",
        "编译 周敏",
        "统筹：周敏",
        "周敏/文",
        "┃ 通讯员 周敏",
        "✍ 记者 周敏",
        "@记者 周敏",  # a ring that was misread
        "Jane Hollis in Rome",
        "Jane Hollis in Rome and Carl Frost in Lyon",
        "Jane Hollis reports from San Remo",
        "Jane Hollis | Staff Writer",
        "By JANE HOLLIS jhollis@valley.example",
        "From our own correspondent",
        "Special to The Valley Tribune",
        "The Associated Press",
        "Commentary by Jane Hollis",
        "From staff and wire reports",
        "JANE HOLLIS The Associated Press",
        "編譯周敏／綜合報導",
        "Contributed by Jane Hollis",
        "~ by Jane Hollis",
        "Submitted to the Valley Tribune",
        "Jane Hollis, Special to The Tribune",
        "Jane Hollis / Of the Tribune",
        "Jane Hollis / Tribune Editor",
        "Report: Jane Hollis",
        "EXCLUSIVE JANE HOLLIS",
        "By Jane Hollis With Carl O’Dea in Lyon",
        "特派員周敏／華盛頓 3 日電",
        "周敏／綜合外電",
    ],
    "credit": [
        "中新社",
        "路透",
        "記者周敏／翻攝",
        "插畫／周敏",
        "周敏 书",
        "本组图片由周敏提供",
        "翻攝自網路",
        "（路透社照片）",
        "制图：周敏",
        "| PTI PHOTO",
        "Tribune Photo: Martha Quill",
        "Martha Quill via Getty Images",
        "Cartoon: Martha Quill",
        "Supplied",
        "Photography by Jane Hollis",
        "Jane Hollis / staff photo",
        "Jane Hollis for this newspaper",
        "图片来源：县供电所",
        "賴雅婷攝",
        "通讯员 周敏 摄影报道",
        "周敏 吴立 摄影报道",
        "資料照",
        "Credit: Jane Hollis",
        "Photo credit: Jane Hollis",
        "Photo courtesy of the Hillside Museum",
        "Jane Hollis for The Tribune",
        "Jane Hollis | The Tribune",
        "Jane Hollis/Staff",
        "JANE HOLLIS, STAFF PHOTO",
        "Photo: PA",
        "Photo / Jane Hollis",
        "Photo submitted",
        "Courtesy photo: Jane Hollis",
        "Tribune file photo",
        "~ Jane Hollis photo",
        "REUTERS/Jane Hollis",
        "Getty Images",
        "Handout via Valley Police",
        "新华社发（周敏 摄）",
        "（资料照片）",
        "据新华社电",
        "漫画/周敏",
        "AI制图",
        "周敏 摄 供图：郑小川",
        "新华社发",
        "CFP图",
        "東方IC圖",
        "视频截图",
        "資料照片，記者周敏攝",
        "(Foto Bergmann)",
    ],
    "names": [
        "□金信 向星",
        "Anna Birch",
        "Carl Frost and Ida M. Moss",
        "NIAMH HOLLIS",
        "Élise Fournier",
        "Carl Frost, Wexcombe",
        "— Anna Birch, Class of 1971",
        "di Chiara Bassi",
    ],
    "": [
        "李强（右二）",
        "市委 张家界",
        "蔡奇表示，習近平總書",
        "Chris Reed, an environmental pro-",
        "Customer Experience (CX)",
        "Today we released the 2016",
        "agencies",
        "He is bound by law",
        "Sunday: 12 dead",
        "一位居民说",
        "读者来信",
        "城关镇 张庄村",
        "科技／教育",
        "TOP 10",
        "Life begins at 50",
        "A. Einstein, the physicist",
        "The bridge continues on the other side",
        "Contents: 5 apples",
        "The editor who stayed",
        "会议于3月4日，星期一召开",
        "县委党校 开学典礼举行",
        "商业零售点抽查",
        "Coldest winter since 1963",
        "Taking the count to page one",
        "县编辑部搬进新楼",
        "老人学会关注公众号",
        "他向本报投稿三十年",
        "天气预报",
        "全年工作汇报",
        "Mayor visits flooded farms",
        "Back page of a long life",
        "股市小幅上扬",
        "天气：一个话题",
        "扫码支付看新变化",
        "国足 12 强赛",
        "2024 年终盘点",
        "第三版 图书节",
        "女排 3 比 1",
        "晚报 周刊",
        "电话诈骗",
        "地址变更",
        "广告法修订",
        "据了解",
        "上接天线下接地气",
        "海外来信",
        "Printed books make a comeback",
        "Editors face new rules",
        "Words matter: Mayor",
        "有风险的投资",
        "实习生走进车间",
        "合作社发钱",
        "新华社发展史",
        "GDP图表",
        "Grace Under Fire",
        "Turn to the left",
        "turn to the public for help to locate",
        "Council votes on May 5, 2019 budget",
        "On May 5, 2019, the council met",
        "Credit: the bank says no",
        "From here to eternity",
        "By far the best",
        "Photo finish",
        "Opinion divided",
        "Peace in Our Time",
        "See you in court",
        "More than a game",
        "Bridge Street",
        "he paid 75 cents",
        "on the long road, a 1",
        "Georgia Peaches",
        "记者从会上获悉/综合报道",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in PRINTS.items() for text in texts])
def test_small_print(kind: str, text: str) -> None:
    assert print_of(text) == kind


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("柳溪菜场 812 3.4%", 3),
        ("周敏\u3000吴立\u3000郑小川\u3000何青", 4),
        ("Anna Birch  Carl Frost", 2),
        ("Anna Birch  Carl Frost  Ida Moss", 3),
        ("一等奖（3 名）", 1),
        ("今年 5 月以来，全县新修水渠", 1),
        ("The council met on Monday night", 1),
        ("柳溪菜场", 1),
        ("记者从县里了解到 今年新修了多条水渠", 1),
    ],
)
def test_cells_of_a_row(text: str, number: int) -> None:
    assert cells(text) == number


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("何芳　梁林　吕宇", "林芳　彭丽　唐海", True),
        ("何 芳  梁林玉", "林芳秀  彭 丽", True),
        ("一等奖", "何芳　梁林　吕宇", True),
        ("何芳　梁林　吕宇", "优秀奖", True),
        ("熊英艳 侯 洁 梁明建", "黄 雯 严文柏 孙 国", True),
        ("品名 均价 涨跌", "东郭镇 357 18.2%", True),
        ("东郭镇 357 18.2", "永宁镇 321 -1.6", True),
        ("一等奖", "优秀奖", False),
        ("何芳　梁林　吕宇", "桂", False),
        ("何芳　梁林　吕宇", "都在昨天的大会上领了奖，", False),
        ("本报记者 朱明 通讯员 黄晓", "建 本报记者 刘娟晓 报", False),
        ("代表团共获得 5 金 4", "银 6 铜共 15 枚奖", False),
        ("的进出口值从 2013 年的", "647.5 亿元增长至 2022", False),
        ("推 动 谈 总 台 记", "江 苏 省 委 常 委", False),
    ],
)
def test_rows_are_set_line_by_line(first: str, second: str, found: bool) -> None:
    assert rows(first, second) is found


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("新桥昨日通车。 新华社发", 8),
        ("新桥昨日通车。（新华社发）", 7),
        ("新桥昨日通车。 CFP图", 8),
        ("新桥昨日通车。（資料照）", 7),
        ("新桥昨日通车。他带着护照", -1),
        ("新桥昨日通车。新华社发", -1),  # a sentence that begins with an agency, broken at the line's end
        ("新桥昨日通车。 合作社发", -1),
    ],
)
def test_credits_after_a_caption(text: str, at: int) -> None:
    assert credit_tail(text) == at


@pytest.mark.parametrize(
    ("lines", "tied"),
    [
        (["□本报记者 周敏 通讯员", "吴立", "全县的水渠修好了。"], {0: 1}),
        (["（本报记者 周敏", "吴立）", "全县的水渠修好了。"], {0: 1}),
        (["记者 周敏", "吴家湾的水渠", "全县的水渠修好了。"], {}),
        (["新华社滨江6月6日电", "滨江新桥昨日通车，"], {0: 1}),
        (["【本報訊】", "濱江新橋昨日通車，"], {0: 1}),
        (["本报讯（记者 周敏）", "滨江新桥昨日通车，"], {0: 1}),
        (["本报记者 周敏 报道：", "滨江新桥昨日通车，"], {0: 1}),
        (["本报记者 周敏", "滨江新桥昨日通车，"], {}),
        (["新华社", "滨江新桥昨日通车，"], {}),
        (["新华社记者 周敏 摄", "滨江新桥昨日通车，"], {}),
        (["新华社滨江6月6日电", "本报记者 周敏"], {}),
        (["昨日电影节开幕", "滨江新桥昨日通车，"], {}),
        (["SPRINGFIELD (AP) —", "The mayor opened the bridge."], {0: 1}),
        (["HARBORVIEW:", "The mayor opened the bridge."], {0: 1}),
        (["THE MAYOR OPENS", "The mayor opened the bridge."], {}),
        (["By Martha Quill", "Health Reporter", "The mayor opened the bridge."], {0: 1}),
        (["BY MARTHA QUILL", "IN HARBORVIEW", "The mayor opened the bridge."], {0: 1}),
        (["By Martha Quill", "Harborview said on Monday", "that the bridge is open."], {}),
        (["The mayor opens a bridge", "Health Reporter", "The bridge is open."], {}),
        (["By Martha Quill", "and Anna Birch", "The mayor opened the bridge."], {0: 1}),
        (["By Martha Quill", "mquill@valley.example", "The mayor opened the bridge."], {0: 1}),
        (["By Martha Quill", "The Valley Tribune", "The mayor opened the bridge."], {0: 1}),
        (["By Martha Quill", "and the mayor said", "that the bridge is open."], {}),
        (["(Photo by Martha Quil-", "lington)", "The mayor opened the bridge."], {0: 1}),
        (["（滨江社记者周敏石", "桥 6 日电）滨江新桥昨日通车，"], {0: 1}),
        (["〔記者周敏／石", "橋報導〕濱江新橋昨日通車，"], {0: 1}),
        (["（记者周敏", "摄）"], {0: 1}),
        (["本报", "记者 周敏 摄"], {0: 1}),
        (["通讯员", "周敏 供图"], {0: 1}),
        (["本报记者 周敏", "摄"], {0: 1}),
        (["本报记者 吴", "立 摄"], {0: 1}),
        (["本报", "记者走进吴家湾"], {}),
        (["通讯员 周敏 供图", "船工在检修渡船。"], {}),
        (["【濱江專訊】", "濱江新橋昨日通車，"], {0: 1}),
        (["【濱江新橋】", "濱江新橋昨日通車，"], {}),
    ],
)
def test_ties(lines: list[str], tied: dict[int, int]) -> None:
    assert ties.tied(measure(Source("\n".join(lines))), {}) == tied


@pytest.mark.parametrize(
    ("second", "linked"),
    [
        ("（下转第3版）", False),
        ("编辑：周敏 电话：5550123", False),
        ("联系电话：5550123", True),
        ("的编辑部也来了", True),
    ],
)
def test_what_is_no_text_stands_aside(second: str, linked: bool) -> None:
    assert ties.tied(measure(Source(f"全县的水渠修到了家门口，\n{second}")), {0: 1}) == ({0: 1} if linked else {})


def test_a_byline_runs_over() -> None:
    lines = ["□本报首席记者 周敏 通讯员 吴", "立", *["全县的水渠修到了家门口大家都"] * 9]
    assert ties.tied(measure(Source("\n".join(lines))), {}) == {0: 1}


@pytest.mark.parametrize(
    ("second", "cuts"),
    [("立 全县的水渠修到了家门口", [18]), ("立全县的水渠修到了家门口啊", []), ("全县的水渠修到 了家门口啊", [])],
)
def test_a_byline_runs_into_the_text(second: str, cuts: list[int]) -> None:
    lines = ["□本报首席记者 周敏 通讯员 吴", second, *["全县的水渠修到了家门口大家都"] * 9]
    assert ties.left_over(measure(Source("\n".join(lines)))) == cuts


def test_subheads_stand_again_below() -> None:
    lines = ["水渠修到家门口", "水渠修到家门口，吴家湾的人说", "这是十年来头一回。", "别的话", "十年来头一回"]
    assert again(lines) == ["below", "0", "0", "-", "1"]


def test_lines_without_marks_run() -> None:
    lines = measure(Source("风吹麦浪\n雨打屋檐\n谁在门前\n她说，等一等。\n月亮")).lines
    assert plain_runs(lines, latin=False) == ["2", "2", "2", "-", "0"]


@pytest.mark.parametrize(
    ("lines", "listed"),
    [
        (["周敏吴立"] * 5, True),
        (["周敏吴立"] * 3, False),
        (["他走了。她来了。"] * 5, False),
        (["水渠修到了家门口，", "大家都说这是件好", "事，等了二十年，", "今年总算等到了，", "以后不用挑水"], False),
    ],
)
def test_lists_have_hardly_a_mark(lines: list[str], listed: bool) -> None:
    assert is_list(lines, latin=False) is listed


@pytest.mark.parametrize(
    ("lines", "listed"),
    [
        (["Wexcombe 71.5", "Marston 58.2", "Aldery 64.0", "Brigg 60.9"], True),
        (["The council met. It", "voted. Nobody spoke.", "The rain fell on the", "roof. They went home."], False),
    ],
)
def test_figures_are_no_full_stops(lines: list[str], listed: bool) -> None:
    assert is_list(lines, latin=True) is listed


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("（周敏 摄）", "credit", "creditb"),
        ("记者 周敏", "byline", "byline"),
        ("— Jane Hollis", "names", "namesd"),
        ("By Jane Hollis", "byline", "bylinew"),
        ("Jane Hollis | Staff", "byline", "byline"),
    ],
)
def test_brackets_make_a_form(text: str, kind: str, form: str) -> None:
    assert sign_form(text, kind) == form


@pytest.mark.parametrize(
    ("lines", "links"),
    [
        (["(Jane Hollis /", "Tribune photo)"], {0: 1}),
        (["Jane Hollis | THE", "TRIBUNE"], {0: 1}),
        (["Picture: Jane", "Hollis"], {0: 1}),
        (["Photograph by Jane", "O’Dea"], {0: 1}),
        (["Picture: Jane Hollis", "Bridge"], {}),  # the name is whole
        (["Picture: Jane", "was taken on Monday"], {}),
        (["Photo: Carl Frost", "Photo: Jane Hollis"], {}),
    ],
)
def test_credits_in_latin_run_over_their_line(lines: list[str], links: dict[int, int]) -> None:
    g = measure(Source("\n".join(["The council met on Monday, and nobody spoke.", *lines])))
    assert {i - 1: j - 1 for i, j in ties.broken_print(g).items()} == links
