"""What goes beyond the cashier's rights bears somebody's approval, and that person may give it."""

from __future__ import annotations

from dataclasses import replace

from app.access.queries import get_actor
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Actor, Permission, PermissionNeededError, require, require_up_to
from app.pricing.limits import limits_of
from app.till.cart import Cart, CartLine, Discount
from app.till.limits import beyond_limits, changed_by_hand, lowered_minor
from app.till.refusals import (
    ApprovalNeededError,
    FloorPriceError,
    ItemDiscountError,
    PriceReasonError,
)
from app.till.rules import ExceededDiscount, PricedCart, check_discount_limits

_CHECKED = 0  # no user has this id: "somebody else's business"


def check_rights(uow: UnitOfWork, cart: Cart) -> None:
    """Discounts, prices, open items and age limits, each against who answers for it.

    Raises:
        ApprovalNeededError, PermissionNeededError: see their sentences.
    """
    if cart.discount is not None or any(line.discount is not None for line in cart.lines):
        _check_discounts(uow, cart)
    for line in cart.lines:
        _check_line(uow, line)


def check_product_limits(uow: UnitOfWork, priced: PricedCart) -> None:
    """Prices lowered by hand against the lowest price and the largest discount of their products.

    Nothing is asked of the database for a sale at its own prices.

    Raises:
        FloorPriceError, ItemDiscountError, ApprovalAmountError: see their sentences.
    """
    changed = changed_by_hand(priced)
    if not changed:
        return
    if uow.actor.may(Permission.BELOW_LIMIT):
        require_up_to(uow, Permission.BELOW_LIMIT, lowered_minor(priced))
        return
    limits = limits_of(uow.connection, product_ids=[int(p.line.item.product_id or 0) for p in changed])
    for breach in beyond_limits(priced, limits):
        refusal = FloorPriceError if breach.below_floor else ItemDiscountError
        raise refusal(name=breach.name)


def _check_line(uow: UnitOfWork, line: CartLine) -> None:
    if line.taking is not None or (line.back is not None and line.back.receipt is not None):
        return  # money, or goods at the price of their receipt
    if line.unit_price_minor != line.item.unit_price_minor:
        if not line.price_reason.strip():
            raise PriceReasonError(name=line.item.name)
        if line.price_approver_id is None:
            require(uow, Permission.PRICE_OVERRIDE)
        else:
            _require_of(_approver(uow, line.price_approver_id), Permission.PRICE_OVERRIDE)
    if line.item.product_id is None:
        require(uow, Permission.OPEN_ITEM)
    if line.item.min_age and line.back is None:
        require(uow, Permission.SELL_AGE_RESTRICTED)


def _check_discounts(uow: UnitOfWork, cart: Cart) -> None:
    actor, yes = uow.actor, uow.actor.approval
    beyond = check_discount_limits(
        cart,
        line_limit=max(actor.line_discount_limit, yes.line_discount_limit if yes else 0),
        sale_limit=max(actor.sale_discount_limit, yes.sale_discount_limit if yes else 0),
    )
    _refuse(beyond)
    for right, discounts in (
        (Permission.SALE_DISCOUNT, [cart.discount]),
        (Permission.LINE_DISCOUNT, [line.discount for line in cart.lines]),
    ):
        if any(d is not None and d.approver_id is None for d in discounts):
            require(uow, right)
        for approver_id in sorted({d.approver_id for d in discounts if d and d.approver_id is not None}):
            _require_of(_approver(uow, approver_id), right)
    for approver_id in _approvers(cart):
        approver = _approver(uow, approver_id)
        _refuse(
            check_discount_limits(
                _only_of(cart, approver_id), line_limit=approver.line_discount_limit,
                sale_limit=approver.sale_discount_limit,
            )
        )  # fmt: skip


def _refuse(beyond: list[ExceededDiscount]) -> None:
    if beyond:
        raise ApprovalNeededError(what="The discount", limit=_per_cent(beyond[0].limit))


def _approvers(cart: Cart) -> list[int]:
    discounts = [cart.discount, *(line.discount for line in cart.lines)]
    return sorted({d.approver_id for d in discounts if d and d.approver_id is not None})


def _only_of(cart: Cart, approver_id: int) -> Cart:
    """The same cart where only that person's discounts are still to be checked."""

    def turned(discount: Discount | None) -> Discount | None:
        if discount is None:
            return None
        return replace(discount, approver_id=None if discount.approver_id == approver_id else _CHECKED)

    lines = tuple(replace(line, discount=turned(line.discount)) for line in cart.lines)
    return replace(cart, lines=lines, discount=turned(cart.discount))


def _approver(uow: UnitOfWork, user_id: int) -> Actor:
    try:
        return get_actor(
            uow.connection, user_id=user_id, station=uow.actor.station, till_id=uow.actor.till_id
        )
    except LookupError as error:
        raise PermissionNeededError(name=str(user_id), permission="approve") from error


def _require_of(approver: Actor, permission: Permission) -> None:
    if not approver.may(permission):
        raise PermissionNeededError(name=approver.name, permission=str(permission))


def _per_cent(hundredths: int) -> str:
    return f"{hundredths // 100}" if hundredths % 100 == 0 else f"{hundredths // 100}.{hundredths % 100:02d}"


def told(cart: Cart) -> dict[str, object]:
    """What the journal keeps of discounts and prices given by hand, with reasons and who approved.

    A discount is [line, kind, value, reason, approver], line 0 being the whole sale; a price is
    [line, listed, taken, approver, reason].
    """
    found: dict[str, object] = {}
    discounts = [(0, cart.discount), *((i, x.discount) for i, x in enumerate(cart.lines, start=1))]
    given = [[i, d.kind.value, d.value, d.reason, d.approver_id] for i, d in discounts if d is not None]
    if given:
        found["discounts"] = given
    prices = [
        [i, x.item.unit_price_minor, x.unit_price_minor, x.price_approver_id, x.price_reason]
        for i, x in enumerate(cart.lines, start=1)
        if x.unit_price_minor != x.item.unit_price_minor
    ]
    if prices:
        found["prices"] = prices
    return found
