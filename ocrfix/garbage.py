"""A page is a great many small objects, hardly any of them in rings: to look for rings seldom is enough.

Python looks for them each time that seven hundred more objects were made than freed, which takes a tenth of the time of
a page. Only programs of our own are set so, never a program that imports ocrfix.
"""

import gc


def seldom() -> None:
    """Have this process look for rings of garbage seldom."""
    gc.set_threshold(50_000, 20, 100)
