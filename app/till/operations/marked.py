"""Goods that are known by lot or serial number: what of it moves, and what is not sold without a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.access.queries import get_actor
from app.db.unit_of_work import UnitOfWork
from app.inventory.lots import claim_lot, keeps_lots
from app.inventory.operations import Issue, lock_levels
from app.inventory.refusals import SerialNeededError
from app.kernel.permission import Permission, PermissionNeededError, require
from app.till.cart import Cart, CartLine
from app.till.context import TillContext
from app.till.kit_goods import Piece
from app.till.marks import SerialNotOfReceiptError
from app.till.refusals import ExpiredGoodsError
from app.till.returnable import Returnable
from app.till.rules import PricedCart, PricedLine


def check_marks(uow: UnitOfWork, cart: Cart, *, on: date) -> None:
    """Each piece has its number; goods whose last day is over bear a yes.

    Raises:
        SerialNeededError, ExpiredGoodsError, PermissionNeededError: see their sentences.
    """
    for line in cart.lines:
        mark = line.mark
        if mark is None or not line.is_plain:
            continue
        if line.serials_missing:
            raise SerialNeededError(wanted=line.pieces, given=len(mark.serials))
        if mark.is_expired(on):
            _check_expired(uow, line, mark.approver_id)


def _check_expired(uow: UnitOfWork, line: CartLine, approver_id: int | None) -> None:
    if approver_id is None:
        mark = line.mark
        raise ExpiredGoodsError(name=line.item.name, on=mark.expires_on if mark else "")
    if approver_id == uow.actor.user_id:
        require(uow, Permission.OVERRIDE_LOT)
        return
    approver = get_actor(
        uow.connection, user_id=approver_id, station=uow.actor.station, till_id=uow.actor.till_id
    )
    if not approver.may(Permission.OVERRIDE_LOT):
        raise PermissionNeededError(name=approver.name, permission=str(Permission.OVERRIDE_LOT))


def marked_issues(
    uow: UnitOfWork, context: TillContext, priced: PricedCart, pieces: Sequence[Piece]
) -> list[Issue]:
    """What leaves for the lines of a sale, with the lots and serial numbers that were scanned."""
    issues = [x.issue for x in pieces]
    if all(x.line.mark is None for x in priced.lines):
        return issues
    lots = _lots(uow, context, priced, pieces)
    return [
        _marked(x, priced.lines[x.line], lots.get(i, ())) for i, x in enumerate(pieces)
    ]  # fmt: skip


def _marked(piece: Piece, priced: PricedLine, lots: tuple[tuple[int, int], ...]) -> Issue:
    mark = priced.line.mark
    if mark is None or piece.part is not None:
        return piece.issue
    return replace(piece.issue, serials=mark.serials, lots=lots or piece.issue.lots)


def _lots(
    uow: UnitOfWork, context: TillContext, priced: PricedCart, pieces: Sequence[Piece]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """The lots that were scanned of goods kept by lot, by the place of the piece."""
    named = {
        i: mark
        for i, x in enumerate(pieces)
        if x.part is None and (mark := priced.lines[x.line].line.mark) is not None and mark.lot
    }
    if not named:
        return {}
    kept = keeps_lots(uow.connection, product_ids={pieces[i].issue.product_id for i in named})
    # all levels first, in the order in which every till locks them
    lock_levels(uow, context.stock_location_id, [x.issue.product_id for x in pieces])
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    for i, mark in named.items():
        issue = pieces[i].issue
        if issue.product_id in kept:
            lot_id = claim_lot(
                uow, product_id=issue.product_id, location_id=context.stock_location_id, code=mark.lot,
                expires_on=mark.expires_on, quantity_milli=issue.quantity_milli,
            )  # fmt: skip
            found[i] = ((lot_id, issue.quantity_milli),)
    return found


def check_serials_back(cart: Cart, origin: Returnable) -> None:
    """Of goods whose numbers stand on the receipt, these come back; nothing else, and all of them named.

    Raises:
        SerialNeededError, SerialNotOfReceiptError: see their sentences.
    """
    for line in cart.lines:
        receipt = line.back.receipt if line.back else None
        found = origin.line(receipt.position) if receipt else None
        if found is None or not found.serials:
            continue
        given = line.mark.serials if line.mark else ()
        for code in given:
            if code not in found.serials:
                raise SerialNotOfReceiptError(serial=code, number=origin.number)
        if len(given) != line.pieces:
            raise SerialNeededError(wanted=line.pieces, given=len(given))
