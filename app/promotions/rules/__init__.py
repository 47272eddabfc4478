"""Which promotions a basket gets, and how much each takes off: pure, in fractions of minor units.

Everything is rounded once, at the end (`shares.rounded`). The order of things is D365's
(design/rules.md 3.5): priorities from the top, within one the modes compete, basket promotions last.
`basket.work_out` is imported by whoever needs it: a till without promotions starts without it.
"""

from app.promotions.rules.model import (
    Basket,
    BasketLine,
    Calendar,
    Coupon,
    Promotion,
    Reduction,
    Scope,
    Tier,
    WorkedOut,
)

__all__ = [
    "Basket",
    "BasketLine",
    "Calendar",
    "Coupon",
    "Promotion",
    "Reduction",
    "Scope",
    "Tier",
    "WorkedOut",
]
