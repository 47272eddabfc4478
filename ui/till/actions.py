"""The actions of the till: id, icon, key and name; buttons, menu and the help overlay share them.

The id is what the views' signals carry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the till can do by button and by key."""

    action_id: str
    icon: str
    key: str  # portable text of a QKeySequence, "" for none


ACTIONS: Final = (
    Action("help", "help", "F1"),
    Action("search", "search", "F2"),
    Action("discount", "percent", "F3"),
    Action("customer", "person", "F4"),
    Action("price_check", "sell", "F5"),
    Action("return", "undo", "F6"),
    Action("void_sale", "delete", "F7"),
    Action("park", "pause_circle", "F8"),
    Action("recall", "playlist_play", "F9"),
    Action("reprint", "receipt_long", "F10"),
    Action("full_screen", "fullscreen", "F11"),
    Action("pay", "payments", "F12"),
    Action("void_line", "remove", "Del"),
    Action("quantity", "close", "*"),
    Action("note", "edit_note", "Ctrl+N"),
    Action("open_item", "add", "Ctrl+O"),
    Action("gift_card", "redeem", "Ctrl+G"),
    Action("gift_receipt", "redeem", "Ctrl+Shift+G"),
    Action("sms_receipt", "call", "Ctrl+S"),
    Action("account", "account_balance", "Ctrl+I"),
    Action("promotions", "percent", "Ctrl+P"),
    Action("make_order", "inventory_2", ""),
    Action("tip", "savings", ""),
    Action("seller", "group", "Ctrl+Y"),
    Action("tasks", "task_alt", ""),
    Action("open_drawer", "point_of_sale", "Ctrl+D"),
    Action("cash_movement", "swap_horiz", "Ctrl+M"),
    Action("x_report", "bar_chart", "Ctrl+R"),
    Action("close_shift", "balance", "Ctrl+E"),
    Action("suspend_shift", "pause_circle", ""),
    Action("switch_user", "group", "Ctrl+U"),
    Action("lock", "lock", "Ctrl+L"),
    Action("back_office", "storefront", "Ctrl+B"),
    Action("theme", "dark_mode", "Ctrl+T"),
    Action("quit", "logout", "Ctrl+Q"),
    Action("more", "more_horiz", ""),
)
BY_ID: Final = {action.action_id: action for action in ACTIONS}
FUNCTION_KEYS: Final = (
    "discount", "return", "void_sale", "void_line", "park", "recall", "reprint", "more",
)  # fmt: skip
WIDE_FUNCTION_KEYS: Final = ("note", "open_item", "open_drawer", "cash_movement")
MORE_ACTIONS: Final = (  # price check and theme have buttons of their own
    "customer", "note", "open_item", "gift_card", "gift_receipt", "sms_receipt", "promotions", "account",
    "make_order", "tip", "seller", "open_drawer", "cash_movement", "tasks", "x_report", "suspend_shift",
    "close_shift", "switch_user", "lock", "back_office", "full_screen", "help", "quit",
)  # fmt: skip


def action_texts() -> dict[str, str]:
    """Names of the actions in the language of the program, by id."""
    tr = QCoreApplication.translate
    return {
        "help": tr("TillActions", "Help and keys"),
        "search": tr("TillActions", "Search"),
        "discount": tr("TillActions", "Discount"),
        "customer": tr("TillActions", "Customer"),
        "price_check": tr("TillActions", "Price check"),
        "return": tr("TillActions", "Return"),
        "void_sale": tr("TillActions", "Void sale"),
        "park": tr("TillActions", "Park"),
        "recall": tr("TillActions", "Recall"),
        "reprint": tr("TillActions", "Reprint"),
        "full_screen": tr("TillActions", "Full screen"),
        "pay": tr("TillActions", "Pay"),
        "void_line": tr("TillActions", "Void line"),
        "quantity": tr("TillActions", "Quantity"),
        "note": tr("TillActions", "Note"),
        "open_item": tr("TillActions", "Open item"),
        "gift_card": tr("TillActions", "Gift card"),
        "gift_receipt": tr("TillActions", "Gift receipt"),
        "sms_receipt": tr("TillActions", "Receipt by SMS"),
        "account": tr("TillActions", "Open invoices"),
        "promotions": tr("TillActions", "Promotions"),
        "make_order": tr("TillActions", "Make an order"),
        "tip": tr("TillActions", "Tip"),
        "seller": tr("TillActions", "Salesperson"),
        "tasks": tr("TillActions", "Tasks of the day"),
        "suspend_shift": tr("TillActions", "Suspend the shift"),
        "open_drawer": tr("TillActions", "Open drawer"),
        "cash_movement": tr("TillActions", "Cash in or out"),
        "x_report": tr("TillActions", "X report"),
        "close_shift": tr("TillActions", "Close shift"),
        "switch_user": tr("TillActions", "Switch cashier"),
        "lock": tr("TillActions", "Lock"),
        "back_office": tr("TillActions", "Back office"),
        "theme": tr("TillActions", "Light or dark"),
        "quit": tr("TillActions", "Quit"),
        "more": tr("TillActions", "More…"),
    }


def hints(keys: Mapping[str, str] | None = None) -> dict[str, str]:
    """The key of each action, by id; `keys` are those that a shop has changed."""
    return {action.action_id: action.key for action in ACTIONS} | dict(keys or {})
