"""Every operation, tried by every role: the right is asked for before the first line runs.

The operations are found, not listed: one that is added is tried without a word here
(design/reliability.md 7, S2; positive control below).
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import pytest

import app
from app.access.rules import DEFAULT_ROLES
from app.kernel.permission import (
    SYSTEM_ACTOR,
    Actor,
    Approval,
    ForeignApprovalError,
    Permission,
    PermissionNeededError,
    permitted,
)

ROLES: Final = sorted(DEFAULT_ROLES)


class ReachedError(Exception):
    """The operation went for the database: nobody stopped it."""


@dataclass
class Acting:
    """A transaction that cannot be used."""

    actor: Actor

    def __getattr__(self, name: str) -> Any:
        raise ReachedError(name)


@lru_cache(maxsize=1)
def operations() -> dict[str, Callable[..., Any]]:
    """Every function of the business that is marked with a right, by its full name."""
    found: dict[str, Callable[..., Any]] = {}
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if ".versions." in module.name or module.name.startswith("app.migrations"):
            continue
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            if inspect.isfunction(value) and hasattr(value, "permission"):
                found[f"{value.__module__}.{name}"] = value
    return found


def outcome(operation: Callable[..., Any], actor: Actor) -> bool:
    """Whether it was let in; it cannot do anything, for it is given nothing to do."""
    try:
        operation(Acting(actor))
    except PermissionNeededError:
        return False
    except (TypeError, ReachedError):
        return True
    return True


def acting(role: str) -> Actor:
    """Somebody of that role."""
    return Actor(7, "Ann", role, frozenset(DEFAULT_ROLES[role][1]), "T01")


def test_there_are_operations_to_try() -> None:
    assert len(operations()) > 300
    assert "app.till.operations.sales.complete_sale" in operations()


@pytest.mark.parametrize("role", ROLES)
def test_each_operation_lets_in_who_has_its_right_and_nobody_else(role: str) -> None:
    actor = acting(role)
    wrong = [
        name
        for name, operation in operations().items()
        if outcome(operation, actor) is not any(p in actor.permissions for p in operation.permissions)  # type: ignore[attr-defined]
    ]
    assert wrong == []


def test_without_any_right_nothing_is_let_in() -> None:
    nobody = Actor(7, "Ann", "none", frozenset(), "T01")
    assert [name for name, operation in operations().items() if outcome(operation, nobody)] == []


def test_no_role_has_the_right_of_the_program_itself() -> None:
    assert [role for role in ROLES if Permission.SYSTEM in acting(role).permissions] == []
    assert any(Permission.SYSTEM in x.permissions for x in operations().values())  # type: ignore[attr-defined]


def test_an_operation_that_does_not_ask_is_caught() -> None:
    """The losing variant: the same mark, but the right is looked at by nobody."""

    @permitted(Permission.VOID_SALE)
    def asks(_uow: Acting) -> None:
        raise ReachedError

    def does_not(_uow: Acting) -> None:
        raise ReachedError

    nobody = Actor(7, "Ann", "none", frozenset(), "T01")
    assert not outcome(asks, nobody)
    assert outcome(does_not, nobody)


def yes(*permissions: Permission, by: int = 2, to: int = 7) -> Approval:
    return Approval(by, "Sue", frozenset(permissions), 0, 0, "n", to)


@pytest.mark.parametrize("asked", sorted(Permission))
def test_a_yes_to_one_thing_opens_no_other(asked: Permission) -> None:
    approved = Actor(7, "Ann", "none", frozenset(), "T01").approved(yes(asked))
    opened = {name for name, operation in operations().items() if outcome(operation, approved)}
    assert opened == {
        name
        for name, operation in operations().items()
        if asked in operation.permissions  # type: ignore[attr-defined]
    }


def test_nobody_approves_for_himself() -> None:
    with pytest.raises(ForeignApprovalError, match="was not given to Ann"):
        acting("cashier").approved(yes(Permission.VOID_SALE, by=7))


def test_a_yes_that_was_given_to_another_does_not_count() -> None:
    with pytest.raises(ForeignApprovalError):
        acting("cashier").approved(yes(Permission.VOID_SALE, to=8))


def test_the_program_itself_may_do_everything() -> None:
    assert [name for name, operation in operations().items() if not outcome(operation, SYSTEM_ACTOR)] == []
