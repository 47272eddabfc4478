"""What the till's screens ask: the open shift, parked sales, receipts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select, union_all

from app.access.tables import user_account
from app.kernel.refusal import Refusal
from app.parties.tables import party
from app.payments.tables import payment
from app.till.states import CartStatus, ShiftStatus
from app.till.tables import cart, sale, sale_line, sale_promotion, sale_tax, shift, till_taking


class NoSuchReceiptError(Refusal):
    """No sale of that number."""

    message = "There is no receipt {number}."


@dataclass(frozen=True, slots=True)
class OpenShift:
    """The shift a till is in."""

    id: int
    status: str
    business_date: date
    opened_at: datetime
    float_minor: int
    drawer: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a closed shift left in the drawer for the next one."""

    shift_id: int
    minor: int


@dataclass(frozen=True, slots=True)
class ParkedCart:
    """A parked sale in the list."""

    uuid: str
    label: str
    total_minor: int
    line_count: int
    updated_at: datetime
    cashier: str


@dataclass(frozen=True, slots=True)
class SaleSummary:
    """A sale in a list."""

    id: int
    number: str
    kind: str
    completed_at: datetime
    gross_minor: int
    cashier: str


@dataclass(frozen=True, slots=True)
class SaleLineView:
    """A line as it was sold."""

    position: int
    sku: str
    name: str
    unit: str
    quantity_milli: int
    unit_price_minor: int
    list_price_minor: int
    includes_tax: bool
    line_discount_minor: int
    sale_discount_minor: int
    net_minor: int
    tax_minor: int
    gross_minor: int
    note: str | None
    tax_class_id: int
    product_id: int | None = None
    category_id: int | None = None
    base_quantity_milli: int = 0
    barcode: str | None = None
    mark: str | None = None  # see app.till.marks.read_mark


@dataclass(frozen=True, slots=True)
class SalePromotionView:
    """What a promotion took off the line of that position, of its line_discount_minor."""

    position: int
    name: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class SaleTaxView:
    """Base and tax of one rate."""

    tax_code: str
    rate: int
    base_minor: int
    tax_minor: int


@dataclass(frozen=True, slots=True)
class PaymentView:
    """How it was paid."""

    tender_code: str
    amount_minor: int
    tendered_minor: int
    change_minor: int
    reference: str | None


@dataclass(frozen=True, slots=True)
class SaleView:
    """A whole sale, for its receipt."""

    id: int
    uuid: str
    number: str
    kind: str
    till_id: int
    shift_id: int
    business_date: date
    completed_at: datetime
    cashier: str
    customer_name: str | None
    customer_number: str | None
    currency: str
    net_minor: int
    tax_minor: int
    gross_minor: int
    discount_minor: int
    rounding_minor: int
    change_minor: int
    note: str | None
    journal_excerpt: str
    lines: tuple[SaleLineView, ...]
    taxes: tuple[SaleTaxView, ...]
    payments: tuple[PaymentView, ...]
    promotions: tuple[SalePromotionView, ...] = ()


def find_open_shift(connection: Connection, *, till_id: int, drawer: str = "") -> OpenShift | None:
    """The shift at a till, with one of its drawers, that is neither closed nor put aside; or None."""
    row = connection.execute(
        select(
            shift.c.id, shift.c.status, shift.c.business_date, shift.c.opened_at, shift.c.float_minor,
            shift.c.drawer,
        )
        .where(
            shift.c.till_id == till_id, shift.c.drawer == drawer,
            shift.c.status.in_((ShiftStatus.OPEN.value, ShiftStatus.COUNTING.value)),
        )
    ).one_or_none()  # fmt: skip
    return None if row is None else OpenShift(*row)


def find_carried(connection: Connection, *, till_id: int, drawer: str = "") -> Carried | None:
    """What the last close of this drawer left, unless a shift has taken it over already."""
    last = connection.execute(
        select(shift.c.id, shift.c.next_float_minor)
        .where(
            shift.c.till_id == till_id, shift.c.drawer == drawer,
            shift.c.status == ShiftStatus.CLOSED.value,
        )
        .order_by(shift.c.z_number.desc())
        .limit(1)
    ).one_or_none()  # fmt: skip
    if last is None:
        return None
    taken = connection.execute(select(shift.c.id).where(shift.c.carried_from == last.id)).first()
    return None if taken is not None else Carried(last.id, int(last.next_float_minor or 0))


def proposed_float_minor(connection: Connection, *, till_id: int, drawer: str = "") -> int | None:
    """What lies in this drawer for the next shift; None before the first, or when it went away."""
    found = find_carried(connection, till_id=till_id, drawer=drawer)
    return None if found is None else found.minor


def list_parked(connection: Connection) -> list[ParkedCart]:
    """Parked sales of every till, newest first."""
    rows = connection.execute(
        select(
            cart.c.uuid, cart.c.label, cart.c.total_minor, cart.c.line_count, cart.c.updated_at,
            user_account.c.name,
        )
        .join_from(cart, user_account, user_account.c.id == cart.c.cashier_id, isouter=True)
        .where(cart.c.status == CartStatus.PARKED.value)
        .order_by(cart.c.updated_at.desc(), cart.c.id.desc())
    )  # fmt: skip
    return [ParkedCart(*r[:5], r.name or "") for r in rows]


def list_recent_sales(
    connection: Connection, *, shift_id: int | None = None, text: str = "", limit: int = 50
) -> list[SaleSummary]:
    """The newest sales, of one shift or of all; `text` narrows by the end of the number."""
    query = (
        select(
            sale.c.id, sale.c.number, sale.c.kind, sale.c.completed_at, sale.c.gross_minor,
            user_account.c.name,
        )
        .join_from(sale, user_account, user_account.c.id == sale.c.cashier_id, isouter=True)
        .order_by(sale.c.id.desc())
        .limit(limit)
    )  # fmt: skip
    if shift_id is not None:
        query = query.where(sale.c.shift_id == shift_id)
    if text:
        query = query.where(sale.c.number.endswith(text, autoescape=True))
    return [SaleSummary(*r[:5], r.name or "") for r in connection.execute(query)]


def find_sale_id(connection: Connection, *, number: str) -> int | None:
    """The id of the sale of that receipt number."""
    found = connection.execute(select(sale.c.id).where(sale.c.number == number)).scalar_one_or_none()
    return None if found is None else int(found)


def find_sale_by_uuid(connection: Connection, *, uuid: str) -> int | None:
    """The id of the sale with that UUID: asked when it is not certain that a commit took."""
    found = connection.execute(select(sale.c.id).where(sale.c.uuid == uuid)).scalar_one_or_none()
    return None if found is None else int(found)


def is_booked(connection: Connection, *, uuid: str) -> bool:
    """Whether the checkout of that UUID was booked here, whatever bears its money."""
    there = union_all(
        select(sale.c.id).where(sale.c.uuid == uuid),
        select(till_taking.c.id).where(till_taking.c.uuid == uuid),
    )
    return connection.execute(there).first() is not None


def get_sale(connection: Connection, *, sale_id: int) -> SaleView:
    """A whole sale; raises NoSuchReceiptError."""
    row = connection.execute(
        select(
            sale, user_account.c.name.label("cashier"), party.c.name.label("customer_name"),
            party.c.number.label("customer_number"),
        )
        .join_from(sale, user_account, user_account.c.id == sale.c.cashier_id, isouter=True)
        .outerjoin(party, party.c.id == sale.c.party_id)
        .where(sale.c.id == sale_id)
    ).one_or_none()  # fmt: skip
    if row is None:
        raise NoSuchReceiptError(number=sale_id)
    parts = {"lines", "taxes", "payments", "promotions"}
    head = {name: getattr(row, name) for name in SaleView.__dataclass_fields__ if name not in parts}
    head["cashier"] = head["cashier"] or ""
    return SaleView(
        **head,
        lines=tuple(
            SaleLineView(**{n: getattr(r, n) for n in SaleLineView.__dataclass_fields__})
            for r in connection.execute(
                select(sale_line).where(sale_line.c.sale_id == sale_id).order_by(sale_line.c.position)
            )
        ),
        taxes=tuple(
            SaleTaxView(r.tax_code, r.rate, r.base_minor, r.tax_minor)
            for r in connection.execute(
                select(sale_tax)
                .where(sale_tax.c.sale_id == sale_id)
                .order_by(sale_tax.c.tax_code, sale_tax.c.rate)
            )
        ),
        payments=tuple(
            PaymentView(r.tender_code, r.amount_minor, r.tendered_minor, r.change_minor, r.reference)
            for r in connection.execute(
                select(payment)
                .where(payment.c.document_type == "sale", payment.c.document_id == sale_id)
                .order_by(payment.c.id)
            )
        ),
        promotions=tuple(
            SalePromotionView(r.position, r.name, r.amount_minor)
            for r in connection.execute(
                select(sale_promotion)
                .where(sale_promotion.c.sale_id == sale_id)
                .order_by(sale_promotion.c.number)
            )
        ),
    )
