"""Setting up the shop and changing its settings."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from typing import Any, Final

from sqlalchemy import insert, select, update

from app.audit.codes import SIGN_RECEIPTS
from app.audit.operations import note
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.devices.fiscal import FISCAL, check_address
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean, clean_field
from app.organisation.queries import Company
from app.organisation.tables import company, setting, store, till

_LIMITS: Final = dict.fromkeys(("name", "legal_name", "street", "city", "email"), NAME)
# the prefix of a till's receipt numbers: what a scan of one is known by (app.catalog.scan_patterns)
_TILL_CODE: Final = re.compile(r"[A-Z][A-Z0-9]{0,7}")


class TillCodeError(Refusal):
    """A code that cannot begin a receipt's number."""

    message = "“{code}” is no code of a till. Use a letter and up to seven letters or digits, like T01."


class TillTakenError(Refusal):
    """Two tills of one code would number receipts alike."""

    message = "There is, or was, a till {code} already. Choose another code."


class TillNameError(Refusal):
    """A till without a name."""

    message = "Enter the name of the till."


class StoreNameError(Refusal):
    """A store without code or name."""

    message = "Enter the code and the name of the store."


class NoSuchTillError(Refusal):
    """The till is not there."""

    message = "That till is not there any more. Reload the settings."


class LastTillError(Refusal):
    """Without a till nothing can be sold."""

    message = "{code} is the only till in use. Add another till before you retire it."


@permitted(Permission.SETTINGS)
def save_company(uow: UnitOfWork, *, details: Company) -> None:
    """Write the company's details: the first time, or over those that are there.

    Raises:
        TextTooLongError, CardNumberError: a text that cannot be kept.
    """
    details = _clean(details)
    existing = uow.connection.execute(select(company.c.id)).scalar_one_or_none()
    if existing is None:
        uow.connection.execute(insert(company), {"id": next_id(), **asdict(details)})
    else:
        uow.connection.execute(update(company).where(company.c.id == existing), asdict(details))
    note(uow, kind="settings.company", payload=asdict(details))


@permitted(Permission.SETTINGS)
def create_store(uow: UnitOfWork, *, code: str, name: str) -> int:
    """A store; returns its id.

    Raises:
        StoreNameError, TextTooLongError: see their sentences.
    """
    values = {
        "code": clean_field(code, field="Code", limit=SHORT),
        "name": clean_field(name, field="Name", limit=NAME),
    }
    if not all(values.values()):
        raise StoreNameError
    store_id = next_id()
    uow.connection.execute(insert(store), {"id": store_id, **values})
    note(uow, kind="settings.store", document_type="store", document_id=store_id, payload=values)
    return store_id


def _clean(details: Company) -> Company:
    """Every text as it may stand on paper; header and footer keep their lines."""
    lines: dict[str, Any] = {
        name: "\n".join(clean_field(x, field="Text", limit=NAME) for x in getattr(details, name).splitlines())
        for name in ("receipt_header", "receipt_footer")
    }
    texts: dict[str, Any] = {
        name: clean_field(value, field=name.replace("_", " ").capitalize(), limit=_LIMITS.get(name, SHORT))
        for name, value in asdict(details).items()
        if isinstance(value, str) and name not in lines
    }
    return replace(details, **texts, **lines)


@permitted(Permission.SETTINGS)
def create_till(
    uow: UnitOfWork, *, store_id: int, code: str, name: str, price_list_id: int, default_float_minor: int,
    difference_limit_minor: int, drawer_limit_minor: int,
) -> int:  # fmt: skip
    """A till; its code is the prefix of its receipt numbers. Returns its id.

    Raises:
        TillCodeError, TillTakenError, TillNameError, TextTooLongError: see their sentences.
    """
    its_code = clean(code).upper()
    if _TILL_CODE.fullmatch(its_code) is None:
        raise TillCodeError(code=its_code[:20])
    if uow.connection.execute(select(till.c.id).where(till.c.code == its_code)).first() is not None:
        raise TillTakenError(code=its_code)
    till_id = next_id()
    values = {
        "store_id": store_id, "code": its_code, "name": _till_name(name), "price_list_id": price_list_id,
        "default_float_minor": default_float_minor, "difference_limit_minor": difference_limit_minor,
        "drawer_limit_minor": drawer_limit_minor, "active": True,
    }  # fmt: skip
    uow.connection.execute(insert(till), {"id": till_id, **values})
    note(uow, kind="settings.till", document_type="till", document_id=till_id, payload=values)
    return till_id


@permitted(Permission.SETTINGS)
def change_till(
    uow: UnitOfWork, *, till_id: int, name: str, default_float_minor: int, difference_limit_minor: int,
    drawer_limit_minor: int, price_list_id: int | None = None,
) -> None:  # fmt: skip
    """Change a till's name, limits and price list (None: it stays); amounts are minor units.

    Raises:
        NoSuchTillError, TillNameError, TextTooLongError: see their sentences.
    """
    values: dict[str, object] = {
        "name": _till_name(name),
        "default_float_minor": default_float_minor,
        "difference_limit_minor": difference_limit_minor,
        "drawer_limit_minor": drawer_limit_minor,
    }
    if price_list_id is not None:
        values["price_list_id"] = price_list_id
    if not uow.connection.execute(update(till).where(till.c.id == till_id), values).rowcount:
        raise NoSuchTillError
    note(uow, kind="settings.till", document_type="till", document_id=till_id, payload=values)


@permitted(Permission.SETTINGS)
def use_till(uow: UnitOfWork, *, till_id: int, active: bool) -> None:
    """Take a till out of use or back; its past stays, and so does its code.

    Screens retire a till by app.till.operations.tills.retire_till, which looks at its shift first.

    Raises:
        NoSuchTillError, LastTillError: see their sentences.
    """
    rows = uow.connection.execute(select(till.c.id, till.c.code, till.c.active).with_for_update()).all()
    codes = {row.id: row.code for row in rows}
    if till_id not in codes:
        raise NoSuchTillError
    if not active and not any(row.active for row in rows if row.id != till_id):
        raise LastTillError(code=codes[till_id])
    uow.connection.execute(update(till).where(till.c.id == till_id), {"active": active})
    note(
        uow, kind="settings.till_used", document_type="till", document_id=till_id,
        payload={"code": codes[till_id], "active": active},
    )  # fmt: skip


def _till_name(name: str) -> str:
    cleaned = clean_field(name, field="Name", limit=NAME)
    if not cleaned:
        raise TillNameError
    return cleaned


@permitted(Permission.SETTINGS)
def save_setting(uow: UnitOfWork, *, name: str, value: object, scope: str = "") -> None:
    """Set a setting of the shop, or of one till (scope is its code); value is any JSON."""
    insert_or_replace(
        uow.connection,
        setting,
        [{"id": next_id(), "scope": scope, "name": name, "value": json.dumps(value)}],
        keys=("scope", "name"),
    )
    note(uow, kind="settings.changed", payload={"scope": scope, "name": name, "value": json.dumps(value)})


@permitted(Permission.SETTINGS)
def save_signing(uow: UnitOfWork, *, sign_receipts: bool, copy_to: str, station: str) -> None:
    """Whether every receipt is signed and bears its code, and where a station copies its journal to.

    Raises:
        FiscalAddressError: no driver understands the address.
    """
    address = check_address(copy_to)
    save_setting(uow, name=SIGN_RECEIPTS, value=sign_receipts)
    save_setting(uow, name=FISCAL, value=address, scope=station)
