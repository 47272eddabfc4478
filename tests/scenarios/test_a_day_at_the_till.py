"""A day in the corner shop, from the counted float to the Z, as Ann and Sue lived it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from app.access.operations import approve, create_user, sign_in
from app.access.queries import get_actor
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.devices.ports import CardOutcome, CardResult, DeviceError, DeviceFault
from app.flows.printing import DB_LANE, PRINTER_LANE, PrintPump
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR, Actor, Approval, Permission
from app.payments.operations import open_intent, record_intent_result
from app.printing.operations import reprint, retry_print
from app.printing.queries import list_jobs
from app.printing.states import PrintStatus
from app.receivables.queries import owed_minor
from app.reporting.verify import verify_database
from app.runtime.approvals import about_sale, about_shift
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime
from app.till.cart import Cart, CartCustomer, Discount, DiscountKind
from app.till.operations.carts import (
    begin_tendering,
    park_cart,
    recall_cart,
    recover_carts,
    save_cart,
    void_line,
    void_sale,
)
from app.till.operations.cash import move_cash, open_drawer, print_x_report
from app.till.operations.sales import CompletedSale, complete_sale
from app.till.operations.shifts import Counted, close_shift, open_shift, save_count
from app.till.queries import proposed_float_minor
from app.till.refusals import ApprovalNeededError, DifferenceTooLargeError, NoShiftError
from app.till.rules import price_cart
from app.till.shift_report import shift_report
from app.till.states import CashMovementKind
from app.till.tables import sale
from app.till.tender import Tendering
from drivers.printer.render_text import render_text
from tests.conftest import SteadyClock
from tests.factories.shop import BACK, Shop
from tests.integration.flows.test_print_pump import Printer, wait
from tests.integration.till.helpers import balance, entry, rows

PEPPER = b"p" * 32


class Till:
    """A till with its printer, as one started program sees it."""

    def __init__(self, shop: Shop, runtime: Runtime, bus: EventBus, code: str) -> None:
        self.shop, self.runtime, self.code = shop, runtime, code
        self.id = shop.tills[code]
        self.printer = Printer()
        self.lanes = Lanes({DB_LANE: 50, PRINTER_LANE: 20}, on_stop=runtime.factory.close_thread)
        self.pump = PrintPump(
            runtime, self.lanes, bus, station=code, printer=lambda: self.printer, drawer=lambda: self.printer
        )
        self.who: Actor = SYSTEM_ACTOR
        self.shift = 0

    def do(self, operation: Any, *, approval: Approval | None = None, **arguments: Any) -> Any:
        """Something the cashier does."""
        return self.runtime.run(operation, actor=self.who, approval=approval, **arguments)

    @property
    def context(self) -> Any:
        return self.shop.context(self.code)

    def enter(self, user_id: int, pin: str) -> None:
        """Sign in by PIN."""
        answer = self.runtime.run(
            sign_in, actor=SYSTEM_ACTOR, user_id=user_id, pin=pin, pepper=PEPPER, station=self.code,
            till_id=self.id,
        )  # fmt: skip
        assert answer.actor is not None
        self.who = answer.actor

    def total(self, cart: Cart) -> int:
        return price_cart(cart, self.context.price_settings).gross_minor

    def scan(self, cart: Cart, sku: str, quantity: int | None = None) -> Cart:
        """Scan, and keep the cart."""
        cart = cart.add(self.shop.items[sku], cashier_id=self.who.user_id, quantity_milli=quantity)
        self.do(save_cart, till_id=self.id, cart=cart, total_minor=self.total(cart))
        return cart

    def pay(
        self,
        cart: Cart,
        *tenders: tuple[str, int],
        approval: Approval | None = None,
    ) -> CompletedSale:
        """Pay and book, as the screen does it."""
        due = self.total(cart)
        self.do(begin_tendering, till_id=self.id, cart=cart, total_minor=due)
        paying = Tendering(due, "EUR")
        for code, amount in tenders:
            reference = self._card(cart, amount) if code == "card" else ""
            party = cart.customer.party_id if cart.customer and code == "account" else None
            paying = paying.add(code, code, amount, reference=reference, party_id=party)
        assert paying.is_complete
        done: CompletedSale = self.do(
            complete_sale, approval=approval, context=self.context, shift_id=self.shift, cart=cart,
            tenders=paying.tenders, rounding_minor=paying.rounding_minor,
        )  # fmt: skip
        return done

    def _card(self, cart: Cart, amount: int) -> str:
        uuid = self.do(
            open_intent, cart_uuid=cart.uuid, till_id=self.id, terminal=f"manual:{self.code}",
            amount_minor=amount, currency="EUR",
        )  # fmt: skip
        self.do(record_intent_result, intent_uuid=uuid, result=CardResult(CardOutcome.APPROVED, "slip 1", ""))
        return "slip 1"

    def papers(self) -> list[str]:
        wait(self.lanes)
        return [paper.title for paper in self.printer.papers]


@pytest.fixture
def tills(shop: Shop, bus: EventBus) -> Iterator[tuple[Till, Till]]:
    """The two tills of the shop, switched on."""
    front, back = Till(shop, shop.runtime, bus, "T01"), Till(shop, shop.runtime, bus, "T02")
    yield front, back
    for till in (front, back):
        till.lanes.shutdown()


@pytest.fixture
def people(shop: Shop) -> dict[str, int]:
    """Ann at the till, Sue who supervises, Max who manages; with PINs."""
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        return {
            name: create_user(uow, name=name, role_code=role, pin=pin, pepper=PEPPER)
            for name, role, pin in (
                ("Ann", "cashier", "8402"), ("Sue", "supervisor", "9517"), ("Max", "manager", "7264"),
            )
        }  # fmt: skip


def yes(shop: Shop, who: int, pin: str, permission: Permission, asked_by: int, about: str) -> Approval:
    """Somebody comes over and types his PIN."""
    answer = shop.runtime.run(
        approve, actor=SYSTEM_ACTOR, user_id=who, pin=pin, pepper=PEPPER, permission=permission,
        asked_by=asked_by, about=about,
    )  # fmt: skip
    assert answer.approval is not None
    return answer.approval


def test_a_day_at_the_till(  # noqa: PLR0915 - a day is long
    shop: Shop, tills: tuple[Till, Till], people: dict[str, int], clock: SteadyClock, database_url: str,
    bus: EventBus,
) -> None:  # fmt: skip
    front, back = tills
    ann, sue, max_ = people["Ann"], people["Sue"], people["Max"]

    # 10:00. Ann signs in and counts the float; before that nothing is sold.
    front.enter(ann, "8402")
    early = Cart().add(shop.items["MILK"], cashier_id=ann)
    with pytest.raises(NoShiftError):
        front.pay(early, ("cash", 200))
    recovered = front.do(recover_carts, till_id=front.id)
    front.do(save_cart, till_id=front.id, cart=Cart(recovered[0].cart.uuid), total_minor=0)
    counts = [Counted("cash", 15_000, 5000, 3), Counted("cash", 5000, 1000, 5)]
    front.shift = front.do(open_shift, context=front.context, counts=counts)

    # The first customer: two bags of coffee and some apples, with a note of fifty.
    cart = front.scan(front.scan(Cart(), "COFFEE", 2000), "APPLE", 1250)
    first = front.pay(cart, ("cash", 5000))
    assert (first.gross_minor, first.change_minor) == (2954, 2046)

    # The next one splits over card and cash; a third takes milk, 10 % off a dented carton.
    front.pay(front.scan(Cart(), "WINE", 2000), ("card", 1000), ("cash", 600))
    dented = front.scan(Cart(), "MILK")
    off = Discount(DiscountKind.PERCENT, 1000, "dented")
    front.pay(dented.set_line_discount(dented.lines[0].line_id, off), ("cash", 107))

    # A regular wants 20 % off the sale: beyond Ann's 5 %, so Sue comes over.
    regular = front.scan(Cart(), "COFFEE", 3000)
    wanted = Discount(DiscountKind.PERCENT, 2000, "regular")
    with pytest.raises(ApprovalNeededError, match="limit of 5 %"):
        front.pay(regular.set_discount(wanted), ("card", 3096))
    sues = yes(shop, sue, "9517", Permission.SALE_DISCOUNT, ann, about_sale(regular.uuid))
    front.pay(regular.set_discount(replace(wanted, approver_id=sues.user_id)), ("card", 3096))
    told = entry(shop, "sale.completed")
    assert told.actor_id == ann
    assert json.loads(told.payload)["discounts"][0] == [0, "percent", 2000, "regular", sue]

    # Somebody forgot his purse: parked here, taken up at the back till, where Sue sells.
    parked = front.scan(front.scan(Cart(), "WINE"), "STAMP", 4000)
    front.do(park_cart, till_id=front.id, cart=parked, total_minor=1179, shift_id=front.shift)
    back.enter(sue, "9517")
    back.shift = back.do(open_shift, context=back.context, counts=[Counted("cash", 10_000)])
    taken = back.do(recall_cart, till_id=back.id, cart_uuid=parked.uuid)
    assert back.pay(taken, ("cash", 2000)).change_minor == 821

    # 13:00. The printer runs out of paper; the sale stands, the receipt comes later, marked.
    clock.advance(hours=3)
    front.papers()
    front.printer.error = DeviceError(device="printer", fault=DeviceFault.PAPER_OUT, nothing_sent=False)
    front.pay(front.scan(Cart(), "WRAP"), ("cash", 200))
    wait(front.lanes)
    waiting = shop.runtime.ask(list_jobs, station="T01", statuses=(PrintStatus.NEEDS_ATTENTION,))
    assert [job.last_error for job in waiting] == [
        "The printer does not work: it has no paper. Put in a new roll."
    ]
    front.printer.error = None
    front.do(retry_print, job_id=waiting[0].id)
    assert front.papers()[-1] == "Receipt T01-000005"
    assert "COPY" in render_text(front.printer.papers[-1])

    # A line too many is voided; a whole sale only by who may.
    two = front.scan(front.scan(Cart(), "COFFEE"), "MILK")
    one = front.do(
        void_line, cart=two, line_id=two.lines[0].line_id, value_minor=1290, reason="wrong beans",
        shift_id=front.shift,
    )  # fmt: skip
    front.do(
        void_sale, approval=yes(shop, sue, "9517", Permission.VOID_SALE, ann, about_sale(one.uuid)),
        cart=one, total_minor=119,
        reason="changed his mind", shift_id=front.shift,
    )  # fmt: skip

    # The hotel takes wine on account; it may owe 50.00.
    hotel = front.scan(Cart(), "WINE", 5000).set_customer(CartCustomer(shop.parties["Limited Ltd"], "Hotel"))
    account = yes(shop, sue, "9517", Permission.SELL_ON_ACCOUNT, ann, about_sale(hotel.uuid))
    front.pay(hotel, ("account", 3995), approval=account)
    assert shop.runtime.ask(owed_minor, party_id=shop.parties["Limited Ltd"]) == 3995

    # 15:00. The coffee of the morning comes back.
    clock.advance(hours=2)
    back_goods = Cart().add(shop.items["COFFEE"], cashier_id=ann).coming_back(BACK)
    returned = yes(shop, sue, "9517", Permission.RETURN_NO_RECEIPT, ann, about_sale(back_goods.uuid))
    front.pay(back_goods, ("cash", 1290), approval=returned)

    # Money moves: the window cleaner, a bag to the safe, change for a customer, and an X in between.
    move = {"context": front.context, "shift_id": front.shift}
    front.do(move_cash, kind=CashMovementKind.PAY_OUT, amount_minor=1500, reason="window cleaner", **move)
    front.do(move_cash, kind=CashMovementKind.SAFE_DROP, amount_minor=10_000, reason="too much", **move)
    front.do(
        open_drawer,
        approval=yes(shop, sue, "9517", Permission.NO_SALE, ann, about_shift(front.shift)),
        reason="change for fifty",
        **move,
    )
    seen = yes(shop, sue, "9517", Permission.X_REPORT, ann, about_shift(front.shift))
    front.do(print_x_report, approval=seen, **move)

    # 16:30. The power fails while a customer pays. The till starts again and finds the cart.
    interrupted = front.scan(Cart(), "COFFEE")
    front.do(begin_tendering, till_id=front.id, cart=interrupted, total_minor=1290)
    front.lanes.shutdown()
    again = UnitOfWorkFactory(create_app_engine(database_url), bus, clock=clock)
    started = Till(shop, Runtime(again), bus, "T01")
    started.enter(ann, "8402")
    started.shift = front.shift
    found = started.do(recover_carts, till_id=started.id)
    assert [(f.cart, f.was_tendering) for f in found] == [(interrupted, True)]
    last = started.pay(interrupted, ("cash", 1290))
    assert last.number == "T01-000008"

    # 18:00. Ann counts blind; 7.00 are missing, which is more than she may close with.
    clock.advance(hours=3)
    with again.read() as connection:
        expected = shift_report(connection, shift_id=front.shift).expected_cash_minor
    assert expected == 20_000 + 2954 + 598 + 107 + 200 - 1290 - 1500 - 10_000 + 1290
    counts = [Counted("cash", expected - 700), Counted("card", 1000 + 3096)]
    differences = started.do(save_count, context=started.context, shift_id=front.shift, counts=counts)
    assert {d.tender_code: d.difference_minor for d in differences} == {"cash": -700, "card": 0}
    closing = {
        "context": started.context, "shift_id": front.shift, "explanation": "a ten for a twenty",
        "next_float_minor": 10_000,
    }  # fmt: skip
    with pytest.raises(DifferenceTooLargeError):
        started.do(close_shift, **closing)
    accepted = yes(shop, max_, "7264", Permission.ACCEPT_DIFFERENCE, ann, about_shift(front.shift))
    closed = started.do(close_shift, approval=accepted, **closing)
    assert closed.z_number == 1
    wait(started.lanes)

    # The Z says what the ledger says, what the paper says, and what the lines say.
    with again.read() as connection:
        z = shift_report(connection, shift_id=front.shift)
    gross = 2954 + 1598 + 107 + 3096 + 200 + 3995 - 1290 + 1290
    assert z.total_gross_minor == gross
    assert z.total_net_minor + z.total_tax_minor == gross
    assert z.figures["voided_lines"] == (1, 1290)
    assert z.figures["voided_sales"] == (1, 119)
    assert z.perpetual_minor == gross
    sold = balance(shop, "sales", shift=front.shift) + balance(shop, "sales_returns", shift=front.shift)
    assert -sold == z.total_net_minor
    paper = next(p for p in started.printer.papers if p.title.startswith("Z report 1"))
    printed = render_text(paper)
    for figure in ("€ 119.50", "-7.00", "100.00", "a ten for a twenty", closed.journal_excerpt):
        assert figure in printed, printed

    # A reprint of the Z is the same paper, marked COPY. Sue closes the back till too.
    started.do(reprint, station="T01", kind="z_report", document_type="shift", document_id=front.shift)
    wait(started.lanes)
    copy = render_text(started.printer.papers[-1])
    assert [row for row in copy.splitlines() if "COPY" not in row] == printed.splitlines()
    back.do(
        save_count, context=back.context, shift_id=back.shift,
        counts=[Counted("cash", 10_000 + 1179), Counted("card", 0)],
    )  # fmt: skip
    back.do(close_shift, context=back.context, shift_id=back.shift, explanation="", next_float_minor=10_000)

    # Tomorrow's float is proposed, and everything that must hold, holds.
    assert shop.runtime.ask(proposed_float_minor, till_id=front.id) == 10_000
    with again.read() as connection:
        assert [(r.name, r.faults) for r in verify_database(connection) if r.faults] == []
        assert get_actor(connection, user_id=ann, station="T01", till_id=None).name == "Ann"
    numbers = sorted(r.number for r in rows(shop, sale))
    assert numbers == [f"T01-{n:06d}" for n in range(1, 9)] + ["T02-000001"]
    started.lanes.shutdown()
    again.dispose()
