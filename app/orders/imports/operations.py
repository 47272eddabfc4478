"""One order from outside becomes a sales order, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import Connection, Row, func, insert, select

from app.audit.steps import take_step
from app.catalog.barcodes import canonical_code
from app.catalog.tables import barcode, product
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.text import fold
from app.orders.drafts import LineDraft, OrderHead, SavedOrder
from app.orders.imports.records import OutsideAddress, OutsideCustomer, OutsideOrder
from app.orders.imports.refusals import (
    CustomerUnclearError,
    NoSuchImportListError,
    OutsideCurrencyError,
    UnknownSkuError,
)
from app.orders.imports.rules import priced_parts
from app.orders.imports.tables import outside_order
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import create_order
from app.orders.states import LineKind, OrderStatus
from app.orders.tables import sales_order
from app.parties.operations import create_customer
from app.parties.rules import CustomerDetails
from app.parties.tables import party
from app.payments.customers import PaymentDraft, receive_payment
from app.payments.states import PaymentMethod
from app.pricing.tables import price_list
from app.terms.operations import AddressDraft, add_address
from app.terms.queries import list_addresses
from app.terms.states import AddressKind

_DELIVERY: Final = "Delivery"


@dataclass(frozen=True, slots=True)
class ImportRules:
    """How a file is taken.

    Attributes:
        profile: where its orders come from; part of their identity.
        file_name: kept with each order.
        price_list_id: whose currency and terms its prices are in.
        currency: of that list.
        confirm: whether orders are confirmed at once, or stay drafts.
    """

    profile: str
    file_name: str
    price_list_id: int
    currency: str
    confirm: bool = True


@dataclass(frozen=True, slots=True)
class ImportedOrder:
    """What became of an order."""

    reference: str
    order_id: int
    number: str | None
    status: OrderStatus
    gross_minor: int
    holds: tuple[str, ...] = ()
    was_there: bool = False
    new_customer: bool = False
    paid_minor: int = 0
    off_minor: int = 0  # what it comes to here less what it comes to outside

    @property
    def outside_minor(self) -> int:
        """What it comes to outside."""
        return self.gross_minor - self.off_minor


def get_import_list(connection: Connection, *, code: str | None) -> tuple[int, str]:
    """Id and currency of a price list, the shop's first without a code; raises NoSuchImportListError."""
    query = select(price_list.c.id, price_list.c.currency).order_by(price_list.c.id).limit(1)
    row = connection.execute(query if code is None else query.where(price_list.c.code == code)).one_or_none()
    if row is None:
        raise NoSuchImportListError(code=(code or "")[:40])
    return int(row.id), str(row.currency)


@permitted(Permission.ORDERS)
def import_order(uow: UnitOfWork, *, order: OutsideOrder, rules: ImportRules) -> ImportedOrder:
    """Take an order in, or find it when it was taken in before: nothing is done twice.

    Raises:
        UnknownSkuError, OutsideCurrencyError, CustomerUnclearError, OutsideDiscountError, and those of
        create_order, create_customer, add_address and receive_payment: nothing of it is kept.
    """
    there = _known(uow.connection, order.reference, rules.profile)
    if there is not None:
        return there
    if order.currency and order.currency != rules.currency:
        raise OutsideCurrencyError(currency=order.currency, other=rules.currency)
    lines = _lines(uow.connection, order)
    party_id, is_new = _customer(uow, order.customer)
    head = OrderHead(
        customer_reference=f"{rules.profile} {order.reference}"[:NAME], note=order.note,
        price_list_id=rules.price_list_id, delivery_address_id=_delivery_address(uow, party_id, order),
    )  # fmt: skip
    uuid = str(uuid5(NAMESPACE_URL, f"takings:{rules.profile}:{order.reference}"))
    saved = create_order(uow, uuid=uuid, party_id=party_id, lines=lines, head=head)
    uow.connection.execute(
        insert(outside_order),
        {
            "profile": rules.profile, "reference": order.reference, "order_id": saved.order_id,
            "file_name": rules.file_name[:NAME], "at": uow.now,
        },
    )  # fmt: skip
    take_step(
        uow, document_type="order", document_id=saved.order_id, step="imported",
        detail=f"{rules.profile} {order.reference}",
        payload={"profile": rules.profile, "reference": order.reference, "placed": order.at},
    )  # fmt: skip
    paid = _pay(uow, order, rules, saved, party_id, uuid) if order.is_paid else 0
    if rules.confirm:
        saved = confirm_order(uow, order_id=saved.order_id)
    off = saved.gross_minor - order.total_minor if order.total_minor is not None else 0
    return ImportedOrder(
        order.reference, saved.order_id, saved.number, saved.status, saved.gross_minor, saved.holds,
        new_customer=is_new, paid_minor=paid, off_minor=off,
    )  # fmt: skip


def _known(connection: Connection, reference: str, profile: str) -> ImportedOrder | None:
    row = connection.execute(
        select(sales_order.c.id, sales_order.c.number, sales_order.c.status, sales_order.c.gross_minor)
        .join_from(outside_order, sales_order, sales_order.c.id == outside_order.c.order_id)
        .where(outside_order.c.profile == profile, outside_order.c.reference == reference)
    ).one_or_none()
    if row is None:
        return None
    return ImportedOrder(
        reference, row.id, row.number, OrderStatus(row.status), row.gross_minor, was_there=True
    )


def _lines(connection: Connection, order: OutsideOrder) -> list[LineDraft]:
    goods = [_product(connection, line.sku) for line in order.lines]
    priced = priced_parts(order.lines, order.discount_minor)
    drafts = [
        LineDraft(product_id, part.quantity_milli, unit_price_minor=part.price_minor)
        for (product_id, _tax_class), parts in zip(goods, priced, strict=True)
        for part in parts
        if part.quantity_milli
    ]
    if order.shipping_minor:
        drafts.append(
            LineDraft(
                None, 1000, unit_price_minor=order.shipping_minor, kind=LineKind.CHARGE, name=_DELIVERY,
                tax_class_id=goods[0][1],
            )
        )  # fmt: skip
    return drafts


def _product(connection: Connection, sku: str) -> tuple[int, int]:
    """Id and tax class, by its number, else by its barcode; raises UnknownSkuError."""
    columns = (product.c.id, product.c.tax_class_id)
    by_code = (
        select(*columns)
        .join_from(product, barcode, barcode.c.product_id == product.c.id)
        .where(barcode.c.code == canonical_code(sku), barcode.c.packaging_id.is_(None), product.c.active)
    )
    for query in (select(*columns).where(product.c.sku == sku, product.c.active), by_code):
        row = connection.execute(query).first()
        if row is not None:
            return int(row[0]), int(row[1])
    raise UnknownSkuError(sku=sku[:40])


def _customer(uow: UnitOfWork, who: OutsideCustomer) -> tuple[int, bool]:
    """The customer's id, and whether he is new."""
    found = _match(uow.connection, who)
    if found is not None:
        return found, False
    if not who.name and not who.email:
        raise CustomerUnclearError
    address = who.address
    made = create_customer(
        uow,
        details=CustomerDetails(
            name=who.name or who.email, number=who.number, phone=who.phone, email=who.email,
            street=address.street, postcode=address.postcode, city=address.city, country=address.country,
        ),
        accept_duplicate=True,
    )  # fmt: skip
    return made.id, True


def _match(connection: Connection, who: OutsideCustomer) -> int | None:
    """By number, by e-mail, then by a name that nothing speaks against."""
    exact = (who.number.upper(), party.c.number), (who.email.lower(), func.lower(party.c.email))
    for value, column in exact:
        if value:
            query = select(party.c.id).where(column == value).order_by(party.c.active.desc(), party.c.id)
            row = connection.execute(query.limit(1)).first()
            if row is not None:
                return int(row.id)
    if not who.name:
        return None
    query = select(party.c.id, party.c.name, party.c.email, party.c.postcode).where(
        party.c.search_key.startswith(fold(who.name), autoescape=True), party.c.active
    )
    same = [r for r in connection.execute(query) if fold(r.name) == fold(who.name) and _may_be(r, who)]
    return int(same[0].id) if len(same) == 1 else None


def _may_be(row: Row[Any], who: OutsideCustomer) -> bool:
    """Another e-mail address or another postcode is another person of that name."""
    other_mail = row.email and who.email and row.email.casefold() != who.email.casefold()
    postcode = who.address.postcode
    return not other_mail and not (row.postcode and postcode and row.postcode != postcode)


def _delivery_address(uow: UnitOfWork, party_id: int, order: OutsideOrder) -> int | None:
    """Where it goes, when that is not where the customer lives."""
    target = order.ship_to
    if target.is_empty or _same_place(target, order.customer.address):
        return None
    for known in list_addresses(uow.connection, party_id=party_id):
        if _same_place(target, OutsideAddress(known.name, known.street, known.postcode, known.city)):
            return known.id
    return add_address(
        uow, party_id=party_id,
        address=AddressDraft(
            AddressKind.DELIVERY, target.street, target.postcode, target.city,
            target.country or order.customer.address.country, target.name,
        ),
    )  # fmt: skip


def _same_place(one: OutsideAddress, other: OutsideAddress) -> bool:
    names = ("name", "street", "postcode", "city")
    return all(fold(getattr(one, n)) == fold(getattr(other, n)) for n in names)


def _pay(
    uow: UnitOfWork, order: OutsideOrder, rules: ImportRules, saved: SavedOrder, party_id: int, uuid: str
) -> int:
    """What was paid outside is the customer's credit until it is billed."""
    amount = saved.gross_minor if order.total_minor is None else order.total_minor
    if amount <= 0:
        return 0
    draft = PaymentDraft(
        party_id, amount, PaymentMethod.CARD, currency=rules.currency,
        reference=f"{rules.profile} {order.reference}"[:NAME],
    )  # fmt: skip
    receive_payment(uow, uuid=str(uuid5(NAMESPACE_URL, f"{uuid}:paid")), draft=draft, parts=[])
    return amount
