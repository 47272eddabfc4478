"""Orders in JSON: of one's own making, or as WooCommerce's REST interface gives them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from app.catalog.importing.refusals import FileEmptyError, FileMissingError
from app.orders.imports.profiles import JSON, WOOCOMMERCE
from app.orders.imports.refusals import OrderColumnsError, OrderFileError

_START: Final = 64
# field -> where it stands: keys from the outside in
_WOOCOMMERCE_HEAD: Final = {
    "order": "number", "date": "date_created", "status": "status", "currency": "currency",
    "email": "billing.email", "first_name": "billing.first_name", "last_name": "billing.last_name",
    "company": "billing.company", "street": "billing.address_1", "postcode": "billing.postcode",
    "city": "billing.city", "country": "billing.country", "phone": "billing.phone",
    "ship_first_name": "shipping.first_name", "ship_last_name": "shipping.last_name",
    "ship_street": "shipping.address_1", "ship_postcode": "shipping.postcode", "ship_city": "shipping.city",
    "ship_country": "shipping.country", "shipping": "shipping_total", "total": "total",
    "note": "customer_note",
}  # fmt: skip
_WOOCOMMERCE_LINE: Final = {"sku": "sku", "item": "name", "quantity": "quantity", "price": "price"}
_PLAIN_HEAD: Final = {
    "order": "order", "date": "date", "currency": "currency", "paid": "paid", "shipping": "shipping",
    "discount": "discount", "total": "total", "note": "note", "cancelled": "cancelled",
    "customer_number": "customer.number", "name": "customer.name", "company": "customer.company",
    "email": "customer.email", "phone": "customer.phone", "street": "customer.street",
    "postcode": "customer.postcode", "city": "customer.city", "country": "customer.country",
    "ship_name": "ship_to.name", "ship_street": "ship_to.street", "ship_postcode": "ship_to.postcode",
    "ship_city": "ship_to.city", "ship_country": "ship_to.country",
}  # fmt: skip
_PLAIN_LINE: Final = {
    "sku": "sku", "item": "item", "quantity": "quantity", "price": "price", "line_discount": "discount",
}  # fmt: skip
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def looks_like_json(path: Path) -> bool:
    """Whether the file begins as JSON does; raises FileMissingError."""
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except OSError as error:
        raise FileMissingError(path=path) from error
    text = start.decode(_encoding(start), errors="ignore")
    return text.lstrip()[:1] in ("{", "[")


def _encoding(start: bytes) -> str:
    return next((name for mark, name in _BOMS if start.startswith(mark)), "utf-8")


def json_rows(path: Path, profile: str | None) -> tuple[str, list[tuple[int, Mapping[str, str]]]]:
    """The profile, and one row a line of each order: (place of the order in the file, fields).

    Raises:
        OrderFileError, OrderColumnsError, FileEmptyError: see their sentences.
    """
    raw = path.read_bytes()
    try:
        told = json.loads(raw.decode(_encoding(raw)), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise OrderFileError(name=path.name, reason="it is not well-formed JSON") from error
    orders = told.get("orders", [told]) if isinstance(told, dict) else told
    if not isinstance(orders, list) or not all(isinstance(order, dict) for order in orders):
        raise OrderFileError(name=path.name, reason="it is no list of orders")
    if not orders:
        raise FileEmptyError(name=path.name)
    is_shop = profile == WOOCOMMERCE or (profile is None and "line_items" in orders[0])
    chosen, key = (WOOCOMMERCE, "line_items") if is_shop else (JSON, "lines")
    if not any(isinstance(order.get(key), list) for order in orders):
        raise OrderColumnsError(name=path.name, missing=key, profile=chosen, wanted=f"“{key}”")
    return chosen, [row for place, order in enumerate(orders, start=1) for row in _rows(place, order, key)]


def _rows(place: int, order: dict[str, Any], key: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    heads, lines = (
        (_WOOCOMMERCE_HEAD, _WOOCOMMERCE_LINE) if key == "line_items" else (_PLAIN_HEAD, _PLAIN_LINE)
    )
    head = {name: _at(order, where) for name, where in heads.items()}
    found = order.get(key)
    for line in found if isinstance(found, list) and found else [{}]:
        told = line if isinstance(line, dict) else {}
        yield place, {**head, **{name: _at(told, where) for name, where in lines.items()}}


def _at(told: dict[str, Any], where: str) -> str:
    value: Any = told
    for key in where.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if value is None or isinstance(value, dict | list):
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)
