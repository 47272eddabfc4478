"""Places of ours and the bins in them: what lives where, and whether the books may go below zero."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from app.fulfilment.goods import Place, list_places
from app.fulfilment.place_queries import BinRow, find_bin, home_bin, list_bins
from app.inventory.policies import get_place_policy, set_place_policy
from app.inventory.states import NegativeStock
from app.kernel.permission import Permission
from app.orders.screen_queries import ScannedGoods, find_goods
from ui.inventory.area import StockArea
from ui.inventory.bin_panel import BinPanel
from ui.inventory.new_place_panel import NewBinsPanel, NewPlacePanel
from ui.inventory.policy_panel import negative_choices
from ui.office.section import Section
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.form import Choice
from ui.widgets.sound import Sound
from ui.widgets.status import EmptyState
from ui.widgets.text import label


class PlacesArea(StockArea):
    """The bins of a place."""

    def __init__(self, section: Section, sound: Sound) -> None:
        tr = self.tr
        super().__init__(
            section, sound, tr("Bins"),
            [
                Column("bin", tr("Bin"), 150), Column("walk", tr("Place in the walk"), 190, least=750),
                Column("goods", tr("What lives there")), Column("count", tr("Products"), 110, figure=True),
                Column("state", tr("State"), 130),
            ],
            EmptyState(
                "inventory_2", tr("This place has no bins"),
                tr("Press F10 to add bins. Pick lists then lead from bin to bin."),
            ),
            Button(tr("New bins"), "primary", icon="add", hint="F10"),
        )  # fmt: skip
        self.place_choice = Choice()
        self.place_choice.setAccessibleName(tr("Place"))
        self.negative = Choice(negative_choices(tr("Till: allow, shipping: block")))
        self.negative.setAccessibleName(tr("When more is taken than the books have"))
        self.place_button = Button(tr("New place"), icon="storefront", hint="F9")
        self.place_choice.setFixedWidth(230)
        self.negative.setFixedWidth(310)
        self.top.addWidget(self.place_choice)
        self.top.addStretch(1)
        self.top.addWidget(label(tr("Below zero"), tokens.CAPTION, 500, "text2"))
        self.top.addWidget(self.negative)
        self.foot.insertWidget(2, self.place_button)
        may = self.desk.may(Permission.SETTINGS)
        self.negative.setEnabled(may)
        self.place_button.setVisible(may)
        self.primary_button.setVisible(self.desk.may(Permission.ADJUST_STOCK))
        self.place_choice.currentIndexChanged.connect(lambda _place: self._ask_bins(self._asked))
        self.negative.activated.connect(lambda _place: self._set_negative())
        self.place_button.clicked.connect(self.new_place)

    def hint(self) -> str:
        """What a scan does here."""
        return self.tr("A scan of a bin or of goods opens the bin.")

    def place_id(self) -> int:
        """The place that is shown."""
        return self.place_choice.value() or self.desk.services.context.stock_location_id

    def ask(self, asked: int) -> None:
        """The places, then the bins of the one that is chosen."""

        def have(places: list[Place]) -> None:
            self.place_choice.set_options([(p.id, p.name) for p in places], self.place_id())
            self._ask_bins(asked)

        self.desk.ask(list_places, have)

    def _ask_bins(self, asked: int) -> None:
        self.desk.ask(get_place_policy, self.negative.choose, location_id=self.place_id())
        self.desk.ask(
            list_bins, lambda found: self.show_rows([self._row(x) for x in found], asked),
            location_id=self.place_id(),
        )  # fmt: skip

    def _row(self, x: BinRow) -> TableRow:
        more = self.tr("and others") if x.products > 1 else ""
        goods = " ".join(part for part in (x.first_name, more) if part)
        state = self.tr("In use") if x.active else self.tr("Not in use")
        cells = (x.code, x.walk_key, goods, self.desk.formats.number(x.products), state)
        return TableRow(str(x.id), cells, {"state": "ok" if x.active else "text2"})

    def _set_negative(self) -> None:
        chosen = self.negative.value()
        self.desk.run(
            set_place_policy, lambda _none: self.desk.say(self.tr("It is kept so from now on.")),
            location_id=self.place_id(), negative=NegativeStock(chosen) if chosen else None,
        )  # fmt: skip

    # --- panels ---

    def open(self, key: str) -> None:
        """A bin."""
        panel = BinPanel(self.desk, self.sound)
        self.section.open_panel(panel)
        panel.load(int(key))

    def primary(self) -> None:
        """New bins."""
        panel = NewBinsPanel(self.desk, self.place_id())
        panel.made.connect(self.done)
        self.section.open_panel(panel)

    def new_place(self) -> None:
        """A new place, which is shown then."""
        panel = NewPlacePanel(self.desk)
        panel.made.connect(self._made)
        self.section.open_panel(panel)

    def _made(self, location_id: Any) -> None:
        self.place_choice.set_options([(location_id, "")], location_id)
        self.done()

    def pressed(self, key: Qt.Key) -> bool:
        """F9: a new place."""
        if key == Qt.Key.Key_F9 and self.place_button.isVisible():
            self.new_place()
            return True
        return super().pressed(key)

    def scanned(self, raw: str) -> bool:
        """The label of a bin, or goods: the bin they live in."""

        def found(bin_id: int | None) -> None:
            if bin_id is not None:
                self.open(str(bin_id))
            else:
                self.desk.ask(find_goods, lambda goods: self._goods(goods, raw), raw=raw)

        self.desk.ask(find_bin, found, location_id=self.place_id(), code=raw)
        return True

    def _goods(self, goods: ScannedGoods | None, raw: str) -> None:
        if goods is None:
            self.desk.say(self.tr("{code} is neither a bin nor goods.").format(code=raw.strip()), "warn")
            return

        def found(bin_id: int | None) -> None:
            if bin_id is None:
                told = self.tr("{name} lives in no bin here. Open a bin and scan it.")
                self.desk.say(told.format(name=goods.name), "warn")
            else:
                self.open(str(bin_id))

        self.desk.ask(home_bin, found, product_id=goods.product_id, location_id=self.place_id())
