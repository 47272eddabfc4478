"""Something of every kind is posted: sales, a return, a tip, a Z, invoices, payments, an expense."""

from __future__ import annotations

from uuid import uuid4

from app.accounting.expenses import ExpenseDraft, book_expense
from app.accounting.states import PaidFrom
from app.audit.keys import make_secret, register_key
from app.collections.operations.reductions import reduce_item
from app.collections.states import ReductionKind
from app.invoicing.operations.settle import take_back_payment, undo_payment_application
from app.organisation.tables import store
from app.receivables.queries import list_allocations
from app.till.cart import Cart
from app.till.operations.cash import move_cash
from app.till.operations.days import close_store_day
from app.till.operations.shifts import Counted, close_shift, save_count
from app.till.shift_report import expected_by_tender
from app.till.states import CashMovementKind, SaleKind, TakingKind
from app.till.taking import Taking
from tests.factories.shop import TODAY
from tests.integration.collections.conftest import Late
from tests.integration.einvoice.self_billed import agree, ship, take, written
from tests.integration.till.checkout import check_out, money
from tests.integration.till.helpers import rows


def post_everything(late: Late) -> None:
    """In a chain that is signed, by a key whose private half is kept in memory alone."""
    signer = make_secret(lambda _name, _secret: True)
    late.run(register_key, signer=signer)
    late.trade.shop.runtime.factory.signer = signer
    in_the_office(late)
    at_the_till(late)


def at_the_till(late: Late) -> None:
    """A shift with sales, a return, a tip and a pay-in; its Z, and the close of the day."""
    shop = late.trade.shop
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE", ("MILK", 2000)), shift, ("cash", 2000))
    shop.sell(shop.cart("WINE"), shift, by="supervisor", kind=SaleKind.RETURN)
    check_out(shop, shift, money(Cart(), 500, Taking(TakingKind.TIP)))
    actor, context = shop.actor("manager"), shop.context()
    shop.runtime.run(
        move_cash, actor=actor, context=context, shift_id=shift, kind=CashMovementKind.PAY_IN,
        amount_minor=1000, reason="change",
    )  # fmt: skip
    expected = shop.runtime.ask(expected_by_tender, shift_id=shift)
    counts = [Counted("cash", expected["cash"]), Counted("card", expected.get("card", 0))]
    shop.runtime.run(save_count, actor=actor, context=context, shift_id=shift, counts=counts)
    shop.runtime.run(
        close_shift, actor=actor, context=context, shift_id=shift, explanation="", next_float_minor=0
    )
    shop.runtime.run(
        close_store_day, actor=actor, store_id=rows(shop, store)[0].id, business_date=TODAY,
        banked_minor=1000, bag="B1",
    )  # fmt: skip


def in_the_office(late: Late) -> None:
    """Invoices, payments taken and taken back, a write-off, an expense, a bill written for a customer."""
    bill = late.bill(("COFFEE", 10), ("MILK", 4))
    paid = late.pay(1000)
    late.run(
        reduce_item, uuid=str(uuid4()), item_id=late.item(bill).id, kind=ReductionKind.WRITE_OFF,
        amount_minor=500, reason="gone",
    )  # fmt: skip
    (made,) = [a.id for a in late.ask(list_allocations, document_ids=[paid.payment_id])]
    late.run(undo_payment_application, allocation_ids=[made], reason="wrong invoice")
    late.pay(700)
    late.run(take_back_payment, payment_id=paid.payment_id, reason="bounced")
    draft = ExpenseDraft("6000", 1190, PaidFrom.BANK, "lamp", "", "", 190, "A", 19_000)
    late.run(book_expense, uuid="e", draft=draft)
    said, party_id = written(late.trade), agree(late.trade)
    ship(late.trade)
    take(late.trade, said, party_id)
