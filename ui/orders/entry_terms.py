"""What is agreed for one order: days, addresses, delivery, payment, down payment, a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.orders.drafts import OrderHead
from app.orders.entry_queries import EntryChoices
from app.terms.queries import Address
from app.terms.states import InvoicePolicy, ShipPolicy
from ui.formatting import Formats
from ui.widgets.edits import MoneyEdit, NumberEdit, PercentEdit
from ui.widgets.form import Choice, Form, Tick, note_field, on_change
from ui.widgets.optional_day import OptionalDay
from ui.widgets.side_panel import scrolling

PICKUP: Final = "pickup"
_WEEK: Final = timedelta(days=7)
_MONTH: Final = timedelta(days=30)


class EntryTerms(QWidget):
    """A form that shows what the customer's terms say until something else is chosen.

    Signals:
        changed(): somebody chose something else.
        list_changed(): the price list is another: the lines have to be priced anew.
    """

    changed = Signal()
    list_changed = Signal()

    def __init__(self, formats: Formats, on: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._offered = False
        tr = self.tr
        self.requested_on, self.valid_until = OptionalDay(on + _WEEK), OptionalDay(on + _MONTH)
        self.billing, self.delivery, self.place = Choice(), Choice(), Choice()
        self.way = Choice([
            (ShipPolicy.PARTIAL, tr("In parts, as goods come")),
            (ShipPolicy.COMPLETE, tr("When complete")),
            (PICKUP, tr("Fetched in the store")),
        ])  # fmt: skip
        self.policy = Choice([
            (InvoicePolicy.DELIVERED, tr("What was delivered")),
            (InvoicePolicy.ORDERED, tr("What is ordered")),
        ])  # fmt: skip
        self.payment, self.price_list = Choice(), Choice()
        self.deposit_share = PercentEdit(tr("Down payment in per cent"), formats)
        self.deposit = MoneyEdit(tr("Down payment as an amount"), formats)
        self.blocks = Tick(tr("Ship only when it is paid"))
        self.note = note_field(lines=2)
        self._form = self._make_form()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(self._form))
        self._connect()

    def _make_form(self) -> Form:
        tr, form = self.tr, Form(3)
        form.section(tr("Delivery"))
        form.add(tr("Wanted on"), self.requested_on)
        form.add(tr("Delivery"), self.way)
        form.add(tr("Delivery address"), self.delivery)
        form.add(tr("Ships from"), self.place)
        form.section(tr("Invoice and payment"))
        form.add(tr("Quote valid until"), self.valid_until)
        form.add(tr("Billed is"), self.policy)
        form.add(tr("Invoice address"), self.billing)
        form.add(tr("Payment terms"), self.payment)
        form.add(tr("Price list"), self.price_list)
        form.add(tr("Note on the papers"), self.note)
        form.section(tr("Down payment"))
        form.add(tr("In per cent"), self.deposit_share)
        form.add(tr("or as an amount"), self.deposit)
        form.add(" ", self.blocks)
        form.end()
        return form

    def _connect(self) -> None:
        self.deposit_share.value_changed.connect(lambda value: self._only(value, self.deposit))
        self.deposit.value_changed.connect(lambda value: self._only(value, self.deposit_share))
        self.price_list.currentIndexChanged.connect(lambda _place: self._tell_list())
        on_change(
            [
                self.requested_on, self.valid_until, self.way, self.delivery, self.place, self.billing,
                self.payment, self.policy, self.deposit_share, self.deposit, self.blocks, self.note,
            ],
            self._tell,
        )  # fmt: skip

    def _only(self, value: int | None, other: NumberEdit) -> None:
        """A share and an amount at once would be two answers to one question."""
        if value is not None and not self._filling:
            other.set_value(None)

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _tell_list(self) -> None:
        if not self._filling:
            self.list_changed.emit()

    def offer(self, choices: EntryChoices, head: OrderHead, *, fresh: bool) -> None:
        """Fill the fields; of a new order with what the customer's terms say."""
        self._filling = True
        terms, tr = choices.terms, self.tr
        own = tr("The customer's own")
        self.billing.set_options(_addresses(choices.addresses, own), head.billing_address_id)
        self.delivery.set_options(_addresses(choices.addresses, own), head.delivery_address_id)
        self.place.set_options([(None, tr("By the shop's rule")), *choices.places], head.ship_from)
        self.place.setEnabled(len(choices.places) > 1)
        days = tr("%n day(s)", "", terms.payment_days) if terms.payment_days else tr("At once")
        self.payment.set_options(
            [(None, days), *((x.id, x.name) for x in choices.payment_terms)],
            head.payment_term_id or terms.payment_term_id,
        )  # fmt: skip
        lists = [(x.id, f"{x.name} ({x.currency})") for x in choices.price_lists]
        self.price_list.set_options([(None, tr("As agreed, by the day")), *lists], head.price_list_id)
        self._show_policies(head, choices)
        if fresh and head.deposit_minor is None:
            self.deposit_share.set_value(terms.deposit_hundredths or None)
        else:
            self.deposit.set_value(head.deposit_minor or None)
        blocks = terms.deposit_blocks if head.deposit_blocks is None else head.deposit_blocks
        self.blocks.setChecked(blocks)
        self.requested_on.set_value(head.requested_on)
        self.valid_until.set_value(head.valid_until)
        self.note.setPlainText(head.note)
        self._filling, self._offered = False, True

    def _show_policies(self, head: OrderHead, choices: EntryChoices) -> None:
        ships = head.ship_policy or choices.terms.ship_policy
        self.way.choose(PICKUP if head.pickup else ships)
        self.policy.choose(head.invoice_policy or choices.terms.invoice_policy)

    def error(self) -> str:
        """What cannot be read in the fields, or ""."""
        return self.deposit_share.error() or self.deposit.error()

    def head(self, base: OrderHead) -> OrderHead:
        """What was chosen, on top of what the entry knows itself."""
        if not self._offered:
            return base
        pickup = self.way.value() == PICKUP
        share, amount = self.deposit_share.value(), self.deposit.value()
        return replace(
            base, requested_on=self.requested_on.value(), valid_until=self.valid_until.value(),
            note=self.note.toPlainText(), billing_address_id=self.billing.value(),
            delivery_address_id=self.delivery.value(), payment_term_id=self.payment.value(),
            price_list_id=self.price_list.value(),
            ship_policy=ShipPolicy.COMPLETE if pickup else ShipPolicy(self.way.value()),
            invoice_policy=InvoicePolicy(self.policy.value()), pickup=pickup, ship_from=self.place.value(),
            deposit_minor=amount if amount is not None else None if share is not None else 0,
            deposit_hundredths=share, deposit_blocks=self.blocks.isChecked(),
        )  # fmt: skip

    def summary(self, formats: Formats) -> str:
        """What differs from a plain order, in a few words."""
        tr, parts = self.tr, []
        wanted, until = self.requested_on.value(), self.valid_until.value()
        if wanted:
            parts.append(tr("wanted on {day}").format(day=formats.date(wanted)))
        if until:
            parts.append(tr("quote valid until {day}").format(day=formats.date(until)))
        if self.way.value() != ShipPolicy.PARTIAL:
            parts.append(self.way.currentText())
        share, amount = self.deposit_share.value(), self.deposit.value()
        if share or amount:
            asked = formats.percent(share) if share else formats.amount(amount or 0)
            parts.append(tr("down payment {amount}").format(amount=asked))
        return " · ".join(parts)


def _addresses(addresses: Sequence[Address], own: str) -> list[tuple[int | None, str]]:
    told = [(x.id, ", ".join(p for p in (x.name, x.street, x.city, x.country) if p)) for x in addresses]
    return [(None, own), *told]
