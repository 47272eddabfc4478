"""Sales of six lines: made in advance, rung up by the program, replayed by the sqlite module alone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine, event, select

from app.access.queries import get_actor
from app.access.tables import user_account
from app.db.engine import PRAGMAS, create_app_engine
from app.kernel.permission import Actor
from app.organisation.tables import till
from app.runtime.run import Runtime
from app.till.cart import Cart, Sellable
from app.till.context import TillContext, load_context
from app.till.lookup import sellable_by_product
from app.till.operations.carts import begin_tendering
from app.till.operations.sales import CompletedSale, complete_sale
from app.till.operations.shifts import Counted, open_shift
from app.till.queries import find_open_shift
from app.till.rules import price_cart
from app.till.tender import Tender, Tendering
from bench import data

LINES: Final = 6
_WRITES: Final = frozenset({"INSERT", "UPDATE", "DELETE"})
Statement = tuple[str, Any, bool]  # SQL, parameters, whether they are many


@dataclass(frozen=True, slots=True)
class Ready:
    """A cart and how it is paid."""

    cart: Cart
    tenders: tuple[Tender, ...]
    rounding_minor: int
    total_minor: int


class Seller:
    """A cashier signed in at a till, with an open shift.

    Args:
        runtime: the till's door.
        code: of the till.
        selling: whether a shift is opened where none is.
    """

    def __init__(self, runtime: Runtime, code: str = "T01", *, selling: bool = True) -> None:
        self.runtime = runtime
        self.factory = runtime.factory
        self.context: TillContext = runtime.ask(load_context, till_code=code, now=self.factory.clock())
        self.actor: Actor = runtime.ask(_cashier, code=code)
        self.shift_id = self._shift() if selling else 0

    def _shift(self) -> int:
        found = self.runtime.ask(find_open_shift, till_id=self.context.till.id)
        if found is not None:
            return int(found.id)
        return self.runtime.run(
            open_shift, actor=self.actor, context=self.context, counts=[Counted("cash", 20000)]
        )

    def items(self, count: int, products: int, seed: int = 1) -> list[Sellable]:
        """Some of the products, as a scan finds them."""
        chosen = random.Random(seed)  # noqa: S311 - no secret
        place: dict[str, Any] = {
            "price_list_id": self.context.till.price_list_id,
            "location_id": self.context.stock_location_id,
            "on": self.context.on,
        }
        found = [
            self.runtime.ask(sellable_by_product, product_id=data.PRODUCT_BASE + n, **place)
            for n in sorted(chosen.sample(range(products), min(count, products)))
        ]
        return [item for item in found if item is not None]

    def ready(self, items: Sequence[Sellable], count: int, seed: int = 1) -> list[Ready]:
        """So many carts of six lines; seven of ten are paid in cash, with change."""
        chosen = random.Random(seed)  # noqa: S311 - no secret
        return [self._ready(chosen.sample(items, LINES), chosen) for _ in range(count)]

    def _ready(self, items: Sequence[Sellable], chosen: random.Random) -> Ready:
        cart = Cart()
        for item in items:
            quantity = chosen.choice((1000, 1000, 1000, 2000, 3000))
            cart = cart.add(item, cashier_id=self.actor.user_id, quantity_milli=quantity)
        total = price_cart(cart, self.context.price_settings).gross_minor
        paying = Tendering(total, self.context.company.currency, self.context.company.cash_rounding_minor)
        if chosen.random() < 0.7:
            paying = paying.add("cash", "cash", -(-total // 500) * 500)
        else:
            paying = paying.add("card", "card", total)
        return Ready(cart, paying.tenders, paying.rounding_minor, total)

    def begin(self, ready: Ready) -> None:
        """The commit before the payment, that is not part of the sale; the pay page shows what it costs."""
        price_cart(ready.cart, self.context.price_settings)
        self.runtime.run(
            begin_tendering, actor=self.actor, till_id=self.context.till.id, cart=ready.cart,
            total_minor=ready.total_minor,
        )  # fmt: skip

    def complete(self, ready: Ready) -> CompletedSale:
        """The sale."""
        return self.runtime.run(
            complete_sale, actor=self.actor, context=self.context, shift_id=self.shift_id, cart=ready.cart,
            tenders=ready.tenders, rounding_minor=ready.rounding_minor,
        )  # fmt: skip

    def close(self) -> None:
        """Let go of the database."""
        self.factory.dispose()


class TillAtWork(Seller):
    """Till T01 of a shop file."""

    def __init__(self, path: Path, *, recording: bool = False, selling: bool = True) -> None:
        engine = create_app_engine(f"sqlite:///{path}")
        self.bus = data.new_bus()
        self.recorder = Recorder(engine) if recording else None
        super().__init__(Runtime(data.open_factory(path, engine=engine, bus=self.bus)), selling=selling)


def _cashier(connection: Any, *, code: str) -> Actor:
    user_id = connection.execute(
        select(user_account.c.id).where(user_account.c.name == "cashier")
    ).scalar_one()
    till_id = connection.execute(select(till.c.id).where(till.c.code == code)).scalar_one()
    return get_actor(connection, user_id=user_id, station=code, till_id=till_id)


class Recorder:
    """Takes down what an engine tells the driver."""

    def __init__(self, engine: Engine) -> None:
        self._statements: list[Statement] = []
        event.listen(engine, "do_connect", self._connect)

    def _connect(self, _dialect: Any, _record: Any, _arguments: Any, named: dict[str, Any]) -> None:
        keep = self._keep

        class Cursor(sqlite.Cursor):  # type: ignore[misc]
            def execute(self, statement: str, parameters: Any = ()) -> Any:
                keep(statement, parameters, many=False)
                return super().execute(statement, parameters)

            def executemany(self, statement: str, parameters: Any) -> Any:
                keep(statement, parameters, many=True)
                return super().executemany(statement, parameters)

        class Connection(sqlite.Connection):  # type: ignore[misc]
            def cursor(self, factory: Any = Cursor) -> Any:
                return super().cursor(factory)

        named["factory"] = Connection

    def _keep(self, statement: str, parameters: Any, *, many: bool) -> None:
        self._statements.append((statement, parameters, many))

    def take(self) -> list[Statement]:
        """What was told since the last time."""
        taken, self._statements = self._statements, []
        return taken

    def take_writes(self) -> list[Statement]:
        """What was written since the last time."""
        return [told for told in self.take() if told[0].split(maxsplit=1)[0].upper() in _WRITES]


class RawTill:
    """Writes recorded statements by the sqlite module: the limit."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite.connect(str(path), isolation_level=None)
        for name, (setting, _expected) in PRAGMAS.items():
            self.connection.execute(f"PRAGMA {name}={setting}").fetchall()

    def write(self, statements: Sequence[Statement]) -> None:
        """One transaction of them."""
        cursor = self.connection.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        for statement, parameters, many in statements:
            if many:
                cursor.executemany(statement, parameters)
            else:
                cursor.execute(statement, parameters)
                if cursor.description:
                    cursor.fetchall()
        cursor.execute("COMMIT")
        cursor.close()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()
