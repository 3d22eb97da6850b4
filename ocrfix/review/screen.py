"""A review in the terminal: one decision at a time, keys as in ``git add -p``."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from ocrfix.articles import ARTICLE_ROLES, PAGE_ROLES
from ocrfix.diff import one_line, painter, stacked
from ocrfix.hunks import Type
from ocrfix.model import Decision, Kind, Role, Span, Verb
from ocrfix.review.docket import GLUES, lines_about, question, told
from ocrfix.review.session import Session
from ocrfix.revise import SAID
from ocrfix.verdicts import Verdict, Word, judge

HELP = """\
y  accept this decision
n  reject it
a  accept it and all that follow
d  reject it and all that follow
e  edit it
j  leave it open, go on
k  go back to the one before
u  undo the last verdict
q  quit; what was said is kept
?  this help
"""
_T = TypeVar("_T")
KEYS = "y,n,a,d,e,j,k,u,q,?"


class Screen:
    """Asks about decisions, in order, until all were seen or the editor has enough.

    ``key`` gives one key, "" at the end of input; ``line`` one line of text; ``show`` takes text for the screen.
    """

    def __init__(
        self,
        session: Session,
        decisions: Sequence[Decision],
        key: Callable[[], str],
        line: Callable[[], str],
        show: Callable[[str], object],
        colour: bool = False,
    ):
        self.session, self.decisions = session, decisions
        self.key, self.line, self.show, self.colour = key, line, show, colour
        self.type = Type(session.page)
        self.parts = [d.spans[0] for d in session.page.decisions if d.verb is Verb.PART]
        self.width = len(str(len(self.type.starts)))
        self.at = next((k for k, d in enumerate(decisions) if not self._said(d)), len(decisions))

    def run(self) -> bool:
        """Go through the decisions; False where the editor quit."""
        while self.at < len(self.decisions):
            self._ask(self.decisions[self.at])
            if not self._take(self.key()):
                return False
        self.show(f"{self.summary()}\n")
        return True

    def summary(self) -> str:
        counts = {word: sum(v.word is word for v in self.session.said) for word in Word}
        told = ", ".join(f"{n} {SAID[word]}" for word, n in counts.items() if n)
        return (
            f"{one_line(self.session.page.source.name)}: {len(self.decisions)} decisions seen; {told or 'no verdicts'}"
        )

    def _said(self, d: Decision) -> Verdict | None:
        return self.session.verdict(d.id(self.session.sha256))

    def _ask(self, d: Decision) -> None:
        said = self._said(d)
        state = f" ({SAID[said.word]})" if said else ""
        head = f"({self.at + 1}/{len(self.decisions)}) {question(self.type, d)}{state}"
        paint = painter(self.colour)
        self.show(f"{paint(head, '1')}\n{stacked(lines_about(self.type, d), self.width, self.colour)}Accept [{KEYS}]? ")

    def _take(self, key: str) -> bool:
        """Follow one key; False ends the review."""
        self.show(f"{key if key.isprintable() else ''}\n")
        here, rest = self.decisions[self.at], self.decisions[self.at :]
        match key:
            case "y":
                self._say([here], Word.ACCEPT)
            case "n":
                self._say([here], Word.REJECT)
            case "a":
                self._say(rest, Word.ACCEPT)
            case "d":
                self._say(rest, Word.REJECT)
            case "e":
                self._edit(here)
            case "j":
                self.at += 1
            case "k":
                self.at = max(0, self.at - 1)
            case "u":
                self._undo()
            case "q" | "":
                return False
            case _:
                self.show(HELP)
        return True

    def _say(self, decisions: Sequence[Decision], word: Word) -> None:
        open_ = [d for d in decisions if d is decisions[0] or not self._said(d)]
        self._tell([judge(d, self.session.sha256, word) for d in open_])
        self.at += len(decisions)

    def _tell(self, verdicts: list[Verdict]) -> None:
        for f in self.session.say(verdicts):
            self.show(f"  with that falls: {told(self.type.text, f)}\n")

    def _undo(self) -> None:
        gone = self.session.undo()
        if not gone:
            self.show("nothing to undo\n")
        ids = {v.id for v in gone}
        self.at = next((k for k, d in enumerate(self.decisions) if d.id(self.session.sha256) in ids), self.at)

    def _edit(self, d: Decision) -> None:
        changes = self._changes(d)
        if changes:
            self._tell([judge(d, self.session.sha256, Word.EDIT, **changes)])
            self.at += 1

    def _changes(self, d: Decision) -> dict[str, object]:
        match d.verb:
            case Verb.MEND:
                return self._text(f"reads [{one_line(d.text)}]: ")
            case Verb.DROP:
                role = self._choice("it is", list(PAGE_ROLES))
                return {"role": role} if role else {}
            case Verb.JOIN:
                glue = self._choice("between the lines stands", list(GLUES), list(GLUES.values()))
                return {} if glue is None else {"glue": glue}
            case Verb.PART:
                kind = self._choice("it is", list(Kind))
                return {"kind": kind} if kind else {}
            case Verb.PLACE:
                return self._place(d)
        self.show("a cut can only be accepted or rejected\n")
        return {}

    def _place(self, d: Decision) -> dict[str, object]:
        role = self._choice("it is", [*ARTICLE_ROLES, Role.BANNER, Role.FURNITURE, Role.JUMP])
        if role is None or role not in ARTICLE_ROLES:
            return {"role": role, "spans": d.spans[:1]} if role else {}
        names = [
            f"line {self.type.line(s.start)} {one_line(self.type.text[s.start : s.start + 16])}" for s in self.parts
        ]
        home: Span | None = self._choice("of the article that begins in", self.parts, names)
        return {"role": role, "spans": (d.spans[0], home)} if home else {}

    def _text(self, prompt: str) -> dict[str, object]:
        self.show(prompt)
        text = self.line()
        return {"text": text.removesuffix("\n")} if text.strip() else {}

    def _choice(self, prompt: str, values: Sequence[_T], names: Sequence[str] = ()) -> _T | None:
        """One of several values by its number; None where the editor thinks better of it."""
        for n, name in enumerate(names or map(str, values), 1):
            self.show(f"  {n} {name}\n")
        self.show(f"{prompt} [1-{len(values)}]: ")
        answer = self.line().strip()
        return values[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(values) else None
