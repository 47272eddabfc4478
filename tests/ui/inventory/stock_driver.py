"""Somebody at the stock pages: scans by the name of the goods, reads the table of the panel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.inventory.queries import on_hand
from tests.factories.wholesale import Wholesale
from tests.ui.conftest import code_of
from tests.ui.office_driver import OfficeDriver
from ui.inventory.stock_page import StockPage

S = TypeVar("S", bound=QWidget)


@dataclass
class StockDriver:
    """The office, the wholesaler, and short words for both."""

    office: OfficeDriver
    trade: Wholesale

    def at(self, part: str) -> StockPage:
        """Go to a part of the stock pages by its chip."""
        page = self.office.go("stock")
        assert isinstance(page, StockPage)
        if page.panel() is not None:
            self.office.tap_text("Back")
        self.office.tap_text(part)
        return page

    def scan(self, *codes: str) -> None:
        """Scan codes; the name of goods stands for their barcode."""
        for code in codes:
            known = code in self.trade.shop.items
            self.office.page.scanned(code_of(self.trade.shop, code) if known else code)
            self.office.settle()
            self.office.settle()

    def key(self, key: Qt.Key) -> None:
        """Press a key."""
        self.office.key(key)
        self.office.settle()

    def enter(self, field: QWidget, text: str) -> None:
        """Type into a field, over what stands there."""
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        self.office.type(text)

    def panel(self, kind: type[S]) -> S:
        """The panel that is open."""
        return self.office.panel(kind)

    def on_hand(self, sku: str, place: str = "SHOP") -> int:
        """Pieces in thousandths."""
        shop = self.trade.shop
        return self.trade.ask(
            on_hand, product_id=shop.products[sku], location_id=shop.locations[place]
        )  # fmt: skip


def cells(panel: Any) -> list[tuple[str, ...]]:
    """What the table of a panel or a list shows, a no-break blank as a plain one."""
    return [
        tuple(cell.replace("\u00a0", " ") for cell in panel.table.row(n).cells)
        for n in range(panel.table.count())
    ]
