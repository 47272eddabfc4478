"""The papers from the request to the money: what they say is what was posted, and stays so."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from uuid import uuid4

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import insert, select, update

from app.documents.invoice_papers import (
    OtherPaperError,
    build_credit_note,
    build_invoice,
    build_pro_forma,
)
from app.documents.operations import NotPostedError, print_invoice
from app.documents.order_papers import build_order_confirmation, build_quote
from app.documents.queries import PaperChangedError, find_kept_pdf
from app.documents.shipping_papers import build_delivery_note, build_packing_slip
from app.fulfilment.operations.delivery import deliver_shipment
from app.fulfilment.tracking import LINKS_SETTING
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.operations.drafts import draft_from_order, draft_pro_forma
from app.invoicing.operations.post import post_invoice
from app.invoicing.operations.prepay import invoice_deposit
from app.invoicing.operations.settle import record_payment
from app.invoicing.queries import get_invoice
from app.invoicing.store import SavedInvoice
from app.invoicing.tables import invoice_file
from app.kernel.ids import next_id
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.orders.operations.confirm import confirm_order, release_order
from app.orders.operations.quotes import accept_quote, send_quote
from app.organisation.operations import save_company, save_setting
from app.organisation.queries import get_company
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.pricing.tables import price_list
from app.reporting.verify import verify_database
from app.story.queries import whole_story
from app.terms.operations import (
    AddressDraft,
    TermsDraft,
    add_address,
    create_payment_term,
    save_rate,
    save_terms,
)
from app.terms.rules import TermLine
from app.terms.states import AddressKind
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale

IBAN = "DE89370400440532013000"


@pytest.fixture
def bank(trade: Wholesale) -> Wholesale:
    """The shop has an account."""
    trade.run(save_setting, name="company.iban", value="DE89 3704 0044 0532 0130 00")
    trade.run(save_setting, name="company.bic", value="COBADEFFXXX")
    return trade


def _pages(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


def _text(content: bytes) -> str:
    return " ".join(" ".join(_pages(content)).split())


def _codes(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    pictures = [page.render(scale=2).to_pil() for page in document]
    return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]


def _bill(trade: Wholesale) -> SavedInvoice:
    order = trade.order(
        trade.line("COFFEE", 3, discount_hundredths=1000), ("MILK", 4), customer_reference="PO 4711"
    )
    return trade.bill(trade.ship_all(order.order_id, charge_minor=500))


def test_an_invoice_says_what_was_posted(bank: Wholesale):
    bill = _bill(bank)
    text = _text(bank.ask(build_invoice, invoice_id=bill.invoice_id))
    assert bill.gross_minor == (2700 + 500) * 119 // 100 + 428
    for wanted in (
        "Invoice INV-2026-000001", "Unlimited Ltd", "Long Lane 5", "20095 Hamburg", "PO 4711",
        "O-2026-000001", "D-2026-000001", "Coffee beans 1 kg", "Discount -3.00", "27.00", "3 pc",
        "19 % 32.00 6.08", "7 % 4.00 0.28", "Net total 36.00", "Total € 42.36", "2026-03-16",
        "DE89 3704 0044 0532 0130 00", "COBADEFFXXX", "VAT no. DE123456788", "Page 1 of 1",
    ):  # fmt: skip
        assert wanted in text, wanted


def test_the_language_is_the_customers_unless_another_is_asked_for(bank: Wholesale):
    party_id = bank.shop.parties["Unlimited Ltd"]
    terms = TermsDraft(price_list_id=bank.price_list_id, language="de", delivery_terms="DAP Hamburg")
    bank.run(save_terms, party_id=party_id, terms=terms)
    bill = _bill(bank)
    german = _text(bank.ask(build_invoice, invoice_id=bill.invoice_id))
    for wanted in ("Rechnung INV-2026-000001", "Gesamtbetrag 42,36 €", "16.03.2026", "DAP Hamburg", "3 Stk."):
        assert wanted in german, wanted
    assert "Total € 42.36" in _text(bank.ask(build_invoice, invoice_id=bill.invoice_id, language="en"))


def test_the_payment_qr_asks_for_what_is_due(bank: Wholesale):
    bill = _bill(bank)
    (code,) = _codes(bank.ask(build_invoice, invoice_id=bill.invoice_id))
    assert code.split("\n") == [
        "BCD", "002", "1", "SCT", "COBADEFFXXX", "Corner Shop Ltd", IBAN, "EUR42.36", "", "",
        "INV-2026-000001",
    ]  # fmt: skip


@pytest.mark.parametrize("iban", ["DE89370400440532013001", "", None])
def test_without_a_valid_account_there_is_no_qr_and_no_bank(trade: Wholesale, iban: str | None):
    trade.run(save_setting, name="company.iban", value=iban)
    bill = _bill(trade)
    content = trade.ask(build_invoice, invoice_id=bill.invoice_id)
    assert _codes(content) == []
    assert "IBAN" not in _text(content)
    assert "Please pay € 42.36" in _text(content)


def test_instalments_stand_with_their_days_and_the_qr_asks_for_the_first(bank: Wholesale):
    halves = [TermLine(5000, 0, 10), TermLine(5000, 0, 40)]
    term = bank.run(create_payment_term, code="halves", name="In two halves", lines=halves)
    order = bank.order(("COFFEE", 1), ("MILK", 1), payment_term_id=term)
    confirmed = _text(bank.ask(build_order_confirmation, order_id=order.order_id))
    assert "In two halves" in confirmed
    bill = bank.bill(bank.ship_all(order.order_id))
    assert bill.gross_minor == 1297
    content = bank.ask(build_invoice, invoice_id=bill.invoice_id)
    items = [i.amount_minor for i in bank.ask(get_invoice, invoice_id=bill.invoice_id).items]
    assert sum(items) == 1297
    text = _text(content)
    assert f"Instalment 1 due on 2026-03-12 € {items[0] / 100:.2f}" in text
    assert f"Instalment 2 due on 2026-04-11 € {items[1] / 100:.2f}" in text
    assert f"EUR{items[0] / 100:.2f}" in _codes(content)[0]


def test_a_down_payment_is_asked_for_and_taken_off(bank: Wholesale):
    order = bank.order(("COFFEE", 10))
    asked = bank.run(invoice_deposit, uuid=str(uuid4()), order_id=order.order_id, amount_minor=2380)
    first = bank.ask(build_invoice, invoice_id=asked.invoice_id)
    assert "Down payment invoice DP-2026-000001" in _text(first)
    assert "EUR23.80" in _codes(first)[0]
    draft = PaymentDraft(bank.shop.parties["Unlimited Ltd"], 2380, PaymentMethod.BANK)
    bank.run(record_payment, uuid=str(uuid4()), draft=draft)
    bill = bank.bill(bank.ship_all(order.order_id))
    content = bank.ask(build_invoice, invoice_id=bill.invoice_id)
    assert "Down payment DP-2026-000001 -23.80 including VAT -3.80 Amount due € 95.20" in _text(content)
    assert "EUR95.20" in _codes(content)[0]


def test_a_credit_note_names_its_invoice_and_asks_for_nothing(bank: Wholesale):
    bill = _bill(bank)
    line = bank.ask(get_invoice, invoice_id=bill.invoice_id).lines[0]
    credit = bank.run(
        credit_invoice, uuid=str(uuid4()), invoice_id=bill.invoice_id, reason="one was torn",
        wishes=[CreditWish(line.id, 1000)],
    )  # fmt: skip
    content = bank.ask(build_credit_note, invoice_id=credit.invoice_id)
    text = _text(content)
    for wanted in ("Credit note CN-2026-000001", "INV-2026-000001", "one was torn", "Total credited € 10.71"):
        assert wanted in text, wanted
    assert _codes(content) == []
    german = _text(bank.ask(build_credit_note, invoice_id=credit.invoice_id, language="de"))
    assert "Rechnungskorrektur CN-2026-000001" in german


def test_a_paper_of_another_kind_is_refused(bank: Wholesale):
    bill = _bill(bank)
    for build in (build_credit_note, build_pro_forma):
        with pytest.raises(OtherPaperError, match="INV-2026-000001"):
            bank.ask(build, invoice_id=bill.invoice_id)


def test_a_pro_forma_asks_for_no_payment(bank: Wholesale):
    order = bank.order(("COFFEE", 2))
    draft = bank.run(draft_pro_forma, uuid=str(uuid4()), order_id=order.order_id)
    done = bank.run(post_invoice, invoice_id=draft.invoice_id)
    content = bank.ask(build_pro_forma, invoice_id=done.invoice_id)
    assert "Pro-forma invoice PF-2026-000001" in _text(content)
    assert "asks for no payment" in _text(content)
    assert _codes(content) == []


def test_a_quote_and_its_confirmation_say_what_the_order_stores(bank: Wholesale):
    made = bank.draft(
        bank.line("COFFEE", 4, discount_hundredths=500), ("MILK", 2), customer_reference="PO 1",
        note="Ring at gate 4.",
    )  # fmt: skip
    assert "Quote" in _text(bank.ask(build_quote, order_id=made.order_id))
    bank.run(send_quote, order_id=made.order_id)
    quote = _text(bank.ask(build_quote, order_id=made.order_id))
    for wanted in (
        "Quote Q-2026-000001", "Valid until 2026-04-01", "Discount 5 %: -2.00", "Net total 40.00",
        "VAT 19 % 7.22", "VAT 7 % 0.14", "Total € 47.36", "Ring at gate 4.", "14 days",
    ):  # fmt: skip
        assert wanted in quote, wanted
    bank.run(accept_quote, order_id=made.order_id, customer_reference="PO 2")
    bank.run(confirm_order, order_id=made.order_id)
    order = _text(bank.ask(build_order_confirmation, order_id=made.order_id, language="de"))
    for wanted in ("Auftragsbestätigung O-2026-000001", "Q-2026-000001", "PO 2", "Gesamtbetrag 47,36 €"):
        assert wanted in order, wanted


def _marked(content: bytes) -> bool:
    picture = pypdfium2.PdfDocument(content)[0].render().to_pil().convert("RGB")
    return any(c[0] > c[1] + 20 for _n, c in picture.getcolors(1 << 20))


def test_only_a_paper_that_may_leave_the_house_is_unmarked(bank: Wholesale):
    made = bank.draft(("COFFEE", 10), customer="Limited Ltd", by="office")
    assert _marked(bank.ask(build_quote, order_id=made.order_id))
    bank.run(send_quote, by="office", order_id=made.order_id)
    assert not _marked(bank.ask(build_quote, order_id=made.order_id))
    bank.run(accept_quote, by="office", order_id=made.order_id, customer_reference="")
    held = bank.run(confirm_order, by="office", order_id=made.order_id)
    assert held.holds == ("credit_limit",)
    assert _marked(bank.ask(build_order_confirmation, order_id=made.order_id))
    bank.run(release_order, by="manager", order_id=made.order_id, reason="pays well")
    assert not _marked(bank.ask(build_order_confirmation, order_id=made.order_id))


def test_a_quote_keeps_its_day_and_the_next_version_has_its_own(bank: Wholesale, clock: SteadyClock):
    made = bank.draft(("COFFEE", 1))
    bank.run(send_quote, order_id=made.order_id)
    clock.advance(days=3)
    bank.run(accept_quote, order_id=made.order_id, customer_reference="PO 9")
    assert "Date 2026-03-02" in _text(bank.ask(build_quote, order_id=made.order_id))
    bank.run(send_quote, order_id=made.order_id)
    text = _text(bank.ask(build_quote, order_id=made.order_id))
    assert "Date 2026-03-05 Version 2" in text


def test_another_delivery_address_stands_on_the_confirmation(bank: Wholesale):
    party_id = bank.shop.parties["Unlimited Ltd"]
    plain = bank.order(("COFFEE", 1))
    assert "Delivery to" not in _text(bank.ask(build_order_confirmation, order_id=plain.order_id))
    ramp = AddressDraft(AddressKind.DELIVERY, "Ring 1", "1010", "Wien", "AT", name="Ramp 3")
    address_id = bank.run(add_address, party_id=party_id, address=ramp)
    order = bank.order(("COFFEE", 1), delivery_address_id=address_id)
    text = _text(bank.ask(build_order_confirmation, order_id=order.order_id))
    assert "Delivery to: Unlimited Ltd, Ramp 3, Ring 1, 1010 Wien, AUSTRIA" in text


def test_a_discount_on_the_whole_order_is_told(bank: Wholesale):
    made = bank.draft(("COFFEE", 10), discount_hundredths=250)
    text = _text(bank.ask(build_quote, order_id=made.order_id))
    assert "discount of 2.5 % on the whole order" in text
    assert "Discount -2.50" in text


def test_a_delivery_note_tells_quantities_and_who_took_it_but_no_price(bank: Wholesale):
    order = bank.order(("COFFEE", 3), ("MILK", 2))
    sent = bank.ship_all(order.order_id)
    before = _text(bank.ask(build_delivery_note, shipment_id=sent.shipment_id))
    for wanted in ("Delivery note D-2026-000001", "Swift Parcel", "3 pc 3 pc", "1.5 kg", "Signature"):
        assert wanted in before, wanted
    assert not [x for x in ("10.00", "€", "Follow it here") if x in before]
    bank.run(save_setting, name=LINKS_SETTING, value={"Swift": "https://swift.example/{tracking}"})
    linked = _text(bank.ask(build_delivery_note, shipment_id=sent.shipment_id))
    assert "Follow it here: https://swift.example/" in linked
    signature = BytesIO()
    Image.new("RGB", (200, 60), "#0000ff").save(signature, "PNG")
    bank.run(
        deliver_shipment, shipment_id=sent.shipment_id, received_by="Ann Smith",
        signature=signature.getvalue(), remarks="one bag\ntorn",
    )  # fmt: skip
    content = bank.ask(build_delivery_note, shipment_id=sent.shipment_id)
    assert "Ann Smith" in _text(content)
    assert "Remarks: one bag torn" in _text(content)
    picture = pypdfium2.PdfDocument(content)[0].render(scale=0.5).to_pil().convert("RGB")
    assert (0, 0, 255) in [colour for _n, colour in picture.getcolors(1 << 20)]


def test_a_packing_slip_goes_package_by_package(bank: Wholesale):
    order = bank.order(("COFFEE", 3), ("MILK", 2))
    bank.pick_all(order.order_id)
    packed = bank.pack_all(order.order_id)
    text = _text(bank.ask(build_packing_slip, shipment_id=packed.shipment_id))
    for wanted in ("Packing slip O-2026-000001", "Package 1 of 1", "1.5 kg", "Coffee beans 1 kg", "2 pc"):
        assert wanted in text, wanted


def test_several_deliveries_on_one_invoice_stand_under_their_notes(bank: Wholesale):
    one, two = bank.order(("COFFEE", 1)), bank.order(("MILK", 1))
    bill = bank.bill(bank.ship_all(one.order_id), bank.ship_all(two.order_id, charge_minor=300))
    text = _text(bank.ask(build_invoice, invoice_id=bill.invoice_id))
    first, second = text.index("Delivery note D-2026-000001 of"), text.index("Delivery note D-2026-000002 of")
    assert first < text.index("Coffee beans") < second < text.index("Milk 1 l")


def test_a_draft_is_marked_and_nothing_of_it_is_kept(bank: Wholesale):
    order = bank.order(("COFFEE", 1))
    bank.ship_all(order.order_id)
    draft = bank.run(draft_from_order, uuid=str(uuid4()), order_id=order.order_id)
    picture = pypdfium2.PdfDocument(bank.ask(build_invoice, invoice_id=draft.invoice_id))[0].render().to_pil()
    assert [c for _n, c in picture.convert("RGB").getcolors(1 << 20) if c[0] > c[1] + 20]
    with pytest.raises(NotPostedError):
        bank.run(print_invoice, invoice_id=draft.invoice_id)
    assert bank.ask(find_kept_pdf, invoice_id=draft.invoice_id) is None


def test_a_second_print_is_byte_for_byte_the_first_whatever_changed(bank: Wholesale, clock: SteadyClock):
    bill = _bill(bank)
    assert bank.ask(find_kept_pdf, invoice_id=bill.invoice_id) is None
    first = bank.run(print_invoice, invoice_id=bill.invoice_id)
    assert first == bank.ask(build_invoice, invoice_id=bill.invoice_id)
    clock.advance(days=40)
    company = bank.ask(get_company)
    bank.run(save_company, details=replace(company, name="Another Name", street="Elsewhere 9"))
    bank.run(save_setting, name="company.iban", value="")
    draft = PaymentDraft(bank.shop.parties["Unlimited Ltd"], bill.gross_minor, PaymentMethod.BANK)
    bank.run(record_payment, uuid=str(uuid4()), draft=draft)
    assert bank.ask(build_invoice, invoice_id=bill.invoice_id) != first
    assert bank.run(print_invoice, invoice_id=bill.invoice_id) == first
    assert bank.ask(find_kept_pdf, invoice_id=bill.invoice_id) == first
    with bank.shop.runtime.factory.read() as connection:
        row = connection.execute(select(invoice_file)).one()
    assert row.sha256 == sha256(first).hexdigest()
    story = bank.ask(whole_story, document_type="invoice", document_id=bill.invoice_id)
    assert [s.step for s in story.steps if s.step == "printed"] == ["printed"]
    assert [r for r in bank.ask(verify_database) if not r.holds] == []


def test_bytes_that_somebody_changed_are_not_handed_out(bank: Wholesale):
    bill = _bill(bank)
    bank.run(print_invoice, invoice_id=bill.invoice_id)
    with bank.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(invoice_file).values(content=b"%PDF-forged"))
    with pytest.raises(PaperChangedError, match="INV-2026-000001"):
        bank.run(print_invoice, invoice_id=bill.invoice_id)


def test_printing_an_invoice_needs_the_right(bank: Wholesale):
    bill = _bill(bank)
    with pytest.raises(PermissionNeededError):
        bank.run(print_invoice, by="clerk", invoice_id=bill.invoice_id)


def test_thirty_lines_break_over_pages_and_come_to_the_posted_total(bank: Wholesale):
    order = bank.order(*(bank.line("WRAP", 1 + i % 3) for i in range(30)))
    draft = bank.run(draft_pro_forma, uuid=str(uuid4()), order_id=order.order_id)
    done = bank.run(post_invoice, invoice_id=draft.invoice_id)
    pages = _pages(bank.ask(build_pro_forma, invoice_id=done.invoice_id))
    assert len(pages) == 2
    assert all(f"Page {i} of 2" in page and "Unit price" in page for i, page in enumerate(pages, start=1))
    total = bank.ask(get_invoice, invoice_id=done.invoice_id).row.gross_minor
    assert f"Total € {total // 100}.{total % 100:02d}" in " ".join(pages[-1].split())


def test_what_bears_no_tax_is_told_apart(bank: Wholesale):
    order = bank.order(("COFFEE", 1), bank.line("STAMP", 10, unit_price_minor=95))
    confirmed = _text(bank.ask(build_order_confirmation, order_id=order.order_id))
    draft = bank.run(draft_pro_forma, uuid=str(uuid4()), order_id=order.order_id)
    done = bank.run(post_invoice, invoice_id=draft.invoice_id)
    for text in (confirmed, _text(bank.ask(build_pro_forma, invoice_id=done.invoice_id))):
        assert "19 % 10.00 1.90 0 % 9.50 0.00" in text
        assert "Net total 19.50 VAT 19 % 1.90 VAT 0 % 0.00 Total € 21.40" in text


def test_prices_with_tax_say_so(bank: Wholesale):
    party_id = bank.shop.parties["Unlimited Ltd"]
    bank.run(save_terms, party_id=party_id, terms=TermsDraft(price_list_id=bank.shop.price_list_id))
    text = _text(bank.ask(build_quote, order_id=bank.draft(("COFFEE", 1)).order_id))
    assert "Net total 10.84 VAT 19 % 2.06 Total € 12.90" in text
    assert "Prices include VAT." in text


def test_another_currency_has_its_sign_and_no_payment_qr(bank: Wholesale):
    party_id = bank.shop.parties["Unlimited Ltd"]
    list_id = next_id()
    with bank.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            insert(price_list),
            {"id": list_id, "code": "usd", "name": "Dollars", "currency": "USD", "includes_tax": False},
        )
    bank.run(save_rate, currency="USD", on=TODAY, rate_micro=900_000)
    bank.run(save_terms, party_id=party_id, terms=TermsDraft(price_list_id=list_id, currency="USD"))
    order = bank.order(bank.line("COFFEE", 2, unit_price_minor=1500))
    bill = bank.bill(bank.ship_all(order.order_id))
    content = bank.ask(build_invoice, invoice_id=bill.invoice_id)
    assert "Amount $" in _text(content)
    assert "Total $ 35.70" in _text(content)
    assert _codes(content) == []
