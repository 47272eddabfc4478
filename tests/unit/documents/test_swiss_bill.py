"""The Swiss QR-bill: references that banks take, a code that is read back, none where it would be wrong."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iso11649
from stdnum.ch import esr

from app.banking.matching.words import NumberBook, qr_check, qr_reference, rf_reference
from app.documents.swiss_bill import (
    BillAddress,
    SwissBill,
    is_qr_iban,
    spaced_amount,
    spaced_reference,
    swiss_bill,
    valid_reference,
)
from app.documents.trade_pdf import trade_pdf
from app.documents.trade_sheet import Style
from tests.unit.documents.test_trade_pdf import _paper

QR_IBAN = "CH44 3199 9123 0008 8901 2"
IBAN = "CH93 0076 2011 6238 5295 7"
ROBERT = BillAddress("Robert Schneider AG", "Rue du Lac 1268", "2501", "Biel", "CH")
PIA = BillAddress("Pia-Maria Rutschmann-Schnyder", "Grosse Marktgasse 28", "9400", "Rorschach", "CH")


def bill(**more: object) -> SwissBill | None:
    values = {
        "iban": IBAN, "creditor": ROBERT, "debtor": PIA, "amount_minor": 194975, "currency": "CHF",
        "number": "INV-2026-000123",
    }  # fmt: skip
    return swiss_bill(**{**values, **more})  # type: ignore[arg-type]


def test_the_reference_of_the_guidelines_has_its_qr_check() -> None:
    assert qr_check("21000000000313947143000901") == "7"
    assert valid_reference("QRR", "210000000003139471430009017")
    assert not valid_reference("QRR", "210000000003139471430009018")
    assert valid_reference("SCOR", "RF18539007547034")
    assert not valid_reference("SCOR", "RF19539007547034")


def test_a_qr_iban_asks_for_a_qr_reference_any_other_for_a_rf_reference() -> None:
    first, second = bill(iban=QR_IBAN), bill()
    assert first is not None
    assert second is not None
    assert (first.reference_type, second.reference_type) == ("QRR", "SCOR")
    assert first.reference[:-1] == "2026000123".rjust(26, "0")
    assert second.reference[4:] == "INV2026000123"
    assert spaced_reference(first) == "00 00000 00000 00002 02600 0123" + first.reference[-1]
    assert spaced_amount(194975) == "1 949.75"


def test_the_payload_has_each_element_on_its_line() -> None:
    found = bill()
    assert found is not None
    lines = found.payload().split("\n")
    assert len(lines) == 31
    assert lines[:11] == [
        "SPC", "0200", "1", "CH9300762011623852957", "S", "Robert Schneider AG", "Rue du Lac 1268", "",
        "2501", "Biel", "CH",
    ]  # fmt: skip
    assert lines[18:22] == ["1949.75", "CHF", "S", "Pia-Maria Rutschmann-Schnyder"]
    assert lines[27:] == ["SCOR", found.reference, "INV-2026-000123", "EPD"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"iban": "DE89370400440532013000"}, {"iban": "CH9300762011623852958"}, {"currency": "USD"},
        {"amount_minor": 0}, {"amount_minor": 100_000_000_000}, {"number": "INV"[:0]},
        {"creditor": replace(ROBERT, city="")}, {"creditor": replace(ROBERT, name="x" * 71)},
        {"creditor": replace(ROBERT, country="DE")}, {"creditor": replace(ROBERT, name="漢字")},
        {"iban": QR_IBAN, "number": "ABC"},
    ],
    ids=["german", "check digits", "dollars", "nothing", "too much", "no number", "no town", "long name",
         "abroad", "letters", "no digits"],
)  # fmt: skip
def test_what_a_bank_would_not_take_is_no_bill(wrong: dict[str, object]) -> None:
    assert bill(**wrong) is None


def test_an_address_that_is_not_whole_leaves_the_payer_blank() -> None:
    found = bill(debtor=replace(PIA, postcode=""))
    assert found is not None
    assert found.debtor is None
    assert found.payload().split("\n")[20:27] == [""] * 7


def test_a_payment_is_found_by_the_reference_of_its_bill() -> None:
    book = NumberBook()
    for item_id, number in ((1, "INV-2026-000122"), (2, "INV-2026-000123"), (3, "INV-2026-000124")):
        book.add(item_id, number)
    first, second = bill(iban=QR_IBAN), bill()
    assert first is not None
    assert second is not None
    assert book.find("", first.reference).structured == (2,)
    assert book.find("", second.reference).structured == (2,)
    assert book.find("", first.reference[:-1] + "0").structured == ()
    book.remove(2)
    assert book.find("", first.reference).structured == ()


@given(st.from_regex(r"[A-Z]{0,4}-?[0-9]{1,12}", fullmatch=True))
def test_every_number_gives_references_that_another_library_takes(number: str) -> None:
    assert iso11649.is_valid(rf_reference(number))
    if int("".join(c for c in number if c.isdigit())):
        assert esr.is_valid(qr_reference(number))
        assert valid_reference("QRR", qr_reference(number))


@pytest.mark.parametrize("iban", [QR_IBAN, IBAN], ids=["qr-iban", "iban"])
def test_the_code_on_the_paper_is_read_back_with_the_cross_in_it(iban: str) -> None:
    found = bill(iban=iban)
    assert found is not None
    assert is_qr_iban(iban.replace(" ", "")) == (iban == QR_IBAN)
    small = Style(148, 210, 15, 133, 14, 175)
    document = pypdfium2.PdfDocument(trade_pdf(replace(_paper(2), swiss=found, style=small)))
    last = document[len(document) - 1]
    assert [round(x) for x in last.get_size()] == [595, 842]
    codes = zxingcpp.read_barcodes(last.render(scale=3).to_pil())
    assert [code.text for code in codes] == [found.payload()]
    words = last.get_textpage().get_text_range()
    for said in ("Payment part", "Receipt", "1 949.75", "Acceptance point", "Rorschach"):
        assert said in words
