"""Making up a page: what goes on it, and the skeleton that holds it (bands, stacks or one flow of columns)."""

from collections.abc import Callable
from typing import NamedTuple

from ..desk import Story
from ..families import choose
from . import pieces
from .habits import maybe
from .sheet import Sheet
from .stories import shortened, story


class Piece(NamedTuple):
    """Something to be placed: about how many square pixels it takes, and how it is set in a given width."""

    area: float
    main: bool
    build: Callable[[float], str]
    lines: float = 0  # its height where that is the same in every width

    def high(self, width: float) -> float:
        return self.lines or self.area / width


def gather(s: Sheet) -> list[Piece]:
    """The stories of a page, biggest first, and the small pieces among them."""
    h, r = s.h, s.r
    room, found = r.uniform(*h.text), list[Story]()
    while room > 0 and len(found) < 10:
        raw = s.desk.take("article", h.longest * r.uniform(0.5, 1.5), 100)
        if not raw:
            break
        raw = shortened(r, raw, 250 if h.latin else 120)
        found.append(raw)
        room -= min(raw.length, h.longest)
    found.sort(key=lambda x: -x.length * r.uniform(0.6, 1))
    out = []
    for k, raw in enumerate(found):
        rank = 1.0 if k == 0 else max(0.05, 0.55 - 0.07 * k) * r.uniform(0.6, 1.2)
        area = h.area(min(raw.length, h.longest)) * 1.15 + h.measure * h.size * (50 + 60 * rank)
        out.append(Piece(area, True, lambda w, raw=raw, rank=rank: story(s, raw, w, rank)))  # type: ignore[misc]
    smalls = [p for chance, make in _SMALL for p in make(s) if maybe(r, chance(s))]
    r.shuffle(smalls)
    return out + smalls


def _photos(s: Sheet) -> list[Piece]:
    one = s.h.measure * s.h.size
    high = min(280.0, one) + 40
    return [Piece(one * high, False, lambda w: pieces.photo(s, w), high) for _ in range(s.r.randint(0, s.h.photos))]


def _briefs(s: Sheet) -> list[Piece]:
    texts = pieces.brief_texts(s, s.r.randint(3, 7))
    area = s.h.area(sum(len(x) + 30 for _, x in texts)) * 1.2
    return [Piece(area, False, lambda w: pieces.briefs(s, w, texts))]


def _letters(s: Sheet) -> list[Piece]:
    forms = s.speech.forms("letter", s.r.randint(2, 4))
    area = s.h.area(sum(map(len, (x for f in forms for x in f)))) * 1.6
    return [Piece(area, False, lambda w: pieces.letters(s, w, forms))]


def _lines(s: Sheet, lines: int, build: Callable[[float], str]) -> Piece:
    high = s.h.size * s.h.lead * (lines + 3)
    return Piece(s.h.measure * s.h.size * high, False, build, high)


def _tables(s: Sheet) -> list[Piece]:
    forms = s.speech.forms("table", s.r.randint(1, 2))
    found = [_lines(s, f["rows"] + 2, lambda w, f=f: pieces.table(s, f)) for f in forms]  # type: ignore[misc]
    raw = s.desk.take("list", 400) if maybe(s.r, 0.3) else None
    return [*found, _lines(s, len(raw.paragraphs), lambda w: pieces.roll(s, raw))] if raw else found


def _boxes(s: Sheet) -> list[Piece]:
    forms = s.speech.forms("box", s.r.randint(1, 2))
    return [_lines(s, len(f) + 1, lambda w, f=f: pieces.box(s, f)) for f in forms]  # type: ignore[misc]


def _poems(s: Sheet) -> list[Piece]:
    return [_lines(s, 12, lambda w: pieces.poem(s))]


def _ads(s: Sheet) -> list[Piece]:
    forms = s.speech.forms("ads", s.r.randint(0, s.h.ads))
    return [_lines(s, len(f) + 1, lambda w, f=f: pieces.small(s, s.speech.say_lines(f), "ad")) for f in forms]  # type: ignore[misc]


def _weather(s: Sheet) -> list[Piece]:
    lines = s.speech.say_lines(s.r.choice(s.speech.words["weather"]))
    return [_lines(s, len(lines), lambda w: pieces.small(s, lines, "ad"))]


def _contents(s: Sheet) -> list[Piece]:
    lines = [s.speech.say("contents_rubric"), *s.speech.say_lines(s.speech.forms("contents", s.r.randint(3, 5)))]
    return [_lines(s, len(lines), lambda w: pieces.small(s, lines, "ad"))]


_SMALL: list[tuple[Callable[[Sheet], float], Callable[[Sheet], list[Piece]]]] = [
    (lambda s: 1, _photos), (lambda s: 1, _ads), (lambda s: s.h.briefs, _briefs), (lambda s: s.h.tables, _tables),
    (lambda s: s.h.letters, _letters), (lambda s: s.h.boxes, _boxes), (lambda s: s.h.poems, _poems),
    (lambda s: s.h.weather, _weather), (lambda s: s.h.contents, _contents),
]  # fmt: skip


def fit(s: Sheet, found: list[Piece]) -> None:
    """Make the page about as wide as suits its height, within what the paper is used to."""
    least, most = s.h.width * 0.75, s.h.width * 1.5
    s.h.width = round(max(least, min(most, (sum(p.area for p in found) * 1.25 / s.r.uniform(1.1, 1.6)) ** 0.5)))


def make_up(s: Sheet, found: list[Piece]) -> tuple[str, str]:
    """The page between its furniture, and the name of its skeleton."""
    name = choose(s.r, s.h.skeleton)
    return {"bands": _bands, "stacks": _stacks, "flow": _flow}[name](s, found), name


def _cell(s: Sheet, width: float, inside: list[Piece]) -> str:
    spread = s.r.choice(["space-between", "flex-start"])
    return f'<div class="cell" style="width:{width:.1f}px;justify-content:{spread}">{"".join(p.build(width) for p in inside)}</div>'


def _bands(s: Sheet, found: list[Piece]) -> str:
    """Rows of one to three stories side by side, small pieces in a column of their own at the edge."""
    h, r = s.h, s.r
    main, small = [p for p in found if p.main], [p for p in found if not p.main]
    column, out = h.measure * h.size, ""
    while main or small:
        many = r.choice([1, 2, 2, 3]) if main else 0
        while many > 1 and h.width / many < column * 1.2:
            many -= 1
        row, main = main[:many], main[many:]
        cells: list[tuple[float, list[Piece]]] = []
        width = h.width
        if small and row:
            aside = column * r.choice([1, 1, 1.25])
            high = sum(p.area for p in row) / (width - aside - h.gutter)
            taken = [small.pop()]
            while small and sum(p.high(aside) for p in [*taken, small[-1]]) < high * 1.1:
                taken.append(small.pop())
            if sum(p.high(aside) for p in taken) < high * 1.6:
                cells = [(aside, taken)]
                width -= aside + h.gutter
            else:
                small += taken
        if not row:
            n = min(len(small), h.columns(h.width), 4)
            deals = [small[k::n] for k in range(n)]
            cells, small = [((h.width - (n - 1) * h.gutter) / n, d) for d in deals], []
        elif cells or not small or r.random() < 0.5 or many > 1:
            free = width - (len(row) - 1) * h.gutter
            whole = sum(max(p.area, 0.0) for p in row)
            shares = [max(p.area / whole, column / free) for p in row]
            told = [(free * x / sum(shares), [p]) for x, p in zip(shares, row, strict=True)]
            cells = [*told, *cells] if r.random() < 0.7 else [*cells, *told]
        else:
            cells = [(width, row)]
        out += f'<div class="band">{"".join(_cell(s, w, p) for w, p in cells)}</div>'
    return out


def _stacks(s: Sheet, found: list[Piece]) -> str:
    """Stacks beside each other, each piece on the one that is lowest."""
    h, r = s.h, s.r
    units = h.columns(h.width)
    n = min(units, r.choice([2, 3, 3, 4]))
    wide = [1] * n
    for _ in range(units - n):
        wide[r.randrange(min(n, 2)) if r.random() < 0.6 else r.randrange(n)] += 1
    r.shuffle(wide)
    unit = (h.width - (units - 1) * h.gutter) / units
    widths = [w * unit + (w - 1) * h.gutter for w in wide]
    stacks: list[list[Piece]] = [[] for _ in widths]
    feet = [0.0] * n
    for k, p in enumerate(sorted(found, key=lambda p: -p.area * (1 + p.main))):
        at = (
            max(range(n), key=lambda i: widths[i])
            if k == 0
            else min(range(n), key=lambda i: feet[i] + p.high(widths[i]) + (widths[i] / 9 if p.lines else 0))
        )
        stacks[at].append(p)
        feet[at] += p.high(widths[at]) + 14
    for stack in stacks:
        rest = stack[1:]
        r.shuffle(rest)
        stack[1:] = rest
    return f'<div class="band">{"".join(_cell(s, w, p) for w, p in zip(widths, stacks, strict=True))}</div>'


def _flow(s: Sheet, found: list[Piece]) -> str:
    """Everything in one flow of narrow columns, from the foot of one to the head of the next."""
    n = s.h.columns(s.h.width)
    width = (s.h.width - (n - 1) * s.h.gutter) / n
    main, small = [p for p in found if p.main], [p for p in found if not p.main]
    for p in small:
        main.insert(s.r.randint(1, len(main)), p)
    return f'<div class="flow" style="columns:{n}">{"".join(p.build(width) for p in main)}</div>'
