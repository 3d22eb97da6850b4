"""Whether two blocks of display type that follow one another are of one headline, or begin another.

The lines of a title are broken where it makes sense and come out about as wide; kicker, title and deck tell of one
subject. Where headlines stand in a stack, away from their stories, this says where one ends; where columns are zipped, which
lines of headlines that stand side by side are of one.
"""

from collections.abc import Iterable, Iterator

from ocrfix.assign import assign
from ocrfix.heads import LEADS_IN, Matcher, follow
from ocrfix.lanes import row, stride
from ocrfix.links import Linker, affinity_bin, gap_bin, quote_bin, stands_bin
from ocrfix.matter import total
from ocrfix.roles import bucket
from ocrfix.subjects import agree
from ocrfix.weights import Scale

WHY = {
    "base": "any two blocks of display type in succession",
    "gap": "the blank lines between, beside the habit of the page",
    "affinity": "how well the second reads on from the first, by the habits of the language",
    "stands": "whether the words across the break stand elsewhere on the page",
    "wide": "how wide the lines at the break are",
    "lines": "how many lines of display type stand together",
    "form": "how the first ends and the second begins",
    "quote": "a quote or bracket left open, and closed",
    "subject": "how far both are of one subject",
    "share": "the rare words that both share",
    "doubled": "whether both were printed with a shadow",
    "step": "how many lines lie between",
    "between": "what lies between",
    "stride": "whether the links around jump as far",
    "row": "where the two stand on their printed lines",
}
STACK_BINS = (
    *("gap", "affinity", "stands", "wide", "lines", "form", "quote", "subject", "share", "doubled"),
    *("step", "between", "stride", "row", "announced"),
)
APART = (-15, -9, -5, -3, -1.3, -0.4, 0.4, 1.3, 3, 5, 9, 15)  # em by which the second line is wider
AHEAD = 4  # blocks of display type that may be the next of a headline,
REACH = 12  # so many lines ahead at most, if others lie between
TORN = -12.0  # decibans below which no headline goes on,
LABELLED = -20.0  # decibans that a headline goes on in the words of a series, which open one
ACROSS = -8.0  # and those below which none goes on across body text

Joints = dict[tuple[int, int], float]


def stack_bins(m: Matcher, linker: Linker, i: int, j: int, lines: int) -> list[str]:
    """The bin of two blocks (their first lines), in a stack of so many, for each of STACK_BINS."""
    last = follow(i, m.after)[-1]
    a, b = m.g.lines[last], m.g.lines[j]
    ((affinity, stands),) = linker.reads(last, (j,))
    (ours, own, _), (others, theirs, _) = m.words(i), m.words(j)
    least = min(own, theirs)
    end = "glyph" if len(a.text) == 1 else "leads" if LEADS_IN.search(a.text) else a.end
    return [
        gap_bin(j - last == 1, linker.gaps[j]),
        "stop" if linker.stops[last] else affinity_bin(affinity),
        "stop" if linker.stops[last] else stands_bin(stands),
        str(bucket(b.width - a.width, APART)) + "/" + str(bucket(a.width, (3, 7, 12, 20))),
        str(bucket(lines, (3, 4, 5, 6, 8, 11, 16, 25))),
        end + "/" + b.start,
        quote_bin(linker.quotes[last][0][-1:], linker.quotes[j][1][:1]),
        str(bucket(agree(m.direction(ours), m.direction(others)), (-0.1, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8)))
        + str(bucket(least, (2, 5, 10))),
        str(bucket(total(ours & others, m.weight) / least, (0.05, 0.15, 0.3, 0.5))),
        str(int(bool(a.doubled)) + int(bool(b.doubled))),
        str(bucket(j - last, (2, 3, 4, 5, 7, 10))),
        "".join(sorted(set(m.kinds[last + 1 : j]))) if j - last <= REACH else "far",
        stride(linker, last, j),
        ("n" if j - last == 1 else "f") + row(linker.shared, a, b),
        str(int(m.announces(i))) + str(int(m.announces(j))),
    ]


def pairs(runs: list[list[int]]) -> Iterator[tuple[int, int, int]]:
    """Two blocks (their first lines) that may be of one headline, and how many the run of the first holds. In ``runs`` no body
    lies between."""
    blocks = [(i, r) for r, run in enumerate(runs) for i in run]
    for x, (i, r) in enumerate(blocks):
        for y, (j, of) in enumerate(blocks[x + 1 : x + 1 + AHEAD]):
            if j - i <= REACH or (of == r and not y):
                yield i, j, len(runs[r])


def joints(m: Matcher, linker: Linker, runs: list[list[int]], scale: Scale) -> Joints:
    """For each two blocks (their first lines) that may be of one headline the decibans that they are."""
    opening = labels(m, runs)
    return {
        (i, j): LABELLED if j in opening else float(scale.weigh(stack_bins(m, linker, i, j, lines)))
        for i, j, lines in pairs(runs)
    }


def labels(m: Matcher, runs: Iterable[list[int]]) -> set[int]:
    """The blocks (their first lines) that open headlines with the words of a series: they stand on the page more than once, each time
    with more of a headline below."""
    found: dict[str, list[int]] = {}
    last = set()
    for run in runs:
        last.add(run[-1])
        for i in run:
            found.setdefault(m.words(i)[2], []).append(i)
    alike = [copies for copies in found.values() if len(copies) > 1 and last.isdisjoint(copies)]
    return {i for copies in alike for i in copies}


def stack(runs: Iterable[Iterable[int]], joined: Joints, n: int) -> list[list[int]]:
    """The blocks of a page of ``n`` lines in stacks: each with the one that is the next of its headline, if any is."""
    of = {i: r for r, run in enumerate(runs) for i in run}
    after = assign([(w, i, j) for (i, j), w in joined.items() if of[i] == of[j] or w > ACROSS], n, TORN)
    begun = set(after.values())
    return [follow(i, after) for i in of if i not in begun]
