"""What stands among the stories: pictures, briefs, tables, letters, poems, boxes, and the paper's own small matter."""

from typing import Any

from ..desk import sentences
from .habits import maybe
from .sheet import Sheet, mark


def _caption(s: Sheet) -> tuple[str, str | None, str | None]:
    """Text, title and credit of a picture."""
    r = s.r
    story = s.desk.take("photo", 200) if maybe(r, 0.4) else None
    if story:
        text, title, credit = sentences(story.paragraphs[0])[0].strip(), story.title, story.credit
    else:
        found = s.speech.forms("caption", 1)
        text, title, credit = s.speech.fill(found[0]) if found else s.speech.say("caption"), None, None
        title = s.speech.fill(x[0]) if (x := s.speech.forms("caption_title", 1)) else None
    return text, title if maybe(r, 0.3) else None, credit or (s.speech.say("credit") if maybe(r, 0.8) else None)


def _picture(s: Sheet, low: float = 0.5, high: float = 0.8) -> str:
    shade = s.r.randint(170, 225)
    ratio = s.r.uniform(low, high)
    return f'<div class="pic" style="aspect-ratio:{1 / ratio:.2f};background:linear-gradient({s.r.randint(0, 180)}deg,rgb({shade},{shade},{shade}),#999)"></div>'


def _cutline(s: Sheet) -> tuple[int, str]:
    """The number and the lines of a caption: credit before it, after it or at the end of its last line."""
    text, title, credit = _caption(s)
    number = s.article("photo", [text], title=title, credit=credit)
    how = s.r.choice(["under", "run", "over", "run"])
    line = mark("p", text, "cut")
    if how == "run":
        line = line.replace("</p>", mark("span", credit, "tail") + "</p>")
    named = mark("p", credit, "credit") if how != "run" else ""
    return number, (named if how == "over" else "") + mark("h4", title) + line + (named if how == "under" else "")


def figure(s: Sheet, kind: str) -> str:
    """A picture with its caption in the run of a story."""
    _, lines = _cutline(s)
    return f'<figure class="{kind}">{_picture(s)}{lines}</figure>'


def photo(s: Sheet, width: float) -> str:
    """A picture by itself; its caption is a frame."""
    number, lines = _cutline(s)
    where = s.r.choice(["", "", "", "upside", "beside" if width > 380 else ""])
    return f'<section class="photo {where}">{_picture(s)}{s.frame("caption", number, lines)}</section>'


def brief_texts(s: Sheet, most: int) -> list[tuple[str | None, str]]:
    found: list[tuple[str | None, str]] = []
    for title, text in s.speech.forms("brief", most):
        found.append((s.speech.fill(title) if title else None, s.speech.fill(text)))
    while len(found) < most and (story := s.desk.take("brief", 400)):
        found.append((story.title, story.paragraphs[0]))
    s.r.shuffle(found)
    return found


def briefs(s: Sheet, width: float, texts: list[tuple[str | None, str]]) -> str:
    """Short items under a rubric: titles on their own line, at the head of the text, or none."""
    r, h = s.r, s.h
    how = r.choice(["line", "line", "run", "none"])
    sign = r.choice(["", "", "", "■ ", "● ", "▶ ", "◆"])
    rubric = s.frame("ad", -1, s.aside(s.speech.say("rubric"), "h3", "rubric"))
    out = ""
    for title, text in texts:
        title = title if how != "none" else None
        number = s.article("brief", [sign + text if how != "line" and not title else text], title=title)
        printed = s.articles[number]["paragraphs"][0]
        inner = mark("h4", title) + mark("p", printed, "flush")
        if how == "run":
            inner = f'<div class="run">{mark("b", title)} {mark("span", printed)}</div>'
        out += s.frame("brief", number, inner)
    columns = h.columns(width)
    return f'<section class="briefs">{rubric}<div style="columns:{columns}">{out}</div></section>'


def table(s: Sheet, form: dict[str, Any]) -> str:
    """Rows of cells: results, prices, programmes."""
    rows = [form["head"]] if form["head"] else []
    rows += list({row[0]: row for row in (s.speech.say_lines(form["row"]) for _ in range(form["rows"]))}.values())
    title = str(form["title"])
    number = s.article("list", [" ".join(row) for row in rows], title=title)
    cells = "".join("<tr>" + "".join(mark("td", c) for c in row) + "</tr>" for row in rows)
    return f'<section class="table">{s.frame("list", number, mark("h3", title) + f"<table>{cells}</table>")}</section>'


def roll(s: Sheet, story: Any) -> str:
    """A list of the desk's: one line after the other, tabs as wide gaps."""
    lines = [" ".join(p.split()) for p in story.paragraphs]
    number = s.article("list", lines, title=story.title)
    inner = mark("h3", story.title) + "".join(mark("p", x, "flush") for x in lines)
    return f'<section class="table">{s.frame("list", number, inner)}</section>'


def letters(s: Sheet, width: float, forms: list[list[str]]) -> str:
    """Readers' letters with their titles, signed at the end."""
    rubric = s.frame("ad", -1, s.aside(s.speech.say("letters_rubric"), "h3", "rubric"))
    out = ""
    for form in forms:
        title, *text = s.speech.say_lines(form)
        sign = s.speech.say("letter_sign")
        number = s.article("article", text, title=title, byline=sign)
        start = "\u3000\u3000" if s.h.indent == "typed" else ""
        body = "".join(mark("p", start + p) for p in text) + mark("p", sign, "by last")
        out += f"<div class=letter>{s.frame('head', number, mark('h3', title))}{s.frame('body', number, body)}</div>"
    columns = s.h.columns(width)
    return f'<section class="briefs">{rubric}<div style="columns:{columns}">{out}</div></section>'


def poem(s: Sheet) -> str:
    """Verse with its author."""
    story = s.desk.take("poem", 400) if maybe(s.r, 0.4) else None
    if story:
        title, lines = story.title, list(story.paragraphs)
    else:
        title, *lines = s.speech.say_lines(s.r.choice(s.speech.words["poem"]))
    name = s.speech.say("name")
    number = s.article("poem", lines, title=title, byline=name)
    verse = "".join(mark("p", x, "flush") for x in lines)
    above = maybe(s.r, 0.6)
    inner = (
        mark("h3", title)
        + (mark("p", name, "by") if above else "")
        + verse
        + ("" if above else mark("p", name, "by last"))
    )
    return f'<section class="verse">{s.frame("poem", number, inner)}</section>'


def box(s: Sheet, form: list[str]) -> str:
    """A few facts in a frame."""
    title, *lines = s.speech.say_lines(form)
    sign = s.r.choice(["", "", "● ", "■ ", "– " if s.h.latin else "◆"])
    lines = [sign + x for x in lines]
    number = s.article("list", lines, title=title)
    return f'<section class="box">{s.frame("list", number, mark("h3", title) + "".join(mark("p", x, "flush") for x in lines))}</section>'


def small(s: Sheet, lines: list[str], kind: str) -> str:
    """An advertisement, the weather, the contents: furniture line by line."""
    inner = s.aside(lines[0], "h4") + "".join(s.aside(x) for x in lines[1:])
    return f'<section class="{kind}">{s.frame("ad", -1, inner)}</section>'
