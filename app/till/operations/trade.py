"""What the till does with orders: makes one of what lies on the counter, and takes money for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Connection, delete, select

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.bill import invoice_order
from app.invoicing.operations.prepay import invoice_deposit
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted, require
from app.kernel.quantity import ONE
from app.orders.drafts import LineDraft, OrderHead, SavedOrder
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import create_order
from app.orders.operations.quotes import send_quote
from app.orders.queries import get_order
from app.orders.tables import order_document
from app.receivables.queries import OpenItem, list_open_items
from app.till.cart import Cart, DiscountKind
from app.till.context import TillContext
from app.till.operations.layaways import layaway_policy
from app.till.refusals import CustomerNeededError, OrderGoodsError
from app.till.rules import PricedLine, price_cart
from app.till.states import OrderWish
from app.till.tables import cart as cart_table

_ALL: Final = 10_000  # hundredths of a per cent


def list_order_items(connection: Connection, *, order_id: int) -> list[OpenItem]:
    """What is still owed for an order: the open items of its invoices and down payments, oldest first."""
    documents = connection.execute(
        select(order_document.c.document_id).where(order_document.c.order_id == order_id)
    ).scalars()
    wanted = set(documents)
    if not wanted:
        return []
    party_id = get_order(connection, order_id=order_id).row.party_id
    owed = list_open_items(connection, party_id=party_id, with_credits=False)
    return [item for item in owed if item.document_id in wanted]


@permitted(Permission.INVOICE)
def bill_order_here(uow: UnitOfWork, *, uuid: str, order_id: int) -> list[OpenItem]:
    """Bill what an order has to be billed by its policy, and say what is to be paid for it.

    Sent again it bills nothing twice.

    Raises:
        NothingToBillError and what else invoice_order refuses.
    """
    invoice_order(uow, uuid=uuid, order_id=order_id)
    note(uow, kind="till.order_billed", document_type="order", document_id=order_id, payload={"uuid": uuid})
    return list_order_items(uow.connection, order_id=order_id)


@permitted(Permission.ORDERS)
def order_from_cart(uow: UnitOfWork, *, context: TillContext, cart: Cart, wish: OrderWish) -> SavedOrder:
    """Make what lies on the counter a quote or a confirmed order of its customer; the cart is gone.

    Prices and discounts are those of the counter. The cart's UUID is the order's: sent again it is the
    same one. A layaway is an order that is asked for in advance as a whole: its goods are reserved and
    wait until the down payment, paid in as many parts as one likes, is paid.

    Raises:
        CustomerNeededError: nobody knows whose it is.
        OrderGoodsError: goods that come back, money, or something that is not in the catalogue.
    """
    if cart.customer is None:
        raise CustomerNeededError
    if not cart.is_plain or cart.is_empty or any(x.item.product_id is None for x in cart.lines):
        raise OrderGoodsError
    saved = create_order(
        uow, uuid=cart.uuid, party_id=cart.customer.party_id, lines=_lines(context, cart),
        head=_head(context, cart, layaway=wish is OrderWish.LAYAWAY),
    )  # fmt: skip
    if not saved.was_there:
        make = send_quote if wish is OrderWish.QUOTE else confirm_order
        saved = make(uow, order_id=saved.order_id)
        if wish is OrderWish.LAYAWAY:
            require(uow, Permission.INVOICE)
            invoice_deposit(uow, uuid=str(uuid5(NAMESPACE_OID, cart.uuid)), order_id=saved.order_id)
    uow.connection.execute(delete(cart_table).where(cart_table.c.uuid == cart.uuid))
    note(
        uow, kind="till.order_made", document_type="order", document_id=saved.order_id,
        payload={"cart": cart.uuid, "wish": wish.value},
    )  # fmt: skip
    return saved


def _head(context: TillContext, cart: Cart, *, layaway: bool) -> OrderHead:
    if not layaway:
        return OrderHead(note=cart.note, price_list_id=context.till.price_list_id)
    return OrderHead(
        note=cart.note, price_list_id=context.till.price_list_id, deposit_hundredths=_ALL,
        deposit_blocks=True, pickup=True, valid_until=_last_day(context),
    )  # fmt: skip


def _last_day(context: TillContext) -> date | None:
    """Until when a layaway is to be paid; None: for ever."""
    days = layaway_policy(context.settings).days
    return context.on + timedelta(days=days) if days else None


def _lines(context: TillContext, cart: Cart) -> Sequence[LineDraft]:
    priced = price_cart(cart, context.price_settings)
    return [_line(x, whole_sale=cart.discount is not None) for x in priced.lines]


def _line(priced: PricedLine, *, whole_sale: bool) -> LineDraft:
    """The price is told where it is not the plain one of the till's list; a percentage stays one."""
    line, item = priced.line, priced.line.item
    own = line.discount
    reduced = priced.line_discount_minor + priced.sale_discount_minor
    percent = own.value if own is not None and own.kind is DiscountKind.PERCENT else 0
    price = line.unit_price_minor
    if whole_sale or (reduced and not percent):
        price, percent = round_half_up((priced.list_minor - reduced) * ONE, line.quantity_milli), 0
    return LineDraft(
        item.product_id, line.quantity_milli, item.packaging_id,
        unit_price_minor=None if price == item.unit_price_minor and not item.steps else price,
        discount_hundredths=percent,
    )  # fmt: skip
