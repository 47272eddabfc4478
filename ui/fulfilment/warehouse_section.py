"""The clerk's page: what waits, in the order of the work; everything opens by scan or Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.operations.picking import PickList, create_pick_list
from app.fulfilment.operations.queue import next_pack, next_pick
from app.fulfilment.queries import ShipmentRow, list_shipments
from app.fulfilment.screen_queries import (
    CountWork,
    PickWork,
    WorkCounts,
    count_work,
    find_work,
    list_count_work,
    list_pick_work,
    list_travelling,
)
from app.fulfilment.states import ShipmentStatus
from app.kernel.permission import Permission
from app.orders.queries import OrderRow, list_orders
from app.orders.states import Stage
from app.queues.operations import Taken
from app.queues.queries import Claim, list_claims
from app.queues.states import WorkKind
from ui.fulfilment.count_panel import CountPanel, count_reason
from ui.fulfilment.pack_panel import PackPanel
from ui.fulfilment.pick_panel import PickPanel
from ui.fulfilment.place_choice import PlaceChoice
from ui.fulfilment.scan_panel import ScanPanel
from ui.fulfilment.ship_panel import ShipPanel
from ui.office.section import OfficeDesk, Section
from ui.office.work_hold import WorkHold, who_has
from ui.orders.words import document_status
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.sound import SilentSound, Sound, make_sound
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

TO_PICK: Final = "to_pick"
PICKING: Final = "picking"
TO_PACK: Final = "to_pack"
TO_SHIP: Final = "to_ship"
ON_WAY: Final = "on_the_way"
TO_COUNT: Final = "to_count"
_LIMIT: Final = 200
# what is handed to one person, by the chip
_NEXT: Final[dict[str, Callable[..., Taken]]] = {TO_PICK: next_pick, PICKING: next_pick, TO_PACK: next_pack}
_KINDS: Final = {PICKING: WorkKind.PICK, TO_PACK: WorkKind.PACK}


class WarehouseSection(Section):
    """Pick, pack, ship, deliver."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        silent = desk.services.local.get("sound") == "off"
        self.sound: Sound = SilentSound() if silent else make_sound()
        self._asked = 0
        self._to_count: dict[str, CountWork] = {}
        self._after: int | None = None
        self._uuid = str(uuid4())
        self._counts = WorkCounts(0, 0, 0, 0, 0)
        self.chips = ChipBar(self.tr("Work"))
        self.table = DataTable(
            self.tr("Work that waits"),
            [
                Column("number", self.tr("Number"), 160),
                Column("who", self.tr("For")),
                Column("detail", self.tr("What"), 210),
                Column("day", self.tr("Day"), 196),
                Column("at_it", self.tr("At it"), 180),
            ],
            many=True,
        )
        self.empty = EmptyState(
            "task_alt", self.tr("Nothing waits here"),
            self.tr("Choose another chip, or scan the number on a paper."),
        )  # fmt: skip
        self.place = PlaceChoice(desk)
        self.place.chosen.connect(self.reload)
        self.list_button = Button(self.tr("Make pick list"), "primary", icon="playlist_play", hint="F10")
        self.next_button = Button(self.tr("Next piece of work"), icon="playlist_play", hint="F8")
        self.hold = WorkHold(desk, self)
        self._claims: dict[int, Claim] = {}  # who has which piece of the list
        self.open_button = Button(self.tr("Open"), "primary", icon="arrow_forward", hint="F10")
        self._lay_out()
        self.chips.chosen.connect(lambda _key: self.reload())
        self.table.opened.connect(self._open)
        self.table.more_wanted.connect(lambda _place: self._ask())
        self.table.selection_changed.connect(lambda _count: self._show_buttons())
        self.list_button.clicked.connect(self.make_list)
        self.next_button.clicked.connect(self.take_next)
        self.open_button.clicked.connect(lambda: self._open(self.table.current()))
        self._show_chips(TO_PICK)

    def _lay_out(self) -> None:
        title = label(self.tr("Warehouse"), tokens.KEY, 700)
        top = line(title, None, self.place, self.next_button, self.list_button, self.open_button)
        self.body.addLayout(top)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)

    # --- the page ---

    def entered(self) -> None:
        """Read what waits."""
        self.reload()
        if self.panel() is None:
            self.table.setFocus()

    def show_item(self, what: str) -> None:
        """pick:ID, pack:ORDER, ship:ID."""
        kind, _, key = what.partition(":")
        opened = {"pick": self.open_pick, "pack": self.open_pack, "ship": self.open_ship}.get(kind)
        if opened is not None:
            opened(int(key))

    def scanned(self, raw: str) -> bool:
        """The panel in front takes it; on the list it is the number on a paper."""
        panel = self.panel()
        if isinstance(panel, ScanPanel | ShipPanel):
            panel.scanned(raw)
            return True
        if panel is not None:
            return False
        self.desk.ask(find_work, lambda found: self._found(found, raw), number=raw)
        return True

    def _found(self, found: tuple[str, int] | None, raw: str) -> None:
        if found is None:
            self.desk.say(
                self.tr("{code} is no pick list, order or shipment.").format(code=raw.strip()), "warn"
            )
        elif found[0] == "pick":
            self.open_pick(found[1])
        elif found[0] == "shipment":
            self.open_ship(found[1])
        else:
            self.open_pack(found[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10: the button at the top; F8: the next piece of work."""
        if event.key() == Qt.Key.Key_F8 and self.panel() is None and self.next_button.isVisible():
            self.take_next()
        elif event.key() == Qt.Key.Key_F10 and self.panel() is None:
            if self.list_button.isVisible():
                self.make_list()
            else:
                self._open(self.table.current())
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list; what was open is whose it is next."""
        self.hold.let_go()
        self.reload()
        self.table.setFocus()

    # --- the list ---

    def work(self) -> str:
        """The chip that is chosen."""
        return self.chips.selected() or TO_PICK

    def choose(self, work: str) -> None:
        """Choose a chip."""
        self.chips.select(work)
        self.reload()

    def reload(self) -> None:
        """Read the counts and the first page."""
        self._asked += 1
        self._after = None
        kind = _KINDS.get(self.work())
        if kind is None:
            self._claims = {}
        else:
            now = self.desk.services.gateway.runtime.factory.clock()
            self.desk.ask(list_claims, lambda found: setattr(self, "_claims", found), kind=kind, at=now)
        self.place.read(wanted=self.work() == TO_PICK)
        self._ask()
        self.desk.ask(count_work, self._have_counts)

    def _ask(self) -> None:
        asked, work = self._asked, self.work()
        if work == TO_COUNT:
            self.desk.ask(list_count_work, lambda found: self._have_counted(found, asked))
        elif work == PICKING:
            self.desk.ask(list_pick_work, lambda found: self._have_lists(found, asked))
        elif work in (TO_PICK, TO_PACK):
            stage = Stage.TO_PICK if work == TO_PICK else Stage.TO_PACK
            self.desk.ask(
                list_orders, lambda found: self._have_orders(found, asked), stage=stage,
                after_id=self._after, limit=_LIMIT,
                location_id=self.place.value() if work == TO_PICK else None,
            )  # fmt: skip
        elif work == TO_SHIP:
            self.desk.ask(
                list_shipments, lambda found: self._have_shipments(found, asked),
                status=ShipmentStatus.PACKED, after_id=self._after, limit=_LIMIT,
            )  # fmt: skip
        else:
            self.desk.ask(
                list_travelling, lambda found: self._have_shipments(found, asked), after_id=self._after,
                limit=_LIMIT,
            )  # fmt: skip

    def _have_lists(self, found: list[PickWork], asked: int) -> None:
        rows = []
        for x in found:
            done = self.tr("{done} of {stops} places done").format(done=x.done, stops=x.stops)
            rows.append(
                TableRow(
                    str(x.id),
                    (x.number, ", ".join(x.orders), done, document_status(x.status.value), self._at_it(x.id)),
                )
            )
        self._show(rows, asked, more=False)

    def _have_orders(self, found: list[OrderRow], asked: int) -> None:
        rows = []
        for x in found:
            wanted = self.desk.formats.date(x.requested_on) if x.requested_on else ""
            reference = x.customer_reference
            rows.append(
                TableRow(str(x.id), (x.number or "-", x.party_name, reference, wanted, self._at_it(x.id)))
            )
        self._show(rows, asked, more=len(found) == _LIMIT)

    def _at_it(self, item_id: int) -> str:
        return who_has(self._claims.get(item_id), self.desk)

    def _have_shipments(self, found: list[ShipmentRow], asked: int) -> None:
        rows = []
        for x in found:
            failed = document_status(x.status.value) if x.status is ShipmentStatus.FAILED else ""
            travels = " ".join(part for part in (failed, x.carrier, x.tracking_number) if part)
            when = self.desk.formats.date_time(x.dispatched_at or x.packed_at)
            number = x.number or x.order_number or "-"
            rows.append(TableRow(str(x.id), (number, x.party_name, travels, when, "")))
        self._show(rows, asked, more=len(found) == _LIMIT)

    def _have_counted(self, found: list[CountWork], asked: int) -> None:
        self._to_count = {str(x.id): x for x in found}
        rows = [
            TableRow(
                str(x.id),
                (
                    x.bin or "-",
                    x.name,
                    count_reason(x.reason),
                    self.desk.formats.date_time(x.created_at),
                    "",
                ),
            )
            for x in found
        ]
        self._show(rows, asked, more=False)

    def _show(self, rows: list[TableRow], asked: int, *, more: bool) -> None:
        if asked != self._asked:
            return
        first, self._after = self._after is None, int(rows[-1].key) if rows else self._after
        if not first:
            self.table.add_rows(rows, more=more)
            return
        kept = self.table.current()
        if not rows and self.table.hasFocus():
            self.setFocus()  # else Qt gives the keyboard to a button at the left
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows, more=more)
        self.table.select(kept)
        self._show_buttons()

    def _show_buttons(self) -> None:
        to_pick = self.work() == TO_PICK
        self.list_button.setVisible(to_pick and self.desk.may(Permission.PICK))
        self.open_button.setVisible(not to_pick)
        right = Permission.SHIP if self.work() == TO_PACK else Permission.PICK
        self.next_button.setVisible(self.work() in _NEXT and self.desk.may(right))
        self.list_button.setEnabled(self.table.selected_count() > 0)
        self.open_button.setEnabled(self.table.count() > 0)

    def _have_counts(self, counts: WorkCounts) -> None:
        if counts != self._counts:
            self._counts = counts
            self._show_chips(self.work())

    def _show_chips(self, chosen: str) -> None:
        counts, number = self._counts, self.desk.formats.number
        chips = [
            (TO_PICK, f"{self.tr('To pick')} {number(counts.to_pick)}"),
            (PICKING, f"{self.tr('Pick lists')} {number(counts.picking)}"),
            (TO_PACK, f"{self.tr('To pack')} {number(counts.to_pack)}"),
            (TO_SHIP, f"{self.tr('To ship')} {number(counts.to_ship)}"),
            (ON_WAY, f"{self.tr('On the way')} {number(counts.on_the_way)}"),
            (TO_COUNT, f"{self.tr('To count')} {number(counts.to_count)}"),
        ]
        self.chips.set_chips(chips, chosen)

    # --- the work ---

    def take_next(self) -> None:
        """Whatever is next and nobody has."""
        operation = _NEXT.get(self.work())
        if operation is next_pick:
            self.desk.run(operation, self._have_next, location_id=self.place.value())
        elif operation is not None:
            self.desk.run(operation, self._have_next)

    def _have_next(self, taken: Taken) -> None:
        self.hold.have(taken)
        opened = self.open_pick if taken.kind is WorkKind.PICK else self.open_pack
        opened(taken.item_id)

    def make_list(self) -> None:
        """One walk for the chosen orders, each with a tote of its own."""
        chosen = [int(key) for key in self.table.selected()]
        if chosen:
            place = self.place.value()
            self.desk.run(create_pick_list, self._made, uuid=self._uuid, order_ids=chosen, location_id=place)

    def _made(self, found: PickList) -> None:
        self._uuid = str(uuid4())
        self.open_pick(found.pick_list_id)

    def _open(self, key: str) -> None:
        if not key:
            return
        opened: dict[str, Any] = {
            PICKING: self.open_pick, TO_PACK: self.open_pack, TO_SHIP: self.open_ship,
            ON_WAY: self.open_ship, TO_COUNT: self.open_count,
        }  # fmt: skip
        work = opened.get(self.work())
        if work is None:
            self.make_list()
        else:
            work(int(key))

    def open_pick(self, pick_list_id: int) -> PickPanel:
        """Walk a list."""
        panel = PickPanel(self.desk, self.sound)
        panel.finished.connect(self._picked)
        self.hold.take(WorkKind.PICK, pick_list_id)
        self.open_panel(panel)
        panel.load(pick_list_id)
        return panel

    def _picked(self, order_ids: list[int]) -> None:
        if len(order_ids) == 1 and self.desk.may(Permission.SHIP):
            self.open_pack(order_ids[0])
        else:
            self.chips.select(TO_PACK)
            self.close_panel()

    def open_pack(self, order_id: int) -> PackPanel:
        """Pack an order."""
        panel = PackPanel(self.desk, self.sound)
        panel.packed.connect(self.open_ship)
        self.hold.take(WorkKind.PACK, order_id)
        self.open_panel(panel)
        panel.load(order_id)
        return panel

    def open_count(self, task_id: int) -> CountPanel | None:
        """Count a shelf."""
        work = self._to_count.get(str(task_id))
        if work is None:
            return None
        panel = CountPanel(self.desk, self.sound, work)
        panel.counted.connect(self.close_panel)
        self.open_panel(panel)
        return panel

    def open_ship(self, shipment_id: int) -> ShipPanel:
        """A shipment."""
        panel = ShipPanel(self.desk, self.sound)
        panel.unpacked.connect(self.open_pack)
        self.hold.let_go()
        self.open_panel(panel)
        panel.load(shipment_id)
        return panel
