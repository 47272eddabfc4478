"""What a customer wrote in our name, beside what left: accepted as our sale, or held where it differs."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.einvoice.self_billing import Proposal, propose, take_self_billed
from app.invoicing.self_billing_rules import Pair
from app.invoicing.states import InvoiceStatus
from app.invoicing.store import SavedInvoice
from app.kernel.permission import Permission
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money
from ui.orders.words import hold_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import text_field
from ui.widgets.text import Card, label, line


class SelfBilledCard(Card):
    """Both sides beside each other, over a received document.

    Signals:
        booked(object): the SavedInvoice.
        laid(bool): its lines stand here, beside what left.
    """

    booked = Signal(object)
    laid = Signal(bool)

    def __init__(self, panel: DocumentPanel, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, well=True)
        self._panel, self._desk = panel, desk
        self._uuid, self._received_id, self._currency = "", 0, ""
        self.shown: Proposal | None = None
        tr = self.tr
        self.about = label("", tokens.LABEL, 600, wrap=True)
        self.table = DataTable(tr("Beside what left"), [
            Column("item", tr("Item")), Column("note", tr("Delivery note"), 150, least=900),
            Column("theirs", tr("Billed"), 100, figure=True), Column("left", tr("Left"), 100, figure=True),
            Column("net", tr("Net"), 120, figure=True), Column("ours", tr("Agreed"), 120, figure=True),
            Column("rate", tr("VAT"), 80, figure=True, least=700),
        ])  # fmt: skip
        self.differences = label("", tokens.BODY, 600, "danger", wrap=True)
        self.reason = text_field(placeholder=tr("Why are the differences accepted? Empty holds it."))
        self.reason.setAccessibleName(tr("Reason"))
        self.take_button = Button(tr("Accept as our sale"), "primary", icon="check")
        self.body.addWidget(self.about)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.differences)
        row = line(self.reason, self.take_button, gap=8)
        row.setStretch(0, 1)
        self.body.addLayout(row)
        self.take_button.clicked.connect(self.take)
        self.reason.returnPressed.connect(self.take)
        self.setVisible(False)

    def load(self, received_id: int, currency: str) -> None:
        """Lay a received document beside what left."""
        self._received_id, self._currency, self._uuid = received_id, currency, str(uuid4())
        self._panel.ask(propose, self._have, lane="reports", received_id=received_id)

    def _have(self, told: Proposal) -> None:
        self.shown = told
        self.table.set_rows([self._row(i, pair) for i, pair in enumerate(told.laid.pairs)] + [
            self._missing(i, x.name, quantity, x.references)
            for i, (x, quantity) in enumerate(told.laid.not_on_it)
        ])  # fmt: skip
        self.table.setVisible(bool(told.laid.pairs))
        self.laid.emit(bool(told.laid.pairs))
        self.about.setText(self._about(told))
        self.differences.setText("\n".join(
            f"{hold_word(d.reason.value)}: {d.detail}" for d in told.laid.differences
        ))  # fmt: skip
        self.differences.setVisible(bool(told.laid.differences))
        open_ = told.customer is not None and not told.booked
        differs = bool(told.laid.differences)
        self.take_button.setVisible(open_ and self._desk.may(Permission.INVOICE))
        self.reason.setVisible(
            open_ and (told.credit or (differs and self._desk.may(Permission.RELEASE_INVOICE)))
        )
        if told.credit:
            self.reason.setPlaceholderText(self.tr("Why? Empty: what the document says."))
        self.setVisible(True)

    def _about(self, told: Proposal) -> str:
        if told.booked:
            return self.tr("The customer wrote it in our name. It is booked as {number}.").format(
                number=told.booked
            )
        if told.customer is None:
            return self.tr(
                "It was written in our name, but no customer with an agreement answers it. "
                "Enter the agreement with the customer, E-invoices."
            )
        who = f"{told.customer.number} {told.customer.name}"
        if told.credit:
            return self.tr("{customer} wrote a credit note in our name.").format(customer=who)
        if told.laid.differences:
            return self.tr("{customer} wrote it in our name. It differs from what left:").format(customer=who)
        return self.tr("{customer} wrote it in our name. It agrees with what left.").format(customer=who)

    def _row(self, place: int, pair: Pair) -> TableRow:
        formats, ours = self._desk.formats, pair.ours
        cells = (
            pair.theirs.name, ours.references[0] if ours is not None and ours.references else "",
            formats.quantity(pair.quantity_milli),
            formats.quantity(ours.left_sold_milli) if ours is not None else "-",
            money(self._desk, pair.net_minor, self._currency),
            money(self._desk, pair.expected_minor, self._currency) if ours is not None else "-",
            formats.rate(pair.theirs.rate),
        )  # fmt: skip
        tones = {} if pair.same_price and ours is not None else {"ours": "danger"}
        return TableRow(f"theirs{place}", cells, tones)

    def _missing(self, place: int, name: str, quantity_milli: int, references: tuple[str, ...]) -> TableRow:
        cells = (
            name, references[0] if references else "", "-", self._desk.formats.quantity(quantity_milli),
            "", self.tr("still to bill"), "",
        )  # fmt: skip
        return TableRow(f"left{place}", cells, {"ours": "warn"})

    def take(self) -> None:
        """Accept it."""
        told = self.shown
        if told is None or told.customer is None or told.booked:
            return
        self._panel.run(
            take_self_billed, self._done, uuid=self._uuid, received_id=self._received_id,
            party_id=told.customer.party_id, reason=self.reason.text(),
        )  # fmt: skip

    def _done(self, saved: SavedInvoice) -> None:
        if saved.status is InvoiceStatus.HELD:
            text, tone = self.tr("It is kept and held: see Invoices. Who may release it says why."), "warn"
        else:
            text, tone = self.tr("Booked as {number}.").format(number=saved.number), "ok"
        self._desk.say(text, tone)
        self.booked.emit(saved)
        self.load(self._received_id, self._currency)
