"""A large initial that opens an article is read as a line of its own: it goes with the rest of its word.

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

_WORD = late("[^A-Za-z'’]")
NEAR = 4  # lines below that are looked at
WORDS = "AI"  # letters that are words
NAME = (
    4  # letters, at least, of the rest of a name that no list of words holds: in capitals, as in a dateline, or no word
)


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
    unknown = word.isupper() or (word.islower() and not is_word(word))
    return whole or (letter not in WORDS and len(word) >= NAME and word.isalpha() and unknown)
