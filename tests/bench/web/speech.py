"""What a paper says besides its stories: forms out of words/*.toml, filled in from a page's own random stream.

In a form `{key}` stands for one form of that list, `{key^}` for it in capitals, `#` for a digit; `{home}`, `{paper}`,
`{page}` and the date are the page's own.
"""

import random
import re
import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("words")
WORDS: dict[str, dict[str, Any]] = {
    lang: tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8")) for lang in ("en", "zh-Hans", "zh-Hant")
}
_SLOT = re.compile(r"\{(\w+)(\^?)\}|#")


class Speech:
    """The words of one page."""

    def __init__(self, r: random.Random, lang: str, paper: str):
        self.r, self.words = r, WORDS[lang]
        self.used: set[str] = set()
        home = str(r.choice(self.words["town"]))
        year, month, day = r.randint(1996, 2025), r.randint(1, 12), r.randint(1, 28)
        week = r.randrange(7)
        self.fixed: dict[str, str] = {
            "home": home, "paper": paper.replace("{home}", home), "page": str(r.randint(1, 24)),
            "y": str(year), "roc": str(year - 1911), "mo": str(month), "d": str(day),
            "mo2": f"{month:02}", "d2": f"{day:02}", "month": str(self.words["months"][month - 1]),
            "week": str(self.words["weekdays"][week]),
        }  # fmt: skip

    def fill(self, form: str) -> str:
        """``form`` with every slot filled."""

        def slot(m: re.Match[str]) -> str:
            if m[0] == "#":
                return str(self.r.randint(1, 9))
            if m[1] == "n":
                return str(self.r.randint(2, 28))
            words = self.fixed.get(m[1]) or self.fill(str(self.r.choice(self.words[m[1]])))
            return words.upper() if m[2] else words

        return _SLOT.sub(slot, form).replace("..", ".")  # a form ends in a stop, and so may the time in it

    def forms(self, key: str, most: int) -> list[Any]:
        """Up to ``most`` forms of a list, none of which the page has had."""
        fresh = [x for x in self.words[key] if f"{key}{x}" not in self.used]
        found = self.r.sample(fresh, min(most, len(fresh)))
        self.used.update(f"{key}{x}" for x in found)
        return found

    def say(self, key: str) -> str:
        """One form of a list, filled."""
        return self.fill(str(self.r.choice(self.words[key])))

    def say_lines(self, form: list[str]) -> list[str]:
        """The lines of a form that has several, filled."""
        return [self.fill(x) for x in form]
