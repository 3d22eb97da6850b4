"""The editors' desk: pages cleaned as one paper wants them, by its house memory and the verdicts in a file."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ocrfix.console import Report, title
from ocrfix.model import Page, Source
from ocrfix.profile import Profile, read_profile, with_profile
from ocrfix.read import BadInput
from ocrfix.review.docket import told
from ocrfix.revise import Revised, revise
from ocrfix.verdict_file import mismatch, read_verdicts
from ocrfix.verdicts import Section, Verdict

Found = tuple[str, Page, bool]


class Desk:
    """Cleans sources, then applies a profile and verdicts. Raises BadInput where a file of either cannot be used."""

    def __init__(
        self, clean: Callable[[Source], Page], report: Report, profile: Path | None = None, verdicts: Path | None = None
    ):
        self.report, self.file = report, verdicts
        self._clean = clean
        self.profile: Profile = read_profile(profile) if profile else {}
        self.sections: list[Section] = read_verdicts(verdicts) if verdicts else []
        self.seen: list[Source] = []

    def proof(self, source: Source) -> Page:
        """The page as the profile has it, before any verdict."""
        return with_profile(self._clean(source), self.profile) if self.profile else self._clean(source)

    def clean(self, source: Source) -> Page:
        """The page with the verdicts on it; those that match nothing, and decisions that fell, are reported."""
        if self.sections:
            self.seen.append(source)
        said = self.verdicts(source)
        if not said:
            return self.proof(source)
        revised = revise(self.proof(source), said)
        for note in notes(revised):
            self.report.note(f"{title(source)}: {note}")
        return revised.page

    def verdicts(self, source: Source) -> list[Verdict]:
        """The verdicts of the file on this source."""
        return [v for s in self.sections if s.sha256 == source.sha256 for v in s.verdicts]

    def checked(self, found: Iterator[Found]) -> Iterable[Found]:
        """Cleaned pages; where there are verdicts, only once every one of them was found to be on one of these pages.

        Raises BadInput where some are on another text.
        """
        if not self.sections:
            return found
        pages = list(found)
        for section in self.sections:
            if self.seen and (wrong := mismatch(section, self.seen, str(self.file))):
                raise BadInput(wrong)
        return pages


def notes(revised: Revised) -> list[str]:
    """What an editor should know of verdicts that could not be followed, one line each."""
    found = [f"verdict on {v.id} ({v.word}): there is no such decision" for v in revised.unmatched]
    return found + [f"does not stand: {told(revised.page.source.text, f)}" for f in revised.fallen]
