"""How old what customers owe is, on any day, beside the ledger; the items behind each figure."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from app.receivables.ageing import BUCKETS, AgedItem, Ageing, Bucket, age_receivables, list_aged_items
from ui.collections.days import day_field, to_day
from ui.collections.words import bucket_word
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money, open_document
from ui.orders.words import document_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import column, label, line, set_tone


class AgeingView(QWidget):
    """Customers by bucket.

    Signals:
        allowance_wanted(): what is set aside for doubtful debts.
        opened(str): "aged:DAY:ID", the items of a customer ("0": of all) on that day.
        export_wanted(object): name, heads and rows of the table.
    """

    opened = Signal(str)
    allowance_wanted = Signal()
    export_wanted = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.shown: Ageing | None = None
        tr = self.tr
        self.day = day_field(desk.services.context.on)
        self.day.setAccessibleName(tr("As of"))
        self.day.setMinimumWidth(150)
        self.heads = [tr("Customer"), *(bucket_word(b) for b in BUCKETS), tr("In all"), tr("Ledger")]
        self.table = DataTable(tr("Ageing"), [
            Column("customer", self.heads[0]),
            *(Column(b.value, bucket_word(b), 108, figure=True) for b in BUCKETS),
            Column("total", tr("In all"), 116, figure=True),
            Column("ledger", tr("Ledger"), 116, figure=True, least=1060),
        ])  # fmt: skip
        self.proof = label("", tokens.LABEL, 700)
        self.save_button = Button(tr("Save as"), icon="download")
        self.allowance = Button(tr("Allowance"), icon="balance")
        self.allowance.clicked.connect(self.allowance_wanted)
        body = column(self, gap=tokens.GUTTER)
        body.addLayout(
            line(
                label(tr("As of"), tokens.BODY, 600), self.day, None, self.allowance, self.save_button, gap=8
            )
        )
        self.allowance.setVisible(desk.may(Permission.WRITE_OFF))  # placed first: else it is a window
        body.addWidget(self.table, 1)
        body.addWidget(self.proof)
        self.setFocusProxy(self.table)
        self.day.date_changed.connect(lambda _day: self.reload())
        self.table.opened.connect(lambda key: self.opened.emit(f"aged:{self.on().isoformat()}:{key}"))
        self.save_button.clicked.connect(
            lambda: self.export_wanted.emit((tr("Ageing"), self.heads, self.plain_rows()))
        )

    def on(self) -> date:
        """The day that is shown."""
        return to_day(self.day.date())

    def reload(self) -> None:
        """Read it again."""
        self.desk.report(age_receivables, self._have, on=to_day(self.day.date()))

    def _have(self, found: Ageing) -> None:
        self.shown = found
        amount = self.desk.formats.amount

        def figures(minor: dict[Bucket, int]) -> tuple[str, ...]:
            return tuple(amount(minor[b]) if minor[b] else "-" for b in BUCKETS)

        rows = [
            TableRow(
                str(p.party_id),
                (p.name or "-", *figures(p.minor), amount(p.total_minor), amount(p.ledger_minor)),
                {"over_90": "danger", "credit": "ok"},
            )
            for p in found.parties
        ]
        total = TableRow(
            "0",
            (self.tr("All customers"), *figures(found.minor), amount(found.total_minor),
             amount(found.ledger_minor)),
        )  # fmt: skip
        self.table.set_rows([total, *rows])
        money_ = self.desk.formats.money
        if found.difference_minor:
            text = self.tr("Open items {items}, receivable account {ledger}: {difference} apart. Verify.")
        else:
            text = self.tr("Open items and receivable account agree: {items}.")
        self.proof.setText(
            text.format(
                items=money_(found.total_minor), ledger=money_(found.ledger_minor),
                difference=money_(found.difference_minor),
            )
        )  # fmt: skip
        set_tone(self.proof, "danger" if found.difference_minor else "ok")

    def plain_rows(self) -> list[list[str | int]]:
        """As it is exported: amounts in minor units."""
        if self.shown is None:
            return []
        return [
            [p.name, *(p.minor[b] for b in BUCKETS), p.total_minor, p.ledger_minor]
            for p in self.shown.parties
        ]


class AgedItemsPanel(DocumentPanel):
    """The items behind a figure, as they stood on the day; Enter shows the document."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        tr = self.tr
        self.table = DataTable(tr("Open items"), [
            Column("customer", tr("Customer")), Column("document", tr("Document"), 230),
            Column("date", tr("Day"), 120), Column("due", tr("Due"), 120),
            Column("days", tr("Days late"), 100, figure=True), Column("bucket", tr("Age"), 130),
            Column("open", tr("Open"), 130, figure=True),
        ])  # fmt: skip
        self.total = label("", tokens.LABEL, 700)
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.total)
        self.first = self.table
        self._documents: dict[str, str] = {}
        self.table.opened.connect(lambda key: open_document(self.desk, self._documents[key]))

    def load(self, on: date, party_id: int) -> None:
        """Read what was open on a day; 0: of all customers."""
        day = self.desk.formats.date(on)
        self.set_title(self.tr("Open items as of {day}").format(day=day))
        self.ask(list_aged_items, self._have, lane="reports", on=on, party_id=party_id or None)

    def _have(self, found: list[AgedItem]) -> None:
        formats = self.desk.formats
        self._documents = {
            str(x.item.id): f"{x.item.document_type}:{x.item.document_id}" for x in found
        }  # fmt: skip
        self.table.set_rows(
            [
                TableRow(
                    str(x.item.id),
                    (
                        x.party_name, f"{document_word(x.item.document_type)} {x.item.document_number}",
                        formats.date(x.item.on), formats.date(x.item.due_date),
                        str(x.days_late) if x.days_late > 0 else "-", bucket_word(x.bucket),
                        money(self.desk, x.item.open_minor, x.item.currency),
                    ),
                    {"days": "danger"} if x.days_late > 0 and x.item.open_minor > 0 else {},
                )
                for x in found
            ]
        )  # fmt: skip
        total = formats.money(sum(x.home_minor for x in found))
        self.total.setText(self.tr("%n item(s), {total}", "", len(found)).format(total=total))
