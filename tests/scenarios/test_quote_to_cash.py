"""One order from the quote to the money, every document linked to the next."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.fulfilment.operations.delivery import deliver_shipment
from app.fulfilment.operations.packing import PackageDraft, pack_shipment
from app.fulfilment.operations.picking import (
    Pick,
    create_pick_list,
    finish_count_task,
    record_picks,
    short_pick,
)
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.fulfilment.refusals import OverPickError, UnpackedGoodsError, WrongItemError
from app.fulfilment.states import ShortReason
from app.inventory.operations import adjust_stock
from app.inventory.queries import list_stock_faults, on_hand
from app.inventory.reservations import list_availability
from app.invoicing.operations.bill import invoice_shipments
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.operations.settle import record_payment
from app.invoicing.states import InvoiceStatus
from app.invoicing.store import invoice_lines
from app.ledger.queries import list_balances, list_unbalanced_entries
from app.orders.operations.allocate import allocate_order
from app.orders.operations.confirm import confirm_order, release_order
from app.orders.operations.quotes import accept_quote, send_quote
from app.orders.queries import count_stages, list_orders
from app.orders.states import OrderStatus, Stage
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.queries import list_open_items, owed_minor
from app.receivables.rules import Part
from app.reporting.verify import verify_database
from app.story.queries import whole_story
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY, Shop
from tests.factories.wholesale import Wholesale, make_wholesale


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    return make_wholesale(shop)


def _balances(trade: Wholesale) -> dict[str, int]:
    return {b.code: b.balance_minor for b in trade.ask(list_balances)}


def test_a_quote_becomes_money_through_hold_short_pick_second_shipment_and_credit_note(  # noqa: PLR0915 - one story
    trade: Wholesale, clock: SteadyClock
):
    shop, before = trade.shop, _balances(trade)
    # a quote with a negotiated discount: 40 coffee at 10.00 less 5 %, 20 wine at 6.50 instead of 7.00
    quote = trade.draft(
        trade.line("COFFEE", 4, discount_hundredths=500), trade.line("WINE", 6, unit_price_minor=650),
        customer="Limited Ltd", by="office",
    )  # fmt: skip
    sent = trade.run(send_quote, by="office", order_id=quote.order_id)
    assert sent.quote_number == "Q-2026-000001"
    assert sent.gross_minor == round((4 * 950 + 6 * 650) * 1.19)  # 91.63
    trade.run(accept_quote, by="office", order_id=quote.order_id, customer_reference="PO 4711")
    # over the limit of 50.00: held, nothing committed
    held = trade.run(confirm_order, by="office", order_id=quote.order_id)
    assert (held.status, held.holds) == (OrderStatus.ON_HOLD, ("credit_limit",))
    wine = shop.products["WINE"]
    stock = trade.ask(list_availability, location_id=trade.location_id, product_ids=[wine])[wine]
    assert stock.committed_milli == 0
    released = trade.run(release_order, by="manager", order_id=quote.order_id, reason="paid well for years")
    assert (released.status, released.number) == (OrderStatus.CONFIRMED, "O-2026-000001")
    # the walk goes by bin; a wrong scan and a piece too many are refused
    order_id = quote.order_id
    walk = trade.run(create_pick_list, by="clerk", uuid=str(uuid4()), order_ids=[order_id])
    rows = trade.pick_lines(walk.pick_list_id)
    assert list(rows) == ["WINE", "COFFEE"]
    with pytest.raises(WrongItemError, match="Coffee beans 1 kg is not Red wine"):
        trade.run(
            record_picks, by="clerk", pick_list_id=walk.pick_list_id,
            picks=[Pick(rows["WINE"].id, shop.products["COFFEE"], 1000)],
        )  # fmt: skip
    with pytest.raises(OverPickError):
        trade.run(
            record_picks, by="clerk", pick_list_id=walk.pick_list_id,
            picks=[Pick(rows["WINE"].id, wine, 7000)],
        )  # fmt: skip
    trade.run(
        record_picks, by="clerk", pick_list_id=walk.pick_list_id,
        picks=[Pick(rows["WINE"].id, wine, 4000), Pick(rows["COFFEE"].id, shop.products["COFFEE"], 4000)],
    )  # fmt: skip
    # two bottles are not there: they wait, and the shelf is to be counted
    task = trade.run(short_pick, by="clerk", pick_line_id=rows["WINE"].id, reason=ShortReason.NOT_FOUND)
    trade.run(record_picks, by="clerk", pick_list_id=walk.pick_list_id, picks=[], finish=True)
    head = trade.head_of(order_id)
    assert (head.to_allocate, head.to_pack, head.to_pick) == (True, True, False)
    lines = trade.lines_of(order_id)
    with pytest.raises(UnpackedGoodsError):
        trade.run(
            pack_shipment, by="clerk", uuid=str(uuid4()), order_id=order_id,
            packages=[PackageDraft({lines["WINE"].id: 4000}, 5200)],
        )  # fmt: skip
    packed = trade.run(
        pack_shipment, by="clerk", uuid=str(uuid4()), order_id=order_id,
        packages=[
            PackageDraft({lines["WINE"].id: 4000}, 5200), PackageDraft({lines["COFFEE"].id: 4000}, 4300),
        ],
    )  # fmt: skip
    first = trade.run(
        dispatch_shipment, by="clerk", shipment_id=packed.shipment_id,
        transport=Transport("Swift", "Parcel", "SW1"),
    )  # fmt: skip
    assert first.number == "D-2026-000001"
    clock.advance(hours=20)
    trade.run(
        deliver_shipment, by="clerk", shipment_id=first.shipment_id, received_by="Ann Smith",
        signature=b"\x89PNG", remarks="one bottle broken",
    )  # fmt: skip
    bill = trade.run(invoice_shipments, by="office", uuid=str(uuid4()), shipment_ids=[first.shipment_id])
    assert (bill.status, bill.number) == (InvoiceStatus.POSTED, "INV-2026-000001")
    assert bill.gross_minor == 4522 + 3094  # 38.00 and 26.00 plus 19 %
    # the shelf is counted: two more bottles were there after all; the rest leaves with a charge
    trade.run(finish_count_task, by="clerk", task_id=task)
    trade.run(
        adjust_stock, by="clerk", product_id=wine, location_id=trade.location_id, quantity_milli=-1000,
        reason="counted", business_date=TODAY,
    )  # fmt: skip
    trade.run(allocate_order, by="office", order_id=order_id)
    second = trade.ship_all(order_id, charge_minor=500)
    rest = trade.run(invoice_shipments, by="office", uuid=str(uuid4()), shipment_ids=[second.shipment_id])
    assert rest.gross_minor == round((2 * 650 + 500) * 1.19)
    assert trade.head_of(order_id).status == "confirmed"  # not paid yet
    # one damaged bottle is credited
    lines_billed = trade.ask(invoice_lines, invoice_id=bill.invoice_id)
    broken = next(x for x in lines_billed if x.sku == "WINE")
    credit = trade.run(
        credit_invoice, by="office", uuid=str(uuid4()), invoice_id=bill.invoice_id, reason="broken",
        wishes=[CreditWish(broken.id, 1000)],
    )  # fmt: skip
    assert (credit.number, credit.gross_minor) == ("CN-2026-000001", round(650 * 1.19))
    # one transfer pays everything that is open
    owed = trade.ask(owed_minor, party_id=shop.parties["Limited Ltd"])
    assert owed == bill.gross_minor + rest.gross_minor - credit.gross_minor
    paid = trade.run(
        record_payment, by="office", uuid=str(uuid4()),
        draft=PaymentDraft(shop.parties["Limited Ltd"], owed, PaymentMethod.BANK, reference="INV 1 and 2"),
    )  # fmt: skip
    assert paid.unapplied_minor == 0
    closed = trade.head_of(order_id)
    assert (closed.status, closed.shipment, closed.invoicing, closed.payment) == (
        "closed", "full", "full", "full",
    )  # fmt: skip
    assert closed.uninvoiced_minor == 0
    _is_told(trade, order_id, paid.payment_id)
    assert [r for r in trade.ask(verify_database) if not r.holds] == []
    _agrees(trade, before, bill.gross_minor + rest.gross_minor - credit.gross_minor)


def _is_told(trade: Wholesale, order_id: int, payment_id: int) -> None:
    """From the order or the payment: the same documents, and who did what."""
    story = trade.ask(whole_story, document_type="order", document_id=order_id)
    kinds = [d.document_type for d in story.documents]
    assert sorted(kinds) == sorted(
        [
            "order", "pick_list", "shipment", "invoice", "pick_list", "shipment", "invoice", "credit_note",
            "customer_payment",
        ]
    )  # fmt: skip
    other = trade.ask(whole_story, document_type="customer_payment", document_id=payment_id)
    assert [d.document_id for d in other.documents] == [d.document_id for d in story.documents]
    steps = [(s.document_type, s.step, s.actor_name) for s in story.steps]
    for wanted in (
        ("order", "quoted", "office"), ("order", "accepted", "office"), ("order", "on_hold", "office"),
        ("order", "released", "manager"), ("pick_list", "short", "clerk"),
        ("shipment", "delivered", "clerk"), ("invoice", "posted", "office"),
        ("credit_note", "posted", "office"), ("customer_payment", "received", "office"),
        ("order", "closed", "office"),
    ):  # fmt: skip
        assert wanted in steps
    counts = trade.ask(count_stages)
    assert (counts[Stage.DONE], counts[Stage.TO_COLLECT], counts[Stage.TO_INVOICE]) == (1, 0, 0)
    assert [r.id for r in trade.ask(list_orders, stage=Stage.DONE)] == [order_id]


def _agrees(trade: Wholesale, before: dict[str, int], received: int) -> None:
    """Stock, receivables and ledger say the same."""
    after = _balances(trade)
    moved = {code: after[code] - before.get(code, 0) for code in after if after[code] != before.get(code, 0)}
    assert trade.ask(list_unbalanced_entries) == []
    assert trade.ask(list_stock_faults) == []
    assert moved["1200"] == received
    assert "1300" not in moved
    assert trade.ask(list_open_items, party_id=trade.shop.parties["Limited Ltd"]) == []
    tax = round(3800 * 0.19) + round(2600 * 0.19) + round(1800 * 0.19) - round(650 * 0.19)
    assert moved["2100"] == -tax
    assert moved["4000"] == -(3800 + 2600 + 1800)
    assert moved["4100"] == 650
    cost = 4 * 774 + 6 * 479  # COFFEE at 774 a piece, WINE at 479.40
    assert abs(moved["5000"] - cost) <= 6
    assert trade.ask(on_hand, product_id=trade.shop.products["WINE"], location_id=trade.location_id) == 93_000


def test_two_invoices_are_paid_by_hand_in_part_and_the_rest_stays_as_credit(trade: Wholesale):
    party_id = trade.shop.parties["Unlimited Ltd"]
    bills = []
    for sku in ("COFFEE", "MILK"):
        order = trade.order((sku, 2))
        bills.append(trade.bill(trade.ship_all(order.order_id)))
    items = trade.ask(list_open_items, party_id=party_id)
    paid = trade.run(
        record_payment, uuid=str(uuid4()), draft=PaymentDraft(party_id, 3000, PaymentMethod.CHEQUE),
        parts=[Part(items[1].id, items[1].open_minor), Part(items[0].id, 1000)],
    )  # fmt: skip
    assert paid.unapplied_minor == 3000 - bills[1].gross_minor - 1000
    left = trade.ask(list_open_items, party_id=party_id)
    assert sorted(x.open_minor for x in left) == [-paid.unapplied_minor, bills[0].gross_minor - 1000]
