"""Each kind of tampering with orders, shipments, bills and payments is named."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import text

from app.db.unit_of_work import UnitOfWorkFactory
from app.documents.operations import print_invoice
from app.fulfilment.operations.picking import create_pick_list
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.operations.settle import record_payment
from app.invoicing.store import invoice_lines
from app.kernel.permission import SYSTEM_ACTOR
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.reporting.verify.orders import ORDER_CHECKS
from app.reporting.verify.papers import PAPER_CHECKS
from app.till.operations.receipt_invoices import invoice_receipt
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale

TAMPERED = (
    (
        "UPDATE sales_order_line SET picking_milli = picking_milli - 1 WHERE picking_milli > 0",
        "orders_agree_with_picks",
    ),
    (
        "UPDATE sales_order_line SET shipped_milli = shipped_milli - 1 WHERE shipped_milli > 0",
        "orders_agree_with_shipments",
    ),
    ("UPDATE sales_order SET to_collect = NOT to_collect WHERE status = 'confirmed'", "order_progress"),
    ("UPDATE reservation SET quantity_milli = 900000", "promises_are_covered"),
    ("UPDATE reservation SET quantity_milli = 900000", "promises_have_orders"),
    ("UPDATE sales_order_line SET location_id = 1", "promises_have_orders"),
    ("UPDATE invoice_line SET tax_minor = tax_minor + 1, gross_minor = gross_minor + 1", "invoices_add_up"),
    (
        "UPDATE number_series SET last_number = last_number + 1 WHERE document_type = 'invoice'",
        "invoices_without_gaps",
    ),
    (
        "UPDATE invoice_line SET quantity_milli = 9000 WHERE credits_line_id IS NOT NULL",
        "credits_within_invoices",
    ),
    ("UPDATE sale SET gross_minor = gross_minor + 1", "receipts_billed_once"),
    ("UPDATE allocation SET amount_minor = amount_minor + 1", "open_items_agree"),
    (
        "UPDATE open_item SET amount_minor = amount_minor + 1 WHERE document_type = 'invoice'",
        "invoices_are_booked",
    ),
)


def _trade(shop: Shop) -> Wholesale:
    """Orders in every stage."""
    trade = make_wholesale(shop)
    bill = trade.bill(trade.ship_all(trade.order(("COFFEE", 2), ("WINE", 1)).order_id))
    lines = trade.ask(invoice_lines, invoice_id=bill.invoice_id)
    trade.run(
        credit_invoice, uuid=str(uuid4()), invoice_id=bill.invoice_id, reason="broken",
        wishes=[CreditWish(lines[0].id, 1000)],
    )  # fmt: skip
    draft = PaymentDraft(shop.parties["Unlimited Ltd"], 1000, PaymentMethod.BANK)
    trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    packed = trade.order(("MILK", 3)).order_id
    trade.pick_all(packed)
    trade.pack_all(packed)
    on_list = trade.order(("APPLE", 1.5)).order_id
    trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[on_list])
    trade.order(("WINE", 500))
    sold = shop.sell(shop.cart("MILK"), shop.open_shift())
    party_id = shop.parties["Unlimited Ltd"]
    trade.run(invoice_receipt, sale_id=sold.sale_id, party_id=party_id)
    return trade


class _Undo(Exception):  # noqa: N818 - takes the tampering back
    pass


def test_tampering_with_orders_bills_and_payments_is_named(shop: Shop, factory: UnitOfWorkFactory):
    trade = _trade(shop)
    with shop.runtime.factory.read() as connection:
        assert [f for c in ORDER_CHECKS for f in c.find(connection)] == []
    by_name = {c.name: c for c in ORDER_CHECKS}
    assert {name for _statement, name in TAMPERED} == set(by_name)
    for statement, name in TAMPERED:
        with pytest.raises(_Undo), factory.begin(actor=SYSTEM_ACTOR) as uow:
            assert uow.connection.execute(text(statement)).rowcount > 0, statement
            assert list(by_name[name].find(uow.connection)), name
            raise _Undo
    assert trade.head_of(trade.order(("MILK", 1)).order_id).to_pick


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE invoice_file SET content = CAST('%PDF' AS {blob})",
        "UPDATE invoice_file SET sha256 = 'f'",
        "DELETE FROM invoice_file",
    ],
)
def test_a_kept_pdf_that_was_changed_or_taken_away_is_named(
    shop: Shop, factory: UnitOfWorkFactory, statement: str
):
    trade = make_wholesale(shop)
    bill = trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id))
    trade.run(print_invoice, invoice_id=bill.invoice_id)
    (check,) = PAPER_CHECKS
    assert trade.ask(lambda c: list(check.find(c))) == []
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        blob = "BLOB" if uow.connection.dialect.name == "sqlite" else "BYTEA"
        assert uow.connection.execute(text(statement.format(blob=blob))).rowcount == 1
    faults = trade.ask(lambda c: list(check.find(c)))
    assert len(faults) == 1
    assert "PDF of" in faults[0]
