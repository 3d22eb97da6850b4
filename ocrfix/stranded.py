"""A mark that closes a quotation, a bracket or a sentence begins no line: it was torn from the line above."""

OPENED = dict(zip("”」』）】》〉", "“「『（【《〈", strict=True))  # by what closes a quotation or a bracket


def stranded(above: str, below: str) -> bool:
    """Does the line ``below`` begin with a mark that closes what the line ``above`` left open?"""
    mark = below[0]
    if mark in OPENED:
        return above.count(OPENED[mark]) > above.count(mark)
    return mark in "，。、；：！？" and above[-1] >= "\u3400" and above[-1].isalpha()
