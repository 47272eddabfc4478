"""A receipt of the till becomes a full invoice, and nothing is booked a second time."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update

from app.documents.invoice_papers import invoice_paper
from app.invoicing.operations.credit import credit_invoice
from app.invoicing.queries import get_invoice
from app.invoicing.refusals import BillingCountryError, ReceiptInvoiceError
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.kernel.refusal import Refusal
from app.ledger.queries import list_balances
from app.parties.tables import party
from app.receivables.rules import Standing
from app.reporting.verify import verify_database
from app.till.cart import CartCustomer
from app.till.operations.receipt_invoices import (
    ReceiptCustomerMissingError,
    ReceiptOtherCustomerError,
    ReturnWithoutInvoiceError,
    invoice_receipt,
)
from app.till.queries import get_sale
from tests.factories.shop import TODAY, Shop
from tests.integration.till.returning import back_cart, take_back


def _run(shop: Shop, sale_id: int, name: str | None = "Unlimited Ltd", **more: Any) -> Any:
    party_id = shop.parties[name] if name else None
    return shop.runtime.run(invoice_receipt, actor=SYSTEM_ACTOR, sale_id=sale_id, party_id=party_id, **more)


def _balances(shop: Shop) -> dict[str, int]:
    return {b.code: b.balance_minor for b in shop.runtime.ask(list_balances)}


def _sound(shop: Shop) -> None:
    assert [r for r in shop.runtime.ask(verify_database) if not r.holds] == []


def test_the_invoice_repeats_the_receipt_and_books_nothing(shop: Shop):
    shift = shop.open_shift()
    sold = shop.sell(shop.cart(("COFFEE", 2000), "MILK", ("APPLE", 333)), shift)
    before = _balances(shop)
    made = _run(shop, sold.sale_id)
    assert made.number == "INV-2026-000001"
    assert _balances(shop) == before
    detail = shop.runtime.ask(get_invoice, invoice_id=made.invoice_id)
    receipt = shop.runtime.ask(get_sale, sale_id=sold.sale_id)
    assert (detail.net_minor, detail.tax_minor, detail.row.gross_minor) == (
        receipt.net_minor, receipt.tax_minor, receipt.gross_minor,
    )  # fmt: skip
    assert [(t.code, t.rate, t.base_minor, t.tax_minor) for t in detail.taxes] == [
        (t.tax_code, t.rate, t.base_minor, t.tax_minor) for t in receipt.taxes
    ]
    assert [(x.name, x.gross_minor) for x in detail.lines] == [(x.name, x.gross_minor) for x in receipt.lines]
    assert detail.customer_reference == receipt.number
    assert (detail.standing(TODAY), detail.delivered_on) == (Standing.PAID, TODAY)
    with shop.runtime.factory.read() as connection:
        paper = invoice_paper(connection, detail, "en")
    assert f"This invoice stands for receipt {receipt.number}, which was paid at the till." in paper.terms
    assert (paper.payment_code, paper.bank) == ("", ())
    again = _run(shop, sold.sale_id)
    assert (again.invoice_id, again.was_there) == (made.invoice_id, True)
    _sound(shop)


def test_what_was_sold_on_account_stays_owed_once(shop: Shop):
    shift = shop.open_shift()
    party_id = shop.parties["Unlimited Ltd"]
    customer = CartCustomer(party_id, "Unlimited Ltd")
    cart = shop.cart("COFFEE").set_customer(customer)
    sold = shop.sell(cart, shift, ("account", shop.total(cart)), by="supervisor")
    made = _run(shop, sold.sale_id, None)
    detail = shop.runtime.ask(get_invoice, invoice_id=made.invoice_id)
    assert detail.standing(TODAY) is Standing.OPEN
    assert sum(i.open_minor for i in detail.items) == shop.total(cart)
    with pytest.raises(ReceiptInvoiceError):
        shop.runtime.run(
            credit_invoice, actor=SYSTEM_ACTOR, uuid="x", invoice_id=made.invoice_id, reason="broken"
        )
    _sound(shop)


def test_the_receipt_of_a_return_becomes_a_credit_note_of_that_invoice(shop: Shop):
    shift = shop.open_shift()
    sold = shop.sell(shop.cart(("COFFEE", 2000)), shift)
    back = take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)))
    with pytest.raises(ReturnWithoutInvoiceError):
        _run(shop, back.sale_id)
    made = _run(shop, sold.sale_id)
    before = _balances(shop)
    credit = _run(shop, back.sale_id)
    detail = shop.runtime.ask(get_invoice, invoice_id=credit.invoice_id)
    assert (credit.number, detail.row.corrects_id) == ("CN-2026-000001", made.invoice_id)
    assert detail.row.gross_minor == made.gross_minor // 2
    assert [x.quantity_milli for x in detail.lines] == [1000]
    assert _balances(shop) == before
    _sound(shop)


def test_nobody_somebody_else_and_an_address_without_a_country_are_refused(shop: Shop):
    shift = shop.open_shift()
    plain = shop.sell(shop.cart("MILK"), shift)
    named = shop.cart("MILK").set_customer(CartCustomer(shop.parties["Unlimited Ltd"], "Unlimited"))
    sold = shop.sell(named, shift)
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(party).where(party.c.id == shop.parties["Limited Ltd"]).values(country="")
        )
    bad: list[tuple[int, str | None, type[Refusal]]] = [
        (plain.sale_id, None, ReceiptCustomerMissingError),
        (sold.sale_id, "Limited Ltd", ReceiptOtherCustomerError),
        (plain.sale_id, "Limited Ltd", BillingCountryError),
    ]
    for sale_id, name, refusal in bad:
        with pytest.raises(refusal) as raised:
            _run(shop, sale_id, name)
        assert "{" not in str(raised.value)
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(invoice_receipt, actor=shop.actor("cashier"), sale_id=plain.sale_id)
    assert _run(shop, plain.sale_id).number == "INV-2026-000001"
    _sound(shop)
