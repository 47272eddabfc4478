"""The page of a payment: what it paid, what is left of it, undone with a reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.invoicing.operations.settle import apply_to_items, take_back_payment, undo_payment_application
from app.kernel.permission import Permission
from app.payments.queries import PaymentRow
from app.payments.screen_queries import get_payment
from app.payments.states import CustomerPaymentStatus
from app.receivables.queries import Allocated
from app.story.queries import Story, whole_story
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import document_rows, link_list, money, timeline_rows
from ui.orders.words import document_status, document_word
from ui.payments.words import kind_word, method_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Elided, column, label, line


class PaymentPanel(DocumentPanel):
    """The panel of a payment."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Payment"))
        self.shown: PaymentRow | None = None
        self.applied: dict[str, Allocated] = {}
        tr = self.tr
        self.about = Elided("", tokens.LABEL, 600)
        self.table = DataTable(tr("Applied to"), [
            Column("document", tr("Document")), Column("when", tr("When"), 210),
            Column("amount", tr("Amount"), 130, figure=True), Column("state", tr("State"), 220),
        ])  # fmt: skip
        self.left = label("", tokens.LABEL, 700)
        self.documents = link_list(desk, tr("Related documents"))
        self.timeline = link_list(desk, tr("Timeline"))
        self.undo_button = Button(tr("Undo this application"), "danger_soft", icon="undo")
        self.back_button = Button(tr("Take the payment back"), "danger_soft")
        self.apply_button = Button(tr("Apply to the oldest"), "primary", icon="link")
        self._lay_out()
        self.first = self.table
        self.table.current_changed.connect(lambda _key: self._show_buttons())
        self.undo_button.clicked.connect(self._undo)
        self.back_button.clicked.connect(self._take_back)
        self.apply_button.clicked.connect(self._apply)

    def _lay_out(self) -> None:
        self.page.addWidget(self.about)
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.left)
        below = line(gap=14)
        for title, part in (
            (self.tr("Related documents"), self.documents), (self.tr("Timeline"), self.timeline),
        ):  # fmt: skip
            holder = QWidget()
            inner = column(holder, gap=4)
            inner.addWidget(label(title, tokens.SUB, 600))
            inner.addWidget(part, 1)
            below.addWidget(holder, 1)
        self.page.addLayout(below, 1)
        self.content.addLayout(
            line(self.story_button, self.back_button, self.undo_button, None, self.apply_button, gap=8)
        )

    def story_of(self) -> tuple[str, int] | None:
        """The payment's."""
        return None if self.shown is None else ("customer_payment", self.shown.id)

    def load(self, payment_id: int) -> None:
        """Read it."""
        self.ask(get_payment, self._have, payment_id=payment_id)

    def reload(self) -> None:
        """Read it again."""
        if self.shown is not None:
            self.load(self.shown.id)

    def _have(self, row: PaymentRow) -> None:
        self.shown = row
        formats = self.desk.formats
        self.set_title(f"{kind_word(row.kind)} {row.number} · {row.party_name}")
        parts = [
            money(self.desk, row.amount_minor, row.currency), method_word(row.method),
            formats.date(row.business_date), document_status(row.status), row.reference,
        ]  # fmt: skip
        self.about.set_text(" · ".join(part for part in parts if part))
        left = money(self.desk, row.unapplied_minor, row.currency)
        self.left.setText(self.tr("not applied: {amount}").format(amount=left) if row.unapplied_minor else "")
        self.ask(whole_story, self._have_story, document_type="customer_payment", document_id=row.id)

    def _have_story(self, story: Story) -> None:
        if self.shown is None:
            return
        payment_id = self.shown.id
        mine = [
            a for a in story.allocations if payment_id in (a.credit_document_id, a.item_document_id)
        ]  # fmt: skip
        self.applied = {str(a.id): a for a in mine}
        self.table.set_rows([self._row(a) for a in mine])
        self.documents.set_rows(document_rows(self.desk, story, ("customer_payment", payment_id)))
        self.timeline.set_rows(timeline_rows(self.desk, story))
        self._show_buttons()

    def _row(self, a: Allocated) -> TableRow:
        state = self.tr("applied")
        tones = {}
        if a.undone_at is not None:
            state = self.tr("undone: {reason}").format(reason=a.undone_reason or "")
            tones = dict.fromkeys(("document", "when", "amount", "state"), "text2")
        cells = (
            f"{document_word(a.item_type)} {a.item_number}", self.desk.formats.date_time(a.at),
            self.desk.formats.money(a.amount_minor), state,
        )  # fmt: skip
        return TableRow(str(a.id), cells, tones)

    def _chosen(self) -> Allocated | None:
        found = self.applied.get(self.table.current())
        return found if found is not None and found.undone_at is None else None

    def _show_buttons(self) -> None:
        row = self.shown
        posted = row is not None and row.status == CustomerPaymentStatus.POSTED.value
        may_undo = self.desk.may(Permission.UNDO_PAYMENT)
        self.undo_button.setVisible(posted and may_undo)
        self.undo_button.setEnabled(self._chosen() is not None)
        self.back_button.setVisible(posted and may_undo and row is not None and row.kind == "receipt")
        left = posted and row is not None and row.unapplied_minor > 0
        self.apply_button.setVisible(left and self.desk.may(Permission.RECEIVE_PAYMENT))

    def _undo(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.asking.ask(
                self.tr("Why is this application undone?"), self.tr("Undo"),
                lambda text: self.run(
                    undo_payment_application, lambda _ids: self.reload(), allocation_ids=[chosen.id],
                    reason=text,
                ),
            )  # fmt: skip

    def _take_back(self) -> None:
        row = self.shown
        if row is not None:
            self.asking.ask(
                self.tr("Why is the whole payment taken back?"), self.tr("Take back"),
                lambda text: self.run(
                    take_back_payment, lambda _saved: self.reload(), payment_id=row.id, reason=text
                ),
            )  # fmt: skip

    def _apply(self) -> None:
        if self.shown is not None and self.shown.open_item_id is not None:
            self.run(
                apply_to_items, lambda _answer: self.reload(), credit_item_id=self.shown.open_item_id
            )  # fmt: skip
