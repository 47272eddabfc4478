"""The coupons of a promotion: made, listed, blocked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.parties.queries import CustomerRow, find_customer
from app.promotions.operations import block_coupon, make_coupons
from app.promotions.queries import CouponRow, list_coupons
from app.promotions.states import CouponStatus
from ui.office.section import OfficeDesk
from ui.promotions.words import coupon_state
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import NumberBox, text_field
from ui.widgets.text import column, label, line

_MOST = 10_000


class CouponsPage(QWidget):
    """One code of one's own, or many that nobody guesses."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self._desk = desk
        self._promotion_id = 0
        self.code = text_field(limit=40, placeholder=tr("Own code, or leave empty"))
        self.code.setAccessibleName(tr("Own code"))
        self.count = NumberBox(1, _MOST, 1, tr(" coupons"))
        self.count.setAccessibleName(tr("How many"))
        self.uses = NumberBox(0, _MOST, 1, tr(" uses each"))
        self.uses.setSpecialValueText(tr("any number of uses"))
        self.uses.setAccessibleName(tr("Uses each"))
        self.customer = text_field(limit=40, placeholder=tr("Customer number, or for all"))
        self.customer.setAccessibleName(tr("For one customer"))
        self.make = Button(tr("Make"), "primary", icon="add")
        self.block = Button(tr("Block"), icon="block")
        self.table = DataTable(
            tr("Coupons"),
            [
                Column("code", tr("Code")), Column("uses", tr("Used"), 120, figure=True),
                Column("state", tr("State"), 140),
            ],
        )  # fmt: skip
        self.note = label("", tokens.SUB, tone="text2")
        body = column(self, margin=4)
        body.addLayout(line(self.code, self.count, self.uses, gap=8))
        body.addLayout(line(self.customer, None, self.make, gap=8))
        body.addWidget(self.table, 1)
        body.addLayout(line(self.note, None, self.block))
        self.make.clicked.connect(self._make)
        self.block.clicked.connect(self._block)

    def load(self, promotion_id: int) -> None:
        """Read the coupons of a promotion."""
        self._promotion_id = promotion_id
        self._desk.ask(list_coupons, self._have, promotion_id=promotion_id)

    def _have(self, rows: list[CouponRow]) -> None:
        self.table.set_rows([
            TableRow(
                str(r.id), (r.code, self._uses(r), coupon_state(r.status, r.most_uses, r.used)),
                {"state": "danger"} if r.status is CouponStatus.BLOCKED else {},
            )
            for r in rows
        ])  # fmt: skip
        self.block.setEnabled(bool(rows))
        self.note.setText(self.tr("The latest first."))

    def _uses(self, row: CouponRow) -> str:
        number = self._desk.formats.number
        return number(row.used) + (f"/{number(row.most_uses)}" if row.most_uses is not None else "")

    def _make(self) -> None:
        number = self.customer.text().strip()
        if not number:
            self._make_for(None)
            return
        self._desk.ask(find_customer, lambda row: self._found(row, number), number=number)

    def _found(self, row: CustomerRow | None, number: str) -> None:
        if row is None:
            self._desk.say(self.tr("There is no customer {number}.").format(number=number[:40]), "error")
        else:
            self._make_for(row.id)

    def _make_for(self, party_id: int | None) -> None:
        self._desk.run(
            make_coupons, lambda _codes: self._made(), promotion_id=self._promotion_id, code=self.code.text(),
            count=self.count.value(), most_uses=self.uses.value() or None, party_id=party_id,
        )  # fmt: skip

    def _made(self) -> None:
        self.code.clear()
        self.load(self._promotion_id)

    def _block(self) -> None:
        key = self.table.current()
        if key:
            self._desk.run(block_coupon, lambda _none: self.load(self._promotion_id), coupon_id=int(key))
