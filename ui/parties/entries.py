"""A list of a customer's entries with the form of one of them beside it: addresses, contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.terms.changes import change_address, change_contact, remove_contact
from app.terms.operations import AddressDraft, add_address, add_contact, remove_address
from app.terms.queries import Address, Contact, list_addresses, list_contacts
from app.terms.states import AddressKind
from ui.office.section import OfficeDesk
from ui.parties.words import address_kind
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, Form, Tick, text_field
from ui.widgets.side_panel import scrolling
from ui.widgets.text import Card, column, label, line

_FORM_W = 380


class EntriesPage(QWidget):
    """Base: the list at the left, the fields of one entry at the right.

    Subclasses give the columns, fill `form`, and say how an entry is shown, read, written and taken away.
    """

    def __init__(self, desk: OfficeDesk, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.desk = desk
        self.party_id = 0
        self._entries: dict[str, Any] = {}
        self._shown = ""  # key of the entry in the form; "" for a new one
        self.table = DataTable(name, list(columns))
        self.form = Form(1)
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.new_button = Button(self.tr("New"), icon="add")
        self.remove_button = Button(self.tr("Remove"), "danger_soft", icon="delete")
        self.keep_button = Button(self.tr("Keep"), "primary", icon="check")
        right = Card(well=True)
        right.setFixedWidth(_FORM_W)
        right.body.addWidget(scrolling(self.form), 1)
        right.body.addWidget(self.message)
        right.body.addLayout(line(self.remove_button, None, self.keep_button, gap=8))
        left = QWidget()
        listed = column(left, gap=8)
        listed.addWidget(self.table, 1)
        listed.addLayout(line(self.new_button, None))
        outer = column(self, margin=4)
        across = line(left, right, gap=12)
        across.setStretch(0, 1)
        outer.addLayout(across)
        self.table.current_changed.connect(self._choose)
        self.new_button.clicked.connect(self.start_new)
        self.keep_button.clicked.connect(self._keep)
        self.remove_button.clicked.connect(self._remove)
        may = desk.may(Permission.EDIT_PARTIES)
        for button in (self.new_button, self.keep_button, self.remove_button):
            button.setVisible(may)

    def load(self, party_id: int) -> None:
        """Read the customer's entries."""
        self.party_id = party_id
        self.read()

    def read(self) -> None:
        """Ask for the entries; subclasses call `have`."""
        raise NotImplementedError

    def have(self, found: Sequence[Any]) -> None:
        """Show them; the one that was shown stays."""
        if not isValid(self):
            return
        self._entries = {str(entry.id): entry for entry in found}
        kept = self._shown
        self.table.set_rows([self.row(entry) for entry in found])
        if kept in self._entries:
            self.table.select(kept)
        elif found:
            self.table.select(str(found[0].id))
        else:
            self.start_new()

    def row(self, entry: Any) -> TableRow:
        """An entry in the list."""
        raise NotImplementedError

    def show_entry(self, entry: Any) -> None:
        """Fill the fields; None empties them."""
        raise NotImplementedError

    def write(self, entry_id: int | None) -> None:
        """Keep what stands in the fields."""
        raise NotImplementedError

    def take_away(self, entry_id: int) -> None:
        """Take an entry out of use."""
        raise NotImplementedError

    def run(self, operation: Callable[..., Any], **arguments: Any) -> None:
        """An operation on the customer; then the list again."""
        self._refuse("")
        self.desk.run(
            operation, self._done, self._failed, party_id=self.party_id, **arguments
        )  # fmt: skip

    def start_new(self) -> None:
        """Empty fields."""
        self._shown = ""
        self.show_entry(None)
        self.remove_button.setEnabled(False)
        self._refuse("")

    def _choose(self, key: str) -> None:
        entry = self._entries.get(key)
        if entry is not None:
            self._shown = key
            self.show_entry(entry)
            self.remove_button.setEnabled(True)
            self._refuse("")

    def _keep(self) -> None:
        self.write(int(self._shown) if self._shown else None)

    def _remove(self) -> None:
        if self._shown:
            gone, self._shown = int(self._shown), ""
            self.take_away(gone)

    def _done(self, answer: Any) -> None:
        if isinstance(answer, int):
            self._shown = str(answer)
        self.read()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        if isValid(self):
            self._refuse(describe(error))

    def _refuse(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))


class AddressesPage(EntriesPage):
    """Where bills and goods go; the customer's own address stands with his details."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__(desk, desk.tr("Addresses"), [
            Column("kind", desk.tr("For"), 120), Column("name", desk.tr("Name"), 170, least=560),
            Column("address", desk.tr("Address")),
        ])  # fmt: skip
        tr = self.tr
        self.kind = Choice([(kind.value, address_kind(kind)) for kind in AddressKind], "delivery")
        self.name = text_field(placeholder=tr("the customer's name"))
        self.street, self.postcode = text_field(), text_field(limit=40)
        self.city, self.country = text_field(), text_field(limit=2, placeholder="DE")
        self.note = text_field()
        self.default = Tick(tr("Always used for this"))
        for name, part in (
            (tr("For"), self.kind), (tr("Name"), self.name), (tr("Street"), self.street),
            (tr("Postcode"), self.postcode), (tr("Town"), self.city),
            (tr("Country (two letters)"), self.country), (tr("Note for the driver"), self.note),
        ):  # fmt: skip
            self.form.add(name, part)
        self.form.add("", self.default)
        self.form.end()

    def read(self) -> None:
        """The addresses in use."""
        self.desk.ask(list_addresses, self.have, party_id=self.party_id)

    def row(self, entry: Address) -> TableRow:
        """With what it is for."""
        town = " ".join(part for part in (entry.postcode, entry.city) if part)
        told = ", ".join(part for part in (entry.street, town, entry.country) if part)
        kind = address_kind(AddressKind(entry.kind))
        return TableRow(
            str(entry.id), (f"{kind} ✓" if entry.is_default else kind, entry.name, told),
            {"kind": "ok"} if entry.is_default else {},
        )  # fmt: skip

    def show_entry(self, entry: Address | None) -> None:
        """Its fields."""
        self.kind.choose(entry.kind if entry else AddressKind.DELIVERY.value)
        for name in ("name", "street", "postcode", "city", "country", "note"):
            getattr(self, name).setText(getattr(entry, name) if entry else "")
        self.default.setChecked(entry.is_default if entry else False)

    def write(self, entry_id: int | None) -> None:
        """A new one, or this one changed."""
        draft = AddressDraft(
            AddressKind(self.kind.value()), self.street.text(), self.postcode.text(), self.city.text(),
            self.country.text(), self.name.text(), self.note.text(), self.default.isChecked(),
        )  # fmt: skip
        if entry_id is None:
            self.run(add_address, address=draft)
        else:
            self.run(change_address, address_id=entry_id, address=draft)

    def take_away(self, entry_id: int) -> None:
        """Documents keep what was printed on them."""
        self.run(remove_address, address_id=entry_id)


class ContactsPage(EntriesPage):
    """Whom one talks to; e-mails go to the first of them that has an address."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__(desk, desk.tr("Contacts"), [
            Column("name", desk.tr("Name"), 170), Column("role", desk.tr("What for"), 130, least=620),
            Column("phone", desk.tr("Telephone"), 140, least=520), Column("email", desk.tr("E-mail")),
        ])  # fmt: skip
        tr = self.tr
        self.name, self.role = text_field(), text_field(placeholder=tr("Purchasing, accounts …"))
        self.phone, self.email = text_field(limit=40), text_field()
        self.default = Tick(tr("E-mails go here"))
        for name, part in (
            (tr("Name"), self.name), (tr("What for"), self.role), (tr("Telephone"), self.phone),
            (tr("E-mail"), self.email),
        ):  # fmt: skip
            self.form.add(name, part)
        self.form.add("", self.default)
        self.form.end()

    def read(self) -> None:
        """The contacts in use."""
        self.desk.ask(list_contacts, self.have, party_id=self.party_id)

    def row(self, entry: Contact) -> TableRow:
        """A person."""
        name = f"{entry.name} ✓" if entry.is_default else entry.name
        return TableRow(
            str(entry.id), (name, entry.role, entry.phone, entry.email),
            {"name": "ok"} if entry.is_default else {},
        )  # fmt: skip

    def show_entry(self, entry: Contact | None) -> None:
        """The fields."""
        for name in ("name", "role", "phone", "email"):
            getattr(self, name).setText(getattr(entry, name) if entry else "")
        self.default.setChecked(entry.is_default if entry else False)

    def write(self, entry_id: int | None) -> None:
        """A new one, or this one changed."""
        values = {
            "name": self.name.text(), "role": self.role.text(), "phone": self.phone.text(),
            "email": self.email.text(), "is_default": self.default.isChecked(),
        }  # fmt: skip
        if entry_id is None:
            self.run(add_contact, **values)
        else:
            self.run(change_contact, contact_id=entry_id, **values)

    def take_away(self, entry_id: int) -> None:
        """Out of use."""
        self.run(remove_contact, contact_id=entry_id)
