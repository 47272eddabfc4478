"""Goods that come back: what is allowed, where they go, what they cost, and that they came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from sqlalchemy import insert, select

from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.inventory.lots import lots_back
from app.inventory.operations import Issue, book_adjustment, create_location_row, issue_goods
from app.inventory.states import LocationKind
from app.inventory.tables import location
from app.kernel.money import Money, round_half_up
from app.kernel.permission import Permission, require
from app.kernel.quantity import ONE
from app.till.back import Back, share_of
from app.till.cart import Cart
from app.till.context import TillContext
from app.till.operations.booking import Booked, Checkout, Moved, book_document, new_head
from app.till.operations.points import points_go_back
from app.till.refunds import DEFAULT_POLICY, EXCHANGE, policy_of, too_much, window_days, without_receipt
from app.till.refusals import (
    NotASaleError,
    OneReceiptError,
    ReasonNeededError,
    RefundCreditOnlyError,
    RefundTenderError,
    ReturnChangedError,
    ReturnTooLateError,
)
from app.till.returnable import Returnable, get_returnable
from app.till.rules import PricedCart, PricedLine
from app.till.sale_rows import Row, SaleHead, base_quantity
from app.till.settling import Share
from app.till.states import ReturnCondition, SaleKind
from app.till.tables import sale, sale_return, sale_return_line

QUARANTINE: Final = "QUARANTINE"
Origin = Returnable
_INSERT_RETURN: Final = Prepared(insert(sale_return))
_INSERT_LINES: Final = Prepared(insert(sale_return_line))


def check_back(uow: UnitOfWork, checkout: Checkout, cart: Cart) -> Origin | None:
    """Whether these goods may come back; the receipt they are of, locked, or None without one.

    Raises:
        PermissionNeededError, ReasonNeededError, OneReceiptError, NotASaleError, ReturnTooLateError,
        ReturnChangedError, NoSuchReceiptError: see their sentences.
    """
    require(uow, Permission.RETURN)
    backs = [x.back for x in cart.lines if x.back is not None]
    if not all(b.reason.strip() for b in backs):
        raise ReasonNeededError
    receipts = {b.receipt.sale_id if b.receipt else None for b in backs}
    if len(receipts) != 1:
        raise OneReceiptError
    sale_id = receipts.pop()
    if sale_id is None:
        require(uow, Permission.RETURN_NO_RECEIPT)
        return None
    # the receipt's row is held until the commit: of two tills that take the same goods back one wins
    uow.connection.execute(select(sale.c.id).where(sale.c.id == sale_id).with_for_update()).one_or_none()
    origin = get_returnable(uow.connection, sale_id=sale_id)
    if origin.kind != SaleKind.SALE.value:
        raise NotASaleError(number=origin.number)
    _check_window(uow, checkout, origin)
    _check_unchanged(origin, backs)
    return origin


def _check_window(uow: UnitOfWork, checkout: Checkout, origin: Origin) -> None:
    days = window_days(checkout.context.settings)
    late = bool(days) and checkout.business_date > origin.business_date + timedelta(days=days)
    if late and not uow.actor.may(Permission.RETURN_LATE):
        raise ReturnTooLateError(number=origin.number, days=days)


def _check_unchanged(origin: Origin, backs: list[Back]) -> None:
    """What the screen knew of the receipt is what the books say now, line by line, each once."""
    seen: set[int] = set()
    for back in backs:
        receipt = back.receipt
        found = origin.line(receipt.position) if receipt else None
        if receipt is None or found is None or found.receipt != receipt or receipt.position in seen:
            raise ReturnChangedError(number=origin.number)
        seen.add(receipt.position)


def check_refund(context: TillContext, origin: Origin | None, share: Share) -> None:
    """Whether it may be paid back by these tenders.

    Raises:
        RefundCreditOnlyError: goods without a receipt, for money.
        RefundTenderError: more by a tender than the policy allows.
    """
    wanted: dict[str, int] = {}
    for t in share.tenders:
        wanted[t.kind] = wanted.get(t.kind, 0) - t.amount_minor
    if share.rounding_minor:
        wanted["cash"] = wanted.get("cash", 0) + share.rounding_minor
    if origin is None:
        allowed = without_receipt(context.settings)
        if any(amount > 0 and kind != EXCHANGE and kind not in allowed for kind, amount in wanted.items()):
            raise RefundCreditOnlyError
        return
    together = {
        kind: wanted.get(kind, 0) + origin.refunded.get(kind, 0)
        for kind in (*DEFAULT_POLICY, *wanted, *origin.refunded)
    }
    found = too_much(origin.paid, together, policy_of(context.settings))
    if found is not None:
        kind, allowed_minor = found
        left = max(allowed_minor - origin.refunded.get(kind, 0), 0)
        raise RefundTenderError(allowed=Money(left, context.company.currency))


def book_return(
    uow: UnitOfWork, checkout: Checkout, priced: PricedCart, share: Share, origin: Origin | None, *,
    exchange_sale_id: int | None,
) -> Booked:  # fmt: skip
    """Book goods that come back as a document of its own.

    Args:
        uow: the transaction.
        checkout: what its documents have in common.
        priced: the goods, as sizes.
        share: how they are paid back.
        origin: the receipt they are of, None without one.
        exchange_sale_id: what was bought instead in the same checkout.
    """
    head = new_head(uow, checkout, priced.cart, share, SaleKind.RETURN)
    moved = _move_back(uow, checkout.context, head, priced, origin)
    booked = book_document(uow, checkout, head, priced, share, moved)
    points_go_back(uow, head, priced, origin)
    _INSERT_RETURN.run(
        uow.connection,
        {
            "sale_id": head.sale_id, "origin_sale_id": origin.sale_id if origin else None,
            "exchange_sale_id": exchange_sale_id,
        },
    )  # fmt: skip
    _INSERT_LINES.run(uow.connection, [_line_row(head, i, x) for i, x in enumerate(priced.lines, start=1)])
    return booked


def _line_row(head: SaleHead, position: int, priced: PricedLine) -> Row:
    back = priced.line.back or Back()
    receipt = back.receipt
    return {
        "sale_id": head.sale_id, "position": position,
        "origin_sale_id": receipt.sale_id if receipt else None,
        "origin_position": receipt.position if receipt else None,
        "quantity_milli": priced.line.quantity_milli, "reason": back.reason,
        "condition": back.condition.value,
    }  # fmt: skip


def _cost_back(priced: PricedLine, origin: Origin | None) -> int | None:
    """The share of what the goods cost when they went out; None without a receipt: today's average."""
    receipt = priced.line.back.receipt if priced.line.back else None
    found = origin.line(receipt.position) if origin and receipt else None
    if found is None or receipt is None:
        return None
    return share_of(found.cost_minor, receipt.before_milli, priced.line.quantity_milli, receipt.sold_milli)


def _lots_back(uow: UnitOfWork, context: TillContext, priced: PricedLine) -> tuple[tuple[int, int], ...]:
    """The lots that the goods of a receipt left with; () without a receipt or where none are kept."""
    item, back = priced.line.item, priced.line.back
    if back is None or back.receipt is None or item.product_id is None:
        return ()
    return lots_back(
        uow.connection, document_type="sale", document_id=back.receipt.sale_id, product_id=item.product_id,
        location_id=context.customer_location_id, quantity_milli=base_quantity(priced),
        before_milli=round_half_up(back.receipt.before_milli * item.pack_milli, ONE),
    )  # fmt: skip


def _move_back(
    uow: UnitOfWork, context: TillContext, head: SaleHead, priced: PricedCart, origin: Origin | None
) -> Moved:
    """Goods go where their condition says; what is scrap is written off at once."""
    costs = [0] * len(priced.lines)
    moves: list[Row] = []
    places = _places(uow, context, priced)
    for place in dict.fromkeys(places.values()):
        here = [i for i, at in places.items() if at == place]
        lines = [priced.lines[i] for i in here]
        issues = [
            Issue(
                int(x.line.item.product_id or 0), -base_quantity(x), -x.net_minor, _cost_back(x, origin),
                _lots_back(uow, context, x),
            )
            for x in lines
        ]  # fmt: skip
        found, written = issue_goods(
            uow, business_date=head.business_date, from_location_id=place,
            to_location_id=context.customer_location_id, issues=issues, document_type="sale",
            document_id=head.sale_id,
        )  # fmt: skip
        moves += written
        for i, cost in zip(here, found, strict=True):
            costs[i] = cost
    _write_off(uow, head, priced, places)
    return Moved(costs, moves)


def _places(uow: UnitOfWork, context: TillContext, priced: PricedCart) -> Mapping[int, int]:
    """Where the goods of a line go, by its index; goods without stock go nowhere."""
    found: dict[int, int] = {}
    for i, x in enumerate(priced.lines):
        item, back = x.line.item, x.line.back
        if item.product_id is None or item.on_hand_milli is None or back is None:
            continue
        shelf = back.condition is ReturnCondition.SHELF
        found[i] = context.stock_location_id if shelf else _quarantine(uow)
    return found


def _quarantine(uow: UnitOfWork) -> int:
    """Where goods lie that nobody may sell; made when it is first needed."""
    found = uow.connection.execute(
        select(location.c.id).where(location.c.code == QUARANTINE)
    ).scalar_one_or_none()
    if found is not None:
        return int(found)
    return create_location_row(uow, code=QUARANTINE, name="Quarantine", kind=LocationKind.INTERNAL.value)


def _write_off(uow: UnitOfWork, head: SaleHead, priced: PricedCart, places: Mapping[int, int]) -> None:
    for i, place in places.items():
        line = priced.lines[i].line
        if line.back is not None and line.back.condition is ReturnCondition.SCRAP:
            book_adjustment(
                uow, product_id=int(line.item.product_id or 0), location_id=place,
                quantity_milli=-base_quantity(priced.lines[i]), reason=f"Scrap: {line.back.reason}"[:200],
                business_date=head.business_date,
            )  # fmt: skip
