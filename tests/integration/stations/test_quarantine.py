"""A document that cannot be booked is set aside; those behind it go on, and it is booked when it can be."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import delete, update

from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify.run import verify_database
from app.stations.queries import list_inbox
from app.stations.rules import message_hash
from app.stations.states import InboxStatus
from app.stations.tables import inbox, outbox, station_journal
from app.stations.taking import try_again
from app.till.tables import sale
from tests.factories.shop import Shop
from tests.integration.stations.conftest import TillMachine
from tests.integration.till.helpers import close, report_of, rows

pytestmark = pytest.mark.postgres


def poison(till: TillMachine, seq: int, name: str, value: object, till_code: str = "T01") -> None:
    """Another value in a message, as a program of another version might have written it."""
    with till.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        row = next(r for r in rows(till.shop, outbox) if r.seq == seq)
        text = json.dumps({**json.loads(row.payload), name: value})
        digest = message_hash(
            till_id=till.shop.tills[till_code], epoch=row.epoch, seq=seq, uuid=row.uuid, kind=row.kind,
            payload=text,
        )  # fmt: skip
        uow.connection.execute(update(outbox).where(outbox.c.seq == seq), {"payload": text, "hash": digest})


def faults(shop: Shop) -> dict[str, tuple[str, ...]]:
    """The invariants that do not hold."""
    return {r.name: r.faults for r in shop.runtime.ask(verify_database) if not r.holds}


def test_poison_is_set_aside_after_five_refusals_and_the_queue_goes_on(
    till: TillMachine, server_shop: Shop
) -> None:
    till.line.is_cut = True
    shift = till.shop.open_shift()
    for _ in range(3):
        till.shop.sell(till.shop.cart("MILK"), shift)
    poison(till, 3, "tenders", "nonsense")
    till.line.is_cut = False

    tries = 1
    while till.drainer.round().unsent:
        tries += 1
        assert tries < 10
    assert tries == 5
    assert sorted(r.number for r in rows(server_shop, sale)) == ["T01-000001", "T01-000003"]
    (waiting,) = server_shop.runtime.ask(list_inbox, status=InboxStatus.QUARANTINED)
    assert (waiting.seq, waiting.label) == (3, "T01-000002")
    assert "cannot be read" in (waiting.remark or "")
    assert "nothing_is_set_aside" in faults(server_shop)


def test_a_shift_closes_as_its_till_counted_and_a_sale_set_aside_is_booked_later(
    till: TillMachine, server_shop: Shop
) -> None:
    till.line.is_cut = True
    shift = till.shop.open_shift()
    for _ in range(2):
        till.shop.sell(till.shop.cart("MILK"), shift)
    keep = next(r.payload for r in rows(till.shop, outbox) if r.seq == 2)
    poison(till, 2, "tenders", "nonsense")
    till.line.is_cut = False
    while till.drainer.round().unsent:
        pass
    close(till.shop, shift)
    assert till.drainer.round().unsent == 0
    (counted,) = [r for r in server_shop.runtime.ask(list_inbox) if r.remark and "expected" in r.remark]
    assert "expected at the till" in (counted.remark or "")

    (waiting,) = server_shop.runtime.ask(list_inbox, status=InboxStatus.QUARANTINED)
    with server_shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:  # the program was updated
        uow.connection.execute(update(inbox).where(inbox.c.seq == waiting.seq), {"payload": keep})
    server_shop.runtime.run(
        try_again, actor=SYSTEM_ACTOR, till_id=waiting.till_id, epoch=waiting.epoch, seq=waiting.seq
    )
    assert faults(server_shop) == {}
    here, there = report_of(till.shop, shift), report_of(server_shop, shift)
    assert here.tenders == there.tenders
    assert here.expected_cash_minor == there.expected_cash_minor


def test_goods_that_may_not_go_below_zero_are_gone_all_the_same(till: TillMachine, server_shop: Shop) -> None:
    from app.inventory.tables import location, stock_level

    with server_shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(location), {"negative": "block"})
    shift = till.shop.open_shift()
    till.shop.sell(till.shop.cart(("WINE", 200_000)), shift)
    till.drainer.round()
    assert till.drainer.round().unsent == 0
    wine = till.shop.products["WINE"]
    assert [r.on_hand_milli < 0 for r in rows(server_shop, stock_level) if r.product_id == wine] == [True]


def test_what_came_from_the_tills_shows_when_it_is_changed_or_taken_away(
    till: TillMachine, server_shop: Shop
) -> None:
    shift = till.shop.open_shift()
    till.shop.sell(till.shop.cart("MILK"), shift)
    till.drainer.round()
    assert faults(server_shop) == {}
    with server_shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(station_journal).where(station_journal.c.seq == 2).values(kind="something.else")
        )
        uow.connection.execute(delete(inbox).where(inbox.c.seq == 1))
    assert {"tills_were_heard", "tills_journals_whole"} <= set(faults(server_shop))
    with till.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(delete(outbox).where(outbox.c.seq == 2))
    assert "sales_are_queued" in faults(till.shop)
