"""The next customer to call: handed to one person."""

from __future__ import annotations

from sqlalchemy import true

from app.collections.workbench import list_work
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.organisation.queries import get_company
from app.parties.tables import party
from app.queues.operations import NothingWaitsError, Taken, give_back_work, hand_out
from app.queues.states import WorkKind


@permitted(Permission.COLLECT)
def next_call(uow: UnitOfWork) -> Taken:
    """Who is to be called today with most at stake, and is called by nobody.

    Raises:
        NothingWaitsError: nobody is to be called any more, or somebody calls each of them.
    """
    today = get_company(uow.connection).day_of(uow.now)
    waiting = [x.party_id for x in list_work(uow.connection, on=today) if x.reasons]
    while waiting:
        found = hand_out(uow, kind=WorkKind.CALL, candidates=waiting, row=party.c.id, waits=true())
        if found is None:
            break
        if any(x.reasons for x in list_work(uow.connection, on=today, party_id=found.item_id)):
            return found
        # somebody called him, and was done, while the others were looked at
        give_back_work(uow, kind=WorkKind.CALL, item_id=found.item_id)
        waiting.remove(found.item_id)
    raise NothingWaitsError
