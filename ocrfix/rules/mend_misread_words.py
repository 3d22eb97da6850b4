"""A word in no list that letters printing alike turn into a common one was misread.

Recognition reads rn for m and m for rn, cl for d, h for b, e for c, 1 for l: govemment, tbe, wi11. On a Latin page a word in
lower case that stands once, that the list of English words does not know, and that becomes exactly one common word when
one such pair is exchanged, reads as that word.

Wrong when: the word is a foreign, technical or dialect one that happens to look so. Names (capitals) are left to a
lexicon, and the first word of a line, which may be the half of one, is left alone. Where two words would do, or a rare
one, it is proposed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ocrfix.lines import Galley
from ocrfix.model import Decision, Verb
from ocrfix.rules._mend import mend

VERB = Verb.MEND
FIRES = (
    ("Tbe mayor said that the govemment wi11 not pay.", "Tbe mayor said that the government will not pay."),
    ("people at the counciI meeting knew wbich road", "people at the council meeting knew which road"),
)
SILENT = (
    "The mayor said that the government will not pay.",
    "a modem and a modern morn in corn country",
    "grep, awk and tbl; the yclept hom of the bumham",
    "the gov-\nemment of the day",
)

WEIGHT, UNSURE = 24, 8  # decibans
COMMON = 46  # decibans of rarity up to which a word is common
SHORTEST = 4  # letters; three where the word is among the commonest
COMMONEST = 30  # decibans of rarity
_SEEN_FOR_MEANT = (
    "rn m,m rn,cl d,d cl,li h,h li,b h,h b,c e,e c,u n,n u,ii u,ii n,vv w,1 l,1 i,I l,l i,i l,0 o,t f,f t,tn m,in m,ni m,q g,"
    "y v,v y,5 s,rri m,o c,c o,o e,e o,a o"
)
_PAIRS = [pair.split(" ") for pair in _SEEN_FOR_MEANT.split(",")]
_WORD = re.compile(r"(?<=[A-Za-z0-9,;:)”’] )[a-z][a-z01I5]+(?![\w@/\-\u0002\u00ad\ufffe]|['’.]\w)")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of words."""
    if not galley.latin:
        return
    text, known = galley.text, galley.news.words
    times = Counter(_WORD.findall(text))
    odd = {word for word, n in times.items() if n == 1 and len(word) > 2 and word not in known}
    if not odd:
        return
    for start, end in galley.slugs:
        for m in _WORD.finditer(text, start, end):
            if m.group() in odd and (reads := _readings(m.group(), known)):
                clear = len(reads) == 1 and known[reads[0]] <= (COMMON if len(reads[0]) >= SHORTEST else COMMONEST)
                because = f"{m.group()} is in no list, {reads[0]} is and looks like it"
                yield mend(__name__, *m.span(), reads[0], WEIGHT if clear else UNSURE, because)


def _readings(word: str, known: Mapping[str, int]) -> list[str]:
    """The words that one exchange of letters makes of ``word``, the commonest first."""
    found = {word.replace(seen, meant) for seen, meant in _PAIRS}
    for seen, meant in _PAIRS:
        found |= {word[:k] + meant + word[k + len(seen) :] for k in range(len(word)) if word.startswith(seen, k)}
    found &= known.keys()
    return sorted(found, key=lambda other: (known[other], other))
