"""The lists of the page of late money: whom to call, disputes, runs of reminders."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.collections.letter_queries import RunRow, list_runs
from app.collections.queries import DisputeRow, PromiseRow, list_disputes, list_promises
from app.collections.states import PromiseStatus, RunStatus
from app.collections.workbench import WorkRow, list_work
from app.kernel.permission import Permission
from app.queues.queries import Claim, list_claims
from app.queues.states import WorkKind
from ui.collections.words import dispute_reason, promise_word, reason_word, run_word
from ui.office.section import OfficeDesk
from ui.office.work_hold import who_has
from ui.orders.links import money
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.status import EmptyState
from ui.widgets.text import column, label, line


class ListView(QWidget):
    """A table, and what it says when it is empty.

    Signals:
        opened(str): "party:ID" or "run:ID".
    """

    opened = Signal(str)

    def __init__(
        self, desk: OfficeDesk, name: str, columns: Sequence[Column], empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.desk = desk
        self.table = DataTable(name, columns)
        self.empty = empty
        self.page = column(self, gap=tokens.GUTTER)
        self.page.addWidget(self.table, 1)
        self.page.addWidget(empty, 1)
        empty.setVisible(False)
        self.setFocusProxy(self.table)

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these, and keep the place."""
        kept = self.table.current()
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows)
        self.table.select(kept)

    def reload(self) -> None:
        """Read it again."""
        raise NotImplementedError


class WorkView(ListView):
    """Whom to call, the largest stake first.

    Signals:
        next_wanted(): the next customer whom nobody calls.
    """

    next_wanted = Signal()

    def __init__(self, desk: OfficeDesk, *, today: bool, parent: QWidget | None = None) -> None:
        tr = self.tr
        empty = (
            EmptyState("task_alt", tr("Nobody has to be called today"), tr("All overdue shows who is late."))
            if today
            else EmptyState("task_alt", tr("Nobody is late"))
        )
        super().__init__(desk, tr("Whom to call") if today else tr("Who is late"), [
            Column("customer", tr("Customer"), 200), Column("stake", tr("At stake"), 110, figure=True),
            Column("overdue", tr("Overdue"), 110, figure=True), Column("days", tr("Days"), 64, figure=True),
            Column("why", tr("Why")), Column("next", tr("Next action"), 204, least=1000),
            Column("phone", tr("Telephone"), 130, least=1100), Column("at_it", tr("At it"), 180),
        ], empty, parent)  # fmt: skip
        self._today = today
        self.table.opened.connect(lambda key: self.opened.emit(f"party:{key}"))
        self._claims: dict[int, Claim] = {}
        self.total = label("", tokens.LABEL, 700)
        self.next_button = Button(tr("Next customer"), "primary", icon="call", hint="F8")
        self.next_button.setVisible(False)
        self.next_button.clicked.connect(self.next_wanted)
        self.page.addLayout(line(self.total, None, self.next_button))

    def reload(self) -> None:
        """Read it again."""
        now = self.desk.services.gateway.runtime.factory.clock()
        self.desk.report(
            list_claims, lambda found: setattr(self, "_claims", found), kind=WorkKind.CALL, at=now
        )
        self.desk.report(list_work, self._have, on=self.desk.services.context.on)

    def _have(self, found: list[WorkRow]) -> None:
        rows = [x for x in found if x.reasons or not self._today]
        self.show_rows([self._row(x) for x in rows])
        stake = self.desk.formats.money(sum(x.stake_minor for x in rows))
        text = self.tr("%n customer(s), {stake} at stake", "", len(rows)).format(stake=stake)
        self.total.setText(text if rows else "")
        self.next_button.setVisible(self._today and bool(rows) and self.desk.may(Permission.COLLECT))

    def _row(self, x: WorkRow) -> TableRow:
        amount, formats = self.desk.formats.money, self.desk.formats
        why = ", ".join(reason_word(r) for r in x.reasons)
        if x.paused:
            why = self.tr("paused")
        following = x.next_action
        if x.next_on is not None:
            following = f"{formats.date(x.next_on)} {x.next_action}".strip()
        tones = {"why": "danger"} if x.broken and x.reasons else {}
        cells = (
            x.name, amount(x.stake_minor), amount(x.overdue_minor), str(x.days_late), why, following, x.phone,
            who_has(self._claims.get(x.party_id), self.desk),
        )  # fmt: skip
        return TableRow(str(x.party_id), cells, tones)


class DisputesView(ListView):
    """Disputes that are open, the first to be looked after at the head."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        tr = self.tr
        super().__init__(desk, tr("Disputes"), [
            Column("customer", tr("Customer")), Column("document", tr("Document"), 170),
            Column("amount", tr("In dispute"), 120, figure=True), Column("reason", tr("Reason"), 130),
            Column("note", tr("Note"), 230, least=900), Column("follow", tr("Look after on"), 130),
        ], EmptyState("task_alt", tr("Nothing is in dispute")), parent)  # fmt: skip
        self._parties: dict[str, int] = {}
        self.table.opened.connect(lambda key: self.opened.emit(f"party:{self._parties[key]}"))

    def reload(self) -> None:
        """Read it again."""
        self.desk.ask(list_disputes, self._have)

    def _have(self, found: list[DisputeRow]) -> None:
        self._parties = {str(x.id): x.party_id for x in found}
        on = self.desk.services.context.on
        self.show_rows(
            [
                TableRow(
                    str(x.id),
                    (
                        x.party_name, x.document_number, money(self.desk, x.amount_minor, x.currency),
                        dispute_reason(x.reason), x.note, self.desk.formats.date(x.follow_up_on),
                    ),
                    {"follow": "danger"} if x.follow_up_on <= on else {},
                )
                for x in found
            ]
        )  # fmt: skip


class PromisesView(ListView):
    """Promises that are open or were broken, the earliest first."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        tr = self.tr
        super().__init__(desk, tr("Promises"), [
            Column("customer", tr("Customer")), Column("amount", tr("Promised"), 130, figure=True),
            Column("due", tr("Until"), 130), Column("made", tr("Made on"), 130),
            Column("state", tr("State"), 120), Column("note", tr("Note"), 240, least=900),
        ], EmptyState("task_alt", tr("Nobody has promised anything")), parent)  # fmt: skip
        self._parties: dict[str, int] = {}
        self.table.opened.connect(lambda key: self.opened.emit(f"party:{self._parties[key]}"))

    def reload(self) -> None:
        """Read it again."""
        self.desk.ask(list_promises, self._have, on=self.desk.services.context.on)

    def _have(self, found: list[PromiseRow]) -> None:
        self._parties = {str(x.id): x.party_id for x in found}
        formats = self.desk.formats
        shown = [x for x in found if x.status in (PromiseStatus.OPEN, PromiseStatus.BROKEN)]
        self.show_rows(
            [
                TableRow(
                    str(x.id),
                    (
                        x.party_name, formats.money(x.amount_minor), formats.date(x.due_on),
                        formats.date(x.made_on), promise_word(x.status), x.note,
                    ),
                    {"state": "danger"} if x.status is PromiseStatus.BROKEN else {},
                )
                for x in shown
            ]
        )  # fmt: skip


class RunsView(ListView):
    """Runs of reminders, the last first.

    Signals:
        proposed(): a new run is wanted.
    """

    proposed = Signal()

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        tr = self.tr
        super().__init__(desk, tr("Runs of reminders"), [
            Column("day", tr("Day")), Column("state", tr("State"), 180),
            Column("letters", tr("Letters"), 110, figure=True),
            Column("overdue", tr("Overdue"), 150, figure=True),
        ], EmptyState("mail", tr("No reminders yet")), parent)  # fmt: skip
        self.new_button = Button(tr("Who is to be reminded today?"), "primary", icon="mail", hint="Ctrl+N")
        self.page.addLayout(line(None, self.new_button))
        self.new_button.clicked.connect(self.proposed)
        self.table.opened.connect(lambda key: self.opened.emit(f"run:{key}"))

    def reload(self) -> None:
        """Read it again."""
        self.new_button.setVisible(self.desk.may(Permission.COLLECT, Permission.REMIND))
        self.desk.ask(list_runs, self._have)

    def _have(self, found: list[RunRow]) -> None:
        self.show_rows(
            [
                TableRow(
                    str(x.id),
                    (
                        self.desk.formats.date(x.on), run_word(x.status), str(x.letters),
                        self.desk.formats.money(x.overdue_minor),
                    ),
                    {"state": "warn"} if x.status in (RunStatus.PROPOSED, RunStatus.APPROVED) else {},
                )
                for x in found
            ]
        )  # fmt: skip
