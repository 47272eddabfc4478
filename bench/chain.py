"""A wholesaler's shop and its order chain: from the draft to the money in committed steps."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, insert, select

from app.access.queries import get_actor
from app.access.tables import user_account
from app.catalog.tables import product
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWork, UnitOfWorkFactory
from app.fulfilment.operations.packing import PackageDraft, pack_shipment
from app.fulfilment.operations.picking import Pick, create_pick_list, record_picks
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.fulfilment.queries import get_pick_list
from app.inventory.operations import SALES_FLOOR, SUPPLIERS, adjust_stock
from app.inventory.queries import location_id
from app.inventory.tables import bin_place, product_bin
from app.invoicing.operations.bill import invoice_shipments
from app.invoicing.operations.settle import record_payment
from app.kernel.ids import take_ids
from app.kernel.permission import SYSTEM_ACTOR, Actor
from app.kernel.text import fold
from app.migrations.migrate import upgrade_database
from app.orders.drafts import LineDraft, SavedOrder
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import create_order
from app.orders.operations.quotes import accept_quote, send_quote
from app.organisation.queries import get_company
from app.parties.operations import create_customer
from app.parties.rules import CustomerDetails
from app.parties.tables import party
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.pricing.tables import price
from app.runtime.run import Runtime
from app.terms.operations import TermsDraft, save_terms
from bench import data
from tests.factories.shop import Shop, make_shop
from tests.factories.wholesale import make_wholesale

PRODUCTS: Final = 200
CUSTOMERS: Final = 50
LINES: Final = 6
_STOCK_MILLI: Final = 10_000_000_000  # ten million pieces: no chain is ever short
_ACTOR: Final = "manager"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a customer wants: (product, pieces)."""

    party_id: int
    goods: tuple[tuple[int, int], ...]


def make_chain_shop(url: str) -> None:
    """An empty database becomes a shop with products in bins, in stock, priced without tax, and customers."""
    engine = create_app_engine(url)
    upgrade_database(engine)
    engine.dispose()
    factory = open_url(url)
    shop = make_shop(factory)
    trade = make_wholesale(shop)
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        _goods(uow, shop, trade.price_list_id)
        for number in range(1, CUSTOMERS + 1):
            made = create_customer(
                uow,
                details=CustomerDetails(
                    name=f"Trader {number}", number=f"W{number:04d}", street=f"Quay {number}", city="Hamburg",
                    postcode="20095", country="DE", credit_limit_minor=None, payment_days=30,
                ),
            )  # fmt: skip
            save_terms(uow, party_id=made.id, terms=TermsDraft(price_list_id=trade.price_list_id))
    factory.dispose()


def _goods(uow: UnitOfWork, shop: Shop, price_list_id: int) -> None:
    ids = take_ids(PRODUCTS)
    place = location_id(uow.connection, code=SALES_FLOOR)
    uow.connection.execute(
        insert(product),
        [
            {
                "id": ids[n], "sku": f"W-{n:04d}", "name": f"Ware {n}", "search_key": fold(f"Ware {n}"),
                "category_id": shop.category_id, "tax_class_id": shop.classes["AB"[n % 2]],
                "kind": "counted", "unit": "pc", "min_age": 0, "discountable": True,
                "tile_position": None, "note": "", "active": True, "updated_at": uow.now, "version": 1,
            }
            for n in range(PRODUCTS)
        ],
    )  # fmt: skip
    rows = zip(take_ids(PRODUCTS), ids, strict=True)
    uow.connection.execute(
        insert(price),
        [
            {
                "id": row_id, "price_list_id": price_list_id, "product_id": product_id, "packaging_id": None,
                "min_quantity_milli": 0, "valid_from": None, "valid_to": None, "price_minor": 1000 + n,
            }
            for n, (row_id, product_id) in enumerate(rows)
        ],
    )  # fmt: skip
    bins = take_ids(PRODUCTS)
    uow.connection.execute(
        insert(bin_place),
        [
            {
                "id": bin_id, "location_id": place, "code": f"W-{n:04d}", "walk_key": f"W{n:04d}",
                "active": True,
            }
            for n, bin_id in enumerate(bins)
        ],
    )  # fmt: skip
    uow.connection.execute(
        insert(product_bin),
        [
            {"product_id": product_id, "location_id": place, "bin_id": bin_id}
            for product_id, bin_id in zip(ids, bins, strict=True)
        ],
    )
    for product_id in ids:
        adjust_stock(
            uow, product_id=product_id, location_id=place, quantity_milli=_STOCK_MILLI,
            reason="opening stock", business_date=get_company(uow.connection).day_of(uow.now),
            cost_minor=_STOCK_MILLI // 2, source=SUPPLIERS,
        )  # fmt: skip


def open_url(url: str) -> UnitOfWorkFactory:
    """Transactions on a database, as the program has them."""
    return UnitOfWorkFactory(
        create_app_engine(url), data.new_bus(), read_engine=create_app_engine(url, readonly=True)
    )


def chain_shop_file() -> Path:
    """The cached shop, SQLite."""
    return data.cached("chain-shop", lambda path: make_chain_shop(f"sqlite:///{path}"), Path(__file__))


class ChainAtWork:
    """A shop in which orders are carried to the money, as a manager."""

    def __init__(self, url: str) -> None:
        self.factory = open_url(url)
        self.runtime = Runtime(self.factory)
        self._actor: Actor = self.runtime.ask(_manager)
        self._products: list[int] = self.runtime.ask(_ids, column=product.c.id, prefix=product.c.sku)
        self._parties: list[int] = self.runtime.ask(_ids, column=party.c.id, prefix=party.c.number)

    def wishes(self, count: int, *, seed: int = 1) -> list[Wish]:
        """So many orders of six lines."""
        chosen = random.Random(seed)  # noqa: S311 - no secret
        return [
            Wish(
                chosen.choice(self._parties),
                tuple((i, chosen.randint(1, 5)) for i in chosen.sample(self._products, LINES)),
            )
            for _ in range(count)
        ]

    def _run(self, operation: Callable[..., Any], **arguments: Any) -> Any:
        return self.runtime.run(operation, actor=self._actor, **arguments)

    def carry(self, wish: Wish) -> int:
        """The whole chain of one order, each step committed; returns the order's id."""
        lines = [LineDraft(product_id, pieces * 1000) for product_id, pieces in wish.goods]
        order_id = int(
            self._run(create_order, uuid=str(uuid4()), party_id=wish.party_id, lines=lines).order_id
        )
        self._run(send_quote, order_id=order_id)
        self._run(accept_quote, order_id=order_id)
        order: SavedOrder = self._run(confirm_order, order_id=order_id)
        assert not order.holds, order.holds
        shipment_id = self._ship(order_id)
        bill = self._run(invoice_shipments, uuid=str(uuid4()), shipment_ids=[shipment_id])
        assert bill.number, bill.holds
        draft = PaymentDraft(wish.party_id, bill.payable_minor, PaymentMethod.BANK)
        paid = self._run(record_payment, uuid=str(uuid4()), draft=draft)
        assert paid.unapplied_minor == 0
        return order_id

    def _ship(self, order_id: int) -> int:
        walk = self._run(create_pick_list, uuid=str(uuid4()), order_ids=[order_id])
        _head, cards = self.runtime.ask(get_pick_list, pick_list_id=walk.pick_list_id)
        picks = [Pick(card.id, card.product_id, card.wanted_milli) for card in cards]
        self._run(record_picks, pick_list_id=walk.pick_list_id, picks=picks, finish=True)
        contents = {card.order_line_id: card.wanted_milli for card in cards}
        packed = self._run(
            pack_shipment, uuid=str(uuid4()), order_id=order_id, packages=[PackageDraft(contents, 1500)]
        )
        transport = Transport("Swift", "Parcel", "SW1")
        self._run(dispatch_shipment, shipment_id=packed.shipment_id, transport=transport)
        return int(packed.shipment_id)

    def close(self) -> None:
        """Let go of the database."""
        self.factory.dispose()


def _manager(connection: Connection) -> Actor:
    query = select(user_account.c.id).where(user_account.c.name == _ACTOR)
    return get_actor(
        connection, user_id=connection.execute(query).scalar_one(), station="office", till_id=None
    )


def _ids(connection: Connection, *, column: Any, prefix: Any) -> list[int]:
    query = select(column).where(prefix.like("W%"), prefix.notin_(("WINE", "WRAP"))).order_by(prefix)
    return list(connection.execute(query).scalars())
