"""Posted documents for these tests, and their e-invoices."""

from __future__ import annotations

from uuid import uuid4

from app.einvoice.formats import Format
from app.einvoice.making import MadeEInvoice, gather, make
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.operations.prepay import invoice_deposit
from app.invoicing.queries import get_invoice
from app.invoicing.store import SavedInvoice
from app.orders.drafts import LineDraft
from tests.factories.wholesale import Wholesale


def einvoice_of(trade: Wholesale, bill: SavedInvoice, form: Format = Format.PEPPOL) -> MadeEInvoice:
    return make(trade.ask(gather, invoice_id=bill.invoice_id, form=form))


def billed(trade: Wholesale, *lines: tuple[str, float] | LineDraft, charge: int = 0) -> SavedInvoice:
    order = trade.order(*lines, customer_reference="PO 4711")
    return trade.bill(trade.ship_all(order.order_id, charge_minor=charge))


def documents(trade: Wholesale) -> list[SavedInvoice]:
    """A down payment; an invoice over two rates with a discount, a charge and that payment; a credit note."""
    order = trade.order(
        trade.line("COFFEE", 3, discount_hundredths=1000), ("MILK", 4), ("APPLE", 0.345),
        customer_reference="PO 4711",
    )  # fmt: skip
    deposit = trade.run(invoice_deposit, uuid=str(uuid4()), order_id=order.order_id, amount_minor=1190)
    bill = trade.bill(trade.ship_all(order.order_id, charge_minor=500))
    line = trade.ask(get_invoice, invoice_id=bill.invoice_id).lines[0]
    credit = trade.run(
        credit_invoice, uuid=str(uuid4()), invoice_id=bill.invoice_id, reason="one was torn",
        wishes=[CreditWish(line.id, 1000)],
    )  # fmt: skip
    return [deposit, bill, credit]
