"""What a customer paid too much is offered on his next invoice."""

from __future__ import annotations

from uuid import uuid4

from app.invoicing.operations.settle import record_payment
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.queries import list_unapplied
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice
from ui.invoicing.invoice_page import InvoicePanel


def test_a_credit_is_offered_and_used_for_the_invoice_that_is_shown(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    party_id = trade.shop.parties["Unlimited Ltd"]
    other = trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id))
    draft = PaymentDraft(party_id, 500, PaymentMethod.BANK)
    trade.run(record_payment, uuid=str(uuid4()), draft=draft, parts=[])
    bill = trade.bill(trade.ship_all(trade.order(("WINE", 1)).order_id))
    desk = make_office(local={"sound": "off"})
    desk.page.go("invoices", str(bill.invoice_id))
    desk.settle()
    panel = desk.panel(InvoicePanel)
    assert panel.unapplied.words.text() == (
        "The customer has €5.00 to his credit from Payment R-2026-000001."
    )
    desk.tap(panel.unapplied.button)
    assert not panel.unapplied.isVisible()
    assert panel.open_minor() == 833 - 500
    assert trade.ask(list_unapplied, party_id=party_id) == []
    desk.page.go("invoices", str(other.invoice_id))
    desk.settle()
    assert not desk.panel(InvoicePanel).unapplied.isVisible()
