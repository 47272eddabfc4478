"""Invoices, money and what is let go of in any order: what is open is what the ledger says is owed."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from sqlalchemy import func, select, text

from app.collections.operations.reductions import reduce_item, undo_reduction
from app.collections.states import ReductionKind
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.operations.settle import (
    apply_to_items,
    record_payment,
    take_back_payment,
    undo_payment_application,
)
from app.invoicing.tables import invoice_line
from app.kernel.permission import SYSTEM_ACTOR
from app.ledger.queries import account_of
from app.ledger.tables import ledger_line
from app.payments.customers import PaymentDraft
from app.payments.refunds import refund_credit
from app.payments.states import PaymentMethod
from app.receivables.queries import owed_minor
from app.receivables.rules import Part
from app.receivables.tables import allocation, open_item
from tests.properties.ground import Ground, Machine, catches, drive

NAMES = ("Unlimited Ltd", "Limited Ltd")
PARTY = st.integers(0, 1)
CHOICE = st.integers(0, 9)
MINOR = st.sampled_from([0, 1, 99, 833, 1190, 5000])


class ReceivablesMachine(Machine):
    """Two customers; `owed` is what the machine itself adds up from what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.owed: Counter[int] = Counter()
        self.bills: list[tuple[int, int]] = []  # (customer, invoice)
        self.payments: list[tuple[int, int, int]] = []  # (customer, payment, amount)
        self.reductions: list[tuple[int, int, int]] = []  # (customer, deduction, amount with its sign)

    def items(self, *conditions: Any) -> list[Any]:
        """Rows of open items, the oldest first."""
        with self.shop.runtime.factory.read() as connection:
            return list(connection.execute(select(open_item).where(*conditions).order_by(open_item.c.id)))

    @initialize()
    def first(self) -> None:
        """There is one invoice at least."""
        self.invoice(0, 3)

    @rule(party=PARTY, pieces=st.integers(1, 4))
    def invoice(self, party: int, pieces: int) -> None:
        """Ordered, shipped and billed; an order beyond the customer's limit is held back."""
        order = self.trade.order(("WINE", pieces), customer=NAMES[party])
        if self.trade.head_of(order.order_id).status == "on_hold":
            return
        bill = self.trade.bill(self.trade.ship_all(order.order_id))
        customer = self.shop.parties[NAMES[party]]
        self.bills.append((customer, bill.invoice_id))
        self.owed[customer] += bill.gross_minor

    @rule(party=PARTY, minor=MINOR, which=CHOICE, aimed=st.booleans())
    def pay(self, party: int, minor: int, which: int, *, aimed: bool) -> None:
        """The oldest first, or an item it names: perhaps another customer's, or less than it gets."""
        customer = self.shop.parties[NAMES[party]]
        items = self.items(open_item.c.amount_minor > 0)
        parts = [Part(items[which % len(items)].id, minor)] if aimed else None
        saved = self.attempt(
            record_payment, uuid=str(uuid4()), parts=parts,
            draft=PaymentDraft(customer, minor, PaymentMethod.BANK),
        )  # fmt: skip
        if saved:
            self.payments.append((customer, saved.payment_id, minor))
            self.owed[customer] -= minor

    @rule(credit=CHOICE, item=CHOICE, minor=MINOR, all_of_it=st.booleans())
    def apply(self, credit: int, item: int, minor: int, *, all_of_it: bool) -> None:
        """A credit is set against items; nobody owes more or less by it."""
        given, items = self.items(open_item.c.amount_minor < 0), self.items(open_item.c.amount_minor > 0)
        if given:
            parts = None if all_of_it else [Part(items[item % len(items)].id, minor)]
            chosen = given[credit % len(given)].id
            self.attempt(apply_to_items, credit_item_id=chosen, parts=parts)

    @rule(which=CHOICE)
    def undo(self, which: int) -> None:
        """An application is taken apart, perhaps once more, or one that belongs to something else."""
        with self.shop.runtime.factory.read() as connection:
            made = list(connection.execute(select(allocation.c.id).order_by(allocation.c.id)).scalars())
        if made:
            chosen = made[which % len(made)]
            self.attempt(undo_payment_application, allocation_ids=[chosen], reason="chance")

    @precondition(lambda self: self.payments)
    @rule(which=CHOICE)
    def take_back(self, which: int) -> None:
        """The payment was none."""
        customer, payment, minor = self.payments[which % len(self.payments)]
        if self.attempt(take_back_payment, payment_id=payment, reason="chance"):
            self.owed[customer] += minor

    @rule(which=CHOICE, pieces=st.integers(0, 3))
    def credit(self, which: int, pieces: int) -> None:
        """A credit note over some pieces, over none that is left, or over the rest (0)."""
        customer, bill = self.bills[which % len(self.bills)]
        with self.shop.runtime.factory.read() as connection:
            line = connection.execute(select(invoice_line.c.id).where(invoice_line.c.invoice_id == bill))
            wishes = [CreditWish(line.scalar_one(), pieces * 1000)] if pieces else None
        saved = self.attempt(
            credit_invoice, uuid=str(uuid4()), invoice_id=bill, reason="chance", wishes=wishes
        )
        if saved:
            self.owed[customer] -= abs(saved.gross_minor)

    @rule(which=CHOICE, minor=st.none() | MINOR)
    def refund(self, which: int, minor: int | None) -> None:
        """What nobody applied is paid back."""
        given = self.items(open_item.c.amount_minor < 0)
        if given:
            chosen = given[which % len(given)]
            saved = self.attempt(
                refund_credit, uuid=str(uuid4()), credit_item_id=chosen.id, method=PaymentMethod.BANK,
                amount_minor=minor,
            )  # fmt: skip
            if saved:
                self.owed[chosen.party_id] += -chosen.open_minor if minor is None else minor

    @rule(which=CHOICE, minor=MINOR, kind=st.sampled_from(ReductionKind))
    def let_go(self, which: int, minor: int, kind: ReductionKind) -> None:
        """Written off, an allowance, a small difference, also of a credit."""
        items = self.items()
        chosen = items[which % len(items)]
        saved = self.attempt(
            reduce_item, uuid=str(uuid4()), item_id=chosen.id, kind=kind, amount_minor=minor, reason="chance"
        )
        if saved:
            change = -minor if chosen.amount_minor > 0 else minor
            self.reductions.append((chosen.party_id, saved.reduction_id, change))
            self.owed[chosen.party_id] += change

    @precondition(lambda self: self.reductions)
    @rule(which=CHOICE)
    def take_it_up_again(self, which: int) -> None:
        """A deduction is taken back, once."""
        customer, reduction, change = self.reductions[which % len(self.reductions)]
        if self.attempt(undo_reduction, reduction_id=reduction, reason="chance"):
            self.owed[customer] -= change

    @invariant()
    def what_is_open_is_what_the_ledger_says(self) -> None:
        """By customer: open items, control account and the machine's arithmetic; no item beyond zero."""
        with self.shop.runtime.factory.read() as connection:
            control = account_of(connection, role="receivable")
            booked = connection.execute(
                select(ledger_line.c.party_id, func.sum(ledger_line.c.amount_minor))
                .where(ledger_line.c.account_code == control)
                .group_by(ledger_line.c.party_id)
            )
            ledger = {party: int(minor) for party, minor in booked}
            for name in NAMES:
                customer = self.shop.parties[name]
                owed = owed_minor(connection, party_id=customer)
                assert owed == ledger.get(customer, 0) == self.owed[customer]
        for item in self.items():
            low, high = sorted((0, item.amount_minor))
            assert low <= item.open_minor <= high


class Tampered(ReceivablesMachine):
    """Somebody lets a cent go past the ledger."""

    @rule()
    def tamper(self) -> None:
        """One cent less is open."""
        with self.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
            uow.connection.execute(
                text("UPDATE open_item SET open_minor = open_minor - 1 WHERE open_minor > 0")
            )


def test_whatever_is_paid_credited_and_let_go_what_is_open_is_what_the_ledger_says(ground: Ground) -> None:
    drive(ReceivablesMachine, ground, usual=4, steps=15)


def test_a_cent_that_went_past_the_ledger_is_seen(ground: Ground) -> None:
    assert catches(Tampered, ground)
