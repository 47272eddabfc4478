"""Which column of which shop's export says what; and where it stands in JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.kernel.text import fold
from app.orders.imports.refusals import NoSuchOrderProfileError, OrderColumnsError

SHOPIFY: Final = "shopify"
WOOCOMMERCE: Final = "woocommerce"
CSV: Final = "csv"
JSON: Final = "json"
NEEDED: Final = ("order", "sku", "quantity")

# field -> the headers it may have, the usual one first; Shopify's are those of its own exports
_SHOPIFY: Final[Mapping[str, tuple[str, ...]]] = {
    "order": ("Name",), "date": ("Created at",), "email": ("Email",), "currency": ("Currency",),
    "name": ("Billing Name",), "company": ("Billing Company",),
    "street": ("Billing Street", "Billing Address1"),
    "postcode": ("Billing Zip",), "city": ("Billing City",), "country": ("Billing Country",),
    "phone": ("Billing Phone", "Phone"), "ship_name": ("Shipping Name",),
    "ship_street": ("Shipping Street", "Shipping Address1"), "ship_postcode": ("Shipping Zip",),
    "ship_city": ("Shipping City",), "ship_country": ("Shipping Country",), "paid": ("Financial Status",),
    "cancelled": ("Cancelled at",), "shipping": ("Shipping",), "discount": ("Discount Amount",),
    "total": ("Total",), "note": ("Notes",), "sku": ("Lineitem sku",), "item": ("Lineitem name",),
    "quantity": ("Lineitem quantity",), "price": ("Lineitem price",),
}  # fmt: skip
_WOOCOMMERCE: Final[Mapping[str, tuple[str, ...]]] = {
    "order": ("Order Number", "Order ID"), "date": ("Order Date",), "status": ("Order Status",),
    "email": ("Email (Billing)",), "currency": ("Order Currency", "Currency"),
    "first_name": ("First Name (Billing)",), "last_name": ("Last Name (Billing)",),
    "company": ("Company (Billing)",), "street": ("Address 1&2 (Billing)", "Address 1 (Billing)"),
    "postcode": ("Postcode (Billing)",), "city": ("City (Billing)",), "country": ("Country Code (Billing)",),
    "phone": ("Phone (Billing)",), "ship_first_name": ("First Name (Shipping)",),
    "ship_last_name": ("Last Name (Shipping)",),
    "ship_street": ("Address 1&2 (Shipping)", "Address 1 (Shipping)"),
    "ship_postcode": ("Postcode (Shipping)",), "ship_city": ("City (Shipping)",),
    "ship_country": ("Country Code (Shipping)",), "shipping": ("Order Shipping Amount",),
    "discount": ("Cart Discount Amount",), "total": ("Order Total Amount",), "note": ("Customer Note",),
    "sku": ("SKU",), "item": ("Item Name", "Name"), "quantity": ("Quantity", "Quantity (- Refund)"),
    "price": ("Item Cost",),
}  # fmt: skip
# of one's own: any of these words, in English or German
_PLAIN: Final[Mapping[str, tuple[str, ...]]] = {
    "order": ("order", "order number", "order no", "Bestellnummer", "Bestellung"),
    "date": ("date", "order date", "Datum", "Bestelldatum"),
    "customer_number": ("customer", "customer number", "customer no", "Kundennummer"),
    "name": ("name", "customer name", "Kunde"), "company": ("company", "Firma"), "email": ("email", "e-mail"),
    "phone": ("phone", "Telefon"), "street": ("street", "address", "Straße"),
    "postcode": ("postcode", "zip", "PLZ"), "city": ("city", "town", "Ort"), "country": ("country", "Land"),
    "ship_name": ("ship name", "ship_name"), "ship_street": ("ship street", "ship_street"),
    "ship_postcode": ("ship postcode", "ship_postcode"), "ship_city": ("ship city", "ship_city"),
    "ship_country": ("ship country", "ship_country"), "currency": ("currency", "Währung"),
    "paid": ("paid", "bezahlt"), "shipping": ("shipping", "Versandkosten"),
    "discount": ("discount", "Rabatt"),
    "line_discount": ("line discount", "line_discount", "Zeilenrabatt"), "total": ("total", "Summe"),
    "note": ("note", "Bemerkung"), "sku": ("sku", "item number", "Artikelnummer"),
    "item": ("item", "description", "Artikel"), "quantity": ("quantity", "qty", "Menge"),
    "price": ("price", "unit price", "Preis"),
}  # fmt: skip
_COLUMNS: Final = {SHOPIFY: _SHOPIFY, WOOCOMMERCE: _WOOCOMMERCE, CSV: _PLAIN}
PROFILES: Final = (SHOPIFY, WOOCOMMERCE, CSV, JSON)
PAID_WORDS: Final = frozenset({"paid", "processing", "completed", "partially_refunded"})
CANCELLED_WORDS: Final = frozenset({"cancelled", "refunded", "failed", "trash", "voided"})


@dataclass(frozen=True, slots=True)
class OrderColumns:
    """Where each field stands in a line."""

    profile: str
    places: Mapping[str, int]
    headers: tuple[str, ...]

    def values(self, cells: Sequence[str]) -> dict[str, str]:
        """The fields of a line; a line that is cut short lacks its last ones."""
        return {name: cells[at] if at < len(cells) else "" for name, at in self.places.items()}


def check_profile(name: str | None) -> None:
    """Raise NoSuchOrderProfileError for one that is not there."""
    if name is not None and name not in PROFILES:
        raise NoSuchOrderProfileError(name=name[:40], known=", ".join(PROFILES))


def map_order_columns(file_name: str, headers: Sequence[str], profile: str | None) -> OrderColumns:
    """Find the columns of a profile, or the profile that the columns fit.

    Raises:
        OrderColumnsError: a column that is needed is not there.
    """
    known: dict[str, int] = {}
    for at, header in enumerate(headers):
        known.setdefault(_bare(header), at)
    chosen = profile if profile in _COLUMNS else _guess(known)
    wanted = _COLUMNS[chosen]
    places = {
        name: next(known[_bare(h)] for h in choices if _bare(h) in known)
        for name, choices in wanted.items()
        if any(_bare(h) in known for h in choices)
    }
    missing = [name for name in NEEDED if name not in places]
    if missing:
        raise OrderColumnsError(
            name=file_name, missing=", ".join(missing), profile=chosen,
            wanted=", ".join(f"“{wanted[name][0]}”" for name in NEEDED),
        )  # fmt: skip
    return OrderColumns(chosen, places, tuple(headers))


def _bare(header: str) -> str:
    return fold(header.strip()[:100])


def _guess(known: Mapping[str, int]) -> str:
    """The profile most of whose columns are there."""
    scores = {
        name: sum(any(_bare(h) in known for h in choices) for choices in columns.values()) / len(columns)
        for name, columns in _COLUMNS.items()
    }
    return max(scores, key=lambda name: scores[name])
