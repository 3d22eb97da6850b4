"""A pull quote says in large type what its story says in its own: it is no headline, and no text of the story.

A few lines with a full stop at their end, mostly in quotation marks, whose words stand on the page once more, within lines of
running text, were pulled from there. Line breaks, case and marks do not count, nor does who "said so" between two clauses.

Wrong when: a saying is the headline, with its marks, and stands in the story word for word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ocrfix.late import late
from ocrfix.lines import CLOSERS, Galley, Slug, is_wide
from ocrfix.model import Decision, Evidence, Role, Verb

LEAST, LEAST_WIDE = 24, 12  # letters of a pull quote, and Chinese characters
MOST = 14  # lines of one, at most
TRIES = 6  # places, at most, where a line is looked for
LONGEST = 60_000  # letters of a page, at most, that is looked through: no newspaper page has more
QUOTES = "“‘「『„«\"'"
STOPS = ".!?。！？"
CLOSING = CLOSERS + "“»"
LINES = 3  # of one without quotation marks, or without a full stop, at least
SAID = 70  # letters, at most, of what stands in the story between two clauses of a quote
CLAUSE = 6  # letters of a clause, at least
SIGNED = 6  # words, at most, of the line below that names the speaker
DASHES = "—–-"
CLOSE = "”’」』»“\"'"
CLAUSES = late(r"[.!?,;:。！？，；：—–]+")
SURE = 60  # decibans
_PULLED = Evidence("pull-quote", SURE, "these words stand in the text of the page, too")


class _Found(NamedTuple):
    """Lines from ``first`` up to ``end``, which say what stands from ``at`` up to ``to`` in the letters of the page."""

    letters: int
    first: int
    end: int
    at: int
    to: int


def lift(galley: Galley) -> tuple[Galley, list[Decision]]:
    """The galley without its pull quotes and the lines below them that say who said so, and these as furniture of the page:
    the text around them goes on as if they were not there."""
    found = pull_quotes(galley.lines)
    kept = [s for i, s in enumerate(galley.lines) if i not in found]
    places = (
        Decision(Verb.PLACE, (galley.lines[i].span,), SURE, role=Role.FURNITURE, evidence=(_PULLED,)) for i in found
    )
    return replace(galley, lines=kept), sorted(places, key=lambda d: d.spans)


def pull_quotes(lines: Sequence[Slug]) -> set[int]:
    """The lines that are of a pull quote, or say below one who said it."""
    page = _Page([s.text for s in lines])
    quotes: set[int] = set()
    for found in _apart(page) if len(page.flat) <= LONGEST else ():
        end = found.end
        while end < len(lines) and lines[end].text[0] in DASHES and len(lines[end].text.split()) <= SIGNED:
            end += 1
        quotes.update(range(found.first, end))
    return quotes


class _Page:
    """The lines of a page as letters, in a row."""

    def __init__(self, lines: list[str]):
        self.lines = lines
        self.bare = [_bare(line) for line in lines]
        self.flat = "".join(self.bare)
        self.starts = [0]
        for line in self.bare:
            self.starts.append(self.starts[-1] + len(line))
        self.borders = set(self.starts)

    def candidates(self) -> Iterator[_Found]:
        """Runs of lines that stand elsewhere, within lines."""
        for i, line in enumerate(self.bare):
            if self.lines[i][0] in QUOTES and (quote := self.quote(i)):
                yield quote
            begins = line and (self.lines[i][0] in QUOTES or self.lines[i][0].isupper())
            at = -1
            for _ in range(TRIES if begins else 0):
                if (at := self.flat.find(line, at + 1)) < 0:
                    break
                if found := self.run(i, at):
                    yield found

    def quote(self, first: int) -> _Found | None:
        """The lines from ``first`` on up to where the quotation marks close, if all their clauses stand elsewhere, in order."""
        ends = range(first, min(len(self.lines), first + MOST))
        last = next((k for k in ends if self.lines[k].rstrip(STOPS)[-1:] in CLOSE), -1)
        if last <= first:
            return None
        text = "".join(line + "\n" for line in self.lines[first : last + 1])
        clauses = [_bare(part) for part in CLAUSES.split(text)]
        clauses = [c for c in clauses if c]
        letters = sum(map(len, clauses))
        stopped = self.lines[last].rstrip(CLOSING)[-1:] in STOPS or last - first + 1 >= LINES
        wide = bool(clauses) and is_wide(clauses[0][0])
        if len(clauses) < 2 or letters < (LEAST_WIDE if wide else LEAST) or not stopped or len(clauses[0]) < CLAUSE:
            return None
        here = self.starts[first], self.starts[last + 1]
        at = -1
        for _ in range(TRIES):
            if (at := self.flat.find(clauses[0], at + 1)) < 0:
                return None
            to = self.follow(clauses, at)
            apart = to <= here[0] or here[1] <= at
            whole = to - at == letters and at in self.borders and to in self.borders
            if to and apart and not whole:
                return _Found(letters, first, last + 1, at, to)
        return None

    def follow(self, clauses: list[str], at: int) -> int:
        """Where the clauses end that follow one another from ``at`` on, 0 where they do not."""
        for clause in clauses:
            found = self.flat.find(clause, at, at + SAID + len(clause))
            if found < 0:
                return 0
            at = found + len(clause)
        return at

    def run(self, first: int, at: int) -> _Found | None:
        """The lines from ``first`` on that stand at ``at``, if they are a quote."""
        end, to = first, at
        while end < min(len(self.bare), first + MOST) and self.flat.startswith(self.bare[end], to):
            to += len(self.bare[end])
            end += 1
        overlaps = at < self.starts[end] and self.starts[first] < to
        whole = at in self.borders and to in self.borders
        wide = is_wide(self.flat[at])
        short = to - at < (LEAST_WIDE if wide else LEAST)
        said = end > first and self.said(first, end, wide)
        if overlaps or whole or short or not said:
            return None
        return _Found(to - at, first, end, at, to)

    def said(self, first: int, end: int, wide: bool) -> bool:
        """Are these lines whole sentences: in quotation marks, or, in Latin, some lines with a capital below text that ended?"""
        opening, last, above = self.lines[first][0], self.lines[end - 1], self.lines[first - 1] if first else ""
        alone = opening.isupper() and end - first >= LINES and not above[-1:].isalnum() and not wide
        ended = last.rstrip(CLOSING)[-1:] in STOPS
        quoted = opening in QUOTES and last[-1] in CLOSING
        return ended and (quoted or alone)


def _bare(text: str) -> str:
    """Its letters and figures, in lower case."""
    return "".join(c for c in text.lower() if c.isalnum())


def _apart(page: _Page) -> Iterator[_Found]:
    """The longest of the candidates, none of which is the text, or a part, of another."""
    taken: list[tuple[int, int]] = []
    for found in sorted(page.candidates(), key=lambda f: -f.letters):
        here = page.starts[found.first], page.starts[found.end]
        if all(here[1] <= a or b <= here[0] for a, b in taken):
            taken += [here, (found.at, found.to)]
            yield found
