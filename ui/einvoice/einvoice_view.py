"""What an e-invoice says, as its receiver reads it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.einvoice.formats import unit_of
from app.einvoice.model import EInvoice, Line, Party
from ui.einvoice.amounts import cents_text, decimal_text
from ui.einvoice.words import kind_word
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import column, label, line


class EInvoiceView(QWidget):
    """Seller, buyer, references, lines, VAT by rate, totals."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        tr = self.tr
        self.seller = label("", tokens.SUB, 400, "text2", wrap=True)
        self.buyer = label("", tokens.SUB, 400, "text2", wrap=True)
        self.about = label("", tokens.SUB, 400, "text2", wrap=True)
        self.lines = DataTable(tr("Lines"), [
            Column("item", tr("Item")), Column("quantity", tr("Quantity"), 110, figure=True),
            Column("price", tr("Unit price"), 150, figure=True, least=700),
            Column("off", tr("Off and on"), 110, figure=True, least=900),
            Column("vat", tr("VAT"), 90, figure=True), Column("net", tr("Net"), 130, figure=True),
        ])  # fmt: skip
        self.extras = label("", tokens.SUB, 400, "text2", wrap=True)
        self.taxes = label("", tokens.SUB, 400, "text2", wrap=True)
        self.totals = label("", tokens.LABEL, 700, wrap=True)
        body = column(self, gap=6)
        head = line(self.seller, self.buyer, self.about, gap=16)
        for place, part in enumerate((self.seller, self.buyer, self.about)):
            part.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            head.setStretch(place, 1)
        body.addLayout(head)
        body.addWidget(self.lines, 1)
        for part in (self.extras, self.taxes, self.totals):
            body.addWidget(part)

    def show_invoice(self, said: EInvoice) -> None:
        """Show one."""
        self.seller.setText(self._party(self.tr("From"), said.seller))
        self.buyer.setText(self._party(self.tr("To"), said.buyer))
        self.about.setText(self._about(said))
        self.lines.set_rows([self._line(x, said.currency) for x in said.lines])
        extras = self._extras(said)
        self.extras.setText(extras)
        self.extras.setVisible(bool(extras))
        self.taxes.setText(self._taxes(said))
        self.totals.setText(self._totals(said))

    def _party(self, head: str, party: Party) -> str:
        address = party.address
        parts = [f"{head}: {party.name}"]
        if address is not None:
            town = f"{address.postal_code} {address.city}".strip()
            parts.append(", ".join(x for x in (address.line1, town, address.country) if x))
        if party.vat_id:
            parts.append(self.tr("VAT number {number}").format(number=party.vat_id))
        if party.electronic_address is not None:
            where = party.electronic_address
            parts.append(f"{where.scheme} {where.id}".strip())
        return "\n".join(x for x in parts if x)

    def _about(self, said: EInvoice) -> str:
        formats, tr = self._desk.formats, self.tr
        day = formats.date(said.issue_date) if said.issue_date else "-"
        parts = [f"{kind_word(said.type)} {said.number} · {day}"]
        if said.due_date:
            parts.append(tr("due {day}").format(day=formats.date(said.due_date)))
        if said.buyer_reference:
            parts.append(tr("reference {text}").format(text=said.buyer_reference))
        if said.order_reference:
            parts.append(tr("order {text}").format(text=said.order_reference))
        if said.preceding_invoices:
            numbers = ", ".join(x.number for x in said.preceding_invoices)
            parts.append(tr("to {numbers}").format(numbers=numbers))
        parts += [n.text for n in said.notes]
        names = ", ".join(a.filename or a.description or a.uri or a.id for a in said.attachments)
        if names:
            parts.append(tr("attached: {names}").format(names=names))
        return "\n".join(parts)

    def _line(self, x: Line, currency: str) -> TableRow:
        desk = self._desk
        off = sum(c.amount for c in x.charges) - sum(a.amount for a in x.allowances)
        rate = "" if x.vat_rate is None else f" {decimal_text(desk, x.vat_rate)} %"
        cells = (
            x.name, f"{decimal_text(desk, x.quantity)} {self._desk.formats.unit(unit_of(x.unit))}",
            decimal_text(desk, x.price, least=2),
            cents_text(desk, off, currency) if off else "", f"{x.vat_category}{rate}",
            cents_text(desk, x.net_amount, currency),
        )  # fmt: skip
        return TableRow(x.id, cells, {"off": "text2", "vat": "text2"})

    def _extras(self, said: EInvoice) -> str:
        """What is added to and taken off the whole."""
        entries = [(1, c) for c in said.charges] + [(-1, a) for a in said.allowances]
        return " · ".join(
            f"{x.reason or x.reason_code}: {cents_text(self._desk, sign * x.amount, said.currency)}"
            for sign, x in entries
        )

    def _taxes(self, said: EInvoice) -> str:
        found = []
        for part in said.vat_breakdown:
            rate = "" if part.rate is None else f" {decimal_text(self._desk, part.rate)} %"
            told = self.tr("{category}{rate} on {base}: {tax}").format(
                category=part.category, rate=rate, base=cents_text(self._desk, part.taxable, said.currency),
                tax=cents_text(self._desk, part.tax, said.currency),
            )  # fmt: skip
            found.append(f"{told} ({part.exemption_reason})" if part.exemption_reason else told)
        return " · ".join(found)

    def _totals(self, said: EInvoice) -> str:
        def amount(cents: int) -> str:
            return cents_text(self._desk, cents, said.currency)

        t, tr = said.totals, self.tr
        parts = [
            tr("net {net} · VAT {tax} · total {gross}").format(
                net=amount(t.tax_exclusive), tax=amount(t.tax_total), gross=amount(t.tax_inclusive)
            )
        ]
        if t.prepaid:
            parts.append(tr("paid in advance {amount}").format(amount=amount(t.prepaid)))
        if t.rounding:
            parts.append(tr("rounding {amount}").format(amount=amount(t.rounding)))
        parts.append(tr("to pay {amount}").format(amount=amount(t.payable)))
        return " · ".join(parts)
