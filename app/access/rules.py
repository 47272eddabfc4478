"""Roles, PINs and lock-out, as plain values."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from typing import Final

from app.kernel.permission import Permission
from app.kernel.refusal import Refusal

MIN_PIN_LENGTH: Final = 4
MAX_PIN_LENGTH: Final = 12
LOCK_AFTER: Final = 10  # a thief has ten guesses of ten thousand (design/reliability.md 4.2)
FREE_TRIES: Final = 3
_WAITS: Final = (5, 30, 120, 600, 900, 900, 900)  # seconds after the 3rd, 4th ... wrong PIN


class WeakPinError(Refusal):
    """A PIN that is guessed first."""

    message = (
        "This PIN is too easy to guess. Take {length} or more digits that are not a row or all the same."
    )


# a return that is late or without a receipt is a return all the same
_IMPLIED: Final = {
    Permission.RETURN_NO_RECEIPT: frozenset({Permission.RETURN}),
    Permission.RETURN_LATE: frozenset({Permission.RETURN}),
}


def approves(permission: Permission) -> frozenset[Permission]:
    """What somebody's yes to one thing allows: that, and nothing else the person may do."""
    return _IMPLIED.get(permission, frozenset()) | {permission}


_CASHIER: Final = frozenset(
    {
        Permission.SELL,
        Permission.VOID_LINE,
        Permission.LINE_DISCOUNT,
        Permission.SALE_DISCOUNT,
        Permission.OPEN_ITEM,
        Permission.SELL_AGE_RESTRICTED,
        Permission.REPRINT,
        Permission.OPEN_SHIFT,
        Permission.CLOSE_SHIFT,
        Permission.CASH_MOVEMENT,
        Permission.VIEW_STOCK,
        Permission.EDIT_PARTIES,
        Permission.SEND_MAIL,
    }
)
_SUPERVISOR: Final = _CASHIER | {
    # not the cashier: an X tells what the drawer should hold, and the count at the close is blind
    Permission.X_REPORT,
    Permission.VOID_SALE,
    Permission.NO_SALE,
    Permission.PRICE_OVERRIDE,
    Permission.OVERRIDE_LOT,
    Permission.RETURN,
    Permission.RETURN_NO_RECEIPT,
    Permission.MANAGE_VOUCHERS,
    Permission.CLOSE_DAY,
    Permission.SELL_ON_ACCOUNT,
    Permission.Z_REPORT,
    Permission.VIEW_REPORTS,
    Permission.UNLOCK_USER,
    Permission.ORDERS,
    Permission.INVOICE,
    Permission.RECEIVE_PAYMENT,
    Permission.CASES,
}
_CLERK: Final = frozenset(
    {
        Permission.VIEW_STOCK,
        Permission.ADJUST_STOCK,
        Permission.EDIT_CATALOG,
        Permission.IMPORT,
        Permission.RECEIVE_GOODS,
        Permission.TRANSFER_STOCK,
        Permission.COUNT_STOCK,
        Permission.ASSEMBLE,
        Permission.PICK,
        Permission.SHIP,
        Permission.SEND_MAIL,
    }
)
_OFFICE: Final = frozenset(
    {
        Permission.VIEW_STOCK,
        Permission.VIEW_REPORTS,
        Permission.EDIT_PARTIES,
        Permission.ORDERS,
        Permission.CANCEL_ORDER,
        Permission.INVOICE,
        Permission.CREDIT_NOTE,
        Permission.RECEIVE_PAYMENT,
        Permission.UNDO_PAYMENT,
        Permission.SEND_MAIL,
        Permission.COLLECT,
        Permission.CASES,
        Permission.EXPENSES,
    }
)
# code -> (name, rights, line discount limit, sale discount limit in hundredths of a per cent)
DEFAULT_ROLES: Final[dict[str, tuple[str, frozenset[Permission], int, int]]] = {
    "cashier": ("Cashier", _CASHIER, 1000, 500),
    "supervisor": ("Supervisor", frozenset(_SUPERVISOR), 3000, 2000),
    "clerk": ("Warehouse clerk", _CLERK, 0, 0),
    "office": ("Office", _OFFICE, 1000, 1000),
    "manager": ("Manager", frozenset(Permission) - {Permission.SYSTEM}, 10_000, 10_000),
}


def check_pin(pin: str) -> None:
    """Raise WeakPinError for a PIN that is too short, not digits, one digit over, or a row."""
    weak = WeakPinError(length=MIN_PIN_LENGTH)
    if not (pin.isascii() and pin.isdigit() and MIN_PIN_LENGTH <= len(pin) <= MAX_PIN_LENGTH):
        raise weak
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        raise weak
    if len(Counter(pin)) == 1:
        raise weak


def wait_after(failed_attempts: int) -> timedelta | None:
    """How long to wait after so many wrong PINs in a row; None: not at all."""
    if failed_attempts < FREE_TRIES:
        return None
    return timedelta(seconds=_WAITS[min(failed_attempts - FREE_TRIES, len(_WAITS) - 1)])
