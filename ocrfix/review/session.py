"""A review that can be left and taken up again: what was said so far, kept in the file of verdicts after every word."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ocrfix.model import Page, Source
from ocrfix.read import BadInput
from ocrfix.revise import Fallen, revise
from ocrfix.verdict_file import mismatch, read_verdicts, section_lines
from ocrfix.verdicts import Section, Verdict, last_words
from ocrfix.write import write_file


class Record:
    """The file of verdicts on the pages of one text. Raises BadInput where it exists and is on another text."""

    def __init__(self, path: Path, sources: Sequence[Source]):
        self.path = path
        self.sections = {s.sha256: Section(s.sha256, s.name, s.page) for s in sources}
        for section in read_verdicts(path) if path.exists() else []:
            if wrong := mismatch(section, sources, str(path)):
                raise BadInput(f"{wrong}; --verdicts names another file")
            self.sections[section.sha256] = section

    def keep(self, sha256: str, verdicts: Sequence[Verdict]) -> None:
        """Write the file anew, with these verdicts on this page. Raises CannotWrite."""
        self.sections[sha256] = replace(self.sections[sha256], verdicts=tuple(verdicts))
        said = [s for s in self.sections.values() if s.verdicts] or [self.sections[sha256]]
        write_file(self.path, "".join(map(section_lines, said)), force=True)


class Session:
    """The review of one page."""

    def __init__(self, page: Page, record: Record):
        self.page, self.record = page, record
        self.sha256 = page.source.sha256
        self.said = last_words(record.sections[self.sha256].verdicts)
        self.past: list[list[Verdict]] = []
        self.fallen = revise(page, self.said).fallen

    def verdict(self, id_: str) -> Verdict | None:
        return next((v for v in self.said if v.id == id_), None)

    def say(self, verdicts: Sequence[Verdict]) -> list[Fallen]:
        """Take down verdicts; gives the decisions that fall by them."""
        self.past.append(self.said)
        return self._now(last_words([*self.said, *verdicts]))

    def undo(self) -> list[Verdict]:
        """Take the last word back; gives the verdicts that it was."""
        if not self.past:
            return []
        gone = [v for v in self.said if v not in self.past[-1]]
        self._now(self.past.pop())
        return gone

    def _now(self, said: list[Verdict]) -> list[Fallen]:
        """Take ``said`` for what holds now; gives what falls that stood before."""
        self.said = said
        self.record.keep(self.sha256, said)
        before, self.fallen = self.fallen, revise(self.page, said).fallen
        known = {(f.decision.verb, f.decision.spans) for f in before}
        return [f for f in self.fallen if (f.decision.verb, f.decision.spans) not in known]
