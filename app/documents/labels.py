"""Labels as data: the address on a parcel, the sticker on goods that came in or were counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from app.catalog.queries import first_codes
from app.catalog.tables import product
from app.devices.label import Label, LabelCode, LabelPart, LabelRule, LabelText, is_ean13
from app.documents.formats import day, quantity
from app.documents.letterhead import address_lines, load_letterhead
from app.documents.trade_texts import words
from app.fulfilment.queries import Package, ShipmentDetail, get_shipment
from app.kernel.quantity import ONE
from app.kernel.text import clean
from app.terms.queries import get_terms

ADDRESS_SIZE: Final = (101.6, 152.4)  # 4 by 6 inches, as carriers have it
GOODS_SIZE: Final = (57.0, 32.0)
_MOST_COPIES: Final = 999


@dataclass(frozen=True, slots=True)
class GoodsLabelWish:
    """A product and how many of it need a label, in thousandths; with the lot where there is one."""

    product_id: int
    quantity_milli: int = ONE
    lot: str = ""
    expires_on: date | None = None


def build_address_labels(connection: Connection, shipment_id: int) -> list[Label]:
    """One label for each package of a shipment, in the language of the customer."""
    shipment = get_shipment(connection, shipment_id=shipment_id)
    letterhead = load_letterhead(connection)
    terms = get_terms(connection, party_id=shipment.row.party_id)
    language = terms.language or letterhead.company.language
    to = address_lines(shipment.ship_to, home=letterhead.company.country, language=language)
    sender = letterhead.sender(language).sender_line
    count = len(shipment.packages)
    return [_address(shipment, p, count, to, sender, language) for p in shipment.packages]


def _address(
    shipment: ShipmentDetail, package: Package, count: int, to: Sequence[str], sender: str, language: str
) -> Label:
    width, height = ADDRESS_SIZE
    inner, left = width - 10, 5.0
    parts: list[LabelPart] = [
        LabelText(clean(sender), left, 5, inner, 3.2, lines=2),
        LabelRule(left, 13, inner),
    ]
    y = 18.0
    for n, line in enumerate(to):
        size = 6.5 if n == 0 else 5.5
        parts.append(LabelText(clean(line), left, y, inner, size, lines=2, bold=n == 0))
        y += (2 if len(line) > _fits(inner, size) else 1) * (size + 1.8)
    parts.append(LabelRule(left, 82, inner))
    facts = [words("package", language).format(n=package.position, count=count)]
    if package.weight_grams:
        facts.append(f"{quantity(package.weight_grams, language)} kg")
    row = shipment.row
    order = f"{words('order_number', language)} {row.order_number}" if row.order_number else ""
    travels = " ".join(part for part in (row.carrier, shipment.service) if part)
    for line in (" · ".join(facts), order, travels):
        if line:
            y = 86.0 if y < 86 else y + 6.5  # noqa: PLR2004 - under the line
            parts.append(LabelText(clean(line), left, y, inner, 4.5))
    code = package_code(shipment, package)
    if code:
        parts.append(LabelCode(code, left + 3, 112, 26, inner - 6))
    return Label(width, height, tuple(parts))


def _fits(width: float, size: float) -> int:
    """About how many letters of a size go into a width."""
    return int(width / (size * 0.55))


def package_code(shipment: ShipmentDetail, package: Package) -> str:
    """What the barcode of a package says: the carrier's number, else ours and which package it is."""
    row = shipment.row
    if row.tracking_number:
        return clean(row.tracking_number)
    number = row.number or row.order_number or ""
    return f"{number}/{package.position}" if number else ""


def build_goods_labels(
    connection: Connection, wishes: Sequence[GoodsLabelWish], language: str
) -> list[Label]:
    """Stickers with name, number, barcode, lot and last day; as many of each as there are pieces."""
    ids = sorted({w.product_id for w in wishes})
    rows = {
        r.id: r
        for r in connection.execute(
            select(product.c.id, product.c.sku, product.c.name).where(product.c.id.in_(ids))
        )
    }
    codes = first_codes(connection, ids)
    return [
        _goods(rows[w.product_id].name, rows[w.product_id].sku, codes.get(w.product_id, ""), w, language)
        for w in wishes
        if w.product_id in rows
    ]


def _goods(name: str, sku: str, code: str, wish: GoodsLabelWish, language: str) -> Label:
    width, height = GOODS_SIZE
    inner, left = width - 4, 2.0
    parts: list[LabelPart] = [
        LabelText(clean(name), left, 1.5, inner, 3.4, lines=2, bold=True),
        LabelText(clean(sku), left, 9.5, inner, 2.6),
    ]
    lot = []
    if wish.lot:
        lot.append(words("lot", language).format(lot=clean(wish.lot)))
    if wish.expires_on is not None:
        lot.append(words("best_before", language).format(day=day(wish.expires_on, language)))
    if lot:
        parts.append(LabelText(" · ".join(lot), left, 13, inner, 2.6))
    data = code if is_ean13(code) else code or sku
    if data:
        parts.append(LabelCode(clean(data), left + 2, 17, 9, inner - 4))
    copies = min(max(-(-wish.quantity_milli // ONE), 1), _MOST_COPIES)
    return Label(width, height, tuple(parts), copies)
