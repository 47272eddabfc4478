"""What the prices of a product were, and what is planned for it."""

from __future__ import annotations

from app.access.queries import User, list_users
from app.pricing.history import PastPrice, list_history
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label


class HistoryPanel(SidePanel):
    """The price history of a product, the latest first."""

    def __init__(self, desk: OfficeDesk, product_id: int, name: str) -> None:
        super().__init__(name)
        self.use_full_width()
        tr = self.tr
        self._desk = desk
        self._users: dict[int, str] = {}
        self.table = DataTable(
            tr("Price history"),
            [
                Column("at", tr("Changed"), 150), Column("list", tr("Price list"), 130),
                Column("least", tr("From"), 70, figure=True), Column("old", tr("Before"), 100, figure=True),
                Column("new", tr("Then"), 100, figure=True), Column("days", tr("Days"), 225),
                Column("who", tr("By whom, as what")),
            ],
        )  # fmt: skip
        self.note = label("", tokens.SUB, tone="text2", wrap=True)
        self.first = self.table
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.note)
        desk.ask(list_users, self._have_users, with_inactive=True)
        desk.ask(list_history, self._have, product_id=product_id)

    def _have_users(self, found: list[User]) -> None:
        self._users = {x.id: x.name for x in found}

    def _have(self, found: list[PastPrice]) -> None:
        self.table.set_rows([TableRow(str(place), self._cells(x)) for place, x in enumerate(found)])
        self.note.setText("" if found else self.tr("No price of this product was changed yet."))

    def _cells(self, x: PastPrice) -> tuple[str, ...]:
        formats, tr = self._desk.formats, self.tr
        day = formats.date
        days = ""
        if x.valid_from or x.valid_to:
            first = day(x.valid_from) if x.valid_from else "…"
            days = f"{first} – {day(x.valid_to) if x.valid_to else '…'}"
        who = self._users.get(x.user_id, tr("the program"))
        return (
            formats.date_time(x.at), x.list_name,
            formats.quantity(x.min_quantity_milli) if x.min_quantity_milli else "",
            formats.amount(x.old_minor) if x.old_minor is not None else "",
            formats.amount(x.new_minor) if x.new_minor is not None else tr("taken away"), days,
            f"{who}, {x.change_name}" if x.change_name else who,
        )  # fmt: skip
