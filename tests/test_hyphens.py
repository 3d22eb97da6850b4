"""Hyphens at the ends of lines: set there by the setter, part of the word, or nobody can tell."""

import pytest

from ocrfix.hyphens import document_words, line_end_hyphen, waits
from ocrfix.ngrams import RAREST
from ocrfix.statistics import bundled


def listed(word: str) -> int:
    return 1 + RAREST - bundled().idf(word) if bundled().is_word(word) else 0


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("the gov-", "ernment said", "remove"),
        ("a com-", "munity garden", "remove"),
        ("the old li-", "brary, closed", "remove"),
        ("Celan Beauso-", "leil is 31", "remove"),
        ("the gov\u00ad", "ernment said", "remove"),
        ("the gov\u2010", "ernment said", "remove"),
        ("the gov\u0002", "ernment said", "remove"),
        ("CITY GOVERN-", "MENT MEETS", "remove"),
        ("an Anglo-", "American club", "keep"),
        ("a 12-", "year plan", "keep"),
        ("a state-of-the-", "art pump", "keep"),
        ("her mother-in-", "law came", "keep"),
        ("a family-", "owned shop", "keep"),
        ("a market-", "driven price", "keep"),
        ("the pre-", "and post-war years", "keep"),
        ("one- ", "to two-year terms", "keep"),
        ("bread and -", "butter", "keep"),
        ("see www.example-", "site.org", "unsure"),
        ("a lower-", "body injury", "unsure"),
    ],
)
def test_by_the_list_of_words(left: str, right: str, verdict: str) -> None:
    assert line_end_hyphen(left, right, listed) == verdict


@pytest.mark.parametrize(
    ("page", "left", "right", "verdict"),
    [
        ("The zwitterfield opens.\nAt the zwitter-\nfield", "At the zwitter-", "field", "remove"),
        ("The zwitter-field opens.\nAt the zwitter-\nfield", "At the zwitter-", "field", "keep"),
        ("Die Hauptstraße ist gesperrt.", "in der Haupt-", "straße", "remove"),
        ("Vor- und Nachteile", "die Vor-", "und Nachteile", "keep"),
        ("Co-operative members meet.", "the co-", "operative", "keep"),
    ],
)
def test_the_document_knows_its_own_words(page: str, left: str, right: str, verdict: str) -> None:
    assert line_end_hyphen(left, right, document_words(page)) == verdict


def test_the_document_weighs_more_than_a_list() -> None:
    words = document_words("The e-mail came.", {"email": 50, "e-mail": 1}.get)  # type: ignore[arg-type]
    assert line_end_hyphen("an e-", "mail", words) == "keep"


def test_halves_are_no_words() -> None:
    words = document_words("a pro\u0002file of the gov-\nernment")
    assert [words(w) for w in ("pro", "file", "gov", "of")][:3] == [0, 0, 0]
    assert words("of") > 0


def test_a_hyphen_that_waits_is_followed_by_a_space() -> None:
    assert waits("and post-war years")
    assert not waits("andiron makers")
