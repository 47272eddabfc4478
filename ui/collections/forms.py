"""Notes, promises, pauses, instalments and deductions, as they are written down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from app.collections.operations.contacts import note_contact, pause_reminders, promise_payment
from app.collections.operations.plans import make_plan
from app.collections.operations.reductions import reduce_item
from app.collections.operations.write_offs import recover_debt
from app.collections.party_file import PartyFile
from app.collections.queries import ReductionRow
from app.collections.states import ContactKind, ReductionKind, VatRelief
from app.receivables.queries import OpenItem
from app.terms.rules import add_months
from ui.collections.days import day_field, to_day
from ui.collections.form_panel import FormPanel
from ui.collections.words import contact_word, reduction_word, relief_word
from ui.office.section import OfficeDesk
from ui.orders.links import money
from ui.theme import tokens
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Choice, NumberBox, Tick, text_field
from ui.widgets.text import label

_WEEK: Final = timedelta(days=7)


class ContactForm(FormPanel):
    """What was said, and what comes next."""

    def __init__(self, desk: OfficeDesk, shown: PartyFile, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", "", parent)
        tr = self.tr
        self.set_title(tr("Note: {name}").format(name=shown.name))
        self._party_id = shown.party_id
        self.kind = Choice([(k, contact_word(k.value)) for k in ContactKind], ContactKind.CALL)
        self.remark = text_field()
        self.again = Tick(tr("Something is to be done after this"))
        self.action = text_field(placeholder=tr("e.g. call again"))
        self.next_on = day_field(desk.services.context.on + _WEEK)
        self.form.add(tr("How"), self.kind)
        self.form.add(tr("What was said"), self.remark, wide=True)
        self.form.add("", self.again, wide=True)
        self.form.add(tr("Next action"), self.action)
        self.form.add(tr("On"), self.next_on)
        self.form.end()
        self.first = self.remark
        self.action.textEdited.connect(lambda _text: self.again.setChecked(True))
        self.remark.returnPressed.connect(self.write)
        self.action.returnPressed.connect(self.write)
        self.watch([self.kind, self.remark, self.again, self.action, self.next_on])

    def write(self) -> None:
        """Keep it."""
        later = self.again.isChecked()
        self.run(
            note_contact, party_id=self._party_id, kind=ContactKind(self.kind.value()),
            remark=self.remark.text(), next_action=self.action.text() if later else "",
            next_on=to_day(self.next_on.date()) if later else None,
        )  # fmt: skip


class PromiseForm(FormPanel):
    """How much until when."""

    def __init__(self, desk: OfficeDesk, shown: PartyFile, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", "", parent)
        tr = self.tr
        self.set_title(tr("Promise to pay: {name}").format(name=shown.name))
        self._party_id, self._uuid = shown.party_id, str(uuid4())
        self.amount = MoneyEdit(tr("Amount"), desk.formats)
        stake = shown.work.stake_minor if shown.work is not None else 0
        self.amount.set_value(stake or None)
        self.due_on = day_field(desk.services.context.on + _WEEK)
        self.remark = text_field()
        self.form.add(tr("Amount"), self.amount)
        self.form.add(tr("Until"), self.due_on)
        self.form.add(tr("Note"), self.remark, wide=True)
        self.form.end()
        self.first = self.amount
        for field in (self.amount, self.remark):
            field.returnPressed.connect(self.write)
        self.watch([self.amount, self.due_on, self.remark])

    def write(self) -> None:
        """Keep it."""
        self.run(
            promise_payment, uuid=self._uuid, party_id=self._party_id,
            amount_minor=self.amount.value() or 0, due_on=to_day(self.due_on.date()),
            remark=self.remark.text(),
        )  # fmt: skip


class PauseForm(FormPanel):
    """Nobody reminds him, or of one item."""

    def __init__(
        self, desk: OfficeDesk, shown: PartyFile, item: OpenItem | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "", "", parent)
        tr = self.tr
        self.set_title(tr("Pause reminders: {name}").format(name=shown.name))
        self._party_id = shown.party_id
        options: list[tuple[int | None, str]] = [(None, tr("all of it"))]
        if item is not None and item.open_minor > 0:
            options.append((item.id, tr("only {number}").format(number=item.document_number)))
        self.what = Choice(options)
        self.reason = text_field()
        self.limited = Tick(tr("Only until this day"), on=True)
        self.until = day_field(desk.services.context.on + _WEEK)
        self.form.add(tr("What"), self.what)
        self.form.add(tr("Reason"), self.reason, wide=True)
        self.form.add("", self.limited)
        self.form.add(tr("Until"), self.until)
        self.form.end()
        self.first = self.reason
        self.reason.returnPressed.connect(self.write)
        self.watch([self.what, self.reason, self.limited, self.until])

    def write(self) -> None:
        """Keep it."""
        self.run(
            pause_reminders, party_id=self._party_id, reason=self.reason.text(), item_id=self.what.value(),
            until=to_day(self.until.date()) if self.limited.isChecked() else None,
        )  # fmt: skip


class PlanForm(FormPanel):
    """Equal instalments from a day on, one a month; the last takes what division leaves."""

    def __init__(
        self, desk: OfficeDesk, shown: PartyFile, items: list[OpenItem], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "", "", parent)
        tr = self.tr
        self.set_title(tr("Payment plan: {name}").format(name=shown.name))
        self._items, self._uuid = items, str(uuid4())
        self._owed = sum(i.open_minor for i in items)
        self.count = NumberBox(1, 60, 3)
        self.first_on = day_field(desk.services.context.on + _WEEK)
        self.grace = NumberBox(0, 90, 5, tr(" days"))
        self.form.add(tr("Instalments"), self.count)
        self.form.add(tr("The first on"), self.first_on)
        self.form.add(
            tr("Days of grace"),
            self.grace,
            hint=tr("An instalment later than that makes the whole rest due."),
        )
        self.table = DataTable(tr("Instalments"), [
            Column("n", tr("No."), 70), Column("due", tr("Due")),
            Column("amount", tr("Amount"), 150, figure=True),
        ])  # fmt: skip
        self.table.setMinimumHeight(240)
        self.form.add_wide(label(tr("%n item(s)", "", len(items)), tokens.CAPTION, 500, "text2"))
        self.form.add_wide(self.table)
        self.form.end()
        self.first = self.count
        self.count.value_changed.connect(lambda _n: self._show())
        self.first_on.date_changed.connect(lambda _day: self._show())
        self.watch([self.count, self.first_on, self.grace])
        self._show()

    def instalments(self) -> list[tuple[date, int]]:
        """Due date and amount of each."""
        count, first = self.count.value(), to_day(self.first_on.date())
        part = self._owed // count
        amounts = [part] * (count - 1) + [self._owed - part * (count - 1)]
        return [(add_months(first, n), minor) for n, minor in enumerate(amounts)]

    def _show(self) -> None:
        formats = self.desk.formats
        self.table.set_rows(
            [
                TableRow(
                    str(n), (str(n), formats.date(day), money(self.desk, minor, self._items[0].currency))
                )
                for n, (day, minor) in enumerate(self.instalments(), start=1)
            ]
        )

    def write(self) -> None:
        """Keep it."""
        self.run(
            make_plan, uuid=self._uuid, item_ids=[i.id for i in self._items],
            instalments=self.instalments(), grace_days=self.grace.value(),
        )  # fmt: skip


class ReduceForm(FormPanel):
    """Let go of a part of an item, or of all of it."""

    def __init__(
        self, desk: OfficeDesk, item: OpenItem, write_offs: Sequence[ReductionRow] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(desk, "", "", parent)
        tr = self.tr
        owed = money(desk, abs(item.open_minor), item.currency)
        self.set_title(tr("Let go: {number}, {amount} open").format(number=item.document_number, amount=owed))
        self._item, self._uuid = item, str(uuid4())
        kinds: list[ReductionKind] = [k for k in ReductionKind if k is not ReductionKind.RECOVERY]
        if item.open_minor < 0:
            kinds = [ReductionKind.SMALL_DIFFERENCE]
            if write_offs:
                kinds.append(ReductionKind.RECOVERY)
        self.kind = Choice([(k, reduction_word(k)) for k in kinds], kinds[0])
        self.amount = MoneyEdit(tr("Amount"), desk.formats)
        self.relief = Choice([(r, relief_word(r)) for r in VatRelief], VatRelief.NONE)
        self.reason = text_field()
        named = [(w.id, f"{w.number} {desk.formats.money(w.gross_minor)}") for w in write_offs]
        self.write_off = Choice(named)
        self.form.add(tr("Why"), self.kind)
        self.form.add(tr("Amount with tax"), self.amount)
        self.form.add(tr("Reason"), self.reason, wide=True)
        self.form.add(
            tr("Tax of the write-off"),
            self.relief,
            hint=tr("Whether the tax of a bad debt comes back is decided by the country's law."),
        )
        self.form.add(tr("Write-off it pays"), self.write_off)
        self.form.end()
        self.first = self.amount
        for field in (self.amount, self.reason):
            field.returnPressed.connect(self.write)
        self.kind.currentIndexChanged.connect(lambda _place: self._chosen())
        self.watch([self.kind, self.amount, self.relief, self.reason])
        self._chosen()
        from app.collections.shares import early_discount

        self.desk.ask(early_discount, self._have_discount, item_id=item.id)

    def _chosen(self) -> None:
        write_off = self.kind.value() == ReductionKind.WRITE_OFF
        recovery = self.kind.value() == ReductionKind.RECOVERY
        self.relief.setEnabled(write_off)
        self.write_off.setEnabled(recovery)
        if write_off or recovery:
            self.amount.set_value(abs(self._item.open_minor))

    def _have_discount(self, found: object) -> None:
        from app.collections.shares import EarlyDiscount

        if isinstance(found, EarlyDiscount) and self.amount.value() is None:
            self.amount.set_value(min(found.amount_minor, self._item.open_minor))
            self.clean()

    def write(self) -> None:
        """Book it."""
        if self.kind.value() == ReductionKind.RECOVERY:
            self.run(
                recover_debt, uuid=self._uuid, write_off_id=self.write_off.value(),
                credit_item_id=self._item.id, amount_minor=self.amount.value() or 0,
            )  # fmt: skip
            return
        self.run(
            reduce_item, uuid=self._uuid, item_id=self._item.id, kind=ReductionKind(self.kind.value()),
            amount_minor=self.amount.value() or 0, reason=self.reason.text(),
            vat_relief=VatRelief(self.relief.value()),
        )  # fmt: skip
