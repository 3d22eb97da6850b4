"""Pages damaged at random, the way presses, scanners and extractors do it, and worse."""

from collections.abc import Callable
from random import Random

Lines = list[str]
STRAY = "的一。，”“（）3０ \t\u3000-—□●⽼ﬁ\x00\x1b\u202e\ufeff\udcff\U00020000e\u0301A\v\x85\u2028"


def _some(r: Random, lines: Lines) -> tuple[int, int]:
    start = r.randrange(len(lines))
    return start, min(len(lines), start + r.randint(1, 6))


def shuffled(r: Random, lines: Lines) -> None:
    a, b = _some(r, lines)
    part = lines[a:b]
    r.shuffle(part)
    lines[a:b] = part


def moved(r: Random, lines: Lines) -> None:
    a, b = _some(r, lines)
    part = lines[a:b]
    del lines[a:b]
    at = r.randint(0, len(lines))
    lines[at:at] = part


def lost(r: Random, lines: Lines) -> None:
    a, b = _some(r, lines)
    del lines[a:b]


def doubled(r: Random, lines: Lines) -> None:
    a, b = _some(r, lines)
    lines[a:a] = lines[a:b]


def doubled_inside(r: Random, lines: Lines) -> None:
    n = r.randrange(len(lines))
    k = r.choice((1, 2, 3, len(lines[n]) or 1))
    lines[n] = "".join(lines[n][i : i + k] * 2 for i in range(0, len(lines[n]), k))


def cut(r: Random, lines: Lines) -> None:
    n = r.randrange(len(lines))
    at = r.randint(0, len(lines[n]))
    lines[n : n + 1] = [lines[n][:at], lines[n][at:]]


def joined(r: Random, lines: Lines) -> None:
    a, b = _some(r, lines)
    lines[a:b] = [r.choice(("", " ", "    ")).join(lines[a:b])]


def flipped(r: Random, lines: Lines) -> None:
    n = r.randrange(len(lines))
    line = list(lines[n])
    for _ in range(r.randint(1, 4)):
        at = r.randint(0, len(line))
        line[at : at + r.randint(0, 1)] = r.choice(STRAY)
    lines[n] = "".join(line)


def zipped(r: Random, lines: Lines) -> None:
    a, b = _some(r, lines)
    half = (b - a) // 2
    lines[a : a + 2 * half] = [x for pair in zip(lines[a : a + half], lines[a + half : a + 2 * half]) for x in pair]  # noqa: B905


def spaced(r: Random, lines: Lines) -> None:
    a, b = _some(r, lines)
    lines[a:b] = [x for line in lines[a:b] for x in (line, "")]


def broken_bytes(r: Random, lines: Lines) -> None:
    n = r.randrange(len(lines))
    data = bytearray(lines[n].encode("utf-8", "surrogatepass")) or bytearray(b"\xff")
    data[r.randrange(len(data))] ^= 1 << r.randrange(8)
    lines[n] = data.decode("utf-8", "ocrfix-keep").replace("\f", " ")


MUTATIONS: tuple[Callable[[Random, Lines], None], ...] = (
    shuffled,
    moved,
    lost,
    doubled,
    doubled_inside,
    cut,
    joined,
    flipped,
    zipped,
    spaced,
    broken_bytes,
)


def mutated(page: str, seed: int, most: int = 40) -> str:
    """At most ``most`` lines of a page, damaged one to five times."""
    r = Random(seed)
    lines = page.split("\n")
    start = r.randrange(len(lines))
    lines = lines[start : start + r.randint(1, most)]
    for _ in range(r.randint(1, 5)):
        r.choice(MUTATIONS)(r, lines)
        lines = lines or ["。"]
    return r.choice(("\n", "\n", "\r\n", "\r")).join(lines)
