"""The page of an invoice or credit note: lines, tax by rate, what is open, what comes next."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.documents.invoice_papers import build_any_invoice
from app.documents.operations import print_invoice
from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.post import post_invoice, release_invoice, void_draft
from app.invoicing.operations.settle import apply_to_items
from app.invoicing.queries import InvoiceDetail, InvoiceLine, get_invoice
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.store import SavedInvoice
from app.kernel.permission import Permission
from app.receivables.queries import OpenItem, list_unapplied
from app.story.queries import Story, whole_story
from ui.einvoice.send_over import SendOver
from ui.invoicing.credit_card import CreditCard
from ui.invoicing.debit_card import DebitCard
from ui.invoicing.unapplied_card import UnappliedCard
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import address_text, document_rows, link_list, money, timeline_rows
from ui.orders.words import document_status, document_word, hold_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Elided, column, label, line

_RAIL: Final = 340
_NARROW: Final = 1000
_CREDITABLE: Final = (InvoiceKind.INVOICE, InvoiceKind.PREPAYMENT)


class InvoicePanel(DocumentPanel):
    """The panel of an invoice."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Invoice"))
        self.shown: InvoiceDetail | None = None
        self._uuid = str(uuid4())
        tr = self.tr
        self.about = Elided("", tokens.SUB, 400, "text2")
        self.lines = DataTable(tr("Lines"), [
            Column("item", tr("Item")), Column("quantity", tr("Quantity"), 90, figure=True),
            Column("price", tr("Price"), 96, figure=True), Column("amount", tr("Amount"), 106, figure=True),
            Column("credited", tr("Credited"), 90, figure=True),
        ])  # fmt: skip
        self.taxes = label("", tokens.SUB, 400, "text2", wrap=True)
        self.totals = label("", tokens.LABEL, 700, wrap=True)
        self.credit = CreditCard(desk.formats)
        self.debit = DebitCard(self, desk.formats)
        self.unapplied = UnappliedCard(desk)
        self.unapplied.wanted.connect(self._use_credit)
        self.documents = link_list(desk, tr("Related documents"))
        self.timeline = link_list(desk, tr("Timeline"))
        self.void_button = Button(tr("Throw away"), "danger_soft", icon="delete")
        self.credit_button = Button(tr("Credit note"), icon="undo")
        self.debit_button = Button(tr("Debit note"), icon="add")
        self.pdf_button = Button(tr("PDF"), icon="print", hint="Ctrl+P")
        self.mail_button = Button(tr("E-mail"), icon="mail")
        self.mail_button.clicked.connect(self._write_mail)
        self.einvoice_button = Button(tr("E-invoice"), icon="task_alt")
        self.einvoice_button.clicked.connect(self.show_einvoice)
        self.einvoice: SendOver | None = None
        self.primary = Button("", "primary", hint="F10", icon="task_alt")
        self._lay_out()
        self.first = self.primary
        self.lines.current_changed.connect(self._line_chosen)
        self.credit.changed.connect(self._fill_lines)
        self.credit.wanted.connect(self._write_credit)
        self.credit.dropped.connect(lambda: self.credit.setVisible(False))
        self.credit_button.clicked.connect(self.start_credit)
        self.debit.written.connect(self._saved)
        self.debit_button.clicked.connect(self.start_debit)
        self.void_button.clicked.connect(self._void)
        self.pdf_button.clicked.connect(self.show_pdf)
        self.primary.clicked.connect(self.do_next)

    def _lay_out(self) -> None:
        left, self._rail = QWidget(), QWidget()
        main = column(left, gap=8)
        main.addWidget(self.about)
        main.addWidget(self.lines, 1)
        main.addWidget(self.taxes)
        main.addWidget(self.totals)
        rail = column(self._rail, gap=8)
        self._rail_box: QBoxLayout = rail
        for title, part in (
            (self.tr("Related documents"), self.documents), (self.tr("Timeline"), self.timeline),
        ):  # fmt: skip
            holder = QWidget()
            inner = column(holder, gap=4)
            inner.addWidget(label(title, tokens.SUB, 600))
            inner.addWidget(part, 1)
            rail.addWidget(holder, 1)
        self._across = line(left, self._rail, gap=14)
        self._across.setStretch(0, 1)
        self.page.addLayout(self._across, 1)
        self.page.addWidget(self.unapplied)
        self.page.addWidget(self.credit)
        self.page.addWidget(self.debit)
        self.content.addLayout(
            line(
                self.pdf_button,
                self.story_button,
                self.mail_button,
                self.einvoice_button,
                self.void_button,
                None,
                self.debit_button,
                self.credit_button,
                self.primary,
                gap=8,
            )
        )

    def story_of(self) -> tuple[str, int] | None:
        """The invoice's."""
        return None if self.shown is None else (self.shown.row.kind.value, self.shown.row.id)

    def load(self, invoice_id: int) -> None:
        """Read it."""
        self.ask(get_invoice, self._have, invoice_id=invoice_id)

    def reload(self) -> None:
        """Read it again."""
        if self.shown is not None:
            self.load(self.shown.row.id)

    def _have(self, detail: InvoiceDetail) -> None:
        first, self.shown = self.shown is None, detail
        row = detail.row
        number = row.number or document_status(row.status.value)
        self.set_title(f"{document_word(row.kind.value)} {number} · {row.party_name}")
        self.about.set_text(self._about(detail))
        self._fill_lines()
        self.taxes.setText(self._taxes(detail))
        self.totals.setText(self._totals(detail))
        self._show_buttons(detail)
        self.unapplied.offer((), ())
        pays = row.status is InvoiceStatus.POSTED and self.open_minor() > 0
        if pays and self.desk.may(Permission.RECEIVE_PAYMENT):
            self.ask(list_unapplied, self._have_credits, party_id=row.party_id)
        self.ask(whole_story, self._have_story, document_type=row.kind.value, document_id=row.id)
        if first:
            self.take_focus()

    def _have_credits(self, found: list[OpenItem]) -> None:
        if self.shown is not None:
            self.unapplied.offer(found, self.shown.items)

    def _use_credit(self) -> None:
        credit = self.unapplied.credit
        if credit is not None:
            self.run(
                apply_to_items, lambda _touched: self.reload(), credit_item_id=credit.id,
                parts=self.unapplied.parts(),
            )  # fmt: skip

    def _have_story(self, story: Story) -> None:
        if self.shown is None:
            return
        row = self.shown.row
        self.documents.set_rows(document_rows(self.desk, story, (row.kind.value, row.id)))
        self.timeline.set_rows(timeline_rows(self.desk, story))

    def _about(self, detail: InvoiceDetail) -> str:
        row, formats = detail.row, self.desk.formats
        parts = [document_status(row.status.value)]
        if row.status is InvoiceStatus.HELD:
            waits = [h for h in detail.holds if h.released_at is None]
            parts += [f"{hold_word(h.reason)} ({h.detail})" for h in waits]
        if row.on:
            parts.append(formats.date(row.on))
        if row.due_date:
            parts.append(self.tr("due {day}").format(day=formats.date(row.due_date)))
        if detail.self_billed is not None:
            parts.append(self.tr("written by the customer: {number}").format(number=detail.paper_number))
        elif detail.customer_reference:
            parts.append(self.tr("reference {text}").format(text=detail.customer_reference))
        if detail.reason:
            parts.append(detail.reason)
        parts.append(address_text(detail.bill_to))
        return " · ".join(part for part in parts if part)

    def _fill_lines(self) -> None:
        if self.shown is None:
            return
        rows = [self._line(x) for x in self.shown.lines]
        if self.lines.keys() == [row.key for row in rows]:
            for row in rows:
                self.lines.replace_row(row)
        else:
            self.lines.set_rows(rows)

    def _line(self, x: InvoiceLine) -> TableRow:
        formats = self.desk.formats
        if not x.unit and not x.unit_price_minor:  # words between the lines
            return TableRow(str(x.id), (x.name, "", "", "", ""), {"item": "text2"})
        credited = dict(self.shown.credited).get(x.id, 0) if self.shown is not None else 0
        wish = self.credit.wishes.get(x.id, 0) if self.credit.isVisibleTo(self) else 0
        told = formats.quantity(credited) if credited else ""
        if wish:
            told = f"{told} + {formats.quantity(wish)}" if credited else formats.quantity(wish)
        cells = (
            x.name, formats.quantity(x.quantity_milli), formats.amount(x.unit_price_minor),
            formats.amount(x.amount_minor), told,
        )  # fmt: skip
        return TableRow(str(x.id), cells, {"credited": "danger"} if wish else {"credited": "warn"})

    def _taxes(self, detail: InvoiceDetail) -> str:
        currency = detail.row.currency
        return " · ".join(
            self.tr("{rate} on {base}: {tax}").format(
                rate=self.desk.formats.rate(t.rate), base=money(self.desk, t.base_minor, currency),
                tax=money(self.desk, t.tax_minor, currency),
            )
            for t in detail.taxes
        )  # fmt: skip

    def _totals(self, detail: InvoiceDetail) -> str:
        def amount(minor: int) -> str:
            return money(self.desk, minor, detail.row.currency)

        parts = [self.tr("net {net} · total {gross}").format(
            net=amount(detail.net_minor), gross=amount(detail.row.gross_minor)
        )]  # fmt: skip
        if detail.deposit_minor:
            parts.append(self.tr("paid in advance {amount}").format(amount=amount(detail.deposit_minor)))
        if detail.row.status is InvoiceStatus.POSTED and detail.items:
            parts.append(self.tr("open {amount}").format(amount=amount(self.open_minor())))
        return " · ".join(parts)

    def open_minor(self) -> int:
        """What is still open of it; a credit note's is below zero."""
        return sum(i.open_minor for i in self.shown.items) if self.shown is not None else 0

    def _show_buttons(self, detail: InvoiceDetail) -> None:
        status, kind = detail.row.status, detail.row.kind
        may = self.desk.may
        unposted = status in (InvoiceStatus.DRAFT, InvoiceStatus.HELD)
        self.void_button.setVisible(unposted and may(Permission.INVOICE))
        self.mail_button.setVisible(
            status is InvoiceStatus.POSTED and may(Permission.SEND_MAIL) and may(Permission.INVOICE)
        )
        self.einvoice_button.setVisible(status is InvoiceStatus.POSTED and kind is not InvoiceKind.PRO_FORMA)
        creditable = status is InvoiceStatus.POSTED and kind in _CREDITABLE and detail.sale_id is None
        self.credit_button.setVisible(creditable and may(Permission.CREDIT_NOTE))
        self.debit_button.setVisible(creditable and kind is InvoiceKind.INVOICE and may(Permission.INVOICE))
        word, right = "", Permission.INVOICE
        if status is InvoiceStatus.DRAFT:
            word = self.tr("Post")
        elif status is InvoiceStatus.HELD:
            word, right = self.tr("Release"), Permission.RELEASE_INVOICE
        elif status is InvoiceStatus.POSTED and self.open_minor() > 0:
            word, right = self.tr("Record payment"), Permission.RECEIVE_PAYMENT
        self.primary.setText(word)
        self.primary.setVisible(bool(word))
        self.primary.setEnabled(may(right))

    def show_pdf(self) -> None:
        """Its paper: of a posted one the very bytes that are kept, of a draft how it would look."""
        if self.shown is None:
            return
        row = self.shown.row
        name = f"{document_word(row.kind.value)} {row.number or document_status(row.status.value)}"
        if row.status is InvoiceStatus.POSTED and self.desk.may(Permission.INVOICE):
            self.run(
                print_invoice, lambda content: self.paper.show_pdf(content, name), invoice_id=row.id
            )  # fmt: skip
        else:
            self.show_paper(build_any_invoice, name, invoice_id=row.id)

    def _write_mail(self) -> None:
        if self.shown is not None:
            row = self.shown.row
            self.write_mail(row.kind.value, row.status.value, row.id)

    def show_einvoice(self) -> None:
        """Its e-invoice: format, check, file."""
        if self.shown is None:
            return
        if self.einvoice is None:
            self.einvoice = SendOver(self)
            self.einvoice.closed.connect(self.take_focus)
            self.einvoice.closed.connect(self.reload)
            self.einvoice.mail_wanted.connect(self._write_mail)
        self.einvoice.open(self.shown.row)

    def leave(self) -> None:
        """Esc from the section: the e-invoice first."""
        over = self.einvoice
        if over is not None and over.isVisible() and not self.paper.isVisible():
            over.leave()
        else:
            super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P shows the paper."""
        if event.key() == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_pdf()
        else:
            super().keyPressEvent(event)

    # --- steps ---

    def do_next(self) -> None:
        """The primary button."""
        if self.shown is None or not self.primary.isVisible() or not self.primary.isEnabled():
            return
        row = self.shown.row
        if row.status is InvoiceStatus.DRAFT:
            self.run(post_invoice, self._saved, invoice_id=row.id)
        elif row.status is InvoiceStatus.HELD:
            self.asking.ask(
                self.tr("Why may this invoice be posted all the same?"), self.tr("Release"),
                lambda text: self.run(release_invoice, self._saved, invoice_id=row.id, reason=text),
            )  # fmt: skip
        else:
            self.desk.go_to.emit("payments", f"pay:{row.party_id}")

    def _saved(self, saved: SavedInvoice) -> None:
        if saved.status is InvoiceStatus.HELD:
            words = ", ".join(hold_word(reason) for reason in saved.holds)
            self.refuse(self.tr("The invoice is held: {reasons}.").format(reasons=words))
        self.load(saved.invoice_id)

    def _void(self) -> None:
        row = self.shown.row if self.shown is not None else None
        if row is not None:
            self.asking.ask(
                self.tr("Throw this draft away?"), self.tr("Throw away"),
                lambda _text: self.run(void_draft, self._saved, invoice_id=row.id), text=None,
            )  # fmt: skip

    def start_credit(self) -> None:
        """Choose what is credited."""
        if self.shown is not None:
            self._uuid = str(uuid4())
            self.credit.start(self.shown)
            self._line_chosen(self.lines.current())
            self.credit.quantity.setFocus()

    def _line_chosen(self, key: str) -> None:
        found = next((x for x in self.shown.lines if str(x.id) == key), None) if self.shown else None
        if found is not None:
            self.credit.show_line(found.id, found.name)
            self.debit.show_line(found.id, found.name)

    def start_debit(self) -> None:
        """Bill more of a line."""
        if self.shown is not None:
            self._line_chosen(self.lines.current())
            self.debit.start(self.shown.row.id)

    def _write_credit(self) -> None:
        if self.shown is None:
            return
        wishes = self.credit.drafts()
        if not wishes:
            self.refuse(self.tr("Enter how much of a line is credited, or press Everything."))
            return

        def done(saved: SavedInvoice) -> None:
            self.desk.say(self.tr("{number} is written.").format(number=saved.number or ""))
            self.credit.setVisible(False)
            self.credit.wishes.clear()
            self.reload()

        self.run(
            credit_invoice, done, uuid=self._uuid, invoice_id=self.shown.row.id,
            reason=self.credit.reason.text(), wishes=wishes, bill_again=self.credit.again.isChecked(),
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail goes under the lines where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._across.setDirection(down if narrow else across)
        self._rail_box.setDirection(across if narrow else down)
        self._rail.setMaximumWidth(16_777_215 if narrow else _RAIL)
        self._rail.setMinimumWidth(0 if narrow else _RAIL)
        self._rail.setMaximumHeight(230 if narrow else 16_777_215)
