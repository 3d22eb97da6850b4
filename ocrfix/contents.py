"""The table of contents of a paper: lines of a section, or of a story inside, and its page.

Such lines stand together, and their pages rise, or have the letter of a section.

Wrong when: a table of results happens to rise, row by row.
"""

from itertools import groupby

from ocrfix.late import late
from ocrfix.lines import Galley, Lean, Slug
from ocrfix.model import Evidence

LEAST = 3  # lines
ENTRY = late(r"(?P<what>[^\W\d][^\d。，,;:]{1,40}?)[\s.…·]+(?P<section>[A-H])?(?P<page>\d{1,3})\s*[版頁页]?")
_CONTENTS = Evidence("contents", 30, "a section or story and its page, below others of the kind")


def mark(galley: Galley) -> None:
    """Note which lines are of a table of contents."""
    for is_entry, run in groupby(galley.lines, lambda s: ENTRY.fullmatch(s.text) is not None):
        entries = list(run)
        if is_entry and len(entries) >= LEAST and _rises(entries):
            for s in entries:
                s.lean = s.lean or Lean("F", _CONTENTS)


def _rises(entries: list[Slug]) -> bool:
    found = [m for s in entries if (m := ENTRY.fullmatch(s.text))]
    pages = [int(m["page"]) for m in found]
    return all(m["section"] for m in found) or (pages == sorted(pages) and len(set(pages)) == len(pages))
