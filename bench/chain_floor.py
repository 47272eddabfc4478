"""The floor of the order chain: the same nine steps written plainly, with SQLAlchemy's ORM.

Typed classes, one session and one commit a step, a balanced ledger and a hash-chained journal; no
rights, no rounding rules, no currencies, no holds, nothing that may come again. What a careful
programmer would write in an afternoon; a finished program has to be measured against something.
"""

from __future__ import annotations

import hashlib
import itertools
import random
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, selectinload

from bench.chain_floor_tables import (
    Allocation,
    Base,
    Delivery,
    DeliveryLine,
    Entry,
    Invoice,
    InvoiceLine,
    Item,
    Journal,
    Level,
    Move,
    Order,
    OrderLine,
    Payment,
)

PRODUCTS: Final = 200
LINES: Final = 6
_PRAGMAS: Final = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536")
_NOW: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)
_TODAY: Final = date(2026, 3, 1)
_TAX_PER_CENT: Final = 21
_COST: Final = 500


def _engine(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url)
    from pysqlite3 import dbapi2

    engine = create_engine(url, module=dbapi2)

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


class Floor:
    """A database of its own in which orders are carried to the money."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        Base.metadata.create_all(self._engine)
        with self._session() as session, session.begin():
            items = range(1, PRODUCTS + 1)
            session.add_all([Item(id=i, name=f"Ware {i}", price=1000 + i) for i in items])
            session.add_all([Level(item_id=i, on_hand=10**9, promised=0) for i in items])
        self._numbers = itertools.count(1)
        self._last_hash = "0" * 64
        self._chosen = random.Random(1)  # noqa: S311 - no secret

    def _session(self) -> Session:
        return Session(self._engine, expire_on_commit=False)

    def carry(self) -> None:
        """The whole chain of one order in nine committed steps."""
        number = next(self._numbers)
        order_id = self._create(number)
        self._quote(order_id)
        delivery_id = self._confirm(number, order_id)
        for state in ("assigned", "picked", "packed"):
            self._move_on(delivery_id, state)
        self._ship(delivery_id)
        self._pay(self._bill(number, order_id))

    def _note(self, session: Session, document: str, document_id: int, what: str) -> None:
        digest = hashlib.sha256(f"{self._last_hash}{document}{document_id}{what}".encode()).hexdigest()
        session.add(
            Journal(
                document=document, document_id=document_id, what=what, at=_NOW, before=self._last_hash,
                hash=digest,
            )
        )  # fmt: skip
        self._last_hash = digest

    def _create(self, number: int) -> int:
        wanted = sorted(self._chosen.sample(range(1, PRODUCTS + 1), LINES))
        with self._session() as session, session.begin():
            items = session.scalars(select(Item).where(Item.id.in_(wanted))).all()
            lines = []
            for position, item in enumerate(items, start=1):
                quantity = self._chosen.randint(1, 5)
                net = quantity * item.price
                lines.append(
                    OrderLine(
                        position=position, item_id=item.id, name=item.name, quantity=quantity,
                        price=item.price, net=net, tax=net * _TAX_PER_CENT // 100,
                    )
                )  # fmt: skip
            net, tax = sum(x.net for x in lines), sum(x.tax for x in lines)
            order = Order(
                number=f"SO{number:07d}", party=1, state="draft", at=_NOW, net=net, tax=tax,
                gross=net + tax, lines=lines,
            )  # fmt: skip
            session.add(order)
            session.flush()
            self._note(session, "order", order.id, "create")
            return order.id

    def _quote(self, order_id: int) -> None:
        with self._session() as session, session.begin():
            session.get_one(Order, order_id).state = "quoted"
            self._note(session, "order", order_id, "quote")

    def _order(self, session: Session, order_id: int) -> Order:
        query = select(Order).where(Order.id == order_id).options(selectinload(Order.lines))
        return session.scalars(query).one()

    def _levels(self, session: Session, item_ids: list[int]) -> dict[int, Level]:
        query = select(Level).where(Level.item_id.in_(item_ids)).order_by(Level.item_id)
        return {x.item_id: x for x in session.scalars(query.with_for_update())}

    def _confirm(self, number: int, order_id: int) -> int:
        with self._session() as session, session.begin():
            order = self._order(session, order_id)
            order.state = "confirmed"
            delivery = Delivery(
                number=f"DO{number:07d}", order_id=order_id, state="waiting",
                lines=[
                    DeliveryLine(
                        line_id=x.id, item_id=x.item_id, quantity=x.quantity, picked=0, state="waiting"
                    )
                    for x in order.lines
                ],
            )  # fmt: skip
            session.add(delivery)
            levels = self._levels(session, [x.item_id for x in order.lines])
            for x in order.lines:
                levels[x.item_id].promised += x.quantity
            session.flush()
            self._note(session, "order", order_id, "confirm")
            return delivery.id

    def _delivery(self, session: Session, delivery_id: int) -> Delivery:
        query = select(Delivery).where(Delivery.id == delivery_id).options(selectinload(Delivery.lines))
        return session.scalars(query).one()

    def _move_on(self, delivery_id: int, state: str) -> None:
        with self._session() as session, session.begin():
            delivery = self._delivery(session, delivery_id)
            delivery.state = state
            for x in delivery.lines:
                x.state = state
                if state == "picked":
                    x.picked = x.quantity
            self._note(session, "delivery", delivery_id, state)

    def _ship(self, delivery_id: int) -> None:
        with self._session() as session, session.begin():
            delivery = self._delivery(session, delivery_id)
            delivery.state = "done"
            levels = self._levels(session, [x.item_id for x in delivery.lines])
            cost = 0
            for x in delivery.lines:
                x.state = "done"
                session.add(
                    Move(
                        delivery_line_id=x.id, item_id=x.item_id, source=1, target=9, quantity=x.quantity,
                        cost=_COST * x.quantity, at=_NOW,
                    )
                )  # fmt: skip
                levels[x.item_id].on_hand -= x.quantity
                levels[x.item_id].promised -= x.quantity
                cost += _COST * x.quantity
            self._book(session, "delivery", delivery_id, [("5000", cost), ("1400", -cost)])
            self._note(session, "delivery", delivery_id, "done")

    def _book(
        self, session: Session, document: str, document_id: int, amounts: list[tuple[str, int]]
    ) -> None:
        session.add_all(
            [
                Entry(document=document, document_id=document_id, account=account, amount=amount, on=_TODAY)
                for account, amount in amounts
            ]
        )

    def _bill(self, number: int, order_id: int) -> int:
        with self._session() as session, session.begin():
            order = self._order(session, order_id)
            invoice = Invoice(
                number=f"INV{number:07d}", order_id=order_id, state="posted", due=_TODAY, net=order.net,
                tax=order.tax, gross=order.gross, open=order.gross,
                lines=[
                    InvoiceLine(
                        line_id=x.id, name=x.name, quantity=x.quantity, price=x.price, net=x.net, tax=x.tax
                    )
                    for x in order.lines
                ],
            )  # fmt: skip
            order.state = "invoiced"
            session.add(invoice)
            session.flush()
            sales = [("4000", -x.net) for x in order.lines]
            self._book(session, "invoice", invoice.id, [("1100", order.gross), *sales, ("2200", -order.tax)])
            self._note(session, "invoice", invoice.id, "post")
            return invoice.id

    def _pay(self, invoice_id: int) -> None:
        with self._session() as session, session.begin():
            invoice = session.get_one(Invoice, invoice_id, with_for_update=True)
            payment = Payment(method="bank", amount=invoice.open, at=_NOW)
            session.add(payment)
            session.flush()
            session.add(Allocation(payment_id=payment.id, invoice_id=invoice_id, amount=invoice.open))
            self._book(session, "payment", payment.id, [("1000", invoice.open), ("1100", -invoice.open)])
            invoice.open = 0
            invoice.state = "paid"
            session.get_one(Order, invoice.order_id).state = "done"
            self._note(session, "invoice", invoice_id, "paid")

    def check(self) -> int:
        """The ledger balances; how many orders are done."""
        with self._session() as session:
            assert session.scalar(select(func.sum(Entry.amount))) == 0
            done = session.scalar(select(func.count()).select_from(Order).where(Order.state == "done"))
        return int(done or 0)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
