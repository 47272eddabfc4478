"""What a checkout needs of the whole shop: asked of the server before a till with books of its own books it.

Pure values; keeping and ending it are operations (app/till/operations/holds.py, docs/adr/0014).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.loyalty.rules import points_needed, program_of
from app.till.cart import Cart, CartLine
from app.till.credit import OWN_CREDIT
from app.till.returnable import Returnable
from app.till.states import HoldKind, TakingKind
from app.till.taking import Taking
from app.till.tender import Tender
from app.vouchers.states import VoucherKind

VOUCHERS: Final = {kind.value: kind for kind in VoucherKind}
_SHARED: Final = frozenset({*VOUCHERS, "points", "account"})


@dataclass(frozen=True, slots=True)
class HoldPart:
    """What is kept: minor units, points, or thousandths of the unit that was sold."""

    kind: HoldKind
    amount: int
    reference: str = ""
    party_id: int | None = None
    sale_id: int | None = None
    sale_position: int | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """Money that is put on a card: nothing is kept, but the card must be one that is taken."""

    code: str
    kind: VoucherKind
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What a checkout needs of the whole shop; `cart.uuid` is its name."""

    cart: Cart
    parts: tuple[HoldPart, ...]
    loads: tuple[Load, ...] = ()
    payments: tuple[Taking, ...] = ()  # on customers' accounts: what they pay must be open


@dataclass(frozen=True, slots=True)
class Held:
    """The server keeps it; `origin` is the receipt whose goods come back, as the whole shop knows it."""

    origin: Returnable | None = None


def wish_of(cart: Cart, tenders: Sequence[Tender], settings: Mapping[str, object]) -> Wish | None:
    """What must be asked of the server for this checkout; None: nothing, as for nearly every one."""
    if cart.is_plain and not any(t.kind in _SHARED for t in tenders):
        return None
    takings = [(x.taking, x.unit_price_minor) for x in cart.lines if x.taking is not None]
    cards = [(t, minor) for t, minor in takings if t.kind is TakingKind.VOUCHER]
    parts = (
        *_paid_by(cart, tenders, settings), *(p for x in cart.lines for p in _goods(x)),
        *(HoldPart(HoldKind.GIFT_CARD, -minor, t.reference) for t, minor in cards if minor < 0),
    )  # fmt: skip
    loads = (
        *(Load(t.reference, VOUCHERS[t.kind], -t.amount_minor) for t in tenders if _is_load(t)),
        *(Load(t.reference, VoucherKind.GIFT_CARD, minor) for t, minor in cards if minor > 0),
    )
    payments = tuple(t for t, _minor in takings if t.kind is TakingKind.ACCOUNT)
    back = any(x.back is not None for x in cart.lines)
    if not (parts or loads or payments or back):
        return None
    return Wish(cart, parts, loads, payments)


def _is_load(t: Tender) -> bool:
    return t.kind in VOUCHERS and t.amount_minor < 0


def _paid_by(cart: Cart, tenders: Sequence[Tender], settings: Mapping[str, object]) -> Iterator[HoldPart]:
    """What is taken off cards, points, credit and what a customer may owe."""
    customer = cart.customer.party_id if cart.customer is not None else None
    points = sum(t.amount_minor for t in tenders if t.kind == "points")
    for t in tenders:
        if t.amount_minor <= 0:
            continue
        if t.kind in VOUCHERS:
            yield HoldPart(HoldKind(t.kind), t.amount_minor, t.reference)
        elif t.kind == "account":
            own = t.reference == OWN_CREDIT
            yield HoldPart(HoldKind.CREDIT if own else HoldKind.ACCOUNT, t.amount_minor, party_id=t.party_id)
    if points > 0:
        yield HoldPart(HoldKind.POINTS, points_needed(program_of(settings), points), party_id=customer)


def _goods(line: CartLine) -> Iterator[HoldPart]:
    """The receipt's line that comes back."""
    receipt = line.back.receipt if line.back is not None else None
    if receipt is not None:
        yield HoldPart(
            HoldKind.GOODS, line.quantity_milli, receipt.number, sale_id=receipt.sale_id,
            sale_position=receipt.position,
        )  # fmt: skip
