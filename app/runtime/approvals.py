"""An approval opens what it was asked for: one action with its very arguments, or one sale, shift or code.

It is used up in the transaction of that action, so a refused one leaves it, and a second one finds it gone
(design/reliability.md 4.2, 7 S3).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any, Final

from sqlalchemy import insert, select

from app.db.unit_of_work import UnitOfWork
from app.kernel.canonical import sha256
from app.kernel.permission import Approval
from app.kernel.refusal import Refusal
from app.runtime.tables import approval_used

AT_ONCE: Final = timedelta(seconds=60)  # for an action that is done the moment it is approved
FOR_A_WHILE: Final = timedelta(minutes=30)  # for a sale that is still being rung up, a drawer being counted
_ACTION: Final = "action:"
_SALE: Final = "sale:"
_NOT_ASKED: Final = frozenset({"context"})  # the till's settings: they may be read anew in between


class ApprovalExpiredError(Refusal):
    """It was given too long ago."""

    message = "The approval of {given_by} was given too long ago. Ask again."


class ApprovalUsedError(Refusal):
    """It was used for something already."""

    message = "The approval of {given_by} has been used. Ask again."


class ApprovalElsewhereError(Refusal):
    """It was given for another action, sale or amount."""

    message = "The approval of {given_by} was given for something else. Ask again."


def about_action(operation: Callable[..., Any], arguments: Mapping[str, Any]) -> str:
    """One operation with these arguments and no others."""
    told = sorted((name, repr(value)) for name, value in arguments.items() if name not in _NOT_ASKED)
    return f"{_ACTION}{_name(operation)}:{sha256(repr(told))[:32]}"


def about_sale(uuid: str) -> str:
    """A sale that is being rung up."""
    return f"{_SALE}{uuid}"


def about_shift(shift_id: int) -> str:
    """The drawer of a shift."""
    return f"shift:{shift_id}"


def about_code(code: str) -> str:
    """A code that nobody knows yet."""
    return f"code:{sha256(code)[:32]}"


def valid_for(about: str) -> timedelta:
    """How long an approval counts."""
    return AT_ONCE if about.startswith(_ACTION) else FOR_A_WHILE


def subjects_of(operation: Callable[..., Any], arguments: Mapping[str, Any]) -> frozenset[str]:
    """All that an approval for this could have been about."""
    found = {about_action(operation, arguments)}
    cart = arguments.get("cart", getattr(arguments.get("wish"), "cart", None))
    if cart is not None:
        found.add(about_sale(cart.uuid))
    if "shift_id" in arguments:
        found.add(about_shift(arguments["shift_id"]))
    code = arguments.get("raw", arguments.get("code"))
    if isinstance(code, str):
        found.add(about_code(code))
    return frozenset(found)


def spend(
    uow: UnitOfWork, approval: Approval, operation: Callable[..., Any], arguments: Mapping[str, Any]
) -> None:
    """Use an approval up for this operation.

    One that bears no time was not given at a screen but made by the program itself, and counts as it is.

    Raises:
        ApprovalExpiredError, ApprovalElsewhereError, ApprovalUsedError: see their sentences.
    """
    if approval.expires_at is None:
        return
    operation, arguments = _unwrapped(operation, arguments)
    if uow.now >= approval.expires_at:
        raise ApprovalExpiredError(given_by=approval.user_name)
    if approval.about not in subjects_of(operation, arguments):
        raise ApprovalElsewhereError(given_by=approval.user_name)
    before = uow.connection.execute(
        select(approval_used).where(approval_used.c.nonce == approval.nonce)
    ).one_or_none()
    if before is None:
        uow.connection.execute(
            insert(approval_used),
            {
                "nonce": approval.nonce, "approver_id": approval.user_id, "asked_by": approval.asked_by,
                "about": approval.about, "operation": _name(operation), "used_at": uow.now,
            },
        )  # fmt: skip
    elif not (approval.about.startswith(_SALE) and before.operation == _name(operation)):
        # a sale is booked once by its own number: a second try after an uncertain commit finds it again
        raise ApprovalUsedError(given_by=approval.user_name)


def _unwrapped(
    operation: Callable[..., Any], arguments: Mapping[str, Any]
) -> tuple[Callable[..., Any], Mapping[str, Any]]:
    """What a till with books of its own does and tells of: partial(how, operation, arguments)."""
    if isinstance(operation, partial):
        return operation.args[0], operation.args[1]
    return operation, arguments


def _name(operation: Callable[..., Any]) -> str:
    return f"{operation.__module__}.{operation.__name__}"
