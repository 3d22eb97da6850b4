"""Stories: articles in the making, threads of body blocks."""

from collections.abc import Mapping
from dataclasses import dataclass

from ocrfix.blocks import Block
from ocrfix.lines import STOPS, Galley
from ocrfix.subjects import running, terms

LEAD = 8  # lines at the beginning of a story that tell most
LISTED = 3  # lines, of more is a list


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


def is_list(text: str, lines: int, latin: bool) -> bool:
    """Is the text of so many lines a list or table? It has hardly a full stop."""
    stops = sum(text.count(mark) for mark in (".!?" if latin else STOPS))
    return lines > LISTED and stops * 6 < lines
