"""A Chinese headline that is too long for its line breaks wherever the line ends, and a word goes on in the next: 供水 / 工程.

Where it breaks for the sense, a space stands for the break; where the text reads on, nothing does.

Wrong when: the words on both sides of a break for the sense stand together elsewhere.
"""

from collections.abc import Mapping

from ocrfix.banks import Bank
from ocrfix.compose import MakeUp
from ocrfix.heads import follow
from ocrfix.model import Evidence

READS_ON = 4  # decibans of affinity from which a line of a headline goes on in the next
# Of set headlines with so much, 529 breaks of 538 had no space in print; of those with less, 252 of 402.
WRAPPED = (Evidence("wrapped", 17, "one headline, and the text reads on over the break"),)


def wrapped(m: MakeUp, banks: Mapping[int, Bank]) -> dict[int, int]:
    """The lines of headlines that go on in the next line, which is of the same story and bank. ``banks`` are those of the blocks, by
    their first lines."""
    found: dict[int, int] = {}
    for i, bank in banks.items() if not m.g.latin else ():
        last = follow(i, m.after)[-1]
        below = banks.get(last + 1)
        one = below is not None and below.role is bank.role and m.heads[i] == m.heads[last + 1]
        if one and m.reading.linker.onward[last] >= READS_ON and not m.reading.linker.stops[last]:
            found[last] = last + 1
    return found
