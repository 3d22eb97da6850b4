"""A large archive of short pages, each drawn by its number: the same number gives the same page on every machine.

    python -m tests.bench.archive FOLDER --pages 10000

Stories, names and numbers are filled into sentences of our own and set in narrow columns, with what extraction does to
them: lost joins, banners printed twice, radicals for characters, a caption in the middle of a story.
"""

import argparse
import random
from pathlib import Path

PLACES = "柳溪 白石 望江 青崖 竹园 沙洲 石桥 杨湾 北坡 南岭 槐荫 梅川 稻香 云门 苇塘 松口".split()
PEOPLE = "周禾 林晓棠 陈默 何立群 孙广平 吴桂兰 沈一舟 梁素 郭长青 冯水生 蒋月娥 罗小满 谢春来 袁可".split()
SLOGANS = "书香满城 春耕正忙 邻里同心 安全出行 家家户户 平平安安 绿满山川".split()
TITLES = (
    "{place}镇{thing}修好了",
    "{place}村添了{count}{unit}{thing}",
    "雨后的{place}忙着种{crop}",
    "{thing}搬进{place}小学",
    "{count}位老人学会了用{thing}",
)
SENTENCES = (
    "本报讯 昨天上午，{place}镇的{thing}重新开放，前来观看的居民有{count}多人。",
    "负责施工的{person}说，工程从{month}月开始，前后用了{count}天，比原来的计划早了一周。",
    "“以前要绕{count}里路，现在出门就到。”村民{person}站在路口，指着新立的路牌说。",
    "据了解，今年全镇计划再修{count}处，所需费用由镇里和各村分担，账目每月在村口张贴。",
    "记者在现场看到，{thing}旁边种了{count}棵{crop}，树下摆着几条长凳，几位老人正在下棋。",
    "{person}介绍，{crop}的价格比去年同期高出{count}%，合作社已经和{count}家超市签了合同。",
    "截至昨日，{place}一带共收割{crop}{count}亩，预计{month}月底全部入仓。",
    "傍晚时分，{place}小学的孩子们排着队走过石桥，给值班的{person}送去一束野花。",
    "气象部门提醒，未来三天仍有小雨，{place}、{place}等地的居民出门要注意路滑。",
    "这项工作得到了大家的支持，报名的志愿者有{count}人，年纪最大的已经{count}岁。",
)
THINGS = "图书室 风雨桥 磨坊 渡口 菜市场 灌溉渠 篮球场 晒谷场 敬老院 文化站 卫生室 水塔".split()
CROPS = "水稻 油菜 香樟 柑橘 茶叶 莲藕 板栗 小麦".split()
UNITS = "座 处 间 条".split()
ENGLISH_TITLES = (
    "{town} bridge opens after {count} days",
    "Market returns to {town}",
    "{town} school plants {count} trees",
)
ENGLISH = (
    "{town.upper} -- The covered bridge over the mill stream opened again on Monday, {count} days after the flood.",
    "About {count} people walked across it before noon, and the school band played in the rain.",
    '"We had given it up," said {name}, who has kept the toll house for {count} years.',
    "The county paid for the timber; the masons gave their work, and neighbors brought them lunch.",
    "{name} said the next step is a new roof for the market hall, to be finished before winter.",
    "Traffic on the river road was light, and the ferry will stop running at the end of the month.",
)
TOWNS = "Ashford Millbrook Larkspur Kettering Dunmore Fairhaven".split()
NAMES = ("Ruth Calder", "Owen Pike", "Martha Lind", "Samuel Orr", "Nell Whitcomb")
RADICALS = str.maketrans({"一": "⼀", "人": "⼈", "水": "⽔", "山": "⼭", "老": "⽼"})
LATIN = 0.2  # of the pages


def page(number: int, seed: int = 1) -> str:
    """The text of a page, some 400 to 800 characters."""
    draw = random.Random(f"{seed}:{number}")
    latin = draw.random() < LATIN
    measure = draw.randint(34, 46) if latin else draw.randint(13, 20)
    lines = [f"{draw.choice(TOWNS)} Gazette   {number % 28 + 1}" if latin else f"清江日报 第{number % 12 + 1}版"]
    if not latin and draw.random() < 0.5:
        lines.append(draw.choice(SLOGANS) * 2)
    for _ in range(2):
        lines += _story(draw, measure, latin)
    return "\n".join(lines) + "\n"


def write(folder: Path, pages: int, seed: int = 1) -> None:
    """An archive: a hundred pages to a folder."""
    for n in range(pages):
        path = folder / f"{n // 100:03}" / f"{n:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(n, seed), "utf-8")


def _story(draw: random.Random, measure: int, latin: bool) -> list[str]:
    """A headline, its body in lines, perhaps a byline and a caption."""
    title = _filled(draw, draw.choice(ENGLISH_TITLES if latin else TITLES))
    sentences = draw.sample(ENGLISH if latin else SENTENCES, draw.randint(4, 6))
    paragraphs = [sentences[k : k + 2] for k in range(0, len(sentences), 2)]
    body = []
    for paragraph in paragraphs:
        text = (" " if latin else "").join(_filled(draw, s) for s in paragraph)
        if not latin and draw.random() < 0.1:
            text = text.translate(RADICALS)
        body += _words(text, measure) if latin else _characters(text, measure)
    if not latin and draw.random() < 0.3:
        body.insert(
            draw.randrange(1, len(body)), f"▲{draw.choice(PLACES)}的{draw.choice(THINGS)}。 {draw.choice(PEOPLE)} 摄"
        )
    byline = [] if latin or draw.random() < 0.5 else [f"□本报记者 {draw.choice(PEOPLE)}"]
    return [title, *byline, *body]


def _filled(draw: random.Random, sentence: str) -> str:
    """A sentence with its gaps filled, each gap anew."""
    choices = {
        "{place}": lambda: draw.choice(PLACES),
        "{person}": lambda: draw.choice(PEOPLE),
        "{thing}": lambda: draw.choice(THINGS),
        "{crop}": lambda: draw.choice(CROPS),
        "{unit}": lambda: draw.choice(UNITS),
        "{town}": lambda: draw.choice(TOWNS),
        "{town.upper}": lambda: draw.choice(TOWNS).upper(),
        "{name}": lambda: draw.choice(NAMES),
        "{count}": lambda: str(draw.randint(2, 96)),
        "{month}": lambda: str(draw.randint(1, 12)),
    }
    for gap, fill in choices.items():
        while gap in sentence:
            sentence = sentence.replace(gap, fill(), 1)
    return sentence


def _characters(text: str, measure: int) -> list[str]:
    """Lines of so many characters; no line begins with closing punctuation."""
    lines = [text[: measure - 2]]
    for c in text[measure - 2 :]:
        if len(lines[-1]) < (measure - 2 if len(lines) == 1 else measure) or c in "，。、；：”）%":
            lines[-1] += c
        else:
            lines.append(c)
    return lines


def _words(text: str, measure: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= measure:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.pages, given.seed)
