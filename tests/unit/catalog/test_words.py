"""The words of a product and of a search."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.catalog.words import mask_of, product_words, query_words, search_text


def test_name_number_and_codes_give_words_without_padding() -> None:
    assert product_words("Crème 007", "AB-0012", ["00036000291452"]) == [
        "creme", "7", "ab", "12", "36000291452",
    ]  # fmt: skip
    assert search_text(["a", "b"]) == " a b"


def test_a_word_that_another_begins_with_is_not_looked_for_twice() -> None:
    assert query_words("tea t teapot") == ["teapot"]
    assert query_words(" -- ") == []
    assert query_words("0") == ["0"]
    assert len(query_words(" ".join(f"{n}w" for n in range(1, 40)))) == 8


@given(st.lists(st.text("abcdefäöü0123", min_size=1, max_size=9), max_size=9), st.data())
def test_a_mask_never_hides_a_word_that_is_there(found: list[str], data: st.DataObject) -> None:
    mask = mask_of(found)
    assert 0 <= mask < 2**63
    for word in found:
        begin = word[: data.draw(st.integers(1, len(word)))]
        assert mask_of([begin]) & mask == mask_of([begin])


def test_a_single_letter_tells_products_apart_and_a_number_fills_no_mask() -> None:
    assert mask_of(["y"]) & mask_of(["water", "bottle"]) != mask_of(["y"])
    assert mask_of(["4000005000001", "750", "g"]) == mask_of(["g"])
