"""Units are kept as codes and written in the reader's language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.documents.texts import _UNITS, unit_code, unit_word


def test_a_unit_is_read_back_as_the_code_it_is_kept_as() -> None:
    assert unit_word("pc", "de-DE") == "Stk."
    assert unit_code("Stk.", "de-DE") == "pc"
    assert unit_code(" pc ", "en") == "pc"
    assert unit_code("Palette", "de") == "Palette"


@given(st.sampled_from(sorted(_UNITS)), st.sampled_from(["en", "de"]))
def test_reading_a_written_unit_changes_nothing_on_paper(code: str, language: str) -> None:
    word = unit_word(code, language)
    assert unit_word(unit_code(word, language), language) == word
