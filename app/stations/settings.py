"""What tills may do while the server is away, as the shop sets it."""

from __future__ import annotations

from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.organisation.operations import save_setting
from app.stations.rules import ACCOUNT_CAP, NO_RECEIPT, RETURN_CAP, OfflineCaps


class CapError(Refusal):
    """A cap below nothing."""

    message = "A limit cannot be below 0. Enter 0 for nothing."


@permitted(Permission.SETTINGS)
def save_offline_caps(uow: UnitOfWork, *, caps: OfflineCaps) -> None:
    """Keep the caps; the tills have them with their next round. Raises CapError."""
    if caps.account_minor < 0 or (caps.return_minor or 0) < 0:
        raise CapError
    for name, value in (
        (ACCOUNT_CAP, caps.account_minor), (RETURN_CAP, caps.return_minor), (NO_RECEIPT, caps.no_receipt),
    ):  # fmt: skip
        save_setting(uow, name=name, value=value)
