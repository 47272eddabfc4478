"""Gift cards and store credit: what is owed, one card's history, blocking."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QSplitter, QWidget

from app.kernel.permission import Permission
from app.vouchers.operations import block_voucher, free_voucher, lapse_vouchers
from app.vouchers.queries import (
    Liability,
    VoucherMoveRow,
    VoucherRow,
    list_voucher_moves,
    list_vouchers,
    voucher_liability,
)
from app.vouchers.states import VoucherMoveKind, VoucherStatus
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.reporting.control_words import voucher_kind, voucher_status
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Card, label, line


def _moves() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        VoucherMoveKind.LOADED.value: tr("Control", "loaded"),
        VoucherMoveKind.REDEEMED.value: tr("Control", "redeemed"),
        VoucherMoveKind.REFUNDED.value: tr("Control", "paid out"),
        VoucherMoveKind.LAPSED.value: tr("Control", "lapsed"),
        VoucherMoveKind.HELD.value: tr("Control", "kept for a till"),
        VoucherMoveKind.FREED.value: tr("Control", "no longer kept"),
    }


class VouchersPage(ControlPage):
    """The cards at the left, the history of one at the right; what is owed on top."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found: dict[str, VoucherRow] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Part of the number; or scan the card"))
        self.search.setAccessibleName(self.tr("Search for a card"))
        self.owed = label("", tokens.LABEL, 600, wrap=True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setPlaceholderText(self.tr("Why it is blocked"))
        self.reason.setAccessibleName(self.tr("Why it is blocked"))
        self.block = Button(self.tr("Block"), "danger_soft", icon="block")
        self.free = Button(self.tr("Take it again"), icon="lock_open")
        self.lapse = Button(self.tr("Book what has lapsed"), icon="schedule")
        self._make_tables()
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._ask_list())
        self.table.current_changed.connect(self._show)
        self.block.clicked.connect(self._block)
        self.free.clicked.connect(self._free)
        self.lapse.clicked.connect(self._lapse)

    def _make_tables(self) -> None:
        self.table = DataTable(
            self.tr("Gift cards and store credit"),
            [
                Column("code", self.tr("Number")),
                Column("kind", self.tr("Kind"), 120, least=520),
                Column("status", self.tr("State"), 100, least=420),
                Column("until", self.tr("Until"), 110, least=620),
                Column("balance", self.tr("On it"), 110, figure=True),
            ],
        )
        self.history = DataTable(
            self.tr("History"),
            [
                Column("at", self.tr("When"), 180),
                Column("what", self.tr("What")),
                Column("amount", self.tr("Amount"), 110, figure=True),
            ],
        )

    def _lay_out(self) -> None:
        side = Card()
        side.setMinimumWidth(400)
        side.body.addWidget(self.history, 1)
        side.body.addWidget(self.reason)
        side.body.addLayout(line(self.block, self.free))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(side)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.body.addLayout(line(self.search, self.lapse))
        self.body.addWidget(self.owed)
        self.body.addWidget(split, 1)

    def read(self) -> None:
        """What is owed, and the cards."""
        allowed = self.desk.may(Permission.MANAGE_VOUCHERS)
        for part in (self.reason, self.block, self.free, self.lapse):
            part.setVisible(allowed)
        self.desk.report(voucher_liability, self._have_liability)
        self._ask_list()

    def _have_liability(self, found: list[Liability]) -> None:
        money = self.desk.formats.money
        parts = [f"{voucher_kind(x.kind)}: {money(x.balance_minor)} ({x.count})" for x in found]
        text = self.tr("Owed on cards: {parts}").format(parts=" · ".join(parts))
        self.owed.setText(text if parts else self.tr("Nothing is owed on cards."))

    def _ask_list(self) -> None:
        self.desk.ask(list_vouchers, self._have, text=self.search.text())

    def _have(self, found: list[VoucherRow]) -> None:
        formats, kept = self.desk.formats, self.table.current()
        self._found = {str(x.id): x for x in found}
        self.table.set_rows(
            [
                TableRow(
                    str(x.id),
                    (
                        x.code, voucher_kind(x.kind), voucher_status(x.status),
                        formats.date(x.expires_on) if x.expires_on else "", formats.money(x.balance_minor),
                    ),
                    {"status": "danger"} if x.status == VoucherStatus.BLOCKED.value else {},
                )
                for x in found
            ]
        )  # fmt: skip
        if kept in self._found:
            self.table.select(kept)
        self._show(self.table.current())

    def _show(self, key: str) -> None:
        row = self._found.get(key)
        blocked = row is not None and row.status == VoucherStatus.BLOCKED.value
        self.block.setEnabled(row is not None and not blocked)
        self.free.setEnabled(blocked)
        self.reason.setText(row.note or "" if row else "")
        if row is None:
            self.history.set_rows([])
        else:
            self.desk.ask(list_voucher_moves, self._have_moves, voucher_id=row.id)

    def _have_moves(self, found: list[VoucherMoveRow]) -> None:
        formats, words = self.desk.formats, _moves()
        self.history.set_rows(
            [
                TableRow(
                    str(place),
                    (
                        formats.date_time(x.at), f"{words.get(x.kind, x.kind)}, {x.actor}",
                        formats.signed_money(x.amount_minor),
                    ),
                )
                for place, x in enumerate(found)
            ]
        )  # fmt: skip

    def _block(self) -> None:
        row = self._found.get(self.table.current())
        if row is not None:
            self.desk.run(block_voucher, lambda _done: self.read(), code=row.code, reason=self.reason.text())

    def _free(self) -> None:
        row = self._found.get(self.table.current())
        if row is not None:
            self.desk.run(free_voucher, lambda _done: self.read(), code=row.code)

    def _lapse(self) -> None:
        def done(minor: int) -> None:
            amount = self.desk.formats.money(minor)
            self.desk.say(self.tr("{amount} has lapsed and is income now.").format(amount=amount))
            self.read()

        self.desk.run(lapse_vouchers, done, on=self.desk.services.context.on)
