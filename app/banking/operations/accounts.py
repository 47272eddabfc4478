"""Bank accounts and saved table profiles."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Final

from sqlalchemy import insert, select, update

from app.audit.operations import note
from app.banking.reading.model import account_number, currency_of, is_iban
from app.banking.reading.table import CsvProfile
from app.banking.refusals import AccountTakenError, AccountTextError, ProfileNameError
from app.banking.store import get_account_row
from app.banking.tables import bank_account
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.ledger.operations import map_role
from app.ledger.states import AccountKind
from app.ledger.tables import account, account_role
from app.organisation.operations import save_setting

_NAME: Final = 200
_CODE: Final = 40
PROFILES: Final = "bank.table_profile."


@dataclass(frozen=True, slots=True)
class AccountDraft:
    """A bank account as it is entered.

    Attributes:
        number: IBAN, or the bank's own number.
        ledger_code: the account of the ledger; "" for the one all money of the bank goes to.
    """

    name: str
    number: str
    currency: str
    holder: str = ""
    bic: str = ""
    ledger_code: str = ""
    creditor_id: str = ""
    active: bool = True


@permitted(Permission.SETTINGS)
def save_bank_account(uow: UnitOfWork, *, draft: AccountDraft, account_id: int | None = None) -> int:
    """Enter a bank account, or change it; returns its id.

    Raises:
        AccountTextError, AccountTakenError, NoSuchAccountError, CurrencyTextError.
    """
    values = _values(draft)
    _refuse_taken(uow, values, account_id)
    if account_id is None:
        account_id = next_id()
        role = _role(uow, draft, account_id)
        uow.connection.execute(insert(bank_account), {**values, "id": account_id, "role": role, "version": 1})
    else:
        before = get_account_row(uow.connection, account_id)
        role = _role(uow, draft, account_id) if draft.ledger_code else before.role
        uow.connection.execute(
            update(bank_account).where(bank_account.c.id == account_id),
            {**values, "role": role, "version": before.version + 1},
        )
    note(
        uow, kind="bank.account", document_type="bank_account", document_id=account_id,
        payload={"name": values["name"], "currency": values["currency"], "role": role},
    )  # fmt: skip
    return account_id


def _values(draft: AccountDraft) -> dict[str, object]:
    name = clean_field(draft.name, field="Name", limit=_NAME)
    number = account_number(draft.number)
    if not name:
        raise AccountTextError(detail="The account needs a name.")
    if not number:
        raise AccountTextError(detail="The account needs its IBAN or number.")
    if number[:2].isalpha() and number[2:4].isdigit() and not is_iban(number):
        raise AccountTextError(detail="The IBAN is not valid: its check digits are wrong.")
    return {
        "name": name, "number": number, "currency": currency_of(draft.currency),
        "holder": clean_field(draft.holder, field="Holder", limit=_NAME),
        "bic": clean_field(draft.bic, field="BIC", limit=_CODE).upper().replace(" ", ""),
        "creditor_id": clean_field(draft.creditor_id, field="Creditor identifier", limit=_CODE)
        .upper().replace(" ", ""),
        "active": draft.active,
    }  # fmt: skip


def _refuse_taken(uow: UnitOfWork, values: dict[str, object], account_id: int | None) -> None:
    for row in uow.connection.execute(select(bank_account)):
        same = (row.number, row.currency) == (values["number"], values["currency"])
        if row.id != account_id and (same or row.name == values["name"]):
            raise AccountTakenError(number=row.number, name=row.name)


def _role(uow: UnitOfWork, draft: AccountDraft, account_id: int) -> str:
    """What is booked on: "bank", or a role of its own for an account of its own."""
    code = clean_field(draft.ledger_code, field="Ledger account", limit=_CODE)
    plain = uow.connection.execute(
        select(account_role.c.account_code).where(account_role.c.role == "bank")
    ).scalar_one_or_none()
    if not code or code == plain:
        return "bank"
    known = uow.connection.execute(
        select(account_role.c.role).where(
            account_role.c.account_code == code, account_role.c.role.startswith("bank:")
        )
    ).scalars().first()  # fmt: skip
    if known is not None:
        return str(known)
    kind = uow.connection.execute(select(account.c.kind).where(account.c.code == code)).scalar_one_or_none()
    if kind not in (None, AccountKind.ASSET.value, AccountKind.LIABILITY.value):
        raise AccountTextError(detail="That account of the ledger holds no money.")
    role = f"bank:{account_id}"
    map_role(uow, role=role, code=code, name=draft.name, kind=AccountKind.ASSET.value)
    return role


@permitted(Permission.SETTINGS)
def save_profile(uow: UnitOfWork, *, profile: CsvProfile) -> None:
    """Keep how a bank's table is meant, under its name; the same name is written over.

    Raises:
        ProfileNameError: without a name.
    """
    name = clean_field(profile.name, field="Name", limit=_CODE)
    if not name:
        raise ProfileNameError
    save_setting(uow, name=f"{PROFILES}{name}", value=asdict(replace(profile, name=name)))
    note(uow, kind="bank.table_profile", payload={"name": name})
