"""Whether a Latin page was read by a machine: by enough small signs."""

import pytest

from ocrfix.scanned import scanned

TOWN = "The town hall won’t close on Friday, said the mayor.\nShe doesn’t know when the new one will open.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(TOWN, False, id="one form of the apostrophe"),
        pytest.param(TOWN * 9, False, id="one form of it, often"),
        pytest.param(TOWN + TOWN.replace("’", "'"), False, id="both forms in a few words prove nothing"),
        pytest.param(3 * (TOWN + TOWN.replace("’", "'")), False, id="nor in many, with nothing else"),
        pytest.param(3 * (TOWN + TOWN.replace("’", "'")) + "~\n|\n", True, id="both forms, and stray ink"),
        pytest.param(TOWN + "© 2024 The Qingxi Post\n{}\n", False, id="a sign or two"),
        pytest.param(TOWN + "e By Mary Aldous\n= By John Carr\n", True, id="ornaments read as letters and signs"),
        pytest.param(TOWN + "a Mary Aldous story\ni By John Carr\n", False, id="words of one letter"),
    ],
)
def test_scanned(text: str, expected: bool) -> None:
    assert scanned(text) is expected
