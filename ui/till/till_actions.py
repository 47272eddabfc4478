"""From the name of an action to what is done; the same for buttons, keys and the menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.till.till_page import TillPage

# what can be done while money is being taken
WHILE_PAYING: Final = frozenset({"help", "customer", "full_screen", "theme", "lock"})


# what leaves the change on the screen
AFTER_SALE: Final = frozenset({"reprint", "help", "theme", "full_screen", "gift_receipt", "sms_receipt"})


class TillActions:
    """Does what the buttons and keys of the till say."""

    def __init__(self, page: TillPage) -> None:
        self._page = page
        self._table = self._make_table()
        page.parts.discount.do = self.do

    def do(self, name: str) -> None:
        """Do one; nothing while a sale is being booked, little while it is paid."""
        page = self._page
        if page.desk.state.busy or page.page() != "till":
            return
        pay = page.parts.pay
        if pay.is_open and (name not in WHILE_PAYING or pay.is_charging):
            if name in {"void_sale", "park", "recall"}:
                text = QCoreApplication.translate("TillActions", "Go back from the payment first (Esc).")
                page.view.pay.set_message(text)
            return
        if page.view.page() == "change" and name not in AFTER_SALE:
            page.view.show_sell()
        self._table[name]()

    def _make_table(self) -> dict[str, Callable[[], None]]:
        page, parts = self._page, self._page.parts
        view = page.view
        return {
            "help": lambda: view.show_panel(parts.help_panel),
            "search": self._search,
            "discount": parts.discount.show,
            "customer": parts.customer.show,
            "price_check": parts.price_check.show,
            "return": parts.returns.toggle,
            "void_sale": parts.void.sale,
            "park": parts.park.park,
            "recall": parts.park.show,
            "reprint": parts.reprint.show,
            "full_screen": page.full_screen_requested.emit,
            "pay": parts.pay.pay,
            "void_line": parts.void.line,
            "quantity": parts.sell.times,
            "note": parts.void.note,
            "open_item": parts.open_item.show,
            "gift_card": parts.voucher.show,
            "sms_receipt": parts.mail.text_last,
            "gift_receipt": lambda: parts.gift.ask(),  # noqa: PLW0108 - made when first wanted
            "account": lambda: parts.accounts.show(),  # noqa: PLW0108 - made when first wanted
            "promotions": parts.promotion.show,
            "make_order": lambda: parts.accounts.make_order(),  # noqa: PLW0108 - the same
            "tip": lambda: parts.tip.show(),  # noqa: PLW0108 - made when first wanted
            "seller": lambda: parts.seller.show(),  # noqa: PLW0108 - made when first wanted
            "tasks": parts.tasks.show,
            "suspend_shift": parts.floating.suspend,
            "open_drawer": parts.cash.open_drawer,
            "cash_movement": parts.cash.show,
            "x_report": parts.cash.x_report,
            "close_shift": page.close_shift,
            "switch_user": page.switch_user,
            "lock": page.lock,
            "back_office": page.back_office_requested.emit,
            "theme": page.theme_requested.emit,
            "quit": page.quit_requested.emit,
            "server": parts.station.show,
            "more": lambda: view.show_panel(parts.more_panel),
        }

    def _search(self) -> None:
        self._page.view.show_sell()
        self._page.view.sell.focus_search()
