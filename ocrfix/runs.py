"""Lines of one kind that follow one another: headlines that stand together."""


def runs(kinds: list[str], wanted: str, through: str) -> list[list[int]]:
    """Groups of lines of one of the ``wanted`` kinds that follow one another, lines of ``through`` kinds stepped over."""
    found: list[list[int]] = []
    new = True
    for i, k in enumerate(kinds):
        if k in wanted:
            if new:
                found.append([])
            found[-1].append(i)
            new = False
        elif k not in through:
            new = True
    return found


def head_runs(kinds: list[str], after: dict[int, int]) -> list[list[int]]:
    """Headline blocks (their first lines) that follow one another."""
    begun = set(after.values())
    groups = [[i for i in group if i not in begun] for group in runs(kinds, "H", "FR")]
    return [group for group in groups if group]
