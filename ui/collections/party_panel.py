"""The page of a customer who is late: what is open, what happened, what one can do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.collections.operations.contacts import end_pause, withdraw_promise
from app.collections.operations.plans import break_plan
from app.collections.operations.reductions import undo_reduction
from app.collections.operations.write_offs import claim_vat_relief
from app.collections.party_file import PartyFile, party_file
from app.collections.queries import DisputeRow
from app.collections.states import ReductionKind
from app.credit.operations import lift_stop
from app.kernel.permission import Permission
from app.receivables.queries import OpenItem
from ui.collections.dispute_forms import DisputeForm, ResolveForm
from ui.collections.form_panel import FormPanel
from ui.collections.forms import ContactForm, PauseForm, PlanForm, PromiseForm, ReduceForm
from ui.collections.history import history_rows
from ui.collections.words import reason_word
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money, open_document
from ui.orders.words import document_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.row_list import RowList
from ui.widgets.text import Elided, column, label, line


class PartyPanel(DocumentPanel):
    """The panel of a customer.

    Signals:
        form_wanted(object): show this FormPanel, and come back when it is done.
    """

    form_wanted = Signal(object)

    def __init__(self, desk: OfficeDesk, party_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.party_id = party_id
        self.shown: PartyFile | None = None
        self._items: dict[str, OpenItem] = {}
        tr = self.tr
        self.about = Elided("", tokens.LABEL, 600)
        self.why = Elided("", tokens.BODY, 600, "danger")
        self.table = DataTable(tr("Open items"), [
            Column("document", tr("Document")), Column("due", tr("Due"), 136),
            Column("open", tr("Open"), 112, figure=True),
            Column("disputed", tr("In dispute"), 104, figure=True, least=560),
        ])  # fmt: skip
        self.history = RowList(tr("History"))
        self.note_button = Button(tr("Note"), "primary", icon="call", hint="F3")
        self.promise_button = Button(tr("Promise"), hint="F4")
        self.plan_button = Button(tr("Instalments"), hint="F5")
        self.dispute_button = Button(tr("Dispute"), hint="F6")
        self.pause_button = Button(tr("Pause"), hint="F7")
        self.reduce_button = Button(tr("Let go"), hint="F8")
        self.pay_button = Button(tr("Payment"), hint="F10")
        self._lay_out()
        self.first = self.table
        self.table.opened.connect(lambda _key: self._open_document())
        self.table.current_changed.connect(lambda _key: self._show_dispute())
        self.history.chosen.connect(self._choose)
        for button, act in (
            (self.note_button, self.note), (self.promise_button, self.promise),
            (self.plan_button, self.plan), (self.dispute_button, self.dispute),
            (self.pause_button, self.pause), (self.reduce_button, self.reduce), (self.pay_button, self.pay),
        ):  # fmt: skip
            button.clicked.connect(act)

    def _lay_out(self) -> None:
        self.page.addWidget(self.about)
        self.page.addWidget(self.why)
        middle = line(gap=14)
        for title, part, share in (
            (self.tr("Open items"), self.table, 3), (self.tr("History"), self.history, 2),
        ):  # fmt: skip
            holder = QWidget()
            inner = column(holder, gap=4)
            inner.addWidget(label(title, tokens.SUB, 600))
            inner.addWidget(part, 1)
            middle.addWidget(holder, share)
        self.page.addLayout(middle, 1)
        self.content.addLayout(
            line(
                self.promise_button, self.plan_button, self.dispute_button, self.pause_button,
                self.reduce_button, self.pay_button, None, self.note_button, gap=6,
            )
        )  # fmt: skip

    def reload(self) -> None:
        """Read him again."""
        self.ask(party_file, self._have, party_id=self.party_id, on=self.desk.services.context.on)

    def _have(self, found: PartyFile) -> None:
        self.shown = found
        self.set_title(" · ".join(part for part in (found.name, found.phone, found.email) if part))
        self.about.set_text(" · ".join(self._figures(found)))
        why = [reason_word(r) for r in found.work.reasons] if found.work is not None else []
        if found.stopped:
            why.append(self.tr("credit is stopped"))
        self.why.set_text(", ".join(why))
        self.why.setVisible(bool(why))
        kept = self.table.current()
        self._items = {str(i.id): i for i in found.items}
        self.table.set_rows([self._row(i) for i in found.items])
        self.table.select(kept)
        self.history.set_rows(history_rows(self.desk, found))
        self._show_dispute()

    def _figures(self, found: PartyFile) -> list[str]:
        amount, work = self.desk.formats.money, found.work
        owed = sum(i.open_minor for i in found.items)
        parts = [self.tr("open in all {amount}").format(amount=amount(owed))]
        if work is not None:
            parts += [
                self.tr("{amount} overdue").format(amount=amount(work.overdue_minor)),
                self.tr("{amount} at stake").format(amount=amount(work.stake_minor)),
                self.tr("%n day(s) late", "", work.days_late),
            ]
            if work.level:
                parts.append(self.tr("reminded, level {level}").format(level=work.level))
        if found.promises:
            kept = sum(p.status == "kept" for p in found.promises)
            broken = sum(p.status == "broken" for p in found.promises)
            parts.append(
                self.tr("promises: {kept} kept, {broken} broken").format(kept=kept, broken=broken)
            )  # fmt: skip
        return parts

    def _row(self, item: OpenItem) -> TableRow:
        on, shown = self.desk.services.context.on, self.shown
        disputed = shown.disputed_minor(item.id) if shown is not None else 0
        tones = {"disputed": "warn"}
        if item.open_minor > 0 and item.due_date < on:
            tones["due"] = "danger"
        cells = (
            f"{document_word(item.document_type)} {item.document_number}",
            self.desk.formats.date(item.due_date), money(self.desk, item.open_minor, item.currency),
            money(self.desk, disputed, item.currency) if disputed else "",
        )  # fmt: skip
        return TableRow(str(item.id), cells, tones)

    def _item(self) -> OpenItem | None:
        return self._items.get(self.table.current())

    def _dispute_of(self, item: OpenItem | None) -> DisputeRow | None:
        if item is None or self.shown is None:
            return None
        mine = [d for d in self.shown.disputes if d.open_item_id == item.id and d.outcome is None]
        return mine[0] if mine else None

    def _show_dispute(self) -> None:
        item = self._item()
        open_one = self._dispute_of(item)
        self.dispute_button.setText(self.tr("End dispute") if open_one is not None else self.tr("Dispute"))
        self.dispute_button.setEnabled(item is not None and item.open_minor > 0)
        self.reduce_button.setEnabled(item is not None)
        self.plan_button.setEnabled(any(i.open_minor > 0 for i in self._items.values()))
        self.pay_button.setVisible(self.desk.may(Permission.RECEIVE_PAYMENT))

    # --- what one can do ---

    def _ask_form(self, form: FormPanel) -> None:
        self.form_wanted.emit(form)

    def note(self) -> None:
        """What was said."""
        if self.shown is not None:
            self._ask_form(ContactForm(self.desk, self.shown))

    def promise(self) -> None:
        """He promises to pay."""
        if self.shown is not None:
            self._ask_form(PromiseForm(self.desk, self.shown))

    def plan(self) -> None:
        """Instalments over what is overdue; over all that is open where nothing is."""
        if self.shown is None or not self.plan_button.isEnabled():
            return
        on = self.desk.services.context.on
        owed = [i for i in self.shown.items if i.open_minor > 0 and i.document_type != "dunning_letter"]
        late = [i for i in owed if i.due_date < on]
        if owed:
            self._ask_form(PlanForm(self.desk, self.shown, late or owed))

    def dispute(self) -> None:
        """Open a dispute on the item the keyboard is on, or end the one it has."""
        item = self._item()
        if self.shown is None or item is None or not self.dispute_button.isEnabled():
            return
        open_one = self._dispute_of(item)
        if open_one is not None:
            self._ask_form(ResolveForm(self.desk, open_one))
        else:
            self._ask_form(DisputeForm(self.desk, self.shown, item))

    def pause(self) -> None:
        """Nobody reminds him."""
        if self.shown is not None:
            self._ask_form(PauseForm(self.desk, self.shown, self._item()))

    def reduce(self) -> None:
        """Let go of the item the keyboard is on."""
        item = self._item()
        if item is not None:
            done = self.shown.reductions if self.shown is not None else ()
            gone = [r for r in done if r.kind is ReductionKind.WRITE_OFF and not r.undone]
            self._ask_form(ReduceForm(self.desk, item, gone))

    def pay(self) -> None:
        """Record his payment."""
        if self.desk.may(Permission.RECEIVE_PAYMENT):
            self.desk.go_to.emit("payments", f"pay:{self.party_id}")

    def _open_document(self) -> None:
        item = self._item()
        if item is not None:
            open_document(self.desk, f"{item.document_type}:{item.document_id}")

    # --- what happened ---

    def _choose(self, key: str) -> None:
        """A row of the history: its paper, or taking it back."""
        kind, _, text = key.partition(":")
        number = int(text)
        if kind == "letter":
            from app.documents.reminder_papers import build_reminder

            self.show_paper(build_reminder, self.tr("Reminder"), letter_id=number)
        elif kind == "reduction":
            self._ask_reduction(number)
        elif kind in {"promise", "pause", "plan", "stop"}:
            self._ask_end(kind, number)

    def _ask_end(self, kind: str, number: int) -> None:
        asked = {
            "promise": (self.tr("Was this promise a misunderstanding?"), self.tr("Withdraw it")),
            "pause": (self.tr("Remind him again?"), self.tr("End the pause")),
            "plan": (self.tr("Make the whole rest due today?"), self.tr("End the plan")),
            "stop": (self.tr("Let him buy on account again?"), self.tr("Lift the stop")),
        }[kind]
        acts: dict[str, tuple[Callable[..., Any], dict[str, int]]] = {
            "promise": (withdraw_promise, {"promise_id": number}),
            "pause": (end_pause, {"pause_id": number}),
            "plan": (break_plan, {"plan_id": number}),
            "stop": (lift_stop, {"party_id": number}),
        }
        operation, arguments = acts[kind]
        self.asking.ask(
            *asked, lambda _text: self.run(operation, lambda _none: self.reload(), **arguments), text=None
        )

    def _ask_reduction(self, number: int) -> None:
        found = next((r for r in self.shown.reductions if r.id == number), None) if self.shown else None
        if found is None or found.undone:
            return
        if found.vat_relief == "later" and found.vat_claimed_on is None:
            self.asking.ask(
                self.tr("Take the tax of {number} back now?").format(number=found.number),
                self.tr("Take the tax back"),
                lambda _text: self.run(
                    claim_vat_relief, lambda _saved: self.reload(), reduction_id=number
                ), text=None,
            )  # fmt: skip
            return
        self.asking.ask(
            self.tr("Why is {number} taken back?").format(number=found.number), self.tr("Take back"),
            lambda text: self.run(
                undo_reduction, lambda _saved: self.reload(), reduction_id=number, reason=text
            ),
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 note, F4 promise, F5 instalments, F6 dispute, F7 pause, F8 let go, F9 document, F10 payment."""
        acts = {
            Qt.Key.Key_F3: self.note, Qt.Key.Key_F4: self.promise, Qt.Key.Key_F5: self.plan,
            Qt.Key.Key_F6: self.dispute, Qt.Key.Key_F7: self.pause, Qt.Key.Key_F8: self.reduce,
            Qt.Key.Key_F9: self._open_document, Qt.Key.Key_F10: self.pay,
        }  # fmt: skip
        act = acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)
