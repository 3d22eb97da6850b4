"""Stories: articles in the making, threads of body blocks."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ocrfix.blocks import Block
from ocrfix.lines import STOPS, Galley
from ocrfix.links import Linker
from ocrfix.roles import plain_runs
from ocrfix.subjects import running, terms

LEAD = 8  # lines at the beginning of a story that tell most
LISTED = 3  # lines, of more is a list
ROWS = 8  # lines of display type in a row that head no story: they are one, where no more than one in as many reads on
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
                is_list(text, len(lines), g.latin),
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
        return loose(k) or (blocks[k].kind == "B" and len(blocks[k].lines) == 1 and plain[blocks[k].lines[0]] != "-")

    threads: dict[int, int] = {}
    if linker.shared or g.latin:
        return threads
    for is_row, run in groupby(dict.fromkeys(home), row):
        found = list(run)
        texts = [g.lines[i].text for k in found if loose(k) for i in blocks[k].lines]
        if is_row and len(texts) >= ROWS and _apart(g, texts):
            for k in found:
                blocks[k].kind = "B"
            threads.update(pairwise(found))
    return threads


def _apart(g: Galley, texts: Sequence[str]) -> bool:
    """Does hardly any line read on in the next, as those of a headline do, and is this no headline set downwards?"""
    reads_on = sum(g.news.affinity(a, b) >= READS_ON for a, b in pairwise(texts))
    return reads_on * ROWS <= len(texts) and sum(len(t) == 1 for t in texts) * 2 < len(texts)


def is_list(text: str, lines: int, latin: bool) -> bool:
    """Is the text of so many lines a list or table? It has hardly a full stop."""
    stops = sum(text.count(mark) for mark in (".!?" if latin else STOPS))
    return lines > LISTED and stops * 6 < lines
