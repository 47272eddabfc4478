"""Every receipt: found by day, till or number, shown as paper, printed again as a copy."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.devices.paper import Paper
from app.kernel.permission import Permission
from app.mailing.drafts import kinds_of
from app.organisation.queries import Till, list_tills
from app.printing.operations import reprint
from app.printing.queries import PrintJob
from app.printing.states import PrintStatus
from app.reporting.lists import SaleRow, list_sales
from app.till.events import SaleCompleted
from ui.mailing.mail_over import MailOver
from ui.office.section import OfficeDesk, Section
from ui.reporting.period_bar import PeriodBar
from ui.reporting.words import sale_kind
from ui.theme import tokens
from ui.till.paper_text import paper_text
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.paper_view import PaperView
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import Card, label, line

_PAGE: Final = 100
_DAYS: Final = 30


class SalesSection(Section):
    """The list at the left, the paper at the right."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        today = desk.services.context.on
        self._asked = 0
        self._sales: dict[str, SaleRow] = {}
        self.period = PeriodBar(today - timedelta(days=_DAYS), today)
        self.search = SearchLine(self.tr("Receipt number"))
        self.table = DataTable(
            self.tr("Sales"),
            [
                Column("number", self.tr("Number"), 128),
                Column("when", self.tr("When"), 196),
                Column("kind", self.tr("Kind"), 84, least=560),
                Column("who", self.tr("Cashier and customer"), least=690),
                Column("total", self.tr("Total"), 110, figure=True),
            ],
        )
        self.paper = PaperView(self.tr("Receipt"))
        self.reprint = Button(self.tr("Print a copy"), "primary", icon="print")
        self.mail_button = Button(self.tr("E-mail"), icon="mail")
        self.invoice_button = Button(self.tr("Invoice"), icon="receipt_long")
        self.invoice_button.setToolTip(self.tr("Make a full invoice of this receipt"))
        self.invoice_button.clicked.connect(self.make_invoice)
        self.gift_button = Button("", icon="redeem", name=self.tr("Gift receipt"))
        self.gift_button.setToolTip(self.tr("Print a receipt without prices"))
        self.gift_button.clicked.connect(self._gift)
        self.case_button = Button("", icon="inbox", name=self.tr("Case about this receipt"))
        self.case_button.setToolTip(self.tr("A complaint or a warranty claim about what was sold here"))
        self.case_button.clicked.connect(self._case)
        self.mail_over = MailOver(desk.services, self)
        self.mail_over.queued.connect(desk.say)
        self.mail_over.closed.connect(self.panel_closed)
        self.mail_button.clicked.connect(self._write_mail)
        self.empty = EmptyState(
            "receipt_long", self.tr("No sales here"), self.tr("Choose other days or search for a number.")
        )
        self._lay_out()
        self.period.changed.connect(self._reload)
        self.search.searched.connect(lambda _text: self._reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.table.current_changed.connect(self._show_paper)
        self.table.more_wanted.connect(self._ask)
        self.reprint.clicked.connect(self._reprint)
        desk.services.bridge.happened.connect(self._happened)

    def _lay_out(self) -> None:
        self.search.setMinimumWidth(180)
        self.body.addLayout(
            line(label(self.tr("Sales"), tokens.KEY, 700), 8, self.period, self.search, gap=8)
        )
        side = Card()
        side.setMinimumWidth(410)
        side.body.addWidget(self.paper, 1)
        side.body.addLayout(
            line(self.invoice_button, self.mail_button, self.gift_button, self.case_button, gap=8)
        )
        side.body.addWidget(self.reprint)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setAccessibleName(self.tr("List and receipt"))
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(side)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.split = split
        self.body.addWidget(split, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)

    def entered(self) -> None:
        """Read tills and sales."""
        self.reprint.setVisible(self.desk.may(Permission.REPRINT))
        self.mail_button.setVisible(self.desk.may(Permission.SEND_MAIL))
        self.invoice_button.setVisible(self.desk.may(Permission.INVOICE))
        self.case_button.setVisible(self.desk.may(Permission.CASES))
        self.desk.ask(list_tills, self._have_tills)

    def show_item(self, what: str) -> None:
        """A receipt number, or the id of a sale."""
        self._wanted = what
        self.search.setText(what if not what.isdigit() or what in self._sales else "")
        self._reload()

    def scanned(self, raw: str) -> bool:
        """The barcode of a receipt shows it."""
        if not any(c.isalpha() for c in raw) and "-" not in raw:
            return False
        self.search.setText(raw.strip())
        self._reload()
        return True

    def escape(self) -> bool:
        """Esc: the message first."""
        if self.mail_over.isVisible():
            self.mail_over.leave()
            return True
        return super().escape()

    def _write_mail(self) -> None:
        key = self.table.current()
        if key:
            self.mail_over.write(kinds_of("sale", ""), int(key))

    def make_invoice(self) -> None:
        """A full invoice of the receipt the keyboard is on."""
        from ui.invoicing.receipt_panel import ReceiptPanel

        key = self.table.current()
        if key:
            found = self._sales[key]
            panel = ReceiptPanel(self.desk, found.id, found.number, found.customer or "")
            panel.written.connect(self._invoice_written)
            self.open_panel(panel)

    def _invoice_written(self, invoice_id: int) -> None:
        self.close_panel()
        self.desk.go_to.emit("invoices", str(invoice_id))

    def panel_closed(self) -> None:
        """Back to the list."""
        self.table.setFocus()

    _wanted = ""

    def _have_tills(self, tills: list[Till]) -> None:
        self.period.set_tills([(t.id, t.code) for t in tills])
        self._reload()

    def _reload(self) -> None:
        self._asked += 1
        self._ask(0)

    def _ask(self, offset: int) -> None:
        asked = self._asked
        self.desk.report(
            list_sales, lambda found: self._have(found, offset, asked), since=self.period.since(),
            until=self.period.until(), till_id=self.period.till.value(), number=self.search.text(),
            limit=_PAGE, offset=offset,
        )  # fmt: skip

    def _have(self, found: list[SaleRow], offset: int, asked: int) -> None:
        if asked != self._asked:
            return
        self._sales.update({str(sale.id): sale for sale in found})
        rows = [self._row(sale) for sale in found]
        more = len(found) == _PAGE
        if offset:
            self.table.add_rows(rows, more=more)
            return
        self.split.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows, more=more)
        if self._wanted:
            self.table.select(self._wanted)
            self._wanted = ""

    def _row(self, sale: SaleRow) -> TableRow:
        who = ", ".join(x for x in (sale.cashier, sale.customer) if x)
        negative = sale.gross_minor < 0
        return TableRow(
            str(sale.id),
            (
                sale.number, self.desk.formats.date_time(sale.completed_at), sale_kind(sale.kind), who,
                self.desk.formats.money(sale.gross_minor),
            ),
            {"total": "danger", "kind": "danger"} if negative else {},
        )  # fmt: skip

    def _show_paper(self, key: str) -> None:
        self.reprint.setEnabled(bool(key))
        self.gift_button.setEnabled(bool(key))
        self.invoice_button.setEnabled(bool(key))
        self.case_button.setEnabled(bool(key))
        if not key:
            self.paper.show_text("")
            return
        from app.documents.build import build_paper

        job = PrintJob(
            id=0, station="", kind="receipt", document_type="sale", document_id=int(key), is_copy=False,
            status=PrintStatus.QUEUED, attempts=0, last_error=None,
            created_at=self._sales[key].completed_at,
        )  # fmt: skip
        self.desk.report(build_paper, lambda paper: self._have_paper(key, paper), job=job)

    def _have_paper(self, key: str, paper: Paper) -> None:
        if self.table.current() == key:
            self.paper.show_text(paper_text(paper))

    def _reprint(self) -> None:
        key = self.table.current()
        if key:
            number = self._sales[key].number
            self.desk.run(
                reprint,
                lambda _job: self.desk.say(
                    self.tr("Receipt {number} is printed again, marked COPY.").format(number=number)
                ),
                station=self.desk.services.context.till.code, kind="receipt", document_type="sale",
                document_id=int(key),
            )  # fmt: skip

    def _gift(self) -> None:
        """A receipt without prices, of all lines; at the till single lines can be chosen."""
        from app.till.operations.slips import print_gift_receipt

        key = self.table.current()
        if key:
            self.desk.run(
                print_gift_receipt, lambda _job: self.desk.say(self.tr("The gift receipt is printing.")),
                station=self.desk.services.context.till.code, sale_id=int(key),
            )  # fmt: skip

    def _case(self) -> None:
        key = self.table.current()
        if key:
            self.desk.go_to.emit("cases", self._sales[key].number)

    def _happened(self, event: object) -> None:
        if isinstance(event, SaleCompleted) and self.isVisible() and self.table.count() <= _PAGE:
            self._reload()
