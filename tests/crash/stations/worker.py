"""What tills and office stations have in common: carts, questions whose answer is not known, their end."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import select

from app.access.queries import get_actor
from app.db.errors import DatabaseError, DuplicateError
from app.kernel.permission import Actor
from app.kernel.refusal import CommitUnknownError, Refusal
from app.runtime.run import Runtime
from app.till.cart import Cart
from app.till.cart_json import cart_to_json
from app.till.context import TillContext, load_context
from app.till.operations.sales import CompletedSale, complete_sale
from app.till.queries import find_open_shift
from app.till.rules import price_cart
from app.till.tender import Tendering
from app.vouchers.tables import voucher
from tests.crash.stations.history import History
from tests.crash.stations.place import Place

GIFT_CARDS: Final = (
    select(voucher.c.code).where(voucher.c.balance_minor > 0).order_by(voucher.c.id).limit(2)
)  # that everybody wants to pay with
PATIENCE: Final = 60.0  # seconds in which a healed shop must have got on
LONGEST: Final = 900.0  # seconds in which it must have settled everything


class NeverSettledError(Exception):
    """The shop was healed, and this did not come to its end all the same."""


class Worker:
    """A person at a station.

    Args:
        place: the shop.
        number: which station.
        seed: of what is done.
        runtime: the station's door.
    """

    def __init__(self, place: Place, number: int, seed: int, runtime: Runtime) -> None:
        self.place = place
        self.number = number
        self.code = place.codes[number]
        self.runtime = runtime
        self.chance = random.Random(seed)  # noqa: S311 - a test's choice
        self.history = History(place.history(number))
        self.over_at = 0.0

    # --- who and where, read again at each life ---

    def actor(self, name: str = "manager") -> Actor:
        """Somebody signed in here."""
        return self.runtime.ask(
            get_actor, user_id=self.place.users[name], station=self.code,
            till_id=self.place.till_ids[self.code],
        )  # fmt: skip

    def context(self) -> TillContext:
        """Prices and tenders as they are now."""
        return self.runtime.ask(load_context, till_code=self.code, now=self.runtime.factory.clock())

    def shift(self) -> int | None:
        """The open shift."""
        found = self.runtime.ask(find_open_shift, till_id=self.place.till_ids[self.code])
        return None if found is None else found.id

    # --- selling ---

    def cart(self, skus: list[str]) -> Cart:
        """One to three lines."""
        cart = Cart()
        for _ in range(self.chance.randint(1, 3)):
            item = self.place.items[self.chance.choice(skus)]
            quantity = self.chance.choice([1000, 1000, 2000])
            cart = cart.add(item, cashier_id=self.place.users["manager"], quantity_milli=quantity)
        return cart

    def sell(self, cart: Cart, shift: int, *tenders: tuple[str, int, str]) -> CompletedSale:
        """Book it; paid by (tender, size, reference), in cash without any."""
        context = self.context()
        paying = Tendering(price_cart(cart, context.price_settings).gross_minor, "EUR", 1)
        for code, amount, reference in tenders or (("cash", abs(paying.cash_due_minor), ""),):
            party = cart.customer.party_id if cart.customer and code == "account" else None
            paying = paying.add(
                code, code, amount or abs(paying.due_minor), reference=reference, party_id=party
            )
        return self.runtime.run(
            complete_sale, actor=self.actor(), context=context, shift_id=shift, cart=cart,
            tenders=paying.tenders, rounding_minor=paying.rounding_minor,
        )  # fmt: skip

    def set_out(self, kind: str, cart: Cart, **detail: Any) -> None:
        """About to book a cart."""
        self.history.set_out(cart.uuid, kind, cart=cart_to_json(cart), **detail)

    # --- answers ---

    def settled(self, token: str, ask: Callable[[], dict[str, Any]]) -> bool:
        """Ask until there is an answer, with the same token; whether it was yes."""
        while True:
            try:
                told = ask()
            except (DatabaseError, CommitUnknownError) as error:
                self.history.unknown(token, str(error))
                self.note_deadlock(error)
                self.rest_or_fail(f"{token}: {error}")
            except DuplicateError as error:
                self.history.fault(f"only a constraint stopped {token}: {error}")
                self.history.refused(token, str(error))
                return False
            except Refusal as error:
                self.history.refused(token, f"{type(error).__name__}: {error}")
                return False
            else:
                self.history.done(token, **told)
                return True

    def note_deadlock(self, error: Exception) -> None:
        """A person must never see one."""
        if "deadlock" in str(error).lower():
            self.history.fault(f"a deadlock reached a person: {error}")

    def rest_or_fail(self, what: str) -> None:
        """Wait a moment before the next try; raises NeverSettledError long after all was healed."""
        if self.place.is_over:
            self.over_at = self.over_at or time.monotonic()
            if time.monotonic() - self.over_at > PATIENCE:
                raise NeverSettledError(what)
        time.sleep(0.2)

    def twice_at_once(self, one: Callable[[], None]) -> None:
        """A double click: the same from two threads at the same moment."""
        start = threading.Barrier(2)

        def click() -> None:
            start.wait()
            try:
                one()
            finally:
                self.runtime.factory.close_thread()

        threads = [threading.Thread(target=click) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def think(self) -> None:
        """Until the next thing is done."""
        time.sleep(self.chance.expovariate(1 / self.place.think_seconds))


def new_token() -> str:
    """Under which a thing is sent."""
    return str(uuid4())
