"""The cart while it lies on the counter: saved at each change, parked, recalled, voided."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_add, insert_or_replace
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.till.cart import Cart
from app.till.cart_json import CartUnreadableError, CartVersionError, cart_from_json, cart_to_json
from app.till.events import CartParked
from app.till.operations.customers import check_customer
from app.till.refusals import CartGoneError, EmptyCartError, ReasonNeededError
from app.till.states import CartStatus
from app.till.tables import cart as cart_table
from app.till.tables import shift_figure


@dataclass(frozen=True, slots=True)
class RecoveredCart:
    """A cart found at start."""

    cart: Cart
    was_tendering: bool


def _label(cart: Cart) -> str:
    if cart.customer is not None:
        return cart.customer.name[:200]
    return cart.lines[0].item.name[:200] if cart.lines else ""


def _save(uow: UnitOfWork, till_id: int, cart: Cart, total_minor: int, status: CartStatus) -> None:
    insert_or_replace(
        uow.connection,
        cart_table,
        [
            {
                "uuid": cart.uuid, "id": next_id(), "till_id": till_id, "status": status.value,
                "cashier_id": uow.actor.user_id, "label": _label(cart), "total_minor": total_minor,
                "line_count": len(cart.lines), "content": cart_to_json(cart), "updated_at": uow.now,
            }
        ],
        keys=("uuid",),
    )  # fmt: skip


@permitted(Permission.SELL)
def save_cart(uow: UnitOfWork, *, till_id: int, cart: Cart, total_minor: int) -> None:
    """Keep the open cart as it stands, so that it survives the death of the program.

    Leaves no audit entry: nothing has happened yet but goods on a counter.
    """
    if cart.is_empty:
        uow.connection.execute(delete(cart_table).where(cart_table.c.uuid == cart.uuid))
    else:
        _save(uow, till_id, cart, total_minor, CartStatus.OPEN)


@permitted(Permission.SELL)
def begin_tendering(uow: UnitOfWork, *, till_id: int, cart: Cart, total_minor: int) -> None:
    """Payment begins: committed before any terminal is asked (design/reliability.md 2.5).

    Raises:
        EmptyCartError: there is nothing to pay for.
        TaxRuleChangedError, LateNoSaleError: the customer; said before anything is paid.
    """
    if cart.is_empty:
        raise EmptyCartError
    check_customer(uow, cart)
    _save(uow, till_id, cart, total_minor, CartStatus.TENDERING)


@permitted(Permission.SELL)
def end_tendering(uow: UnitOfWork, *, cart_uuid: str) -> None:
    """Back from payment to the cart."""
    uow.connection.execute(
        update(cart_table).where(cart_table.c.uuid == cart_uuid), {"status": CartStatus.OPEN.value}
    )


@permitted(Permission.SELL)
def park_cart(uow: UnitOfWork, *, till_id: int, cart: Cart, total_minor: int, shift_id: int) -> None:
    """Put the cart aside; any till may take it up.

    Raises:
        EmptyCartError: there is nothing in it.
    """
    if cart.is_empty:
        raise EmptyCartError
    _save(uow, till_id, cart, total_minor, CartStatus.PARKED)
    add_figure(uow, shift_id, "parked", 1, total_minor)
    note(
        uow,
        kind="cart.parked",
        payload={"cart": cart.uuid, "lines": len(cart.lines), "total_minor": total_minor},
    )
    uow.record(CartParked(cart_uuid=cart.uuid))


@permitted(Permission.SELL)
def recall_cart(uow: UnitOfWork, *, till_id: int, cart_uuid: str) -> Cart:
    """Take a parked cart up on this till; two tills cannot take the same.

    Raises:
        CartGoneError: it is not parked any more.
    """
    taken = uow.connection.execute(
        update(cart_table).where(
            cart_table.c.uuid == cart_uuid, cart_table.c.status == CartStatus.PARKED.value
        ),
        {"status": CartStatus.OPEN.value, "till_id": till_id, "updated_at": uow.now},
    )
    if taken.rowcount != 1:
        raise CartGoneError
    content = uow.connection.execute(
        select(cart_table.c.content).where(cart_table.c.uuid == cart_uuid)
    ).scalar_one()
    note(uow, kind="cart.recalled", payload={"cart": cart_uuid})
    uow.record(CartParked(cart_uuid=cart_uuid))
    return cart_from_json(content)


@permitted(Permission.VOID_LINE)
def void_line(
    uow: UnitOfWork, *, cart: Cart, line_id: str, value_minor: int, reason: str, shift_id: int
) -> Cart:
    """Take a line off the cart, with a reason that is kept; returns the cart without it.

    Raises:
        ReasonNeededError, NoSuchLineError.
    """
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonNeededError
    line = cart.line(line_id)
    add_figure(uow, shift_id, "voided_lines", 1, value_minor)
    note(
        uow,
        kind="cart.line_voided",
        document_type="shift",
        document_id=shift_id,
        payload={
            "cart": cart.uuid,
            "product": line.item.product_id,
            "sku": line.item.sku,
            "quantity_milli": line.quantity_milli,
            "value_minor": value_minor,
            "reason": why,
        },
    )
    return cart.remove(line_id)


@permitted(Permission.VOID_SALE)
def void_sale(uow: UnitOfWork, *, cart: Cart, total_minor: int, reason: str, shift_id: int) -> None:
    """Give up the whole cart before it is paid; its lines stand in the journal.

    Raises:
        ReasonNeededError: no reason given.
    """
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonNeededError
    uow.connection.execute(delete(cart_table).where(cart_table.c.uuid == cart.uuid))
    add_figure(uow, shift_id, "voided_sales", 1, total_minor)
    note(
        uow,
        kind="cart.voided",
        document_type="shift",
        document_id=shift_id,
        payload={
            "cart": cart.uuid,
            "total_minor": total_minor,
            "reason": why,
            "lines": [[x.item.sku, x.quantity_milli, x.unit_price_minor] for x in cart.lines],
        },
    )
    uow.record(CartParked(cart_uuid=cart.uuid))


@permitted(Permission.SELL)
def recover_carts(uow: UnitOfWork, *, till_id: int) -> list[RecoveredCart]:
    """At start: the carts that lay on this till's counter when the program died.

    A sale and the end of its cart are one transaction, so a cart that is still here was not sold:
    one that was in payment goes back to open, and the cashier is told to look at the terminal. One that
    cannot be read (kept by another version, or damaged) is parked, so that it holds up nothing.
    """
    rows = uow.connection.execute(
        select(cart_table)
        .where(
            cart_table.c.till_id == till_id,
            cart_table.c.status.in_((CartStatus.OPEN.value, CartStatus.TENDERING.value)),
        )
        .order_by(cart_table.c.updated_at.desc(), cart_table.c.id.desc())
    ).all()
    found: list[RecoveredCart] = []
    for row in rows:
        try:
            cart = cart_from_json(row.content)
        except (CartUnreadableError, CartVersionError) as refusal:
            _set_aside(uow, row.uuid, str(refusal))
            continue
        was_tendering = row.status == CartStatus.TENDERING.value
        if was_tendering:
            end_tendering(uow, cart_uuid=row.uuid)
            note(uow, kind="cart.recovered", payload={"cart": row.uuid, "total_minor": row.total_minor})
        found.append(RecoveredCart(cart, was_tendering))
    return found


def _set_aside(uow: UnitOfWork, cart_uuid: str, why: str) -> None:
    uow.connection.execute(
        update(cart_table).where(cart_table.c.uuid == cart_uuid), {"status": CartStatus.PARKED.value}
    )
    note(uow, kind="cart.unreadable", payload={"cart": cart_uuid, "why": why})


def add_figure(uow: UnitOfWork, shift_id: int, name: str, count: int, amount_minor: int) -> None:
    """Add to a counter of the shift."""
    insert_or_add(
        uow.connection,
        shift_figure,
        [{"shift_id": shift_id, "name": name, "count": count, "amount_minor": amount_minor}],
        add=("count", "amount_minor"),
    )
