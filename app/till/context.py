"""What a till needs to know to sell: read once, kept until the settings change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.inventory.operations import CUSTOMERS, SALES_FLOOR
from app.inventory.queries import location_id
from app.organisation.queries import Company, Till, get_company, get_till, list_settings
from app.payments.tables import tender_type
from app.pricing.choosing import ListTerms, PriceBook, lists_for
from app.pricing.queries import load_price_book
from app.promotions.queries import PromotionBook, load_book
from app.tax.queries import taxes_on
from app.tax.rules import Tax, TaxRounding
from app.till.cart import CartCustomer
from app.till.drawers import DrawerTill, drawer_names, drawer_till
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
    prices: PriceBook = field(default_factory=PriceBook)
    drawer: str = ""  # which of the till's drawers the cashier works with
    shares: DrawerTill | None = None  # the till whose drawer is used; None: its own

    def lists_of(self, customer: CartCustomer | None) -> tuple[ListTerms, ...]:
        """The price lists a customer's goods are looked up in, in their order; none: the till's own alone.

        The till's own list bears no name: what it says needs no reason.
        """
        found = lists_for(
            self.prices, own_id=customer.list_id if customer else None,
            groups=customer.group_ids if customer else (), store_id=self.till.store_id, on=self.on,
            last_id=self.till.price_list_id,
        )  # fmt: skip
        if all(x.id == self.till.price_list_id and x.base_id is None for x in found):
            return ()
        return tuple(replace(x, code="", name="") if x.id == self.till.price_list_id else x for x in found)

    def lists_on(self, on: date) -> tuple[ListTerms, ...]:
        """The lists of this store for customers nobody knows, on a day; the till's own list last."""
        return lists_for(
            self.prices, own_id=None, groups=(), store_id=self.till.store_id, on=on,
            last_id=self.till.price_list_id,
        )  # fmt: skip

    @property
    def till_list(self) -> tuple[ListTerms, ...]:
        """The till's own list, by the name that needs no reason."""
        own = self.prices.lists.get(self.till.price_list_id)
        return () if own is None else (replace(own, code="", name=""),)

    @property
    def drawer_till_id(self) -> int:
        """The till whose drawer, shift and Z this one works with."""
        return self.till.id if self.shares is None else self.shares.id

    @property
    def drawer_till_code(self) -> str:
        """Its code, under which the Z is numbered."""
        return self.till.code if self.shares is None else self.shares.code

    @property
    def drawers(self) -> tuple[str, ...]:
        """The names of the till's drawers, where it has several of its own."""
        return () if self.shares is not None else drawer_names(self.settings)

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
    settings = list_settings(connection, scope=till.code)
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
        settings=settings,
        on=on,
        promotions=load_book(connection),
        prices=load_price_book(connection),
        shares=drawer_till(connection, settings=settings),
    )
