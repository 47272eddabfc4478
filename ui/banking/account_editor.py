"""A bank account: name, number, the account of the ledger, and what direct debits need."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.banking.operations.accounts import AccountDraft, save_bank_account
from app.banking.queries import BankAccount
from app.kernel.refusal import Refusal
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.form import Form, Tick, text_field


class AccountEditor(EditorPanel):
    """The panel.

    Signals:
        done(str): saved; the sentence to be shown.
    """

    done = Signal(str)

    def __init__(
        self, desk: OfficeDesk, account: BankAccount | None, *, number: str = "", currency: str = ""
    ) -> None:
        self._account = account
        form = Form(2)
        company = desk.services.context.company
        self.name = text_field(account.name if account else "")
        self.number = text_field(account.number if account else number, limit=40)
        self.currency = text_field(account.currency if account else currency or company.currency, limit=3)
        self.holder = text_field(account.holder if account else company.legal_name)
        self.bic = text_field(account.bic if account else "", limit=11)
        self.ledger = text_field(account.ledger_code if account else "", limit=10)
        self.creditor = text_field(account.creditor_id if account else "", limit=35)
        self.in_use = Tick(self.tr("In use"), on=account.active if account else True)
        tr = self.tr
        form.add(tr("Name"), self.name, hint=tr("As you call it: Main account, Savings"))
        form.add(tr("IBAN or number"), self.number)
        form.add(tr("Currency"), self.currency)
        form.add(tr("Holder"), self.holder)
        form.add(tr("BIC"), self.bic)
        form.add(
            tr("Ledger account"),
            self.ledger,
            hint=tr("Empty: the account that all money of the bank goes to"),
        )
        form.add(
            tr("Creditor identifier"),
            self.creditor,
            hint=tr("Of direct debits; empty where none is collected"),
        )
        form.add("", self.in_use)
        form.end()
        super().__init__(desk_title(self, account), form)
        self._desk = desk
        self.first = self.name
        self.watch([
            self.name, self.number, self.currency, self.holder, self.bic, self.ledger, self.creditor,
            self.in_use,
        ])  # fmt: skip
        self.saved.connect(self.write)
        self.clean()

    def write(self) -> None:
        """Save it."""
        draft = AccountDraft(
            self.name.text(), self.number.text(), self.currency.text(), self.holder.text(), self.bic.text(),
            self.ledger.text(), self.creditor.text(), self.in_use.isChecked(),
        )  # fmt: skip
        self._desk.run(
            save_bank_account, self._written, self._refused, draft=draft,
            account_id=self._account.id if self._account else None,
        )  # fmt: skip

    def _written(self, _account_id: int) -> None:
        self.clean()
        self.done.emit(self.tr("Bank account {name} is saved.").format(name=self.name.text().strip()))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))


def desk_title(editor: AccountEditor, account: BankAccount | None) -> str:
    """What the panel is called."""
    return account.name if account is not None else editor.tr("New bank account")
