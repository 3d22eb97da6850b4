"""What papers print around their stories: names, bylines, datelines, credits, jump lines, folios, tables.

The words are in wording.toml. Every function draws from a page's own random stream.
"""

import random
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORDS: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
COMPOUND = ("欧阳", "司马", "上官", "诸葛")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a paper calls itself, and the day and page."""

    lang: str
    town: str
    paper: str
    year: int
    month: int
    day: int
    page: int


def masthead(r: random.Random, lang: str) -> Masthead:
    """A paper of ``lang`` (zh-Hans, zh-Hant or en) and a day."""
    town = r.choice(WORDS[lang]["towns"])
    paper = r.choice(WORDS[lang]["papers"]).format(town)
    return Masthead(lang, town, paper, r.randint(1998, 2025), r.randint(1, 12), r.randint(1, 28), r.randint(1, 24))


def person(r: random.Random, lang: str) -> str:
    """A reporter's name."""
    words = WORDS[lang]
    surname, given = r.choice(words["surnames"]), words["given"]
    if lang == "en":
        return f"{r.choice(given)} {surname}"
    if lang == "zh-Hans" and r.random() < 0.03:
        surname = r.choice(COMPOUND)
    return str(surname) + "".join(r.sample(given, 1 if r.random() < 0.3 else 2))


def _fill(r: random.Random, form: str, m: Masthead, **more: object) -> str:
    names = {k: person(r, m.lang) for k in "abc"}
    capitals = {k.upper(): v.upper() for k, v in names.items()}
    text = form.format(**names, **capitals, t=m.town, T=m.town.upper(), n=r.randint(1, 28), paper=m.paper, **more)
    return re.sub("#", lambda _: str(r.randint(1, 9)), text)


def words(r: random.Random, m: Masthead, key: str) -> str:
    """One of the forms that wording.toml has under ``key``, filled in."""
    return _fill(r, r.choice(WORDS[m.lang][key]), m)


def byline(r: random.Random, m: Masthead, style: str) -> str:
    """A line that names the writer; ``style`` is reporter, author or end."""
    return words(r, m, f"byline_{style}")


def jump(r: random.Random, m: Masthead, onward: bool, word: str) -> str:
    """Where a story goes on, or where it came from."""
    form = r.choice(WORDS[m.lang]["jumps_on" if onward else "jumps_from"])
    return str(form).format(n=r.randint(1, 16), w=(word or "STORY").upper())


def furniture(r: random.Random, m: Masthead) -> list[tuple[str, str]]:
    """(place, words) of folios, running heads and editors' lines; place is head, foot or corner."""
    known = WORDS[m.lang]
    date = {
        "y": m.year, "roc": m.year - 1911, "mo": m.month, "d": m.day, "mo2": f"{m.month:02}", "d2": f"{m.day:02}",
        "week": "一二三四五六日"[m.day % 7], "day": DAYS[m.day % 7], "month": MONTHS[m.month - 1],
    }  # fmt: skip
    page = {"page": m.page, "page2": f"{m.page:02}", "pagecn": "一二三四五六七八九十"[m.page % 10]}
    page["sec"] = r.choice(known["sections"])

    def fill(form: str) -> str:
        return _fill(r, form, m, **date, **page)

    heads = [m.paper, fill(r.choice(known["dates"])), fill(r.choice(known["folios"])), str(page["sec"])]
    heads = r.sample(heads, r.choice([1, 2, 3, 3, 4]))
    if len(heads) > 1 and r.random() < 0.35:
        heads[-2:] = [r.choice(["　", " ", "  "]).join(heads[-2:])]
    place = r.choice(["head", "foot", "foot", "corner"])
    found = [("head", h) for h in heads] + [(place, fill(e)) for e in r.choice(known["editors"])]
    extras = r.sample(known["extras"], r.choice([0, 0, 1, 1, 2, 3]))
    return found + [(r.choice(["head", "foot"]), fill(x)) for x in extras]


def roll(r: random.Random, lang: str, w: float) -> tuple[str, list[str]]:
    """An award list or a small table ``w`` em wide: title and lines; cells are parted by tabs."""
    words = WORDS[lang]
    if r.random() < 0.5:
        per = max(2, int(w // (9 if lang == "en" else 4.6)))
        lines: list[str] = []
        for k, prize in enumerate(words["prizes"]):
            lines.append(prize)
            for _ in range(k + 1):
                names = [person(r, lang) for _ in range(per)]
                if lang != "en":
                    names = [f"{x[0]}\u3000{x[1]}" if len(x) == 2 else x for x in names]
                lines.append(("  " if lang == "en" else " ").join(names))
        return r.choice(words["rolls"]), lines
    head = r.choice(words["table_heads"])
    suffix = {"en": "", "zh-Hant": "鎮", "zh-Hans": "镇"}[lang]
    rows = [f"{t}{suffix}\t{r.randint(10, 999)}\t{r.uniform(-5, 30):.1f}" for t in r.sample(words["towns"], 7)]
    return r.choice(words["tables"]), [head, *rows]
