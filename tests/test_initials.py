"""Large initials: those that go with the rest of their word, and letters that are labels."""

import pytest

from ocrfix import initials
from ocrfix.formats import page_json
from ocrfix.model import Verb
from ocrfix.pipeline import clean
from ocrfix.statistics import bundled

FERRY = """Ferry To Run Again On Monday
By MARTHA QUILL
T
he ferry between the two banks
of the river will run again on
Monday, the harbour board said
after a week of repairs to the
engine and the landing stage.
Passengers are asked to come
early, since the boat can take
only forty of them and no more
than six carts at a time, and
the first crossing is at seven.
"""


@pytest.mark.parametrize(
    ("initial", "below", "opens"),
    [
        ("T", "he ferry between the two banks", True),
        ("“W", "e shall see,” the mayor said", True),
        ("“I", "t’s a long way,” she said.", True),
        ("D", "UNMERE, Nov. 15 — The ferry", True),  # a name that no list of words holds
        ("R", "iverton — Many in the town", True),
        ("I", "verton — Many in the town", False),
        ("A", "LDMOUTH, June 3 — The ferry", True),  # nor one with such a letter, in a dateline
        ("I", "VERTON: Many in the town", True),
        ("B", "trade grew", False),
        ("A", "fter a week of repairs", True),
        ("I", "ncreasingly, the ferry/help agencies", True),
        ("I", "help agencies/ncreasingly, the ferry/runs", False),  # columns zipped
        ("I", "the water stood high.", False),  # a rule that was read as a letter
        ("B", "The ferry runs again", False),  # a section, and a headline
        ("A", "NATO summit in the spring", False),
        ("N", "NPS.gov opens", False),
        ("C", "25.3 26.1 27.9", False),
        ("B", "路公交线今起改道", False),
        ("Ab", "out the ferry", False),
        ("ç", "a ferry", False),
    ],
)
def test_an_initial_and_the_lines_below(initial: str, below: str, opens: bool) -> None:
    assert initials.opens(initial, below.split("/"), bundled().is_word) is opens


def test_a_paragraph_with_an_initial_is_whole() -> None:
    page = clean(FERRY)
    (article,) = page_json(page)["articles"]
    assert article["paragraphs"][0].startswith("The ferry between the two banks of the river will run")
    (join,) = [d for d in page.decisions if d.verb is Verb.JOIN and d.evidence[0].rule == "initial"]
    assert join.glue == ""


def test_a_letter_that_labels_a_list_stays_on_its_line() -> None:
    page = clean(FERRY.replace("T\nhe ferry", "The ferry") + "\nB\nThe landing stage\n")
    assert not any(e.rule == "initial" for d in page.decisions for e in d.evidence)
