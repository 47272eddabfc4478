"""Setting the demo shop up in an empty database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, update

from app.audit.operations import note
from app.catalog.search import index_products
from app.catalog.tables import barcode, category, packaging, product
from app.db.unit_of_work import UnitOfWork
from app.demo.data import LANGUAGES, DemoGoods, load_goods, load_shop
from app.demo.extras import add_extras
from app.documents.letter_settings import save_letter_settings
from app.einvoice.details import BuyerDetails, SellerDetails, save_buyer_details, save_seller_details
from app.einvoice.formats import Format
from app.founding.operations import Founded, found_shop
from app.founding.plan import PlannedTax, PlannedTill, PlannedUser, ShopPlan
from app.inventory.operations import SALES_FLOOR, SUPPLIERS, adjust_stock
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import ONE
from app.kernel.text import fold
from app.organisation.operations import save_company
from app.organisation.queries import Company, get_company
from app.parties.tables import party
from app.pricing.tables import price
from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.till.tables import cart

TILLS = ("T01", "T02")
FLOAT_MINOR = 15_000
_FIRST_STOCK = 40 * ONE


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
    told = load_shop()
    plan, pins = _plan(told, language, training=training), told["users"]
    founded = found_shop(uow, plan=plan, pepper=pepper, where=where)
    day = on or plan.company.day_of(uow.now)
    products = _sample_goods(uow, founded, language, day)
    customers = _customers(uow, told["customers"])
    _einvoices(uow, customers)
    note(uow, kind="demo.created", payload={"products": len(products), "language": language})
    users = tuple(DemoUser(founded.users[u["name"]], u["name"], u["role"], u["pin"]) for u in pins)
    return DemoShop(plan.company.name, users, products, customers, founded.tills)


@permitted(Permission.SETTINGS)
def begin_shop(
    uow: UnitOfWork, *, plan: ShopPlan, pepper: bytes, samples: bool = False, where: str = "the database"
) -> int:
    """Found a shop, with the goods of the demo shop to try it on or without; returns how many products.

    Raises:
        what `app.founding.operations.found_shop` raises.
    """
    founded = found_shop(uow, plan=plan, pepper=pepper, where=where)
    if not samples:
        return 0
    return len(_sample_goods(uow, founded, plan.company.language, plan.company.day_of(uow.now)))


def _plan(told: dict[str, Any], language: str, *, training: bool) -> ShopPlan:
    texts = _in(told["shop"], language)
    return ShopPlan(
        company=_company(texts, language, training=training),
        taxes=tuple(PlannedTax(t["code"], _in(t, language), t["rate"]) for t in told["taxes"]),
        includes_tax=True, store_name=texts["store"],
        tills=tuple(PlannedTill(code, f"{texts['till']} {n}") for n, code in enumerate(TILLS, start=1)),
        users=tuple(PlannedUser(u["name"], u["role"], u["pin"]) for u in told["users"]),
        float_minor=FLOAT_MINOR,
    )  # fmt: skip


def _sample_goods(uow: UnitOfWork, founded: Founded, language: str, day: date) -> dict[str, int]:
    """Goods with prices and opening stock; a tax class that the shop lacks is its first one."""
    usual = next(iter(founded.classes.values()))
    classes = {code: founded.classes.get(code, usual) for code in ("A", "B", "C")}
    goods = load_goods(language)
    categories = _categories(uow, load_shop()["categories"], language)
    products = _Goods(uow, classes, categories, founded.price_list_id).write(goods, language)
    reason = _in({"en": "Opening stock", "de": "Anfangsbestand"}, language)
    for item in goods:
        if item.kind != "service":
            adjust_stock(
                uow, product_id=products[item.sku], location_id=founded.locations[SALES_FLOOR],
                quantity_milli=_FIRST_STOCK, reason=reason, business_date=day,
                cost_minor=item.cost_minor * _FIRST_STOCK // ONE, source=SUPPLIERS,
            )  # fmt: skip
    add_extras(
        uow, products=products, category_id=categories["gifts"], tax_class_id=classes["A"],
        price_list_id=founded.price_list_id, location_id=founded.locations[SALES_FLOOR], on=day,
        language=language, reason=reason,
    )  # fmt: skip
    return products


def _company(texts: dict[str, str], language: str, *, training: bool) -> Company:
    return Company(
        name=texts["name"], legal_name=texts["name"], tax_number="DE123456788", street="Dorfstraße 7",
        postcode="99999", city="Hollerbeck", country="DE", phone="05550 100100",
        email="laden@hollerbeck.example", currency="EUR",
        language=language if language in LANGUAGES else "en", time_zone="Europe/Berlin",
        cutoff_minutes=240, tax_rounding="document", cash_rounding_minor=1,
        receipt_header=texts["header"], receipt_footer=texts["footer"], is_training=training,
    )  # fmt: skip


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
