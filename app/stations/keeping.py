"""What of the whole shop's a checkout needs is kept at the server, before the till books it (docs/adr/0014).

One checkout at a time: while one is between the two, nobody takes what is kept for it for forgotten.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from sqlalchemy import select

from app.db.errors import DatabaseError
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import SYSTEM_ACTOR, Actor, Approval, Permission, permitted
from app.kernel.refusal import CommitUnknownError
from app.runtime.run import Runtime
from app.stations.outbox import StationSelf, get_self
from app.stations.refusals import RetiredTillError
from app.stations.tables import station
from app.till.holds import Held, Wish
from app.till.operations.holds import keep_for_checkout, release_hold
from app.till.queries import is_booked

_log = logging.getLogger(__name__)


class Keeper:
    """The till's side: has the server keep, and give back what no checkout came for."""

    def __init__(self, till: Runtime, server: Callable[[], Runtime]) -> None:
        self._till = till
        self._server = server
        self.checkout = threading.Lock()  # from what is kept to what is booked

    def keep(self, wish: Wish, *, actor: Actor, approval: Approval | None) -> Held:
        """Ask the server; raises DatabaseError, CommitUnknownError where it does not answer."""
        me = self._till.ask(get_self)
        held: Held = self._server().run(
            keep_for_till, actor=actor, approval=approval, wish=wish, till_id=me.till_id, epoch=me.epoch,
            till_code=me.till_code,
        )  # fmt: skip
        return held

    def give_back(self, uuid: str, why: str) -> None:
        """The checkout was not booked; where the server does not answer, a later round says so."""
        try:
            self._release(self._till.ask(get_self), uuid, why)
        except (DatabaseError, CommitUnknownError) as error:
            _log.warning("hold %s: %s", uuid, error)

    def give_back_forgotten(self, uuids: Sequence[str]) -> None:
        """Of what the server keeps for this till, that of checkouts which are not in its books.

        They were cut off between the two: by the death of the program, or an answer that was lost. Not
        while a checkout is under way: it may be the one.
        """
        if not uuids or not self.checkout.acquire(blocking=False):
            return
        try:
            me = self._till.ask(get_self)
            for uuid in uuids:
                if not self._till.ask(is_booked, uuid=uuid):
                    self._release(me, uuid, "the till did not book it")
        finally:
            self.checkout.release()

    def _release(self, me: StationSelf, uuid: str, why: str) -> None:
        self._server().run(
            release_hold, actor=SYSTEM_ACTOR, uuid=uuid, till_id=me.till_id, epoch=me.epoch, why=why[:200]
        )


@permitted(Permission.SELL)
def keep_for_till(uow: UnitOfWork, *, wish: Wish, till_id: int, epoch: int, till_code: str) -> Held:
    """At the server: keep for a till's machine what its checkout needs.

    Raises:
        RetiredTillError: another machine is that till now.
        Refusal: as app.till.operations.holds.keep_for_checkout.
    """
    row = uow.connection.execute(
        select(station.c.epoch, station.c.retired_at).where(station.c.till_id == till_id)
    ).one_or_none()
    if row is None or row.retired_at is not None or row.epoch != epoch:
        raise RetiredTillError(code=till_code)
    return keep_for_checkout(uow, wish=wish, till_id=till_id, epoch=epoch)
