"""A mark that closes a quotation, a bracket or a sentence begins no line: it was torn from the line above."""

OPENED = dict(zip("”」』）】》〉", "“「『（【《〈", strict=True))  # by what closes a quotation or a bracket


def stranded(above: str, below: str) -> bool:
    """Does the line ``below`` begin with a mark that closes what the line ``above`` left open?"""
    mark = below[0]
    if mark in OPENED:
        return _left_open(above, OPENED[mark], mark)
    return mark in "，。、；：！？" and above[-1] >= "\u3400" and above[-1].isalpha()


def _left_open(text: str, opens: str, closes: str) -> bool:
    """Is there a mark in the text that opens, and none behind that closes it?

    >>> _left_open("house,” Birch said. “He told me", "“", "”")
    True
    """
    depth = 0
    for c in text:
        depth = depth + 1 if c == opens else max(0, depth - 1) if c == closes else depth
    return depth > 0
