"""Which document of a checkout is paid by what: one bears the money, the others are settled with it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from app.till.refunds import EXCHANGE
from app.till.rules import CartParts
from app.till.tender import Tender

_SALE: Final = "sale"
_RETURN: Final = "return"


@dataclass(frozen=True, slots=True)
class Share:
    """How one document is paid; `rounding_minor` is cash rounding, on the document that bears the money."""

    uuid: str
    tenders: tuple[Tender, ...]
    rounding_minor: int = 0


@dataclass(frozen=True, slots=True)
class Shares:
    """The share of each document of a checkout."""

    sold: Share | None
    back: Share | None
    takings: tuple[Share, ...]


def settle(due_minor: int, parts: CartParts, paid: Share) -> Shares:
    """Share what was paid out to the documents.

    The sale bears the money that comes in and the return what is paid out; where there is none, money
    that is taken. Each of the others is paid in whole by "exchange", and the bearer by the opposite of
    them all, so that "exchange" comes to nothing.

    Args:
        due_minor: what the checkout comes to; negative: money is paid out.
        parts: sale, return, money taken.
        paid: the checkout's UUID and what was paid.
    """
    amounts: dict[str, int] = {}
    if parts.sold is not None:
        amounts[_SALE] = parts.sold.gross_minor
    amounts |= {f"taking-{i}": x.unit_price_minor for i, x in enumerate(parts.takings)}
    if parts.back is not None:
        amounts[_RETURN] = -parts.back.gross_minor
    bearer = _RETURN if due_minor < 0 and _RETURN in amounts else next(iter(amounts))
    others = sum(amount for name, amount in amounts.items() if name != bearer)
    shares = {name: _settled(paid.uuid, name, amount) for name, amount in amounts.items()}
    shares[bearer] = Share(paid.uuid, (*paid.tenders, *_exchange(-others)), paid.rounding_minor)
    takings = tuple(shares[f"taking-{i}"] for i in range(len(parts.takings)))
    return Shares(shares.get(_SALE), shares.get(_RETURN), takings)


def _settled(uuid: str, name: str, amount_minor: int) -> Share:
    return Share(str(uuid5(NAMESPACE_OID, f"{uuid}/{name}")), _exchange(amount_minor))


def _exchange(amount_minor: int) -> tuple[Tender, ...]:
    if not amount_minor:
        return ()
    return (Tender(EXCHANGE, EXCHANGE, amount_minor, amount_minor),)
