"""The goods in the lines of a cart: those of a kit are its parts. What moves, and what of it was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.inventory.operations import Issue
from app.till.rules import PricedCart, PricedLine
from app.till.sale_rows import Row, SaleHead, base_quantity


@dataclass(frozen=True, slots=True)
class Piece:
    """Goods of one line that move: the line itself, or one of its parts.

    Attributes:
        line: index of the line.
        part: index of the part, None for the line itself.
        issue: what moves.
    """

    line: int
    part: int | None
    issue: Issue


@dataclass(slots=True)
class Moved:
    """What the goods cost, signed: by line, and by line and part; and the stock moves that were written."""

    costs: list[int]
    moves: list[Row] = field(default_factory=list)
    parts: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)  # quantity and cost

    def add(self, pieces: Sequence[Piece], costs: Sequence[int], moves: list[Row]) -> None:
        """Goods have moved."""
        self.moves += moves
        for piece, cost in zip(pieces, costs, strict=True):
            self.costs[piece.line] += cost
            if piece.part is not None:
                self.parts[piece.line, piece.part] = (piece.issue.quantity_milli, cost)


def keeps_stock(priced: PricedLine) -> bool:
    """Whether goods move for the line."""
    item = priced.line.item
    return bool(item.parts) or (item.product_id is not None and item.on_hand_milli is not None)


def pieces_out(priced: PricedCart) -> list[Piece]:
    """What leaves the stock for the lines of a sale; goods without stock do not."""
    found: list[Piece] = []
    for i, x in enumerate(priced.lines):
        item = x.line.item
        if item.parts:
            found += _parts_out(i, x)
        elif item.product_id is not None and item.on_hand_milli is not None:
            found.append(Piece(i, None, Issue(item.product_id, base_quantity(x), x.net_minor)))
    return found


def _parts_out(index: int, priced: PricedLine) -> list[Piece]:
    kits = base_quantity(priced)
    return [
        Piece(index, j, Issue(part.product_id, part.in_kits(kits), figures.net_minor))
        for j, (part, figures) in enumerate(zip(priced.line.item.parts, priced.parts, strict=True))
        if part.stocked
    ]


def part_rows(head: SaleHead, priced: PricedCart, moved: Moved) -> list[Row]:
    """The rows of sale_line_part; none for a cart without kits."""
    return [
        row
        for i, x in enumerate(priced.lines)
        if x.parts
        for row in _rows_of(head, i, x, moved)
    ]  # fmt: skip


def _rows_of(head: SaleHead, index: int, priced: PricedLine, moved: Moved) -> list[Row]:
    kits, sign = base_quantity(priced), head.sign
    rows: list[Row] = []
    for j, (part, figures) in enumerate(zip(priced.line.item.parts, priced.parts, strict=True)):
        quantity, cost = moved.parts.get((index, j), (sign * part.in_kits(kits), 0))
        rows.append(
            {
                "sale_id": head.sale_id, "position": index + 1, "part": j + 1,
                "product_id": part.product_id, "quantity_milli": quantity,
                "tax_class_id": part.tax_class_id, "net_minor": sign * figures.net_minor,
                "tax_minor": sign * figures.tax_minor, "gross_minor": sign * figures.gross_minor,
                "cost_minor": cost,
            }
        )  # fmt: skip
    return rows
