"""Stories: articles in the making, threads of body blocks."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ocrfix.blocks import Block
from ocrfix.late import late
from ocrfix.lines import STOPS, Galley
from ocrfix.links import Linker
from ocrfix.points import begins
from ocrfix.roles import MARKED, plain_runs
from ocrfix.rolls import announced, goes_on, is_row
from ocrfix.subjects import running, terms

LEAD = 8  # lines at the beginning of a story that tell most
LISTED = 3  # lines, of more is a list
ROWS = 8  # lines of display type in a row that head no story: they are one, where no more than one in as many reads on
TOP = 4  # blocks of a row among which may be its headline
OPENINGS = "dateline", "reports"  # starts of lines with which text begins, no row
_STOPS = {False: late(f"[{STOPS}]"), True: late(r"[.!?](?!\d)")}
READS_ON = 4  # decibans of affinity from which it does


@dataclass(slots=True)
class Story:
    """A threaded article in the making: its blocks, its lines and the words in them."""

    blocks: list[int]
    lines: list[int]
    terms: set[str]
    lead: set[str]
    flat: str
    listed: bool


def stories(g: Galley, blocks: list[Block], after: Mapping[int, int]) -> list[Story]:
    """The threads of body blocks, in source order."""
    begun = set(after.values())
    found = []
    for k, b in enumerate(blocks):
        if b.kind != "B" or k in begun:
            continue
        chain = [k]
        while chain[-1] in after:
            chain.append(after[chain[-1]])
        lines = [i for c in chain for i in blocks[c].lines]
        texts = [g.lines[i].text for i in lines]
        text = running(texts, g.latin)
        found.append(
            Story(
                chain,
                lines,
                terms(text, g.latin),
                terms(running(texts[:LEAD], g.latin), g.latin),
                "".join(text.lower().split()),
                begins(g.lines[lines[0]]) or is_row(g.lines[lines[0]]) or is_list(texts, g.latin),
            )
        )
    return found


def set_lists(linker: Linker, blocks: Sequence[Block], home: Sequence[int], heads: Container[int]) -> dict[int, int]:
    """Display type of many lines that heads no story is the text of a poem or list, and so are lines without marks between it: its
    blocks are text now, threaded as returned. ``home`` is the block of each line, ``heads`` are the first lines of blocks that
    head stories. On Latin pages, and where columns share printed lines, nothing is done."""
    g = linker.g
    plain = plain_runs(g.lines, g.latin)

    def loose(k: int) -> bool:
        first = blocks[k].lines[0]
        return blocks[k].kind == "H" and first not in heads and not g.lines[first].doubled

    def row(k: int) -> bool:
        lines = blocks[k].lines
        text = blocks[k].kind == "B" and all(plain[i] != "-" for i in lines)
        return loose(k) or (text and g.lines[lines[0]].start not in OPENINGS)

    def heading(k: int) -> bool:
        return loose(k) and announced("".join(g.lines[i].text for i in blocks[k].lines), g.latin)

    threads: dict[int, int] = {}
    if linker.shared or g.latin:
        return threads
    for in_row, run in groupby(dict.fromkeys(home), row):
        found = _between(_below(list(run), heading), lambda k: is_row(g.lines[blocks[k].lines[0]]))
        texts = [g.lines[i].text for k in found for i in blocks[k].lines]
        if in_row and len(texts) >= ROWS and any(map(loose, found)) and _apart(g, texts):
            for k in found:
                blocks[k].kind = "B"
            threads.update(pairwise(found))
    return threads


def thread_rows(g: Galley, blocks: Sequence[Block], home: Sequence[int]) -> dict[int, int]:
    """The block that each block of lines which are known to be rows goes on in, in the next part of a table that is parted, too;
    ``home`` is the block of each line."""
    lines, threads = g.lines, dict[int, int]()
    above: list[int] = []
    for are_rows, run in groupby(range(len(lines)), lambda k: is_row(lines[k])):
        rows = list(run) if are_rows else []
        found = dict.fromkeys(home[k] for k in rows)
        threads.update(pairwise(k for k in found if blocks[k].kind == "B"))
        if rows and above and goes_on(g, above, rows):
            threads.update(pairwise((home[above[-1]], home[rows[0]])))
        above = rows or above
    return threads


def rethreaded(threads: Mapping[int, int], more: Mapping[int, int]) -> dict[int, int]:
    """The threads with more of them, and without those that these replace: each block goes on in one, and one goes on in it."""
    begun = set(more.values())
    return {p: q for p, q in threads.items() if p not in more and q not in begun} | dict(more)


def _below(row: list[int], heading: Callable[[int], bool]) -> list[int]:
    """The blocks of a row below those at its top that announce it."""
    return row[max((n + 1 for n, k in enumerate(row[:TOP]) if heading(k)), default=0) :]


def _between(row: list[int], known: Callable[[int], bool]) -> list[int]:
    """The blocks of a row from the first to the last that is known to be one; all where none is."""
    at = [n for n, k in enumerate(row) if known(k)]
    return row[at[0] : at[-1] + 1] if at else row


def _apart(g: Galley, texts: Sequence[str]) -> bool:
    """Does hardly any line read on in the next, as those of a headline do, and is this no headline set downwards?"""
    reads_on = sum(g.news.affinity(a, b) >= READS_ON for a, b in pairwise(texts))
    return reads_on * ROWS <= len(texts) and sum(len(t) == 1 for t in texts) * 2 < len(texts)


def is_list(texts: Sequence[str], latin: bool) -> bool:
    """Are lines the text of a list or table? There is hardly a full stop in them, and in most no mark at all."""
    if len(texts) <= LISTED:
        return False
    stops = len(_STOPS[latin].findall("\n".join(texts)))
    return stops * 6 < len(texts) and sum(not MARKED[latin].search(t) for t in texts) * 2 >= len(texts)
