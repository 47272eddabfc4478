"""Invoices: matched, numbered, booked, frozen, credited; down payments; periods; currencies."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import insert, update

from app.fulfilment.operations.delivery import return_shipment
from app.fulfilment.operations.shipping import dispatch_shipment
from app.fulfilment.refusals import DepositUnpaidError
from app.invoicing.operations.bill import invoice_order, invoice_shipments
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.operations.drafts import draft_from_order, draft_of_period, draft_pro_forma
from app.invoicing.operations.post import post_invoice, release_invoice, void_draft
from app.invoicing.operations.prepay import invoice_deposit
from app.invoicing.operations.settle import record_payment
from app.invoicing.queries import find_invoice, get_invoice, list_invoices
from app.invoicing.refusals import (
    CreditReasonError,
    CreditTooMuchError,
    DepositAmountError,
    InvoiceDateError,
    InvoiceFutureError,
    NotCreditableError,
    NothingToInvoiceError,
    PostedFrozenError,
    ReleaseReasonError,
)
from app.invoicing.states import InvoiceStatus
from app.kernel.ids import next_id
from app.kernel.permission import SYSTEM_ACTOR
from app.ledger.periods import PeriodClosedError, close_period
from app.ledger.queries import list_balances
from app.orders.operations.progress import finish_service
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.pricing.tables import price, price_list
from app.receivables.queries import owed_minor
from app.receivables.rules import Standing
from app.reporting.verify import verify_database
from app.terms.operations import TermsDraft, create_payment_term, save_rate, save_terms
from app.terms.queries import NoRateError
from app.terms.rules import TermLine
from app.terms.states import InvoicePolicy
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def _books_agree(trade: Wholesale) -> None:
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def _balances(trade: Wholesale) -> dict[str, int]:
    return {b.code: b.balance_minor for b in trade.ask(list_balances)}


def _pay(trade: Wholesale, amount: int, customer: str = "Unlimited Ltd", **more: object) -> None:
    draft = PaymentDraft(trade.shop.parties[customer], amount, PaymentMethod.BANK, **more)  # type: ignore[arg-type]
    trade.run(record_payment, uuid=str(uuid4()), draft=draft)


def test_tax_is_rounded_once_a_rate_on_the_sum_of_the_lines(trade: Wholesale):
    bill = trade.bill(trade.ship_all(trade.order(("APPLE", 0.333), ("MILK", 3), ("COFFEE", 1)).order_id))
    found = trade.ask(get_invoice, invoice_id=bill.invoice_id)
    assert [(t.code, t.rate, t.base_minor, t.tax_minor) for t in found.taxes] == [
        ("A", 19000, 1000, 190), ("B", 7000, 383, 27),
    ]  # fmt: skip
    assert found.standing(TODAY) is Standing.OPEN
    assert found.standing(TODAY + timedelta(days=15)) is Standing.OVERDUE
    assert found.row.due_date == TODAY + timedelta(days=14)


def test_parts_of_a_line_come_to_the_whole_line(trade: Wholesale):
    order = trade.order(trade.line("COFFEE", 3, unit_price_minor=333, discount_hundredths=1000))
    line = trade.lines_of(order.order_id)["COFFEE"]
    sent = trade.ship_all(order.order_id)
    nets = []
    for _part in range(3):
        draft = trade.run(
            draft_from_order, uuid=str(uuid4()), order_id=order.order_id, quantities={line.id: 1000}
        )
        posted = trade.run(post_invoice, invoice_id=draft.invoice_id)
        nets.append(trade.ask(get_invoice, invoice_id=posted.invoice_id).net_minor)
    assert sum(nets) == line.net_minor
    with pytest.raises(NothingToInvoiceError):
        trade.bill(sent)
    _books_agree(trade)


def test_a_posted_invoice_is_there_once_and_frozen(trade: Wholesale):
    sent = trade.ship_all(trade.order(("WINE", 1)).order_id)
    wish = {"uuid": str(uuid4()), "shipment_ids": [sent.shipment_id]}
    one, two = (trade.run(invoice_shipments, **wish) for _ in range(2))
    assert (one.invoice_id, two.was_there) == (two.invoice_id, True)
    assert trade.run(post_invoice, invoice_id=one.invoice_id).was_there
    with pytest.raises(PostedFrozenError, match="INV-2026-000001"):
        trade.run(void_draft, invoice_id=one.invoice_id)
    assert trade.ask(find_invoice, number="inv-2026-000001").id == one.invoice_id
    assert len(trade.ask(list_invoices)) == 1


def test_a_number_is_given_back_when_the_date_is_refused(trade: Wholesale, clock: SteadyClock):
    orders = [trade.order(("MILK", 1)).order_id for _ in range(3)]
    sent = [trade.ship_all(o) for o in orders]
    clock.advance(days=3)
    trade.bill(sent[0])
    late = {"uuid": str(uuid4()), "shipment_ids": [sent[1].shipment_id]}
    with pytest.raises(InvoiceDateError, match=r"2026-03-05.*2026-03-03"):
        trade.run(invoice_shipments, **late, on=TODAY + timedelta(days=1))
    with pytest.raises(InvoiceFutureError):
        trade.run(invoice_shipments, **late, on=TODAY + timedelta(days=4))
    assert trade.run(invoice_shipments, **late).number == "INV-2026-000002"
    trade.run(close_period, until=TODAY + timedelta(days=3))
    with pytest.raises(PeriodClosedError):
        trade.bill(sent[2])
    _books_agree(trade)


def test_what_is_not_delivered_or_billed_twice_is_held_with_its_reason(trade: Wholesale):
    order = trade.order(("WINE", 3), ("WRAP", 1))
    lines = trade.lines_of(order.order_id)
    early = trade.run(
        draft_from_order, uuid=str(uuid4()), order_id=order.order_id,
        quantities={lines["WINE"].id: 3000, lines["WRAP"].id: 1000},
    )  # fmt: skip
    held = trade.run(post_invoice, by="office", invoice_id=early.invoice_id)
    assert (held.status, held.number, held.holds) == (InvoiceStatus.HELD, None, ("not_delivered",))
    assert trade.run(post_invoice, by="office", invoice_id=early.invoice_id).status is InvoiceStatus.HELD
    trade.run(void_draft, invoice_id=early.invoice_id)
    sent = trade.ship_all(order.order_id)
    trade.run(finish_service, order_id=order.order_id, line_id=lines["WRAP"].id)
    twice = trade.run(draft_from_order, uuid=str(uuid4()), order_id=order.order_id)
    trade.bill(sent)
    over = trade.run(post_invoice, by="office", invoice_id=twice.invoice_id)
    assert over.holds == ("qty_over",)
    _books_agree(trade)


def test_a_held_invoice_is_released_with_a_right_and_revenue_waits_for_the_delivery(trade: Wholesale):
    order = trade.order(("WINE", 2))
    line = trade.lines_of(order.order_id)["WINE"]
    draft = trade.run(
        draft_from_order, uuid=str(uuid4()), order_id=order.order_id, quantities={line.id: 2000}
    )
    trade.run(post_invoice, by="office", invoice_id=draft.invoice_id)
    with pytest.raises(ReleaseReasonError):
        trade.run(release_invoice, by="manager", invoice_id=draft.invoice_id, reason="")
    done = trade.run(release_invoice, by="manager", invoice_id=draft.invoice_id, reason="paid in advance")
    assert done.status is InvoiceStatus.POSTED
    early = _balances(trade)
    assert (early["2300"], early.get("4000", 0)) == (-1400, 0)
    trade.ship_all(order.order_id)
    late = _balances(trade)
    assert (late["2300"], late["4000"]) == (0, -1400)
    assert trade.ask(get_invoice, invoice_id=draft.invoice_id).holds[0].release_note == "paid in advance"
    _books_agree(trade)


def test_an_order_billed_as_ordered_is_billed_before_it_leaves(trade: Wholesale):
    order = trade.order(("WINE", 2), invoice_policy=InvoicePolicy.ORDERED)
    bill = trade.run(invoice_order, uuid=str(uuid4()), order_id=order.order_id)
    assert bill.status is InvoiceStatus.POSTED
    _pay(trade, bill.payable_minor)
    assert trade.head_of(order.order_id).status == "confirmed"
    trade.ship_all(order.order_id)
    assert trade.head_of(order.order_id).status == "closed"
    _books_agree(trade)


def test_a_down_payment_blocks_the_goods_and_is_deducted_on_the_last_invoice(trade: Wholesale):
    order = trade.order(("WINE", 10), ("MILK", 10), deposit_hundredths=3000, deposit_blocks=True)
    asked = trade.head_of(order.order_id)
    assert asked.deposit_minor == round(asked.gross_minor * 0.3)
    assert not asked.to_pick
    for amount in (0, -1, asked.gross_minor + 1):
        with pytest.raises(DepositAmountError):
            trade.run(invoice_deposit, uuid=str(uuid4()), order_id=order.order_id, amount_minor=amount)
    deposit = trade.run(invoice_deposit, uuid=str(uuid4()), order_id=order.order_id)
    assert (deposit.number, deposit.gross_minor) == ("DP-2026-000001", asked.deposit_minor)
    assert not trade.head_of(order.order_id).to_pick
    _pay(trade, deposit.gross_minor)
    assert trade.head_of(order.order_id).to_pick
    sent = trade.ship_all(order.order_id)
    bill = trade.bill(sent)
    found = trade.ask(get_invoice, invoice_id=bill.invoice_id)
    assert [d.number for d in found.deposits] == ["DP-2026-000001"]
    assert bill.payable_minor == asked.gross_minor - deposit.gross_minor
    _pay(trade, bill.payable_minor)
    assert trade.head_of(order.order_id).status == "closed"
    after = _balances(trade)
    assert (after["2200"], after["4000"]) == (0, -asked.net_minor)
    assert after["2100"] == -asked.tax_minor
    _books_agree(trade)


def test_goods_do_not_leave_when_the_down_payment_was_taken_back(trade: Wholesale):
    order = trade.order(("WINE", 10), deposit_minor=500, deposit_blocks=True)
    trade.run(invoice_deposit, uuid=str(uuid4()), order_id=order.order_id)
    draft = PaymentDraft(trade.shop.parties["Unlimited Ltd"], 500, PaymentMethod.CHEQUE)
    paid = trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    trade.pick_all(order.order_id)
    packed = trade.pack_all(order.order_id)
    from app.invoicing.operations.settle import take_back_payment

    trade.run(take_back_payment, payment_id=paid.payment_id, reason="cheque bounced")
    with pytest.raises(DepositUnpaidError):
        trade.run(dispatch_shipment, shipment_id=packed.shipment_id)
    _books_agree(trade)


def test_several_shipments_of_a_period_go_on_one_invoice_with_their_charges(trade: Wholesale):
    party_id = trade.shop.parties["Unlimited Ltd"]
    sent = [trade.ship_all(trade.order((sku, 1)).order_id, charge_minor=490) for sku in ("WINE", "COFFEE")]
    draft = trade.run(
        draft_of_period, uuid=str(uuid4()), party_id=party_id, period_from=TODAY, period_to=TODAY
    )
    bill = trade.run(post_invoice, invoice_id=draft.invoice_id)
    found = trade.ask(get_invoice, invoice_id=bill.invoice_id)
    assert found.net_minor == 700 + 1000 + 2 * 490
    assert (found.period_from, len({x.order_id for x in found.lines})) == (TODAY, 2)
    with pytest.raises(NothingToInvoiceError):
        trade.bill(*sent)
    _pay(trade, bill.payable_minor)
    assert [trade.head_of(s.order_id).status for s in sent] == ["closed", "closed"]
    _books_agree(trade)


def test_a_credit_note_never_takes_back_more_than_was_invoiced(trade: Wholesale):
    order = trade.order(trade.line("WINE", 3, unit_price_minor=333))
    bill = trade.bill(trade.ship_all(order.order_id))
    line = trade.ask(get_invoice, invoice_id=bill.invoice_id).lines[0]
    wish = {"invoice_id": bill.invoice_id, "reason": "damaged"}
    with pytest.raises(CreditReasonError):
        trade.run(credit_invoice, uuid=str(uuid4()), invoice_id=bill.invoice_id, reason="")
    grosses = []
    for _part in range(3):
        credit = trade.run(credit_invoice, **wish, uuid=str(uuid4()), wishes=[CreditWish(line.id, 1000)])
        grosses.append(credit.gross_minor)
    assert sum(grosses) == bill.gross_minor
    for wishes in ([CreditWish(line.id, 1)], [CreditWish(5, 1000)], None):
        with pytest.raises(CreditTooMuchError):
            trade.run(credit_invoice, **wish, uuid=str(uuid4()), wishes=wishes)
    with pytest.raises(NotCreditableError):
        trade.run(credit_invoice, uuid=str(uuid4()), invoice_id=credit.invoice_id, reason="no")
    assert trade.ask(owed_minor, party_id=trade.shop.parties["Unlimited Ltd"]) == 0
    assert trade.head_of(order.order_id).status == "closed"
    _books_agree(trade)


def test_a_line_wished_for_twice_in_one_credit_note_is_not_credited_twice_over(trade: Wholesale):
    order = trade.order(trade.line("WINE", 3, unit_price_minor=333))
    bill = trade.bill(trade.ship_all(order.order_id))
    line = trade.ask(get_invoice, invoice_id=bill.invoice_id).lines[0]
    wish = {"invoice_id": bill.invoice_id, "reason": "damaged"}
    with pytest.raises(CreditTooMuchError):
        trade.run(credit_invoice, **wish, uuid=str(uuid4()), wishes=[CreditWish(line.id, 2000)] * 2)
    wishes = [CreditWish(line.id, 1000), CreditWish(line.id, 2000)]
    credit = trade.run(credit_invoice, **wish, uuid=str(uuid4()), wishes=wishes)
    assert credit.gross_minor == bill.gross_minor
    _books_agree(trade)


def test_goods_that_came_back_are_credited_and_a_wrong_price_is_billed_again(trade: Wholesale):
    order = trade.order(("WINE", 2))
    sent = trade.ship_all(order.order_id)
    bill = trade.bill(sent)
    trade.run(return_shipment, shipment_id=sent.shipment_id, reason="corked")
    trade.run(credit_invoice, uuid=str(uuid4()), invoice_id=bill.invoice_id, reason="corked")
    assert trade.head_of(order.order_id).status == "closed"
    other = trade.order(("COFFEE", 1))
    wrong = trade.bill(trade.ship_all(other.order_id))
    trade.run(
        credit_invoice, uuid=str(uuid4()), invoice_id=wrong.invoice_id, reason="wrong address",
        bill_again=True,
    )  # fmt: skip
    assert trade.head_of(other.order_id).to_invoice
    right = trade.run(invoice_order, uuid=str(uuid4()), order_id=other.order_id)
    assert (right.status, right.gross_minor) == (InvoiceStatus.POSTED, wrong.gross_minor)
    _books_agree(trade)


def test_a_pro_forma_has_a_number_of_its_own_and_books_nothing(trade: Wholesale):
    order = trade.draft(("WINE", 2))
    before = _balances(trade)
    draft = trade.run(draft_pro_forma, uuid=str(uuid4()), order_id=order.order_id)
    posted = trade.run(post_invoice, invoice_id=draft.invoice_id)
    assert posted.number == "PF-2026-000001"
    assert _balances(trade) == before
    assert trade.ask(owed_minor, party_id=trade.shop.parties["Unlimited Ltd"]) == 0


def test_instalments_are_due_by_the_terms_and_come_to_the_cent(trade: Wholesale):
    term = trade.run(
        create_payment_term, code="thirds", name="In three parts",
        lines=[TermLine(3333, days=0), TermLine(3333, months=1), TermLine(3334, months=1, day_of_month=31)],
    )  # fmt: skip
    order = trade.order(("WINE", 1), payment_term_id=term)
    bill = trade.bill(trade.ship_all(order.order_id))
    items = trade.ask(get_invoice, invoice_id=bill.invoice_id).items
    assert [i.due_date.isoformat() for i in items] == ["2026-03-02", "2026-04-02", "2026-04-30"]
    assert sum(i.amount_minor for i in items) == bill.gross_minor == 833
    _books_agree(trade)


def test_a_foreign_invoice_is_booked_at_its_rate_and_the_gain_when_it_is_paid(trade: Wholesale):
    party_id, list_id = trade.shop.parties["Unlimited Ltd"], next_id()
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            insert(price_list),
            {"id": list_id, "code": "usd", "name": "USD", "currency": "USD", "includes_tax": False},
        )
        uow.connection.execute(
            insert(price),
            {
                "id": next_id(), "price_list_id": list_id, "product_id": trade.shop.products["WINE"],
                "packaging_id": None, "min_quantity_milli": 0, "valid_from": None, "valid_to": None,
                "price_minor": 1000,
            },
        )  # fmt: skip
    trade.run(save_terms, party_id=party_id, terms=TermsDraft(price_list_id=list_id))
    with pytest.raises(NoRateError):
        trade.order(("WINE", 1))
    trade.run(save_rate, currency="USD", on=TODAY - timedelta(days=3), rate_micro=900_000)
    bill = trade.bill(trade.ship_all(trade.order(("WINE", 1)).order_id))
    assert bill.gross_minor == 1190
    booked = _balances(trade)
    assert (booked["1300"], booked["4000"], booked["2100"]) == (1071, -900, -171)
    trade.run(save_rate, currency="USD", on=TODAY, rate_micro=950_000)
    _pay(trade, 500, currency="USD")
    _pay(trade, 690, currency="USD")
    after = _balances(trade)
    received = round(500 * 0.95) + round(690 * 0.95)
    assert (after["1200"], after["1300"], after["6950"]) == (received, 0, -(received - 1071))
    _books_agree(trade)


def test_the_address_without_a_country_is_refused_at_posting(trade: Wholesale):
    from app.invoicing.refusals import BillingCountryError
    from app.parties.tables import party

    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(party).where(party.c.id == trade.shop.parties["Unlimited Ltd"]).values(country="")
        )
    sent = trade.ship_all(trade.order(("WINE", 1)).order_id)
    with pytest.raises(BillingCountryError):
        trade.bill(sent)
