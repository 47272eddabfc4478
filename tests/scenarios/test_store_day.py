"""A store's day: three tills, promotions, goods that come back, a card terminal that fails; all agrees.

TAKINGS_DAY=1000 plays a long one. What must come out is reckoned beside the program, from what each
checkout said it cost and how it was paid; the drawers are counted as that reckoning says, not as the
program expects.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import dataclass, field, replace

from sqlalchemy import func, select

from app.devices.ports import CardOutcome, CardResult
from app.kernel.permission import SYSTEM_ACTOR
from app.organisation.operations import create_till
from app.organisation.tables import till as till_table
from app.payments.operations import open_cards, open_intent, record_intent_result
from app.promotions.drafts import Goods, PromotionDraft
from app.promotions.operations import save_promotion
from app.promotions.states import PromotionKind
from app.reporting.verify import verify_database
from app.till.cart import Cart
from app.till.operations.shifts import Counted, close_shift, save_count
from app.till.promoting import promote
from app.till.tables import sale, sale_promotion
from drivers.terminal.zvt.terminal import ZvtTerminal
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.till.helpers import balance, books_are_whole, report_of
from tests.integration.till.returning import back_cart, receipt, take_back
from tests.support.zvt.machine import Fault, Machine
from tests.support.zvt.wire import MemoryWire

SALES = int(os.environ.get("TAKINGS_DAY") or 60)
TILLS = ("T01", "T02", "T03")
FLOAT = 20000
RETURNS, PROMOTED, CARDS, FAULTY = 0.05, 0.2, 0.35, 0.3
# each ends the payment in a way the till finds out by itself, or has to be told by who looks at the terminal
FAULTS = [f for f in Fault if f not in {Fault.NONE, Fault.WAITS, Fault.LATE_APPROVAL, Fault.WRONG_AMOUNT}]


@dataclass
class Reckoned:
    """One till, and what a careful person would have written down about it."""

    shop: Shop
    code: str
    shift_id: int
    terminal: ZvtTerminal
    machine: Machine
    drawer_minor: int = FLOAT
    card_minor: int = 0
    sales_minor: int = 0
    returns_minor: int = 0
    cash_sales: list[int] = field(default_factory=list)  # a card's money goes back to the card

    def cash(self, cart: Cart, notes_minor: int) -> None:
        """Paid in cash, change given."""
        total = self.shop.total(cart)
        self.cash_sales.append(self._done(cart, ("cash", max(notes_minor, total))))
        self.drawer_minor += total

    def split(self, cart: Cart, fault: Fault) -> None:
        """Half by card, the rest in cash; all in cash where the card does not go."""
        total = self.shop.total(cart)
        part = total // 2
        if part and self.pay_by_card(cart, part, fault):
            self._done(cart, ("card", part), ("cash", total - part))
            self.drawer_minor += total - part
            self.card_minor += part
        else:
            self.cash(cart, total)

    def card(self, cart: Cart, fault: Fault) -> None:
        """By card; in cash where the card does not go."""
        total = self.shop.total(cart)
        if self.pay_by_card(cart, total, fault):
            self._done(cart, ("card", total))
            self.card_minor += total
        else:
            self.cash(cart, total)

    def pay_by_card(self, cart: Cart, minor: int, fault: Fault) -> bool:
        """As the till does it; where nobody knows, somebody looks at the terminal."""
        shop, before = self.shop, self.machine.total()
        self.machine.faults = [fault]
        actor = shop.actor(till=self.code)
        uuid = shop.runtime.run(
            open_intent, actor=actor, cart_uuid=cart.uuid, till_id=shop.tills[self.code],
            terminal=f"memory-{self.code}", amount_minor=minor, currency="EUR", mark=self.terminal.mark(),
        )  # fmt: skip
        result = self.terminal.authorise(intent_uuid=uuid, amount_minor=minor, currency="EUR")
        shop.runtime.run(record_intent_result, actor=actor, intent_uuid=uuid, result=result)
        if result.outcome is CardOutcome.UNKNOWN:
            self.terminal.mark()  # until it is idle
            paid = self.machine.total() != before
            result = CardResult(CardOutcome.APPROVED if paid else CardOutcome.DECLINED)
            shop.runtime.run(record_intent_result, actor=actor, intent_uuid=uuid, result=result)
        return result.outcome is CardOutcome.APPROVED

    def _done(self, cart: Cart, *tenders: tuple[str, int]) -> int:
        done = self.shop.sell(cart, self.shift_id, *tenders, till=self.code)
        self.sales_minor += done.gross_minor
        return done.sale_id

    def take_back(self, sale_id: int) -> None:
        """The first line of a receipt that has something left, for cash."""
        left = [x for x in receipt(self.shop, sale_id).lines if x.receipt.left_milli]
        if not left:
            return
        wanted = (left[0].receipt.position, left[0].receipt.left_milli)
        cart = back_cart(self.shop, sale_id, wanted)
        done = take_back(self.shop, self.shift_id, cart, till=self.code)
        self.drawer_minor += done.gross_minor
        self.returns_minor += done.gross_minor

    def close(self) -> None:
        """Counted as reckoned: a difference of a cent would show."""
        shop, context = self.shop, self.shop.context(self.code)
        actor = shop.actor(till=self.code)
        counts = [Counted("cash", self.drawer_minor)]
        counts += [
            Counted(t.code, self.card_minor if t.code == "card" else 0)
            for t in context.tenders
            if t.counted and t.code != "cash"
        ]
        shop.runtime.run(save_count, actor=actor, context=context, shift_id=self.shift_id, counts=counts)
        shop.runtime.run(
            close_shift, actor=actor, context=context, shift_id=self.shift_id, explanation="",
            next_float_minor=FLOAT,
        )  # fmt: skip


def third_till(shop: Shop) -> None:
    """The factory's shop has two."""
    with shop.runtime.factory.read() as connection:
        row = connection.execute(select(till_table).where(till_table.c.code == "T02")).one()
    shop.tills["T03"] = shop.runtime.run(
        create_till, actor=SYSTEM_ACTOR, store_id=row.store_id, code="T03", name="Counter 3",
        price_list_id=row.price_list_id, default_float_minor=FLOAT, difference_limit_minor=500,
        drawer_limit_minor=0,
    )  # fmt: skip


def opened(shop: Shop, code: str, clock: SteadyClock) -> Reckoned:
    machine = Machine(now=clock)
    wire = MemoryWire(machine)
    terminal = ZvtTerminal(wire, clock=clock, ticks=wire.ticks, pause=wire.pause)
    return Reckoned(shop, code, shop.open_shift(code, FLOAT), terminal, machine)


def play(tills: list[Reckoned], choice: random.Random, clock: SteadyClock) -> Counter[str]:
    """So many checkouts, at whichever till is free."""
    shop, seen = tills[0].shop, Counter[str]()
    for _ in range(SALES):
        here = choice.choice(tills)
        if here.cash_sales and choice.random() < RETURNS:
            there = choice.choice([t for t in tills if t.cash_sales])
            here.take_back(choice.choice(there.cash_sales))
            seen["returns"] += 1
            continue
        skus = [
            choice.choice(("COFFEE", "MILK", "APPLE", "STAMP", "WRAP")) for _ in range(choice.randint(1, 5))
        ]
        cart = shop.cart(*[(sku, choice.choice((1000, 1000, 2000))) for sku in skus])
        if choice.random() < PROMOTED:
            cart = promote(cart, shop.context(here.code), clock())
            seen["promoted"] += bool(cart.reductions)
        fault = choice.choice(FAULTS) if choice.random() < FAULTY else Fault.NONE
        way = choice.random()
        if way < CARDS:
            here.card(cart, fault)
            seen["faults"] += fault is not Fault.NONE
        elif way < CARDS + 0.1:
            here.split(cart, fault)
            seen["faults"] += fault is not Fault.NONE
        else:
            here.cash(cart, -(-shop.total(cart) // 500) * 500)
    return seen


def test_drawers_terminals_ledger_and_z_agree_to_the_cent(shop: Shop, clock: SteadyClock) -> None:
    third_till(shop)
    draft = PromotionDraft("A tenth off", PromotionKind.PERCENT, hundredths=1000)
    goods = Goods((shop.products["COFFEE"], shop.products["MILK"]))
    shop.runtime.run(save_promotion, actor=SYSTEM_ACTOR, draft=replace(draft, goods=goods))
    tills = [opened(shop, code, clock) for code in TILLS]
    seen = play(tills, random.Random(2026), clock)  # noqa: S311 - a test's choice
    assert seen["promoted"] > SALES // 12
    assert seen["returns"] > 0
    assert seen["faults"] > SALES // 20
    for one in tills:
        one.terminal.mark()  # what it still does with a customer is done
        assert shop.runtime.ask(open_cards, till_id=shop.tills[one.code]) == []
        assert one.machine.total() == one.card_minor
        one.close()
        report = report_of(shop, one.shift_id)
        assert [d for d in report.differences if d.difference_minor] == [], one.code
        assert report.sales_gross_minor == one.sales_minor
        assert report.returns_gross_minor == one.returns_minor
        assert report.expected_cash_minor == one.drawer_minor
    with shop.runtime.factory.read() as connection:
        booked = connection.execute(select(func.sum(sale.c.gross_minor))).scalar_one()
        promoted = connection.execute(select(func.count()).select_from(sale_promotion)).scalar_one()
        broken = [r.name for r in verify_database(connection) if r.faults]
    assert booked == sum(t.sales_minor + t.returns_minor for t in tills)
    assert promoted > 0
    assert broken == []
    assert balance(shop, "over_short") == 0
    assert balance(shop, "card_clearing") == sum(t.card_minor for t in tills)
    books_are_whole(shop)
