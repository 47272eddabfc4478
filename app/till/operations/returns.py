"""Goods that come back: what is allowed, where they go, what they cost, and that they came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import insert, select

from app.audit.seals import SealedKind, SealedTable, seal_stored
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
from app.till.kit_goods import Moved, Piece, keeps_stock
from app.till.operations.booking import Booked, Checkout, book_document, new_head
from app.till.operations.marked import check_serials_back
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
from app.till.returnable import Returnable, ReturnableLine, get_returnable
from app.till.rules import PricedCart, PricedLine
from app.till.sale_rows import Row, SaleHead, base_quantity
from app.till.settling import Share
from app.till.states import ReturnCondition, SaleKind
from app.till.tables import sale, sale_return, sale_return_line

QUARANTINE: Final = "QUARANTINE"
Origin = Returnable
_INSERT_RETURN: Final = Prepared(insert(sale_return))
_INSERT_LINES: Final = Prepared(insert(sale_return_line))
SEALED_RETURN: Final = SealedKind(
    "sale_return",
    (SealedTable(sale_return, "sale_id"), SealedTable(sale_return_line, "sale_id", ("position",))),
)


def check_back(uow: UnitOfWork, checkout: Checkout, cart: Cart) -> Origin | None:
    """Whether these goods may come back; the receipt they are of, locked, or None without one.

    Raises:
        PermissionNeededError, ReasonNeededError, OneReceiptError, NotASaleError, ReturnTooLateError,
        ReturnChangedError, NoSuchReceiptError, SerialNeededError, SerialNotOfReceiptError: see their
            sentences.
    """
    require(uow, Permission.RETURN)
    if checkout.held is not None:
        origin = checkout.held.origin  # looked at and kept at the server, a moment ago
    else:
        origin = check_receipt(uow, cart, was_kept=checkout.was_held)
    if origin is None:
        require(uow, Permission.RETURN_NO_RECEIPT)
    else:
        _check_window(uow, checkout, origin)
    return origin


def check_receipt(uow: UnitOfWork, cart: Cart, *, was_kept: bool = False) -> Origin | None:
    """Whether the books say of the receipt what the cart says; locked, or None without a receipt.

    Args:
        uow: the transaction.
        cart: of goods that come back, and perhaps others.
        was_kept: it was found so, and kept for this checkout, before others took goods of it back.

    Raises:
        ReasonNeededError, OneReceiptError, NotASaleError, ReturnChangedError, NoSuchReceiptError,
        SerialNeededError, SerialNotOfReceiptError: see their sentences.
    """
    backs = [x.back for x in cart.lines if x.back is not None]
    if not all(b.reason.strip() for b in backs):
        raise ReasonNeededError
    receipts = {b.receipt.sale_id if b.receipt else None for b in backs}
    if len(receipts) != 1:
        raise OneReceiptError
    sale_id = receipts.pop()
    if sale_id is None:
        return None
    # the receipt's row is held until the commit: of two tills that take the same goods back one wins
    uow.connection.execute(select(sale.c.id).where(sale.c.id == sale_id).with_for_update()).one_or_none()
    origin = get_returnable(uow.connection, sale_id=sale_id)
    if origin.kind != SaleKind.SALE.value:
        raise NotASaleError(number=origin.number)
    if not was_kept:
        _check_unchanged(origin, backs)
        check_serials_back(cart, origin)
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
    seal_stored(uow, SEALED_RETURN, [head.sale_id])
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


def _sold(priced: PricedLine, origin: Origin | None) -> ReturnableLine | None:
    """The line of the receipt that this one is of."""
    receipt = priced.line.back.receipt if priced.line.back else None
    return origin.line(receipt.position) if origin and receipt else None


def _share(priced: PricedLine, whole: int) -> int:
    """What of a figure of the receipt's line falls to what comes back now."""
    receipt = priced.line.back.receipt if priced.line.back else None
    if receipt is None:
        return 0
    return share_of(whole, receipt.before_milli, priced.line.quantity_milli, receipt.sold_milli)


def _pieces(
    uow: UnitOfWork, context: TillContext, index: int, priced: PricedLine, origin: Origin | None
) -> list[Piece]:
    """The goods of a line, of a kit its parts, at the share of what they cost when they went out.

    Without a receipt they come in at today's average.
    """
    item, sold = priced.line.item, _sold(priced, origin)
    if item.parts:
        return _parts(uow, context, index, priced, sold)
    product_id, quantity = int(item.product_id or 0), base_quantity(priced)
    receipt = sold.receipt if sold else None
    before = round_half_up(receipt.before_milli * item.pack_milli, ONE) if receipt else 0
    lots = _lots_back(uow, context, sold, product_id, before, quantity)
    cost = _share(priced, sold.cost_minor) if sold else None
    serials = priced.line.mark.serials if priced.line.mark else ()
    return [Piece(index, None, Issue(product_id, -quantity, -priced.net_minor, cost, lots, serials))]


def _parts(
    uow: UnitOfWork, context: TillContext, index: int, priced: PricedLine, sold: ReturnableLine | None
) -> list[Piece]:
    found: list[Piece] = []
    kits = base_quantity(priced)
    for j, (part, figures) in enumerate(zip(priced.line.item.parts, priced.parts, strict=True)):
        if not part.stocked:
            continue
        quantity, cost, before = part.in_kits(kits), None, 0
        if sold is not None:
            whole, receipt = sold.parts[j], sold.receipt
            quantity = _share(priced, whole.quantity_milli)
            cost = _share(priced, whole.cost_minor)
            before = round_half_up(whole.quantity_milli * receipt.before_milli, receipt.sold_milli)
        lots = _lots_back(uow, context, sold, part.product_id, before, quantity)
        if quantity:
            issue = Issue(part.product_id, -quantity, -figures.net_minor, cost, lots)
            found.append(Piece(index, j, issue))
    return found


def _lots_back(
    uow: UnitOfWork, context: TillContext, sold: ReturnableLine | None, product_id: int, before_milli: int,
    quantity_milli: int,
) -> tuple[tuple[int, int], ...]:  # fmt: skip
    """The lots that the goods of a receipt left with; () without a receipt or where none are kept."""
    if sold is None:
        return ()
    return lots_back(
        uow.connection, document_type="sale", document_id=sold.receipt.sale_id, product_id=product_id,
        location_id=context.customer_location_id, quantity_milli=quantity_milli, before_milli=before_milli,
    )  # fmt: skip


def _move_back(
    uow: UnitOfWork, context: TillContext, head: SaleHead, priced: PricedCart, origin: Origin | None
) -> Moved:
    """Goods go where their condition says; what is scrap is written off at once."""
    moved = Moved([0] * len(priced.lines))
    places = _places(uow, context, priced)
    pieces = {i: _pieces(uow, context, i, priced.lines[i], origin) for i in places}
    for place in dict.fromkeys(places.values()):
        here = [piece for i, found in pieces.items() if places[i] == place for piece in found]
        found, written = issue_goods(
            uow, business_date=head.business_date, from_location_id=place,
            to_location_id=context.customer_location_id, issues=[x.issue for x in here],
            document_type="sale", document_id=head.sale_id,
        )  # fmt: skip
        moved.add(here, found, written)
    for i, place in places.items():
        _write_off(uow, head, priced.lines[i], place, pieces[i])
    return moved


def _places(uow: UnitOfWork, context: TillContext, priced: PricedCart) -> Mapping[int, int]:
    """Where the goods of a line go, by its index; goods without stock go nowhere."""
    found: dict[int, int] = {}
    for i, x in enumerate(priced.lines):
        back = x.line.back
        if back is None or not keeps_stock(x):
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


def _write_off(
    uow: UnitOfWork, head: SaleHead, priced: PricedLine, place: int, pieces: Sequence[Piece]
) -> None:
    back = priced.line.back
    if back is None or back.condition is not ReturnCondition.SCRAP:
        return
    for piece in pieces:
        book_adjustment(
            uow, product_id=piece.issue.product_id, location_id=place,
            quantity_milli=piece.issue.quantity_milli, reason=f"Scrap: {back.reason}"[:200],
            business_date=head.business_date, serials=piece.issue.serials,
        )  # fmt: skip
