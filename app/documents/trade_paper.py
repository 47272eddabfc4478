"""What stands on a business letter, before it is drawn; figures are texts already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.documents.trade_sheet import A4, Style

if TYPE_CHECKING:
    from app.documents.swiss_bill import SwissBill

TICK: Final = "\u2610"  # a cell that says so is drawn as a box to tick


@dataclass(frozen=True, slots=True)
class Head:
    """Of the table: the words of a column, its share of the width in millimetres, and its side."""

    words: str
    width: float
    right: bool = True
    key: str = ""  # what a layout calls it (app.layouts.kinds.OPTIONAL_COLUMNS)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; the item's cell has the name and, smaller, its details.

    Attributes:
        cells: one text a column; the item's is the column without a width.
        details: below the item: SKU, discount, promised day.
        amount_minor: what the line adds to the sum carried to the next page.
        group: a heading before it, e.g. the delivery note the following lines come from.
    """

    cells: tuple[str, ...]
    details: tuple[str, ...] = ()
    amount_minor: int = 0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """A line of the totals."""

    words: str
    amount: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """The acknowledgement of a delivery: who took it, and the signature drawn on the screen."""

    on: str = ""
    by: str = ""
    signature: bytes | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """The sender as it stands on the letter."""

    name: str
    sender_line: str
    contact: tuple[str, ...]  # at the head's right side
    foot: tuple[tuple[str, ...], ...]  # columns at the foot
    logo: bytes | None = None


def item_place(heads: Sequence[Head]) -> int:
    """The place of the item's column, which takes the width that is left."""
    return next((i for i, head in enumerate(heads) if not head.width), 0)


@dataclass(frozen=True, slots=True)
class TradePaper:
    """A whole business letter."""

    title: str
    language: str
    sender: Sender
    recipient: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    intro: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    currency: str = ""
    carries: bool = False  # the sum of the lines goes from page to page
    tax_heads: tuple[str, ...] = ()
    taxes: tuple[tuple[str, ...], ...] = ()
    totals: tuple[Total, ...] = ()
    terms: tuple[str, ...] = ()
    instalments: tuple[tuple[str, str, str], ...] = ()
    bank: tuple[tuple[str, str], ...] = ()
    payment_code: str = ""  # what the payment QR says; "": none
    swiss: SwissBill | None = None  # a Swiss QR-bill, on a sheet of its own
    closing: tuple[str, ...] = ()
    receipt: Receipt | None = None
    style: Style = A4
    mark: str = ""  # across the page: draft, training
