"""A real day of another shop, rung up through the operations that the screens use.

The file is the Online Retail data set (design: issue 2, "Done when" 2): a gift wholesaler's invoices,
every line with its own price. Each invoice becomes a cart; what begins with C is a return.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from app.access.operations import create_default_roles, create_user
from app.access.queries import get_actor
from app.catalog.barcodes import parse_scan
from app.db.unit_of_work import UnitOfWork
from app.inventory.operations import ADJUSTMENTS, CUSTOMERS, SALES_FLOOR, SUPPLIERS, create_location
from app.kernel.ids import next_id
from app.kernel.permission import Actor, Permission, permitted
from app.kernel.quantity import ONE
from app.ledger.operations import create_chart
from app.organisation.operations import create_store, create_till, save_company, save_setting
from app.organisation.queries import Company
from app.payments.operations import create_tender_type
from app.pricing.tables import price_list
from app.runtime.run import Runtime
from app.tax.operations import add_tax, create_tax_class
from app.till.back import Back
from app.till.cart import Cart, Sellable
from app.till.context import TillContext, load_context
from app.till.lookup import NoPriceError, find_sellable
from app.till.operations.carts import begin_tendering, save_cart
from app.till.operations.sales import complete_sale
from app.till.operations.shifts import Counted, close_shift, open_shift, save_count
from app.till.rules import price_cart
from app.till.shift_report import expected_by_tender
from app.till.tender import Tendering

ZONE: Final = "Europe/London"
_RATE: Final = 17_500  # VAT in the United Kingdom in December 2010


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """One line of the file; the price in minor units."""

    invoice: str
    code: str
    text: str
    quantity: int
    at: datetime
    price_minor: int
    customer: str

    @property
    def total_minor(self) -> int:
        """What the file says it comes to; negative for what came back."""
        return self.quantity * self.price_minor


@dataclass(slots=True)
class Replay:
    """What became of the file's lines."""

    sales: int = 0
    returns: int = 0
    lines_taken: int = 0
    open_items: int = 0  # lines without a product in the catalogue: postage, manual, samples
    other_prices: int = 0  # lines sold at another price than the catalogue's
    file_total_minor: int = 0  # of all lines of the day
    taken_total_minor: int = 0  # of the lines taken, by the file
    left_out: dict[str, list[InvoiceLine]] = field(default_factory=dict)
    shift_id: int = 0
    z_text: str = ""


def read_day(path: Path, day: str) -> list[InvoiceLine]:
    """The lines of a day ("2010-12-06") as they stand in the file."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return [_line(row) for row in csv.DictReader(file) if row["InvoiceDate"].startswith(day)]


def _line(row: dict[str, str]) -> InvoiceLine:
    local = datetime.fromisoformat(row["InvoiceDate"]).replace(tzinfo=ZoneInfo(ZONE))
    pence = Decimal(row["UnitPrice"]) * 100
    if pence != pence.to_integral_value():
        msg = f"a price with more than two decimals: {row['UnitPrice']}"
        raise ValueError(msg)
    return InvoiceLine(
        row["InvoiceNo"], row["StockCode"].upper(), row["Description"].strip(), int(row["Quantity"]),
        local.astimezone(UTC), int(pence), row["CustomerID"],
    )  # fmt: skip


@permitted(Permission.SETTINGS)
def create_gift_shop(uow: UnitOfWork, *, pepper: bytes, vat_rate: int = _RATE) -> int:
    """The empty shop that the catalogue is imported into; returns the manager's id.

    Args:
        uow: the transaction.
        pepper: of this installation, for the PIN.
        vat_rate: thousandths of a per cent.
    """
    details = Company(
        name="Gift shop", legal_name="Gift shop", tax_number="", street="", postcode="", city="London",
        country="GB", phone="", email="", currency="GBP", language="en", time_zone=ZONE, cutoff_minutes=0,
        tax_rounding="document", cash_rounding_minor=1, receipt_header="", receipt_footer="",
        is_training=False,
    )  # fmt: skip
    save_company(uow, details=details)
    create_chart(uow)
    create_default_roles(uow)
    tax_class_id = create_tax_class(uow, code="S", name="Standard")
    add_tax(uow, tax_class_id=tax_class_id, code="S", name="VAT", rate=vat_rate)
    for code, kind in (
        (SALES_FLOOR, "internal"), (CUSTOMERS, "customer"), (SUPPLIERS, "supplier"),
        (ADJUSTMENTS, "adjustment"),
    ):  # fmt: skip
        create_location(uow, code=code, name=code.title(), kind=kind)
    row = {"id": next_id(), "code": "retail", "name": "Retail", "currency": "GBP", "includes_tax": True}
    uow.connection.execute(insert(price_list), row)
    store_id = create_store(uow, code="S1", name="London")
    create_till(
        uow, store_id=store_id, code="T01", name="Till 1", price_list_id=int(str(row["id"])),
        default_float_minor=10_000, difference_limit_minor=500, drawer_limit_minor=100_000,
    )  # fmt: skip
    for position, code in enumerate(("cash", "card"), start=1):
        create_tender_type(
            uow, code=code, name=code.title(), kind=code, position=position, opens_drawer=code == "cash",
            gives_change=code == "cash", counted=True,
        )  # fmt: skip
    # credit notes of the file name no invoice
    save_setting(uow, name="returns.without_receipt", value=["cash", "card"])
    return create_user(uow, name="Manager", role_code="manager", pin="9051", pepper=pepper)


class Replayer:
    """Rings a day up, as the manager at one till; the clock is moved to each invoice's time."""

    def __init__(self, runtime: Runtime, *, user_id: int, set_clock: Callable[[datetime], None]) -> None:
        self._runtime = runtime
        self._user_id = user_id
        self._set_clock = set_clock
        self._context: TillContext
        self._actor: Actor
        self._tax_class_id = 0
        self.result = Replay()

    def play(self, lines: list[InvoiceLine]) -> Replay:
        """Open, every invoice in the order of the file, count, close."""
        self._open(lines[0].at)
        for _number, group in groupby(lines, key=lambda line: line.invoice):
            self._invoice(list(group))
        self._close()
        return self.result

    def _open(self, at: datetime) -> None:
        self._set_clock(at)
        self._context = self._runtime.ask(load_context, till_code="T01", now=at)
        self._actor = self._runtime.ask(
            get_actor, user_id=self._user_id, station="T01", till_id=self._context.till.id
        )
        self._tax_class_id = next(iter(self._context.taxes))
        self.result.shift_id = self._runtime.run(
            open_shift, actor=self._actor, context=self._context, counts=[Counted("cash", 10_000)]
        )

    def _invoice(self, lines: list[InvoiceLine]) -> None:
        result = self.result
        result.file_total_minor += sum(line.total_minor for line in lines)
        back = lines[0].invoice.startswith("C")
        kept = [line for line in lines if self._is_for_the_till(line, back=back)]
        if not kept:
            return
        self._set_clock(kept[0].at)
        cart = self._cart(kept)
        if back:  # the file does not say of which invoice
            cart = cart.coming_back(Back("Cancelled"))
        self._pay(cart, by_card=bool(kept[0].customer))
        result.returns += back
        result.sales += not back
        result.lines_taken += len(kept)
        result.taken_total_minor += sum(line.total_minor for line in kept)

    def _is_for_the_till(self, line: InvoiceLine, *, back: bool) -> bool:
        if line.quantity < 0 and not back:
            self.result.left_out.setdefault("stock written off, no sale", []).append(line)
        elif line.quantity > 0 and back:
            self.result.left_out.setdefault("goods out on a return", []).append(line)
        elif line.price_minor < 0:
            self.result.left_out.setdefault("negative price, no goods", []).append(line)
        else:
            return True
        return False

    def _cart(self, lines: list[InvoiceLine]) -> Cart:
        found = [(line, self._find(line)) for line in lines]
        # those at another price first: goods at the catalogue's price are added to a line of their own
        found.sort(key=lambda pair: pair[0].price_minor == pair[1].unit_price_minor)
        cart = Cart()
        for line, item in found:
            cart = cart.add(item, cashier_id=self._user_id, quantity_milli=abs(line.quantity) * ONE)
            if line.price_minor != item.unit_price_minor:
                cart = cart.set_price(
                    cart.lines[-1].line_id, line.price_minor, approver_id=None, reason="file"
                )
                self.result.other_prices += 1
        self._runtime.run(
            save_cart, actor=self._actor, till_id=self._context.till.id, cart=cart,
            total_minor=self._gross(cart),
        )  # fmt: skip
        return cart

    def _find(self, line: InvoiceLine) -> Sellable:
        """The product by its number; else an open item with the file's text."""
        try:
            item = self._runtime.ask(
                find_sellable, scan=parse_scan(line.code), price_list_id=self._context.till.price_list_id,
                location_id=self._context.stock_location_id, on=self._context.on,
            )  # fmt: skip
        except NoPriceError:
            item = None
        if item is not None:
            return item
        self.result.open_items += 1
        return Sellable(
            product_id=None, sku=line.code, name=line.text or line.code, unit="pc", pack_milli=ONE,
            unit_price_minor=line.price_minor, includes_tax=True, tax_class_id=self._tax_class_id,
            category_id=None,
        )  # fmt: skip

    def _gross(self, cart: Cart) -> int:
        return price_cart(cart, self._context.price_settings).gross_minor

    def _pay(self, cart: Cart, *, by_card: bool) -> None:
        due = self._gross(cart)
        self._runtime.run(
            begin_tendering, actor=self._actor, till_id=self._context.till.id, cart=cart, total_minor=due
        )
        paying = Tendering(due, "GBP")
        if due:
            code = "card" if by_card else "cash"
            paying = paying.add(code, code, abs(due))
        self._runtime.run(
            complete_sale, actor=self._actor, context=self._context, shift_id=self.result.shift_id,
            cart=cart, tenders=paying.tenders, rounding_minor=paying.rounding_minor,
        )  # fmt: skip

    def _close(self) -> None:
        expected = self._runtime.ask(expected_by_tender, shift_id=self.result.shift_id)
        counts = [Counted(code, amount) for code, amount in expected.items()]
        more: dict[str, Any] = {
            "actor": self._actor,
            "context": self._context,
            "shift_id": self.result.shift_id,
        }
        self._runtime.run(save_count, counts=counts, **more)
        done = self._runtime.run(close_shift, explanation="", next_float_minor=10_000, **more)
        self.result.z_text = done.z_text
