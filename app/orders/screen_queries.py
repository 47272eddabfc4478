"""What only screens ask about orders: goods by scan, a priced preview, the checks before confirming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, func, literal_column, select

from app.agreements.rules import is_agreed
from app.catalog.barcodes import parse_scan
from app.catalog.queries import load_scan_patterns
from app.catalog.states import ProductKind
from app.catalog.tables import barcode, packaging, product
from app.credit.queries import credit_standing
from app.credit.rules import CreditStanding, Finding, judge
from app.inventory.elsewhere import PlaceStock, list_elsewhere
from app.inventory.reservations import Availability, list_availability
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.orders.drafts import LineDraft
from app.orders.operations.allocate import supplies, waiting_milli
from app.orders.operations.confirm import APPROVAL_SETTING, given_discount
from app.orders.pricing import (
    Buyer,
    Line,
    PriceReason,
    Prices,
    complete_lines,
    list_breaks,
    load_prices,
    prices_for,
    read_source,
)
from app.orders.rules import price_order, promise_on
from app.orders.states import LineKind
from app.orders.store import line_rows, order_row, place_of
from app.orders.tables import sales_order
from app.organisation.queries import find_setting, get_company
from app.tax.rules import TaxRounding
from app.terms.queries import get_terms
from app.terms.rules import to_home
from app.terms.tax_rules import taxes_for

_BY_CODE: Final = (
    select(
        product.c.id, product.c.name, product.c.unit, product.c.kind, barcode.c.packaging_id,
        packaging.c.quantity_milli.label("pack_milli"),
    )
    .select_from(
        product.join(barcode, barcode.c.product_id == product.c.id).outerjoin(
            packaging, packaging.c.id == barcode.c.packaging_id
        )
    )
    .where(barcode.c.code == bindparam("code_"))
)  # fmt: skip
_BY_SKU: Final = select(product.c.id, product.c.name, product.c.unit, product.c.kind).where(
    product.c.sku == bindparam("code_")
)
_CONFIRMED: Final = (
    select(sales_order.c.rate_micro, func.sum(sales_order.c.uninvoiced_minor))
    .where(
        sales_order.c.party_id == bindparam("party_"), sales_order.c.status == literal_column("'confirmed'")
    )
    .group_by(sales_order.c.rate_micro)
)


@dataclass(frozen=True, slots=True)
class ScannedGoods:
    """What a scan names, and how many base units one scan is; lot and last day where the code says them.

    Attributes:
        doubtful: the scanner sent no separator: the lot may hold what followed it.
    """

    product_id: int
    name: str
    unit: str
    packaging_id: int | None
    quantity_milli: int
    lot: str = ""
    expires_on: date | None = None
    doubtful: bool = False
    serial: str = ""  # of the piece, where the code says it
    kind: ProductKind = ProductKind.COUNTED

    @property
    def lies_nowhere(self) -> bool:
        """A kit or a template: what can be held in a hand is its parts, its variants."""
        return self.kind in {ProductKind.KIT, ProductKind.TEMPLATE}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit a product is sold in; None is its base unit."""

    packaging_id: int | None
    name: str
    content_milli: int


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A line as it would be saved, or why it cannot be; quantities of stock in base units."""

    sku: str
    name: str
    unit: str
    unit_price_minor: int
    list_price_minor: int
    gross_minor: int
    amount_minor: int
    reason: PriceReason | None
    refusal: Refusal | None
    units: tuple[Unit, ...]
    breaks: tuple[tuple[int, int], ...] = ()  # (from this quantity on, price) of the unit's list prices
    on_hand_milli: int = 0
    committed_milli: int = 0
    available_milli: int = 0
    incoming_milli: int = 0
    base_milli: int = 0
    kind: LineKind | None = None
    promised_on: date | None = None
    elsewhere: tuple[PlaceStock, ...] = ()  # who has it, of goods that are short here


@dataclass(frozen=True, slots=True)
class Preview:
    """An order as it would be saved."""

    lines: tuple[PreviewLine, ...]
    currency: str
    includes_tax: bool
    net_minor: int
    tax_minor: int
    gross_minor: int
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class Short:
    """Goods of which there is not enough, base units."""

    name: str
    missing_milli: int
    next_due: date | None


@dataclass(frozen=True, slots=True)
class Checks:
    """Everything that is looked at when an order is confirmed, together."""

    standing: CreditStanding
    findings: tuple[Finding, ...]
    customer_active: bool
    expired_on: date | None  # the quote's last day, when it is over
    approval_minor: int | None  # above it somebody has to say yes
    amount_minor: int  # company's currency
    discount_hundredths: int  # given off the list prices
    short: tuple[Short, ...]


def find_goods(connection: Connection, *, raw: str) -> ScannedGoods | None:
    """The product of a scan or of a number that was typed; None: nobody knows it.

    Raises:
        EmptyScanError, ScanTooLongError, CheckDigitError and what else parse_scan raises.
    """
    scan = parse_scan(raw, patterns=load_scan_patterns(connection))
    for code in scan.codes:
        row = connection.execute(_BY_CODE, {"code_": code}).first()
        if row is not None:
            size = scan.quantity_milli or int(row.pack_milli or ONE)
            return ScannedGoods(
                row.id, row.name, row.unit, row.packaging_id, size, scan.batch, scan.best_before,
                scan.doubtful, scan.serial, ProductKind(row.kind),
            )  # fmt: skip
    for code in (*scan.codes, raw.strip(), raw.strip().upper()):
        own = connection.execute(_BY_SKU, {"code_": code}).first()
        if own is not None:
            return ScannedGoods(own.id, own.name, own.unit, None, ONE, kind=ProductKind(own.kind))
    return None


def preview_order(
    connection: Connection, *, party_id: int, lines: Sequence[LineDraft], discount_hundredths: int,
    location_id: int, on: date, price_list_id: int | None = None, till_id: int | None = None,
) -> Preview:  # fmt: skip
    """Price lines for a customer as create_order would; a line that cannot be sold says why.

    A price list given goes before the one of the customer's terms.

    Raises:
        NoSuchCustomerError: the customer is gone.
    """
    company = get_company(connection)
    terms = get_terms(connection, party_id=party_id)
    products = sorted({d.product_id for d in lines if d.product_id is not None})
    buyer = Buyer(party_id, terms.price_list_id, till_id, on)
    prices = load_prices(connection, buyer=buyer, price_list_id=price_list_id, product_ids=products)
    prices = prices_for(connection, prices, party_id=party_id, on=on)
    found = [_complete(connection, draft, prices, on) for draft in with_class_of_words(lines)]
    whole = [x for x in found if isinstance(x, Line) and x.kind is not LineKind.TEXT]
    net = tax = gross = 0
    refusal: Refusal | None = None
    amounts: dict[int, tuple[int, int]] = {}
    try:
        figures = price_order(
            [x.priceable for x in whole], discount_hundredths=discount_hundredths,
            includes_tax=prices.includes_tax, taxes=taxes_for(connection, party_id=party_id, day=on),
            rounding=TaxRounding(company.tax_rounding),
        )  # fmt: skip
    except Refusal as error:
        refusal = error
    else:
        net, tax, gross = figures.taxed.net_minor, figures.taxed.tax_minor, figures.taxed.gross_minor
        for x, amount, taxed in zip(whole, figures.amounts, figures.taxed.lines, strict=True):
            amounts[id(x)] = (amount, taxed.gross_minor)
    stock = _Stock(connection, location_id, products, on)
    units = _units(connection, products)
    shown = tuple(
        _preview_line(draft, line, amounts, stock, units, prices)
        for draft, line in zip(lines, found, strict=True)
    )
    return Preview(shown, prices.currency, prices.includes_tax, net, tax, gross, refusal)


def with_class_of_words(lines: Sequence[LineDraft]) -> list[LineDraft]:
    """Words bear the tax class of any line, so that each can be priced by itself."""
    return [replace(x, tax_class_id=0) if x.kind is LineKind.TEXT else x for x in lines]


def _complete(connection: Connection, draft: LineDraft, prices: Prices, on: date) -> Line | Refusal:
    try:
        return complete_lines(connection, drafts=[draft], prices=prices, on=on)[0]
    except Refusal as refusal:
        return refusal


class _Stock:
    """What there is and what comes, for the day on which a line can be promised."""

    def __init__(self, connection: Connection, location_id: int, products: list[int], on: date) -> None:
        self.on = on
        self._connection, self._location_id = connection, location_id
        self.there = list_availability(connection, location_id=location_id, product_ids=products)
        self._coming = supplies(connection, location_id=location_id, product_ids=products)
        self._queued = waiting_milli(connection, location_id=location_id, product_ids=products)

    def promise(self, found: Availability, wanted_milli: int) -> date | None:
        free = found.available_milli - self._queued.get(found.product_id, 0)
        return promise_on(
            wanted_milli, today=self.on, available_milli=free,
            supplies=self._coming.get(found.product_id, []),
        )  # fmt: skip

    def elsewhere(self, found: Availability, wanted_milli: int) -> tuple[PlaceStock, ...]:
        if found.available_milli >= wanted_milli:
            return ()
        return tuple(
            list_elsewhere(self._connection, product_id=found.product_id, location_id=self._location_id)
        )


def _units(connection: Connection, products: list[int]) -> dict[int, tuple[Unit, ...]]:
    found: dict[int, tuple[Unit, ...]] = {
        r.id: (Unit(None, r.unit, ONE),)
        for r in connection.execute(
            select(product.c.id, product.c.unit).where(product.c.id.in_(products))
        )
    }  # fmt: skip
    rows = connection.execute(
        select(packaging).where(packaging.c.product_id.in_(products)).order_by(packaging.c.quantity_milli)
    )
    for r in rows:
        found[r.product_id] = (*found.get(r.product_id, ()), Unit(r.id, r.name, r.quantity_milli))
    return found


def _preview_line(
    draft: LineDraft, line: Line | Refusal, amounts: dict[int, tuple[int, int]], stock: _Stock,
    units: dict[int, tuple[Unit, ...]], prices: Prices,
) -> PreviewLine:  # fmt: skip
    there = stock.there.get(draft.product_id or 0)
    more: dict[str, Any] = {}
    if there is not None:
        more = {
            "on_hand_milli": there.on_hand_milli, "committed_milli": there.committed_milli,
            "available_milli": there.available_milli, "incoming_milli": there.incoming_milli,
        }  # fmt: skip
    sold_in = units.get(draft.product_id or 0, ())
    if isinstance(line, Refusal):
        return PreviewLine("", draft.name, "", 0, 0, 0, 0, None, line, sold_in, **more)
    if there is not None and line.kind is LineKind.GOODS:
        more["promised_on"] = stock.promise(there, line.base_milli)
        more["elsewhere"] = stock.elsewhere(there, line.base_milli)
    amount, gross = amounts.get(id(line), (0, 0))
    agreed = is_agreed(line.price_source)
    breaks = list_breaks(prices, line.goods, stock.on) if line.goods is not None and not agreed else ()
    reason = read_source(
        line.price_source, line.list_price_minor, line.unit_price_minor, draft.discount_hundredths
    )
    return PreviewLine(
        line.sku, line.name, line.unit, line.unit_price_minor, line.list_price_minor, gross, amount, reason,
        None, sold_in, breaks=breaks, base_milli=line.base_milli,
        kind=line.kind, **more,
    )  # fmt: skip


def order_checks(connection: Connection, *, order_id: int, on: date) -> Checks:
    """The checks of a confirmation, before it is done; raises NoSuchOrderError."""
    row = order_row(connection, order_id)
    terms = get_terms(connection, party_id=row.party_id)
    amount = to_home(row.gross_minor, row.rate_micro)
    counted = row.status == "confirmed"
    confirmed = sum(
        to_home(int(total), rate)
        for rate, total in connection.execute(_CONFIRMED, {"party_": row.party_id})
    )  # fmt: skip
    standing = credit_standing(
        connection, terms=terms, confirmed_minor=confirmed, new_minor=0 if counted else amount, on=on
    )
    limit = find_setting(connection, name=APPROVAL_SETTING)
    lines = line_rows(connection, order_id)
    sent = row.quote_version > 0 and row.status in ("quoted", "accepted")
    over = sent and row.valid_until is not None and row.valid_until < on
    return Checks(
        standing, tuple(judge(standing)), terms.active, row.valid_until if over else None,
        limit if isinstance(limit, int) else None, amount, given_discount(lines),
        tuple(_short(connection, row, lines)),
    )  # fmt: skip


def _short(connection: Connection, row: Row[Any], lines: Sequence[Row[Any]]) -> list[Short]:
    goods = [x for x in lines if x.kind == LineKind.GOODS.value and x.product_id is not None]
    stock = {
        (place, p): there
        for place in sorted({place_of(x, row) for x in goods})
        for p, there in list_availability(
            connection, location_id=place, product_ids=sorted({x.product_id for x in goods})
        ).items()
    }
    free = {key: a.available_milli for key, a in stock.items()}
    found: list[Short] = []
    for x in goods:
        wanted = x.ordered_milli - x.cancelled_milli - x.shipped_milli
        key = place_of(x, row), x.product_id
        missing = wanted - max(free[key], 0)
        free[key] -= wanted
        if missing > 0:
            found.append(Short(x.name, missing, stock[key].next_due))
    return found
