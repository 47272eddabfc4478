"""What happens beside the cashier and the till shows: papers that came out, parked sales, prices, stock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from app.kernel.events import Event
from app.pricing.events import PriceRulesChanged
from app.printing.events import PrintSettled
from app.promotions.events import PromotionsChanged
from app.till.events import CartParked, SaleCompleted

if TYPE_CHECKING:
    from app.runtime.changes import Elsewhere
    from ui.till.till_page import TillPage

_SETTLE_MS: Final = 400  # a burst of changes is read once
_ON_TILES: Final = (
    "sale.", "return.", "stock.", "adjustment.", "goods_receipt.", "shipment.", "transfer.", "stock_count.",
    "count_task.", "product", "price",
)  # kinds of the journal that change what a tile says  # fmt: skip


def follow(page: TillPage) -> None:
    """Keep the till in step with what the bridge tells of this program and of other stations."""
    renewal = QTimer(page, singleShot=True, interval=_SETTLE_MS)
    renewal.timeout.connect(page.parts.sell.renew_tiles)

    def tiles_changed() -> None:
        if not renewal.isActive():
            renewal.start()

    def happened(event: Event) -> None:
        _happened(page, event)
        if isinstance(event, (SaleCompleted, PromotionsChanged, PriceRulesChanged)):
            tiles_changed()

    def elsewhere(found: Elsewhere) -> None:
        _happened_elsewhere(page, found)
        if found.touches(*_ON_TILES):
            tiles_changed()

    page.services.bridge.happened.connect(happened)
    page.services.bridge.elsewhere.connect(elsewhere)


def _happened(page: TillPage, event: Event) -> None:
    if isinstance(event, PrintSettled):
        page.parts.printing.settled(event)
    elif isinstance(event, CartParked):
        page.carts_changed()
    elif isinstance(event, (PromotionsChanged, PriceRulesChanged)):
        page.prices_changed()


def _happened_elsewhere(page: TillPage, found: Elsewhere) -> None:
    if found.touches("cart."):
        page.carts_changed()
    if found.touches("promotion", "price"):
        page.prices_changed()
