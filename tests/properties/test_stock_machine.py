"""Goods in, out, promised, moved and counted in any order: each place has what its moves brought."""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from sqlalchemy import func, select, text

from app.fulfilment.transfer_queries import get_transfer
from app.inventory.counts import enter_count, post_count, set_count_status, start_count
from app.inventory.operations import adjust_stock
from app.inventory.places import create_place
from app.inventory.policies import Policy, set_policy
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.states import Costing, CountStatus, NegativeStock
from app.inventory.tables import reservation, stock_level, stock_move
from app.inventory.transfers import close_transfer_short, receive_transfer, send_transfer
from app.kernel.permission import SYSTEM_ACTOR
from app.orders.operations.amend import cancel_order
from tests.factories.shop import TODAY
from tests.properties.ground import Ground, Machine, catches, drive

SKUS = st.sampled_from(["MILK", "WINE", "COFFEE"])
PIECES = st.sampled_from([1, 2, 7, 40, 99, 150]).map(lambda n: n * 1000)
PLACES = st.integers(0, 1)
CHOICE = st.integers(0, 5)
POLICIES = st.sampled_from([
    Policy(), Policy(Costing.FIFO), Policy(by_lot=True), Policy(Costing.FIFO, by_lot=True),
    Policy(negative=NegativeStock.BLOCK), Policy(Costing.STANDARD, standard_micro=123_456_789),
])  # fmt: skip


class StockMachine(Machine):
    """Two places, three products; `there` is what the machine itself expects of the rules' sentences."""

    def __init__(self) -> None:
        super().__init__()
        self.there: Counter[tuple[int, int]] = Counter()
        self.sent: list[int] = []
        self.orders: list[int] = []

    @initialize(policies=st.tuples(POLICIES, POLICIES, POLICIES))
    def begin(self, policies: tuple[Policy, ...]) -> None:
        """A back room, an open shift, any way of costing."""
        back = self.trade.run(create_place, code="back", name="Back room")
        self.places = (self.trade.location_id, back)
        self.shift = self.shop.open_shift()
        for sku, policy in zip(("MILK", "WINE", "COFFEE"), policies, strict=True):
            self.trade.run(set_policy, product_id=self.shop.products[sku], policy=policy)
        self.there.update(self.levels())

    def levels(self) -> dict[tuple[int, int], int]:
        """On hand by place and product."""
        with self.shop.runtime.factory.read() as connection:
            rows = connection.execute(
                select(stock_level.c.location_id, stock_level.c.product_id, stock_level.c.on_hand_milli)
            )
            return {(place, product): int(milli) for place, product, milli in rows}

    def moved(self) -> Counter[tuple[int, int]]:
        """What the moves of each place and product come to."""
        found: Counter[tuple[int, int]] = Counter()
        with self.shop.runtime.factory.read() as connection:
            for column, sign in ((stock_move.c.to_location_id, 1), (stock_move.c.from_location_id, -1)):
                columns = (column, stock_move.c.product_id)
                query = select(*columns, func.sum(stock_move.c.quantity_milli)).group_by(*columns)
                for place, product, milli in connection.execute(query):
                    found[place, product] += sign * int(milli)
        return found

    def key(self, place: int, sku: str) -> tuple[int, int]:
        """Of the place of that index."""
        return self.places[place], self.shop.products[sku]

    @rule(place=PLACES, sku=SKUS, milli=PIECES, cost=st.integers(0, 99_999), lot=st.sampled_from("AB"))
    def receive(self, place: int, sku: str, milli: int, cost: int, lot: str) -> None:
        """Goods in."""
        where, product = self.key(place, sku)
        line = ReceivedLine(product, milli, cost, lot=f"{sku}-{lot}", expires_on=TODAY.replace(year=2027))
        if self.attempt(receive_goods, uuid=str(uuid4()), location_id=where, lines=[line]):
            self.there[where, product] += milli

    @rule(place=PLACES, sku=SKUS, milli=PIECES, sign=st.sampled_from([1, -1, -1, 0]))
    def adjust(self, place: int, sku: str, milli: int, sign: int) -> None:
        """More, less or nothing; nothing is refused."""
        where, product = self.key(place, sku)
        moved = self.attempt(
            adjust_stock, product_id=product, location_id=where, quantity_milli=sign * milli, reason="chance",
            business_date=TODAY,
        )  # fmt: skip
        if moved:
            assert sign
            self.there[where, product] += sign * milli

    @rule(start=PLACES, sku=SKUS, milli=PIECES)
    def send(self, start: int, sku: str, milli: int) -> None:
        """On its way to the other place."""
        where, product = self.key(start, sku)
        made = self.attempt(
            send_transfer, uuid=str(uuid4()), from_location_id=where, to_location_id=self.places[1 - start],
            quantities={product: milli},
        )  # fmt: skip
        if made:
            self.sent.append(made.transfer_id)
            self.there[where, product] -= milli

    @precondition(lambda self: self.sent)
    @rule(which=CHOICE, how=st.sampled_from(["whole", "one", "short", "twice too much"]))
    def arrive(self, which: int, how: str) -> None:
        """All of it, a part, no more, or more than was sent, which is refused."""
        chosen = self.sent[which % len(self.sent)]
        head, (line,) = self.shop.runtime.ask(get_transfer, transfer_id=chosen)
        left = line.quantity_milli - line.received_milli
        to = self.places[head.to_place == "Back room"]
        if how == "short":
            self.attempt(close_transfer_short, transfer_id=chosen, reason="chance")
            return
        some = {"whole": left, "one": 1000, "twice too much": 2 * left + 1000}[how]
        got = self.attempt(receive_transfer, transfer_id=chosen, quantities={line.id: some})
        if got and not got.was_there:  # of one that has ended nothing more arrives
            assert some <= left
            self.there[to, line.product_id] += some

    @rule(sku=SKUS, milli=PIECES)
    def sell(self, sku: str, milli: int) -> None:
        """Over the counter, where what was promised may be taken."""
        if self.attempted(lambda: self.shop.sell(self.shop.cart((sku, milli)), self.shift)):
            self.there[self.key(0, sku)] -= milli

    @rule(sku=SKUS, milli=PIECES)
    def reserve(self, sku: str, milli: int) -> None:
        """An order, which is promised what is free."""
        self.orders.append(self.trade.order((sku, milli // 1000)).order_id)

    @precondition(lambda self: self.orders)
    @rule(which=CHOICE)
    def ship(self, which: int) -> None:
        """What is promised to an order leaves: picked, packed, dispatched, each in its own transaction."""
        order = self.orders[which % len(self.orders)]
        lines = self.trade.all_lines(order)
        held = self.trade.held(order).get(self.places[0], 0)
        if held and not any(x.picked_milli for x in lines):
            self.trade.ship_all(order)
            self.there[self.places[0], lines[0].product_id] -= held
            self.done += 1

    @precondition(lambda self: self.orders)
    @rule(which=CHOICE)
    def cancel(self, which: int) -> None:
        """What it was promised is free again."""
        self.attempt(cancel_order, order_id=self.orders[which % len(self.orders)], reason="chance")

    @rule(place=PLACES, sku=SKUS, pieces=st.integers(0, 60))
    def count(self, place: int, sku: str, pieces: int) -> None:
        """What is counted is what there is."""
        where, product = self.key(place, sku)
        made = self.attempt(start_count, uuid=str(uuid4()), location_id=where, product_ids=[product])
        if made is None:
            return
        self.trade.run(
            enter_count, uuid=str(uuid4()), count_id=made.count_id, product_id=product,
            quantity_milli=pieces * 1000,
        )  # fmt: skip
        self.trade.run(set_count_status, count_id=made.count_id, status=CountStatus.REVIEW)
        if self.attempt(post_count, count_id=made.count_id):
            self.there[where, product] = pieces * 1000

    @invariant()
    def each_place_has_what_its_moves_brought(self) -> None:
        """Levels, moves and the machine's own arithmetic agree; no more is promised than there is."""
        levels, moved = self.levels(), self.moved()
        assert {k: v for k, v in levels.items() if v} == {k: moved[k] for k in levels if moved[k]}
        assert {k: levels.get(k, 0) for k in self.there} == dict(self.there)
        with self.shop.runtime.factory.read() as connection:
            columns = (reservation.c.location_id, reservation.c.product_id)
            query = select(*columns, func.sum(reservation.c.quantity_milli)).group_by(*columns)
            for place, product, milli in connection.execute(query):
                assert 0 < milli <= levels[place, product]


class Tampered(StockMachine):
    """Somebody writes past the moves."""

    @rule()
    def tamper(self) -> None:
        """One piece more, which no move brought."""
        with self.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
            uow.connection.execute(text("UPDATE stock_level SET on_hand_milli = on_hand_milli + 1000"))


def test_whatever_is_done_to_the_stock_each_place_has_what_its_moves_brought(ground: Ground) -> None:
    drive(StockMachine, ground, usual=5)


def test_a_piece_that_no_move_brought_is_seen(ground: Ground) -> None:
    assert catches(Tampered, ground)
