"""Settings: from which places orders ship, by which rule, and how far the places are from customers."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QLineEdit, QWidget

from app.orders.operations.route import save_routing
from app.orders.route_queries import Routing, get_routing
from app.orders.routing import RouteRule
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.widgets.form import Choice, Form, NumberBox, Tick, on_change, text_field
from ui.widgets.line_rows import LineRows
from ui.widgets.side_panel import scrolling


class RoutingPage(SettingsPage):
    """The rule, the places that take part, and their distances."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self._names: list[tuple[int, str]] = []
        form = Form(2)
        form.section(tr("Where orders ship from"))
        self.rule = Choice([
            (None, tr("Their own place")), (RouteRule.WHOLE, tr("One place that has all of it")),
            (RouteRule.NEAREST, tr("The nearest place that has all of it")),
            (RouteRule.SOONEST, tr("Where it can leave first")),
        ])  # fmt: skip
        self.split = Tick(tr("An order may leave from several places"))
        form.add(
            tr("When an order is confirmed"), self.rule,
            hint=tr("By hand another place can be chosen until it is picked."),
        )  # fmt: skip
        form.add(" ", self.split)
        self.places = LineRows(
            tr("Places that ship"), [tr("Place"), tr("Priority")], self._place_line, tr("Add a place"), (3, 1)
        )
        form.section(tr("Places that ship"))
        form.add_wide(self.places)
        self.areas = LineRows(
            tr("Distances"), [tr("Place"), tr("Country"), tr("Postal code begins with"), tr("Distance")],
            self._area_line, tr("Add a distance"), (3, 1, 2, 1),
        )  # fmt: skip
        form.section(tr("Distances"))
        form.add_wide(self.areas)
        form.end()
        self.body.addWidget(scrolling(form), 1)
        self.make_foot()
        on_change([self.rule, self.split], self.touch)
        self.places.changed.connect(self.touch)
        self.areas.changed.connect(self.touch)

    def _place_line(self) -> list[QWidget]:
        return [Choice(self._names), NumberBox(0, 1000)]

    def _area_line(self) -> list[QWidget]:
        country = text_field(self.desk.services.context.company.country, limit=2)
        return [Choice(self._names), country, text_field(limit=20), NumberBox(0, 20_000, 0, self.tr(" km"))]

    def entered(self) -> None:
        """Show what is set."""
        self.desk.ask(get_routing, self._have)

    def _have(self, found: Routing) -> None:
        self._names = [(p.location_id, p.name) for p in found.places]
        self.rule.choose(found.rule)
        self.split.setChecked(found.split)
        self.places.clear()
        self.areas.clear()
        for place in found.places:
            if place.ships:
                chosen, priority = cast("tuple[Choice, NumberBox]", self.places.add_line())
                chosen.choose(place.location_id)
                priority.setValue(place.priority)
            for country, prefix, km in place.areas:
                fields = cast("tuple[Choice, QLineEdit, QLineEdit, NumberBox]", self.areas.add_line())
                fields[0].choose(place.location_id)
                fields[1].setText(country)
                fields[2].setText(prefix)
                fields[3].setValue(km)
        self.set_dirty(dirty=False)

    def save(self) -> None:
        """Keep it."""
        chosen = self.rule.value()
        places = cast("list[tuple[Choice, NumberBox]]", self.places.lines())
        areas = cast("list[tuple[Choice, QLineEdit, QLineEdit, NumberBox]]", self.areas.lines())
        self.desk.run(
            save_routing, lambda _none: self._saved(), self.refused,
            rule=RouteRule(chosen) if chosen else None, split=self.split.isChecked(),
            priorities={place.value(): priority.value() for place, priority in places},
            areas=[
                (place.value(), country.text(), prefix.text(), km.value())
                for place, country, prefix, km in areas
            ],
        )  # fmt: skip

    def _saved(self) -> None:
        self.desk.say(self.tr("Saved."))
        self.entered()
