"""A wholesaler on top of the small shop: net prices, a warehouse with bins, customers with terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy import insert, select, update

from app.access.tables import role, user_account
from app.fulfilment.operations.packing import PackageDraft, Shipment, pack_shipment
from app.fulfilment.operations.picking import Pick, PickList, create_pick_list, record_picks
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.fulfilment.tables import pick_line
from app.inventory.operations import SALES_FLOOR
from app.inventory.reservations import all_reservations
from app.inventory.tables import bin_place, product_bin
from app.invoicing.operations.bill import invoice_shipments
from app.invoicing.store import SavedInvoice
from app.kernel.ids import next_id
from app.kernel.permission import SYSTEM_ACTOR, Actor
from app.orders.drafts import LineDraft, OrderHead, SavedOrder
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import create_order
from app.orders.store import line_rows
from app.orders.tables import sales_order, sales_order_line
from app.parties.tables import party
from app.pricing.tables import price, price_list
from app.terms.operations import TermsDraft, save_terms
from tests.factories.shop import Shop

NET = {"COFFEE": 1000, "MILK": 100, "APPLE": 250, "WINE": 700, "WRAP": 150}
CUSTOMERS = ("Unlimited Ltd", "Limited Ltd", "No Credit")


@dataclass
class Wholesale:
    """What the tests reach for."""

    shop: Shop
    price_list_id: int = 0
    bins: dict[str, int] = field(default_factory=dict)

    @property
    def location_id(self) -> int:
        """The warehouse."""
        return self.shop.locations[SALES_FLOOR]

    def run(self, operation: Any, *, by: str = "system", **arguments: Any) -> Any:
        """Run an operation as somebody."""
        actor: Actor = SYSTEM_ACTOR if by == "system" else self.shop.actor(by)
        return self.shop.runtime.run(operation, actor=actor, **arguments)

    def ask(self, query: Any, **arguments: Any) -> Any:
        """Ask a query."""
        return self.shop.runtime.ask(query, **arguments)

    def line(self, sku: str, pieces: float, **more: Any) -> LineDraft:
        """A line of so many pieces."""
        return LineDraft(self.shop.products[sku], round(pieces * 1000), **more)

    def draft(
        self, *wanted: tuple[str, float] | LineDraft, customer: str = "Unlimited Ltd", by: str = "system",
        **head: Any,
    ) -> SavedOrder:  # fmt: skip
        """A draft of (SKU, pieces)."""
        lines = [w if isinstance(w, LineDraft) else self.line(*w) for w in wanted]
        return self.run(
            create_order, by=by, uuid=str(uuid4()), party_id=self.shop.parties[customer], lines=lines,
            head=OrderHead(**head),
        )  # fmt: skip

    def order(
        self, *wanted: tuple[str, float] | LineDraft, customer: str = "Unlimited Ltd", by: str = "system",
        **head: Any,
    ) -> SavedOrder:  # fmt: skip
        """A confirmed order."""
        made = self.draft(*wanted, customer=customer, by=by, **head)
        return self.run(confirm_order, by=by, order_id=made.order_id)

    def lines_of(self, order_id: int) -> dict[str, Any]:
        """The order's lines by SKU (charges by name)."""
        with self.shop.runtime.factory.read() as connection:
            rows = connection.execute(
                select(sales_order_line)
                .where(sales_order_line.c.order_id == order_id)
                .order_by(sales_order_line.c.position)
            ).all()
        return {r.sku or r.name: r for r in rows}

    def all_lines(self, order_id: int) -> list[Any]:
        """The order's lines by position, several of one product too."""
        with self.shop.runtime.factory.read() as connection:
            return line_rows(connection, order_id)

    def held(self, order_id: int) -> dict[int, int]:
        """What is promised to an order, by place."""
        found: dict[int, int] = {}
        for x in self.ask(all_reservations, document_id=order_id):
            found[x.location_id] = found.get(x.location_id, 0) + x.quantity_milli
        return found

    def head_of(self, order_id: int) -> Any:
        """The order's row."""
        with self.shop.runtime.factory.read() as connection:
            return connection.execute(select(sales_order).where(sales_order.c.id == order_id)).one()

    def pick_lines(self, pick_list_id: int) -> dict[str, Any]:
        """The list's lines by SKU."""
        with self.shop.runtime.factory.read() as connection:
            rows = connection.execute(
                select(pick_line)
                .where(pick_line.c.pick_list_id == pick_list_id)
                .order_by(pick_line.c.position)
            ).all()
        return {r.sku: r for r in rows}

    def pick_all(self, *order_ids: int) -> PickList:
        """A finished pick list of everything."""
        made: PickList = self.run(create_pick_list, uuid=str(uuid4()), order_ids=order_ids)
        return self.pick_whole(made.pick_list_id)

    def pick_whole(self, pick_list_id: int) -> PickList:
        """Everything of a list, and the list finished."""
        with self.shop.runtime.factory.read() as connection:
            rows = connection.execute(select(pick_line).where(pick_line.c.pick_list_id == pick_list_id)).all()
        picks = [Pick(r.id, r.product_id, r.wanted_milli) for r in rows]
        return self.run(record_picks, pick_list_id=pick_list_id, picks=picks, finish=True)

    def pack_all(self, order_id: int, *, charge_minor: int = 0) -> Shipment:
        """Everything picked in one package."""
        contents = {x.id: x.picked_milli for x in self.all_lines(order_id) if x.picked_milli}
        return self.run(
            pack_shipment, uuid=str(uuid4()), order_id=order_id, packages=[PackageDraft(contents, 1500)],
            charge_minor=charge_minor,
        )  # fmt: skip

    def ship_all(self, order_id: int, *, charge_minor: int = 0) -> Shipment:
        """Picked, packed and dispatched."""
        self.pick_all(order_id)
        packed = self.pack_all(order_id, charge_minor=charge_minor)
        return self.run(
            dispatch_shipment, shipment_id=packed.shipment_id,
            transport=Transport("Swift", "Parcel", f"SW{packed.shipment_id}"),
        )  # fmt: skip

    def bill(self, *shipments: Shipment) -> SavedInvoice:
        """Billed and posted."""
        return self.run(invoice_shipments, uuid=str(uuid4()), shipment_ids=[s.shipment_id for s in shipments])


def make_wholesale(shop: Shop) -> Wholesale:
    """Net prices for the shop's customers, addresses, and a bin for each product."""
    made = Wholesale(shop)
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        made.price_list_id = next_id()
        uow.connection.execute(
            insert(price_list),
            {
                "id": made.price_list_id, "code": "trade", "name": "Trade", "currency": "EUR",
                "includes_tax": False,
            },
        )  # fmt: skip
        role_id = uow.connection.execute(select(role.c.id).where(role.c.code == "office")).scalar_one()
        shop.users["office"] = next_id()
        uow.connection.execute(
            insert(user_account),
            {
                "id": shop.users["office"], "name": "office", "role_id": role_id, "pin_hash": "-",
                "language": None, "active": True, "failed_attempts": 0, "locked_until": None,
            },
        )  # fmt: skip
        _prices(uow.connection, made)
        _bins(uow.connection, made, list(NET)[:4])
        for name in CUSTOMERS:
            party_id = shop.parties[name]
            uow.connection.execute(
                update(party)
                .where(party.c.id == party_id)
                .values(street="Long Lane 5", postcode="20095", city="Hamburg")
            )
            save_terms(uow, party_id=party_id, terms=TermsDraft(price_list_id=made.price_list_id))
    return made


def _prices(connection: Any, made: Wholesale) -> None:
    rows: list[Mapping[str, Any]] = [
        {
            "id": next_id(), "price_list_id": made.price_list_id, "product_id": made.shop.products[sku],
            "packaging_id": None, "min_quantity_milli": minimum, "valid_from": None, "valid_to": None,
            "price_minor": minor,
        }
        for sku, minimum, minor in [
            *((sku, 0, minor) for sku, minor in NET.items()),
            ("COFFEE", 50_000, 900),
        ]
    ]  # fmt: skip
    connection.execute(insert(price), rows)


def _bins(connection: Any, made: Wholesale, skus: Sequence[str]) -> None:
    for number, sku in enumerate(reversed(skus), start=1):
        made.bins[sku] = next_id()
        connection.execute(
            insert(bin_place),
            {
                "id": made.bins[sku], "location_id": made.location_id, "code": f"A-{number}",
                "walk_key": f"{number:04d}", "active": True,
            },
        )  # fmt: skip
        connection.execute(
            insert(product_bin),
            {
                "product_id": made.shop.products[sku], "location_id": made.location_id,
                "bin_id": made.bins[sku],
            },
        )  # fmt: skip
