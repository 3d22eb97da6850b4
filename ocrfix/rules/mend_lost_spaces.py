"""Words that recognition ran together are words still: thepeopleof is the people of.

Recognition that looks for lines, not for words, drops spaces between Latin words. On a page where many words are in no list, yet
made of listed words, one of them among the commonest, these are set apart again; so are the next word behind a comma or a stop,
and a figure beside one of the commonest words. Of all ways to part a word the one is taken whose words are commonest together.

Wrong when: a name is made so: Forthe, Inman. What begins with a capital and is two words, one of them none of the commonest, is
proposed, as is what has none of the commonest; what the page prints again with a capital, what a listed word begins with
(infor-mation), and addresses stay.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ocrfix.hyphens import HYPHENS
from ocrfix.late import late
from ocrfix.lines import Galley
from ocrfix.model import Decision, Span, Verb
from ocrfix.rules._mend import mend
from ocrfix.statistics import Statistics

VERB = Verb.MEND
FIRES = (
    (
        "The mayor saidthat the council willnot pay\nforthe bridge andthe road. Hewas outof\nmoney,she told the peopleof the town in2007and2010.",
        "The mayor said that the council will not pay\nfor the bridge and the road. He was out of\nmoney, she told the people of the town in 2007 and 2010.",
    ),
    (
        "Itwas the firsttime thatthe team andthe board met.\ntionofthe school,withits new roof,was onthe list of\nworkthat isnot done.",
        "It was the first time that the team and the board met.\ntion of the school, with its new roof, was on the list of\nwork that is not done.",
    ),
)
SILENT = (
    "The mayor saidthat the council will not pay for the bridge and the road.",
    "Inman and Forthe met at Toandfro, a cafe in Overgate. Whereas nobody\nnotwithstanding heretofore inasmuch, the nevertheless went.",
    "Write to www.inthetown.example, outofmoney@intheend.example or @forthepeople, and\nsee andthen.example/ofthetown or #heisout, the_people_of",
)

MANY, SHARE = 5, 0.004  # words run together, at least, and for each word of the page, where a page has lost its spaces
SURE, UNSURE = 24, 10  # decibans
UNKNOWN = 99  # decibans of rarity of what is in no list; at most those of a word that
OPENING = 16  # begins a sentence rather than a name (the, and),
COMMONEST = 30  # is one of the commonest,
SHORT = 34  # has two letters,
COMMON, LONG = 46, 6  # has fewer letters than these
FIGURE, HALF = 30, 50  # decibans of rarity of a figure, and of the half of a word at the edge of a line
NAME, LETTER = 40, 8  # decibans of rarity of a name in no list, and for each of its letters
LONGEST = 18  # letters of a word, at most
LEAST, MOST = 4, 100  # characters of words run together
TWO = 2  # words that a name may be made of
_TOKEN = late(r"(?<![\w@/.#&'’-])[^\W_]+(?:['’][^\W_]+)*(?![\w@/&]|\.\w+[./@]|\.[a-z])")
_PIECE = late(r"\d+|[^\W\d_]['’\w]*")
_MARK = late(r"(?<=[^\W\d_]{2})(?<!\d[^\W\d_]{2})[,;](?=[^\W\d_]{2})|(?<=[a-z]{2})[.!?](?=[A-Z][a-z]+[ ,]|[A-Z] )")
_NAMED = late(r"[A-ZÀ-Þ][a-zß-ÿ]{2,}")
_GENITIVE = late("['’]s$")


class _Token(NamedTuple):
    """A run of letters and figures on the page; it may be the end of a word that ``begun`` on another line, or the beginning of one that is
    ``broken`` at the end of its own."""

    text: str
    start: int
    begun: bool
    broken: bool


class _Parted(NamedTuple):
    """A token as the words that it is made of; ``sure`` if one is among the commonest."""

    token: _Token
    words: list[str]
    sure: bool


class _Words:
    """The words that ``news`` lists, with their rarity, and the ``names`` that the page prints again."""

    def __init__(self, news: Statistics, names: Collection[str]):
        self.news, self.rarity, self.names = news, news.words, names

    def begins(self, token: str) -> bool:
        """Does a listed word begin so?"""
        return _starts(_sorted(self.news, 1), token.lower())

    def ends(self, token: str) -> bool:
        """Does a listed word end so?"""
        return _starts(_sorted(self.news, -1), token.lower()[::-1])

    def knows(self, token: str) -> bool:
        """Is the token a listed word, or the genitive of one?"""
        return _plain(token) in self.rarity

    def commonest(self, word: str) -> bool:
        """Is it one of the commonest words, and longer than a letter?"""
        return len(word) > 1 and self.rarity.get(word.lower(), UNKNOWN) <= COMMONEST

    def rare(self, word: str) -> bool:
        """Is it no word that would be one with two letters?"""
        return self.rarity.get(word.lower(), UNKNOWN) > SHORT

    def opens(self, word: str) -> bool:
        """Is it so common that it begins a sentence rather than a name?"""
        return len(word) > TWO and self.rarity.get(word.lower(), UNKNOWN) <= OPENING

    def cost(self, word: str, first: bool) -> int | None:
        """The rarity of a word as it stands, ``first`` of its token or within; None where it is none, or a rare one."""
        low = _plain(word)
        if low.isdigit():
            return FIGURE
        if len(low) == 1:
            return self.rarity.get(low) if word in ("a", "I") or (first and word == "A") else None
        found = self.rarity.get(low, COMMON if low in self.names else UNKNOWN)
        most = SHORT if len(low) == TWO else COMMON if len(low) < LONG else UNKNOWN - 1
        cased = word.islower() or word.isupper() or word[1:].islower()
        return found if cased and found <= most else None


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of tokens to words, and of marks to marks with a space."""
    tokens = [t for slug in galley.slugs for t in _tokens(galley.text, slug)] if galley.latin else []
    printed = Counter(t.text for t in tokens)
    least = max(MANY, SHARE * len(tokens))
    found: list[_Parted] = []
    for edge in (False, True, True):  # halves of broken words take longer, and show nothing; what is found shows names
        words = _Words(galley.news, _names(tokens, found))
        odd = (t for t in tokens if _odd(words, t.text) and (edge or not (t.begun or t.broken)))
        found = [p for t in odd if (p := _parted(words, t, printed[t.text]))]
        if sum(p.sure for p in found) < least:
            return
    for t, apart, sure in found:
        weight = SURE if sure else UNSURE
        because = "the page lost spaces, and these are words"
        yield mend(__name__, t.start, t.start + len(t.text), " ".join(apart), weight, because)
    for start, end in galley.slugs:
        for m in _MARK.finditer(galley.text, start, end):
            yield mend(__name__, *m.span(), m[0] + " ", SURE, "the page lost spaces, and a word follows the mark")


@lru_cache(4)
def _sorted(news: Statistics, step: int) -> list[str]:
    """The words that ``news`` lists in their order, with a ``step`` of -1 spelled backwards."""
    return sorted(word[::step] for word in news.words)


def _starts(words: Sequence[str], token: str) -> bool:
    """Does one of the sorted words start with the token?"""
    k = bisect_left(words, token)
    return k < len(words) and words[k].startswith(token)


def _tokens(text: str, slug: Span) -> Iterator[_Token]:
    for m in _TOKEN.finditer(text, *slug):
        after = text[m.end() : min(m.end() + 2, slug.end)]
        broken = after != "" and after[0] in HYPHENS and not after[1:].strip()
        yield _Token(m[0], m.start(), m.start() == slug.start and m[0][0].islower(), broken)


def _plain(word: str) -> str:
    return _GENITIVE.sub("", word.lower().replace("’", "'"))


def _names(tokens: Iterable[_Token], found: Iterable[_Parted]) -> set[str]:
    """What stands on the page twice with a capital, or within what was found to be words."""
    words = [*(t.text for t in tokens), *(w for p in found for w in p.words)]
    cased = Counter(w.lower() for w in words if not w[0].islower())
    return {word for word, times in cased.items() if times > 1}


def _odd(words: _Words, token: str) -> bool:
    """May the token be made of words? It is none, and no figure."""
    return LEAST <= len(token) <= MOST and not token.isdigit() and not words.knows(token)


def _parted(words: _Words, t: _Token, times: int) -> _Parted | None:
    """The token as words, where it is made of some, and is not rather the half of one, nor a name that the page prints ``times``."""
    found = _cheapest(words, t)
    if len(found) < TWO:
        return None
    rest = [w for w in found if not words.commonest(w)]
    short = any(len(w) < LEAST and words.rare(w) for w in rest)
    named = not t.text[0].islower() and rest and not words.opens(found[0])
    sure = len(rest) < len(found) and not short and not (len(found) == TWO and named)
    half = words.begins(t.text) or (t.begun and words.ends(t.text))
    again = times > 1 and not t.text[0].islower() and rest
    return None if half or again else _Parted(t, found, sure)


def _cheapest(words: _Words, t: _Token) -> list[str]:
    """The words that make the token and are commonest together; none where nothing does."""
    n = len(t.text)
    best: dict[int, tuple[int, list[str]]] = {0: (0, [])}
    for end in range(1, n + 1):
        ways = []
        for start in best.keys() & range(max(0, end - LONGEST), end):
            piece = t.text[start:end]
            if _PIECE.fullmatch(piece):
                cost = words.cost(piece, start == 0)
                if t.broken and end == n:
                    cost = HALF if 0 < start < n - 1 and words.begins(piece) else None
                elif t.begun and start == 0 and cost is None and 1 < end < n:
                    cost = HALF if words.ends(piece) else None
                elif cost is None and _NAMED.fullmatch(piece) and not t.text[end : end + 1].islower():
                    cost = NAME + LETTER * len(piece)
                if cost is not None:
                    ways.append((best[start][0] + cost, [*best[start][1], piece]))
        if ways:
            best[end] = min(ways)
    return best[n][1] if n in best else []
