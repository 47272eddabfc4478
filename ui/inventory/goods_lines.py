"""The lines of a receipt, a transfer or a delivery while they are scanned: pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.kernel.quantity import ONE


@dataclass(slots=True)
class GoodsLine:
    """Goods on a list; quantities in base units, the cost of one in millionths of a minor unit.

    Attributes:
        key: names the line on the screen.
        source_id: the line of the document it fulfils, 0 where there is none.
        expected_milli: what that line still wants; the most that is free where goods are sent.
        numbered: each piece has a serial number, which is asked for.
        serials: the numbers so far.
        note: said beside the name while it is the current line.
    """

    key: str
    product_id: int
    sku: str
    name: str
    unit: str
    quantity_milli: int = 0
    expected_milli: int | None = None
    source_id: int = 0
    unit_cost_micro: int = 0
    lot: str = ""
    expires_on: date | None = None
    bin: str = ""
    note: str = ""
    numbered: bool = False
    serials: list[str] = field(default_factory=list)

    @property
    def serials_missing(self) -> int:
        """How many pieces have no number yet."""
        return max(self.quantity_milli // ONE - len(self.serials), 0) if self.numbered else 0


class GoodsLines:
    """What was scanned so far; the line scanned last is the current one."""

    def __init__(self) -> None:
        self.lines: list[GoodsLine] = []
        self.current: GoodsLine | None = None
        self._next = 1

    def add(self, line: GoodsLine) -> GoodsLine:
        """Another line, at the end."""
        line.key = str(self._next)
        self._next += 1
        self.lines.append(line)
        return line

    def find(self, product_id: int, lot: str = "") -> GoodsLine | None:
        """The line that takes a scan: of that lot, else one whose lot is not known yet.

        A scan without a lot goes to the line of the product that was scanned last.
        """
        mine = [x for x in self.lines if x.product_id == product_id]
        if not lot:
            if self.current in mine:
                return self.current
            return next((x for x in mine if not x.lot), mine[-1] if mine else None)
        same = next((x for x in mine if x.lot == lot), None)
        return same or next((x for x in mine if not x.lot), None)

    def sibling(self, product_id: int) -> GoodsLine | None:
        """Any line of the product: another lot of it fulfils the same line of the document."""
        return next((x for x in self.lines if x.product_id == product_id), None)

    def put(self, line: GoodsLine, quantity_milli: int) -> None:
        """So much more."""
        line.quantity_milli += quantity_milli
        self.current = line

    def choose(self, key: str) -> GoodsLine | None:
        """Make a line the current one."""
        self.current = next((x for x in self.lines if x.key == key), None)
        return self.current

    def drop(self, line: GoodsLine) -> None:
        """Nothing of it came after all: a line of a document stays, with 0."""
        if line.source_id and self._only(line):
            line.quantity_milli, line.lot, line.expires_on = 0, "", None
            line.serials.clear()
            return
        self.lines.remove(line)
        self.current = self.lines[-1] if self.lines else None

    def _only(self, line: GoodsLine) -> bool:
        return not any(x is not line and x.source_id == line.source_id for x in self.lines)

    def came_milli(self, source_id: int) -> int:
        """What was scanned for a line of the document, all lots together."""
        return sum(x.quantity_milli for x in self.lines if x.source_id == source_id)

    def filled(self) -> list[GoodsLine]:
        """The lines with a quantity."""
        return [x for x in self.lines if x.quantity_milli > 0]
