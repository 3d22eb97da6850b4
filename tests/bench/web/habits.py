"""What a paper is used to: the habits of one page, from its measure to the order of its content stream."""

import random
from dataclasses import dataclass, field

from ..families import Weights

SERIF = {"en": "Liberation Serif", "zh-Hans": "Noto Serif CJK SC", "zh-Hant": "Noto Serif CJK TC"}
SANS = {"en": "Liberation Sans", "zh-Hans": "Noto Sans CJK SC", "zh-Hant": "Noto Sans CJK TC"}


@dataclass(slots=True)
class Habits:
    """Lengths in CSS pixels but ``measure``, which is in em; the chances are of a story, or of a page in plural names."""

    paper: str
    lang: str
    names: list[str]  # what the paper calls itself
    width: float
    size: float
    lead: float
    measure: float
    text: tuple[int, int]  # characters of stories on a page
    longest: int  # characters of a story
    skeleton: Weights  # bands, stacks, flow
    order: Weights  # see order.py
    furniture: Weights = field(default_factory=lambda: {"first": 1, "last": 1, "split": 1})
    gutter: float = 16
    body: str = ""
    head: str = ""
    head_weight: int = 700
    head_align: str = "left"
    headcase: str = "none"
    biggest: float = 40
    justify: bool = True
    hyphens: bool = False
    indent: str = "css"  # css, typed, blank, none
    heads: Weights = field(default_factory=lambda: {"top": 1})  # top, side, foot, right, left (upright)
    byline: Weights = field(default_factory=lambda: {"top": 1})  # top, head, end, tail, dateline, none
    column_rule: str = "none"
    story_rule: str = "none"
    boxed: float = 0.1
    kicker: float = 0.3
    deck: float = 0.3
    subheads: float = 0.2
    drop: float = 0.0
    jump: float = 0.1
    resumed: float = 0.05
    quote: float = 0.1
    inset: float = 0.15  # a picture in the run of the text
    upright: float = 0.0  # text from top to bottom
    positioned: bool = True  # floats stand in the stream where they stand in the text
    photos: int = 2
    briefs: float = 0.5
    tables: float = 0.4
    letters: float = 0.2
    poems: float = 0.1
    boxes: float = 0.3
    contents: float = 0.3
    weather: float = 0.3
    ads: int = 2
    banners: float = 0.3
    doubled: Weights = field(default_factory=lambda: {"single": 2, "shadow": 1, "twice": 1, "words": 1, "glyphs": 1})
    nameplates: float = 0.3
    ink: str = "#000"
    tracking: float = 0.0  # between letters of kickers and rubrics, in em
    shadowed: float = 0.0  # headlines printed twice
    radicals: float = 0.0  # pages whose fonts call characters radicals

    def __post_init__(self) -> None:
        self.body = self.body or SERIF[self.lang]
        self.head = self.head or SANS[self.lang]

    @property
    def latin(self) -> bool:
        return self.lang == "en"

    def columns(self, width: float) -> int:
        """Columns of about the measure in ``width``."""
        return max(1, round((width + self.gutter) / (self.measure * self.size + self.gutter)))

    def area(self, characters: int, size: float = 0) -> float:
        """Square pixels that so many characters take."""
        size = size or self.size
        return characters * size * size * self.lead * (0.47 if self.latin else 1.1)


def maybe(r: random.Random, chance: float) -> bool:
    return r.random() < chance
