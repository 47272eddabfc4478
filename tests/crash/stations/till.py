"""A till with books of its own, as a process: sells, takes back, voids, moves cash, closes its shift."""

from __future__ import annotations

import random
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, TypeVar

from sqlalchemy import select

from app.db.errors import DatabaseError
from app.kernel.events import EventBus
from app.kernel.ids import use_lane
from app.kernel.refusal import CommitUnknownError, Refusal
from app.payments.customers import PaymentDraft, receive_payment
from app.payments.states import PaymentMethod
from app.runtime.run import Runtime
from app.stations.drain import Drainer
from app.stations.outbox import accept_clock, allow_close, count_unsent, get_self, list_unsent
from app.stations.refusals import ClockJumpedError, ClockWentBackError, NeedsServerError, UnsentDocumentsError
from app.stations.runtime import StationRuntime
from app.till.back import Back
from app.till.cart import Cart, CartCustomer
from app.till.operations.carts import recover_carts, save_cart, void_sale
from app.till.operations.cash import move_cash
from app.till.operations.shifts import Counted, close_shift, open_shift, resume_selling, save_count
from app.till.queries import find_open_shift
from app.till.returnable import get_returnable, line_back
from app.till.rules import price_cart
from app.till.shift_report import shift_report
from app.till.states import CashMovementKind, ShiftStatus
from app.till.tables import sale
from tests.crash.stations.door import LossyDoor
from tests.crash.stations.history import read
from tests.crash.stations.place import Place, open_factory
from tests.crash.stations.worker import GIFT_CARDS, PATIENCE, NeverSettledError, Worker, new_token

SKUS: Final = ["COFFEE", "MILK", "STAMP", "WRAP"]
_FLOAT: Final = 20_000
R = TypeVar("R")


class Till(Worker):
    """One life of a till."""

    def __init__(self, place: Place, number: int, seed: int) -> None:
        server = Runtime(open_factory(place.urls[number], place, number))
        chance = random.Random(seed + 1)  # noqa: S311 - a test's choice
        self.door = LossyDoor(server, chance, place.trouble, place.variant)
        self.station = StationRuntime(
            open_factory(f"sqlite:///{place.file(number)}", place, number), server=lambda: self.door
        )
        use_lane(self.station.ask(get_self).lane)
        super().__init__(place, number, seed, self.station)
        self.drainer = Drainer(
            self.station, lambda: self.door, bus=EventBus(on_error=lambda _event, error: _throw(error))
        )
        self.station.before_server = self.drainer.send
        self.station.is_away = lambda: self.drainer.is_away
        self._ended = threading.Event()

    # --- sending, on a thread of its own as the lane is ---

    def drain(self) -> None:
        """Until the till ends; the server's connections are given back then."""
        while not self._ended.is_set():
            link = self.drainer.round()
            if link.why and link.reached:
                self.history.unknown("drain", link.why)
            self._ended.wait(0.1 if link.reached else 0.4)
        self.door.factory.close_thread()
        self.station.factory.close_thread()

    # --- a life ---

    def live(self) -> None:
        """From the start to the end of the day."""
        self.history.count("lives")
        self.recover()
        thread = threading.Thread(target=self.drain)
        thread.start()
        try:
            while not self.place.is_over:
                self.step()
                self.think()
            self.finish()
        finally:
            self._ended.set()
            thread.join()
            self.door.factory.dispose()
            self.station.factory.dispose()

    def recover(self) -> None:
        """What the last life did not live to hear is looked up by its UUID, never guessed."""
        for one in read(self.place.history(self.number)).pending():
            if one.kind in {"sale", "refund"}:
                self.look_up(one.token)
        till_id = self.place.till_ids[self.code]
        for left in self.station.run(recover_carts, actor=self.actor(), till_id=till_id):
            shift = self.open_if_closed()
            self.station.run(
                void_sale, actor=self.actor(), cart=left.cart, total_minor=0, reason="left", shift_id=shift
            )

    def look_up(self, token: str) -> None:
        """Whether a sale is booked."""
        with self.station.factory.read() as connection:
            row = connection.execute(
                select(sale.c.number, sale.c.gross_minor).where(sale.c.uuid == token)
            ).one_or_none()
        if row is None:
            self.history.gone(token)
        else:
            self.history.done(token, number=row.number, gross=abs(row.gross_minor))

    def step(self) -> None:
        """One thing that people do at a till."""
        shift = self.open_if_closed()
        (todo,) = self.chance.choices(
            [
                self.sale, self.refund, self.void, self.double, self.cash, self.close, self.at_the_server,
                self.on_account, self.by_gift_card,
            ],
            [60, 10, 8, 3, 5, 2, 3, 5, 4],
        )  # fmt: skip
        todo(shift)

    def here(self, token: str, do: Callable[[], dict[str, Any]]) -> None:
        """Something that is done in this till's own books: never unknown but at a COMMIT that fails."""
        try:
            told = self.by_the_clock(do)
        except CommitUnknownError:
            self.look_up(token)
        except Refusal as error:
            self.history.refused(token, f"{type(error).__name__}: {error}")
        else:
            self.history.done(token, **told)

    def open_if_closed(self) -> int:
        """The open shift; a new one where there is none, and one that was being counted sells again."""
        there = self.station.ask(find_open_shift, till_id=self.place.till_ids[self.code])
        if there is None:
            counts = [Counted("cash", _FLOAT)]
            return self.by_the_clock(
                lambda: self.station.run(
                    open_shift, actor=self.actor(), context=self.context(), counts=counts
                )
            )
        if there.status != ShiftStatus.OPEN.value:
            self.by_the_clock(
                lambda: self.station.run(
                    resume_selling, actor=self.actor(), context=self.context(), shift_id=there.id
                )
            )
        return there.id

    def by_the_clock(self, do: Callable[[], R]) -> R:
        """Where the clock is in the way a manager says that it is right."""
        while True:
            try:
                return do()
            except (ClockWentBackError, ClockJumpedError):
                self.history.count("clock noticed")
                self.station.run(accept_clock, actor=self.actor())

    # --- what is done ---

    def book(self, kind: str, cart: Cart, shift: int, *tenders: tuple[str, int, str]) -> None:
        """A sale or a return, acknowledged after it was booked."""
        self.set_out(kind, cart)
        if self.place.variant == "told before it is booked" and self.chance.random() < 0.3:
            self.history.done(cart.uuid, number="T01-000001", gross=1)
            return  # the power goes here

        def do() -> dict[str, Any]:
            done = self.sell(cart, shift, *tenders)
            return {"number": done.number, "gross": abs(done.gross_minor)}

        self.here(cart.uuid, do)

    def sale(self, shift: int) -> None:
        """Goods for cash."""
        cart = self.cart(SKUS)
        if self.chance.random() < 0.3:
            total = price_cart(cart, self.context().price_settings).gross_minor
            self.station.run(
                save_cart, actor=self.actor(), till_id=self.place.till_ids[self.code], cart=cart,
                total_minor=total,
            )  # fmt: skip
        self.book("sale", cart, shift)

    def on_account(self, shift: int) -> None:
        """Put on a customer's account: by the server where it answers, else up to a cap."""
        name = "Unlimited Ltd"
        customer = CartCustomer(self.place.parties[name], name)
        self.book("sale", replace(self.cart(SKUS), customer=customer), shift, ("account", 0, ""))

    def by_gift_card(self, shift: int) -> None:
        """A gift card pays, which the server keeps for this till first; all want the same few."""
        try:
            with self.door.factory.read() as connection:
                found = connection.execute(GIFT_CARDS).scalars().all()
        except DatabaseError:
            return
        if found:
            stamp = Cart().add(
                self.place.items["STAMP"], cashier_id=self.place.users["manager"], quantity_milli=1000
            )
            self.book("sale", stamp, shift, ("gift_card", 0, self.chance.choice(found)))

    def double(self, shift: int) -> None:
        """A double click on Pay."""
        cart = self.cart(SKUS)
        self.set_out("sale", cart)
        answers: list[tuple[str, int]] = []

        def click() -> None:
            try:
                done = self.sell(cart, shift)
                answers.append((done.number, abs(done.gross_minor)))
            except (ClockWentBackError, ClockJumpedError):
                pass
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault
                self.history.fault(f"a double click: {type(error).__name__}: {error}")

        self.twice_at_once(click)
        if len(set(answers)) > 1:
            self.history.fault(f"a double click was answered {answers}")
        self.look_up(cart.uuid)

    def refund(self, shift: int) -> None:
        """A piece of one of the last receipts comes back."""
        with self.station.factory.read() as connection:
            ids = connection.execute(
                select(sale.c.id).where(sale.c.kind == "sale").order_by(sale.c.id.desc()).limit(20)
            ).scalars()
            sale_id = self.chance.choice([*ids, 0])
        if not sale_id:
            return
        found = self.station.ask(get_returnable, sale_id=sale_id)
        for line in found.lines:
            if line.receipt.left_milli >= 1000:
                back = line_back(
                    line, 1000, cashier_id=self.place.users["manager"], back=Back("Does not fit")
                )
                self.book("refund", Cart().put(back), shift)
                return

    def void(self, shift: int) -> None:
        """A customer walks away."""
        cart = self.cart(SKUS)
        self.set_out("void", cart)
        total = price_cart(cart, self.context().price_settings).gross_minor

        def do() -> dict[str, Any]:
            self.station.run(
                void_sale, actor=self.actor(), cart=cart, total_minor=total, reason=cart.uuid, shift_id=shift
            )
            return {}

        self.here(cart.uuid, do)

    def cash(self, shift: int) -> None:
        """Small change is brought, or a bill paid out; the reason is the token."""
        token = new_token()
        kind = self.chance.choice([CashMovementKind.PAY_IN, CashMovementKind.PAY_OUT])
        self.history.set_out(token, "cash", kind=kind.value)

        def do() -> dict[str, Any]:
            number = self.station.run(
                move_cash, actor=self.actor(), context=self.context(), shift_id=shift, kind=kind,
                amount_minor=100 * self.chance.randint(1, 9), reason=token,
            )  # fmt: skip
            return {"number": number}

        self.here(token, do)

    def at_the_server(self, _shift: int) -> None:
        """A customer pays a bill: the whole shop's, so only with the server."""
        token = new_token()
        self.history.set_out(token, "payment")
        party = self.place.parties["Unlimited Ltd"]
        draft = PaymentDraft(party, 100, PaymentMethod.BANK, reference=token)
        try:
            done = self.station.run(receive_payment, actor=self.actor(), uuid=token, draft=draft)
        except NeedsServerError as error:
            self.history.refused(token, str(error))
        except CommitUnknownError as error:
            self.history.unknown(token, str(error))
        except Refusal as error:
            self.history.fault(f"a payment at {self.code}: {type(error).__name__}: {error}")
        else:
            self.history.done(token, number=done.number)

    def close(self, shift: int) -> None:
        """Count and close; where documents are unsent with a manager's word."""
        try:
            self.count(shift)
            self.close_counted(shift)
        except UnsentDocumentsError:
            self.station.run(allow_close, actor=self.actor())
            self.history.count("closed with unsent documents")
            self.count(shift)
            self.close_counted(shift)

    def count(self, shift: int) -> None:
        """What is in the drawer is what is expected."""
        context = self.context()
        expected = self.station.ask(shift_report, shift_id=shift).expected_cash_minor
        others = [t.code for t in context.tenders if t.counted and t.code != "cash"]
        counts = [Counted("cash", expected), *(Counted(code, 0) for code in others)]
        self.by_the_clock(
            lambda: self.station.run(
                save_count, actor=self.actor(), context=context, shift_id=shift, counts=counts
            )
        )

    def close_counted(self, shift: int) -> None:
        """The Z; the float stays in the drawer."""
        left = min(_FLOAT, self.station.ask(shift_report, shift_id=shift).expected_cash_minor)
        self.by_the_clock(
            lambda: self.station.run(
                close_shift, actor=self.actor(), context=self.context(), shift_id=shift, explanation="",
                next_float_minor=left,
            )
        )  # fmt: skip
        self.history.count("closed")

    # --- the end of the day ---

    def finish(self) -> None:
        """All is sent, the shift is closed, that is sent too, and the last changes come down."""
        self.door.heal()
        if self.shift() is not None:
            self.close(self.open_if_closed())
        self.wait_until_sent()
        while not self.drainer.round().reached:  # what changed at the last moment comes down
            time.sleep(0.1)
        for what, times in self.door.counts.items():
            for _ in range(times):
                self.history.count(what)

    def wait_until_sent(self) -> None:
        """Until nothing is unsent here, and the others are done too; raises where it does not get on."""
        end, left = time.monotonic() + PATIENCE, self.station.ask(count_unsent)
        while left or not self.drainer.link.reached or not self.place.board.all_settled:
            if not left:
                self.place.board.settle(self.number)
            if time.monotonic() > end:
                raise NeverSettledError(self.drainer.link.why, self.station.ask(list_unsent, limit=3))
            time.sleep(0.1)
            before, left = left, self.station.ask(count_unsent)
            if left != before or not left:  # it goes on; or it waits for the others
                end = time.monotonic() + PATIENCE


def _throw(error: Exception) -> None:
    raise error


def run(place: Place, number: int, seed: int) -> None:
    """A life in a process of its own."""
    try:
        Till(place, number, seed).live()
    except BaseException:
        traceback.print_exc(file=sys.stderr)
        raise
