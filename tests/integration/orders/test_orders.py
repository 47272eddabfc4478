"""Quotes and orders: entered, priced, confirmed, held, changed, cancelled."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import insert, update

from app.catalog.tables import packaging
from app.db.errors import ChangedElsewhereError
from app.inventory.reservations import list_availability
from app.inventory.tables import incoming
from app.kernel.ids import next_id
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.kernel.refusal import Refusal
from app.kernel.state import InvalidTransitionError
from app.orders.drafts import LineDraft, OrderHead
from app.orders.operations.allocate import allocate_order, unreserve_order
from app.orders.operations.amend import amend_order, cancel_order
from app.orders.operations.confirm import confirm_order, release_order
from app.orders.operations.entry import change_order, create_order
from app.orders.operations.progress import finish_service
from app.orders.operations.quotes import accept_quote, lose_quote, send_quote
from app.orders.queries import count_stages, find_order, get_order, list_orders, list_versions
from app.orders.refusals import (
    AlreadyMovingError,
    NoPriceError,
    OrderEmptyError,
    OrderQuantityError,
    QuoteExpiredError,
    ReasonNeededError,
    UnknownProductError,
    UnknownUnitError,
    ValidityPastError,
)
from app.orders.states import LineKind, OrderStatus, Progress, Stage
from app.organisation.operations import save_setting
from app.receivables.items import ItemDraft, open_items
from app.receivables.operations import CreditLimitError, CustomerBlockedError
from app.terms.operations import TermsDraft, save_terms, set_credit_limit
from app.terms.rules import Instalment
from app.terms.states import LatePolicy, ShipPolicy
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def _available(trade: Wholesale, sku: str) -> tuple[int, int]:
    product = trade.shop.products[sku]
    found = trade.ask(list_availability, location_id=trade.location_id, product_ids=[product])[product]
    return found.committed_milli, found.available_milli


def test_the_quantity_break_and_the_list_give_the_price_and_say_why(trade: Wholesale):
    few = trade.ask(get_order, order_id=trade.draft(("COFFEE", 49)).order_id).lines[0]
    many = trade.ask(get_order, order_id=trade.draft(("COFFEE", 50)).order_id).lines[0]
    assert (few.unit_price_minor, many.unit_price_minor) == (1000, 900)
    assert (many.price_reason.list_code, many.price_reason.min_quantity_milli) == ("trade", 50_000)
    given = trade.draft(trade.line("COFFEE", 1, unit_price_minor=950))
    reason = trade.ask(get_order, order_id=given.order_id).lines[0].price_reason
    assert reason.is_negotiated
    assert reason.list_price_minor == 1000


def test_a_six_pack_is_priced_by_its_content_and_committed_in_pieces(trade: Wholesale):
    with trade.shop.runtime.factory.read() as connection:
        six = connection.execute(packaging.select()).one().id
    order = trade.order(trade.line("MILK", 2, packaging_id=six))
    line = trade.lines_of(order.order_id)["MILK"]
    assert (line.unit, line.unit_price_minor, line.ordered_milli) == ("Six-pack", 600, 12_000)
    assert _available(trade, "MILK") == (12_000, 88_000)


def test_the_same_request_again_is_the_same_order(trade: Wholesale):
    wish = {
        "uuid": str(uuid4()), "party_id": trade.shop.parties["Unlimited Ltd"],
        "lines": [trade.line("WINE", 2)],
    }  # fmt: skip
    first, again = (trade.run(create_order, **wish) for _ in range(2))
    assert (again.order_id, again.was_there) == (first.order_id, True)
    one, two = (trade.run(confirm_order, order_id=first.order_id) for _ in range(2))
    assert (two.number, two.was_there) == (one.number, True)
    assert _available(trade, "WINE") == (2000, 98_000)


def test_bad_input_is_refused_with_a_sentence_and_nothing_is_written(trade: Wholesale):
    party = trade.shop.parties
    good = trade.line("COFFEE", 1)
    bad: list[tuple[list[LineDraft], str, type[Refusal]]] = [
        ([], "Unlimited Ltd", OrderEmptyError),
        ([trade.line("COFFEE", 0)], "Unlimited Ltd", OrderQuantityError),
        ([trade.line("COFFEE", -1)], "Unlimited Ltd", OrderQuantityError),
        ([trade.line("COFFEE", 100_001)], "Unlimited Ltd", OrderQuantityError),
        ([trade.line("COFFEE", 1, packaging_id=5)], "Unlimited Ltd", UnknownUnitError),
        ([LineDraft(5, 1000)], "Unlimited Ltd", UnknownProductError),
        ([trade.line("STAMP", 1)], "Unlimited Ltd", NoPriceError),
        ([good], "Gone", CustomerBlockedError),
    ]
    for lines, customer, refusal in bad:
        with pytest.raises(refusal) as raised:
            trade.run(create_order, uuid=str(uuid4()), party_id=party[customer], lines=lines)
        assert "{" not in str(raised.value)
    assert trade.ask(list_orders) == []


def test_an_order_for_a_customer_blocked_since_is_not_confirmed(trade: Wholesale):
    draft = trade.draft(("COFFEE", 1))
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        from app.parties.tables import party

        uow.connection.execute(
            update(party).where(party.c.id == trade.shop.parties["Unlimited Ltd"]).values(active=False)
        )
    with pytest.raises(CustomerBlockedError):
        trade.run(confirm_order, order_id=draft.order_id)
    assert trade.head_of(draft.order_id).status == "draft"


def test_an_expired_quote_is_not_confirmed_until_a_new_version_is_sent(trade: Wholesale, clock: SteadyClock):
    quote = trade.draft(("COFFEE", 1))
    trade.run(send_quote, order_id=quote.order_id, valid_until=TODAY + timedelta(days=3))
    trade.run(accept_quote, order_id=quote.order_id)
    clock.advance(days=4)
    with pytest.raises(QuoteExpiredError, match="2026-03-05"):
        trade.run(confirm_order, order_id=quote.order_id)
    again = trade.run(send_quote, order_id=quote.order_id)
    assert trade.head_of(quote.order_id).quote_version == 2
    assert [v.reason for v in trade.ask(list_versions, order_id=quote.order_id)] == ["version 1", "version 2"]
    trade.run(accept_quote, order_id=quote.order_id)
    assert trade.run(confirm_order, order_id=quote.order_id).status is OrderStatus.CONFIRMED
    assert again.quote_number == "Q-2026-000001"
    with pytest.raises(ValidityPastError):
        trade.run(send_quote, order_id=trade.draft(("COFFEE", 1)).order_id, valid_until=TODAY)


def test_a_changed_quote_is_sent_anew_and_what_it_said_before_is_kept(trade: Wholesale):
    quote = trade.draft(("COFFEE", 1))
    trade.run(send_quote, order_id=quote.order_id)
    trade.run(
        change_order, order_id=quote.order_id, lines=[trade.line("COFFEE", 3)],
        head=OrderHead(discount_hundredths=1000),
    )  # fmt: skip
    sent = trade.run(send_quote, order_id=quote.order_id)
    assert sent.gross_minor == round(2700 * 1.19)
    one, two = trade.ask(list_versions, order_id=quote.order_id)
    assert (one.payload["head"]["net_minor"], two.payload["head"]["net_minor"]) == (1000, 2700)
    assert trade.ask(find_order, number="q-2026-000001").id == quote.order_id


def test_a_lost_quote_says_why_and_may_be_tried_again(trade: Wholesale):
    quote = trade.draft(("COFFEE", 1))
    trade.run(send_quote, order_id=quote.order_id)
    with pytest.raises(ReasonNeededError):
        trade.run(lose_quote, order_id=quote.order_id, reason="  ")
    trade.run(lose_quote, order_id=quote.order_id, reason="too dear")
    assert trade.head_of(quote.order_id).lost_reason == "too dear"
    assert trade.ask(count_stages)[Stage.DROPPED] == 1
    assert trade.run(send_quote, order_id=quote.order_id).status is OrderStatus.QUOTED


def test_no_limit_passes_zero_holds_and_at_the_limit_passes(trade: Wholesale):
    assert trade.order(("COFFEE", 90)).status is OrderStatus.CONFIRMED
    held = trade.order(("MILK", 1), customer="No Credit")
    assert (held.status, held.holds) == (OrderStatus.ON_HOLD, ("no_credit",))
    limited = trade.shop.parties["Limited Ltd"]
    trade.run(set_credit_limit, party_id=limited, credit_limit_minor=round(2100 * 1.19))
    assert trade.order(("WINE", 2), customer="Limited Ltd").status is OrderStatus.CONFIRMED  # 16.66 of 24.99
    assert trade.order(("WINE", 1), customer="Limited Ltd").status is OrderStatus.CONFIRMED  # just at it
    over = trade.order(("MILK", 1), customer="Limited Ltd")
    assert over.holds == ("credit_limit",)


def test_a_late_payer_gets_no_credit_or_nothing_by_his_policy(trade: Wholesale):
    party_id = trade.shop.parties["Unlimited Ltd"]
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        late = ItemDraft(
            party_id, "invoice", next_id(), "OLD-1", TODAY - timedelta(days=60),
            [Instalment(1, TODAY - timedelta(days=1), 100)],
        )  # fmt: skip
        open_items(uow, draft=late)
    holds = []
    for policy in LatePolicy:
        terms = TermsDraft(price_list_id=trade.price_list_id, late_policy=policy)
        trade.run(save_terms, party_id=party_id, terms=terms)
        holds.append(trade.order(("MILK", 1)).holds)
    assert holds == [(), ("no_credit",), ("overdue",)]


def test_a_discount_or_an_amount_beyond_the_right_waits_for_a_manager(trade: Wholesale):
    big = trade.order(trade.line("COFFEE", 1, discount_hundredths=1500), by="office")
    assert big.holds == ("discount",)
    small = trade.order(trade.line("COFFEE", 1, discount_hundredths=900), by="office")
    assert small.status is OrderStatus.CONFIRMED
    trade.run(save_setting, name="orders.approval_minor", value=5000)
    assert trade.order(("COFFEE", 5), by="office").holds == ("amount",)
    with pytest.raises(PermissionNeededError):
        trade.run(release_order, by="office", order_id=big.order_id, reason="please")
    with pytest.raises(ReasonNeededError):
        trade.run(release_order, by="manager", order_id=big.order_id, reason="")
    done = trade.run(release_order, by="manager", order_id=big.order_id, reason="good customer")
    assert done.status is OrderStatus.CONFIRMED
    with pytest.raises(InvalidTransitionError):
        trade.run(release_order, by="manager", order_id=big.order_id, reason="again")
    (hold,) = trade.ask(get_order, order_id=big.order_id).holds
    assert (hold.release_note, hold.released_by) == ("good customer", trade.shop.users["manager"])


def test_what_waits_keeps_its_place_and_gets_the_day_of_the_next_supply(trade: Wholesale):
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            insert(incoming),
            [
                {
                    "id": next_id(), "product_id": trade.shop.products["WINE"],
                    "location_id": trade.location_id, "reference": f"PO {days}",
                    "due_on": TODAY + timedelta(days=days), "ordered_milli": 10_000, "received_milli": 0,
                    "unit_cost_micro": 0, "closed": False, "supplier": "",
                }
                for days in (5, 9)
            ],
        )  # fmt: skip
    first = trade.order(("WINE", 108))
    second = trade.order(("WINE", 5))
    third = trade.order(("WINE", 50))
    assert first.backordered
    days = [trade.lines_of(o.order_id)["WINE"].promised_on for o in (first, second, third)]
    assert days == [TODAY + timedelta(days=5), TODAY + timedelta(days=9), None]
    trade.run(cancel_order, order_id=first.order_id, reason="changed his mind")
    trade.run(allocate_order, order_id=third.order_id)
    reserved = [trade.ask(get_order, order_id=o.order_id).lines[0].reserved_milli for o in (second, third)]
    assert reserved == [5000, 50_000]


def test_goods_can_be_taken_from_one_order_for_a_more_urgent_one(trade: Wholesale):
    first = trade.order(("WINE", 100))
    urgent = trade.order(("WINE", 10))
    trade.run(unreserve_order, order_id=first.order_id)
    trade.run(cancel_order, order_id=first.order_id, reason="later")
    trade.run(allocate_order, order_id=urgent.order_id)
    assert trade.head_of(urgent.order_id).allocation == "full"


def test_an_order_that_ships_complete_is_not_picked_in_part(trade: Wholesale):
    order = trade.order(("WINE", 101), ("COFFEE", 1), ship_policy=ShipPolicy.COMPLETE)
    head = trade.head_of(order.order_id)
    assert (head.to_allocate, head.to_pick, head.allocation) == (True, False, "part")


def test_amending_commits_frees_and_keeps_what_was_said(trade: Wholesale):
    order = trade.order(("WINE", 10), ("COFFEE", 2))
    lines = trade.lines_of(order.order_id)
    changed = [
        trade.line("WINE", 4, line_id=lines["WINE"].id), trade.line("MILK", 6),
    ]  # fmt: skip
    with pytest.raises(ReasonNeededError):
        trade.run(amend_order, order_id=order.order_id, lines=changed, head=OrderHead(), reason="")
    with pytest.raises(ChangedElsewhereError):
        trade.run(
            amend_order, order_id=order.order_id, lines=changed, head=OrderHead(), reason="phone",
            expected_version=1,
        )  # fmt: skip
    trade.run(amend_order, order_id=order.order_id, lines=changed, head=OrderHead(), reason="phone call")
    assert [_available(trade, s)[0] for s in ("WINE", "COFFEE", "MILK")] == [4000, 0, 6000]
    after = trade.lines_of(order.order_id)
    assert (after["COFFEE"].cancelled_milli, after["WINE"].ordered_milli) == (2000, 4000)
    (version,) = trade.ask(list_versions, order_id=order.order_id)
    assert (version.kind, version.reason) == ("amendment", "phone call")


def test_an_amendment_does_not_pass_the_limit_nor_undo_what_moved(trade: Wholesale):
    party_id = trade.shop.parties["Limited Ltd"]
    order = trade.order(("WINE", 5), customer="Limited Ltd")  # 41.65 of 50.00
    line = trade.lines_of(order.order_id)["WINE"]
    with pytest.raises(CreditLimitError):
        trade.run(
            amend_order, by="office", order_id=order.order_id, head=OrderHead(), reason="more",
            lines=[trade.line("WINE", 9, line_id=line.id)],
        )  # fmt: skip
    trade.pick_all(order.order_id)
    with pytest.raises(AlreadyMovingError):
        trade.run(
            amend_order, order_id=order.order_id, head=OrderHead(), reason="less",
            lines=[trade.line("WINE", 1, line_id=line.id)],
        )  # fmt: skip
    with pytest.raises(AlreadyMovingError):
        trade.run(cancel_order, order_id=order.order_id, reason="no more")
    assert party_id


def test_the_rest_of_an_order_is_cancelled_and_the_order_closes_when_the_part_is_paid(trade: Wholesale):
    order = trade.order(("WINE", 105))
    shipped = trade.ship_all(order.order_id)
    trade.run(cancel_order, order_id=order.order_id, reason="no more to come")
    bill = trade.bill(shipped)
    head = trade.head_of(order.order_id)
    assert (head.shipment, head.invoicing, head.to_collect, head.status) == (
        "full", "full", True, "confirmed",
    )  # fmt: skip
    assert bill.gross_minor == round(100 * 700 * 1.19)


def test_an_untouched_order_is_cancelled_as_a_whole(trade: Wholesale):
    order = trade.order(("WINE", 3))
    assert (
        trade.run(cancel_order, order_id=order.order_id, reason="twice entered").status
        is OrderStatus.CANCELLED
    )
    assert _available(trade, "WINE") == (0, 100_000)
    with pytest.raises(InvalidTransitionError):
        trade.run(cancel_order, order_id=order.order_id, reason="again")


def test_a_service_is_done_by_a_person_and_then_billed(trade: Wholesale):
    order = trade.order(trade.line("WRAP", 2, scheduled_on=date(2026, 3, 9)))
    assert not trade.head_of(order.order_id).to_invoice
    line = trade.lines_of(order.order_id)["WRAP"]
    assert line.kind == LineKind.SERVICE.value
    done = trade.run(finish_service, order_id=order.order_id, line_id=line.id, remark="with a bow")
    assert done.status is OrderStatus.CONFIRMED
    assert trade.head_of(order.order_id).to_invoice


def test_the_list_pages_and_the_chips_count(trade: Wholesale):
    made = [trade.order(("MILK", 1)).order_id for _ in range(5)]
    trade.order(("WINE", 500))
    trade.draft(("MILK", 1))
    counts = trade.ask(count_stages)
    assert (counts[Stage.TO_PICK], counts[Stage.TO_ALLOCATE], counts[Stage.DRAFT]) == (6, 1, 1)
    page = trade.ask(list_orders, stage=Stage.TO_PICK, limit=4)
    rest = trade.ask(list_orders, stage=Stage.TO_PICK, limit=4, after_id=page[-1].id)
    assert [r.id for r in page + rest][1:] == made[::-1]
    assert Stage.TO_ALLOCATE in page[0].stages
    assert trade.ask(list_orders, text="unlim") != []
    assert trade.ask(list_orders, text="nobody") == []
    assert page[1].allocation is Progress.FULL
