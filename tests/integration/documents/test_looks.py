"""Letters in the shop's look: another sheet, other columns, own words; a Swiss bill for a Swiss account."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from app.documents.invoice_papers import build_invoice
from app.documents.operations import print_invoice
from app.documents.order_papers import build_quote
from app.documents.samples import sample_letter, sample_receipt
from app.documents.shipping_papers import build_delivery_note
from app.layouts.kinds import LayoutKind, PaperSize
from app.layouts.operations import save_layout
from app.layouts.rules import DocumentLayout, ReceiptLayout
from app.organisation.operations import save_company, save_setting
from app.organisation.queries import get_company
from drivers.printer.render_text import render_text
from tests.factories.wholesale import Wholesale
from tests.integration.documents.test_trade_papers import _bill, _codes, _text


def _size(content: bytes) -> tuple[int, int]:
    width, height = pypdfium2.PdfDocument(content)[0].get_size()
    return round(width), round(height)


def test_an_invoice_is_on_the_shops_sheet_in_its_words_and_a_printed_one_stays(trade: Wholesale) -> None:
    bill = _bill(trade)
    kept = trade.run(print_invoice, invoice_id=bill.invoice_id)
    layout = DocumentLayout(
        size=PaperSize.LETTER, language="de", hidden_facts=("your_reference",), hidden_columns=("position",),
        details=False, head=("", "Wir berechnen Ihnen gern:"), foot=("", "Ihr Team vom Eckladen"),
    )  # fmt: skip
    trade.run(save_layout, kind=LayoutKind.INVOICE, layout=layout)
    made = trade.ask(build_invoice, invoice_id=bill.invoice_id)
    text = _text(made)
    assert _size(made) == (612, 792)
    for wanted in (
        "Rechnung INV-2026-000001",
        "Wir berechnen Ihnen gern:",
        "Ihr Team vom Eckladen",
        "42,36 €",
    ):
        assert wanted in text, wanted
    for gone in ("PO 4711", "Pos.", "Rabatt"):
        assert gone not in text, gone
    assert trade.run(print_invoice, invoice_id=bill.invoice_id) == kept
    assert _size(kept) == (595, 842)


def test_a_delivery_note_is_printed_on_a5_and_a_quote_without_its_rates(trade: Wholesale) -> None:
    small = DocumentLayout(size=PaperSize.A5, left=12, right=12, hidden_columns=("ordered",))
    trade.run(save_layout, kind=LayoutKind.DELIVERY_NOTE, layout=small)
    order = trade.order(("COFFEE", 3))
    shipment = trade.ship_all(order.order_id)
    note = trade.ask(build_delivery_note, shipment_id=shipment.shipment_id)
    assert _size(note) == (420, 595)
    assert "Delivered" in _text(note)
    assert "Ordered" not in _text(note)
    plain = DocumentLayout(hidden_columns=("vat", "unit_price"))
    trade.run(save_layout, kind=LayoutKind.QUOTE, layout=plain)
    quote = _text(trade.ask(build_quote, order_id=order.order_id))
    assert "Unit price" not in quote
    assert "VAT 19 %" in quote


@pytest.mark.parametrize("kind", [k for k in LayoutKind if k is not LayoutKind.RECEIPT], ids=str)
@pytest.mark.parametrize("size", list(PaperSize), ids=str)
def test_a_layout_is_shown_with_a_letter_that_never_was(
    trade: Wholesale, kind: LayoutKind, size: PaperSize
) -> None:
    layout = DocumentLayout(size=size, left=15, right=15)
    assert "Café Müller" in _text(trade.ask(sample_letter, kind=kind, layout=layout))


def test_a_layout_is_shown_with_a_receipt_that_never_was(trade: Wholesale) -> None:
    text = render_text(trade.ask(sample_receipt, layout=ReceiptLayout(barcodes=True, sku=True)))
    for wanted in ("Corner Shop", "4006381333931", "A-101", "T01-000123", "Points"):
        assert wanted in text, wanted


def test_an_invoice_of_a_swiss_account_has_a_swiss_bill_and_no_other_code(trade: Wholesale) -> None:
    company = trade.ask(get_company)
    trade.run(save_company, details=replace(company, country="CH", postcode="2501", city="Biel"))
    trade.run(save_setting, name="company.iban", value="CH44 3199 9123 0008 8901 2")
    bill = _bill(trade)
    content = trade.ask(build_invoice, invoice_id=bill.invoice_id)
    (code,) = _codes(content)
    lines = code.split("\n")
    assert (lines[0], lines[18], lines[19], lines[27]) == ("SPC", "42.36", "EUR", "QRR")
    assert lines[28][:-1] == "2026000001".rjust(26, "0")
    assert "Payment part" in _text(content)
