"""Which plug-ins a manager approved: the name and the SHA-256 of what was approved, for all stations."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting

APPROVED: Final = "plugins.approved"


def list_approved(connection: Connection) -> dict[str, str]:
    """SHA-256 by name."""
    found = find_setting(connection, name=APPROVED)
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


@permitted(Permission.SETTINGS)
def approve_plugin(uow: UnitOfWork, *, name: str, sha256: str) -> dict[str, str]:
    """Turn a plug-in on, in just this state; the journal keeps who did. Returns all that are approved."""
    approved = {**list_approved(uow.connection), name: sha256}
    save_setting(uow, name=APPROVED, value=approved)
    return approved


@permitted(Permission.SETTINGS)
def refuse_plugin(uow: UnitOfWork, *, name: str) -> dict[str, str]:
    """Turn a plug-in off; one that is off stays off. Returns all that are approved."""
    approved = list_approved(uow.connection)
    if approved.pop(name, None) is not None:
        save_setting(uow, name=APPROVED, value=approved)
    return approved
