"""What lies beside the telephone: who rings, his last orders, what is open of him, script and note."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.kernel.permission import Permission
from app.orders.queries import OrderRow
from app.parties.rules import CustomerDetails
from app.receivables.queries import OpenItem
from app.story.telephone import CallerFile
from ui.office.section import OfficeDesk
from ui.orders.links import money
from ui.orders.words import order_status, progress_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Form, note_field, text_field
from ui.widgets.text import Elided, column, label, line, set_tone

_SIDE: Final = 300
_WIDE: Final = 620


class CallerPage(QWidget):
    """The file of who rings.

    Signals:
        order_opened(str), item_opened(str): Enter on a row; the order's id, "type:id" of the document.
        note_saved(str), script_saved(str): another text.
    """

    order_opened = Signal(str)
    item_opened = Signal(str)
    note_saved = Signal(str)
    script_saved = Signal(str)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        tr = self.tr
        self.name = Elided("", tokens.KEY, 700)
        self.about = Elided("", tokens.SUB, 400, "text2")
        self.money = label("", tokens.LABEL, 600)
        self.orders = DataTable(tr("Last orders"), [
            Column("number", tr("Order")), Column("day", tr("Day"), 122),
            Column("status", tr("Status"), 122, least=_WIDE), Column("shipped", tr("Shipped"), 92),
            Column("total", tr("Total"), 120, figure=True),
        ])  # fmt: skip
        self.items = DataTable(tr("Open items"), [
            Column("document", tr("Document")), Column("due", tr("Due"), 122),
            Column("amount", tr("Amount"), 120, figure=True, least=_WIDE),
            Column("open", tr("Open"), 120, figure=True),
        ])  # fmt: skip
        self.script, self.note = note_field(lines=6), note_field(lines=4)
        self.script.setReadOnly(not desk.may(Permission.SETTINGS))
        self.note.setReadOnly(not desk.may(Permission.EDIT_PARTIES))
        self.script_button = Button(tr("Save script"), icon="check")
        self.note_button = Button(tr("Save note"), icon="check")
        self._lay_out()
        self.orders.opened.connect(self.order_opened)
        self.items.opened.connect(self.item_opened)
        self.script.textChanged.connect(lambda: self.script_button.setVisible(not self.script.isReadOnly()))
        self.note.textChanged.connect(lambda: self.note_button.setVisible(not self.note.isReadOnly()))
        self.note_button.clicked.connect(lambda: self.note_saved.emit(self.note.toPlainText()))
        self.script_button.clicked.connect(lambda: self.script_saved.emit(self.script.toPlainText()))

    def _lay_out(self) -> None:
        left = QWidget()
        main = column(left, gap=6)
        for title, table, share in (
            (self.tr("Last orders"), self.orders, 3), (self.tr("Open items"), self.items, 2),
        ):  # fmt: skip
            main.addWidget(label(title, tokens.SUB, 600))
            main.addWidget(table, share)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        rail = column(side, gap=6)
        parts: tuple[tuple[str, QPlainTextEdit, Button], ...] = (
            (self.tr("What to say and to ask"), self.script, self.script_button),
            (self.tr("Note about the customer"), self.note, self.note_button),
        )
        for title, field, button in parts:
            field.setAccessibleName(title)
            rail.addWidget(label(title, tokens.SUB, 600))
            rail.addWidget(field)
            rail.addWidget(button)
            button.setVisible(False)
        rail.addStretch(1)
        across = line(left, side, gap=14)
        across.setStretch(0, 1)
        body = column(self, gap=6)
        head = line(self.name, self.money, gap=12)
        head.setStretch(0, 1)
        body.addLayout(head)
        body.addWidget(self.about)
        body.addLayout(across, 1)

    def show_file(self, found: CallerFile) -> None:
        """Fill it."""
        who = found.customer.details
        self.name.set_text(f"{who.name} · {who.number}")
        town = " ".join(part for part in (who.postcode, who.city) if part)
        people = [" ".join(p for p in (c.name, c.role, c.phone) if p) for c in found.contacts]
        self.about.set_text(" · ".join(p for p in (who.phone, who.street, town, *people) if p))
        self._show_money(found)
        self.orders.set_rows([self._order(row) for row in found.orders])
        self.items.set_rows([self._item(item) for item in found.items])
        self.script.setPlainText(found.script)
        self.note.setPlainText(who.note)
        self.script_button.setVisible(False)
        self.note_button.setVisible(False)

    def _show_money(self, found: CallerFile) -> None:
        amount = self._desk.formats.money
        said = [self.tr("Owes {amount}").format(amount=amount(found.owed_minor))]
        if found.overdue_minor:
            said.append(self.tr("{amount} overdue").format(amount=amount(found.overdue_minor)))
        if found.unapplied_minor:
            said.append(self.tr("{amount} credit").format(amount=amount(found.unapplied_minor)))
        if found.stopped:
            said.append(self.tr("credit stopped"))
        if not found.customer.active:
            said.append(self.tr("blocked"))
        bad = found.overdue_minor or found.stopped or not found.customer.active
        self.money.setText(" · ".join(said))
        set_tone(self.money, "danger" if bad else "text2")

    def _order(self, row: OrderRow) -> TableRow:
        day = row.ordered_on or row.valid_until
        number = row.number or row.quote_number or self.tr("Draft")
        return TableRow(
            str(row.id),
            (
                number, self._desk.formats.date(day) if day else "-", order_status(row.status),
                progress_word(row.shipment), money(self._desk, row.gross_minor, row.currency),
            ),
        )  # fmt: skip

    def _item(self, item: OpenItem) -> TableRow:
        late = item.due_date < self._desk.services.context.on and item.open_minor > 0
        return TableRow(
            f"{item.document_type}:{item.document_id}:{item.instalment}",
            (
                item.document_number, self._desk.formats.date(item.due_date),
                money(self._desk, item.amount_minor, item.currency),
                money(self._desk, item.open_minor, item.currency),
            ),
            {"due": "danger", "open": "danger"} if late else {},
        )  # fmt: skip


class NewCallerPage(QWidget):
    """Who rings for the first time: made in place.

    Signals:
        wanted(object): the CustomerDetails.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        form = Form(2)
        self.name, self.phone = text_field(), text_field(limit=40)
        self.street, self.email = text_field(), text_field()
        self.postcode, self.city = text_field(limit=40), text_field()
        form.section(tr("Nobody has that number: a new customer"))
        fields = (
            (tr("Name"), self.name), (tr("Telephone"), self.phone), (tr("Street"), self.street),
            (tr("E-mail"), self.email), (tr("Postcode"), self.postcode), (tr("Town"), self.city),
        )  # fmt: skip
        for name, field in fields:
            form.add(name, field)
            field.returnPressed.connect(self.finish)
        self.create_button = Button(tr("Create customer"), "primary", icon="person_add", hint="⏎")
        self.create_button.clicked.connect(self.finish)
        body = column(self, gap=tokens.GAP)
        body.addWidget(form)
        body.addLayout(line(None, self.create_button))
        body.addStretch(1)

    def begin(self, typed: str) -> None:
        """Empty fields; what was typed is the number, or the name."""
        for field in (self.name, self.phone, self.street, self.email, self.postcode, self.city):
            field.clear()
        is_name = any(c.isalpha() for c in typed)
        (self.name if is_name else self.phone).setText(typed.strip())
        (self.phone if is_name else self.name).setFocus()

    def finish(self) -> None:
        """Ask for it to be made."""
        self.wanted.emit(
            CustomerDetails(
                name=self.name.text(), phone=self.phone.text(), email=self.email.text(),
                street=self.street.text(), postcode=self.postcode.text(), city=self.city.text(),
            )
        )  # fmt: skip


def is_control(event: QKeyEvent) -> bool:
    """Whether Ctrl is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def left_out_sentence(names: tuple[str, ...]) -> str:
    """What is not written again, or ""."""
    if not names:
        return ""
    text = QCoreApplication.translate("PhoneDesk", "Not sold any more and left out: {names}.")
    return text.format(names=", ".join(names))
