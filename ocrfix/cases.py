"""Which words of a Latin line are set with a capital: all of a name and of many headlines, few of running text.

Wrong when: a headline is set as a sentence is, or running text is a list of names.
"""

from ocrfix.late import late

LONG = 4  # letters: shorter words are set in lower case in most headlines
_WORD = late(r"[^\W\d_](?:[\w.'’&-]*[\w.])?")


def case_bin(text: str) -> str:
    """How the words of a text are set, and how many there are; "-" for one or none.

    C all in capitals, N each with a capital, T each long one, M most of them, S some, L none; the first word tells nothing.
    """
    words = _WORD.findall(text)
    if len(words) < 2:
        return "-"
    capital = [w[0].isupper() for w in words]
    long = [c for w, c in zip(words[1:], capital[1:], strict=True) if len(w) >= LONG]
    if text.isupper():
        how = "C"
    elif all(capital):
        how = "N"
    elif not any(long):
        how = "L"
    else:
        share = sum(long) / len(long)
        how = "T" if share == 1 else "M" if share > 0.5 else "S"
    return how + ("234"[len(words) - 2] if len(words) < 5 else "5" if len(words) < 8 else "8")
