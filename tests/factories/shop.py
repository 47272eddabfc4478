"""A small shop: one store, two tills, four users, a dozen products; rows by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import insert

from app.access.operations import create_default_roles
from app.access.queries import get_actor
from app.access.tables import role, user_account
from app.catalog.search import index_products
from app.catalog.tables import barcode, category, packaging, product
from app.db.unit_of_work import UnitOfWork, UnitOfWorkFactory
from app.inventory.operations import (
    ADJUSTMENTS,
    CUSTOMERS,
    SALES_FLOOR,
    SUPPLIERS,
    adjust_stock,
    create_location,
)
from app.kernel.ids import next_id
from app.kernel.permission import SYSTEM_ACTOR, Actor
from app.kernel.text import fold
from app.ledger.operations import create_chart
from app.organisation.operations import create_store, create_till, save_company, save_setting
from app.organisation.queries import Company
from app.parties.tables import party
from app.payments.operations import create_tender_type, create_voucher_tenders
from app.pricing.tables import price, price_list
from app.runtime.run import Runtime
from app.tax.tables import tax, tax_class
from app.till.back import Back
from app.till.cart import Cart, Sellable
from app.till.context import TillContext, load_context
from app.till.operations.sales import CompletedSale, complete_sale
from app.till.operations.shifts import Counted, open_shift
from app.till.rules import price_cart
from app.till.states import SaleKind
from app.till.tender import Tender, Tendering

TODAY = date(2026, 3, 2)
BACK = Back("Does not fit")

COMPANY = Company(
    name="Corner Shop", legal_name="Corner Shop Ltd", tax_number="DE123456788", street="High Street 1",
    postcode="10115", city="Berlin", country="DE", phone="030 1234", email="shop@example.com",
    currency="EUR", language="en", time_zone="Europe/Berlin", cutoff_minutes=0, tax_rounding="document",
    cash_rounding_minor=1, receipt_header="", receipt_footer="", is_training=False,
)  # fmt: skip

# sku, name, gross price, class, kind, unit, min age, discountable, barcode
GOODS = (
    ("COFFEE", "Coffee beans 1 kg", 1290, "A", "counted", "pc", 0, True, "00400000000015"),
    ("MILK", "Milk 1 l", 119, "B", "counted", "pc", 0, True, "00400000000022"),
    ("APPLE", "Apples", 299, "B", "weighed", "kg", 0, True, "00400000000039"),
    ("WINE", "Red wine", 799, "A", "counted", "pc", 18, True, "00400000000046"),
    ("STAMP", "Postage stamp", 95, "C", "counted", "pc", 0, False, "00400000000053"),
    ("WRAP", "Gift wrapping", 200, "A", "service", "pc", 0, True, None),
)


@dataclass
class Shop:
    """What the tests reach for."""

    runtime: Runtime
    tills: dict[str, int] = field(default_factory=dict)
    users: dict[str, int] = field(default_factory=dict)
    products: dict[str, int] = field(default_factory=dict)
    classes: dict[str, int] = field(default_factory=dict)
    parties: dict[str, int] = field(default_factory=dict)
    price_list_id: int = 0
    category_id: int = 0
    locations: dict[str, int] = field(default_factory=dict)
    items: dict[str, Sellable] = field(default_factory=dict)

    def actor(self, name: str = "cashier", till: str = "T01") -> Actor:
        """A signed-in user at a till."""
        return self.runtime.ask(get_actor, user_id=self.users[name], station=till, till_id=self.tills[till])

    def context(self, till: str = "T01") -> TillContext:
        """The till's context as it is now."""
        return self.runtime.ask(load_context, till_code=till, now=self.runtime.factory.clock())

    def open_shift(self, till: str = "T01", float_minor: int = 20000, by: str = "cashier") -> int:
        """An open shift with a float."""
        return self.runtime.run(
            open_shift, actor=self.actor(by, till), context=self.context(till),
            counts=[Counted("cash", float_minor)],
        )  # fmt: skip

    def cart(self, *wanted: str | tuple[str, int]) -> Cart:
        """A cart of SKUs, or (SKU, quantity in thousandths)."""
        cart = Cart()
        for want in wanted:
            sku, quantity = (want, 1000) if isinstance(want, str) else want
            cart = cart.add(self.items[sku], cashier_id=self.users["cashier"], quantity_milli=quantity)
        return cart

    def total(self, cart: Cart) -> int:
        """What a cart comes to, including tax."""
        return price_cart(cart, self.context().price_settings).gross_minor

    def pay(self, cart: Cart, *tenders: tuple[str, int]) -> Tendering:
        """The cart paid by (tender code, amount handed over); cash for all without any."""
        company = self.context().company
        paying = Tendering(self.total(cart), company.currency, company.cash_rounding_minor)
        for code, amount in tenders or (("cash", abs(paying.cash_due_minor)),):
            customer = cart.customer.party_id if cart.customer and code == "account" else None
            paying = paying.add(code, code, amount, party_id=customer)
        return paying

    def sell(
        self, cart: Cart, shift_id: int, *tenders: tuple[str, int], by: str = "cashier", till: str = "T01",
        kind: SaleKind = SaleKind.SALE,
    ) -> CompletedSale:  # fmt: skip
        """Sell a cart on a shift."""
        if kind is SaleKind.RETURN:
            cart = cart.coming_back(BACK)
        paying = self.pay(cart, *tenders)
        return self.complete(cart, shift_id, paying.tenders, paying.rounding_minor, by=by, till=till)

    def complete(
        self, cart: Cart, shift_id: int, tenders: Sequence[Tender], rounding_minor: int = 0, *,
        by: str = "cashier", till: str = "T01",
    ) -> CompletedSale:  # fmt: skip
        """complete_sale with exactly these tenders."""
        return self.runtime.run(
            complete_sale, actor=self.actor(by, till), context=self.context(till), shift_id=shift_id,
            cart=cart, tenders=tenders, rounding_minor=rounding_minor,
        )  # fmt: skip


def make_shop(factory: UnitOfWorkFactory, company: Company = COMPANY) -> Shop:
    """Build the shop in an empty, migrated database."""
    shop = Shop(Runtime(factory))
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        save_company(uow, details=company)
        create_chart(uow)
        create_default_roles(uow)
        _taxes(uow, shop)
        _places(uow, shop)
        _users(uow, shop)
        _goods(uow, shop)
        _parties(uow, shop)
    return shop


def _taxes(uow: UnitOfWork, shop: Shop) -> None:
    for code, name, rate in (("A", "Standard", 19000), ("B", "Reduced", 7000), ("C", "Zero", 0)):
        shop.classes[code] = next_id()
        uow.connection.execute(insert(tax_class), {"id": shop.classes[code], "code": code, "name": name})
        row = {
            "id": next_id(), "tax_class_id": shop.classes[code], "code": code, "name": name,
            "kind": "percent", "rate": rate, "fixed_minor": 0, "position": 1,
            "adds_to_next_base": False, "base_includes_earlier": True, "valid_from": None,
            "valid_to": None,
        }  # fmt: skip
        uow.connection.execute(insert(tax), row)


def _places(uow: UnitOfWork, shop: Shop) -> None:
    for code, kind in (
        (SALES_FLOOR, "internal"), (CUSTOMERS, "customer"), (SUPPLIERS, "supplier"),
        (ADJUSTMENTS, "adjustment"),
    ):  # fmt: skip
        shop.locations[code] = create_location(uow, code=code, name=code.title(), kind=kind)
    shop.price_list_id = next_id()
    uow.connection.execute(
        insert(price_list),
        {
            "id": shop.price_list_id,
            "code": "retail",
            "name": "Retail",
            "currency": "EUR",
            "includes_tax": True,
        },
    )
    store = create_store(uow, code="S1", name="Main street")
    for code in ("T01", "T02"):
        shop.tills[code] = create_till(
            uow, store_id=store, code=code, name=f"Till {code}", price_list_id=shop.price_list_id,
            default_float_minor=20000, difference_limit_minor=500, drawer_limit_minor=100_000,
        )  # fmt: skip
    for position, (code, drawer, change) in enumerate(
        (("cash", True, True), ("card", False, False), ("account", False, False)), start=1
    ):
        create_tender_type(
            uow, code=code, name=code.title(), kind=code, position=position, opens_drawer=drawer,
            gives_change=change, counted=code != "account",
        )  # fmt: skip
    create_voucher_tenders(uow, after=3)
    save_setting(uow, name="returns.without_receipt", value=["cash", "card", "account", "store_credit"])


def _users(uow: UnitOfWork, shop: Shop) -> None:
    roles = {r.code: r.id for r in uow.connection.execute(role.select())}
    for name in ("cashier", "supervisor", "clerk", "manager"):
        shop.users[name] = next_id()
        uow.connection.execute(
            insert(user_account),
            {
                "id": shop.users[name], "name": name, "role_id": roles[name], "pin_hash": "-",
                "language": None, "active": True, "failed_attempts": 0, "locked_until": None,
            },
        )  # fmt: skip


def _goods(uow: UnitOfWork, shop: Shop) -> None:
    shop.category_id = next_id()
    uow.connection.execute(
        insert(category), {"id": shop.category_id, "name": "All", "position": 1, "colour": 1}
    )
    for sku, name, minor, code, kind, unit, age, discountable, gtin in GOODS:
        product_id = next_id()
        shop.products[sku] = product_id
        row: dict[str, Any] = {
            "id": product_id, "sku": sku, "name": name, "search_key": fold(name),
            "category_id": shop.category_id, "tax_class_id": shop.classes[code], "kind": kind, "unit": unit,
            "min_age": age, "discountable": discountable, "tile_position": None, "note": "",
            "active": True, "updated_at": uow.now, "version": 1,
        }  # fmt: skip
        uow.connection.execute(insert(product), row)
        _price(uow, shop, product_id, None, minor)
        if gtin:
            _barcode(uow, product_id, gtin, None)
        if kind != "service":
            adjust_stock(
                uow, product_id=product_id, location_id=shop.locations[SALES_FLOOR], quantity_milli=100_000,
                reason="opening stock", business_date=TODAY, cost_minor=minor * 60, source=SUPPLIERS,
            )  # fmt: skip
        shop.items[sku] = Sellable(
            product_id=product_id, sku=sku, name=name, unit=unit, pack_milli=1000, unit_price_minor=minor,
            includes_tax=True, tax_class_id=shop.classes[code], category_id=shop.category_id,
            weighed=kind == "weighed", discountable=discountable, min_age=age, barcode=gtin,
            on_hand_milli=None if kind == "service" else 100_000,
        )  # fmt: skip
    six = next_id()
    milk = shop.products["MILK"]
    uow.connection.execute(
        insert(packaging), {"id": six, "product_id": milk, "name": "Six-pack", "quantity_milli": 6000}
    )
    _price(uow, shop, milk, six, 649)
    _barcode(uow, milk, "00400000000060", six)
    index_products(uow.connection, shop.products.values())


def _price(uow: UnitOfWork, shop: Shop, product_id: int, packaging_id: int | None, minor: int) -> None:
    uow.connection.execute(
        insert(price),
        {
            "id": next_id(), "price_list_id": shop.price_list_id, "product_id": product_id,
            "packaging_id": packaging_id, "min_quantity_milli": 0, "valid_from": None, "valid_to": None,
            "price_minor": minor,
        },
    )  # fmt: skip


def _barcode(uow: UnitOfWork, product_id: int, code: str, packaging_id: int | None) -> None:
    uow.connection.execute(
        insert(barcode),
        {
            "id": next_id(), "code": code, "product_id": product_id, "packaging_id": packaging_id,
            "is_primary": packaging_id is None,
        },
    )  # fmt: skip


def _parties(uow: UnitOfWork, shop: Shop) -> None:
    for number, (name, limit, active) in enumerate(
        (
            ("Unlimited Ltd", None, True),
            ("Limited Ltd", 5000, True),
            ("No Credit", 0, True),
            ("Gone", None, False),
        ),
        start=1,
    ):
        shop.parties[name] = next_id()
        uow.connection.execute(
            insert(party),
            {
                "id": shop.parties[name], "number": f"C{number:04d}", "name": name,
                "search_key": fold(name), "phone": "", "phone_digits": "", "email": "", "tax_number": "",
                "street": "", "postcode": "", "city": "", "country": "DE", "credit_limit_minor": limit,
                "payment_days": 14, "note": "", "active": active, "created_at": uow.now, "version": 1,
            },
        )  # fmt: skip
