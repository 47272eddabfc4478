"""Signing in, locking out, approving, and who may what."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.access.operations import (
    LastManagerError,
    SignIn,
    UserNameMissingError,
    approve,
    change_pin,
    change_role,
    change_user,
    create_user,
    sign_in,
    unlock_user,
)
from app.access.queries import get_actor, list_roles, list_users
from app.access.rules import DEFAULT_ROLES, WeakPinError
from app.db.errors import DuplicateError
from app.kernel.permission import SYSTEM_ACTOR, Permission, PermissionNeededError
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.till.helpers import books_are_whole, entry, kinds

PEPPER = b"p" * 32
MANAGER: dict[str, Any] = {"pepper": PEPPER}


def enter(shop: Shop, user_id: int, pin: str) -> SignIn:
    return shop.runtime.run(
        sign_in, actor=SYSTEM_ACTOR, user_id=user_id, pin=pin, pepper=PEPPER, station="T01",
        till_id=shop.tills["T01"],
    )  # fmt: skip


@pytest.fixture
def ann(shop: Shop) -> int:
    return shop.runtime.run(
        create_user, actor=shop.actor("manager"), name="Ann", role_code="cashier", pin="8402", pepper=PEPPER
    )


def test_the_right_pin_gives_an_actor_with_the_rights_of_the_role(shop: Shop, ann: int) -> None:
    found = enter(shop, ann, "8402").actor
    assert found is not None
    assert (found.name, found.role, found.station, found.till_id) == (
        "Ann",
        "cashier",
        "T01",
        shop.tills["T01"],
    )
    assert found.permissions == DEFAULT_ROLES["cashier"][1]
    assert (found.line_discount_limit, found.sale_discount_limit) == (1000, 500)
    assert "8402" not in str(entry(shop, "access.signed_in"))


def test_ten_wrong_pins_lock_and_only_somebody_else_unlocks(shop: Shop, ann: int, clock: SteadyClock) -> None:
    for attempt in range(1, 11):
        answer = enter(shop, ann, "0001")
        assert (answer.actor, answer.wrong, answer.locked) == (None, True, attempt == 10)
        assert answer.tries_left == 10 - attempt
        clock.advance(hours=1)
    right = enter(shop, ann, "8402")
    assert (right.actor, right.locked) == (None, True)
    me = shop.runtime.ask(get_actor, user_id=ann, station="T01", till_id=None)
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(unlock_user, actor=me, user_id=ann)
    shop.runtime.run(unlock_user, actor=shop.actor("supervisor"), user_id=ann)
    assert enter(shop, ann, "8402").actor is not None
    assert kinds(shop, "office").count("access.refused") == 11


def test_after_three_wrong_pins_even_the_right_one_waits(shop: Shop, ann: int, clock: SteadyClock) -> None:
    for _ in range(3):
        enter(shop, ann, "0001")
    waiting = enter(shop, ann, "8402")
    assert waiting.actor is None
    assert waiting.wait_until is not None
    clock.advance(seconds=6)
    assert enter(shop, ann, "8402").actor is not None
    assert enter(shop, ann, "0001").tries_left == 9


def test_nobody_and_who_is_out_of_use_cannot_sign_in(shop: Shop, ann: int) -> None:
    shop.runtime.run(change_user, actor=shop.actor("manager"), user_id=ann, role_code="cashier", active=False)
    assert enter(shop, ann, "8402").wrong
    assert enter(shop, 12345, "8402").wrong
    assert "Ann" not in [u.name for u in shop.runtime.ask(list_users)]
    assert "Ann" in [u.name for u in shop.runtime.ask(list_users, with_inactive=True)]


def test_an_approval_is_another_persons_and_both_stand_in_the_journal(shop: Shop, ann: int) -> None:
    sue = shop.runtime.run(
        create_user, actor=shop.actor("manager"), name="Sue", role_code="supervisor", pin="9517",
        pepper=PEPPER,
    )  # fmt: skip

    def ask(user_id: int, pin: str) -> SignIn:
        return shop.runtime.run(
            approve, actor=SYSTEM_ACTOR, user_id=user_id, pin=pin, pepper=PEPPER,
            permission=Permission.VOID_SALE, asked_by=ann, about="sale:1",
        )  # fmt: skip

    assert ask(ann, "8402").approval is None
    assert ask(sue, "0001").wrong
    yes = ask(sue, "9517").approval
    assert yes is not None
    assert (yes.user_name, yes.line_discount_limit) == ("Sue", 3000)
    found = entry(shop, "access.approved")
    assert found.document_id == sue
    assert json.loads(found.payload) == {
        "permission": "till.void_sale", "asked_by": ann, "about": "sale:1", "amount_minor": None,
    }  # fmt: skip
    assert "access.approval_refused" in kinds(shop, "office")


def test_a_user_needs_a_name_of_his_own_and_a_pin_that_is_not_guessed(shop: Shop, ann: int) -> None:
    manager = shop.actor("manager")
    with pytest.raises(UserNameMissingError):
        shop.runtime.run(create_user, actor=manager, name="\x1b ", role_code="cashier", pin="8402", **MANAGER)
    with pytest.raises(WeakPinError):
        shop.runtime.run(create_user, actor=manager, name="Bob", role_code="cashier", pin="1234", **MANAGER)
    with pytest.raises(DuplicateError, match="there already"):
        shop.runtime.run(create_user, actor=manager, name="Ann", role_code="cashier", pin="8402", **MANAGER)
    with pytest.raises(WeakPinError):
        shop.runtime.run(change_pin, actor=manager, user_id=ann, pin="1111", **MANAGER)
    shop.runtime.run(change_pin, actor=manager, user_id=ann, pin="7531", **MANAGER)
    assert enter(shop, ann, "8402").wrong
    assert enter(shop, ann, "7531").actor is not None


def test_the_last_manager_stays_whether_the_user_or_the_role_is_changed(shop: Shop) -> None:
    manager = shop.actor("manager")
    with pytest.raises(LastManagerError, match="manager is the last"):
        shop.runtime.run(
            change_user, actor=manager, user_id=shop.users["manager"], role_code="cashier", active=True
        )
    role = next(r for r in shop.runtime.ask(list_roles) if r.code == "manager")
    for rights in ((), (Permission.SELL,)):
        with pytest.raises(LastManagerError):
            shop.runtime.run(
                change_role, actor=manager, role_id=role.id, permissions=rights, line_discount_limit=0,
                sale_discount_limit=0,
            )  # fmt: skip
    assert shop.actor("manager").permissions == manager.permissions


def test_a_role_is_changed_but_never_given_the_right_of_the_program(shop: Shop) -> None:
    role = next(r for r in shop.runtime.ask(list_roles) if r.code == "cashier")
    shop.runtime.run(
        change_role, actor=shop.actor("manager"), role_id=role.id,
        permissions=[Permission.SELL, Permission.SYSTEM], line_discount_limit=100, sale_discount_limit=0,
    )  # fmt: skip
    cashier = shop.actor()
    assert (cashier.permissions, cashier.line_discount_limit) == (frozenset({Permission.SELL}), 100)


OPERATIONS: dict[Permission, tuple[Callable[..., Any], dict[str, Any]]] = {
    Permission.MANAGE_USERS: (change_pin, {"user_id": 1, "pin": "8402", "pepper": PEPPER}),
    Permission.UNLOCK_USER: (unlock_user, {"user_id": 1}),
    Permission.SYSTEM: (
        sign_in, {"user_id": 1, "pin": "1", "pepper": PEPPER, "station": "T01", "till_id": None},
    ),
}  # fmt: skip


@pytest.mark.parametrize("permission", OPERATIONS)
def test_who_has_no_right_to_it_is_refused(shop: Shop, permission: Permission) -> None:
    operation, arguments = OPERATIONS[permission]
    lacking = [name for name in shop.users if permission not in DEFAULT_ROLES[name][1]]
    assert "cashier" in lacking
    for role in lacking:
        with pytest.raises(PermissionNeededError, match=f"{role} may not do this"):
            shop.runtime.run(operation, actor=shop.actor(role), **arguments)


def test_the_journal_of_all_this_is_whole(shop: Shop, ann: int) -> None:
    enter(shop, ann, "0001")
    enter(shop, ann, "8402")
    books_are_whole(shop)
