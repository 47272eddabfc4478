"""What was agreed with whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy import Connection, bindparam, or_, select

from app.agreements.refusals import NoSuchAgreementError
from app.agreements.tables import agreement, agreement_line
from app.catalog.tables import product
from app.db.prepared import Prepared
from app.parties.tables import party

_HOLDING: Final = Prepared(
    select(
        agreement.c.id, agreement.c.number, agreement.c.currency, agreement.c.includes_tax,
        agreement.c.valid_from, agreement.c.valid_to, agreement_line.c.product_id,
        agreement_line.c.unit_price_minor, agreement_line.c.quantity_milli,
    )
    .join_from(agreement, agreement_line)
    .where(
        agreement.c.party_id == bindparam("party_"),
        agreement.c.valid_from <= bindparam("on_"),
        or_(agreement.c.valid_to.is_(None), agreement.c.valid_to >= bindparam("on_")),
    )
    .order_by(agreement.c.valid_from.desc(), agreement.c.id.desc())
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """A product of an agreement; quantities in base units, None: as much as he likes."""

    product_id: int
    sku: str
    name: str
    unit: str
    unit_price_minor: int
    quantity_milli: int | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement with its products."""

    id: int
    number: str
    party_id: int
    customer: str
    currency: str
    includes_tax: bool
    valid_from: date
    valid_to: date | None
    remark: str
    lines: tuple[AgreedLine, ...] = ()

    def holds(self, on: date) -> bool:
        """Whether it holds on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What holds for a customer on a day; prices and quantities by product, of base units."""

    id: int
    number: str
    currency: str
    includes_tax: bool
    valid_from: date
    valid_to: date | None
    prices: dict[int, int] = field(default_factory=dict)
    quantities: dict[int, int | None] = field(default_factory=dict)


def agreed_with(connection: Connection, *, party_id: int, on: date) -> list[Agreed]:
    """The agreements that hold for a customer on a day, the one begun last first."""
    found: dict[int, Agreed] = {}
    for r in _HOLDING.all(connection, {"party_": party_id, "on_": on}):
        one = found.setdefault(
            r.id, Agreed(r.id, r.number, r.currency, bool(r.includes_tax), r.valid_from, r.valid_to)
        )
        one.prices[r.product_id] = r.unit_price_minor
        one.quantities[r.product_id] = r.quantity_milli
    return list(found.values())


def list_agreements(connection: Connection, *, text: str = "", limit: int = 200) -> list[Agreement]:
    """Agreements without their products, the newest first; `text` narrows by number or customer."""
    query = (
        select(agreement, party.c.name.label("customer"))
        .join_from(agreement, party)
        .order_by(agreement.c.id.desc())
        .limit(limit)
    )
    if text.strip():
        wanted = text.strip()
        query = query.where(
            or_(
                agreement.c.number.icontains(wanted, autoescape=True),
                party.c.name.icontains(wanted, autoescape=True),
            )
        )
    return [_agreement(r) for r in connection.execute(query)]


def get_agreement(connection: Connection, *, agreement_id: int) -> Agreement:
    """An agreement with its products; raises NoSuchAgreementError."""
    row = connection.execute(
        select(agreement, party.c.name.label("customer"))
        .join_from(agreement, party)
        .where(agreement.c.id == agreement_id)
    ).one_or_none()
    if row is None:
        raise NoSuchAgreementError
    lines = connection.execute(
        select(
            product.c.id, product.c.sku, product.c.name, product.c.unit, agreement_line.c.unit_price_minor,
            agreement_line.c.quantity_milli,
        )
        .join_from(agreement_line, product)
        .where(agreement_line.c.agreement_id == agreement_id)
        .order_by(product.c.name, product.c.id)
    )  # fmt: skip
    return _agreement(row, tuple(AgreedLine(*r) for r in lines))


def _agreement(row: object, lines: tuple[AgreedLine, ...] = ()) -> Agreement:
    names = [n for n in Agreement.__dataclass_fields__ if n != "lines"]
    return Agreement(**{name: getattr(row, name) for name in names}, lines=lines)
