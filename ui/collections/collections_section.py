"""Late money: whom to call today, who is late, how old it is, reminders, disputes, promises."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.collections.operations.dunning import SavedRun, propose_run
from app.collections.operations.queue import next_call
from app.kernel.permission import Permission
from app.queues.operations import Taken
from app.queues.states import WorkKind
from ui.collections.ageing_view import AgedItemsPanel, AgeingView
from ui.collections.form_panel import FormPanel
from ui.collections.party_panel import PartyPanel
from ui.collections.rules_view import RulesView
from ui.collections.run_panel import RunPanel
from ui.collections.views import DisputesView, ListView, PromisesView, RunsView, WorkView
from ui.office.export import save_table
from ui.office.section import OfficeDesk, Section
from ui.office.work_hold import WorkHold
from ui.theme import tokens
from ui.widgets.chip_bar import ChipBar
from ui.widgets.pages import Pages
from ui.widgets.text import label, line

TODAY: Final = "today"
ALL: Final = "all"
AGEING: Final = "ageing"
RUNS: Final = "runs"
DISPUTES: Final = "disputes"
PROMISES: Final = "promises"
RULES: Final = "rules"
_ORDER: Final = (TODAY, ALL, AGEING, RUNS, DISPUTES, PROMISES, RULES)


class CollectionsSection(Section):
    """Chips over lists; a customer or a run lies over them."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr = self.tr
        self.chips = ChipBar(tr("What to see"))
        self.chips.set_chips([
            (TODAY, tr("To call today")), (ALL, tr("All overdue")), (AGEING, tr("Ageing")),
            (RUNS, tr("Reminders")), (DISPUTES, tr("Disputes")), (PROMISES, tr("Promises")),
            (RULES, tr("Rules")),
        ], TODAY)  # fmt: skip
        self.runs = RunsView(desk)
        self.ageing = AgeingView(desk)
        self.rules = RulesView(desk)
        self.today = WorkView(desk, today=True)
        self.hold = WorkHold(desk, self)
        self.views: dict[str, ListView | AgeingView | RulesView] = {
            TODAY: self.today, ALL: WorkView(desk, today=False), AGEING: self.ageing,
            RUNS: self.runs, DISPUTES: DisputesView(desk), PROMISES: PromisesView(desk),
            RULES: self.rules,
        }  # fmt: skip
        self.stack = Pages()
        top = line(label(tr("Late money"), tokens.KEY, 700), 4, self.chips, gap=8)
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.stack, 1)
        for view in self.views.values():
            self.stack.addWidget(view)
            view.opened.connect(self.show_item)
        self.chips.chosen.connect(self.choose)
        self.runs.proposed.connect(self.propose)
        self.today.next_wanted.connect(self.take_next)
        self.rules.form_wanted.connect(self._open_rule)
        self.ageing.allowance_wanted.connect(self._show_allowance)
        self.ageing.export_wanted.connect(lambda table: save_table(self, desk, *table))

    def _show_allowance(self) -> None:
        from ui.collections.allowance_panel import AllowancePanel

        self.open_panel(AllowancePanel(self.desk))

    def entered(self) -> None:
        """Read what is shown."""
        panel = self.panel()
        if isinstance(panel, PartyPanel | RunPanel):
            panel.reload()
        elif panel is None:
            self.choose(self.chips.selected() or TODAY)

    def choose(self, key: str) -> None:
        """Show another list."""
        self.chips.select(key)
        view = self.views[key]
        self.stack.setCurrentWidget(view)
        view.reload()
        view.setFocus()

    def show_item(self, what: str) -> None:
        """party:ID, run:ID, aged:DAY:ID, or the key of a list."""
        kind, _, key = what.partition(":")
        if kind == "party":
            self.open_party(int(key))
        elif kind == "run":
            self.open_run(int(key))
        elif kind == "aged":
            day, _, party_id = key.partition(":")
            panel = AgedItemsPanel(self.desk)
            self.open_panel(panel)
            panel.load(date.fromisoformat(day), int(party_id))
        elif kind in self.views:
            self.choose(kind)

    def take_next(self) -> None:
        """The customer who is to be called next, and is called by nobody."""
        if self.desk.may(Permission.COLLECT):
            self.desk.run(next_call, self._have_next)

    def _have_next(self, taken: Taken) -> None:
        self.hold.have(taken)
        self.open_party(taken.item_id)

    def open_party(self, party_id: int) -> PartyPanel:
        """Show the page of a customer; who else is at him is told."""
        if self.desk.may(Permission.COLLECT):
            self.hold.take(WorkKind.CALL, party_id)
        panel = PartyPanel(self.desk, party_id)
        panel.form_wanted.connect(lambda form: self._open_form(party_id, form))
        self.open_panel(panel)
        panel.reload()
        return panel

    def _open_form(self, party_id: int, form: FormPanel) -> None:
        self.open_panel(form)
        form.clean()
        form.closed.connect(lambda: self.open_party(party_id))
        form.done.connect(lambda: self.open_party(party_id))

    def _open_rule(self, form: FormPanel) -> None:
        self.open_panel(form)
        form.clean()
        form.done.connect(self.close_panel)

    def open_run(self, run_id: int) -> RunPanel:
        """Show a run."""
        panel = RunPanel(self.desk, run_id)
        self.open_panel(panel)
        panel.reload()
        return panel

    def propose(self) -> None:
        """Work out who is to be reminded today, and show it."""

        def have(saved: SavedRun) -> None:
            self.open_run(saved.run_id)

        self.desk.run(propose_run, have, uuid=str(uuid4()))

    def panel_closed(self) -> None:
        """Back to the list; the customer may be called by whoever is next."""
        self.hold.let_go()
        self.choose(self.chips.selected() or TODAY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+1 to Ctrl+7 choose a list, Ctrl+N proposes reminders, F8 is the next customer."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        place = event.key() - Qt.Key.Key_1.value
        if control and 0 <= place < len(_ORDER) and self.panel() is None:
            self.choose(_ORDER[place])
        elif event.key() == Qt.Key.Key_F8 and self.panel() is None:
            self.take_next()
        elif control and event.key() == Qt.Key.Key_N and self.panel() is None:
            self.choose(RUNS)
            self.propose()
        else:
            super().keyPressEvent(event)
