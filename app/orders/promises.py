"""Promises to orders whose goods are gone are taken back (docs: app/inventory/keepers.py).

Whoever promises goods or takes them away imports this module; what it does is imported when it happens.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.db.unit_of_work import UnitOfWork
from app.inventory.keepers import register_keeper


def _take_back(uow: UnitOfWork, location_id: int, uncovered: Mapping[int, int]) -> None:
    from app.orders.operations.uncover import take_back_promises  # rare; a till's start is quick

    take_back_promises(uow, location_id=location_id, uncovered=uncovered)


register_keeper(_take_back)
