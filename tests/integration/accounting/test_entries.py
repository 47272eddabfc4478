"""What each event books, with figures: the table of design/money-in.md 7.3, as far as other rooms do it.

Discounts, fees, differences, allowances, write-offs, recoveries and reminders are in
tests/integration/collections, another currency in tests/integration/invoicing/test_invoices.py.
"""

from __future__ import annotations

from uuid import uuid4

from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.invoicing.operations.bill import invoice_order
from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.prepay import invoice_deposit
from app.invoicing.operations.settle import apply_to_items, record_payment, take_back_payment
from app.payments.customers import PaymentDraft
from app.payments.refunds import refund_credit
from app.payments.states import PaymentMethod
from app.receivables.queries import list_unapplied
from app.receivables.rules import Part
from app.terms.states import InvoicePolicy
from app.till.operations.cash import move_cash
from app.till.operations.shifts import Counted, close_shift, save_count
from app.till.states import CashMovementKind, SaleKind
from tests.integration.collections.conftest import Late

CASH, SAFE, CARD, BANK, AR, STOCK = "1000", "1010", "1100", "1200", "1300", "1400"
TAX, DEPOSITS, DEFERRED, SALES, RETURNS, COST = "2100", "2200", "2300", "4000", "4100", "5000"
COFFEE_COST = 774  # of a piece, as the shop of the tests bought it


class Books:
    """What moved since the last look."""

    def __init__(self, late: Late) -> None:
        self.late, self.before = late, late.balances()

    def moved(self) -> dict[str, int]:
        """Accounts and by how much, those that moved; they sum to zero."""
        after = self.late.balances()
        found = {c: after.get(c, 0) - self.before.get(c, 0) for c in {*after, *self.before}}
        self.before = after
        assert sum(found.values()) == 0
        return {c: minor for c, minor in found.items() if minor}


def test_the_till_books_sales_returns_and_what_happens_to_its_cash(late: Late) -> None:
    shop = late.trade.shop
    shift = shop.open_shift(float_minor=20_000)
    books = Books(late)
    shop.sell(shop.cart("COFFEE"), shift, ("cash", 2000))  # 12.90: 10.84 and 2.06
    assert books.moved() == {CASH: 1290, SALES: -1084, TAX: -206, COST: COFFEE_COST, STOCK: -COFFEE_COST}
    shop.sell(shop.cart("COFFEE"), shift, ("card", 1290))
    assert books.moved() == {CARD: 1290, SALES: -1084, TAX: -206, COST: COFFEE_COST, STOCK: -COFFEE_COST}
    shop.sell(shop.cart("COFFEE"), shift, by="supervisor", kind=SaleKind.RETURN)
    assert books.moved() == {CASH: -1290, RETURNS: 1084, TAX: 206, COST: -COFFEE_COST, STOCK: COFFEE_COST}
    for kind, account in (
        (CashMovementKind.PAY_OUT, "6000"), (CashMovementKind.SAFE_DROP, SAFE),
    ):  # fmt: skip
        shop.runtime.run(
            move_cash, actor=shop.actor("supervisor"), context=shop.context(), shift_id=shift, kind=kind,
            amount_minor=500, reason="why not",
        )  # fmt: skip
        assert books.moved() == {CASH: -500, account: 500}
    context, actor = shop.context(), shop.actor("manager")
    counts = [Counted("cash", 20_000 - 1000 - 30), Counted("card", 1290)]
    shop.runtime.run(save_count, actor=actor, context=context, shift_id=shift, counts=counts)
    shop.runtime.run(
        close_shift, actor=actor, context=context, shift_id=shift, explanation="lost",
        next_float_minor=15_000,
    )  # fmt: skip
    assert books.moved() == {CASH: -4000, SAFE: 3970, "6900": 30}


def test_goods_are_delivered_before_and_after_they_are_billed(late: Late) -> None:
    books = Books(late)
    order = late.trade.order(("COFFEE", 10))
    sent = late.trade.ship_all(order.order_id)
    assert books.moved() == {COST: 10 * COFFEE_COST, STOCK: -10 * COFFEE_COST}
    late.trade.bill(sent)
    assert books.moved() == {AR: 11_900, SALES: -10_000, TAX: -1900}
    ahead = late.trade.order(("COFFEE", 10), invoice_policy=InvoicePolicy.ORDERED)
    late.run(invoice_order, uuid=str(uuid4()), order_id=ahead.order_id)
    assert books.moved() == {AR: 11_900, DEFERRED: -10_000, TAX: -1900}
    late.trade.pick_all(ahead.order_id)
    packed = late.trade.pack_all(ahead.order_id)
    late.run(dispatch_shipment, shipment_id=packed.shipment_id, transport=Transport("Swift", "Parcel", "SW1"))
    assert books.moved() == {
        DEFERRED: 10_000, SALES: -10_000, COST: 10 * COFFEE_COST, STOCK: -10 * COFFEE_COST,
    }  # fmt: skip


def test_a_down_payment_waits_for_its_invoice_with_its_tax(late: Late) -> None:
    order = late.trade.order(("COFFEE", 10))
    books = Books(late)
    late.run(invoice_deposit, uuid="d", order_id=order.order_id, amount_minor=5950)
    assert books.moved() == {AR: 5950, DEPOSITS: -5000, TAX: -950}
    late.pay(5950)
    assert books.moved() == {BANK: 5950, AR: -5950}
    sent = late.trade.ship_all(order.order_id)
    books.moved()
    late.trade.bill(sent)
    assert books.moved() == {AR: 5950, DEPOSITS: 5000, SALES: -10_000, TAX: -950}


def test_money_in_part_too_much_for_nothing_and_back(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10)))
    books = Books(late)
    late.pay(5000, Part(item.id, 5000))
    assert books.moved() == {BANK: 5000, AR: -5000}
    over = late.pay(10_000)
    assert (over.unapplied_minor, books.moved()) == (3100, {BANK: 10_000, AR: -10_000})
    (credit,) = late.ask(list_unapplied, party_id=late.party)
    late.run(refund_credit, uuid="b", credit_item_id=credit.id, method=PaymentMethod.BANK, amount_minor=3000)
    assert books.moved() == {BANK: -3000, AR: 3000}
    late.bill(("COFFEE", 1))
    books.moved()
    late.run(apply_to_items, credit_item_id=credit.id)
    assert books.moved() == {}  # a credit set against an invoice moves no account
    draft = PaymentDraft(late.party, 1090, PaymentMethod.DIRECT_DEBIT)
    debit = late.run(record_payment, uuid="dd", draft=draft)
    assert books.moved() == {BANK: 1090, AR: -1090}
    late.run(take_back_payment, payment_id=debit.payment_id, reason="returned by his bank")
    assert books.moved() == {BANK: -1090, AR: 1090}


def test_a_credit_note_gives_tax_back_with_the_price(late: Late) -> None:
    bill = late.bill(("COFFEE", 10), ("MILK", 100))
    books = Books(late)
    late.run(credit_invoice, uuid="c", invoice_id=bill.invoice_id, reason="all of it")
    assert books.moved() == {AR: -22_600, RETURNS: 20_000, TAX: 2600}
