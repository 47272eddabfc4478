"""Where an order ships from: the ways there are, the best by the shop's rule first, and why."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.orders.drafts import SavedOrder
from app.orders.operations.route import route_order
from app.orders.queries import OrderDetail
from app.orders.route_queries import RoutePage, route_page
from app.orders.routing import Part, Route, RouteRule
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_WIDE: Final = 900


class RoutePanel(DocumentPanel):
    """The ways above, what comes from where below; Enter or F10 takes the one that is chosen.

    Signals:
        done(object): the id of the order, which ships that way.
    """

    done = Signal(object)

    def __init__(self, desk: OfficeDesk, detail: OrderDetail) -> None:
        super().__init__(desk, "")
        tr = self.tr
        self.detail = detail
        self.found: RoutePage | None = None
        self.set_title(tr("Ship {number} from").format(number=detail.row.number or detail.row.party_name))
        self.rule = label("", tokens.SUB, 400, "text2", wrap=True)
        self.table = DataTable(tr("Ways to ship"), [
            Column("place", tr("From")), Column("shipments", tr("Shipments"), 110, figure=True),
            Column("ready", tr("All ready"), 150), Column("missing", tr("Missing now"), 130, figure=True),
            Column("distance", tr("Distance"), 110, figure=True, least=_WIDE),
        ])  # fmt: skip
        self.why = label("", tokens.BODY, 600, wrap=True)
        self.parts = DataTable(tr("What comes from where"), [
            Column("item", tr("Item")), Column("place", tr("From"), 220),
            Column("quantity", tr("Quantity"), 120, figure=True),
            Column("there", tr("There"), 110, figure=True), Column("ready", tr("Ready"), 150),
        ])  # fmt: skip
        self.empty = EmptyState(
            "inventory_2", tr("Nothing of it can be moved"),
            tr("What is being picked, packed or gone stays where it is. Give its pick list back first."),
        )  # fmt: skip
        self.take_button = Button(tr("Ship it this way"), "primary", icon="task_alt", hint="F10")
        self.page.addWidget(self.rule)
        self.page.addWidget(self.table, 3)
        self.page.addWidget(self.why)
        self.page.addWidget(self.parts, 4)
        self.page.addWidget(self.empty, 1)
        self.content.addLayout(line(None, self.take_button))
        self.first = self.table
        self.table.current_changed.connect(self._show_parts)
        self.table.opened.connect(lambda _key: self.take())
        self.take_button.clicked.connect(self.take)
        self.ask(route_page, self._have, order_id=detail.row.id, on=desk.services.context.on)

    def route(self) -> Route | None:
        """The way that is chosen."""
        key = self.table.current()
        return self.found.routes[int(key)] if self.found is not None and key else None

    def _have(self, found: RoutePage) -> None:
        self.found = found
        self.rule.setText(f"{self._rule_sentence(found.rule)} {self._split_sentence(found)}")
        for part in (self.table, self.parts, self.why, self.rule, self.take_button):
            part.setVisible(bool(found.routes))
        self.empty.setVisible(not found.routes)
        self.table.set_rows([self._row(str(i), x, found) for i, x in enumerate(found.routes)])
        if found.routes:
            self.table.select("0")
            self._show_parts("0")
        self.take_focus()

    def _rule_sentence(self, rule: RouteRule) -> str:
        return {
            RouteRule.WHOLE: self.tr("Preferred is one place that has all of it."),
            RouteRule.NEAREST: self.tr("Preferred is the nearest place that has all of it."),
            RouteRule.SOONEST: self.tr("Preferred is where it can leave first."),
        }[rule]

    def _split_sentence(self, found: RoutePage) -> str:
        if found.may_split:
            return self.tr("It may leave from several places.")
        return self.tr("It leaves from one place.")

    def _row(self, key: str, x: Route, found: RoutePage) -> TableRow:
        formats = self.desk.formats
        today = self.desk.services.context.on
        distance = (
            "-" if x.distance_km is None else self.tr("{km} km").format(km=formats.number(x.distance_km))
        )
        if x.ready_on is None:
            ready = self.tr("not known")
        else:
            ready = self.tr("now") if x.ready_on == today else formats.date(x.ready_on)
        missing = formats.quantity(x.missing_milli) if x.missing_milli else "-"
        cells = (
            " + ".join(found.names[i] for i in x.places), formats.number(len(x.places)), ready, missing,
            distance,
        )  # fmt: skip
        return TableRow(key, cells, {"missing": "warn" if x.missing_milli else "text2"})

    def _show_parts(self, key: str) -> None:
        found = self.found
        if found is None or not key:
            return
        route = found.routes[int(key)]
        self.why.setText(self._reasons(route, found))
        self.parts.set_rows([self._part(str(i), x, found) for i, x in enumerate(route.parts)])

    def _part(self, key: str, x: Part, found: RoutePage) -> TableRow:
        formats = self.desk.formats
        name, unit = found.items[x.line_id]
        ready = formats.date(x.ready_on) if x.ready_on is not None else self.tr("not known")
        cells = (
            name, found.names[x.location_id], formats.quantity(x.quantity_milli, unit),
            formats.quantity(x.there_milli), ready,
        )  # fmt: skip
        short = x.there_milli < x.quantity_milli
        return TableRow(key, cells, {"there": "warn" if short else "ok"})

    def _reasons(self, x: Route, found: RoutePage) -> str:
        """Why this way is where it stands in the list."""
        told = []
        if x is found.routes[0]:
            told.append(self.tr("The best by the rule of the shop:"))
        count = len(x.places)
        if not x.missing_milli:
            whole = self.tr("everything is there, in one shipment")
            told.append(whole if count == 1 else self.tr("everything is there, in %n shipment(s)", "", count))
        elif x.ready_on is None:
            told.append(self.tr("some of it is not there, and nobody knows when it comes"))
        else:
            day = self.desk.formats.date(x.ready_on)
            told.append(self.tr("some of it is not there; the last can leave on {day}").format(day=day))
        if x.distance_km is not None:
            km = self.desk.formats.number(x.distance_km)
            told.append(self.tr("{km} km to the customer").format(km=km))
        if {found.now[p.line_id] for p in x.parts} == set(x.places) and count == 1:
            told.append(self.tr("it ships from there now"))
        first, *others = told
        joined = "; ".join(others) if first.endswith(":") else "; ".join(told)
        return f"{first} {joined}." if first.endswith(":") else f"{joined}."

    def take(self) -> None:
        """F10: the order ships the way that is chosen."""
        route = self.route()
        if route is None:
            return
        row = self.detail.row
        self.run(route_order, self._taken, order_id=row.id, parts=route.parts, expected_version=row.version)

    def _taken(self, saved: SavedOrder) -> None:
        if saved.backordered:
            self.desk.say(self.tr("It ships from there; some goods have to wait."), "warn")
        else:
            self.desk.say(self.tr("It ships from there."))
        self.done.emit(saved.order_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 takes it."""
        if event.key() == Qt.Key.Key_F10 and self.take_button.isVisible():
            self.take()
        else:
            super().keyPressEvent(event)
