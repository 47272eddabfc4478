"""More than ordered leaves within the tolerance, less within it closes the line."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader

from app.documents.shipping_papers import build_delivery_note
from app.fulfilment.operations.packing import PackageDraft, pack_shipment
from app.fulfilment.operations.picking import Pick, create_pick_list, record_picks, short_pick
from app.fulfilment.operations.shipping import dispatch_shipment
from app.fulfilment.operations.surplus import pack_surplus, take_surplus
from app.fulfilment.refusals import SurplusByPieceError
from app.fulfilment.states import ShortReason
from app.inventory.policies import Policy, set_policy
from app.inventory.queries import on_hand
from app.invoicing.operations.bill import invoice_shipments
from app.kernel.permission import PermissionNeededError
from app.orders.operations.tolerance import drop_tolerance, set_tolerance
from app.orders.queries import list_versions
from app.orders.refusals import OverToleranceError, SurplusPromisedError, ToleranceRangeError
from app.orders.tolerance import Tolerance, find_tolerance, list_tolerances
from app.reporting.verify import verify_database
from tests.factories.wholesale import Wholesale

TEN = Tolerance(1000, 1000)


def _books_agree(trade: Wholesale) -> None:
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def _stock(trade: Wholesale, sku: str) -> int:
    return trade.ask(on_hand, product_id=trade.shop.products[sku], location_id=trade.location_id)


def _take_two(trade: Wholesale, tolerance: Tolerance) -> int:
    """An order of 20, 22 of which are picked, packed and on their way; the order's id."""
    trade.run(set_tolerance, tolerance=tolerance)
    order = trade.order(("WINE", 20))
    walk = trade.run(create_pick_list, by="clerk", uuid=str(uuid4()), order_ids=[order.order_id])
    row = trade.pick_lines(walk.pick_list_id)["WINE"]
    more = trade.run(
        take_surplus, by="clerk", pick_list_id=walk.pick_list_id, pick_line_id=row.id, quantity_milli=2_000
    )
    picks = [Pick(row.id, row.product_id, 20_000), Pick(more.pick_line_id, row.product_id, 2_000)]
    trade.run(record_picks, by="clerk", pick_list_id=walk.pick_list_id, picks=picks, finish=True)
    return int(order.order_id)


def _pack_and_send(trade: Wholesale, order_id: int) -> int:
    lines = [x for x in trade.all_lines(order_id) if x.picked_milli]
    packed = trade.run(
        pack_shipment, uuid=str(uuid4()), order_id=order_id,
        packages=[PackageDraft({x.id: x.picked_milli for x in lines}, 900)],
    )  # fmt: skip
    trade.run(dispatch_shipment, shipment_id=packed.shipment_id)
    return int(packed.shipment_id)


def test_what_is_more_than_ordered_is_billed_at_the_price_of_the_line(trade: Wholesale):
    before = _stock(trade, "WINE")
    order_id = _take_two(trade, TEN)
    shipment_id = _pack_and_send(trade, order_id)
    (line,) = trade.all_lines(order_id)
    assert (line.ordered_milli, line.over_milli, line.shipped_milli) == (22_000, 2_000, 22_000)
    assert (line.net_minor, trade.head_of(order_id).net_minor) == (22 * 700, 22 * 700)
    assert trade.head_of(order_id).gross_minor == line.gross_minor == line.net_minor + line.tax_minor
    assert _bill(trade, shipment_id) == line.gross_minor
    assert _stock(trade, "WINE") == before - 22_000
    assert trade.ask(list_versions, order_id=order_id)[0].payload["lines"][0]["ordered_milli"] == 20_000
    _books_agree(trade)


def test_what_is_given_away_leaves_and_costs_the_customer_nothing(trade: Wholesale):
    before = _stock(trade, "WINE")
    order_id = _take_two(trade, Tolerance(1000, 0, is_free=True))
    shipment_id = _pack_and_send(trade, order_id)
    ordered, given = trade.all_lines(order_id)
    assert (ordered.shipped_milli, ordered.net_minor) == (20_000, 20 * 700)
    assert (given.shipped_milli, given.net_minor, given.surplus_of) == (2_000, 0, ordered.id)
    assert _bill(trade, shipment_id) == ordered.gross_minor
    assert _stock(trade, "WINE") == before - 22_000
    assert trade.head_of(order_id).shipment == trade.head_of(order_id).invoicing == "full"
    _books_agree(trade)


def _bill(trade: Wholesale, shipment_id: int) -> int:
    bill = trade.run(invoice_shipments, uuid=str(uuid4()), shipment_ids=[shipment_id])
    return int(bill.gross_minor)


def test_the_delivery_note_says_what_was_ordered_and_what_came(trade: Wholesale):
    order_id = _take_two(trade, TEN)
    paper = trade.ask(build_delivery_note, shipment_id=_pack_and_send(trade, order_id), language="en")
    said = PdfReader(BytesIO(paper)).pages[0].extract_text()
    assert "20 pc" in said
    assert "22 pc" in said
    assert "2 pc more than ordered" in said


@pytest.mark.parametrize("is_free", [False, True])
def test_beyond_the_tolerance_it_is_refused_in_one_sentence(trade: Wholesale, is_free: bool):  # noqa: FBT001
    order_id = _take_two(trade, Tolerance(1000, 0, is_free=is_free))
    first = trade.all_lines(order_id)[0]
    with pytest.raises(OverToleranceError) as refused:
        trade.run(pack_surplus, by="clerk", order_id=order_id, line_id=first.id, quantity_milli=1_000)
    assert str(refused.value).startswith("At most 0 of Red wine")
    trade.run(set_tolerance, tolerance=Tolerance(2000, 0, is_free=is_free))
    trade.run(pack_surplus, by="clerk", order_id=order_id, line_id=first.id, quantity_milli=2_000)
    _pack_and_send(trade, order_id)
    assert sum(x.shipped_milli for x in trade.all_lines(order_id)) == 24_000
    _books_agree(trade)


def test_without_a_tolerance_not_a_piece_more_leaves(trade: Wholesale):
    order = trade.order(("WINE", 20))
    trade.pick_all(order.order_id)
    with pytest.raises(OverToleranceError):
        trade.run(
            pack_surplus, order_id=order.order_id, line_id=trade.all_lines(order.order_id)[0].id,
            quantity_milli=1,
        )  # fmt: skip


def test_goods_promised_to_others_are_not_taken_along(trade: Wholesale):
    trade.run(set_tolerance, tolerance=Tolerance(10_000))
    there = _stock(trade, "WINE")
    first = trade.order(("WINE", 10))
    trade.order(("WINE", there / 1000 - 11))
    trade.pick_all(first.order_id)
    line = trade.all_lines(first.order_id)[0]
    with pytest.raises(SurplusPromisedError):
        trade.run(pack_surplus, order_id=first.order_id, line_id=line.id, quantity_milli=2_000)
    assert trade.all_lines(first.order_id)[0].over_milli is None


def test_goods_kept_by_lot_are_taken_along_at_picking_only(trade: Wholesale):
    trade.run(set_tolerance, tolerance=TEN)
    order = trade.order(("COFFEE", 20))
    trade.pick_all(order.order_id)
    trade.run(set_policy, product_id=trade.shop.products["COFFEE"], policy=Policy(by_lot=True))
    with pytest.raises(SurplusByPieceError):
        trade.run(
            pack_surplus, order_id=order.order_id, line_id=trade.all_lines(order.order_id)[0].id,
            quantity_milli=1_000,
        )  # fmt: skip


@pytest.mark.parametrize(("picked", "cancelled", "status"), [(19, 1_000, "full"), (17, 0, "part")])
def test_less_within_the_tolerance_closes_the_line(
    trade: Wholesale, picked: int, cancelled: int, status: str
):
    trade.run(set_tolerance, tolerance=TEN)
    order = trade.order(("WINE", 20))
    walk = trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[order.order_id])
    row = trade.pick_lines(walk.pick_list_id)["WINE"]
    pick = Pick(row.id, row.product_id, picked * 1000)
    trade.run(record_picks, pick_list_id=walk.pick_list_id, picks=[pick])
    trade.run(short_pick, pick_line_id=row.id, reason=ShortReason.DAMAGED)
    trade.run(record_picks, pick_list_id=walk.pick_list_id, picks=[], finish=True)
    _pack_and_send(trade, order.order_id)
    assert trade.all_lines(order.order_id)[0].cancelled_milli == cancelled
    assert trade.head_of(order.order_id).shipment == status
    _books_agree(trade)


def test_the_narrowest_rule_holds(trade: Wholesale):
    wine, who = trade.shop.products["WINE"], trade.shop.parties["Unlimited Ltd"]
    where = [{}, {"party_id": who}, {"product_id": wine}, {"product_id": wine, "party_id": who}]
    for share, narrower in enumerate(where, start=1):
        trade.run(set_tolerance, tolerance=Tolerance(share * 100), **narrower)
        assert trade.ask(find_tolerance, party_id=who, product_id=wine).over_hundredths == share * 100
    assert len(trade.ask(list_tolerances)) == len(where)
    for rule in trade.ask(list_tolerances):
        trade.run(drop_tolerance, rule_id=rule.id)
    assert trade.ask(find_tolerance, party_id=who, product_id=wine) == Tolerance()


def test_a_tolerance_is_set_by_who_may_and_within_reason(trade: Wholesale):
    with pytest.raises(ToleranceRangeError):
        trade.run(set_tolerance, tolerance=Tolerance(10_001))
    with pytest.raises(PermissionNeededError):
        trade.run(set_tolerance, by="clerk", tolerance=TEN)
