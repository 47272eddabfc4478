"""The till and its server: a dot, how much is unsent, and the panel where it is looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.kernel.events import Event
from app.kernel.permission import Permission
from ui.till.desk import Desk
from ui.widgets.row_list import Row
from ui.widgets.status import BAD, OK, WARN

if TYPE_CHECKING:
    from app.stations.outbox import Unsent
    from ui.runtime.services import StationDesk
    from ui.till.panels_station import StationPanel

_SKEW_SECONDS: Final = 120


def _tr(text: str) -> str:
    return QCoreApplication.translate("Station", text)


def kind_names() -> dict[str, str]:
    """What a message tells, by its kind."""
    return {
        "sale": _tr("Sale"), "shift_opened": _tr("Shift opened"), "shift_counted": _tr("Drawer counted"),
        "shift_resumed": _tr("Count dropped"), "shift_closed": _tr("Shift closed"),
        "cash_moved": _tr("Cash moved"), "drawer_opened": _tr("Drawer opened"),
        "line_voided": _tr("Line voided"), "sale_voided": _tr("Sale voided"),
        "sale_parked": _tr("Sale parked"),
    }  # fmt: skip


class StationPresenter:
    """Shows how the till stands to its server; nothing where the shop's books are this database."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._was_skewed = False
        self._warned = ""  # the cart of which it was said that its return may be out of date
        if self._station is not None:
            desk.services.bridge.happened.connect(self._happened)
            desk.on_cart_changed.append(self._cart_changed)
            self.refresh()

    @property
    def _station(self) -> StationDesk | None:
        return self.desk.services.station

    @cached_property
    def panel(self) -> StationPanel:
        """Made when it is first looked at."""
        from ui.till.panels_station import StationPanel

        panel = StationPanel()
        panel.send_requested.connect(self._send)
        panel.close_requested.connect(self._allow_close)
        panel.clock_requested.connect(self._accept_clock)
        return panel

    def show(self) -> None:
        """Open the panel."""
        self.panel.set_message("")
        self.refresh()
        self.desk.view.show_panel(self.panel)

    def refresh(self) -> None:
        """Read the connection, and while the panel is open the list."""
        station = self._station
        if station is None:
            return
        link, header = station.link, self.desk.view.header
        state = (OK if not link.unsent else WARN) if link.reached and not link.why else BAD
        header.set_device("server", _tr("Server"), state, self._sentence())
        header.set_unsent(link.unsent)
        self._tell_skew(link.skew_seconds)
        if "panel" in self.__dict__:
            self._fill()

    def _fill(self) -> None:
        from app.stations.outbox import list_unsent

        station = self._station
        if station is not None:
            why = QCoreApplication.translate("Refusal", station.link.why)
            self.panel.set_state(self._sentence(), why, unsent=station.link.unsent)
        self.desk.services.gateway.ask(list_unsent, on_done=self._show_rows, on_error=self._refused)

    def _show_rows(self, waiting: list[Unsent]) -> None:
        formats, names = self.desk.formats, kind_names()
        self.panel.set_rows(
            [
                Row(
                    str(x.seq), x.label or names[x.kind.value], x.last_error or names[x.kind.value],
                    formats.money(x.amount_minor), formats.time(x.made_at), icon="cloud_off",
                )
                for x in waiting
            ]
        )  # fmt: skip

    def _sentence(self) -> str:
        station = self._station
        if station is None:
            return ""
        link = station.link
        if link.reached and not link.unsent:
            return _tr("Connected; everything is sent.")
        if link.reached:
            return _tr("Connected; sending what is left.")
        return _tr("The server is away. Selling goes on; what is sold is kept here and sent later.")

    def _tell_skew(self, seconds: int) -> None:
        """Once, when it is noticed: a clock that is wrong makes wrong receipts."""
        skewed = abs(seconds) > _SKEW_SECONDS
        if skewed and not self._was_skewed:
            text = _tr("The clock of this till differs from the server's by {minutes} minutes. Set it right.")
            self.desk.say(text.format(minutes=round(abs(seconds) / 60)), "warn")
        self._was_skewed = skewed

    def _happened(self, event: Event) -> None:
        from app.stations.events import StationChanged

        if isinstance(event, StationChanged):
            self.refresh()

    def _cart_changed(self) -> None:
        """Goods that come back while the server is away: said once for each cart."""
        station, cart = self._station, self.desk.state.cart
        if station is None or station.link.reached or cart.uuid == self._warned:
            return
        if any(line.back is not None for line in cart.lines):
            self._warned = cart.uuid
            text = _tr(
                "The server is away: whether this receipt came back elsewhere is not known here, and limits "
                "may be out of date."
            )
            self.desk.say(text, "warn")

    # --- what is pressed ---

    def _send(self) -> None:
        if self._station is not None:
            self._station.wake()

    def _allow_close(self) -> None:
        from app.stations.outbox import allow_close

        self.desk.run(
            allow_close, permission=Permission.CLOSE_DAY, what=_tr("Close with documents that are unsent"),
            on_done=lambda _list: self._done(_tr("The shift may be closed; the list is printing.")),
            on_error=self._refused,
        )  # fmt: skip

    def _accept_clock(self) -> None:
        from app.stations.outbox import accept_clock

        self.desk.run(
            accept_clock, permission=Permission.CLOSE_DAY, what=_tr("The clock of this till is right"),
            on_done=lambda _answer: self._done(_tr("The clock is taken as right.")), on_error=self._refused,
        )  # fmt: skip

    def _done(self, text: str) -> None:
        self.desk.say(text, "ok")
        self.refresh()

    def _refused(self, error: Exception) -> None:
        from ui.shell.errors import describe

        self.panel.set_message(describe(error))
