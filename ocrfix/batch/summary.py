"""What a run comes to: pages, what was found on them, what was refused, and how long it took."""

import time
from collections import Counter
from typing import Any

from ocrfix import __version__

SCHEMA = "ocrfix/summary/1"
FOUND = ("articles", "joins", "mends", "drops", "cuts", "proposals")


class Summary:
    """The sums of a run, those of the earlier ones that it took up again among them."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()  # of all pages in the output
        self.refused: Counter[str] = Counter()  # by kind, see Refused
        self.earlier = self.changed = 0  # pages that were done before; that were, and have changed since
        self.bytes = 0  # of text, in UTF-8, cleaned by this run
        self._begun = time.monotonic()

    def json(self) -> dict[str, Any]:
        """Schema ``ocrfix/summary/1``."""
        seconds = time.monotonic() - self._begun
        return {
            "schema": SCHEMA,
            "version": __version__,
            "pages": self.counts["pages"],
            "earlier": self.earlier,
            "changed": self.changed,
            "quarantine": self.refused.total(),
            **{name: self.counts[name] for name in FOUND},
            "bytes": self.bytes,
            "seconds": round(seconds, 3),
            "mb_per_second": round(self.bytes / 1e6 / max(seconds, 1e-9), 3),
        }

    def line(self) -> str:
        """The same for the eye."""
        told = self.json()
        extra = [f"{told[name]:,} {what}" for name, what in _ASIDE.items() if told[name]]
        pages = f"pages {told['pages']:,}" + f" ({', '.join(extra)})" * bool(extra)
        found = [f"{name} {told[name]:,}" for name in FOUND]
        return ", ".join([pages, *found, f"{told['seconds']:.1f} s", f"{told['mb_per_second']:.2f} MB/s"])


_ASIDE = {"earlier": "done earlier", "changed": "changed since", "quarantine": "in quarantine"}
