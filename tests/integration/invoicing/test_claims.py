"""Missing and damaged goods are credited; goods that come back are taken in and credited."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.inventory.tables import location, stock_level
from app.invoicing.operations.claims import Claim, claim_delivery, take_back_goods
from app.invoicing.queries import get_invoice
from app.invoicing.refusals import ClaimEmptyError, ClaimTooMuchError, CreditReasonError, NotDeliveredError
from app.invoicing.states import ClaimKind
from app.invoicing.tables import delivery_claim
from app.kernel.permission import PermissionNeededError
from app.receivables.queries import owed_minor
from app.reporting.verify import verify_database
from tests.factories.wholesale import Wholesale


def _shipped(trade: Wholesale, shipment_id: int) -> dict[str, Any]:
    from app.fulfilment.queries import get_shipment

    return {x.sku: x for x in trade.ask(get_shipment, shipment_id=shipment_id).lines}


def _books_agree(trade: Wholesale) -> None:
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def _claims(trade: Wholesale) -> list[tuple[str, int]]:
    with trade.shop.runtime.factory.read() as connection:
        rows = connection.execute(
            select(delivery_claim.c.kind, delivery_claim.c.quantity_milli).order_by(delivery_claim.c.id)
        )
        return [(r[0], r[1]) for r in rows]


def test_missing_and_damaged_goods_open_one_credit_note(trade: Wholesale):
    order = trade.order(("WINE", 6), ("MILK", 4))
    sent = trade.ship_all(order.order_id)
    bill = trade.bill(sent)
    lines = _shipped(trade, sent.shipment_id)
    wish: dict[str, Any] = {
        "uuid": str(uuid4()), "shipment_id": sent.shipment_id, "remark": "box torn open",
        "claims": [
            Claim(lines["WINE"].id, ClaimKind.DAMAGED, 2000),
            Claim(lines["MILK"].id, ClaimKind.MISSING, 1000),
        ],
    }  # fmt: skip
    (credit,) = trade.run(claim_delivery, **wish)
    detail = trade.ask(get_invoice, invoice_id=credit.invoice_id)
    assert (detail.reason, detail.net_minor) == ("box torn open", 2 * 700 + 100)
    assert detail.row.corrects_id == bill.invoice_id
    assert trade.ask(owed_minor, party_id=trade.shop.parties["Unlimited Ltd"]) == (
        bill.gross_minor - credit.gross_minor
    )
    (again,) = trade.run(claim_delivery, **wish)
    assert (again.invoice_id, again.was_there) == (credit.invoice_id, True)
    assert _claims(trade) == [("damaged", 2000), ("missing", 1000)]
    _books_agree(trade)


def test_what_is_not_billed_yet_is_billed_and_credited_at_once(trade: Wholesale):
    sent = trade.ship_all(trade.order(("WINE", 6)).order_id)
    line = _shipped(trade, sent.shipment_id)["WINE"]
    (credit,) = trade.run(
        claim_delivery, uuid=str(uuid4()), shipment_id=sent.shipment_id, remark="one short",
        claims=[Claim(line.id, ClaimKind.MISSING, 1000)],
    )  # fmt: skip
    assert credit.number == "CN-2026-000001"
    assert _shipped(trade, sent.shipment_id)["WINE"].invoiced_milli == 6000
    assert trade.ask(owed_minor, party_id=trade.shop.parties["Unlimited Ltd"]) == round(5 * 700 * 1.19)
    _books_agree(trade)


def test_a_part_comes_back_into_quarantine_and_is_credited(trade: Wholesale):
    order = trade.order(("WINE", 6))
    sent = trade.ship_all(order.order_id)
    trade.bill(sent)
    line = _shipped(trade, sent.shipment_id)["WINE"]
    wish: dict[str, Any] = {
        "uuid": str(uuid4()), "shipment_id": sent.shipment_id, "quantities": {line.id: 2000},
        "reason": "wrong vintage", "quarantine": True,
    }  # fmt: skip
    (credit,) = trade.run(take_back_goods, **wish)
    assert trade.ask(get_invoice, invoice_id=credit.invoice_id).net_minor == 2 * 700
    assert trade.run(take_back_goods, **wish)[0].was_there
    with trade.shop.runtime.factory.read() as connection:
        there = connection.execute(
            select(stock_level.c.on_hand_milli)
            .join_from(stock_level, location, location.c.id == stock_level.c.location_id)
            .where(location.c.code == "QUARANTINE")
        ).scalar_one()
    assert there == 2000
    more = {**wish, "uuid": str(uuid4()), "quantities": {line.id: 1000}, "ship_again": True}
    for _press in range(2):
        assert trade.run(take_back_goods, **{**more, "quarantine": False}) == ()
    assert trade.lines_of(order.order_id)["WINE"].shipped_milli == 5000
    _books_agree(trade)


def test_more_than_was_delivered_nothing_no_reason_and_no_right_are_refused(trade: Wholesale):
    order = trade.order(("WINE", 2))
    trade.pick_all(order.order_id)
    packed = trade.pack_all(order.order_id)
    sent = trade.ship_all(trade.order(("MILK", 2)).order_id)
    wine, milk = (_shipped(trade, s.shipment_id) for s in (packed, sent))
    ask: dict[str, Any] = {"shipment_id": sent.shipment_id, "remark": "short"}
    half = [Claim(milk["MILK"].id, ClaimKind.MISSING, 1500)]
    bad: list[tuple[dict[str, Any], type[Exception]]] = [
        ({**ask, "claims": []}, ClaimEmptyError),
        ({**ask, "claims": [Claim(milk["MILK"].id, ClaimKind.MISSING, 2001)]}, ClaimTooMuchError),
        ({**ask, "claims": [Claim(milk["MILK"].id, ClaimKind.MISSING, 0)]}, ClaimTooMuchError),
        ({**ask, "claims": [Claim(5, ClaimKind.MISSING, 1000)]}, ClaimTooMuchError),
        ({**ask, "claims": half, "remark": " "}, CreditReasonError),
        (
            {
                "shipment_id": packed.shipment_id, "remark": "x",
                "claims": [Claim(wine["WINE"].id, ClaimKind.MISSING, 1000)],
            },
            NotDeliveredError,
        ),
    ]  # fmt: skip
    for wish, refusal in bad:
        with pytest.raises(refusal):
            trade.run(claim_delivery, uuid=str(uuid4()), **wish)
    with pytest.raises(PermissionNeededError):
        trade.run(claim_delivery, by="clerk", uuid=str(uuid4()), claims=half, **ask)
    with pytest.raises(ClaimEmptyError):
        trade.run(take_back_goods, uuid=str(uuid4()), shipment_id=sent.shipment_id, quantities={}, reason="x")
    assert _claims(trade) == []
    trade.run(claim_delivery, uuid=str(uuid4()), claims=half, **ask)
    with pytest.raises(ClaimTooMuchError):
        trade.run(claim_delivery, uuid=str(uuid4()), claims=half, **ask)
    _books_agree(trade)
