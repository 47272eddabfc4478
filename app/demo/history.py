"""Some weeks of trade in the demo shop, through the same operations as the screens use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, update

from app.access.queries import get_actor
from app.catalog.states import ProductKind
from app.catalog.tables import category, product
from app.db.unit_of_work import UnitOfWork, UnitOfWorkFactory
from app.demo.baskets import Shelf, make_cart, moments, notes_for, trading_days, visits, with_discount
from app.demo.operations import TILLS, DemoShop, DemoUser
from app.inventory.operations import SUPPLIERS, adjust_stock
from app.inventory.queries import location_id
from app.inventory.rules import value_of
from app.inventory.tables import stock_level
from app.kernel.permission import SYSTEM_ACTOR, Actor, Permission, permitted
from app.kernel.quantity import ONE
from app.organisation.queries import get_till
from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.till.back import Back
from app.till.cart import Cart, CartCustomer, Sellable
from app.till.context import TillContext, load_context
from app.till.lookup import sellable_by_product
from app.till.operations.cash import move_cash
from app.till.operations.sales import complete_sale
from app.till.operations.shifts import Counted, close_shift, open_shift, save_count
from app.till.returnable import get_returnable, line_back
from app.till.rules import price_cart
from app.till.shift_report import expected_by_tender
from app.till.states import CashMovementKind
from app.till.tender import Tendering

SEED: Final = 20_260_302
DAYS: Final = 60
BUSYNESS: Final = 44.0
_OPENS: Final = time(6, 40)
_CLOSES: Final = time(19, 15)
_LOW: Final = 12 * ONE
_FILL: Final = 48 * ONE
_LEFT: Final = 15_000
_FAVOURITE: Final = 3
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class History:
    """What was traded."""

    days: int
    sales: int
    gross_minor: int


@dataclass(slots=True)
class _Shift:
    """One till's day while it is being played."""

    id: int
    context: TillContext
    actor: Actor
    supervisor: Actor
    cash_sale_id: int = 0  # the last sale in cash, of which something may come back


def read_shelf(connection: Connection, *, price_list_id: int, place: int, on: date) -> Shelf:
    """The goods as the till finds them, with their multi-packs."""
    keys = {c.position: key for c, key in zip(
        connection.execute(select(category).order_by(category.c.position)).all(),
        ("coffee", "bakery", "fruit", "dairy", "drinks", "pantry", "household", "gifts"), strict=True,
    )}  # fmt: skip
    where = {"price_list_id": price_list_id, "location_id": place, "on": on}
    items: dict[str, list[Sellable]] = {key: [] for key in keys.values()}
    weights: dict[str, list[int]] = {key: [] for key in keys.values()}
    rows = connection.execute(
        select(product.c.id, product.c.tile_position, category.c.position)
        .join_from(product, category, category.c.id == product.c.category_id)
        .where(
            product.c.kind.not_in([ProductKind.KIT, ProductKind.TEMPLATE]), product.c.template_id.is_(None)
        )
        .order_by(product.c.sku)
    ).all()
    for row in rows:
        found = sellable_by_product(connection, product_id=row.id, **where)  # type: ignore[arg-type]
        if found is not None:
            items[keys[row.position]].append(found)
            weights[keys[row.position]].append(_FAVOURITE if row.tile_position else 1)
    return Shelf(items, weights)


class Trader:
    """Plays days, a shift of a till in one transaction."""

    def __init__(self, factory: UnitOfWorkFactory, shop: DemoShop, *, seed: int = SEED) -> None:
        self._factory = factory
        self._shop = shop
        self._rng = Random(seed)  # noqa: S311 - the same shop each time is what is wanted
        self._users = {user.role: user for user in shop.users}
        with factory.read() as connection:
            self._company = load_context(connection, till_code=TILLS[0], now=factory.clock()).company
            till = get_till(connection, code=TILLS[0])
            self._place = location_id(connection, code="SHOP")
            self._shelf = read_shelf(
                connection, price_list_id=till.price_list_id, place=self._place,
                on=self._company.day_of(factory.clock()),
            )  # fmt: skip

    def trade(self, *, days: int, busyness: float, on_progress: Progress) -> History:
        """Play the days up to yesterday."""
        today = self._company.day_of(self._factory.clock())
        all_days = trading_days(today, days)
        sales, gross = 0, 0
        for done, day in enumerate(all_days):
            on_progress(done, len(all_days), day.isoformat())
            for more in self._day(day, busyness):
                sales += 1
                gross += more
        with self._factory.begin(actor=SYSTEM_ACTOR) as uow:
            settle_history(uow)
        on_progress(len(all_days), len(all_days), "")
        return History(len(all_days), sales, gross)

    def _day(self, day: date, busyness: float) -> Iterator[int]:
        count = visits(self._rng, day, busyness)
        busy = day.weekday() >= 4  # noqa: PLR2004 - Friday and Saturday need the second till
        second = count // 3 if busy else 0
        if day.weekday() == 0:
            self._deliver(day)
        for till, visitors in zip(TILLS, (count - second, second), strict=True):
            if visitors:
                yield from self._shift(day, till, visitors)

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, ZoneInfo(self._company.time_zone)).astimezone(UTC)

    def _actor(self, connection: Connection, role: str, context: TillContext) -> Actor:
        user: DemoUser = self._users[role]
        return get_actor(connection, user_id=user.id, station=context.till.code, till_id=context.till.id)

    def _shift(self, day: date, till: str, visitors: int) -> list[int]:
        opened = self._at(day, _OPENS)
        with self._factory.begin(actor=SYSTEM_ACTOR) as uow:
            uow.now = opened
            context = load_context(uow.connection, till_code=till, now=opened)
            cashier = self._actor(uow.connection, "cashier", context)
            uow.actor = cashier
            shift_id = open_shift(uow, context=context, counts=[Counted("cash", _LEFT)])
            shift = _Shift(shift_id, context, cashier, self._actor(uow.connection, "supervisor", context))
            taken = [
                self._visit(uow, shift, moment)
                for moment in moments(self._rng, day, visitors, self._company.time_zone)
            ]
            self._movements(uow, shift, day)
            self._close(uow, shift, self._at(day, _CLOSES))
            # nobody listens to what happened weeks ago
            uow.events.clear()
        return taken

    def _visit(self, uow: UnitOfWork, shift: _Shift, moment: datetime) -> int:
        uow.now, uow.actor = moment, shift.actor
        hour = moment.astimezone(ZoneInfo(self._company.time_zone)).hour
        cart = make_cart(self._rng, self._shelf, hour=hour, cashier_id=shift.actor.user_id)
        chance = self._rng.random()
        if chance < 0.008:  # noqa: PLR2004 - goods brought back
            return self._take_back(uow, shift)
        cart = with_discount(self._rng, cart)
        if chance > 0.985:  # noqa: PLR2004 - on account
            uow.actor = shift.supervisor
            name = "Kindergarten Lindenhof"
            cart = cart.set_customer(CartCustomer(self._shop.customers[name], name, "C0001"))
            return self._sell(uow, shift, cart, "account")
        return self._sell(uow, shift, cart, "card" if chance > 0.57 else "cash")  # noqa: PLR2004

    def _take_back(self, uow: UnitOfWork, shift: _Shift) -> int:
        """The first goods of the last sale in cash come back; nothing while there is none."""
        if not shift.cash_sale_id:
            return 0
        found = get_returnable(uow.connection, sale_id=shift.cash_sale_id).lines[0]
        shift.cash_sale_id = 0
        german = self._company.language == "de"
        back = line_back(
            found, found.receipt.left_milli, cashier_id=shift.actor.user_id,
            back=Back("Gefällt nicht" if german else "Changed his mind"),
        )  # fmt: skip
        uow.actor = shift.supervisor
        return self._sell(uow, shift, Cart().put(back), "cash")

    def _sell(self, uow: UnitOfWork, shift: _Shift, cart: Cart, tender: str) -> int:
        due = price_cart(cart, shift.context.price_settings).gross_minor
        company = shift.context.company
        paying = Tendering(due, company.currency, company.cash_rounding_minor)
        given = abs(paying.cash_due_minor) if tender == "cash" else abs(due)
        if tender == "cash" and due > 0:
            given = notes_for(self._rng, given)
        paying = paying.add(tender, tender, given, party_id=cart.customer.party_id if cart.customer else None)
        done = complete_sale(
            uow, context=shift.context, shift_id=shift.id, cart=cart, tenders=paying.tenders,
            rounding_minor=paying.rounding_minor,
        )  # fmt: skip
        if tender == "cash" and due > 0:
            shift.cash_sale_id = done.sale_id
        return done.gross_minor

    def _movements(self, uow: UnitOfWork, shift: _Shift, day: date) -> None:
        """Now and then something is bought out of the drawer; much cash goes to the safe."""
        uow.actor = shift.actor
        german = self._company.language == "de"
        expected = expected_by_tender(uow.connection, shift_id=shift.id)["cash"]
        if day.weekday() == 2 and expected > 2_000:  # noqa: PLR2004
            self._move(uow, shift, CashMovementKind.PAY_OUT, 1_290, "Blumen" if german else "Flowers")
        if expected > shift.context.till.drawer_limit_minor:
            self._move(
                uow, shift, CashMovementKind.SAFE_DROP, 40_000, "Abschöpfung" if german else "Safe drop"
            )

    def _move(
        self, uow: UnitOfWork, shift: _Shift, kind: CashMovementKind, amount_minor: int, reason: str
    ) -> None:
        move_cash(
            uow, context=shift.context, shift_id=shift.id, kind=kind, amount_minor=amount_minor, reason=reason
        )

    def _close(self, uow: UnitOfWork, shift: _Shift, moment: datetime) -> None:
        uow.now, uow.actor = moment, shift.actor
        expected = expected_by_tender(uow.connection, shift_id=shift.id)
        wrong = self._rng.choice((0, 0, 0, 0, 0, -10, -50, 20, 100, -200))
        counts = [Counted("cash", expected["cash"] + wrong), Counted("card", expected.get("card", 0))]
        save_count(uow, context=shift.context, shift_id=shift.id, counts=counts)
        why = ("Verzählt" if self._company.language == "de" else "Miscounted") if wrong else ""
        close_shift(
            uow, context=shift.context, shift_id=shift.id, explanation=why,
            next_float_minor=min(_LEFT, expected["cash"] + wrong),
        )  # fmt: skip

    def _deliver(self, day: date) -> None:
        """On Mondays what has run low comes in."""
        with self._factory.begin(actor=SYSTEM_ACTOR) as uow:
            uow.now = self._at(day, time(6, 0))
            low = uow.connection.execute(
                select(stock_level)
                .where(stock_level.c.location_id == self._place, stock_level.c.on_hand_milli < _LOW)
                .order_by(stock_level.c.product_id)
            ).all()
            for row in low:
                quantity = _FILL - row.on_hand_milli
                adjust_stock(
                    uow, product_id=row.product_id, location_id=self._place, quantity_milli=quantity,
                    reason="Lieferung" if self._company.language == "de" else "Delivery", business_date=day,
                    cost_minor=value_of(quantity, row.unit_cost_micro), source=SUPPLIERS,
                )  # fmt: skip


@permitted(Permission.SYSTEM)
def settle_history(uow: UnitOfWork) -> None:
    """The receipts of the past were printed long ago: nothing of it waits in the queue."""
    uow.connection.execute(
        update(print_job).where(print_job.c.status == PrintStatus.QUEUED.value),
        {"status": PrintStatus.PRINTED.value, "attempts": 1},
    )


def make_history(
    factory: UnitOfWorkFactory, shop: DemoShop, *, days: int = DAYS, busyness: float = BUSYNESS,
    seed: int = SEED, on_progress: Progress = lambda _done, _all, _what: None,
) -> History:  # fmt: skip
    """Trade in a fresh demo shop for so many days, up to yesterday."""
    return Trader(factory, shop, seed=seed).trade(days=days, busyness=busyness, on_progress=on_progress)
