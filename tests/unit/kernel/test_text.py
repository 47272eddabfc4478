"""Text from outside is harmless before it is kept."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.text import TextTooLongError, clean, clean_field, fold, words

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("Tea \x1bp\x00\x19\xfa", "Tea p ú"),  # ESC p opens the drawer
        ("a\r\nb\tc", "a b c"),
        ("  two   words ", "two words"),
        ("pay \u202e00.1", "pay 00.1"),
        ("1\u200f2\u200e3\u061c4", "1 2 3 4"),
        ("Cafe\u0301", "Café"),
        ("\ufeffName", "Name"),
        ("\udcff", "\ufffd"),
        ("\x00", ""),
        ("\u200b\u2060", ""),  # a reason of nothing that can be seen is no reason
    ],
)
def test_control_bytes_and_bidi_marks_are_taken_out(dirty: str, tidy: str) -> None:
    assert clean(dirty) == tidy


@given(ANY_TEXT)
def test_clean_text_has_no_control_character_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in cleaned)
    assert cleaned == cleaned.strip()
    cleaned.encode()


def test_a_text_too_long_for_its_field_is_refused_in_words() -> None:
    with pytest.raises(TextTooLongError, match="Reason may have at most 5 characters; this has 6"):
        clean_field("abcdef", field="Reason", limit=5)
    assert clean_field(" abcde ", field="Reason", limit=5) == "abcde"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Crème", "creme"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("LEGO™", "legotm"), ("№ 5", "no 5")],
)
def test_search_compares_without_accents_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_in_the_words(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)
