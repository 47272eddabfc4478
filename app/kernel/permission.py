"""Who may do what: the rights, the actor, and the mark on each operation.

The rights stand in the kernel because every room marks its operations with them; which role
has which right is kept by the room `access`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Concatenate, Final, ParamSpec, Protocol, TypeVar, cast

from app.kernel.refusal import Refusal


class Permission(StrEnum):
    """One right a role can have."""

    SELL = "till.sell"
    VOID_LINE = "till.void_line"
    VOID_SALE = "till.void_sale"
    LINE_DISCOUNT = "till.line_discount"
    SALE_DISCOUNT = "till.sale_discount"
    PRICE_OVERRIDE = "till.price_override"
    BELOW_LIMIT = "till.below_limit"
    OPEN_ITEM = "till.open_item"
    SELL_ON_ACCOUNT = "till.sell_on_account"
    RETURN = "till.return"
    RETURN_NO_RECEIPT = "till.return_no_receipt"
    RETURN_LATE = "till.return_late"
    SELL_AGE_RESTRICTED = "till.sell_age_restricted"
    REPRINT = "till.reprint"
    NO_SALE = "till.no_sale"
    OPEN_SHIFT = "till.open_shift"
    CLOSE_SHIFT = "till.close_shift"
    ACCEPT_DIFFERENCE = "till.accept_difference"
    CASH_MOVEMENT = "till.cash_movement"
    CLOSE_DAY = "till.close_day"
    COMMISSION = "till.commission"
    STORE_TASKS = "till.store_tasks"
    MANAGE_VOUCHERS = "till.manage_vouchers"
    X_REPORT = "report.x"
    Z_REPORT = "report.z"
    VIEW_REPORTS = "report.view"
    VIEW_COST = "catalog.view_cost"
    PROMOTIONS = "catalog.promotions"
    EDIT_CATALOG = "catalog.edit"
    IMPORT = "catalog.import"
    ADJUST_STOCK = "stock.adjust"
    VIEW_STOCK = "stock.view"
    RECEIVE_GOODS = "stock.receive"
    TRANSFER_STOCK = "stock.transfer"
    COUNT_STOCK = "stock.count"
    ASSEMBLE = "stock.assemble"
    EDIT_PARTIES = "parties.edit"
    CREDIT_TERMS = "credit.terms"
    PERSONAL_DATA = "parties.personal_data"
    ORDERS = "orders.edit"
    RELEASE_ORDER = "orders.release"
    CANCEL_ORDER = "orders.cancel"
    PICK = "warehouse.pick"
    SHIP = "warehouse.ship"
    OVERRIDE_LOT = "warehouse.override_lot"
    INVOICE = "invoicing.post"
    RELEASE_INVOICE = "invoicing.release"
    CREDIT_NOTE = "invoicing.credit_note"
    RECEIVE_PAYMENT = "payments.receive"
    UNDO_PAYMENT = "payments.undo"
    REFUND = "payments.refund"
    SEND_MAIL = "mail.send"
    CASES = "cases.work"
    COLLECT = "collections.work"
    REMIND = "collections.remind"
    WRITE_OFF = "collections.write_off"
    EXPENSES = "accounting.expenses"
    ACCOUNTING = "accounting.books"
    CLOSE_PERIOD = "ledger.close_period"
    MANAGE_USERS = "access.manage_users"
    UNLOCK_USER = "access.unlock_user"
    SETTINGS = "settings.edit"
    BACKUP = "system.backup"
    VERIFY = "system.verify"
    SYSTEM = "system.internal"


# whoever has one of these books something: number, ledger and stock are written on his behalf by
# the operation he may call
BOOKING: Final = (
    Permission.SELL, Permission.ORDERS, Permission.PICK, Permission.SHIP, Permission.INVOICE,
    Permission.CREDIT_NOTE, Permission.RECEIVE_PAYMENT, Permission.UNDO_PAYMENT, Permission.REFUND,
    Permission.RECEIVE_GOODS, Permission.TRANSFER_STOCK, Permission.COUNT_STOCK, Permission.ADJUST_STOCK,
    Permission.ASSEMBLE,
    Permission.COLLECT, Permission.REMIND, Permission.WRITE_OFF, Permission.EXPENSES, Permission.ACCOUNTING,
    Permission.COMMISSION, Permission.CASES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Approval:
    """Another person's yes, given in place by PIN, for one operation."""

    user_id: int
    user_name: str
    permissions: frozenset[Permission]
    line_discount_limit: int
    sale_discount_limit: int
    nonce: str
    asked_by: int = 0  # the user it was given to; 0 where the question was not asked at a screen
    about: str = ""  # the one action, sale, shift or code that it opens (app.runtime.approvals)
    amount_minor: int | None = None  # up to which amount; None: the action has none, or bears it itself
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, where, with which rights. Discount limits are hundredths of a per cent."""

    user_id: int
    name: str
    role: str
    permissions: frozenset[Permission]
    station: str  # name of the journal chain: the till's code, or "office"
    till_id: int | None = None
    line_discount_limit: int = 0
    sale_discount_limit: int = 0
    approval: Approval | None = None

    def may(self, permission: Permission) -> bool:
        """Whether the actor, or who approved, has the right."""
        return permission in self.permissions or (
            self.approval is not None and permission in self.approval.permissions
        )

    def approved(self, approval: Approval | None) -> Actor:
        """The same actor with somebody's approval for the next operation.

        Raises:
            ForeignApprovalError: it was given to somebody else, or by the actor himself.
        """
        if approval is not None:
            own = approval.user_id == self.user_id
            if own or (approval.asked_by and approval.asked_by != self.user_id):
                raise ForeignApprovalError(name=self.name, given_by=approval.user_name)
        return replace(self, approval=approval)


SYSTEM_ACTOR = Actor(
    user_id=0, name="system", role="system", permissions=frozenset(Permission), station="office",
    line_discount_limit=10_000, sale_discount_limit=10_000,
)  # fmt: skip


class PermissionNeededError(Refusal):
    """The actor lacks a right; somebody who has it may approve in place."""

    message = "{name} may not do this ({permission}). Ask somebody who may to approve it."


class ForeignApprovalError(Refusal):
    """A yes counts for whom it was given to, and nobody gives it to himself."""

    message = "The approval of {given_by} was not given to {name}. Ask again."


class ApprovalAmountError(Refusal):
    """A yes to an amount is none to a larger one."""

    message = "{given_by} has approved a smaller amount. Ask again."


class HasActor(Protocol):
    """What an operation's first argument must have."""

    @property
    def actor(self) -> Actor:
        """Who acts."""
        ...


U = TypeVar("U", bound=HasActor)
P = ParamSpec("P")
R = TypeVar("R")


def require(uow: HasActor, permission: Permission) -> None:
    """Raise PermissionNeededError unless the actor or who approved has the right."""
    if not uow.actor.may(permission):
        raise PermissionNeededError(name=uow.actor.name, permission=str(permission))


def require_up_to(uow: HasActor, permission: Permission, amount_minor: int) -> None:
    """As `require`; where somebody else approved, he approved at least this amount.

    Raises:
        PermissionNeededError, ApprovalAmountError: see their sentences.
    """
    require(uow, permission)
    actor = uow.actor
    if permission in actor.permissions or actor.approval is None:
        return
    approved = actor.approval.amount_minor
    if approved is not None and amount_minor > approved:
        raise ApprovalAmountError(given_by=actor.approval.user_name)


def require_any(uow: HasActor, permissions: Sequence[Permission]) -> None:
    """Raise PermissionNeededError, naming the first, unless there is one of the rights."""
    if not any(uow.actor.may(p) for p in permissions):
        raise PermissionNeededError(name=uow.actor.name, permission=str(permissions[0]))


def permitted(
    *permissions: Permission,
) -> Callable[[Callable[Concatenate[U, P], R]], Callable[Concatenate[U, P], R]]:
    """Mark an operation with the right it needs, or several of which one is enough.

    It is checked before the first line runs.
    """

    def mark(operation: Callable[Concatenate[U, P], R]) -> Callable[Concatenate[U, P], R]:
        @functools.wraps(operation)
        def checked(uow: U, *args: P.args, **kwargs: P.kwargs) -> R:
            require_any(uow, permissions)
            return operation(uow, *args, **kwargs)

        marked: Any = checked
        marked.permission = permissions[0]
        marked.permissions = permissions
        return cast("Callable[Concatenate[U, P], R]", checked)

    return mark
