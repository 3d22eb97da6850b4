"""Whether a headline, byline or credit belongs to a story: shared words and subject, nearness and the page's habit."""

from bisect import bisect_left, bisect_right

from ocrfix import phrases
from ocrfix.lanes import row
from ocrfix.late import late
from ocrfix.lay import shared
from ocrfix.lines import Galley
from ocrfix.links import step_bin
from ocrfix.matter import TermWeights, total
from ocrfix.points import heads_points
from ocrfix.rivals import Lead, clear_bin
from ocrfix.roles import bucket, plain_runs
from ocrfix.rolls import announced, headless, names
from ocrfix.runs import head_runs
from ocrfix.stories import Story
from ocrfix.subjects import Direction, agree, running, terms

HEAD_BINS = (
    "cover",
    "rank",
    "place",
    "lead",
    "quoted",
    "phrase",
    "length",
    "subject",
    "nearer",
    "listed",
    "announced",
    "order",
    "step",
    "row",
)
WHY = {
    "base": "any headline and any story of a page",
    "cover": "how many of its words, rare ones above all, stand in the story",
    "rank": "whether they stand in another story as well",
    "place": "where it stands by the story",
    "lead": "how many of its words stand in the story's first lines",
    "quoted": "whether the story has it word for word",
    "phrase": "how long a phrase of it the story has, and whether another has a longer one",
    "length": "how long the story is, and how much the headline says",
    "habit": "where this page sets its headlines, or its bylines",
    "subject": "how far both are of one subject",
    "nearer": "whether another story is nearer to its subject",
    "order": "whether headlines that stand together, or bylines, come in the order of their stories, each with one",
    "listed": "whether the story is a list or table, whose rows share no words with a headline, and where it stands",
    "announced": "whether it announces a list, and the story is one",
    "rows": "whether it names a list that stands right beside it",
    "together": "the other lines of the same headline",
    "form": "the form of the byline or credit, and where it stands",
    "has": "how long the story is",
    "head": "whose headlines stand next above and below",
    "beside": "what stands next above and below, and where the story stands",
    "step": "how many lines lie between it and where the story begins",
    "row": "where it and the story's first line stand on their printed lines",
    "to": "whether it belongs rather to another story",
    "from": "whether another belongs rather to the story",
    "titled": "whether the story is a list, and has a headline, where bylines stand apart from all text",
    "prior": "most headlines and bylines have an article on their page",
}
SETTLED = ("habit", "to", "from")  # what is known when all pairs were weighed once
LEADS_IN = late(
    r"(?:[强強][调調]|指出|要求|表示|[会會][议議]|[时時]|主持|[讲講][话話]|[：:])$"
)  # a kicker to its title
SHARED = 0.25  # of the words of a headline, by weight, stand in its story
STACKED = 4  # headlines' blocks that stand together, at least: their order tells
ROWS, FAR_ROWS = 15, 10  # decibans for a line that names the rows of a list, beside it or far off
HEADS = "head"  # the form under which the habit of headlines is kept


Ahead = tuple[float, float]  # a value, and how far it is above the best of the others


def ahead(values: list[float]) -> list[Ahead]:
    """Each of several values with its lead over the others; over nothing where it is the only one."""
    if len(values) < 2:
        return [(x, x) for x in values]
    best, second = sorted(values, reverse=True)[:2]
    return [(x, x - (second if x == best else best)) for x in values]


class Matcher:
    """Evidence that a headline or signature line belongs to a story."""

    def __init__(
        self,
        g: Galley,
        kinds: list[str],
        found: list[Story],
        weight: TermWeights,
        after: dict[int, int],
    ):
        self.g, self.kinds, self.stories, self.weight, self.after = g, kinds, found, weight, after
        self._words: dict[int, tuple[set[str], float, str]] = {}
        self.shared = shared(g.lines)
        self.home: dict[int, int] = {i: n for n, s in enumerate(found) for i in s.lines}
        self.first = {s.lines[0]: n for n, s in enumerate(found)}
        self.last = {s.lines[-1]: n for n, s in enumerate(found)}
        order = sorted(range(len(found)), key=lambda n: found[n].lines[0])
        self.rank_of = {n: r for r, n in enumerate(order)}
        self.bodies = sorted(self.home)
        self.turn = {
            i: ((k + 0.5) / len(run), len(run))
            for run in head_runs(kinds, after)
            if len(run) >= STACKED
            for k, i in enumerate(run)
        }
        self.habit: dict[str, dict[str, float]] = {}
        self.ahead: dict[tuple[int, int], Lead] = {}
        self.taken: dict[int, set[str]] = {}
        self.plain = plain_runs(g.lines, g.latin)
        self._announce: dict[int, bool] = {}
        self._cover: dict[int, list[Ahead]] = {}
        self._phrases: dict[int, list[Ahead]] = {}
        self._agreement: dict[int, list[Ahead]] = {}
        self.subjects = g.news.subjects(g.latin)
        self.heads: dict[int, int] = {}
        self.headed: dict[int, int] = {}
        self.directions = [self.direction(s.terms) for s in found]

    def neighbours(self, i: int) -> tuple[int, int]:
        """The body lines next above and next below line ``i`` (-1 where there is none)."""
        up, down = bisect_left(self.bodies, i), bisect_right(self.bodies, i)
        return self.bodies[up - 1] if up else -1, self.bodies[down] if down < len(self.bodies) else -1

    def place(self, i: int, n: int) -> str:
        """Where line ``i`` stands by story ``n``: above it, below it, inside it, so many stories off."""
        up, down = self.neighbours(i)
        if down in self.first and self.first[down] == n:
            return "above" + ("d" if down - i < 4 else "f")
        if up in self.last and self.last[up] == n:
            return "below" + ("d" if i - up < 4 else "f")
        a, b = self.home.get(up, -1), self.home.get(down, -1)
        if a == n and b == n:
            return "inside"
        if a == n or b == n:
            return "beside"
        r = self.rank_of[n]
        here = self.rank_of[b] if b >= 0 else len(self.stories)
        return ("on" if r >= here else "back") + str(bucket(abs(r - here), (2, 4, 7)))

    def words(self, i: int) -> tuple[set[str], float, str]:
        """Terms, their summed weight and the text of the block that begins with line ``i``."""
        found = self._words.get(i)
        if found is None:
            text = running((self.g.lines[k].text for k in follow(i, self.after)), self.g.latin)
            mine = terms(text, self.g.latin)
            found = self._words[i] = mine, total(mine, self.weight) or 1.0, "".join(text.lower().split())
        return found

    def announces(self, i: int) -> bool:
        """Does the block that begins with line ``i`` say that a list follows?"""
        if i not in self._announce:
            text = running((self.g.lines[k].text for k in follow(i, self.after)), self.g.latin)
            self._announce[i] = announced(text, self.g.latin) or heads_points(self.g.lines[i])
        return self._announce[i]

    def rows(self, i: int, n: int) -> int:
        """Decibans for line ``i`` if it names the rows that are story ``n``, beside them, or where they have no headline, far off."""
        lines, rows = self.g.lines, self.stories[n].lines
        if names(lines, i, rows):
            return ROWS
        return FAR_ROWS if self.announces(i) and headless(lines, rows) else 0

    def covers(self, i: int) -> list[Ahead]:
        """For each story, the share of line ``i``'s words (by weight) that stand in it, and its lead over the others."""
        found = self._cover.get(i)
        if found is None:
            mine, own, _ = self.words(i)
            found = self._cover[i] = ahead([total(mine & s.terms, self.weight) / own for s in self.stories])
        return found

    def phrases(self, i: int) -> list[Ahead]:
        """For each story, how long a phrase of line ``i`` stands in it, and its lead over the others."""
        found = self._phrases.get(i)
        if found is None:
            flat = self.words(i)[2]
            found = self._phrases[i] = ahead([phrases.longest(flat, s.flat) for s in self.stories])
        return found

    def quotes(self, i: int, n: int) -> tuple[str, str]:
        """Whether story ``n`` has line ``i`` word for word, and in Latin how long a phrase of it, beside the other stories."""
        flat = self.words(i)[2]
        if not self.g.latin:
            return str(int(len(flat) > 4 and flat in self.stories[n].flat)), "-"
        size, longer = self.phrases(i)[n]
        length = phrases.length_bin(size)
        return length if size == len(flat) else "-", length + str(bucket(longer, phrases.AHEAD))

    def direction(self, found: set[str]) -> Direction:
        """Where the subjects of a text with these terms lie."""
        return self.subjects.direction(self.subjects.gist(found))

    def agreement(self, i: int) -> list[Ahead]:
        """For each story, how far line ``i`` and it are of one subject, and its lead over the others."""
        found = self._agreement.get(i)
        if found is None:
            mine = self.direction(self.words(i)[0])
            found = self._agreement[i] = ahead([agree(mine, d) for d in self.directions])
        return found

    def head_bins(self, i: int, n: int) -> list[str]:
        """The bin of headline line ``i`` and story ``n`` for each of HEAD_BINS."""
        cover, clear = self.covers(i)[n]
        near, nearer = self.agreement(i)[n]
        s = self.stories[n]
        mine, own, _ = self.words(i)
        place = self.place(i, n)
        return [
            str(bucket(cover, (0.02, 0.12, 0.25, 0.4, 0.55, 0.7, 0.85, 0.97))),
            str(bucket(clear, (-0.5, -0.3, -0.15, -0.04, 0.04, 0.15, 0.3, 0.5))),
            place,
            str(bucket(total(mine & s.lead, self.weight) / own, (0.05, 0.2, 0.4, 0.6, 0.8))),
            *self.quotes(i, n),
            str(bucket(len(s.lines), (2, 4, 8, 16))) + str(bucket(own, (2, 5, 10))),
            str(bucket(near, (-0.1, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8))) + str(bucket(own, (2, 5, 10))),
            str(bucket(nearer, (-0.5, -0.3, -0.15, -0.04, 0.04, 0.15, 0.3, 0.5))),
            str(int(s.listed)) + place,
            str(int(self.announces(i))) + str(int(s.listed)),
            self.order(i, n),
            *self.stands(i, n),
        ]

    def settled(self, i: int, n: int, form: str) -> list[str]:
        """The bin of line ``i`` and story ``n`` for each of SETTLED: is it the habit of the page to set lines of this form at
        such a place, and are the two ahead of their rivals?"""
        habit = "-"
        if form in self.habit:
            habit = str(bucket(self.habit[form].get(self.place(i, n).rstrip("df"), 0.0), (0.05, 0.2, 0.45, 0.75)))
        to, from_ = self.ahead.get((i, n), (0.0, 0.0))
        return [form[:1] + habit, form[:1] + clear_bin(to), form[:1] + clear_bin(from_)]

    def stands(self, i: int, n: int) -> tuple[str, str]:
        """How far line ``i`` is from the first line of story ``n``, in lines and on the printed page."""
        j = self.stories[n].lines[0]
        return step_bin(j - i), row(self.shared, self.g.lines[i], self.g.lines[j])

    def order(self, i: int, n: int) -> str:
        """In a stack of headlines, mostly set in the order of their stories: how far off the turn of line ``i`` is story ``n``."""
        if i not in self.turn:
            return "-"
        turn, of = self.turn[i]
        off = abs(turn - (self.rank_of[n] + 0.5) / len(self.stories))
        return str(bucket(off, (0.06, 0.12, 0.2, 0.3, 0.45))) + str(bucket(of, (6, 10)))

    def set_heads(self, heads: dict[int, int]) -> None:
        """Take in which story each headline block (its first line) heads."""
        self.heads = heads
        self.headed = {k: n for i, n in heads.items() for k in follow(i, self.after)}

    def sure(self) -> set[int]:
        """The headline blocks (their first lines) that share words with their story or stand next to it, and are not of one row of
        lines without marks with a list."""
        return {i for i, n in self.heads.items() if self._near(i, n) and not self._in_row(i, n)}

    def _near(self, i: int, n: int) -> bool:
        return self.covers(i)[n][0] >= SHARED or self.place(i, n).endswith("d")

    def _in_row(self, i: int, n: int) -> bool:
        first, last = sorted((i, self.stories[n].lines[0]))
        return self.stories[n].listed and "-" not in self.plain[first : last + 1]

    def headlines(self) -> dict[int, list[int]]:
        """For each story that has a headline, the blocks of it (their first lines), in source order."""
        found: dict[int, list[int]] = {}
        for i, n in sorted(self.heads.items()):
            found.setdefault(n, []).append(i)
        return found


def follow(i: int, after: dict[int, int]) -> list[int]:
    """Line i and those that it reads on in."""
    found = [i]
    while found[-1] in after:
        found.append(after[found[-1]])
    return found
