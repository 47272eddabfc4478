"""Sent again, doubled, out of order, cut: each document is at the server once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import make_url

from app.db.errors import DatabaseUnreachableError
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import CommitUnknownError
from app.reporting.verify import verify_database
from app.runtime.run import Runtime
from app.stations.outbox import list_unsent, next_messages
from app.stations.refusals import UnknownMessageError
from app.stations.rules import Message
from app.stations.states import Answer, SelfStatus
from app.stations.tables import inbox, outbox
from app.stations.taking import take_message
from app.till.tables import sale
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.stations.conftest import TillMachine, open_runtime
from tests.integration.till.helpers import count, rows
from tests.support.postgres import Databases

pytestmark = pytest.mark.postgres


def waiting(till: TillMachine) -> list[Message]:
    """What is unsent."""
    return till.runtime.ask(next_messages, limit=100)


def take(server: Shop, message: Message) -> Answer:
    """Send one, past the drainer."""
    return server.runtime.run(take_message, actor=SYSTEM_ACTOR, message=message).answer


def test_a_message_sent_again_is_known_and_one_ahead_of_its_turn_waits(
    till: TillMachine, server_shop: Shop
) -> None:
    till.line.is_cut = True
    shift = till.shop.open_shift()
    for _ in range(2):
        till.shop.sell(till.shop.cart("MILK"), shift)
    opened, first, second = waiting(till)
    assert take(server_shop, first) is Answer.GAP
    assert take(server_shop, opened) is Answer.CREATED
    assert take(server_shop, second) is Answer.GAP
    assert [take(server_shop, first) for _ in range(3)] == [Answer.CREATED, Answer.EXISTS, Answer.EXISTS]
    assert take(server_shop, opened) is Answer.EXISTS
    assert count(server_shop, sale) == 1
    till.line.is_cut = False
    assert till.drainer.round().unsent == 0
    assert (count(server_shop, sale), count(server_shop, inbox)) == (2, 3)


def test_a_message_that_was_cut_or_changed_on_its_way_is_not_booked(
    till: TillMachine, server_shop: Shop
) -> None:
    till.line.is_cut = True
    (message,) = (till.shop.open_shift(), waiting(till))[1]
    for broken in (
        replace(message, payload=message.payload[:-20]),
        replace(message, payload=message.payload.replace("20000", "90000")),
        replace(message, kind="sale"),
        replace(message, seq=1, uuid="another"),
    ):
        with pytest.raises(UnknownMessageError):
            take(server_shop, broken)
    assert count(server_shop, inbox) == 0
    assert take(server_shop, message) is Answer.CREATED


class Shaky:
    """A server whose answers get lost: before the work, after it, or in the middle of the commit."""

    def __init__(self, server: Any, faults: list[str]) -> None:
        self._server = server
        self._faults = faults
        self.factory = server.factory  # whose connections are let go of after a round that failed

    def run(self, operation: Any, **arguments: Any) -> Any:
        fault = self._faults.pop(0) if self._faults and operation is take_message else ""
        if fault == "request lost":
            raise DatabaseUnreachableError(detail=fault)
        done = self._server.run(operation, **arguments)
        if fault == "doubled":
            assert self._server.run(operation, **arguments).answer is Answer.EXISTS
        if fault == "answer lost":
            raise DatabaseUnreachableError(detail=fault)
        if fault == "commit unknown":
            raise CommitUnknownError(detail=fault)
        return done

    def ask(self, query: Any, **arguments: Any) -> Any:
        return self._server.ask(query, **arguments)


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)  # fmt: skip
@given(
    st.lists(st.sampled_from(["request lost", "answer lost", "commit unknown", "doubled", ""]), max_size=8)
)
def test_whatever_is_lost_on_the_way_each_sale_is_there_once(
    till: TillMachine, server_shop: Shop, faults: list[str]
) -> None:
    from app.till.queries import find_open_shift

    till.line.server = server_shop.runtime
    open_one = till.runtime.ask(find_open_shift, till_id=till.shop.tills["T01"])
    shift = open_one.id if open_one else till.shop.open_shift()
    for _ in range(3):
        till.shop.sell(till.shop.cart("MILK", "WINE"), shift)
    till.line.server = Shaky(server_shop.runtime, list(faults))  # type: ignore[assignment]
    for _ in range(12):
        if till.drainer.round().unsent == 0:
            break
    assert till.runtime.ask(list_unsent) == []
    here = {(r.uuid, r.number, r.gross_minor) for r in rows(till.shop, sale)}
    assert here == {(r.uuid, r.number, r.gross_minor) for r in rows(server_shop, sale)}
    assert count(server_shop, inbox) == count(till.shop, outbox)


def test_a_server_restored_from_an_older_backup_gets_what_it_lacks(
    till: TillMachine, server_shop: Shop, server_url: str, postgres: Databases, clock: SteadyClock
) -> None:
    shift = till.shop.open_shift()
    assert till.drainer.round().unsent == 0
    server_shop.runtime.factory.dispose()
    backup = postgres.create(make_url(server_url).database)
    till.line.is_cut = True
    till.drainer.round()
    till.line.is_cut = False  # greeted anew: another token is agreed on, which the backup does not know
    till.shop.sell(till.shop.cart("MILK"), shift)
    assert till.drainer.round().unsent == 0

    factory = open_runtime(postgres.url_of(backup), clock, EventBus(on_error=lambda _event, _error: None))
    till.line.server = restored = Runtime(factory)
    till.drainer._greeted = False
    till.shop.sell(till.shop.cart("WINE"), shift)
    till.drainer.round()
    link = till.drainer.round()

    assert (link.status, link.unsent, link.why) == (SelfStatus.ACTIVE, 0, "")
    there = rows(replace(server_shop, runtime=restored), sale)
    assert {r.uuid for r in there} == {r.uuid for r in rows(till.shop, sale)}
    assert [r.name for r in restored.ask(verify_database) if not r.holds] == []
    factory.dispose()
    server_shop.runtime.factory.dispose()
    postgres.drop(backup)
