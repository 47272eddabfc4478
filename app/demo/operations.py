"""Setting the demo shop up in an empty database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, update

from app.access.operations import create_default_roles, create_user
from app.access.tables import role
from app.audit.operations import note
from app.catalog.search import index_products
from app.catalog.tables import barcode, category, packaging, product
from app.db.unit_of_work import UnitOfWork
from app.demo.data import LANGUAGES, DemoGoods, load_goods, load_shop
from app.demo.extras import add_extras
from app.documents.letter_settings import save_letter_settings
from app.einvoice.details import BuyerDetails, SellerDetails, save_buyer_details, save_seller_details
from app.einvoice.formats import Format
from app.inventory.operations import (
    ADJUSTMENTS,
    CUSTOMERS,
    SALES_FLOOR,
    SUPPLIERS,
    adjust_stock,
    create_location,
)
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.kernel.text import fold
from app.ledger.operations import create_chart
from app.organisation.operations import create_store, create_till, save_company
from app.organisation.queries import Company, find_company, get_company
from app.parties.tables import party
from app.payments.operations import create_tender_type, create_voucher_tenders
from app.pricing.tables import price, price_list
from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.tax.operations import add_tax, create_tax_class
from app.till.tables import cart

TILLS = ("T01", "T02")
FLOAT_MINOR = 15_000
_FIRST_STOCK = 40 * ONE
_ROLE_NAMES = {
    "de": {
        "cashier": "Kasse", "supervisor": "Aufsicht", "clerk": "Lager", "office": "Büro",
        "manager": "Leitung",
    }
}  # fmt: skip


class ShopExistsError(Refusal):
    """The database is in use."""

    message = "There is a shop in {where} already: {name}. The demo shop needs an empty data folder."


@dataclass(frozen=True, slots=True)
class DemoUser:
    """Somebody who may sign in, with the PIN to do so."""

    id: int
    name: str
    role: str
    pin: str


@dataclass(frozen=True, slots=True)
class DemoShop:
    """What was set up."""

    name: str
    users: tuple[DemoUser, ...]
    products: dict[str, int]  # SKU -> id
    customers: dict[str, int]
    tills: dict[str, int]


def _in(texts: dict[str, Any], language: str) -> Any:
    return texts[language if language in LANGUAGES else "en"]


@permitted(Permission.SETTINGS)
def create_demo_shop(
    uow: UnitOfWork, *, pepper: bytes, language: str = "en", on: date | None = None,
    where: str = "the database", training: bool = False,
) -> DemoShop:  # fmt: skip
    """A shop with goods, prices, stock, customers, users and two tills.

    Args:
        uow: the transaction.
        pepper: of this installation, for the PINs.
        language: of the shop: its papers, names of goods and categories.
        on: business date of the opening stock; today when left out.
        where: the database, for the message.
        training: whether it is for practice only.

    Raises:
        ShopExistsError: there is one already.
    """
    found = find_company(uow.connection)
    if found is not None:
        raise ShopExistsError(where=where, name=found.name)
    told = load_shop()
    company = _company(_in(told["shop"], language), language, training=training)
    save_company(uow, details=company)
    create_chart(uow)
    create_default_roles(uow)
    _name_roles(uow, language)
    classes = _taxes(uow, told["taxes"], language)
    locations = _places(uow)
    price_list_id = _price_list(uow, language)
    tills = _tills(uow, _in(told["shop"], language), price_list_id)
    _tenders(uow, told["tenders"], language)
    users = tuple(_users(uow, told["users"], pepper))
    goods = load_goods(language)
    categories = _categories(uow, told["categories"], language)
    products = _Goods(uow, classes, categories, price_list_id).write(goods, language)
    reason = _in({"en": "Opening stock", "de": "Anfangsbestand"}, language)
    day = on or company.day_of(uow.now)
    for item in goods:
        if item.kind != "service":
            adjust_stock(
                uow, product_id=products[item.sku], location_id=locations[SALES_FLOOR],
                quantity_milli=_FIRST_STOCK, reason=reason, business_date=day,
                cost_minor=item.cost_minor * _FIRST_STOCK // ONE, source=SUPPLIERS,
            )  # fmt: skip
    add_extras(
        uow, products=products, category_id=categories["gifts"], tax_class_id=classes["A"],
        price_list_id=price_list_id, location_id=locations[SALES_FLOOR], on=day, language=language,
        reason=reason,
    )  # fmt: skip
    customers = _customers(uow, told["customers"])
    _einvoices(uow, customers)
    note(uow, kind="demo.created", payload={"products": len(products), "language": language})
    return DemoShop(company.name, users, products, customers, tills)


def _company(texts: dict[str, str], language: str, *, training: bool) -> Company:
    return Company(
        name=texts["name"], legal_name=texts["name"], tax_number="DE123456788", street="Dorfstraße 7",
        postcode="99999", city="Hollerbeck", country="DE", phone="05550 100100",
        email="laden@hollerbeck.example", currency="EUR",
        language=language if language in LANGUAGES else "en", time_zone="Europe/Berlin",
        cutoff_minutes=240, tax_rounding="document", cash_rounding_minor=1,
        receipt_header=texts["header"], receipt_footer=texts["footer"], is_training=training,
    )  # fmt: skip


def _name_roles(uow: UnitOfWork, language: str) -> None:
    """The usual roles in the language of the shop."""
    for code, name in _ROLE_NAMES.get(language, {}).items():
        uow.connection.execute(update(role).where(role.c.code == code), {"name": name})


def _taxes(uow: UnitOfWork, taxes: list[dict[str, Any]], language: str) -> dict[str, int]:
    classes = {}
    for tax in taxes:
        name = _in(tax, language)
        classes[tax["code"]] = create_tax_class(uow, code=tax["code"], name=name)
        add_tax(uow, tax_class_id=classes[tax["code"]], code=tax["code"], name=name, rate=tax["rate"])
    return classes


def _places(uow: UnitOfWork) -> dict[str, int]:
    kinds = {SALES_FLOOR: "internal", CUSTOMERS: "customer", SUPPLIERS: "supplier", ADJUSTMENTS: "adjustment"}
    return {
        code: create_location(uow, code=code, name=code.title(), kind=kind) for code, kind in kinds.items()
    }


def _price_list(uow: UnitOfWork, language: str) -> int:
    name = _in({"en": "Retail", "de": "Ladenpreis"}, language)
    row = {"id": next_id(), "code": "retail", "name": name, "currency": "EUR", "includes_tax": True}
    uow.connection.execute(insert(price_list), row)
    return int(str(row["id"]))


def _tills(uow: UnitOfWork, texts: dict[str, str], price_list_id: int) -> dict[str, int]:
    store_id = create_store(uow, code="S1", name=texts["store"])
    return {
        code: create_till(
            uow, store_id=store_id, code=code, name=f"{texts['till']} {number}", price_list_id=price_list_id,
            default_float_minor=FLOAT_MINOR, difference_limit_minor=500, drawer_limit_minor=60_000,
        )
        for number, code in enumerate(TILLS, start=1)
    }  # fmt: skip


def _tenders(uow: UnitOfWork, tenders: list[dict[str, Any]], language: str) -> None:
    for position, tender in enumerate(tenders, start=1):
        create_tender_type(
            uow, code=tender["code"], name=_in(tender, language), kind=tender["code"], position=position,
            opens_drawer=tender["opens_drawer"], gives_change=tender["gives_change"],
            counted=tender["counted"],
        )  # fmt: skip
    german = {
        "gift_card": "Geschenkkarte", "store_credit": "Guthaben", "points": "Punkte", "exchange": "Umtausch",
    }  # fmt: skip
    if language == "de":
        create_voucher_tenders(uow, after=len(tenders), names=german)
    else:
        create_voucher_tenders(uow, after=len(tenders))


def _users(uow: UnitOfWork, users: list[dict[str, str]], pepper: bytes) -> Iterator[DemoUser]:
    for user in users:
        user_id = create_user(uow, name=user["name"], role_code=user["role"], pin=user["pin"], pepper=pepper)
        yield DemoUser(user_id, user["name"], user["role"], user["pin"])


def _categories(uow: UnitOfWork, categories: list[dict[str, Any]], language: str) -> dict[str, int]:
    rows = [
        {"id": next_id(), "name": _in(c, language), "position": i, "colour": c["colour"]}
        for i, c in enumerate(categories, start=1)
    ]
    uow.connection.execute(insert(category), rows)
    return {c["key"]: row["id"] for c, row in zip(categories, rows, strict=True)}


class _Goods:
    """Writes products with their prices, barcodes and multi-packs, in few statements."""

    def __init__(
        self, uow: UnitOfWork, classes: dict[str, int], categories: dict[str, int], price_list_id: int
    ) -> None:
        self._uow = uow
        self._classes = classes
        self._categories = categories
        self._price_list_id = price_list_id
        self._rows: dict[str, list[dict[str, Any]]] = {t: [] for t in ("product", "pack", "code", "price")}
        self._tiles = 0

    def write(self, goods: list[DemoGoods], language: str) -> dict[str, int]:
        """All of them; returns the ids by SKU."""
        ids = {item.sku: self._product(item) for item in goods}
        for item in goods:
            self._price(ids[item.sku], None, item.price_minor)
            if item.code:
                self._code(ids[item.sku], None, item.code)
            if item.pack_code:
                self._pack(ids[item.sku], item, language)
        tables = (("product", product), ("pack", packaging), ("code", barcode), ("price", price))
        for name, table in tables:
            self._uow.connection.execute(insert(table), self._rows[name])
        index_products(self._uow.connection, ids.values())
        return ids

    def _product(self, item: DemoGoods) -> int:
        if item.favourite:
            self._tiles += 1
        row = {
            "id": next_id(), "sku": item.sku, "name": item.name, "search_key": fold(item.name),
            "search_text": "", "category_id": self._categories[item.category],
            "tax_class_id": self._classes[item.tax_code], "kind": item.kind, "unit": item.unit,
            "min_age": item.min_age, "discountable": item.discountable,
            "tile_position": self._tiles if item.favourite else None, "note": "", "active": True,
            "updated_at": self._uow.now, "version": 1,
        }  # fmt: skip
        self._rows["product"].append(row)
        return int(str(row["id"]))

    def _pack(self, product_id: int, item: DemoGoods, language: str) -> None:
        pieces = item.pack_pieces
        name = f"{pieces}er-Pack" if language == "de" else f"Pack of {pieces}"
        row = {"id": next_id(), "product_id": product_id, "name": name, "quantity_milli": pieces * ONE}
        self._rows["pack"].append(row)
        self._price(product_id, int(str(row["id"])), item.pack_price_minor)
        self._code(product_id, int(str(row["id"])), str(item.pack_code))

    def _price(self, product_id: int, packaging_id: int | None, minor: int) -> None:
        self._rows["price"].append(
            {
                "id": next_id(), "price_list_id": self._price_list_id, "product_id": product_id,
                "packaging_id": packaging_id, "min_quantity_milli": 0, "valid_from": None,
                "valid_to": None, "price_minor": minor,
            }
        )  # fmt: skip

    def _code(self, product_id: int, packaging_id: int | None, code: str) -> None:
        self._rows["code"].append(
            {
                "id": next_id(), "code": code, "product_id": product_id, "packaging_id": packaging_id,
                "is_primary": packaging_id is None,
            }
        )  # fmt: skip


def _customers(uow: UnitOfWork, customers: list[dict[str, Any]]) -> dict[str, int]:
    rows = [
        {
            "id": next_id(), "number": f"C{number:04d}", "name": c["name"], "search_key": fold(c["name"]),
            "phone": c["phone"], "phone_digits": "".join(filter(str.isdigit, c["phone"])), "email": "",
            "tax_number": "", "street": c["street"], "postcode": "99999", "city": c["city"],
            "country": "DE", "credit_limit_minor": c["limit_minor"], "payment_days": c["days"], "note": "",
            "active": True, "created_at": uow.now, "version": 1,
        }
        for number, c in enumerate(customers, start=1)
    ]  # fmt: skip
    uow.connection.execute(insert(party), rows)
    return {row["name"]: row["id"] for row in rows}


def _einvoices(uow: UnitOfWork, customers: Mapping[str, int]) -> None:
    """An account and electronic addresses, so that an e-invoice of the demo shop is valid at once."""
    save_letter_settings(uow, iban="DE89370400440532013000", bic="COBADEFFXXX")
    save_seller_details(uow, details=SellerDetails("9930", "DE123456788"))
    for number, party_id in enumerate(customers.values(), start=1):
        details = BuyerDetails(
            Format.XRECHNUNG_UBL, "EM", f"rechnung{number}@kunden.example", f"C{number:04d}"
        )
        save_buyer_details(uow, party_id=party_id, details=details)


@permitted(Permission.SYSTEM)
def make_practice(uow: UnitOfWork) -> None:
    """Turn a copy of a shop into training data: marked on every paper, with nothing left to print."""
    company = get_company(uow.connection)
    save_company(uow, details=replace(company, is_training=True))
    uow.connection.execute(
        update(print_job).where(print_job.c.status.in_((PrintStatus.QUEUED, PrintStatus.SENDING))),
        {"status": PrintStatus.CANCELLED.value},
    )
    uow.connection.execute(delete(cart))
    note(uow, kind="training.begun", payload={"shop": company.name})
