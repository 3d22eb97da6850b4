"""A character that fits neither of its neighbours, where one that looks like it fits both, was misread.

The bundled statistics of news know which characters stand together. Where a character stands beside neither of its
neighbours in them, each of its lookalikes is put in its place. The weight is that of the noisy channel (Kernighan,
Church and Gale 1990) in decibans: how much commoner the text then is, plus how alike the two glyphs are, less the rarity
of a misreading (one in 100 characters) and that of this character.

Wrong when: the text speaks of things and names that the news of the statistics does not know. So a place is mended only
on a page that bears a trace of recognition or a second such place, the candidate must beat every other by a good
margin and be of the script of the page. What the page itself prints twice and the names of bylines are left alone, and
numerals are proposed only.
"""

import re
from collections.abc import Iterator

from ocrfix.glyphs import HAN, lookalikes
from ocrfix.house import traces, traditional
from ocrfix.lines import Galley
from ocrfix.model import Decision, Span, Verb
from ocrfix.rules._mend import NUMERALS, mend
from ocrfix.statistics import Statistics

VERB = Verb.MEND
FIRES = (("第十批烈土遗骸安葬仪式举行，\n要加强党的建没工作", "第十批烈士遗骸安葬仪式举行，\n要加强党的建设工作"),)
SILENT = (
    "第十批烈士遗骸安葬仪式举行，\n要加强党的建设工作",
    "第十批烈土遗骸安葬仪式举行。",
    "记者 于娜 编辑：张莹 第八家",
    "王土奎和李未央在干家峪种了山药",
)

RARITY = 20  # decibans: one character in a hundred is misread
MARGIN = 8  # decibans over the next best candidate
PROBE = 1200  # characters of a page that must show something before the rest is looked at
FOREIGN = 0.4  # of its characters are strangers: the statistics do not know such text
HINT = 10  # decibans from which on a place says that the page was misread
SHY = 15  # decibans of a place that no other confirms
REACH = 3  # characters of context on either side
NEAR = 10_000  # characters on either side in which a second printing is looked for


NAMED = 12  # characters of an office and a name
_NAMED = re.compile(f"(?:[记記]者|通[讯訊][员員]|[编編][辑輯]|校[对對]|版式|作者|[摄攝]影)[ ：:　]*[{HAN}]{{0,3}}$")


def look(galley: Galley) -> Iterator[Decision]:
    """Mends of single characters."""
    text = galley.text
    if galley.latin:
        return
    slugs = galley.slugs
    traced = bool(traces(text))
    near = [s for s in slugs if s.start < PROBE]
    strange = _strangers(text, near, galley.news)
    if len(strange) > FOREIGN * sum(s.end - s.start for s in near):
        return
    found = list(_places(text, near, strange, galley.news))
    if not traced and not any(weight >= HINT for weight, _, _ in found):
        return
    far = slugs[len(near) :]
    found += _places(text, far, _strangers(text, far, galley.news), galley.news)
    hints = sum(weight >= HINT for weight, _, _ in found)
    for weight, at, reads in found:
        sure = weight if (traced or hints > 1) and not NUMERALS & {text[at], reads} else min(weight, SHY)
        yield mend(
            __name__, at, at + 1, reads, sure, f"{text[at]} fits neither neighbour, {reads} looks like it and does"
        )


def _strangers(text: str, slugs: list[Span], news: Statistics) -> list[int]:
    """Offsets of Han characters that the news know beside neither of their neighbours."""
    if not slugs:
        return []
    first, last = slugs[0].start, slugs[-1].end
    return [k for offset in news.strangers(text[first:last]) if text[k := first + offset] >= "\u3400"]


def _places(text: str, slugs: list[Span], strange: list[int], news: Statistics) -> Iterator[tuple[int, int, str]]:
    """Weight, offset and candidate for every place within a line where a character may have been misread."""
    k = 0
    for at in strange:
        while slugs[k].end <= at:
            k += 1
        if slugs[k].start < at < slugs[k].end - 1 and (best := _best(text, at, slugs[k], news)):
            yield best


def _best(text: str, at: int, slug: Span, news: Statistics) -> tuple[int, int, str] | None:
    """The best candidate for the character at ``at``, if it beats the others by a margin."""
    c = text[at]
    left, right = text[max(slug.start, at - REACH) : at], text[at + 1 : min(slug.end, at + 1 + REACH)]
    before, after = left[-1], right[0]
    near = lookalikes(c)
    tried = news.strangers("\0".join(f"{before}{d}{after}" for d in near))
    near = {d: alike for k, (d, alike) in enumerate(near.items()) if 4 * k + 1 not in tried}
    if not near or _NAMED.search(text, max(slug.start, at - NAMED), at):
        return None
    here = news.idf(left + c + right) - news.idf(c) - RARITY
    weights = sorted(((here - news.idf(left + d + right) + alike, d) for d, alike in near.items()), reverse=True)
    weight, reads = weights[0]
    clear = len(weights) < 2 or weight - weights[1][0] >= MARGIN
    if (
        weight < 0
        or not clear
        or not _of_script(reads, text)
        or text.count(before + c + after, max(0, at - NEAR), at + NEAR) > 1
    ):
        return None
    if reads in (left[-2:-1], right[1:2]):  # 宜居宜业 rather than 宣居宜业, but which of two is the copy?
        return None
    return weight, at, reads


def _of_script(c: str, text: str) -> bool:
    """Is the character one that a page in this script, simplified or traditional, would print?"""
    try:
        c.encode("big5" if traditional(text) else "gb2312")
    except UnicodeEncodeError:
        return False
    return True
