"""What the screens ask, on both databases: lists with search and pages, work that waits, one page."""

from __future__ import annotations

from uuid import uuid4

from app.fulfilment.operations.picking import create_pick_list, short_pick
from app.fulfilment.screen_queries import (
    count_work,
    find_work,
    get_walk,
    list_count_work,
    list_pick_work,
    list_travelling,
)
from app.fulfilment.states import ShortReason
from app.invoicing.operations.settle import record_payment
from app.invoicing.screen_queries import InvoiceView, count_invoices, search_invoices
from app.orders.drafts import LineDraft
from app.orders.queries import list_orders
from app.orders.screen_queries import preview_order
from app.orders.states import Stage
from app.payments.customers import PaymentDraft
from app.payments.screen_queries import get_payment, search_payments
from app.payments.states import PaymentMethod
from app.story.screen_queries import order_page
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def test_orders_are_searched_by_number_and_customer_page_by_page(trade: Wholesale) -> None:
    made = [trade.order(("COFFEE", 1)).order_id for _ in range(5)]
    trade.order(("COFFEE", 1), customer="No Credit")
    first = trade.ask(list_orders, text="unlim", stage=Stage.TO_PICK, limit=3)
    rest = trade.ask(list_orders, text="unlim", stage=Stage.TO_PICK, limit=3, after_id=first[-1].id)
    assert [r.id for r in first + rest] == made[::-1]
    assert [r.id for r in trade.ask(list_orders, text="o-2026-000002")] == [made[1]]
    assert trade.ask(list_orders, text="unlim", stage=Stage.DONE) == []


def test_invoices_and_payments_are_found_by_what_is_open_of_them(trade: Wholesale) -> None:
    bills = [trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id)) for _ in range(2)]
    party_id = trade.shop.parties["Unlimited Ltd"]
    draft = PaymentDraft(party_id, bills[0].gross_minor, PaymentMethod.BANK)
    paid = trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    found = trade.ask(search_invoices, on=TODAY, text="unlimited", view=InvoiceView.OPEN)
    assert [(x.row.id, x.open_minor) for x in found] == [(bills[1].invoice_id, bills[1].gross_minor)]
    both = trade.ask(search_invoices, on=TODAY, text="inv-2026")
    assert [x.row.id for x in both] == [bills[1].invoice_id, bills[0].invoice_id]
    later = found[0].row.due_date.replace(year=2027)
    assert trade.ask(count_invoices, on=later)[InvoiceView.OVERDUE] == 1
    assert trade.ask(count_invoices, on=TODAY)[InvoiceView.OPEN] == 1
    assert [p.id for p in trade.ask(search_payments, text="unlim")] == [paid.payment_id]
    assert trade.ask(search_payments, text="unlim", unapplied=True) == []
    assert trade.ask(get_payment, payment_id=paid.payment_id).number == paid.number


def test_the_work_of_the_warehouse_is_counted_and_opened_by_number(trade: Wholesale) -> None:
    order = trade.order(("WINE", 2), ("COFFEE", 1))
    walk = trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[order.order_id])
    shipped = trade.ship_all(trade.order(("MILK", 1)).order_id)
    cards = trade.ask(get_walk, pick_list_id=walk.pick_list_id, on=TODAY)
    assert [c.sku for c in cards.cards] == ["WINE", "COFFEE"]
    assert cards.orders == {order.order_id: order.number}
    trade.run(short_pick, pick_line_id=cards.cards[0].id, reason=ShortReason.DAMAGED)
    counts = trade.ask(count_work)
    assert (counts.picking, counts.on_the_way, counts.to_count) == (1, 1, 1)
    assert [(w.stops, w.done, w.orders) for w in trade.ask(list_pick_work)] == [(2, 1, (order.number,))]
    assert [(w.name, w.on_hand_milli) for w in trade.ask(list_count_work)] == [("Red wine", 100_000)]
    assert [s.id for s in trade.ask(list_travelling)] == [shipped.shipment_id]
    assert trade.ask(find_work, number=walk.number.lower()) == ("pick", walk.pick_list_id)
    assert trade.ask(find_work, number=shipped.number) == ("shipment", shipped.shipment_id)
    assert trade.ask(find_work, number=order.number) == ("order", order.order_id)
    assert trade.ask(find_work, number="P-999999") is None


def test_the_page_of_an_order_is_one_question(trade: Wholesale) -> None:
    order = trade.order(("WINE", 2))
    trade.ship_all(order.order_id)
    page = trade.ask(order_page, order_id=order.order_id, on=TODAY)
    assert page.detail.row.id == order.order_id
    assert len(page.shipments) == 1
    assert {d.document_type for d in page.story.documents} == {"order", "pick_list", "shipment"}
    # the amount of a confirmed order is counted once, not as a new one as well
    assert page.checks.standing.exposure_minor == order.gross_minor


def test_a_preview_names_a_product_that_is_not_sold_and_goes_on(trade: Wholesale) -> None:
    shown = trade.ask(
        preview_order, party_id=trade.shop.parties["Unlimited Ltd"], discount_hundredths=0,
        location_id=trade.location_id, on=TODAY, lines=[LineDraft(4711, 1000), trade.line("WINE", 1)],
    )  # fmt: skip
    assert shown.lines[0].refusal is not None
    assert shown.net_minor == 700
