"""Opening a dispute, and ending it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from app.access.queries import User, list_users
from app.collections.operations.disputes import DisputeDraft, open_dispute, resolve_dispute
from app.collections.party_file import PartyFile
from app.collections.queries import DisputeRow
from app.collections.states import DisputeOutcome, DisputeReason
from app.invoicing.operations.credit import CreditWish
from app.invoicing.queries import InvoiceDetail, get_invoice
from app.receivables.queries import OpenItem
from ui.collections.days import day_field, to_day
from ui.collections.form_panel import FormPanel
from ui.collections.words import dispute_reason, outcome_word
from ui.office.section import OfficeDesk
from ui.orders.links import money
from ui.widgets.edits import MoneyEdit, QuantityEdit
from ui.widgets.form import Choice, text_field


class DisputeForm(FormPanel):
    """What a customer does not accept of an invoice."""

    def __init__(
        self, desk: OfficeDesk, shown: PartyFile, item: OpenItem, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "", "", parent)
        tr = self.tr
        left = item.open_minor - shown.disputed_minor(item.id)
        self.set_title(
            tr("Dispute {number}, {amount} open").format(
                number=item.document_number, amount=money(desk, left, item.currency)
            )
        )
        self._item, self._uuid = item, str(uuid4())
        self.amount = MoneyEdit(tr("Amount in dispute"), desk.formats)
        self.amount.set_value(left)
        self.reason = Choice([(r, dispute_reason(r)) for r in DisputeReason], DisputeReason.PRICE)
        self.remark = text_field()
        self.owner = Choice()
        self.follow = day_field(desk.services.context.on + timedelta(days=7))
        self.form.add(tr("Amount in dispute"), self.amount)
        self.form.add(tr("What is wrong"), self.reason)
        self.form.add(tr("In his words"), self.remark, wide=True)
        self.form.add(tr("Who looks after it"), self.owner)
        self.form.add(tr("Until"), self.follow)
        self.form.end()
        self.first = self.amount
        for field in (self.amount, self.remark):
            field.returnPressed.connect(self.write)
        self.watch([self.amount, self.reason, self.remark, self.owner, self.follow])
        desk.ask(list_users, self._have_users)

    def _have_users(self, users: list[User]) -> None:
        actor = self.desk.services.gateway.actor
        self.owner.set_options([(u.id, u.name) for u in users], actor.user_id if actor else None)

    def write(self) -> None:
        """Keep it."""
        actor = self.desk.services.gateway.actor
        owner = self.owner.value() or (actor.user_id if actor is not None else 0)
        draft = DisputeDraft(
            self._item.id, self.amount.value() or 0, DisputeReason(self.reason.value()), self.remark.text(),
            owner, to_day(self.follow.date()),
        )  # fmt: skip
        self.run(open_dispute, uuid=self._uuid, draft=draft)


class ResolveForm(FormPanel):
    """How a dispute ends: credit note over a line, discount, or rejected."""

    def __init__(self, desk: OfficeDesk, dispute: DisputeRow, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", "", parent)
        tr = self.tr
        amount = money(desk, dispute.amount_minor, dispute.currency)
        self.set_title(
            tr("End the dispute {number}, {amount}").format(number=dispute.document_number, amount=amount)
        )
        self._dispute = dispute
        self.outcome = Choice(
            [(o, outcome_word(o)) for o in (DisputeOutcome.DISCOUNT, DisputeOutcome.REJECTED)],
            DisputeOutcome.DISCOUNT,
        )
        self.remark = text_field()
        self.line = Choice()
        self.quantity = QuantityEdit(tr("Quantity"), desk.formats)
        self.form.add(tr("Outcome"), self.outcome)
        self.form.add(tr("Why"), self.remark, wide=True)
        self.form.add(tr("Line that is credited"), self.line)
        self.form.add(tr("Quantity"), self.quantity)
        self.form.end()
        self.first = self.outcome
        self.remark.returnPressed.connect(self.write)
        self.outcome.currentIndexChanged.connect(lambda _place: self._chosen())
        self.watch([self.outcome, self.remark, self.line, self.quantity])
        self._chosen()
        if dispute.document_type in ("invoice", "prepayment"):
            desk.ask(get_invoice, self._have_invoice, invoice_id=dispute.document_id)

    def _have_invoice(self, found: InvoiceDetail) -> None:
        kept = self.outcome.value()
        self.outcome.set_options([(o, outcome_word(o)) for o in DisputeOutcome], kept)
        quantity = self.desk.formats.quantity
        self.line.set_options(
            [(x.id, f"{x.name} ({quantity(x.quantity_milli, x.unit)})") for x in found.lines],
            found.lines[0].id,
        )

    def _chosen(self) -> None:
        credit = self.outcome.value() == DisputeOutcome.CREDIT_NOTE
        self.line.setEnabled(credit)
        self.quantity.setEnabled(credit)

    def write(self) -> None:
        """End it."""
        outcome = DisputeOutcome(self.outcome.value())
        wishes = None
        if outcome is DisputeOutcome.CREDIT_NOTE:
            wishes = [CreditWish(int(self.line.value()), self.quantity.value() or 0)]
        self.run(
            resolve_dispute, dispute_id=self._dispute.id, outcome=outcome, note=self.remark.text(),
            wishes=wishes,
        )  # fmt: skip
