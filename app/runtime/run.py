"""The one door: runs an operation in one transaction, a query on one snapshot."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from itertools import count
from typing import Any, Final, TypeVar

from sqlalchemy.exc import DBAPIError

from app.db.errors import tries_worth
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import Actor, Approval
from app.runtime.approvals import spend

R = TypeVar("R")
_SHORTEST: Final = 0.02  # seconds before a transaction is run again, ever longer, so that two part
_LONGEST: Final = 0.5


class Runtime:
    """Runs use cases for screens, commands and flows."""

    def __init__(self, factory: UnitOfWorkFactory) -> None:
        self._factory = factory

    @property
    def factory(self) -> UnitOfWorkFactory:
        """Where the transactions come from."""
        return self._factory

    def run(
        self, operation: Callable[..., R], *, actor: Actor, approval: Approval | None = None, **arguments: Any
    ) -> R:
        """Run an operation in a write transaction of its own and publish its events after the commit.

        An approval counts for this one operation, once (app.runtime.approvals).

        A transaction that PostgreSQL gives up on (deadlock, serialization) is run again as a whole, up to
        eight times; one that found something there already, once: of two that send the same at once both are
        told of the one document.
        """
        acting = actor if approval is None else actor.approved(approval)
        for attempt in count(1):
            try:
                with self._factory.begin(actor=acting) as uow:
                    if approval is not None:
                        spend(uow, approval, operation, arguments)
                    return operation(uow, **arguments)
            except Exception as error:
                if attempt >= _tries(error):
                    raise
                time.sleep(random.uniform(0, min(_SHORTEST * 2**attempt, _LONGEST)))  # noqa: S311 - who goes first
        raise AssertionError  # the loop returns or raises

    def ask(self, query: Callable[..., R], **arguments: Any) -> R:
        """Run a query on a read-only snapshot."""
        with self._factory.read() as connection:
            return query(connection, **arguments)

    def lane_of(self, _work: Callable[..., object]) -> str:
        """On which lane short work is done; where the books are this database it is all one."""
        return "db"


def _tries(error: Exception) -> int:
    cause = error.__cause__
    return tries_worth(cause) if isinstance(cause, DBAPIError) else 1
