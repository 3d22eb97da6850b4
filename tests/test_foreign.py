"""Pages in Latin languages that the bundled table does not know."""

import pytest

from ocrfix.foreign import Foreign, read_by
from ocrfix.formats import page_json
from ocrfix.pipeline import clean
from ocrfix.statistics import bundled

NACHRICHT = """Fähre über die Weser fährt wieder
Von Martha Quill
Nach drei Jahren fährt die alte
Fähre über die Weser seit Mon-
tag wieder. Beim ersten Mal wa-
ren alle Plätze besetzt, und der
Fährmann musste zwanzig Leute
am Ufer stehen lassen.
Die Gemeinde hat die beiden An-
leger erneuert und einen neuen
Motor gekauft. Eine Fahrt kostet
zwei Euro, Kinder und alte Leu-
te zahlen nichts. Die Fähre setzt
jeden Tag achtmal über, bei Ne-
bel und bei hohem Wasser bleibt
sie am Ufer liegen.
"""


def test_a_page_is_read_by_its_own_words() -> None:
    own = read_by(bundled(), NACHRICHT)
    assert isinstance(own, Foreign)
    assert own.is_word("Fähre")
    assert not own.is_word("leger")  # the half of a word
    assert not own.is_word("council")
    assert own.idf("die") < own.idf("fähre") < own.idf("motor")


@pytest.mark.parametrize(
    ("left", "right", "reads"),
    [
        ("der Fährmann musste", "am Ufer stehen lassen", 1),
        ("die beiden An-", "leger erneuert", 1),
        ("die beiden An-", "Eine Fahrt kostet", -1),
        ("fährt die alte", "Fähre über die Weser", 1),
    ],
)
def test_case_and_hyphens_tell_what_reads_on(left: str, right: str, reads: int) -> None:
    assert read_by(bundled(), NACHRICHT).affinity(left, right) * reads > 0


def test_english_is_read_by_the_table() -> None:
    text = "The harbour board said on Monday that the ferry will run again, and that the fare will be two dollars. " * 3
    assert read_by(bundled(), text) is bundled()


def test_a_foreign_page_keeps_its_order_and_loses_its_hyphens() -> None:
    (article,) = page_json(clean(NACHRICHT))["articles"]
    text = " ".join(article["paragraphs"])
    assert "seit Montag wieder. Beim ersten Mal waren alle Plätze" in text
    assert "am Ufer stehen lassen. Die Gemeinde hat die beiden Anleger erneuert" in text
