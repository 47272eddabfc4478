"""The tills of the shop: which machine each is, what waits, and what they may do without the server."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QBoxLayout, QWidget

from app.organisation.queries import list_settings
from app.stations.queries import Received, StationsView, TillMachine, stations_view
from app.stations.registry import Invitation, register_station, replace_station, retire_station
from app.stations.rules import OfflineCaps, caps_of
from app.stations.settings import save_offline_caps
from app.stations.taking import try_again
from app.till.operations.holds import HoldRow, give_up_hold
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Form, Tick, on_change
from ui.widgets.side_panel import scrolling
from ui.widgets.status import EmptyState
from ui.widgets.text import column, label, line

_LOW: Final = 170


class StationsPage(SettingsPage):
    """Machines of tills, documents set aside, and caps; one sentence where the shop runs on one machine."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self._tills: dict[str, TillMachine] = {}
        self._waiting: dict[str, Received] = {}
        self._database = ""
        self.alone = EmptyState(
            "storefront", self.tr("This shop runs on one machine"),
            self.tr("Several tills need a PostgreSQL server: main.py server init. See the manual."),
        )  # fmt: skip
        self.whole = QWidget()
        body = column(self.whole, gap=tokens.GUTTER)
        self._add_machines(body)
        self._add_waiting(body)
        self._add_kept(body)
        self._add_caps(body)
        self.body.addWidget(self.alone, 1)
        self.area = scrolling(self.whole)
        self.body.addWidget(self.area, 1)
        self.make_foot()
        self.area.setVisible(False)

    def _add_machines(self, body: QBoxLayout) -> None:
        tr = self.tr
        self.machines = DataTable(
            tr("Tills"),
            [
                Column("till", tr("Till"), 80),
                Column("name", tr("Name")),
                Column("state", tr("Machine"), 190),
                Column("unsent", tr("Unsent"), 90),
                Column("seen", tr("Seen"), 200),
                Column("alarm", tr("Alarm")),
            ],
        )
        self.machines.setMinimumHeight(_LOW)
        self.code = label("", tokens.LABEL, 600, wrap=True)
        self.code.setVisible(False)
        self.register = Button(tr("Give it books of its own"), icon="add")
        self.renew = Button(tr("New machine"), icon="swap_horiz")
        self.retire = Button(tr("Take away"), "danger_soft", icon="block")
        body.addWidget(self.machines, 2)
        body.addWidget(self.code)
        body.addLayout(line(None, self.register, self.renew, self.retire))
        self.machines.current_changed.connect(self._chosen)
        self.register.clicked.connect(self._register)
        self.renew.clicked.connect(self._renew)
        self.retire.clicked.connect(self._retire)

    def _add_waiting(self, body: QBoxLayout) -> None:
        tr = self.tr
        self.title = label(tr("Set aside: these documents could not be booked"), tokens.LABEL, 700)
        self.documents = DataTable(
            tr("Set aside"),
            [
                Column("till", tr("Till"), 80),
                Column("what", tr("Document"), 170),
                Column("made", tr("Made"), 200),
                Column("why", tr("Why")),
            ],
        )
        self.documents.setMinimumHeight(_LOW)
        self.again = Button(tr("Try again"), "primary", icon="refresh")
        body.addWidget(self.title)
        body.addWidget(self.documents, 1)
        body.addLayout(line(None, self.again))
        self.again.clicked.connect(self._try_again)

    def _add_kept(self, body: QBoxLayout) -> None:
        """What a till that is lost keeps: nobody else gives it back."""
        tr = self.tr
        self.kept_title = label(tr("Kept for checkouts that tills have not told yet"), tokens.LABEL, 700)
        self.kept = DataTable(
            tr("Kept for checkouts that tills have not told yet"),
            [
                Column("till", tr("Till"), 80),
                Column("what", tr("Cards and receipts")),
                Column("amount", tr("Amount"), 130),
                Column("since", tr("Since"), 200),
            ],
        )
        self.kept.setMinimumHeight(_LOW)
        self.give_up = Button(tr("The till is lost: give it back"), "danger_soft", icon="undo")
        body.addWidget(self.kept_title)
        body.addWidget(self.kept, 1)
        body.addLayout(line(None, self.give_up))
        self.give_up.clicked.connect(self._give_up)

    def _add_caps(self, body: QBoxLayout) -> None:
        tr, formats = self.tr, self.desk.formats
        form = Form(2)
        form.section(tr("While the server is away"))
        self.account = MoneyEdit(tr("On account, for one customer"), formats)
        self.back = MoneyEdit(tr("Paid back at once, without a manager"), formats)
        self.loose = Tick(tr("Goods without a receipt may come back without a manager"))
        form.add(tr("On account, for one customer"), self.account, hint=tr("Empty: nothing"))
        form.add(tr("Paid back at once, without a manager"), self.back, hint=tr("Empty: as much as it is"))
        form.add_wide(self.loose)
        form.end()
        body.addWidget(form)
        on_change([self.account, self.back, self.loose], self.touch)

    def entered(self) -> None:
        """Read the tills, what waits and what is set."""
        self.desk.ask(stations_view, self._have)
        self.desk.ask(list_settings, self._have_settings)

    def _have(self, view: StationsView) -> None:
        self.alone.setVisible(not view.is_server)
        self.area.setVisible(view.is_server)
        self.save_button.setVisible(view.is_server)
        self._database = view.database
        self._tills = {t.till_code: t for t in view.tills}
        self._waiting = {f"{w.till_id}/{w.epoch}/{w.seq}": w for w in view.waiting}
        kept = self.machines.current()
        self.machines.set_rows([self._till_row(t) for t in view.tills])
        self.machines.select(kept)
        self._chosen(self.machines.current())
        self.documents.set_rows([self._waiting_row(key, w) for key, w in self._waiting.items()])
        for widget in (self.title, self.documents, self.again):
            widget.setVisible(bool(self._waiting))
        self.kept.set_rows([self._kept_row(x) for x in view.kept])
        for widget in (self.kept_title, self.kept, self.give_up):
            widget.setVisible(bool(view.kept))

    def _till_row(self, found: TillMachine) -> TableRow:
        station = found.station
        if station is None:
            return TableRow(
                found.till_code, (found.till_code, found.till_name, self._state(found), "", "", "")
            )
        seen = self.desk.formats.date_time(station.seen_at) if station.seen_at else ""
        return TableRow(
            found.till_code,
            (
                found.till_code, found.till_name, self._state(found),
                "" if station.unsent is None else str(station.unsent), seen, station.alarm or "",
            ),
            {"alarm": "danger", "unsent": "warn" if station.unsent else "text"},
        )  # fmt: skip

    def _state(self, found: TillMachine) -> str:
        station = found.station
        if station is None:
            return self.tr("works on the server")
        if station.retired_at is not None:
            return self.tr("taken away")
        if station.joined_at is None:
            return self.tr("waits for its machine")
        return self.tr("machine {number}").format(number=station.epoch)

    def _waiting_row(self, key: str, found: Received) -> TableRow:
        what = found.label or found.kind.value
        made = self.desk.formats.date_time(found.made_at)
        return TableRow(key, (found.till_code, what, made, found.remark or ""))

    def _kept_row(self, found: HoldRow) -> TableRow:
        formats = self.desk.formats
        what = found.what or self.tr("A customer's account or points")
        amount = formats.money(found.amount_minor) if found.amount_minor else ""
        return TableRow(found.uuid, (found.till_code, what, amount, formats.date_time(found.at)))

    def _chosen(self, key: str) -> None:
        found = self._tills.get(key)
        station = found.station if found is not None else None
        self.register.setEnabled(found is not None and station is None)
        self.renew.setEnabled(station is not None)
        self.retire.setEnabled(station is not None and station.retired_at is None)

    # --- what is pressed ---

    def _register(self) -> None:
        self.desk.run(
            register_station, self._invited, self.refused, till_code=self.machines.current(),
            pepper=self.desk.services.pepper,
        )  # fmt: skip

    def _renew(self) -> None:
        self.desk.run(
            replace_station, self._invited, self.refused, till_code=self.machines.current(),
            pepper=self.desk.services.pepper,
        )  # fmt: skip

    def _retire(self) -> None:
        self.code.setVisible(False)
        self.desk.run(
            retire_station, lambda _none: self.entered(), self.refused, till_code=self.machines.current()
        )

    def _invited(self, invitation: Invitation) -> None:
        address = f"postgresql://{invitation.role}@SERVER/{self._database}"
        text = self.tr(
            "On the machine of {till}: main.py till join {address} --as {till}\nCode, good once: {code}"
        )
        self.code.setText(text.format(till=invitation.till_code, address=address, code=invitation.code))
        self.code.setVisible(True)
        self.message.setText("")
        self.desk.ask(stations_view, self._have)

    def _try_again(self) -> None:
        found = self._waiting.get(self.documents.current())
        if found is not None:
            self.desk.run(
                try_again, self._released, self.refused, till_id=found.till_id, epoch=found.epoch,
                seq=found.seq,
            )  # fmt: skip

    def _give_up(self) -> None:
        uuid = self.kept.current()
        if uuid:
            self.desk.run(give_up_hold, lambda _none: self._gave_up(), self.refused, uuid=uuid)

    def _gave_up(self) -> None:
        self.message.setText("")
        self.desk.say(self.tr("It is there for everybody again."))
        self.entered()

    def _released(self, remark: str) -> None:
        self.message.setText("")
        self.desk.say(remark or self.tr("It is booked."))
        self.entered()

    def _have_settings(self, settings: dict[str, object]) -> None:
        caps = caps_of(settings)
        self.account.set_value(caps.account_minor or None)
        self.back.set_value(caps.return_minor)
        self.loose.setChecked(caps.no_receipt)
        self.set_dirty(dirty=False)

    def save(self) -> None:
        """Keep the caps; the tills have them with their next round."""
        caps = OfflineCaps(self.account.value() or 0, self.back.value(), self.loose.isChecked())
        self.desk.run(save_offline_caps, lambda _none: self._saved(), self.refused, caps=caps)

    def _saved(self) -> None:
        self.set_dirty(dirty=False)
        self.desk.say(self.tr("Saved."))
