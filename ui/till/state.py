"""What the till's presenters share: the cart on the counter and where the cashier stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from app.kernel.permission import Approval
from app.till.back import Back
from app.till.cart import Cart
from app.till.queries import OpenShift
from app.till.returnable import Returnable
from app.till.rules import PricedCart


@dataclass(frozen=True, slots=True)
class CardTaken:
    """A card payment that went through while its sale did not."""

    cart_uuid: str
    amount_minor: int
    reference: str


@dataclass
class TillState:
    """One till at work. Screens read it; only presenters change it."""

    cart: Cart = field(default_factory=Cart)
    priced: PricedCart | None = None
    shift: OpenShift | None = None
    selected: str = ""  # line_id
    entry: str = ""  # digits typed on the keypad and not used yet
    quantity_milli: int | None = None  # "5 *": for the next item
    mode: str = "quantity"
    back: Back | None = None  # what is scanned comes back without a receipt
    age_confirmed: int = 0  # years the cashier has checked for this sale
    approval: Approval | None = None  # what somebody else allowed for this sale (a return)
    origin: Returnable | None = None  # the receipt whose goods come back
    cards_taken: tuple[CardTaken, ...] = ()  # before a crash, for a cart that was recovered
    gift: bool = False  # a gift receipt is printed with the receipt of this cart
    gift_before: bool = False  # the same, of the cart that was there before
    last_sale_id: int | None = None
    last_number: str = ""
    last_type: str = "sale"  # or "taking"
    busy: bool = False  # a sale is being written
    clock: Callable[[], datetime] | None = None

    @property
    def returning(self) -> bool:
        """Whether what is scanned comes back."""
        return self.back is not None

    @property
    def total_minor(self) -> int:
        """What the cart comes to, including tax."""
        return 0 if self.priced is None else self.priced.gross_minor

    @property
    def age_needed(self) -> int:
        """The highest age limit in the cart that nobody has checked yet; 0 for none."""
        needed = max((line.item.min_age for line in self.cart.lines if line.is_plain), default=0)
        return needed if needed > self.age_confirmed else 0
