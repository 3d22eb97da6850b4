"""A large initial that opens an article is read as a line of its own: it goes with the rest of its word, or its sentence.

Wrong when: the letter is a label, a grade or a section, and the line below happens to go on as the rest of a word would.

>>> known = {"the", "he", "council"}.__contains__
>>> opens("T", ["he council met"], known), opens("D", ["UNMERE, Nov. 15 —"], known)
(True, True)
>>> opens("R", ["iverton — Many"], known)
True
>>> opens("B", ["The council met"], known)
False
"""

from collections.abc import Callable, Sequence

from ocrfix.late import late
from ocrfix.lines import Slug, is_wide, start_class

_WORD = late("[^A-Za-z'’]")
NEAR = 4  # lines below that are looked at
WORDS = "AI"  # letters that are words
NAME = 4  # letters, at least, of the rest of a name that no list holds: in capitals, as in a dateline, or no word
ARTICLE = "A"  # the letter that is a word as often as the beginning of one
DEEP = 5  # lines that stand beside an initial, at most
ALIKE = 1.1  # em by which the widths of Chinese lines beside one differ, at most
LEAST, MOST = 1.7, 0.4  # em that they leave for it, at least, and at most, of their width
NARROWER = 1.2  # em by which they are narrower, at least
FULL = 0.87  # of the measure, at least: a full line


def opens(initial: str, below: Sequence[str], is_word: Callable[[str], bool]) -> bool:
    """Is this an initial, with or without a quotation mark, with which the first word of the lines below begins?

    Not where the next but one, or one after it, goes on better.
    """
    letter = initial.lstrip("“‘\"'")
    if len(letter) != 1 or not letter.isupper() or not letter.isascii() or not below:
        return False
    word, *others = (_WORD.split(line, maxsplit=1)[0] for line in below[:NEAR])
    whole = word != "" and is_word((letter + word).lower())
    if any(not is_word(w) and is_word((letter + w).lower()) for w in others if w.islower()):
        return whole and not is_word(word)
    if letter in WORDS:
        unknown = word.isupper() and start_class(letter + below[0]) == "dateline"
    else:
        unknown = word.isupper() or (word.islower() and not is_word(word))
    return whole or (unknown and len(word) >= NAME and word.isalpha())


def is_article(initial: str, below: Sequence[Slug], is_word: Callable[[str], bool]) -> bool:
    """Is this initial a word by itself, with text in lower case below, or lines that stand beside it?"""
    if initial.lstrip("“‘\"'") != ARTICLE or not below:
        return False
    word = _WORD.split(below[0].text, maxsplit=1)[0]
    return (word.islower() and is_word(word)) or (len(word) > 1 and not word.isupper() and beside(below) > 1)


def is_character(initial: str, below: Sequence[Slug]) -> bool:
    """Is this a large Chinese character, with lines of one width beside it?"""
    if len(initial) != 1 or not is_wide(initial) or not initial.isalpha():
        return False
    lines = below[: beside(below)]
    widths = [s.width for s in lines]
    room = [s.measure - s.width for s in lines]
    return len(lines) > 1 and max(widths) - min(widths) <= ALIKE and LEAST <= min(room) <= MOST * min(widths)


def beside(lines: Sequence[Slug]) -> int:
    """How many of the lines, from the one with the initial on, stand beside it: they are narrower than their measure, and the
    line below them is full."""
    count = 0
    for s in lines[:DEEP]:
        if s.width > s.measure - NARROWER:
            break
        count += 1
    return count if any(s.width >= FULL * s.measure > 0 for s in lines[count : count + 1]) else 0
