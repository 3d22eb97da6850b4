"""An answer worked out once need not be worked out again."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V], Generic[K, V]):
    """Answers by question, worked out by ``ask`` when first wanted and kept."""

    def __init__(self, ask: Callable[[K], V]):
        self.ask = ask

    def __missing__(self, key: K) -> V:
        answer = self[key] = self.ask(key)
        return answer
