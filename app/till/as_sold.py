"""A priced cart as values that travel, and back: what was sold stands as sold, nothing is worked out anew.

The figures are taken as the till had them, by the names of the fields, so that a price, a tax rate or a
rule that has changed since changes nothing of a sale that was made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, fields, replace
from typing import Any, Final

from app.kernel.refusal import Refusal
from app.tax.rules import TaxTotal
from app.till.cart import Cart, CartLine
from app.till.cart_json import cart_from_json, cart_to_json
from app.till.kits import PartFigures
from app.till.rules import CartParts, PricedCart, PricedLine
from app.till.tender import Tender

_LINE: Final = tuple(f.name for f in fields(PricedLine) if f.name not in {"line", "parts"})
_CART: Final = tuple(f.name for f in fields(PricedCart) if f.name not in {"cart", "lines", "totals", "parts"})


class SoldUnreadableError(Refusal):
    """Not what a till of this version tells."""

    message = "The document cannot be read. Update the program of the station that sends it."


@dataclass(frozen=True, slots=True)
class SoldDocument:
    """The identity of one document of a checkout, as the till gave it; `kind` is "sale" or "taking"."""

    sale_id: int
    number: str
    kind: str = "sale"


@dataclass(frozen=True, slots=True)
class AsSold:
    """A checkout as it was booked at the till.

    Attributes:
        documents: by the UUID of each.
        held: the server kept for it what it needed of the whole shop.
    """

    priced: PricedCart
    tenders: tuple[Tender, ...]
    rounding_minor: int
    shift_id: int
    payload_hash: str
    documents: Mapping[str, SoldDocument]
    held: bool = False


def as_sold_values(sold: AsSold) -> dict[str, Any]:
    """The checkout as values for JSON."""
    parts = sold.priced.parts
    return {
        "cart": cart_to_json(sold.priced.cart),
        "priced": _figures(sold.priced),
        "sold": _figures(parts.sold) if parts is not None else None,
        "back": _figures(parts.back) if parts is not None else None,
        "split": parts is not None,
        "tenders": [asdict(t) for t in sold.tenders],
        "rounding_minor": sold.rounding_minor,
        "shift_id": sold.shift_id,
        "payload_hash": sold.payload_hash,
        "documents": {uuid: astuple(d) for uuid, d in sold.documents.items()},
        **({"held": True} if sold.held else {}),
    }


def as_sold_from(values: Mapping[str, Any]) -> AsSold:
    """The checkout that as_sold_values told.

    Raises:
        SoldUnreadableError: it is not whole, or of another version.
        CartVersionError, CartUnreadableError: its cart is.
    """
    try:
        cart = cart_from_json(values["cart"])
        priced = _priced(cart, cart.lines, values["priced"], _parts(cart, values))
        tenders = tuple(Tender(**t) for t in values["tenders"])
        documents = {uuid: SoldDocument(*d) for uuid, d in values["documents"].items()}
        return AsSold(
            priced, tenders, values["rounding_minor"], values["shift_id"], values["payload_hash"], documents,
            values.get("held") is True,
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise SoldUnreadableError from error


def _figures(priced: PricedCart | None) -> dict[str, Any] | None:
    if priced is None:
        return None
    return {
        "lines": [_line_values(x) for x in priced.lines],
        "totals": [[t.code, t.rate, t.base_minor, t.tax_minor] for t in priced.totals],
        "sums": {name: getattr(priced, name) for name in _CART},
    }


def _line_values(x: PricedLine) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(x, name) for name in _LINE}
    return {**found, "parts": [astuple(p) for p in x.parts]} if x.parts else found


def _line(line: CartLine, values: Mapping[str, Any]) -> PricedLine:
    figures = {name: values[name] for name in _LINE}
    return PricedLine(line, **figures, parts=tuple(PartFigures(*p) for p in values.get("parts", ())))


def _priced(
    cart: Cart, lines: Sequence[CartLine], values: Mapping[str, Any], parts: CartParts | None
) -> PricedCart:
    return PricedCart(
        cart=cart,
        lines=tuple(_line(line, found) for line, found in zip(lines, values["lines"], strict=True)),
        totals=tuple(TaxTotal(*t) for t in values["totals"]),
        parts=parts,
        **values["sums"],
    )


def _parts(cart: Cart, values: Mapping[str, Any]) -> CartParts | None:
    if not values["split"]:
        return None
    return CartParts(
        _part(cart, [x for x in cart.lines if x.is_plain], values["sold"]),
        _part(cart, [x for x in cart.lines if x.back is not None], values["back"]),
        tuple(x for x in cart.lines if x.taking is not None),
    )


def _part(cart: Cart, lines: Sequence[CartLine], values: Mapping[str, Any] | None) -> PricedCart | None:
    if values is None:
        return None
    discount = cart.discount if any(x.is_plain for x in lines) else None
    return _priced(replace(cart, lines=tuple(lines), discount=discount), lines, values, None)
