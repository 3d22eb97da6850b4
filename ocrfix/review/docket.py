"""What an editor is asked: decisions in an order to judge them, each as a question with the lines that it is about.

The questions' wording stands here once, for the terminal and for the browser.
"""

from bisect import bisect_right
from collections.abc import Iterator

from ocrfix.articles import line_spans
from ocrfix.diff import one_line
from ocrfix.hunks import Change, Hunk, Mark, Part, Row, Type, line_numbers
from ocrfix.model import Decision, Kind, Page, Role, Span, Verb
from ocrfix.revise import Fallen

# By verb; {a} and {b} are the lines of the first and the last span, {found} the text of the first.
QUESTIONS = {
    "mend": "Does “{found}” in line {a} read “{text}”?",
    "mend nothing": "Is “{found}” in line {a} left out?",
    "drop": "Is “{found}” in line {a} left out ({role})?",
    "cut": "Do two columns share line {a}?",
    "join": "Does line {a} go on in line {b}?",
    "join paragraph": "Does the article go on after line {a} with a new paragraph in line {b}?",
    "part": "Does an article ({kind}) begin in line {a}?",
    "place": "Is line {a} the {role} of the article that begins in line {b}?",
    "place page": "Is line {a} of no article ({role})?",
}
GLUES = {"": "nothing", " ": "a space", "\n": "a new paragraph"}
QUOTED = 24  # characters of page text in a question
NEAR = 80  # characters that are shown on either side of a change


def docket(
    page: Page, verb: Verb | None = None, rule: str | None = None, in_page_order: bool = False
) -> list[Decision]:
    """The decisions to judge, of one verb or rule or all, the least sure first or in the order of the page.

    ``rule`` is a rule's name or the first part of one: "reads-on" is all of "reads-on/...".
    """
    wanted = [
        d
        for d in page.decisions
        if verb in (None, d.verb) and (rule is None or any(f"{e.rule}/".startswith(f"{rule}/") for e in d.evidence))
    ]
    return sorted(wanted, key=lambda d: d.spans if in_page_order else ((d.weight, 0), *d.spans))


def question(type_: Type, d: Decision) -> str:
    """A decision as a question; page text in it is escaped."""
    key = d.verb.value
    if d.verb is Verb.JOIN and d.glue == "\n":
        key = "join paragraph"
    elif d.verb is Verb.MEND and not d.text:
        key = "mend nothing"
    elif d.verb is Verb.PLACE and len(d.spans) == 1:
        key = "place page"
    return QUESTIONS[key].format(
        a=type_.line(d.spans[0].start),
        b=type_.line(d.spans[-1].start),
        found=_quoted(type_.text[d.spans[0].start : d.spans[0].end]),
        text=_quoted(d.text),
        role=d.role or (Role.FURNITURE if d.verb is Verb.DROP else Role.BANNER),
        kind=d.kind or Kind.ARTICLE,
    )


def _quoted(text: str) -> str:
    return one_line(text if len(text) <= QUOTED else f"{text[:QUOTED]}…")


def told(text: str, f: Fallen) -> str:
    """A decision that fell, with the reason, in one line."""
    lines = " and ".join(map(str, line_numbers(text, f.decision)))
    return f"{f.decision.verb}, line {lines}: {f.because}"


def lines_about(type_: Type, d: Decision) -> Hunk:
    """The lines that a decision names, with their neighbours, and what is printed of them where that differs."""
    named = [bisect_right(type_.firsts, s.start) - 1 for s in d.spans]
    rows: list[Row] = []
    done: set[int] = set()
    for n in named:
        for k in range(max(0, n - 1), min(len(type_.slugs), n + 2)):
            if k == n:
                rows += _named(type_, d, type_.slugs[k], first=n == named[0])
            elif k not in done and k not in named:
                rows.append(_row(type_, Mark.CONTEXT, type_.slugs[k]))
            done.add(k)
    if d.verb is Verb.JOIN and d.glue != "\n":
        left, right = (type_.text[s.start : s.end] for s in d.spans)
        rows.append(Row(Mark.PRINTED, (Part(left[-NEAR:]), Part(d.glue, Change.NEW), Part(right[:NEAR]))))
    evidence = [f"{e.weight:+4} {e.because} ({e.rule})" for e in d.evidence]
    return Hunk(f"{d.verb}, {d.weight} dB, {d.status}", tuple(rows), (*evidence, f"{d.weight:4} dB in all"))


def _named(type_: Type, d: Decision, slug: Span, first: bool) -> Iterator[Row]:
    """A line that a decision names, as it stands, and as it is printed where the decision changes it."""
    text, (start, end) = type_.text, d.spans[0]
    left, right = text[max(slug.start, start - NEAR) : start], text[end : min(slug.end, end + NEAR)]
    match d.verb:
        case Verb.MEND | Verb.DROP:
            new = Part(d.text if d.verb is Verb.MEND else d.glue, Change.NEW)
            yield _row(type_, Mark.FOUND, slug, Part(left), Part(text[start:end], Change.GONE), Part(right))
            yield Row(Mark.PRINTED, (Part(left), new, Part(right)))
        case Verb.CUT:
            line = next(s for s in line_spans(text) if s.end > start)
            left, right = text[max(line.start, start - NEAR) : start], text[start : min(line.end, start + NEAR)]
            yield _row(type_, Mark.FOUND, slug, Part(left), Part("┊", Change.CUT), Part(right))
        case Verb.JOIN if first:
            yield _row(type_, Mark.FOUND, slug, Part(text[slug.start : slug.end][-NEAR:]), Part("⏎", Change.BREAK))
        case Verb.JOIN:
            yield _row(type_, Mark.FOUND, slug)
        case _:
            yield _row(type_, Mark.MOVED if first else Mark.CONTEXT, slug)


def _row(type_: Type, mark: Mark, slug: Span, *parts: Part) -> Row:
    """A line of the source, by default as much of its beginning as a screen shows."""
    shown = parts or (Part(type_.text[slug.start : min(slug.end, slug.start + 2 * NEAR)]),)
    return Row(mark, tuple(p for p in shown if p.text), type_.line(slug.start))
