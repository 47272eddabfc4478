"""Delivery note and packing slip as PDF: quantities without prices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import Row as SqlRow

from app.documents.dressing import dressed, load_look
from app.documents.formats import day, moment, quantity
from app.documents.letterhead import Letterhead, address_lines, as_picture, load_letterhead
from app.documents.trade_paper import TICK, Head, Receipt, Row, TradePaper
from app.documents.trade_parts import counted, facts
from app.documents.trade_pdf import trade_pdf
from app.documents.trade_texts import words
from app.fulfilment.queries import Package, ShipmentDetail, ShipmentRow, ShippedLine, get_shipment
from app.fulfilment.tracking import link_of, load_links
from app.layouts.kinds import LayoutKind
from app.layouts.rules import DocumentLayout
from app.orders.store import line_rows, order_row
from app.orders.tolerance import as_ordered
from app.terms.queries import get_terms


def build_delivery_note(connection: Connection, shipment_id: int, language: str | None = None) -> bytes:
    """The delivery note as PDF, in the customer's language unless another is asked for."""
    shipment, letterhead, layout, tongue = _load(connection, shipment_id, language, LayoutKind.DELIVERY_NOTE)
    ordered = _ordered(connection, shipment)
    before, now = Head(words("ordered", tongue), 30, key="ordered"), Head(words("delivered", tongue), 30)
    heads = (*_item_heads(tongue), before, now)
    rows = [
        Row((str(i), x.name, counted(_asked(ordered, x), x.unit, tongue),
             counted(x.quantity_milli, x.unit, tongue)), (*_sku(x), *_surplus(ordered, x, tongue)))
        for i, x in enumerate(shipment.lines, start=1)
    ]  # fmt: skip
    remarks = (shipment.remarks or "").strip()
    said = (words("remarks", tongue).format(text=" ".join(remarks.split())),) if remarks else ()
    paper = _paper(connection, shipment, letterhead, tongue, kind="delivery_note")
    whole = _with(paper, heads, rows, closing=said, receipt=_receipt(shipment, letterhead, tongue))
    return trade_pdf(dressed(whole, layout))


def build_packing_slip(connection: Connection, shipment_id: int, language: str | None = None) -> bytes:
    """The packing slip as PDF: package by package, with a box to tick at each line."""
    shipment, letterhead, layout, tongue = _load(connection, shipment_id, language, LayoutKind.PACKING_SLIP)
    packed, checked = Head(words("packed", tongue), 34), Head(words("checked", tongue), 22, key="checked")
    heads = (*_item_heads(tongue), packed, checked)
    lines = {x.id: x for x in shipment.lines}
    rows: list[Row] = []
    for package in shipment.packages:
        for i, (line_id, milli) in enumerate(package.contents):
            x = lines[line_id]
            group = "" if i else _package_words(package, len(shipment.packages), tongue)
            cells = (str(len(rows) + 1), x.name, counted(milli, x.unit, tongue), TICK)
            rows.append(Row(cells, _sku(x), group=group))
    paper = _paper(connection, shipment, letterhead, tongue, kind="packing_slip")
    return trade_pdf(dressed(_with(paper, heads, rows), layout))


def _load(
    connection: Connection, shipment_id: int, language: str | None, kind: LayoutKind
) -> tuple[ShipmentDetail, Letterhead, DocumentLayout, str]:
    shipment = get_shipment(connection, shipment_id=shipment_id)
    letterhead = load_letterhead(connection)
    terms = get_terms(connection, party_id=shipment.row.party_id)
    usual = terms.language or letterhead.company.language
    return shipment, letterhead, *load_look(connection, kind, language, usual)


def _item_heads(language: str) -> tuple[Head, Head]:
    return (
        Head(words("position", language), 12, right=False, key="position"),
        Head(words("item", language), 0, right=False),
    )


def _sku(line: ShippedLine) -> tuple[str, ...]:
    return (line.sku,) if line.sku and line.sku != line.name else ()


def _ordered(connection: Connection, shipment: ShipmentDetail) -> dict[int, SqlRow[Any]]:
    return {row.id: row for row in line_rows(connection, shipment.row.order_id)}


def _asked(ordered: Mapping[int, SqlRow[Any]], line: ShippedLine) -> int:
    """What the customer ordered, without what was taken along."""
    row = ordered.get(line.order_line_id)
    return as_ordered(row) if row is not None else 0


def _surplus(ordered: Mapping[int, SqlRow[Any]], line: ShippedLine, language: str) -> tuple[str, ...]:
    row = ordered.get(line.order_line_id)
    more = line.quantity_milli - _asked(ordered, line)
    if row is None or not row.over_milli or more <= 0:
        return ()
    told = words("surplus_free" if row.surplus_of else "surplus", language)
    return (told.format(quantity=counted(more, line.unit, language)),)


def _kilos(grams: int, language: str) -> str:
    return f"{quantity(grams, language)} kg"


def _package_words(package: Package, count: int, language: str) -> str:
    parts = [words("package", language).format(n=package.position, count=count), package.kind]
    if package.weight_grams:
        parts.append(_kilos(package.weight_grams, language))
    return " · ".join(p for p in parts if p)


def _paper(
    connection: Connection, shipment: ShipmentDetail, letterhead: Letterhead, language: str, *, kind: str
) -> TradePaper:
    company, row = letterhead.company, shipment.row
    order = order_row(connection, row.order_id)
    terms = get_terms(connection, party_id=row.party_id)
    weight = sum(p.weight_grams for p in shipment.packages)
    on = company.day_of(row.dispatched_at or row.packed_at)
    number = row.number or row.order_number or ""
    return TradePaper(
        title=f"{words(kind, language)} {number}".strip(), language=language,
        sender=letterhead.sender(language),
        recipient=address_lines(shipment.ship_to, home=company.country, language=language),
        facts=facts(
            ("note_number", row.number or ""), ("date", day(on, language)),
            ("order_number", row.order_number or ""), ("customer_number", terms.number),
            ("your_reference", order.customer_reference),
            ("carrier", " ".join(x for x in (row.carrier, shipment.service) if x)),
            ("tracking", row.tracking_number),
            ("expected_on", day(row.expected_on, language) if row.expected_on else ""),
            ("packages", str(len(shipment.packages)) if shipment.packages else ""),
            ("weight", _kilos(weight, language) if weight else ""),
            language=language,
        ),
        intro=_intro(connection, row, language, kind), heads=(), rows=(),
        mark=words("training", language) if company.is_training else "",
    )  # fmt: skip


def _intro(connection: Connection, row: ShipmentRow, language: str, kind: str) -> str:
    """What the paper is, and on the delivery note where the parcel is followed."""
    link = link_of(load_links(connection), carrier=row.carrier, tracking=row.tracking_number)
    follow = words("follow", language).format(link=link) if link and kind == "delivery_note" else ""
    return " ".join(x for x in (words(f"{kind}_intro", language), follow) if x)


def _with(
    paper: TradePaper, heads: tuple[Head, ...], rows: list[Row], *, closing: tuple[str, ...] = (),
    receipt: Receipt | None = None,
) -> TradePaper:  # fmt: skip
    return replace(paper, heads=heads, rows=tuple(rows), closing=closing, receipt=receipt)


def _receipt(shipment: ShipmentDetail, letterhead: Letterhead, language: str) -> Receipt:
    """Who took it, or blank lines to sign on."""
    row = shipment.row
    if row.delivered_at is None:
        return Receipt()
    signature = shipment.signature
    return Receipt(
        moment(row.delivered_at, time_zone=letterhead.company.time_zone, language=language),
        shipment.received_by or "", as_picture(signature) if signature else None,
    )  # fmt: skip
