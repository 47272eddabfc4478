"""Sales paid by card at a terminal that fails at random: what it has is what is booked, and what is open.

More examples by TAKINGS_EXAMPLES (a twelfth of them, as each sells for real).
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.devices.ports import CardOutcome, CardResult
from app.kernel.events import EventBus
from app.payments.operations import open_cards, open_intent, record_intent_result
from app.payments.tables import payment
from drivers.terminal.zvt.terminal import ZvtTerminal
from tests.conftest import SteadyClock
from tests.factories.shop import Shop, make_shop
from tests.support.zvt.machine import Fault, Machine
from tests.support.zvt.wire import MemoryWire

FAULTS = [f for f in Fault if f not in {Fault.WAITS, Fault.LATE_APPROVAL, Fault.WRONG_AMOUNT}]
EXAMPLES = int(os.environ.get("TAKINGS_EXAMPLES", "250")) // 12
STEPS = st.lists(
    st.tuples(st.sampled_from(FAULTS), st.sampled_from(["COFFEE", "MILK"]), st.booleans(), st.booleans()),
    min_size=1, max_size=5,
)  # fmt: skip


class Counter:
    """A till with a terminal of its own."""

    def __init__(self, shop: Shop, clock: SteadyClock, shift_id: int) -> None:
        self.shop, self.shift_id = shop, shift_id
        self.machine = Machine(now=clock)
        wire = MemoryWire(self.machine)
        self.terminal = ZvtTerminal(wire, clock=clock, ticks=wire.ticks, pause=wire.pause)

    def sell(self, sku: str, fault: Fault, *, repeats: bool, looks: bool) -> None:
        """A sale by card as the till does it; where nobody knows, a person may look at the terminal."""
        shop, cart = self.shop, self.shop.cart(sku)
        amount, before = shop.total(cart), self.machine.total()
        self.machine.faults, self.machine.repeats_status = [fault], repeats
        mark = self.terminal.mark()
        uuid = shop.runtime.run(
            open_intent, actor=shop.actor(), cart_uuid=cart.uuid, till_id=shop.tills["T01"],
            terminal="memory", amount_minor=amount, currency="EUR", mark=mark,
        )  # fmt: skip
        result = self.terminal.authorise(intent_uuid=uuid, amount_minor=amount, currency="EUR")
        self.record(uuid, result)
        if result.outcome is CardOutcome.UNKNOWN and looks:
            self.terminal.mark()  # until it is idle
            paid = self.machine.total() != before
            result = CardResult(CardOutcome.APPROVED if paid else CardOutcome.DECLINED)
            self.record(uuid, result)
        if result.outcome is CardOutcome.APPROVED:
            shop.sell(cart, self.shift_id, ("card", amount))

    def record(self, uuid: str, result: CardResult) -> None:
        self.shop.runtime.run(record_intent_result, actor=self.shop.actor(), intent_uuid=uuid, result=result)

    def booked(self) -> int:
        with self.shop.runtime.factory.read() as connection:
            return int(
                connection.execute(
                    select(func.coalesce(func.sum(payment.c.amount_minor), 0)).where(
                        payment.c.tender_code == "card"
                    )
                ).scalar_one()
            )

    def open(self) -> list[int]:
        found = self.shop.runtime.ask(open_cards, till_id=self.shop.tills["T01"])
        return [x.amount_minor for x in found]


def test_what_the_terminal_has_is_booked_or_open(sqlite_url: str, bus: EventBus, clock: SteadyClock) -> None:
    factory = UnitOfWorkFactory(
        create_app_engine(sqlite_url), bus,
        read_engine=create_app_engine(sqlite_url, readonly=True), clock=clock,
    )  # fmt: skip
    shop = make_shop(factory)
    shift_id = shop.open_shift()

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def run(steps: Sequence[tuple[Fault, str, bool, bool]]) -> None:
        counter = Counter(shop, clock, shift_id)
        booked, open_before = counter.booked(), counter.open()
        for fault, sku, repeats, looks in steps:
            counter.sell(sku, fault, repeats=repeats, looks=looks)
        counter.terminal.mark()  # what it still does with a customer is done
        new_open = counter.open()[len(open_before) :]
        more = counter.machine.total() - (counter.booked() - booked)
        assert 0 <= more <= sum(new_open)
        # each that is open was charged or was not, and nothing else was
        sums = {0}
        for amount in new_open:
            sums |= {x + amount for x in sums}
        assert more in sums

    try:
        run()
    finally:
        factory.dispose()
