"""A page set by hand, and editors who say anything at all: what the tests of review have in common."""

from dataclasses import replace
from random import Random

from ocrfix.articles import apply, slugs
from ocrfix.model import Decision, Evidence, Kind, Page, Role, Source, Span, Status, Verb
from ocrfix.verdicts import Verdict, Word, judge, own

TEXT = """\
青溪晚报 03
书香书香
老粮仓里开起图书馆
本报讯 三月的清晨，白石
村的⽼粮仓又亮起了灯。
孩子们在看书。 陈默 摄
如今每天有六十多人来。
全城补种三千株行道树
今年开春以来，青溪市园林
部门在补种行道树。
The old gran-
ary reads again.
"""


def span(found: str, text: str = TEXT) -> Span:
    """Where ``found`` stands in ``text``, for the first time."""
    start = text.index(found)
    return Span(start, start + len(found))


FOLIO, BANNER, COPY = span("青溪晚报 03"), span("书香书香"), Span(span("书香书香").start + 2, span("书香书香").end)
TITLE, FIRST, SECOND = span("老粮仓里开起图书馆"), span("本报讯 三月的清晨，白石"), span("村的⽼粮仓又亮起了灯。")
RADICAL, CAPTION, CREDIT = span("⽼"), span("孩子们在看书。"), span("陈默 摄")
SIX = span("六", TEXT)
THIRD, TITLE2 = span("如今每天有六十多人来。"), span("全城补种三千株行道树")
TREES, TREES2 = span("今年开春以来，青溪市园林"), span("部门在补种行道树。")
GRAN, ARY = span("The old gran-"), span("ary reads again.")
GAP = Span(CREDIT.start, CREDIT.start)
HYPHEN = Span(GRAN.end - 1, GRAN.end)


def decision(verb: Verb, *spans: Span, weight: int = 30, rule: str = "by-hand", **what: object) -> Decision:
    evidence = (Evidence(rule, weight - 2, "it looks like it"), Evidence("habit", 2, "it often is"))
    return Decision(verb, spans, weight, evidence=evidence, **what)  # type: ignore[arg-type]


DECISIONS = (
    decision(Verb.MEND, RADICAL, text="老", rule="mend-radicals", weight=40),
    decision(Verb.DROP, COPY, role=Role.COPY, rule="doubled-groups", weight=90),
    decision(Verb.MEND, HYPHEN, weight=22, rule="line-end-hyphen"),
    decision(Verb.MEND, SIX, text="四", weight=5, status=Status.PROPOSED),
    decision(Verb.CUT, GAP, weight=21),
    decision(Verb.JOIN, FIRST, SECOND, weight=14, rule="reads-on/turn"),
    decision(Verb.JOIN, SECOND, THIRD, glue="\n", weight=3, rule="reads-on/turn"),
    decision(Verb.JOIN, TREES, TREES2, weight=17, rule="reads-on/turn"),
    decision(Verb.JOIN, TREES2, GRAN, glue="\n", weight=9, rule="reads-on/turn"),
    decision(Verb.JOIN, GRAN, ARY, weight=28, rule="reads-on/turn"),
    decision(Verb.PART, FIRST, kind=Kind.ARTICLE),
    decision(Verb.PART, TREES, kind=Kind.BRIEF),
    decision(Verb.PLACE, FOLIO, role=Role.FURNITURE),
    decision(Verb.PLACE, BANNER, role=Role.BANNER),
    decision(Verb.PLACE, TITLE, FIRST, role=Role.TITLE),
    decision(Verb.PLACE, CAPTION, FIRST, role=Role.DECK),
    decision(Verb.PLACE, CREDIT, FIRST, role=Role.CREDIT),
    decision(Verb.PLACE, TITLE2, TREES, role=Role.TITLE, weight=8),
)
PAGE = apply(Source(TEXT, "page.txt"), DECISIONS)
SHA = PAGE.source.sha256


def the(verb: Verb, *spans: Span) -> Decision:
    """The decision of the page with this verb and these spans."""
    return next(d for d in DECISIONS if d.verb is verb and d.spans == spans)


def accept(verb: Verb, *spans: Span) -> Verdict:
    return judge(the(verb, *spans), SHA, Word.ACCEPT)


def reject(verb: Verb, *spans: Span) -> Verdict:
    return judge(the(verb, *spans), SHA, Word.REJECT)


def edit(verb: Verb, *spans: Span, **changes: object) -> Verdict:
    return judge(the(verb, *spans), SHA, Word.EDIT, **changes)


def mine(verb: Verb, *spans: Span, **what: object) -> Verdict:
    return own(SHA, verb, *spans, **what)


def anything(page: Page, r: Random, n: int, share: float = 0.5) -> list[Verdict]:
    """``n`` verdicts of an editor who says anything, ``share`` of them on the page's decisions, the others of his own."""
    sha256, decisions = page.source.sha256, page.decisions
    cuts = [d.spans[0].start for d in decisions if d.verb is Verb.CUT]
    lines = slugs(page.source.text, cuts) or [Span(0, 1)]
    parts = [d.spans[0] for d in decisions if d.verb is Verb.PART] or lines
    said = []
    for _ in range(n):
        if decisions and r.random() < share:
            d = r.choice(decisions)
            word = r.choice(list(Word))
            said.append(judge(d, sha256, word, **(_any_change(d, parts, r) if word is Word.EDIT else {})))
        else:
            said.append(own(sha256, *_any_decision(lines, parts, r)))
            said[-1] = _with_fields(said[-1], r)
    return said


def _any_change(d: Decision, parts: list[Span], r: Random) -> dict[str, object]:
    match d.verb:
        case Verb.MEND:
            return {"text": r.choice(("x", "改改", "", " "))}
        case Verb.JOIN:
            return {"glue": r.choice(("", " ", "\n"))}
        case Verb.PART:
            return {"kind": r.choice(list(Kind))}
        case Verb.DROP:
            return r.choice(({"text": "甲"}, {"role": r.choice(list(Role))}))
        case Verb.PLACE:
            return {"role": r.choice(list(Role)), "spans": r.choice((d.spans[:1], (d.spans[0], r.choice(parts))))}
    return {}


def _any_decision(lines: list[Span], parts: list[Span], r: Random) -> tuple[Verb | Span, ...]:
    a, b = r.choice(lines), r.choice(lines)
    start = r.randrange(a.start, a.end)
    within = Span(start, r.randint(start + 1, a.end))
    return r.choice(
        (
            (Verb.JOIN, a, b),
            (Verb.PART, a),
            (Verb.PLACE, a),
            (Verb.PLACE, a, r.choice(parts)),
            (Verb.PLACE, r.choice(parts), r.choice(parts)),
            (Verb.DROP, a),
            (Verb.DROP, within),
            (Verb.CUT, Span(start, start)),
            (Verb.MEND, within),
            (Verb.MEND, Span(start, a.end + 2)),
        )
    )


def _with_fields(v: Verdict, r: Random) -> Verdict:
    if v.verb in (Verb.PLACE, Verb.DROP):
        return replace(v, role=r.choice(list(Role)))
    if v.verb is Verb.MEND:
        return replace(v, text=r.choice(("", "字字字", "z")))
    return replace(v, glue=r.choice(("", " ", "\n"))) if v.verb is Verb.JOIN else v
