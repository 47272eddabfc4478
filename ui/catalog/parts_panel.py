"""What a product is made of: the parts of a kit, or the recipe of what is put together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.catalog.drafts import PartDraft, SavedProduct
from app.catalog.kits import Part, list_parts
from app.catalog.operations import set_parts
from app.catalog.queries import ProductFilter, ProductRow, list_products
from app.kernel.quantity import ONE
from app.orders.screen_queries import ScannedGoods
from ui.inventory.goods_lines import GoodsLine
from ui.inventory.goods_panel import GoodsPanel
from ui.office.section import OfficeDesk
from ui.widgets.data_table import Column, TableRow
from ui.widgets.sound import Sound


class PartsPanel(GoodsPanel):
    """Each scan, code or word puts one more of it into the product.

    Signals:
        done(object): saved; the SavedProduct.
    """

    done = Signal(object)

    def __init__(
        self, desk: OfficeDesk, sound: Sound, product: tuple[int, int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, sound, "", parent)
        self._product_id, self._version, name = product
        self.set_title(self.tr("Parts of {name}").format(name=name))
        self.code.setPlaceholderText(self.tr("Scan a part, or type its code or name and press Enter"))
        self.finish_button.setText(self.tr("Save"))
        self.show_all()

    def load(self) -> None:
        """Read what it is made of."""
        self.ask(
            list_parts, self._have, product_id=self._product_id,
            location_id=self.desk.services.context.stock_location_id,
        )  # fmt: skip

    def _have(self, parts: list[Part]) -> None:
        for part in parts:
            line = self.goods.add(GoodsLine("", part.product_id, part.sku, part.name, part.unit))
            line.quantity_milli, line.expected_milli = part.quantity_milli, part.on_hand_milli
        self.goods.current = self.goods.lines[0] if self.goods.lines else None
        self.show_all()

    def columns(self) -> Sequence[Column]:
        """Item, on hand, how much of it."""
        return [
            Column("sku", self.tr("Number"), 150, least=700), Column("item", self.tr("Item")),
            Column("there", self.tr("On hand"), 140, figure=True, least=560),
            Column("quantity", self.tr("In one"), 140, figure=True),
        ]  # fmt: skip

    def row(self, x: GoodsLine) -> TableRow:
        """A part."""
        quantity = self.desk.formats.quantity
        there = "" if x.expected_milli is None else quantity(x.expected_milli, x.unit)
        return TableRow(x.key, (x.sku, x.name, there, quantity(x.quantity_milli, x.unit)))

    def state_text(self) -> str:
        """What the list is."""
        if not self.goods.lines:
            return self.tr("Scan what is in it")
        return self.tr("%n part(s)", "", len(self.goods.lines))

    def can_finish(self) -> bool:
        """A product may be made of nothing; a line of nothing is none."""
        return self.dirty and all(x.quantity_milli > 0 for x in self.goods.lines)

    def ask_grid(self, goods: ScannedGoods) -> bool:
        """A template is no part."""
        del goods
        return False

    def other(self, raw: str) -> bool:
        """Words of a name."""
        context = self.desk.services.context
        self.ask(
            list_products, lambda found: self._by_words(found, raw), wanted=ProductFilter(text=raw),
            price_list_id=context.till.price_list_id, location_id=context.stock_location_id, on=context.on,
            limit=1,
        )  # fmt: skip
        return True

    def _by_words(self, found: list[ProductRow], raw: str) -> None:
        if found:
            self.found(ScannedGoods(found[0].id, found[0].name, found[0].unit, None, ONE))
        else:
            self.wrong(self.tr("No product is found by “{text}”.").format(text=raw.strip()[:40]))

    def finish(self) -> None:
        """Save the list."""
        self.run(
            set_parts, self._saved, product_id=self._product_id, version=self._version,
            parts=[PartDraft(x.product_id, x.quantity_milli) for x in self.goods.filled()],
        )  # fmt: skip

    def _saved(self, saved: SavedProduct) -> None:
        self.booked()
        self.done.emit(saved)
