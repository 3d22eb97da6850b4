"""Whether a Latin page was read by a machine from its picture: print does not mix two styles, and machines do.

No sign of it is sure, so they are counted: a press sets one form of the apostrophe, and hardly ever the signs that stray ink is
read as; and a letter or a sign alone before a capital, at the beginning of a line, was an ornament. The weights are those of a
logistic regression on 250 English texts, a third of them recognised; of families left out it knew 78 of 100 recognised texts, and
took 5 of 100 others for such. What the lines of such pages look like weighs otherwise than on pages as tools lay them that guess
the columns; in Chinese, where the marks tell recognised pages surely (see house), it weighs the same.

Wrong when: a page is clean, and well read; or a typed page quotes code.
"""

from ocrfix.late import late

APOSTROPHE, SIGN, ORNAMENT = (
    3,
    3,
    12,
)  # decibans for each of both forms of the apostrophe, each odd sign, each such line
MOST = 5  # of them that count
NEVER = -20  # decibans with none of these

_APOSTROPHE = late(r"(?<=[a-z])['’](?=[a-z])")
_SIGN = late(r"[|~°¢«»®©=_{}<>^\\]")
_ORNAMENT = late(r"(?m)^[^\w\s]?[b-hj-z=+~°¢«|@] (?=[A-Z])")


def scanned(text: str) -> bool:
    """Is a Latin page with this text rather recognised than typed?"""
    forms = _APOSTROPHE.findall(text)
    seen = (
        (APOSTROPHE, min(forms.count("'"), forms.count("’"))),
        (SIGN, len(_SIGN.findall(text))),
        (ORNAMENT, len(_ORNAMENT.findall(text))),
    )
    return sum(weight * min(MOST, times) for weight, times in seen) + NEVER > 0
