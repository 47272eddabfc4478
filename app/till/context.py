"""What a till needs to know to sell: read once, kept until the settings change."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.inventory.operations import CUSTOMERS, SALES_FLOOR
from app.inventory.queries import location_id
from app.organisation.queries import Company, Till, get_company, get_till, list_settings
from app.payments.tables import tender_type
from app.promotions.queries import PromotionBook, load_book
from app.tax.queries import taxes_on
from app.tax.rules import Tax, TaxRounding
from app.till.rules import PriceSettings


@dataclass(frozen=True, slots=True)
class TenderType:
    """A way to pay."""

    code: str
    name: str
    kind: str  # cash, card, account, voucher
    opens_drawer: bool
    gives_change: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class TillContext:
    """The till's company, taxes, tenders and places, as they were when last read."""

    company: Company
    till: Till
    taxes: dict[int, tuple[Tax, ...]]
    tenders: tuple[TenderType, ...]
    stock_location_id: int
    customer_location_id: int
    settings: dict[str, object]
    on: date
    promotions: PromotionBook = field(default_factory=PromotionBook)

    @property
    def price_settings(self) -> PriceSettings:
        """What a cart is priced by."""
        return PriceSettings(
            currency=self.company.currency,
            rounding=TaxRounding(self.company.tax_rounding),
            taxes=self.taxes,
        )

    def tender(self, code: str) -> TenderType:
        """The tender type of that code; KeyError is a bug."""
        for candidate in self.tenders:
            if candidate.code == code:
                return candidate
        raise KeyError(code)


def load_context(connection: Connection, *, till_code: str, now: datetime) -> TillContext:
    """Read everything a till sells by; raises UnknownTillError, NoCompanyError."""
    company = get_company(connection)
    till = get_till(connection, code=till_code)
    on = company.day_of(now)
    rows = connection.execute(
        select(tender_type).where(tender_type.c.active).order_by(tender_type.c.position)
    )
    return TillContext(
        company=company,
        till=till,
        taxes=taxes_on(connection, on),
        tenders=tuple(
            TenderType(r.code, r.name, r.kind, r.opens_drawer, r.gives_change, r.counted) for r in rows
        ),
        stock_location_id=location_id(connection, code=SALES_FLOOR),
        customer_location_id=location_id(connection, code=CUSTOMERS),
        settings=list_settings(connection, scope=till.code),
        on=on,
        promotions=load_book(connection),
    )
