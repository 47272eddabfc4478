"""The fields of records that a text reaches through an operation or a search, on a real shop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Column, func, select

from app.access.operations import create_user
from app.access.tables import user_account
from app.accounting.charts import save_account
from app.audit.tables import journal
from app.catalog.barcodes import parse_scan
from app.catalog.operations.categories import create_category
from app.catalog.operations.codes import add_barcode
from app.catalog.operations.products import quick_create
from app.catalog.search import find_product_ids
from app.catalog.tables import category, product
from app.collections.operations.contacts import note_contact
from app.collections.states import ContactKind
from app.collections.tables import collection_contact
from app.credit.operations import stop_credit
from app.inventory.operations import SALES_FLOOR
from app.inventory.places import create_bin, create_place
from app.inventory.tables import location
from app.ledger.states import AccountKind
from app.ledger.tables import account
from app.orders.saved_views import save_view
from app.orders.tables import saved_view
from app.organisation.operations import create_store, save_company
from app.organisation.tables import company, store
from app.parties.operations import create_customer
from app.parties.queries import search_customers
from app.parties.rules import CustomerDetails
from app.parties.tables import party
from app.pricing.operations import create_price_list
from app.pricing.tables import price_list
from app.storeops.operations import save_task
from app.storeops.states import TaskMoment
from app.storeops.tables import store_task
from app.tax.operations import create_tax_class
from app.tax.tables import tax_class
from app.terms.operations import add_contact
from app.terms.tables import party_contact
from app.till.lookup import find_sellable
from app.till.operations.carts import void_sale
from app.till.operations.cash import open_drawer
from app.till.queries import find_open_shift
from app.till.tables import cash_movement
from tests.factories.shop import COMPANY, TODAY, Shop

PEPPER: Final = b"pepper of the tests, 32 bytes long"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `work` puts a text into it, `kept` is the column where it then stands (None: elsewhere)."""

    work: Callable[[Shop, str], Any]
    kept: Column[Any] | None


_numbers: Final = count(1)


def _new(letter: str) -> str:
    return f"{letter}{next(_numbers)}"


def _run(shop: Shop, operation: Callable[..., Any], **values: Any) -> Any:
    return shop.runtime.run(operation, actor=shop.actor("manager"), **values)


def _customer(name: str) -> Callable[[Shop, str], Any]:
    def work(shop: Shop, text: str) -> Any:
        values: dict[str, Any] = {"name": _new("Customer "), name: text}
        details = CustomerDetails(**values)
        return _run(shop, create_customer, details=details, accept_duplicate=True)

    return work


def _by(operation: Callable[..., Any], field: str, /, **values: Any) -> Callable[[Shop, str], Any]:
    def work(shop: Shop, text: str) -> Any:
        made = {k: v(shop) if callable(v) else v for k, v in values.items()}
        return _run(shop, operation, **{**made, field: text})

    return work


def _company(field: str) -> Callable[[Shop, str], Any]:
    def work(shop: Shop, text: str) -> Any:
        values: dict[str, Any] = {field: text}
        return _run(shop, save_company, details=replace(COMPANY, **values))

    return work


def _party(shop: Shop) -> int:
    return shop.parties["Unlimited Ltd"]


def _fresh(letter: str) -> Callable[[Shop], str]:
    return lambda _shop: _new(letter)


def _shift(shop: Shop) -> int:
    """The open shift of the shop's first till."""
    shift = shop.runtime.ask(find_open_shift, till_id=shop.tills["T01"])
    assert shift is not None
    return shift.id


def _sellable(shop: Shop, text: str) -> Any:
    return shop.runtime.ask(
        find_sellable, scan=parse_scan(text), price_list_id=shop.price_list_id,
        location_id=shop.locations[SALES_FLOOR], on=TODAY,
    )  # fmt: skip


_GOODS: Final[dict[str, Any]] = {
    "price_minor": 100, "category_id": lambda s: s.category_id, "price_list_id": lambda s: s.price_list_id,
}  # fmt: skip
RECORDS: Final[Mapping[str, Field]] = MappingProxyType(
    {
        "customer's name": Field(_customer("name"), party.c.name),
        "customer's street": Field(_customer("street"), party.c.street),
        "customer's town": Field(_customer("city"), party.c.city),
        "customer's telephone": Field(_customer("phone"), party.c.phone),
        "customer's e-mail": Field(_customer("email"), party.c.email),
        "customer's number": Field(_customer("number"), None),
        "customer's tax number": Field(_customer("tax_number"), None),
        "note on a customer": Field(_customer("note"), None),
        "contact": Field(_by(add_contact, "name", party_id=_party), party_contact.c.name),
        "remark of a call": Field(
            _by(note_contact, "remark", party_id=_party, kind=ContactKind.CALL), collection_contact.c.note
        ),
        "reason of a stop": Field(_by(stop_credit, "reason", party_id=_party), None),
        "category": Field(_by(create_category, "name"), category.c.name),
        "name of goods": Field(
            _by(quick_create, "name", code=_fresh("SKU"), **_GOODS), product.c.name,
        ),
        "number of goods": Field(
            _by(quick_create, "code", name="Tea", **_GOODS), None,
        ),
        "barcode": Field(_by(add_barcode, "code", product_id=lambda s: s.products["WRAP"]), None),
        "price list": Field(
            _by(create_price_list, "name", code=_fresh("L"), currency="EUR", includes_tax=True),
            price_list.c.name,
        ),
        "tax class": Field(_by(create_tax_class, "name", code=_fresh("X")), tax_class.c.name),
        "company's name": Field(_company("name"), company.c.name),
        "head of the receipt": Field(_company("receipt_header"), None),
        "store": Field(_by(create_store, "name", code=_fresh("S")), store.c.name),
        "place": Field(_by(create_place, "name", code=_fresh("P")), location.c.name),
        "bin": Field(_by(create_bin, "code", location_id=lambda s: next(iter(s.locations.values()))), None),
        "account": Field(_by(save_account, "name", code=_fresh("9"), kind=AccountKind.ASSET), account.c.name),
        "user": Field(_by(create_user, "name", role_code="cashier", pin="2580", pepper=PEPPER),
                      user_account.c.name),
        "saved view": Field(_by(save_view, "name", screen="orders", payload={}), saved_view.c.name),
        "task": Field(_by(save_task, "name", moment=TaskMoment.OPENING), store_task.c.name),
        "reason of an opened drawer": Field(
            _by(open_drawer, "reason", context=lambda s: s.context(), shift_id=_shift), cash_movement.c.reason
        ),
        "reason of a void": Field(
            _by(void_sale, "reason", cart=lambda s: s.cart("MILK"), total_minor=119, shift_id=_shift), None
        ),
        "search of customers": Field(lambda s, t: s.runtime.ask(search_customers, text=t), None),
        "search of goods": Field(lambda s, t: s.runtime.ask(find_product_ids, text=t, limit=20), None),
        "scan at the till": Field(_sellable, None),
    }
)  # fmt: skip


def rows(shop: Shop, field: Field) -> tuple[int, int]:
    """How many rows stand where the field is kept, and in the journal."""
    with shop.runtime.factory.read() as connection:
        there = 0 if field.kept is None else connection.execute(
            select(func.count()).select_from(field.kept.table)
        ).scalar_one()  # fmt: skip
        return int(there), int(connection.execute(select(func.count()).select_from(journal)).scalar_one())


def last(shop: Shop, column: Column[Any]) -> str:
    """What was kept last."""
    order = column.table.primary_key.columns[0].desc()
    with shop.runtime.factory.read() as connection:
        return str(connection.execute(select(column).order_by(order).limit(1)).scalar_one())
