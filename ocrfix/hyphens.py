"""A hyphen at the end of a line was put there by the setter, or belongs to the word: the words of the document tell.

The word as the document prints it elsewhere decides first, then a list of words. Where neither knows the word whole or
hyphenated, the halves speak: a half that is no word of its own comes from a word that was broken, two words of their own
make a compound or a broken one, which nobody can tell.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import Literal

from ocrfix.late import late

Verdict = Literal["remove", "keep", "unsure"]

SOFT = "\u00ad\u00ac"  # soft hyphen; the sign some engines print for one
BREAKS = "\u0002\ufffe"  # marks that pdfium leaves for a hyphen at a line's end
HYPHENS = "-\u2010" + SOFT + BREAKS
LONGEST = 200  # characters of a word, its hyphens and what tells an address
DOCUMENT = 1000  # a word of the document itself weighs more than any word of a list
_LETTER = "[^\\W\\d_]"
_WORD = late(rf"{_LETTER}+(?:['’]{_LETTER}+)?(?:[-\u2010]{_LETTER}+)*(?![-\u2010]?\s*$)", re.MULTILINE)
_BROKEN = late(rf"{_LETTER}+(?:[{BREAKS}]|[{HYPHENS}][ \t]*\n\s*){_LETTER}+")
_LEFT = late(rf"((?:{_LETTER}+[-\u2010])*)({_LETTER}+)[{HYPHENS}]\s*$")
_RIGHT = late(rf"\s*({_LETTER}+(?:['’]{_LETTER}+)?)")
_ADDRESS = late(r"(?:www\.|://|@)\S*$")
_WAITS = {"and", "or", "to", "und", "oder", "bis", "et", "ou"}
_ENDINGS = late(
    "able|ably|al|ally|ance|ary|ated|ating|ation|ations|cally|cial|ciation|cies|cy|dent|der|ed|ence|ency|ent|er|ers|"
    "ery|est|ful|fully|heit|ian|ible|ic|ical|ically|ied|ies|ing|ings|ion|ions|ish|ism|ist|ists|ity|ive|ively|ize|ized|"
    "keit|less|lich|lichen|lier|ling|ly|ment|mental|ments|ness|ning|ous|ously|schaft|sion|sions|tal|ted|ten|ter|tered|"
    "ters|tial|tic|tical|ties|ting|tion|tional|tions|tity|tive|tively|tor|tors|tory|ture|tures|ual|ung|ungen|ure|ward|"
    "wards"
)
_COMPOUND_ENDS = late(
    "based|born|bound|centered|century|class|conscious|degree|driven|edge|even|fashioned|filled|free|friendly|funded|"
    "half|handed|hour|kilometer|kilometre|known|law|led|level|like|long|made|mail|making|mile|minded|minute|month|off|"
    "old|oriented|out|owned|paid|per|profit|quality|quarter|related|round|run|scale|season|shaped|sharing|side|size|"
    "sized|speed|square|star|story|style|term|thirds|time|top|type|up|volume|week|wide|winning|woman|year"
)


def document_words(text: str, more: Callable[[str], int] = lambda word: 0) -> Callable[[str], int]:
    """How well a word (lower case) is known: by the words of ``text`` first, then by ``more``; 0 for not at all.

    Words that a hyphen or its mark breaks, which may be halves, are not counted.
    """
    counts = whole_words(text)
    return lambda word: DOCUMENT + counts[word] if word in counts else more(word)


def whole_words(text: str) -> Counter[str]:
    """How often a text has each word, in lower case; those that a line's end breaks are left out."""
    return Counter(word.replace("\u2010", "-").lower() for word in _WORD.findall(_BROKEN.sub(" ", text)))


def waits(right_line: str) -> bool:
    """Does a hyphen that is kept wait for a second word, as in "pre- and post-war"? Then a space follows it."""
    m = _RIGHT.match(right_line)
    return m is not None and m[1].lower() in _WAITS


def line_end_hyphen(left_line: str, right_line: str, words: Callable[[str], int]) -> Verdict:
    """What becomes of the hyphen that ends ``left_line`` when ``right_line`` is joined to it without a space.

    ``words`` says how well a word in lower case is known, 0 for not at all; document_words makes one.
    """
    left_line = left_line[-LONGEST:]
    left, right = _LEFT.search(left_line), _RIGHT.match(right_line)
    if _ADDRESS.search(left_line):
        return "unsure"
    if left is None or right is None:
        return "keep"
    if left_line.rstrip()[-1] in SOFT:
        return "remove"
    first, a, b = left[1], left[2], right[1]
    if b[0].isupper() and not a.isupper():
        return "keep"
    whole, parted = words((first + a + b).lower()), words(f"{first}{a}-{b}".lower())
    if whole != parted:
        return "remove" if whole > parted else "keep"
    if waits(right_line):
        return "keep"
    return _by_halves(first, a.lower(), b.lower(), words)


def _by_halves(first: str, a: str, b: str, words: Callable[[str], int]) -> Verdict:
    """The verdict where neither form of the word is known: what are its halves?"""
    if first and words(b) and (words(a) or len(a) <= 3):
        return "keep"  # state-of-the-art
    if _COMPOUND_ENDS.fullmatch(b) and words(a):
        return "keep"
    if _ENDINGS.fullmatch(b) or not words(b) or (not words(a) and len(b) > 2):
        return "remove"
    return "unsure"
