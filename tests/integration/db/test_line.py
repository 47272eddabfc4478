"""Nobody waits for the answer to a write, none that failed is missed, and round trips are counted."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import insert, select, text

from app.db.errors import DuplicateError
from app.db.line import PREPARED_MOST
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWorkFactory
from app.invoicing.operations.settle import record_payment
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.orders.operations.confirm import confirm_order
from app.orders.operations.quotes import accept_quote, send_quote
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.printing.tables import print_job
from app.till.operations.sales import complete_sale
from tests.factories.shop import Shop
from tests.factories.wholesale import make_wholesale
from tests.integration.db.test_prepared import job
from tests.support.round_trips import Trips, counted_trips

MANY = 150  # more statements than the driver keeps by itself
ROUNDS = 8  # it makes ready what it has seen five times
SALE = 8  # was 23: its shift, its UUID, stock, accounts, number, journal; all that is written; COMMIT
CHAIN = 205  # ten transactions and three reads of the test itself; was 255
_ADD = Prepared(insert(print_job))


class OtherError(Refusal):
    """Something else than what the database found wrong."""

    message = "Something else."


def _jobs(factory: UnitOfWorkFactory) -> list[int]:
    with factory.read() as connection:
        return list(connection.execute(select(print_job.c.id).order_by(print_job.c.id)).scalars())


def test_more_statements_than_the_driver_keeps_by_itself_stay_ready(factory: UnitOfWorkFactory) -> None:
    assert PREPARED_MOST > MANY
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        for _ in range(ROUNDS):
            answers = [uow.connection.execute(text(f"SELECT {n}")).scalar_one() for n in range(MANY)]
            assert answers == list(range(MANY))
        if uow.connection.dialect.name == "postgresql":
            ready = uow.connection.execute(text("SELECT count(*) FROM pg_prepared_statements")).scalar_one()
            assert ready >= MANY


def test_a_question_sees_what_was_written_before_it(factory: UnitOfWorkFactory) -> None:
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        for number in range(1, 4):
            _ADD.run(uow.connection, job(number))
            found = uow.connection.execute(select(print_job.c.id)).scalars().all()
            assert len(found) == number
    assert _jobs(factory) == [1, 2, 3]


def test_a_write_that_failed_is_told_by_the_next_question(factory: UnitOfWorkFactory) -> None:
    asked = []
    with pytest.raises(DuplicateError), factory.begin(actor=SYSTEM_ACTOR) as uow:
        _ADD.run(uow.connection, job(1))
        _ADD.run(uow.connection, job(1))
        uow.connection.execute(text("SELECT 1"))
        asked.append("answered")
    assert asked == []
    assert _jobs(factory) == []


def test_a_write_that_failed_is_told_even_when_something_else_is_refused_after_it(
    factory: UnitOfWorkFactory,
) -> None:
    with pytest.raises(DuplicateError), factory.begin(actor=SYSTEM_ACTOR) as uow:
        _ADD.run(uow.connection, job(1))
        _ADD.run(uow.connection, job(1))
        raise OtherError
    with pytest.raises(OtherError), factory.begin(actor=SYSTEM_ACTOR) as uow:
        _ADD.run(uow.connection, job(2))
        raise OtherError
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        _ADD.run(uow.connection, [job(3), job(4)])
    assert _jobs(factory) == [3, 4]


def test_rows_are_streamed_in_the_midst_of_what_is_written(factory: UnitOfWorkFactory) -> None:
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        _ADD.run(uow.connection, [job(number) for number in range(1, 11)])
        query = select(print_job.c.id).order_by(print_job.c.id)
        with uow.connection.execute(query, execution_options={"yield_per": 3}) as rows:
            assert [row.id for row in rows] == list(range(1, 11))
        _ADD.run(uow.connection, job(11))
    assert _jobs(factory) == list(range(1, 12))


def _held(trips: Trips, most: int, factory: UnitOfWorkFactory) -> None:
    with factory.read() as connection:
        there = connection.dialect.name == "postgresql"
    assert (0 < trips.count <= most) if there else trips.count == 0


def test_a_sale_waits_for_the_server_eight_times(shop: Shop, factory: UnitOfWorkFactory) -> None:
    shift, cart = shop.open_shift(), shop.cart("COFFEE", "MILK")
    shop.sell(cart, shift)
    again, paying = shop.cart("COFFEE", "MILK"), shop.pay(cart)
    actor, context = shop.actor(), shop.context()
    with counted_trips() as trips:
        shop.runtime.run(
            complete_sale, actor=actor, context=context, shift_id=shift, cart=again, tenders=paying.tenders,
            rounding_minor=paying.rounding_minor,
        )  # fmt: skip
    _held(trips, SALE, factory)


def test_the_chain_of_an_order_waits_for_the_server_so_often(shop: Shop, factory: UnitOfWorkFactory) -> None:
    trade = make_wholesale(shop)
    party = shop.parties["Unlimited Ltd"]
    with counted_trips() as trips:
        order = trade.draft(("COFFEE", 2), ("MILK", 3))
        trade.run(send_quote, order_id=order.order_id)
        trade.run(accept_quote, order_id=order.order_id)
        trade.run(confirm_order, order_id=order.order_id)
        bill = trade.bill(trade.ship_all(order.order_id))
        draft = PaymentDraft(party, bill.payable_minor, PaymentMethod.BANK)
        trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    _held(trips, CHAIN, factory)
