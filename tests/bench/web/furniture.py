"""The head and foot of a page: nameplate, running heads and folios, banners, editors' lines."""

from html import escape

from ..families import choose
from .habits import maybe
from .sheet import Sheet


def _row(s: Sheet, words: list[str], kind: str) -> str:
    frames = [s.frame("furniture", -1, s.aside(w, "span"), "white-space:nowrap") for w in words]
    return f'<div class="row {kind}">{"".join(frames)}</div>' if frames else ""


def _running(s: Sheet, most: int) -> list[str]:
    """Different running heads, no wider together than the page."""
    found: list[str] = []
    for form in s.speech.forms("running", most):
        words = s.speech.fill(form)
        em = sum(map(len, [*found, words])) * (0.55 if s.h.latin else 1) + 3 * len(found)
        if words not in found and em * s.h.size < s.h.width * 0.8:
            found.append(words)
    return found


def head(s: Sheet) -> str:
    """What stands above the stories."""
    r, speech, out = s.r, s.speech, ""
    if maybe(r, s.h.nameplates):
        name = speech.fixed["paper"]
        size = min(s.h.width * 0.7 / len(name) / (0.55 if s.h.latin else 1.3), 84)
        out = s.frame(
            "furniture",
            -1,
            s.aside(name, "h1"),
            f"font-size:{size:.0f}px;text-align:{r.choice(['center', 'left', 'center'])}",
        )
        out += _row(s, [speech.say("motto"), speech.say("date"), speech.say(r.choice(["folio", "running"]))], "ears")
    else:
        words = [
            speech.say("folio"),
            *r.sample([speech.say("date"), speech.say("section"), speech.fixed["paper"]], r.randint(1, 3)),
        ]
        if maybe(r, 0.5):
            r.shuffle(words)
        out = _row(s, list(dict.fromkeys(words)), r.choice(["", "ruled", "ruled"]))
    return out


def foot(s: Sheet) -> str:
    """What stands below them."""
    words = _running(s, s.r.choice([0, 1, 1, 2, 3]))
    return _row(s, [w for w in words if w not in s.furniture], s.r.choice(["", "ears"]))


def banner(s: Sheet) -> str:
    """A slogan across the page; false bold and shadows print it more than once."""
    r, how = s.r, choose(s.r, s.h.doubled)
    text = s.speech.fill(s.speech.forms("banner", 1)[0])
    s.banners.append(text)
    spacing = r.choice([0, 0, 0.1, 0.3])
    em = len(text) * ((0.66 if s.h.latin else 1.1) + spacing)
    size = min(s.h.width * r.uniform(0.4, 0.85) / em, s.h.biggest * 1.6)
    ink = r.choice(["#000", "#9c1c1c", "#1c3c7c", "#fff"])
    pale = "#888" if ink != "#fff" else "#333"
    parts = {"words": text.split(" "), "glyphs": list(text)}.get(how, [text])
    style = f"font-size:{size:.0f}px;color:{ink};text-align:{r.choice(['center', 'left', 'center', 'right'])};"
    style += "background:#7a2020;" if ink == "#fff" else ""
    style += f"letter-spacing:{spacing}em;"
    if how == "shadow":
        style += f"text-shadow:{r.uniform(1, 3):.1f}px {r.uniform(1, 3):.1f}px 0 {pale};"
    off = f"left:{r.uniform(1, 3):.1f}px;top:{r.uniform(0, 2):.1f}px;color:{pale}"
    inner = ""
    for k, part in enumerate(parts):
        ghost = (
            f'<i class="ghost" style="{off}" aria-hidden="true">{escape(part)}</i>'
            if how in ("twice", "words", "glyphs") and part != " "
            else ""
        )
        gap = " " if how == "words" and k else ""
        inner += f'{gap}<span class="stamp">{ghost}{escape(part)}</span>' if part != " " else " "
    return s.frame("banner", -1, inner, style)
