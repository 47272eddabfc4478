"""Roles: what each may do, and up to which discount."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from app.access.operations import change_role
from app.access.queries import Role, list_roles
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import PercentEdit
from ui.widgets.form import Form, Tick

_MOST = 10_000  # hundredths of a per cent


class RolesPage(SettingsPage):
    """The list; a role opens in a panel."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self._roles: dict[str, Role] = {}
        self.table = DataTable(
            self.tr("Roles"),
            [
                Column("name", self.tr("Role")),
                Column("line", self.tr("Line discount up to"), 180, figure=True),
                Column("sale", self.tr("Sale discount up to"), 180, figure=True),
                Column("rights", self.tr("Rights"), 110, figure=True),
            ],
        )
        self.table.opened.connect(lambda key: self.edit(self._roles[key]))
        self.body.addWidget(self.table, 1)

    def entered(self) -> None:
        """Read them."""
        self.desk.ask(list_roles, self._have)

    def _have(self, roles: list[Role]) -> None:
        percent = self.desk.formats.percent
        self._roles = {str(r.id): r for r in roles}
        self.table.set_rows([
            TableRow(
                str(r.id),
                (
                    r.name, percent(r.line_discount_limit), percent(r.sale_discount_limit),
                    str(len(r.permissions)),
                ),
            )
            for r in roles
        ])  # fmt: skip

    def edit(self, role: Role) -> RoleEditor:
        """The panel of a role."""
        editor = RoleEditor(self.desk, role)
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _saved(self, name: str) -> None:
        self.section.close_panel()
        self.desk.say(self.tr("{name} is saved. It counts from the next sign-in.").format(name=name))
        self.entered()


class RoleEditor(EditorPanel):
    """Limits and rights.

    Signals:
        done(str): saved; the name.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, role: Role) -> None:
        self._desk, self._role = desk, role
        form = Form(2)
        self.line_limit = PercentEdit(self.tr("Line discount up to"), desk.formats)
        self.sale_limit = PercentEdit(self.tr("Sale discount up to"), desk.formats)
        form.add(self.tr("Line discount up to"), self.line_limit)
        form.add(self.tr("Sale discount up to"), self.sale_limit)
        form.section(self.tr("Rights"))
        texts = permission_texts()
        self.ticks = {
            permission: Tick(texts.get(permission, str(permission)), on=permission in role.permissions)
            for permission in Permission
            if permission is not Permission.SYSTEM
        }
        for tick in self.ticks.values():
            form.add("", tick)
        form.end()
        super().__init__(role.name, form)
        self.first = self.line_limit
        self.line_limit.set_value(role.line_discount_limit)
        self.sale_limit.set_value(role.sale_discount_limit)
        self.watch([self.line_limit, self.sale_limit, *self.ticks.values()])
        self.saved.connect(self._write)
        self.clean()

    def _write(self) -> None:
        limits = [self.line_limit.value() or 0, self.sale_limit.value() or 0]
        wrong = self.line_limit.error() or self.sale_limit.error()
        if not wrong and max(limits) > _MOST:
            wrong = self.tr("A discount is at most 100 per cent.")
        if wrong:
            self.refuse(wrong)
            return
        self._desk.run(
            change_role, lambda _none: self._written(), self._refused, role_id=self._role.id,
            permissions=[p for p, tick in self.ticks.items() if tick.isChecked()],
            line_discount_limit=limits[0], sale_discount_limit=limits[1],
        )  # fmt: skip

    def _written(self) -> None:
        self.clean()
        self.done.emit(self._role.name)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))


def permission_texts() -> dict[Permission, str]:
    """Each right in words."""
    tr, p = QCoreApplication.translate, Permission
    return {
        p.SELL: tr("Permissions", "Sell"),
        p.VOID_LINE: tr("Permissions", "Void a line"),
        p.VOID_SALE: tr("Permissions", "Void a sale"),
        p.LINE_DISCOUNT: tr("Permissions", "Discount on a line"),
        p.SALE_DISCOUNT: tr("Permissions", "Discount on a sale"),
        p.PRICE_OVERRIDE: tr("Permissions", "Change a price at the till"),
        p.OPEN_ITEM: tr("Permissions", "Sell an open item"),
        p.BELOW_LIMIT: tr("Permissions", "Go below a product's lowest price"),
        p.SELL_ON_ACCOUNT: tr("Permissions", "Sell on account"),
        p.RETURN: tr("Permissions", "Take goods back"),
        p.RETURN_NO_RECEIPT: tr("Permissions", "Take goods back without a receipt"),
        p.RETURN_LATE: tr("Permissions", "Take goods back after the last day"),
        p.CASES: tr("Permissions", "Complaints, warranty and recalls"),
        p.COMMISSION: tr("Permissions", "See and settle commissions"),
        p.STORE_TASKS: tr("Permissions", "Write the checklists of the store"),
        p.CLOSE_DAY: tr("Permissions", "Close the day of the store"),
        p.MANAGE_VOUCHERS: tr("Permissions", "Block gift cards"),
        p.SELL_AGE_RESTRICTED: tr("Permissions", "Sell goods with an age limit"),
        p.REPRINT: tr("Permissions", "Print again"),
        p.NO_SALE: tr("Permissions", "Open the drawer without a sale"),
        p.OPEN_SHIFT: tr("Permissions", "Open a shift"),
        p.CLOSE_SHIFT: tr("Permissions", "Close a shift"),
        p.ACCEPT_DIFFERENCE: tr("Permissions", "Accept a large difference"),
        p.CASH_MOVEMENT: tr("Permissions", "Put cash in or take it out"),
        p.X_REPORT: tr("Permissions", "See X reports"),
        p.Z_REPORT: tr("Permissions", "See Z reports"),
        p.VIEW_REPORTS: tr("Permissions", "See all figures"),
        p.VIEW_COST: tr("Permissions", "See cost"),
        p.PROMOTIONS: tr("Permissions", "Promotions and coupons"),
        p.EDIT_CATALOG: tr("Permissions", "Change products and prices"),
        p.IMPORT: tr("Permissions", "Import products"),
        p.ADJUST_STOCK: tr("Permissions", "Correct stock"),
        p.VIEW_STOCK: tr("Permissions", "See stock"),
        p.RECEIVE_GOODS: tr("Permissions", "Receive goods"),
        p.TRANSFER_STOCK: tr("Permissions", "Move stock"),
        p.COUNT_STOCK: tr("Permissions", "Count stock"),
        p.ASSEMBLE: tr("Permissions", "Put products together"),
        p.EDIT_PARTIES: tr("Permissions", "Change customers"),
        p.CREDIT_TERMS: tr("Permissions", "Set credit terms"),
        p.PERSONAL_DATA: tr("Permissions", "Merge, export and erase customers"),
        p.ORDERS: tr("Permissions", "Take orders"),
        p.RELEASE_ORDER: tr("Permissions", "Release orders on hold"),
        p.CANCEL_ORDER: tr("Permissions", "Cancel orders"),
        p.PICK: tr("Permissions", "Pick"),
        p.SHIP: tr("Permissions", "Ship"),
        p.OVERRIDE_LOT: tr("Permissions", "Take an expired or later lot"),
        p.INVOICE: tr("Permissions", "Post invoices"),
        p.RELEASE_INVOICE: tr("Permissions", "Release invoices"),
        p.CREDIT_NOTE: tr("Permissions", "Post credit notes"),
        p.RECEIVE_PAYMENT: tr("Permissions", "Receive payments"),
        p.UNDO_PAYMENT: tr("Permissions", "Undo payments"),
        p.REFUND: tr("Permissions", "Pay money back"),
        p.SEND_MAIL: tr("Permissions", "Send e-mails"),
        p.COLLECT: tr("Permissions", "Chase late payers"),
        p.REMIND: tr("Permissions", "Send reminders"),
        p.WRITE_OFF: tr("Permissions", "Write off and let go of money"),
        p.EXPENSES: tr("Permissions", "Book expenses"),
        p.ACCOUNTING: tr("Permissions", "Keep the accounts"),
        p.CLOSE_PERIOD: tr("Permissions", "Close a period"),
        p.MANAGE_USERS: tr("Permissions", "Manage users and roles"),
        p.UNLOCK_USER: tr("Permissions", "Unlock users"),
        p.SETTINGS: tr("Permissions", "Change settings"),
        p.BACKUP: tr("Permissions", "Make backups"),
        p.VERIFY: tr("Permissions", "Verify the books, see the journal"),
    }
