"""A layout may say much, but leave out nothing that the law asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.refusal import Refusal
from app.layouts.kinds import REQUIRED, LayoutKind, PaperSize, PartKind
from app.layouts.rules import (
    DEFAULT_PARTS,
    BadColourError,
    DocumentLayout,
    FootMarginError,
    LogoHeightError,
    LongTextError,
    MarginError,
    MissingPartError,
    NeededColumnError,
    Part,
    PartOrderError,
    ReceiptLayout,
    RepeatedPartError,
    TooManyPartsError,
    contrast_tenths,
)
from app.layouts.text_form import BadLayoutError, layout_text, read_layout


@pytest.mark.parametrize("kind", [k for k in PartKind if k in REQUIRED], ids=str)
def test_no_receipt_goes_without_what_the_law_asks_for(kind: PartKind) -> None:
    with pytest.raises(MissingPartError):
        ReceiptLayout(tuple(p for p in DEFAULT_PARTS if p.kind is not kind)).check()


def test_what_the_law_does_not_ask_for_may_go() -> None:
    ReceiptLayout(tuple(p for p in DEFAULT_PARTS if p.kind in REQUIRED)).check()


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        ((*DEFAULT_PARTS, Part(PartKind.NAME)), RepeatedPartError),
        ((*DEFAULT_PARTS, *[Part(PartKind.RULE)] * 30), TooManyPartsError),
        ((Part(PartKind.TEXT, "x" * 601), *DEFAULT_PARTS), LongTextError),
        (tuple(sorted(DEFAULT_PARTS, key=lambda p: p.kind is PartKind.LINES)), PartOrderError),
    ],
    ids=["twice", "too many", "long text", "totals first"],
)
def test_a_receipt_without_sense_is_refused(parts: tuple[Part, ...], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        ReceiptLayout(parts).check()


@pytest.mark.parametrize(
    ("layout", "kind", "refusal"),
    [
        (DocumentLayout(left=40, right=40, size=PaperSize.A5), LayoutKind.INVOICE, MarginError),
        (DocumentLayout(top=2), LayoutKind.INVOICE, MarginError),
        (DocumentLayout(logo_height=90), LayoutKind.QUOTE, LogoHeightError),
        (DocumentLayout(bottom=12), LayoutKind.QUOTE, FootMarginError),
        (DocumentLayout(colour="#ffee00"), LayoutKind.QUOTE, BadColourError),
        (DocumentLayout(colour="red"), LayoutKind.QUOTE, BadColourError),
        (DocumentLayout(hidden_columns=("vat",)), LayoutKind.INVOICE, NeededColumnError),
        (DocumentLayout(hidden_facts=("date",)), LayoutKind.INVOICE, MissingPartError),
        (DocumentLayout(foot=("", "x" * 601)), LayoutKind.INVOICE, LongTextError),
    ],
    ids=["no room", "cut off", "logo", "foot", "yellow", "no colour", "no VAT", "no date", "long"],
)
def test_a_letter_that_would_be_wrong_is_refused(
    layout: DocumentLayout, kind: LayoutKind, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        layout.check(kind)


def test_a_quote_may_go_without_its_rates_an_invoice_may_not() -> None:
    DocumentLayout(hidden_columns=("vat", "unit_price")).check(LayoutKind.QUOTE)
    with pytest.raises(NeededColumnError):
        DocumentLayout(hidden_columns=("unit_price",)).check(LayoutKind.INVOICE)


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert contrast_tenths("#000000") == 210
    assert contrast_tenths("#ffffff") == 10
    assert 70 <= contrast_tenths("#1f4e79") <= 110


texts = st.text(st.characters(codec="utf-8"), max_size=40)
parts = st.builds(
    Part, st.sampled_from(PartKind), texts, st.sampled_from(["left", "centre", "right"]), st.booleans(),
    st.booleans(),
)  # fmt: skip
receipts = st.builds(
    ReceiptLayout, st.lists(parts, max_size=30).map(tuple), st.booleans(), st.booleans(), st.booleans(),
    st.booleans(),
)  # fmt: skip
letters = st.builds(
    DocumentLayout, st.sampled_from(PaperSize), st.integers(8, 40), colour=texts,
    head=st.tuples(texts, texts), hidden_facts=st.lists(texts, max_size=3).map(tuple), details=st.booleans(),
)  # fmt: skip


@given(receipts, letters)
def test_a_layout_is_read_as_it_was_written(receipt: ReceiptLayout, letter: DocumentLayout) -> None:
    assert read_layout(LayoutKind.RECEIPT, layout_text(receipt)) == receipt
    assert read_layout(LayoutKind.INVOICE, layout_text(letter)) == letter


@given(st.lists(parts, max_size=12).map(tuple), st.integers(0, len(DEFAULT_PARTS)))
def test_whatever_passes_the_check_shows_all_that_is_required(more: tuple[Part, ...], place: int) -> None:
    layout = ReceiptLayout((*DEFAULT_PARTS[:place], *more, *DEFAULT_PARTS[place:]))
    try:
        layout.check()
    except Refusal:
        return
    kinds = [p.kind for p in layout.parts]
    assert all(kinds.count(kind) == 1 for kind in REQUIRED)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"parts": [{"kind": "poem"}]}'])
def test_what_is_no_layout_is_refused(text: str) -> None:
    with pytest.raises(BadLayoutError):
        read_layout(LayoutKind.RECEIPT, text)


def test_a_text_is_in_the_language_of_the_letter_else_in_the_other() -> None:
    layout = replace(DocumentLayout(), head=("Hello", "Guten Tag"), foot=("", "Danke"))
    assert layout.words(layout.head, "de") == "Guten Tag"
    assert layout.words(layout.head, "en") == "Hello"
    assert layout.words(layout.foot, "en") == "Danke"
