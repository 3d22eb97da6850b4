"""What was corrected, read off the decisions: the source and the output are never compared."""

from collections.abc import Iterator

from ocrfix.formats import excerpts
from ocrfix.model import Decision, Page, Status


def diff_text(page: Page, proposed: bool = False) -> str:
    """Each applied decision that changes characters, as found (-) and as printed (+); ``proposed`` ones too (?)."""
    text = page.source.text
    return "".join(line for d in page.decisions if proposed or d.status is Status.APPLIED for line in _hunk(text, d))


def _hunk(text: str, d: Decision) -> Iterator[str]:
    before, after = excerpts(text, d)
    if after is None or before == after:
        return
    line = text.count("\n", 0, d.spans[0].start) + 1
    yield f"@@ line {line}: {d.verb}, {d.weight} dB ({'; '.join(e.because for e in d.evidence)})\n"
    yield "- " + before.replace("\n", "⏎") + "\n"
    yield ("+ " if d.status is Status.APPLIED else "? ") + after.replace("\n", "⏎") + "\n"
