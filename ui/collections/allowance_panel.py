"""What is set aside for debts that may not be paid: shares by age, seen before they are booked."""

from __future__ import annotations

from app.collections.allowance import (
    LATE,
    WHOLE,
    Allowance,
    allowance_shares,
    book_allowance,
    read_allowance,
)
from app.kernel.refusal import Refusal
from app.receivables.ageing import Bucket
from ui.collections.words import bucket_word
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Form, NumberBox
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label, line, set_tone

_PER_CENT = 100


class AllowancePanel(SidePanel):
    """Shares in whole per cent; the table follows them."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__(self.tr("Allowance for doubtful debts"))
        self.use_full_width()
        self.desk = desk
        tr, form = self.tr, Form(4)
        self.shares = {bucket: NumberBox(0, WHOLE // _PER_CENT, 0, "%") for bucket in LATE}
        for bucket, box in self.shares.items():
            form.add(bucket_word(bucket), box)
            box.textChanged.connect(lambda _text: self._ask())
        form.end()
        self.table = DataTable(tr("Allowance"), [
            Column("age", tr("Age")), Column("open", tr("Open"), 150, figure=True),
            Column("net", tr("Without tax"), 150, figure=True),
            Column("share", tr("Share"), 100, figure=True),
            Column("aside", tr("Set aside"), 150, figure=True),
        ])  # fmt: skip
        self.sum = label("", tokens.LABEL, 700)
        self.book = Button(tr("Book"), "primary", icon="check")
        about = tr(
            "The tax is left out: it comes back when a debt is lost. Nothing is taken off the customers."
        )
        self.content.addWidget(label(about, tone="text2", wrap=True))
        self.content.addWidget(form)
        self.content.addWidget(self.table, 1)
        self.content.addLayout(line(self.sum, None, self.book))
        self.book.clicked.connect(self._book)
        self.first = self.shares[LATE[0]]
        desk.ask(allowance_shares, self._have_shares)

    def _have_shares(self, found: dict[Bucket, int]) -> None:
        for bucket, box in self.shares.items():
            box.setValue(found[bucket] // _PER_CENT)
        self._ask()

    def _chosen(self) -> dict[Bucket, int]:
        return {bucket: box.value() * _PER_CENT for bucket, box in self.shares.items()}

    def _ask(self) -> None:
        self.desk.report(read_allowance, self._have, on=self.desk.services.context.on, shares=self._chosen())

    def _have(self, found: Allowance) -> None:
        amount = self.desk.formats.amount
        self.table.set_rows(
            [
                TableRow(
                    x.bucket.value,
                    (
                        bucket_word(x.bucket), amount(x.gross_minor), amount(x.net_minor),
                        f"{x.hundredths // _PER_CENT} %", amount(x.allowance_minor),
                    ),
                )
                for x in found.lines
            ]
        )  # fmt: skip
        text = self.tr("To set aside {wanted}, set aside {booked}: {difference} to book.")
        self.sum.setText(
            text.format(
                wanted=amount(found.wanted_minor), booked=amount(found.booked_minor),
                difference=amount(found.difference_minor),
            )
        )  # fmt: skip
        set_tone(self.sum, "text")
        self.book.setEnabled(found.difference_minor != 0)

    def _book(self) -> None:
        self.desk.run(book_allowance, self._booked, self._refused, shares=self._chosen())

    def _booked(self, found: Allowance) -> None:
        self._have(found)
        self.desk.say(self.tr("Booked."))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.sum.setText(describe(error))
        set_tone(self.sum, "danger")
