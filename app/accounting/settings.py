"""How the journal is handed over."""

from __future__ import annotations

from sqlalchemy import Connection

from app.accounting.journal import SUMMED_SETTING
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting


def sums_by_shift(connection: Connection) -> bool:
    """Whether the accountant gets one entry for all sales of a shift."""
    return find_setting(connection, name=SUMMED_SETTING) is True


@permitted(Permission.ACCOUNTING)
def save_sum_by_shift(uow: UnitOfWork, *, chosen: bool) -> None:
    """Sum the sales of a shift up, or hand each over."""
    save_setting(uow, name=SUMMED_SETTING, value=chosen)
