"""What was corrected, read off the decisions: the source and the output are never compared."""

from bisect import bisect_right

from ocrfix.articles import line_spans
from ocrfix.formats import excerpts
from ocrfix.model import Decision, Page, Status


def diff_text(page: Page, proposed: bool = False) -> str:
    """Each applied decision that changes characters, as found (-) and as printed (+); ``proposed`` ones too (?)."""
    starts = [line.start for line in line_spans(page.source.text)]
    shown = (d for d in page.decisions if proposed or d.status is Status.APPLIED)
    hunks = [_hunk(page.source.text, d, bisect_right(starts, d.spans[0].start)) for d in shown]
    return "".join([f"--- {page.source.name}, page {page.source.page}\n", *hunks])


def _hunk(text: str, d: Decision, line: int) -> str:
    before, after = excerpts(text, d)
    if after is None or before == after:
        return ""
    why = "; ".join(e.because for e in d.evidence)
    sign = "+" if d.status is Status.APPLIED else "?"
    found, printed = (x.replace("\n", "⏎") for x in (before, after))
    return f"@@ line {line}: {d.verb}, {d.weight} dB ({why})\n- {found}\n{sign} {printed}\n"
