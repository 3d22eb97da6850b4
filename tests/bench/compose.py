"""A compositor breaks a paragraph into lines of the measure and spaces each line out to fill it.

Widths are in em of the type. Chinese lines obey kinsoku (no line begins with closing or ends with opening
punctuation) and give up to half an em of a closing mark; Latin lines are hyphenated.
"""

import functools
import itertools
import json
import re
from typing import NamedTuple

CLOSERS = "，。、；：！？）》〉」』】〕”’％,.;:!?)]}%·"
OPENERS = "（《〈「『【〔“‘([{"
HAN = re.compile("[\u2e80-\u2fff\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PUNCTUATION = "，。、；：！？（）《》〈〉「」『』【】〔〕“”‘’—…·％　□■◆●▲△★◎○※～－／＋"


class Line(NamedTuple):
    """One printed line: its text, natural width and indent (em), and whether its paragraph ends here."""

    text: str
    width: float
    indent: float
    last: bool


@functools.cache
def _measured(font: str, weight: str) -> dict[str, float]:
    """Advance widths (em) of Latin letters and punctuation, asked of Typst itself."""
    import tempfile

    import typst

    letters = [chr(c) for c in (*range(32, 127), *range(0xA1, 0x180))]
    alphabet = [*letters, *"–•€£", *_PUNCTUATION]
    listing = json.dumps(alphabet, ensure_ascii=False)[1:-1]
    source = (
        f'#set text(font: {json.dumps(font)}, weight: "{weight}", size: 100pt)\n'
        "#set text(kerning: false, cjk-latin-spacing: none)\n"
        f'#context [#metadata(({listing}).map(c => measure(text("一" + c + "一")).width.pt())) <w>]'
    )
    with tempfile.NamedTemporaryFile("w", suffix=".typ", encoding="utf-8") as f:
        f.write(source)
        f.flush()
        widths = json.loads(typst.query(f.name, "<w>", field="value", one=True))
    return {c: w / 100 - 2 for c, w in zip(alphabet, widths, strict=True)}


class Face:
    """A font in a weight, and how wide its text runs."""

    def __init__(self, font: str, weight: str = "regular"):
        self.font, self.weight = font, weight
        self._widths = _measured(font, weight)

    def width(self, text: str) -> float:
        """Natural width in em; neighbouring punctuation closes up by half an em, as Typst sets it."""
        total = sum(self._widths.get(c, 1.0) for c in text)
        for a, b in itertools.pairwise(text):
            if self._widths.get(a) == 1 == self._widths.get(b) and (
                (a in CLOSERS and b in CLOSERS + OPENERS) or (a in OPENERS and b in OPENERS)
            ):
                total -= 0.5
        return total


_UNIT = re.compile(
    rf"[{re.escape(OPENERS)}]*(?:——|……|[A-Za-z0-9.,:/%@_+\-℃]*[A-Za-z0-9%]|[^\s])[{re.escape(CLOSERS)}]*|\s+"
)


def han_line(text: str, measure: float, face: Face, indent: float, push_in: bool) -> tuple[Line, str]:
    """The next line of Chinese ``text`` and what remains; ``push_in`` squeezes in a mark that cannot begin a line."""
    room, now, w, at = measure - indent, "", 0.0, 0
    for m in _UNIT.finditer(text):
        unit = " " if m.group().isspace() else m.group()
        step = face.width(now[-1:] + unit) - face.width(now[-1:])
        give = (1.0 if push_in else 0.5) if unit[-1] in CLOSERS and not unit[-1].isascii() else 0.02
        if unit != " " and w + step > room + give:
            if not now:  # longer than the line: cut inside
                n = next((k for k in range(1, len(unit)) if face.width(unit[: k + 1]) > room), len(unit))
                now, w, at = unit[:n], face.width(unit[:n]), m.start() + n
            break
        if now or unit != " ":
            now, w = now + unit, w + step
        at = m.end()
    rest = text[at:].lstrip()
    now = now.rstrip(" ")
    return Line(now, face.width(now), indent, not rest), rest


@functools.cache
def _hyphenator(lang: str):  # type: ignore[no-untyped-def]
    import pyphen

    return pyphen.Pyphen(lang=lang, left=2, right=3)


def _syllables(word: str, lang: str | None) -> list[str]:
    """Where a Latin word may be cut: after its own hyphens and dashes, else between syllables."""
    parts = [p for p in re.split(r"(?<=[a-zA-Z]-)(?=[a-zA-Z])|(?<=—)", word) if p]
    out: list[str] = []
    for part in parts:
        core = re.fullmatch(r"(\W*)([a-z]{5,}|[A-Z][a-z]{5,})(\W*)", part)
        if core and len(parts) == 1 and lang:
            cut = _hyphenator(lang).inserted(core[2], "\0").split("\0")
            cut[0], cut[-1] = core[1] + cut[0], cut[-1] + core[3]
            out += cut
        else:
            out.append(part)
    return out


def latin_line(text: str, measure: float, face: Face, indent: float, lang: str | None) -> tuple[Line, str]:
    """The next line of Latin ``text`` and what remains; words are hyphenated by ``lang`` where the line would gape."""
    room, now, w, at = measure - indent, "", 0.0, 0
    blank = face.width(" ")
    for m in re.finditer(r"\S+", text):
        step = face.width(m.group()) + (blank if now else 0)
        if w + step <= room:
            now, w, at = f"{now} {m.group()}" if now else m.group(), w + step, m.end()
            continue
        head = (
            _hyphenated(m.group(), room - w - (blank if now else 0), face, lang)
            if not now or room - w > room * 0.12
            else ""
        )
        if not head and not now:  # longer than the line and no syllable fits
            head = next(
                (m.group()[:k] for k in range(1, len(m.group())) if face.width(m.group()[: k + 1]) > room), m.group()
            )
        if head:
            now = f"{now} {head}" if now else head
            at = m.start() + len(head) - (head[-1] == "-" and not m.group().startswith(head))
        break
    rest = text[at:].lstrip()
    return Line(now, face.width(now), indent, not rest), rest


def _hyphenated(word: str, room: float, face: Face, lang: str | None) -> str:
    """The longest head of ``word`` that fits into ``room`` em, with a hyphen where it needs one; "" where none does."""
    parts = _syllables(word, lang)
    for k in range(len(parts) - 1, 0, -1):
        head = "".join(parts[:k])
        head += "" if head[-1] in "-—" else "-"
        if face.width(head) <= room:
            return head
    return ""


def spread(line: Line, measure: float, latin: bool, justify: bool) -> tuple[float, float]:
    """(tracking, extra word space) in em that fill the measure with ``line``."""
    slack = measure - line.indent - line.width
    if (not justify or line.last) and slack > 0:
        return 0.0, 0.0
    spaces = line.text.count(" ")
    if latin:
        return (0.0, slack / spaces) if spaces and slack < measure * 0.35 else (0.0, 0.0)
    n = len(line.text) - 1
    return (slack / n, 0.0) if n > 0 else (0.0, 0.0)


def level(text: str, n: int, latin: bool) -> list[str]:
    """A headline in ``n`` lines of about the same length; at its spaces where that fits, never inside digits."""
    if n <= 1 or len(text) < n:
        return [text]
    if latin:
        words, lines, target = text.split(), [""], len(text) / n
        for w in words:
            if lines[-1] and len(lines) < n and len(lines[-1]) + len(w) / 2 > target:
                lines.append("")
            lines[-1] = f"{lines[-1]} {w}".strip()
        return lines
    ideal = len(text) / n
    best = len(text)
    cut = 0
    for k in range(1, len(text)):
        a, b = text[k - 1], text[k]
        if b in CLOSERS or a in OPENERS or (a.isascii() and b.isascii() and a.isalnum() and b.isalnum()):
            continue
        cost = abs(k - ideal) - (3 if " " in (a, b) else 1.2 if a in "，、：！？" else 0)
        if cost < best:
            best, cut = cost, k
    if not cut:
        return [text]
    return [text[:cut].strip(), *level(text[cut:].strip(), n - 1, latin)]
