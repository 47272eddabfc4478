"""What happens beside the cashier and the till shows: papers that came out, parked sales, new prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.kernel.events import Event
from app.pricing.events import PriceRulesChanged
from app.printing.events import PrintSettled
from app.promotions.events import PromotionsChanged
from app.till.events import CartParked

if TYPE_CHECKING:
    from app.runtime.changes import Elsewhere
    from ui.till.till_page import TillPage


def follow(page: TillPage) -> None:
    """Keep the till in step with what the bridge tells of this program and of other stations."""

    def happened(event: Event) -> None:
        if isinstance(event, PrintSettled):
            page.parts.printing.settled(event)
        elif isinstance(event, CartParked):
            page.carts_changed()
        elif isinstance(event, (PromotionsChanged, PriceRulesChanged)):
            page.prices_changed()

    def elsewhere(found: Elsewhere) -> None:
        if found.touches("cart."):
            page.carts_changed()
        if found.touches("promotion", "price"):
            page.prices_changed()

    page.services.bridge.happened.connect(happened)
    page.services.bridge.elsewhere.connect(elsewhere)
