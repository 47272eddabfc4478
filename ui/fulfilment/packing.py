"""What lies in which package while it is packed: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.fulfilment.operations.packing import PackageDraft
from app.orders.queries import OrderLine


@dataclass(slots=True)
class Box:
    """A package that is being filled: base units by order line, and its weight."""

    contents: dict[int, int] = field(default_factory=dict)
    weight_grams: int = 0


class Packing:
    """The boxes of one shipment; the last box is the open one."""

    def __init__(self, lines: Sequence[OrderLine]) -> None:
        self.lines = [x for x in lines if x.picked_milli > 0]
        self.boxes = [Box()]

    def refresh(self, lines: Sequence[OrderLine]) -> None:
        """More was picked of them; what lies in the boxes stays there."""
        self.lines = [x for x in lines if x.picked_milli > 0]

    def packed_milli(self, line_id: int) -> int:
        """What lies in the boxes of a line."""
        return sum(box.contents.get(line_id, 0) for box in self.boxes)

    def left_milli(self, line: OrderLine) -> int:
        """What is picked and lies in no box yet."""
        return line.picked_milli - self.packed_milli(line.id)

    def line_for(self, product_id: int, quantity_milli: int) -> OrderLine | None:
        """The line that takes so much of a product."""
        fits = (
            x for x in self.lines if x.product_id == product_id and self.left_milli(x) >= quantity_milli
        )  # fmt: skip
        return next(fits, None)

    def knows(self, product_id: int) -> bool:
        """Whether the product belongs to this shipment at all."""
        return any(x.product_id == product_id for x in self.lines)

    def put(self, line: OrderLine, quantity_milli: int) -> None:
        """Into the open box."""
        box = self.boxes[-1]
        box.contents[line.id] = box.contents.get(line.id, 0) + quantity_milli

    def put_all(self) -> None:
        """Everything that is left into the open box, of one place: that of what lies in boxes already."""
        inside = [x for x in self.lines if self.packed_milli(x.id)]
        places = {x.location_id for x in inside or self.lines[:1]}
        for line in self.lines:
            if line.location_id in places and self.left_milli(line) > 0:
                self.put(line, self.left_milli(line))

    def new_box(self) -> bool:
        """Close the open box and open another one; False while it is empty."""
        if not self.boxes[-1].contents:
            return False
        self.boxes.append(Box())
        return True

    def empty(self) -> None:
        """Take everything out again."""
        self.boxes = [Box()]

    @property
    def done(self) -> bool:
        """Whether everything lies in a box."""
        return all(self.left_milli(x) == 0 for x in self.lines)

    def drafts(self) -> list[PackageDraft]:
        """The boxes as the room takes them; an open box that is still empty is none."""
        return [PackageDraft(dict(b.contents), b.weight_grams) for b in self.boxes if b.contents]
