"""An approval opens one thing, once, for one amount, for a short time, and never for who gave it.

design/reliability.md 7, S3: replayed, given by the actor himself, for another action, sale or amount, too
late, by somebody without the right, with a wrong PIN: none is accepted, in all combinations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import product
from typing import Any, Final

import pytest
from sqlalchemy import select, update

from app.access.operations import SignIn, approve
from app.access.pins import hash_pin
from app.access.tables import user_account
from app.kernel.permission import (
    SYSTEM_ACTOR,
    Actor,
    Approval,
    ApprovalAmountError,
    ForeignApprovalError,
    Permission,
)
from app.kernel.refusal import Refusal
from app.runtime.approvals import (
    ApprovalElsewhereError,
    ApprovalExpiredError,
    ApprovalUsedError,
    about_action,
    about_code,
    about_sale,
    about_shift,
)
from app.runtime.tables import approval_used
from app.till.back import Back
from app.till.cart import Cart, CartCustomer
from app.till.operations.carts import void_sale
from app.till.operations.cash import open_drawer, print_x_report
from app.till.operations.sales import complete_sale
from app.till.operations.shifts import Counted, close_shift, save_count
from tests.conftest import SteadyClock
from tests.factories.shop import Shop

PEPPER: Final = b"p" * 32
PINS: Final = {"cashier": "8402", "supervisor": "9517", "manager": "7264"}
Work = Callable[..., Any]


@lru_cache
def hashed(pin: str) -> str:
    """Once for all tests: it takes its time."""
    return hash_pin(pin, PEPPER)


@dataclass
class Deed:
    """Something a cashier may not do alone.

    Attributes:
        permission: the right that is missing.
        operation: what is run.
        arguments: its own.
        about: what the screens of the till bind the approval to.
        amount_minor: up to which amount, where the screens say one.
        others: what the same approval must not open: another sale, another reason, another amount.
    """

    permission: Permission
    operation: Work
    arguments: dict[str, Any]
    about: str
    amount_minor: int | None
    others: list[tuple[Work, dict[str, Any]]]


class Counter:
    """A till with its people."""

    def __init__(self, shop: Shop, clock: SteadyClock) -> None:
        self.shop, self.clock = shop, clock
        self.shift = shop.open_shift()
        with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
            for role, pin in PINS.items():
                uow.connection.execute(
                    update(user_account).where(user_account.c.id == shop.users[role]),
                    {"pin_hash": hashed(pin)},
                )

    def ask(self, deed: Deed, *, by: str = "manager", to: str = "cashier", pin: str = "") -> SignIn:
        """Somebody types a PIN."""
        return self.shop.runtime.run(
            approve, actor=SYSTEM_ACTOR, user_id=self.shop.users[by], pin=pin or PINS[by], pepper=PEPPER,
            permission=deed.permission, asked_by=self.shop.users[to], about=deed.about,
            amount_minor=deed.amount_minor,
        )  # fmt: skip

    def yes(self, deed: Deed) -> Approval:
        given = self.ask(deed).approval
        assert given is not None
        return given

    def do(self, deed: Deed, approval: Approval | None, actor: Actor | None = None) -> Any:
        return self.run(deed.operation, deed.arguments, approval, actor)

    def run(
        self,
        operation: Work,
        told: dict[str, Any],
        approval: Approval | None,
        actor: Actor | None = None,
    ) -> Any:
        return self.shop.runtime.run(operation, actor=actor or self.shop.actor(), approval=approval, **told)

    # --- the deeds ---

    def selling(self, cart: Cart, *tenders: tuple[str, int]) -> tuple[Work, dict[str, Any]]:
        paying = self.shop.pay(cart, *tenders)
        return complete_sale, {
            "context": self.shop.context(), "shift_id": self.shift, "cart": cart, "tenders": paying.tenders,
            "rounding_minor": paying.rounding_minor,
        }  # fmt: skip

    def void(self) -> Deed:
        def voiding(cart: Cart, total: int, reason: str) -> dict[str, Any]:
            return {"cart": cart, "total_minor": total, "reason": reason, "shift_id": self.shift}

        cart, other = self.shop.cart("COFFEE"), self.shop.cart("MILK")
        told = voiding(cart, 1290, "left")
        others = [(void_sale, voiding(other, 119, "left")), (void_sale, voiding(cart, 12_900, "left"))]
        return Deed(Permission.VOID_SALE, void_sale, told, about_action(void_sale, told), None, others)

    def drawer(self) -> Deed:
        told = {"context": self.shop.context(), "shift_id": self.shift, "reason": "change"}
        others: list[tuple[Work, dict[str, Any]]] = [(open_drawer, told | {"reason": "another"})]
        return Deed(Permission.NO_SALE, open_drawer, told, about_action(open_drawer, told), None, others)

    def account(self) -> Deed:
        def on_account(sku: str) -> Cart:
            return self.shop.cart(sku).set_customer(CartCustomer(self.shop.parties["Limited Ltd"], "Limited"))

        cart = on_account("MILK")
        operation, told = self.selling(cart, ("account", 119))
        larger = replace(on_account("WINE"), uuid=cart.uuid)  # the same sale, with more on it by now
        others = [
            self.selling(on_account("MILK"), ("account", 119)),
            self.selling(larger, ("account", self.shop.total(larger))),
        ]
        return Deed(Permission.SELL_ON_ACCOUNT, operation, told, about_sale(cart.uuid), 119, others)

    def loose_return(self) -> Deed:
        def back() -> Cart:
            return Cart().add(
                self.shop.items["COFFEE"], cashier_id=self.shop.users["cashier"]
            ).coming_back(Back("damaged"))  # fmt: skip

        cart = back()
        operation, told = self.selling(cart, ("cash", 1290))
        others = [self.selling(back(), ("cash", 1290))]
        return Deed(Permission.RETURN_NO_RECEIPT, operation, told, about_sale(cart.uuid), None, others)

    def difference(self) -> Deed:
        context = self.shop.context()
        self.run(
            save_count, {"context": context, "shift_id": self.shift, "counts": [Counted("cash", 0)]}, None
        )
        told = {
            "context": context, "shift_id": self.shift, "explanation": "gone", "next_float_minor": 0,
        }  # fmt: skip
        others: list[tuple[Work, dict[str, Any]]] = [(close_shift, told | {"shift_id": self.shift + 1})]
        return Deed(
            Permission.ACCEPT_DIFFERENCE, close_shift, told, about_shift(self.shift), 1_000_000, others
        )

    def x_report(self) -> Deed:
        told = {"context": self.shop.context(), "shift_id": self.shift}
        others: list[tuple[Work, dict[str, Any]]] = [(print_x_report, told | {"shift_id": self.shift + 1})]
        return Deed(Permission.X_REPORT, print_x_report, told, about_shift(self.shift), None, others)


DEEDS: Final = ("void", "drawer", "account", "loose_return", "difference", "x_report")


@pytest.fixture
def counter(shop: Shop, clock: SteadyClock) -> Counter:
    return Counter(shop, clock)


def deed_of(counter: Counter, name: str) -> Deed:
    found: Deed = getattr(counter, name)()
    return found


@pytest.mark.parametrize("name", DEEDS)
def test_without_a_yes_it_is_refused_and_with_one_it_is_done_once(counter: Counter, name: str) -> None:
    deed = deed_of(counter, name)
    with pytest.raises(Refusal):
        counter.do(deed, None)
    given = counter.yes(deed)
    first = counter.do(deed, given)
    if deed.operation is complete_sale:
        again = counter.do(deed, given)
        assert (again.was_there, again.sale_id) == (True, first.sale_id), "a sale is booked once"
    else:
        with pytest.raises(Refusal):
            counter.do(deed, given)
    with counter.shop.runtime.factory.read() as connection:
        used = connection.execute(select(approval_used)).all()
    assert [(row.nonce, row.about) for row in used] == [(given.nonce, deed.about)]


@pytest.mark.parametrize("name", ["drawer", "x_report"])
def test_what_could_be_done_again_is_not_by_the_same_yes(counter: Counter, name: str) -> None:
    deed = deed_of(counter, name)
    given = counter.yes(deed)
    counter.do(deed, given)
    with pytest.raises(ApprovalUsedError):
        counter.do(deed, given)
    counter.do(deed, counter.yes(deed))


@pytest.mark.parametrize("name", DEEDS)
def test_it_opens_no_other_sale_amount_reason_or_deed(counter: Counter, name: str) -> None:
    deed = deed_of(counter, name)
    given = counter.yes(deed)
    for operation, arguments in deed.others:
        with pytest.raises((ApprovalElsewhereError, ApprovalAmountError)):
            counter.run(operation, arguments, given)
    for other in sorted((x for x in DEEDS if x != name), key="difference".__eq__):  # which ends the selling
        with pytest.raises(Refusal):
            counter.do(deed_of(counter, other), given)
    with counter.shop.runtime.factory.read() as connection:
        assert connection.execute(select(approval_used)).all() == [], "what is refused uses nothing up"


@pytest.mark.parametrize("name", DEEDS)
def test_neither_late_nor_for_oneself_nor_handed_on_nor_by_who_may_not(counter: Counter, name: str) -> None:
    deed = deed_of(counter, name)
    assert counter.ask(deed, by="manager", to="manager").approval is None
    assert counter.ask(deed, pin="0001").approval is None
    powerless = counter.ask(deed, by="cashier", to="supervisor").approval
    assert powerless is not None
    assert deed.permission not in powerless.permissions
    given = counter.yes(deed)
    for name_of_another in ("clerk", "manager"):
        with pytest.raises(ForeignApprovalError):
            counter.do(deed, given, actor=counter.shop.actor(name_of_another))
    assert given.expires_at is not None
    counter.clock.advance(seconds=int((given.expires_at - counter.clock()).total_seconds()))
    with pytest.raises(ApprovalExpiredError):
        counter.do(deed, given)


def test_all_that_is_wrong_with_it_together_is_wrong(counter: Counter) -> None:
    for late, elsewhere, used, foreign in product((False, True), repeat=4):
        deed = counter.drawer()
        given = counter.yes(deed)
        if used:
            counter.do(deed, given)
        if late:
            counter.clock.advance(minutes=2)
        operation, arguments = deed.others[0] if elsewhere else (deed.operation, deed.arguments)
        work = partial(
            counter.run, operation, arguments, given, counter.shop.actor("clerk") if foreign else None
        )
        if late or elsewhere or used or foreign:
            with pytest.raises(Refusal, match="Ask again"):
                work()
        else:
            work()


def test_a_till_with_books_of_its_own_is_no_way_round(counter: Counter) -> None:
    """It wraps what it does, to tell the server: the approval is held against what is inside."""

    def told(operation: Work, arguments: dict[str, Any], uow: Any) -> Any:
        return operation(uow, **arguments)

    deed = counter.drawer()
    given = counter.yes(deed)
    operation, arguments = deed.others[0]
    with pytest.raises(ApprovalElsewhereError):
        counter.run(partial(told, operation, arguments), {}, given)
    counter.run(partial(told, deed.operation, deed.arguments), {}, given)
    with pytest.raises(ApprovalUsedError):
        counter.run(partial(told, deed.operation, deed.arguments), {}, given)


def test_two_codes_are_two_things() -> None:
    assert about_code("4006381333931") != about_code("4006381333948")


def test_an_approval_that_is_not_bound_would_be_accepted_again(counter: Counter) -> None:
    """The losing variant: without time and subject, as the program itself makes one, it opens it twice."""
    deed = counter.drawer()
    loose = replace(counter.yes(deed), expires_at=None, about="")
    for _ in range(2):
        counter.do(deed, loose)
