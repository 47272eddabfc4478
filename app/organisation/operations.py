"""Setting up the shop and changing its settings."""

from __future__ import annotations

import json
from dataclasses import asdict

from sqlalchemy import insert, select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.organisation.queries import Company
from app.organisation.tables import company, setting, store, till


@permitted(Permission.SETTINGS)
def save_company(uow: UnitOfWork, *, details: Company) -> None:
    """Write the company's details: the first time, or over those that are there."""
    existing = uow.connection.execute(select(company.c.id)).scalar_one_or_none()
    if existing is None:
        uow.connection.execute(insert(company), {"id": next_id(), **asdict(details)})
    else:
        uow.connection.execute(update(company).where(company.c.id == existing), asdict(details))
    note(uow, kind="settings.company", payload=asdict(details))


@permitted(Permission.SETTINGS)
def create_store(uow: UnitOfWork, *, code: str, name: str) -> int:
    """A store; returns its id."""
    store_id = next_id()
    uow.connection.execute(insert(store), {"id": store_id, "code": code, "name": name})
    note(uow, kind="settings.store", document_type="store", document_id=store_id, payload={"code": code})
    return store_id


@permitted(Permission.SETTINGS)
def create_till(
    uow: UnitOfWork, *, store_id: int, code: str, name: str, price_list_id: int, default_float_minor: int,
    difference_limit_minor: int, drawer_limit_minor: int,
) -> int:  # fmt: skip
    """A till; its code is the prefix of its receipt numbers. Returns its id."""
    till_id = next_id()
    uow.connection.execute(
        insert(till),
        {
            "id": till_id, "store_id": store_id, "code": code, "name": name,
            "price_list_id": price_list_id, "default_float_minor": default_float_minor,
            "difference_limit_minor": difference_limit_minor, "drawer_limit_minor": drawer_limit_minor,
            "active": True,
        },
    )  # fmt: skip
    note(uow, kind="settings.till", document_type="till", document_id=till_id, payload={"code": code})
    return till_id


@permitted(Permission.SETTINGS)
def change_till(
    uow: UnitOfWork, *, till_id: int, name: str, default_float_minor: int, difference_limit_minor: int,
    drawer_limit_minor: int,
) -> None:  # fmt: skip
    """Change a till's name and limits; amounts are minor units."""
    values = {
        "name": name,
        "default_float_minor": default_float_minor,
        "difference_limit_minor": difference_limit_minor,
        "drawer_limit_minor": drawer_limit_minor,
    }
    uow.connection.execute(update(till).where(till.c.id == till_id), values)
    note(uow, kind="settings.till", document_type="till", document_id=till_id, payload=values)


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
