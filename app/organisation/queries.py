"""Which company, till and settings these are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, bindparam, or_, select

from app.db.prepared import Prepared
from app.kernel.refusal import Refusal
from app.organisation.rules import business_date
from app.organisation.tables import company, setting, store, till


class UnknownTillError(Refusal):
    """No till of that code."""

    message = "There is no till {code}. Tills here: {known}."


class NoCompanyError(Refusal):
    """The database is empty: nothing was set up yet."""

    message = "This shop is not set up yet. Run `make run` or `python main.py demo` for a demo shop."


@dataclass(frozen=True, slots=True)
class Company:
    """The shop as it stands on paper."""

    name: str
    legal_name: str
    tax_number: str
    street: str
    postcode: str
    city: str
    country: str
    phone: str
    email: str
    currency: str
    language: str
    time_zone: str
    cutoff_minutes: int
    tax_rounding: str
    cash_rounding_minor: int
    receipt_header: str
    receipt_footer: str
    is_training: bool

    def day_of(self, now: datetime) -> date:
        """The business date of a moment."""
        return business_date(now, time_zone=self.time_zone, cutoff_minutes=self.cutoff_minutes)


@dataclass(frozen=True, slots=True)
class Till:
    """One till."""

    id: int
    code: str
    name: str
    store_code: str
    store_name: str
    price_list_id: int
    default_float_minor: int
    difference_limit_minor: int
    drawer_limit_minor: int
    active: bool = True
    store_id: int = 0


@dataclass(frozen=True, slots=True)
class Store:
    """One store."""

    id: int
    code: str
    name: str


# asked by every operation of the order chain: made once
_COMPANY: Final = Prepared(select(company).order_by(company.c.id).limit(1))
_SETTING: Final = Prepared(
    select(setting.c.scope, setting.c.value).where(
        setting.c.name == bindparam("name_"),
        or_(setting.c.scope == "", setting.c.scope == bindparam("scope_")),
    )
)


def find_company(connection: Connection) -> Company | None:
    """The company, or None in an empty database."""
    row = _COMPANY.one_or_none(connection, {})
    if row is None:
        return None
    return Company(**{name: getattr(row, name) for name in Company.__dataclass_fields__})


def get_company(connection: Connection) -> Company:
    """The company; raises NoCompanyError in an empty database."""
    found = find_company(connection)
    if found is None:
        raise NoCompanyError
    return found


def list_stores(connection: Connection) -> list[Store]:
    """All stores by code."""
    rows = connection.execute(select(store.c.id, store.c.code, store.c.name).order_by(store.c.code))
    return [Store(*row) for row in rows]


def list_till_codes(connection: Connection) -> list[str]:
    """The codes of all tills that ever were: their receipts come back after they are retired."""
    return list(connection.execute(select(till.c.code).order_by(till.c.code)).scalars())


def list_tills(connection: Connection, *, with_retired: bool = False) -> list[Till]:
    """All tills in use by code; on demand those that are not, too."""
    statement = (
        select(
            till.c.id, till.c.code, till.c.name, store.c.code.label("store_code"),
            store.c.name.label("store_name"), till.c.price_list_id, till.c.default_float_minor,
            till.c.difference_limit_minor, till.c.drawer_limit_minor, till.c.active, till.c.store_id,
        ).join_from(till, store).order_by(till.c.code)
    )  # fmt: skip
    if not with_retired:
        statement = statement.where(till.c.active)
    rows = connection.execute(statement)
    return [Till(**r._mapping) for r in rows]  # noqa: SLF001 - SQLAlchemy's public name


def get_till(connection: Connection, *, code: str) -> Till:
    """The till of that code; raises UnknownTillError."""
    tills = {t.code: t for t in list_tills(connection)}
    if code not in tills:
        raise UnknownTillError(code=code, known=", ".join(tills) or "none")
    return tills[code]


def get_till_by_id(connection: Connection, *, till_id: int) -> Till:
    """The till of that id; raises UnknownTillError."""
    for candidate in list_tills(connection):
        if candidate.id == till_id:
            return candidate
    raise UnknownTillError(code=till_id, known=", ".join(t.code for t in list_tills(connection)))


def find_setting(connection: Connection, *, name: str, scope: str = "") -> object:
    """The value of a setting: of the scope (a till's code), else of the shop; None when unset."""
    found = {row.scope: row.value for row in _SETTING.all(connection, {"name_": name, "scope_": scope})}
    text = found.get(scope, found.get(""))
    return None if text is None else json.loads(text)


def list_settings(connection: Connection, *, scope: str = "") -> dict[str, object]:
    """All settings of the shop, overlaid by those of the scope."""
    rows = connection.execute(
        select(setting.c.scope, setting.c.name, setting.c.value)
        .where(setting.c.scope.in_(("", scope)))
        .order_by(setting.c.scope)
    )
    return {row.name: json.loads(row.value) for row in rows}
